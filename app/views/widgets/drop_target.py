"""What a page shows while files are held over it: a place for each thing that a drop could mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_left, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour

_MARGIN = 14


@dataclass(frozen=True, slots=True)
class DropPlace:
    """Where something can be dropped: the words on it, and what is given what was dropped."""

    caption: str
    take: Callable[[QMimeData], None]


class DropTarget(QWidget):
    """Watches its parent for files and pictures that are held over it, covers it then and says where a drop goes.

    `places` gives what it could be dropped on, one above the other; none where nothing can be taken now.
    """

    def __init__(self, parent: QWidget, places: Callable[[], Sequence[DropPlace]]) -> None:
        super().__init__(parent)
        self._ask = places
        self._places: Sequence[DropPlace] = ()
        self._over = -1
        self.setAcceptDrops(True)
        self.hide()
        parent.setAcceptDrops(True)
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files come over the parent, or go before they came over a place; its size."""
        if isinstance(event, QDragEnterEvent):
            places = self._ask() if event.mimeData().hasUrls() or event.mimeData().hasImage() else ()
            if places:
                event.acceptProposedAction()
                self._cover(places)
                return True
        elif event.type() == QEvent.Type.DragLeave:
            # The parent is left for its cover too, which is entered before the next turn.
            QTimer.singleShot(0, self, self._uncover_unless_over)
        elif isinstance(event, QResizeEvent):
            self.resize(event.size())
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are over a place."""
        event.acceptProposedAction()
        self._hold_over(event.position())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Over which one."""
        event.acceptProposedAction()
        self._hold_over(event.position())

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They go again."""
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """It is taken by the place that it was dropped on."""
        self._hold_over(event.position())
        self.hide()
        event.acceptProposedAction()
        self._places[self._over].take(event.mimeData())

    def place_of(self, index: int) -> QRectF:
        """Where the place of this number lies."""
        height = (self.height() - _MARGIN) / max(1, len(self._places))
        return QRectF(_MARGIN, _MARGIN + index * height, self.width() - 2 * _MARGIN, height - _MARGIN)

    def captions(self) -> list[str]:
        """What is offered while something is held over the page."""
        return [place.caption for place in self._places] if self.isVisible() else []

    def _hold_over(self, position: QPointF) -> None:
        step = (self.height() - _MARGIN) / max(1, len(self._places))
        self._over = max(0, min(len(self._places) - 1, int((position.y() - _MARGIN / 2) // max(1.0, step))))
        self.update()

    def _uncover_unless_over(self) -> None:
        if self._over < 0:
            self.hide()

    def _cover(self, places: Sequence[DropPlace]) -> None:
        self._places, self._over = places, -1
        self.setAccessibleName(" · ".join(place.caption for place in places))
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """For each place a dashed frame and the words in the middle; the one that is meant is filled."""
        painter = painter_on(self)
        veil = QColor(colour("surface"))
        veil.setAlpha(215)
        painter.fillRect(self.rect(), veil)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, place in enumerate(self._places):
            self._paint_place(painter, self.place_of(index), place.caption, meant=index == self._over)

    def _paint_place(self, painter: QPainter, frame: QRectF, caption: str, *, meant: bool) -> None:
        painter.setPen(QPen(colour("accent"), 3 if meant else 2, Qt.PenStyle.DashLine))
        painter.setBrush(colour("sel") if meant else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 12, 12)
        width = text_width(tokens.SHEET_TITLE, caption) + 64
        box = QRectF(frame.center().x() - width / 2, frame.center().y() - 22, width, 44)
        fill_rounded(painter, box, 22, "sel")
        paint_icon(painter, "paperclip", colour("accent"), box.left() + 20, box.center().y() - 8)
        paint_left(painter, tokens.SHEET_TITLE, "accent", box.adjusted(44, 0, 0, 0), caption)
