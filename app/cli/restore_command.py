"""`main.py restore FILE`: put a backup in the place of the desk, after saying what would be lost by it."""

import argparse
import sys
from pathlib import Path

from app.cli.backup_command import file_of
from app.cli.progress import ProgressLine
from app.domain.errors import Unavailable
from app.infra.backup import Backup, contents, restore, verify
from app.services.session import Context


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Offer the subcommand."""
    parser = subparsers.add_parser(
        "restore",
        help="put a backup in the place of the desk",
        description="Proves the backup, says what the desk holds that the backup does not, asks, keeps a safety copy of"
        " the desk as it is now, and then exchanges it in one step.",
    )
    parser.add_argument("backup", type=Path, metavar="FILE", help="a backup that `main.py backup` made")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Compare, ask, restore."""
    database = file_of(context.url)
    backup = verify(arguments.backup)
    for sentence in _compared(backup, database):
        print(sentence)
    if not arguments.yes and not _agreed():
        print("Nothing was changed.")
        return 1
    line = ProgressLine(sys.stderr)
    safety = restore(arguments.backup, database, context.clock.now(), line.phase("Restoring", "pages"))
    line.clear()
    print(f"{database} is as it was on {backup.made_at:%Y-%m-%d at %H:%M:%S} UTC.")
    if safety is not None:
        print(f"What it held before is kept in {safety.path}.")
    return 0


def _compared(backup: Backup, database: Path) -> list[str]:
    said = [f"Backup of {backup.made_at:%Y-%m-%d %H:%M:%S} UTC, proved whole."]
    if not database.exists():
        return [*said, f"There is no desk at {database}; the backup becomes it."]
    try:
        now = contents(database)
    except Unavailable as error:
        return [*said, str(error), "The damaged file will be moved aside, not deleted."]
    for table, count in now.items():
        kept = backup.counts.get(table, 0)
        if count != kept:
            said.append(f"{table.replace('_', ' ')}: {count:,} now, {kept:,} in the backup.")
    return said if len(said) > 1 else [*said, "It holds as many rows of each kind as the desk does now."]


def _agreed() -> bool:
    sys.stderr.write("Restore it? Type yes: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() == "yes"
