"""Text that becomes larger or smaller in a window that is open looks as if it had always been so, and loses nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.infra.settings import sqlite_url
from app.views.incident.picture_canvas import PictureCanvas
from app.views.incident.picture_chip import PictureChip
from app.views.toolkit import live_scale
from app.views.toolkit.live_scale import scale_to
from app.views.toolkit.scale import begun_at
from app.views.toolkit.theme import Theme
from tests.arch.source import ROOT
from tests.support.clock import FrozenClock
from tests.support.fake_desk import FakeDesk, make_rows
from tests.views.desks import small_desk
from tests.views.window import MakeWindow

FACTOR = "QT_SCALE_FACTOR"


@pytest.fixture(autouse=True)
def usual_size_afterwards(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Other tests measure in pixels."""
    monkeypatch.delenv(FACTOR, raising=False)
    live_scale._private.cache_clear()
    yield
    monkeypatch.undo()
    live_scale._private.cache_clear()
    scale_to(100)


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    """A window of 600 × 400 with a page that scrolls: a long text, and a field far below it."""
    made, area, page = QWidget(), QScrollArea(), QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(page)
    column = QVBoxLayout(page)
    for height in (360, 100):
        field = QPlainTextEdit()
        field.setFixedHeight(height)
        column.addWidget(field)
    made.resize(600, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_this_qt_has_the_private_functions() -> None:
    """A new PySide6 without them is no harm to anybody's data: sizes wait for the next start then (decision 0030)."""
    assert live_scale._private() is not None


def _seen(folder: Path, size: int, how: str) -> dict[str, QImage]:
    found = sorted(folder.glob(f"{size}-*-{how}-*.png"))
    return {path.name.replace(f"-{how}-", "-"): QImage(str(path)) for path in found}


def test_a_changed_window_is_the_picture_of_one_that_was_begun_so(tmp_path: Path, clock: FrozenClock) -> None:
    # Nothing depends on the number: 85 and 150 % were compared so when this was written.
    one, other = 100, 125
    folders, running = {one: tmp_path / "one", other: tmp_path / "other"}, []
    folders[one].mkdir()
    desk = small_desk(sqlite_url(folders[one] / "desk.sqlite"), clock)
    for number in range(9):
        desk.say(desk.log(f"Badge reader {number} beeps"), "We look at the firmware of the dock first.")
    desk.session.desk.close()
    shutil.copytree(folders[one], folders[other])
    for begun, another in ((one, other), (other, one)):
        arguments = [str(folders[begun]), desk.dana.person_id, str(begun), str(another)]
        program = [sys.executable, "-m", "tests.views.sized_window", *arguments]
        running.append(subprocess.Popen(program, cwd=ROOT, stderr=subprocess.PIPE, text=True))
    for each in running:
        _out, complaints = each.communicate(timeout=200)
        assert each.returncode == 0, complaints
    for begun, another in ((one, other), (other, one)):
        as_begun = _seen(folders[begun], begun, "begun")
        assert len(as_begun) == 8
        assert _seen(folders[another], begun, "changed") == as_begun
        assert _seen(folders[begun], begun, "back") == as_begun


def test_a_window_keeps_its_place_on_the_screen_and_all_that_is_typed(window: QWidget) -> None:
    field = window.findChildren(QPlainTextEdit)[0]
    field.setFocus()
    QTest.keyClicks(field, "One word")
    field.moveCursor(QTextCursor.MoveOperation.WordLeft, QTextCursor.MoveMode.KeepAnchor)
    assert scale_to(125)
    assert window.size().toTuple() == (480, 320)
    assert window.devicePixelRatio() == 1.25
    assert QApplication.focusWidget() is field
    assert field.textCursor().selectedText() == "word"
    assert scale_to(100)
    assert window.size().toTuple() == (600, 400)
    field.undo()
    assert field.toPlainText() == ""


def test_what_is_typed_in_stays_in_sight(window: QWidget) -> None:
    area, (first, second) = window.findChildren(QScrollArea)[0], window.findChildren(QPlainTextEdit)
    first.setPlainText("line\n" * 14)
    first.moveCursor(QTextCursor.MoveOperation.End)
    first.setFocus()
    assert first.viewport().visibleRegion().intersects(first.cursorRect())
    scale_to(150)
    assert first.viewport().visibleRegion().intersects(first.cursorRect())
    assert area.verticalScrollBar().value() > 0
    scale_to(100)
    area.verticalScrollBar().setValue(0)
    second.setFocus()
    scale_to(125)
    assert area.verticalScrollBar().value() == 0, "what was out of sight is not looked for"


def test_the_chosen_row_stays_in_sight(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk(make_rows(200)), size=(1366, 696))
    view = window.queue.view
    view.setFocus()
    last = view.indexAt(view.viewport().rect().bottomLeft())
    view.setCurrentIndex(last)
    view.scrollTo(last)
    scale_to(150)
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    assert view.currentIndex().row() == last.row()


def test_a_window_grows_where_its_least_size_does_not_fit_any_more(window: QWidget) -> None:
    window.setMinimumSize(500, 300)
    scale_to(150)
    assert window.size().toTuple() == (500, 300)


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen])
def test_a_window_over_the_whole_screen_stays_that(window: QWidget, state: Qt.WindowState, qtbot: QtBot) -> None:
    window.setWindowState(state)
    qtbot.waitUntil(lambda: window.width() > 600)
    before = window.size()
    scale_to(125)
    assert window.windowState() & state
    assert window.size() == before / 1.25


def test_other_windows_follow_now_or_when_they_are_opened(window: QWidget, qtbot: QtBot) -> None:
    hidden, later = QWidget(), QWidget()
    for each in (hidden, later):
        qtbot.addWidget(each)
        each.resize(300, 200)
    hidden.show()
    hidden.hide()
    scale_to(150)
    for each in (hidden, later):
        with qtbot.waitExposed(each):
            each.show()
        assert each.devicePixelRatio() == 1.5
    assert QGuiApplication.devicePixelRatio(QGuiApplication.instance()) == 1.5  # type: ignore[arg-type]  # there is one


def test_many_changes_one_after_another_end_where_the_last_one_leads(window: QWidget) -> None:
    for percent in (110, 125, 150, 85, 90, 150, 100, 125, 85, 110):
        scale_to(percent)
    assert window.devicePixelRatio() == 1.1
    assert window.size().toTuple() == (545, 364)


def test_pictures_are_as_sharp_as_the_text(theme: Theme, qtbot: QtBot) -> None:
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    canvas, chip = PictureCanvas(), PictureChip("screen.png", "screen.png")
    for each in (canvas, chip):
        qtbot.addWidget(each)
        # The same in the new measure, so that nothing else has them draw anew.
        each.setFixedSize(400, 300)
        with qtbot.waitExposed(each):
            each.show()
    canvas.show_image(image)
    chip.picture.show_picture(image)
    scale_to(150)
    assert canvas._shown.devicePixelRatio() == 1.5
    assert canvas._shown.width() == 600
    assert chip.picture._pixmap is not None
    assert chip.picture._pixmap.devicePixelRatio() == 1.5


def test_without_the_private_functions_a_size_waits(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_scale, "_library", lambda: "libNothing.so.9")
    assert not scale_to(125)
    assert window.devicePixelRatio() == 1.0


def test_a_qt_that_misses_one_of_them_counts_as_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_scale, "_ITANIUM", live_scale._ITANIUM._replace(ratio_changed="_ZN4NoneEv"))
    monkeypatch.setattr(live_scale, "_MSVC", live_scale._MSVC._replace(ratio_changed="?none@@YAXXZ"))
    assert live_scale._private() is None


def test_a_factor_from_outside_stays(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FACTOR, "2")
    assert not scale_to(125)
    assert window.devicePixelRatio() == 1.0
    with begun_at(125):
        assert os.environ[FACTOR] == "2"
    assert os.environ[FACTOR] == "2"


def test_only_the_application_itself_is_begun_in_a_size() -> None:
    with begun_at(125):
        assert os.environ[FACTOR] == "1.25"
    assert FACTOR not in os.environ, "what is started from here would be that large as well"
    with begun_at(100):
        assert FACTOR not in os.environ
