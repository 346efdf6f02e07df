"""The fold from a ledger to marks: for each clock the instants at which its state, cycle, target or calendar changes.

No arithmetic of opening time happens here, so that the same marks serve the reading, the firings and the explanation.
Marks are plain tuples, because making named ones for a hundred thousand clocks costs more than the rest of the fold.
"""

from collections.abc import Callable, Mapping
from enum import IntEnum

from app.domain.sla.ledger import Entry, Kind, Ledger, Promise
from app.domain.sla.policy import CLOCKS, Policy, Terms, terms_of
from app.domain.timeline import Timeline


class Phase(IntEnum):
    """What a clock does: not started, counting, standing still, ended, or void with its incident."""

    NONE = 0
    RUNNING = 1
    PAUSED = 2
    STOPPED = 3
    VOID = 4


# phase, cycle, target, calendar, terms, reason of a pause or an end
Stand = tuple[Phase, int, int | None, Timeline, Terms, str]
# instant, stand from then on, the kind of fact that brought it, time credited at that instant
Mark = tuple[int, Stand, Kind, int]

NONE, RUNNING, PAUSED, STOPPED, VOID = Phase
RESPONSE, RESOLUTION, UPDATE = range(3)


class Fold:
    """The state of an incident while its ledger is read, and the marks so far; one list for each of `CLOCKS`.

    `begins` is the index of the first mark of the current cycle, `promises` the due dates set by hand.
    """

    __slots__ = (
        "answered",
        "begins",
        "created",
        "credit",
        "cycle",
        "held",
        "marks",
        "policy",
        "priority",
        "promises",
        "questioned",
        "resolved",
        "responded",
        "terms",
        "timeline",
        "timelines",
        "void",
    )

    def __init__(self, ledger: Ledger, timelines: Mapping[str, Timeline]) -> None:
        calendar_id, self.policy, self.priority, _ = ledger
        if self.policy is not None and self.policy.calendar_id is not None:
            calendar_id = self.policy.calendar_id
        self.timelines = timelines
        self.timeline = timelines[calendar_id]
        self.terms = terms_of(self.policy, self.priority)
        self.marks: tuple[list[Mark], list[Mark], list[Mark]] = ([], [], [])
        self.begins = [0, 0, 0]
        self.promises: list[tuple[int, int, int | None]] | None = None
        self.created = self.credit = self.cycle = 0
        self.held: str | None = None
        self.void = ""
        self.resolved = self.responded = self.answered = self.questioned = False

    def promise_of(self, clock: int) -> int | None:
        """The due instant set by hand that is in force for a clock, by its index in `CLOCKS`."""
        found = None
        for _, promised, due in self.promises or ():
            found = due if promised == clock else found
        return found


def fold(ledger: Ledger, timelines: Mapping[str, Timeline], until: int) -> Fold:
    """Read all entries up to and with the instant `until`; `timelines` holds each calendar the ledger names."""
    state = Fold(ledger, timelines)
    for entry in ledger.entries:
        if entry[0] > until:
            break
        _HANDLERS[entry[1]](state, entry)
    return state


def _created(state: Fold, entry: Entry) -> None:
    state.created = entry[0]
    _settle(state, entry)


def _replied(state: Fold, entry: Entry) -> None:
    state.responded = True
    if not state.answered:
        state.answered = True
        _settle_response(state, entry)
    if state.questioned:
        state.questioned = False
        _settle_update(state, entry)


def _asked(state: Fold, entry: Entry) -> None:
    waits = state.responded or state.terms.update_before_first_response
    if waits and not state.questioned and not state.void:
        state.questioned = True
        state.cycle += 1
        state.begins[UPDATE] = len(state.marks[UPDATE])
        _settle_update(state, entry)


def _held(state: Fold, entry: Entry) -> None:
    if not state.resolved and not state.void:
        state.held = entry[2]  # type: ignore[assignment]  # Kind.HELD carries a reason
        _settle(state, entry)


def _resumed(state: Fold, entry: Entry) -> None:
    state.held = None
    _settle(state, entry)


def _resolved(state: Fold, entry: Entry) -> None:
    if state.resolved or state.void:
        return
    state.resolved = True
    state.held = None
    state.questioned = False
    state.answered = state.answered or state.terms.resolved_stops_response
    _settle(state, entry)


def _closed(_state: Fold, _entry: Entry) -> None:
    """Nothing: the resolution has stopped the clocks already."""


def _reopened(state: Fold, entry: Entry) -> None:
    if state.resolved or state.void:
        state.resolved = False
        state.held = None
        state.void = ""
        _settle(state, entry)


def _voided(state: Fold, entry: Entry) -> None:
    state.void = "merged" if entry[1] is Kind.MERGED else "canceled"
    state.resolved = state.questioned = False
    state.held = None
    _settle(state, entry)


def _absorbed(state: Fold, entry: Entry) -> None:
    """Count from the creation of the duplicate: the caller has been waiting since then (product research 3.6).

    The time is credited when the two are merged, so that nothing is said to have fired before anybody could know.
    """
    earlier: int = entry[2]  # type: ignore[assignment]  # Kind.ABSORBED carries an instant
    if earlier >= state.created:
        return
    state.credit = state.timeline.elapsed(earlier, state.created)
    state.created = earlier
    for clock, settle in ((RESPONSE, _settle_response), (RESOLUTION, _settle_resolution)):
        if state.marks[clock][-1][1][0] in (RUNNING, PAUSED):
            settle(state, entry)
    state.credit = 0


def _priority(state: Fold, entry: Entry) -> None:
    state.priority = entry[2]  # type: ignore[assignment]  # Kind.PRIORITY carries a key or None
    state.terms = terms_of(state.policy, state.priority)
    _settle(state, entry)


def _policy(state: Fold, entry: Entry) -> None:
    policy: Policy | None = entry[2]  # type: ignore[assignment]  # Kind.POLICY carries a policy or None
    state.policy = policy
    state.terms = terms_of(policy, state.priority)
    if policy is not None and policy.calendar_id is not None:
        state.timeline = state.timelines[policy.calendar_id]
    _settle(state, entry)


def _calendar(state: Fold, entry: Entry) -> None:
    state.timeline = state.timelines[entry[2]]  # type: ignore[index]  # Kind.CALENDAR carries an id
    _settle(state, entry)


def _promised(state: Fold, entry: Entry) -> None:
    promise: Promise = entry[2]  # type: ignore[assignment]  # Kind.PROMISED carries a promise
    state.promises = [*(state.promises or ()), (entry[0], CLOCKS.index(promise.clock), promise.due)]
    _settle(state, entry)


def _settle(state: Fold, entry: Entry) -> None:
    _settle_response(state, entry)
    _settle_resolution(state, entry)
    _settle_update(state, entry)


def _settle_response(state: Fold, entry: Entry) -> None:
    if state.void:
        _mark(state, RESPONSE, entry, VOID, 1, state.void)
    elif state.answered:
        _mark(state, RESPONSE, entry, STOPPED, 1, "")
    elif state.resolved:
        _mark(state, RESPONSE, entry, PAUSED, 1, "resolved")
    elif state.held in state.terms.pauses[RESPONSE]:
        _mark(state, RESPONSE, entry, PAUSED, 1, state.held or "")
    else:
        _mark(state, RESPONSE, entry, RUNNING, 1, "")


def _settle_resolution(state: Fold, entry: Entry) -> None:
    if state.void:
        _mark(state, RESOLUTION, entry, VOID, 1, state.void)
    elif state.resolved:
        _mark(state, RESOLUTION, entry, STOPPED, 1, "")
    elif state.held in state.terms.pauses[RESOLUTION]:
        _mark(state, RESOLUTION, entry, PAUSED, 1, state.held or "")
    else:
        _mark(state, RESOLUTION, entry, RUNNING, 1, "")


def _settle_update(state: Fold, entry: Entry) -> None:
    if state.void:
        _mark(state, UPDATE, entry, VOID, state.cycle, state.void)
    elif not state.cycle:
        if state.marks[UPDATE]:
            _mark(state, UPDATE, entry, NONE, 0, "")
    elif not state.questioned:
        _mark(state, UPDATE, entry, STOPPED, state.cycle, "")
    elif state.held in state.terms.pauses[UPDATE]:
        _mark(state, UPDATE, entry, PAUSED, state.cycle, state.held or "")
    else:
        _mark(state, UPDATE, entry, RUNNING, state.cycle, "")


def _mark(state: Fold, clock: int, entry: Entry, phase: Phase, cycle: int, reason: str) -> None:
    """Note where a clock stands from the entry's instant on, if anything about it is new.

    Changes of the target are noted for stopped clocks too, because what has fired is carried over at each of them.
    """
    target = state.terms.targets[clock]
    if state.promises is not None and state.promise_of(clock) is not None:
        target = None
    stand = (phase, cycle, target, state.timeline, state.terms, reason)
    marks = state.marks[clock]
    if not marks or marks[-1][1] != stand or state.credit:
        marks.append((entry[0], stand, entry[1], state.credit))


_HANDLERS: tuple[Callable[[Fold, Entry], None], ...] = (
    _created,
    _replied,
    _asked,
    _held,
    _resumed,
    _resolved,
    _closed,
    _reopened,
    _voided,
    _voided,
    _absorbed,
    _priority,
    _policy,
    _calendar,
    _promised,
)
