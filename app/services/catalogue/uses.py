"""What would notice if an entry of the catalogue went: incidents, people, and rules that name it."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, func, or_, select

from app.domain.actor import Actor
from app.domain.numbers import incident_number
from app.domain.sla.policy import Trait
from app.domain.vocabulary import OPEN_STATES
from app.domain.wording import marked_count
from app.models.catalogue import category, configuration_item, service
from app.models.clocks import sla_book, sla_policy_version
from app.models.incident import incident
from app.models.people import person, site
from app.services.access import visible
from app.services.catalogue.dto import Use
from app.services.escalation.book import load_book

NAMED: Final = 3
"""So many are named; the rest is counted."""

OPEN: Final = tuple(sorted(state.value for state in OPEN_STATES))

TRAITS: Final = {service: Trait.SERVICE, site: Trait.SITE, category: Trait.CATEGORY}


def incidents_of(table: Table, entry_id: str) -> ColumnElement[bool]:
    """The incidents that name an entry of the catalogue."""
    if table is category:
        return or_(incident.c.category_id == entry_id, incident.c.subcategory_id == entry_id)
    return incident.c[f"{table.name}_id"] == entry_id


def uses_of(connection: Connection, actor: Actor, table: Table, entry_id: str) -> tuple[Use, ...]:
    """Everything that uses an entry, as far as the actor may see it; what is not used by anything has none."""
    found = [*_incidents(connection, actor, table, entry_id), *_lines(connection, table, entry_id)]
    if table in TRAITS:
        found += _rules(connection, TRAITS[table], entry_id)
    return tuple(use for use in found if use.number)


def _incidents(connection: Connection, actor: Actor, table: Table, entry_id: str) -> Iterator[Use]:
    meant = (incidents_of(table, entry_id), visible(actor))
    is_open = incident.c.state.in_(OPEN)
    for word, more, named in (
        (marked_count("{n} open incident", "{n} open incidents"), is_open, True),
        (marked_count("{n} ended incident", "{n} ended incidents"), ~is_open, False),
    ):
        count = connection.execute(select(func.count()).select_from(incident).where(*meant, more)).scalar_one()
        newest = select(incident.c.number).where(*meant, more).order_by(incident.c.number.desc()).limit(NAMED)
        numbers = connection.execute(newest).scalars() if named and count else ()
        yield Use(word, count, tuple(incident_number(number) for number in numbers))


def _lines(connection: Connection, table: Table, entry_id: str) -> Iterator[Use]:
    if table is category:
        yield _named(
            connection, category, category.c.parent_id == entry_id, marked_count("{n} subcategory", "{n} subcategories")
        )
        return
    if table is configuration_item:
        return
    word = marked_count("{n} configuration item", "{n} configuration items")
    yield _named(connection, configuration_item, configuration_item.c[f"{table.name}_id"] == entry_id, word)
    if table is site:
        yield _named(connection, person, person.c.site_id == entry_id, marked_count("{n} person", "{n} people"))


def _named(connection: Connection, table: Table, condition: ColumnElement[bool], word: tuple[str, str]) -> Use:
    meant = (condition, table.c.active)
    count = connection.execute(select(func.count()).select_from(table).where(*meant)).scalar_one()
    names = select(table.c.name).where(*meant).order_by(table.c.name).limit(NAMED)
    return Use(word, count, tuple(connection.execute(names).scalars()) if count else ())


def _rules(connection: Connection, trait: Trait, entry_id: str) -> Iterator[Use]:
    policies = policies_that_ask(connection, entry_id)
    yield Use(marked_count("{n} SLA policy", "{n} SLA policies"), len(policies), policies[:NAMED])
    rules = sorted(
        rule.name
        for rule in load_book(connection).rules
        if any(condition.trait is trait and entry_id in condition.values for condition in rule.conditions)
    )
    yield Use(marked_count("{n} escalation rule", "{n} escalation rules"), len(rules), tuple(rules[:NAMED]))


def policies_that_ask(connection: Connection, entry_id: str) -> tuple[str, ...]:
    """The names of the policies in force that ask for an entry; identifiers are unique over all tables."""
    asking = (
        policy["name"]
        for policy in definitions_in_force(connection)
        if any(entry_id in values for values in dict(policy.get("conditions", ())).values())
    )
    return tuple(sorted(asking))


def definitions_in_force(connection: Connection) -> Iterator[dict[str, Any]]:
    """The policies of the newest books, as they are stored."""
    newest = {row.policy_set: row.policies for row in connection.execute(select(sla_book).order_by(sla_book.c.number))}
    wanted = {(policy_id, number) for policies in newest.values() for policy_id, number in policies}
    version = sla_policy_version.c
    ids = sorted({policy_id for policy_id, _ in wanted})
    found = select(version.policy_id, version.number, version.definition).where(version.policy_id.in_(ids))
    for row in connection.execute(found):
        if (row.policy_id, row.number) in wanted:
            yield dict(row.definition)
