"""Upgrades that are killed anywhere and begun by five at once: the old desk or the new one, never a mixture.

    python -m tests.torture.upgrades --folder PLACE --kills 300

Each begins with a desk as the program of an earlier schema left it (`tests.support.old_desks`), on both databases.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from app.domain.errors import DeskError
from app.infra import migrate
from app.infra.settings import sqlite_url
from tests.support import postgres
from tests.support.old_desks import (
    ADDED_TO_BY_UPGRADES,
    REVISIONS,
    Rows,
    columns_of,
    make_old_desk,
    read_rows,
    take_out_looks,
)
from tests.torture.conduct import fork

AT_ONCE = 5
KILLS_FOR_FIVE = 8
"""After so many kills five programs begin an upgrade at once."""


@dataclass
class Found:
    """What was done, and what went wrong; all but the first four have to be 0."""

    desks: int = 0
    kills: int = 0
    killed_before_the_end: int = 0
    begun_together: int = 0
    half_upgraded: int = 0
    stuck: int = 0
    rows_lost: int = 0
    errors_of_programs: int = 0
    said: list[str] = field(default_factory=list)

    @property
    def problems(self) -> dict[str, object]:
        """What should not be."""
        counted = ("half_upgraded", "stuck", "rows_lost", "errors_of_programs")
        found: dict[str, object] = {name: getattr(self, name) for name in counted if getattr(self, name)}
        return found | ({"said": self.said[:5]} if self.said else {})


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk of an earlier schema, of which `fresh` gives copies, and what it holds."""

    fresh: Callable[[], str]
    revision: str
    rows: Rows
    columns: dict[str, list[str]]

    def state(self, url: str) -> str:
        """`old` or `new` when the desk is wholly so; otherwise what is wrong with it."""
        (found,) = read_rows(url, {"alembic_version": []})["alembic_version"]
        if found == (repr(self.revision),):
            return "old" if read_rows(url) == self.rows else "half"
        if found != (repr(migrate.HEAD),):
            return "half"
        kept = {table: rows for table, rows in self.rows.items() if table not in ADDED_TO_BY_UPGRADES}
        take_out_looks(kept, self.columns.get("timer", []))
        return "new" if read_rows(url, kept, self.columns) == kept else "lost"


@contextmanager
def _desk_in_a_file(folder: Path, revision: str) -> Iterator[Desk]:
    original = folder / f"{revision}.sqlite"
    make_old_desk(sqlite_url(original), revision)

    def fresh() -> str:
        copy = folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        return sqlite_url(Path(shutil.copyfile(original, copy / "desk.sqlite")))

    yield Desk(fresh, revision, read_rows(sqlite_url(original)), columns_of(sqlite_url(original)))


@contextmanager
def _desk_on_a_server(server: postgres.PostgresServer, revision: str) -> Iterator[Desk]:
    original = server.create()
    make_old_desk(server.url(original), revision)
    made: list[str] = []

    def fresh() -> str:
        while made:
            server.drop(made.pop())
        made.append(server.create(template=original))
        return server.url(made[0])

    url = server.url(original)
    yield Desk(fresh, revision, read_rows(url), columns_of(url))
    for name in (*made, original):
        server.drop(name)


def torture(desk: Desk, kills: int, together: int, dice: random.Random, found: Found) -> None:
    """Kill that many upgrades of one desk, and let five at once begin others."""
    found.desks += 1
    url = desk.fresh()
    began = time.monotonic()
    _run_all([url], found)
    lasts = time.monotonic() - began
    for _ in range(kills):
        _kill_one(desk, lasts, dice, found)
    for _ in range(together):
        url = desk.fresh()
        found.begun_together += AT_ONCE
        _run_all([url] * AT_ONCE, found)
        _note(desk.state(url), "new", found)


def _kill_one(desk: Desk, lasts: float, dice: random.Random, found: Found) -> None:
    url = desk.fresh()
    pid = fork(partial(migrate.upgrade, url))
    time.sleep(dice.uniform(0, lasts))
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    found.kills += 1
    found.killed_before_the_end += os.WIFSIGNALED(status)
    _note(desk.state(url), "", found)
    try:
        migrate.upgrade(url)
    except DeskError as error:
        found.stuck += 1
        found.said.append(str(error))
    else:
        _note(desk.state(url), "new", found)


def _run_all(urls: list[str], found: Found) -> None:
    running = [fork(partial(migrate.upgrade, url)) for url in urls]
    found.errors_of_programs += sum(os.waitpid(pid, 0)[1] != 0 for pid in running)


def _note(state: str, wanted: str, found: Found) -> None:
    found.half_upgraded += state == "half" or (wanted == "new" and state == "old")
    found.rows_lost += state == "lost"


def run(folder: Path, kills: int, seed: int) -> dict[str, object]:
    """Earlier schemas on both databases, all of them where there are kills enough; the kills are shared out."""
    found, dice = Found(), random.Random(seed)
    desks = [(revision, on_server) for revision in REVISIONS for on_server in (False, True)]
    desks = sorted(dice.sample(desks, min(kills, len(desks))))
    share = -(-kills // len(desks))
    began = time.monotonic()
    server = postgres.start()
    try:
        for revision, on_server in desks:
            opened = _desk_on_a_server(server, revision) if on_server else _desk_in_a_file(folder, revision)
            with opened as desk:
                torture(desk, share, -(-share // KILLS_FOR_FIVE), dice, found)
    finally:
        server.stop()
    figures = {name: value for name, value in vars(found).items() if name != "said"}
    return figures | {"seconds": round(time.monotonic() - began, 1), "problems": found.problems}


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when anything was lost, half or stuck."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    found = run(chosen.folder, chosen.kills, chosen.seed)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
