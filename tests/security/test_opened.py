"""The function that opens an incident gives nobody a column that they may not read, and to each what the tables give.

That it gives no row too much is tried by `reading.py`, and by `test_visibility.py` for every incident and everybody.
"""

from typing import Any

import pytest

from app.domain.vocabulary import Role
from app.services.server.grants import GRANTS
from tests.security.families import readable
from tests.security.siege import EVERYBODY, Siege

_REFERRED = (
    "opened_by assignee resolved_by group service configuration_item category subcategory site caller caller_site"
)
_NAMES = {"caller_job_title", "caller_is_vip", "made_sla", *(f"{what}_name" for what in _REFERRED.split())}
_OF_PEOPLE = {"caller_email", "caller_phone", "caller_handling_note"}


def opened(siege: Siege, who: str) -> dict[str, Any]:
    """The parts of the caller's incident as somebody opens it."""
    row = siege.say(who, "SELECT * FROM desk.opened('{own}', '{me}', true)").rows[0]
    return dict(zip(("head", "entries", "changes", "files", "links", "told"), row, strict=True))


@pytest.mark.parametrize("role", EVERYBODY)
def test_it_shows_the_columns_that_a_role_reads(role: Role, siege: Siege) -> None:
    head = opened(siege, role)["head"]
    assert {*head} - _NAMES - _OF_PEOPLE <= readable(GRANTS["incident"], role)
    assert all((head[name] is None) == (role is Role.REQUESTER) for name in _OF_PEOPLE)


_PARTS = {
    "entries": "SELECT id::text FROM journal_entry WHERE incident_id = '{own}' ORDER BY occurred_at, id",
    "changes": "SELECT entry_id::text FROM journal_change WHERE incident_id = '{own}'",
    "files": "SELECT id::text FROM attachment WHERE incident_id = '{own}'",
    "links": "SELECT id::text FROM incident_link WHERE '{own}' IN (source_id, target_id)",
}


@pytest.mark.parametrize("role", EVERYBODY)
@pytest.mark.parametrize("part", _PARTS)
def test_it_shows_the_rows_that_the_tables_show(part: str, role: Role, siege: Siege) -> None:
    by_policy = siege.say(role, _PARTS[part])
    assert not by_policy.refused
    found = [row[0] for row in opened(siege, role)[part] or ()]
    assert sorted(found) == sorted(row[0] for row in by_policy.rows)


def test_whoever_works_at_the_desk_may_look_with_the_eyes_of_nobody(siege: Siege) -> None:
    """A view that is not whole takes away; it never makes an agent the caller of anything."""
    answer = siege.say(Role.AGENT, "SELECT head FROM desk.opened('{own}', '{requester_id}', false)")
    assert answer.rows == ((None,),)


def test_a_caller_is_told_what_counts_without_its_text(siege: Siege) -> None:
    parts = opened(siege, Role.REQUESTER)
    by_itself = siege.say(Role.REQUESTER, "SELECT id::text FROM desk.told('{own}')")
    assert [row[0] for row in parts["told"]] == [row[0] for row in by_itself.rows]
    assert opened(siege, Role.AGENT)["told"] is None
