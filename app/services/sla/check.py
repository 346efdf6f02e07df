"""Recomputing a sample of the cache from the facts, and naming every figure that differs."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from app.domain.instants import micros
from app.infra.unit_of_work import Store
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.services.sla.books import Rules, load_rules
from app.services.sla.dto import CheckResult, Difference
from app.services.sla.facts import load_facts
from app.services.sla.keep import Kept, kept_of

_BATCH = 400


def check_sample(connection: Connection, store: Store, sample: int | None) -> CheckResult:
    """Recompute that many incidents, chosen by chance, or all of them, and compare with what is kept.

    A row whose timer is due already is as old as that timer: it is recomputed as of the instant it was written for, and
    counted as waiting.
    """
    statement = select(incident_clocks.c.incident_id)
    statement = statement.order_by(incident_clocks.c.incident_id if sample is None else func.random()).limit(sample)
    ids = list(connection.execute(statement).scalars())
    rules: dict[str, Rules] = {}
    found: list[Difference] = []
    checked = waiting = 0
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        kept = _kept_rows(connection, batch)
        for facts in load_facts(connection, batch):
            policy_set = facts.subject.policy_set
            own = rules.get(policy_set) or rules.setdefault(policy_set, load_rules(connection, policy_set))
            due = facts.subject.next_look
            now = micros(store.clock.now())
            is_waiting = due is not None and micros(due) <= now
            row, number = kept[facts.subject.id]
            # What has come into force meanwhile is not in the cache yet; the instant before it is what was written.
            at = micros(due) - 1 if is_waiting and due is not None else now
            computed = kept_of(facts, own, min(max(at, facts.entries[-1].at), now))
            found += _differences(row, computed, number)
            checked += 1
            waiting += is_waiting
    return CheckResult(checked, waiting, tuple(found))


def _kept_rows(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[dict[str, Any], int]]:
    statement = select(incident_clocks, incident.c.number).join(
        incident, incident.c.id == incident_clocks.c.incident_id
    )
    rows = connection.execute(statement.where(incident_clocks.c.incident_id.in_(ids))).mappings()
    return {row["incident_id"]: ({k: v for k, v in row.items() if k != "number"}, row["number"]) for row in rows}


def _differences(row: dict[str, Any], computed: Kept, number: int) -> list[Difference]:
    return [
        Difference(computed.subject.id, number, name, str(row[name]), str(value))
        for name, value in computed.row.items()
        if row[name] != value
    ]
