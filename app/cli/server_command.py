"""`main.py server`: what concerns a desk on a PostgreSQL server."""

import argparse
import json

from app.cli.password_prompt import with_password_asked
from app.cli.server_init import add_check, add_init
from app.cli.server_password import add_password
from app.cli.server_people import add_people
from app.services.joining.dto import Mark, Outcome, succeeded
from app.services.session import Context

_TEST = """\
Go the way to a desk on a server step by step, and say of each step what was found and, where it failed, what to do.
Nothing is changed. The password is taken from the address, from PGPASSWORD or from the keyring of this computer;
otherwise it is asked for. The exit code is 0 when the desk can be opened, 1 when a step failed.
"""
_MARKS = {Mark.PASSED: "ok", Mark.WARNING: "WARNING", Mark.FAILED: "FAILED", Mark.SKIPPED: "-"}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `server` with its own subcommands."""
    parser = subparsers.add_parser(
        "server", help="a desk on a PostgreSQL server: set it up, check it, its people, the way to it"
    )
    below = parser.add_subparsers(title="subcommands", metavar="WHAT", required=True)
    add_init(below)
    add_check(below)
    add_people(below)
    add_password(below)
    test = below.add_parser(
        "test",
        help="test the way to a desk on a server",
        description=_TEST,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    test.add_argument("url", nargs="?", metavar="URL", help="postgresql://PERSON@HOST/DATABASE; else the chosen desk")
    test.add_argument("--json", action="store_true", help="print the steps as JSON")
    test.set_defaults(run=run_test)


def run_test(arguments: argparse.Namespace, context: Context) -> int:
    """Go through the steps and print each as it ends."""
    # Imported here, because the other subcommands do without the driver of the server.
    from app.services.joining.steps import nobody, try_out

    url = with_password_asked(arguments.url or context.url)
    outcomes = try_out(url, nobody if arguments.json else _print, clock=context.clock)
    if arguments.json:
        print(json.dumps([each._asdict() for each in outcomes], ensure_ascii=False))
    return 0 if succeeded(outcomes) else 1


def _print(outcome: Outcome) -> None:
    print(f"{_MARKS[outcome.mark]:<8} {outcome.step.label}: {outcome.found}", flush=True)
    if outcome.hint:
        print(f"         {outcome.hint}", flush=True)
