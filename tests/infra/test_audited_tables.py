"""Every table has a decision, and what a digest is taken of does not change by accident."""

import pytest
from sqlalchemy import create_engine, pool

from app.infra.audit.canonical import read_shape
from app.infra.database_url import parse_url
from app.models import (
    audit,
    catalogue,
    checklists,
    clocks,
    escalation,
    handover,
    incident,
    knowledge,
    live,
    macros,
    people,
    problem,
    receipts,
    review,
    secrets,
    suggestion,
    templates,
    timers,
    views,
    writing_help,
)  # fmt: skip
from app.models.audited import SEALED, UNWATCHED, WATCHED
from app.models.base import metadata

# Imported for their tables.
TABLE_MODULES = (
    audit, catalogue, checklists, clocks, escalation, handover, incident, knowledge, live, macros, people, problem,
    receipts, review, secrets, suggestion, templates, timers, views, writing_help,
)  # fmt: skip

# The columns that the digest of a row was taken of when its table was first watched, in their order. A column that a
# later migration adds does not come in here: name it in `later` of app/models/audited.py, with its default, and rows
# that were recorded before stay as they were recorded.
FIRST_COLUMNS = {
    "article": (
        "id number kind state version published_version title summary body audience language category_id problem_ref"
        " tags review_on owner_id author_id approver_id created_at updated_at published_at edit"
    ),
    "article_service": "article_id service_id active",
    "article_step": "id article_id version step reason person_id at",
    "article_use": "id article_id version incident_id kind person_id at removed_by_id removed_at",
    "article_version": "article_id number title summary body audience author_id created_at",
    "assignment_group": "id name tier email active",
    "attachment": "id incident_id entry_id file_name media_type sha256 size added_by_id added_at",
    "calendar": "id name active",
    "calendar_version": "calendar_id number effective_from definition note created_at created_by_id",
    "category": "id parent_id name active",
    "checklist_step": (
        "id incident_id position text required template_id group_id assignee_id due_at state ended_at ended_by_id"
        " created_at created_by_id removed_at removed_by_id"
    ),
    "checklist_template": "id name steps owner_id share group_id active created_at",
    "configuration_item": "id name kind service_id site_id active",
    "escalation": (
        "id incident_id run_id kind level book_number rule_key clock cycle dedupe_key from_group_id to_group_id"
        " to_person_id reason tried is_urgent state step pages raised_at raised_by_id acknowledge_seconds"
        " acknowledge_by acknowledged_at acknowledged_by_id ended_at ended_by_id end_note"
    ),
    "escalation_book": "number effective_from rules note created_at created_by_id",
    "escalation_step": "escalation_id step due_at taken_at taken_by is_late what entry_id",
    "group_hours": "group_id calendar_id next_group_id",
    "group_member": "group_id person_id is_lead joined_at",
    "handover": (
        "id group_id handed_by_id handed_to_id shift_begins_at shift_ends_at next_ends_at handed_at figures notes"
        " taken_by_id taken_at"
    ),
    "held_incident": "incident_id reason held_at held_by_id released_at released_by_id",
    "removed_file": "attachment_id incident_id removed_at months rule_by_id",
    "retention_run": "id kind at taken size months rule_by_id",
    "handover_line": (
        "handover_id position block incident_id number summary owner standing at at_kind next_step is_checked"
    ),
    "handover_note": "handover_id position incident_id place text",
    "imported_record": "incident_id source source_number made_sla content_hash extra imported_at",
    "incident": (
        "id number source_number short_description description caller_id opened_by_id reported_at created_at channel"
        " origin category_id subcategory_id service_id configuration_item_id site_id business_unit impact urgency"
        " computed_priority priority override_reason override_by_id override_at major_state state hold_reason"
        " hold_until group_id assignee_id resolution_code resolution_notes resolved_by_id resolved_at closed_by_id"
        " closed_at close_cause cancel_reason restricted_group_id business_impact cause workaround minutes_spent"
        " updated_at updated_by_id version caller_vip"
    ),
    "incident_link": "id source_id target_id kind created_at created_by_id removed_at removed_by_id",
    "incident_template": "id name filling owner_id share group_id active created_at",
    "journal_change": "incident_id entry_id field old_value new_value",
    "journal_entry": "id incident_id occurred_at recorded_at author_id by_desk kind visibility body source",
    "macro": "id name short_name body public acts owner_id share group_id active created_at",
    "person": "id name email phone job_title role login vip language time_zone handling_note active site_id",
    "person_secret": "person_id hash failed wait_until set_at",
    "person_hours": "person_id calendar_id",
    "problem": (
        "id number title description service_id configuration_item_id category_id owner_id group_id state cause"
        " workaround workaround_state fix created_by_id created_at updated_at resolved_at closed_at edit"
    ),
    "problem_entry": "id problem_id at author_id kind body changes",
    "review": (
        "id incident_id version state title classification summary detection recovery people_affected business_effect"
        " data_loss impact_began_at impact_ended_at held_at author_id commander_id created_at updated_at published_at"
        " edit"
    ),
    "review_action": "id review_id position action kind owner_id due_on tracked_in status",
    "review_cause": "id review_id position claim evidence",
    "review_decision": "id review_id position occurred_at decision decided_by known_then result",
    "review_event": "id review_id position occurred_at body source entry_id author_id milestone",
    "review_impact": "id review_id position area seen size consequence",
    "review_lesson": "id review_id position kind body",
    "review_sign_off": "id review_id position role person_id approved_at",
    "service": "id name owner_group_id criticality active",
    "setting": "key value updated_at updated_by_id",
    "shift_offer": (
        "id incident_id from_group_id to_group_id shift_ended_at offered_at answered_at answered_by_id answer"
    ),
    "site": "id name time_zone active",
    "sla_book": "policy_set number effective_from applies_to_open policies note created_at created_by_id",
    "sla_policy": "id policy_set name active",
    "sla_policy_version": "policy_id number definition created_at created_by_id",
}


def test_every_table_has_a_decision() -> None:
    """A new table is watched or is not, with the reason, in app/models/audited.py."""
    assert {*WATCHED, *UNWATCHED} == set(metadata.tables)
    assert not set(WATCHED) & set(UNWATCHED)
    assert all(each.why for each in WATCHED.values())
    assert all(UNWATCHED.values())


@pytest.mark.parametrize("table", sorted(WATCHED))
def test_what_the_decision_names_exists(table: str) -> None:
    watched, columns = WATCHED[table], metadata.tables[table].c
    assert watched.subject in WATCHED, "the chain belongs to a table that is watched itself"
    named = {*watched.owner, *watched.key, *watched.quiet, *(name for name, _ in watched.later)}
    assert {*named, *([watched.label] if watched.label else [])} - set(columns.keys()) <= watched.quiet
    # Owner and key together tell each row from all others.
    assert {column.name for column in metadata.tables[table].primary_key} <= {*watched.owner, *watched.key}


def test_the_journal_is_where_the_decision_says() -> None:
    assert SEALED.announced in metadata.tables[SEALED.entries].c
    assert SEALED.waits_with in metadata.tables[SEALED.subject].c
    assert {WATCHED[table].subject for table in (SEALED.entries, SEALED.changes, SEALED.closed_by)} == {SEALED.subject}


def test_digests_are_taken_of_the_columns_that_they_were_taken_of_first(database_url: str) -> None:
    engine = create_engine(parse_url(database_url), poolclass=pool.NullPool)
    with engine.connect() as connection:
        for table, watched in WATCHED.items():
            later = [name for name, _ in watched.later]
            found = [column.name for column in read_shape(connection, table, watched).columns]
            assert found == [*FIRST_COLUMNS[table].split(), *later], table
    engine.dispose()
