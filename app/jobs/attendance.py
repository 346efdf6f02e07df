"""What one window tells others about its person, and what it knows of them; driven by the thread that listens."""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.actor import Actor
from app.domain.events import PresenceSeen
from app.domain.presence import HEARTBEAT, Doing, Present

if TYPE_CHECKING:
    from app.infra.doorbell import Line
    from app.infra.unit_of_work import Store

BEAT = HEARTBEAT.total_seconds()
CALM = 1.0
"""Seconds between two looks at the others at least, however often their windows ring."""
UNSEEN = 15.0
"""Seconds between two looks while nobody looks at this window."""
LONELY = 60.0
"""Seconds between two looks while nobody else is anywhere: whoever comes rings."""

Showing = tuple[str, Doing]


class Attendance:
    """`show` and `look` are called by the window, the rest by the thread that listens."""

    def __init__(self, store: "Store", actor: Actor, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._store, self._actor, self._monotonic = store, actor, monotonic
        self._window_id = store.ids.new()
        self._lock = threading.Lock()
        self._wanted: Showing | None = None
        self._told: Showing | None = None
        self._is_seen = True
        self._told_at = self._looked_at = float("-inf")
        self._people: tuple[Present, ...] = ()

    def show(self, incident_id: str, doing: Doing | None) -> bool:
        """What the person does now, None where they left; whether that is news to others."""
        with self._lock:
            before = self._wanted
            self._wanted = None if doing is None else (incident_id, doing)
            return self._wanted != before

    def look(self, *, is_seen: bool) -> bool:
        """Whether somebody looks at the window; whether that is news."""
        with self._lock:
            before, self._is_seen = self._is_seen, is_seen
            return is_seen and not before

    def due_in(self, rung: bool = False) -> float:
        """Seconds until something is to be told or looked at; `rung` where another window has said something."""
        now = self._monotonic()
        with self._lock:
            if self._wanted != self._told:
                return 0.0
            beat = self._told_at + BEAT if self._told is not None else float("inf")
            return max(0.0, min(beat, self._looked_at + self._pause(rung=rung)) - now)

    def _pause(self, *, rung: bool) -> float:
        if not self._is_seen:
            return UNSEEN
        # Only that somebody has gone without a word is found by looking.
        return CALM if rung else BEAT if self._people else LONELY

    def turn(self, line: "Line", rung: bool) -> PresenceSeen | None:
        """Tell and look as far as it is time to; the event where others do something else than before."""
        # Imported here, because a window that has just opened needs none of it yet.
        from app.services.live import presence

        now = self._monotonic()
        with self._lock:
            wanted, told = self._wanted, self._told
        if wanted is not None and (wanted != told or now >= self._told_at + BEAT):
            presence.show(self._store, line.connection, self._actor, self._window_id, *wanted, ring=wanted != told)
            self._told, self._told_at = wanted, now
        elif wanted is None and told is not None:
            presence.leave(line.connection, self._window_id)
            self._told = None
        if now < self._looked_at + self._pause(rung=rung):
            return None
        self._looked_at = now
        return self._news(presence.others(self._store, line.connection, self._actor))

    def end(self, line: "Line") -> None:
        """The window goes."""
        from app.services.live import presence

        if self._told is not None:
            presence.leave(line.connection, self._window_id)
            self._told = None

    def lost(self) -> PresenceSeen | None:
        """The line was cut: nothing is known of anybody, and what was told will have expired."""
        self._told, self._looked_at = None, float("-inf")
        return self._news(())

    def _news(self, people: tuple[Present, ...]) -> PresenceSeen | None:
        if people == self._people:
            return None
        self._people = people
        return PresenceSeen(None, people, remote=True)
