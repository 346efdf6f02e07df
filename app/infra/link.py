"""Whether the server of a desk answers: known at once to everybody in the program, so that nobody waits for it in vain.

Each use of the database reports here how it went. After a loss further uses are refused at once, but for one attempt
after a pause that grows from one second to fifteen. So a window with ten open questions asks a dead server once.
"""

import random
import threading
import time
from collections.abc import Callable
from typing import NamedTuple

from app.domain.errors import Away, SignInRefused

PATIENCE = 8.0
"""Seconds that a person's question waits for each answer of a server."""

LONG = 120.0
"""The same for work that is known to be long, such as reports and imports."""

FIRST_REST = 1.0
LONGEST_REST = 15.0
"""Seconds between attempts while the server is away; each pause is up to twice as long as the one before."""

ONE_AT_A_TIME = 12.0
"""Seconds for which one attempt keeps others from trying: longer than connecting and asking may take."""


class LinkState(NamedTuple):
    """Whether the server is away and why; `needs_sign_in` when it answers but refuses the person's password."""

    is_away: bool = False
    why: str = ""
    needs_sign_in: bool = False


Listener = Callable[[LinkState], None]


class Link:
    """The state of the connection to one server; safe from several threads. Listeners are told in the thread that saw
    the change, after it, and only of changes.
    """

    def __init__(
        self, monotonic: Callable[[], float] = time.monotonic, uniform: Callable[[float, float], float] = random.uniform
    ) -> None:
        self._monotonic, self._uniform = monotonic, uniform
        self._lock = threading.Lock()
        self._changed = threading.Condition(self._lock)
        self._state = LinkState()
        self._listeners: list[Listener] = []
        self._losses = 0
        self._next_at = 0.0
        self._worked_at = monotonic()

    @property
    def state(self) -> LinkState:
        """What is known now."""
        return self._state

    @property
    def rest_left(self) -> float:
        """Seconds until the server is tried again; 0 when it answers or may be tried now."""
        return max(0.0, self._next_at - self._monotonic()) if self._state.is_away else 0.0

    @property
    def quiet_for(self) -> float:
        """Seconds since the server last answered anything."""
        return self._monotonic() - self._worked_at

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of every change from now on; call what is returned to stop."""
        with self._lock:
            self._listeners.append(listener)

        def stop() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return stop

    def admit(self) -> None:
        """Pass when the server may be asked; `Away` at once while it is away and was tried a moment ago."""
        if not self._state.is_away:
            return
        with self._lock:
            now = self._monotonic()
            if self._state.is_away and now < self._next_at:
                refusal = SignInRefused if self._state.needs_sign_in else Away
                raise refusal(self._state.why)
            self._next_at = now + ONE_AT_A_TIME

    def hurry(self) -> None:
        """Let the next use try at once, because a person asks for it or something changed."""
        with self._lock:
            self._next_at = 0.0
            self._changed.notify_all()

    def wait(self, seconds: float) -> None:
        """Wait until the server answers somebody or may be tried again, but no longer than this."""
        ends = self._monotonic() + seconds
        with self._lock:
            while self._state.is_away:
                now = self._monotonic()
                rest = min(ends, self._next_at) - now
                if rest <= 0:
                    return
                self._changed.wait(rest)

    def worked(self) -> None:
        """The server answered."""
        self._worked_at = self._monotonic()
        if self._state.is_away:
            self._change(LinkState())

    def lost(self, error: Away) -> None:
        """The server did not answer, for the reason that is given."""
        with self._lock:
            self._losses += 1
            rest = min(LONGEST_REST, FIRST_REST * 2.0 ** (self._losses - 1))
            # Spread, because everybody's window lost the same server at the same moment.
            self._next_at = self._monotonic() + rest * self._uniform(0.5, 1.0)
        self._change(LinkState(is_away=True, why=str(error), needs_sign_in=isinstance(error, SignInRefused)))

    def _change(self, state: LinkState) -> None:
        with self._lock:
            if not state.is_away:
                self._losses = 0
            changed = state != self._state
            self._state = state
            listeners = tuple(self._listeners) if changed else ()
            self._changed.notify_all()
        for listener in listeners:
            listener(state)
