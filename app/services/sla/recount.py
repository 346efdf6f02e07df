"""Counting incidents anew by the rules as they stand: open ones when something was published, or a whole set."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from app.domain.vocabulary import OPEN_STATES
from app.infra.prepared import one_of
from app.infra.unit_of_work import Work
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.services.sla.books import IMPORTED, Rules, load_rules, read_rules
from app.services.sla.facts import load_facts
from app.services.sla.keep import keep_facts
from app.services.timers.schedule import call_whoever_sees_the_rest

BATCH = 400


def open_ids(connection: Connection, policy_sets: Sequence[str]) -> list[str]:
    """The open incidents of these sets, in order of their ids."""
    imported = incident.c.source_number.is_not(None)
    statement = select(incident.c.id).where(one_of(incident.c.state, sorted(OPEN_STATES))).order_by(incident.c.id)
    if len(set(policy_sets)) == 1:
        statement = statement.where(imported if policy_sets[0] == IMPORTED else ~imported)
    return list(connection.execute(statement).scalars())


def recount_open(work: Work, policy_sets: Sequence[str]) -> int:
    """Count open incidents by the rules as this transaction leaves them; returns how many there were.

    Each is locked first, so that a save that is under way is waited for and one that comes later sees the new rules.
    """
    rules = {policy_set: read_rules(work.connection, policy_set) for policy_set in policy_sets}
    ids = open_ids(work.connection, policy_sets)
    recount_batches(work, ids, rules)
    call_whoever_sees_the_rest(work)
    return len(ids)


def recount_batches(work: Work, ids: Sequence[str], rules: dict[str, Rules]) -> None:
    """Lock and keep these incidents, some hundred at a time."""
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        lock = select(incident.c.id).where(incident.c.id.in_(batch)).order_by(incident.c.id).with_for_update()
        work.connection.execute(lock).all()
        keep_facts(work, load_facts(work.connection, batch), rules)


def all_ids(connection: Connection, policy_set: str) -> list[str]:
    """Every incident of a set, in order of their ids."""
    imported = incident.c.source_number.is_not(None)
    statement = select(incident.c.id).where(imported if policy_set == IMPORTED else ~imported)
    return list(connection.execute(statement.order_by(incident.c.id)).scalars())


def count_new_imports(work: Work) -> None:
    """Give clocks to imported incidents that have none yet, once there are policies for them."""
    rules = load_rules(work.connection, IMPORTED)
    if not rules.books:
        return
    without = (
        select(incident.c.id)
        .outerjoin(incident_clocks, incident_clocks.c.incident_id == incident.c.id)
        .where(incident.c.source_number.is_not(None), incident_clocks.c.incident_id.is_(None))
        .order_by(incident.c.id)
    )
    recount_batches(work, list(work.connection.execute(without).scalars()), {IMPORTED: rules})
