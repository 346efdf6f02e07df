"""The thread that lets time pass: it ticks when something is due, after every change here, and every 15 seconds.

It keeps nothing that matters. Whoever kills it loses nothing: the next tick of anybody finds what is due. The services
it calls are imported in its own thread, so that a window that starts it does not wait for them.
"""

import logging
import random
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.errors import Busy, DeskError, NotAllowed
from app.domain.events import Event, IncidentChanged, IncidentLogged
from app.infra.clock import Offset
from app.services.timers.dto import SLEEPS_ABOVE, Tick, Worker

if TYPE_CHECKING:
    from app.infra.unit_of_work import Store
    from app.triage.filling import Filler

PERIOD = 15.0
"""Seconds between two looks when nothing is known to be due; `SPREAD` keeps windows from marching in step."""
SPREAD = 5.0
SIGN_EVERY = 30.0
"""Seconds between two signatures: a tick with nothing due writes nothing in between."""
ON_SERVER = 2
"""So many times as seldom on a server, whose clock is its own: there they only tell that somebody runs the timers."""
ANCHOR_AFTER = 60.0
"""Seconds until a program that has just started asks whether the audit trail wants its anchor of the day."""
ANCHOR_EVERY = 3600.0
"""Seconds between two such questions."""
BURSTS_EVERY = 300.0
"""Seconds between two looks for bursts; an hour is looked at, so each burst is seen many times and told once."""
FILL_EVERY = 60.0
"""Seconds between two looks for new incidents that a rule fills in; without a rule that is one question."""
INDEX_AFTER = 60.0
"""Seconds after a change that was made here, until what it left in the index of a file is joined with the rest."""
WAKE_EVERY = 60.0
"""What was put off counts as awake at its moment; that windows are told of it may take so long."""
RISKS_EVERY = 300.0
"""Seconds between two looks for risks of a breach that are old; what is changed here is looked at right after."""
RETAIN_EVERY = 6 * 3600.0
"""Seconds between two looks for what is past its time; without a rule that is two questions."""
MOST_CHANGED = 200
"""Of more incidents that were changed at once the last ones; the others are looked at with the old ones."""
LOCKED_AGAIN = 0.5
"""Seconds until the next look at what somebody else held."""
BREATH = 0.02
"""Seconds between two transactions of one tick, in which others get hold of a SQLite file."""
LONGEST_REST = 60.0
"""Seconds between two attempts while the database cannot be reached; the first ones come sooner."""
JUMP = timedelta(minutes=10)
"""So much more time of the database than of this computer between two looks means that one of them stood still."""

_log = logging.getLogger(__name__)


class RestingTimers:
    """The timers of a program that must leave them to others, and why; implements `app.services.session.Timers`."""

    def __init__(self, why: str) -> None:
        self._why = why

    def start(self) -> None:
        """Nothing runs."""

    def stop(self) -> None:
        """Nothing was started."""

    def end_soon(self) -> None:
        """Nothing was started."""

    def run(self) -> None:
        """Refused: whoever asks for timers has to know that these do not run."""
        raise NotAllowed(self._why)

    def once(self) -> Tick:
        """Refused, as `run` is."""
        raise NotAllowed(self._why)


OF_NO_WORKER = (
    "The login of a requester or a reader runs no timers; the windows of the desk do. Use the login of an agent, or one"
    " that `main.py server add-jobs` made."
)


class TimerRunner:
    """Runs the timers of one desk for as long as its program lives; implements `app.services.session.Timers`."""

    def __init__(
        self, store: "Store", worker: Worker, uniform: Callable[[float, float], float] = random.uniform
    ) -> None:
        self.worker = worker
        self._store = store
        self._uniform = uniform
        self._signal = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._ident: int | None = None
        self._fired = 0
        self._offset = Offset()
        self._started_at: datetime | None = None
        self._signed: float | None = None
        self._last: tuple[datetime, float] | None = None
        self._note = ""
        self._failures = 0
        self._anchor_at = time.monotonic() + ANCHOR_AFTER
        self._bursts_at = self._anchor_at
        self._index_at = self._anchor_at
        self._wake_at = time.monotonic() + WAKE_EVERY
        self._fill_at = time.monotonic() + FILL_EVERY
        self._filler: Filler | None = None
        self._risks_at = self._anchor_at
        self._retain_at = time.monotonic() + ANCHOR_AFTER * uniform(2, 10)
        self._changed: deque[str] = deque(maxlen=MOST_CHANGED)

    def start(self) -> None:
        """Run in a thread of its own from now on."""
        # A daemon, because a program that cannot end for its timers' sake is worse than timers that are cut off.
        self._thread = threading.Thread(target=self.run, name="mainstay-timers", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the transaction at hand, and wait for that; not to be called on the thread that paints."""
        self.end_soon()
        if self._thread is not None:
            self._thread.join()

    def end_soon(self) -> None:
        """End after the transaction at hand, without waiting for it."""
        self._stopping.set()
        self._signal.set()

    def run(self) -> None:
        """Tick in the calling thread until somebody says `stop` or `end_soon`."""
        self._ident = threading.get_ident()
        unsubscribe = self._store.bus.subscribe(self._hear)
        try:
            while not self._stopping.is_set():
                self._signal.clear()
                self._signal.wait(self._guarded())
        finally:
            unsubscribe()

    def once(self) -> Tick:
        """Deal with everything that is due, and sign. Raises Unavailable when the database is out of reach."""
        tick = self._tick()
        self._sign()
        self._close_the_day()
        self._look_for_bursts()
        self._join_index()
        self._wake()
        self._fill_in()
        self._reckon_risks()
        self._keep_to_rules()
        return tick

    def _hear(self, event: Event) -> None:
        # What this thread did itself, it has looked at already, and who did it elsewhere has a thread like this one.
        if threading.get_ident() != self._ident and not event.remote:
            if isinstance(event, IncidentChanged | IncidentLogged):
                self._changed.append(event.incident_id)
            self._index_at = min(self._index_at, time.monotonic() + INDEX_AFTER)
            self._signal.set()

    def _guarded(self) -> float:
        """One tick, whatever happens; returns the seconds to wait. Bugs are logged, and the next tick tries again."""
        try:
            tick = self._tick()
            if self._wants_to_sign():
                self._sign()
            for at, act in (
                (self._anchor_at, self._close_the_day),
                (self._bursts_at, self._look_for_bursts),
                (self._index_at, self._join_index),
                (self._wake_at, self._wake),
                (self._fill_at, self._fill_in),
                (0.0 if self._changed else self._risks_at, self._reckon_risks),
                (self._retain_at, self._keep_to_rules),
            ):
                if time.monotonic() >= at:
                    act()
        except Busy:
            return LOCKED_AGAIN  # this program keeps them waiting, and nothing is wrong with the desk
        except DeskError as error:
            if not self._failures:
                _log.warning("The timers cannot run: %s", error)
        except Exception:  # noqa: BLE001 - a thread that ends in silence would stop everybody's clocks; it is logged
            _log.exception("A tick failed")
        else:
            if self._failures:
                _log.info("The timers run again")
            self._failures = 0
            return self._pause_after(tick)
        self._failures += 1
        return min(LONGEST_REST, 2.0**self._failures) * self._uniform(0.5, 1)

    def _tick(self) -> Tick:
        from app.services.timers.claims import look
        from app.services.timers.fire import fire_due

        first = look(self._store)
        self._offset = first.offset
        if self._offset.may_exceed(SLEEPS_ABOVE):
            # This computer may believe in another time: what it shows is wrong, and it leaves the deciding to others.
            return Tick(self._store.clock.now() - self._offset.ahead)
        tick = Tick(first.moment.now, next_due_at=first.due_at)
        if first.is_due:
            tick = fire_due(
                self._store, self.worker, may_go_on=lambda: not self._stopping.is_set(), between=self._breathe
            )
        self._fired += tick.fired
        self._watch_for_jumps(tick.at)
        return tick

    def _wake(self) -> None:
        """Wake what was put off until now; a failure is no reason to stop the clocks."""
        from app.services.incidents.waking import wake_due

        self._wake_at = time.monotonic() + WAKE_EVERY
        if self._offset.may_exceed(SLEEPS_ABOVE):
            return

        try:
            wake_due(self._store)
        except DeskError as error:
            _log.warning("What was put off could not be woken: %s", error)

    def _fill_in(self) -> None:
        """Fill in what a rule says; a failure is no reason to stop the clocks."""
        from app.domain.actor import PROGRAM
        from app.services.suggestions.queries import SuggestionQueries

        self._fill_at = time.monotonic() + FILL_EVERY
        if self._offset.may_exceed(SLEEPS_ABOVE):
            return
        try:
            if self._filler is None and not SuggestionQueries(self._store).filling(PROGRAM):
                return  # Most desks have no rule, and what fills in brings numpy along.
            self._filling().fill()
        except DeskError as error:
            _log.warning("What is suggested could not be filled in: %s", error)

    def _filling(self) -> "Filler":
        from app.triage.filling import Filler

        self._filler = self._filler or Filler(self._store)
        return self._filler

    def _reckon_risks(self) -> None:
        """Count the risks of a breach anew: of what was changed here, else of all that are old."""
        from app.services.suggestions.risks import reckon_risks

        changed = {self._changed.popleft() for _ in range(len(self._changed))}
        is_time = time.monotonic() >= self._risks_at
        if is_time or not changed:
            self._risks_at = time.monotonic() + RISKS_EVERY
        if self._offset.may_exceed(SLEEPS_ABOVE):
            return
        try:
            if changed:
                reckon_risks(self._store, sorted(changed))
            if is_time or not changed:
                reckon_risks(self._store)
        except DeskError as error:
            _log.warning("The risks of a breach could not be counted: %s", error)

    def _keep_to_rules(self) -> None:
        """Take what is past its time; a failure is no reason to stop the clocks, and the next look goes on."""
        from app.services.retention.run import keep_to_rules

        self._retain_at = time.monotonic() + RETAIN_EVERY
        if self._offset.may_exceed(SLEEPS_ABOVE):
            return
        try:
            keep_to_rules(self._store, lambda: not self._stopping.is_set(), self._breathe)
        except DeskError as error:
            _log.warning("What is past its time could not be taken: %s", error)

    def _wants_to_sign(self) -> bool:
        every = SIGN_EVERY if self._store.database.is_sqlite else SIGN_EVERY * ON_SERVER
        return self._signed is None or time.monotonic() - self._signed >= every

    def _close_the_day(self) -> None:
        """Have the audit trail closed by an anchor if that is due; a failure is no reason to stop the clocks."""
        from app.services.audit.anchors import take_if_due

        self._anchor_at = time.monotonic() + ANCHOR_EVERY
        try:
            take_if_due(self._store)
        except DeskError as error:
            _log.warning("The audit trail could not be closed by the anchor of the day: %s", error)

    def _look_for_bursts(self) -> None:
        """Have those who lead the desk told of bursts; a failure is no reason to stop the clocks."""
        from app.services.suggestions.bursts import look_for_bursts

        self._bursts_at = time.monotonic() + BURSTS_EVERY
        if self._offset.may_exceed(SLEEPS_ABOVE):
            return
        try:
            look_for_bursts(self._store)
        except DeskError as error:
            _log.warning("Nobody could look for bursts of incidents: %s", error)

    def _join_index(self) -> None:
        """Join what saves left in many parts of the index; a failure is no reason to stop the clocks."""
        from app.services.search.joining import join_parts

        self._index_at = float("inf")  # Until something is saved again.
        has_more = True
        try:
            has_more = join_parts(self._store, lambda: not self._stopping.is_set(), self._breathe)
        except DeskError as error:
            _log.warning("The index of the search could not be put together: %s", error)
        if has_more:
            self._index_at = time.monotonic() + INDEX_AFTER

    def _breathe(self) -> None:
        self._stopping.wait(BREATH)

    def _sign(self) -> None:
        from app.services.timers.heartbeat import sign

        at = sign(
            self._store,
            self.worker,
            started_at=self._started_at,
            fired=self._fired,
            offset=self._offset.ahead,
            note=self._note,
        )
        self._started_at = self._started_at or at
        self._signed = time.monotonic()

    def _watch_for_jumps(self, at: datetime) -> None:
        """Note when much more time passed in the database than here: a sleep, or a clock that was set."""
        now = time.monotonic()
        if self._last is not None:
            passed, felt = at - self._last[0], timedelta(seconds=now - self._last[1])
            if abs(passed - felt) > JUMP:
                self._note = f"{passed} passed between two ticks that lay {felt} apart here, at {at:%Y-%m-%d %H:%M} UTC"
                self._signed = None
        self._last = (at, now)

    def _pause_after(self, tick: Tick) -> float:
        pause = self._uniform(PERIOD - SPREAD, PERIOD + SPREAD)
        if self._offset.may_exceed(SLEEPS_ABOVE) or tick.next_due_at is None:
            return pause
        ahead = (tick.next_due_at - tick.at).total_seconds()
        # Many windows wait for the same instant; a little spread keeps them from all asking at once.
        return min(pause, (ahead if ahead > 0 else LOCKED_AGAIN) + self._uniform(0, 0.3))
