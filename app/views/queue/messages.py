"""What stands in the place of rows that are not there: nothing yet, nothing that matches, nothing that can be read."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer

from app.domain.query.filter import parse_filter
from app.domain.query.terms import explained
from app.domain.wording import tr
from app.services.incidents.queue_dto import QueueQuery
from app.views.context import ViewContext
from app.views.queue import filters
from app.views.queue.loader import Answer
from app.views.widgets.buttons import Button
from app.views.widgets.strips import EmptyState, InfoStrip

_LONGEST: Final = 200
"""Characters of a filter that are repeated where it finds nothing: a whole mail may have been pasted."""
_MOST_TOLD: Final = 6
_UNREAD_MS: Final = 800
"""How long the hand must rest before a term of the filter that cannot be read is spoken of."""


class UnreadTerms(InfoStrip):
    """Says above the list which terms of the filter cannot be read, and what is shown, once the hand rests."""

    def __init__(self, is_list_shown: Callable[[], bool]) -> None:
        super().__init__("", "amber")
        self._is_list_shown, self._text = is_list_shown, ""
        self._timer = QTimer(self)
        self._timer.setInterval(_UNREAD_MS)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._say)
        self.hide()

    def look(self, text: str) -> None:
        """The filter is another one."""
        self._text = text
        if not what_is_wrong(text):
            self.hide()
        self._timer.start()

    def stop(self) -> None:
        """Nothing is said any more."""
        self._timer.stop()

    def _say(self) -> None:
        problems = what_is_wrong(self._text)
        left = (
            tr("What the other terms find is shown.")
            if parse_filter(self._text).terms
            else tr("All incidents are shown.")
        )
        self.set_text(f"{problems}\n{left}")
        self.setVisible(bool(problems) and self._is_list_shown())


@dataclass(frozen=True, slots=True)
class Offers:
    """What an empty list can do."""

    set_filter: Callable[[str], None]
    new_incident: Callable[[], object] | None
    look_around: Callable[[], object] | None
    count: Callable[[str, Callable[[int], None]], None]
    """Tells how many incidents a filter shows, later."""


def offers_of(context: ViewContext, set_filter: Callable[[str], None], query: QueueQuery) -> Offers:
    """What can be done for whoever is at the window."""
    possible = not context.actions.offer("incident.new").reason
    run = context.actions.run
    create = partial(run, "incident.new") if possible else None
    look = None if context.actions.offer("window.look_around").reason else partial(run, "window.look_around")
    return Offers(set_filter, create, look, partial(_count_rows, context, query))


def _count_rows(context: ViewContext, query: QueueQuery, text: str, tell: Callable[[int], None]) -> None:
    desk, actor, asked = context.desk, context.actor, query._replace(filter_text=text, collapsed=frozenset())
    # Without the number the button still does what it says.
    context.background.read(
        lambda: desk.queue.summary(actor, asked).total, tell, lambda _error: None, key="queue-shorter"
    )


def explain_empty(state: EmptyState, answer: Answer, offers: Offers) -> None:
    """Say why the list is empty and offer the next step."""
    text, counts = answer.query.filter_text, answer.counts
    if counts.open == 0 and counts.resolved == 0 and text == filters.DEFAULT:
        state.set_text(
            "inbox", tr("No incidents yet"), tr("Log the first one when the phone rings. It takes a few seconds.")
        )
        if offers.new_incident is not None:
            state.add_button(tr("New incident"), offers.new_incident, kind="primary", keys="Ctrl+N")
        if offers.look_around is not None:
            state.add_button(tr("Look around with demo data"), offers.look_around)
        return
    if text == filters.DEFAULT:
        state.set_text(
            "circle-check", tr("Nothing is open"), tr("New incidents appear here as soon as they are logged.")
        )
        state.add_button(tr("Show resolved"), lambda: offers.set_filter(filters.RESOLVED))
        return
    problems = what_is_wrong(text)
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    state.set_text("search", tr("Nothing matches {text}", text=shown), problems)
    shorter = filters.without_last_term(text)
    if shorter is not None:
        rest, term = shorter
        remove = state.add_button(tr("Remove {term}", term=term), lambda: offers.set_filter(rest))
        offers.count(rest, partial(_say_what_is_left, state, remove, term))
    state.add_button(tr("Show all open"), lambda: offers.set_filter(filters.DEFAULT))


def _say_what_is_left(state: EmptyState, button: Button, term: str, total: int) -> None:
    if not state.offers(button):
        return
    if total == 0:
        button.hide()  # Without this term there is as little to see; all that is open is one button further.
    else:
        button.setText(tr("Remove {term} (shows {total})", term=term, total=total))


def what_is_wrong(text: str) -> str:
    """A sentence a line about each term of the filter that cannot be read; empty when all can.

    What only lacks its value at the end of the text is still being typed.
    """
    end = len(text.rstrip())
    problems = parse_filter(text).problems
    return explained((each for each in problems if not (each.is_unfinished and each.end == end)), _MOST_TOLD)
