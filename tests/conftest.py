"""What every test gets: a frozen clock, databases of its own, and a failure for whatever it leaves behind."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything can load Qt
os.environ["PYTHON_KEYRING_BACKEND"] = "tests.support.keyring_memory.MemoryKeyring"

import itertools
import logging
import shutil
import threading
from collections import deque

import hypothesis
import keyring
import pytest

from app.infra.collector import collect_by_hand, collect_what_is_due
from tests.support import leaks, memory
from tests.support.clock import FrozenClock
from tests.support.complaints import Complaints
from tests.support.crew import crew, crew_by_the_server, crew_of_one_program, postgresql_crew, sqlite_crew
from tests.support.databases import (
    bare_database,
    blank_database_url,
    database_url,
    postgres_server,
    postgresql_database_url,
    postgresql_template,
    shared_database,
    shared_template,
    sqlite_database_url,
    sqlite_template,
)
from tests.support.keyring_memory import MemoryKeyring
from tests.support.network import block_other_machines

__all__ = [
    "bare_database",
    "blank_database_url",
    "crew",
    "crew_by_the_server",
    "crew_of_one_program",
    "database_url",
    "postgres_server",
    "postgresql_crew",
    "postgresql_database_url",
    "postgresql_template",
    "shared_database",
    "shared_template",
    "sqlite_crew",
    "sqlite_database_url",
    "sqlite_template",
]

# Variables that would let the person's own desk, settings or locale leak into the tests.
_PERSONAL = (
    "MAINSTAY_DATABASE",
    "PGHOST",
    "PGPORT",
    "PGUSER",
    "PGPASSWORD",
    "PGDATABASE",
    "PGSERVICE",
    "PGOPTIONS",
    "PGTZ",
)


_KEPT_FOLDERS = 30

# Machines that run tests are busy, so no example has a deadline. A submission is judged by the same examples each time;
# on a person's machine new ones are tried with every run.
hypothesis.settings.register_profile("house", deadline=None, print_blob=True, derandomize=bool(os.environ.get("CI")))


def pytest_configure() -> None:
    """Cut the tests off from the network, the person's own environment, and where that is possible from the disk.

    Thousands of tests make a database of their own; on a machine whose disk is busy most of their time was waiting for
    it. What has to do with a real disk (power cuts, a full one) is tried by `make torture`.
    """
    hypothesis.settings.load_profile("house")
    # As in a program with a window: a lane that looked for circles would destroy what the tests of the window left.
    collect_by_hand()
    block_other_machines()
    for name in _PERSONAL:
        os.environ.pop(name, None)
    in_memory = memory.place()
    if in_memory is not None:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(in_memory))  # where pytest makes `tmp_path`


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that runs on PostgreSQL, so that `-m "not postgresql"` leaves them out."""
    for item in items:
        callspec = getattr(item, "callspec", None)
        parameters = set() if callspec is None else {str(value) for value in callspec.params.values()}
        if "postgresql" in parameters or "postgres_server" in getattr(item, "fixturenames", ()):
            if parameters & {"sqlite"}:
                continue
            item.add_marker("postgresql")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Make what a test logged or printed fit to be sent from the process that ran it; tests write lone surrogates."""
    report = yield
    report.sections = [
        (title, text.encode("utf-8", "backslashreplace").decode("utf-8")) for title, text in report.sections
    ]
    return report


@pytest.fixture
def clock() -> FrozenClock:
    """A clock that stands at a Monday morning until the test moves it."""
    return FrozenClock()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that do not exist yet, one for each test; pytest's own numbering gets slow with thousands."""
    parent = tmp_path_factory.mktemp("homes")
    return (parent / str(number) for number in itertools.count())


@pytest.fixture(scope="session")
def left_folders() -> deque[Path]:
    """The folders of the tests that ran last."""
    return deque()


@pytest.fixture(autouse=True)
def folders_kept_for_a_while(request: pytest.FixtureRequest, left_folders: deque[Path]) -> Iterator[None]:
    """Take away the folder of a test a while after it: it may lie in memory, and a window still writes as it closes."""
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    yield
    if folder is not None:
        left_folders.append(folder)
    while len(left_folders) > _KEPT_FOLDERS:
        shutil.rmtree(left_folders.popleft(), ignore_errors=True)


@pytest.fixture(autouse=True)
def own_directories(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, so that no test reads or writes the person's settings, data or logs."""
    home = next(homes)
    home.mkdir()
    monkeypatch.delenv("MAINSTAY_HOME", raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("APPDATA", str(home / "AppData/Roaming"))
    monkeypatch.setenv("LOCALAPPDATA", str(home / "AppData/Local"))
    for name, folder in (
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
    ):
        monkeypatch.setenv(name, str(home / folder))
    return home


@pytest.fixture(autouse=True)
def empty_keyring() -> Iterator[None]:
    """A keyring in memory, emptied after each test; the person's own is out of reach."""
    yield
    backend = keyring.get_keyring()
    assert isinstance(backend, MemoryKeyring), "a test replaced the keyring and did not put it back"
    backend.forget()


@pytest.fixture(autouse=True)
def no_unexpected_complaint(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which the desk logs a warning or worse, unless it asks for `caplog` to look at that itself."""
    complaints = Complaints()
    logger = logging.getLogger("app")
    logger.addHandler(complaints)
    yield
    logger.removeHandler(complaints)
    expected = "caplog" in request.fixturenames
    assert expected or not complaints.messages, f"logged: {complaints.messages}"


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread running or a window open."""
    threads = set(threading.enumerate())
    windows = {leaks.identity(widget) for widget in leaks.top_level_widgets()}
    yield
    stray = leaks.stray_threads(threads)
    assert not stray, f"threads left running: {', '.join(stray)}"
    left = leaks.stray_windows(windows)
    collect_what_is_due()
    assert not left, f"windows left open: {', '.join(left)}"
