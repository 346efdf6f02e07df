"""`main.py server password`: choosing a password of one's own, also in the place of a first one."""

import argparse
import getpass
import sys

from app.cli.password_prompt import with_password_asked
from app.domain.errors import Refused
from app.services.session import Context

_DESCRIPTION = """\
Choose your own password at a desk on a server, in the place of the first one or of the one you have. The old one is
asked for, unless it is in PGPASSWORD or the keyring, then the new one, twice. The server is told a verifier of it only.
"""


def add_password(below: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Offer `server password`."""
    parser = below.add_parser(
        "password",
        help="choose a password of your own",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("url", nargs="?", metavar="URL", help="postgresql://PERSON@HOST/DATABASE; else the chosen desk")
    parser.add_argument("--keep", action="store_true", help="keep it in the keyring of this computer")
    parser.set_defaults(run=run_password)


def run_password(arguments: argparse.Namespace, context: Context) -> int:
    """Ask for it and set it; from a pipe the two lines are read as they come."""
    from app.services.joining.new_password import choose_password
    from app.services.joining.password import keep

    url = with_password_asked(arguments.url or context.url)
    ask = getpass.getpass if sys.stdin.isatty() else _line
    password, again = ask("New password: "), ask("The same once more: ")
    choose_password(url, password, again)
    print("The password is set.")
    if arguments.keep and not keep(url, password):
        raise Refused("It is set, but this computer has no keyring to keep it in, so it will be asked for.")
    return 0


def _line(_prompt: str) -> str:
    return sys.stdin.readline().rstrip("\n")
