"""What a problem begins with when it is made from incidents: what they share, and nothing that is not for all."""

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.models.incident import incident
from app.services.access import visible
from app.services.problems.dto import NewProblem

_COMMON = ("service_id", "configuration_item_id", "category_id", "group_id")
_MOST = 500
"""So many incidents are looked at; those beyond would hardly change what they have in common."""


def begun_from(connection: Connection, actor: Actor, incident_ids: tuple[str, ...]) -> NewProblem:
    """The title of the oldest incident and the facts that all of them share; empty where one is restricted."""
    columns = [incident.c[name] for name in ("short_description", "restricted_group_id", *_COMMON)]
    statement = select(*columns).where(incident.c.id.in_(incident_ids[:_MOST]), visible(actor))
    rows = connection.execute(statement.order_by(incident.c.number)).all()
    if not rows or any(row.restricted_group_id is not None for row in rows):
        return NewProblem("")
    shared = {name: {getattr(row, name) for row in rows} for name in _COMMON}
    known = {name: values.pop() for name, values in shared.items() if len(values) == 1}
    return NewProblem(rows[0].short_description, **known)
