"""`make torture`: whatever can break is broken, over and over, and what was promised is looked at afterwards.

1,000 kills and 30,000 milestones on SQLite and on PostgreSQL, a shift of 50 clients, eight programs at the same fields
on both, 200,000 saves through 2,000 ended sessions and 100 crashes of the server, 50,000 changes told through 200 cut
lines and 50 breakdowns, 100 typists killed, and one in each place where people write, 400 damaged files, a disk that
fails at every call, 3,000 power cuts, 2,000 leases, 300 upgrades that are killed, a window whose server is lost 100
times, a client in a network of its own, and eight hours at a window that may keep nothing.
Prints the figures. Takes tens of minutes; the options make it shorter. The exit code is 1 when a promise was not kept.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from app.infra.migrate import upgrade
from app.infra.settings import sqlite_url
from tests.support import postgres

ROOT = Path(__file__).parents[2]
KILLS, INCIDENTS = 1000, 3000
_TOGETHER = {
    "crashes": ("--saves", "200000", "--kills", "2000", "--crashes", "100"),
    "feed": ("--changes", "50000", "--kills", "200", "--breakdowns", "50"),
    "drafts": ("--kills", "100"),
}
"""Parts that start whatever they need, and what they are given."""

_SMALL = {
    "damage": ("--files", 400), "disk": ("--days", 900), "leases": ("--leases", 2000), "upgrades": ("--kills", 300),
    "power": ("--outages", 3000), "cuts": ("--cuts", 100), "network": ("--breaks", 12), "typists": ("--typists", 34),
    "soak": ("--minutes", 480),
}  # fmt: skip
"""Parts that are modules of their own here, each with the option that says how much of it and its usual number."""

_PARTS = ("sqlite", "postgresql", "shift", "editors on sqlite", "editors on postgresql", *_TOGETHER, *_SMALL)


def run_on(url: str, folder: Path, kills: int, incidents: int, seed: int) -> dict[str, object]:
    """One run in a process of its own; what it says beside its figures goes to the error output."""
    upgrade(url)
    command = [
        sys.executable, "-m", "tests.torture.conduct", "--database", url, "--folder", str(folder),
        "--kills", str(kills), "--incidents", str(incidents), "--seed", str(seed),
    ]  # fmt: skip
    return _run(command)


def run_shift(folder: Path, clients: int, seconds: float, seed: int) -> dict[str, object]:
    """A shift with its ledger, in a process of its own, which starts its own server."""
    command = [
        sys.executable, "-m", "tests.torture.shift", "--folder", str(folder),
        "--clients", str(clients), "--seconds", str(seconds), "--seed", str(seed),
    ]  # fmt: skip
    return _run(command)


def run_small(part: str, folder: Path, much: int, seed: int, *more: str) -> dict[str, object]:
    """One of the smaller parts, in a process of its own."""
    command = [
        sys.executable, "-m", f"tests.torture.{part}", "--folder", str(folder), _SMALL[part][0], str(much),
        "--seed", str(seed), *more,
    ]  # fmt: skip
    return _run(command)


def run_editors(url: str, seconds: float) -> dict[str, object]:
    """Eight programs at the same fields, in processes of their own."""
    upgrade(url)
    return _run([sys.executable, "-m", "tests.torture.editors", "--database", url, "--seconds", str(seconds)])


def run_together(name: str, *arguments: str) -> dict[str, object]:
    """The feed or the drafts, in a process of its own."""
    return _run([sys.executable, "-m", f"tests.torture.{name}", *arguments])


def _run(command: list[str]) -> dict[str, object]:
    ran = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if not ran.stdout:
        return {"problems": {"the run ended with": ran.returncode}}
    found: dict[str, object] = json.loads(ran.stdout)
    return found


def show(name: str, found: dict[str, object]) -> None:
    """Print one line a figure."""
    sys.stdout.write(f"{name}\n")
    for key, value in found.items():
        if key != "problems":
            sys.stdout.write(f"    {key.replace('_', ' '):<26} {value:>10}\n")
    sys.stdout.write(f"    {'problems':<26} {found['problems'] or 'none'!s:>10}\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Run on both databases and the shift, one after the other."""
    parser = argparse.ArgumentParser(prog="make torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--incidents", type=int, default=INCIDENTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=600.0)
    for part, (option, usual) in _SMALL.items():
        parser.add_argument(option if option != "--kills" else "--upgrades", type=int, default=usual, dest=part)
    parser.add_argument("--only", choices=_PARTS)
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # the part with a window needs no screen
    problems = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in _PARTS:
            if chosen.only in {None, name}:
                found = _part(name, Path(folder) / name, chosen)
                show(name, found)
                problems += bool(found["problems"])
    return 1 if problems else 0


def _part(name: str, folder: Path, chosen: argparse.Namespace) -> dict[str, object]:
    folder.mkdir()
    if name == "shift":
        return run_shift(folder, chosen.clients, chosen.seconds, chosen.seed)
    if name in _SMALL:
        return run_small(name, folder, getattr(chosen, name), chosen.seed)
    if name in _TOGETHER:
        return run_together(name, *_TOGETHER[name], "--seed", str(chosen.seed))
    if name.endswith("sqlite"):
        return _on(sqlite_url(folder / "desk.db"), name, folder, chosen)
    server = postgres.start()
    try:
        return _on(server.url(server.create()), name, folder, chosen)
    finally:
        server.stop()


def _on(url: str, name: str, folder: Path, chosen: argparse.Namespace) -> dict[str, object]:
    if name.startswith("editors"):
        return run_editors(url, chosen.seconds)
    return run_on(url, folder, chosen.kills, chosen.incidents, chosen.seed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
