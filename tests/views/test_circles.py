"""Who looks for circles of objects beside a window: its own thread alone, whatever the lanes make."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from app.infra import collector
from app.infra.lanes import Lane
from app.views.toolkit.background import Background
from app.views.toolkit.circles import CircleSearch


@pytest.fixture
def python_looks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Python looks for circles by itself when the window comes, as in a program that has just begun."""
    monkeypatch.setattr(collector, "_search", collector._Search())
    gc.enable()
    yield
    gc.disable()
    gc.unfreeze()


def lose_a_timer() -> list[int]:
    """A running timer of this thread that only a circle holds; the thread that destroys it writes itself down."""
    destroyed_by: list[int] = []

    class Holder(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.timer = QTimer(interval=60_000)
            self.timer.start()
            self.itself = self

    lost.append(weakref.ref(Holder(), lambda _lost: destroyed_by.append(threading.get_ident())))
    return destroyed_by


lost: list[weakref.ref[QObject]] = []


def make_much() -> list[list[int]]:
    """So many objects that Python would look through everything, in the thread that makes them."""
    return [[number] for number in range(200_000)]


@pytest.mark.usefixtures("python_looks")
def test_what_a_lane_makes_destroys_nothing_of_the_window(background: Background, qapp: QObject, qtbot: QtBot) -> None:
    search = CircleSearch(qapp)
    destroyed_by = lose_a_timer()
    made = background.lanes.submit(Lane.LONG, make_much).result(60)
    assert destroyed_by == [], "a lane destroyed a timer of the window"
    search.begin()
    qtbot.waitUntil(lambda: bool(destroyed_by))
    assert made
    assert destroyed_by == [threading.get_ident()]
    search.end()


@pytest.mark.usefixtures("python_looks")
def test_circles_that_a_lane_makes_go_while_it_makes_them(background: Background, qapp: QObject, qtbot: QtBot) -> None:
    search = CircleSearch(qapp)
    search.begin_with_desk()
    enough = threading.Event()

    class Made:
        def __init__(self) -> None:
            self.itself = self

    gone: list[int] = []
    made: list[weakref.ref[Made]] = []

    def work() -> None:
        while not enough.is_set():
            made.append(weakref.ref(Made(), lambda _gone: gone.append(threading.get_ident())))

    with qtbot.waitSignal(background.idle):
        background.read(work, lambda _done: None)
        qtbot.waitUntil(lambda: len(gone) > 1000)
        enough.set()
    assert set(gone) == {threading.get_ident()}
    search.end()
