"""A desk in a file that is damaged, or was changed by another program, is found out and its backups are named."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap import open_session
from app.domain.errors import Unfit
from app.infra import damage
from app.infra.backup import back_up, folder_of
from app.infra.damage import backups_in_words, look_for_damage
from app.infra.database_url import parse_url
from app.services.incidents.dto import NewIncident
from app.services.session import Session
from tests.support.clock import DEFAULT_START, FrozenClock


@pytest.fixture
def session(sqlite_database_url: str, clock: FrozenClock) -> Iterator[Session]:
    made = open_session(sqlite_database_url, clock=clock)
    yield made
    made.desk.close()


@pytest.fixture
def path(sqlite_database_url: str) -> Path:
    return Path(str(parse_url(sqlite_database_url).database))


def log(session: Session) -> None:
    """One more incident."""
    session.desk.incidents.create(
        session.actor, NewIncident(session.desk.new_id(), "Printer jams", session.actor.person_id)
    )


def spoil_an_index(path: Path) -> None:
    """Take an entry out of an index behind SQLite's back: as a torn page would, and without any error in use."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_incident_state'").fetchone()
    content = bytearray(path.read_bytes())
    at = (page - 1) * 4096
    content[at + 3 : at + 5] = b"\x00\x00"
    path.write_bytes(content)


def test_a_whole_desk_passes(session: Session) -> None:
    log(session)
    session.desk.look_for_damage()


def test_a_missing_trigger_is_found_and_named(session: Session, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        triggers = "SELECT name FROM sqlite_master WHERE name LIKE 'audit_%' AND type = 'trigger'"
        (name,) = connection.execute(triggers).fetchone()
        connection.execute(f"DROP TRIGGER {name}")
        connection.commit()
    with pytest.raises(Unfit, match=f"The trigger {name} is missing") as found:
        session.desk.look_for_damage()
    assert "There is no backup in" in str(found.value)


def test_a_spoiled_index_is_found_before_a_backup_is_made_of_it(session: Session, path: Path) -> None:
    log(session)
    session.desk.close()
    spoil_an_index(path)
    with pytest.raises(Unfit, match="is damaged"):
        look_for_damage(path)


def test_a_look_that_takes_too_long_says_nothing(session: Session, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session.desk.close()
    spoil_an_index(path)
    monkeypatch.setattr(damage, "_STEPS", 1)
    look_for_damage(path, seconds=-1)


def test_a_file_that_does_not_open_is_refused_with_its_backups(
    session: Session, path: Path, sqlite_database_url: str
) -> None:
    log(session)
    older = back_up(path, folder_of(path), DEFAULT_START)
    log(session)
    newer = back_up(path, folder_of(path), DEFAULT_START + timedelta(days=1))
    session.desk.close()
    path.write_bytes(b"")
    with pytest.raises(Unfit) as refused:
        open_session(sqlite_database_url)
    said = str(refused.value)
    assert "is empty" in said
    assert f"{newer.made_at:%Y-%m-%d %H:%M} UTC with 2 incidents, and an older one lies beside it" in said
    assert str(newer.path) in said
    assert str(older.path) not in said


def test_one_backup_alone_is_told_as_one(session: Session, path: Path) -> None:
    log(session)
    made = back_up(path, folder_of(path), DEFAULT_START)
    assert backups_in_words(path) == (
        f"The newest backup is of {DEFAULT_START:%Y-%m-%d %H:%M} UTC with 1 incident: main.py restore {made.path}"
    )
