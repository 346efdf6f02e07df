"""A line of two pixels that says something is being read, without covering or moving anything."""

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.wording import tr
from app.views.toolkit.theme import colour

_PATIENCE_MS = 150
"""Answers faster than this show no line: a flicker says less than nothing."""

_FRAME_MS = 40


class LoadingLine(QWidget):
    """Moves while something is read that takes longer than a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(2)
        self.setAccessibleName(tr("Loading"))
        self._step = 0
        self._shown = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._move)

    def start(self) -> None:
        """Something is being read."""
        self._timer.start(_PATIENCE_MS)

    def stop(self) -> None:
        """It has come."""
        self._timer.stop()
        self._shown = False
        self.update()

    def _move(self) -> None:
        if not self._shown:
            self._shown = True
            self._timer.start(_FRAME_MS)
        self._step = (self._step + 1) % 40
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A stretch of the line, somewhere on its way."""
        if self._shown:
            width = self.width() / 4
            left = (self.width() + width) * self._step / 40 - width
            QPainter(self).fillRect(QRectF(left, 0, width, 2), colour("accent"))
