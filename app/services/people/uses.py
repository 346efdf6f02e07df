"""What would notice if a team or a person left the desk: incidents, rules, and what is theirs."""

from collections.abc import Callable, Iterator

from sqlalchemy import ColumnElement, Connection, Table, func, select

from app.domain.actor import Actor
from app.domain.escalation.rules import ActionKind, Rule, RuleStep
from app.domain.numbers import incident_number
from app.domain.vocabulary import OPEN_STATES
from app.domain.wording import marked_count
from app.models.catalogue import service
from app.models.checklists import checklist_step
from app.models.clocks import group_hours
from app.models.incident import incident
from app.models.knowledge import article
from app.models.people import assignment_group, group_member
from app.services.access import visible
from app.services.catalogue.dto import Use
from app.services.catalogue.uses import NAMED, policies_that_ask
from app.services.escalation.book import load_book

_OPEN = incident.c.state.in_(sorted(state.value for state in OPEN_STATES))


def team_uses(connection: Connection, actor: Actor, group_id: str) -> tuple[Use, ...]:
    """What uses a team, as far as the actor may see it."""
    after = select(assignment_group.c.name).join(group_hours, group_hours.c.group_id == assignment_group.c.id)
    after = after.where(group_hours.c.next_group_id == group_id).order_by(assignment_group.c.name)
    names = tuple(connection.execute(after).scalars())
    policies = policies_that_ask(connection, group_id)
    found = (
        _incidents(
            connection, actor, incident.c.group_id == group_id, marked_count("{n} open incident", "{n} open incidents")
        ),
        _steps(connection, checklist_step.c.group_id == group_id),
        _named(
            connection,
            service,
            service.c.owner_group_id == group_id,
            marked_count("{n} service it owns", "{n} services it owns"),
        ),
        Use(
            marked_count("{n} team whose shift it takes over", "{n} teams whose shifts it takes over"),
            len(names),
            names[:NAMED],
        ),
        Use(marked_count("{n} SLA policy", "{n} SLA policies"), len(policies), policies[:NAMED]),
        *_rules(connection, lambda rule: _names(rule, group_id)),
    )
    return tuple(use for use in found if use.number)


def person_uses(connection: Connection, actor: Actor, person_id: str) -> tuple[Use, ...]:
    """What is a person's or names them, as far as the actor may see it."""
    leads = select(assignment_group.c.name).join(group_member, group_member.c.group_id == assignment_group.c.id)
    leads = leads.where(group_member.c.person_id == person_id, group_member.c.is_lead)
    led = tuple(connection.execute(leads.order_by(assignment_group.c.name)).scalars())
    found = (
        _incidents(
            connection,
            actor,
            incident.c.assignee_id == person_id,
            marked_count("{n} open incident of theirs", "{n} open incidents of theirs"),
        ),
        _incidents(
            connection,
            actor,
            incident.c.caller_id == person_id,
            marked_count("{n} open incident they reported", "{n} open incidents they reported"),
        ),
        _steps(connection, checklist_step.c.assignee_id == person_id),
        Use(marked_count("{n} team they lead", "{n} teams they lead"), len(led), led[:NAMED]),
        _titled(connection, person_id),
        *_rules(connection, lambda rule: _names(rule, person_id)),
    )
    return tuple(use for use in found if use.number)


def _incidents(connection: Connection, actor: Actor, meant: ColumnElement[bool], word: tuple[str, str]) -> Use:
    conditions = (meant, _OPEN, visible(actor))
    count = connection.execute(select(func.count()).select_from(incident).where(*conditions)).scalar_one()
    newest = select(incident.c.number).where(*conditions).order_by(incident.c.number.desc()).limit(NAMED)
    numbers = connection.execute(newest).scalars() if count else ()
    return Use(word, count, tuple(incident_number(number) for number in numbers))


def _steps(connection: Connection, meant: ColumnElement[bool]) -> Use:
    conditions = (meant, checklist_step.c.state == "open", checklist_step.c.removed_at.is_(None))
    open_ones = select(func.count()).select_from(checklist_step).join(incident).where(*conditions, _OPEN)
    return Use(
        marked_count("{n} open step of a checklist", "{n} open steps of checklists"),
        connection.execute(open_ones).scalar_one(),
    )


def _named(connection: Connection, table: Table, meant: ColumnElement[bool], word: tuple[str, str]) -> Use:
    names = tuple(
        connection.execute(select(table.c.name).where(meant, table.c.active).order_by(table.c.name)).scalars()
    )
    return Use(word, len(names), names[:NAMED])


def _titled(connection: Connection, person_id: str) -> Use:
    owned = select(article.c.title).where(article.c.owner_id == person_id, article.c.state != "retired")
    titles = tuple(connection.execute(owned.order_by(article.c.title)).scalars())
    return Use(marked_count("{n} article they look after", "{n} articles they look after"), len(titles), titles[:NAMED])


def _rules(connection: Connection, meant: Callable[[Rule], bool]) -> Iterator[Use]:
    rules = tuple(sorted(rule.name for rule in load_book(connection).rules if meant(rule)))
    yield Use(marked_count("{n} escalation rule", "{n} escalation rules"), len(rules), rules[:NAMED])


def _names(rule: Rule, wanted: str) -> bool:
    return any(wanted in condition.values for condition in rule.conditions) or any(
        _goes_to(step, wanted) for step in rule.steps
    )


def _goes_to(step: RuleStep, wanted: str) -> bool:
    action = step.action
    told = any(recipient.id == wanted for recipient in action.recipients)
    return told or (action.kind is ActionKind.REASSIGN and action.group_id == wanted)
