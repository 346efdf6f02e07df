"""A crew's desk with the sample policies, and what the database keeps of the clocks beside what the facts say."""

from typing import Any

from sqlalchemy import select

from app.domain.instants import micros
from app.models.clocks import incident_clocks
from app.models.timers import timer
from app.services.sla.books import load_rules
from app.services.sla.facts import load_facts
from app.services.sla.figures import COLUMNS
from app.services.sla.keep import kept_of
from app.services.sla.samples import furnish_clocks
from tests.support.crew import Crew


def with_policies(crew: Crew, zone: str = "UTC") -> Crew:
    """Give the crew's desk the sample calendars and policies."""
    with crew.desk.store.writing(crew.admin) as work:
        furnish_clocks(work, zone)
    return crew


def kept_rows(crew: Crew) -> dict[str, dict[str, Any]]:
    """The cache as it stands, by incident."""
    with crew.desk.store.reading() as connection:
        rows = connection.execute(select(incident_clocks)).mappings().all()
    return {row["incident_id"]: {name: row[name] for name in COLUMNS} for row in rows}


def timers(crew: Crew) -> dict[tuple[str, str], Any]:
    """When something is looked at next, by kind and subject."""
    with crew.desk.store.reading() as connection:
        found = {(row.kind, row.subject_id): row.due_at for row in connection.execute(select(timer))}
        looks = select(incident_clocks.c.incident_id, incident_clocks.c.next_look_at)
        for incident_id, look_at in connection.execute(looks.where(incident_clocks.c.next_look_at.is_not(None))):
            found["clocks", incident_id] = look_at
        return found


def computed_rows(crew: Crew) -> dict[str, dict[str, Any]]:
    """What the facts of every incident in the cache say now."""
    with crew.desk.store.reading() as connection:
        found = load_facts(connection, list(kept_rows(crew)))
        now = micros(crew.clock.now())
        kept = [kept_of(facts, load_rules(connection, facts.subject.policy_set), now) for facts in found]
    assert all(each.row.keys() == set(COLUMNS) for each in kept)
    return {each.row["incident_id"]: each.row for each in kept}
