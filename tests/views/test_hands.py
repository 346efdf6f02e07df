"""What is painted in rows stands mirrored where the window runs from right to left."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.views.toolkit import icons, marks
from app.views.toolkit.hands import PLAIN, Hand
from app.views.toolkit.marks import keys_width, pill_width
from app.views.toolkit.theme import Theme, colour
from app.views.toolkit.tokens import META
from tests.support.fake_desk import FakeDesk, make_rows
from tests.views.window import MakeWindow

WIDTH = 200


def painted(hand: Hand) -> QImage:
    """Each mark at its own height, as it is asked for near the left."""
    image = QImage(WIDTH, 160, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    hand.fill(painter, QRectF(4, 0, 3, 20), "accent")
    hand.paint_priority(painter, 10, 32, 1)
    hand.paint_state(painter, 10, 52, "resolved")
    hand.paint_avatar(painter, 10, 76, "Dana Okafor")
    hand.paint_pill(painter, 10, 104, "VIP", "violet", "star")
    hand.paint_left(painter, META, "text", QRectF(10, 120, 100, 20), "Dock 3")
    hand.paint_keys(painter, 10 + keys_width("Ctrl+K") - 4, 150, "Ctrl+K", ink="text", fill=None)
    painter.end()
    return image


def inked(image: QImage, top: int, bottom: int) -> tuple[int, int]:
    """The first and the last column that is not white between two heights."""
    white = 0xFFFFFFFF
    found = [x for x in range(image.width()) if any(image.pixel(x, y) != white for y in range(top, bottom))]
    return found[0], found[-1]


@pytest.mark.parametrize(("top", "bottom"), [(0, 20), (22, 42), (45, 60), (64, 88), (93, 115), (120, 140), (140, 160)])
def test_each_mark_stands_at_the_other_side(theme: Theme, qtbot: QtBot, top: int, bottom: int) -> None:
    plain, mirrored = (inked(painted(hand), top, bottom) for hand in (PLAIN, Hand(WIDTH)))
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


def test_a_row_that_runs_from_the_right_has_its_pills_at_the_left(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [row._replace(vip=True) for row in make_rows(3)]
    window = make_window(FakeDesk(rows))
    view = window.queue.view
    places: list[tuple[float, int]] = []
    real = marks.paint_pill

    def seen(painter: QPainter, left: float, middle: float, text: str, tone: str, icon: str | None = None) -> None:
        places.append((left, pill_width(text, icon)))
        real(painter, left, middle, text, tone, icon)

    monkeypatch.setattr(marks, "paint_pill", seen)
    view.grab()
    plain = list(places)
    assert plain
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    places.clear()
    view.grab()
    # The scroll bar changes sides too, so the viewport keeps its width and every place is mirrored in it.
    width = view.viewport().width()
    assert places == [(width - left - pill, pill) for left, pill in plain]
    assert view.painter.hand.mirrored
