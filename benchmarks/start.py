"""Cold start, from the parent's clock to the painted picture, against an empty PySide6 window."""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.fill import filled_desk
from benchmarks.harness import Result

_RUNS = 11


def run(folder: Path, incidents: int = 100_000) -> list[Result]:
    """The queue of last known rows, the live one and the open desk, in processes interleaved with the empty window's.

    The open desk has no promise of its own in the issue; its limit here keeps it from growing unseen.
    """
    url = filled_desk(folder, incidents)
    environment = os.environ | {"QT_QPA_PLATFORM": _on_a_screen(folder), "MAINSTAY_HOME": str(folder / "home")}
    # An installed program has its byte code; without it every start would compile the whole of it.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    # The first start migrates nothing but keeps the rows that the next ones paint at once.
    _start(environment, "open", url)
    times: dict[str, list[float]] = {"empty": [], "known": [], "live": [], "open": []}
    for _ in range(_RUNS):
        for kind, found in times.items():
            found.append(_start(environment, kind, url))
    empty, known, live, opened = (statistics.median(found) for found in times.values())
    return [
        Result("cold start to the queue of last known rows", known, empty, 1.6),
        Result("cold start to the live queue", live, empty, 4),
        Result("cold start to the open desk", opened, empty, 9),
    ]


def _on_a_screen(folder: Path) -> str:
    """The platform without a screen, with room for a whole window: by itself it has 800 by 800, and less is painted."""
    screen = {"name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
    described = folder / "screen.json"
    described.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={described}"


def _start(environment: dict[str, str], kind: str, url: str) -> float:
    begin = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.start_probe", kind, url]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        painted = time.perf_counter() - begin
        process.communicate()
    if line.strip() != "painted":
        raise RuntimeError(f"The {kind} start painted nothing; its exit code was {process.returncode}.")
    return painted
