"""Parts of words on a shared desk: by an index where the server has trigrams, and the same without."""

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import create_engine, pool

from app.bootstrap import open_session
from app.infra.clock import SystemClock
from app.services.incidents.dto import NewIncident
from app.services.search.dto import Attempt, SearchQuery
from app.services.server.dto import Wanted
from app.services.server.setup import set_up
from app.services.server.trigrams import INDEX, bring_trigrams
from app.services.session import Session
from tests.services.test_own_logins import desk, set_password
from tests.support.databases import PREFIX
from tests.support.postgres import PostgresServer

__all__ = ["desk"]

_AVAILABLE = "SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'"
_PLAN = (
    "SET enable_seqscan = off; SET enable_indexscan = off;"
    " EXPLAIN SELECT id FROM incident WHERE lower(short_description) LIKE ANY (ARRAY['%db07%'])"
)


@pytest.fixture
def session(postgres_server: PostgresServer, desk: str) -> Iterator[Session]:
    """An administrator at a desk that `server init` has made."""
    set_password(postgres_server, desk, "ruth")
    found = open_session(postgres_server.url(desk, f"{PREFIX}_u_ruth"), "", SystemClock())
    yield found
    found.desk.close()


def has_trigrams(server: PostgresServer, database: str) -> bool:
    return bool(server.execute(_AVAILABLE, database=database))


def found_by(session: Session, text: str) -> list[str]:
    found = session.desk.search.find(session.actor, SearchQuery(text))
    assert found.attempt is Attempt.PARTS
    return [hit.title.text for group in found.groups for hit in group.hits]


def log(session: Session, *titles: str) -> None:
    for title in titles:
        session.desk.incidents.create(session.actor, NewIncident(session.desk.new_id(), title, session.actor.person_id))


def test_parts_are_found_by_an_index_and_the_same_without_one(
    postgres_server: PostgresServer, desk: str, session: Session
) -> None:
    log(session, "Rebooted srvdb07prod", "Paper jam", "Full disk on XSRVDB07B", "50%-off mail_box")
    titles = ["Full disk on XSRVDB07B", "Rebooted srvdb07prod"]
    assert found_by(session, "db07") == titles
    if has_trigrams(postgres_server, desk):
        with psycopg.connect(postgres_server.url(desk).replace("+psycopg", "")) as connection:
            cursor = connection.execute(_PLAN)
            while cursor.nextset():
                pass
            assert any(INDEX in str(row[0]) for row in cursor.fetchall())
    assert found_by(session, "il_bo") == ["50%-off mail_box"]
    postgres_server.execute(f"DROP INDEX IF EXISTS {INDEX}; DROP EXTENSION IF EXISTS pg_trgm", database=desk)
    assert found_by(session, "db07") == titles
    assert found_by(session, "il_bo") == ["50%-off mail_box"]


def test_setting_up_again_brings_the_index_back(postgres_server: PostgresServer, desk: str) -> None:
    postgres_server.execute(f"DROP INDEX IF EXISTS {INDEX}", database=desk)
    outcome = set_up(postgres_server.url(desk), Wanted())
    there = postgres_server.execute(f"SELECT to_regclass('{INDEX}') IS NOT NULL", database=desk)
    assert there == [(has_trigrams(postgres_server, desk),)]
    assert any("pg_trgm" in each for each in outcome.left_undone) is not there[0][0]


def test_who_may_not_make_the_extension_is_told_and_nothing_else_fails(
    postgres_server: PostgresServer, desk: str
) -> None:
    postgres_server.execute(f"DROP INDEX IF EXISTS {INDEX}; DROP EXTENSION IF EXISTS pg_trgm", database=desk)
    engine = create_engine(postgres_server.url(desk), poolclass=pool.NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"SET ROLE {PREFIX}_agent")
        assert bring_trigrams(connection)
        assert connection.exec_driver_sql("SELECT 1").scalar_one() == 1
    engine.dispose()
