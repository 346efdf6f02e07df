"""Who finds an incident by its words: what can be found says itself who may see it, and never says it late.

That nobody may write or read it is tried by `latest.py`.
"""

import pytest

from app.domain.vocabulary import Role
from tests.security.restricting import GROUP, HIDE, INCIDENT, LIFT, RESTRICT, after_both, count, counted_by
from tests.security.siege import FOREIGN, MEMBER, OWNER, SECRET, Siege

_WRONG = (
    "SELECT count(*) FROM desk.search_document d JOIN incident i ON i.id = d.incident_id"
    " WHERE d.restricted_group_id IS DISTINCT FROM i.restricted_group_id"
)
_BY = {
    "search": "SELECT count(*) FROM desk.search('%s', '%s', '%s', NULL, NULL, 100) WHERE incident_id = '{%s}'",
    "filter": "SELECT count(*) FROM desk.incidents_with('%s', ARRAY['incident', 'entry'], NULL) AS found"
    " WHERE found = '{%s}'",
}


def finds(siege: Siege, who: str, name: str, word: str, *before: str) -> list[bool]:
    """Whether somebody finds an incident by a word, by a search and by a filter, after the owner did something."""
    kinds = (_BY["search"] % (kind, word, word, name) for kind in ("incident", "entry"))
    said = (f"SELECT {' + '.join(f'({each})' for each in kinds)}", _BY["filter"] % (word, name))
    return [counted_by(siege, who, each, *before) > 0 for each in said]


def test_a_restriction_hides_words_at_once_and_its_end_shows_them(siege: Siege) -> None:
    assert finds(siege, Role.ADMIN, "foreign", FOREIGN) == [True, True]
    assert finds(siege, Role.ADMIN, "foreign", FOREIGN, RESTRICT) == [False, False]
    assert finds(siege, MEMBER, "foreign", FOREIGN, RESTRICT) == [True, True]
    assert finds(siege, Role.ADMIN, "foreign", FOREIGN, RESTRICT, LIFT) == [True, True]


def test_what_is_restricted_is_found_by_its_group_only(siege: Siege) -> None:
    assert finds(siege, MEMBER, "secret", SECRET) == [True, True]
    for who in (Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.REQUESTER):
        assert finds(siege, who, "secret", SECRET) == [False, False]


def test_everything_says_the_same_as_its_incident(siege: Siege) -> None:
    assert count(siege, OWNER, "SELECT count(*) FROM desk.search_document WHERE restricted_group_id IS NOT NULL") > 0
    assert count(siege, OWNER, _WRONG) == 0
    assert count(siege, OWNER, RESTRICT, _WRONG) == 0


def test_what_says_it_wrong_is_noticed_and_mended(siege: Siege) -> None:
    spoil = "UPDATE desk.search_document SET restricted_group_id = NULL WHERE incident_id = '{secret}'"
    check = "SELECT coalesce(sum(stale), 0)::integer FROM desk.check_search()"
    mend = tuple(f"SELECT desk.renew_search('{kind}', NULL, 100000)" for kind in ("incident", "entry", "review"))
    assert count(siege, OWNER, check) == 0
    assert count(siege, OWNER, spoil, check) > 0
    assert count(siege, OWNER, spoil, *mend, check) == 0
    assert count(siege, OWNER, spoil, *mend, _WRONG) == 0


_NOTE = (
    "INSERT INTO journal_entry (id, incident_id, occurred_at, recorded_at, by_desk, kind, visibility, body)"
    f" VALUES (gen_random_uuid(), '{INCIDENT}', now(), now(), true, 'work_note', 'internal', 'Talked to her')"
)


@pytest.mark.parametrize(("first", "second"), [(HIDE, _NOTE), (_NOTE, HIDE)])
def test_a_restriction_and_a_note_at_once(first: str, second: str, postgresql_database_url: str) -> None:
    """Whichever comes second waits for the other, so no word is ever left for everybody to find."""
    question = "SELECT kind, restricted_group_id FROM desk.search_document ORDER BY kind"
    assert after_both(postgresql_database_url, first, second, question) == [("entry", GROUP), ("incident", GROUP)]
