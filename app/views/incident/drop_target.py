"""What a page shows while files are held over it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_left, text_width
from app.views.toolkit.theme import colour


class DropTarget(QWidget):
    """Covers its parent, lets every event through, and says where a drop goes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, text: str) -> None:
        """Cover the parent."""
        self._text = text
        self.setAccessibleName(text)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed frame and the words in the middle."""
        painter = QPainter(self)
        veil = QColor(colour("surface"))
        veil.setAlpha(215)
        painter.fillRect(self.rect(), veil)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(colour("accent"), 2, Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(14, 14, -14, -14), 12, 12)
        width = text_width(tokens.SHEET_TITLE, self._text) + 64
        box = QRectF((self.width() - width) / 2, self.height() / 2 - 22, width, 44)
        fill_rounded(painter, box, 22, "sel")
        paint_icon(painter, "paperclip", colour("accent"), box.left() + 20, box.center().y() - 8)
        paint_left(painter, tokens.SHEET_TITLE, "accent", box.adjusted(44, 0, 0, 0), self._text)
