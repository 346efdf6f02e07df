"""THE DESK WITHOUT A WINDOW. One module a subcommand; never imports Qt, which proves the wall."""

import argparse
import importlib

_COMMANDS: tuple[str, ...] = (
    "audit_command", "backup_command", "demo_command", "export_command", "import_command", "jobs_command",
    "knowledge_command", "kpi_command", "matrix_command", "move_command", "report_command", "restore_command",
    "search_command", "server_command", "sla_command", "tour_command", "triage_command",
)  # fmt: skip
"""Modules of this package that offer `add_parser(subparsers)`; in the order in which --help lists them."""

_DESCRIPTION = """\
Mainstay, a service desk for incidents. Without a subcommand the window opens.
"""
_EPILOG = """\
The database is chosen by --database, else by MAINSTAY_DATABASE, else by the settings; otherwise it is the file in your
own data directory. A database is a file path, sqlite:///PATH or postgresql://PERSON@HOST/DATABASE.
"""


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; `run` is the function of the chosen subcommand, or None where the window is wanted."""
    parser = argparse.ArgumentParser(
        prog="main.py",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--database", metavar="URL", help="the desk to open: a file or a database URL")
    # `window` gives the desk that the window opens once the command is done; `tour` has the window driven by itself.
    parser.set_defaults(run=None, window=None, tour=False)
    subparsers = parser.add_subparsers(title="subcommands", metavar="COMMAND")
    for name in _COMMANDS:
        importlib.import_module(f"app.cli.{name}").add_parser(subparsers)
    return parser.parse_args(arguments)
