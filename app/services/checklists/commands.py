"""The checklist of an incident and the templates: what is asked and what is done, each with its permission."""

from datetime import datetime

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.checklists import LeftOpen, StepState
from app.domain.permissions import Permission
from app.domain.wording import tr
from app.infra.unit_of_work import Store, Work
from app.models.checklists import checklist_template
from app.models.incident import incident
from app.services.access import ensure_visible
from app.services.catalogue.dto import PastChange, Use
from app.services.catalogue.history import history_of
from app.services.checklists.dto import Checklist, ChecklistTemplate, NewStep, NewTemplate, StepDetails
from app.services.checklists.due import Opening
from app.services.checklists.required import left_open
from app.services.checklists.steps import (
    add_from_template,
    add_steps,
    change_step,
    load_checklist,
    mark_step,
    move_step,
    remove_steps,
)
from app.services.checklists.templates import (
    TEMPLATES,
    checked_template,
    group_ids,
    load_templates,
    one_template,
    uses_of_template,
)
from app.services.command import command, query
from app.services.sla.journal_reader import TRAITS

_ASKED = tuple(incident.c[name] for name in ("id", *TRAITS))


class ChecklistQueries:
    """Checklists of incidents, and the templates of a person."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_ALL)
    def of_incident(self, connection: Connection, actor: Actor, incident_id: str) -> Checklist:
        """The steps of an incident; requesters never see them."""
        ensure_visible(connection, actor, incident_id)
        return load_checklist(connection, incident_id)

    @query(Permission.INCIDENT_READ_ALL)
    def left_open(self, connection: Connection, actor: Actor, incident_ids: tuple[str, ...]) -> LeftOpen:
        """The steps that a resolution of these incidents would leave open."""
        return left_open(connection, actor, incident_ids)

    @query(Permission.INCIDENT_READ_ALL)
    def due_after(
        self, connection: Connection, actor: Actor, incident_id: str, start: datetime, length: int
    ) -> datetime | None:
        """When so many microseconds of an incident's opening time have passed; None where each hour counts."""
        ensure_visible(connection, actor, incident_id)
        row = connection.execute(select(*_ASKED).where(incident.c.id == incident_id)).one()
        opening = Opening(connection, row)
        return opening.after(start, length) if opening.counts else None

    @query(Permission.TEMPLATE_EDIT)
    def templates(self, connection: Connection, actor: Actor) -> tuple[ChecklistTemplate, ...]:
        """The templates that can be used: own ones first, then those of groups, then those for everybody."""
        return tuple(load_templates(connection, actor, checklist_template.c.active))

    @query(Permission.TEMPLATE_EDIT)
    def every_template(self, connection: Connection, actor: Actor) -> tuple[ChecklistTemplate, ...]:
        """The same with those that were taken out of use; the settings show them."""
        return tuple(load_templates(connection, actor, checklist_template.c.id.is_not(None)))

    @query(Permission.TEMPLATE_EDIT)
    def template(self, connection: Connection, actor: Actor, template_id: str) -> ChecklistTemplate:
        """One of them."""
        return one_template(connection, actor, template_id)

    @query(Permission.TEMPLATE_EDIT)
    def uses(self, connection: Connection, actor: Actor, template_id: str) -> tuple[Use, ...]:
        """What uses a template."""
        one_template(connection, actor, template_id)
        return uses_of_template(connection, actor, template_id)

    @query(Permission.TEMPLATE_EDIT)
    def history(self, connection: Connection, actor: Actor, template_id: str) -> tuple[PastChange, ...]:
        """Who changed it when."""
        one_template(connection, actor, template_id)
        return history_of(connection, "checklist_template", template_id)


class ChecklistCommands:
    """Everybody who works on incidents works on their checklists; a supervisor waives what is required."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.INCIDENT_WORK)
    def add(self, work: Work, incident_id: str, steps: tuple[NewStep, ...]) -> None:
        """Add steps at the end."""
        add_steps(work, incident_id, steps)

    @command(Permission.INCIDENT_WORK)
    def use_template(self, work: Work, incident_id: str, template_id: str) -> tuple[str, ...]:
        """Add the steps of a template at the end; returns their ids."""
        template = one_template(work.connection, work.actor, template_id)
        return tuple(add_from_template(work, incident_id, template, group_ids(work.connection)))

    @command(Permission.INCIDENT_WORK)
    def mark(self, work: Work, step_id: str, wanted: StepState, seen: StepState) -> None:
        """Tick a step, skip it, or open it again."""
        mark_step(work, step_id, wanted, seen)

    @command(Permission.INCIDENT_WORK)
    def change(self, work: Work, step_id: str, details: StepDetails, seen: StepDetails) -> None:
        """Change what a step says, who does it and until when."""
        change_step(work, step_id, details, seen)

    @command(Permission.INCIDENT_WORK)
    def move(self, work: Work, step_id: str, place: int) -> int:
        """Put a step at a place, counted from 0; returns where it stood."""
        return move_step(work, step_id, place)

    @command(Permission.INCIDENT_WORK)
    def remove(self, work: Work, step_ids: tuple[str, ...]) -> None:
        """Take steps away."""
        remove_steps(work, step_ids, back=False)

    @command(Permission.INCIDENT_WORK)
    def bring_back(self, work: Work, step_ids: tuple[str, ...]) -> None:
        """Bring back steps that were taken away."""
        remove_steps(work, step_ids, back=True)

    @command(Permission.TEMPLATE_EDIT)
    def save_template(self, work: Work, new: NewTemplate) -> None:
        """Keep a template, or change the one that has its id."""
        TEMPLATES.keep(work, new.id, checked_template(work, new))

    @command(Permission.TEMPLATE_EDIT)
    def offer_template(self, work: Work, template_id: str, active: bool) -> None:
        """Offer a template again, or no longer."""
        TEMPLATES.offer(work, template_id, tr("This checklist does not exist any more."), active=active)
