"""Escalating by hand, and answering what the end of a shift offered."""

from typing import Any

from sqlalchemy import Row, select, update

from app.domain.errors import BadInput, Missing, NotAllowed, NotFound, Refused
from app.domain.escalation.words import EscalationKind, Level, OfferAnswer
from app.domain.events import ShiftOffersChanged
from app.domain.text import clean_line, is_blank, note_text
from app.domain.vocabulary import EntryKind, State
from app.domain.wording import inside, tr
from app.infra.unit_of_work import Work
from app.models.catalogue import service
from app.models.escalation import escalation, shift_offer
from app.services.escalation.acts import Origin, level_reached, move, raise_level, within_words
from app.services.escalation.case import Case, lock_case
from app.services.escalation.crowd import crowd_of
from app.services.escalation.dto import EscalateRequest, TakenAct
from app.services.escalation.taken_acts import taken_act, what_stands
from app.services.incidents.dto import FieldEdit
from app.services.incidents.edit import edit_incident
from app.services.incidents.journal import write_entry
from app.services.settings import load_number


def escalate(case: Case, request: EscalateRequest) -> None:
    """Do what the escalate sheet asks for, once."""
    work = case.work
    known = select(escalation.c.id).where(escalation.c.id == request.id)
    if work.connection.execute(known).one_or_none() is not None:
        return
    if not case.is_open:
        raise Refused(
            tr("The incident is {state}; only an open one can be escalated.", state=inside(State(case.row.state).label))
        )
    origin = _origin(work, request)
    if request.kind is EscalationKind.HIERARCHICAL:
        words = _up(case, request, origin)
    elif request.kind is EscalationKind.FUNCTIONAL:
        words = _over(case, request, origin)
    else:
        raise BadInput(tr("Choose whether it goes to another group or to a level."), "kind")
    tried = f"\n\nTried so far: {origin.tried}"
    case.write(f"{words}{within_words(origin.acknowledge_seconds)}. Reason: {origin.reason}.{tried}")


def _origin(work: Work, request: EscalateRequest) -> Origin:
    reason, tried = clean_line(request.reason)[:200].rstrip("."), note_text(request.tried, "tried")
    missing = []
    if is_blank(request.reason):
        missing.append(Missing("reason", tr("Choose or write the reason.")))
    if is_blank(tried):
        missing.append(Missing("tried", tr("Write what was tried so far, so that nobody does it twice.")))
    if missing:
        raise Refused("", tuple(missing))
    is_urgent = request.is_urgent or request.kind is EscalationKind.HIERARCHICAL
    key = "acknowledge_minutes_urgent" if is_urgent else "acknowledge_minutes"
    return Origin(
        id=request.id,
        reason=reason,
        tried=tried,
        is_urgent=is_urgent,
        acknowledge_seconds=60 * load_number(work.connection, key),
    )


def _up(case: Case, request: EscalateRequest, origin: Origin) -> str:
    if request.level is None:
        raise Refused("", (Missing("level", tr("Choose lead, manager or head.")),))
    reached = level_reached(case)
    if reached >= request.level:
        raise Refused(
            tr(
                "It is escalated to {long_label} already. Page again, or choose a higher level.",
                long_label=Level(reached).long_label,
            )
        )
    return raise_level(case, request.level, origin)


def _over(case: Case, request: EscalateRequest, origin: Origin) -> str:
    crowd = case.crowd
    group_id = request.to_group_id
    if group_id is None:
        owner = select(service.c.owner_group_id).where(service.c.id == case.row.service_id)
        higher = crowd.next_tier(case.row.group_id, case.work.connection.execute(owner).scalar_one_or_none())
        if higher is None:
            raise Refused(
                "", (Missing("to_group_id", tr("No group stands higher. Choose one, or escalate to a level.")),)
            )
        group_id = higher.id
    if group_id not in crowd.groups:
        raise BadInput(tr("The chosen group is not in use any more. Choose another one."), "to_group_id")
    same = group_id == case.row.group_id
    if same and request.to_person_id in {None, case.row.assignee_id}:
        raise Refused(
            "", (Missing("to_group_id", tr("It is with {group} already.", group=crowd.groups[group_id].name)),)
        )
    return move(case, group_id, request.to_person_id, origin)


def answer(work: Work, offer_id: str, given: OfferAnswer) -> TakenAct | None:
    """Take or decline an offer; for members of the group that it was made to, and supervisors.

    None where it was answered so already.
    """
    row = _offer(work, offer_id)
    crowd = crowd_of(work)
    actor = work.actor.person_id
    if actor not in crowd.members.get(row.to_group_id, ()) and not crowd.is_supervisor(actor):
        raise NotAllowed(
            tr(
                "This is offered to {work}. Ask one of them or a supervisor to answer.",
                work=_name(work, row.to_group_id),
            )
        )
    if given is OfferAnswer.WITHDRAWN:
        raise BadInput(tr("An offer is taken or declined."), "answer")
    case = lock_case(work, row.incident_id)
    if case is None:
        raise NotFound(tr("This incident does not exist, or you may not see it."))
    row = _offer(work, offer_id)
    if row.answered_at is not None:
        if row.answer == given:
            return None
        raise Refused(tr("Somebody was faster: the offer is {answer} already.", answer=row.answer))
    before = what_stands(case)
    work.connection.execute(
        update(shift_offer).where(shift_offer.c.id == offer_id),
        {"answer": given.value, "answered_at": work.now, "answered_by_id": work.actor.author_id},
    )
    body = f"Offered at the end of the shift of {_name(work, row.from_group_id)}: {given.value}."
    write_entry(work, row.incident_id, EntryKind.ESCALATION, body=body)
    if given is OfferAnswer.TAKEN and case.row.group_id != row.to_group_id:
        edit_incident(work, row.incident_id, {"group_id": FieldEdit(case.row.group_id, row.to_group_id)})
    work.events.append(ShiftOffersChanged(work.actor.author_id, row.to_group_id))
    return taken_act(case, before)


def _offer(work: Work, offer_id: str) -> Row[Any]:
    row = work.connection.execute(select(shift_offer).where(shift_offer.c.id == offer_id)).one_or_none()
    if row is None:
        raise NotFound(tr("This offer does not exist any more."))
    return row


def _name(work: Work, group_id: str) -> str:
    group = crowd_of(work).groups.get(group_id)
    return "a group that is no longer in use" if group is None else group.name
