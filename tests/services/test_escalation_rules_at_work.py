"""Rules at work: what they do when thresholds fire and when time passes, each occasion and each step exactly once."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.domain.actor import PROGRAM
from app.domain.errors import Refused
from app.domain.escalation.preset import default_rules
from app.domain.escalation.rules import ActionKind, RecipientKind, Rule, Trigger, TriggerKind
from app.domain.escalation.words import Level
from app.domain.instants import HOUR, MINUTE
from app.domain.lifecycle import Step
from app.domain.sla.policy import Clock, Condition, Trait
from app.domain.sla.thresholds import BREACH, Threshold, percent
from app.domain.vocabulary import HoldReason, State
from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.models.escalation import escalation_step
from app.models.timers import timer
from app.services.escalation.waiting import handle_escalation, handle_watch
from app.services.incidents.dto import FieldEdit
from tests.support.crew import Crew
from tests.support.escalating import (
    act,
    fire,
    journal_of,
    live,
    notify,
    pass_time,
    publish,
    rows_of,
    rule,
    steps_of,
    tick,
    told,
    up,
)

RESOLUTION_75 = Trigger(TriggerKind.CLOCK, Clock.RESOLUTION, percent(75))
ASSIGNEE, GROUP, LEAD, MANAGER = (
    RecipientKind.ASSIGNEE,
    RecipientKind.GROUP,
    RecipientKind.LEAD,
    RecipientKind.MANAGER,
)
TITLE = "INC-000001 Printer on floor 2 jams"


def when(threshold: Threshold, clock: Clock = Clock.RESOLUTION) -> Trigger:
    return Trigger(TriggerKind.CLOCK, clock, threshold)


def test_a_threshold_tells_whom_the_rule_names(crew: Crew) -> None:
    publish(crew, rule("soon", RESOLUTION_75, notify(ASSIGNEE, GROUP)))
    ref = crew.log(crew.agent, group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    fire(crew, ref, percent(50))
    assert told(crew) == []
    fire(crew, ref, percent(75))
    fire(crew, ref, percent(75))
    assert told(crew) == [
        f"Ada: The resolution clock reached 75 %: {TITLE}",
        f"Sven: The resolution clock reached 75 %: {TITLE}",
    ]
    assert journal_of(crew, ref) == [
        (
            "Rule “Rule soon”, because the resolution clock reached 75 %: notified the assignee and the group"
            " (Ada Brandt, Sven Lind)."
        )
    ]
    assert live(crew) == (), "telling is no escalation"


def test_thresholds_that_fall_together_are_told_as_one(crew: Crew) -> None:
    shares = (50, 75, 90)
    publish(crew, *(rule(str(share), when(percent(share)), notify(ASSIGNEE)) for share in shares))
    ref = crew.log(crew.agent, group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    fire(crew, ref, *(percent(share) for share in shares))
    assert told(crew) == [f"Ada: The resolution clock reached 90 %: {TITLE}"]
    assert len(steps_of(crew)) == 3


def test_conditions_are_asked_and_a_rule_switched_off_is_silent(crew: Crew) -> None:
    tall = Condition(Trait.PRIORITY, frozenset({"1"}))
    off = Rule("off", "Off", RESOLUTION_75, (notify(GROUP),), enabled=False)
    publish(crew, rule("tall", RESOLUTION_75, notify(GROUP), conditions=(tall,)), off)
    ref = crew.log(crew.agent, group_id=crew.network)
    fire(crew, ref, percent(75))
    assert told(crew) == []


def test_a_breach_goes_up_until_somebody_answers(crew: Crew) -> None:
    publish(crew, rule("breach", when(BREACH), up(Level.LEAD, within=15 * MINUTE)))
    ref = crew.log(crew.agent, group_id=crew.service_desk)
    fire(crew, ref, BREACH)
    (row,) = live(crew)
    assert (row.level, row.reason, row.rule_name, row.is_urgent) == (
        1, "The resolution clock was breached", "Rule breach", True,
    )  # fmt: skip
    pass_time(crew, minutes=15)
    (row,) = live(crew)
    assert (row.level, row.rule_name) == (2, "Rule breach")
    crew.desk.escalation_work.acknowledge(crew.supervisor, row.id)
    pass_time(crew, hours=9)
    assert [row.state for row in live(crew)] == ["active"]


def test_steps_follow_with_their_delays_unless_somebody_acknowledges(crew: Crew) -> None:
    steps = (notify(LEAD), up(Level.LEAD, after=10 * MINUTE), up(Level.MANAGER, after=60 * MINUTE))
    publish(crew, rule("slow", when(BREACH), *steps))
    first, second = (crew.log(crew.agent, group_id=crew.service_desk) for _ in range(2))
    fire(crew, first, BREACH)
    fire(crew, second, BREACH)
    assert live(crew) == ()
    pass_time(crew, minutes=10)
    assert [row.level for row in live(crew)] == [1, 1]
    mine = next(row for row in live(crew) if row.incident_id == first.id)
    crew.desk.escalation_work.acknowledge(crew.supervisor, mine.id)
    pass_time(crew, minutes=50)
    assert sorted((row.number, row.level) for row in live(crew)) == [(1, 1), (2, 2)]
    assert not _waits(crew, "escalation")


def test_steps_that_are_left_end_with_the_incident(crew: Crew) -> None:
    publish(crew, rule("slow", when(BREACH), notify(LEAD), notify(MANAGER, after=HOUR)))
    ref = crew.log(crew.agent, group_id=crew.service_desk)
    fire(crew, ref, BREACH)
    crew.bring_to(ref, State.RESOLVED)
    pass_time(crew, hours=2)
    assert len(steps_of(crew)) == 1
    assert [row.end_note for row in rows_of(crew)] == ["The incident was resolved"]


def test_a_run_keeps_the_version_that_it_began_with(crew: Crew) -> None:
    publish(crew, rule("slow", when(BREACH), notify(LEAD), notify(MANAGER, after=HOUR)))
    ref = crew.log(crew.agent, group_id=crew.service_desk)
    fire(crew, ref, BREACH)
    assert publish(crew, rule("slow", when(BREACH), act(ActionKind.PROPOSE_MAJOR))) == 2
    pass_time(crew, hours=1)
    assert crew.see(ref).major_state == "none"
    assert steps_of(crew)[1].startswith("notified the manager")
    assert [book.number for book in crew.desk.escalations.rule_books(crew.agent)] == [2, 1]
    assert crew.desk.escalations.rule_books(crew.agent)[1].rules[0].sentence == (
        "When the resolution clock is breached, then notify the lead; after 1 h notify the manager."
    )


def test_a_rule_raises_the_priority_and_keeps_what_the_matrix_says(crew: Crew) -> None:
    publish(crew, rule("up", RESOLUTION_75, act(ActionKind.RAISE_PRIORITY)))
    ref = crew.log(crew.agent, group_id=crew.service_desk, impact=2, urgency=2)
    fire(crew, ref, percent(75))
    seen = crew.see(ref)
    assert (seen.priority, seen.computed_priority) == (2, 3)
    assert seen.override_reason == "Rule “Rule up”, because the resolution clock reached 75 %"
    assert journal_of(crew, ref)[-1].endswith("raised the priority from 3 to 2; the matrix says 3.")


def test_a_rule_moves_it_to_the_next_tier_and_waits_for_an_answer(crew: Crew) -> None:
    publish(crew, rule("over", RESOLUTION_75, act(ActionKind.REASSIGN, acknowledge_within=20 * MINUTE)))
    ref = crew.log(crew.agent, group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    fire(crew, ref, percent(75))
    assert crew.see(ref).group_name == "Network"
    (row,) = live(crew)
    assert (row.kind, row.to_group_name, row.state) == ("functional", "Network", "waiting")
    pass_time(crew, minutes=20)
    assert [row.level for row in live(crew)] == [1]


def test_a_rule_that_finds_nothing_to_do_says_so(crew: Crew) -> None:
    steps = (act(ActionKind.REASSIGN), act(ActionKind.RAISE_PRIORITY, priority=4), notify(ASSIGNEE))
    publish(crew, rule("idle", RESOLUTION_75, *steps))
    ref = crew.log(crew.agent, group_id=crew.network, impact=2, urgency=2)
    fire(crew, ref, percent(75))
    assert journal_of(crew, ref) == [
        (
            "Rule “Rule idle”, because the resolution clock reached 75 %: stays where it is, no group stands higher;"
            " priority stays 3; would have notified the assignee, but there is nobody."
        )
    ]


def test_a_rule_proposes_a_major_incident_once(crew: Crew) -> None:
    publish(crew, rule("major", when(BREACH), act(ActionKind.PROPOSE_MAJOR)))
    ref = crew.log(crew.agent, group_id=crew.service_desk)
    fire(crew, ref, BREACH)
    fire(crew, ref, BREACH, cycle=2)
    assert crew.see(ref).major_state == "proposed"
    assert told(crew, crew.supervisor) == [f"Proposed as a major incident: {TITLE}"]
    assert steps_of(crew) == ["proposed a major incident", "major incident is proposed already"]


def test_nobody_assigned_for_a_while(crew: Crew) -> None:
    publish(crew, rule("nobody", Trigger(TriggerKind.UNASSIGNED, after=20 * MINUTE), notify(GROUP)))
    lonely, taken = (crew.log(crew.agent, group_id=crew.network) for _ in range(2))
    crew.clock.advance(minutes=10)
    change = FieldEdit(None, crew.engineer.person_id)
    crew.desk.incidents.edit(crew.engineer, taken.id, {"assignee_id": change})
    pass_time(crew, minutes=9)
    assert told(crew, crew.engineer) == []
    pass_time(crew, minutes=1)
    pass_time(crew, hours=5)
    assert told(crew, crew.engineer) == [f"Nobody was assigned for 20 min: {TITLE}"]
    crew.desk.incidents.edit(crew.engineer, taken.id, {"assignee_id": FieldEdit(crew.engineer.person_id, None)})
    pass_time(crew, minutes=20)
    assert len(told(crew, crew.engineer)) == 2
    assert {row.incident_id for row in rows_of(crew)} == {lonely.id, taken.id}


def test_a_new_rule_finds_what_nobody_has_already(crew: Crew) -> None:
    lonely, taken, held = (crew.log(crew.agent, group_id=crew.network) for _ in range(3))
    change = FieldEdit(None, crew.engineer.person_id)
    crew.desk.incidents.edit(crew.engineer, taken.id, {"assignee_id": change})
    crew.step(held, crew.hold(days=1))
    pass_time(crew, minutes=15)
    publish(crew, rule("nobody", Trigger(TriggerKind.UNASSIGNED, after=20 * MINUTE), notify(GROUP)))
    pass_time(crew, minutes=3)
    assert told(crew, crew.engineer) == [], "it is unassigned for 19 minutes"
    pass_time(crew, minutes=1)
    assert {row.incident_id for row in rows_of(crew)} == {lonely.id}
    publish(crew, rule("nobody", Trigger(TriggerKind.UNASSIGNED, after=20 * MINUTE), notify(GROUP)))
    pass_time(crew, minutes=1)
    assert len(rows_of(crew)) == 1, "publishing it again sets nothing off a second time"


def test_a_new_rule_finds_holds_that_are_over_already(crew: Crew) -> None:
    ref = crew.log(crew.agent, group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    crew.step(ref, crew.hold(HoldReason.AWAITING_VENDOR, days=1))
    pass_time(crew, days=3)
    publish(crew, rule("late", Trigger(TriggerKind.HOLD_PASSED, after=24 * HOUR), notify(LEAD)))
    pass_time(crew, minutes=1)
    assert f"A hold was over and nobody resumed: {TITLE}" in told(crew, crew.supervisor)


def test_nobody_is_looked_for_while_it_is_on_hold(crew: Crew) -> None:
    publish(crew, rule("nobody", Trigger(TriggerKind.UNASSIGNED, after=20 * MINUTE), notify(GROUP)))
    ref = crew.log(crew.agent, group_id=crew.network)
    crew.step(ref, crew.hold(days=1))
    pass_time(crew, hours=3)
    assert told(crew) == []
    crew.step(ref, Step(State.IN_PROGRESS))
    pass_time(crew, minutes=20)
    assert len(told(crew, crew.engineer)) == 1


def test_what_nobody_takes_moves_on_and_waits_anew(crew: Crew) -> None:
    unassigned = Trigger(TriggerKind.UNASSIGNED, after=30 * MINUTE)
    publish(crew, rule("over", unassigned, act(ActionKind.REASSIGN), notify(GROUP)))
    ref = crew.log(crew.agent, group_id=crew.service_desk)
    pass_time(crew, minutes=30)
    assert crew.see(ref).group_name == "Network"
    pass_time(crew, minutes=29)
    assert len(rows_of(crew, escalation_step)) == 2
    pass_time(crew, minutes=1)
    assert steps_of(crew)[2] == "stays where it is, no group stands higher"
    pass_time(crew, days=2)
    assert len(rows_of(crew, escalation_step)) == 4


def test_rules_that_chase_each_other_are_refused_by_name(crew: Crew) -> None:
    def mover(key: str, here: str, there: str) -> Rule:
        condition = Condition(Trait.GROUP, frozenset({here}))
        trigger = Trigger(TriggerKind.UNASSIGNED, after=HOUR)
        return rule(key, trigger, act(ActionKind.REASSIGN, group_id=there), conditions=(condition,))

    rules = (mover("over", crew.service_desk, crew.network), mover("back", crew.network, crew.service_desk))
    with pytest.raises(Refused, match=r"“Rule over”, then “Rule back”|“Rule back”, then “Rule over”"):
        publish(crew, *rules)
    (finding,) = crew.desk.escalations.check_rules(crew.supervisor, rules).findings
    assert set(finding.rule_keys) == {"over", "back"}
    assert crew.desk.escalations.rules(crew.agent) == ()


def test_coming_back_and_being_moved_about(crew: Crew) -> None:
    publish(
        crew,
        rule("twice", Trigger(TriggerKind.REOPENED, times=2), notify(LEAD)),
        rule("moved", Trigger(TriggerKind.REASSIGNED, times=2), notify(LEAD)),
    )
    ref = crew.log(group_id=crew.service_desk)
    for _ in range(3):
        crew.bring_to(ref, State.RESOLVED)
        crew.step(ref, Step(State.IN_PROGRESS, reason="It came back"))
        pass_time(crew)
    for here, there in ((crew.service_desk, crew.network), (crew.network, crew.service_desk)):
        crew.desk.incidents.edit(crew.agent, ref.id, {"group_id": FieldEdit(here, there)})
        pass_time(crew, minutes=1)
    assert told(crew, crew.supervisor) == [
        f"It was reopened 2 times: {TITLE}",
        f"It was moved to another group 2 times: {TITLE}",
    ]


def test_a_hold_that_is_over_is_said_once_for_each_end(crew: Crew) -> None:
    publish(crew, rule("late", Trigger(TriggerKind.HOLD_PASSED, after=24 * HOUR), notify(LEAD)))
    ref = crew.log(crew.agent, group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    crew.step(ref, crew.hold(HoldReason.AWAITING_VENDOR, days=1))
    _remind(crew, ref.id)
    pass_time(crew, days=1)
    assert told(crew, crew.agent) == []
    pass_time(crew, hours=4)
    _remind(crew, ref.id)
    pass_time(crew, minutes=1)
    assert told(crew) == [f"Ada: The hold is over: {TITLE}"]
    assert journal_of(crew, ref) == ["The hold (awaiting vendor) was expected to end by now."]
    pass_time(crew, days=1)
    assert told(crew, crew.supervisor) == [f"A hold was over and nobody resumed: {TITLE}"]
    crew.step(ref, Step(State.IN_PROGRESS))
    _remind(crew, ref.id)
    pass_time(crew, days=3)
    assert len(told(crew)) == 2


def _remind(crew: Crew, incident_id: str) -> None:
    """Set the timer of a hold as keeping the clocks does."""
    with crew.desk.store.writing(PROGRAM) as work:
        work.connection.execute(timer.delete().where(timer.c.kind == "hold"))
        due = {"kind": "hold", "subject_id": incident_id, "due_at": work.now}
        work.connection.execute(timer.insert(), due)


def _waits(crew: Crew, kind: str) -> bool:
    with crew.desk.store.reading() as connection:
        return connection.execute(select(timer).where(timer.c.kind == kind)).first() is not None


def test_two_workers_take_each_step_once(crew: Crew) -> None:
    steps = (up(Level.LEAD, within=15 * MINUTE, after=5 * MINUTE), notify(MANAGER, after=5 * MINUTE))
    publish(
        crew,
        rule("breach", when(BREACH), *steps),
        rule("nobody", Trigger(TriggerKind.UNASSIGNED, after=5 * MINUTE), notify(GROUP)),
    )
    refs = [crew.log(crew.agent, group_id=crew.service_desk) for _ in range(6)]
    for ref in refs:
        fire(crew, ref, BREACH)
    crew.clock.advance(minutes=5)
    _race(crew)
    assert len(rows_of(crew, escalation_step)) == 6 * 3
    assert [row.level for row in live(crew)] == [1] * 6
    crew.clock.advance(minutes=15)
    _race(crew)
    assert [row.level for row in live(crew)] == [2] * 6
    assert len(rows_of(crew, escalation_step)) == 6 * 4
    for ref in refs:
        assert sum("Nobody of level 1" in body for body in journal_of(crew, ref)) == 1


def _race(crew: Crew) -> None:
    """Three workers, each with connections of its own, deal with everything that is due, at the same time."""
    url = crew.desk.store.database.url.render_as_string(hide_password=False)
    barrier = threading.Barrier(3)
    failures: list[BaseException] = []

    def work_through() -> None:
        store = Store(Database(url), crew.clock, Bus())
        try:
            barrier.wait(30)
            for kind, handler in (("watch", handle_watch), ("escalation", handle_escalation)):
                for subject_id in _due(crew, kind):
                    with store.writing(PROGRAM, "worker") as work:
                        handler(work, [subject_id])
        except BaseException as failure:  # noqa: BLE001 -- a thread's failure is judged by the test
            failures.append(failure)
        finally:
            store.database.close()

    workers = [threading.Thread(target=work_through) for _ in range(3)]
    for each in workers:
        each.start()
    for each in workers:
        each.join(90)
    assert not failures, failures
    while tick(crew):
        pass


def _due(crew: Crew, kind: str) -> list[str]:
    with crew.desk.store.reading() as connection:
        due = select(timer.c.subject_id).where(timer.c.kind == kind, timer.c.due_at <= crew.clock.now())
        return list(connection.execute(due).scalars())


def test_late_is_said_with_how_late(crew: Crew) -> None:
    publish(crew, rule("slow", when(BREACH), notify(LEAD), notify(MANAGER, after=HOUR)))
    ref = crew.log(crew.agent, group_id=crew.service_desk)
    fire(crew, ref, BREACH)
    pass_time(crew, days=3)
    rows = rows_of(crew, escalation_step)
    assert [row.is_late for row in rows] == [False, True]
    assert rows[1].taken_at - rows[1].due_at == timedelta(days=3) - timedelta(hours=1)


def test_the_rules_of_a_new_desk_can_be_published(crew: Crew) -> None:
    publish(crew, *default_rules())
    views = crew.desk.escalations.rules(crew.agent)
    assert [view.rule for view in views] == list(default_rules())
    assert views[0].sentence == (
        "When nobody is assigned for 5 min and priority is 1, then notify the group and the lead."
    )
    assert crew.desk.escalations.default_rules(crew.agent) == views


def test_a_p1_reaches_people_at_night(crew: Crew) -> None:
    publish(crew, rule("soon", RESOLUTION_75, notify(ASSIGNEE)))
    ref = crew.log(crew.agent, group_id=crew.service_desk, assignee_id=crew.agent.person_id, impact=1, urgency=1)
    fire(crew, ref, percent(75))
    (notice,) = crew.desk.notifications.mine(crew.agent)
    assert notice.is_urgent
