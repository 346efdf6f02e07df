"""What one program tells others about its person, and what it knows of them; driven by the thread that listens."""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

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


class _Told(NamedTuple):
    """What others were told about an incident, and the id under which it stands there."""

    doing: Doing
    window_id: str


class Attendance:
    """`show` and `look` are called by the windows, the rest by the thread that listens.

    Somebody may be at several incidents at a time: each that stands in a window of its own is told of by itself.
    """

    def __init__(self, store: "Store", actor: Actor, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._store, self._actor, self._monotonic = store, actor, monotonic
        self._lock = threading.Lock()
        self._wanted: dict[str, Doing] = {}
        self._told: dict[str, _Told] = {}
        self._is_seen = True
        self._told_at = self._looked_at = float("-inf")
        self._people: tuple[Present, ...] = ()

    def show(self, incident_id: str, doing: Doing | None) -> bool:
        """What the person does at an incident now, None where they left it; whether that is news to others."""
        with self._lock:
            before = self._wanted.get(incident_id)
            if doing is None:
                self._wanted.pop(incident_id, None)
            else:
                self._wanted[incident_id] = doing
            return doing != before

    def look(self, *, is_seen: bool) -> bool:
        """Whether somebody looks at the window; whether that is news."""
        with self._lock:
            before, self._is_seen = self._is_seen, is_seen
            return is_seen and not before

    def due_in(self, rung: bool = False) -> float:
        """Seconds until something is to be told or looked at; `rung` where another window has said something."""
        now = self._monotonic()
        with self._lock:
            if self._wanted != {incident_id: told.doing for incident_id, told in self._told.items()}:
                return 0.0
            beat = self._told_at + BEAT if self._told else float("inf")
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
        self._tell(line, now)
        if now < self._looked_at + self._pause(rung=rung):
            return None
        self._looked_at = now
        return self._news(presence.others(self._store, line.connection, self._actor))

    def _tell(self, line: "Line", now: float) -> None:
        from app.services.live import presence

        with self._lock:
            wanted = dict(self._wanted)
        for incident_id in self._told.keys() - wanted.keys():
            presence.leave(line.connection, self._told.pop(incident_id).window_id)
        is_time = now >= self._told_at + BEAT
        for incident_id, doing in wanted.items():
            told = self._told.get(incident_id)
            is_news = told is None or told.doing != doing
            if is_news or is_time:
                window_id = self._store.ids.new() if told is None else told.window_id
                presence.show(self._store, line.connection, self._actor, window_id, incident_id, doing, ring=is_news)
                self._told[incident_id] = _Told(doing, window_id)
        if is_time:
            self._told_at = now

    def end(self, line: "Line") -> None:
        """The program goes."""
        from app.services.live import presence

        while self._told:
            presence.leave(line.connection, self._told.popitem()[1].window_id)

    def lost(self) -> PresenceSeen | None:
        """The line was cut: nothing is known of anybody, and what was told will have expired."""
        self._looked_at = float("-inf")
        self._told.clear()
        return self._news(())

    def _news(self, people: tuple[Present, ...]) -> PresenceSeen | None:
        if people == self._people:
            return None
        self._people = people
        return PresenceSeen(None, people, remote=True)
