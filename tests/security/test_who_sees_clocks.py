"""Who sees the clocks of an incident: the rows say it themselves, kept by triggers, and never say it late.

That nobody may write it is tried by `families.py`; that every row says it right, by `test_visibility.py`.
"""

import threading
from functools import partial
from uuid import UUID

import psycopg
import pytest

from app.domain.vocabulary import Role
from tests.security.siege import MEMBER, OWNER, Siege

_CLOCKS = "SELECT count(*) FROM incident_clocks WHERE incident_id = '{%s}'"
_RESTRICT = "UPDATE incident SET restricted_group_id = '{personnel}', version = version + 1 WHERE id = '{foreign}'"
_WRONG = (
    "SELECT count(*) FROM incident_clocks c JOIN incident i ON i.id = c.incident_id"
    " WHERE (c.restricted_group_id, c.caller_id) IS DISTINCT FROM (i.restricted_group_id, i.caller_id)"
)


def count(siege: Siege, who: str, *said: str) -> int:
    """The number that the last statement gives; whatever was done is taken back."""
    answer = siege.say(who, *said)
    assert not answer.refused, answer
    return int(answer.rows[0][0])


def seen_by(siege: Siege, who: str, name: str, *before: str) -> int:
    """How many rows somebody sees after the owner did something, in one transaction."""
    now = "SET CONSTRAINTS ALL IMMEDIATE"
    become = f"SET LOCAL SESSION AUTHORIZATION '{siege.login(who)}'"
    return count(siege, OWNER, *before, now, become, _CLOCKS % name)


def test_a_restriction_hides_them_at_once_and_its_end_shows_them(siege: Siege) -> None:
    lift = _RESTRICT.replace("'{personnel}'", "NULL")
    assert seen_by(siege, Role.ADMIN, "foreign") == 1
    assert seen_by(siege, Role.ADMIN, "foreign", _RESTRICT) == 0
    assert seen_by(siege, MEMBER, "foreign", _RESTRICT) == 1
    assert seen_by(siege, Role.ADMIN, "foreign", _RESTRICT, lift) == 1


def test_they_go_with_the_caller(siege: Siege) -> None:
    hand = "UPDATE incident SET caller_id = '{requester_id}', version = version + 1 WHERE id = '{foreign}'"
    assert seen_by(siege, Role.REQUESTER, "foreign") == 0
    assert seen_by(siege, Role.REQUESTER, "foreign", hand) == 1
    assert seen_by(siege, "neighbour", "foreign") == 1
    assert seen_by(siege, "neighbour", "foreign", hand) == 0


def test_clocks_that_are_made_later_say_it_too(siege: Siege) -> None:
    anew = (
        "CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT * FROM incident_clocks WHERE incident_id = '{secret}'",
        "DELETE FROM incident_clocks WHERE incident_id = '{secret}'",
        "UPDATE kept SET restricted_group_id = NULL, caller_id = '{requester_id}'",
        "INSERT INTO incident_clocks SELECT * FROM kept",
    )
    assert seen_by(siege, Role.ADMIN, "secret", *anew) == 0
    assert seen_by(siege, Role.REQUESTER, "secret", *anew) == 0
    assert seen_by(siege, MEMBER, "secret", *anew) == 1


def test_every_row_says_the_same_as_its_incident(siege: Siege) -> None:
    assert count(siege, OWNER, _WRONG) == 0
    assert count(siege, OWNER, _RESTRICT, _WRONG) == 0


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_nobody_restricts_without_seeing_what_others_commit(level: str, siege: Siege) -> None:
    answer = siege.say(OWNER, f"SET TRANSACTION ISOLATION LEVEL {level}", _RESTRICT)
    assert answer.state == "42501"


_GROUP, _INCIDENT = "00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"
_DESK = f"""
INSERT INTO assignment_group (id, name) VALUES ('{_GROUP}', 'Personnel');
INSERT INTO incident (id, number, short_description, reported_at, created_at, updated_at, impact, urgency,
                      computed_priority, priority, state)
    VALUES ('{_INCIDENT}', 1, 'Dismissal', now(), now(), now(), 2, 2, 3, 3, 'new');
"""
_HIDE = f"UPDATE incident SET restricted_group_id = '{_GROUP}'"
_COUNT = (
    "INSERT INTO incident_clocks (incident_id, policy_set, engine, checked_until)"
    f" VALUES ('{_INCIDENT}', 'desk', '1', now())"
)
_WAITS = "SELECT 1 FROM pg_stat_activity WHERE pid = %s AND wait_event_type = 'Lock'"


@pytest.mark.parametrize(("first", "second"), [(_HIDE, _COUNT), (_COUNT, _HIDE)])
def test_a_restriction_and_new_clocks_at_once(first: str, second: str, postgresql_database_url: str) -> None:
    """Whichever comes second waits for the other, so the clocks are never left open to everybody."""
    connect = partial(psycopg.connect, postgresql_database_url.replace("+psycopg", ""))
    with connect(autocommit=True) as watch, connect() as one, connect() as other:
        watch.execute(_DESK.encode())
        one.execute(first.encode())
        waiting = threading.Thread(target=other.execute, args=(second.encode(),))
        waiting.start()
        try:
            while waiting.is_alive() and not watch.execute(_WAITS, (other.info.backend_pid,)).fetchone():
                pass
            assert waiting.is_alive()
        finally:
            one.commit()
            waiting.join()
        other.commit()
        assert watch.execute("SELECT restricted_group_id FROM incident_clocks").fetchone() == (UUID(_GROUP),)
