"""A life of clocks that is only imagined: when an incident like this would be due, on the engine that runs in earnest.

Nothing is computed here: the facts are put together as the journal would give them, and `attach`, `fold` and `explain`
do what they do for every incident.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.domain.errors import BadInput
from app.domain.sla.attach import PolicyBook, TraitChange, attach
from app.domain.sla.explain import Explanation, explain
from app.domain.sla.fold import fold
from app.domain.sla.ledger import Entry, Kind
from app.domain.sla.policy import CLOCKS, Policy, Trait
from app.domain.timeline import Timeline
from app.domain.wording import tr


class Pause(NamedTuple):
    """A hold in [start, end), in microseconds, for a reason of `policy.EVERY_REASON`."""

    start: int
    end: int
    reason: str


class Trial(NamedTuple):
    """What would happen: the policy that would be attached, and the three clocks once every pause is over.

    `timeline` is the calendar in force, None where nothing names one that exists.
    """

    policy: Policy | None
    timeline: Timeline
    clocks: tuple[Explanation, ...]


def try_out(
    calendar_id: str,
    timelines: Mapping[str, Timeline],
    policies: Sequence[Policy],
    created: int,
    traits: Mapping[Trait, str | None],
    pauses: Sequence[Pause] = (),
) -> Trial:
    """The clocks of an incident that is created at an instant with these traits and put on hold now and then.

    `calendar_id` counts where the policy names no calendar. Pauses must follow each other and begin after the
    creation; `BadInput` says which does not.
    """
    ordered = sorted(pauses)
    _check(created, ordered)
    entries = [Entry(created, Kind.CREATED)]
    for pause in ordered:
        entries += [Entry(pause.start, Kind.HELD, pause.reason), Entry(pause.end, Kind.RESUMED)]
    book = PolicyBook(created, tuple(policies))
    ledger = attach(calendar_id, [book], [TraitChange(created, traits)], entries)
    at = max([created, *(pause.end for pause in ordered)])
    state = fold(ledger, timelines, at)
    clocks = tuple(explain(state, index, at) for index in range(len(CLOCKS)))
    return Trial(book.choose(traits), state.timeline, clocks)


def _check(created: int, pauses: Sequence[Pause]) -> None:
    before = created
    for number, pause in enumerate(pauses, 1):
        if pause.start < created:
            raise BadInput(tr("Pause {number} begins before the incident is created.", number=number), "pauses")
        if pause.start < before:
            raise BadInput(tr("Pause {number} begins before the one before it has ended.", number=number), "pauses")
        if pause.end <= pause.start:
            raise BadInput(tr("Pause {number} ends before it begins.", number=number), "pauses")
        before = pause.end
