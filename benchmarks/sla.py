"""100,000 clocks read from their facts, against the bare bisections over the same opening intervals.

The floor is handed what the engine has to find out: the stretches in which each clock ran, in instants, and its target.
It looks up both ends of each stretch, adds up, and looks up the due instant of the clocks that run.
"""

import random
from bisect import bisect_left, bisect_right
from datetime import date
from pathlib import Path

from app.domain.calendar import ALWAYS_WEEK, Calendar, Holiday, Span
from app.domain.instants import DAY, HOUR, MINUTE
from app.domain.sla.clock import evaluate, read
from app.domain.sla.fold import RUNNING, Fold, fold
from app.domain.sla.ledger import Entry, Kind, Ledger
from app.domain.sla.policy import CLOCKS, Clock, Policy
from app.domain.timeline import ORIGIN, Timeline
from app.domain.vocabulary import HoldReason
from benchmarks.harness import Result, compare

CLOCK_COUNT = 100_000
NOW = ORIGIN + 360 * DAY
DAY_SPANS = (Span(8 * 3600, 12 * 3600), Span(13 * 3600, 18 * 3600))
OFFICE = (DAY_SPANS,) * 5 + ((),) * 2
HOLIDAYS = tuple(Holiday(date(2025, month, 1)) for month in (1, 5, 11))

# The arrays of a calendar, the stretches of a clock, its target where it runs.
Work = tuple[list[int], list[int], list[int], list[tuple[int, int]], int | None]


def timelines() -> dict[str, Timeline]:
    """Five desks: four with a lunch break in different zones, one that never closes."""
    zones = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney")
    return {
        "always": Timeline(Calendar("UTC", ALWAYS_WEEK)),
        **{zone: Timeline(Calendar(zone, OFFICE, HOLIDAYS)) for zone in zones},
    }


def ledgers(count: int, calendar_ids: list[str], seed: int = 7) -> list[Ledger]:
    """Incidents of the last 90 days, 4 in 10 of them still open, with replies, holds, changes and reopenings."""
    chance = random.Random(seed)
    policies = [_policy(calendar_id) for calendar_id in calendar_ids]
    return [_ledger(chance, chance.choice(policies)) for _ in range(count)]


def _policy(calendar_id: str) -> Policy:
    targets = {Clock.RESPONSE: 4 * HOUR, Clock.RESOLUTION: 40 * HOUR, Clock.UPDATE: 8 * HOUR}
    urgent: dict[Clock, int | None] = {Clock.RESPONSE: HOUR, Clock.RESOLUTION: 8 * HOUR, Clock.UPDATE: 2 * HOUR}
    return Policy(calendar_id, 1, calendar_id, targets, calendar_id, by_priority={"1": urgent})


def _ledger(chance: random.Random, policy: Policy) -> Ledger:
    at = NOW - chance.randrange(90 * DAY)
    entries = [Entry(at, Kind.CREATED)]

    def then(kind: Kind, value: object = None) -> None:
        nonlocal at
        at += chance.randrange(MINUTE, 8 * HOUR)
        entries.append(Entry(at, kind, value))

    if chance.random() < 0.9:
        then(Kind.REPLIED)
    if chance.random() < 0.1:
        then(Kind.PRIORITY, "1")
    for _ in range(chance.randrange(3)):
        then(Kind.ASKED)
        if chance.random() < 0.4:
            then(Kind.HELD, HoldReason.AWAITING_CALLER.value)
            then(Kind.RESUMED)
        if chance.random() < 0.8:
            then(Kind.REPLIED)
    if chance.random() < 0.6:
        then(Kind.RESOLVED)
        if chance.random() < 0.05:
            then(Kind.REOPENED)
    return Ledger(policy.calendar_id or "", policy, chance.choice(["1", "2", "3", "4"]), entries)


def bare_work(cases: list[Ledger], lines: dict[str, Timeline], at: int) -> list[Work]:
    """What the floor is handed: one item for each clock of each incident."""
    return [
        _work_of(state, index, at)
        for state in (fold(case, lines, at) for case in cases)
        for index in range(len(CLOCKS))
    ]  # fmt: skip


def _work_of(state: Fold, index: int, at: int) -> Work:
    marks = state.marks[index][state.begins[index] :]
    state.timeline.worked(at + 90 * DAY)
    _, _, starts, lengths, sums, _ = state.timeline.table
    stretches: list[tuple[int, int]] = []
    for mark, end in zip(marks, [*(later[0] for later in marks), at][1:], strict=True):
        if mark[1][0] is RUNNING and stretches and stretches[-1][1] == mark[0]:
            stretches[-1] = stretches[-1][0], end
        elif mark[1][0] is RUNNING:
            stretches.append((mark[0], end))
    runs = bool(marks) and marks[-1][1][0] is RUNNING
    return starts, lengths, sums, stretches, read(state, index, at).target if runs else None


def bare(work: list[Work]) -> list[tuple[int, int | None]]:
    """The floor: elapsed time and due instant by bisection, nothing else."""
    found: list[tuple[int, int | None]] = []
    for starts, lengths, sums, stretches, target in work:
        elapsed = last = 0
        for start, end in stretches:
            at = bisect_right(starts, start) - 1
            inside, length = start - starts[at], lengths[at]
            first = sums[at] + (inside if inside < length else length)  # noqa: FURB136 - as the engine does it
            at = bisect_right(starts, end) - 1
            inside, length = end - starts[at], lengths[at]
            last = sums[at] + (inside if inside < length else length)  # noqa: FURB136 - as the engine does it
            elapsed += last - first
        due = None
        if target is not None:
            wanted = last - elapsed + target
            at = bisect_left(sums, wanted) - 1
            due = starts[at] + wanted - sums[at]
        found.append((elapsed, due))
    return found


def run(_folder: Path) -> list[Result]:
    """The promise about the clocks."""
    lines = timelines()
    cases = ledgers(CLOCK_COUNT // len(CLOCKS), list(lines))
    work = bare_work(cases, lines, NOW)

    def engine() -> int:
        return sum(reading.elapsed for case in cases for reading in evaluate(case, lines, NOW))

    def floor() -> int:
        return sum(elapsed for elapsed, _ in bare(work))

    assert engine() == floor(), "the engine and the bare arithmetic disagree"
    return [compare("100,000 clocks from their facts", engine, floor, promised=4.0, runs=11)]
