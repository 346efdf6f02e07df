"""`main.py export --to FOLDER`: everything as CSV, JSON Lines and files, for any other program to read."""

import argparse
import json
import sys
from pathlib import Path

from app.cli.counted import counted
from app.cli.progress import ProgressLine
from app.services.session import Context

_DESCRIPTION = """\
Write everything you may see into a new folder: one CSV and one JSON Lines file a table, the incidents with names in
place of identifiers, and the attached files. It is of one moment, also while others work. An error or Ctrl+C leaves
nothing behind. To put a desk back as it was use `main.py backup` and `main.py restore`; to another database, `move`.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Offer the subcommand."""
    parser = subparsers.add_parser(
        "export",
        help="write everything to open formats: CSV, JSON Lines and files",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--to", required=True, type=Path, metavar="FOLDER", help="where the new folder is made")
    parser.add_argument("--format", choices=("csv", "jsonl"), action="append", help="only this; may be given twice")
    parser.add_argument("--without-files", action="store_true", help="leave the attached files out")
    parser.add_argument("--json", action="store_true", help="print what was written as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Export, and say what was written."""
    from app.services.exporting.formats import Format

    formats = [Format(each) for each in arguments.format or tuple(Format)]
    session = context.open(context.url)
    line = ProgressLine(sys.stderr)
    try:
        exported = session.desk.exports.export(
            session.actor,
            arguments.to,
            formats,
            line.phase("Exporting", "rows"),
            with_files=not arguments.without_files,
        )
    finally:
        line.clear()
        session.desk.close()
    if arguments.json:
        found = {"folder": str(exported.folder), "rows": exported.rows, "attachments": exported.files}
        print(json.dumps(found, indent=1))
        return 0
    for table, rows in exported.rows.items():
        if rows:
            print(f"{table:<24}{rows:>12,}")
    written = counted(sum(exported.rows.values()), "row", "rows")
    files = counted(exported.files, "attached file", "attached files")
    print(f"\n{written} and {files} are in {exported.folder}.")
    return 0
