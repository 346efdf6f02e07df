"""The clocks in the queue: which columns a badge is painted from, how rows are sorted, grouped and filtered by them.

All of it is decided by the database at one instant, `:at`, from what `incident_clocks` keeps. Which calendars are
closed at that instant is no fact of the database; it is part of the statement, so that whoever counts by one of them
stands still.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Integer,
    and_,
    bindparam,
    case,
    false,
    func,
    literal,
    literal_column,
    not_,
    null,
    or_,
    select,
    true,
    type_coerce,
)

from app.domain.instants import DAY, micros
from app.domain.query.filter import Filter, Term, TermKind
from app.domain.query.spans import Span, parse_span
from app.domain.sla.display import Level
from app.infra.prepared import one_of
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.models.types import UtcDateTime
from app.services.incidents.kept_queue import KEPT_DAYS, KeptHours
from app.services.incidents.queue_heads import HEADS, PLACES
from app.services.sla.books import load_rules

clocks = incident_clocks.c
_CLOCKS: Final = ("response", "resolution", "update")

AT: ColumnElement[datetime] = bindparam("at", None, type_=UtcDateTime)
HOUR_AHEAD: ColumnElement[datetime] = bindparam("hour_ahead", None, type_=UtcDateTime)
_DAY_ENDS: ColumnElement[datetime] = bindparam("day_ends", None, type_=UtcDateTime)


def closed_calendars(connection: Connection, at: datetime) -> frozenset[str]:
    """The calendars by which no time counts at the instant."""
    timelines = load_rules(connection).timelines
    now = micros(at)
    return frozenset(calendar_id for calendar_id, timeline in timelines.items() if not timeline.is_open(now))


def kept_hours(connection: Connection, at: datetime) -> KeptHours:
    """When each calendar is open in the days to come, for a start that cannot read the calendars."""
    rules, start = load_rules(connection), micros(at)
    end = start + KEPT_DAYS * DAY
    opens = {key: tuple(timeline.intervals(start, end)) for key, timeline in rules.timelines.items()}
    return KeptHours(sum(map(len, rules.calendars.values())), start, end, opens)


def moments(at: datetime, day_ends: datetime | None, wanted: Filter) -> dict[str, datetime]:
    """The values of the parameters: the instant, when the reader's day ends (UTC by default), and what terms name."""
    if day_ends is None:
        day_ends = at.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    found = {"at": at, "hour_ahead": at + timedelta(hours=1), "day_ends": day_ends}
    for term in wanted.terms:
        for span in map(parse_span, term.values if term.kind is TermKind.SLA else ()):
            bounds = () if span is None else (bound for bound in span if bound is not None)
            found |= {_name_of(bound): at + timedelta(microseconds=bound) for bound in bounds}
    return found


def _of_clock(what: str) -> ColumnElement[Any]:
    """A figure of the clock that presses most."""
    return case({name: clocks[f"{name}_{what}"] for name in _CLOCKS}, value=clocks.clock, else_=null())


_TARGET = _of_clock("target")
_ELAPSED = _of_clock("elapsed")

BADGE: Final = (
    clocks.clock.label("sla_clock"),
    clocks.phase.label("sla_phase"),
    clocks.pause_reason.label("sla_reason"),
    _ELAPSED.label("sla_elapsed"),
    _TARGET.label("sla_target"),
    clocks.due_at.label("sla_due_at"),
    clocks.soon_at.label("sla_soon_at"),
    clocks.hot_at.label("sla_hot_at"),
    clocks.breach_at.label("sla_breach_at"),
    _of_clock("stopped_at").label("sla_stopped_at"),
    _of_clock("breached").label("sla_breached"),
    clocks.calendar_id.label("sla_calendar_id"),
)


class Standings:
    """The states of the clocks as conditions, where the calendars with the ids `closed` are closed at `:at`."""

    def __init__(self, closed: frozenset[str]) -> None:
        promised = _TARGET.is_(None)
        stopped = clocks.phase == "stopped"
        counts = one_of(clocks.phase, ["running", "paused"])
        over = and_(clocks.breach_at.is_not(None), clocks.breach_at <= AT)
        still: ColumnElement[bool] = clocks.phase == "paused"
        if closed:
            still = or_(still, and_(clocks.calendar_id.is_not(None), one_of(clocks.calendar_id, sorted(closed))))
        self._whens: list[tuple[ColumnElement[bool], Level]] = [
            (and_(stopped, _of_clock("breached")), Level.MISSED),
            (stopped, Level.MET),
            (not_(func.coalesce(counts, false())), Level.NONE),
            (over, Level.BREACHED),
            (and_(still, not_(promised)), Level.PAUSED),
        ]

    def level(self) -> ColumnElement[str]:
        """The state, as `app.domain.sla.display.level_at` decides it."""
        rest = [(_reached(clocks.hot_at), Level.HOT), (_reached(clocks.soon_at), Level.SOON)]
        whens = [(condition, literal(level.value)) for condition, level in [*self._whens, *rest]]
        return case(*whens, else_=literal(Level.ON_TRACK.value))

    def place(self) -> ColumnElement[int]:
        """The number of the head under which a row stands, in the order of `HEADS`."""
        by_level = {head.level: number for number, head in enumerate(HEADS) if head.level is not None}
        whens: list[tuple[ColumnElement[bool], int]] = [
            (condition, by_level[level]) for condition, level in self._whens
        ]
        whens += [(clocks.due_at <= HOUR_AHEAD, PLACES["hour"]), (clocks.due_at < _DAY_ENDS, PLACES["today"])]
        return case(*((condition, _number(place)) for condition, place in whens), else_=_number(PLACES["later"]))


def _reached(column: ColumnElement[datetime]) -> ColumnElement[bool]:
    return and_(column.is_not(None), column <= AT)


def _number(value: int) -> ColumnElement[int]:
    return literal_column(str(value), Integer)


# Opening time left of a clock that stands still by a hold, and when a live one is or was due; null for others.
_LEFT: Final[ColumnElement[int]] = type_coerce(case((clocks.phase == "paused", _TARGET - _ELAPSED)), BigInteger)
_DUE: Final[ColumnElement[datetime]] = case((clocks.phase != "stopped", clocks.due_at))


def time_left_order(*, descending: bool) -> list[ColumnElement[Any]]:
    """By time left: the due instant, then what is on hold by its opening time left, then what no clock runs for."""
    keys = (_DUE, _LEFT)
    return [part for key in keys for part in (key.is_(None), key.desc() if descending else key.asc())]


def sla_condition(term: Term, standings: Standings) -> ColumnElement[bool]:
    """A term such as `sla:breached,<1h` as a condition on the incident."""
    found = [_one_value(value, standings) for value in term.values]
    return found[0] if len(found) == 1 else or_(*found)


def is_breached() -> ColumnElement[bool]:
    """Whether the clock that presses most is over."""
    # Every breach lies behind the due instant, which has an index.
    return _among(clocks.due_at <= AT, clocks.breach_at <= AT, clocks.phase != "stopped")


def _one_value(value: str, standings: Standings) -> ColumnElement[bool]:
    span = parse_span(value)
    if span is not None:
        return _within(span)
    if value == Level.BREACHED:
        return is_breached()
    own = _has(standings.level() == value)
    return or_(own, not_(_has(true()))) if value == Level.NONE else own


def _has(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the clocks of the incident are so; asked for each incident that the other terms leave."""
    found = select(clocks.incident_id).where(clocks.incident_id == incident.c.id, *conditions)
    return found.correlate(incident).exists()


def _among(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """The same for conditions that an index finds by themselves."""
    return incident.c.id.in_(select(clocks.incident_id).where(*conditions).correlate(None))


def _within(span: Span) -> ColumnElement[bool]:
    """Whether the time left lies in a stretch: on the wall until a due instant, opening time for what is on hold."""
    due: list[ColumnElement[bool]] = [clocks.phase != "stopped"]
    held: list[ColumnElement[bool]] = [clocks.phase == "paused", clocks.due_at.is_(None)]
    if span.least is not None:
        due.append(clocks.due_at >= _ahead(span.least))
        held.append(span.least <= _LEFT)
    if span.most is not None:
        due.append(clocks.due_at < _ahead(span.most))
        held.append(span.most > _LEFT)
    return or_(_among(*due), _has(*held))


def _ahead(length: int) -> ColumnElement[datetime]:
    return bindparam(_name_of(length), None, type_=UtcDateTime)


def _name_of(length: int) -> str:
    return f"ahead_{length}".replace("-", "minus_")
