"""Templates of checklists in their table: read as a person sees them, and checked before they are kept."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, distinct, func, select

from app.domain.actor import Actor
from app.domain.checklists import TemplateLine, read_lines, write_lines
from app.domain.errors import BadInput, NotFound
from app.domain.numbers import incident_number
from app.domain.permissions import Permission
from app.domain.wording import marked_count, tr
from app.infra.unit_of_work import Work
from app.models.checklists import checklist_step, checklist_template
from app.models.incident import incident
from app.models.people import assignment_group
from app.services.access import visible
from app.services.catalogue.dto import Use
from app.services.catalogue.uses import NAMED
from app.services.checklists.dto import ChecklistTemplate, NewTemplate
from app.services.shared_with import Shared, checked_name

TEMPLATES: Final = Shared(checklist_template, "checklist", Permission.TEMPLATE_PUBLISH)


def load_templates(connection: Connection, actor: Actor, condition: ColumnElement[bool]) -> list[ChecklistTemplate]:
    """The templates that the actor sees, own ones first, by name."""
    rows = TEMPLATES.rows(connection, actor, condition)
    names = {group_id: name for name, group_id in group_ids(connection).items()}
    return [_template(row, actor, names) for row in rows]


def one_template(connection: Connection, actor: Actor, template_id: str) -> ChecklistTemplate:
    """One of them; `NotFound` where it is not for the actor."""
    found = load_templates(connection, actor, checklist_template.c.id == template_id)
    if not found:
        raise NotFound(tr("This checklist does not exist any more, or is not for you."))
    return found[0]


def group_ids(connection: Connection) -> dict[str, str]:
    """The assignment groups by name."""
    table = assignment_group.c
    return {row.name: row.id for row in connection.execute(select(table.name, table.id).where(table.active))}


def _template(row: Row[Any], actor: Actor, names: Mapping[str, str]) -> ChecklistTemplate:
    lines = tuple(
        TemplateLine(
            each["text"], each.get("required", False), names.get(each.get("group_id", ""), ""), each.get("due")
        )
        for each in row.steps
    )
    return ChecklistTemplate(
        row.id,
        row.name,
        lines,
        row.owner_id,
        row.owner_name,
        row.share,
        row.group_id,
        row.group_name,
        row.active,
        TEMPLATES.may_change(actor, row.owner_id, row.share),
    )


def checked_template(work: Work, new: NewTemplate) -> dict[str, Any]:
    """The values of a row, or what is wrong with them in a sentence."""
    name = checked_name(new.name, tr("The checklist has no name. Write what it is for."))
    lines = read_lines(write_lines(new.lines))
    groups = group_ids(work.connection)
    unknown = next((line.group for line in lines if line.group and line.group not in groups), None)
    if unknown is not None:
        raise BadInput(
            tr(
                "There is no assignment group {unknown}. Known are {names}.",
                unknown=unknown,
                names=", ".join(sorted(groups)),
            ),
            "steps",
        )
    sharing = TEMPLATES.sharing(work, new.share, new.group_id)
    return {"name": name, "steps": [_stored(line, groups) for line in lines], **sharing}


def _stored(line: TemplateLine, groups: Mapping[str, str]) -> dict[str, Any]:
    kept: dict[str, Any] = {"text": line.text}
    if line.required:
        kept["required"] = True
    if line.group:
        kept["group_id"] = groups[line.group]
    if line.due is not None:
        kept["due"] = line.due
    return kept


def uses_of_template(connection: Connection, actor: Actor, template_id: str) -> tuple[Use, ...]:
    """The incidents that have steps of a template, as far as the actor may see them."""
    step = checklist_step.c
    source = checklist_step.join(incident, incident.c.id == step.incident_id)
    meant = (step.template_id == template_id, step.removed_at.is_(None), visible(actor))
    counted = select(func.count(distinct(step.incident_id))).select_from(source).where(*meant)
    count = connection.execute(counted).scalar_one()
    if not count:
        return ()
    newest = select(incident.c.number).distinct().select_from(source).where(*meant)
    numbers = connection.execute(newest.order_by(incident.c.number.desc()).limit(NAMED)).scalars()
    return (
        Use(marked_count("{n} incident", "{n} incidents"), count, tuple(incident_number(number) for number in numbers)),
    )
