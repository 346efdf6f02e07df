"""`main.py backup`: a proved copy of a SQLite desk, while it is in use; `main.py backup --list` shows what there is."""

import argparse
import json
import sys
from pathlib import Path

from app.cli.phrase_prompt import phrase_for_new
from app.cli.progress import ProgressLine
from app.domain.errors import Refused
from app.infra.backup import Backup, back_up, folder_of, list_backups
from app.infra.settings import sqlite_file
from app.services.backups.compare import rows_of
from app.services.session import Context


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Offer the subcommand."""
    parser = subparsers.add_parser(
        "backup",
        help="copy the desk to a file and prove the copy",
        description="Copies the SQLite desk while it may be in use, checks the copy whole and notes its hash and its"
        " counts beside it. A shared PostgreSQL database is backed up with pg_dump by its administrator.",
    )
    parser.add_argument("--folder", type=Path, help="where to put it; otherwise the folder `backups` beside the desk")
    parser.add_argument(
        "--encrypt",
        action="store_true",
        help="seal it with a pass phrase: MAINSTAY_BACKUP_PHRASE, the one in the keyring, or one that is asked for;"
        " whoever forgets it has lost the backup",
    )
    parser.add_argument("--list", action="store_true", help="show the backups there are, newest first")
    parser.add_argument("--json", action="store_true", help="print for programs")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Make one backup, or list them."""
    database = file_of(context.url)
    folder = arguments.folder or folder_of(database)
    if arguments.list:
        _print(list_backups(folder, database), as_json=arguments.json)
        return 0
    phrase = phrase_for_new() if arguments.encrypt else ""
    line = ProgressLine(sys.stderr)
    made = back_up(database, folder, context.clock.now(), progress=line.phase("Copying", "steps"), phrase=phrase)
    line.clear()
    _print([made], as_json=arguments.json)
    return 0


def file_of(url: str) -> Path:
    """The file of a SQLite desk; Refused for a database that is no file."""
    path = sqlite_file(url)
    if path is None:
        # Imported here, because --help needs nothing of the desk.
        from app.services.backups.commands import ON_A_SERVER

        raise Refused(ON_A_SERVER)
    return path


def _print(backups: list[Backup], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps([_as_values(backup) for backup in backups], indent=2))
        return
    if not backups:
        print("There are no backups here yet.")
    for backup in backups:
        held = ", ".join(rows_of(count, table) for table, count in backup.counts.items())
        sealed = ", encrypted" if backup.sealed else ""
        print(f"{backup.made_at:%Y-%m-%d %H:%M:%S} UTC  {backup.reason.value:<14}  {backup.path}\n    {held}{sealed}")


def _as_values(backup: Backup) -> dict[str, object]:
    return {
        "file": str(backup.path),
        "made_at": backup.made_at.isoformat(),
        "reason": backup.reason.value,
        "schema": backup.schema,
        "counts": backup.counts,
        "sha256": backup.sha256,
        "bytes": backup.size,
        "encrypted": backup.sealed,
    }
