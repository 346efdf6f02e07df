"""`main.py audit`: whether what the desk says happened is what was recorded, and anchors to be kept outside."""

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path

from app.cli.counted import counted
from app.cli.progress import ProgressLine
from app.domain.errors import Refused
from app.services.audit.dto import Anchor, Finding, Verdict
from app.services.audit.kept import Kept, read_kept
from app.services.session import Context

_DESCRIPTION = """\
Every change of the desk is recorded by the database in chains of hashes; once a day an anchor closes them. `verify`
finds a record or a row that was changed, deleted, inserted or reordered behind the desk's back. Whoever may do
everything in the database can rewrite all of it: only an anchor that is kept outside reveals that (docs/audit.md).
"""
_FOUND = 1


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Offer the subcommand."""
    parser = subparsers.add_parser(
        "audit",
        help="verify the audit trail, take an anchor of it, show the last one",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = parser.add_subparsers(title="what to do", metavar="WHAT", required=True)
    verifying = kinds.add_parser("verify", help="look at everything; the exit code is 1 when something is found")
    verifying.add_argument("--json", action="store_true", help="print it as JSON")
    verifying.add_argument(
        "--anchor", action="append", default=[], metavar="ANCHOR",
        help="an anchor that was kept outside, as it stands at the foot of a PDF, or a file with anchors; may be given"
        " several times",
    )  # fmt: skip
    verifying.set_defaults(run=verify)
    anchoring = kinds.add_parser("anchor", help="close everything that is recorded now; timers do so once a day")
    anchoring.add_argument("--to", type=Path, metavar="FOLDER", help="add it to the desk's file in this folder")
    anchoring.add_argument("--json", action="store_true", help="print it as JSON")
    anchoring.set_defaults(run=take_anchor)
    showing = kinds.add_parser("show", help="print the last anchor, to be kept outside")
    showing.add_argument("--all", action="store_true", help="print all of them")
    showing.add_argument("--json", action="store_true", help="print them as JSON")
    showing.set_defaults(run=show)


def verify(arguments: argparse.Namespace, context: Context) -> int:
    """Verify the whole trail; 0 when it is whole, 1 when something is found."""
    kept: list[Kept] = [each for given in arguments.anchor for each in read_kept(given)]
    session = context.open(context.url)
    line = ProgressLine(sys.stderr)
    try:
        verdict = session.desk.audit.verify(session.actor, kept, line.phase("Verifying", "records"))
    finally:
        line.clear()
        session.desk.close()
    if arguments.json:
        print(json.dumps(_verdict_data(verdict, len(kept)), ensure_ascii=False, indent=2))
    else:
        _print_verdict(verdict, len(kept))
    return 0 if verdict.is_whole else _FOUND


def take_anchor(arguments: argparse.Namespace, context: Context) -> int:
    """Take an anchor, print it, and send it to a folder if one is named."""
    session = context.open(context.url)
    try:
        anchor = session.desk.audit_admin.take_anchor(session.actor)
        path = None
        if arguments.to is not None:
            path, _ = session.desk.audit_admin.send_anchors(session.actor, arguments.to)
    finally:
        session.desk.close()
    if arguments.json:
        print(json.dumps(_anchor_data(anchor) | {"file": None if path is None else str(path)}))
    else:
        _print_anchor(anchor)
        if path is not None:
            print(f"It stands in {path} now.")
    return 0


def show(arguments: argparse.Namespace, context: Context) -> int:
    """Print the last anchor, or all."""
    session = context.open(context.url)
    try:
        last = session.desk.audit.last_anchor(session.actor)
        anchors = session.desk.audit.anchors(session.actor) if arguments.all else [last] if last else []
    finally:
        session.desk.close()
    if not anchors:
        raise Refused("This desk has no anchor yet. Timers take one a day; `main.py audit anchor` takes one now.")
    if arguments.json:
        print(json.dumps([_anchor_data(anchor) for anchor in anchors], indent=2))
        return 0
    for anchor in anchors:
        _print_anchor(anchor)
    return 0


def _print_verdict(verdict: Verdict, kept: int) -> None:
    for finding in verdict.findings:
        print(finding.sentence())
    if verdict.found > len(verdict.findings):
        print(f"… and {verdict.found - len(verdict.findings):,} more.")
    looked = f"{_closed(verdict.records, verdict.chains)}, {counted(verdict.rows, 'row', 'rows')}"
    anchors = counted(verdict.anchors, "anchor", "anchors")
    outside = f", {kept:,} kept outside" if kept else ""
    result = "The trail is whole" if verdict.is_whole else f"NOT WHOLE: {verdict.found:,} found"
    print(f"{result}: {looked}, {anchors}{outside}, in {verdict.seconds:.1f} s.")
    if verdict.is_whole and verdict.last_anchor is None:
        print("There is no anchor yet, so the end of a chain could have been cut off without a trace.")
    elif verdict.is_whole and not kept:
        print("Nothing was compared with an anchor kept outside: see `main.py audit show`, and docs/audit.md for why.")


def _closed(records: int, chains: int) -> str:
    return f"{counted(records, 'record', 'records')} of {counted(chains, 'chain', 'chains')}"


def _print_anchor(anchor: Anchor) -> None:
    print(f"{anchor.short}  {_time(anchor.at)}, closes {_closed(anchor.records, anchor.chains)}")
    print(f"    sha256:{anchor.digest}")


def _verdict_data(verdict: Verdict, kept: int) -> dict[str, object]:
    return {
        "whole": verdict.is_whole,
        "found": verdict.found,
        "findings": [_finding_data(finding) for finding in verdict.findings],
        "records": verdict.records,
        "rows": verdict.rows,
        "chains": verdict.chains,
        "anchors": verdict.anchors,
        "kept_outside": kept,
        "last_anchor": None if verdict.last_anchor is None else _anchor_data(verdict.last_anchor),
        "at": verdict.at.isoformat(),
        "seconds": round(verdict.seconds, 3),
    }


def _finding_data(finding: Finding) -> dict[str, object]:
    return {**finding._asdict()}


def _anchor_data(anchor: Anchor) -> dict[str, object]:
    return {**anchor._asdict(), "at": anchor.at.isoformat(), "short": anchor.short}


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"
