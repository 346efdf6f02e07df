"""The names that sentences about rules show for identifiers."""

from sqlalchemy import Connection, select

from app.models.catalogue import category, service
from app.models.people import assignment_group, person, site


def shown_names(connection: Connection) -> dict[str, str]:
    """The names of all groups, services, sites, categories and people who work at the desk, by identifier."""
    names: dict[str, str] = {}
    for table in (assignment_group, service, site, category):
        names |= {row.id: row.name for row in connection.execute(select(table.c.id, table.c.name))}
    staff = select(person.c.id, person.c.name).where(person.c.role != "requester")
    return names | {row.id: row.name for row in connection.execute(staff)}
