"""What a book would change for open incidents, computed on their facts by the engine; nothing is written."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.instants import micros, moment
from app.domain.sla.attach import PolicyBook
from app.domain.sla.clock import evaluate
from app.domain.sla.policy import CLOCKS, Policy
from app.models.incident import incident
from app.services.access import visible
from app.services.sla.books import Rules, load_rules
from app.services.sla.facts import Facts, ledger_of, load_facts
from app.services.sla.recount import open_ids
from app.services.sla.settings_dto import DueChange

MOST = 2_000
"""A preview looks at this many open incidents, the newest first; more would keep a person waiting."""


def due_changes(
    connection: Connection, actor: Actor, policy_set: str, policies: tuple[Policy, ...], now: datetime
) -> tuple[DueChange, ...]:
    """The due times that would be others if these policies held for open incidents from now on, in order of numbers."""
    rules = load_rules(connection, policy_set)
    at = micros(now)
    book = PolicyBook(at, policies, applies_to_open=True)
    ids = open_ids(connection, (policy_set,))[-MOST:]
    found = {facts.subject.id: facts for facts in load_facts(connection, ids)}
    named = connection.execute(
        select(incident.c.id, incident.c.number, incident.c.short_description)
        .where(incident.c.id.in_(list(found)), visible(actor))
        .order_by(incident.c.number)
    )
    return tuple(
        DueChange(row.id, row.number, row.short_description, clock, before, after)
        for row in named
        for clock, before, after in _changed(found[row.id], rules, rules._replace(books=(*rules.books, book)), at)
    )


def _changed(
    facts: Facts, rules: Rules, changed: Rules, now: int
) -> Iterator[tuple[str, datetime | None, datetime | None]]:
    now = max(now, facts.created)
    before = evaluate(ledger_of(facts, rules), rules.timelines, now)
    after = evaluate(ledger_of(facts, changed), changed.timelines, now)
    for clock, old, new in zip(CLOCKS, before, after, strict=True):
        if old.due != new.due:
            yield clock.value, _moment(old.due), _moment(new.due)


def _moment(instant: int | None) -> datetime | None:
    return None if instant is None else moment(instant)
