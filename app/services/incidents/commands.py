"""The commands on incidents, each with its permission; the work is done in the modules beside this one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from app.domain.actor import Actor
from app.domain.errors import BadInput, Refused
from app.domain.lifecycle import Step
from app.domain.permissions import Permission, demand, may
from app.domain.text import note_text
from app.domain.vocabulary import State
from app.domain.wording import inside, tr
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Store, Work
from app.models.incident import journal_entry
from app.models.types import Id
from app.services.access import load_for_change
from app.services.command import command
from app.services.incidents.create import create_incident, incident_stands
from app.services.incidents.dto import (
    IncidentRef,
    NewIncident,
    NewLink,
    Outcome,
    Post,
    Seen,
    StepResult,
    TakenStep,
)
from app.services.incidents.edit import Beside, Edits, edit_incident, save
from app.services.incidents.following import original_of
from app.services.incidents.informing import check_update, goes_with_resolution, share_files
from app.services.incidents.links import add_again, add_link, remove_link
from app.services.incidents.many import set_many, snooze_many, step_many, tag_many, take_back_many
from app.services.incidents.overtaken import refuse_overtaken
from app.services.incidents.posting import write_post
from app.services.incidents.taking_back import take_back_steps
from app.services.incidents.transitions import override_priority, resume_for_caller, take_step
from app.services.incidents.withdrawing import withdraw
from app.services.suggestions.dto import Offered
from app.services.suggestions.recording import record_shown

PATIENT = 60.0
"""Seconds that a server may take for one statement of a change of many."""

_ENTRY = PreparedSelect(select(journal_entry.c.id).where(journal_entry.c.id == bindparam("wanted", "", type_=Id)))


class IncidentCommands:
    """Everything that changes an incident; one call is one transaction, and events follow its commit."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.INCIDENT_CREATE, stands=incident_stands)
    def create(self, work: Work, new: NewIncident) -> IncidentRef:
        """Log an incident; the same `id` again returns the one that stands, so a retry cannot double it."""
        return create_incident(work, new)

    @command(Permission.INCIDENT_EDIT)
    def edit(
        self,
        work: Work,
        incident_id: str,
        edits: Edits,
        beside: Beside | None = None,
        shown: tuple[Offered, ...] = (),
        *,
        gives_back: bool = False,
    ) -> tuple[str, ...]:
        """Change fields; raises StaleEdit when somebody else changed the same ones meanwhile, or what is `beside`.

        `shown` is what the desk had suggested for fields that are changed; `gives_back` undoes one's own change, with
        clocks as if it had never been made.
        """
        changed = edit_incident(work, incident_id, edits, beside or {}, gives_back=gives_back)
        about = tuple(each for each in shown if each.field in changed)
        if about:
            record_shown(work, incident_id, about, {name: edit.value for name, edit in edits.items()})
        return changed

    @command(Permission.INCIDENT_EDIT, PATIENT)
    def set_many(self, work: Work, incident_ids: tuple[str, ...], values: Mapping[str, Any]) -> tuple[Outcome, ...]:
        """Give fields of many incidents the same values, in one transaction, and tell what became of each."""
        return set_many(work, incident_ids, values)

    @command(Permission.INCIDENT_EDIT, PATIENT)
    def tag_many(
        self, work: Work, incident_ids: tuple[str, ...], add: tuple[str, ...], remove: tuple[str, ...] = ()
    ) -> tuple[Outcome, ...]:
        """Put tags on incidents and take others off, each beside the tags that it has."""
        return tag_many(work, incident_ids, add, remove)

    @command(Permission.INCIDENT_EDIT, PATIENT)
    def snooze_many(self, work: Work, incident_ids: tuple[str, ...], until: datetime | None) -> tuple[Outcome, ...]:
        """Put open incidents off for everybody until a moment, or until something happens on them; None wakes them."""
        return snooze_many(work, incident_ids, until)

    @command(Permission.INCIDENT_EDIT, PATIENT)
    def take_back_many(self, work: Work, outcomes: tuple[Outcome, ...], *, again: bool = False) -> tuple[Outcome, ...]:
        """Give the fields back the values they had, with their clocks; what others changed meanwhile is refused.

        `again` is for what this returned: it does once more what was taken back, from now on.
        """
        return take_back_many(work, outcomes, again=again)

    @command(Permission.INCIDENT_REOPEN, PATIENT)
    def step_many(self, work: Work, incident_ids: tuple[str, ...], step: Step) -> tuple[Outcome, ...]:
        """Have many incidents take the same step, in one transaction, and tell what became of each."""
        return step_many(work, incident_ids, step)

    @command(Permission.INCIDENT_REOPEN)
    def step(self, work: Work, incident_id: str, step: Step) -> StepResult:
        """Take a step of the lifecycle; each arrow asks for its own permission on top of this one."""
        return take_step(work, incident_id, step)

    @command(Permission.INCIDENT_REOPEN, PATIENT)
    def take_back_steps(self, work: Work, steps: tuple[TakenStep, ...]) -> tuple[Outcome, ...]:
        """Take back one's own last step of incidents, shortly after, with their clocks as if it had not been taken."""
        return take_back_steps(work, steps)

    @command(Permission.INCIDENT_CANCEL)
    def withdraw(self, work: Work, incident_id: str) -> None:
        """Cancel an incident that one logged oneself a moment ago, by mistake; what others began on stays."""
        withdraw(work, incident_id)

    @command(Permission.INCIDENT_OVERRIDE_PRIORITY)
    def override_priority(
        self,
        work: Work,
        incident_id: str,
        priority: int | None,
        reason: str,
        seen: Seen | None = None,
        *,
        gives_back: bool = False,
        asleep: datetime | None = None,
    ) -> None:
        """Set the priority against the matrix with a reason; None goes back to it. `gives_back` as in `edit`.

        `asleep` is until when the incident was put off before, which is given back as well.
        """
        override_priority(work, incident_id, priority, reason, seen, gives_back=gives_back, asleep=asleep)

    @command(Permission.INCIDENT_REPLY)
    def post(self, work: Work, incident_id: str, post: Post) -> StepResult | None:
        """Add a reply, a stakeholder update or a work note with its files, and take the step that was asked for."""
        _demand_for(work.actor, post)
        row = load_for_change(work, incident_id)
        body = note_text(post.body)
        if (body.strip() or post.files) and _already_posted(work, post.id):
            # A message that was sent in an earlier life of the program, and its step may have been taken too. Whatever
            # became of the incident or of the promise since: who is told that it was refused sends it once more.
            return None if post.then is None or row.state == post.then.to else take_step(work, row.id, post.then)
        if post.to_stakeholders:
            check_update(work, row, post, body)
        if not body.strip() and not post.files and post.then is None:
            raise BadInput(tr("There is nothing to send yet. Write something or attach a file."), "body")
        if row.state in {State.CLOSED, State.CANCELED} and post.public and original_of(work, row.id) is None:
            raise Refused(
                tr(
                    "The incident is {state}: a reply would reach nobody. Add a work note or reopen it.",
                    state=inside(State(row.state).label),
                )
            )
        if body.strip() or post.files:
            refuse_overtaken(work, row.id, post.others_seen if post.public else None)
            write_post(work, row, post, body)
            save(work, row, {})
        if post.then is None and row.state == State.ON_HOLD and not may(work.actor, Permission.INCIDENT_WORK):
            return resume_for_caller(work, incident_id)
        if post.then is None:
            return None
        result = take_step(work, incident_id, post.then)
        if goes_with_resolution(post):
            share_files(work, result.steps[1:], post.files)
        return result

    @command(Permission.INCIDENT_LINK)
    def link(self, work: Work, new: NewLink) -> None:
        """Link two incidents as child and parent, duplicate and original, or related; refuses circles."""
        add_link(work, new)

    @command(Permission.INCIDENT_LINK)
    def unlink(self, work: Work, link_id: str) -> None:
        """Take a link back; the journal of both incidents keeps that it was there."""
        remove_link(work, link_id)

    @command(Permission.INCIDENT_LINK)
    def link_again(self, work: Work, link_id: str, new_id: str) -> None:
        """Link two incidents as a link that was taken back did; the new link has the id `new_id`."""
        add_again(work, link_id, new_id)


def _demand_for(actor: Actor, post: Post) -> None:
    if not post.public:
        demand(actor, Permission.INCIDENT_WORK_NOTE)
    if post.files:
        demand(actor, Permission.ATTACHMENT_ADD)


def _already_posted(work: Work, entry_id: str) -> bool:
    return _ENTRY.one_or_none(work.connection, wanted=entry_id) is not None
