"""From folded ledgers to what screens show: the three clocks of an incident with their names."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, select

from app.domain.errors import NotFound
from app.domain.instants import micros, moment
from app.domain.sla.clock import read
from app.domain.sla.fold import Fold, Phase, fold
from app.domain.sla.policy import CLOCKS
from app.domain.sla.pressing import face, most_pressing
from app.models.clocks import calendar
from app.services.sla.books import NO_CALENDAR, Rules, load_rules
from app.services.sla.dto import ClockView, IncidentClocks
from app.services.sla.facts import Facts, ledger_of, load_facts

CalendarNames = Mapping[str, str]
AROUND_THE_CLOCK = "Around the clock, UTC"


def load_case(connection: Connection, incident_id: str) -> tuple[Facts, Rules]:
    """The facts of an incident and the rules that it is measured by."""
    found = load_facts(connection, [incident_id])
    if not found:
        raise NotFound("This incident does not exist, or you may not see it.")
    return found[0], load_rules(connection, found[0].subject.policy_set)


def calendar_names(connection: Connection) -> dict[str, str]:
    """What the calendars are called, by id."""
    rows = connection.execute(select(calendar.c.id, calendar.c.name))
    return {NO_CALENDAR: AROUND_THE_CLOCK, **{row.id: row.name for row in rows}}


def view_clocks(facts: Facts, rules: Rules, names: CalendarNames, now: int, *, internal: bool) -> IncidentClocks:
    """The clocks at the instant `now`; without reasons and policies for readers of public entries only."""
    now = max(now, facts.created)
    state = fold(ledger_of(facts, rules), rules.timelines, now)
    clocks = tuple(_view(state, index, now, rules, names, internal=internal) for index in range(len(CLOCKS)))
    pressing = most_pressing([each.face for each in clocks])
    return IncidentClocks(facts.subject.id, rules.policy_set, moment(now), clocks, pressing)


def _view(state: Fold, index: int, now: int, rules: Rules, names: CalendarNames, *, internal: bool) -> ClockView:
    reading = read(state, index, now)
    timeline = reading.timeline or state.timeline
    calendar_id = rules.calendar_of(timeline)
    shown = face(state, index, now)._replace(calendar_id=calendar_id)
    if not internal:
        shown = shown._replace(reason="")
    start = _start(state, index)
    closed = timeline.next_open(now) if reading.is_outside_hours else None
    policy = reading.terms.policy if internal else None
    end = now if reading.stopped_at is None else reading.stopped_at
    version = rules.calendars[calendar_id][timeline.version_at(now)].number if calendar_id else None
    return ClockView(
        clock=CLOCKS[index].value,
        face=shown,
        cycle=reading.cycle,
        elapsed=reading.elapsed,
        remaining=reading.remaining,
        percent=reading.percent,
        felt=0 if start is None else end - start,
        started_at=_at(start),
        due_at=_at(shown.due),
        breach_at=_at(shown.breach),
        stopped_at=_at(reading.stopped_at),
        next_open_at=_at(closed),
        promised_at=_at(reading.promised),
        policy_id=None if policy is None else policy.policy_id,
        policy_name="" if policy is None else policy.name,
        policy_version=None if policy is None else policy.version,
        calendar_id=calendar_id,
        calendar_name=names.get(calendar_id, ""),
        calendar_version=version,
    )


def _start(state: Fold, index: int) -> int | None:
    """When the current cycle began; for the first two clocks the creation, a merged duplicate's if that was earlier."""
    marks = state.marks[index]
    if not marks or marks[-1][1][0] is Phase.NONE:
        return None
    return state.created if CLOCKS[index] is not CLOCKS[-1] else marks[state.begins[index]][0]


def _at(instant: int | None) -> datetime | None:
    return None if instant is None else moment(instant)


def instant(now: datetime, facts: Facts) -> int:
    """The instant to look at: now, but never before what the timers of the incident have decided."""
    checked = facts.subject.checked_until
    return micros(now if checked is None else max(now, checked))
