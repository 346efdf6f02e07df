"""A line of plain text of which parts are strong; no markup is ever read, so nothing in it can run as any."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.toolkit.theme import colour


class Span(NamedTuple):
    """A piece of text, strong or not."""

    text: str
    strong: bool = False


class SpansLabel(QWidget):
    """Wraps like a label; its accessible name is the whole sentence."""

    def __init__(
        self,
        spans: Sequence[Span] = (),
        style: tokens.TypeStyle = tokens.UI,
        strong: tokens.TypeStyle = tokens.UI_STRONG,
        ink: str = "text2",
    ) -> None:
        super().__init__()
        self._style, self._strong, self._ink = style, strong, ink
        self._layout = QTextLayout()
        self._laid_out = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_spans(spans)

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Show these pieces."""
        text = "".join(span.text for span in spans)
        self._layout = QTextLayout(text, font(self._style, tabular=True))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        self._layout.setTextOption(option)
        self._ranges = _strong_ranges(spans)
        self._laid_out = -1
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The whole sentence."""
        return self._layout.text()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width)

    def sizeHint(self) -> QSize:
        return QSize(240, self._lay_out(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ordinary parts in the ink, strong ones in the colour of text."""
        painter = QPainter(self)
        strong = QTextCharFormat()
        strong.setFont(font(self._strong, tabular=True))
        strong.setForeground(colour("text"))
        formats = []
        for start, length in self._ranges:
            formats.append(QTextLayout.FormatRange())
            formats[-1].start, formats[-1].length = start, length
            formats[-1].format = strong
        self._layout.setFormats(formats)
        self._laid_out = -1
        self._lay_out(self.width())
        painter.setPen(colour(self._ink))
        self._layout.draw(painter, QPointF(0, 0))

    def _lay_out(self, width: int) -> int:
        if width != self._laid_out:
            self._laid_out = width
            self._height = 0.0
            self._layout.beginLayout()
            while (line := self._layout.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, self._height))
                self._height += line.height() + 2
            self._layout.endLayout()
        return int(self._height + 0.5)


def _strong_ranges(spans: Sequence[Span]) -> list[tuple[int, int]]:
    ranges, start = [], 0
    for span in spans:
        # Qt counts in UTF-16 units.
        length = len(span.text.encode("utf-16-le")) // 2
        if span.strong and length:
            ranges.append((start, length))
        start += length
    return ranges


def isolated(text: str) -> str:
    """The text between isolates where it holds letters or marks that run from right to left."""
    if any(unicodedata.bidirectional(char) in {"R", "AL", "RLE", "RLO", "LRO", "RLI", "FSI"} for char in text):
        return f"\u2068{text}\u2069"
    return text
