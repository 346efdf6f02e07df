"""What a page shows while files are held over it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_left, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour


class DropTarget(QWidget):
    """Watches its parent for files and pictures that are held over it, covers it then and says where a drop goes.

    `caption` gives those words, or None where nothing can be taken now; `take` is given what was dropped.
    """

    def __init__(self, parent: QWidget, caption: Callable[[], str | None], take: Callable[[QMimeData], None]) -> None:
        super().__init__(parent)
        self._text = ""
        self._caption, self._take = caption, take
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        parent.setAcceptDrops(True)
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, leave and drop of the parent; its size."""
        if isinstance(event, QDragEnterEvent):
            caption = self._caption() if event.mimeData().hasUrls() or event.mimeData().hasImage() else None
            if caption is not None:
                event.acceptProposedAction()
                self._cover(caption)
                return True
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hide()
            event.acceptProposedAction()
            self._take(event.mimeData())
            return True
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.DragMove:
            event.setAccepted(self.isVisible())
            return True
        elif event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif isinstance(event, QResizeEvent):
            self.resize(event.size())
        return super().eventFilter(watched, event)

    def _cover(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed frame and the words in the middle."""
        painter = painter_on(self)
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
