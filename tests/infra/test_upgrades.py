"""Desks of every earlier schema come to the newest one with every row, whoever upgrades or writes meanwhile."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from app.bootstrap import open_session
from app.domain.actor import Actor
from app.domain.errors import Unavailable
from app.domain.vocabulary import Role
from app.infra import migrate
from app.infra.audit.renew import find_faults
from app.infra.backup import Reason, folder_of, list_backups
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.database_url import parse_url
from app.infra.unit_of_work import Store
from app.models.audited import SEALED, WATCHED
from app.services.incidents.queue_dto import QueueQuery
from tests.arch.source import ROOT
from tests.support import tampering
from tests.support.old_desks import (
    ADDED_TO_BY_UPGRADES,
    REVISIONS,
    columns_of,
    make_old_desk,
    read_rows,
    take_out_looks,
)
from tests.support.postgres import PostgresServer

ANYBODY = Actor("0" * 31 + "1", "Ruth Root", Role.ADMIN)


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_desk_of_every_earlier_schema_comes_to_the_newest_one(revision: str, blank_database_url: str) -> None:
    url = blank_database_url
    make_old_desk(url, revision)
    columns = columns_of(url)
    before = read_rows(url)
    assert len(before["incident"]) == 24
    migrate.upgrade(url)
    kept = {table: rows for table, rows in before.items() if table not in ADDED_TO_BY_UPGRADES}
    looks = take_out_looks(kept, columns.get("timer", []))
    assert read_rows(url, kept, columns) == kept
    beside = read_rows(url, {"incident_clocks": []}, {"incident_clocks": ["incident_id", "next_look_at"]})
    assert [row for row in beside["incident_clocks"] if row[1] != "None"] == looks
    for table in ADDED_TO_BY_UPGRADES & before.keys() - {"alembic_version"}:
        after = read_rows(url, {table: []}, columns)[table]
        assert len(after) >= len(before[table]), table
    _use(url)


def _use(url: str) -> None:
    """What was upgraded is a desk: it opens, shows and is written in, its triggers stand and its trail is whole."""
    session = open_session(url)
    desk, me = session.desk, session.actor
    try:
        total = desk.queue.summary(me, QueueQuery()).total
        assert total >= 18
        with desk.store.reading() as connection:
            assert find_faults(connection, WATCHED, SEALED) == []
        desk.people_admin.add_site(me, "Dock 3")
        verdict = desk.audit.verify(me)
        assert verdict.is_whole, verdict.findings
    finally:
        desk.close()


def test_a_file_is_backed_up_before_and_the_backup_is_the_old_desk(tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'desk.sqlite').as_posix()}"
    make_old_desk(url, REVISIONS[0])
    before = read_rows(url)
    migrate.upgrade(url)
    (kept,) = list_backups(folder_of(tmp_path / "desk.sqlite"), tmp_path / "desk.sqlite")
    assert (kept.reason, kept.schema, kept.counts["incident"]) == (Reason.UPGRADE, REVISIONS[0], 24)
    assert read_rows(f"sqlite:///{kept.path.as_posix()}") == before


# On a server


@pytest.fixture
def old_desk(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of a desk of an earlier schema on the server."""
    name = postgres_server.create()
    make_old_desk(postgres_server.url(name), REVISIONS[-1])
    yield postgres_server.url(name)
    postgres_server.drop(name)


def test_opening_a_desk_on_a_server_upgrades_nothing(old_desk: str) -> None:
    """Even where the login could: everybody is at that desk, and only its administrator has a backup."""
    before = read_rows(old_desk)
    with pytest.raises(Unavailable) as refused:
        open_session(old_desk)
    said = str(refused.value)
    name = parse_url(old_desk).database
    assert f"pg_dump -Fc -h 127.0.0.1 -p {parse_url(old_desk).port} -d {name} -f {name}-before-upgrade.dump" in said
    assert "main.py server init postgresql://postgres@127.0.0.1" in said
    assert read_rows(old_desk) == before


def test_a_login_without_the_right_to_upgrade_is_told_the_same(old_desk: str) -> None:
    with tampering.behind(parse_url(old_desk)) as owner:
        owner.execute("CREATE ROLE daily LOGIN")
        owner.execute("GRANT SELECT ON alembic_version TO daily")
    daily = parse_url(old_desk).set(username="daily").render_as_string(hide_password=False)
    try:
        with pytest.raises(Unavailable, match="An administrator makes a backup and upgrades it"):
            open_session(daily)
        with pytest.raises(Unavailable, match="your login may not upgrade it"):
            migrate.upgrade(daily)
    finally:
        with tampering.behind(parse_url(old_desk)) as owner:
            owner.execute("DROP OWNED BY daily")
            owner.execute("DROP ROLE daily")


NEWER = """
import sys
import alembic.command
from sqlalchemy import text
from app.infra import migrate

def to_a_newer_schema(config, _head):
    print("alone", flush=True)
    sys.stdin.readline()
    config.attributes["connection"].execute(text("UPDATE alembic_version SET version_num = '20991231_0001'"))

migrate.HEAD = "20991231_0001"
alembic.command.upgrade = to_a_newer_schema
migrate.upgrade(sys.argv[1])
"""
"""A program of the future that upgrades the desk, and waits in the middle of it to be told to go on."""

WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"


def count_up(connection: Connection) -> None:
    """Write something."""
    connection.execute(text("INSERT INTO number_counter (name, last) VALUES ('probe', 1)"))


def until_somebody_waits(server: PostgresServer, name: str) -> None:
    """Until somebody waits for a lock in the database."""
    deadline = time.monotonic() + 60
    while server.execute(WAITING, name) != [(1,)]:
        assert time.monotonic() < deadline


def test_nobody_writes_the_old_schema_into_the_new_one(
    postgres_server: PostgresServer, postgresql_database_url: str
) -> None:
    """Whoever began before is waited for; whoever comes meanwhile waits, and is then told."""
    name = str(parse_url(postgresql_database_url).database)
    database = Database(postgresql_database_url)
    store, refused = Store(database, SystemClock(), Bus()), list[str]()
    with store.writing(ANYBODY) as work:
        newer = subprocess.Popen(
            [sys.executable, "-c", NEWER, postgresql_database_url],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        until_somebody_waits(postgres_server, name)
        count_up(work.connection)
    assert newer.stdin is not None
    assert newer.stdout is not None
    assert newer.stdout.readline() == "alone\n"
    late = threading.Thread(target=_write_late, args=(store, refused))
    late.start()
    until_somebody_waits(postgres_server, name)
    newer.communicate("\n", timeout=60)
    late.join(60)
    assert len(refused) == 1
    assert "upgraded by a newer Mainstay while this program was open" in refused[0]
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM number_counter")).scalar_one() == 1
    database.close()


def _write_late(store: Store, refused: list[str]) -> None:
    try:
        with store.writing(ANYBODY) as work:
            count_up(work.connection)
    except Unavailable as error:
        refused.append(str(error))
