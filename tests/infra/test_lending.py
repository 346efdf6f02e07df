"""Connections to a file are lent again, and nobody finds what the one before left behind."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, text

from app.infra.counter import next_number
from app.infra.database import Database, driver_connection
from app.infra.lending import MOST_IDLE

LAST = text("SELECT last FROM number_counter WHERE name = 'incident'")


@pytest.fixture
def database(sqlite_database_url: str) -> Iterator[Database]:
    database = Database(sqlite_database_url)
    yield database
    database.close()


@pytest.fixture
def elsewhere(sqlite_database_url: str) -> Iterator[Database]:
    """The same desk in another program."""
    database = Database(sqlite_database_url)
    yield database
    database.close()


def count(database: Database) -> int:
    """Write: the next number."""
    with database.writing() as connection:
        return next_number(connection, "incident")


def last(connection: Connection) -> int:
    """Read the number that was given last."""
    return int(connection.execute(LAST).scalar_one())


def test_the_last_connection_serves_again_for_whatever_comes_next(database: Database) -> None:
    with database.reading() as connection:
        first = driver_connection(connection)
    with database.writing() as connection:
        assert driver_connection(connection) is first
    with database.snapshot() as connection:
        assert driver_connection(connection) is first
    with database.reading() as one, database.reading() as other:
        assert driver_connection(one) is first
        assert driver_connection(other) is not first


def test_a_reader_sees_what_was_written_after_the_snapshot_before(database: Database, elsewhere: Database) -> None:
    count(elsewhere)
    with database.snapshot() as connection:
        assert last(connection) == 1
        count(elsewhere)
        assert last(connection) == 1
    with database.reading() as connection:
        assert last(connection) == 2


def test_a_snapshot_that_failed_leaves_nothing_behind(database: Database, elsewhere: Database) -> None:
    count(elsewhere)
    with pytest.raises(ZeroDivisionError), database.snapshot() as connection:
        assert last(connection) // 0
    count(elsewhere)
    with database.reading() as connection:
        assert last(connection) == 2
    assert count(database) == 3


def test_a_command_that_failed_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.writing() as connection:
        assert next_number(connection, "incident") // 0
    assert count(database) == 1


def test_references_are_checked_again_after_work_that_was_trusted(database: Database) -> None:
    with database.writing(trusted=True):
        pass
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_who_is_connected_is_known_on_connections_that_were_there_before(database: Database) -> None:
    count(database)
    database.mark(desk_login_role="agent")
    for connect in (database.reading, database.writing):
        with connect() as connection:
            assert connection.get_execution_options()["desk_login_role"] == "agent"


def test_no_more_are_kept_than_are_needed_at_once(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    open_ones: set[int] = set()
    closed: list[Any] = []
    monkeypatch.setattr("app.infra.lending.Connection.close", _noted(closed))
    many = MOST_IDLE + 2
    met = threading.Barrier(many, timeout=30)

    def read() -> None:
        with database.reading() as connection:
            open_ones.add(id(driver_connection(connection)))
            met.wait()

    threads = [threading.Thread(target=read) for _ in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(open_ones) == many
    assert len(closed) == many - MOST_IDLE


def _noted(closed: list[Any]) -> Any:
    close = Connection.close

    def note(connection: Connection) -> None:
        closed.append(connection)
        close(connection)

    return note


def test_a_connection_that_comes_back_after_the_desk_was_closed_is_not_lent_again(database: Database) -> None:
    with database.reading() as connection:
        driver = driver_connection(connection)
        database.close()
    with database.reading() as connection:
        assert driver_connection(connection) is not driver
