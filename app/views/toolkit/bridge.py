"""From the bus to the window: events are published in lane threads and arrive here in the window's own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from app.domain.events import Event
    from app.infra.bus import Bus


class Bridge(QObject):
    """`happened` carries every event of the desk into the window's thread, in order."""

    happened = Signal(object)
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop: Callable[[], None] | None = None
        self._heard.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def listen(self, bus: "Bus") -> None:
        """Hear this bus from now on, and no longer the one before."""
        self.close()
        self._stop = bus.subscribe(self._hear)

    def close(self) -> None:
        """Hear nothing any more."""
        if self._stop is not None:
            self._stop()
            self._stop = None

    def _hear(self, event: "Event") -> None:
        self._heard.emit(event)

    @Slot(object)
    def _pass_on(self, event: "Event") -> None:
        if self._stop is not None:
            self.happened.emit(event)
