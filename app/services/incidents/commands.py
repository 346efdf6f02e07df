"""The commands on incidents, each with its permission; the work is done in the modules beside this one."""

from typing import Any

from sqlalchemy import Row, bindparam, select

from app.domain.errors import BadInput, Refused
from app.domain.events import IncidentChanged
from app.domain.lifecycle import Step
from app.domain.permissions import Permission, demand, may
from app.domain.text import note_text
from app.domain.vocabulary import EntryKind, State, Visibility
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Store, Work
from app.models.incident import journal_entry
from app.models.types import Id
from app.services.access import load_for_change
from app.services.command import command
from app.services.escalation.follow import follow_message
from app.services.incidents.attachments import attach
from app.services.incidents.create import create_incident
from app.services.incidents.dto import IncidentRef, NewFile, NewIncident, NewLink, Post, StepResult
from app.services.incidents.edit import Edits, edit_incident, save
from app.services.incidents.journal import write_entry
from app.services.incidents.links import add_link, remove_link
from app.services.incidents.transitions import override_priority, resume_for_caller, take_step

_ENTRY = PreparedSelect(select(journal_entry.c.id).where(journal_entry.c.id == bindparam("wanted", "", type_=Id)))


class IncidentCommands:
    """Everything that changes an incident; one call is one transaction, and events follow its commit."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.INCIDENT_CREATE)
    def create(self, work: Work, new: NewIncident) -> IncidentRef:
        """Log an incident; the same `id` again returns the one that stands, so a retry cannot double it."""
        return create_incident(work, new)

    @command(Permission.INCIDENT_EDIT)
    def edit(self, work: Work, incident_id: str, edits: Edits) -> tuple[str, ...]:
        """Change fields; raises StaleEdit when somebody else changed the same ones meanwhile."""
        return edit_incident(work, incident_id, edits)

    @command(Permission.INCIDENT_REOPEN)
    def step(self, work: Work, incident_id: str, step: Step) -> StepResult:
        """Take a step of the lifecycle; each arrow asks for its own permission on top of this one."""
        return take_step(work, incident_id, step)

    @command(Permission.INCIDENT_OVERRIDE_PRIORITY)
    def override_priority(self, work: Work, incident_id: str, priority: int | None, reason: str) -> None:
        """Set the priority against the matrix with a reason; None goes back to the matrix."""
        override_priority(work, incident_id, priority, reason)

    @command(Permission.INCIDENT_REPLY)
    def post(self, work: Work, incident_id: str, post: Post) -> StepResult | None:
        """Add a reply or a work note with its files, and take the step that was asked for with it."""
        if not post.public:
            demand(work.actor, Permission.INCIDENT_WORK_NOTE)
        row = load_for_change(work, incident_id)
        body = note_text(post.body)
        if not body.strip() and not post.files and post.then is None:
            raise BadInput("There is nothing to send yet. Write something or attach a file.", "body")
        if row.state in {State.CLOSED, State.CANCELED} and post.public:
            raise Refused(f"The incident is {row.state}: a reply would reach nobody. Add a work note or reopen it.")
        if body.strip() or post.files:
            if _already_posted(work, post.id):
                return None
            _write_post(work, row, post, body)
            save(work, row, {})
        if post.then is None and row.state == State.ON_HOLD and not may(work.actor, Permission.INCIDENT_WORK):
            return resume_for_caller(work, incident_id)
        return None if post.then is None else take_step(work, incident_id, post.then)

    @command(Permission.ATTACHMENT_ADD)
    def attach(self, work: Work, incident_id: str, files: tuple[NewFile, ...], *, public: bool = True) -> None:
        """Hang files on the incident without a message."""
        row = load_for_change(work, incident_id)
        if not public:
            demand(work.actor, Permission.INCIDENT_WORK_NOTE)
        if not files:
            raise BadInput("There is nothing to attach. Choose a file.", "files")
        if public and row.state in {State.CLOSED, State.CANCELED}:
            raise Refused(f"The incident is {row.state}: a file would reach nobody. Attach it to a work note.")
        visibility = Visibility.PUBLIC if public else Visibility.INTERNAL
        entry_id = write_entry(work, incident_id, EntryKind.ATTACHMENT, visibility=visibility)
        attach(work, incident_id, entry_id, files)
        save(work, row, {})

    @command(Permission.INCIDENT_LINK)
    def link(self, work: Work, new: NewLink) -> None:
        """Link two incidents as child and parent, duplicate and original, or related; refuses circles."""
        add_link(work, new)

    @command(Permission.INCIDENT_LINK)
    def unlink(self, work: Work, link_id: str) -> None:
        """Take a link back; the journal of both incidents keeps that it was there."""
        remove_link(work, link_id)


def _already_posted(work: Work, entry_id: str) -> bool:
    return _ENTRY.one_or_none(work.connection, wanted=entry_id) is not None


def _write_post(work: Work, row: Row[Any], post: Post, body: str) -> None:
    by_desk = may(work.actor, Permission.INCIDENT_WORK)
    kind = EntryKind.WORK_NOTE if not post.public else EntryKind.REPLY if by_desk else EntryKind.CALLER_MESSAGE
    visibility = Visibility.PUBLIC if post.public else Visibility.INTERNAL
    write_entry(work, row.id, kind, visibility=visibility, body=body, entry_id=post.id)
    if post.files:
        attach(work, row.id, post.id, post.files)
    if kind is EntryKind.CALLER_MESSAGE:
        follow_message(work, row, post.id)
    work.events.append(IncidentChanged(work.actor.person_id, row.id, ("journal",)))
