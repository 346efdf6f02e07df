"""Telling and asking who looks at which incident, on the connection that listens; never a part of a command.

Nothing of it is journalled, logged by the server or guarded by a trigger. Requesters are told nothing; readers neither,
who get in nobody's way and are not told of. Who looks at a restricted incident is known only to those who may see it.
"""

from datetime import timedelta

from sqlalchemy import Connection, func, literal, select

from app.domain.actor import Actor
from app.domain.permissions import Permission, demand
from app.domain.presence import EXPIRES, Doing, Present, one_each
from app.infra.doorbell import PRESENCE
from app.infra.unit_of_work import Store
from app.infra.upsert import upsert_into
from app.models.incident import incident
from app.models.live import presence
from app.models.people import person
from app.models.types import Id
from app.services.access import visible


def show(
    store: Store, connection: Connection, actor: Actor, window_id: str, incident_id: str, doing: Doing, *, ring: bool
) -> None:
    """Say what the person does at an incident; with `ring` other windows look at once."""
    demand(actor, Permission.INCIDENT_WORK)
    insert = upsert_into(connection, presence).values(
        window_id=window_id,
        person_id=actor.person_id,
        incident_id=incident_id,
        doing=doing.value,
        seen_at=store.time.expression(connection),
    )
    told = {name: insert.excluded[name] for name in ("incident_id", "doing", "seen_at")}
    connection.execute(insert.on_conflict_do_update(index_elements=["window_id"], set_=told))
    if ring:
        _ring(connection)


def leave(connection: Connection, window_id: str) -> None:
    """The window shows no incident any more."""
    connection.execute(select(func.desk.leave_incident(literal(window_id, Id))))
    _ring(connection)


def _ring(connection: Connection) -> None:
    connection.exec_driver_sql(f"NOTIFY {PRESENCE}")


def others(store: Store, connection: Connection, actor: Actor) -> tuple[Present, ...]:
    """Who else is at an incident now, each once, as far as the actor may see the incident."""
    demand(actor, Permission.INCIDENT_WORK)
    alive = store.time.expression(connection) - timedelta(seconds=EXPIRES.total_seconds())
    statement = (
        select(presence.c.incident_id, presence.c.person_id, person.c.name, presence.c.doing)
        .join(person, person.c.id == presence.c.person_id)
        .join(incident, incident.c.id == presence.c.incident_id)
        .where(presence.c.seen_at > alive, presence.c.person_id != actor.person_id, visible(actor))
    )
    return one_each([Present(*row[:3], Doing(row.doing)) for row in connection.execute(statement)])
