"""Who sees the clocks of an incident: the rows say it themselves, kept by triggers, and never say it late.

That nobody may write it is tried by `families.py`; that every row says it right, by `test_visibility.py`.
"""

import pytest

from app.domain.vocabulary import Role
from tests.security.restricting import GROUP, HIDE, INCIDENT, LIFT, RESTRICT, after_both, count, counted_by
from tests.security.siege import MEMBER, OWNER, Siege

_CLOCKS = "SELECT count(*) FROM incident_clocks WHERE incident_id = '{%s}'"
_WRONG = (
    "SELECT count(*) FROM incident_clocks c JOIN incident i ON i.id = c.incident_id"
    " WHERE (c.restricted_group_id, c.caller_id) IS DISTINCT FROM (i.restricted_group_id, i.caller_id)"
)


def seen_by(siege: Siege, who: str, name: str, *before: str) -> int:
    """How many rows somebody sees after the owner did something, in one transaction."""
    return counted_by(siege, who, _CLOCKS % name, *before)


def test_a_restriction_hides_them_at_once_and_its_end_shows_them(siege: Siege) -> None:
    assert seen_by(siege, Role.ADMIN, "foreign") == 1
    assert seen_by(siege, Role.ADMIN, "foreign", RESTRICT) == 0
    assert seen_by(siege, MEMBER, "foreign", RESTRICT) == 1
    assert seen_by(siege, Role.ADMIN, "foreign", RESTRICT, LIFT) == 1


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
    assert count(siege, OWNER, RESTRICT, _WRONG) == 0


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_nobody_restricts_without_seeing_what_others_commit(level: str, siege: Siege) -> None:
    answer = siege.say(OWNER, f"SET TRANSACTION ISOLATION LEVEL {level}", RESTRICT)
    assert answer.state == "42501"


_COUNT = (
    "INSERT INTO incident_clocks (incident_id, policy_set, engine, checked_until)"
    f" VALUES ('{INCIDENT}', 'desk', '1', now())"
)


@pytest.mark.parametrize(("first", "second"), [(HIDE, _COUNT), (_COUNT, HIDE)])
def test_a_restriction_and_new_clocks_at_once(first: str, second: str, postgresql_database_url: str) -> None:
    """Whichever comes second waits for the other, so the clocks are never left open to everybody."""
    question = "SELECT restricted_group_id FROM incident_clocks"
    assert after_both(postgresql_database_url, first, second, question) == [(GROUP,)]
