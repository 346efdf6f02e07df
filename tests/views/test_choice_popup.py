"""A list to choose from that is gone when its answer comes, and one that asked again in the meantime."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.views.toolkit import tokens
from app.views.toolkit.marks import text_width
from app.views.widgets.choice_popup import WIDTH_LEAST, WIDTH_MOST, Answer, ChoicePopup, Option, listed, narrowed


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


def test_a_list_is_as_wide_as_its_rows_need_so_that_equals_are_told_apart(host: QWidget) -> None:
    hint = "Printer on floor {floor} prints blank pages, since today"
    long = [Option(number, f"INC-{number:06d}", hint.format(floor=number)) for number in (7, 8)]
    for options, least, most in ((long, WIDTH_LEAST + 1, WIDTH_MOST), (long[:0], WIDTH_LEAST, WIDTH_LEAST)):
        host.setFixedWidth(100)
        popup = ChoicePopup("Duplicate of", listed(options), host)
        popup.open_at(host)
        assert least <= popup.width() <= most
        for option in options:
            needed = text_width(tokens.UI_MEDIUM, option.label) + text_width(tokens.META, option.hint)
            assert popup.rows.width() >= needed + 14 + 8 + 34
        popup.close()


def test_what_fits_nothing_is_told_where_it_can_be_read(host: QWidget) -> None:
    def ask(text: str, answer: Answer) -> None:
        answer(narrowed([Option(1, "Network")], text))

    popup = ChoicePopup("Group", ask, host, nothing="Write the name of a group")
    popup.open_at(host)
    assert popup.rows.isVisible()
    assert not popup.nothing.isVisible()
    popup.field.setText("zzz")
    assert (popup.options(), popup.rows.isVisible()) == ([], False)
    assert popup.nothing.isVisible()
    assert popup.nothing.text() == "Write the name of a group"
    assert popup.rect().contains(popup.nothing.geometry())
    popup.field.clear()
    assert popup.rows.isVisible()
    popup.close()


def test_a_list_whose_rows_come_late_stays_on_the_screen(qtbot: QtBot) -> None:
    answers: list[Answer] = []
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    screen = window.screen().availableGeometry()
    window.setGeometry(screen.left(), screen.bottom() - 120, 400, 120)
    field.setGeometry(10, 20, 300, 30)
    window.show()
    popup = ChoicePopup("Article", lambda _text, answer: answers.append(answer), window)
    popup.open_at(field)
    assert popup.frameGeometry().bottom() <= screen.bottom()
    answers[-1]([Option(str(number), f"Article {number}") for number in range(30)])
    assert popup.rows.height() > 120, "there are more rows than there is room below"
    assert popup.frameGeometry().bottom() < field.mapToGlobal(QPoint(0, 0)).y(), "it went above the field"
    popup.field.setText("1")
    answers[-1]([Option("1", "Article 1")])
    assert popup.frameGeometry().bottom() < field.mapToGlobal(QPoint(0, 0)).y(), "and stays there while one types"
