"""Things that come together are done together: the first one starts a short wait, the others join it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

GATHER_MS = 150
"""A page that others change is read again after so long: soon enough to be called at once, and once for many."""


class Gather(QTimer):
    """Runs once, so many milliseconds after it was asked first; never put off by being asked again."""

    def __init__(self, owner: QObject, milliseconds: int, run: Callable[[], object]) -> None:
        super().__init__(owner)
        self.setSingleShot(True)
        self.setInterval(milliseconds)
        self.timeout.connect(run)

    def ask(self) -> None:
        """Have it run soon."""
        if not self.isActive():
            self.start()

    def ask_within(self, milliseconds: int) -> None:
        """Have it run within this time, or when it would have run anyway where that is sooner."""
        if not self.isActive() or self.remainingTime() > milliseconds:
            self.start(milliseconds)
