"""Every command that somebody gives at an incident has a way back, or says here why it has none (docs/acting.md)."""

import importlib
from typing import Final

from app.services.command import STANDS
from tests.arch.source import modules

SERVICES: Final = [importlib.import_module(module.name) for module in modules("app/services")]
AT_INCIDENTS: Final = (
    "incidents", "escalation", "macros", "checklists", "templates", "knowledge.commands.KnowledgeCommands.use",
    "knowledge.commands.KnowledgeCommands.resolve_with", "problems", "notifications", "views", "handovers",
    "sla.commands.SlaCommands.promise", "suggestions",
)  # fmt: skip
"""What the pages of the queue, of triage, of incidents, escalations and problems ask the desk to do."""

ITSELF: Final = "given with the values before"
WAY_BACK: Final = {
    "IncidentCommands.create": "IncidentCommands.withdraw",
    "IncidentCommands.edit": ITSELF,
    "IncidentCommands.link": "IncidentCommands.unlink",
    "IncidentCommands.unlink": "IncidentCommands.link_again",
    "IncidentCommands.override_priority": ITSELF,
    "IncidentCommands.set_many": "IncidentCommands.take_back_many",
    "IncidentCommands.tag_many": "IncidentCommands.take_back_many",
    "IncidentCommands.snooze_many": "IncidentCommands.take_back_many",
    "IncidentCommands.step": "IncidentCommands.take_back_steps",
    "IncidentCommands.step_many": "IncidentCommands.take_back_steps",
    "FollowCommands.follow": ITSELF,
    "MergeCommands.merge": "MergeCommands.unmerge",
    "MergeCommands.unmerge": "MergeCommands.merge",
    "EscalationCommands.escalate": "EscalationCommands.take_back",
    "EscalationCommands.acknowledge": "EscalationCommands.take_act_back",
    "EscalationCommands.take": "EscalationCommands.take_act_back",
    "EscalationCommands.hand_back": "EscalationCommands.take_act_back",
    "EscalationCommands.end": "EscalationCommands.take_act_back",
    "EscalationCommands.page_again": "EscalationCommands.take_act_back",
    "EscalationCommands.answer_offer": "EscalationCommands.take_act_back",
    "MajorCommands.propose": "MajorCommands.take_back",
    "MajorCommands.accept": "MajorCommands.take_back",
    "MajorCommands.reject": "MajorCommands.take_back",
    "MajorCommands.demote": "MajorCommands.take_back",
    "MajorCommands.hand_over": "MajorCommands.take_back",
    "SlaCommands.promise": ITSELF,
    "MacroCommands.run": "MacroCommands.take_back",
    "MacroCommands.save": ITSELF,
    "MacroCommands.use": ITSELF,
    "ChecklistCommands.add": "ChecklistCommands.remove",
    "ChecklistCommands.use_template": "ChecklistCommands.remove",
    "ChecklistCommands.remove": "ChecklistCommands.bring_back",
    "ChecklistCommands.mark": ITSELF,
    "ChecklistCommands.change": ITSELF,
    "ChecklistCommands.move": ITSELF,
    "ChecklistCommands.save_template": ITSELF,
    "ChecklistCommands.offer_template": ITSELF,
    "TemplateCommands.log": "IncidentCommands.withdraw",
    "TemplateCommands.save": ITSELF,
    "TemplateCommands.save_incident": "TemplateCommands.use",
    "TemplateCommands.use": ITSELF,
    "KnowledgeCommands.use": "KnowledgeCommands.take_back",
    "KnowledgeCommands.resolve_with": "IncidentCommands.take_back_steps",
    "ProblemCommands.open": "ProblemCommands.step",
    "ProblemCommands.edit": ITSELF,
    "ProblemCommands.step": ITSELF,
    "ProblemCommands.link": "IncidentCommands.take_back_many",
    "ProblemCommands.unlink": "IncidentCommands.take_back_many",
    "ProblemCommands.resolve_with": "IncidentCommands.take_back_steps",
    "NotificationCommands.mark_unread": "NotificationCommands.mark_incident_read",
    "ViewCommands.save": "ViewCommands.remove",
    "ViewCommands.remove": "ViewCommands.restore",
    "ViewCommands.move": ITSELF,
    "ViewCommands.star": ITSELF,
    "SuggestionCommands.set_filling": ITSELF,
    "SuggestionCommands.keep": "SuggestionCommands.go_back",
}  # fmt: skip

NO_WAY_BACK: Final = {
    "IncidentCommands.post": "the window holds it for ten seconds",
    "HandoverCommands.hand_over": "the window holds it for ten seconds",
    "HandoverCommands.take_over": "the window holds it for ten seconds",
    "ProblemCommands.note": "the window holds it for ten seconds",
    "NotificationCommands.mark_read": "U makes unread again",
    "NotificationCommands.mark_incident_read": "U makes unread again",
    "SuggestionCommands.answer_burst": "the window holds Not now for ten seconds; the rest goes back where it is done",
}
"""Why a command has none; most are told of in docs/acting.md."""

BACK_OR_SETTINGS: Final = frozenset({
    "IncidentCommands.link_again", "IncidentCommands.withdraw", "IncidentCommands.take_back_many",
    "IncidentCommands.take_back_steps", "EscalationCommands.take_back", "EscalationCommands.take_act_back",
    "MajorCommands.take_back", "MacroCommands.take_back", "ChecklistCommands.bring_back", "ViewCommands.restore",
    # Settings and what the desk does by itself.
    "EscalationCommands.publish_rules", "EscalationCommands.set_chain", "EscalationCommands.set_lead",
    "FollowCommands.catch_up", "NotificationCommands.claim_due", "SuggestionCommands.pass_over",
    "SuggestionCommands.stay", "SuggestionCommands.go_back",
})  # fmt: skip


def test_every_command_at_an_incident_has_a_way_back_or_a_reason() -> None:
    found = {name.rpartition("commands.")[2] for name in STANDS if _is_at_incidents(name)}
    found = {name.rpartition("followers.")[2] for name in found}
    known = WAY_BACK.keys() | NO_WAY_BACK.keys() | BACK_OR_SETTINGS
    assert found - known == set(), "say how these are taken back"
    assert known - found == set(), "these are no commands any more"


def test_the_ways_back_are_commands() -> None:
    names = {".".join(name.split(".")[-2:]) for name in STANDS}
    assert {way for way in WAY_BACK.values() if way != ITSELF} <= names


def _is_at_incidents(name: str) -> bool:
    return name.removeprefix("app.services.").startswith(AT_INCIDENTS)
