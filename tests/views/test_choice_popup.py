"""A list to choose from that is gone when its answer comes, and one that asked again in the meantime."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.choice_popup import Answer, ChoicePopup, Option


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def asking(host: QWidget) -> tuple[ChoicePopup, list[tuple[str, Answer]]]:
    asked: list[tuple[str, Answer]] = []
    popup = ChoicePopup("Problem", lambda text, answer: asked.append((text, answer)), host)
    popup.open_at(host)
    return popup, asked


def test_an_answer_that_comes_after_the_list_is_closed_is_dropped(host: QWidget, qtbot: QtBot) -> None:
    popup, asked = asking(host)
    with qtbot.waitSignal(popup.destroyed):
        popup.close()
    (_text, answer) = asked[-1]
    answer([Option("PRB-7", "PRB-7")])


def test_only_the_answer_to_what_is_typed_last_is_shown(host: QWidget) -> None:
    popup, asked = asking(host)
    popup.field.setText("PRB")
    (_nothing, first), (_text, last) = asked
    last([Option("PRB-7", "PRB-7")])
    first([Option("PRB-1", "PRB-1"), Option("PRB-7", "PRB-7")])
    assert popup.options() == ["PRB-7"]
