"""What the tables of the desk and their columns are called, for whoever reads what was recorded of them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from app.domain.escalation.words import EscalationKind, EscalationState, OfferAnswer
from app.domain.field_names import FIELD_NAMES, field_name, field_value
from app.domain.handover import Block
from app.domain.knowledge import ArticleState, ArticleStep, Audience
from app.domain.problems import ProblemState, WorkaroundState
from app.domain.review import ActionStatus, LessonKind, Milestone
from app.domain.vocabulary import EntryKind, LinkKind, ReviewState, Role, Visibility, Word
from app.domain.wording import marked, tr


class Deed(StrEnum):
    """What was done to a row, as the audit trail writes it down."""

    ADDED = "insert"
    CHANGED = "update"
    TAKEN_AWAY = "delete"
    BASELINE = "baseline"
    IMPORTED = "import"

    @property
    def label(self) -> str:
        """In one or two words."""
        return tr(_DEEDS[self])


_DEEDS: Final = {
    Deed.ADDED: marked("Added"),
    Deed.CHANGED: marked("Changed"),
    Deed.TAKEN_AWAY: marked("Taken away"),
    Deed.BASELINE: marked("Was there when the audit trail began"),
    Deed.IMPORTED: marked("Imported with its history"),
}

WRITTEN: Final[Mapping[str, str]] = {
    EntryKind.LOGGED: marked("Logged the incident"),
    EntryKind.REPLY: marked("Wrote to the caller"),
    EntryKind.CALLER_MESSAGE: marked("Wrote as its caller"),
    EntryKind.WORK_NOTE: marked("Wrote an internal note"),
    EntryKind.CHANGE: marked("Changed fields"),
    EntryKind.STATE: marked("Changed the status"),
    EntryKind.ATTACHMENT: marked("Attached files"),
    EntryKind.LINK: marked("Changed what it is linked with"),
    EntryKind.IMPORTED: marked("Brought its journal along from elsewhere"),
    EntryKind.REASSIGNED_UNSEEN: marked("Brought along that it was reassigned"),
    EntryKind.REVIEW: marked("Changed the review"),
    EntryKind.ESCALATION: marked("Wrote about an escalation"),
    EntryKind.MAJOR: marked("Wrote about the major incident"),
    EntryKind.SLA: marked("Wrote what a clock reached"),
    EntryKind.CHECKLIST: marked("Changed the checklist"),
    EntryKind.STAKEHOLDER_UPDATE: marked("Sent a stakeholder update"),
}
"""What was done by whoever wrote an entry of the journal, by the kind of the entry."""

KINDS: Final[Mapping[str, str]] = {
    "incident": marked("Incident"), "journal_entry": marked("Journal entry"),
    "journal_change": marked("Change in the journal"), "imported_record": marked("Imported record"),
    "incident_link": marked("Link between incidents"), "attachment": marked("File"),
    "removed_file": marked("File that a rule removed"), "held_incident": marked("Incident that is held back"),
    "retention_run": marked("Run of the retention"),
    "shift_offer": marked("Question at the end of a shift"), "checklist_step": marked("Step of a checklist"),
    "escalation": marked("Escalation"), "escalation_step": marked("Step of an escalation"),
    "review": marked("Review"), "review_action": marked("Action of a review"),
    "review_cause": marked("Cause in a review"), "review_decision": marked("Decision in a review"),
    "review_event": marked("Event in a review"), "review_impact": marked("Impact in a review"),
    "review_lesson": marked("Lesson of a review"), "review_sign_off": marked("Sign-off of a review"),
    "article": marked("Article"), "article_version": marked("Version of an article"),
    "article_step": marked("Step of an article"), "article_service": marked("Service of an article"),
    "article_use": marked("Use of an article"), "problem": marked("Problem"),
    "problem_entry": marked("Entry of a problem"), "handover": marked("Hand-over"),
    "handover_line": marked("Line of a hand-over"), "person": marked("Person"),
    "person_hours": marked("Hours of a person"), "person_secret": marked("Password"),
    "assignment_group": marked("Team"), "group_member": marked("Member of a team"),
    "group_hours": marked("Hours of a team"), "site": marked("Site"), "service": marked("Service"),
    "configuration_item": marked("Configuration item"), "category": marked("Category"),
    "checklist_template": marked("Checklist"), "incident_template": marked("Template"), "macro": marked("Macro"),
    "setting": marked("Setting"), "calendar": marked("Calendar"), "calendar_version": marked("Version of a calendar"),
    "sla_policy": marked("SLA policy"), "sla_policy_version": marked("Version of an SLA policy"),
    "sla_book": marked("Order of SLA policies"), "escalation_book": marked("Escalation rules"),
}  # fmt: skip
"""Each watched table, in the singular."""

COLUMNS: Final[Mapping[str, str]] = {
    "acknowledge_by": marked("Acknowledge by"), "acknowledge_seconds": marked("Seconds to acknowledge"),
    "acknowledged_at": marked("Acknowledged"), "acknowledged_by_id": marked("Acknowledged by"),
    "action": marked("Action"), "active": marked("In use"), "acts": marked("What it does"),
    "added_at": marked("Added"), "added_by_id": marked("Added by"), "answer": marked("Answer"),
    "answered_at": marked("Answered"), "answered_by_id": marked("Answered by"),
    "applies_to_open": marked("Applies to open incidents"), "approved_at": marked("Approved"),
    "approver_id": marked("Approver"), "area": marked("Area"), "article_id": marked("Article"), "at": marked("Time"),
    "at_kind": marked("Kind of time"), "audience": marked("Audience"), "author_id": marked("Author"),
    "block": marked("Block"), "body": marked("Text"), "book_number": marked("Version of the rules"),
    "business_effect": marked("Effect on the business"), "by_desk": marked("By the desk"),
    "calendar_id": marked("Calendar"), "change_count": marked("Number of changes"), "changes": marked("Changes"),
    "claim": marked("Claim"), "classification": marked("Classification"), "clock": marked("Clock"),
    "commander_id": marked("Incident commander"), "consequence": marked("Consequence"),
    "content_hash": marked("Hash of the content"), "created_at": marked("Created"),
    "created_by_id": marked("Created by"), "criticality": marked("Criticality"), "cycle": marked("Cycle"),
    "data_loss": marked("Data loss"), "decided_by": marked("Decided by"), "decision": marked("Decision"),
    "dedupe_key": marked("Key against doubles"), "definition": marked("Definition"), "detection": marked("Detection"),
    "due_at": marked("Due"), "due_on": marked("Due on"), "effective_from": marked("In force from"),
    "email": marked("E-mail"), "end_note": marked("Note at the end"), "ended_at": marked("Ended"),
    "ended_by_id": marked("Ended by"), "entry_id": marked("Entry"), "escalation_id": marked("Escalation"),
    "evidence": marked("Evidence"), "extra": marked("Further columns"), "field": marked("Field"),
    "figures": marked("Figures"), "file_name": marked("File name"), "filling": marked("Filled in"),
    "fix": marked("Lasting fix"), "from_group_id": marked("From the group"), "handed_at": marked("Handed over"),
    "handed_by_id": marked("Handed over by"), "handed_to_id": marked("Handed over to"),
    "handling_note": marked("Handling note"), "handover_id": marked("Hand-over"), "held_at": marked("Held"),
    "impact_began_at": marked("Impact began"), "impact_ended_at": marked("Impact ended"),
    "imported_at": marked("Imported"), "incident_id": marked("Incident"), "is_checked": marked("Checked"),
    "is_late": marked("Late"), "is_lead": marked("Leads it"), "is_urgent": marked("Urgent"),
    "job_title": marked("Job title"), "joined_at": marked("Joined"), "key": marked("Key"), "kind": marked("Kind"),
    "known_then": marked("Known then"), "language": marked("Language"), "level": marked("Level"),
    "login": marked("Login"), "media_type": marked("Media type"), "milestone": marked("Milestone"),
    "name": marked("Name"), "new_value": marked("New value"), "next_ends_at": marked("End of the next shift"),
    "next_group_id": marked("Next group"), "note": marked("Note"), "number": marked("Number"),
    "occurred_at": marked("Happened"), "offered_at": marked("Offered"), "old_value": marked("Old value"),
    "opened_by_id": marked("Logged by"), "origin": marked("Origin"), "override_at": marked("Overridden"),
    "override_by_id": marked("Overridden by"), "owner": marked("Owner"), "owner_group_id": marked("Owner"),
    "owner_id": marked("Owner"), "pages": marked("Pages"), "parent_id": marked("Below"),
    "people_affected": marked("People affected"), "person_id": marked("Person"), "phone": marked("Phone"),
    "policies": marked("Policies"), "policy_id": marked("SLA policy"), "policy_set": marked("Set of policies"),
    "position": marked("Position"), "public": marked("Public text"), "published_at": marked("Published"),
    "published_version": marked("Published version"), "raised_at": marked("Escalated"),
    "raised_by_id": marked("Escalated by"), "reason": marked("Reason"), "recorded_at": marked("Recorded"),
    "recovery": marked("Recovery"), "removed_at": marked("Removed"), "removed_by_id": marked("Removed by"),
    "reported_at": marked("Reported"), "required": marked("Required"), "restricted_group_id": marked("Restricted to"),
    "result": marked("Result"), "review_id": marked("Review"), "review_on": marked("To be looked over on"),
    "role": marked("Role"), "rule_key": marked("Rule"), "rules": marked("Rules"), "run_id": marked("Run of rules"),
    "seen": marked("Seen"), "set_at": marked("Set"), "sha256": marked("Hash"), "share": marked("Shared with"),
    "shift_begins_at": marked("Beginning of the shift"), "shift_ended_at": marked("End of the shift"),
    "shift_ends_at": marked("End of the shift"), "short_name": marked("Short name"), "size": marked("Size"),
    "source": marked("Source"), "source_id": marked("From"), "source_number": marked("Number at the source"),
    "standing": marked("Status"), "status": marked("Status"), "step": marked("Step"), "steps": marked("Steps"),
    "summary": marked("Summary"), "taken_at": marked("Taken"), "taken_by": marked("Taken by"),
    "taken_by_id": marked("Taken over by"), "target_id": marked("To"), "template_id": marked("Template"),
    "text": marked("Text"), "tier": marked("Tier"), "time_zone": marked("Time zone"), "title": marked("Title"),
    "to_group_id": marked("To the group"), "to_person_id": marked("To the person"),
    "tracked_in": marked("Tracked in"), "tried": marked("Tried"), "value": marked("Value"),
    "version": marked("Version"), "vip": marked("VIP"), "visibility": marked("Visibility"), "what": marked("What"),
    "workaround_state": marked("State of the workaround"),
    "months": marked("Months"),
    "taken": marked("Number taken"),
    "rule_by_id": marked("Rule set by"),
    "held_by_id": marked("Held back by"),
    "released_at": marked("Let go"),
    "released_by_id": marked("Let go by"),
    "attachment_id": marked("File"),
}  # fmt: skip
"""Columns beside the fields of an incident, which `field_names` has."""

_WORDS: Final[Mapping[tuple[str, str], type[Word]]] = {
    ("article", "audience"): Audience, ("article", "state"): ArticleState, ("article_step", "step"): ArticleStep,
    ("article_version", "audience"): Audience, ("escalation", "kind"): EscalationKind,
    ("escalation", "state"): EscalationState, ("handover_line", "block"): Block, ("incident_link", "kind"): LinkKind,
    ("journal_entry", "kind"): EntryKind, ("journal_entry", "visibility"): Visibility, ("person", "role"): Role,
    ("problem", "state"): ProblemState, ("problem", "workaround_state"): WorkaroundState,
    ("review", "state"): ReviewState, ("review_action", "status"): ActionStatus,
    ("review_event", "milestone"): Milestone, ("review_lesson", "kind"): LessonKind,
    ("shift_offer", "answer"): OfferAnswer,
}  # fmt: skip
_OWN_WORDS: Final = frozenset({table for table, _ in _WORDS})


def kind_name(table: str) -> str:
    """What a record of the table is called; the table's own name in words where it is not known."""
    return tr(KINDS[table]) if table in KINDS else table.replace("_", " ").capitalize()


def deed_name(deed: str) -> str:
    """What was done, in words; what no program of this version writes stays as it is."""
    return Deed(deed).label if deed in set(Deed) else deed


def column_name(table: str, column: str) -> str:
    """What a column of a table is called: as the field of an incident where it is one."""
    if column in COLUMNS and (table != "incident" or column not in FIELD_NAMES):
        return tr(COLUMNS[column])
    return field_name(column)


def column_value(table: str, column: str, value: str) -> str:
    """A key of the desk in words; everything else as it was written."""
    words = _WORDS.get((table, column))
    if words is not None and value in set(words):
        return words(value).label
    return value if table in _OWN_WORDS else field_value(column, value)


def part_label(part: str, name: str) -> str:
    """What a row of a table is called: an entry of the journal by its kind, anything else by its own name."""
    return EntryKind(name).label if part == "journal_entry" and name in set(EntryKind) else name
