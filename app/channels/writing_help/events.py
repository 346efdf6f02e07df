"""Server-sent events, read from bytes that come in any pieces."""

import codecs
from collections.abc import Iterator
from typing import Final

from app.channels.writing_help.trouble import not_understood
from app.domain.wording import tr

_LONGEST_LINE: Final = 1_000_000


class EventReader:
    """Gathers bytes, and gives the data of each event that is complete; half lines and half letters wait."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._data: list[str] = []

    def feed(self, piece: bytes) -> Iterator[str]:
        """The data of the events that these bytes complete."""
        self._rest += self._decoder.decode(piece)
        if len(self._rest) > _LONGEST_LINE:
            raise not_understood(tr("it sends a line that does not end"))
        # A line ends with \r\n, \n or \r; a lone \r at the end may be the first half of \r\n.
        held = "\r" if self._rest.endswith("\r") else ""
        lines = self._rest.removesuffix("\r").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._rest = lines.pop() + held
        for line in lines:
            yield from self._take(line)

    def end(self) -> Iterator[str]:
        """What was not closed by an empty line when the server ended."""
        if self._rest.strip():
            yield from self._take(self._rest.strip())
        yield from self._take("")

    def _take(self, line: str) -> Iterator[str]:
        if not line:
            if self._data:
                yield "\n".join(self._data)
            self._data = []
        elif line.startswith("data:"):
            # Servers exist that leave the empty line out; no answer is an object in several lines.
            if self._data:
                yield "\n".join(self._data)
                self._data = []
            self._data.append(line.removeprefix("data:").removeprefix(" "))
