"""Sees how long a window's thread does not answer, and what it was doing meanwhile.

A timer in the window turns every five milliseconds (`tests.torture.pulse`); a thread beside it looks at the stack of
the window's thread whenever a turn is late, so that a block is named by the lines that blocked.
"""

import faulthandler
import re
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tests.torture.pulse import Gap, Pulse

ROOT = Path(__file__).parents[2]
LATE = 0.03
"""A turn that is later than this is looked at."""
LOOK_EVERY = 0.005
_LINES = 6
"""So many of the program's own lines are told of a stack, innermost first."""
_FRAME = re.compile(r'File "(.*)", line (\d+) in (.*)')


@dataclass(frozen=True, slots=True)
class Block:
    """A gap between two turns that was too long: what was done meanwhile, by act and by the lines that were seen."""

    gap: Gap
    during: str
    stacks: tuple[tuple[str, int], ...]

    def told(self) -> str:
        """In words."""
        whole, own, computing = (round(value * 1000) for value in (self.gap.whole, self.gap.own, self.gap.computing))
        seen = "\n".join(f"        {count:>3} x {stack}" for stack, count in self.stacks[:4])
        return f"    {whole} ms, {own} of its own, {computing} computed, during {self.during}\n{seen}"


@dataclass(slots=True)
class Watchdog:
    """Watches the thread it is made in until `stop`; `during` says what is being done there.

    `blocks` are the gaps of which more than `most` seconds are the window's own.
    """

    most: float = 0.1
    during: str = ""
    blocks: list[Block] = field(default_factory=list)
    pulse: Pulse = field(init=False)
    _seen: Counter[str] = field(default_factory=Counter)
    _ended: threading.Event = field(default_factory=threading.Event)
    _watched: int = field(default_factory=threading.get_ident)
    _thread: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self.pulse = Pulse(self._turned)
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Watch no more."""
        self._ended.set()
        self._thread.join()
        self.pulse.stop()

    def _turned(self, gap: Gap) -> None:
        if gap.own > self.most:
            self.blocks.append(Block(gap, self.during, tuple(self._seen.most_common())))
        if self._seen:
            self._seen = Counter()

    def _watch(self) -> None:
        with tempfile.TemporaryFile() as file:
            while not self._ended.wait(LOOK_EVERY):
                if time.monotonic() - self.pulse.turned_at > LATE:
                    self._seen[_lines(_stack(file, self._watched))] += 1


def _stack(file: IO[bytes], thread: int) -> list[tuple[str, str, str]]:
    """Where a thread is: file, line and function, innermost first.

    Not by its frames: whoever holds one keeps what it painted with alive, and Qt does not survive that.
    """
    file.seek(0)
    file.truncate()
    faulthandler.dump_traceback(file, all_threads=True)
    file.seek(0)
    text = file.read().decode("utf-8", "replace")
    own = text.partition(f"0x{thread:016x} ")[2].partition("\n\n")[0]
    return _FRAME.findall(own)


def _lines(stack: list[tuple[str, str, str]]) -> str:
    """The program's own lines of a stack, innermost first; the innermost line whosever it is."""
    found: list[str] = []
    for name, line, function in stack:
        path = Path(name)
        if path.is_relative_to(ROOT) and ".venv" not in path.parts:
            found.append(f"{path.relative_to(ROOT)}:{line} {function}")
        elif not found:
            found.append(f"{path.name}:{line} {function}")
    return " < ".join(found[:_LINES])
