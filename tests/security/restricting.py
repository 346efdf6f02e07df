"""What becomes of rows that say themselves to which group their incident is restricted, when that changes."""

import threading
from functools import partial
from typing import Any, Final
from uuid import UUID

import psycopg

from tests.security.siege import OWNER, Siege

RESTRICT: Final = (
    "UPDATE incident SET restricted_group_id = '{personnel}', version = version + 1 WHERE id = '{foreign}'"
)
LIFT: Final = RESTRICT.replace("'{personnel}'", "NULL")
GROUP, INCIDENT = UUID("00000000-0000-7000-8000-000000000001"), UUID("00000000-0000-7000-8000-000000000002")
HIDE: Final = f"UPDATE incident SET restricted_group_id = '{GROUP}'"
_DESK: Final = f"""
INSERT INTO assignment_group (id, name) VALUES ('{GROUP}', 'Personnel');
INSERT INTO incident (id, number, short_description, reported_at, created_at, updated_at, impact, urgency,
                      computed_priority, priority, state)
    VALUES ('{INCIDENT}', 1, 'Dismissal', now(), now(), now(), 2, 2, 3, 3, 'new');
"""
_WAITS: Final = "SELECT 1 FROM pg_stat_activity WHERE pid = %s AND wait_event_type = 'Lock'"


def count(siege: Siege, who: str, *said: str) -> int:
    """The number that the last statement gives; whatever was done is taken back."""
    answer = siege.say(who, *said)
    assert not answer.refused, answer
    return int(answer.rows[0][0])


def counted_by(siege: Siege, who: str, question: str, *before: str) -> int:
    """The number that a question gives somebody after the owner did something, in one transaction."""
    become = f"SET LOCAL SESSION AUTHORIZATION '{siege.login(who)}'"
    return count(siege, OWNER, *before, "SET CONSTRAINTS ALL IMMEDIATE", become, question)


def after_both(url: str, first: str, second: str, question: str) -> list[tuple[Any, ...]]:
    """What a question gives after two statements at once, of which the second has to wait for the first.

    They are about a desk of one incident, which is made before.
    """
    connect = partial(psycopg.connect, url.replace("+psycopg", ""))
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
        return watch.execute(question.encode()).fetchall()
