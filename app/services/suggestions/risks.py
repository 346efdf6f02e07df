"""How likely open incidents miss their resolution target: counted in the background, kept, and read from what is kept.

Whoever runs timers counts it anew every few minutes for what nobody has counted since, and at once for what was changed
there. Lists join what is kept; nothing is counted while somebody waits for a list.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    false,
    func,
    literal_column,
    not_,
    or_,
    select,
    update,
)

from app.domain.actor import PROGRAM, Actor
from app.domain.risk import Risk, risk_of
from app.domain.vocabulary import State
from app.infra.prepared import one_of
from app.infra.unit_of_work import Store
from app.infra.upsert import upsert_into
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.models.suggestion import incident_risk
from app.services.access import visible
from app.services.suggestions.dto import LEAST, AtRisk, KnownRisks

RENEW_AFTER: Final = timedelta(minutes=4)
"""A risk that is older is counted anew at the next look; an incident grows older, and less is left."""
_READ: Final = 2_000
"""The newest resolved incidents; a desk changes."""
_MOST: Final = 5_000
"""So many are counted at one look, those first that were not counted longest."""
_AT_ONCE: Final = 250
"""So many are written by one transaction; in between others write."""
_RANKED: Final = 2_000

_KEPT: Final = ("percent", "late", "alike", "is_wide")
# Written word for word as in the partial indexes over open incidents.
_IS_OPEN: ColumnElement[bool] = literal_column("incident.state IN ('new', 'in_progress', 'on_hold')")


def load_risks(connection: Connection, actor: Actor, now: datetime, incident_id: str | None) -> tuple[AtRisk, ...]:
    """The open incidents whose resolution clock runs, the likeliest to be late first; or one of them."""
    shown, clocks, kept = incident.c, incident_clocks.c, incident_risk.c
    columns = (shown.id, shown.number, shown.short_description, clocks.resolution_due_at, kept.reckoned_at)
    found = (
        select(*columns, *(kept[name] for name in _KEPT))
        .join(incident_clocks, clocks.incident_id == shown.id)
        .join(incident_risk, kept.incident_id == shown.id)
        .where(kept.percent.is_not(None), _runs(now), visible(actor))
        .order_by(kept.percent.desc(), clocks.resolution_due_at, shown.number)
        .limit(_RANKED)
    )
    if incident_id is not None:
        found = found.where(shown.id == incident_id)
    return tuple(map(_at_risk, connection.execute(found)))


def _at_risk(row: Any) -> AtRisk:
    risk = Risk(row.percent / 100, row.late, row.alike, row.is_wide)
    return AtRisk(row.id, row.number, row.short_description, row.resolution_due_at, risk, row.reckoned_at)


def known_risks(connection: Connection) -> KnownRisks:
    """From how many resolved incidents risks are counted, and when one was counted last."""
    resolved = connection.execute(select(func.count()).select_from(_newest().subquery())).scalar_one()
    return KnownRisks(resolved, connection.execute(select(func.max(incident_risk.c.reckoned_at))).scalar_one())


def reckon_risks(store: Store, changed: Sequence[str] = ()) -> int:
    """Count the risks that are old or unknown, or those of changed incidents; returns how many are written.

    As far as the login sees them: a restricted incident is counted by the programs of those who see it. Doing it twice
    writes the same again.
    """
    with store.reading() as connection:
        now = store.time.read(connection).now
        rows = _rows(connection, now, changed)
        history = _history(connection) if any(row.is_live for row in rows) else None
    found = [each for row in rows if (each := _reckoned(row, now, history, is_due=not changed)) is not None]
    found.sort(key=lambda each: each.incident_id)  # Two programs that count the same take turns, row by row.
    for start in range(0, len(found), _AT_ONCE):
        with store.writing(PROGRAM) as work:
            _write(work.connection, found[start : start + _AT_ONCE], work.now)
    return len(found)


class _History(NamedTuple):
    """How many seconds resolved incidents took, the shortest first: by group and priority, and by priority."""

    of_group: dict[tuple[str | None, int], list[float]]
    of_all: dict[int, list[float]]


class _Reckoned(NamedTuple):
    incident_id: str
    told: dict[str, Any]
    is_new: bool


def _reckoned(row: Any, now: datetime, history: _History | None, *, is_due: bool) -> _Reckoned | None:
    """What is to be kept of an incident; None where that is kept already and nothing is due."""
    risk = None
    if row.is_live and history is not None:
        age, left = (now - row.reported_at).total_seconds(), (row.resolution_due_at - now).total_seconds()
        of_group = history.of_group.get((row.group_id, row.priority), [])
        risk = risk_of(age, left, of_group, history.of_all.get(row.priority, []))
    told = (None,) * len(_KEPT) if risk is None else (risk.percent, risk.late, risk.alike, risk.is_wide)
    is_new = row.reckoned_at is None
    if risk is None and row.percent is None and not (row.is_live and history is not None):
        return None  # Nothing is known and nothing was: neither at a young desk nor of what cannot be late.
    if not is_due and not is_new and told == tuple(getattr(row, name) for name in _KEPT):
        return None
    return _Reckoned(row.id, dict(zip(_KEPT, told, strict=True)), is_new)


def _write(connection: Connection, some: Sequence[_Reckoned], now: datetime) -> None:
    new = [{"incident_id": each.incident_id, "reckoned_at": now, **each.told} for each in some if each.is_new]
    if new:
        # Another program may have counted it in between; what it says is as good.
        connection.execute(upsert_into(connection, incident_risk).on_conflict_do_nothing(), new)
    again = [{"of_incident": each.incident_id, "reckoned_at": now, **each.told} for each in some if not each.is_new]
    if again:
        mine = incident_risk.c.incident_id == bindparam("of_incident")
        connection.execute(update(incident_risk).where(mine), again)


def _runs(now: datetime) -> ColumnElement[bool]:
    """Whether it is open, its resolution clock runs, and there is time left."""
    clocks = incident_clocks.c
    return and_(_IS_OPEN, clocks.resolution_phase == "running", clocks.resolution_due_at > now)


def _can_be_late(now: datetime) -> ColumnElement[bool]:
    """The same where there may be no clocks; never unknown."""
    return func.coalesce(_runs(now), false())


def _looked_at(now: datetime) -> Select[Any]:
    """Incidents with their clocks and their risk, and whether they can be late."""
    shown, kept = incident.c, incident_risk.c
    columns = (shown.id, shown.group_id, shown.priority, shown.reported_at, incident_clocks.c.resolution_due_at)
    joined = incident.outerjoin(incident_clocks, incident_clocks.c.incident_id == shown.id).outerjoin(
        incident_risk, kept.incident_id == shown.id
    )
    is_live = _can_be_late(now).label("is_live")
    return select(*columns, *(kept[name] for name in _KEPT), kept.reckoned_at, is_live).select_from(joined)


def _rows(connection: Connection, now: datetime, changed: Sequence[str]) -> Sequence[Any]:
    """The changed ones; else those whose risk is old or unknown, or that cannot be late any more."""
    kept, found = incident_risk.c, _looked_at(now)
    if changed:
        return connection.execute(found.where(incident.c.id.in_(changed))).all()
    is_old = or_(kept.reckoned_at.is_(None), kept.reckoned_at <= now - RENEW_AFTER)
    order = kept.reckoned_at.is_not(None), kept.reckoned_at, incident.c.id
    old = connection.execute(found.where(_runs(now), is_old).order_by(*order).limit(_MOST)).all()
    over = connection.execute(found.where(kept.percent.is_not(None), not_(_can_be_late(now))).limit(_MOST)).all()
    return [*old, *over]


def _newest() -> Select[Any]:
    """The newest resolved incidents; restricted ones are in none of these counts."""
    shown = incident.c
    return (
        select(shown.group_id, shown.priority, shown.reported_at, shown.resolved_at)
        .where(one_of(shown.state, [State.RESOLVED.value, State.CLOSED.value]), shown.resolved_at.is_not(None))
        .where(shown.restricted_group_id.is_(None))
        .order_by(shown.number.desc())
        .limit(_READ)
    )


def _history(connection: Connection) -> _History | None:
    """What took how long; None where too few were resolved to say anything."""
    of_group: dict[tuple[str | None, int], list[float]] = defaultdict(list)
    of_all: dict[int, list[float]] = defaultdict(list)
    rows = connection.execute(_newest()).all()
    if len(rows) < LEAST:
        return None
    for row in rows:
        seconds = max(0.0, (row.resolved_at - row.reported_at).total_seconds())
        of_group[row.group_id, row.priority].append(seconds)
        of_all[row.priority].append(seconds)
    for took in _both(of_group, of_all):
        took.sort()
    return _History(of_group, of_all)


def _both(*kinds: dict[Any, list[float]]) -> Iterator[list[float]]:
    for kind in kinds:
        yield from kind.values()
