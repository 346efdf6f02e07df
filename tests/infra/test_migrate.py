"""A database comes to the newest schema whole, whoever starts first and whoever is killed on the way."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Engine, create_engine, inspect, pool, text
from sqlalchemy.exc import DBAPIError

from app.domain.errors import Unavailable
from app.infra import migrate
from app.infra.backup import Reason, folder_of, list_backups
from app.infra.database import Database
from app.infra.database_url import parse_url
from app.models import (
    audit,
    catalogue,
    checklists,
    clocks,
    escalation,
    handover,
    incident,
    knowledge,
    live,
    macros,
    people,
    problem,
    receipts,
    review,
    secrets,
    suggestion,
    templates,
    timers,
    views,
    writing_help,
)  # fmt: skip
from app.models.base import metadata
from tests.support.databases import sqlite_url

ROOT = Path(__file__).resolve().parents[2]
TABLE_MODULES = (
    audit, catalogue, checklists, clocks, escalation, handover, incident, knowledge, live, macros, people, problem,
    receipts, review, secrets, suggestion, templates, timers, views, writing_help,
)  # fmt: skip


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """An engine without a pool."""
    engine = create_engine(parse_url(url), poolclass=pool.NullPool)
    yield engine
    engine.dispose()


def tables(url: str) -> set[str]:
    """The names of the tables, without those in which SQLite keeps the full text."""
    with opened(url) as engine:
        return {name for name in inspect(engine).get_table_names() if not name.startswith("search_")}


EVERYTHING = {*metadata.tables, "alembic_version"}


def test_a_blank_database_gets_every_table(blank_database_url: str) -> None:
    migrate.upgrade(blank_database_url)
    assert tables(blank_database_url) == EVERYTHING
    assert migrate.is_current(blank_database_url)


def test_upgrading_twice_changes_nothing(database_url: str) -> None:
    database = Database(database_url)
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO number_counter VALUES ('incident', 7)")
    database.close()
    migrate.upgrade(database_url)
    with opened(database_url) as engine, engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT last FROM number_counter").scalar_one() == 7


def test_the_head_is_the_one_that_alembic_finds() -> None:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [migrate.HEAD]


def test_revisions_sort_as_they_follow(database_url: str) -> None:
    """`is_current` calls a revision newer when its name is larger."""
    names = sorted(path.name[:13] for path in (ROOT / "migrations" / "versions").glob("2*.py"))
    assert names[-1] == migrate.HEAD


def test_the_tables_are_those_of_the_models(database_url: str) -> None:
    with opened(database_url) as engine, engine.connect() as connection:
        options = {"compare_type": True, "include_name": _is_of_the_models}
        context = MigrationContext.configure(connection, opts=options)
        found = [item for item in compare_metadata(context, metadata) if not _is_blind_spot(item)]
    assert not found


WHO_SEES = {"restricted_group_id", "caller_id"}
"""What PostgreSQL alone keeps on clocks and risks, for the policies that only it has; so it does one index."""


def _is_of_the_models(name: str | None, kind: str, parents: Mapping[str, str | None]) -> bool:
    if kind == "column" and parents["table_name"] in {"incident_clocks", "incident_risk"}:
        return name not in WHO_SEES
    if name == "ix_incident_clocks_going":
        return False
    # FTS5 makes tables of its own; what they should be is tested by tests/services/test_search.py.
    return kind != "table" or not str(name).startswith("search_")


def _is_blind_spot(difference: object) -> bool:
    # Alembic cannot compare an index with an expression such as "number DESC"; the next test looks at those.
    if not isinstance(difference, tuple) or difference[0] not in {"add_index", "remove_index"}:
        return False
    return difference[1].name in EXPRESSION_INDEXES


EXPRESSION_INDEXES = {
    str(index.name): [str(item) for item in index.expressions]
    for table in metadata.tables.values()
    for index in table.indexes
    if len(index.columns) < len(index.expressions)
}


def test_indexes_that_alembic_cannot_compare(sqlite_database_url: str) -> None:
    with opened(sqlite_database_url) as engine, engine.connect() as connection:
        for name, expressions in EXPRESSION_INDEXES.items():
            found = connection.execute(
                text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": name}
            ).scalar()
            columns = ", ".join(item.removeprefix("incident.") for item in expressions)
            assert f"({columns})" in str(found)


def test_constraints_have_the_names_of_the_convention(database_url: str) -> None:
    with opened(database_url) as engine:
        inspector = inspect(engine)
        for table in metadata.tables.values():
            checks = {str(item["name"]) for item in inspector.get_check_constraints(table.name)}
            named = [str(item.name) for item in table.constraints if isinstance(item, CheckConstraint)]
            wanted = {f"ck_{table.name}_{name.removeprefix(f'ck_{table.name}_')}" for name in named}
            assert checks == wanted, table.name


def test_an_upgrade_that_dies_half_way_leaves_nothing(blank_database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_arguments: object) -> None:
        raise KeyboardInterrupt

    # The last thing that an upgrade does is to note its revision.
    with monkeypatch.context() as patch:
        patch.setattr(
            "alembic.runtime.migration.HeadMaintainer.update_to_step", lambda *_arguments: die(*_arguments[:1])
        )
        with pytest.raises(KeyboardInterrupt):
            migrate.upgrade(blank_database_url)
    assert tables(blank_database_url) <= {"alembic_version"}
    assert not migrate.is_current(blank_database_url)
    migrate.upgrade(blank_database_url)
    assert tables(blank_database_url) == EVERYTHING


KILLED = """
import os, sys
from alembic.runtime.migration import HeadMaintainer
HeadMaintainer.update_to_step = lambda *_: os.kill(os.getpid(), 9)
from app.infra.migrate import upgrade
upgrade(sys.argv[1])
"""
UPGRADED = """
import sys
from app.infra.migrate import upgrade
from app.infra.counter import next_number
from app.infra.database import Database
sys.stdin.read(1)
upgrade(sys.argv[1])
database = Database(sys.argv[1])
with database.writing() as connection:
    print(next_number(connection, "incident"))
database.close()
"""


def python(code: str, url: str) -> "subprocess.Popen[str]":
    """The program in a process of its own, ready to start."""
    return subprocess.Popen(
        [sys.executable, "-c", code, url],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_an_upgrade_that_is_killed_can_be_repeated(blank_database_url: str) -> None:
    killed = python(KILLED, blank_database_url)
    _, said = killed.communicate(timeout=60)
    assert killed.returncode == -9, said
    assert tables(blank_database_url) <= {"alembic_version"}
    migrate.upgrade(blank_database_url)
    assert tables(blank_database_url) == EVERYTHING


def test_five_programs_start_at_once(blank_database_url: str) -> None:
    """All of them see the same desk: a number that one of them reserved is not lost to another."""
    started = [python(UPGRADED, blank_database_url) for _ in range(5)]
    for each in started:
        assert each.stdin is not None
        each.stdin.write("!")
        each.stdin.flush()
    ended = [each.communicate(timeout=100) for each in started]
    assert [each.returncode for each in started] == [0] * 5, [said for _, said in ended]
    assert sorted(int(number) for number, _ in ended) == [1, 2, 3, 4, 5]
    assert tables(blank_database_url) == EVERYTHING


def test_a_desk_that_another_program_made_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, make = tmp_path / "desk.sqlite", migrate._make_empty_desk

    def overtaken(unfinished: Path) -> None:
        make(unfinished)
        path.write_bytes(b"the desk of the other program")

    monkeypatch.setattr(migrate, "_make_empty_desk", overtaken)
    migrate.create_if_missing(sqlite_url(path))
    assert path.read_bytes() == b"the desk of the other program"
    assert list(tmp_path.iterdir()) == [path]


def test_a_desk_on_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_paths: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    path = tmp_path / "desk.sqlite"
    migrate.upgrade(sqlite_url(path))
    assert migrate.is_current(sqlite_url(path))


def test_a_desk_that_cannot_be_made_is_told_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file stands where the folder should be")
    with pytest.raises(Unavailable, match="cannot be made"):
        migrate.upgrade(sqlite_url(tmp_path / "taken" / "desk.sqlite"))


def test_nothing_is_left_beside_a_new_desk(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "desk 100%.sqlite"
    migrate.upgrade(sqlite_url(path))
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_what_a_crash_left_beside_a_new_desk_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.with_name(".desk.sqlite.new").write_bytes(b"half a page")
    migrate.upgrade(sqlite_url(path))
    assert migrate.is_current(sqlite_url(path))


def test_a_database_of_a_newer_program_is_left_alone(database_url: str) -> None:
    with opened(database_url) as engine, engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '20991231_0001'"))
    with pytest.raises(Unavailable, match="newer Mainstay"):
        migrate.upgrade(database_url)


def test_an_empty_file_is_not_taken_for_a_new_desk(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.touch()
    with pytest.raises(Unavailable, match="is empty"):
        migrate.upgrade(sqlite_url(path))
    assert path.read_bytes() == b""


def test_looking_at_the_version_waits_for_no_writer(sqlite_database_url: str) -> None:
    """A second window opens while the first one imports."""
    with closing(sqlite3.connect(str(parse_url(sqlite_database_url).database), isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        migrate.upgrade(sqlite_database_url)
        writer.execute("ROLLBACK")


def test_a_damaged_desk_is_told_in_plain_words(sqlite_database_url: str) -> None:
    path = Path(str(parse_url(sqlite_database_url).database))
    content = bytearray(path.read_bytes())
    content[100:] = b"\xa5" * (len(content) - 100)
    path.write_bytes(content)
    with pytest.raises(Unavailable, match="damaged"):
        migrate.upgrade(sqlite_database_url)


INCIDENT_ROW = (
    "INSERT INTO incident (id, number, short_description, reported_at, created_at, updated_at, impact, urgency,"
    " computed_priority, priority, state) VALUES ('{one}', 1, 'x', '{at}', '{at}', '{at}', 3, 3, 5, 5, 'new')"
)
ENTRY_ROW = (
    "INSERT INTO journal_entry (id, incident_id, occurred_at, recorded_at, by_desk, kind, visibility, body)"
    " VALUES ('{one}', '{one}', '{at}', '{at}', true, 'reply', 'public', 'what was said')"
)
CHANGE_ROW = "INSERT INTO journal_change VALUES ('{one}', '{one}', 'state', NULL, 'new')"
ONE = "0" * 31 + "1"


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE journal_entry SET body = 'something else'",
        "UPDATE journal_entry SET visibility = 'internal' WHERE id = '{one}'",
        "UPDATE journal_change SET new_value = 'closed'",
        "DELETE FROM journal_entry",
        "DELETE FROM journal_change",
        "DELETE FROM journal_change WHERE field = 'state'",
    ],
)
def test_the_journal_cannot_be_edited(act: str, database_url: str) -> None:
    database = Database(database_url)
    write_journal(database)
    with pytest.raises(DBAPIError, match="never edited or deleted"), database.writing() as connection:
        connection.exec_driver_sql(act.format(one=ONE))
    assert_journal_stands(database)
    database.close()


def test_the_journal_cannot_be_replaced(sqlite_database_url: str) -> None:
    database = Database(sqlite_database_url)
    write_journal(database)
    with pytest.raises(DBAPIError, match="never edited or deleted"), database.writing() as connection:
        connection.exec_driver_sql(CHANGE_ROW.replace("INSERT", "INSERT OR REPLACE").format(one=ONE))
    assert_journal_stands(database)
    database.close()


def test_the_journal_cannot_be_emptied(postgresql_database_url: str) -> None:
    database = Database(postgresql_database_url)
    write_journal(database)
    for table in ("journal_change", "journal_entry CASCADE"):
        with pytest.raises(DBAPIError, match="never edited or deleted"), database.writing() as connection:
            connection.exec_driver_sql(f"TRUNCATE {table}")
    assert_journal_stands(database)
    database.close()


def write_journal(database: Database) -> None:
    """One incident with one entry and one change."""
    with database.writing() as connection:
        for statement in (INCIDENT_ROW, ENTRY_ROW, CHANGE_ROW):
            connection.exec_driver_sql(statement.format(one=ONE, at="2026-03-02T09:00:00.000000Z"))


def assert_journal_stands(database: Database) -> None:
    """Fail unless the journal is as it was written."""
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT body FROM journal_entry").scalar_one() == "what was said"
        assert connection.exec_driver_sql("SELECT new_value FROM journal_change").scalar_one() == "new"


@pytest.mark.parametrize(
    "year", ["1969-12-31T23:59:59.999999Z", "2200-01-01T00:00:00.000000Z", "9999-01-01T00:00:00.000000Z"]
)
def test_a_time_that_no_driver_reads_is_refused(year: str, database_url: str) -> None:
    database = Database(database_url)
    with pytest.raises(DBAPIError), database.writing() as connection:
        connection.exec_driver_sql(INCIDENT_ROW.format(one=ONE, at=year))
    database.close()


def test_a_desk_is_backed_up_before_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "desk.sqlite"
    older = "20261123_0001"
    with monkeypatch.context() as patched:
        patched.setattr(migrate, "HEAD", older)
        patched.setattr("alembic.command.upgrade", partial(_upgrade_to, older, command.upgrade))
        migrate.upgrade(sqlite_url(path))
    assert list_backups(folder_of(path), path) == []
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO site (id, name) VALUES ('a', 'Kiel')")
        connection.commit()
    migrate.upgrade(sqlite_url(path))
    (kept,) = list_backups(folder_of(path), path)
    assert (kept.reason, kept.schema) == (Reason.UPGRADE, older)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM site").fetchall() == [("Kiel",)]
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(migrate.HEAD,)]


def _upgrade_to(revision: str, upgrade: Callable[[Config, str], None], config: Config, _head: str) -> None:
    upgrade(config, revision)


def test_a_desk_that_cannot_be_backed_up_does_not_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "desk.sqlite"
    migrate.upgrade(sqlite_url(path))
    before = path.read_bytes()
    folder_of(path).write_text("a file where the folder should be")
    monkeypatch.setattr(migrate, "HEAD", "29990101_0001")
    with pytest.raises(Unavailable, match="No backup was made"):
        migrate.upgrade(sqlite_url(path))
    assert path.read_bytes() == before
