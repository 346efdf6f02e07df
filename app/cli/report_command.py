"""`main.py report`: documents about what happened, as PDF files."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.errors import BadInput, NotFound, Unavailable
from app.domain.numbers import incident_number, parse_incident_number
from app.infra.files import write_whole
from app.services.audit.dto import Anchor
from app.services.incidents.dto import IncidentRef
from app.services.reviews.dto import ReviewDetail
from app.services.session import Context, Session

INTERRUPTED = 130
"""The exit code that shells expect of a program that was stopped with Ctrl+C."""

_DESCRIPTION = """\
Print the post-incident review of an incident as a PDF. An incident without a review gets a document made from its
facts alone, marked "Draft"; nothing is stored unless you ask for it with --begin.
"""
_EPILOG = """\
Exit codes: 0 printed, 1 refused with a sentence, 2 wrongly called, 130 stopped with Ctrl+C.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `report` with its kinds of document."""
    parser = subparsers.add_parser(
        "report", help="print a post-incident review as a PDF", description="Print a document as a PDF."
    )
    kinds = parser.add_subparsers(title="documents", metavar="DOCUMENT", required=True)
    review = kinds.add_parser(
        "review",
        help="the post-incident review of an incident",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    review.add_argument(
        "incident", metavar="INCIDENT", help="its number (INC-000123), or its number where it came from"
    )
    review.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write; else PIR_NUMBER_DAY_vN.pdf")
    review.add_argument("--paper", choices=["a4", "letter"], default="a4", help="the size of the paper (a4)")
    review.add_argument("--version", type=int, metavar="N", help="an earlier version; else the latest")
    review.add_argument("--time-zone", metavar="ZONE", help="the zone of the times, such as Europe/Lisbon; else yours")
    review.add_argument("--begin", action="store_true", help="begin the review at the desk if there is none yet")
    review.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Find the incident, build the document, write the file, and say where it is."""
    session = context.open(context.url)
    try:
        detail = _in_zone(_review(session, arguments), arguments.time_zone)
        anchor = session.desk.audit.last_anchor(session.actor)
    finally:
        session.desk.close()
    try:
        path = _print(detail, anchor, arguments)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. Nothing was written.\n")
        return INTERRUPTED
    number = incident_number(detail.incident.number)
    if detail.is_saved:
        state = detail.content.state.label.lower()
        print(f"{path}: review of {number}, version {detail.content.version}, {state}.")
    else:
        print(f"{path}: {number} has no review yet, so this is a draft from its facts. Use --begin to start one.")
    return 0


def _review(session: Session, arguments: argparse.Namespace) -> ReviewDetail:
    desk, actor = session.desk, session.actor
    found = _find(session, arguments.incident)
    if arguments.begin:
        desk.reviews_admin.begin(actor, found.id, desk.new_id())
    detail = desk.reviews.of_incident(actor, found.id, arguments.version)
    return detail or desk.reviews.from_facts(actor, found.id)


def _find(session: Session, text: str) -> IncidentRef:
    desk, actor = session.desk, session.actor
    wanted = text.strip()
    number = parse_incident_number(wanted)
    here = desk.incident.find_number(actor, number) if number is not None else None
    there = desk.incident.find_source_number(actor, wanted)
    # INC0000045 reads as number 45 too, but it is how another desk writes; our own has a hyphen or bare digits.
    is_ours = wanted.isdigit() or "-" in wanted
    found = here or there if is_ours else there or here
    if found is None:
        raise NotFound(f"There is no incident {wanted!r}, or you may not see it. Give its number like INC-000123.")
    return found


def _in_zone(detail: ReviewDetail, name: str | None) -> ReviewDetail:
    if name is None:
        return detail
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise BadInput(f"There is no time zone {name!r}. Write it like Europe/Lisbon or UTC.", "time_zone") from error
    return replace(detail, time_zone=name)


def _print(detail: ReviewDetail, anchor: Anchor | None, arguments: argparse.Namespace) -> Path:
    # The PDF library is loaded here so that --help and the other subcommands start without it.
    from app.reports.review.from_desk import document_of, file_name
    from app.reports.review.pdf import build_review_pdf
    from app.reports.styles import Paper

    path = arguments.output or Path(file_name(detail))
    if path.is_dir():
        raise BadInput(f"{path} is a folder. Give the name of a file, such as {path / file_name(detail)}.", "output")
    data = build_review_pdf(document_of(detail, anchor), Paper[arguments.paper.upper()])
    try:
        write_whole(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(f"{path} cannot be written: {reason}. Choose another place with -o.") from error
    return Path(path)
