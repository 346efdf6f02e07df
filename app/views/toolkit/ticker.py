"""The one timer that lets shown times go on: every second while something is about to be due, seldom otherwise."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

SECOND_MS = 1_000
SELDOM_MS = 30_000


@dataclass(frozen=True, slots=True)
class _Watcher:
    owner: QWidget
    tick: Callable[[], bool]


class Ticker(QObject):
    """Calls whoever watches and is on the screen; each says whether it wants to be called again in a second."""

    def __init__(self, parent: QObject | None = None) -> None:
        # Without an owner it could be collected by any thread, and a timer may be stopped in its own one only.
        super().__init__(parent or QCoreApplication.instance())
        self._watchers: list[_Watcher] = []
        self._timer = QTimer(self)
        self._timer.setInterval(SELDOM_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def interval(self) -> int:
        """How often it ticks now, in milliseconds; 0 while it stands still."""
        return self._timer.interval() if self._timer.isActive() else 0

    def watch(self, owner: QWidget, tick: Callable[[], bool]) -> None:
        """Call `tick` from now on while `owner` is visible; it repaints and tells whether seconds matter."""
        self._watchers.append(_Watcher(owner, tick))
        owner.destroyed.connect(lambda: self._forget(tick))
        if not self._timer.isActive():
            self._timer.start()

    def hurry(self, *, by_seconds: bool) -> None:
        """Something new is shown: tick every second from now on if it needs that."""
        if by_seconds and self._timer.interval() != SECOND_MS:
            self._timer.setInterval(SECOND_MS)

    def tick(self) -> None:
        """Let everything that is seen go on."""
        # All of them are called, whatever the first one answers.
        wishes = [watcher.tick() for watcher in list(self._watchers) if watcher.owner.isVisible()]
        wanted = SECOND_MS if any(wishes) else SELDOM_MS
        if self._timer.interval() != wanted:
            self._timer.setInterval(wanted)

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()
        self._watchers.clear()

    def _forget(self, tick: Callable[[], bool]) -> None:
        self._watchers = [watcher for watcher in self._watchers if watcher.tick is not tick]
