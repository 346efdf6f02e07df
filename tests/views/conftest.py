"""What every test of the window gets: the dressed application and parts that end with the test."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.infra.lanes import Lanes
from app.views.application import theme_of
from app.views.toolkit.background import Background
from app.views.toolkit.fonts import load_fonts
from app.views.toolkit.theme import Theme
from tests.support.clock import FrozenClock
from tests.views.desks import SmallDesk, Stage, small_desk, stage
from tests.views.program import Desk
from tests.views.window import MakeWindow, window_maker


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    """The application with fonts, palette and style sheet; light until a test says otherwise."""
    load_fonts()
    dress = theme_of(qapp, "light")
    dress.wear()
    dress.use("light")
    return dress


@pytest.fixture
def theme(dressed: Theme) -> Iterator[Theme]:
    """The theme, light again after the test."""
    yield dressed
    dressed.use("light")


@pytest.fixture
def background(dressed: Theme) -> Iterator[Background]:
    """Lanes with their way back to the window."""
    made = Background(Lanes())
    yield made
    made.close()


@pytest.fixture
def make_window(theme: Theme, background: Background, qtbot: QtBot, tmp_path: Path) -> MakeWindow:
    """Makes windows over a fake desk; they close with the test."""
    return window_maker(theme, background, qtbot, tmp_path)


@pytest.fixture
def desk(sqlite_database_url: str, clock: FrozenClock) -> Iterator[SmallDesk]:
    """A small desk on SQLite with its administrator at the window."""
    made = small_desk(sqlite_database_url, clock)
    yield made
    made.session.desk.close()


@pytest.fixture
def on_stage(desk: SmallDesk, background: Background, theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    """A window around the small desk, into which tests put pages."""
    with stage(desk, background, tmp_path / "drafts", qtbot) as made:
        yield made


@pytest.fixture
def at(theme: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    theme.wear()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("app.views.error_hook.log_qt_messages", lambda: None)
    made = Desk(tmp_path, qtbot)
    yield made
    made.end()
