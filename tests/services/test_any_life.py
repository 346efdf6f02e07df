"""Whatever happens to an incident: what a save leaves of its clocks and timers is what its whole journal says."""

import random
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.domain.actor import Actor
from app.domain.errors import DeskError
from app.domain.instants import micros
from app.domain.lifecycle import Step
from app.domain.sla.policy import Clock
from app.domain.vocabulary import CloseCause, HoldReason, State
from app.services.incidents.dto import FieldEdit, IncidentRef, Post
from app.services.sla.books import load_rules
from app.services.sla.facts import load_facts
from app.services.sla.keep import kept_of
from app.services.timers.dto import Worker
from app.services.timers.fire import fire_due
from tests.support.clock_desk import computed_rows, kept_rows, timers, with_policies
from tests.support.crew import Crew

_ACTS = 40
_LIVES = 4
_PROGRAM = Worker("a" * 32, "Ada Brandt on PC-1", "window")
_PAUSES = (timedelta(microseconds=1), timedelta(minutes=7), timedelta(hours=3), timedelta(days=2))


class _Life:
    """Acts that chance chooses; what the desk refuses did not happen."""

    def __init__(self, crew: Crew, chance: random.Random) -> None:
        self.crew, self.chance = crew, chance
        self.acts: tuple[Callable[[], object], ...] = (
            self._reply, self._ask, self._note, self._urgency, self._service, self._caller, self._assignee, self._start,
            self._hold, self._resolve, self._reopen, self._close, self._promise, self._fire,
        )  # fmt: skip
        begin = crew.clock.now() - chance.choice((timedelta(0), timedelta(minutes=50), timedelta(hours=30)))
        self.ref: IncidentRef = crew.log(impact=2, urgency=2, reported_at=begin, group_id=crew.service_desk)

    def go_on(self) -> None:
        """One act, some time after the one before."""
        self.crew.clock.advance(seconds=self.chance.choice(_PAUSES).total_seconds())
        try:
            self.chance.choice(self.acts)()
        except DeskError:
            return

    def _say(self, actor: Actor, *, public: bool = True) -> None:
        body = Post(self.crew.desk.new_id(), "We look into it", public=public)
        self.crew.desk.incidents.post(actor, self.ref.id, body)

    def _reply(self) -> None:
        self._say(self.crew.agent)

    def _ask(self) -> None:
        self._say(self.crew.requester)

    def _note(self) -> None:
        self._say(self.crew.agent, public=False)

    def _edit(self, field: str, value: str | int | None) -> None:
        seen = self.crew.see(self.ref, self.crew.supervisor)
        before = getattr(seen, field) if field != "caller_id" else seen.caller and seen.caller.id
        self.crew.desk.incidents.edit(self.crew.supervisor, self.ref.id, {field: FieldEdit(before, value)})

    def _urgency(self) -> None:
        self._edit("urgency", self.chance.choice((1, 2, 3)))

    def _service(self) -> None:
        self._edit("service_id", self.chance.choice((None, self.crew.service)))

    def _caller(self) -> None:
        self._edit("caller_id", self.chance.choice((self.crew.requester, self.crew.neighbour)).person_id)

    def _assignee(self) -> None:
        self._edit("assignee_id", self.chance.choice((None, self.crew.agent.person_id)))

    def _step(self, step: Step) -> None:
        self.crew.desk.incidents.step(self.crew.supervisor, self.ref.id, step)

    def _start(self) -> None:
        self._step(Step(State.IN_PROGRESS))

    def _hold(self) -> None:
        self._step(self.crew.hold(self.chance.choice((HoldReason.AWAITING_VENDOR, HoldReason.AWAITING_CALLER))))

    def _resolve(self) -> None:
        self._step(self.crew.way_to(State.RESOLVED)[0])

    def _reopen(self) -> None:
        self._step(Step(State.IN_PROGRESS, reason="It came back"))

    def _close(self) -> None:
        self._step(Step(State.CLOSED, close_cause=CloseCause.CALLER_ACCEPTED))

    def _promise(self) -> None:
        due = self.chance.choice((None, self.crew.clock.now() + timedelta(hours=5)))
        self.crew.desk.sla_admin.promise(self.crew.supervisor, self.ref.id, Clock.RESOLUTION.value, due, "Agreed")

    def _fire(self) -> None:
        fire_due(self.crew.desk.store, _PROGRAM)


def _next_checks(crew: Crew) -> dict[str, object]:
    """When each incident is to be looked at next, as its facts say."""
    with crew.desk.store.reading() as connection:
        found = load_facts(connection, list(kept_rows(crew)))
        now, rules = micros(crew.clock.now()), load_rules(connection)
        return {facts.subject.id: kept_of(facts, rules, now).next_check for facts in found}


@pytest.mark.parametrize("seed", range(_LIVES))
def test_every_save_leaves_what_the_journal_says(crew_of_one_program: Crew, seed: int) -> None:
    crew = with_policies(crew_of_one_program)
    life = _Life(crew, random.Random(seed))
    for _ in range(_ACTS):
        life.go_on()
        assert kept_rows(crew) == computed_rows(crew)
        watched = {subject: due for (kind, subject), due in timers(crew).items() if kind == "clocks"}
        assert watched == {subject: due for subject, due in _next_checks(crew).items() if due is not None}
