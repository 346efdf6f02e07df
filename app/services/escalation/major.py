"""Proposing a major incident and deciding about it: the row, the journal and the notices, for people and for rules."""

from app.domain.errors import BadInput, Missing, Refused
from app.domain.escalation.words import Level
from app.domain.major import MajorStep, major_after
from app.domain.text import is_blank, note_text
from app.domain.vocabulary import EntryKind, MajorState, State
from app.domain.wording import tr
from app.services.escalation.case import Case
from app.services.escalation.dto import MajorDecision
from app.services.incidents.dto import FieldEdit, MajorFacts
from app.services.incidents.edit import edit_incident, save
from app.services.incidents.journal import Changes
from app.services.incidents.major_lead import LEAD, STATE, load_majors
from app.services.notifications.dto import NoticeKind

_PROPOSED = "Proposed as a major incident"


def propose(case: Case, reason: str, key: str) -> None:
    """Propose the incident, and tell those who decide; `key` names the cause of the notice."""
    _become(case, MajorStep.PROPOSE, reason)
    case.tell(deciders(case), key, NoticeKind.MAJOR, _PROPOSED, urgent=True)


def accept(case: Case, decision: MajorDecision) -> None:
    """Handle it as a major incident from now on: somebody leads it, and everybody who works on it is told."""
    before = MajorState(case.row.major_state)
    major_after(before, State(case.row.state), MajorStep.ACCEPT)
    note, impact = note_text(decision.note, "note"), note_text(decision.impact or "", "business_impact")
    missing = []
    if is_blank(impact):
        missing.append(Missing("business_impact", tr("Say what it does to the business: who cannot do what.")))
    if is_blank(note):
        missing.append(Missing("note", tr("Say why it is a major incident, for the journal.")))
    if missing:
        raise Refused("", tuple(missing))
    lead_id = _able_to_lead(case, decision.lead_id)
    if impact != (case.row.business_impact or ""):
        edit_incident(case.work, case.row.id, {"business_impact": FieldEdit(decision.impact_seen or None, impact)})
        case.reload()
    proposer = _facts(case).proposed_by_id
    _become(case, MajorStep.ACCEPT, note, {LEAD: (None, lead_id)})
    words = "Accepted as a major incident" if before is MajorState.PROPOSED else "Declared a major incident"
    case.tell([*workers(case), *_known(proposer)], _key(case), NoticeKind.MAJOR, words, urgent=True)
    case.tell([lead_id], _key(case), NoticeKind.MAJOR, "You lead the major incident", urgent=True)


def reject(case: Case, reason: str) -> None:
    """Decide that it is none; whoever asked and whoever works on it read why."""
    text = _required(reason, "Say why it is no major incident; whoever proposed it reads it.")
    people = [*_known(_facts(case).by_id), *_known(case.row.assignee_id)]
    _become(case, MajorStep.REJECT, text)
    case.tell(people, _key(case), NoticeKind.MAJOR, "Rejected as a major incident")


def demote(case: Case, reason: str) -> None:
    """Handle it as any other incident again; it stays where it is."""
    text = _required(reason, "Say why it is no major incident any more.")
    lead_id = _facts(case).lead_id
    _become(case, MajorStep.DEMOTE, text, {LEAD: (lead_id, None)})
    people = [*_known(lead_id), *workers(case)]
    case.tell(people, _key(case), NoticeKind.MAJOR, "No longer a major incident")


def hand_over(case: Case, lead_id: str) -> None:
    """Have somebody else lead it."""
    major_after(MajorState(case.row.major_state), State(case.row.state), MajorStep.LEAD)
    before, after = _facts(case).lead_id, _able_to_lead(case, lead_id)
    if before == after:
        return
    save(case.work, case.row, {})
    case.write(None, {LEAD: (before, after)}, EntryKind.MAJOR)
    case.reload()
    case.tell([after], _key(case), NoticeKind.MAJOR, "You lead the major incident", urgent=True)
    case.tell(_known(before), _key(case), NoticeKind.MAJOR, "Somebody else leads the major incident")


def _become(case: Case, step: MajorStep, words: str, changes: Changes | None = None) -> None:
    before = MajorState(case.row.major_state)
    after = major_after(before, State(case.row.state), step)
    save(case.work, case.row, {STATE: after.value})
    case.write(words, {STATE: (before.value, after.value), **(changes or {})}, EntryKind.MAJOR)
    case.reload()


def _facts(case: Case) -> MajorFacts:
    return load_majors(case.work.connection, [case.row.id]).get(case.row.id, MajorFacts())


def _key(case: Case) -> str:
    return f"major:{case.row.id}:{case.row.version}"


def _known(person_id: str | None) -> list[str]:
    return [] if person_id is None else [person_id]


def workers(case: Case) -> list[str]:
    """Everybody who works on the incident."""
    return [*_known(case.row.assignee_id), *case.crowd.members.get(case.row.group_id or "", [])]


def deciders(case: Case) -> list[str]:
    """Who decides: the managers; where none of them may decide, everybody who may."""
    managers = case.crowd.at_level(Level.MANAGER, case.row.group_id)
    return [who for who in managers if case.crowd.is_supervisor(who)] or case.crowd.supervisors()


def _able_to_lead(case: Case, lead_id: str) -> str:
    if lead_id not in case.crowd.names:
        raise BadInput(tr("Choose somebody who works at the desk to lead it."), "lead_id")
    if not case.crowd.may_read([lead_id], case.row):
        raise BadInput(tr("Whoever leads it must be able to see it: choose a member of the group that may."), "lead_id")
    return lead_id


def _required(text: str, sentence: str) -> str:
    cleaned = note_text(text, "reason")
    if is_blank(cleaned):
        raise Refused("", (Missing("reason", sentence),))
    return cleaned
