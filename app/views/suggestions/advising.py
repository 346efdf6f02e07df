"""What was learned, read once for a window, and the words in which it is shown."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from app.domain.numbers import incident_number
from app.domain.permissions import Permission, may
from app.domain.vocabulary import ResolutionCode
from app.domain.wording import percent, tr
from app.services.suggestions.dto import Alike, Ended, Offered
from app.views.context import ViewContext
from app.views.widgets.spans import isolated

if TYPE_CHECKING:
    from app.triage.advice import Advice, Adviser

TAKE_KEY: Final = "Alt+3"
LEAST: Final = 0.3
"""Less sure suggestions are more often wrong than a hurried person can afford; they are not shown."""
_READ_AGAIN: Final = timedelta(minutes=30)

Advised = Mapping[str, tuple["Advice", ...]]
"""By field, what is suggested for it, the likeliest first."""


def offered(model: int, column: str, advice: Sequence["Advice"]) -> Offered:
    """What is written down of a suggestion that was shown."""
    return Offered(column, tuple((each.value_id, each.confidence) for each in advice), model)


class Advising:
    """What was learned, read when it is first asked for and again after a while; shared by the sheets of a window.

    It runs on a lane: reading brings numpy along.
    """

    def __init__(self, context: ViewContext) -> None:
        self._context = context
        self._adviser: Adviser | None = None
        self._read_at: datetime | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether the person works at the desk; callers and readers are not advised."""
        return may(self._context.actor, Permission.INCIDENT_WORK)

    @property
    def model(self) -> int:
        """The version that advises; 0 for none."""
        return 0 if self._adviser is None else self._adviser.number

    def advise(self, text: str) -> Advised | None:
        """What is suggested for a text; None where the desk does not know yet. Not in the window's thread."""
        now = self._context.clock.now()
        if self._read_at is None or now - self._read_at >= _READ_AGAIN:
            from app.triage.advice import adviser_of

            self._adviser = adviser_of(self._context.desk, self._context.actor)
            self._read_at = now
        return None if self._adviser is None else self._adviser.advise(text)


def behind_words(found: Iterable[tuple[str, Sequence[Ended]]]) -> str:
    """The resolved incidents behind what is suggested, a line for those that have the same.

    Of what no similar one ended with, that is said.
    """
    names: dict[tuple[int, ...], list[str]] = {}
    for name, behind in found:
        names.setdefault(tuple(each.number for each in behind), []).append(isolated(name))
    return "\n".join(_behind(", ".join(some), numbers) for numbers, some in names.items())


def _behind(names: str, numbers: Sequence[int]) -> str:
    if not numbers:
        return tr("{names}: by its words alone, no similar one ended so", names=names)
    return tr("{names}: like {numbers}", names=names, numbers=", ".join(map(incident_number, numbers)))


def alike_words(found: Alike) -> str:
    """How like an incident is, and why: "72 % alike: scanner, dock · same service"."""
    return tr("{likeness} alike: {reasons}", likeness=percent(found.likeness), reasons=found.reasons())


def resolution_words(found: Alike) -> str:
    """What resolved an incident: the code, and the first line of the notes."""
    code = found.resolution_code or ""
    label = ResolutionCode(code).label if code in set(ResolutionCode) else code
    notes = " ".join(found.resolution_notes.split())
    return ": ".join(part for part in (label, isolated(notes)) if part)
