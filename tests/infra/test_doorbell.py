"""The doorbell rings when others have written, once a transaction, and a cut line says so."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import Away, Unavailable
from app.infra.database import Database
from app.infra.doorbell import CHANGE, PRESENCE, open_line
from tests.support.databases import upgrade
from tests.support.postgres import PostgresServer

ROOT = Path(__file__).resolve().parents[2]
LONG = 30.0
ADD_SITES = """
import sys
from app.infra.database import Database
database = Database(sys.argv[1])
with database.writing() as connection:
    for number in range(3):
        connection.exec_driver_sql(f"INSERT INTO site (id, name) VALUES ('{number:032x}', 'Pier {number}')")
database.close()
"""


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The desk of the test."""
    found = Database(database_url)
    yield found
    found.close()


def test_it_rings_when_another_program_has_written(database: Database, database_url: str) -> None:
    with open_line(database) as line:
        ran = subprocess.run([sys.executable, "-c", ADD_SITES, database_url], cwd=ROOT, timeout=60, check=False)
        assert ran.returncode == 0
        assert line.wait(LONG) == {CHANGE}
        assert line.wait(0) == frozenset()


def test_it_rings_once_a_transaction(postgresql_database_url: str) -> None:
    database = Database(postgresql_database_url)
    with database.apart() as listening:
        listening.exec_driver_sql(f"LISTEN {CHANGE}")
        with database.writing() as connection:
            for number in range(5):
                connection.exec_driver_sql(f"INSERT INTO site (id, name) VALUES ('{number:032x}', 'Pier {number}')")
            connection.exec_driver_sql("UPDATE site SET active = false")
        raw: Any = listening.connection.driver_connection
        assert [(note.channel, note.payload) for note in raw.notifies(timeout=LONG, stop_after=1)] == [(CHANGE, "")]
        assert not list(raw.notifies(timeout=0))
    database.close()


def test_a_quiet_transaction_rings_nobody(postgresql_database_url: str) -> None:
    database = Database(postgresql_database_url)
    with open_line(database) as line:
        with database.writing() as connection:
            connection.exec_driver_sql("SET LOCAL mainstay.quiet = 'on'")
            connection.exec_driver_sql(f"INSERT INTO site (id, name) VALUES ('{1:032x}', 'Pier')")
        with database.writing() as connection:
            connection.exec_driver_sql(f"NOTIFY {PRESENCE}")
        assert line.wait(LONG) == {PRESENCE}
    database.close()


def test_a_knock_ends_the_waiting(database: Database) -> None:
    with open_line(database) as line:
        knocking = threading.Thread(target=line.knock)
        knocking.start()
        assert line.wait(LONG) == frozenset()
        knocking.join()


def test_whoever_knocks_too_late_disturbs_nobody(database: Database) -> None:
    with open_line(database) as line:
        pass
    line.knock()


def test_what_rings_during_a_statement_is_kept(postgresql_database_url: str) -> None:
    database = Database(postgresql_database_url)
    with open_line(database) as line:
        with database.writing() as connection:
            connection.exec_driver_sql(f"INSERT INTO site (id, name) VALUES ('{1:032x}', 'Pier')")
        line.connection.exec_driver_sql("SELECT 1")
        assert line.wait(LONG) == {CHANGE}
    database.close()


def test_a_line_that_was_cut_says_so(postgres_server: PostgresServer, postgresql_database_url: str) -> None:
    database = Database(postgresql_database_url)
    with pytest.raises(Away, match="broke"):
        _wait_on_a_cut_line(database, postgres_server)
    database.close()


def _wait_on_a_cut_line(database: Database, server: PostgresServer) -> None:
    with open_line(database) as line:
        pid = line.connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        server.execute(f"SELECT pg_terminate_backend({pid})")
        while True:
            line.wait(LONG)


def test_a_database_that_is_away_says_so(postgres_server: PostgresServer) -> None:
    name = postgres_server.create()
    upgrade(postgres_server.url(name))
    database = Database(postgres_server.url(name))
    postgres_server.drop(name)
    with pytest.raises(Unavailable), open_line(database):
        pass
    database.close()


def test_one_line_is_one_connection(postgres_server: PostgresServer, postgresql_database_url: str) -> None:
    """Two of the pool and the line: a program never has more than three connections."""
    database = Database(postgresql_database_url)
    with open_line(database), database.reading() as one, database.writing() as two:
        assert one.exec_driver_sql("SELECT 1").scalar_one() == two.exec_driver_sql("SELECT 1").scalar_one()
        rows = postgres_server.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = %s", str(database.url.database)
        )
        assert rows == [(3,)]
        assert database._engine.pool.size() + database._engine.pool._max_overflow == 2  # type: ignore[attr-defined]  # a QueuePool
    database.close()
