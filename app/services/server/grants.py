"""Which role may read, insert and change which column: the one table from which the grants are made.

A role may what stands at it and at the roles before it. Only a reader stands beside them: they read what an agent
reads, and insert and change nothing but what stands at them by name (decision 0036). What stands nowhere nobody may,
and no role has DELETE or TRUNCATE anywhere: what is taken away is taken away by functions
(`migrations/sql/rights/4_doors.sql`). Rights are given by column and never for a whole table, because whoever may
change a table may lock it against everybody. Which rows are meant is decided by the policies of the tables. A test
fails when a table or a column has no line here.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.domain.vocabulary import Role

REQUESTER, READER, AGENT, SUPERVISOR, ADMIN = tuple(Role)


class Columns(NamedTuple):
    """What may be done with columns of one table: by role, the names separated by spaces."""

    read: Mapping[Role, str]
    insert: Mapping[Role, str] = {}
    update: Mapping[Role, str] = {}
    hidden: str = ""
    """Columns that nobody reads, inserts or changes; named, so that leaving them out is a decision."""


_INCIDENT_SHOWN = (
    "id number source_number short_description description caller_id caller_vip opened_by_id reported_at created_at"
    " channel origin category_id subcategory_id service_id configuration_item_id site_id business_unit impact urgency"
    " computed_priority priority override_reason override_by_id override_at major_state state hold_reason hold_until"
    " group_id assignee_id resolution_code resolution_notes resolved_by_id resolved_at closed_by_id closed_at"
    " close_cause cancel_reason restricted_group_id business_impact cause workaround minutes_spent updated_at"
    " updated_by_id version problem_ref change_ref caused_by_change_ref tags snoozed_until"
)
_ENTRY = "id incident_id occurred_at recorded_at author_id by_desk kind visibility body source change_count"
_CLOCKS = " ".join(
    f"{clock}_{part}"
    for clock in ("response", "resolution", "update")
    for part in ("phase", "cycle", "elapsed", "target", "due_at", "stopped_at", "breached")
)
_CLOCK_COLUMNS = (
    "incident_id policy_set policy_id policy_version calendar_id calendar_version engine last_entry_id checked_until"
    f" clock phase pause_reason soon_at hot_at due_at breach_at {_CLOCKS}"
)
_ESCALATION = (
    "id incident_id run_id kind level book_number rule_key clock cycle dedupe_key from_group_id to_group_id"
    " to_person_id reason tried is_urgent state step pages raised_at raised_by_id acknowledge_seconds acknowledge_by"
    " acknowledged_at acknowledged_by_id ended_at ended_by_id end_note"
)
_SHOWN = "id incident_id field offered confidence model_number evidence outcome chosen_id shown_to_id at chosen_level"
_RISK = "incident_id percent late alike is_wide reckoned_at"
_REVIEW = (
    "id incident_id version state title classification summary detection recovery people_affected business_effect"
    " data_loss impact_began_at impact_ended_at held_at author_id commander_id created_at updated_at published_at edit"
)
_ARTICLE = (
    "id number kind state version published_version title summary body audience language category_id problem_ref tags"
    " review_on owner_id author_id approver_id created_at updated_at published_at edit"
)
_ARTICLE_VERSION = "article_id number title summary body audience author_id created_at"
_ARTICLE_PICTURE = "article_id sha256 media_type size data added_by_id added_at"
_ARTICLE_STEP = "id article_id version step reason person_id at"
_ARTICLE_USE = "id article_id version incident_id kind person_id at"
_HELP_MARK = "id article_id version review_id model asked_by_id at"
_PROBLEM = (
    "id number title description service_id configuration_item_id category_id owner_id group_id state cause workaround"
    " workaround_state fix created_by_id created_at updated_at resolved_at closed_at edit"
)
_VIEW = (
    "id name icon filter_text columns sort descending group_by owner_id share group_id notifies position created_at"
    " updated_at removed_at changed_by_id"
)
_VIEW_CHANGED = _VIEW.removeprefix("id ").replace(" owner_id", "").replace(" created_at", "")
_MACRO = "id name short_name body public acts owner_id share group_id active created_at"
_CHECKLIST_TEMPLATE = "id name steps owner_id share group_id active created_at"
_STEP = "id incident_id position text required template_id group_id assignee_id due_at state created_at created_by_id"
_INCIDENT_TEMPLATE = "id name filling owner_id share group_id active created_at"
_FOLLOWER = "incident_id person_id following seen_version"
_HANDOVER = "id group_id handed_by_id handed_to_id shift_begins_at shift_ends_at next_ends_at handed_at figures notes"
_HANDOVER_LINE = "handover_id position block incident_id number summary owner standing at at_kind next_step is_checked"
_HANDOVER_NOTE = "handover_id position incident_id place text"
_UNREAD = "incident_id person_id unread"
_STAR = "person_id view_id starred"
_TOLD = "id dedupe_key person_id incident_id kind is_urgent title body created_at deliver_at"
_NOTIFICATION = "id dedupe_key person_id incident_id kind is_urgent title body created_at deliver_at shown_at read_at"


def _work(columns: str, fixed: str) -> Columns:
    """A table that agents read and fill whole, and change but for the fixed columns."""
    kept = set(fixed.split())
    return Columns(
        {AGENT: columns}, {AGENT: columns}, {AGENT: " ".join(each for each in columns.split() if each not in kept)}
    )


GRANTS: Mapping[str, Columns] = {
    "incident": Columns(
        {REQUESTER: _INCIDENT_SHOWN},
        {
            REQUESTER: "id number short_description description caller_id caller_vip opened_by_id reported_at"
            " created_at channel origin category_id subcategory_id service_id configuration_item_id site_id"
            " business_unit impact urgency computed_priority priority state group_id assignee_id updated_at"
            " updated_by_id version",
            # What an import of an administrator brings along.
            ADMIN: "source_number override_reason hold_reason hold_until resolution_code resolution_notes"
            " resolved_by_id resolved_at closed_at",
        },
        {
            REQUESTER: "state hold_reason hold_until resolution_code resolution_notes resolved_by_id resolved_at"
            " closed_by_id closed_at close_cause cancel_reason updated_at updated_by_id version"
            # What the caller says wakes an incident that was put off.
            " snoozed_until",
            AGENT: "short_description description caller_id caller_vip channel category_id subcategory_id service_id"
            " configuration_item_id site_id business_unit impact urgency computed_priority priority override_reason"
            " override_by_id override_at major_state group_id assignee_id restricted_group_id business_impact cause"
            " workaround minutes_spent problem_ref change_ref caused_by_change_ref tags",
            ADMIN: "opened_by_id reported_at created_at",
        },
    ),
    "journal_entry": Columns({REQUESTER: _ENTRY}, {REQUESTER: _ENTRY}),
    "journal_change": Columns(
        {REQUESTER: "incident_id entry_id field old_value new_value"},
        {REQUESTER: "incident_id entry_id field old_value new_value"},
    ),
    "incident_link": Columns(
        {REQUESTER: "id source_id target_id kind created_at created_by_id removed_at removed_by_id"},
        {AGENT: "id source_id target_id kind created_at created_by_id"},
        {AGENT: "removed_at removed_by_id"},
    ),
    "attachment": Columns({REQUESTER: "id incident_id entry_id file_name media_type sha256 size added_by_id added_at"}),
    "attachment_content": Columns({REQUESTER: "sha256 size data"}),
    # What a rule takes is taken, and written down, by functions.
    "removed_file": Columns({REQUESTER: "attachment_id incident_id removed_at months rule_by_id"}),
    "retention_run": Columns({AGENT: "id kind at taken size months rule_by_id"}),
    "held_incident": Columns(
        {AGENT: "incident_id reason held_at held_by_id released_at released_by_id"},
        {ADMIN: "incident_id reason held_at held_by_id"},
        {ADMIN: "reason held_at held_by_id released_at released_by_id"},
    ),
    "imported_record": Columns(
        {
            REQUESTER: "incident_id made_sla",
            AGENT: "source source_number content_hash extra imported_at",
        },
        {ADMIN: "incident_id source source_number made_sla content_hash extra imported_at"},
        {ADMIN: "made_sla content_hash extra imported_at"},
    ),
    "number_counter": Columns({}, hidden="name last"),
    "incident_clocks": Columns(
        # Who sees them is copied from the incident by triggers.
        {REQUESTER: f"{_CLOCK_COLUMNS} restricted_group_id caller_id", AGENT: "next_look_at"},
        {AGENT: f"{_CLOCK_COLUMNS} next_look_at"},
        {AGENT: f"{_CLOCK_COLUMNS} next_look_at".removeprefix("incident_id ")},
    ),
    "sla_firing": Columns(
        {AGENT: "incident_id clock cycle target threshold reached_at fired_at fired_by is_late is_told entry_id"},
        {AGENT: "incident_id clock cycle target threshold reached_at fired_at fired_by is_late is_told entry_id"},
    ),
    "saved_view": Columns(
        {REQUESTER: _VIEW},
        {REQUESTER: _VIEW, READER: _VIEW},
        {REQUESTER: _VIEW_CHANGED, READER: _VIEW_CHANGED},
    ),
    "incident_follower": Columns(
        {AGENT: _FOLLOWER},
        {AGENT: _FOLLOWER, READER: _FOLLOWER},
        {AGENT: "following seen_version", READER: "following seen_version"},
    ),
    "saved_view_star": Columns(
        {REQUESTER: _STAR}, {REQUESTER: _STAR, READER: _STAR}, {REQUESTER: "starred", READER: "starred"}
    ),
    "macro": Columns(
        {AGENT: _MACRO},
        {AGENT: _MACRO},
        {AGENT: _MACRO.removeprefix("id ").replace(" owner_id", "").replace(" created_at", "")},
    ),
    "checklist_template": Columns(
        {AGENT: _CHECKLIST_TEMPLATE},
        {AGENT: _CHECKLIST_TEMPLATE},
        {AGENT: "name steps share group_id active"},
    ),
    "incident_template": Columns(
        {AGENT: _INCIDENT_TEMPLATE},
        {AGENT: _INCIDENT_TEMPLATE},
        {AGENT: "name filling share group_id active"},
    ),
    "checklist_step": Columns(
        {AGENT: f"{_STEP} ended_at ended_by_id removed_at removed_by_id"},
        {AGENT: _STEP},
        {AGENT: "position text group_id assignee_id due_at state ended_at ended_by_id removed_at removed_by_id"},
    ),
    "timer": Columns({AGENT: "kind subject_id due_at"}, {AGENT: "kind subject_id due_at"}, {AGENT: "due_at"}),
    "heartbeat": Columns(
        {
            REQUESTER: "last_tick_at",
            AGENT: "worker_id worker program person_id started_at fired clock_offset_ms note",
        },
        {AGENT: "worker_id worker program person_id started_at last_tick_at fired clock_offset_ms note"},
        {AGENT: "worker_id worker program person_id started_at last_tick_at fired clock_offset_ms note"},
    ),
    "notification": Columns(
        {REQUESTER: _NOTIFICATION},
        # A reader tells themself what became of an incident that they follow.
        {AGENT: _TOLD, READER: _TOLD},
        {REQUESTER: "shown_at read_at", READER: "shown_at read_at"},
    ),
    "unread_mark": Columns(
        {REQUESTER: _UNREAD}, {REQUESTER: _UNREAD, READER: _UNREAD}, {REQUESTER: "unread", READER: "unread"}
    ),
    "escalation": Columns(
        {AGENT: _ESCALATION},
        {AGENT: _ESCALATION},
        {
            AGENT: "to_person_id state step pages acknowledge_by acknowledged_at acknowledged_by_id ended_at"
            " ended_by_id end_note"
        },
    ),
    "escalation_step": Columns(
        {AGENT: "escalation_id step due_at taken_at taken_by is_late what entry_id"},
        {AGENT: "escalation_id step due_at taken_at taken_by is_late what entry_id"},
    ),
    "shift_offer": Columns(
        {AGENT: "id incident_id from_group_id to_group_id shift_ended_at offered_at answered_at answered_by_id answer"},
        {AGENT: "id incident_id from_group_id to_group_id shift_ended_at offered_at"},
        {AGENT: "answered_at answered_by_id answer"},
    ),
    "escalation_book": Columns(
        {AGENT: "number effective_from rules note created_at created_by_id"},
        {SUPERVISOR: "number effective_from rules note created_at created_by_id"},
    ),
    "review": _work(_REVIEW, "id incident_id version author_id created_at"),
    "review_impact": _work("id review_id position area seen size consequence", "id review_id"),
    "review_event": _work(
        "id review_id position occurred_at body source entry_id author_id milestone", "id review_id entry_id author_id"
    ),
    "review_decision": _work("id review_id position occurred_at decision decided_by known_then result", "id review_id"),
    "review_cause": _work("id review_id position claim evidence", "id review_id"),
    "review_lesson": _work("id review_id position kind body", "id review_id"),
    "review_action": _work("id review_id position action kind owner_id due_on tracked_in status", "id review_id"),
    "review_sign_off": _work("id review_id position role person_id approved_at", "id review_id"),
    "article": Columns(
        {REQUESTER: _ARTICLE},
        {AGENT: _ARTICLE.replace(" published_version", "").replace(" approver_id", "").replace(" published_at", "")},
        {AGENT: _ARTICLE.removeprefix("id number ").replace(" author_id", "").replace(" created_at", "")},
    ),
    "article_version": Columns({REQUESTER: _ARTICLE_VERSION}, {AGENT: _ARTICLE_VERSION}),
    "article_picture": Columns({REQUESTER: _ARTICLE_PICTURE}, {AGENT: _ARTICLE_PICTURE}),
    "article_step": Columns({AGENT: _ARTICLE_STEP}, {AGENT: _ARTICLE_STEP}),
    "article_service": Columns(
        {REQUESTER: "article_id service_id active"}, {AGENT: "article_id service_id active"}, {AGENT: "active"}
    ),
    "article_use": Columns(
        {REQUESTER: f"{_ARTICLE_USE} removed_by_id removed_at"},
        {REQUESTER: _ARTICLE_USE},
        {REQUESTER: "removed_by_id removed_at"},
    ),
    "problem": _work(_PROBLEM, "id number created_by_id created_at"),
    "problem_entry": Columns(
        {AGENT: "id problem_id at author_id kind body changes"}, {AGENT: "id problem_id at author_id kind body changes"}
    ),
    "handover": Columns(
        {AGENT: f"{_HANDOVER} taken_by_id taken_at"}, {AGENT: _HANDOVER}, {AGENT: "taken_by_id taken_at"}
    ),
    "handover_line": Columns({AGENT: _HANDOVER_LINE}, {AGENT: _HANDOVER_LINE}),
    "handover_note": Columns({AGENT: _HANDOVER_NOTE}, {AGENT: _HANDOVER_NOTE}),
    "help_mark": Columns(
        {AGENT: f"{_HELP_MARK} checked_by_id checked_at"}, {AGENT: _HELP_MARK}, {AGENT: "checked_by_id checked_at"}
    ),
    # Everybody's searches are counted, by a function; the counts are for who writes articles.
    "unfound_search": Columns({AGENT: "words day times"}),
    "person": Columns(
        {
            REQUESTER: "id name job_title role vip language time_zone active site_id",
            AGENT: "email phone handling_note",
        },
        {AGENT: "id name email phone job_title role vip language time_zone handling_note site_id"},
        {SUPERVISOR: "name email phone job_title vip language time_zone handling_note active site_id"},
        # Who has which login is told by functions, to administrators.
        hidden="login",
    ),
    # On a server everybody has a login of their own.
    "person_secret": Columns({}, hidden="person_id hash failed wait_until set_at"),
    "group_member": Columns(
        {REQUESTER: "group_id person_id is_lead joined_at"},
        {SUPERVISOR: "group_id person_id is_lead joined_at"},
        {SUPERVISOR: "is_lead"},
    ),
    "assignment_group": Columns(
        {REQUESTER: "id name tier active", AGENT: "email"},
        {SUPERVISOR: "id name tier email"},
        {SUPERVISOR: "name tier email active"},
    ),
    "site": Columns(
        {REQUESTER: "id name time_zone active"},
        {SUPERVISOR: "id name time_zone"},
        {SUPERVISOR: "name time_zone active"},
    ),
    "service": Columns(
        {REQUESTER: "id name owner_group_id criticality active"},
        {ADMIN: "id name owner_group_id criticality"},
        {ADMIN: "name owner_group_id criticality active"},
    ),
    "configuration_item": Columns(
        {REQUESTER: "id name kind service_id site_id active"},
        {ADMIN: "id name kind service_id site_id"},
        {ADMIN: "name kind service_id site_id active"},
    ),
    "category": Columns(
        {REQUESTER: "id parent_id name active"}, {ADMIN: "id parent_id name"}, {ADMIN: "parent_id name active"}
    ),
    "setting": Columns(
        {REQUESTER: "key value updated_at updated_by_id"},
        {SUPERVISOR: "key value updated_at updated_by_id"},
        {SUPERVISOR: "value updated_at updated_by_id"},
    ),
    "calendar": Columns({REQUESTER: "id name active"}, {SUPERVISOR: "id name"}, {SUPERVISOR: "name active"}),
    "calendar_version": Columns(
        {REQUESTER: "calendar_id number effective_from definition note created_at created_by_id"},
        {SUPERVISOR: "calendar_id number effective_from definition note created_at created_by_id"},
    ),
    "group_hours": Columns(
        {AGENT: "group_id calendar_id next_group_id"},
        {SUPERVISOR: "group_id calendar_id next_group_id"},
        {SUPERVISOR: "calendar_id next_group_id"},
    ),
    "person_hours": Columns({AGENT: "person_id calendar_id"}, {SUPERVISOR: "person_id calendar_id"}),
    "sla_policy": Columns(
        {REQUESTER: "id policy_set name active"}, {SUPERVISOR: "id policy_set name"}, {SUPERVISOR: "name active"}
    ),
    "sla_policy_version": Columns(
        {REQUESTER: "policy_id number definition created_at created_by_id"},
        {SUPERVISOR: "policy_id number definition created_at created_by_id"},
    ),
    "sla_book": Columns(
        {REQUESTER: "policy_set number effective_from applies_to_open policies note created_at created_by_id"},
        {SUPERVISOR: "policy_set number effective_from applies_to_open policies note created_at created_by_id"},
    ),
    "change_feed": Columns({REQUESTER: "id kind subject_id incident_id xid at"}),
    "presence": Columns(
        {AGENT: "window_id person_id incident_id doing seen_at"},
        {AGENT: "window_id person_id incident_id doing seen_at"},
        {AGENT: "incident_id doing seen_at"},
    ),
    # The trail is written by triggers and verified by the owner of the tables; an anchor gives nothing away.
    "audit_entry": Columns({}, hidden="subject subject_id n at login person_id act part part_id content digest hash"),
    "audit_anchor": Columns({REQUESTER: "number at chains records digest"}, hidden="heads"),
    "audit_head": Columns({}, hidden="subject subject_id n anchor hash"),
    "suggestion_model": Columns(
        {AGENT: "number learned_at incidents figures content copy_of"},
        {AGENT: "number learned_at incidents figures content copy_of"},
    ),
    # Who reads what people did with suggestions reads how they work, so their colleagues do not.
    "suggestion_shown": Columns({SUPERVISOR: _SHOWN}, {AGENT: _SHOWN}),
    "suggestion_filled": Columns(
        {AGENT: "incident_id field value_id confidence threshold model_number at"},
        {AGENT: "incident_id field value_id confidence threshold model_number at"},
    ),
    # Who sees them is copied from the incident by triggers.
    "incident_risk": Columns(
        {AGENT: f"{_RISK} restricted_group_id"}, {AGENT: _RISK}, {AGENT: _RISK.removeprefix("incident_id ")}
    ),
    "burst_answer": Columns(
        {AGENT: "burst person_id answer incidents usual at"},
        {AGENT: "burst person_id answer incidents usual at"},
        {AGENT: "answer incidents usual at"},
    ),
    "command_receipt": Columns({REQUESTER: "id"}, {REQUESTER: "id done_at", READER: "id done_at"}),
    "alembic_version": Columns({REQUESTER: "version_num"}),
    "desk.setup": Columns({REQUESTER: "role_prefix"}, hidden="id set_up_at"),
    "desk.account": Columns({}, hidden="login is_jobs must_change made_at made_by"),
    "desk.article_moved": Columns({}, hidden="article_id was state at"),
    "desk.checklist_untold": Columns({}, hidden="step_id incident_id field old_value new_value"),
    "desk.unfollowed": Columns({}, hidden="entry_id incident_id"),
    "desk.search_document": Columns({}, hidden="kind subject_id incident_id is_internal at words restricted_group_id"),
    "desk.transition": Columns({REQUESTER: "source target role"}),
    "desk.fallback": Columns({REQUESTER: "key value"}),
}
"""By table. `_work` and the names above only spare repeating long lists of columns."""

OWN = tuple(table for table, columns in GRANTS.items() if READER in {*columns.insert, *columns.update})
"""What a reader writes: what is theirs alone."""


def granted(columns: Columns) -> Iterator[tuple[str, Role, str]]:
    """What is granted to the group of each role itself: act, role and columns."""
    yield from (("SELECT", role, names) for role, names in columns.read.items())
    read = " ".join(columns.read[role] for role in (REQUESTER, AGENT) if role in columns.read)
    if read:
        yield "SELECT", READER, read
    yield from (("INSERT", role, names) for role, names in columns.insert.items())
    yield from (("UPDATE", role, names) for role, names in columns.update.items())
