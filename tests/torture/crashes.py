"""Whether a save is lost, doubled or halved while sessions are ended and the server crashes, over and over (T1).

    python -m tests.torture.crashes --saves 5000 --kills 50 --crashes 5

Eight programs log incidents and write notes as fast as they can. Whatever is not acknowledged is given again as it was,
as a window gives it again, until it is. Each keeps a ledger; at the end it is compared with what the server holds.
"""

import argparse
import json
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event
from pathlib import Path

from app.domain.actor import Actor
from app.domain.errors import Unavailable
from app.infra.database import Database
from app.infra.migrate import upgrade
from app.services.incidents.dto import IncidentRef, NewIncident, Post
from tests.support import postgres
from tests.torture.editors import furnish, open_desk
from tests.torture.ledger import Ledger, balance

WRITERS = 8
NOTES = 20
"""So many notes for each incident that is logged."""
STILL = 120.0
"""Seconds without a save after which a run is given up."""


def write(url: str, actor: Actor, refs: list[IncidentRef], path: Path, count: "Synchronized[int]", ends: Event) -> None:
    """Save until told to stop."""
    desk, ledger, chance = open_desk(url), Ledger(path), random.Random(path.name)

    def until_kept(mark: str, kind: str, save: Callable[[], object]) -> None:
        ledger.intend(kind, mark)
        while not ends.is_set():
            try:
                save()
            except Unavailable:
                desk.store.database.link.wait(0.5)
                continue
            ledger.acknowledge(kind, mark)
            with count.get_lock():
                count.value += 1
            return

    number = 0
    while not ends.is_set():
        number += 1
        mark = f"{path.stem} {number}"
        if number % NOTES:
            post = Post(desk.new_id(), mark, public=False)
            ref = chance.choice(refs)
            until_kept(mark, "note", lambda ref=ref, post=post: desk.incidents.post(actor, ref.id, post))  # type: ignore[misc]  # called at once
        else:
            new = NewIncident(desk.new_id(), mark, actor.person_id)
            until_kept(mark, "incident", lambda new=new: desk.incidents.create(actor, new))  # type: ignore[misc]  # called at once
    desk.close()


class Cruelty:
    """Ends sessions and crashes the server; counts both."""

    def __init__(self, server: postgres.PostgresServer, name: str, seed: int) -> None:
        self._server, self._name = server, name
        self._chance = random.Random(seed)
        self.sessions_ended = self.crashes = 0

    def end_a_session(self) -> None:
        """One of them, whatever it does."""
        ended = self._server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = %s AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1",
            self._name,
        )
        self.sessions_ended += len(ended)

    def crash(self) -> None:
        """Kill one of its processes: the server ends all others at once and recovers from its log."""
        self.crashes += self._server.break_down(self._name)


def run(folder: Path, saves: int, kills: int, crashes: int, seed: int) -> dict[str, object]:
    """Until so much was done of each; returns the figures."""
    begin = time.monotonic()
    server = postgres.start({"synchronous_commit": "on", "max_connections": "100"})
    try:
        url = server.url(server.create())
        upgrade(url)
        desk = open_desk(url)
        actor, refs = furnish(desk)
        desk.close()
        cruelty = Cruelty(server, url.rsplit("/", maxsplit=1)[-1], seed)
        _go(cruelty, url, actor, refs, folder, (saves, kills, crashes))
        database = Database(url)
        with database.reading() as connection:
            found = balance(connection, folder)
        database.close()
    finally:
        server.stop()
    return {
        "writers": WRITERS,
        "sessions_ended": cruelty.sessions_ended,
        "crashes_of_the_server": cruelty.crashes,
        **{name: getattr(found, name) for name in found.__slots__},
        "seconds": round(time.monotonic() - begin, 1),
        "problems": found.problems,
    }


def _go(
    cruelty: Cruelty, url: str, actor: Actor, refs: list[IncidentRef], folder: Path, wanted: tuple[int, int, int]
) -> None:
    saves, kills, crashes = wanted
    spawn = multiprocessing.get_context("spawn")
    count, ends = spawn.Value("l", 0), spawn.Event()
    paths = [folder / f"ledger-{number}.jsonl" for number in range(WRITERS)]
    writers = [spawn.Process(target=write, args=(url, actor, refs, path, count, ends)) for path in paths]
    for each in writers:
        each.start()
    try:
        for step in range(1, max(kills, crashes) + 1):
            # Spread over the whole run, however quick the computer is.
            _wait_for(count, saves * step // max(kills, crashes))
            if cruelty.sessions_ended * max(kills, crashes) < kills * step:
                cruelty.end_a_session()
            if cruelty.crashes * max(kills, crashes) < crashes * step:
                cruelty.crash()
    finally:
        ends.set()
        for each in writers:
            each.join()


def _wait_for(count: "Synchronized[int]", wanted: int) -> None:
    last, since = -1, time.monotonic()
    while count.value < wanted:
        if count.value != last:
            last, since = count.value, time.monotonic()
        elif time.monotonic() - since > STILL:
            raise SystemExit(f"Nothing was saved for {STILL:.0f} s, after {last} saves")
        time.sleep(0.005)


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when a save was lost, doubled or halved."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--saves", type=int, default=200_000)
    parser.add_argument("--kills", type=int, default=2_000)
    parser.add_argument("--crashes", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        found = run(Path(folder), chosen.saves, chosen.kills, chosen.crashes, chosen.seed)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
