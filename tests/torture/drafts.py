"""Whether what somebody types is there after their program was killed in the middle of it (T6, the part about drafts).

    python -m tests.torture.drafts --kills 20

Typists run in processes of their own and keep what they type as the window does. They tell through a pipe when they
pressed which key; each is killed at a moment of its own, and the draft it leaves is compared with that.
"""

import argparse
import json
import os
import random
import signal
import struct
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from app.infra.drafts import DraftStore

ROOT = Path(__file__).parents[2]
AT_ONCE = 4
ADMITTED = 2.0
"""Seconds of typing that a crash may cost."""

_DESK, _PERSON, _KEY = "sqlite:///desk.sqlite", "ada", "incident:1:reply"
_PRESSED = "=qd"
_LETTERS = "The quick brown fox jumps over the lazy dog äöü \N{SNOWMAN}\n"


@dataclass(frozen=True, slots=True)
class Left:
    """What one typist left: keys pressed, keys kept, and how long the first one that is not there had waited."""

    pressed: int
    kept: int
    lost_seconds: float
    is_whole: bool


def typed(count: int) -> str:
    """What stands there after so many keys."""
    whole, rest = divmod(count, len(_LETTERS))
    return _LETTERS * whole + _LETTERS[:rest]


def type_on(folder: Path, pipe: int) -> int:
    """Type until killed, a key every few milliseconds."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from app.infra.clock import SystemClock
    from app.infra.lanes import Lanes
    from app.views.toolkit.background import Background
    from app.views.toolkit.draft_keeper import DraftKeeper

    application = QCoreApplication([])
    background = Background(Lanes())
    keeper = DraftKeeper(background, DraftStore(folder, _DESK), _PERSON, SystemClock())
    count = 0

    def press() -> None:
        nonlocal count
        count += 1
        keeper.keep(_KEY, {"text": typed(count)})
        os.write(pipe, struct.pack(_PRESSED, count, time.monotonic()))

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(7)
    return application.exec()


def kill_one(folder: Path, chance: random.Random) -> Left:
    """Let somebody type for some seconds, kill the program, and look at what is there."""
    reads, writes = os.pipe()
    command = [sys.executable, "-m", "tests.torture.drafts", "--type", str(folder), "--pipe", str(writes)]
    typist = subprocess.Popen(command, cwd=ROOT, pass_fds=(writes,))
    os.close(writes)
    size = struct.calcsize(_PRESSED)
    pressed = [struct.unpack(_PRESSED, os.read(reads, size))]
    ends = time.monotonic() + chance.uniform(1.5, 5.0)
    while time.monotonic() < ends:
        pressed.append(struct.unpack(_PRESSED, os.read(reads, size)))
    typist.send_signal(signal.SIGKILL)
    killed_at = time.monotonic()
    typist.wait()
    with os.fdopen(reads, "rb") as pipe:
        rest = pipe.read()
    pressed += list(struct.iter_unpack(_PRESSED, rest[: len(rest) // size * size]))
    return _judge(folder, [(int(count), float(at)) for count, at in pressed], killed_at)


def _judge(folder: Path, pressed: list[tuple[int, float]], killed_at: float) -> Left:
    draft = DraftStore(folder, _DESK).load(_KEY, _PERSON)
    text = "" if draft is None else draft.fields["text"]
    is_whole = text == typed(len(text)) and not any(folder.rglob("*.damaged"))
    # The last key may have been kept before the typist could tell of it.
    lost = [at for count, at in pressed if count > len(text)]
    return Left(pressed[-1][0], len(text), killed_at - lost[0] if lost else 0.0, is_whole)


def run(kills: int, seed: int) -> dict[str, object]:
    """Kill so many; returns the figures."""
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        chances = [random.Random(f"{seed} {number}") for number in range(kills)]
        places = [Path(folder) / str(number) for number in range(kills)]
        left = list(pool.map(kill_one, places, chances))
    late = sum(each.lost_seconds > ADMITTED for each in left)
    broken = sum(not each.is_whole for each in left)
    figures = {
        "kills": kills,
        "keys_pressed": sum(each.pressed for each in left),
        "keys_kept": sum(each.kept for each in left),
        "longest_lost_ms": round(max(each.lost_seconds for each in left) * 1000),
        "seconds": round(time.monotonic() - begin, 1),
        "drafts_not_whole": broken,
        "lost_more_than_2_s": late,
    }
    # Of a hundred drafts one may be late, on a computer that is busy with other work; none may be in pieces.
    problems = ({"drafts_not_whole": broken} if broken else {}) | (
        {"lost_more_than_2_s": late} if late * 100 > kills else {}
    )
    return figures | {"problems": problems}


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when a draft is damaged or too old."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--type", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--pipe", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.type is not None:
        return type_on(chosen.type, chosen.pipe)
    found = run(chosen.kills, chosen.seed)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
