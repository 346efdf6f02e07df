"""How many incidents each value that is offered for a term of the filter would leave.

To count them the desk goes through all that the rest of the filter leaves, which takes it as long as the list itself.
So that the list is never late for it, nothing is asked while letters follow each other or when the term is finished,
one question is at work at a time, and a field of few values is asked about once for all letters of one.
"""

from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import DeskError
from app.domain.query.completion import COUNTED_AT_ONCE, KNOWN_VALUES, Typed
from app.domain.query.terms import TermKind
from app.services.incidents.queue_dto import QueueQuery, Suggestion
from app.views.context import ViewContext
from app.views.queue.own_drafts import OwnDrafts

REST_MS: Final = 80
"""Numbers are asked for once the hand has rested this long; fields and words are there at once."""


class _Question(NamedTuple):
    """The filter beside the term, the field, what is typed of its value, and what is typed and not sent."""

    rest: str
    kind: TermKind
    part: str
    drafts: tuple[str, ...] = ()


class FilterNumbers(QObject):
    """`came` says that there are numbers for what is wanted."""

    came = Signal()

    def __init__(self, context: ViewContext, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context
        self._wanted: _Question | None = None
        self._at_work: _Question | None = None
        self._answered: _Question | None = None
        self._answer: tuple[Suggestion, ...] = ()
        self._part = self._about = ""
        self._drafts = OwnDrafts(context, self, self._drafts_came)
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST_MS)
        self.rest.timeout.connect(self._ask)

    def want(self, chips: list[str], typed: Typed) -> None:
        """Have the numbers of the values of a term, of which something is typed behind the finished ones."""
        if typed.kind is None or self._context.session is None:
            self.stop()
            return
        rest = " ".join([*chips, typed.rest]).strip()
        # Which drafts there are is known here alone; they count where they are named, or offered.
        self._about = f"{rest} is:draft" if typed.kind in {TermKind.IS, TermKind.HAS} else rest
        self._part = typed.part
        asked = "" if typed.kind in COUNTED_AT_ONCE else typed.part
        self._wanted = _Question(rest, typed.kind, asked, self._drafts.of(self._about))
        self.rest.stop()
        if self._answered != self._wanted and _may_be_offered(typed.kind, typed.part):
            self.rest.start()

    def stop(self) -> None:
        """Nobody waits for numbers any more."""
        self._wanted = self._answered = None
        self.rest.stop()

    def known(self) -> tuple[Suggestion, ...]:
        """The values that begin with, or hold, what is typed, with their numbers, as far as those have come.

        While a letter more is asked about, those that were there and still fit stay: a hand that goes on takes one.
        """
        wanted, answered = self._wanted, self._answered
        if wanted is None or answered is None or answered._replace(part=wanted.part) != wanted:
            return ()
        if wanted.kind in COUNTED_AT_ONCE:
            return tuple(each for each in self._answer if each.value.startswith(self._part))
        if not wanted.part.startswith(answered.part):
            return ()
        return tuple(each for each in self._answer if wanted.part in each.value.lower())

    def _drafts_came(self) -> None:
        if self._wanted is not None:
            self._wanted = self._wanted._replace(drafts=self._drafts.of(self._about))
            self.rest.start()

    def _ask(self) -> None:
        wanted = self._wanted
        if wanted is None or self._at_work is not None or self._answered == wanted or self._context.session is None:
            return
        self._at_work = wanted
        desk, actor = self._context.desk, self._context.actor
        query = QueueQuery(wanted.rest, at=self._context.now(), zone=self._context.formats.zone, drafts=wanted.drafts)
        self._context.background.read(
            lambda: desk.queue.suggest(actor, query, wanted.kind, wanted.part),
            partial(self._came, wanted),
            self._failed,
            on_bug=self._ended,
        )

    def _came(self, asked: _Question, found: tuple[Suggestion, ...]) -> None:
        if asked == self._wanted:
            self._answered, self._answer = asked, found
            self.came.emit()
        self._ended()

    def _failed(self, _error: DeskError) -> None:
        """What is wrong is said by the list; the help goes on without numbers."""
        self._ended()

    def _ended(self) -> None:
        asked, self._at_work = self._at_work, None
        # What was asked for meanwhile comes now, unless the hand is on its way to something else.
        if asked != self._wanted and not self.rest.isActive():
            self._ask()


def _may_be_offered(kind: TermKind, part: str) -> bool:
    """Whether a value could be offered for what is typed; what is offered to nobody needs no number."""
    if kind not in COUNTED_AT_ONCE:
        return True
    offered = [value for value in KNOWN_VALUES[kind] if value.startswith(part)]
    return bool(offered) and offered != [part]
