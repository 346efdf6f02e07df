"""What the window loads beforehand is there, and is loaded without the window waiting."""

import importlib.util
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.views import warming
from app.views.incident.page import IncidentPage
from app.views.main_window import MainWindow
from app.views.pages import Location
from app.views.toolkit.background import Background
from tests.arch.source import ROOT
from tests.support.fake_desk import FakeDesk
from tests.views.window import MakeWindow


@pytest.mark.parametrize("name", warming.PAGES)
def test_every_module_that_is_named_exists(name: str) -> None:
    assert importlib.util.find_spec(name) is not None


def test_all_are_loaded_one_after_another(
    background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def needs_another(page: str) -> tuple[str, ...]:
        assert threading.current_thread() is not threading.main_thread()
        return (f"needed by {page}", page)

    def load(name: str) -> None:
        assert threading.current_thread() is threading.main_thread()
        asked.append(name)

    monkeypatch.setattr(warming, "modules_of", needs_another)
    monkeypatch.setattr(importlib, "import_module", load)
    for wait in ("FIRST_MS", "_REST_MS", "_PIECE_MS", "_BETWEEN_MS"):
        monkeypatch.setattr(warming, wait, 0)
    owner, made = QObject(), []
    wanted = [name for page in warming.PAGES for name in (f"needed by {page}", page)]

    def make() -> Iterator[None]:
        assert asked == wanted[:4], "what is visited first"
        for piece in range(3):
            made.append(piece)
            yield

    warm = warming.Warming(background, make, owner)
    warm.begin()
    qtbot.waitUntil(lambda: warm.is_done and not background.busy and len(made) == 3)
    assert asked == wanted
    asked[4:] = []
    warm.begin()
    qtbot.waitUntil(lambda: len(made) == 6)
    assert len(asked) == 4, "loaded is loaded"


@pytest.mark.parametrize(
    ("milliseconds", "wanted"),
    [(0, [["one"], ["one too"], ["two"], ["two too"]]), (600_000, [["one", "one too"], ["two", "two too"]])],
)
def test_a_turn_loads_modules_until_it_is_over(
    background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, milliseconds: int, wanted: list[list[str]]
) -> None:
    turns: list[list[str]] = []
    monkeypatch.setattr(warming, "modules_of", lambda page: (page, f"{page} too"))
    monkeypatch.setattr(warming, "PAGES", ("one", "two"))
    monkeypatch.setattr(warming, "_FOR_PIECES", 0)
    monkeypatch.setattr(warming, "_TURN_MS", milliseconds)
    for wait in ("FIRST_MS", "_REST_MS", "_BETWEEN_MS"):
        monkeypatch.setattr(warming, wait, 0)

    def loaded(name: str) -> None:
        turns[-1].append(name)

    monkeypatch.setattr(importlib, "import_module", loaded)
    load = warming.Warming._load

    def counted(warm: warming.Warming) -> None:
        turns.append([])
        load(warm)

    monkeypatch.setattr(warming.Warming, "_load", counted)
    owner = QObject()
    warm = warming.Warming(background, lambda: iter(()), owner)
    warm.begin()
    qtbot.waitUntil(lambda: warm.is_done and not background.busy)
    assert turns == wanted


_FRESH = """
import builtins, sys, threading
from PySide6.QtWidgets import QApplication
import app.views.main_window
from app.infra.lanes import Lanes
from app.views import warming
from app.views.toolkit.background import Background

on_lanes, steps, build, load = [], [], builtins.__build_class__, warming.importlib.import_module

def watched(body, name, /, *bases, **options):
    made = build(body, name, *bases, **options)
    if isinstance(made, type(QApplication)) and threading.current_thread() is not threading.main_thread():
        on_lanes.append(f"{made.__module__}.{name}")
    return made

def of_window():
    found = {name: module for name, module in list(sys.modules.items()) if name.startswith("app.views.")}
    return {name for name, module in found.items() if not hasattr(module, "__path__")}

def step(name):
    before = of_window()
    load(name)
    steps.append((name, sorted(of_window() - before - {name})))

builtins.__build_class__, warming.importlib.import_module = watched, step
warming.FIRST_MS = warming._REST_MS = warming._BETWEEN_MS = 0
application, background = QApplication(["x"]), Background(Lanes())
warm = warming.Warming(background, lambda: iter(()), application)
warm.begin()
while not warm.is_done or background.busy:
    application.processEvents()
background.close()
assert not on_lanes, f"made on a lane: {on_lanes}"
assert len(steps) > 200, steps
assert not (left := [page for page in warming.PAGES if page not in sys.modules]), left
assert not (long := [each for each in steps if each[1]]), f"more than one at a time: {long}"
"""


def test_no_lane_makes_a_class_of_the_window_and_the_window_loads_one_module_at_a_time() -> None:
    """In an interpreter of its own, as this one has loaded the pages long ago."""
    ran = subprocess.run(
        [sys.executable, "-c", _FRESH], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stderr


def pieces_of(window: MainWindow) -> int:
    return sum(1 for _ in window._maker.ahead())


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of incidents that read nothing, since the fake desk has none."""
    monkeypatch.setattr(IncidentPage, "open", lambda _page, _argument: None)


@pytest.mark.usefixtures("unread")
def test_the_page_of_an_incident_is_made_and_dressed_before_anybody_goes_there(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    assert pieces_of(window) > 5
    page = window.findChild(IncidentPage)
    assert page is not None
    assert page.isHidden()
    assert all(part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) for part in page.findChildren(QWidget))
    window.go(Location("incident", "an-id"))
    assert window.page is page
    assert pieces_of(window) == 0


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("pieces", [1, 3, 8])
def test_a_page_that_is_visited_while_it_is_made_is_whole_at_once(make_window: MakeWindow, pieces: int) -> None:
    window = make_window(FakeDesk())
    making = window._maker.ahead()
    for _ in range(pieces):
        next(making)
    window.go(Location("incident", "an-id"))
    (page,) = window.findChildren(IncidentPage)
    assert window.page is page
    assert not page.make_piece()
    for _ in making:
        pass
    assert window.findChildren(IncidentPage) == [page]


def test_another_desk_begins_anew(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    making = window._maker.ahead()
    next(making)
    page = window.findChild(IncidentPage)
    assert page is not None
    window.desk_opened(FakeDesk().as_session(), "Another", "Elsewhere", is_demo=False)
    qtbot.waitUntil(lambda: not isValid(page))
    assert list(making) == []
    assert window.findChild(IncidentPage) is None
