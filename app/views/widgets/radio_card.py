"""One of a few alternatives, with the whole of its text in sight; a standard radio button to assistive technology."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font, metrics
from app.views.toolkit.marks import fill_rounded, paint_focus_ring, paint_left, pen
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size

_MARK = 14
_LEFT = 34


class RadioCard(QRadioButton):
    """The value in up to so many lines, and below it who it is from."""

    def __init__(self, value: str, caption: str, spoken: str, *, lines: int = 3) -> None:
        super().__init__(value)
        self._most = lines
        self._caption = caption
        self.setAccessibleName(spoken)
        self.setToolTip(value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the text takes, up to the most."""
        lines = len(self._lines(width - _LEFT - 10))
        caption = metrics(tokens.META).height() + 2 if self._caption else 0
        return max(Size.BUTTON_PAGE, lines * metrics(tokens.UI_MEDIUM).height() + caption + 14)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def hitButton(self, _position: object) -> bool:
        """All of the card belongs to the target."""
        return True

    def event(self, event: QEvent) -> bool:
        """A card that is hovered or chosen is painted otherwise."""
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, mark, value and caption."""
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        ground = "sel" if chosen else "hover" if self.underMouse() else "surface"
        fill_rounded(painter, box, Size.RADIUS_CONTROL, ground, "accent" if chosen else "border2")
        mark = QPointF(box.left() + 17, box.top() + 16)
        painter.setPen(pen("accent" if chosen else "control", 2 if chosen else 1))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(mark, _MARK / 2, _MARK / 2)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(mark, 3.5, 3.5)
        self._paint_text(painter, box)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), Size.RADIUS_CONTROL)

    def _paint_text(self, painter: QPainter, box: QRectF) -> None:
        left, right = float(_LEFT), box.right() - 8
        step = metrics(tokens.UI_MEDIUM).height()
        top = box.top() + 6
        lines = self._lines(int(right - left)) or [""]
        for line in lines:
            style, ink = (tokens.UI_MEDIUM, "text") if self.text() else (tokens.UI, "text3")
            paint_left(painter, style, ink, QRectF(left, top, right - left, step), line or tr("nothing"))
            top += step
        if self._caption:
            height = metrics(tokens.META).height()
            paint_left(painter, tokens.META, "text2", QRectF(left, top + 1, right - left, height), self._caption)

    def _lines(self, width: int) -> list[str]:
        """The value broken into lines; what does not fit is cut with an ellipsis at the end of the last one."""
        text = " ".join(self.text().split())
        layout = QTextLayout(text, font(tokens.UI_MEDIUM))
        layout.setTextOption(QTextOption())
        found: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, width))
            found.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
        layout.endLayout()
        if len(found) > self._most:
            rest = " ".join(found[self._most - 1 :])
            ink: QFontMetrics = metrics(tokens.UI_MEDIUM)
            found[self._most - 1 :] = [ink.elidedText(rest, Qt.TextElideMode.ElideRight, max(40, width))]
        return found
