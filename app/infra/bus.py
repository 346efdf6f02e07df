"""Tells whoever listens what happened, in the thread of the one who did it; the window has a bridge of its own."""

import logging
import threading
from collections.abc import Callable

from app.domain.events import Event

Listener = Callable[[Event], None]
_log = logging.getLogger(__name__)


class Bus:
    """Listeners in the order in which they came; one that fails is logged and the others still hear."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear every event from now on; call what is returned to stop."""
        with self._lock:
            self._listeners.append(listener)

        def stop() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return stop

    def publish(self, events: tuple[Event, ...]) -> None:
        """Tell all listeners; called after the commit, so a listener's failure must not undo what was saved."""
        with self._lock:
            listeners = tuple(self._listeners)
        for event in events:
            for listener in listeners:
                try:
                    listener(event)
                except Exception:  # noqa: BLE001 - the change is saved; the failure is logged as the bug it is
                    _log.exception("A listener failed on %r", event)
