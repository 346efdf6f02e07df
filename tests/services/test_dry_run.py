"""What rules would have done: counted by the clocks that run in earnest, on what really happened."""

from datetime import UTC, datetime
from typing import Any

import pytest

from app.domain.errors import NotAllowed
from app.domain.escalation.rules import RecipientKind, Trigger, TriggerKind
from app.domain.instants import HOUR, MINUTE
from app.domain.lifecycle import Step
from app.domain.sla.policy import Clock, Condition, Trait
from app.domain.sla.thresholds import BREACH, percent
from app.domain.vocabulary import State
from app.services.escalation.dto import DryRule
from app.services.incidents.dto import FieldEdit, IncidentRef, Post
from app.services.sla.samples import furnish_clocks
from tests.support.crew import Crew
from tests.support.escalating import notify, publish, rule, tick

STEP = notify(RecipientKind.LEAD)


@pytest.fixture
def measured(crew: Crew) -> Crew:
    """A desk with the sample policies; it is Monday, 9 o'clock in UTC."""
    with crew.desk.store.writing(crew.admin) as work:
        furnish_clocks(work, "UTC")
    return crew


def top(crew: Crew, **fields: Any) -> IncidentRef:
    """A P1 of the service desk: 15 minutes to respond, 4 hours to resolve, around the clock."""
    return crew.log(**{"group_id": crew.service_desk, "impact": 1, "urgency": 1, **fields})


def would(crew: Crew, trigger: Trigger, *conditions: Condition, days: int = 30) -> DryRule:
    """What one rule would have done."""
    wanted = rule("x", trigger, STEP, conditions=conditions)
    (found,) = crew.desk.escalations.dry_run(crew.supervisor, (wanted,), days).rules
    return found


def test_thresholds_are_counted_with_their_true_times(measured: Crew) -> None:
    first, second, third = (top(measured) for _ in range(3))
    measured.clock.advance(minutes=5)
    measured.desk.incidents.post(measured.agent, second.id, Post(measured.desk.new_id(), "On it", public=True))
    measured.clock.advance(hours=9)
    response = would(measured, Trigger(TriggerKind.CLOCK, Clock.RESPONSE, BREACH))
    assert (response.times, {hit.incident_id for hit in response.hits}) == (2, {first.id, third.id})
    assert response.hits[0].at == datetime(2026, 3, 2, 9, 15, 0, 1, tzinfo=UTC)
    resolution = would(measured, Trigger(TriggerKind.CLOCK, Clock.RESOLUTION, percent(75)))
    assert (resolution.times, resolution.incidents) == (3, 3)
    assert resolution.hits[0].at == datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_conditions_are_asked_of_the_incident_as_it_was(measured: Crew) -> None:
    ref = top(measured)
    measured.clock.advance(hours=5)
    measured.desk.incidents.edit(measured.agent, ref.id, {"impact": FieldEdit(1, 3), "urgency": FieldEdit(1, 3)})
    measured.clock.advance(hours=1)
    breach = Trigger(TriggerKind.CLOCK, Clock.RESOLUTION, BREACH)
    assert would(measured, breach, Condition(Trait.PRIORITY, frozenset({"1"}))).times == 1
    assert would(measured, breach, Condition(Trait.PRIORITY, frozenset({"5"}))).times == 0


def test_only_the_days_asked_for_count(measured: Crew) -> None:
    top(measured)
    measured.clock.advance(days=10)
    breach = Trigger(TriggerKind.CLOCK, Clock.RESOLUTION, BREACH)
    assert would(measured, breach, days=9).times == 0
    assert would(measured, breach, days=11).times == 1


def test_what_no_clock_tells(measured: Crew) -> None:
    lonely, taken = top(measured), top(measured, assignee_id=measured.agent.person_id)
    measured.step(taken, measured.hold(days=1))
    measured.clock.advance(days=3)
    for _ in range(2):
        measured.bring_to(taken, State.RESOLVED)
        measured.step(taken, Step(State.IN_PROGRESS, reason="Again"))
    change = FieldEdit(measured.service_desk, measured.network)
    measured.desk.incidents.edit(measured.agent, lonely.id, {"group_id": change})
    measured.clock.advance(minutes=20)
    unassigned = would(measured, Trigger(TriggerKind.UNASSIGNED, after=30 * MINUTE))
    assert (unassigned.times, unassigned.hits[0].incident_id) == (1, lonely.id)
    assert would(measured, Trigger(TriggerKind.UNASSIGNED, after=10 * MINUTE)).times == 2
    held = would(measured, Trigger(TriggerKind.HOLD_PASSED, after=HOUR))
    assert (held.times, held.hits[0].at) == (1, datetime(2026, 3, 3, 13, tzinfo=UTC))
    assert would(measured, Trigger(TriggerKind.REOPENED, times=2)).times == 1
    assert would(measured, Trigger(TriggerKind.REOPENED, times=3)).times == 0
    assert would(measured, Trigger(TriggerKind.REASSIGNED, times=1)).times == 1


def test_it_changes_nothing_and_counts_as_the_rules_then_act(measured: Crew) -> None:
    before = measured.dump()
    trigger = Trigger(TriggerKind.UNASSIGNED, after=30 * MINUTE)
    assert would(measured, trigger).times == 0
    assert measured.dump() == before
    publish(measured, rule("x", trigger, STEP))
    for _ in range(3):
        top(measured)
        measured.clock.advance(minutes=10)
        tick(measured)
    measured.clock.advance(minutes=15)
    tick(measured)
    acted = len(measured.desk.notifications.mine(measured.supervisor))
    assert would(measured, trigger).times == acted == 2


def test_agents_do_not_try_rules(crew: Crew) -> None:
    with pytest.raises(NotAllowed):
        crew.desk.escalations.dry_run(crew.agent, (), 30)
