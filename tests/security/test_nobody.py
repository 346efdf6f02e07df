"""Who has a login and is nobody at the desk: never was somebody, or has not changed a first password yet.

They are in a group role, so grants alone would let them in; the policies and functions give them nothing.
"""

from collections.abc import Iterator, Mapping

import psycopg
import pytest
from psycopg.rows import TupleRow

from app.domain.vocabulary import Role
from app.services.server.function_rights import FUNCTIONS
from app.services.server.grants import GRANTS
from tests.security.families import up_to
from tests.security.siege import Siege

STRANGER, NEWCOMER = "desk_u_admin5", "desk_u_agent0"
"""A login of the administrators that no person has; and that of an agent whose first password waits to be changed."""

OPEN = {"alembic_version", "audit_anchor", "desk.setup", "desk.transition", "desk.fallback", "heartbeat"}
"""What says nothing of anybody: versions, the digest of an anchor, the lifecycle, when a program last looked."""

FIRST_SAID = {
    "desk.standing",
    "desk.who",
    "desk.me",
    "desk.role",
    "desk.reads_all",
    "desk.works",
    "desk.own",
    "desk.groups",
}
"""What a program asks to learn that it is nobody."""


@pytest.fixture(params=[STRANGER, NEWCOMER])
def nobody(request: pytest.FixtureRequest, siege: Siege) -> Iterator["psycopg.Connection[TupleRow]"]:
    """A session of each kind of nobody; whatever it does is taken back."""
    login = str(request.param)
    known = siege.server.execute("SELECT login FROM person WHERE login = %s", login, database=siege.database)
    assert bool(known) == (login == NEWCOMER)
    account = "INSERT INTO desk.account (login, must_change) VALUES (%s, true)"
    account += " ON CONFLICT (login) DO UPDATE SET must_change = true"
    siege.server.execute(account, login, database=siege.database)
    url = siege.server.url(siege.database, login).replace("+psycopg", "")
    with psycopg.connect(url) as connection:
        yield connection
        connection.rollback()
    siege.server.execute("DELETE FROM desk.account WHERE login = %s", login, database=siege.database)


def _role(connection: "psycopg.Connection[TupleRow]") -> Role:
    return Role.ADMIN if connection.info.user == STRANGER else Role.AGENT


def _up_to(role: Role, by_role: Mapping[Role, str]) -> list[str]:
    return sorted(up_to(by_role, role))


def test_nobody_reads_a_row(nobody: "psycopg.Connection[TupleRow]", siege: Siege) -> None:
    seen, filled = [], 0
    for table, columns in GRANTS.items():
        readable = _up_to(_role(nobody), dict(columns.read))
        if readable and table not in OPEN:
            names = ", ".join(f'"{name}"' for name in readable)
            if nobody.execute(f"SELECT {names} FROM {table} LIMIT 1".encode()).fetchall():
                seen.append(table)
            rows = siege.server.execute(f"SELECT 1 FROM {table} LIMIT 1", database=siege.database)
            filled += bool(rows)
    assert not seen
    assert filled > 40, "there is something to see for who may"


def test_nobody_changes_a_row(nobody: "psycopg.Connection[TupleRow]") -> None:
    changed = []
    for table, columns in GRANTS.items():
        for name in _up_to(_role(nobody), dict(columns.update))[:1]:
            found = nobody.execute(f'UPDATE {table} SET "{name}" = "{name}"'.encode())
            if found.rowcount:
                changed.append(table)
    assert not changed


_ASKED = {
    "desk.next_number": "'incident', 1",
    "desk.attach": "gen_random_uuid(), '{own}', '{own_reply}', 'x', 'text/plain', 'x', '{agent_id}', now()",
    "desk.told": "'{own}'",
    "desk.opened": "'{own}', '{agent_id}', true",
    "desk.history_of": "'setting', 'escalation_chain', 9",
    "desk.audit_entries": "NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 9",
    "desk.count_audit_entries": "NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL",
    "desk.search": "'incident', 'printer'::tsquery, 'printer'::tsquery, NULL, NULL, 9",
    "desk.incidents_with": "'printer'::tsquery, ARRAY['incident', 'entry', 'person'], NULL",
    "desk.are_there": "ARRAY['printer'::tsquery], ARRAY['incident', 'entry', 'problem', 'article'], NULL",
    "desk.incidents_holding": "ARRAY['%'], NULL, 9",
    "desk.count_unfound": "'x', clock_timestamp()",
    "desk.common_words": "ARRAY['printer', 'mail', 'we']",
    "desk.drop_timer": "'watch', '{own}'",
    "desk.take_unfollowed": "'{own}'",
    "desk.forget_workers": "now()",
    "desk.forget_receipts": "now(), 9",
    "desk.retain": "'files', now(), 9",
    "desk.retention_count": "'files', NULL, now()",
    "desk.leave_incident": "gen_random_uuid()",
    "desk.remove_review_part": "'review_lesson', '{lesson}'",
    "desk.forget_hours": "'{agent_id}'",
    "desk.call_for_recount": "now()",
    "desk.leave_group": "'{personnel}', '{member_id}'",
    "desk.add_login": "'{neighbour_id}', 'desk_u_eve', 'x'",
    "desk.add_jobs_login": "'desk_u_eve', 'x'",
    "desk.remove_login": "'{member_id}'",
    "desk.remove_jobs_login": "'desk_u_jobs0'",
    "desk.reset_password": "'{member_id}', 'x'",
    "desk.change_role": "'{member_id}', 'admin'",
    "desk.let_time_go_on": "now()",
    "desk.logins": "",
    "desk.renew_search": "'incident', NULL, 9",
}
_GIVES_NOTHING = {"desk.change_my_password", "public.audit_take_anchor"}
"""What a newcomer has to do first, which takes a verifier alone (`beyond.py`); an anchor tells its number."""


def test_every_function_is_asked_by_nobody() -> None:
    assert {name for name, least in FUNCTIONS.items() if least} == {*_ASKED, *FIRST_SAID, *_GIVES_NOTHING}


@pytest.mark.parametrize("name", _ASKED)
def test_a_function_gives_nobody_anything(name: str, nobody: "psycopg.Connection[TupleRow]", siege: Siege) -> None:
    asked = f"SELECT * FROM {name}({_ASKED[name].format(**siege.names)}) AS found"
    try:
        rows = nobody.execute(asked.encode()).fetchall()
    except psycopg.errors.InsufficientPrivilege:
        return
    assert all(value in {None, "", False} for row in rows for value in row)
