"""`main.py tour`: a desk's day offscreen on demo data; the window itself is driven by `app.views.tour`."""

import argparse
from pathlib import Path

from app.domain.errors import Unavailable
from app.services.session import Context

_DESCRIPTION = """\
Log, work, resolve and review an incident in the real window on demo data, without a screen. Writes pictures of the
window, light and dark, and the review as a PDF, and says where they are. With --all it goes on to every view of the
manual, which takes some minutes.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `tour`."""
    parser = subparsers.add_parser(
        "tour",
        help="do a desk's day offscreen and write pictures of it",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--output", type=Path, default=Path("tour"), metavar="DIR", help="where to write (tour)")
    parser.add_argument("--all", action="store_true", dest="whole", help="show every view that the manual describes")
    parser.add_argument("--language", default="en", metavar="CODE", help="the language of the window, such as de (en)")
    parser.set_defaults(run=run, tour=True)


def run(arguments: argparse.Namespace, _context: Context) -> int:
    """Make the folder; main.py hands it to the window."""
    try:
        arguments.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(f"{arguments.output} cannot be made: {error.strerror}. Choose another --output.") from error
    print("Making a demo desk and doing a desk's day on it", flush=True)
    return 0
