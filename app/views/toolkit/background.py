"""Brings the answers of the lanes back to the window: one object that lives as long as the window does.

No lane owns a Qt object. It finishes a plain future, which knows the number of who waits and nothing else of them; its
callback emits one signal of one long-lived object, which arrives in the window's own thread. Answers nobody waits for
any more are dropped there.
"""

import logging
import sys
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from types import FunctionType
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from app.domain.errors import Away, DeskError
from app.infra.lanes import Lane, Lanes

T = TypeVar("T")
_log = logging.getLogger(__name__)

_COMMANDS: Final = frozenset({Lane.WRITE, Lane.LONG})
"""Where what changes the desk is done."""


class _Given:
    """Work that a lane lets go of before it says that it is done, never to be the last to know a part of the window."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work: Callable[[], Any] | None = work

    def __call__(self) -> Any:
        work = self.take()
        return None if work is None else work()

    def take(self) -> Callable[[], Any] | None:
        """The work, once; None for whoever comes later."""
        work, self._work = self._work, None
        return work


@dataclass(slots=True, eq=False)
class Ticket:
    """Somebody waits for an answer; after `cancel` it is dropped when it comes."""

    on_result: Callable[[Any], None]
    on_error: Callable[[DeskError], None] | None
    on_bug: Callable[[], None] | None = None
    key: str | None = None
    lane: Lane = Lane.READ
    cut: Callable[[], None] | None = None
    future: "Future[Any] | None" = field(default=None, repr=False)
    given: _Given | None = field(default=None, repr=False)
    live: bool = True
    desk: int = 0

    def cancel(self) -> None:
        """Stop waiting; work that has not begun is not done at all, except on the write and file lanes."""
        self.live = False


class Background(QObject):
    """Runs work on the lanes and calls back in the window's thread.

    Errors of the user's world (`DeskError`) go to `on_error`, or to `failed` where none was given; anything else is
    a bug and goes to `sys.excepthook`, which shows it. Where `on_bug` is given it is called as well, so that what says
    that it is being done does not say so for ever.
    """

    failed = Signal(object)
    idle = Signal()
    _landed = Signal(object)

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lanes = lanes
        self._latest: dict[str, Ticket] = {}
        self._waiting: dict[int, Ticket] = {}
        self._numbers = count()
        self._closed = False
        self._desk = 0
        self._landed.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        work: Callable[[], T],
        on_result: Callable[[T], None],
        on_error: Callable[[DeskError], None] | None = None,
        *,
        key: str | None = None,
        on_bug: Callable[[], None] | None = None,
        after_paint: bool = False,
    ) -> Ticket:
        """Ask the desk something; a newer question with the same key makes the answer to the older one void.

        What a lane computes keeps a paint waiting. What nobody needs before what is shown now is asked `after_paint`.
        """
        ticket = self._start(Lane.READ, work, Ticket(on_result, on_error, on_bug, key=key), after_paint=after_paint)
        if key is not None:
            older = self._latest.get(key)
            if older is not None:
                self._drop(older)
            self._latest[key] = ticket
        return ticket

    def probe(
        self, work: Callable[[], T], on_result: Callable[[T], None], on_error: Callable[[DeskError], None]
    ) -> Ticket:
        """Ask whether the server is there, past all that may be waiting for it."""
        return self._start(Lane.PULSE, work, Ticket(on_result, on_error))

    def write(
        self,
        work: Callable[[], T],
        on_result: Callable[[T], None] | None = None,
        on_error: Callable[[DeskError], None] | None = None,
        on_bug: Callable[[], None] | None = None,
    ) -> Ticket:
        """Run a command; commands run one after another in the order given and are never dropped."""
        return self._start(Lane.WRITE, work, Ticket(on_result or _nothing, on_error, on_bug))

    def file(
        self,
        work: Callable[[], T],
        on_result: Callable[[T], None] | None = None,
        on_error: Callable[[DeskError], None] | None = None,
    ) -> Ticket:
        """Read or write a small file of this computer."""
        return self._start(Lane.FILE, work, Ticket(on_result or _nothing, on_error))

    def long(
        self,
        work: Callable[[], T],
        on_result: Callable[[T], None],
        on_error: Callable[[DeskError], None],
        on_bug: Callable[[], None],
    ) -> Ticket:
        """Do something that takes minutes, after what was begun before; `app.views.long_jobs` shows and stops it."""
        return self._start(Lane.LONG, work, Ticket(on_result, on_error, on_bug))

    def outside(
        self,
        work: Callable[[], T],
        cut: Callable[[], None],
        on_result: Callable[[T], None],
        on_error: Callable[[DeskError], None],
        on_bug: Callable[[], None] | None = None,
    ) -> Ticket:
        """Ask a server outside; `cut` ends the work at once from another thread, as when the window goes."""
        return self._start(Lane.OUTSIDE, work, Ticket(on_result, on_error, on_bug, cut=cut))

    def after_long(self) -> None:
        """Wait until the long jobs are over; not to be called on the thread that paints."""
        self.lanes.submit(Lane.LONG, _no_work).result()

    def change_desks(self) -> None:
        """Another desk is opened, or another person sits down: nobody is told any more what became of a command.

        But for objects of Qt that outlive the pages of a desk, such as the outbox. A field that is saved as it is left
        has its answer after its page is gone, and its way back would be one for whoever sits here now.
        """
        self._desk += 1

    def forget(self, key: str) -> None:
        """Nobody waits for the answer to this key any more."""
        ticket = self._latest.pop(key, None)
        if ticket is not None:
            self._drop(ticket)

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._waiting)

    def close(self) -> None:
        """Finish the writing, end the lanes and drop what comes later; the last thing before the window goes."""
        self._closed = True
        for ticket in self._waiting.values():
            if ticket.cut is not None:
                ticket.cut()
        self.lanes.shutdown()
        self._waiting.clear()
        self._latest.clear()

    def _start(self, lane: Lane, work: Callable[[], Any], ticket: Ticket, *, after_paint: bool = False) -> Ticket:
        if self._closed:
            ticket.live = False
            return ticket
        ticket.lane, ticket.desk = lane, self._desk
        number = next(self._numbers)
        self._waiting[number] = ticket
        ticket.given = _Given(work)
        if after_paint:
            # This turn shows what has come, the next one paints it.
            QTimer.singleShot(0, partial(QTimer.singleShot, 0, partial(self._submit, number, ticket)))
        else:
            self._submit(number, ticket)
        return ticket

    def _submit(self, number: int, ticket: Ticket) -> None:
        if ticket.live and ticket.given is not None and not self._closed:
            ticket.future = self.lanes.submit(ticket.lane, ticket.given)
            ticket.future.add_done_callback(partial(self._land, number))
        else:
            self._deliver(number)  # Nobody waits for it any more.

    def _land(self, number: int, _future: "Future[Any]") -> None:
        # Runs in the lane's thread. The object outlives the lanes, which `close` waits for.
        if not self._closed:
            self._landed.emit(number)

    def _drop(self, ticket: Ticket) -> None:
        ticket.cancel()
        if (ticket.future is None or ticket.future.cancel()) and ticket.given is not None:
            ticket.given.take()

    @Slot(object)
    def _deliver(self, number: int) -> None:
        ticket = self._waiting.pop(number, None)
        if ticket is None:
            return
        if ticket.key is not None and self._latest.get(ticket.key) is ticket:
            del self._latest[ticket.key]
        try:
            if not self._closed and ticket.future is not None and not ticket.future.cancelled():
                self._answer(ticket, ticket.future)
        finally:
            if not self._waiting:
                self.idle.emit()

    def _answer(self, ticket: Ticket, future: "Future[Any]") -> None:
        error = future.exception()
        # What became of a command may be said by the window after the part that gave it, as long as it is at the desk.
        is_here = ticket.desk == self._desk
        there = is_there
        if ticket.lane is not Lane.READ:
            there = _is_bound_to_what_is_there if is_here else _outlives if ticket.lane in _COMMANDS else is_there
        if error is None:
            if ticket.live and there(ticket.on_result):
                ticket.on_result(future.result())
        elif not isinstance(error, DeskError):
            sys.excepthook(type(error), error, error.__traceback__)
            if ticket.live and ticket.on_bug is not None and there(ticket.on_bug):
                ticket.on_bug()
        elif ticket.live and ticket.on_error is not None and there(ticket.on_error):
            ticket.on_error(error)
        elif ticket.live and is_here and not (isinstance(error, Away) and ticket.lane is Lane.READ):
            self.failed.emit(error)
        else:
            # That the server is away is said once, by the window itself, and not by everything that asked something.
            _log.info("Nobody is told of this: %s", error)


def is_there(callback: Callable[..., Any]) -> bool:
    """Whether what is called back still exists: a page that was taken down while it waited is not told any more."""
    owner = owner_of(callback)
    return owner is None or isValid(owner)


def owner_of(callback: Callable[..., Any]) -> QObject | None:
    """The page or other object that is called back, which may be gone.

    A function that was written within a method of the page counts as the page's, by its `self`.
    """
    called = _innermost(callback)
    if isinstance(called, FunctionType) and "self" in called.__code__.co_freevars:
        owner = (called.__closure__ or ())[called.__code__.co_freevars.index("self")].cell_contents
    else:
        owner = getattr(called, "__self__", None)
    return owner if isinstance(owner, QObject) else None


def _outlives(callback: Callable[..., Any]) -> bool:
    """Whether what is called back belongs to an object of Qt that exists; all else was part of a desk that was left."""
    owner = owner_of(callback)
    return owner is not None and isValid(owner)


def _is_bound_to_what_is_there(callback: Callable[..., None]) -> bool:
    owner = getattr(_innermost(callback), "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


def _innermost(callback: Callable[..., Any]) -> object:
    called: object = callback
    while isinstance(called, partial):
        called = called.func
    return called


def _no_work() -> None:
    """Stands behind the long jobs in their lane."""


def _nothing(_result: object) -> None:
    """What happens with an answer that nobody needs."""
