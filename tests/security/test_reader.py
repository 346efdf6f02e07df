"""A reader with psql: they read what an agent reads, and write what is theirs alone, whatever table they try."""

from collections.abc import Iterator

import pytest

from app.domain.vocabulary import Role
from app.services.server.function_rights import FOR_READERS, callers
from app.services.server.grants import GRANTS, OWN
from tests.security.families import readable, up_to
from tests.security.siege import MEMBER, OWNER, Siege
from tests.support.databases import PREFIX

READER = Role.READER
_GROUP = f"{PREFIX}_reader"
_NOT_THEIRS = "42501"
_NOBODYS = {("change_feed", "id"): ("428C9",)}
"""What nobody inserts or changes, whatever their rights; the server says so first."""
_AS_MANY = sorted(
    table
    for table, columns in GRANTS.items()
    # What is somebody's own is told to nobody else, and a receipt only to who leaves it.
    if readable(columns, READER) and table not in {*OWN, "burst_answer"}
)
_NOW = "FROM (SELECT clock_timestamp()) AS m (t)"
_VIEW = (
    "INSERT INTO saved_view (id, name, icon, filter_text, columns, sort, descending, group_by, owner_id, share,"
    " group_id, notifies, position, created_at, updated_at, changed_by_id) SELECT gen_random_uuid(), 'Mine', 'list',"
    " 'is:open', '[]', 'number', true, 'none', '{me}'::uuid, %s, false, 1, m.t, m.t, '{me}'::uuid " + _NOW
)
_TOLD = (
    "INSERT INTO notification (id, dedupe_key, person_id, incident_id, kind, is_urgent, title, body, created_at,"
    " deliver_at) SELECT gen_random_uuid(), 'mine', %s, false, 'x', 'x', m.t, m.t " + _NOW
)
_FOLLOW = "INSERT INTO incident_follower (incident_id, person_id, following, seen_version) VALUES (%s, true, 1)"
_STAR = "INSERT INTO saved_view_star (person_id, view_id, starred) VALUES (%s, true)"


def test_what_is_theirs_is_a_short_list() -> None:
    assert set(OWN) == {
        "saved_view", "saved_view_star", "incident_follower", "notification", "command_receipt", "unread_mark"
    }  # fmt: skip


@pytest.mark.parametrize("table", _AS_MANY)
def test_they_read_the_rows_that_an_agent_reads(table: str, siege: Siege) -> None:
    columns = ", ".join(f'"{name}"' for name in sorted(readable(GRANTS[table], READER)))
    asked = f"SELECT {columns} FROM {table}"
    theirs, agents = siege.say(READER, asked), siege.say(Role.AGENT, asked)
    assert not theirs.refused
    assert sorted(map(repr, theirs.rows)) == sorted(map(repr, agents.rows))


def test_there_are_rows_to_be_read(siege: Siege) -> None:
    filled = [table for table in _AS_MANY if siege.say(READER, f"SELECT count(*) FROM {table}").rows[0][0]]
    assert {"incident", "journal_entry", "problem", "article", "person"} <= set(filled)


@pytest.mark.parametrize("table", [table for table in GRANTS if table not in OWN])
def test_a_table_of_the_desk_takes_nothing_from_them(table: str, siege: Siege) -> None:
    """Neither a row, nor a change, nor an end; with columns that exist, so that it is the right that is missing."""
    columns = GRANTS[table]
    names = [*columns.read.values(), *columns.insert.values(), *columns.update.values(), columns.hidden]
    for name in dict.fromkeys(" ".join(names).split()):
        for sql in (
            f'INSERT INTO {table} ("{name}") SELECT NULL WHERE false',
            f'UPDATE {table} SET "{name}" = NULL WHERE false',
            f"DELETE FROM {table} WHERE false",
            f'SELECT "{name}" FROM {table} FOR UPDATE',
        ):
            assert siege.say(READER, sql).state in {_NOT_THEIRS, *_NOBODYS.get((table, name), ())}, sql


@pytest.fixture
def granted(siege: Siege) -> Iterator[Siege]:
    """The same desk after somebody granted readers every column by mistake."""
    for act in ("INSERT", "UPDATE"):
        siege.server.execute(f"GRANT {act} ON ALL TABLES IN SCHEMA public TO {_GROUP}", database=siege.database)
    yield siege
    for act in ("INSERT", "UPDATE"):
        # By which the columns go as well, so those that are theirs are granted anew.
        siege.server.execute(f"REVOKE {act} ON ALL TABLES IN SCHEMA public FROM {_GROUP}", database=siege.database)
    for table in OWN:
        for act, by_role in (("INSERT", GRANTS[table].insert), ("UPDATE", GRANTS[table].update)):
            names = ", ".join(sorted(up_to(by_role, READER)))
            if names:
                grant = f"GRANT {act} ({names}) ON {table} TO {_GROUP}"
                siege.server.execute(grant, database=siege.database)


def test_the_policies_hold_where_a_grant_was_made_by_mistake(granted: Siege) -> None:
    changed, tried = [], 0
    for table, columns in GRANTS.items():
        if table in OWN or "." in table or table == "alembic_version":
            continue
        for name in sorted(readable(columns, READER) - {"id"})[:1]:
            said = f'UPDATE {table} SET "{name}" = "{name}"'
            theirs = granted.say(READER, said)
            tried += bool(granted.server.execute(f"SELECT 1 FROM {table} LIMIT 1", database=granted.database))
            if not theirs.refused and theirs.changed:
                changed.append(table)
    assert not changed
    assert tried > 40, "there is something that could be changed"


@pytest.mark.parametrize(
    "said",
    [
        (
            "INSERT INTO problem (id, number, title, state, created_at, updated_at)"
            " VALUES (gen_random_uuid(), 77, 'x', 'new', clock_timestamp(), clock_timestamp())"
        ),
        (
            "INSERT INTO presence (window_id, person_id, incident_id, doing, seen_at)"
            " VALUES (gen_random_uuid(), '{me}', '{own}', 'viewing', now())"
        ),
        (
            "INSERT INTO incident_link (id, source_id, target_id, kind, created_at, created_by_id)"
            " VALUES (gen_random_uuid(), '{own}', '{foreign}', 'related', clock_timestamp(), '{me}')"
        ),
        (
            "INSERT INTO heartbeat (worker_id, worker, program, person_id, started_at, last_tick_at, fired)"
            " VALUES (gen_random_uuid(), 'x', 'window', '{me}', clock_timestamp(), clock_timestamp(), 0)"
        ),
    ],
)
def test_nor_is_a_row_added_then(said: str, granted: Siege) -> None:
    assert granted.say(READER, said).state == _NOT_THEIRS


def test_they_call_what_reads_and_their_own_password(siege: Siege) -> None:
    assert {name for name in FOR_READERS if READER not in callers(name)} == set()
    for said in (
        "desk.next_number('incident', 1)",
        "desk.drop_timer('watch', '{own}')",
        "desk.take_unfollowed('{own}')",
        "desk.count_unfound('x', clock_timestamp())",
        "desk.change_role('{me}', 'admin')",
    ):
        assert siege.say(READER, f"SELECT {said}").state == _NOT_THEIRS


@pytest.mark.parametrize("said", [
    _VIEW % "'own', NULL",
    _TOLD % "'{me}'::uuid, '{own}'::uuid, 'followed'",
    _FOLLOW % "'{own}', '{me}'",
    "INSERT INTO command_receipt (id, done_at) VALUES (gen_random_uuid(), clock_timestamp())",
])  # fmt: skip
def test_what_is_theirs_they_write(said: str, siege: Siege) -> None:
    assert not siege.say(READER, said).refused


@pytest.mark.parametrize("said", [
    _VIEW % "'all', NULL",
    _VIEW % "'team', '{service_desk}'::uuid",
    (_VIEW % "'own', NULL").replace("'{me}'::uuid, 'own'", "'{agent_id}'::uuid, 'own'"),
    _TOLD % "'{agent_id}'::uuid, '{own}'::uuid, 'followed'",
    _TOLD % "'{me}'::uuid, '{own}'::uuid, 'rule'",
    _TOLD % "'{me}'::uuid, '{secret}'::uuid, 'followed'",
    _FOLLOW % "'{own}', '{agent_id}'",
    _FOLLOW % "'{secret}', '{me}'",
    _STAR % "'{agent_id}', '{hidden_view}'",
    _STAR % "'{me}', '{hidden_view}'",
])  # fmt: skip
def test_what_looks_like_theirs_and_is_not_they_do_not(said: str, siege: Siege) -> None:
    assert siege.say(READER, said).state == _NOT_THEIRS


@pytest.mark.parametrize("table", [table for table in OWN if GRANTS[table].update])
def test_what_is_somebody_elses_of_the_kind_stays(table: str, siege: Siege) -> None:
    name = min(up_to(GRANTS[table].update, READER))
    said = f'UPDATE {table} SET "{name}" = "{name}"'
    assert siege.say(READER, said).changed == 0
    assert siege.say(OWNER, "SET session_replication_role = replica", said).changed > 0, "there is something"


_ASSIGN = (
    "UPDATE incident SET assignee_id = '{reader_id}', version = version + 1, updated_by_id = '{me}',"
    " updated_at = clock_timestamp() WHERE id = '{own}'"
)
_JOIN = "INSERT INTO group_member (group_id, person_id, joined_at) VALUES ('{service_desk}', '{reader_id}', now())"


@pytest.mark.parametrize(("who", "said"), [(Role.AGENT, _ASSIGN), (Role.ADMIN, _ASSIGN), (Role.ADMIN, _JOIN)])
def test_nobody_gives_them_work(who: Role, said: str, siege: Siege) -> None:
    """The database refuses it to everybody, an administrator too."""
    answer = siege.say(who, said)
    assert (answer.state, "works on nothing" in answer.sentence) == (_NOT_THEIRS, True)


def test_whoever_has_work_or_a_group_is_made_no_reader(siege: Siege) -> None:
    refused = siege.say(Role.ADMIN, "SELECT desk.change_role('{member_id}', 'reader')")
    assert (refused.state, "hand their open work on" in refused.sentence) == (_NOT_THEIRS, True)
    assert not siege.say(Role.ADMIN, "SELECT desk.change_role('{neighbour_id}', 'reader')").refused


def test_a_hidden_incident_stays_hidden(siege: Siege) -> None:
    asked = "SELECT 1 FROM incident WHERE id = '{secret}'"
    assert siege.say(MEMBER, asked).rows
    assert not siege.say(READER, asked).rows
