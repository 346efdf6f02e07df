"""A tick: whatever is due is dealt with in small transactions, so that people's saves go in between.

Nothing is remembered between ticks and nothing is assumed about the last one. A worker that is killed anywhere leaves
what it had not committed to the next one, itself or another.
"""

import logging
import time
from collections.abc import Callable
from datetime import timedelta

from app.domain.actor import PROGRAM
from app.domain.errors import Unavailable
from app.infra.collector import collector_held
from app.infra.unit_of_work import Store, Work
from app.services.command import keep_touched_clocks
from app.services.timers.claims import claim, due_kinds, look, postpone
from app.services.timers.dto import Handled, Tick, Worker
from app.services.timers.registry import Handler, TimerKind, handlers

FIRST_BATCH = 16
"""The first transaction of a round also pays for what is read and prepared once."""
SMALLEST_BATCH = 48
"""What a transaction costs by itself is worth at least so many rows, however busy the computer is."""
LARGEST_BATCH = 512
BATCH_SECONDS = 0.05
"""How long a transaction of a tick may hold the only write lock of a SQLite desk; sizes of batches follow it."""

POSTPONED = timedelta(minutes=10)
"""When a timer whose handler failed is tried again."""

_END_IF_FROZEN = "SET LOCAL idle_in_transaction_session_timeout = '5s'"

_log = logging.getLogger(__name__)


class Pace:
    """How many rows a transaction takes: as many as went into `BATCH_SECONDS` so far."""

    def __init__(self) -> None:
        self.size = FIRST_BATCH
        self._before = 0.0

    def learn(self, rows: int, seconds: float) -> None:
        """Take over what a batch took; it may double and may halve, so that one odd batch does no harm.

        The slower one of the last two counts, so that the one after a batch that was quick by chance is not too large.
        """
        if not rows or (rows < self.size and seconds < BATCH_SECONDS):
            return
        each = seconds / rows
        slower, self._before = max(each, self._before), each
        fitting = int(BATCH_SECONDS / slower) if slower > 0 else LARGEST_BATCH
        fitting = min(LARGEST_BATCH, self.size * 2, max(self.size // 2, fitting))
        self.size = max(SMALLEST_BATCH, fitting)


def _always() -> bool:
    return True


def _nothing() -> None:
    return None


def fire_due(
    store: Store,
    worker: Worker,
    limit: int | None = None,
    *,
    may_go_on: Callable[[], bool] = _always,
    between: Callable[[], None] = _nothing,
) -> Tick:
    """Deal with everything that is due, or with about `limit` rows of it, and tell what comes next.

    `may_go_on` is asked before and `between` is called after each transaction, for a prompt end and to let others
    write. When nothing is due this costs one query of one index entry, and takes no lock. Raises `Unavailable` when
    the database cannot be reached; what was committed until then stands.
    """
    first = look(store)
    tick = Tick(first.moment.now, next_due_at=first.due_at)
    if not first.is_due:
        return tick
    return _Round(store, worker, limit, may_go_on, between).run(tick)


def _end_if_frozen(work: Work) -> None:
    """Have the server end this transaction if its program stops in the middle, so that its incidents are not held."""
    if work.connection.dialect.name != "sqlite":
        work.connection.exec_driver_sql(_END_IF_FROZEN)


class _Round:
    """The transactions of one tick."""

    def __init__(
        self,
        store: Store,
        worker: Worker,
        limit: int | None,
        may_go_on: Callable[[], bool],
        between: Callable[[], None],
    ) -> None:
        self.store = store
        self.worker = worker
        self.limit = limit
        self.may_go_on = may_go_on
        self.between = between
        self.paces = {kind: Pace() for kind in TimerKind}
        self.seen: dict[TimerKind, set[str]] = {kind: set() for kind in TimerKind}
        self.claimed: list[str] = []

    def run(self, tick: Tick) -> Tick:
        """Go through the kinds until a whole way through them finds nothing any more.

        What a firing sets off may be due at once, such as the step of an escalation whose time was over by Monday.
        """
        known = handlers()
        before = None
        while before != tick.handled and not self._is_over(tick):
            before = tick.handled
            due = due_kinds(self.store)
            for kind, handler in known.items():
                if kind.value in due:
                    tick = self._all_of(kind, handler, tick)
        last = look(self.store)
        return tick._replace(at=last.moment.now, next_due_at=last.due_at)

    def _is_over(self, tick: Tick) -> bool:
        return (self.limit is not None and tick.handled >= self.limit) or not self.may_go_on()

    def _all_of(self, kind: TimerKind, handler: Handler, tick: Tick) -> Tick:
        while not self._is_over(tick):
            handled = self._batch(kind, handler)
            if handled is None:
                return tick._replace(failed=tick.failed + self._postpone(kind))
            if not self.claimed or (handled.fired == 0 and self.seen[kind].issuperset(self.claimed)):
                return tick
            self.seen[kind].update(self.claimed)
            tick = tick._replace(
                fired=tick.fired + handled.fired,
                late=tick.late + handled.late,
                handled=tick.handled + len(self.claimed),
                batches=tick.batches + 1,
            )
            self.between()
        return tick

    def _batch(self, kind: TimerKind, handler: Handler) -> Handled | None:
        """One transaction; None when even a single row could not be dealt with."""
        pace = self.paces[kind]
        while True:
            begin = time.monotonic()
            try:
                handled = self._transaction(kind, handler, pace.size)
            except Unavailable:
                raise
            except Exception:  # noqa: BLE001 - one broken incident must not stop everybody's clocks; it is logged
                if len(self.claimed) <= 1:
                    _log.exception("A timer could not be dealt with: %s %s", kind.value, *self.claimed)
                    return None
                pace.size = max(1, len(self.claimed) // 8)
            else:
                pace.learn(len(self.claimed), time.monotonic() - begin)
                return handled

    def _transaction(self, kind: TimerKind, handler: Handler, size: int) -> Handled:
        self.claimed = []
        # A search through everything that the program holds takes longer than the transaction may.
        with collector_held(), self.store.writing(PROGRAM, self.worker.name) as work:
            _end_if_frozen(work)
            self.claimed = claim(work, kind, size)
            if not self.claimed:
                return Handled()
            # Whoever held an incident until now has written with a time before this one.
            work.now = max(work.now, self.store.time.read(work.connection).now)
            handled = handler(work, self.claimed) or Handled()
            if work.touched:
                keep_touched_clocks(work)
            return handled

    def _postpone(self, kind: TimerKind) -> int:
        """Put a timer that cannot be dealt with aside for a while; its firings lose nothing but punctuality."""
        with self.store.writing(PROGRAM, self.worker.name) as work:
            postpone(work, kind, self.claimed, work.now + POSTPONED)
        return len(self.claimed)
