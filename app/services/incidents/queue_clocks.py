"""The clocks in the queue: which columns a badge is painted from, how rows are sorted, grouped and filtered by them.

All of it is decided by the database at one instant, `:at`, from what `incident_clocks` keeps. Which calendars are
closed at that instant is no fact of the database; it is part of the statement, so that whoever counts by one of them
stands still.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo
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

from app.domain.instants import DAY, micros, moment
from app.domain.midnights import day_ends
from app.domain.query.days import instants_of
from app.domain.query.fields import ANY_VALUE, NO_VALUE
from app.domain.query.filter import Filter, Term, TermKind
from app.domain.query.spans import Span, parse_share, parse_span
from app.domain.sla.display import Level
from app.infra.prepared import one_of
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.models.types import UtcDateTime
from app.services.incidents.kept_queue import KEPT_DAYS, KeptHours
from app.services.incidents.queue_days import days_asked_for, name_of_days, within_days
from app.services.incidents.queue_heads import HEADS, PLACES
from app.services.incidents.queue_shares import SHARED, Ground, Measured, load_paces, share_moments, used_condition
from app.services.incidents.queue_words import word_values
from app.services.sla.books import Rules, load_rules

clocks = incident_clocks.c
_CLOCKS: Final = ("response", "resolution", "update")

AT: ColumnElement[datetime] = bindparam("at", None, type_=UtcDateTime)
HOUR_AHEAD: ColumnElement[datetime] = bindparam("hour_ahead", None, type_=UtcDateTime)
_DUE_BY: ColumnElement[datetime] = bindparam("due_by", None, type_=UtcDateTime)
_DAY_ENDS: ColumnElement[datetime] = bindparam("day_ends", None, type_=UtcDateTime)


def closed_calendars(connection: Connection, at: datetime) -> frozenset[str]:
    """The calendars by which no time counts at the instant."""
    return closed_by(load_rules(connection), at)


def closed_by(rules: Rules, at: datetime) -> frozenset[str]:
    """The same by rules that are known."""
    timelines, now = rules.timelines, micros(at)
    return frozenset(calendar_id for calendar_id, timeline in timelines.items() if not timeline.is_open(now))


def kept_hours(connection: Connection, at: datetime) -> KeptHours:
    """When each calendar is open in the days to come, for a start that cannot read the calendars."""
    rules, start = load_rules(connection), micros(at)
    end = start + KEPT_DAYS * DAY
    opens = {key: tuple(timeline.intervals(start, end)) for key, timeline in rules.timelines.items()}
    return KeptHours(sum(map(len, rules.calendars.values())), start, end, opens)


def ground_of(connection: Connection, wanted: Filter, at: datetime, *, by_hours: bool) -> Ground:
    """What the statements of a filter are built on; the closed calendars only where the answer depends on them."""
    closed = closed_calendars(connection, at) if by_hours else frozenset()
    return Ground(closed, load_paces(connection, wanted, tuple(MEASURED.values())))


def values_of(
    connection: Connection, wanted: Filter, ground: Ground, at: datetime, zone: tzinfo | None
) -> dict[str, datetime | str]:
    """The values of all parameters: moments, and what is looked for by words."""
    found: dict[str, datetime | str] = {**moments(at, zone, wanted), **word_values(connection, wanted)}
    return found | dict(share_moments(connection, wanted, ground.paces, at))


def moments(at: datetime, zone: tzinfo | None, wanted: Filter) -> dict[str, datetime]:
    """The values of the parameters: the instant, when the reader's day in their zone ends, and what terms name."""
    found = {"at": at, "hour_ahead": at + timedelta(hours=1), "day_ends": day_ends(at, zone)}
    for term in wanted.terms:
        for span in map(parse_span, term.values if term.kind in SHARED else ()):
            bounds = () if span is None else (bound for bound in span if bound is not None)
            found |= {_name_of(bound): at + timedelta(microseconds=bound) for bound in bounds}
        for span in map(parse_span, term.values if term.kind is TermKind.AGE else ()):
            bounds = () if span is None else (bound for bound in span if bound is not None)
            found |= {_name_of(-bound): at - timedelta(microseconds=bound) for bound in bounds}
    for text, days in days_asked_for(wanted):
        least, most = instants_of(days, at, zone)
        found |= {name_of_days(text, "least"): moment(least)} if least is not None else {}
        found |= {name_of_days(text, "most"): moment(most)} if most is not None else {}
    return found


HAS_NOT_STOPPED: ColumnElement[bool] = literal_column("incident_clocks.phase <> 'stopped'")
"""Written as in the partial index that PostgreSQL has over these clocks."""


def _of_clock(what: str, of: Any = clocks) -> ColumnElement[Any]:
    """A figure of the clock that presses most."""
    return case({name: of[f"{name}_{what}"] for name in _CLOCKS}, value=of.clock, else_=null())


_TARGET = _of_clock("target")
_ELAPSED = _of_clock("elapsed")
MEASURED: Final = {
    TermKind.SLA: Measured(TermKind.SLA, clocks.phase, clocks.due_at, _TARGET, _ELAPSED),
    **{
        TermKind(name): Measured(
            TermKind(name),
            clocks[f"{name}_phase"],
            clocks[f"{name}_due_at"],
            clocks[f"{name}_target"],
            clocks[f"{name}_elapsed"],
        )
        for name in _CLOCKS
    },
}
"""The clocks that a filter can ask for: the one that presses most, and each single one."""

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


FIRST_RESPONSE: Final = (
    clocks.response_phase,
    clocks.response_elapsed,
    clocks.response_target,
    clocks.response_due_at,
    clocks.response_stopped_at,
    clocks.response_breached,
)
"""What is kept of the clock of the first response, whichever presses most."""


_stopped = incident_clocks.alias("stopped")


class Standings:
    """The states of the clocks as conditions, on a ground: the calendars that are closed at `:at`, and the paces.

    `join` is how the clocks are joined for the place of a row. Of a desk's incidents most are closed, and their clocks
    have stopped: where `only_open` ones are asked for, those that have not are joined, which PostgreSQL finds by an
    index of their own instead of going through all, and the few open incidents without any are looked up one by one.
    Where they `are_joined`, conditions on clocks that have not stopped ask these.
    """

    def __init__(self, ground: Ground, *, only_open: bool = False, are_joined: bool = False) -> None:
        closed, self.paces = ground
        self.join = "going" if only_open else "sla"
        self._are_joined = are_joined
        stopped = clocks.phase == "stopped"
        counts = one_of(clocks.phase, ["running", "paused"])
        self._unpromised = _TARGET.is_(None)
        self._over = and_(clocks.breach_at.is_not(None), clocks.breach_at <= AT)
        self._closed = (
            and_(clocks.calendar_id.is_not(None), one_of(clocks.calendar_id, sorted(closed))) if closed else None
        )
        still: ColumnElement[bool] = clocks.phase == "paused"
        if self._closed is not None:
            still = or_(still, self._closed)
        self._whens: list[tuple[ColumnElement[bool], Level]] = [
            (and_(stopped, _of_clock("breached")), Level.MISSED),
            (stopped, Level.MET),
            (not_(func.coalesce(counts, false())), Level.NONE),
            (self._over, Level.BREACHED),
            (and_(still, not_(self._unpromised)), Level.PAUSED),
        ]

    def going(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        """Whether the clocks of the incident are so, of which none holds for clocks that have stopped."""
        # An incident without clocks is not so, rather than unknown.
        return func.coalesce(and_(*conditions), false()) if self._are_joined else _has(*conditions)

    def span(self, span: Span) -> ColumnElement[bool]:
        """Whether the time left of the clock that presses most lies in a stretch."""
        due = clocks.phase != "stopped", *_due_in(span, clocks.due_at)
        held = _held_in(span, MEASURED[TermKind.SLA])
        if self._are_joined:
            return self.going(or_(and_(*due), and_(*held)))
        return or_(_among(*due), _has(*held))

    def level(self) -> ColumnElement[str]:
        """The state, as `app.domain.sla.display.level_at` decides it."""
        rest = [(_reached(clocks.hot_at), Level.HOT), (_reached(clocks.soon_at), Level.SOON)]
        whens = [(condition, literal(level.value)) for condition, level in [*self._whens, *rest]]
        return case(*whens, else_=literal(Level.ON_TRACK.value))

    def place(self) -> ColumnElement[int]:
        """The number of the head under which a row stands, in the order of `HEADS`."""
        places = {head.level: _number(number) for number, head in enumerate(HEADS) if head.level is not None}
        # By the phase first: a database goes through this for every row of the list, and most of them are running.
        phases: dict[Any, ColumnElement[int]] = {
            "running": self._live_place(self._closed, places),
            "paused": self._live_place(true(), places),
            "none": places[Level.NONE],
        }
        if self.join == "sla":
            return case(
                phases | {"stopped": _stopped_place(clocks, places)}, value=clocks.phase, else_=places[Level.NONE]
            )
        own = _stopped.c.incident_id == incident.c.id, _stopped.c.phase == "stopped"
        stopped = select(_stopped_place(_stopped.c, places)).where(*own).correlate(incident).scalar_subquery()
        return case(phases, value=clocks.phase, else_=func.coalesce(stopped, places[Level.NONE]))

    def _live_place(
        self, still: ColumnElement[bool] | None, places: Mapping[Level, ColumnElement[int]]
    ) -> ColumnElement[int]:
        whens = [(self._over, places[Level.BREACHED])]
        if still is not None:
            whens.append((and_(still, not_(self._unpromised)), places[Level.PAUSED]))
        whens += [
            (clocks.due_at <= HOUR_AHEAD, _number(PLACES["hour"])),
            (clocks.due_at < _DAY_ENDS, _number(PLACES["today"])),
        ]
        return case(*whens, else_=_number(PLACES["later"]))


def _stopped_place(of: Any, places: Mapping[Level, ColumnElement[int]]) -> ColumnElement[int]:
    return case((_of_clock("breached", of), places[Level.MISSED]), else_=places[Level.MET])


def _reached(column: ColumnElement[datetime]) -> ColumnElement[bool]:
    return and_(column.is_not(None), column <= AT)


def _number(value: int) -> ColumnElement[int]:
    return literal_column(str(value), Integer)


def _left_of(clock: Measured) -> ColumnElement[int]:
    return type_coerce(case((clock.phase == "paused", clock.target - clock.elapsed)), BigInteger)


# Opening time left of a clock that stands still by a hold, and when a live one is or was due; null for others.
_LEFT: Final[ColumnElement[int]] = _left_of(MEASURED[TermKind.SLA])
_DUE: Final[ColumnElement[datetime]] = case((clocks.phase != "stopped", clocks.due_at))


TIME_LEFT: Final = (_DUE, _LEFT)
"""By time left: the due instant, then what is on hold by its opening time left, then what no clock runs for."""


def sla_condition(term: Term, standings: Standings) -> ColumnElement[bool]:
    """A term such as `sla:breached,<1h` as a condition on the incident."""
    found = [_one_value(value, standings) for value in term.values]
    return found[0] if len(found) == 1 else or_(*found)


def is_breached() -> ColumnElement[bool]:
    """Whether the clock that presses most is over."""
    # Every breach lies behind the due instant, which has an index.
    return _among(clocks.due_at <= AT, clocks.breach_at <= AT, clocks.phase != "stopped")


_OF_STOPPED: Final = frozenset({Level.MISSED, Level.MET, Level.NONE, ANY_VALUE})


def is_due_by() -> ColumnElement[bool]:
    """Whether the clock that presses most is due by `:due_by`."""
    return _among(clocks.due_at <= _DUE_BY, HAS_NOT_STOPPED)


def _one_value(value: str, standings: Standings) -> ColumnElement[bool]:
    span, share, pressing = parse_span(value), parse_share(value), MEASURED[TermKind.SLA]
    if span is not None:
        return standings.span(span)
    if share is not None:
        return standings.going(used_condition(share, standings.paces, pressing))
    if value == Level.BREACHED:
        return is_breached()
    if value not in _OF_STOPPED:
        return standings.going(standings.level() == value)
    if value == ANY_VALUE:
        return _has(standings.level() != Level.NONE)
    own = _has(standings.level() == value)
    return or_(own, not_(_has(true()))) if value == Level.NONE else own


def _has(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the clocks of the incident are so; asked for each incident that the other terms leave."""
    found = select(clocks.incident_id).where(clocks.incident_id == incident.c.id, *conditions)
    return found.correlate(incident).exists()


def _among(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """The same for conditions that an index finds by themselves."""
    return incident.c.id.in_(select(clocks.incident_id).where(*conditions).correlate(None))


def _due_in(span: Span, due: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    """Whether the time on the wall until a due instant lies in a stretch."""
    found: list[ColumnElement[bool]] = [due.is_not(None)]
    if span.least is not None:
        found.append(due >= _ahead(span.least))
    if span.most is not None:
        found.append(due < _ahead(span.most))
    return found


def _held_in(span: Span, clock: Measured) -> list[ColumnElement[bool]]:
    """Whether the opening time left of what is on hold, and due at no instant, lies in a stretch."""
    left = _left_of(clock)
    found: list[ColumnElement[bool]] = [clock.phase == "paused", clock.due.is_(None)]
    if span.least is not None:
        found.append(span.least <= left)
    if span.most is not None:
        found.append(span.most > left)
    return found


_COUNTED: Final = ["running", "paused", "stopped"]
_LIVE: Final = ["running", "paused"]


def clock_condition(term: Term, standings: Standings) -> ColumnElement[bool]:
    """A term about a single clock, such as `response:<1h,missed`, as a condition on the incident."""
    found = [_one_of_clock(value, MEASURED[term.kind], standings) for value in term.values]
    return found[0] if len(found) == 1 else or_(*found)


def _one_of_clock(value: str, clock: Measured, standings: Standings) -> ColumnElement[bool]:
    span, share, live = parse_span(value), parse_share(value), one_of(clock.phase, _LIVE)
    if span is not None:
        return _has(or_(and_(live, *_due_in(span, clock.due)), and_(*_held_in(span, clock))))
    if share is not None:
        return _has(used_condition(share, standings.paces, clock))
    if value == NO_VALUE:
        return not_(_has(stands(ANY_VALUE, clock)))
    return _has(stands(value, clock))


def stands(value: str, clock: Measured) -> ColumnElement[bool]:
    """Whether a single clock stands so, by its own row."""
    missed = func.coalesce(clocks[f"{clock.field}_breached"], false())
    made: dict[str, Callable[[], ColumnElement[bool]]] = {
        "breached": lambda: and_(one_of(clock.phase, _LIVE), clock.due.is_not(None), clock.due < AT),
        "running": lambda: clock.phase == "running",
        "paused": lambda: clock.phase == "paused",
        "met": lambda: and_(clock.phase == "stopped", not_(missed)),
        "missed": lambda: and_(clock.phase == "stopped", missed),
        ANY_VALUE: lambda: one_of(clock.phase, _COUNTED),
    }
    return made[value]()


def due_condition(text: str) -> ColumnElement[bool]:
    """Whether the clock that presses most, and has not stopped, is due at such a moment."""
    return not_(_among(is_due(ANY_VALUE))) if text == NO_VALUE else _among(is_due(text))


def is_due(text: str) -> ColumnElement[bool]:
    """The same by the row of the clocks."""
    live = and_(clocks.phase != "stopped", clocks.due_at.is_not(None))
    return live if text == ANY_VALUE else and_(live, within_days(text, clocks.due_at))


def age_condition(text: str) -> ColumnElement[bool]:
    """Whether so much time has passed since it was reported."""
    span, found = parse_span(text), []
    if span is not None and span.least is not None:
        found.append(incident.c.reported_at <= _ahead(-span.least))
    if span is not None and span.most is not None:
        found.append(incident.c.reported_at > _ahead(-span.most))
    return and_(true(), *found)


def _ahead(length: int) -> ColumnElement[datetime]:
    return bindparam(_name_of(length), None, type_=UtcDateTime)


def _name_of(length: int) -> str:
    return f"ahead_{length}".replace("-", "minus_")
