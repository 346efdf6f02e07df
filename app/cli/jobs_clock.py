"""`main.py jobs clock`: whether the desk is ahead of its clock, and letting time go on from the clock as it is."""

import argparse
import json
import sys
from datetime import datetime, timedelta

from app.cli.counted import counted
from app.domain.instants import micros
from app.domain.sla.display import spoken_time
from app.infra.backup import folder_of, list_backups
from app.infra.settings import sqlite_file
from app.services.session import Context
from app.services.timers.dto import Ahead

_DESCRIPTION = """\
A desk never goes back in time: after its clock had been set forward by mistake and is right again, everything is
stamped with the newest time that was seen, until the clock has caught up. This command shows how things stand; with
--go-on time goes on from the clock as it is now (docs/timers.md says what stays as it was).
"""


def add_parser(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `jobs clock`."""
    parser = kinds.add_parser(
        "clock",
        help="show whether the desk is ahead of its clock, and mend that",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--go-on", action="store_true", help="the clock is right now: let time go on from it")
    parser.add_argument("--yes", action="store_true", help="with --go-on: do not ask")
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Say how the clock stands; mend it where that is wanted and agreed."""
    session = context.open(context.url)
    try:
        found = session.desk.clock_state.ahead(session.actor)
        if not arguments.go_on:
            _print(found, context, as_json=arguments.json)
            return int(found.is_ahead)
        if found.is_ahead and not arguments.yes:
            _print(found, context, as_json=False)
            if not _agreed(found.clock):
                print("Nothing was changed.")
                return 1
        found = session.desk.clock_work.go_on(session.actor)
    finally:
        session.desk.close()
    if arguments.json:
        print(json.dumps(_data(found)))
    else:
        print(f"Time goes on from {_time(found.clock)}. {_stays(found)}")
    return 0


def _print(found: Ahead, context: Context, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(_data(found)))
        return
    print(f"The clock of this desk shows   {_time(found.clock)}")
    if found.newest is not None:
        print(f"The newest time it has seen is {_time(found.newest)}")
    if not found.is_ahead or found.newest is None:
        print("Time goes on as it should.")
        return
    length = spoken_time(micros(found.newest) - micros(found.clock))
    print(
        f"\nTime stands still for {length}: until the clock has caught up, everything is stamped with the newest time."
        f"\nIt was signed by {', '.join(found.signed_by)}."
        "\n\nIf the clock was set forward by mistake and is right now, let time go on: main.py jobs clock --go-on"
        "\nIf the clock is wrong now, set it right; nothing has to be done here."
        f"\n\n{_stays(found)}"
    )
    for line in _way_back(found, context):
        print(line)


def _stays(found: Ahead) -> str:
    if not found.incidents:
        return "No incident carries a time that lies ahead."
    which = counted(found.incidents, "incident carries", "incidents carry")
    newest = "" if found.newest is None else f" up to {_time(found.newest)}"
    return (
        f"What cannot be taken back: {which} times that lie ahead{newest}, and what is written in them carries such"
        f" times until then; {counted(found.fired, 'threshold', 'thresholds')} fired early and will not fire again."
    )


def _way_back(found: Ahead, context: Context) -> list[str]:
    """The newest backup from before the jump, for whoever wants none of what happened since."""
    file = sqlite_file(context.url)
    if file is None or not found.incidents:
        return []
    before = [backup for backup in list_backups(folder_of(file), file) if backup.made_at <= found.clock]
    if not before:
        return []
    made = _time(before[0].made_at)
    return [f"To have none of it, go back to the backup of {made}: main.py restore {before[0].path}"]


def _agreed(clock: datetime) -> bool:
    sys.stderr.write(f"\nIs it really {_time(clock)} now? Type yes to let time go on from there: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() == "yes"


def _data(found: Ahead) -> dict[str, object]:
    ahead = timedelta(0) if found.newest is None else max(found.newest - found.clock, timedelta(0))
    return {
        "clock": found.clock.isoformat(),
        "newest": None if found.newest is None else found.newest.isoformat(),
        "is_ahead": found.is_ahead,
        "ahead_seconds": ahead.total_seconds() if found.is_ahead else 0.0,
        "signed_by": list(found.signed_by),
        "incidents": found.incidents,
        "fired": found.fired,
    }


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"
