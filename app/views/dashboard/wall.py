"""The dashboard on a screen on the wall: as large as the screen permits, without a pointer, and left by Esc."""

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.wording import tr
from app.views.dashboard.board import Board
from app.views.toolkit.stamps import enlarged
from app.views.toolkit.theme import colour

_WIDTH: Final = 1080
"""Pixels for which the board is laid out; it is painted as many times larger as fit."""
_AGAIN_MS: Final = 1_000


class WallBoard(QWidget):
    """A window of its own over the whole screen. `left` tells that it was closed."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.board = Board(wall=True)
        self.setAccessibleName(tr("Dashboard on the wall"))
        self.setAccessibleDescription(tr("Esc leaves"))
        self.setWindowTitle(tr("Dashboard"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        # What is shown is a picture of a board that nobody can press, so it is painted anew when its figures may be.
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.update)

    def begin(self, beside: QWidget) -> None:
        """Cover the screen on which a widget is."""
        screen = beside.screen()
        if screen is not None:
            self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self._again.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The board keeps its width, and has the height that the screen leaves it."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> float:
        wanted = self.board.sizeHint().height()
        scale = min(self.width() / _WIDTH, self.height() / max(1, wanted))
        size = QSize(max(_WIDTH, int(self.width() / scale)), max(wanted, int(self.height() / scale)))
        if self.board.size() != size:
            self.board.resize(size)
            self.board.ensurePolished()
        layout = self.board.layout()
        if layout is not None:
            layout.activate()
        return scale

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The board, larger."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("ground"))
        scale = self._lay_out()
        painter.scale(scale, scale)
        with enlarged():
            self.board.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and F11 leave."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F11}:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Back to the page."""
        self._again.stop()
        super().closeEvent(event)
        self.board.deleteLater()
        self.left.emit()
