"""A database is opened so that it keeps its promises, or not at all, with a sentence that says why."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, text

from app.domain.errors import Away, BadInput, Unavailable
from app.infra.counter import next_number
from app.infra.database import Database, SqlOnGuiThread, allow_sql_on_this_thread, forbid_sql_on_this_thread, watchers
from app.infra.database_url import parse_url
from app.infra.sqlite_file import APPLICATION_ID, check_file
from tests.support.databases import sqlite_url

ROOT = Path(__file__).resolve().parents[2]
PROBE = text("SELECT count(*) FROM incident")


def path_of(url: str) -> Path:
    """The file of a SQLite URL."""
    return Path(str(parse_url(url).database))


def read(url: str) -> int:
    """Open, count the incidents, close."""
    database = Database(url)
    try:
        with database.reading() as connection:
            return int(connection.execute(PROBE).scalar_one())
    finally:
        database.close()


def set_header(path: Path, offset: int, value: int) -> None:
    """Write four bytes into the header of a SQLite file."""
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(value.to_bytes(4))


def cut(path: Path, size: int) -> None:
    """Lose the end of a file."""
    with path.open("r+b") as file:
        file.truncate(size)


def put_folder(path: Path) -> None:
    """A folder where the file was."""
    path.unlink()
    path.mkdir()


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: path.unlink(), "There is no desk at"),
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "short": (lambda path: path.write_bytes(b"SQLite format 3\x00"), "another kind of file"),
    "text": (lambda path: path.write_text("not a database " * 100), "another kind of file"),
    "foreign": (lambda path: set_header(path, 68, 0x47504B47), "of another program"),
    "unmarked": (lambda path: set_header(path, 68, 0), "of another program"),
    "newer": (lambda path: set_header(path, 60, 2), "newer Mainstay"),
    "cut inside a page": (lambda path: cut(path, path.stat().st_size - 100), "cut off or damaged"),
    "cut between pages": (lambda path: cut(path, 4096 * 3), "cut off or damaged"),
    "a folder": (put_folder, "cannot be read"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_no_desk_is_refused_and_left_as_it_was(damage: str, sqlite_database_url: str) -> None:
    path = path_of(sqlite_database_url)
    do, said = DAMAGES[damage]
    do(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(Unavailable, match=said) as refusal:
        read(sqlite_database_url)
    assert str(path) in str(refusal.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(item.name for item in path.parent.iterdir()) in ([], [path.name])


def test_a_damaged_page_is_told_in_plain_words(sqlite_database_url: str) -> None:
    path = path_of(sqlite_database_url)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(Unavailable, match="damaged"):
        read(sqlite_database_url)


def test_a_file_that_vanishes_later_is_not_made_anew(sqlite_database_url: str) -> None:
    path = path_of(sqlite_database_url)
    database = Database(sqlite_database_url)
    path.unlink()
    with pytest.raises(Unavailable), database.reading() as connection:
        connection.execute(PROBE)
    assert not path.exists()
    database.close()


def test_a_desk_with_unfinished_business_opens(sqlite_database_url: str, tmp_path: Path) -> None:
    """A copy of a desk that was killed in the middle of its work: file and write-ahead log together."""
    source, copy = path_of(sqlite_database_url), tmp_path / "copy.db"
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("INSERT INTO number_counter VALUES ('incident', 7)")
        connection.commit()
        for end in ("", "-wal"):
            shutil.copyfile(f"{source}{end}", f"{copy}{end}")
    database = Database(sqlite_url(copy))
    with database.writing() as connection_:
        assert next_number(connection_, "incident") == 8
    database.close()


@pytest.mark.parametrize(
    "url",
    ["", "nonsense", "mysql://host/desk", "http://example.org", "sqlite://", "sqlite:///:memory:", "oracle://x/y"],
)
def test_an_address_that_leads_nowhere(url: str) -> None:
    with pytest.raises(BadInput):
        parse_url(url)


def test_a_refused_address_shows_no_password() -> None:
    with pytest.raises(BadInput) as refusal:
        parse_url("mysql://ada:Qx7@example.org/desk")
    assert "Qx7" not in str(refusal.value)


def test_a_database_names_itself_without_its_password() -> None:
    database = Database("postgresql://ada:Qx7@localhost:1/desk")
    assert "Qx7" not in database.identity
    assert "localhost:1/desk" in database.identity


def test_a_server_that_is_not_there() -> None:
    database = Database("postgresql://ada@127.0.0.1:1/desk")
    with pytest.raises(Away, match="No server is running"), database.reading() as connection:
        connection.execute(PROBE)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("recursive_triggers", 1),
        ("application_id", APPLICATION_ID),
    ],
)
def test_pragmas_in_force(pragma: str, value: object, sqlite_database_url: str) -> None:
    database = Database(sqlite_database_url)
    with database.reading() as one, database.writing() as other:
        for connection in (one, other):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
    database.close()


def test_a_postgres_connection_is_in_utc_and_translates_nothing(postgresql_database_url: str) -> None:
    database = Database(postgresql_database_url)
    with database.writing() as connection:
        assert connection.exec_driver_sql("SHOW timezone").scalar_one() == "UTC"
        assert connection.exec_driver_sql("SHOW jit").scalar_one() == "off"
    database.close()


def test_writing_is_all_or_nothing(database_url: str) -> None:
    database = Database(database_url)
    with pytest.raises(ZeroDivisionError), database.writing() as connection:
        next_number(connection, "incident", 5 // (next_number(connection, "incident") - 1))
    with database.writing() as connection:
        assert next_number(connection, "incident") == 1
    database.close()


def test_a_writer_takes_its_turn_from_the_start(sqlite_database_url: str) -> None:
    database = Database(sqlite_database_url)
    begun: list[str] = []
    watchers.append(lambda sql, _values: begun.append(sql))
    event.listen(database._engine, "before_cursor_execute", lambda *arguments: begun.append(arguments[2]))
    try:
        with database.writing() as connection:
            connection.execute(PROBE)
        with database.reading() as connection:
            connection.execute(PROBE)
    finally:
        watchers.pop()
    assert begun[0] == "BEGIN IMMEDIATE"
    assert begun.count("BEGIN IMMEDIATE") == 1
    database.close()


def test_a_reader_does_not_wait_for_a_writer(database_url: str) -> None:
    database = Database(database_url)
    with database.writing() as writer:
        next_number(writer, "incident")
        with database.reading() as reader:
            assert reader.execute(text("SELECT count(*) FROM number_counter")).scalar_one() == 0
    database.close()


def test_a_database_that_another_program_holds(sqlite_database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pragmas = tuple("PRAGMA busy_timeout=0" if "busy" in item else item for item in _pragmas())
    monkeypatch.setattr("app.infra.sqlite_open.PRAGMAS", pragmas)
    database = Database(sqlite_database_url)
    with closing(sqlite3.connect(path_of(sqlite_database_url), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match="Another program holds the database"), database.writing():
            pass
        other.execute("ROLLBACK")
    with database.writing() as connection:
        assert next_number(connection, "incident") == 1
    database.close()


def _pragmas() -> tuple[str, ...]:
    from app.infra import sqlite_open

    return sqlite_open.PRAGMAS


def test_numbers_of_many_threads_never_come_twice(database_url: str) -> None:
    database = Database(database_url)
    made: list[int] = []

    def work() -> None:
        for _ in range(10):
            with database.writing() as connection:
                made.append(next_number(connection, "incident"))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == list(range(1, 41))
    database.close()


def test_numbers_are_reserved_in_stretches(database_url: str) -> None:
    database = Database(database_url)
    with database.writing() as connection:
        assert next_number(connection, "incident", 10) == 1
        assert next_number(connection, "incident") == 11
        assert next_number(connection, "other") == 1
    database.close()


def test_sql_on_the_thread_that_paints_is_refused(database_url: str) -> None:
    database = Database(database_url)
    forbid_sql_on_this_thread()
    try:
        with pytest.raises(SqlOnGuiThread, match=r"SELECT count\(\*\)"), database.reading() as connection:
            connection.execute(PROBE)
        with pytest.raises(SqlOnGuiThread), database.writing() as connection:
            next_number(connection, "incident")
        counted: list[int] = []
        elsewhere = threading.Thread(target=lambda: counted.append(read(database_url)))
        elsewhere.start()
        elsewhere.join()
        assert counted == [0]
    finally:
        allow_sql_on_this_thread()
    assert read(database_url) == 0
    database.close()


ADD_ONE = """
import sys
from app.infra.counter import next_number
from app.infra.database import Database
database = Database(sys.argv[1])
with database.writing() as connection:
    next_number(connection, "incident")
database.close()
"""


def test_looking_at_an_open_desk_leaves_its_locks_alone(sqlite_database_url: str) -> None:
    """Else another program that ends takes the write-ahead log away, and what is saved from then on is lost."""
    database = Database(sqlite_database_url)
    path = path_of(sqlite_database_url)
    with database.writing() as connection:
        next_number(connection, "incident")
    check_file(path)
    ran = subprocess.run([sys.executable, "-c", ADD_ONE, sqlite_database_url], cwd=ROOT, timeout=60, check=False)
    assert ran.returncode == 0
    with database.writing() as connection:
        assert next_number(connection, "incident") == 3
    with closing(sqlite3.connect(path)) as outside:
        assert outside.execute("SELECT last FROM number_counter").fetchall() == [(3,)]
    database.close()


def test_a_desk_that_was_closed_is_looked_at_again(sqlite_database_url: str) -> None:
    database = Database(sqlite_database_url)
    with database.reading() as connection:
        connection.execute(PROBE)
    database.close()
    cut(path_of(sqlite_database_url), 50)
    with pytest.raises(Unavailable, match="not a desk"):
        check_file(path_of(sqlite_database_url))
