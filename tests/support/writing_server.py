"""A real server on this computer that answers as OpenAI's does, slowly, wrongly or not at all, as a test wants."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Act = Callable[["Answering"], None]


class Answering(BaseHTTPRequestHandler):
    """One question; the act of the server decides what becomes of it."""

    protocol_version = "HTTP/1.1"
    server: "WritingServer"

    def do_GET(self) -> None:
        """Asked for the models."""
        self._act()

    def do_POST(self) -> None:
        """Asked to write."""
        self._act()

    def _act(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        body = self.rfile.read(length)
        self.server.asked.append((self.path, dict(self.headers), json.loads(body) if body else None))
        try:
            self.server.act(self)
        except OSError:
            self.server.lost.set()

    def say(self, status: int, body: bytes, kind: str = "application/json", **headers: str) -> None:
        """Answer whole."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def begin(self, kind: str = "text/event-stream") -> None:
        """Begin to stream, in chunks."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def chunk(self, data: bytes) -> None:
        """Send a piece; none ends the answer."""
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def words(self, *words: str) -> None:
        """Send each word as an event of its own."""
        for word in words:
            self.chunk(event(word))

    def finish(self) -> None:
        """The end, as servers say it."""
        self.chunk(b"data: [DONE]\n\n")
        self.chunk(b"")

    def drop(self) -> None:
        """Break off."""
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the name of the class above
        """Nothing is printed."""


def event(word: str, ending: str | None = None) -> bytes:
    """An event that carries a word."""
    found = {"choices": [{"index": 0, "delta": {"content": word}, "finish_reason": ending}]}
    return f"data: {json.dumps(found)}\n\n".encode()


class WritingServer(ThreadingHTTPServer):
    """`asked` is what was asked: path, headers, body. `go_on` lets a server that waits go on."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, act: Act) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.act = act
        self.asked: list[tuple[str, dict[str, str], Any]] = []
        self.go_on, self.lost = threading.Event(), threading.Event()

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever hung up has hung up."""
        self.lost.set()


@contextmanager
def serving(act: Act) -> Iterator[WritingServer]:
    """A server that runs meanwhile."""
    server = WritingServer(act)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="writing-server")
    thread.start()
    try:
        yield server
    finally:
        server.go_on.set()
        server.shutdown()
        server.server_close()
        thread.join()


def usual(words: tuple[str, ...] = ("Good", " morning", "."), models: tuple[str, ...] = ("small", "large")) -> Act:
    """Answers as a good server does."""

    def act(answering: Answering) -> None:
        if answering.path.endswith("/models"):
            answering.say(200, json.dumps({"data": [{"id": name} for name in models]}).encode())
            return
        answering.begin()
        answering.words(*words)
        answering.finish()

    return act
