"""`main.py demo`: a desk of a made-up company to look around in, apart from everything real."""

import argparse
import sys

from app.cli.progress import ProgressLine
from app.infra.settings import sqlite_url
from app.services.session import Context

INTERRUPTED = 130
"""The exit code that shells expect of a program that was stopped with Ctrl+C."""

_DESCRIPTION = """\
Make the demo desk, a made-up company with 300 incidents over the last 90 days, and open it under a "Demo data" banner.
It is a separate file; nothing in it touches your own desk.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `demo`."""
    parser = subparsers.add_parser(
        "demo",
        help="look around in the desk of a made-up company",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--reset", action="store_true", help="make the demo desk anew, as of now")
    parser.add_argument("--no-window", action="store_true", help="only make it and say where it is")
    parser.set_defaults(run=run, window=window)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Make the demo desk where it is missing or should be made anew; says where it is."""
    path = context.paths.demo_database
    try:
        if arguments.reset or not path.exists():
            # Imported here so that --help comes without the database library.
            from app.services.demo.build import build_demo

            line = ProgressLine(sys.stderr)
            build_demo(path, context.clock.now(), line.phase("Logging the last 90 days", "incidents"))
            line.clear()
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. The demo desk is as it was.\n")
        return INTERRUPTED
    print(f"The demo desk is {path}.")
    return 0


def window(arguments: argparse.Namespace, context: Context) -> str | None:
    """The desk that the window opens afterwards, or None."""
    return None if arguments.no_window else sqlite_url(context.paths.demo_database)
