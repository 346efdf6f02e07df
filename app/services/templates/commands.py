"""Keeping templates of incidents, and logging an incident with what comes along with it."""

from sqlalchemy import Connection, bindparam, select

from app.domain.actor import Actor
from app.domain.errors import BadInput
from app.domain.incident_templates import Filling
from app.domain.macros import missing_words
from app.domain.permissions import Permission, demand
from app.domain.text import note_text
from app.domain.wording import tr
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Store, Work
from app.models.incident import incident
from app.models.templates import incident_template
from app.models.types import Id
from app.services.access import load_for_change
from app.services.catalogue.dto import PastChange
from app.services.catalogue.history import history_of
from app.services.checklists.steps import add_from_template
from app.services.checklists.templates import group_ids
from app.services.checklists.templates import one_template as one_checklist
from app.services.command import command, query
from app.services.incidents.create import create_incident
from app.services.incidents.detail import load_detail
from app.services.incidents.dto import IncidentRef, NewIncident, Post
from app.services.incidents.posting import write_post
from app.services.macros.facts import Reader, load_known
from app.services.templates.dto import Beginning, IncidentTemplate, NewIncidentTemplate
from app.services.templates.keeping import TEMPLATES, checked_template, load_templates, one_template

_STANDS = PreparedSelect(select(incident.c.number).where(incident.c.id == bindparam("wanted", "", type_=Id)))


class TemplateQueries:
    """The templates of a person."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.TEMPLATE_EDIT)
    def mine(self, connection: Connection, actor: Actor) -> tuple[IncidentTemplate, ...]:
        """Those that can be used: own ones first, then those of groups, then those for everybody."""
        return tuple(load_templates(connection, actor, incident_template.c.active))

    @query(Permission.TEMPLATE_EDIT)
    def every(self, connection: Connection, actor: Actor) -> tuple[IncidentTemplate, ...]:
        """The same with those that were taken out of use; the settings show them."""
        return tuple(load_templates(connection, actor, incident_template.c.id.is_not(None)))

    @query(Permission.TEMPLATE_EDIT)
    def one(self, connection: Connection, actor: Actor, template_id: str) -> IncidentTemplate:
        """One of them."""
        return one_template(connection, actor, template_id)

    @query(Permission.TEMPLATE_EDIT)
    def history(self, connection: Connection, actor: Actor, template_id: str) -> tuple[PastChange, ...]:
        """Who changed it when."""
        one_template(connection, actor, template_id)
        return history_of(connection, "incident_template", template_id)


class TemplateCommands:
    """Every template belongs to whoever made it; what is shared, who leads the desk may change too."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.TEMPLATE_EDIT)
    def save(self, work: Work, new: NewIncidentTemplate) -> None:
        """Keep a template, or change the one that has its id."""
        TEMPLATES.keep(work, new.id, checked_template(work, new))

    @command(Permission.TEMPLATE_EDIT)
    def save_incident(self, work: Work, template_id: str, incident_id: str) -> str:
        """Keep what an incident is about as a template of one's own; returns its name."""
        detail = load_detail(work.connection, work.actor, incident_id)
        filling = Filling(
            detail.short_description,
            detail.description,
            detail.service_id or "",
            detail.category_id or "",
            detail.subcategory_id or "",
            detail.impact,
            detail.urgency,
            detail.group_id or "",
        )
        values = checked_template(work, NewIncidentTemplate(template_id, detail.short_description[:120], filling))
        TEMPLATES.add(work, template_id, values)
        return str(values["name"])

    @command(Permission.TEMPLATE_EDIT)
    def use(self, work: Work, template_id: str, active: bool) -> None:
        """Offer a template again, or no longer."""
        TEMPLATES.offer(work, template_id, tr("This template does not exist any more."), active=active)

    @command(Permission.INCIDENT_CREATE)
    def log(self, work: Work, new: NewIncident, beginning: Beginning) -> IncidentRef:
        """Log an incident with its checklist and its first message, or return the one that stands already."""
        stands = _STANDS.one_or_none(work.connection, wanted=new.id)
        ref = create_incident(work, new)
        if stands is not None:
            return ref
        if beginning.checklist_id:
            demand(work.actor, Permission.INCIDENT_WORK)
            checklist = one_checklist(work.connection, work.actor, beginning.checklist_id)
            add_from_template(work, ref.id, checklist, group_ids(work.connection))
        if beginning.message.strip():
            _say(work, ref, beginning)
        return ref


def _say(work: Work, ref: IncidentRef, beginning: Beginning) -> None:
    demand(work.actor, Permission.INCIDENT_WORK_NOTE)
    detail, text = load_detail(work.connection, work.actor, ref.id), beginning.message
    reader = Reader(work.actor, work.now, beginning.write)
    filled = load_known(work.connection, reader, detail, [text]).fill(text, public=beginning.public)
    if filled.missing:
        raise BadInput(missing_words(filled.missing), "message")
    row, body = load_for_change(work, ref.id), note_text(filled.text)
    write_post(work, row, Post(work.new_id(), body, beginning.public), body)
