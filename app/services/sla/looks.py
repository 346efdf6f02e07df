"""When an incident has to be looked at next: the first instant at which something fires that nobody has looked at."""

from app.domain.sla.firing import Firing, firings_of, next_check
from app.domain.sla.fold import PAUSED, RUNNING, Fold, Mark
from app.domain.sla.ledger import Kind
from app.domain.sla.policy import CLOCKS

_LIVE = frozenset({RUNNING, PAUSED})


def look_at(state: Fold, decided: int, now: int) -> int | None:
    """The first instant after `decided` at which something fires, past or to come, if nothing more happens."""
    if not is_quiet(state, decided, now):
        waiting = [firing.at for firing in undecided(state, decided, now)]
        if waiting:
            return min(waiting)
    return next_check(state, now)


def undecided(state: Fold, decided: int, now: int) -> list[Firing]:
    """What has been reached after `decided`, up to and with `now`: nobody has looked at it yet."""
    found = [firing for index in range(len(CLOCKS)) for firing in firings_of(state, index, now)]
    return [firing for firing in found if firing.at > decided]


def is_quiet(state: Fold, decided: int, now: int) -> bool:
    """Whether plain arithmetic shows that nothing was reached after `decided`; False where it takes a closer look.

    Nearly every save is of this kind, and the walk through all firings costs as much as the rest of the clocks.
    """
    if state.promises is not None:
        return False
    for index in range(len(CLOCKS)):  # noqa: SIM110 - a generator costs twice as much, for every save
        if not is_clock_quiet(state, index, decided, now):
            return False
    return True


def is_clock_quiet(state: Fold, index: int, decided: int, now: int) -> bool:
    """The same for one clock, given by its index in `CLOCKS`, where no date was promised by hand."""
    marks = state.marks[index]
    if not marks:
        return True
    _, _, target, _, terms, _ = marks[-1][1]
    if len(marks) == 1 and (not terms.needs[index] or _elapsed(marks[0], now) < terms.needs[index][0]):
        return True
    begin = state.begins[index]
    # What was decided is settled under whatever target it had; the last mark before says how much was used by then.
    first = next((place for place in range(len(marks) - 1, begin - 1, -1) if marks[place][0] <= decided), None)
    if target is None or (first is None and begin):
        return len(marks) == 1
    if first is not None and marks[first][1][0] not in _LIVE:
        # A target that is new while the clock stands lets fire what it has left behind only when the clock goes on.
        return all(mark[1][0] not in _LIVE for mark in marks[first:])
    for mark in marks[begin if first is None else first :]:
        if mark[1][2] != target or mark[1][4] is not terms or mark[2] is Kind.ABSORBED:
            return False
    before = None if first is None else _elapsed(marks[first], decided)
    used = _elapsed(marks[-1], now)
    return not any((before is None or before < need) and need <= used for need in terms.needs[index])


def _elapsed(mark: Mark, at: int) -> int:
    """The elapsed time of a cycle at an instant after a mark and before the next one."""
    _, stand, _, elapsed, work = mark
    return elapsed + stand[3].worked(at) - work if stand[0] is RUNNING else elapsed


def last_change(state: Fold) -> int:
    """The instant at which something about a clock changed last: figures of the cache are as of then."""
    found = 0
    for marks in state.marks:
        if marks and marks[-1][0] > found:
            found = marks[-1][0]
    return found
