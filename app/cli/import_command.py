"""`main.py import`: incidents of another desk, from its audit log or from a plain list."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import UTC, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.channels.importers import csv_list, servicenow_log
from app.channels.importers.csv_list import PRESETS, parse_map, preview, read_list
from app.channels.importers.dates import DateOrder
from app.channels.importers.servicenow_log import read_log
from app.cli.counted import counted
from app.cli.progress import ProgressLine
from app.domain.errors import BadInput, DeskError
from app.domain.imports import Delivery, Fault, Progress, UnreadableFile
from app.services.imports.dto import ImportResult, result_of
from app.services.session import Context

INTERRUPTED = 130
"""The exit code that shells expect of a program that was stopped with Ctrl+C."""

_SHOWN = 20
_LONGEST_SOURCE = 64

_DESCRIPTION = """\
Import incidents with their history. A file is imported in one step: an error in the file as a whole, or Ctrl+C, leaves
the desk as it was. A line that cannot be read is reported with its number and reason, and its incident is left out
whole; all others are imported. The same file again changes nothing, a newer one adds what is new.
"""
_EPILOG = """\
Exit codes: 0 imported (look at the rejected lines), 1 nothing imported, 2 wrongly called, 130 stopped with Ctrl+C.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `import` with its kinds of file."""
    parser = subparsers.add_parser(
        "import",
        help="import incidents from a ServiceNow log or a list",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = parser.add_subparsers(title="kinds of file", metavar="KIND", required=True)
    log = _kind(kinds, "servicenow-log", "the audit log of incidents, one row for each change")
    log.set_defaults(read=_read_log)
    plain = _kind(kinds, "csv", "a list of incidents, one row for each")
    plain.set_defaults(read=_read_list)
    meaning = plain.add_mutually_exclusive_group()
    meaning.add_argument(
        "--map",
        nargs="+",
        action="extend",
        metavar="COLUMN=FIELD",
        help=f"what the columns mean; the others are kept beside the record. Fields: {', '.join(csv_list.FIELDS)}",
    )
    meaning.add_argument("--preset", choices=list(PRESETS), help="a known list; otherwise the one whose columns fit")
    plain.add_argument("--preview", action="store_true", help="show the first rows as they would be read, and stop")


def _kind(
    kinds: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, summary: str
) -> argparse.ArgumentParser:
    parser = kinds.add_parser(name, help=summary, description=f"Import {summary}.")
    parser.add_argument("file", type=Path, metavar="FILE", help="a CSV file in UTF-8")
    parser.add_argument(
        "--dates",
        choices=[order.value for order in DateOrder],
        help="how dates are written; needed only where no row of the file tells",
    )
    parser.add_argument("--time-zone", metavar="ZONE", help="the zone of the times, such as Europe/Lisbon; else UTC")
    parser.add_argument("--source", metavar="NAME", help="tells desks apart that number their incidents alike")
    parser.add_argument("--strict", action="store_true", help="import nothing if any line is rejected")
    parser.add_argument("--dry-run", action="store_true", help="tell what would happen, and change nothing")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Read the file, import it, and tell what happened."""
    line = ProgressLine(sys.stderr)
    try:
        delivery = _checked(arguments, line)
        if getattr(arguments, "preview", False):
            _print_preview(delivery)
            return 0
        result = _import(arguments, context, delivery, line)
    except UnreadableFile as error:
        line.clear()
        if arguments.json:
            _print_json(ImportResult(0, 0, 0, 0, 0, error.faults, ()))
        raise
    except DeskError as error:
        line.clear()
        if arguments.json:
            # Who reads the output with a program gets an object whatever happens; people get the sentence.
            print(json.dumps({"error": str(error)}, ensure_ascii=False))
        raise
    except KeyboardInterrupt:
        line.clear()
        sys.stderr.write("Stopped. Nothing was imported; the desk is as it was.\n")
        return INTERRUPTED
    line.clear()
    if arguments.json:
        _print_json(result)
    else:
        if arguments.dry_run and arguments.read is _read_list:
            _print_preview(delivery)
        _print_text(result, dry=arguments.dry_run)
    return 0


def _checked(arguments: argparse.Namespace, line: ProgressLine) -> Delivery:
    read: Callable[[argparse.Namespace, DateOrder | None, tzinfo, Progress], Delivery] = arguments.read
    dates = DateOrder(arguments.dates) if arguments.dates else None
    if len(arguments.source or "") > _LONGEST_SOURCE:
        raise BadInput(f"The name of the source has more than {_LONGEST_SOURCE} characters; shorten it.", "source")
    delivery = read(arguments, dates, _zone(arguments.time_zone), line.phase("Reading", "lines"))
    if arguments.strict and delivery.rejected:
        raise UnreadableFile(tuple(delivery.rejected))
    return delivery


def _read_log(arguments: argparse.Namespace, dates: DateOrder | None, zone: tzinfo, progress: Progress) -> Delivery:
    return read_log(arguments.file, dates, zone, progress, arguments.source or servicenow_log.SOURCE)


def _read_list(arguments: argparse.Namespace, dates: DateOrder | None, zone: tzinfo, progress: Progress) -> Delivery:
    chosen = PRESETS[arguments.preset] if arguments.preset else parse_map(arguments.map) if arguments.map else None
    return read_list(arguments.file, chosen, dates, zone, progress, arguments.source or arguments.preset)


def _import(arguments: argparse.Namespace, context: Context, delivery: Delivery, line: ProgressLine) -> ImportResult:
    if arguments.dry_run and not _stands(context.url):
        return result_of(delivery, len(delivery.incidents), 0, 0)
    session = context.open(context.url)
    try:
        if arguments.dry_run:
            return session.desk.import_plan.plan(session.actor, delivery)
        return session.desk.imports.run(session.actor, delivery, line.phase("Importing", "incidents"))
    finally:
        session.desk.close()


def _stands(url: str) -> bool:
    """Whether the desk exists; a dry run must not create a local one."""
    prefix, _, path = url.partition(":///")
    return prefix != "sqlite" or Path(path).exists()


def _zone(name: str | None) -> tzinfo:
    if name is None:
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise BadInput(f"There is no time zone {name!r}. Write it like Europe/Lisbon or UTC.", "time_zone") from error


def _print_json(result: ImportResult) -> None:
    print(json.dumps(result.as_data(), ensure_ascii=False))


def _print_text(result: ImportResult, *, dry: bool) -> None:
    would = "would be " if dry else ""
    print(f"{counted(result.rows, 'row', 'rows')} of {counted(result.incidents, 'incident', 'incidents')} read.")
    print(f"{result.imported:,} {would}imported, {result.updated:,} {would}updated, {result.unchanged:,} unchanged.")
    _print_faults("rejected line", "rejected lines", result.rejected)
    _print_faults("warning", "warnings", result.warnings)


def _print_faults(one: str, many: str, faults: tuple[Fault, ...]) -> None:
    if not faults:
        return
    print(f"{counted(len(faults), one, many)}:")
    for fault in faults[:_SHOWN]:
        print(f"  line {fault.line}: {fault.reason}")
    if len(faults) > _SHOWN:
        print(f"  and {len(faults) - _SHOWN:,} more; --json lists them all.")


def _print_preview(delivery: Delivery) -> None:
    for number, fields in enumerate(preview(delivery), 1):
        print(f"Incident {number}:")
        for name, text in fields.items():
            shown = text if len(text) <= 90 else f"{text[:89]}…"
            print(f"  {name:<20} {shown}")
    _print_faults("rejected line", "rejected lines", tuple(delivery.rejected))
    _print_faults("warning", "warnings", tuple(delivery.warnings))
