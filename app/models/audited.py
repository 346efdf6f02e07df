"""Which tables the audit trail watches and which it does not, with the reason: a table without a decision fails a test.

Watched is what a desk must answer for. What can be worked out again from that, or only keeps programs going, is not.
"""

from collections.abc import Mapping

from app.infra.audit.scope import Sealed, Watched

_STAMPS = frozenset({"updated_at", "updated_by_id", "version"})
_INCIDENT = ("incident_id",)
_REVIEW = ("review_id",)
_ARTICLE = ("article_id",)
_PART = "What a review says belongs to the review."

WATCHED: Mapping[str, Watched] = {
    "incident": Watched(
        "The case itself.", "incident", label="number", quiet=_STAMPS,
        later=(
            ("problem_ref", "NULL"), ("change_ref", "NULL"), ("caused_by_change_ref", "NULL"), ("tags", "NULL"),
            ("snoozed_until", "NULL"),
        ),
    ),
    "journal_entry": Watched("What was said and done.", "incident", _INCIDENT, later=(("change_count", "NULL"),)),
    "journal_change": Watched("What changed with an entry.", "incident", _INCIDENT, ("entry_id", "field")),
    "imported_record": Watched("What another desk knew of it.", "incident", _INCIDENT, _INCIDENT),
    "incident_link": Watched("What it is linked to, and since when.", "incident", ("source_id",)),
    "attachment": Watched("Its files; the content is known by its hash.", "incident", _INCIDENT),
    "removed_file": Watched(
        "Which of its files a rule has removed, and when.", "incident", _INCIDENT, ("attachment_id",)
    ),
    "held_incident": Watched("That no rule takes anything of it, and why.", "incident", _INCIDENT, _INCIDENT),
    "retention_run": Watched("What was taken by the rules of how long things are kept.", "retention_run"),
    "shift_offer": Watched("Who was asked to take it over at the end of a shift.", "incident", _INCIDENT),
    "checklist_step": Watched(
        "What was to be done for it, and who did it.", "incident", _INCIDENT, quiet=frozenset({"position"})
    ),
    "escalation": Watched("To whom it was escalated and who answered.", "escalation"),
    "escalation_step": Watched("Each step that was taken.", "escalation", ("escalation_id",), ("step",)),
    "review": Watched("The post-incident review.", "review", label="title", quiet=frozenset({"updated_at", "edit"})),
    "review_action": Watched(_PART, "review", _REVIEW),
    "review_cause": Watched(_PART, "review", _REVIEW),
    "review_decision": Watched(_PART, "review", _REVIEW),
    "review_event": Watched(_PART, "review", _REVIEW),
    "review_impact": Watched(_PART, "review", _REVIEW),
    "review_lesson": Watched(_PART, "review", _REVIEW),
    "review_sign_off": Watched(_PART, "review", _REVIEW),
    "article": Watched(
        "What the desk knows, and who approved it.", "article", label="title",
        # The texts stand in the record of their version.
        quiet=frozenset({"summary", "body", "updated_at", "edit"}),
    ),
    "article_version": Watched("The text of an article.", "article", _ARTICLE, ("number",)),
    "article_step": Watched("Who sent it to review, approved or retired it.", "article", _ARTICLE),
    "article_service": Watched("What it is about.", "article", _ARTICLE, ("service_id",)),
    "article_use": Watched("Which incidents it was used for, and whether it helped.", "article", _ARTICLE),
    "problem": Watched(
        "What lies behind incidents.", "problem", label="number", quiet=frozenset({"updated_at", "edit"})
    ),
    "problem_entry": Watched("What was said and changed about it.", "problem", ("problem_id",)),
    "handover": Watched("Who handed a shift over, and who took it over.", "handover", quiet=frozenset({"notes"})),
    "handover_line": Watched(
        "What was handed over.", "handover", ("handover_id",), ("position",),
        # A line may be about an incident that is restricted to a group.
        quiet=frozenset({"summary", "next_step"}),
    ),
    "handover_note": Watched(
        "What the notes of a hand-over say of an incident.", "handover", ("handover_id",), ("position",),
        quiet=frozenset({"text"}),
    ),
    "person": Watched("Who may do what; logins and roles.", "person", label="name"),
    "person_hours": Watched("When somebody works.", "person", ("person_id",), ("person_id",)),
    # What is kept of a password stands in no record, only in the digest of its row.
    "person_secret": Watched(
        "Who has a password, and wrong tries.", "person", ("person_id",), ("person_id",),
        quiet=frozenset({"hash", "failed", "wait_until"}),
    ),
    "assignment_group": Watched("The teams.", "assignment_group", label="name"),
    "group_member": Watched("Who sees what a team sees.", "assignment_group", ("group_id",), ("person_id",)),
    "group_hours": Watched("When a team works, and who goes on.", "assignment_group", ("group_id",), ("group_id",)),
    "site": Watched("The catalogue.", "site", label="name"),
    "service": Watched("The catalogue.", "service", label="name"),
    "configuration_item": Watched("The catalogue.", "configuration_item", label="name"),
    "category": Watched("The catalogue.", "category", label="name"),
    "checklist_template": Watched("Which steps are done, and which must be.", "checklist_template", label="name"),
    "incident_template": Watched("What new incidents begin with.", "incident_template", label="name"),
    "macro": Watched("Texts that go to callers, and what is done with them.", "macro", label="name"),
    "setting": Watched("How the desk works.", "setting", ("key",), ("key",), quiet=_STAMPS),
    "calendar": Watched("What hours promises are measured by.", "calendar", label="name"),
    "calendar_version": Watched("The hours themselves.", "calendar", ("calendar_id",), ("number",)),
    "sla_policy": Watched("What is promised.", "sla_policy", label="name"),
    "sla_policy_version": Watched("The promise itself.", "sla_policy", ("policy_id",), ("number",)),
    "sla_book": Watched("Which promise counts first.", "sla_book", ("policy_set",), ("number",)),
    "escalation_book": Watched("The rules of escalation, in one chain.", "escalation_book", (), ("number",)),
}  # fmt: skip

UNWATCHED: Mapping[str, str] = {
    "attachment_content": "Named by its own hash, which is verified; the row of the attachment is watched.",
    "article_picture": "Named by its own hash in the text of a version, which is watched; it cannot be changed.",
    "number_counter": "Numbers may have gaps; each incident's own number is watched.",
    "incident_clocks": "A cache: `main.py sla check` works it out again from the journal.",
    "sla_firing": "Follows from the facts, so a lost one is fired again; what people were told is in the journal.",
    "timer": "What is due next follows from the facts, and changes with every save.",
    "heartbeat": "Programs that run timers sign here every half minute.",
    "saved_view": "How people arrange their lists; it says nothing about an incident and gives nobody a right.",
    "incident_follower": "What somebody wants to be told of; it changes nothing about an incident.",
    "saved_view_star": "Which lists somebody keeps at hand; it says nothing about an incident.",
    "unread_mark": "What somebody has still to read; it changes nothing about an incident.",
    "notification": "The outbox of reminders; what they are about is watched.",
    "change_feed": "Tells windows what to read again, and is forgotten after hours.",
    "presence": "Who looks at what right now.",
    "suggestion_model": "Learned again from resolved incidents, which are watched; at worst it suggests badly.",
    "suggestion_shown": "How good suggestions were; what was chosen stands in the journal. Its rows cannot be changed.",
    "suggestion_filled": "What a rule filled in; the change stands in the journal, and the rule in the settings.",
    "incident_risk": "A cache: it is counted anew from resolved incidents every few minutes.",
    "burst_answer": "What people made of bursts that were shown; what they did then is watched where they did it.",
    "unfound_search": "Counts of words that nobody found, without who looked; they change nothing at the desk.",
    "help_mark": "Says that a model wrote it; who used help and who publishes stands in the journal and the steps.",
    "command_receipt": "Says for a month that a save was carried out.",
    "audit_entry": "The trail itself.",
    "audit_anchor": "The trail itself; each anchor closes the one before.",
    "audit_head": "The trail itself; closed by its anchor.",
}

SEALED = Sealed(
    subject="incident",
    entries="journal_entry",
    changes="journal_change",
    announced="change_count",
    waits_with="source_number",
    closed_by="imported_record",
)
"""Imported incidents come with dozens of rows; each is recorded by one seal over its history."""
