"""The figures of a desk, from one fact record an incident. Pure: the same facts give the same figures.

Definitions (product research 3.10, where every figure has its source):
- An incident counts once, however often it was touched.
- MTTR is the time from opening to the *last* resolution, on the wall clock, time on hold included. Incidents without
  a resolution are left out, and so are those that stand for another one (duplicates).
- Median and p90 are linear interpolations between the two nearest ranks (Hyndman and Fan, type 7).
- SLA is the share of incidents that met it among those with a known outcome; without any it is null, not 100 %. The
  outcome of an imported incident is the one that its desk recorded; one of this desk met its SLA when every clock of it
  that has stopped was in time.
- Compliance of a clock is clocks completed in time / clocks completed, void clocks and those without a target left
  out; what is open and overdue is told beside it, of what is open with a target.
- The first assignment is not a reassignment; a reopening is a step from resolved or closed back to work.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import NamedTuple, TypeVar

TOP_GROUPS = 10

Key = TypeVar("Key")


class ClockOutcome(NamedTuple):
    """One clock with a target, of one incident: in time or not once it has stopped (None before), overdue while open.

    `policy_set` is "desk" or "imported": what an imported incident would have come to by the policies of that set.
    """

    policy_set: str
    clock: str
    met: bool | None
    overdue: bool = False


class IncidentFacts(NamedTuple):
    """What the figures need to know of one incident; times in UTC.

    `recorded_sla` is what the desk it came from said, None where it said nothing or the incident was logged here.
    """

    opened_at: datetime
    resolved_at: datetime | None
    is_open: bool
    reopenings: int
    reassignments: int
    priority: int | None
    group: str | None
    recorded_sla: bool | None
    is_duplicate: bool = False
    clocks: tuple[ClockOutcome, ...] = ()

    @property
    def met_sla(self) -> bool | None:
        """The outcome that counts: the recorded one, else that of all clocks of this desk that have stopped."""
        if self.recorded_sla is not None:
            return self.recorded_sla
        stopped = [item.met for item in self.clocks if item.policy_set == "desk" and item.met is not None]
        return all(stopped) if stopped else None


@dataclass(frozen=True, slots=True)
class Durations:
    """Mean, median and 90th percentile in hours, and how many durations they stand on; None without any."""

    mean: float | None
    median: float | None
    p90: float | None
    count: int


@dataclass(frozen=True, slots=True)
class SlaShare:
    """How many incidents met their SLA, of how many with a known outcome; the share is None for 0 of 0."""

    met: int
    counted: int
    share: float | None


@dataclass(frozen=True, slots=True)
class ClockShare:
    """One clock over all incidents: how many of the completed ones were in time, and how many open ones are overdue."""

    met: int
    counted: int
    share: float | None
    overdue: int
    open: int


@dataclass(frozen=True, slots=True)
class Part:
    """The figures of one priority or one assignment group."""

    incidents: int
    resolved: int
    mttr_hours: Durations
    sla: SlaShare


@dataclass(frozen=True, slots=True)
class GroupPart:
    """The figures of one assignment group, the one that has the incident now."""

    group: str
    incidents: int
    resolved: int
    mttr_hours: Durations
    sla: SlaShare


@dataclass(frozen=True, slots=True)
class KpiReport:
    """All figures of a window; `by_priority` is keyed by the priority number as text ("none" where there is none).

    `sla_recorded` is what imports brought along. `clocks` are those of incidents logged here, `imported_clocks` what
    imported incidents would have come to by the policies of their own set; both are keyed by clock.
    """

    incidents: int
    resolved: int
    open: int
    reopened_incidents: int
    reopenings: int
    reassigned_incidents: int
    reassignments: int
    mttr_hours: Durations
    sla: SlaShare
    sla_recorded: SlaShare
    clocks: dict[str, ClockShare]
    imported_clocks: dict[str, ClockShare]
    by_priority: dict[str, Part]
    by_group: tuple[GroupPart, ...]
    opened_per_month: dict[str, int]

    def as_data(self) -> dict[str, object]:
        """Plain data with exactly the keys of the class, ready for JSON."""
        return asdict(self)


def percentile(values: Sequence[float], share: float) -> float | None:
    """The value below which `share` (0 to 1) of the sorted values lie, interpolated; None for no values."""
    if not values:
        return None
    place = (len(values) - 1) * share
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (place - below)


def kpi_report(facts: Iterable[IncidentFacts]) -> KpiReport:
    """The figures of the given incidents."""
    known = list(facts)
    total = _part(known)
    return KpiReport(
        incidents=total.incidents,
        resolved=total.resolved,
        open=sum(item.is_open for item in known),
        reopened_incidents=sum(item.reopenings > 0 for item in known),
        reopenings=sum(item.reopenings for item in known),
        reassigned_incidents=sum(item.reassignments > 0 for item in known),
        reassignments=sum(item.reassignments for item in known),
        mttr_hours=total.mttr_hours,
        sla=total.sla,
        sla_recorded=_share([item.recorded_sla for item in known if item.recorded_sla is not None]),
        clocks=clock_shares(known),
        imported_clocks=clock_shares(known, "imported"),
        by_priority=_by_priority(known),
        by_group=_by_group(known),
        opened_per_month=_opened_per_month(known),
    )


def hours_to_resolve(facts: Sequence[IncidentFacts]) -> Durations:
    """From the report to the last resolution, holds included; duplicates were not resolved by themselves."""
    hours = sorted(
        (item.resolved_at - item.opened_at).total_seconds() / 3600
        for item in facts
        if item.resolved_at is not None and not item.is_duplicate
    )
    return Durations(
        mean=sum(hours) / len(hours) if hours else None,
        median=percentile(hours, 0.5),
        p90=percentile(hours, 0.9),
        count=len(hours),
    )


def _part(facts: Sequence[IncidentFacts]) -> Part:
    outcomes = [item.met_sla for item in facts if item.met_sla is not None]
    return Part(
        incidents=len(facts),
        resolved=sum(item.resolved_at is not None for item in facts),
        mttr_hours=hours_to_resolve(facts),
        sla=_share(outcomes),
    )


def _share(outcomes: Sequence[bool]) -> SlaShare:
    return SlaShare(sum(outcomes), len(outcomes), sum(outcomes) / len(outcomes) if outcomes else None)


def clock_shares(facts: Sequence[IncidentFacts], policy_set: str = "desk") -> dict[str, ClockShare]:
    """By clock, how many of a set were in time; clocks that no incident has are left out."""
    own = [clock for item in facts for clock in item.clocks if clock.policy_set == policy_set]
    found: dict[str, ClockShare] = {}
    for name in ("response", "resolution", "update"):
        each = [clock for clock in own if clock.clock == name]
        done = _share([clock.met for clock in each if clock.met is not None])
        overdue = sum(clock.overdue for clock in each)
        if each:
            found[name] = ClockShare(done.met, done.counted, done.share, overdue, len(each) - done.counted)
    return found


def _split(facts: Iterable[IncidentFacts], key: Callable[[IncidentFacts], Key]) -> dict[Key, list[IncidentFacts]]:
    parts: dict[Key, list[IncidentFacts]] = {}
    for item in facts:
        parts.setdefault(key(item), []).append(item)
    return parts


def _by_priority(facts: Iterable[IncidentFacts]) -> dict[str, Part]:
    parts = _split(facts, lambda item: item.priority)
    order = sorted(parts, key=lambda priority: (priority is None, priority or 0))
    return {"none" if priority is None else str(priority): _part(parts[priority]) for priority in order}


def _by_group(facts: Iterable[IncidentFacts]) -> tuple[GroupPart, ...]:
    parts = _split(facts, lambda item: item.group)
    ranked = sorted((-len(items), group) for group, items in parts.items() if group is not None)
    tops = [(group, _part(parts[group])) for _count, group in ranked[:TOP_GROUPS]]
    return tuple(GroupPart(group, part.incidents, part.resolved, part.mttr_hours, part.sla) for group, part in tops)


def _opened_per_month(facts: Iterable[IncidentFacts]) -> dict[str, int]:
    months = Counter(item.opened_at.astimezone(UTC).strftime("%Y-%m") for item in facts)
    return dict(sorted(months.items()))
