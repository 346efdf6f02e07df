"""U21 for each editor: what was typed is on the disk by itself, and stands there again when the editor is opened anew.

Nothing is left, saved or flushed in between, as when the program is killed; `tests.torture.typists` kills it.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.infra.lanes import Lanes
from app.views.main_window import MainWindow, Parts
from app.views.toolkit.background import Background
from app.views.toolkit.draft_keeper import REST_MS
from app.views.toolkit.state import WindowState
from app.views.toolkit.theme import Theme
from tests.views.desks import SmallDesk
from tests.views.editors import EDITORS, Seat, words_in

WORDS = "Controller rolled back, tell Jo"
SitDown = Callable[[], Seat]


@pytest.fixture
def sit_down(desk: SmallDesk, theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[SitDown]:
    """Opens one window after another on the same desk and the same drafts, as programs of their own do."""
    with ExitStack() as stack:

        def opened() -> Seat:
            background = Background(Lanes())
            state = WindowState(tmp_path / "window.json", background)
            window = MainWindow(Parts(background, state, theme, desk.clock, drafts_folder=tmp_path))
            # What it saves as it closes is answered before it goes.
            stack.callback(background.close)
            stack.callback(window.deleteLater)
            stack.callback(lambda: qtbot.waitUntil(lambda: not background.busy))
            stack.callback(window.close)
            window.resize(1440, 900)
            window.show()
            seat = Seat(window, lambda fact: qtbot.waitUntil(lambda: bool(fact()), timeout=20_000))
            window.desk_opened(desk.session, "Harbour Logistics", "This computer", is_demo=False)
            seat.settle()
            return seat

        yield opened


@pytest.mark.parametrize("name", EDITORS)
def test_what_was_typed_stands_there_again(name: str, desk: SmallDesk, sit_down: SitDown, qtbot: QtBot) -> None:
    editor = EDITORS[name]
    thing = editor.make(desk)
    seat = sit_down()
    field = editor.open(seat, thing)
    saved: list[str] = []
    seat.window.context.drafts.saved.connect(lambda key, _at: saved.append(key))
    field.setFocus()
    QTest.keyClicks(field, WORDS)
    assert WORDS in words_in(field)
    qtbot.waitUntil(lambda: bool(saved), timeout=2 * REST_MS)
    other = sit_down()
    again = editor.open(other, thing)
    assert again is not field
    other.until(lambda: WORDS in words_in(again))
