"""What a login can do in spite of everything: the list of docs/administration.md, each point tried.

Whoever closes one of these takes it from here and from the guide.
"""

import json

import pytest

from tests.security.siege import MEMBER, OWNER, ROLES, SECRET, Answer, Siege

_KNOWN = pytest.mark.parametrize("role", ROLES)


def planned(siege: Siege, who: str, sql: str, options: str = "FORMAT JSON") -> dict[str, object]:
    """The uppermost node of a plan."""
    (row,) = siege.say(who, "SET enable_seqscan = off", f"EXPLAIN ({options}) {sql}").rows
    plan = row[0] if isinstance(row[0], list) else json.loads(row[0])
    found: dict[str, object] = plan[0]["Plan"]
    return found


def works(answer: Answer) -> bool:
    return not answer.refused


@_KNOWN
def test_names_of_logins_and_texts_of_functions_are_read(role: str, siege: Siege) -> None:
    assert siege.say(role, "SELECT 1 FROM pg_roles WHERE rolname = 'desk_u_agent1'").rows
    assert siege.say(role, "SELECT prosrc FROM pg_proc WHERE proname = 'guard_incident_update'").rows


@_KNOWN
def test_locks_that_mean_nothing_are_taken(role: str, siege: Siege) -> None:
    """So no part of the desk may depend on an advisory lock being free; an upgrade takes one, as the owner."""
    assert works(siege.say(role, "SELECT pg_advisory_xact_lock(1)"))


@_KNOWN
def test_a_bell_is_rung_and_heard(role: str, siege: Siege) -> None:
    """So it says nothing and is only a hint to look."""
    assert works(siege.say(role, "LISTEN mainstay_change", "SELECT pg_notify('mainstay_change', 'anything')"))


@_KNOWN
def test_a_slow_question_is_asked(role: str, siege: Siege) -> None:
    assert works(siege.say(role, "SET statement_timeout = 0", "SET idle_in_transaction_session_timeout = 0"))


@_KNOWN
def test_an_identifier_that_is_taken_is_noticed(role: str, siege: Siege) -> None:
    """It is random and says nothing; whoever guesses one learns that it exists."""
    insert = "INSERT INTO command_receipt (id, done_at) VALUES ('{own}', clock_timestamp())"
    assert siege.say(role, insert, insert).state == "23505"


@_KNOWN
def test_a_plan_tells_no_text(role: str, siege: Siege) -> None:
    """Estimates are made without statistics of texts, so a text that is there is estimated like one that is not."""
    sql = "SELECT id FROM incident WHERE short_description = '{}'"
    there, nowhere = (planned(siege, role, sql.format(text)) for text in (f"Dismissal {SECRET}", "Nothing like it"))
    assert there["Plan Rows"] == nowhere["Plan Rows"]


_WORDS = """
action act answer audience channel clock close_cause columns doing engine field group_by hold_reason icon kind
language media_type major_state milestone outcome pause_reason phase policy_set resolution_code resolution_phase
response_phase role share sort source state status step threshold time_zone update_phase visibility
workaround_state
"""
"""Columns that hold one of a few words of the program's own, by which plans are made."""
_FOR_ALL = """
alembic_version article_step assignment_group audit_anchor audit_entry audit_head calendar calendar_version category
change_feed configuration_item escalation_book heartbeat number_counter service setting site sla_book sla_policy
sla_policy_version unfound_search suggestion_model burst_answer help_mark person_secret
"""
"""Tables of which everybody who may ask sees every row, and those that nobody may ask at all."""


def test_no_plan_is_made_by_what_hidden_rows_say(siege: Siege) -> None:
    """The planner keeps no statistics of a text that stands in a row which somebody may not see."""
    rows = siege.server.execute(
        "SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid"
        " WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped"
        " AND atttypid IN ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype)"
        " AND coalesce(attstattarget, -1) <> 0",
        database=siege.database,
    )
    known_words, for_all = [*_WORDS.split(), "login"], _FOR_ALL.split()  # which logins there are nobody may ask
    told = [row for row in rows if row[0] not in for_all and row[1] not in known_words]
    assert not told


def test_a_plan_that_is_run_tells_how_many_rows_were_kept_back(siege: Siege) -> None:
    """EXPLAIN ANALYZE counts what row security takes away: an agent learns that a group has hidden incidents."""
    sql = "SELECT id FROM incident WHERE group_id = '{personnel}'"
    options = "ANALYZE, FORMAT JSON, TIMING OFF"
    assert planned(siege, "agent", sql, options)["Rows Removed by Filter"] == 3
    assert planned(siege, MEMBER, sql, options)["Actual Rows"] == 3


def test_the_clocks_of_an_incident_that_one_sees_are_written_wrongly(siege: Siege) -> None:
    """They are a cache that programs compute: `main.py sla check` finds it, a recount mends it, the audit names it."""
    wrong = "UPDATE incident_clocks SET resolution_phase = 'stopped' WHERE incident_id = '{own}'"
    assert siege.say("agent", wrong).changed == 1
    assert siege.say("requester", wrong).refused


def test_a_timer_of_an_incident_that_one_sees_is_silenced(siege: Siege) -> None:
    """The next fact sets it again; `main.py sla check` names it until then."""
    late = "UPDATE incident_clocks SET next_look_at = '2199-01-01' WHERE incident_id = '{own}'"
    assert siege.say("agent", late).changed == 1


def test_the_tags_of_ones_own_incident_are_read(siege: Siege) -> None:
    """The window does not show them to callers; those of others nobody is shown (`newest.py`)."""
    assert works(siege.say("requester", "SELECT tags, snoozed_until FROM incident WHERE id = '{own}'"))
    assert not siege.say("requester", "SELECT tags FROM incident WHERE id = '{foreign}'").rows


def test_an_administrator_lets_themself_in(siege: Siege) -> None:
    """They decide who is in which group; the audit trail shows that they did, and when."""
    join = "INSERT INTO group_member (group_id, person_id, joined_at) VALUES ('{personnel}', '{me}', now())"
    assert siege.say("admin", join, "SELECT 1 FROM incident WHERE id = '{secret}'").rows


def test_an_administrator_imports_a_past(siege: Siege) -> None:
    """It names its source, and the audit trail shows who brought it in."""
    entry = (
        "INSERT INTO journal_entry (id, incident_id, occurred_at, recorded_at, author_id, by_desk, kind, visibility,"
        " body, source) VALUES (gen_random_uuid(), '{own}', '2020-01-01', now(), '{agent_id}', true, 'imported',"
        " 'internal', 'Said long ago', 'old desk')"
    )
    assert works(siege.say("admin", entry))
    assert siege.say("supervisor", entry).refused


def test_the_owner_of_the_tables_may_everything(siege: Siege) -> None:
    """Only an anchor of the audit trail that is kept elsewhere shows what an owner changed."""
    rewritten = "UPDATE journal_entry SET body = 'Never said' WHERE incident_id = '{own}'"
    assert works(siege.say(OWNER, "SET session_replication_role = replica", rewritten))
