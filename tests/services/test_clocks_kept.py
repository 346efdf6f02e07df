"""What is kept of the clocks is what the facts say, whatever was done to an incident and in which order."""

import contextlib
import random
from datetime import timedelta
from typing import Any

import pytest

from app.domain.errors import BadInput, NotAllowed, NotFound, Refused
from app.domain.instants import HOUR, MINUTE, micros
from app.domain.lifecycle import Step, next_states
from app.domain.sla.clock import evaluate
from app.domain.sla.firing import firings
from app.domain.sla.ledger import Entry, Kind
from app.domain.sla.policy import CLOCKS
from app.domain.vocabulary import HoldReason, LinkKind, State
from app.services.command import keep_touched_clocks
from app.services.incidents.dto import FieldEdit, IncidentRef, Post
from app.services.incidents.journal import TRAIT_FIELDS
from app.services.incidents.transitions import override_priority
from app.services.sla import facts as sla_facts
from app.services.sla.books import load_rules
from app.services.sla.facts import load_facts, load_ledgers
from app.services.sla.keep import keep_clocks
from tests.support.clock_desk import computed_rows, kept_rows, timers, with_policies
from tests.support.crew import Crew


class Player:
    """Does something at random to one of a few incidents."""

    def __init__(self, crew: Crew, seed: int) -> None:
        self.crew = crew
        self.dice = random.Random(seed)
        self.refs: list[IncidentRef] = []

    def move(self) -> None:
        """One act, at a time of its own; what the rules refuse did not happen."""
        self.crew.clock.advance(seconds=self.dice.choice([0, 0, 7, 61, 1800, 7200, 30_000, 90_000]))
        act = self.dice.choice(
            [self.log, self.step, self.step, self.reply, self.ask, self.edit, self.override, self.link]
        )
        if not self.refs:
            act = self.log
        # The dice ask for much that the rules forbid; then nothing may have changed, which the caller looks at.
        with contextlib.suppress(Refused, BadInput, NotFound, NotAllowed):
            act()

    @property
    def one(self) -> IncidentRef:
        return self.dice.choice(self.refs)

    def log(self) -> None:
        if len(self.refs) >= 3:
            return
        early = self.crew.clock.now() - timedelta(minutes=self.dice.choice([0, 0, 50]))
        levels: dict[str, Any] = {"impact": self.dice.randint(1, 3), "urgency": self.dice.randint(1, 3)}
        self.refs.append(self.crew.log(reported_at=early, group_id=self.crew.service_desk, **levels))

    def step(self) -> None:
        ref = self.one
        state = State(self.crew.see(ref).state)
        to = self.dice.choice(next_states(state))
        if to is State.ON_HOLD:
            step = self.crew.hold(self.dice.choice(list(HoldReason)))
        elif to is State.IN_PROGRESS:
            step = Step(to, reason="It came back")
        else:
            step = self.crew.way_to(to)[-1]
        self.crew.desk.incidents.step(self.crew.supervisor, ref.id, step)

    def reply(self) -> None:
        public = self.dice.random() < 0.7
        post = Post(self.crew.desk.new_id(), "Have a look", public=public)
        self.crew.desk.incidents.post(self.crew.agent, self.one.id, post)

    def ask(self) -> None:
        self.crew.desk.incidents.post(
            self.crew.requester, self.one.id, Post(self.crew.desk.new_id(), "Any news?", public=True)
        )

    def edit(self) -> None:
        ref = self.one
        seen = self.crew.see(ref)
        wanted: list[tuple[str, Any]] = [
            ("urgency", self.dice.randint(1, 3)),
            ("service_id", self.crew.service),
            ("group_id", self.crew.network),
            ("caller_id", self.crew.requester.person_id),
            ("caller_id", self.crew.neighbour.person_id),
            ("site_id", self.crew.site),
            ("category_id", self.crew.category),
        ]
        field, value = self.dice.choice(wanted)
        base = (seen.caller.id if seen.caller else None) if field == "caller_id" else getattr(seen, field)
        self.crew.desk.incidents.edit(self.crew.agent, ref.id, {field: FieldEdit(base, value)})

    def override(self) -> None:
        priority = self.dice.choice([None, 1, 2, 3, 4])
        self.crew.desk.incidents.override_priority(self.crew.supervisor, self.one.id, priority, "The board is watching")

    def link(self) -> None:
        if len(self.refs) > 1:
            source, target = self.dice.sample(self.refs, 2)
            self.crew.link(source, target, self.dice.choice([LinkKind.PARENT, LinkKind.DUPLICATE]))


@pytest.mark.parametrize("seed", range(4))
def test_the_cache_is_the_fold_of_the_journal_after_every_act(seed: int, crew: Crew) -> None:
    player = Player(with_policies(crew), seed)
    for _ in range(25):
        player.move()
        assert kept_rows(crew) == computed_rows(crew)
    assert {ref.id for ref in player.refs} == kept_rows(crew).keys()


@pytest.mark.parametrize("seed", range(2))
def test_a_timer_waits_for_what_nobody_has_looked_at(seed: int, crew: Crew) -> None:
    """Without anybody who fires, the timer stands at the first threshold that was reached, and stays there."""
    player = Player(with_policies(crew), seed + 100)
    for _ in range(15):
        player.move()
        waiting = timers(crew)
        with crew.desk.store.reading() as connection:
            rules = load_rules(connection)
            ledgers = load_ledgers(connection, [ref.id for ref in player.refs], rules)
        for incident_id, ledger in ledgers.items():
            reached = [item.at for item in firings(ledger, rules.timelines, micros(crew.clock.now()))]
            due = waiting.get(("clocks", incident_id))
            if reached:
                assert due is not None
                assert micros(due) == min(reached)
            elif due is not None:
                assert micros(due) > micros(crew.clock.now())


def test_facts_are_what_people_did(crew: Crew) -> None:
    ref = with_policies(crew).log(impact=2, urgency=2)
    start = micros(crew.clock.now())
    crew.step(ref, crew.hold(HoldReason.AWAITING_CALLER))
    crew.clock.advance(minutes=1)
    crew.desk.incidents.post(crew.requester, ref.id, Post(crew.desk.new_id(), "Serial number 17", public=True))
    crew.step(ref, crew.hold(HoldReason.AWAITING_VENDOR))
    crew.step(ref, crew.hold(HoldReason.AWAITING_PARTS))
    crew.step(ref, crew.way_to(State.RESOLVED)[0])
    crew.step(ref, Step(State.IN_PROGRESS, reason="No"), crew.requester)
    crew.step(ref, crew.way_to(State.CANCELED)[0])
    with crew.desk.store.reading() as connection:
        (facts,) = load_facts(connection, [ref.id])
    assert [((entry.at - start) // MINUTE, entry.kind, entry.value) for entry in facts.entries] == [
        (0, Kind.CREATED, None),
        (1, Kind.REPLIED, None),
        (1, Kind.HELD, "awaiting_caller"),
        (2, Kind.ASKED, None),
        (2, Kind.RESUMED, None),
        (3, Kind.HELD, "awaiting_vendor"),
        (4, Kind.HELD, "awaiting_parts"),
        (5, Kind.RESOLVED, None),
        (6, Kind.REOPENED, None),
        (6, Kind.ASKED, None),
        (7, Kind.CANCELED, None),
    ]
    assert isinstance(facts.entries[0], Entry)


def test_the_clocks_of_a_new_incident(crew: Crew) -> None:
    """Priority 3 from Monday 09:00 on, office hours 08:00 to 17:00 UTC: 4 h and 27 h, which is three days."""
    ref = with_policies(crew).log(impact=2, urgency=2)
    start = crew.clock.now()
    response, resolution, update = crew.desk.sla.clocks(crew.agent, ref.id).clocks
    assert response.policy_name == "Moderate"
    assert (response.face.target, resolution.face.target, update.face.target) == (4 * HOUR, 27 * HOUR, None)
    with crew.desk.store.reading() as connection:
        rules = load_rules(connection)
        ledger = load_ledgers(connection, [ref.id], rules)[ref.id]
    readings = evaluate(ledger, rules.timelines, micros(start))
    assert [None if view.due_at is None else micros(view.due_at) for view in (response, resolution, update)] == [
        reading.due for reading in readings
    ]
    assert response.started_at == start
    kept = kept_rows(crew)[ref.id]
    assert (kept["clock"], kept["due_at"]) == ("response", response.due_at)


def test_conditions_read_the_traits_as_they_were(crew: Crew) -> None:
    """A caller who became a VIP later, and a service that was changed: the first change tells what was before it."""
    ref = with_policies(crew).log(caller_id=crew.requester.person_id)
    crew.desk.incidents.edit(
        crew.agent, ref.id, {"caller_id": FieldEdit(crew.requester.person_id, crew.neighbour.person_id)}
    )
    crew.desk.incidents.edit(crew.agent, ref.id, {"service_id": FieldEdit(None, crew.service)})
    with crew.desk.store.reading() as connection:
        (facts,) = load_facts(connection, [ref.id])
    first, *later = [dict(change.values) for change in facts.changes]
    named = {trait.value: value for trait, value in first.items()}
    assert (named["vip"], named["service"]) == ("yes", None)
    assert [{trait.value: value for trait, value in change.items()} for change in later] == [
        {"vip": "no"},
        {"service": crew.service},
    ]


def test_a_requester_reads_due_and_state_but_no_reasons(crew: Crew) -> None:
    ref = with_policies(crew).log(impact=2, urgency=2)
    crew.step(ref, crew.hold(HoldReason.AWAITING_VENDOR))
    own = crew.desk.sla.clocks(crew.requester, ref.id).clocks[1]
    theirs = crew.desk.sla.clocks(crew.agent, ref.id).clocks[1]
    assert (own.face.phase, own.face.reason, own.policy_name) == ("paused", "", "")
    assert (theirs.face.phase, theirs.face.reason, theirs.policy_name) == ("paused", "awaiting_vendor", "Moderate")


def test_a_clock_that_was_set_back_writes_no_fact_before_another(crew: Crew) -> None:
    ref = with_policies(crew).log()
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "We look into it", public=True))
    last = crew.see(ref).journal[-1].occurred_at
    crew.clock.set(last - timedelta(hours=3))
    crew.desk.incidents.post(crew.requester, ref.id, Post(crew.desk.new_id(), "Thanks", public=True))
    assert crew.see(ref).journal[-1].occurred_at == last
    crew.clock.set(last)
    assert kept_rows(crew) == computed_rows(crew)


def test_nothing_is_written_before_what_timers_have_decided(crew: Crew) -> None:
    ref = with_policies(crew).log()
    crew.clock.advance(hours=1)
    with crew.desk.store.writing(crew.admin) as work:
        keep_clocks(work, [ref.id], decided_until=work.now)
    decided = crew.clock.now()
    crew.clock.set(decided - timedelta(minutes=20))
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "We look into it", public=True))
    assert crew.see(ref).journal[-1].occurred_at == decided + timedelta(microseconds=1)


def test_clocks_that_are_kept_twice_in_one_transaction_leave_the_right_timer(crew: Crew) -> None:
    ref = with_policies(crew).log(impact=2, urgency=2)
    before = timers(crew)["clocks", ref.id]
    with crew.desk.store.writing(crew.supervisor) as work:
        override_priority(work, ref.id, 1, "The board is watching")
        keep_touched_clocks(work)
        override_priority(work, ref.id, None, "It is not")
        keep_touched_clocks(work)
    assert timers(crew)["clocks", ref.id] == before
    assert kept_rows(crew) == computed_rows(crew)


def test_a_hold_is_watched_until_it_ends(crew: Crew) -> None:
    ref = with_policies(crew).log()
    hold = crew.hold()
    crew.step(ref, hold)
    assert timers(crew)["hold", ref.id] == hold.hold_until
    crew.step(ref, crew.way_to(State.RESOLVED)[0])
    assert ("hold", ref.id) not in timers(crew)


def test_every_fact_that_a_command_can_change_is_read(crew: Crew) -> None:
    assert sla_facts._TRAITS.keys() == TRAIT_FIELDS
    assert len(CLOCKS) == 3
