"""Reading the dashboard: what stands open now, and how the days and weeks before came out.

There is no second formula: what is counted is counted by the filter that the queue is opened with, and shares and times
come from the report of the figures (`app/domain/kpi.py`), over the incidents that were opened in the stretch.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, func, select

from app.domain.actor import Actor
from app.domain.kpi import ClockShare, IncidentFacts, clock_shares, hours_to_resolve
from app.domain.midnights import day_of, midnight
from app.domain.permissions import Permission, may
from app.domain.query.quoting import between_quotes
from app.domain.wording import tr
from app.infra.link import LONG
from app.infra.unit_of_work import Store
from app.models.incident import incident
from app.models.people import assignment_group, person
from app.services.access import visible
from app.services.command import query
from app.services.dashboard.arrivals import arrivals
from app.services.dashboard.counting import count_found, found_by
from app.services.dashboard.dto import (
    DAYS_SHOWN,
    HOURS_AHEAD,
    WEEKS_SHOWN,
    Figure,
    Figures,
    Section,
    Unit,
    Wanted,
)
from app.services.dashboard.past import stood_before
from app.services.incidents.queue_filter import IS_OPEN
from app.services.incidents.queue_shares import Ground
from app.services.kpi import load_facts
from app.services.settings import load_matrix, load_number

_MOST: Final = 8
_DAY: Final = timedelta(days=1)


class DashboardQueries:
    """Figures over the incidents that the actor may see."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.KPI_READ)
    def now(self, connection: Connection, actor: Actor, wanted: Wanted) -> Figures:
        """What stands open: in all, by priority, by age, by group and by assignee."""
        at = self.store.clock.now()
        team = _team(wanted.group)
        within = [IS_OPEN, visible(actor), *_within(actor, team)]
        planned = [*_standing(team), *_due_soon(team), *_by_priority(connection, team), *_by_age(team)]
        if not wanted.group:
            planned += _by_group(connection, within)
        planned += _backlog(connection, within)
        planned += _by_assignee(connection, within, team)
        today = day_of(at, wanted.zone)
        return Figures(at, today, today, _counted(connection, actor, planned, at, wanted))

    @query(Permission.KPI_READ, LONG)
    def stretch(self, connection: Connection, actor: Actor, wanted: Wanted) -> Figures:
        """What came and went in the days up to today, how many clocks were in time, and how it was before."""
        at = self.store.clock.now()
        last = day_of(at, wanted.zone)
        first = last - (wanted.days - 1) * _DAY
        before = first - wanted.days * _DAY
        monday = last - last.weekday() * _DAY - 7 * (WEEKS_SHOWN - 1) * _DAY
        team = _team(wanted.group)
        within = [visible(actor), *_within(actor, team)]
        window = [*within]
        window += [incident.c.reported_at >= midnight(min(before, monday), wanted.zone)]
        window += [incident.c.reported_at < midnight(last + _DAY, wanted.zone)]
        known = _Opened(load_facts(connection, window, at, moves=False), wanted)
        goals = _goals(connection)
        planned = [*_in_stretch(known, team, (before, first, last)), *_by_week(known, team, monday, last)]
        planned = [each._replace(goal=goals[_clock_of(each)]) if each.unit is Unit.SHARE else each for each in planned]
        planned += [*_by_day(team, last), *stood_before(connection, within, team, last, wanted.zone)]
        planned += arrivals(known.moments(), team, last, wanted.zone)
        return Figures(at, first, last, _counted(connection, actor, planned, at, wanted))


def _goals(connection: Connection) -> dict[str, float | None]:
    """Which share of each clock the desk wants in time; None for no goal."""
    percents = {key: load_number(connection, f"{key}_goal_percent") for key in ("response", "resolution")}
    return {key: goal / 100 if goal else None for key, goal in percents.items()}


class _Opened:
    """Incidents by when they were opened, read once for all stretches."""

    def __init__(self, facts: list[IncidentFacts], wanted: Wanted) -> None:
        self._facts = sorted(facts, key=_opening)
        self._zone = wanted.zone

    def moments(self) -> list[datetime]:
        """When they were opened."""
        return [each.opened_at for each in self._facts]

    def within(self, first: date, last: date) -> list[IncidentFacts]:
        """Those opened from the first to the last day, both included."""
        start, end = midnight(first, self._zone), midnight(last + _DAY, self._zone)
        return self._facts[bisect_left(self._facts, start, key=_opening) : bisect_left(self._facts, end, key=_opening)]


def _opening(facts: IncidentFacts) -> datetime:
    return facts.opened_at


def _counted(
    connection: Connection, actor: Actor, planned: Sequence[Figure], at: datetime, wanted: Wanted
) -> tuple[Figure, ...]:
    """The figures; those that count incidents, and were not counted yet, with what their filter finds."""
    unknown = [each.unit is Unit.COUNT and each.value is None for each in planned]
    texts = [each.filter_text for each, is_asked in zip(planned, unknown, strict=True) if is_asked]
    numbers = iter(count_found(connection, actor, texts, at, wanted.zone))
    return tuple(
        each._replace(value=next(numbers)) if is_asked else each
        for each, is_asked in zip(planned, unknown, strict=True)
    )


def _named(field: str, name: str) -> str:
    return f"{field}:{between_quotes(name.lower())}"


def _team(group: str) -> str:
    return f" {_named('team', group)}" if group else ""


def _within(actor: Actor, team: str) -> list[ColumnElement[bool]]:
    return found_by(team, may(actor, Permission.INCIDENT_READ_ALL), Ground()) if team else []


def _standing(team: str) -> list[Figure]:
    asked = (
        ("open", tr("Open incidents"), tr("Incidents that somebody still has to work on"), "is:open"),
        ("breached", tr("Breached now"), tr("Open incidents of which a clock has exceeded its target"),
         "is:open is:breached"),
        ("soon", tr("Due within 1 hour"), tr("Open incidents of which a running clock is due within an hour"),
         "is:open sla:0..1h"),
        ("unassigned", tr("Unassigned"), tr("Open incidents that are nobody's"), "is:open assignee:none"),
        ("breached_unassigned", tr("Breached and unassigned"), tr("Those of the breached ones that are nobody's"),
         "is:open is:breached assignee:none"),
        ("soon_unassigned", tr("Due and unassigned"), tr("Those due within an hour that are nobody's"),
         "is:open sla:0..1h assignee:none"),
    )  # fmt: skip
    return [Figure(Section.NOW, key, label, counts, text + team) for key, label, counts, text in asked]


def _due_soon(team: str) -> list[Figure]:
    counts = tr("Open incidents of which a running clock is due in this hour from now")
    return [
        Figure(
            Section.DUE,
            f"h{hour}",
            tr("In {first} to {last} hours", first=hour, last=hour + 1),
            counts,
            f"is:open sla:{hour}h..{hour + 1}h{team}" if hour else f"is:open sla:0..1h{team}",
        )
        for hour in range(HOURS_AHEAD)
    ]


def _backlog(connection: Connection, within: list[ColumnElement[bool]]) -> list[Figure]:
    """Open incidents by group and priority, counted at once; the filter of each finds as many."""
    name, number = assignment_group.c.name, func.count().label("number")
    asked = select(name.label("name"), incident.c.priority, number).select_from(
        incident.outerjoin(assignment_group, assignment_group.c.id == incident.c.group_id)
    )
    found: dict[tuple[str, int], int] = {}
    for row in connection.execute(asked.where(*within).group_by(name, incident.c.priority)):
        found[row.name or "", row.priority] = row.number
    sizes: dict[str, int] = {}
    for (group, _), count in found.items():
        sizes[group] = sizes.get(group, 0) + count
    # The largest first and what is nobody's last, as the bars beside it have it.
    named = sorted((each for each in sizes if each), key=lambda each: (-sizes[each], each))[:_MOST]
    groups = [*named, *([""] if "" in sizes else [])]
    counts = tr("Open incidents of this group and priority")
    return [
        Figure(
            Section.BACKLOG,
            f"{priority}",
            group or tr("No group"),
            counts,
            f"is:open {_named('team', group) if group else 'team:none'} priority:{priority}",
            found[group, priority],
        )
        for group in groups
        for priority in sorted(priority for each, priority in found if each == group)
    ]


def _clock_of(figure: Figure) -> str:
    is_response = figure.key == "response" or figure.section is Section.RESPONSE_BY_WEEK
    return "response" if is_response else "resolution"


def _by_priority(connection: Connection, team: str) -> list[Figure]:
    labels = load_matrix(connection).priority_labels
    return [
        Figure(
            Section.PRIORITY,
            f"p{number}",
            f"P{number} {label}",
            tr("Open incidents of this priority"),
            f"is:open priority:{number}{team}",
        )
        for number, label in enumerate(labels, 1)
    ]


def _by_age(team: str) -> list[Figure]:
    ages = (
        (tr("Under 1 day"), "<1d"),
        (tr("1 to 3 days"), "1d..3d"),
        (tr("3 to 7 days"), "3d..7d"),
        (tr("7 to 30 days"), "7d..30d"),
        (tr("Over 30 days"), ">30d"),
    )
    counts = tr("Open incidents by the time since they were reported")
    return [Figure(Section.AGE, span, label, counts, f"is:open age:{span}{team}") for label, span in ages]


def _by_group(connection: Connection, within: list[ColumnElement[bool]]) -> list[Figure]:
    counts = tr("Open incidents whose assignment group has this name")
    nobody = Figure(
        Section.TEAM, "none", tr("No group"), tr("Open incidents without an assignment group"), "is:open team:none"
    )
    names = _most(connection, assignment_group, incident.c.group_id, within)
    return [
        *(Figure(Section.TEAM, name, name, counts, f"is:open {_named('team', name)}") for name in names),
        nobody,
    ]


def _by_assignee(connection: Connection, within: list[ColumnElement[bool]], team: str) -> list[Figure]:
    counts = tr("Open incidents whose assignee has this name")
    names = _most(connection, person, incident.c.assignee_id, within)
    return [Figure(Section.WORKLOAD, name, name, counts, f"is:open {_named('assignee', name)}{team}") for name in names]


def _most(
    connection: Connection, table: Table, column: ColumnElement[str], within: list[ColumnElement[bool]]
) -> list[str]:
    """The names with the most open incidents; how many each has is counted by its filter, as the queue will."""
    number = func.count().label("number")
    ranked = select(table.c.name, number).select_from(incident.join(table, table.c.id == column)).where(*within)
    ranked = ranked.group_by(table.c.name).order_by(number.desc(), table.c.name).limit(_MOST)
    return [row.name for row in connection.execute(ranked)]


def _opened_in(first: date, last: date, team: str) -> str:
    return f"is:any created:{first}..{last}{team}"


def _in_stretch(known: _Opened, team: str, days: tuple[date, date, date]) -> list[Figure]:
    before, first, last = days
    opened, earlier_ones = known.within(first, last), known.within(before, first - _DAY)
    clocks, former = clock_shares(opened), clock_shares(earlier_ones)
    rows = _opened_in(first, last, team)
    shares = (
        ("response", tr("First response in time"),
         tr("First responses in time, of those that ended; by incidents opened in the stretch")),
        ("resolution", tr("Resolved in time"),
         tr("Resolutions in time, of those that ended; by incidents opened in the stretch")),
    )  # fmt: skip
    found = []
    for key, label, counts in shares:
        own, earlier = clocks.get(key), former.get(key)
        share = earlier.share if earlier else None
        found.append(_share(Figure(Section.STRETCH, key, label, counts, rows, before=share), own))
    hours = hours_to_resolve(opened)
    median = tr(
        "Median time from the report to the last resolution, holds included; by incidents opened in the stretch"
    )
    found.append(
        Figure(
            Section.STRETCH, "mttr", tr("Time to resolve"), median, rows, hours.median, Unit.HOURS, hours.count,
            hours_to_resolve(earlier_ones).median,
        )
    )  # fmt: skip
    return found + _flows(team, days, len(earlier_ones))


def _flows(team: str, days: tuple[date, date, date], earlier: int) -> list[Figure]:
    """What came and what went, and how it was in the stretch before."""
    before, first, last = days
    rows = _opened_in(first, last, team)
    went, gone = (f"is:any resolved:{start}..{end}{team}" for start, end in ((first, last), (before, first - _DAY)))
    came = tr("Incidents that were reported in the stretch")
    ended = tr("Incidents whose last resolution lies in the stretch")
    ended_before = tr("Incidents whose last resolution lies in the stretch of the same length before")
    return [
        Figure(Section.STRETCH, "opened", tr("Opened"), came, rows, before=earlier),
        Figure(Section.STRETCH, "resolved", tr("Resolved"), ended, went),
        Figure(Section.STRETCH, "resolved_before", tr("Resolved before"), ended_before, gone),
    ]


def _share(figure: Figure, clock: ClockShare | None) -> Figure:
    """The figure with how many of a clock were in time; none where no such clock has ended."""
    share, counted = (clock.share, clock.counted) if clock else (None, 0)
    return figure._replace(value=share, unit=Unit.SHARE, of=counted)


def _by_week(known: _Opened, team: str, monday: date, last: date) -> list[Figure]:
    found = []
    for number in range(WEEKS_SHOWN):
        first = monday + 7 * number * _DAY
        end = min(first + 6 * _DAY, last)
        clocks = clock_shares(known.within(first, end))
        for section, key, counts in (
            (Section.RESPONSE_BY_WEEK, "response", tr("First responses in time, of incidents opened in this week")),
            (Section.RESOLUTION_BY_WEEK, "resolution", tr("Resolutions in time, of incidents opened in this week")),
        ):
            label = tr("Week {number}", number=first.isocalendar().week)
            rows = _opened_in(first, end, team)
            found.append(_share(Figure(section, str(first), label, counts, rows), clocks.get(key)))
    return found


def _by_day(team: str, last: date) -> list[Figure]:
    found = []
    for back in range(DAYS_SHOWN - 1, -1, -1):
        day = last - back * _DAY
        found.append(
            Figure(
                Section.OPENED, str(day), str(day), tr("Incidents reported on this day"), f"is:any created:{day}{team}"
            )
        )
        found.append(
            Figure(
                Section.RESOLVED,
                str(day),
                str(day),
                tr("Incidents resolved on this day"),
                f"is:any resolved:{day}{team}",
            )
        )
    return found
