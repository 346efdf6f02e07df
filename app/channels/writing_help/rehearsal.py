"""A server for rehearsals, such as the pictures of the manual: it answers as a model would, with words it was given."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, Final

PORT: Final = 8723
"""Fixed, so that pictures are the same each time; any other where somebody listens there already."""


class _Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "Rehearsal"

    def do_GET(self) -> None:
        """The models."""
        self._say(json.dumps({"data": [{"id": name} for name in self.server.models]}).encode(), "application/json")

    def do_POST(self) -> None:
        """The words, each as an event of its own."""
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        words = self.server.words.split(" ")
        pieces = [words[0], *(f" {word}" for word in words[1:])]
        events = [json.dumps({"choices": [{"delta": {"content": piece}}]}) for piece in pieces]
        body = "".join(f"data: {event}\n\n" for event in [*events, "[DONE]"])
        self._say(body.encode(), "text/event-stream")

    def _say(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        # The next question comes on a line of its own.
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the name of the class above
        """Nothing is printed."""


class Rehearsal(HTTPServer):
    """`words` is what it answers; `serve` runs on a lane until `shutdown`."""

    models = ("local-writer",)

    def __init__(self, words: str) -> None:
        self.words = words
        try:
            super().__init__(("127.0.0.1", PORT), _Answering)
        except OSError:
            super().__init__(("127.0.0.1", 0), _Answering)

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def serve(self) -> None:
        """Answer until somebody has it shut down."""
        with self:
            self.serve_forever(poll_interval=0.05)
