"""Drawing one line of text in which some stretches are marked, whatever its script and direction."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from app.domain.search.marking import Marked
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font, metrics
from app.views.toolkit.mirror import upright
from app.views.toolkit.theme import colour

_ROOM_FOR_BOLD = 0.97


def paint_marked(painter: QPainter, style: tokens.TypeStyle, ink: str, box: QRectF, marked: Marked) -> float:
    """Draw the line where reading begins, in the middle of the height, cut if it has no room; returns where it ends."""
    measures = metrics(style, tabular=True)
    text = measures.elidedText(marked.text, Qt.TextElideMode.ElideRight, int(box.width() * _ROOM_FOR_BOLD))
    layout = QTextLayout(text, font(style, tabular=True))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(_formats(marked, text))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    painter.setPen(colour(ink))
    top = box.center().y() - line.height() / 2
    with upright(painter, QRectF(box.left(), top, line.naturalTextWidth(), line.height())) as real:
        layout.draw(painter, real.topLeft())
    return box.left() + line.naturalTextWidth()


def _formats(marked: Marked, shown: str) -> list[QTextLayout.FormatRange]:
    looks = QTextCharFormat()
    looks.setFontWeight(QFont.Weight.DemiBold)
    looks.setForeground(colour("text"))
    looks.setBackground(colour("ambertint"))
    # Only what stands before the ellipsis is still where it was.
    end = len(shown) if shown == marked.text else len(shown) - 1
    found = []
    for left, right in marked.spans:
        if left < end:
            stretch = QTextLayout.FormatRange()
            stretch.start = _units(marked.text[:left])
            stretch.length = _units(marked.text[left : min(right, end)])
            stretch.format = looks
            found.append(stretch)
    return found


def _units(text: str) -> int:
    """How long Qt counts a text: signs outside the first plane count twice."""
    return len(text) + sum(sign > "\uffff" for sign in text)
