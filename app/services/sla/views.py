"""From folded ledgers to what screens show: the three clocks of an incident with their names."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.instants import micros, moment
from app.domain.sla.clock import read
from app.domain.sla.fold import Fold, Phase, fold
from app.domain.sla.policy import CLOCKS
from app.domain.sla.pressing import face, most_pressing
from app.domain.wording import marked, tr
from app.infra.prepared import PreparedSelect, ask_together
from app.models.clocks import calendar
from app.services.access import ensure_seen, visibility
from app.services.sla.books import NO_CALENDAR, Rules, load_rules
from app.services.sla.dto import ClockView, IncidentClocks
from app.services.sla.facts import Facts, facts_told, ledger_of, questions_of
from app.services.sla.stamp import STAMP_QUESTION, Stamp

CalendarNames = Mapping[str, str]
AROUND_THE_CLOCK = marked("Around the clock, UTC")


class Case(NamedTuple):
    """The facts of an incident, the rules it is measured by, and what the calendars are called."""

    facts: Facts
    rules: Rules
    names: CalendarNames


def load_case(connection: Connection, actor: Actor, incident_id: str) -> Case:
    """All that the clocks of an incident are shown from; `NotFound` when the actor may not see it."""
    seen, subjects, told, stamps, names = ask_together(
        connection, visibility(actor, incident_id), *questions_of(connection, incident_id), STAMP_QUESTION, (_NAMES, {})
    )
    ensure_seen(seen and subjects)
    (facts,) = facts_told(connection, subjects, told)
    rules = load_rules(connection, facts.subject.policy_set, Stamp(*stamps[0]))
    return Case(facts, rules, {NO_CALENDAR: tr(AROUND_THE_CLOCK), **{row.id: row.name for row in names}})


_NAMES = PreparedSelect(select(calendar.c.id, calendar.c.name))


def view_clocks(facts: Facts, rules: Rules, names: CalendarNames, now: int, *, internal: bool) -> IncidentClocks:
    """The clocks at the instant `now`; without reasons and policies for readers of public entries only."""
    now = max(now, facts.created)
    state = fold(ledger_of(facts, rules), rules.timelines, now)
    clocks = tuple(_view(state, index, now, rules, names, internal=internal) for index in range(len(CLOCKS)))
    pressing = most_pressing([each.face for each in clocks])
    has_policies = bool(rules.books and rules.books[-1].policies)
    return IncidentClocks(facts.subject.id, rules.policy_set, moment(now), clocks, pressing, has_policies)


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
