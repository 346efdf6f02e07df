"""The others at a desk, in a program of their own: they log, take, write, raise and give away, so many things a second.

    python -m tests.torture.colleagues --database URL --clock FILE --a-second 2

Its clock is the one that the window goes by (`tests.torture.simulated`). It works until its input is closed, and then
says how much it did.
"""

import argparse
import json
import random
import select
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen

from sqlalchemy import select as choose

from app.domain.actor import Actor
from app.domain.errors import DeskError
from app.domain.vocabulary import Role
from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.models.people import person
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import FieldEdit, NewIncident, Post
from app.services.incidents.queue_dto import QueueQuery, QueueRow
from app.services.people.queries import load_actor
from tests.torture.simulated import SharedClock

ROOT = Path(__file__).parents[2]
_LISTS = (QueueQuery("is:open", "sla", False, "sla", limit=40), QueueQuery("is:open", "number", True, "none", limit=80))
"""They work at what everybody sees first, and at what came last."""
_SAID = (
    "Looked at it together with the caller; it comes back after a restart.",
    "The vendor has answered: a new version is due on Thursday.",
    "Asked for the text of the message, word for word.",
)
_SUMMARIES = ("Printer jams on floor 3", "VPN drops after two minutes", "Scanner shows no network", "Mail is late")


class Colleagues:
    """Everybody who works at the desk but the one at the window."""

    def __init__(self, desk: Desk, people: list[Actor], seed: int) -> None:
        self._desk, self._people, self._dice = desk, people, random.Random(seed)
        self.done: Counter[str] = Counter()

    def do_something(self) -> None:
        """One thing by one of them; what the desk refuses, because somebody was faster, is counted."""
        who = self._dice.choice(self._people)
        act = self._dice.choice((self._say, self._say, self._note, self._take, self._raise, self._give, self._log))
        try:
            act(who)
            self.done[act.__name__.strip("_")] += 1
        except DeskError:
            self.done["refused"] += 1

    def _row(self, who: Actor) -> QueueRow:
        return self._dice.choice(self._desk.queue.page(who, self._dice.choice(_LISTS)).rows)

    def _say(self, who: Actor) -> None:
        self._post(who, public=True)

    def _note(self, who: Actor) -> None:
        self._post(who, public=False)

    def _post(self, who: Actor, *, public: bool) -> None:
        post = Post(self._desk.new_id(), self._dice.choice(_SAID), public)
        self._desk.incidents.post(who, self._row(who).id, post)

    def _take(self, who: Actor) -> None:
        self._desk.incidents.set_many(who, (self._row(who).id,), {"assignee_id": who.person_id})

    def _raise(self, who: Actor) -> None:
        row = self._row(who)
        edit = FieldEdit(row.urgency, self._dice.choice([each for each in (1, 2, 3) if each != row.urgency]))
        self._desk.incidents.edit(who, row.id, {"urgency": edit})

    def _give(self, who: Actor) -> None:
        other = self._dice.choice(self._people)
        self._desk.incidents.set_many(who, (self._row(who).id,), {"assignee_id": other.person_id})

    def _log(self, who: Actor) -> None:
        summary = self._dice.choice(_SUMMARIES)
        self._desk.incidents.create(who, NewIncident(self._desk.new_id(), summary, who.person_id))


def staff(store: Store) -> list[Actor]:
    """Who works incidents at this desk."""
    wanted = choose(person.c.id).where(person.c.active, person.c.role.in_([Role.AGENT.value, Role.SUPERVISOR.value]))
    with store.reading() as connection:
        return [load_actor(connection, each.id) for each in connection.execute(wanted.order_by(person.c.id)).all()]


@contextmanager
def colleagues_at(url: str, clock: Path, a_second: float) -> Iterator[Counter[str]]:
    """Have them work at a desk while the block runs; afterwards the counter says what they did."""
    command = [
        sys.executable, "-m", "tests.torture.colleagues", "--database", url, "--clock", str(clock),
        "--a-second", str(a_second),
    ]  # fmt: skip
    done: Counter[str] = Counter()
    with Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as program:
        if program.stdout is None or program.stdin is None or program.stdout.readline().strip() != "at work":
            raise RuntimeError("The colleagues did not come.")
        try:
            yield done
        finally:
            program.stdin.close()
            done.update(json.loads(program.stdout.readline() or "{}"))


def main(arguments: list[str]) -> int:
    """Work until nobody wants it any more."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", required=True)
    parser.add_argument("--clock", type=Path, required=True)
    parser.add_argument("--a-second", type=float, default=2.0)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    store = Store(Database(chosen.database), SharedClock(chosen.clock), Bus())
    working = Colleagues(make_desk(store), staff(store), chosen.seed)
    dice = random.Random(chosen.seed)
    sys.stdout.write("at work\n")
    sys.stdout.flush()
    # A closed input is readable, which ends the pause and the work.
    while not select.select([sys.stdin], [], [], dice.expovariate(chosen.a_second))[0]:
        working.do_something()
    store.database.close()
    sys.stdout.write(json.dumps(working.done) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
