"""Filtering by the share of the target that is used, such as `sla:>80%`: exact, and decided by the database.

A running clock has used that much when its due instant lies before a certain moment, which its calendar tells: now, and
the opening time that may be left. The moment depends on the calendar and the target alone, of which a desk has few:
those are part of the statement, and the moments are its parameters.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, bindparam, not_, or_, select

from app.domain.instants import micros, moment
from app.domain.moments import END
from app.domain.query.filter import Filter, TermKind
from app.domain.query.spans import Bound, Share, parse_share
from app.domain.timeline import HORIZON, Timeline
from app.infra.prepared import one_of
from app.models.clocks import incident_clocks
from app.models.types import UtcDateTime
from app.services.sla.books import NO_CALENDAR, load_rules

clocks = incident_clocks.c
_NEVER = END - timedelta(days=1)
"""Stands for a moment that is not reached in years: what its calendar never opens for has used nothing more."""


class Pace(NamedTuple):
    """What the moments depend on: the calendar of a clock, None for none, and its target in microseconds.

    `field` is that of the filter: the clock that presses most, or a single one.
    """

    calendar_id: str | None
    target: int
    field: TermKind = TermKind.SLA


class Measured(NamedTuple):
    """The columns of a clock that tell how much of its target is used."""

    field: TermKind
    phase: ColumnElement[Any]
    due: ColumnElement[Any]
    target: ColumnElement[Any]
    elapsed: ColumnElement[Any]


SHARED = (TermKind.SLA, TermKind.RESPONSE, TermKind.RESOLUTION, TermKind.UPDATE)
"""The fields that take shares."""


class Ground(NamedTuple):
    """What a statement about clocks is built on beside its filter: the calendars that are closed, and the paces."""

    closed: frozenset[str] = frozenset()
    paces: tuple[Pace, ...] = ()


def asks_for_shares(wanted: Filter) -> bool:
    """Whether a term names a share."""
    return any(_shares(wanted))


def _shares(wanted: Filter, field: TermKind | None = None) -> Iterator[Share]:
    fields = SHARED if field is None else (field,)
    for term in wanted.terms:
        found = map(parse_share, term.values if term.kind in fields else ())
        yield from (share for share in found if share is not None)


def load_paces(connection: Connection, wanted: Filter, measured: tuple[Measured, ...]) -> tuple[Pace, ...]:
    """The paces of all running clocks, where the filter asks for their shares."""
    found: list[Pace] = []
    for each in measured:
        if any(_shares(wanted, each.field)):
            rows = select(clocks.calendar_id, each.target).where(each.phase == "running", each.target.is_not(None))
            found += [Pace(*row, each.field) for row in connection.execute(rows.distinct())]
    return tuple(sorted(found, key=lambda pace: (pace.field, str(pace.calendar_id), pace.target)))


def share_moments(
    connection: Connection, wanted: Filter, paces: tuple[Pace, ...], at: datetime
) -> Mapping[str, datetime]:
    """The parameters of the conditions: before which due instant a clock of each pace has used so much at `at`."""
    timelines = load_rules(connection).timelines if paces else {}
    return {
        _name(bound, number): _due_before(timelines[pace.calendar_id or NO_CALENDAR], pace.target, bound, micros(at))
        for number, pace in enumerate(paces)
        for bound in {bound for share in _shares(wanted, pace.field) for bound in share if bound is not None}
    }


def _due_before(timeline: Timeline, target: int, bound: Bound, now: int) -> datetime:
    left = ((100 - bound.percent) * target - bound.beyond) // 100
    if left < 0 and timeline.elapsed(now - HORIZON, now) + left < 0:
        return moment(now - HORIZON)
    found = timeline.reach(timeline.worked(now) + left + 1, now + HORIZON)
    return _NEVER if found is None else moment(found)


def used_condition(share: Share, paces: tuple[Pace, ...], clock: Measured) -> ColumnElement[bool]:
    """Whether a clock, running or paused, has used a share; one promised by hand has none."""
    found: list[ColumnElement[bool]] = [clock.target.is_not(None), one_of(clock.phase, ["running", "paused"])]
    if share.least is not None:
        found.append(_has_used(share.least, paces, clock))
    if share.most is not None:
        found.append(not_(_has_used(share.most, paces, clock)))
    return and_(*found)


def _has_used(bound: Bound, paces: tuple[Pace, ...], clock: Measured) -> ColumnElement[bool]:
    stands = or_(clock.phase != "running", clock.due.is_(None))
    standing = and_(stands, clock.elapsed * 100 >= clock.target * bound.percent + bound.beyond)
    running = [
        and_(
            not_(stands),
            clock.target == pace.target,
            _counts_by(pace.calendar_id),
            clock.due < bindparam(_name(bound, number), None, type_=UtcDateTime),
        )
        for number, pace in enumerate(paces)
        if pace.field is clock.field
    ]
    return or_(standing, *running)


def _counts_by(calendar_id: str | None) -> ColumnElement[bool]:
    # Never unknown, for a clock without a calendar: what is unknown would be lost by being negated.
    own = clocks.calendar_id
    return own.is_(None) if calendar_id is None else and_(own.is_not(None), own == calendar_id)


def _name(bound: Bound, number: int) -> str:
    return f"share_{bound.percent}_{bound.beyond}_{number}"
