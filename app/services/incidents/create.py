"""Logging an incident: one transaction writes it, its first journal entry and its files."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, null, select

from app.domain.actor import Actor
from app.domain.errors import BadInput
from app.domain.events import IncidentLogged
from app.domain.moments import can_be_kept
from app.domain.permissions import Permission, demand, may
from app.domain.text import note_text, required_title
from app.domain.vocabulary import Channel, EntryKind, State, Visibility
from app.domain.wording import tr
from app.infra.counter import next_number
from app.infra.prepared import PreparedInsert, PreparedSelect
from app.infra.unit_of_work import Work
from app.models.catalogue import category, configuration_item, service
from app.models.incident import incident
from app.models.people import assignment_group, group_member, person, site
from app.models.types import Id
from app.services.access import is_requesters_login
from app.services.escalation.follow import follow_creation
from app.services.incidents.attachments import attach
from app.services.incidents.dto import IncidentRef, NewIncident
from app.services.incidents.journal import write_entry
from app.services.people.commands import insert_caller
from app.services.people.readers import refuse_reader
from app.services.settings import MATRIX_VALUE, matrix_of
from app.services.sla.stamp import RULES_COLUMN, STAMP_COLUMNS, Stamp, expect, held
from app.services.suggestions.recording import record_shown

_COLUMNS = (
    "id", "number", "short_description", "description", "caller_id", "opened_by_id", "reported_at", "created_at",
    "updated_at", "updated_by_id", "channel", "impact", "urgency", "computed_priority", "priority", "state",
    "category_id", "subcategory_id", "service_id", "configuration_item_id", "site_id", "group_id", "assignee_id",
    "caller_vip",
)  # fmt: skip
_INSERT = PreparedInsert(incident.insert(), _COLUMNS)
_NUMBER_OF = PreparedSelect(select(incident.c.number).where(incident.c.id == bindparam("incident_id", "", type_=Id)))


def create_incident(work: Work, new: NewIncident) -> IncidentRef:
    """Log the incident, or return the one that stands already when the same save came before (same id)."""
    caller_id = _caller(work.actor, new)
    if new.new_caller is not None:
        # In the same transaction, so that nobody is known by what was typed before the incident was refused.
        demand(work.actor, Permission.INCIDENT_EDIT)
        insert_caller(work, new.new_caller)
    chosen = {name: caller_id if name == "caller_id" else getattr(new, name) for name in _CHOSEN}
    known = _KNOWN_TO_CALLERS if is_requesters_login(work.connection) else _KNOWN
    found = known.one_or_none(work.connection, incident_id=new.id, **chosen)
    if found.number is not None:
        return IncidentRef(new.id, found.number)
    _ensure_known(found, chosen)
    expect(work, new.id, found.rules, Stamp(*found[-len(Stamp._fields) :]))
    row = _row(work, new, found)
    if work.connection.dialect.name != "sqlite":
        # The number makes two saves wait for each other, so whoever comes second sees what the first one logged.
        done = _NUMBER_OF.one_or_none(work.connection, incident_id=new.id)
        if done is not None:
            return IncidentRef(new.id, done.number)
    _INSERT.run(work.connection, [row])
    _journal(work, new, row)
    follow_creation(work, row)
    if new.shown and may(work.actor, Permission.INCIDENT_READ_ALL):
        record_shown(work, new.id, new.shown, row)
    work.events.append(IncidentLogged(work.actor.person_id, new.id, row["number"]))
    return IncidentRef(new.id, row["number"])


def incident_stands(connection: Connection, new: NewIncident) -> bool:
    """Whether the incident was logged. Waits for everybody who is logging one at this moment; to be taken back."""
    next_number(connection, "incident")
    return _NUMBER_OF.one_or_none(connection, incident_id=new.id) is not None


def _row(work: Work, new: NewIncident, found: Any) -> dict[str, Any]:
    title = required_title(new.short_description)
    description = note_text(new.description, "description")
    reported_at = new.reported_at or work.now
    if not can_be_kept(reported_at):
        raise BadInput(tr("The time of the report is no moment since 1970; correct it."), "reported_at")
    if reported_at > work.now:
        raise BadInput(tr("The time of the report lies in the future; correct it."), "reported_at")
    ensure_member(work.connection, new.group_id, new.assignee_id)
    ensure_subcategory(work.connection, new.category_id, new.subcategory_id)
    priority = matrix_of(found.matrix).priority(new.impact, new.urgency)
    return {
        "id": new.id,
        "number": next_number(work.connection, "incident"),
        "short_description": title,
        "description": description,
        "caller_id": found.caller_id,
        "caller_vip": bool(found.vip),
        "opened_by_id": work.actor.person_id,
        "reported_at": reported_at,
        "created_at": work.now,
        "updated_at": work.now,
        "updated_by_id": work.actor.person_id,
        "channel": new.channel.value,
        "impact": new.impact,
        "urgency": new.urgency,
        "computed_priority": priority,
        "priority": priority,
        "state": State.NEW.value,
        "category_id": new.category_id,
        "subcategory_id": new.subcategory_id,
        "service_id": new.service_id,
        "configuration_item_id": new.configuration_item_id,
        "site_id": new.site_id,
        "group_id": new.group_id,
        "assignee_id": new.assignee_id,
    }


def _caller(actor: Actor, new: NewIncident) -> str | None:
    if not may(actor, Permission.INCIDENT_READ_ALL):
        # A requester logs for themself, whatever the form says; and who routes and assigns is the desk.
        if new.group_id or new.assignee_id:
            raise BadInput(tr("The desk chooses who works on your incident; leave that empty."), "group_id")
        return actor.person_id
    if new.caller_id is None and new.channel is not Channel.MONITORING:
        raise BadInput(tr("Choose who is affected. Only an alert of the monitoring has no caller."), "caller_id")
    return new.caller_id


_CHOSEN = {
    "caller_id": person,
    "assignee_id": person,
    "group_id": assignment_group,
    "service_id": service,
    "configuration_item_id": configuration_item,
    "category_id": category,
    "subcategory_id": category,
    "site_id": site,
}


def _known(rules: ColumnElement[Any]) -> PreparedSelect:
    """All that has to be looked up before an incident is logged: whether it is already, what was chosen, the rules."""
    return PreparedSelect(
        select(
            select(incident.c.number)
            .where(incident.c.id == bindparam("incident_id", "", type_=Id))
            .scalar_subquery()
            .label("number"),
            *(
                select(table.c.id).where(table.c.id == bindparam(name, None, type_=Id)).scalar_subquery().label(name)
                for name, table in _CHOSEN.items()
            ),
            select(person.c.vip)
            .where(person.c.id == bindparam("caller_id", None, type_=Id))
            .scalar_subquery()
            .label("vip"),
            MATRIX_VALUE.label("matrix"),
            rules,
            *STAMP_COLUMNS,
        )
    )


_KNOWN = _known(RULES_COLUMN)
_KNOWN_TO_CALLERS = _known(null().label("rules"))
"""A caller's own login reads no rules of escalation; the desk follows them with its next look."""


def _ensure_known(found: Any, chosen: Mapping[str, str | None]) -> None:
    """Pass when everything that was chosen exists."""
    for name, value in chosen.items():
        if value is not None and getattr(found, name) is None:
            raise BadInput(
                tr("The chosen {name} does not exist any more.", name=name.removesuffix("_id").replace("_", " ")), name
            )


_PARENT = PreparedSelect(select(category.c.parent_id).where(category.c.id == bindparam("wanted", "", type_=Id)))
_MEMBER = PreparedSelect(
    select(group_member.c.person_id).where(
        group_member.c.group_id == bindparam("group_id", "", type_=Id),
        group_member.c.person_id == bindparam("person_id", "", type_=Id),
    )
)


def ensure_subcategory(connection: Connection, category_id: str | None, subcategory_id: str | None) -> None:
    """Pass when the subcategory stands below the category, or there is none."""
    if subcategory_id is None:
        return
    found = _PARENT.one_or_none(connection, wanted=subcategory_id)
    if found is None or found.parent_id != category_id:
        raise BadInput(
            tr("The subcategory belongs to another category. Choose one of this category."), "subcategory_id"
        )


def ensure_member(connection: Connection, group_id: str | None, assignee_id: str | None) -> None:
    """Pass when the assignee belongs to the assignment group, or one of the two is open; a reader is no assignee."""
    if group_id is None or assignee_id is None:
        refuse_reader(connection, assignee_id, "assignee_id")
        return
    if _MEMBER.one_or_none(connection, group_id=group_id, person_id=assignee_id) is None:
        raise BadInput(
            tr("The assignee is not a member of the assignment group. Choose a member or change the group."),
            "assignee_id",
        )


_LOGGED_FIELDS = ("state", "priority", "impact", "urgency", "group_id", "assignee_id")


def _journal(work: Work, new: NewIncident, row: dict[str, Any]) -> None:
    entry_id = write_entry(
        work,
        new.id,
        EntryKind.LOGGED,
        visibility=Visibility.PUBLIC,
        body=row["description"] or None,
        changes={field: (None, row[field]) for field in _LOGGED_FIELDS if row[field] is not None},
        occurred_at=row["reported_at"],
    )
    if new.files:
        attach(work, new.id, entry_id, new.files)
    known = held(work, new.id)
    if known is not None:
        known.logged = row, entry_id
