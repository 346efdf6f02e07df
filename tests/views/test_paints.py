"""What is painted, in which order, and what is not painted anew because nothing about it changed."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.views.shell.nav_item import NavItem
from tests.support.fake_desk import FakeDesk
from tests.views.window import MakeWindow


def test_the_rows_of_another_filter_are_painted_before_the_preview_is_asked_for_once(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    qtbot.waitUntil(lambda: bool(desk.incident.asked) and not window.context.background.busy)
    seen: list[str] = []
    detail, paint = desk.incident.detail, window.queue.view.painter.paint_line

    def asked(*of: Any) -> Any:
        seen.append("preview")
        return detail(*of)

    def painted(*line: Any) -> None:
        seen.append("painted")
        paint(*line)

    monkeypatch.setattr(desk.incident, "detail", asked)
    monkeypatch.setattr(window.queue.view.painter, "paint_line", painted)
    window.queue.answered.connect(lambda _answer: seen.append("answered"))
    window.queue.set_filter("priority:1")
    qtbot.waitUntil(lambda: "preview" in seen and not window.context.background.busy)
    since = seen[seen.index("answered") :]
    assert since.index("painted") < since.index("preview")
    assert seen.count("preview") == 1


def test_a_line_of_the_side_bar_is_painted_anew_only_where_it_says_something_else(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = NavItem("Mine", "user")
    qtbot.addWidget(item)
    told: list[str] = []
    monkeypatch.setattr(item, "update", lambda: told.append(item.accessibleName()))
    for count in (3, 3, 0, 0):
        item.set_count(count)
    assert told == ["Mine, 3", "Mine"]
    item.set_count(100)
    item.set_count(100, is_all=False)
    assert told[2:] == ["Mine, 100", "Mine, 99+"]
    item.setText("Ours")
    item.set_count(100, is_all=False)
    assert told[4:] == ["Ours, 99+"], "a view may be called something else"
    for chosen in (True, True, False):
        item.mark(chosen=chosen)
    assert len(told) == 7
