"""A desk as it begins, with the sample policies and the first rules, while time passes as in earnest."""

import threading
from collections import Counter

import pytest

from app.domain.escalation.preset import default_rules
from app.domain.escalation.rules import RecipientKind, Trigger, TriggerKind
from app.domain.sla.policy import Clock
from app.domain.sla.thresholds import BREACH, percent
from app.domain.vocabulary import EntryKind
from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.services.incidents.dto import FieldEdit, Post
from app.services.timers.dto import Worker
from app.services.timers.fire import fire_due
from tests.support.clock_desk import with_policies
from tests.support.crew import Crew
from tests.support.escalating import live, notify, publish, rule, told

WORKER = Worker("a" * 32, "Jobs on server", "jobs")


@pytest.fixture
def desk(crew: Crew) -> Crew:
    """Monday, 9:00: P1 has 15 minutes to respond and 4 hours to resolve, around the clock."""
    with_policies(crew)
    publish(crew, *default_rules())
    return crew


def later(crew: Crew, **delta: float) -> None:
    """Time passes, and the jobs run."""
    crew.clock.advance(**delta)
    fire_due(crew.desk.store, WORKER)


def titles(crew: Crew) -> list[str]:
    """What was told, without the incident."""
    return [line.rsplit(": INC", 1)[0] for line in told(crew)]


def test_a_critical_incident_that_nobody_looks_at(desk: Crew) -> None:
    desk.log(group_id=desk.service_desk, impact=1, urgency=1)
    later(desk, minutes=4)
    assert told(desk) == []
    later(desk, minutes=1)
    assert titles(desk) == ["Ada: Nobody was assigned for 5 min", "Sven: Nobody was assigned for 5 min"]
    later(desk, minutes=7)
    assert len(told(desk)) == 4
    later(desk, minutes=3)
    (row,) = live(desk)
    assert (row.level, row.rule_name, row.state) == (1, "Response of a P1 or P2 due", "waiting")
    later(desk, minutes=15)
    assert [row.level for row in live(desk)] == [2]
    later(desk, minutes=15)
    assert [row.level for row in live(desk)] == [3]
    assert titles(desk)[-1] == "Sven: The response clock reached 75 %"
    assert "Ruth: Escalated to level 3 (head)" in titles(desk)


def test_one_that_is_worked_on_tells_whoever_has_it(desk: Crew) -> None:
    ref = desk.log(group_id=desk.service_desk, impact=1, urgency=1)
    desk.desk.incidents.edit(desk.agent, ref.id, {"assignee_id": FieldEdit(None, desk.agent.person_id)})
    desk.desk.incidents.post(desk.agent, ref.id, Post(desk.desk.new_id(), "We look at it", public=True))
    later(desk, hours=2, minutes=59)
    assert told(desk) == []
    later(desk, minutes=1)
    assert titles(desk) == ["Ada: The resolution clock reached 75 %"]
    later(desk, hours=1)
    assert [(row.level, row.reason) for row in live(desk)] == [(1, "The resolution clock reached 100 %")]
    kinds = [item.kind for item in desk.see(ref).journal]
    assert kinds.count(EntryKind.SLA) == 4


def test_after_a_weekend_everybody_is_told_once_of_each_incident(desk: Crew) -> None:
    ref = desk.log(group_id=desk.service_desk, impact=1, urgency=1)
    desk.desk.incidents.edit(desk.agent, ref.id, {"assignee_id": FieldEdit(None, desk.agent.person_id)})
    later(desk, days=3)
    assert len(told(desk, desk.agent)) == 1
    (row,) = live(desk)
    assert (row.level, row.reason) == (1, "The response clock reached 100 % 71 h 45 min ago")
    later(desk, minutes=14)
    assert [row.level for row in live(desk)] == [1], "people get the time that the rule gives them"


def test_three_workers_at_once_act_once(desk: Crew) -> None:
    for _ in range(8):
        desk.log(group_id=desk.service_desk, impact=1, urgency=1)
    for minutes in (5, 10, 15):
        desk.clock.advance(minutes=minutes)
        _fire_together(desk)
        fire_due(desk.desk.store, WORKER)
    assert Counter(row.level for row in live(desk)) == {2: 8}
    assert max(Counter(told(desk)).values()) == 1
    assert Counter(title.split(": INC")[0] for title in told(desk, desk.supervisor)) == {
        "Nobody was assigned for 5 min": 8,
        "Escalated to level 1 (lead)": 8,
        "Escalated to level 2 (manager)": 8,
    }


def _fire_together(crew: Crew) -> None:
    url = crew.desk.store.database.url.render_as_string(hide_password=False)
    barrier = threading.Barrier(3)
    failures: list[BaseException] = []

    def work(number: int) -> None:
        store = Store(Database(url), crew.clock, Bus())
        try:
            barrier.wait(30)
            fire_due(store, Worker(str(number) * 32, f"Worker {number}", "jobs"))
        except BaseException as failure:  # noqa: BLE001 -- a thread's failure is judged by the test
            failures.append(failure)
        finally:
            store.database.close()

    workers = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    for each in workers:
        each.start()
    for each in workers:
        each.join(90)
    assert not failures, failures


def test_a_rule_that_waits_for_what_nobody_watches_is_named(desk: Crew) -> None:
    rules = [
        rule(threshold.key, Trigger(TriggerKind.CLOCK, Clock.RESOLUTION, threshold), notify(RecipientKind.LEAD))
        for threshold in (percent(75), BREACH)
    ]
    check = desk.desk.escalations.check_rules(desk.supervisor, rules)
    assert check.findings == ()
    assert [note.rule_keys for note in check.notes] == [("breach",)]
    assert "which no policy watches" in check.notes[0].sentence
    assert desk.desk.escalations.check_rules(desk.supervisor, default_rules()).notes == ()
