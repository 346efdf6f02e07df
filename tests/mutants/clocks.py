"""Clocks and thresholds that count wrongly."""

from collections.abc import Callable
from typing import Any

from app.domain.sla import clock, firing, fold
from app.domain.sla.clock import Reading
from app.domain.sla.firing import _Walk
from app.domain.sla.fold import PAUSED, RESOLUTION, RESPONSE, RUNNING, STOPPED, Fold
from app.domain.sla.ledger import Entry, Kind, Ledger
from app.domain.sla.policy import NO_TERMS, Terms
from app.domain.sla.thresholds import Measure, Threshold, needed
from app.domain.timeline import HORIZON
from tests.mutants.patching import Mutant, collector, swap

MUTANTS: dict[str, Mutant] = {}
mutant = collector(MUTANTS)

Handler = Callable[[Fold, Entry], None]


def _handle(kind: Kind, make: Callable[[Handler], Handler]) -> None:
    """Put another handler of a kind of fact in place."""

    def changed(right: tuple[Handler, ...]) -> tuple[Handler, ...]:
        return tuple(make(handler) if number == kind else handler for number, handler in enumerate(right))

    swap(fold, "_HANDLERS", changed)


def _ignore(kind: Kind) -> None:
    _handle(kind, lambda _: lambda _state, _entry: None)


def _after(kind: Kind, act: Callable[[Fold], None]) -> None:
    def make(right: Handler) -> Handler:
        def handler(state: Fold, entry: Entry) -> None:
            right(state, entry)
            act(state)

        return handler

    _handle(kind, make)


def _terms(change: Callable[[Terms], None]) -> None:
    def make(right: Any) -> Any:
        def init(self: Terms, *arguments: Any) -> None:
            right(self, *arguments)
            change(self)

        return init

    swap(Terms, "__init__", make)
    change(NO_TERMS)


def _restart(state: Fold, *clocks: int) -> None:
    """Begin again at zero for clocks that go on."""
    for number in clocks:
        at, stand, kind, _, _ = state.marks[number][-1]
        if stand[0] in {RUNNING, PAUSED}:
            state.marks[number].append((at, stand, kind, 0, state.work))


@mutant("breached at A >= T")
def _at_due() -> None:
    wrong = property(lambda self: self.remaining is not None and self.remaining <= 0)
    swap(Reading, "breached", lambda _: wrong)


@mutant("percent rounded")
def _rounded() -> None:
    wrong = property(lambda self: None if self.target is None else round(100 * self.elapsed / self.target))
    swap(Reading, "percent", lambda _: wrong)


@mutant("thresholds compare rounded percent")
def _rounded_thresholds() -> None:
    def wrong(threshold: Threshold, target: int) -> int:
        if threshold.measure is not Measure.SHARE:
            return needed(threshold, target)
        return -(-(threshold.amount - 5_000) * target // 1_000_000)

    swap(firing, "needed", lambda _: wrong)


@mutant("pause ignored")
def _no_pause() -> None:
    _ignore(Kind.HELD)


@mutant("pause stops the response clock too")
def _pause_all() -> None:
    def change(terms: Terms) -> None:
        terms.pauses = (terms.pauses[1], *terms.pauses[1:])

    _terms(change)


@mutant("update clock not paused")
def _update_runs() -> None:
    def change(terms: Terms) -> None:
        terms.pauses = (*terms.pauses[:2], frozenset())

    _terms(change)


@mutant("resolving does not end pending")
def _pending_stays() -> None:
    held: dict[int, str | None] = {}

    def resolve(right: Handler) -> Handler:
        def handler(state: Fold, entry: Entry) -> None:
            held[id(state)] = state.held
            right(state, entry)

        return handler

    def reopen(state: Fold) -> None:
        state.held = held.get(id(state))
        fold._settle(state)

    _handle(Kind.RESOLVED, resolve)
    _after(Kind.REOPENED, reopen)


@mutant("due date shown while paused")
def _due_in_pause() -> None:
    def make(right: Any) -> Any:
        def read(state: Fold, index: int, at: int, work: int) -> Reading:
            found: Reading = right(state, index, at, work)
            if found.phase is not PAUSED or found.target is None or found.timeline is None:
                return found
            left = max(found.target - found.elapsed, 0)
            return found._replace(due=found.timeline.reach(work + left, at + HORIZON))

        return read

    swap(clock, "_read", make)


@mutant("resolving does not stop the response clock")
def _response_goes_on() -> None:
    def change(terms: Terms) -> None:
        terms.resolved_stops_response = False

    _terms(change)


@mutant("reopening starts at zero")
def _reopen_at_zero() -> None:
    _after(Kind.REOPENED, lambda state: _restart(state, RESOLUTION))


@mutant("time while resolved counts after reopening")
def _resolved_time_counts() -> None:
    def act(state: Fold) -> None:
        marks = state.marks[RESOLUTION]
        stops = [mark for mark in marks if mark[1][0] is STOPPED]
        if stops and marks[-1][2] is Kind.REOPENED:
            at, stand, kind, elapsed, work = marks[-1]
            marks[-1] = (at, stand, kind, elapsed + work - stops[-1][4], work)

    _after(Kind.REOPENED, act)


@mutant("reopening does not restart the clock")
def _reopen_ignored() -> None:
    _ignore(Kind.REOPENED)


@mutant("change of priority restarts the clock")
def _priority_restarts() -> None:
    _after(Kind.PRIORITY, lambda state: _restart(state, RESPONSE, RESOLUTION))


@mutant("change of policy restarts the clock")
def _policy_restarts() -> None:
    _after(Kind.POLICY, lambda state: _restart(state, RESPONSE, RESOLUTION))


@mutant("change of priority ignored")
def _priority_ignored() -> None:
    _ignore(Kind.PRIORITY)


@mutant("target not frozen when the clock stops")
def _not_frozen() -> None:
    swap(clock, "_first_of_stop", lambda _: lambda marks: len(marks) - 1)


@mutant("new calendar applied to the whole past")
def _calendar_for_all() -> None:
    def make(right: Any) -> Any:
        def init(self: Fold, ledger: Ledger, timelines: Any) -> None:
            last = [str(entry.value) for entry in ledger.entries if entry.kind is Kind.CALENDAR][-1:]
            right(self, ledger, timelines)
            self.timeline = timelines[last[0]] if last else self.timeline

        return init

    swap(Fold, "__init__", make)


@mutant("change of calendar ignored")
def _calendar_ignored() -> None:
    _ignore(Kind.CALENDAR)


@mutant("thresholds fire once per percent, whatever the target")
def _once_per_percent() -> None:
    def wrong(self: _Walk, at: int, target: int, threshold: Threshold) -> None:
        if (0, threshold) not in self.keys:
            self.keys.add((0, threshold))
            self.fired.append(firing.Firing(at, self.clock, self.cycle, target, threshold))

    swap(_Walk, "_fire", lambda _: wrong)


def _forget_before(when: Callable[[_Walk, Any], bool]) -> None:
    def make(right: Any) -> Any:
        def enter(self: _Walk, mark: Any) -> None:
            if when(self, mark):
                self.keys.clear()
            right(self, mark)

        return enter

    swap(_Walk, "enter", make)


@mutant("thresholds fire anew at every change of target")
def _fire_anew() -> None:
    _forget_before(lambda walk, mark: mark[1][2] is not None and mark[1][2] != walk.target)


@mutant("thresholds forgotten at reopening")
def _forget_at_reopening() -> None:
    _forget_before(lambda _walk, mark: mark[2] is Kind.REOPENED)


@mutant("threshold beats a stop at the same instant")
def _threshold_first() -> None:
    def make(right: Any) -> Any:
        return lambda self, mark, end, *, to_the_end: right(self, mark, end, to_the_end=True)

    swap(_Walk, "run", make)


@mutant("thresholds only while running")
def _running_only() -> None:
    swap(_Walk, "look", lambda right: lambda self, mark: right(self, mark) if mark[1][0] is RUNNING else None)


@mutant("thresholds already passed at a change are dropped")
def _dropped() -> None:
    def make(right: Any) -> Any:
        def look(self: _Walk, mark: Any) -> None:
            before = list(self.fired)
            right(self, mark)
            self.fired = before

        return look

    swap(_Walk, "look", make)


@mutant("resolving does not stop the update clock")
def _update_survives() -> None:
    def make(right: Handler) -> Handler:
        def handler(state: Fold, entry: Entry) -> None:
            questioned, state.questioned = state.questioned, False
            right(state, entry)
            state.questioned = questioned

        return handler

    _handle(Kind.RESOLVED, make)


@mutant("update clock restarts with every customer message")
def _update_restarts() -> None:
    def make(right: Handler) -> Handler:
        def handler(state: Fold, entry: Entry) -> None:
            state.questioned = False
            right(state, entry)

        return handler

    _handle(Kind.ASKED, make)


@mutant("update clock runs before the first response")
def _update_early() -> None:
    def change(terms: Terms) -> None:
        terms.update_before_first_response = True

    _terms(change)


@mutant("update clock revived by reopening")
def _update_revived() -> None:
    def act(state: Fold) -> None:
        if state.cycle:
            state.questioned = True
            fold._settle_update(state)

    _after(Kind.REOPENED, act)
