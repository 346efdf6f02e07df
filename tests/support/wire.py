"""A cable between a program and a server of this machine that a test can cut, slow down and mend."""

import contextlib
import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(eq=False)
class _End:
    """One socket, and what waits to be sent into it, each piece with the time when it may go."""

    socket: socket.socket
    is_client: bool
    speaks: bool = False
    other: "_End | None" = None
    waiting: "deque[tuple[float, bytes]]" = field(default_factory=deque)


class Wire:
    """Passes bytes on between whoever connects to `port` and the server.

    While it is cut, both sides still believe in the connection, as with a pulled cable behind a switch: what they send
    is taken, and nothing arrives. New connections are taken and never answered. `ways` counts how often a client spoke
    after the server had answered.
    """

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._ends: set[_End] = set()
        self._cut = False
        self._delay = 0.0
        self._refuses = False
        self._deaf = False
        self._ending = False
        self.ways = 0
        self._wake_in, self._wake_out = socket.socketpair()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="wire")
        self._thread.start()

    def cut(self) -> None:
        """Pull the cable: nothing passes any more, and nobody is told."""
        self._set(cut=True)

    def deafen(self) -> None:
        """Lose the answers only: the server hears and does what it is told."""
        self._set(deaf=True)

    def mend(self) -> None:
        """Plug it in again; connections of before the cut are dead, as after a router forgot them."""
        self._set(cut=False, refuses=False, deaf=False)

    def refuse(self) -> None:
        """Break every connection and take no new one, as where the server was stopped."""
        self._set(refuses=True)

    def slow(self, seconds: float) -> None:
        """Let every piece take this long in each direction."""
        self._set(delay=seconds)

    def close(self) -> None:
        """Take the cable away; the last thing a test does with it."""
        self._ending = True
        with contextlib.suppress(OSError):  # it may have seen that already, and be gone
            self._wake_in.send(b"x")
        self._thread.join()

    def _set(
        self,
        *,
        cut: bool | None = None,
        deaf: bool | None = None,
        delay: float | None = None,
        refuses: bool | None = None,
    ) -> None:
        with self._lock:
            if (cut is False and self._cut) or (deaf is False and self._deaf):
                self._hang_up()
            self._deaf = self._deaf if deaf is None else deaf
            self._cut = self._cut if cut is None else cut
            self._delay = self._delay if delay is None else delay
            if refuses is not None and refuses != self._refuses:
                self._refuses = refuses
                self._hang_up()
        self._wake_in.send(b"x")

    def _run(self) -> None:
        while not self._ending:
            with self._lock, selectors.DefaultSelector() as selector:
                selector.register(self._wake_out, selectors.EVENT_READ)
                if not self._cut:
                    selector.register(self._listener, selectors.EVENT_READ)
                    for end in self._ends:
                        selector.register(end.socket, selectors.EVENT_READ, end)
                ready = [] if self._ending else self._select(selector)
                for key in ready:
                    self._take(key)
                if not self._cut:
                    self._pass_on()
        self._hang_up()
        for item in (self._listener, self._wake_in, self._wake_out):
            item.close()

    def _select(self, selector: selectors.BaseSelector) -> list[selectors.SelectorKey]:
        times = [end.waiting[0][0] for end in self._ends if end.waiting]
        pause = max(0.0, min(times) - time.monotonic()) if times and not self._cut else None
        self._lock.release()  # others set what they want while this thread waits
        try:
            return [key for key, _mask in selector.select(pause)]
        finally:
            self._lock.acquire()

    def _take(self, key: selectors.SelectorKey) -> None:
        if key.fileobj is self._wake_out:
            self._wake_out.recv(100)
        elif self._cut:
            return
        elif key.fileobj is self._listener:
            self._accept()
        elif key.data in self._ends:
            self._read(key.data)

    def _accept(self) -> None:
        near = _End(self._listener.accept()[0], is_client=True)
        if self._refuses:
            near.socket.close()
            return
        try:
            far = _End(socket.create_connection(("127.0.0.1", self._server_port), 5), is_client=False, other=near)
        except OSError:
            near.socket.close()
            return
        near.other = far
        self._ends |= {near, far}

    def _read(self, end: _End) -> None:
        try:
            data = end.socket.recv(65536)
        except OSError:
            data = b""
        if self._deaf and data and not end.is_client:
            return
        if data and end.is_client and not end.speaks:
            self.ways += 1
        if data:
            end.speaks = True
            if end.other is not None:
                end.other.speaks = False
        if end.other is not None and data:
            end.other.waiting.append((time.monotonic() + self._delay, data))
        else:
            self._drop(end)

    def _pass_on(self) -> None:
        now = time.monotonic()
        for end in tuple(self._ends):
            while end in self._ends and end.waiting and end.waiting[0][0] <= now:
                _at, data = end.waiting.popleft()
                try:
                    end.socket.sendall(data)
                except OSError:
                    self._drop(end)

    def _drop(self, end: _End) -> None:
        for each in (end, end.other):
            if each is not None:
                each.socket.close()
                self._ends.discard(each)

    def _hang_up(self) -> None:
        for end in tuple(self._ends):
            with contextlib.suppress(OSError):
                # No farewell: the other side gets a reset, as from a machine that knows nothing of the connection.
                end.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
            end.socket.close()
        self._ends.clear()


@contextmanager
def wire_to(port: int) -> Iterator[Wire]:
    """A cable to a port of this machine, taken away at the end."""
    wire = Wire(port)
    try:
        yield wire
    finally:
        wire.close()
