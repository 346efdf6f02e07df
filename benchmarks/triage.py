"""What is beside a call while it is typed, at 100,000 incidents, against a promise: like ones alone, and all of it in a
window; and what learning from 50,000 takes of a processor and of memory.

Run shortly: the same desks as those of the searches, texts of words as common as in real ones.
"""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from app.domain.actor import Actor
from app.services.desk import Desk
from app.services.suggestions.dto import AlikeQuery
from benchmarks.harness import Result, percentile
from benchmarks.search import filled_file, filled_server, made_text
from benchmarks.typing_pause import timed
from tests.support import postgres

_PROMISED = 0.1
"""Seconds that 95 of 100 answers may take."""
_ASKED = 100
_LEARNED_FROM, _SECONDS, _MEGABYTES = 50_000, 60.0, 1_000.0


def run(folder: Path, incidents: int = 100_000) -> list[Result]:
    """Both databases; `folder` keeps the filled file between runs, a server is filled anew."""
    results = _learned()
    desk, actor = filled_file(folder, incidents)
    results += [_asked("triage, SQLite, like incidents, p95", desk, actor, incidents)]
    url = _url(desk)
    desk.close()
    results.append(timed("triage, SQLite, all beside a call, p95", url))
    server = postgres.start({"shared_buffers": "512MB"})
    try:
        desk, actor = filled_server(server, incidents)
        results.append(_asked("triage, PostgreSQL, like incidents, p95", desk, actor, incidents))
        url = _url(desk)
        desk.close()
        results.append(timed("triage, PostgreSQL, all beside a call, p95", url))
    finally:
        server.stop()
    return results


def _url(desk: Desk) -> str:
    return desk.store.database.url.render_as_string(hide_password=False)


def _learned() -> list[Result]:
    """In a program of its own on one core; of the processor, so that others on the computer do not count."""
    one = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "benchmarks.learn_probe", str(_LEARNED_FROM)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, env=one).stdout)
    name = f"triage, learning from {_LEARNED_FROM:,}"
    return [
        Result(f"{name}, seconds of a core", told["seconds"], _SECONDS, 1.0),
        Result(f"{name}, GB of memory, as s", told["mb"] / 1_000, _MEGABYTES / 1_000, 1.0),
        Result("triage, what is suggested for a text, p95", told["asked"], _PROMISED, 1.0),
    ]


def _asked(name: str, desk: Desk, actor: Actor, incidents: int) -> Result:
    """The promise stands where floors stand otherwise, so that 1 is what was promised."""
    chance = random.Random(7)
    seconds, found = [], 0
    for turn in range(_ASKED + 3):
        number = chance.randrange(incidents)
        asked = AlikeQuery(made_text(number, chance.randrange(2, 9)), made_text(number + 1, 40) if turn % 2 else "")
        begun = time.perf_counter()
        answer = desk.suggestions.alike(actor, asked)
        seconds.append(time.perf_counter() - begun)
        found += bool(answer.open or answer.resolved)
    assert found > _ASKED / 2, f"nothing is like {_ASKED + 3 - found} of the texts"
    return Result(name, percentile(seconds[3:], 0.95), _PROMISED, 1.0)
