"""How much stood open at the end of the days before, and of how much a clock was over; by what is known today."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, not_, null, select

from app.domain.instants import micros, moment
from app.domain.midnights import midnight
from app.domain.sla.policy import CLOCKS
from app.domain.timeline import Timeline
from app.domain.wording import tr
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.services.dashboard.dto import DAYS_SHOWN, Figure, Section, Unit
from app.services.incidents.queue_filter import IS_OPEN
from app.services.sla.books import NO_CALENDAR, load_rules

_DAY: Final = timedelta(days=1)
_PARTS: Final = ("stopped_at", "breached", "elapsed", "target")
_NEVER: Final = datetime.max.replace(tzinfo=UTC)
# Nothing keeps when an incident was canceled but its journal; the last change of such a one is seldom another.
_ENDED = func.coalesce(incident.c.resolved_at, incident.c.closed_at, incident.c.updated_at)


class _Span(NamedTuple):
    """From when to when something was so, the end excluded."""

    start: datetime
    end: datetime


def stood_before(
    connection: Connection, within: list[ColumnElement[bool]], team: str, last: date, zone: tzinfo | None
) -> list[Figure]:
    """What stood open when each of the days before the last one ended, and how many of these were breached.

    One that was reopened counts as open all the time since it was reported, because its row tells nothing else.
    """
    days = [last - back * _DAY for back in range(DAYS_SHOWN - 1, 0, -1)]
    ends = [midnight(day + _DAY, zone) for day in days]
    still_open, breached = [0] * len(days), [0] * len(days)
    timelines = load_rules(connection).timelines
    for row in _candidates(connection, within, ends[0]):
        life = _Span(row.reported_at, row.ended_at or _NEVER)
        _count(still_open, ends, [life])
        _count(breached, ends, _late(row, life, timelines))
    parts = (
        (Section.OPEN_BY_DAY, tr("Incidents that stood open when this day ended"), still_open),
        (Section.BREACHED_BY_DAY, tr("Those that stood open and breached when this day ended"), breached),
    )
    return [
        Figure(section, str(day), str(day), counts, f"is:any created:<{day + _DAY}{team}", float(number), Unit.AMONG)
        for section, counts, numbers in parts
        for day, number in zip(days, numbers, strict=True)
    ]


def _candidates(connection: Connection, within: list[ColumnElement[bool]], since: datetime) -> Iterator[Any]:
    """What is open, and what ended since then; an index leads to each."""
    clocks = incident_clocks.c
    columns = [clocks.calendar_id, *(clocks[f"{clock.value}_{part}"] for clock in CLOCKS for part in _PARTS)]
    rows = select(incident.c.reported_at, clocks.phase, clocks.breach_at, *columns).select_from(
        incident.outerjoin(incident_clocks, clocks.incident_id == incident.c.id)
    )
    yield from connection.execute(rows.add_columns(null().label("ended_at")).where(IS_OPEN, *within))
    ended = (not_(IS_OPEN), incident.c.updated_at >= since, since <= _ENDED)
    yield from connection.execute(rows.add_columns(_ENDED.label("ended_at")).where(*ended, *within))


def _late(row: Any, life: _Span, timelines: Mapping[str, Timeline]) -> Iterator[_Span]:
    """While a clock of an incident was over its target and ran on, as long as somebody had to work on it."""
    if row.ended_at is None and row.breach_at is not None and row.phase != "stopped":
        yield _Span(row.breach_at, _NEVER)
    timeline = timelines.get(row.calendar_id or NO_CALENDAR, timelines[NO_CALENDAR])
    # What it is asked for later may not lie before all that it has seen.
    timeline.worked(micros(life.start))
    for clock in CLOCKS:
        stopped, breached, elapsed, target = (getattr(row, f"{clock.value}_{part}") for part in _PARTS)
        if breached and stopped is not None and target is not None:
            # A clock that has stopped keeps no due instant: it lies as far back as the clock went over.
            end = micros(stopped)
            due = timeline.reach(timeline.worked(end) - (elapsed - target), end)
            yield _Span(moment(end if due is None else due), min(stopped, life.end))


def _count(found: list[int], ends: list[datetime], spans: Iterable[_Span]) -> None:
    """Count an incident once for each end of a day that lies in one of its spans."""
    for place in {
        place for span in spans for place in range(bisect_left(ends, span.start), bisect_left(ends, span.end))
    }:
        found[place] += 1
