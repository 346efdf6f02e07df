"""The real program on a desk of its own, for tests that go through it by keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import make_context
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.migrate import upgrade
from app.infra.settings import sqlite_url
from app.infra.unit_of_work import Store
from app.services.demo.build import build_demo
from app.services.demo.company import found_company, seed
from app.services.desk import make_desk
from app.views.application import Program, make_application
from app.views.tour import Tour


@contextmanager
def program_on(url: str, folder: Path, application: QApplication, size: tuple[int, int]) -> Iterator[Tour]:
    """The program with a desk open, and a way to press its keys; it ends with the block."""
    program = Program(make_context(url), make_application("light"))
    tour = Tour(program, application, folder)
    program.start()
    program.frame.resize(*size)
    tour.wait(lambda: program.window.context.session is not None)
    tour.settle()
    yield tour
    program.frame.close()
    program.end()
    program.frame.deleteLater()
    program.deleteLater()


@pytest.fixture
def walk(qapp: QApplication, tmp_path: Path) -> Iterator[Tour]:
    """The program on a desk with people and a catalogue, and without incidents."""
    path = tmp_path / "desk.sqlite"
    upgrade(sqlite_url(path))
    desk = make_desk(Store(Database(sqlite_url(path)), SystemClock(), Bus()))
    found_company(desk, seed())
    desk.close()
    with program_on(sqlite_url(path), tmp_path, qapp, (1440, 900)) as tour:
        yield tour


@pytest.fixture
def demo_walk(qapp: QApplication, tmp_path: Path) -> Iterator[Tour]:
    """The program on the demo desk, on a small laptop."""
    path = tmp_path / "demo.sqlite"
    build_demo(path, SystemClock().now())
    with program_on(sqlite_url(path), tmp_path, qapp, (1366, 696)) as tour:
        yield tour
