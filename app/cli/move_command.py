"""`main.py move --to URL`: a whole desk to a server, or back into a file."""

import argparse
import json
import sys

from app.cli.counted import counted
from app.cli.password_prompt import with_password_asked
from app.cli.progress import ProgressLine
from app.services.session import Context

_DESCRIPTION = """\
Copy the desk whole to another database: from a file to a PostgreSQL server, from a server to a file. Everything comes
along as it is, the audit trail and its anchors too. It is one step: an error or Ctrl+C leaves the new database as it
was, and the old desk stays as it is in any case. What arrived is compared with what was sent, table by table, by the
number of rows and by a digest. Nobody else can write in either desk while it lasts.

The new database has to be empty: a file that does not exist yet, or a database that was set up by `main.py server init
--no-person`. On a server both need the login that set it up.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `move`."""
    parser = subparsers.add_parser(
        "move",
        help="copy the desk whole to a server, or back into a file",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--to", required=True, metavar="URL", help="an empty database: a file or postgresql://...")
    parser.add_argument("--json", action="store_true", help="print the counts and digests as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Move, and print what was proved."""
    from app.infra.settings import database_url
    from app.services.moving.move import move_desk

    target = database_url(arguments.to, context.settings, context.paths.database)
    line = ProgressLine(sys.stderr)
    try:
        moved = move_desk(_entered(context.url), _entered(target), line.phase("Moving and proving", "rows"))
    finally:
        line.clear()
    if arguments.json:
        print(json.dumps({each.table: {"rows": each.digest.rows, "digest": each.digest.text} for each in moved}))
        return 0
    for each in moved:
        if each.digest.rows:
            print(f"{each.table:<24}{each.digest.rows:>12,}   {each.digest.text[:16]}")
    rows = counted(sum(each.digest.rows for each in moved), "row", "rows")
    print(f"\n{rows} arrived as they were sent. The old desk stays as it was; work in one of the two only.")
    return 0


def _entered(url: str) -> str:
    """The address with what is needed to enter: a file needs nothing."""
    return with_password_asked(url) if url.startswith("postgres") else url
