"""`make torture`: 1,000 kills and 30,000 milestones on SQLite and on PostgreSQL; prints the figures.

Takes tens of minutes. `--kills`, `--incidents` and `--only` make it shorter. The exit code is 1 when a firing was
missed, doubled, early or invented, or a save was lost.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from app.infra.migrate import upgrade
from app.infra.settings import sqlite_url
from tests.support import postgres

ROOT = Path(__file__).parents[2]
KILLS, INCIDENTS = 1000, 3000


def run_on(url: str, folder: Path, kills: int, incidents: int, seed: int) -> dict[str, object]:
    """One run in a process of its own; what it says beside its figures goes to the error output."""
    upgrade(url)
    command = [
        sys.executable, "-m", "tests.torture.conduct", "--database", url, "--folder", str(folder),
        "--kills", str(kills), "--incidents", str(incidents), "--seed", str(seed),
    ]  # fmt: skip
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
    """Run on both databases, one after the other."""
    parser = argparse.ArgumentParser(prog="make torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--incidents", type=int, default=INCIDENTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    chosen = parser.parse_args(arguments)
    problems = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in ("sqlite", "postgresql"):
            if chosen.only in {None, name}:
                found = _run(name, Path(folder) / name, chosen)
                show(name, found)
                problems += bool(found["problems"])
    return 1 if problems else 0


def _run(name: str, folder: Path, chosen: argparse.Namespace) -> dict[str, object]:
    folder.mkdir()
    if name == "sqlite":
        url = sqlite_url(folder / "desk.db")
        return run_on(url, folder, chosen.kills, chosen.incidents, chosen.seed)
    server = postgres.start()
    try:
        return run_on(server.url(server.create()), folder, chosen.kills, chosen.incidents, chosen.seed)
    finally:
        server.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
