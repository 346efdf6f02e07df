"""The clocks against an oracle that walks minute by minute, and the invariants of the clock research 3.9."""

import itertools
from datetime import timedelta
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.calendar import ALWAYS_WEEK, Calendar
from app.domain.instants import DAY, HOUR, MINUTE, micros, moment
from app.domain.sla.clock import Reading, crossing, evaluate, read
from app.domain.sla.firing import Firing, firings, firings_of, next_check
from app.domain.sla.fold import RUNNING, VOID, fold
from app.domain.sla.ledger import Entry, Kind, Ledger
from app.domain.sla.policy import CLOCKS, Clock
from app.domain.timeline import Timeline
from tests.support import sla_strategies as some
from tests.support.walking_clock import Walker, is_open

Case = tuple[Ledger, dict[str, Calendar], int]
slow = settings(max_examples=40, deadline=None)
quick = settings(max_examples=25, deadline=None)


@lru_cache(maxsize=64)
def line(calendar: Calendar, _place: int) -> Timeline:
    return Timeline(calendar)


def lines(calendars: dict[str, Calendar]) -> dict[str, Timeline]:
    """One timeline for each place, as the desk has, even where calendars are equal."""
    return {name: line(calendar, place) for place, (name, calendar) in enumerate(calendars.items())}


def bare(found: list[Firing]) -> list[tuple[int, str, int, int, str]]:
    return [(f.at, f.clock.value, f.cycle, f.target, f.threshold.key) for f in found]


@slow
@given(some.cases())
def test_the_engine_agrees_with_the_walk(case: Case) -> None:
    ledger, calendars, until = case
    walker = Walker(ledger, calendars, some.SHARES)
    walker.walk(until)
    state = fold(ledger, lines(calendars), until)
    for index, clock in enumerate(CLOCKS):
        hand, reading = walker.hands[clock], read(state, index, until)
        assert reading.phase.name.lower() == hand.state
        assert reading.elapsed == hand.elapsed
        if hand.state in {"running", "paused", "stopped"}:
            target = hand.frozen if hand.state == "stopped" else walker.target(clock)
            assert reading.target == target
            assert reading.breached is (None if target is None else hand.elapsed > target)
        found = [(f.at, f.cycle, f.target, f.threshold.key) for f in firings_of(state, index, until)]
        assert sorted(found) == sorted((at, cycle, target, f"{share}%") for at, cycle, target, share in hand.fired)


@slow
@given(some.cases())
def test_due_is_when_the_walk_gets_there(case: Case) -> None:
    ledger, calendars, until = case
    walker = Walker(ledger, calendars, ())
    walker.walk(until)
    for reading in evaluate(ledger, lines(calendars), until):
        target = walker.target(reading.clock)
        hand = walker.hands[reading.clock]
        if hand.state != "running" or target is None:
            assert reading.due is None
        elif hand.elapsed < target:
            left, at = target - hand.elapsed, until
            while left and at < until + 3 * DAY:
                left -= MINUTE if is_open(walker.calendar, at) else 0
                at += MINUTE
            assert reading.due == at if not left else reading.due is None or reading.due > at
        else:
            assert reading.due is not None
            assert reading.due <= until
            assert _elapsed_of(ledger, calendars, reading.clock, reading.due, until) >= target
            assert _elapsed_of(ledger, calendars, reading.clock, reading.due - 1, until) < target


def _elapsed_of(ledger: Ledger, calendars: dict[str, Calendar], clock: Clock, at: int, until: int) -> int:
    """What the clock's present cycle had gathered at an instant that may lie before some of the facts."""
    now, then = (read_at(ledger, calendars, clock, when) for when in (until, at))
    return then.elapsed if then.cycle == now.cycle else 0


def read_at(ledger: Ledger, calendars: dict[str, Calendar], clock: Clock, at: int) -> Reading:
    return evaluate(ledger, lines(calendars), at)[CLOCKS.index(clock)]


@quick
@given(some.cases(), st.data())
def test_what_changes_nothing_changes_nothing(case: Case, data: st.DataObject) -> None:
    """Invariant 4: empty pauses, repeated holds, changes to the same, and a calendar that is equal."""
    ledger, calendars, until = case
    number = data.draw(st.integers(0, len(ledger.entries) - 1))
    at = ledger.entries[number].at
    before = fold(ledger._replace(entries=ledger.entries[: number + 1]), lines(calendars), until)
    twin = "main"
    now = [Entry(at, Kind.PRIORITY, before.priority), Entry(at, Kind.CLOSED)]
    if before.held is not None:
        now.append(Entry(at, Kind.HELD, before.held))
    elif not before.resolved and not before.void:
        now += [Entry(at, Kind.HELD, "awaiting_vendor"), Entry(at, Kind.RESUMED)]
    more = ledger._replace(entries=[*ledger.entries[: number + 1], *now, *ledger.entries[number + 1 :]])
    same = {**calendars, "twin": calendars[twin]}
    assert _all(more, same, until) == _all(ledger, calendars, until)


def comparable(reading: Reading) -> object:
    return reading._replace(stand=None), reading.phase, reading.cycle, reading.reason


def _all(ledger: Ledger, calendars: dict[str, Calendar], until: int) -> object:
    books = lines(calendars)
    return [comparable(r) for r in evaluate(ledger, books, until)], bare(firings(ledger, books, until))


@quick
@given(some.cases(), st.data())
def test_a_change_to_an_equal_calendar_is_none(case: Case, data: st.DataObject) -> None:
    ledger, calendars, until = case
    books = lines(calendars)
    number = data.draw(st.integers(0, len(ledger.entries) - 1))
    at = ledger.entries[number].at
    state = fold(ledger._replace(entries=ledger.entries[: number + 1]), books, until)
    name = next(name for name, line in books.items() if line is state.timeline)
    twin = Entry(at, Kind.CALENDAR, "twin")
    more = ledger._replace(entries=[*ledger.entries[: number + 1], twin, *ledger.entries[number + 1 :]])
    assert _all(more, {**calendars, "twin": calendars[name]}, until) == _all(ledger, calendars, until)


@quick
@given(some.cases(), st.lists(st.integers(0, 5000), max_size=5))
def test_reading_leaves_no_trace(case: Case, offsets: list[int]) -> None:
    """Invariant 5: questions asked in between, of the same timelines, change no later answer."""
    ledger, calendars, until = case
    books = lines(calendars)
    for offset in offsets:
        evaluate(ledger, books, ledger.entries[0].at + offset * MINUTE)
        books["main"].next_open(ledger.entries[0].at + offset * DAY)
        books["other"].elapsed(ledger.entries[0].at - offset * DAY, ledger.entries[0].at)
    readings = [comparable(r) for r in evaluate(ledger, books, until)]
    assert (readings, bare(firings(ledger, books, until))) == _all(ledger, calendars, until)


@quick
@given(some.cases(), st.lists(st.integers(0, 5000), min_size=2, max_size=6))
def test_elapsed_never_falls_and_never_outruns_the_wall(case: Case, offsets: list[int]) -> None:
    """Invariant 6."""
    ledger, calendars, _ = case
    books = lines(calendars)
    times = sorted(ledger.entries[0].at + offset * MINUTE for offset in offsets)
    for earlier, later in itertools.pairwise(times):
        pairs = zip(evaluate(ledger, books, earlier), evaluate(ledger, books, later), strict=True)
        for before, after in pairs:
            if before.cycle == after.cycle:
                assert 0 <= after.elapsed - before.elapsed <= later - earlier


@quick
@given(some.cases(), st.integers(0, 5000))
def test_firings_only_grow_and_each_key_is_there_once(case: Case, offset: int) -> None:
    """Invariants 7 and 8: what fired by an instant is the beginning of what has fired later."""
    ledger, calendars, until = case
    books = lines(calendars)
    earlier = min(until, ledger.entries[0].at + offset * MINUTE)
    for index in range(len(CLOCKS)):
        before = bare(firings_of(fold(ledger, books, earlier), index, earlier))
        after = bare(firings_of(fold(ledger, books, until), index, until))
        assert after[: len(before)] == before
        assert all(at > earlier for at, *_ in after[len(before) :])
    keys = [firing.key("i") for firing in firings(ledger, books, until)]
    assert len(keys) == len(set(keys))


@quick
@given(some.cases(), st.integers(1, 3000))
def test_a_breach_of_a_running_clock_stays(case: Case, minutes: int) -> None:
    """Invariant 9."""
    ledger, calendars, until = case
    books = lines(calendars)
    pairs = zip(evaluate(ledger, books, until), evaluate(ledger, books, until + minutes * MINUTE), strict=True)
    for now, later in pairs:
        assert not (now.phase is RUNNING and now.breached) or later.breached


@quick
@given(some.calendars(("Asia/Kolkata", some.PLACES[0][1])), some.TARGETS, st.integers(0, 20_000))
def test_a_week_later_is_a_week_later(calendar: Calendar, target: int, minutes: int) -> None:
    """Invariant 10: without holidays and within one offset."""
    plain = Timeline(Calendar(calendar.zone, calendar.week))
    start = some.noon(some.PLACES[0][1]) + minutes * MINUTE
    due = plain.add(start, target)
    assert plain.add(start + 7 * DAY, target) == (None if due is None else due + 7 * DAY)


@quick
@given(st.lists(st.tuples(st.sampled_from(["hold", "resolve"]), st.integers(1, 10**11), st.integers(1, 10**11))))
def test_round_the_clock_time_is_plain_time(stops: list[tuple[str, int, int]]) -> None:
    """Invariant 11: due = created + target + pauses + resolved time, to the microsecond."""
    at = created = micros(moment(0) + timedelta(days=20_000))
    entries = [Entry(at, Kind.CREATED)]
    outside = 0
    for what, runs, rests in stops:
        first, last = (Kind.HELD, Kind.RESUMED) if what == "hold" else (Kind.RESOLVED, Kind.REOPENED)
        entries += [Entry(at + runs, first, "awaiting_caller"), Entry(at + runs + rests, last)]
        at += runs + rests
        outside += rests
    target = at - created - outside + HOUR
    policy = some.everything_of(Clock.RESOLUTION, target)
    books = {"main": Timeline(Calendar("UTC", ALWAYS_WEEK))}
    reading = evaluate(Ledger("main", policy, None, entries), books, at)[1]
    assert reading.due == created + target + outside


@quick
@given(some.cases())
def test_the_next_check_is_the_next_firing(case: Case) -> None:
    """Nothing fires before the next check, and something does then; none means nothing ever will."""
    ledger, calendars, until = case
    books = lines(calendars)
    state = fold(ledger, books, until)
    check = next_check(state, until)
    now = firings(ledger, books, until)
    if check is None:
        assert firings(ledger, books, until + 20 * DAY) == now
        return
    assert check > until
    assert firings(ledger, books, check - 1) == now
    assert {firing.at for firing in firings(ledger, books, check)[len(now) :]} == {check}


@quick
@given(some.cases(), some.TARGETS)
def test_the_instant_of_a_point_is_minimal(case: Case, need: int) -> None:
    """A point of a clock lies at the first instant at which that much time has elapsed."""
    ledger, calendars, until = case
    books = lines(calendars)
    state = fold(ledger, books, until)
    for index, marks in enumerate(state.marks):
        if not marks or marks[-1][1][0] is VOID:
            continue
        at = crossing(marks, state.begins[index], need, until)
        if at is not None and at <= until and at >= marks[state.begins[index]][0]:
            assert _elapsed_of(ledger, calendars, CLOCKS[index], at, until) >= need
            assert _elapsed_of(ledger, calendars, CLOCKS[index], at - 1, until) < need
