"""A desk on a share: no write-ahead log, one writer, everybody else reads, and the way back to a local disk."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from app.bootstrap import make_timers, open_session
from app.domain.errors import NotAllowed, Unavailable
from app.infra import migrate
from app.infra.database import Database
from app.infra.database_url import parse_url
from app.infra.sharing import hold_of
from app.jobs.runner import RestingTimers
from app.services.incidents.queue_dto import QueueQuery
from app.services.people.dto import NewPerson
from tests.infra.test_lease import OTHER
from tests.support.clock import FrozenClock


@pytest.fixture(autouse=True)
def share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAINSTAY_FILE_SYSTEM", "share")


def path_of(url: str) -> Path:
    return Path(str(parse_url(url).database))


@pytest.fixture
def database(sqlite_database_url: str) -> Iterator[Database]:
    made = Database(sqlite_database_url, hold=hold_of(sqlite_database_url))
    yield made
    made.close()


def give_away(url: str) -> None:
    """Somebody else takes the lease."""
    path = path_of(url)
    path.with_name(f"{path.name}.lease").write_text(json.dumps(OTHER))


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "truncate"), ("synchronous", 3), ("mmap_size", 0), ("foreign_keys", 1)]
)
def test_pragmas_in_force(pragma: str, value: object, database: Database) -> None:
    with database.reading() as one, database.writing() as other:
        for connection in (one, other):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_there_is_never_a_write_ahead_log_on_a_share(sqlite_database_url: str, database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("INSERT INTO number_counter VALUES ('probe', 1)"))
        names = {path.name for path in path_of(sqlite_database_url).parent.iterdir()}
    assert not {name for name in names if name.endswith(("-wal", "-shm"))}


def test_a_desk_that_comes_back_to_a_local_disk_gets_its_log_again(
    sqlite_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database(sqlite_database_url, hold=(hold := hold_of(sqlite_database_url))).close()
    assert hold is not None
    assert path_of(sqlite_database_url).read_bytes()[18] == 1
    monkeypatch.setenv("MAINSTAY_FILE_SYSTEM", "local")
    Database(sqlite_database_url).close()
    assert path_of(sqlite_database_url).read_bytes()[18] == 2


def test_the_lease_is_looked_at_before_each_commit(sqlite_database_url: str, database: Database) -> None:
    def write(*, lose: bool) -> None:
        with database.writing() as connection:
            connection.execute(text("INSERT INTO number_counter VALUES ('probe', 1)"))
            if lose:
                give_away(sqlite_database_url)

    with pytest.raises(Unavailable, match="has taken over this desk"):
        write(lose=True)
    with pytest.raises(Unavailable, match="has taken over this desk"):
        write(lose=False)
    with closing(sqlite3.connect(path_of(sqlite_database_url))) as connection:
        assert connection.execute("SELECT count(*) FROM number_counter").fetchone() == (0,)


def test_the_second_computer_opens_the_desk_to_read(sqlite_database_url: str, clock: FrozenClock) -> None:
    first = open_session(sqlite_database_url, clock=clock)
    first.desk.people_admin.add_site(first.actor, "Dock 3")
    second = open_session(sqlite_database_url, clock=clock)
    hold = second.desk.hold
    assert hold is not None
    assert hold.is_read_only
    assert second.desk.queue.summary(second.actor, QueueQuery()).total == 0
    assert [site.label for site in second.desk.people.sites(second.actor)] == ["Dock 3"]
    with pytest.raises(Unavailable, match="This desk lies on a share"):
        second.desk.people_admin.add_person(second.actor, NewPerson(second.desk.new_id(), "Nina"))
    resting = make_timers(second, "jobs")
    assert isinstance(resting, RestingTimers)
    with pytest.raises(NotAllowed, match="No timers run here"):
        resting.once()
    second.desk.close()
    first.desk.people_admin.add_site(first.actor, "Dock 4")
    first.desk.close()
    third = open_session(sqlite_database_url, clock=clock)
    assert third.desk.hold is not None
    assert not third.desk.hold.is_read_only
    third.desk.close()
    assert not list(path_of(sqlite_database_url).parent.glob("*.lease*"))


def test_an_old_desk_is_not_upgraded_by_who_may_only_read(
    sqlite_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_away(sqlite_database_url)
    monkeypatch.setattr(migrate, "HEAD", "99999999_9999")
    with pytest.raises(Unavailable, match="older version and cannot be upgraded now"):
        open_session(sqlite_database_url)


def test_a_desk_that_does_not_open_gives_the_lease_back(sqlite_database_url: str) -> None:
    path_of(sqlite_database_url).write_bytes(b"")
    with pytest.raises(Unavailable, match="is empty"):
        open_session(sqlite_database_url)
    assert not list(path_of(sqlite_database_url).parent.glob("*.lease*"))


def test_a_new_desk_is_made_on_a_share(tmp_path: Path) -> None:
    session = open_session(f"sqlite:///{(tmp_path / 'new' / 'desk.sqlite').as_posix()}")
    session.desk.people_admin.add_site(session.actor, "Dock 3")
    session.desk.close()
