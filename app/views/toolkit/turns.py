"""Work that is too long for one turn of the window: a piece in each turn, so that keys and paints come between."""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer

Pieces = Generator[None, None, None]


class Turns(QObject):
    """One work at a time, the newest; what it replaces is closed, so that it can clear away what it has begun.

    Between two pieces the window may be left alone for a while.
    """

    def __init__(self, parent: QObject, rest_ms: int = 0) -> None:
        super().__init__(parent)
        self._pieces: Pieces | None = None
        self._number = 0
        self._timer = QTimer(self, singleShot=True, interval=rest_ms)
        self._timer.timeout.connect(self._next)

    def begin(self, pieces: Pieces) -> None:
        """Do the first piece now, and the others in turns to come."""
        self.stop()
        self._pieces = pieces
        self._next()

    def stop(self) -> None:
        """Go on with nothing."""
        self._number += 1
        self._timer.stop()
        pieces, self._pieces = self._pieces, None
        if pieces is not None:
            pieces.close()

    def _next(self) -> None:
        pieces, self._pieces, number = self._pieces, None, self._number
        if pieces is None or next(pieces, self) is self:
            return
        if number == self._number:
            self._pieces = pieces
            self._timer.start()
        else:
            pieces.close()  # it began something else itself, or stopped
