"""Whether an update is lost among many programs that edit the same fields of the same incidents (T6).

    python -m tests.torture.editors --database URL --seconds 60

Eight programs write what they made of what they saw. At the end each field has to have one history without a fork,
made of the acknowledged changes and no others, and nobody may have been refused for what nobody else changed.
"""

import argparse
import json
import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from app.domain.actor import Actor
from app.domain.vocabulary import Role
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import IncidentRef, NewIncident
from app.services.people.dto import NewPerson
from app.services.people.queries import load_actor
from app.services.sign_in import sign_in
from tests.support.editors import TITLE, Editor, Ledger, check

PROGRAMS, INCIDENTS = 8, 5


def open_desk(url: str) -> Desk:
    """The desk as one more program opens it."""
    return make_desk(Store(Database(url), SystemClock(), Bus()))


def furnish(desk: Desk) -> tuple[Actor, list[IncidentRef]]:
    """An agent, and the incidents at which all programs meet."""
    admin = sign_in(desk.store, "", "torturer")
    agent = desk.people_admin.add_person(admin, NewPerson(desk.new_id(), "Ada Brandt", role=Role.AGENT))
    with desk.store.reading() as connection:
        actor = load_actor(connection, agent)
    new = [NewIncident(desk.new_id(), TITLE, admin.person_id) for _ in range(INCIDENTS)]
    return actor, [desk.incidents.create(actor, each) for each in new]


def edit_on(url: str, actor: Actor, refs: list[IncidentRef], name: str, seconds: float) -> Ledger:
    """Edit for so long; returns what this program was told."""
    desk = open_desk(url)
    editor = Editor(desk, actor, name)
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        editor.do_something(refs)
    desk.close()
    return editor.ledger


def run(url: str, seconds: float) -> dict[str, object]:
    """Have all of them edit, and check the ledger; returns the figures."""
    desk = open_desk(url)
    actor, refs = furnish(desk)
    ledger = Ledger()
    with ProcessPoolExecutor(PROGRAMS, multiprocessing.get_context("spawn")) as pool:
        running = [pool.submit(edit_on, url, actor, refs, f"program {number}", seconds) for number in range(PROGRAMS)]
        for each in running:
            ledger.add(each.result())
    problems: dict[str, object] = {}
    try:
        check(desk, actor, refs, ledger)
    except AssertionError as found:
        problems = {"the ledger": str(found).splitlines()[0]}
    desk.close()
    return {
        "programs": PROGRAMS,
        "changes_accepted": len(ledger.accepted),
        "conflicts_shown": len(ledger.refused),
        "comments": ledger.comments.total(),
        "times_turned_away": ledger.turned_away,
        "problems": problems,
    }


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when an update was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", required=True)
    parser.add_argument("--seconds", type=float, default=600.0)
    chosen = parser.parse_args(arguments)
    found = run(chosen.database, chosen.seconds)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
