"""Templates of incidents in their table: read as a person sees them, and checked before they are kept."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Table, select

from app.domain.actor import Actor
from app.domain.errors import BadInput, NotFound
from app.domain.incident_templates import LABELS, Filling, check_filling, filling_of
from app.domain.permissions import Permission
from app.domain.text import note_text
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.catalogue import category, service
from app.models.checklists import checklist_template
from app.models.people import assignment_group
from app.models.templates import incident_template
from app.services.incidents.create import ensure_subcategory
from app.services.macros.facts import demand_articles
from app.services.settings import load_matrix
from app.services.shared_with import Shared, checked_name
from app.services.templates.dto import IncidentTemplate, NewIncidentTemplate

TEMPLATES: Final = Shared(incident_template, "template", Permission.TEMPLATE_PUBLISH)
_NAMED: Final[Mapping[str, Table]] = {
    "service_id": service,
    "category_id": category,
    "subcategory_id": category,
    "group_id": assignment_group,
    "checklist_id": checklist_template,
}


def load_templates(connection: Connection, actor: Actor, condition: ColumnElement[bool]) -> list[IncidentTemplate]:
    """The templates that the actor sees, own ones first, by name."""
    read = [(row, filling_of(row.filling)) for row in TEMPLATES.rows(connection, actor, condition)]
    names = _names(connection, [filling for _, filling in read])
    return [_template(row, filling, names, actor) for row, filling in read]


def one_template(connection: Connection, actor: Actor, template_id: str) -> IncidentTemplate:
    """One of them; `NotFound` where it is not for the actor."""
    found = load_templates(connection, actor, incident_template.c.id == template_id)
    if not found:
        raise NotFound(tr("This template does not exist any more, or is not for you."))
    return found[0]


def _names(connection: Connection, fillings: Iterable[Filling]) -> dict[str, str]:
    names: dict[str, str] = {}
    known = list(fillings)
    for field, table in _NAMED.items():
        ids = sorted({getattr(filling, field) for filling in known} - {""})
        if ids:
            rows = connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(ids)))
            names |= {row.id: row.name for row in rows}
    return names


def _template(row: Row[Any], filling: Filling, names: Mapping[str, str], actor: Actor) -> IncidentTemplate:
    named = {field: names.get(getattr(filling, field), "") for field in _NAMED}
    return IncidentTemplate(
        row.id,
        row.name,
        filling,
        {field: name for field, name in named.items() if name},
        row.owner_id,
        row.owner_name,
        row.share,
        row.group_id,
        row.group_name,
        row.active,
        TEMPLATES.may_change(actor, row.owner_id, row.share),
    )


def checked_template(work: Work, new: NewIncidentTemplate) -> dict[str, Any]:
    """The values of a row, or what is wrong with them in a sentence."""
    name = checked_name(new.name, tr("The template has no name. Write what it is for."))
    check_filling(new.filling)
    note_text(new.filling.description, "description")
    note_text(new.filling.message, "message")
    demand_articles(work.connection, work.actor, new.filling.message, public=new.filling.public, field="message")
    _demand_known(work, new.filling)
    return {"name": name, "filling": new.filling.to_data(), **TEMPLATES.sharing(work, new.share, new.group_id)}


def _demand_known(work: Work, filling: Filling) -> None:
    for field, table in _NAMED.items():
        wanted = getattr(filling, field)
        found = select(table.c.id).where(table.c.id == wanted, table.c.active)
        if wanted and work.connection.execute(found).one_or_none() is None:
            raise BadInput(
                tr("{field}: what was chosen does not exist any more. Choose another.", field=tr(LABELS[field])), field
            )
    ensure_subcategory(work.connection, filling.category_id or None, filling.subcategory_id or None)
    matrix = load_matrix(work.connection)
    for field, labels in (("impact", matrix.impact_labels), ("urgency", matrix.urgency_labels)):
        if not 0 <= getattr(filling, field) <= len(labels):
            raise BadInput(
                tr("{field} is a level from 1 to {count}.", field=tr(LABELS[field]), count=len(labels)), field
            )
