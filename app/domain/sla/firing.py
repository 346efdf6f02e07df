"""Which thresholds have fired, and when: a pure function of the ledger, whoever asks and however late.

A threshold fires once for each key (incident, clock, cycle, target, threshold). Facts of an instant come before the
timers of that instant; what a change of target has left behind fires at the change (clock research 3.3 and 3.7).
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.domain.instants import MINUTE
from app.domain.sla.fold import PAUSED, RUNNING, Fold, Mark, fold
from app.domain.sla.ledger import Ledger
from app.domain.sla.policy import CLOCKS, Clock
from app.domain.sla.thresholds import Threshold, instant_needed, needed
from app.domain.timeline import HORIZON, Timeline

LATE = 5 * MINUTE
"""A firing that is found this much after its instant is marked as late."""


_INDEXES = tuple(range(len(CLOCKS)))


class Firing(NamedTuple):
    """A threshold that was reached at the instant `at`.

    `target` is the promise it belongs to: opening time in microseconds, or the due instant set by hand.
    """

    at: int
    clock: Clock
    cycle: int
    target: int
    threshold: Threshold

    def key(self, incident_id: str) -> tuple[str, str, int, int, str]:
        """What makes this firing the only one of its kind: the unique key of the database."""
        return incident_id, self.clock.value, self.cycle, self.target, self.threshold.key


class _Walk:
    """The firings of one clock while its marks are walked: what has fired under which target."""

    __slots__ = ("clock", "cycle", "fired", "keys", "target", "thresholds")

    def __init__(self, clock: Clock, thresholds: Sequence[Threshold] | None) -> None:
        self.clock = clock
        self.thresholds = thresholds
        self.fired: list[Firing] = []
        self.keys: set[tuple[int, Threshold]] = set()
        self.cycle = 0
        self.target: int | None = None

    def enter(self, mark: Mark) -> None:
        """Take over a mark: a new cycle begins with nothing; a new target inherits what is reached under it too."""
        _, (_, cycle, target, _, _, _), _, elapsed, _ = mark
        if cycle != self.cycle:
            self.cycle, self.target = cycle, None
            self.keys.clear()
        if target is None or target == self.target:
            return
        if self.target is not None:
            before = [threshold for value, threshold in self.keys if value == self.target]
            self.keys.update((target, threshold) for threshold in before if needed(threshold, target) <= elapsed)
        self.target = target

    def look(self, mark: Mark) -> None:
        """Fire at a mark what is reached there and has not fired; the last mark of an instant judges for it."""
        at, (phase, _, target, _, terms, _), _, elapsed, _ = mark
        if target is None or phase not in {RUNNING, PAUSED}:
            return
        for threshold in self._thresholds(terms.thresholds):
            if needed(threshold, target) <= elapsed:
                self._fire(at, target, threshold)

    def run(self, mark: Mark, end: int, *, to_the_end: bool) -> None:
        """Fire what is reached between a mark and the next instant with facts.

        What is reached at `end` itself is left to the facts of that instant, unless the walk ends here.
        """
        _, (phase, _, target, timeline, terms, _), _, elapsed, work = mark
        if phase is not RUNNING or target is None:
            return
        for threshold in self._thresholds(terms.thresholds):
            need = needed(threshold, target)
            at = timeline.reach(work + need - elapsed, end) if elapsed < need else None
            if at is not None and (at < end or to_the_end):
                self._fire(at, target, threshold)

    def _thresholds(self, own: tuple[tuple[Threshold, ...], ...]) -> Sequence[Threshold]:
        return own[CLOCKS.index(self.clock)] if self.thresholds is None else self.thresholds

    def _fire(self, at: int, target: int, threshold: Threshold) -> None:
        key = target, threshold
        if key not in self.keys:
            self.keys.add(key)
            self.fired.append(Firing(at, self.clock, self.cycle, target, threshold))


def _in_order(firings: list[Firing]) -> list[Firing]:
    """By instant, then by how far along the target the threshold lies."""
    return sorted(firings, key=lambda firing: (firing.at, needed(firing.threshold, firing.target)))


def firings_of(state: Fold, index: int, until: int, thresholds: Sequence[Threshold] | None = None) -> list[Firing]:
    """Every firing of the clock with this index in `CLOCKS` up to and with the instant `until`, in order.

    `thresholds` replaces those of the policies, for questions such as "what would have fired".
    """
    walk = _Walk(CLOCKS[index], thresholds)
    marks = state.marks[index]
    for number, mark in enumerate(marks):
        walk.enter(mark)
        is_last = number == len(marks) - 1
        end = until if is_last else marks[number + 1][0]
        if end > mark[0] or is_last:
            walk.look(mark)
            walk.run(mark, end, to_the_end=is_last)
    by_hand = () if state.promises is None else _by_hand(state, index, until, thresholds)
    return _in_order([*walk.fired, *by_hand])


def _by_hand(state: Fold, index: int, until: int, thresholds: Sequence[Threshold] | None) -> list[Firing]:
    """Firings under due dates set by hand: shares and offsets are wall-clock time, and no pause moves them."""
    fired: dict[tuple[int, int, Threshold], Firing] = {}
    for start, end, due in _promised_spans(state, index, until):
        for mark, first, last in _live_spans(state.marks[index], start, end):
            own = mark[1][4].thresholds[index] if thresholds is None else thresholds
            for threshold in own:
                at = max(first, instant_needed(threshold, state.created, due))
                if at < last or at == last == until:
                    key = mark[1][1], due, threshold
                    fired.setdefault(key, Firing(at, CLOCKS[index], mark[1][1], due, threshold))
    return list(fired.values())


def _promised_spans(state: Fold, index: int, until: int) -> list[tuple[int, int, int]]:
    """The stretches in which a due date set by hand was in force for a clock: start, end, due."""
    own = [(at, due) for at, clock, due in state.promises or () if clock == index]
    ends = [*(at for at, _ in own), until][1:]
    return [(at, end, due) for (at, due), end in zip(own, ends, strict=True) if due is not None]


def _live_spans(marks: list[Mark], start: int, end: int) -> list[tuple[Mark, int, int]]:
    """The parts of [start, end] in which a clock ran or was paused, each with the mark it stands under."""
    ends = [*(mark[0] for mark in marks), end][1:]
    cut = [(mark, max(mark[0], start), min(last, end)) for mark, last in zip(marks, ends, strict=True)]
    return [(mark, first, last) for mark, first, last in cut if first <= last and mark[1][0] in {RUNNING, PAUSED}]


def firings(ledger: Ledger, timelines: Mapping[str, Timeline], until: int) -> list[Firing]:
    """Every firing of the three clocks of an incident up to and with `until`, by instant."""
    state = fold(ledger, timelines, until)
    return _in_order([firing for index in range(len(CLOCKS)) for firing in firings_of(state, index, until)])


def firings_since(state: Fold, index: int, decided: int, until: int) -> list[Firing] | None:
    """What a clock has reached after `decided`, up to and with `until`, where no fact moved it in between; else None.

    What was reached up to `decided` has fired, so the walk through the marks is not needed.
    """
    marks = state.marks[index]
    if not marks:
        return []
    at, (phase, cycle, target, timeline, terms, _), _, elapsed, work = marks[-1]
    is_first = len(marks) == 1
    if state.promises is not None or (at > decided and not is_first):
        return None
    if phase is not RUNNING or target is None:
        return [] if phase is not PAUSED or at <= decided else None
    needs, zero = terms.needs[index], work - elapsed
    first = bisect_right(needs, timeline.worked(decided) - zero) if at <= decided else 0
    found = []
    for place in range(first, bisect_right(needs, timeline.worked(until) - zero)):
        reached = at if needs[place] <= elapsed else timeline.reach(zero + needs[place], until)
        if reached is not None:
            found.append(Firing(reached, CLOCKS[index], cycle, target, terms.reached[index][place]))
    return found


def may_fire_at_change(state: Fold, index: int) -> bool:
    """Whether the last mark of a clock may let thresholds fire at its own instant; False is certain, True may be wrong.

    It holds where everything that was reached before the mark has fired: then only a threshold can fire there that the
    mark before had not reached, because what was reached under the old target is taken over to the new one.
    """
    marks = state.marks[index]
    _, (phase, cycle, target, _, terms, _), _, elapsed, _ = marks[-1]
    if target is None or phase not in {RUNNING, PAUSED} or not terms.needs[index] or elapsed < terms.needs[index][0]:
        return False
    settled: Sequence[Threshold] = ()
    if len(marks) > 1:
        _, (phase_before, cycle_before, target_before, _, terms_before, _), _, _, _ = marks[-2]
        if phase_before in {RUNNING, PAUSED} and cycle_before == cycle and target_before is not None:
            own = terms_before.thresholds[index]
            settled = [threshold for threshold in own if needed(threshold, target_before) <= elapsed]
    reached = [threshold for threshold in terms.thresholds[index] if needed(threshold, target) <= elapsed]
    return any(threshold not in settled for threshold in reached)


def next_check(state: Fold, at: int) -> int | None:
    """The next instant after `at` at which a threshold of any clock is reached, if nothing more happens.

    What is reached at `at` already has fired, so that no firing has to be looked up. None if nothing can fire any
    more without a new fact.
    """
    found = None
    for index in _INDEXES:
        instant = _next_of(state, index, at)
        if instant is not None and (found is None or instant < found):
            found = instant
    return found


def _next_of(state: Fold, index: int, at: int) -> int | None:
    marks = state.marks[index]
    if not marks:
        return None
    since, (phase, _, target, timeline, terms, _), _, elapsed, work = marks[-1]
    promised = None if state.promises is None else state.promise_of(index)
    if promised is not None and phase in {RUNNING, PAUSED}:
        own = terms.thresholds[index]
        instants = (instant_needed(threshold, state.created, promised) for threshold in own)
        return min((instant for instant in instants if instant > at), default=None)
    if phase is not RUNNING or target is None:
        return None
    so_far = elapsed if since == at else elapsed + timeline.worked(at) - work
    needs = terms.needs[index]
    later = bisect_right(needs, so_far)
    return timeline.reach(work + needs[later] - elapsed, at + HORIZON) if later < len(needs) else None
