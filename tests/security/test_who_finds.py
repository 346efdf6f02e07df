"""Who finds an incident by its words: what can be found says itself who may see it, and never says it late.

That nobody may write or read it is tried by `latest.py`.
"""

import threading
from functools import partial
from uuid import UUID

import psycopg
import pytest

from app.domain.vocabulary import Role
from tests.security.siege import FOREIGN, MEMBER, OWNER, SECRET, Siege
from tests.security.test_who_sees_clocks import count

_RESTRICT = "UPDATE incident SET restricted_group_id = '{personnel}', version = version + 1 WHERE id = '{foreign}'"
_LIFT = _RESTRICT.replace("'{personnel}'", "NULL")
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
    become = f"SET LOCAL SESSION AUTHORIZATION '{siege.login(who)}'"
    said = (f"SELECT {' + '.join(f'({each})' for each in kinds)}", _BY["filter"] % (word, name))
    now = "SET CONSTRAINTS ALL IMMEDIATE"
    return [count(siege, OWNER, *before, now, become, each) > 0 for each in said]


def test_a_restriction_hides_words_at_once_and_its_end_shows_them(siege: Siege) -> None:
    assert finds(siege, Role.ADMIN, "foreign", FOREIGN) == [True, True]
    assert finds(siege, Role.ADMIN, "foreign", FOREIGN, _RESTRICT) == [False, False]
    assert finds(siege, MEMBER, "foreign", FOREIGN, _RESTRICT) == [True, True]
    assert finds(siege, Role.ADMIN, "foreign", FOREIGN, _RESTRICT, _LIFT) == [True, True]


def test_what_is_restricted_is_found_by_its_group_only(siege: Siege) -> None:
    assert finds(siege, MEMBER, "secret", SECRET) == [True, True]
    for who in (Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.REQUESTER):
        assert finds(siege, who, "secret", SECRET) == [False, False]


def test_everything_says_the_same_as_its_incident(siege: Siege) -> None:
    assert count(siege, OWNER, "SELECT count(*) FROM desk.search_document WHERE restricted_group_id IS NOT NULL") > 0
    assert count(siege, OWNER, _WRONG) == 0
    assert count(siege, OWNER, _RESTRICT, _WRONG) == 0


def test_what_says_it_wrong_is_noticed_and_mended(siege: Siege) -> None:
    spoil = "UPDATE desk.search_document SET restricted_group_id = NULL WHERE incident_id = '{secret}'"
    check = "SELECT coalesce(sum(stale), 0)::integer FROM desk.check_search()"
    mend = tuple(f"SELECT desk.renew_search('{kind}', NULL, 100000)" for kind in ("incident", "entry", "review"))
    assert count(siege, OWNER, check) == 0
    assert count(siege, OWNER, spoil, check) > 0
    assert count(siege, OWNER, spoil, *mend, check) == 0
    assert count(siege, OWNER, spoil, *mend, _WRONG) == 0


_GROUP, _INCIDENT = "00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"
_DESK = f"""
INSERT INTO assignment_group (id, name) VALUES ('{_GROUP}', 'Personnel');
INSERT INTO incident (id, number, short_description, reported_at, created_at, updated_at, impact, urgency,
                      computed_priority, priority, state)
    VALUES ('{_INCIDENT}', 1, 'Dismissal', now(), now(), now(), 2, 2, 3, 3, 'new');
"""
_HIDE = f"UPDATE incident SET restricted_group_id = '{_GROUP}'"
_NOTE = (
    "INSERT INTO journal_entry (id, incident_id, occurred_at, recorded_at, by_desk, kind, visibility, body)"
    f" VALUES (gen_random_uuid(), '{_INCIDENT}', now(), now(), true, 'work_note', 'internal', 'Talked to her')"
)
_WAITS = "SELECT 1 FROM pg_stat_activity WHERE pid = %s AND wait_event_type = 'Lock'"


@pytest.mark.parametrize(("first", "second"), [(_HIDE, _NOTE), (_NOTE, _HIDE)])
def test_a_restriction_and_a_note_at_once(first: str, second: str, postgresql_database_url: str) -> None:
    """Whichever comes second waits for the other, so no word is ever left for everybody to find."""
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
        found = watch.execute("SELECT kind, restricted_group_id FROM desk.search_document ORDER BY kind").fetchall()
        assert found == [("entry", UUID(_GROUP)), ("incident", UUID(_GROUP))]
