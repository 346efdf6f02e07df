"""What is painted in rows stands mirrored where the window runs from right to left."""

import ast
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.search.marking import Marked
from app.views.search.marked_text import paint_marked
from app.views.toolkit import icons, marks
from app.views.toolkit.marks import keys_width
from app.views.toolkit.mirror import mirror, mirror_within, unmirrored_painter_on
from app.views.toolkit.theme import Theme, colour
from app.views.toolkit.tokens import META
from app.views.widgets.labels import Label
from tests.arch.source import modules
from tests.support.fake_desk import FakeDesk, make_rows
from tests.views.window import MakeWindow

WIDTH = 200
_APART, _NEAR = 12, 16


def painted(*, mirrored: bool) -> QImage:
    """Each mark at its own height, as it is asked for near the left."""
    image = QImage(WIDTH, 184, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    if mirrored:
        mirror_within(painter, QRectF(0, 0, WIDTH, 184))
    marks.fill(painter, QRectF(4, 0, 3, 20), "accent")
    marks.paint_priority(painter, 10, 32, 1)
    marks.paint_state(painter, 10, 52, "resolved")
    marks.paint_avatar(painter, 10, 76, "Dana Okafor")
    marks.paint_pill(painter, 10, 104, "VIP", "violet", "star")
    marks.paint_left(painter, META, "text", QRectF(10, 120, 100, 20), "Dock 3")
    marks.paint_keys(painter, 10 + keys_width("Ctrl+K") - 4, 150, "Ctrl+K", ink="text", fill=None)
    paint_marked(painter, META, "text", QRectF(10, 160, 100, 20), Marked("Dock 3"))
    painter.end()
    return image


def inked(image: QImage, top: int, bottom: int) -> tuple[int, int]:
    """The first and the last column that is not white between two heights."""
    white = 0xFFFFFFFF
    found = [x for x in range(image.width()) if any(image.pixel(x, y) != white for y in range(top, bottom))]
    return found[0], found[-1]


def stretches(image: QImage) -> list[tuple[int, int]]:
    """What stands apart by more than a letter, from left to right, to within a few pixels."""
    ground, bottom = image.pixel(image.width() // 2, 1), image.height() - 2
    marked = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(2, bottom))]
    edges = [(left, right) for left, right in pairwise(marked) if right - left > _APART]
    return [(round(left / _NEAR), round(right / _NEAR)) for left, right in edges]


@pytest.mark.parametrize(
    ("top", "bottom"), [(0, 20), (22, 42), (45, 60), (64, 88), (93, 115), (120, 140), (140, 160), (160, 184)]
)
def test_each_mark_stands_at_the_other_side(theme: Theme, qtbot: QtBot, top: int, bottom: int) -> None:
    plain, mirrored = (inked(painted(mirrored=turned), top, bottom) for turned in (False, True))
    assert plain[0] < 20
    assert abs(plain[0] - (WIDTH - 1 - mirrored[1])) <= 2
    assert abs((plain[1] - plain[0]) - (mirrored[1] - mirrored[0])) <= 2


def test_only_what_points_along_the_line_is_turned_round(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn(name: str) -> QImage:
        image = QImage(16, 16, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        icons.paint_icon(painter, name, colour("text"), 0, 0)
        painter.end()
        return image

    before = {name: drawn(name) for name in ("arrow-left", "chevron-right", "reply", "clock", "check")}
    monkeypatch.setattr(QGuiApplication, "isRightToLeft", lambda: True)
    turned = {name for name, image in before.items() if drawn(name) != image}
    assert turned == {"arrow-left", "chevron-right", "reply"}


def test_nothing_is_read_in_a_looking_glass(theme: Theme, qtbot: QtBot) -> None:
    """A badge, a state and initials look the same at the other side; only a pill has its icon where reading begins."""
    plain, mirrored = painted(mirrored=False), painted(mirrored=True)
    for box in (QRect(10, 23, 26, 18), QRect(10, 45, 14, 14), QRect(10, 65, 22, 22)):
        there = QRect(WIDTH - box.right() - 1, box.top(), box.width(), box.height())
        assert plain.copy(box) == mirrored.copy(there)
    pill = QRect(10, 93, marks.pill_width("VIP", "star"), 22)
    assert plain.copy(pill) != mirrored.copy(WIDTH - pill.right() - 1, 93, pill.width(), 22)


def test_a_row_that_runs_from_the_right_has_its_marks_at_the_left(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk([row._replace(vip=True) for row in make_rows(3)]))
    view = window.queue.view
    plain = view.grab().toImage()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = view.grab().toImage()
    # The scroll bar changes sides too, so the viewport keeps its width and every place is mirrored in it.
    row = QRect(0, view.rowViewportPosition(1) + view.viewport().y(), view.viewport().width(), view.rowHeight(1))
    there = row.translated(view.viewport().x(), 0)
    assert plain.copy(row) != mirrored.copy(there)
    assert stretches(plain.copy(row)) == stretches(mirrored.copy(there).flipped(Qt.Orientation.Horizontal))


def test_each_cell_of_a_table_is_mirrored_in_itself(theme: Theme, qtbot: QtBot) -> None:
    """As a delegate paints: the view puts the columns the other way round by itself."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = QImage(WIDTH, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    mirror(painter, widget, QRectF(100, 0, 60, 24))
    marks.fill(painter, QRectF(104, 0, 3, 20), "accent")
    painter.end()
    assert inked(image, 0, 20) == (153, 155)


_FROM_THE_LEFT = {
    "paint_left",
    "paint_right",
    "paint_icon",
    "paint_pill",
    "paint_priority",
    "paint_state",
    "paint_keys",
}
_ITS_OWN_WAY = {"app/views/widgets/chip_line_edit.py", "app/views/widgets/moment_field.py"}
"""Filters read from left to right in every language; the field of a moment has its opener where Qt has put it."""


def test_whatever_paints_words_is_mirrored_or_says_that_it_is_not() -> None:
    """The line of a hand-over had its number at the wrong end; the empty list of a choice, its sentence."""
    wrong = []
    for module in modules("app/views"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef) and node.name == "paintEvent" and module.path not in _ITS_OWN_WAY:
                called = {each.func.id for each in calls_in(node) if isinstance(each.func, ast.Name)}
                if "QPainter" in called and called & _FROM_THE_LEFT:
                    wrong.append(f"{module.path}:{node.lineno}")
    assert not wrong, "painter_on mirrors it; unmirrored_painter_on is for an axis of time"


def calls_in(node: ast.AST) -> list[ast.Call]:
    return [each for each in ast.walk(node) if isinstance(each, ast.Call)]


def test_a_figure_on_an_axis_keeps_its_order(theme: Theme, qtbot: QtBot) -> None:
    """`75 %` was painted as `% 75`, because a line of the window runs from right to left."""

    class Axis(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            marks.paint_left(unmirrored_painter_on(self), META, "text", QRectF(4, 0, 100, 24), "75 %")

    plain, turned = Axis(), Axis()
    turned.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for each in (plain, turned):
        qtbot.addWidget(each)
        each.resize(120, 24)
    assert plain.grab().toImage() == turned.grab().toImage()


def test_a_name_in_latin_letters_stands_where_lines_begin(theme: Theme, qtbot: QtBot) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        label = Label("Dock 3", wrap=True)
        qtbot.addWidget(label)
        label.setStyleSheet("background: white")
        label.resize(WIDTH, 24)
        first, last = inked(label.grab().toImage().convertToFormat(QImage.Format.Format_RGB32), 0, 24)
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert first > WIDTH // 2
    assert last > WIDTH - 8
