"""Programs that race for the lease of one file, thousands of times: never do two of them have it.

    python -m tests.torture.leases --folder PLACE --leases 2000

Some are killed while they have it; whoever comes next finds that they are gone.
"""

import argparse
import json
import os
import random
import signal
import sys
from functools import partial
from pathlib import Path

from app.infra.lease import Held, Lease
from tests.torture.conduct import fork

RACERS = 4


def race(desk: Path, wanted: int, seed: int, *, dies: bool) -> None:
    """Take the lease so often, alone each time; the last time die with it, where that is wanted."""
    dice = random.Random(seed)
    taken = overlaps = 0
    while taken < wanted:
        lease = Lease(desk)
        try:
            lease.acquire()
        except Held:
            continue
        taken += 1
        overlaps += _is_somebody_inside(desk.with_name("inside"), turns=dice.randrange(50))
        if dies and taken == wanted:
            _tell(desk, taken, overlaps)
            os.kill(os.getpid(), signal.SIGKILL)
        lease.release()
    _tell(desk, taken, overlaps)


def _is_somebody_inside(mark: Path, turns: int) -> bool:
    """Go in, stay a while, leave; whether somebody else was there."""
    try:
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return True
    for _ in range(turns):
        mark.stat()
    mark.unlink()
    return False


def _tell(desk: Path, taken: int, overlaps: int) -> None:
    with desk.with_name("told").open("a", encoding="utf-8") as file:
        file.write(f"{taken} {overlaps}\n")


def run(folder: Path, leases: int, seed: int) -> dict[str, object]:
    """So many leases among four programs, in ten heats; in each heat one of them dies with the lease in its hands."""
    desk = folder / "desk.sqlite"
    share = -(-leases // (RACERS * 10))
    deaths = ended_badly = 0
    for heat in range(10):
        bodies = [partial(race, desk, share, seed + 100 * heat + n, dies=n == 0) for n in range(RACERS)]
        for pid in [fork(body) for body in bodies]:
            _, status = os.waitpid(pid, 0)
            deaths += os.WIFSIGNALED(status)
            ended_badly += os.WIFEXITED(status) and status != 0
    lines = [line.split() for line in desk.with_name("told").read_text(encoding="utf-8").splitlines()]
    overlaps = sum(int(line[1]) for line in lines)
    left = sorted(path.name for path in folder.glob("*.lease*"))
    problems: dict[str, object] = {}
    if overlaps or ended_badly:
        problems = {"overlaps": overlaps, "ended badly": ended_badly}
    if len(left) > 1:
        problems["left behind"] = left
    return {"leases": sum(int(line[0]) for line in lines), "killed_with_it": deaths, "problems": problems}


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when two programs had the lease at once."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--leases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    found = run(chosen.folder, chosen.leases, chosen.seed)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
