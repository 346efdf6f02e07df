"""What the window loads beforehand is there, and is loaded without the window waiting."""

import importlib.util
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
from tests.support.fake_desk import FakeDesk
from tests.views.window import MakeWindow


@pytest.mark.parametrize("name", warming.PAGES)
def test_every_module_that_is_named_exists(name: str) -> None:
    assert importlib.util.find_spec(name) is not None


def test_all_are_loaded_one_after_another(
    background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(importlib, "import_module", asked.append)
    monkeypatch.setattr(warming, "FIRST_MS", 0)
    monkeypatch.setattr(warming, "_REST_MS", 0)
    monkeypatch.setattr(warming, "_PIECE_MS", 0)
    owner, made = QObject(), []

    def make() -> Iterator[None]:
        assert asked == ["app.views.queue.preview_content", "app.views.incident.page"], "what is visited first"
        for piece in range(3):
            made.append(piece)
            yield

    warm = warming.Warming(background, make, owner)
    warm.begin()
    qtbot.waitUntil(lambda: warm.is_done and not background.busy and len(made) == 3)
    assert tuple(asked) == warming.PAGES
    asked[2:] = []
    warm.begin()
    qtbot.waitUntil(lambda: len(made) == 6)
    assert len(asked) == 2, "loaded is loaded"


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
