"""A line of two pixels that says something is being read, without covering or moving anything."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.wording import tr
from app.views.toolkit.theme import colour

_PATIENCE_MS = 150
"""Answers faster than this show no line: a flicker says less than nothing."""


class LoadingLine(QWidget):
    """Stands while something is read that takes longer than a moment.

    It does not move, and neither does anything else of the window by itself: Qt does not tell on every system whether
    somebody has asked for less motion, and nobody misses a line that runs.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(2)
        self.setAccessibleName(tr("Loading"))
        self._shown = False
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self._appear)

    def start(self) -> None:
        """Something is being read."""
        if not self._shown:
            self._timer.start()

    def stop(self) -> None:
        """It has come."""
        self._timer.stop()
        self._shown = False
        self.update()

    def _appear(self) -> None:
        self._shown = True
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole of it, or nothing."""
        if self._shown:
            QPainter(self).fillRect(self.rect(), colour("accent"))
