"""What is kept of the clocks is what the facts say, whatever was done to an incident and in which order."""

from datetime import timedelta

import pytest

from app.domain.instants import HOUR, MINUTE, micros
from app.domain.lifecycle import Step
from app.domain.sla.clock import evaluate
from app.domain.sla.firing import firings
from app.domain.sla.ledger import Entry, Kind
from app.domain.sla.policy import CLOCKS
from app.domain.vocabulary import HoldReason, State
from app.services.command import keep_touched_clocks
from app.services.incidents.dto import FieldEdit, Post
from app.services.incidents.journal import TRAIT_FIELDS
from app.services.incidents.transitions import override_priority
from app.services.sla.books import load_rules
from app.services.sla.facts import load_facts, load_ledgers
from app.services.sla.journal_reader import TRAITS
from app.services.sla.keep import keep_clocks
from app.services.timers.dto import Worker
from app.services.timers.fire import fire_due
from tests.support.clock_desk import computed_rows, kept_rows, timers, with_policies
from tests.support.crew import Crew
from tests.support.player import Player


@pytest.mark.parametrize("seed", range(4))
def test_the_cache_is_the_fold_of_the_journal_after_every_act(seed: int, crew: Crew) -> None:
    player = Player(with_policies(crew), seed)
    for _ in range(25):
        player.move()
        crew.let_the_desk_look()
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
    crew.let_the_desk_look()
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


def test_what_a_new_target_left_behind_while_resolved_is_due_at_the_reopening(crew: Crew) -> None:
    ref = with_policies(crew).log(impact=2, urgency=2)
    crew.clock.advance(hours=6)
    crew.step(ref, crew.way_to(State.RESOLVED)[0])
    crew.let_the_desk_look()
    crew.clock.advance(hours=24)
    fire_due(crew.heart, Worker("a" * 32, "Ada Brandt on PC-1", "window"))
    crew.desk.incidents.edit(crew.supervisor, ref.id, {"urgency": FieldEdit(2, 1), "impact": FieldEdit(2, 1)})
    fire_due(crew.heart, Worker("a" * 32, "Ada Brandt on PC-1", "window"))
    crew.step(ref, Step(State.IN_PROGRESS, reason="It came back"), crew.supervisor)
    assert timers(crew)["clocks", ref.id] == crew.clock.now()


def test_every_fact_that_a_command_can_change_is_read(crew: Crew) -> None:
    assert TRAITS.keys() == TRAIT_FIELDS
    assert len(CLOCKS) == 3
