"""`main.py restore FILE`: put a backup in the place of the desk, after saying what would be lost by it."""

import argparse
import sys
from pathlib import Path

from app.cli.backup_command import file_of
from app.cli.phrase_prompt import with_phrase
from app.cli.progress import ProgressLine
from app.infra.restoring import restore
from app.services.backups.compare import compare
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
    found, phrase = with_phrase(arguments.backup, lambda phrase: compare(arguments.backup, database, phrase))
    for sentence in found.sentences(lambda moment: f"{moment:%Y-%m-%d %H:%M:%S} UTC"):
        print(sentence)
    if not arguments.yes and not _agreed():
        print("Nothing was changed.")
        return 1
    line = ProgressLine(sys.stderr)
    safety = restore(arguments.backup, database, context.clock.now(), line.phase("Restoring", "pages"), phrase)
    line.clear()
    print(f"{database} is as it was on {found.backup.made_at:%Y-%m-%d at %H:%M:%S} UTC.")
    if safety is not None:
        print(f"What it held before is kept in {safety.path}.")
    return 0


def _agreed() -> bool:
    sys.stderr.write("Restore it? Type yes: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() == "yes"
