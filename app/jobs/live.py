"""The thread that hears what others do: it waits at the doorbell, reads the feed and tells the bus.

It asks by itself only now and then, so an idle window costs a server next to nothing. When the line is cut it comes
back by itself and catches up; nothing has to be read anew for that.
"""

import logging
import random
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from app.domain.errors import DeskError
from app.domain.events import Event, LinkChanged
from app.domain.presence import Doing
from app.jobs.attendance import Attendance

if TYPE_CHECKING:
    from app.infra.doorbell import Line
    from app.infra.unit_of_work import Store

PERIOD = 15.0
"""Seconds between two readings when nothing rings; `SPREAD` keeps windows from marching in step."""
SPREAD = 3.0
CALM = 0.25
"""Seconds between two readings at least: a stream of changes is read in gulps."""
SCATTER = 0.03
"""Windows that one ring wakes ask the server within so many seconds of each other."""
LONGEST_REST = 15.0
"""Seconds between two attempts while the database cannot be reached; the first ones come sooner."""

_log = logging.getLogger(__name__)


class LiveRunner:
    """Follows one desk for as long as its window is open; implements `app.services.session.Live`."""

    def __init__(
        self,
        store: "Store",
        attendance: Attendance | None = None,
        uniform: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self._store = store
        self._attendance = attendance
        self._uniform = uniform
        self._stopping = threading.Event()
        self._woken = threading.Event()
        self._thread: threading.Thread | None = None
        self._line: Line | None = None
        self._read_at = float("-inf")
        self._failures = 0

    def start(self) -> None:
        """Follow in a thread of its own from now on."""
        # A daemon: a connection that hangs must not keep the program from ending.
        self._thread = threading.Thread(target=self.run, name="mainstay-live", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End, and wait for that; not to be called on the thread that paints."""
        self.end_soon()
        if self._thread is not None:
            self._thread.join()

    def end_soon(self) -> None:
        """End at once, without waiting for it."""
        self._stopping.set()
        self._woken.set()
        self._knock()

    def show(self, incident_id: str, doing: Doing | None) -> None:
        """What the person at the window does at an incident, to be told to others; None where they left it."""
        if self._attendance is not None and self._attendance.show(incident_id, doing):
            self._knock()

    def look(self, *, is_seen: bool) -> None:
        """Whether somebody looks at the window: then what others do is asked for more often."""
        if self._attendance is not None and self._attendance.look(is_seen=is_seen):
            self._knock()

    def run(self) -> None:
        """Follow in the calling thread until somebody says `stop` or `end_soon`."""
        unsubscribe = self._store.bus.subscribe(self._hear)
        try:
            while not self._stopping.is_set():
                self._listen()
        finally:
            unsubscribe()

    def _listen(self) -> None:
        from app.infra.doorbell import open_line

        try:
            with open_line(self._store.database) as line:
                self._follow(line)
        except DeskError as error:
            self._rest(error)
        except Exception:  # noqa: BLE001 - a thread that ends in silence would leave the window stale; it is logged
            _log.exception("Following the desk failed")
            self._rest(None)

    def _hear(self, event: Event) -> None:
        # Somebody else in this program found the server again.
        if isinstance(event, LinkChanged) and not event.is_away:
            self._woken.set()

    def _follow(self, line: "Line") -> None:
        from app.infra.doorbell import CHANGE, PRESENCE

        self._line = line
        # What rang before the line was open is found by reading once.
        self._read(line)
        if self._failures:
            _log.info("Changes by others are shown again")
            self._failures = 0
        period, waits = self._uniform(PERIOD - SPREAD, PERIOD + SPREAD), False
        while not self._stopping.is_set():
            rang = line.wait(min(self._read_at + period - time.monotonic(), self._due_in(rung=waits)))
            if CHANGE in rang or time.monotonic() >= self._read_at + period:
                waits = self._keep_calm(line) or waits
                self._read(line)
                period = self._uniform(PERIOD - SPREAD, PERIOD + SPREAD)
            waits = self._attend(line, rung=waits or PRESENCE in rang)
        if self._attendance is not None:
            self._attendance.end(line)

    def _due_in(self, *, rung: bool) -> float:
        return PERIOD if self._attendance is None else self._attendance.due_in(rung=rung)

    def _attend(self, line: "Line", *, rung: bool) -> bool:
        """Tell what the person does and look at the others; whether another window still waits to be looked at."""
        if self._attendance is None or self._stopping.is_set():
            return False
        if self._attendance.due_in(rung=rung) > 0:
            return rung
        self._publish(self._attendance.turn(line, rung=rung))
        return False

    def _publish(self, event: Event | None) -> None:
        if event is not None:
            self._store.bus.publish((event,))

    def _keep_calm(self, line: "Line") -> bool:
        """Wait until the next reading may be; whether another window said something of its person meanwhile."""
        from app.infra.doorbell import PRESENCE

        early = self._read_at + CALM - time.monotonic()
        self._stopping.wait(max(early, 0.0) + self._uniform(0, SCATTER))
        # What else rang meanwhile is answered by the reading that follows.
        return PRESENCE in line.wait(0)

    def _read(self, line: "Line") -> None:
        from app.services.live.news import events_of

        if self._stopping.is_set():
            return
        news = self._store.feed.news(line.connection)
        self._read_at = time.monotonic()
        self._store.database.link.worked()
        self._store.bus.publish(events_of(news))

    def _rest(self, error: DeskError | None) -> None:
        self._line = None
        self._store.feed.rewind()
        self._publish(None if self._attendance is None else self._attendance.lost())
        if error is not None and not self._failures:
            _log.info("Changes by others are not shown: %s", error)
        self._failures += 1
        rest = min(LONGEST_REST, 0.25 * 2.0**self._failures) * self._uniform(0.5, 1)
        self._woken.wait(max(rest, self._store.database.link.rest_left))
        if not self._stopping.is_set():
            self._woken.clear()

    def _knock(self) -> None:
        line = self._line
        if line is not None:
            with suppress(OSError):
                line.knock()
