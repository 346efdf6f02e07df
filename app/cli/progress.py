"""How far a long command is, on the error stream, so that the output stays clean for other programs."""

from typing import TextIO

from app.domain.imports import Progress


class ProgressLine:
    """One line that is written over in a terminal; elsewhere a line for every quarter, or `finely` for every percent,
    where a program reads them.
    """

    def __init__(self, stream: TextIO, *, finely: bool = False) -> None:
        self._stream, self._finely = stream, finely
        self._terminal = stream.isatty()
        self._shown = ""

    def phase(self, verb: str, things: str = "") -> Progress:
        """A callback for one phase of the work, such as `Reading` so many `lines`; without things only the share."""
        last = -1

        def show(done: int, total: int) -> None:
            nonlocal last
            percent = 100 * done // total if total else 100
            step = percent if self._terminal or self._finely else percent // 25
            if step == last:
                return
            last = step
            told = f"{done:,} of {total:,} {things} ({percent} %)" if things else f"{percent} %"
            self._write(f"{verb}: {told}")

        return show

    def _write(self, text: str) -> None:
        if self._terminal:
            self._stream.write(f"\r{text.ljust(len(self._shown))}")
            self._shown = text
        else:
            self._stream.write(f"{text}\n")
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away before something else is printed."""
        if self._terminal and self._shown:
            self._stream.write(f"\r{' ' * len(self._shown)}\r")
            self._stream.flush()
        self._shown = ""
