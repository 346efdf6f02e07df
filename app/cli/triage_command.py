"""`main.py triage`: how well suggestions work, on texts from anywhere and at the desk itself."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.progress import ProgressLine
from app.cli.triage_desk import add_parsers
from app.domain.errors import DeskError
from app.services.session import Context

if TYPE_CHECKING:
    from app.channels.importers.labelled_texts import LabelledTexts

_DESCRIPTION = """\
Have the desk learn from its own resolved incidents, or try on a labelled CSV file what it does with them. Everything
happens on this computer. Of texts of a file that differ in case and blanks only, the first one counts.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `triage` with what can be measured."""
    parser = subparsers.add_parser(
        "triage",
        help="learn suggestions from resolved incidents, and measure them",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = parser.add_subparsers(title="what to do", metavar="WHAT", required=True)
    evaluating = _kind(kinds, "evaluate", "learn from a part of the texts and foretell the labels of the rest")
    evaluating.add_argument("--test-share", type=float, default=0.2, metavar="SHARE", help="how much is held back")
    evaluating.add_argument("--seed", type=int, default=42, help="chooses which part is held back")
    evaluating.set_defaults(run=run, measure=_evaluate)
    finding = _kind(
        kinds, "similar", "look for texts among all others and see whether what is found has the same label"
    )
    finding.add_argument("--seed", type=int, default=42, help="chooses which texts are looked for where there are many")
    finding.set_defaults(run=run, measure=_find)
    add_parsers(kinds)


def _kind(
    kinds: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, summary: str
) -> argparse.ArgumentParser:
    parser = kinds.add_parser(name, help=summary, description=f"{summary.capitalize()}.")
    parser.add_argument("file", type=Path, metavar="FILE", help="a CSV file with a header")
    parser.add_argument("--text", required=True, metavar="COLUMN[,COLUMN]", help="the columns of the text, title first")
    parser.add_argument("--label", required=True, metavar="COLUMN", help="the column of the label")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser


def run(arguments: argparse.Namespace, _context: Context) -> int:
    """Read the file, measure, and print the figures."""
    # Imported here because reading the command line has to be quick, and this brings numpy and scikit-learn along.
    from app.channels.importers.labelled_texts import read_labelled

    line = ProgressLine(sys.stderr)
    try:
        columns = [name for name in arguments.text.split(",") if name.strip()]
        found = read_labelled(arguments.file, columns, arguments.label, line.phase("Reading", "lines"))
        line.clear()
        _tell_left_out(found)
        figures: dict[str, float] = arguments.measure(arguments, found, line)
    except DeskError as error:
        line.clear()
        if arguments.json:
            print(json.dumps({"error": str(error)}, ensure_ascii=False))
        raise
    line.clear()
    if arguments.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name.replace('_', ' '):<20}{value:>12,.4g}" if value < 1000 else f"{name:<20}{value:>12,.0f}")
    return 0


def _evaluate(arguments: argparse.Namespace, found: "LabelledTexts", line: ProgressLine) -> dict[str, float]:
    from app.triage.trial import try_out

    show = line.phase("Learning")
    trial = try_out(
        found.texts, found.labels, arguments.test_share, arguments.seed, lambda share: show(round(share * 100), 100)
    )
    return {name: round(value, 4) for name, value in trial._asdict().items()}


def _find(arguments: argparse.Namespace, found: "LabelledTexts", line: ProgressLine) -> dict[str, float]:
    from app.triage.retrieval import try_finding

    show = line.phase("Looking")
    likeness = try_finding(found.texts, found.labels, arguments.seed, lambda share: show(round(share * 100), 100))
    return {name: round(value, 4) for name, value in likeness._asdict().items()}


def _tell_left_out(found: "LabelledTexts") -> None:
    parts = [
        (found.damaged, "damaged"),
        (found.empty, "without a text or a label"),
        (found.repeated, "with a text that was there already"),
    ]
    told = [f"{count:,} {what}" for count, what in parts if count]
    if told:
        sys.stderr.write(f"Rows left out: {', '.join(told)}.\n")
    if found.encoding != "utf-8":
        sys.stderr.write(f"The file is not UTF-8; it was read as {found.encoding}.\n")
