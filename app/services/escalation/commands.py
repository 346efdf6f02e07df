"""The commands on escalations, each with its permission; the work is done in the modules beside this one."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, func, select, update

from app.domain.errors import BadInput, Missing, NotAllowed, NotFound, Refused
from app.domain.escalation.check import refuse_bad_rules
from app.domain.escalation.data import rules_to_data
from app.domain.escalation.rules import Rule, RuleBook
from app.domain.escalation.words import EscalationKind, EscalationState, OfferAnswer
from app.domain.events import ReferenceDataChanged
from app.domain.permissions import Permission
from app.domain.text import clean_line, is_blank, note_text
from app.domain.wording import inside, tr
from app.infra.unit_of_work import Store, Work
from app.models.escalation import escalation, escalation_book
from app.models.people import group_member
from app.services.command import command
from app.services.escalation.byhand import answer, escalate
from app.services.escalation.case import Case, meant_by, opened_case
from app.services.escalation.crowd import crowd_of
from app.services.escalation.dto import CHAIN, EscalateRequest, TakenAct
from app.services.escalation.ending import addressee, changed, close, live_of
from app.services.escalation.going_back import take_escalation_back
from app.services.escalation.names import shown_names
from app.services.escalation.onset import look_at_standing
from app.services.escalation.taken_acts import take_act_back, taken_act, told_of_handing_back, what_stands
from app.services.incidents.dto import FieldEdit
from app.services.incidents.edit import edit_incident
from app.services.notifications.dto import NoticeKind
from app.services.settings import store_value
from app.services.timers.schedule import schedule


class EscalationCommands:
    """Everything that people do about escalations; one call is one transaction, and events follow its commit."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.ESCALATE)
    def escalate(self, work: Work, incident_id: str, request: EscalateRequest) -> str:
        """Escalate an open incident by hand; returns the id. The same `id` again changes nothing."""
        case = opened_case(work, incident_id)
        escalate(case, request)
        case.telling.send()
        return request.id

    @command(Permission.ESCALATE)
    def take_back(self, work: Work, escalation_id: str) -> None:
        """Take back what one has just escalated by hand, while nobody has acknowledged it."""
        case, row = _live(work, escalation_id)
        take_escalation_back(case, row, meant_by(case, row))
        case.telling.send()

    @command(Permission.ESCALATE)
    def take_act_back(self, work: Work, act: TakenAct) -> None:
        """Have everything stand as one's own act found it, shortly after and while nothing came after it."""
        take_act_back(work, act)

    @command(Permission.ESCALATE)
    def acknowledge(self, work: Work, escalation_id: str) -> TakenAct | None:
        """Say that somebody has seen it and acts; nothing is passed on after that. For whom it is meant.

        None where somebody acts already.
        """
        case, row = _mine(work, escalation_id)
        if row.state != EscalationState.WAITING:
            return None
        before = what_stands(case)
        _acknowledge(case, row)
        case.write(f"Acknowledged the escalation to {addressee(work, row)}.")
        return taken_act(case, before)

    @command(Permission.ESCALATE)
    def take(self, work: Work, escalation_id: str) -> TakenAct | None:
        """Take it over: it is acknowledged and the actor's; the incident too where they belong to its group.

        None where all of it is theirs already.
        """
        case, row = _mine(work, escalation_id)
        actor = work.actor.person_id
        takes_incident = actor in case.crowd.members.get(case.row.group_id or "", ()) and case.row.assignee_id != actor
        if (row.state, row.to_person_id) == (EscalationState.ACTIVE, actor) and not takes_incident:
            return None
        before = what_stands(case)
        if row.state == EscalationState.WAITING:
            _acknowledge(case, row)
        work.connection.execute(update(escalation).where(escalation.c.id == row.id), {"to_person_id": actor})
        case.write(f"Took over the escalation to {addressee(work, row)}.")
        if takes_incident:
            edit_incident(work, case.row.id, {"assignee_id": FieldEdit(case.row.assignee_id, actor)})
        changed(work, row.id, row.incident_id)
        return taken_act(case, before)

    @command(Permission.ESCALATE)
    def hand_back(self, work: Work, escalation_id: str, note: str) -> TakenAct:
        """Give it back with a note: a functional escalation goes back to the group from which it came."""
        case, row = _mine(work, escalation_id)
        text = _required(note, "note", "Say why it goes back and what was found out.")
        before = what_stands(case)
        to = addressee(work, row)
        close(work, row, EscalationState.HANDED_BACK, text)
        if row.kind == EscalationKind.FUNCTIONAL and row.from_group_id and row.from_group_id != case.row.group_id:
            edit_incident(work, case.row.id, {"group_id": FieldEdit(case.row.group_id, row.from_group_id)})
            case.reload()
        entry_id = case.write(f"Handed back by {to}: {text}")
        people = told_of_handing_back(case, row)
        told = case.tell(people, f"escalation:{entry_id}:back", NoticeKind.HANDED_BACK, f"Handed back by {to}")
        case.telling.send()
        return taken_act(case, before, case.crowd.shown(told))

    @command(Permission.ESCALATE)
    def page_again(self, work: Work, escalation_id: str) -> TakenAct:
        """Tell everybody for whom it waits once more, through quiet hours."""
        case, row = _live(work, escalation_id)
        before = what_stands(case)
        pages = row.pages + 1
        work.connection.execute(update(escalation).where(escalation.c.id == row.id), {"pages": pages})
        # The line of the journal names the cause: the number of pages goes back with a slip, and comes again.
        entry_id = case.write(f"Paged {addressee(work, row)} again.")
        told = case.tell(
            meant_by(case, row),
            f"escalation:{entry_id}:paged",
            NoticeKind.ESCALATION,
            f"Escalated to {addressee(work, row)}, paged again",
            urgent=True,
        )
        case.telling.send()
        changed(work, row.id, row.incident_id)
        return taken_act(case, before, case.crowd.shown(told))

    @command(Permission.ESCALATE)
    def end(self, work: Work, escalation_id: str, note: str) -> TakenAct:
        """End it by hand with a note; the incident stays where it is. Whoever raised it may do that too."""
        case, row = _live(work, escalation_id)
        if row.raised_by_id != work.actor.person_id:
            _ensure_meant(case, row)
        text = _required(note, "note", "Say why the escalation is over.")
        before = what_stands(case)
        close(work, row, EscalationState.ENDED, text)
        case.write(f"Ended the escalation to {addressee(work, row)}: {text}")
        return taken_act(case, before)

    @command(Permission.ESCALATE)
    def answer_offer(self, work: Work, offer_id: str, given: OfferAnswer) -> TakenAct | None:
        """Take an incident that the end of a shift offered to the actor's group, or decline it.

        None where it was answered so already.
        """
        return answer(work, offer_id, given)

    @command(Permission.SLA_EDIT)
    def publish_rules(self, work: Work, rules: Sequence[Rule], note: str = "") -> int:
        """Publish the ordered rules as a new version, in force from now; returns its number. `Refused` says what is
        wrong. What has begun goes on by the version that it began with; what is unassigned already waits since then.
        """
        crowd = crowd_of(work)
        refuse_bad_rules(rules, crowd.tiers(), shown_names(work.connection))
        number = store_rules(work, rules, note)
        look_at_standing(work, RuleBook(number, tuple(rules)))
        return number

    @command(Permission.SLA_EDIT)
    def set_chain(self, work: Work, manager_ids: Sequence[str], head_ids: Sequence[str]) -> None:
        """Say who is meant by manager and head; nobody: supervisors and administrators are."""
        crowd = crowd_of(work)
        for who in (*manager_ids, *head_ids):
            if who not in crowd.names:
                raise BadInput(tr("Choose people who work at the desk."), "people")
        store_value(work, CHAIN, {"manager": list(manager_ids), "head": list(head_ids)})

    @command(Permission.SLA_EDIT)
    def set_lead(self, work: Work, group_id: str, person_id: str, is_lead: bool) -> None:
        """Make a member of a group a lead of it, or no longer."""
        member = group_member.c.group_id == group_id, group_member.c.person_id == person_id
        done = work.connection.execute(update(group_member).where(*member), {"is_lead": is_lead})
        if done.rowcount == 0:
            raise NotFound(tr("Only a member can lead a group. Add the person to the group first."))
        work.events.append(ReferenceDataChanged(work.actor.author_id, "group_member"))


def store_rules(work: Work, rules: Sequence[Rule], note: str = "") -> int:
    """Write a new version of the rules without checking it; for the rules that a new desk begins with."""
    newest = work.connection.execute(select(func.max(escalation_book.c.number))).scalar_one()
    number = (newest or 0) + 1
    row = {
        "number": number,
        "effective_from": work.now,
        "rules": rules_to_data(rules),
        "note": clean_line(note),
        "created_at": work.now,
        "created_by_id": work.actor.author_id,
    }
    work.connection.execute(escalation_book.insert(), row)
    work.events.append(ReferenceDataChanged(work.actor.author_id, "escalation_book"))
    return number


def _live(work: Work, escalation_id: str) -> tuple[Case, Row[Any]]:
    """A live escalation and its incident under its lock."""
    found = select(escalation.c.incident_id).where(
        escalation.c.id == escalation_id, escalation.c.kind != EscalationKind.RUN.value
    )
    incident_id = work.connection.execute(found).scalar_one_or_none()
    if incident_id is None:
        raise NotFound(tr("This escalation does not exist, or you may not see it."))
    case = opened_case(work, incident_id)
    row = work.connection.execute(select(escalation).where(escalation.c.id == escalation_id)).one()
    if not EscalationState(row.state).is_live:
        label = inside(EscalationState(row.state).label)
        raise Refused(tr("This escalation is over: {label}. Escalate again if it is needed.", label=label))
    return case, row


def _mine(work: Work, escalation_id: str) -> tuple[Case, Row[Any]]:
    case, row = _live(work, escalation_id)
    _ensure_meant(case, row)
    return case, row


def _ensure_meant(case: Case, row: Row[Any]) -> None:
    actor = case.work.actor.person_id
    members = case.crowd.members.get(row.to_group_id or "", [])
    if actor not in {*meant_by(case, row), *members, row.to_person_id} and not case.crowd.is_supervisor(actor):
        raise NotAllowed(
            tr(
                "This escalation waits for {addressee}. Ask one of them or a supervisor to do it.",
                addressee=addressee(case.work, row),
            )
        )


def _acknowledge(case: Case, row: Row[Any]) -> None:
    work = case.work
    work.connection.execute(
        update(escalation).where(escalation.c.id == row.id),
        {
            "state": EscalationState.ACTIVE.value,
            "acknowledged_at": work.now,
            "acknowledged_by_id": work.actor.author_id,
        },
    )
    schedule(work, "escalation", row.id, None)
    changed(work, row.id, row.incident_id)
    for live in live_of(work, row.incident_id):
        if live.id == row.run_id:
            close(work, live, EscalationState.ENDED, "The steps that were left were not taken: it was acknowledged")


def _required(text: str, field: str, sentence: str) -> str:
    cleaned = note_text(text, field)
    if is_blank(cleaned):
        raise Refused("", (Missing(field, sentence),))
    return cleaned
