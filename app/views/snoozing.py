"""Putting incidents off, from wherever they are shown: until when is asked in a list, and there is a way back."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from app.domain.snoozing import typed_pause
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.incident.steps import quick_moments
from app.views.queue.acts import QueueActs
from app.views.toolkit.formats import at_wall
from app.views.widgets.choice_popup import Answer, ChoicePopup, Option, narrowed


def open_snooze(
    context: ViewContext,
    incident_ids: Sequence[str],
    anchor: QWidget,
    done: Callable[[], None] = lambda: None,
    *,
    is_snoozed: bool = False,
) -> ChoicePopup:
    """Ask until when; `done` follows when it was done. `is_snoozed` offers to wake them as well."""
    acts, ids, zone = QueueActs(context), tuple(incident_ids), context.formats.zone

    def ask(text: str, answer: Answer) -> None:
        now = context.now()
        options = [Option(each.at.astimezone(UTC), each.label) for each in quick_moments(now, zone)]
        if is_snoozed:
            options.append(Option(None, tr("Wake it now")))
        typed = typed_pause(text, now.astimezone(zone).replace(tzinfo=None)) if text.strip() else None
        found = narrowed(options, text)
        if typed is not None:
            until = at_wall(typed, zone).astimezone(UTC)
            found = [Option(until, context.formats.full(until)), *found]
        answer(found)

    def chosen(option: Option) -> None:
        until = option.value if isinstance(option.value, datetime) else None
        words = tr("awake again") if until is None else tr("snoozed until {when}", when=context.formats.full(until))
        desk, actor = context.desk, context.actor
        acts.run(ids, lambda: desk.incidents.snooze_many(actor, ids, until), words, "calendar-clock", done)

    unfit = tr("No time to come. Write tomorrow 9, in 2 h, fri 14:30 or on 2026-12-24 8.")
    popup = ChoicePopup(
        tr("Snooze until: 1 to 5, tomorrow 9, in 2 h, fri 14:30"), ask, anchor, digits=True, nothing=unfit
    )
    popup.chosen.connect(chosen)
    popup.open_at(anchor)
    return popup
