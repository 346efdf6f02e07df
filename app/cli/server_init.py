"""`main.py server init` and `server check`: setting a shared desk up, and telling whether it is as it should be."""

import argparse
import json

from app.cli.password_prompt import with_password_asked
from app.services.server.dto import Part, Verdict, Wanted
from app.services.session import Context

_INIT = """\
Turn a database on a PostgreSQL server into a desk for several people: tables, roles, rights, and a first administrator.
Run it as an administrator of the server (a superuser, or the owner of the database who may make roles). It explains
every step, changes nothing unless all of them succeed, and may be run again at any time: it upgrades the desk and puts
to rights what was changed. The password of a new administrator is shown once.
"""
_CHECK = """\
Tell whether the database of a desk is set up so that it protects what it holds, point by point, and how to mend what is
not. Run it with your own login; a superuser's sees a few points more. The exit code is 1 when something is missing.
"""
_ADDRESS = "postgresql://ADMINISTRATOR@HOST/DATABASE; the password is asked for, or taken from PGPASSWORD"


def add_init(below: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Offer `server init`."""
    parser = below.add_parser(
        "init",
        help="make a desk for several people of a database, or upgrade it",
        description=_INIT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("url", metavar="URL", help=_ADDRESS)
    parser.add_argument("--prefix", default="", help="how the names of the desk's roles begin; else as the database")
    parser.add_argument("--person", default="", metavar="NAME", help="the name of the first administrator")
    parser.add_argument("--login", default="", help="their login, without the prefix; else admin")
    parser.add_argument(
        "--no-person", action="store_true", help="make no administrator: the people of another desk are moved here"
    )
    parser.add_argument(
        "--keep-other-databases",
        action="store_true",
        help="leave the databases postgres and template1 open to everybody, as they are by default",
    )
    parser.add_argument(
        "--backed-up",
        action="store_true",
        help="a backup has been made, so a desk of an older version may be upgraded",
    )
    parser.set_defaults(run=run_init)


def add_check(below: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Offer `server check`."""
    parser = below.add_parser(
        "check",
        help="tell whether the database protects what it holds",
        description=_CHECK,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("url", nargs="?", metavar="URL", help="postgresql://PERSON@HOST/DATABASE; else the chosen desk")
    parser.add_argument("--json", action="store_true", help="print for programs")
    parser.set_defaults(run=run_check)


def run_init(arguments: argparse.Namespace, context: Context) -> int:
    """Set up, and show the first password once."""
    # Imported here, because the other subcommands do without the driver of the server.
    from app.services.server.setup import set_up

    wanted = Wanted(
        prefix=arguments.prefix,
        person=arguments.person,
        login=arguments.login,
        first_administrator=not arguments.no_person,
        close_other_databases=not arguments.keep_other_databases,
        backed_up=arguments.backed_up,
    )
    done = set_up(with_password_asked(arguments.url), wanted, _say, context.clock)
    for sentence in done.left_undone:
        print(f"Left undone: {sentence}")
    if done.login is not None:
        print(f"\nLogin:          {done.login}\nFirst password: {done.first_password}")
        print("Write it down now: it is kept nowhere, and has to be changed when it is first used.")
    print("\nThe desk is set up. `main.py server check` tells whether it stays so.")
    return 0


def run_check(arguments: argparse.Namespace, context: Context) -> int:
    """Print every point; 1 when something is missing."""
    from app.services.server.check import check_at

    findings = check_at(with_password_asked(arguments.url or context.url))
    if arguments.json:
        print(json.dumps([each._asdict() for each in findings], ensure_ascii=False, indent=2))
    else:
        for each in findings:
            print(f"{_MARKS[each.verdict.value]:<8} {each.title}{f': {each.found}' if each.found else ''}")
            if each.mend:
                print(f"         {each.mend}")
    return 1 if any(each.verdict is Verdict.MISSING for each in findings) else 0


_MARKS = {"good": "ok", "missing": "MISSING", "unknown": "?"}


def _say(part: Part, line: str) -> None:
    print(f"{part.label}: {line}", flush=True)
