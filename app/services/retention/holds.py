"""Incidents that are held back from every rule, by hand: whoever may set rules holds them and lets them go."""

from typing import Any

from sqlalchemy import Connection, Select, func, select, update

from app.domain.actor import Actor
from app.domain.errors import BadInput, NotFound
from app.domain.numbers import parse_incident_number
from app.domain.text import clean_line
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.incident import incident
from app.models.people import person
from app.models.retention import held_incident
from app.services.access import visible
from app.services.retention.dto import HeldIncident
from app.services.retention.rows import held_by_itself

_LONGEST = 400


def load_held(connection: Connection, actor: Actor) -> tuple[HeldIncident, ...]:
    """The incidents that are held back by hand, as far as the actor sees them, by number."""
    held = held_incident.c
    found = (
        select(held.incident_id, incident.c.number, held.reason, held.held_at, person.c.name)
        .join(incident, incident.c.id == held.incident_id)
        .outerjoin(person, person.c.id == held.held_by_id)
        .where(held.released_at.is_(None), visible(actor))
        .order_by(incident.c.number)
    )
    return tuple(HeldIncident(*row) for row in connection.execute(found))


def count_held_by_itself(connection: Connection, actor: Actor) -> int:
    """How many incidents that the actor sees are major ones or have a review."""
    found = select(func.count()).select_from(incident).where(held_by_itself(), visible(actor))
    return int(connection.execute(found).scalar_one())


def hold(work: Work, number: str, reason: str) -> str:
    """Hold the incident of a number back from now on, and say why; returns its identifier."""
    said, wanted = clean_line(reason)[:_LONGEST], parse_incident_number(number)
    if wanted is None:
        raise BadInput(tr("Type the number of an incident, such as INC-000123."), "number")
    if not said:
        raise BadInput(tr("Say why it is held back; whoever lets it go later has to know."), "reason")
    found = select(incident.c.id).where(incident.c.number == wanted, visible(work.actor))
    incident_id = work.connection.execute(found).scalar_one_or_none()
    if incident_id is None:
        raise NotFound(tr("There is no incident {number} that you may see.", number=number.strip()))
    values = {
        "reason": said, "held_at": work.now, "held_by_id": work.actor.author_id,
        "released_at": None, "released_by_id": None,
    }  # fmt: skip
    if work.connection.execute(_mine(incident_id)).first() is None:
        first = {key: values[key] for key in ("reason", "held_at", "held_by_id")}
        work.connection.execute(held_incident.insert(), {"incident_id": incident_id, **first})
    else:
        work.connection.execute(update(held_incident).where(held_incident.c.incident_id == incident_id), values)
    return str(incident_id)


def release(work: Work, incident_id: str) -> None:
    """Let an incident go: a week later rules take of it what is past its time."""
    if work.connection.execute(_mine(incident_id).where(held_incident.c.released_at.is_(None))).first() is None:
        raise NotFound(tr("This incident is not held back."))
    values = {"released_at": work.now, "released_by_id": work.actor.author_id}
    work.connection.execute(update(held_incident).where(held_incident.c.incident_id == incident_id), values)


def _mine(incident_id: str) -> Select[Any]:
    return select(held_incident.c.incident_id).where(held_incident.c.incident_id == incident_id)
