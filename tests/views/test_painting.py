"""Painting rows quickly without painting them differently: texts, and marks that are drawn once and copied."""

from bisect import bisect_left

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.views.toolkit import marks, stamps, tokens
from app.views.toolkit.fonts import font
from app.views.toolkit.marks import fitting, paint_avatar, paint_left, paint_priority, paint_right
from app.views.toolkit.stamps import paint_stamp
from app.views.toolkit.theme import Theme, colour, dress_number

BOX = QRectF(8, 0, 300, 40)
TEXTS = (
    "", "i", "INC-0012345", "Wagon AVATAR WAVE To. P, Te", "Printer jam on the 3rd floor, again and again",
    "Größe – naïve 東京 🙂", "W" * 80, "l" * 80,
)  # fmt: skip


def paper(ratio: float = 1.0, size: int = 400) -> QImage:
    image = QImage(round(size * ratio), round(60 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#ffffff"))
    return image


def least_room(style: tokens.TypeStyle, text: str) -> int:
    """The least width in which the text is shown whole."""
    return bisect_left(range(4000), True, key=lambda width: fitting(style, text, width) == text)


@pytest.mark.parametrize("style", tokens.TYPE_SCALE)
@pytest.mark.parametrize("text", TEXTS)
def test_texts_end_within_their_room(theme: Theme, style: tokens.TypeStyle, text: str) -> None:
    for width in (30, 90, 300):
        shown = fitting(style, text, width)
        assert shown == text or shown.endswith("…")
        assert marks.text_width(style, shown) <= max(width + 1, marks.text_width(style, "…"))
    assert fitting(style, text, 5000) == text


@pytest.mark.parametrize("style", [tokens.UI_STRONG, tokens.META, tokens.VIEW_TITLE])
def test_what_is_taken_to_fit_does_fit(theme: Theme, style: tokens.TypeStyle) -> None:
    letters = "".join(map(chr, range(33, 127)))
    for text in (letters, *(f"{one}{other}" * 20 for one in "WTf'" for other in letters)):
        room = least_room(style, text)
        assert marks.text_width(style, text) <= room + 1, text


@pytest.mark.parametrize("style", [tokens.UI, tokens.UI_STRONG, tokens.META, tokens.VIEW_TITLE])
def test_a_line_looks_as_if_qt_had_laid_it_out(theme: Theme, style: tokens.TypeStyle) -> None:
    text = "Printer jam 0042"
    for paint, side in ((paint_left, Qt.AlignmentFlag.AlignLeft), (paint_right, Qt.AlignmentFlag.AlignRight)):
        ours, theirs = paper(), paper()
        painter = QPainter(ours)
        paint(painter, style, "text", BOX, text)
        painter.end()
        painter = QPainter(theirs)
        painter.setFont(font(style, tabular=True))
        painter.setPen(colour("text"))
        painter.drawText(BOX, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()
        assert ours == theirs


def test_marks_are_drawn_once_and_then_copied(theme: Theme) -> None:
    drawn: list[str] = []

    def draw(painter: QPainter, box: QRectF, tone: str) -> None:
        drawn.append(tone)
        painter.fillRect(box, colour(tone))

    image = paper()
    painter = QPainter(image)
    for left in range(0, 300, 20):
        paint_stamp(painter, QRectF(left, 0, 18, 18), draw, "red")
        paint_stamp(painter, QRectF(left, 20, 18, 18), draw, "green")
    painter.end()
    assert drawn == ["red", "green"]
    assert image.pixelColor(285, 5) == colour("red")
    assert image.pixelColor(285, 25) == colour("green")
    theme.use("dark")
    painter = QPainter(image)
    paint_stamp(painter, QRectF(0, 0, 18, 18), draw, "red")
    painter.end()
    assert drawn == ["red", "green", "red"], "other colours, another stamp"
    assert stamps._stamps(dress_number()).cache_info().currsize == 1, "those in the old colours are gone"  # type: ignore[attr-defined]  # a cache tells it
    assert image.pixelColor(5, 5) == colour("red")


def test_marks_stay_sharp_between_whole_scales(theme: Theme) -> None:
    drawn: list[QPointF] = []

    def draw(_painter: QPainter, box: QRectF) -> None:
        drawn.append(box.topLeft())

    image = paper(1.25)
    painter = QPainter(image)
    paint_stamp(painter, QRectF(10, 5, 18, 18), draw)
    paint_stamp(painter, QRectF(30, 5, 18, 18), draw)
    painter.end()
    assert drawn == [QPointF(10, 5), QPointF(30, 5)]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_marks_are_on_the_paper_at_every_scale(theme: Theme, ratio: float) -> None:
    blank, image = paper(ratio), paper(ratio)
    painter = QPainter(image)
    paint_priority(painter, 10, 20, 1)
    painter.end()
    assert image != blank
    once = QImage(image)
    painter = QPainter(image)
    paint_avatar(painter, 100, 20, "Ada Lovelace")
    painter.end()
    assert image != once
