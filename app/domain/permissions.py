"""Roles and permissions as one table; whoever wants to know who may do what reads it here.

The layout follows product research 3.2 (who may reopen or close) and issue 2: requester, agent, supervisor, admin. A
reader stands beside them: they see what an agent sees, and the figures, and change nothing (decision 0036).
"""

from enum import StrEnum

from app.domain.actor import Actor
from app.domain.errors import NotAllowed
from app.domain.vocabulary import Role
from app.domain.wording import tr


class Permission(StrEnum):
    """One right each, named `subject.verb`, sorted."""

    ATTACHMENT_ADD = "attachment.add"
    AUDIT_READ = "audit.read"
    AUDIT_VERIFY = "audit.verify"
    CATALOGUE_EDIT = "catalogue.edit"
    CHECKLIST_WAIVE = "checklist.waive"
    DATA_BACKUP = "data.backup"
    DATA_EXPORT = "data.export"
    DATA_RESTORE = "data.restore"
    DATA_RETAIN = "data.retain"
    ESCALATION_READ = "escalation.read"
    HANDOVER_WORK = "handover.work"
    IMPORT_RUN = "import.run"
    INCIDENT_CANCEL = "incident.cancel"
    INCIDENT_CLOSE = "incident.close"
    INCIDENT_CREATE = "incident.create"
    INCIDENT_EDIT = "incident.edit"
    ESCALATE = "incident.escalate"
    INCIDENT_LINK = "incident.link"
    INCIDENT_OVERRIDE_PRIORITY = "incident.override_priority"
    INCIDENT_READ_ALL = "incident.read_all"
    INCIDENT_READ_OWN = "incident.read_own"
    INCIDENT_REOPEN = "incident.reopen"
    INCIDENT_REPLY = "incident.reply"
    INCIDENT_RESTORE = "incident.restore"
    INCIDENT_WORK = "incident.work"
    INCIDENT_WORK_NOTE = "incident.work_note"
    KNOWLEDGE_EDIT = "knowledge.edit"
    KNOWLEDGE_PUBLISH = "knowledge.publish"
    KNOWLEDGE_READ = "knowledge.read"
    KNOWLEDGE_USE = "knowledge.use"
    KPI_READ = "kpi.read"
    MACRO_EDIT = "macro.edit"
    MACRO_PUBLISH = "macro.publish"
    MAJOR_DECIDE = "major.decide"
    MAJOR_PROPOSE = "major.propose"
    NOTIFICATION_READ = "notification.read"
    PEOPLE_ADMIT = "people.admit"
    PEOPLE_EDIT = "people.edit"
    PEOPLE_READ = "people.read"
    PROBLEM_READ = "problem.read"
    PROBLEM_WORK = "problem.work"
    REVIEW_EDIT = "review.edit"
    REVIEW_PUBLISH = "review.publish"
    REVIEW_READ = "review.read"
    REVIEW_SIGN = "review.sign"
    SETTINGS_EDIT = "settings.edit"
    SETTINGS_READ = "settings.read"
    SLA_EDIT = "sla.edit"
    SLA_PROMISE = "sla.promise"
    SUGGESTION_REVIEW = "suggestion.review"
    TEMPLATE_EDIT = "template.edit"
    TEMPLATE_PUBLISH = "template.publish"
    VIEW_PUBLISH = "view.publish"
    VIEW_SAVE = "view.save"
    VIEW_SHARE = "view.share"


_REQUESTER = frozenset(
    {
        Permission.ATTACHMENT_ADD,
        Permission.INCIDENT_CLOSE,
        Permission.INCIDENT_CREATE,
        Permission.INCIDENT_READ_OWN,
        Permission.INCIDENT_REOPEN,
        Permission.INCIDENT_REPLY,
        Permission.KNOWLEDGE_READ,
        Permission.KNOWLEDGE_USE,
        Permission.NOTIFICATION_READ,
        Permission.SETTINGS_READ,
        Permission.VIEW_SAVE,
    }
)
_READER = frozenset(
    {
        Permission.ESCALATION_READ,
        Permission.INCIDENT_READ_ALL,
        Permission.INCIDENT_READ_OWN,
        Permission.KNOWLEDGE_READ,
        Permission.KPI_READ,
        Permission.NOTIFICATION_READ,
        Permission.PEOPLE_READ,
        Permission.PROBLEM_READ,
        Permission.REVIEW_READ,
        Permission.SETTINGS_READ,
        Permission.VIEW_SAVE,
    }
)
_AGENT = _REQUESTER | {
    Permission.ESCALATE,
    Permission.ESCALATION_READ,
    Permission.HANDOVER_WORK,
    Permission.INCIDENT_CANCEL,
    Permission.INCIDENT_EDIT,
    Permission.INCIDENT_LINK,
    Permission.INCIDENT_READ_ALL,
    Permission.INCIDENT_WORK,
    Permission.INCIDENT_WORK_NOTE,
    Permission.KNOWLEDGE_EDIT,
    Permission.MACRO_EDIT,
    Permission.MAJOR_PROPOSE,
    Permission.PEOPLE_READ,
    Permission.PROBLEM_READ,
    Permission.PROBLEM_WORK,
    Permission.REVIEW_EDIT,
    Permission.REVIEW_READ,
    Permission.REVIEW_SIGN,
    Permission.TEMPLATE_EDIT,
    Permission.VIEW_SHARE,
}
_SUPERVISOR = _AGENT | {
    Permission.CHECKLIST_WAIVE,
    Permission.DATA_BACKUP,
    Permission.INCIDENT_OVERRIDE_PRIORITY,
    Permission.INCIDENT_RESTORE,
    Permission.KNOWLEDGE_PUBLISH,
    Permission.KPI_READ,
    Permission.MACRO_PUBLISH,
    Permission.MAJOR_DECIDE,
    Permission.PEOPLE_EDIT,
    Permission.REVIEW_PUBLISH,
    Permission.SLA_EDIT,
    Permission.SLA_PROMISE,
    Permission.SUGGESTION_REVIEW,
    Permission.TEMPLATE_PUBLISH,
    Permission.VIEW_PUBLISH,
}
_ADMIN = frozenset(Permission)

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.REQUESTER: _REQUESTER,
    Role.READER: _READER,
    Role.AGENT: _AGENT,
    Role.SUPERVISOR: _SUPERVISOR,
    Role.ADMIN: _ADMIN,
}


def may(actor: Actor, permission: Permission) -> bool:
    """Whether the actor's role carries the permission."""
    return permission in ROLE_PERMISSIONS[actor.role]


def demand(actor: Actor, permission: Permission) -> None:
    """Pass, or raise `NotAllowed` with the sentence that the person reads."""
    if may(actor, permission):
        return
    holders = [_article(role) for role in Role if permission in ROLE_PERMISSIONS[role]]
    verb = permission.value.replace(".", ": ").replace("_", " ")
    raise NotAllowed(
        tr(
            "{actor} is {role} and may not do this ({verb}). Ask {holders} to do it.",
            actor=actor.name,
            role=_article(actor.role),
            verb=verb,
            holders=tr(" or ").join(holders),
        )
    )


def _article(role: Role) -> str:
    return {
        Role.REQUESTER: tr("a requester"),
        Role.READER: tr("a reader"),
        Role.AGENT: tr("an agent"),
        Role.SUPERVISOR: tr("a supervisor"),
        Role.ADMIN: tr("an admin"),
    }[role]
