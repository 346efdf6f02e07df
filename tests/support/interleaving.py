"""Two commands that run at once, their statements laced in one order after another, each order exactly repeatable.

Every exchange with the server waits at a gate until it is let through. So what two people do meets in every way in
which it can meet, and not only in those that two threads happen to find. Who waits for a lock of the other is noticed
by asking the server.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from app.domain.errors import DeskError
from app.infra.postgres import PatientConnection

PATIENCE = 60.0
_LOOK_AGAIN = 0.02
_here = threading.local()

Act = Callable[[], object]


class Side:
    """One of the two: a command in a thread of its own, which stops before each exchange with the server."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self._change = threading.Condition()
        self.state = "begun"
        self.result: object = None
        self.error: DeskError | None = None
        self.bug: BaseException | None = None
        self.pid = 0
        self.steps = 0
        self._thread = threading.Thread(target=self._run, name="side")
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether it has ended."""
        return self.state == "done"

    def gate(self, connection: PatientConnection) -> None:
        """Stop here until let through; called in the thread of the command."""
        with self._change:
            self.pid, self.state = connection.info.backend_pid, "at the gate"
            self._change.notify_all()
            assert self._change.wait_for(lambda: self.state == "let through", PATIENCE)

    def let_through(self) -> None:
        """Go on with the next exchange."""
        with self._change:
            self.state = "let through"
            self.steps += 1
            self._change.notify_all()

    def settle(self, is_blocked: Callable[[int], bool]) -> bool:
        """Wait until it stands at the next gate or has ended; False where it waits for a lock instead."""
        with self._change:
            while not self._change.wait_for(lambda: self.state in {"at the gate", "done"}, _LOOK_AGAIN):
                if self.state == "let through" and is_blocked(self.pid):
                    return False
        return True

    def end(self) -> None:
        """Wait for the thread; a failure that is no refusal fails the test."""
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        if self.bug is not None:
            raise self.bug

    def _run(self) -> None:
        _here.side = self
        try:
            self.result = self._act()
        except DeskError as error:
            self.error = error
        except BaseException as error:  # noqa: BLE001 - it is raised again where the test can see it
            self.bug = error
        with self._change:
            self.state = "done"
            self._change.notify_all()


class Lacing:
    """Runs two commands in an order that is given; `connection` is one of a superuser, outside of any transaction."""

    def __init__(self, connection: "psycopg.Connection[Any]") -> None:
        self._connection = connection

    def run(self, first: Act, second: Act, begins: int, answers: int) -> tuple[Side, Side]:
        """The first goes so many steps, then the second so many, then the first to its end, and the second to its own.

        Who waits for the other's lock lets the other go on meanwhile.
        """
        with gated():
            sides = Side(first), Side(second)
            for side in sides:
                side.settle(self._is_blocked)
            self._go(sides[0], sides[1], begins)
            self._go(sides[1], sides[0], answers)
            for side, other in (sides, sides[::-1]):
                while not side.is_done:
                    self._go(side, other, 1)
            for side in sides:
                side.end()
        return sides

    def _go(self, side: Side, other: Side, steps: int) -> None:
        for _step in range(steps):
            if side.is_done:
                return
            if side.state == "at the gate":
                side.let_through()
            while not side.settle(self._is_blocked):
                # Whoever has the lock goes on; when both wait, the server ends one of them by itself.
                if other.state == "at the gate":
                    other.let_through()
                other.settle(self._is_blocked)

    def _is_blocked(self, pid: int) -> bool:
        (row,) = self._connection.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", (pid,)).fetchall()
        return bool(row[0])


@contextmanager
def gated() -> Iterator[None]:
    """Every exchange of the threads of a Side stops at its gate."""
    plainly = PatientConnection.wait

    def wait(self: PatientConnection, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        side: Side | None = getattr(_here, "side", None)
        if side is not None:
            side.gate(self)
        return plainly(self, gen, interval, timeout)

    PatientConnection.wait = wait  # type: ignore[method-assign]  # put back below
    try:
        yield
    finally:
        PatientConnection.wait = plainly  # type: ignore[method-assign]  # as it was
