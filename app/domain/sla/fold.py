"""The fold from a ledger to marks: for each clock the instants at which its state, cycle, target or calendar changes.

The same marks serve the reading, the firings and the explanation. They are plain tuples, because making named ones for
a hundred thousand clocks costs more than the rest of the fold.
"""

from collections.abc import Callable, Iterable, Mapping
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
# instant, stand from then on, the kind of fact that brought it, elapsed time of the cycle so far, and the calendar's
# `worked` at the instant
Mark = tuple[int, Stand, Kind, int, int]

NONE, RUNNING, PAUSED, STOPPED, VOID = Phase
RESPONSE, RESOLUTION, UPDATE = range(3)
_BEFORE = -(1 << 62)  # earlier than any instant


class Fold:
    """The state of an incident while its ledger is read, and the marks so far; one list for each of `CLOCKS`.

    `begins` is the index of the first mark of the current cycle, `promises` the due dates set by hand, `at`, `kind` and
    `work` the instant and kind of the entry that is read and what the calendar in force has `worked` by then.
    """

    __slots__ = (
        "answered",
        "at",
        "begins",
        "created",
        "cycle",
        "held",
        "kind",
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
        "work",
    )

    def __init__(self, ledger: Ledger, timelines: Mapping[str, Timeline]) -> None:
        calendar_id, self.policy, self.priority = ledger.calendar_id, ledger.policy, ledger.priority
        if self.policy is not None and self.policy.calendar_id is not None:
            calendar_id = self.policy.calendar_id
        self.timelines = timelines
        self.timeline = timelines[calendar_id]
        self.terms = terms_of(self.policy, self.priority)
        self.marks: tuple[list[Mark], list[Mark], list[Mark]] = ([], [], [])
        self.begins = [0, 0, 0]
        self.promises: list[tuple[int, int, int | None]] | None = None
        self.at = _BEFORE
        self.created = self.cycle = self.work = 0
        self.kind = Kind.CREATED
        self.held: str | None = None
        self.void = ""
        self.resolved = self.responded = self.answered = self.questioned = False

    def copy(self) -> "Fold":
        """One that goes on by itself and leaves this one as it is; what stands in the marks never changes."""
        # One by one, because a loop over the names takes three times as long and runs at nearly every save.
        other = Fold.__new__(Fold)
        other.created, other.at, other.work, other.kind = self.created, self.at, self.work, self.kind
        other.cycle, other.held, other.void = self.cycle, self.held, self.void
        other.resolved, other.responded = self.resolved, self.responded
        other.answered, other.questioned = self.answered, self.questioned
        other.policy, other.priority, other.terms = self.policy, self.priority, self.terms
        other.timeline, other.timelines, other.promises = self.timeline, self.timelines, self.promises
        response, resolution, update = self.marks
        other.marks = [*response], [*resolution], [*update]
        other.begins = [*self.begins]
        return other

    def promise_of(self, clock: int, at: int | None = None) -> int | None:
        """The due instant set by hand for a clock, by its index in `CLOCKS`: the one in force now, or at an instant."""
        found = None
        for since, promised, due in self.promises or ():
            if promised == clock and (at is None or since <= at):
                found = due
        return found


def fold(ledger: Ledger, timelines: Mapping[str, Timeline], until: int) -> Fold:
    """Read all entries up to and with the instant `until`; `timelines` holds each calendar the ledger names."""
    return go_on(Fold(ledger, timelines), ledger.entries, until)


def go_on(state: Fold, entries: Iterable[Entry], until: int) -> Fold:
    """Read further entries into a fold, in order; none of them may lie before what it has read, nor at its instant."""
    for entry in entries:
        at = entry[0]
        if at > until:
            break
        if at != state.at:
            state.at = at
            state.work = state.timeline.worked(at)
        state.kind = kind = entry[1]
        _HANDLERS[kind](state, entry)
    return state


def can_move(state: Fold, entry: Entry) -> bool:
    """Whether a fact may move a clock of this fold; False is certain."""
    kind = entry[1]
    if kind is Kind.REPLIED:
        return not (state.responded and state.answered) or state.questioned
    return kind is not Kind.CLOSED


def _created(state: Fold, _entry: Entry) -> None:
    state.created = state.at
    _mark(state, RESPONSE, RUNNING, 1, "")
    _mark(state, RESOLUTION, RUNNING, 1, "")


def _replied(state: Fold, _entry: Entry) -> None:
    state.responded = True
    if not state.answered:
        state.answered = True
        if not state.void:
            _mark(state, RESPONSE, STOPPED, 1, "")
    if state.questioned:
        state.questioned = False
        _mark(state, UPDATE, STOPPED, state.cycle, "")


def _asked(state: Fold, _entry: Entry) -> None:
    waits = state.responded or state.terms.update_before_first_response
    if waits and not state.questioned and not state.void:
        state.questioned = True
        state.cycle += 1
        state.begins[UPDATE] = len(state.marks[UPDATE])
        _settle_update(state)


def _held(state: Fold, entry: Entry) -> None:
    if not state.resolved and not state.void:
        state.held = entry[2]  # type: ignore[assignment]  # Kind.HELD carries a reason
        _settle_live(state)


def _resumed(state: Fold, _entry: Entry) -> None:
    if state.held is not None:
        state.held = None
        _settle_live(state)


def _resolved(state: Fold, _entry: Entry) -> None:
    if state.resolved or state.void:
        return
    state.resolved = True
    state.held = None
    _mark(state, RESOLUTION, STOPPED, 1, "")
    if not state.answered:
        state.answered = state.terms.resolved_stops_response
        _settle_response(state)
    if state.questioned:
        state.questioned = False
        _mark(state, UPDATE, STOPPED, state.cycle, "")


def _closed(_state: Fold, _entry: Entry) -> None:
    """Nothing: the resolution has stopped the clocks already."""


def _reopened(state: Fold, _entry: Entry) -> None:
    if state.resolved or state.void:
        state.resolved = False
        state.held = None
        state.void = ""
        _settle(state)


def _voided(state: Fold, _entry: Entry) -> None:
    state.void = "merged" if state.kind is Kind.MERGED else "canceled"
    state.resolved = state.questioned = False
    state.held = None
    _settle(state)


def _absorbed(state: Fold, entry: Entry) -> None:
    """Count from the creation of the duplicate: the caller has been waiting since then (product research 3.6).

    The time is credited when the two are merged, so that nothing is said to have fired before anybody could know.
    """
    earlier: int = entry[2]  # type: ignore[assignment]  # Kind.ABSORBED carries an instant
    if earlier >= state.created:
        return
    credit = state.timeline.elapsed(earlier, state.created)
    state.created = earlier
    for clock in (RESPONSE, RESOLUTION):
        last = state.marks[clock][-1]
        _, stand, _, elapsed, _ = last
        if stand[0] is RUNNING or stand[0] is PAUSED:
            elapsed += credit + (_since(state, last) if stand[0] is RUNNING else 0)
            state.marks[clock].append((state.at, stand, state.kind, elapsed, state.work))


def _priority(state: Fold, entry: Entry) -> None:
    state.priority = entry[2]  # type: ignore[assignment]  # Kind.PRIORITY carries a key or None
    state.terms = terms_of(state.policy, state.priority)
    _settle(state)


def _policy(state: Fold, entry: Entry) -> None:
    policy: Policy | None = entry[2]  # type: ignore[assignment]  # Kind.POLICY carries a policy or None
    state.policy = policy
    state.terms = terms_of(policy, state.priority)
    if policy is not None and policy.calendar_id is not None:
        _count_by(state, policy.calendar_id)
    _settle(state)


def _calendar(state: Fold, entry: Entry) -> None:
    _count_by(state, entry[2])  # type: ignore[arg-type]  # Kind.CALENDAR carries an id
    _settle(state)


def _count_by(state: Fold, calendar_id: str) -> None:
    state.timeline = state.timelines[calendar_id]
    state.work = state.timeline.worked(state.at)


def _promised(state: Fold, entry: Entry) -> None:
    promise: Promise = entry[2]  # type: ignore[assignment]  # Kind.PROMISED carries a promise
    state.promises = [*(state.promises or ()), (state.at, CLOCKS.index(promise.clock), promise.due)]
    _settle(state)


def _settle(state: Fold) -> None:
    _settle_response(state)
    _settle_resolution(state)
    _settle_update(state)


def _settle_live(state: Fold) -> None:
    """Settle what a hold can touch: clocks that have not stopped."""
    if not state.answered:
        _settle_response(state)
    _settle_resolution(state)
    if state.questioned:
        _settle_update(state)


def _settle_response(state: Fold) -> None:
    if state.void:
        _mark(state, RESPONSE, VOID, 1, state.void)
    elif state.answered:
        _mark(state, RESPONSE, STOPPED, 1, "")
    elif state.resolved:
        _mark(state, RESPONSE, PAUSED, 1, "resolved")
    elif state.held in state.terms.pauses[RESPONSE]:
        _mark(state, RESPONSE, PAUSED, 1, state.held or "")
    else:
        _mark(state, RESPONSE, RUNNING, 1, "")


def _settle_resolution(state: Fold) -> None:
    if state.void:
        _mark(state, RESOLUTION, VOID, 1, state.void)
    elif state.resolved:
        _mark(state, RESOLUTION, STOPPED, 1, "")
    elif state.held in state.terms.pauses[RESOLUTION]:
        _mark(state, RESOLUTION, PAUSED, 1, state.held or "")
    else:
        _mark(state, RESOLUTION, RUNNING, 1, "")


def _settle_update(state: Fold) -> None:
    if state.void:
        _mark(state, UPDATE, VOID, state.cycle, state.void)
    elif not state.cycle:
        if state.marks[UPDATE]:
            _mark(state, UPDATE, NONE, 0, "")
    elif not state.questioned:
        _mark(state, UPDATE, STOPPED, state.cycle, "")
    elif state.held in state.terms.pauses[UPDATE]:
        _mark(state, UPDATE, PAUSED, state.cycle, state.held or "")
    else:
        _mark(state, UPDATE, RUNNING, state.cycle, "")


def _mark(state: Fold, clock: int, phase: Phase, cycle: int, reason: str) -> None:
    """Note where a clock stands from the entry's instant on, if anything about it is new.

    Changes of the target are noted for stopped clocks too, because what has fired is carried over at each of them.
    """
    terms, timeline, work = state.terms, state.timeline, state.work
    target = terms.targets[clock]
    if state.promises is not None and state.promise_of(clock) is not None:
        target = None
    stand = (phase, cycle, target, timeline, terms, reason)
    marks = state.marks[clock]
    if not marks:
        marks.append((state.at, stand, state.kind, 0, work))
        return
    last = marks[-1]
    before, elapsed = last[1], last[3]
    if before == stand:
        return
    if before[1] != cycle:
        elapsed = 0
    elif before[0] is RUNNING:
        elapsed += work - last[4] if before[3] is timeline else _since(state, last)
    marks.append((state.at, stand, state.kind, elapsed, work))


def _since(state: Fold, mark: Mark) -> int:
    """Opening time from a mark to the entry's instant, by the calendar that was in force in between."""
    timeline = mark[1][3]
    return (state.work if timeline is state.timeline else timeline.worked(state.at)) - mark[4]


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
