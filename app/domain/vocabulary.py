"""The words of the desk: states, reasons, roles and kinds, with the keys that the database stores.

Keys are stable for ever because reports and imports refer to them; labels may be reworded.
Sources: the ServiceNow state model and its on-hold and resolution codes (product research, parts 3.1 to 3.4).
"""

from enum import StrEnum

from app.domain.wording import tr


class Word(StrEnum):
    """A key that can be shown: the label is the key in sentence case unless the subclass knows better."""

    @property
    def label(self) -> str:
        """What the window and the documents print for this key."""
        return tr(self.value.replace("_", " ").capitalize())


class State(Word):
    """Where an incident stands in its life (product research 3.2)."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    ON_HOLD = "on_hold"
    RESOLVED = "resolved"
    CLOSED = "closed"
    CANCELED = "canceled"

    @property
    def is_open(self) -> bool:
        """Open means that somebody still has to do something: neither resolved nor closed nor canceled."""
        return self in OPEN_STATES


OPEN_STATES = frozenset({State.NEW, State.IN_PROGRESS, State.ON_HOLD})


class HoldReason(Word):
    """What the desk waits for; reasons decide later which clocks stand still."""

    AWAITING_CALLER = "awaiting_caller"
    AWAITING_VENDOR = "awaiting_vendor"
    AWAITING_CHANGE = "awaiting_change"
    AWAITING_PROBLEM = "awaiting_problem"
    AWAITING_PARTS = "awaiting_parts"
    AWAITING_EVIDENCE = "awaiting_evidence"
    SCHEDULED = "scheduled"


HOLD_REASON_NOT_RECORDED = "not_recorded"
"""Stands as the on-hold reason where a source puts an incident on hold without one; nobody can choose it here."""


def hold_reason_label(key: str | None) -> str:
    """`awaiting_vendor` as `Awaiting vendor`; other reasons that an import brought along are shown as written."""
    if key == HOLD_REASON_NOT_RECORDED:
        return tr("Reason not recorded")
    return HoldReason(key).label if key in set(HoldReason) else key or ""


class ResolutionCode(Word):
    """How an incident ended; imported codes that are not in this list are kept as they came."""

    SOLUTION_PROVIDED = "solution_provided"
    WORKAROUND_PROVIDED = "workaround_provided"
    KNOWN_ERROR = "known_error"
    RESOLVED_BY_CALLER = "resolved_by_caller"
    RESOLVED_BY_CHANGE = "resolved_by_change"
    RESOLVED_BY_PROBLEM = "resolved_by_problem"
    RESOLVED_BY_REQUEST = "resolved_by_request"
    DUPLICATE = "duplicate"
    USER_ERROR = "user_error"
    NOT_REPRODUCIBLE = "not_reproducible"
    NO_RESOLUTION = "no_resolution_provided"


class CancelReason(Word):
    """Why an incident never needed working."""

    DUPLICATE = "duplicate"
    UNNECESSARY = "unnecessary"
    NOT_AN_INCIDENT = "not_an_incident"


class CloseCause(Word):
    """Who or what ended the wait for the caller's word after the resolution."""

    CALLER_ACCEPTED = "caller_accepted"
    TIMEOUT = "timeout"
    SUPERVISOR = "supervisor"


class Channel(Word):
    """How the incident reached the desk."""

    PHONE = "phone"
    WALK_IN = "walk_in"
    EMAIL = "email"
    PORTAL = "portal"
    MONITORING = "monitoring"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Labels with the spelling people know."""
        return {"walk_in": tr("Walk-in"), "email": tr("E-mail")}.get(self.value, super().label)


class Role(Word):
    """What a person may do at the desk; one role each."""

    REQUESTER = "requester"
    READER = "reader"
    AGENT = "agent"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


WORKING_ROLES = (Role.AGENT, Role.SUPERVISOR, Role.ADMIN)
"""Who works at the desk: is assigned things, is in groups and on duty. A reader is at the desk and does none of it."""


class Visibility(Word):
    """Who may read a journal entry: the caller too, or the desk only."""

    PUBLIC = "public"
    INTERNAL = "internal"


class EntryKind(Word):
    """What a journal entry is about; it decides how the timeline draws it and what the counts read."""

    LOGGED = "logged"
    REPLY = "reply"
    CALLER_MESSAGE = "caller_message"
    WORK_NOTE = "work_note"
    CHANGE = "change"
    STATE = "state"
    ATTACHMENT = "attachment"
    LINK = "link"
    IMPORTED = "imported"
    REASSIGNED_UNSEEN = "reassigned_unseen"
    REVIEW = "review"
    ESCALATION = "escalation"
    MAJOR = "major"
    SLA = "sla"
    CHECKLIST = "checklist"
    STAKEHOLDER_UPDATE = "stakeholder_update"


class LinkKind(Word):
    """How one incident relates to another: the source is the child, or the duplicate, of the target."""

    PARENT = "parent"
    DUPLICATE = "duplicate"
    RELATED = "related"


class MajorState(Word):
    """Whether the incident is handled as a major incident; separate from its priority (3.7)."""

    NONE = "none"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CANCELED = "canceled"


class ReviewState(Word):
    """Life of a post-incident review; a published one never changes, a change makes a new version."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
