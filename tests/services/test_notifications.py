"""What people are told: once for each cause, outside their quiet hours, in one of their windows."""

import threading
from datetime import timedelta

import pytest

from app.domain.actor import PROGRAM
from app.domain.errors import NotAllowed, NotFound
from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.models.timers import notification
from app.services.desk import make_desk
from app.services.incidents.dto import FieldEdit, Post
from app.services.incidents.queue_dto import QueueQuery
from app.services.notifications.dto import NoticeKind, Notification
from app.services.notifications.outbox import Notice, Telling, tell
from tests.support.crew import Crew
from tests.support.escalating import told


def say(crew: Crew, title: str, *, key: str = "k", urgent: bool = False) -> None:
    """Tell the agent something about nothing in particular."""
    with crew.desk.store.writing(PROGRAM) as work:
        tell(work, [crew.agent.person_id], Notice(key, NoticeKind.RULE, None, title, is_urgent=urgent))


def test_a_cause_is_told_once(crew: Crew) -> None:
    say(crew, "First")
    say(crew, "Again")
    say(crew, "Other", key="other")
    assert [each.title for each in crew.desk.notifications.mine(crew.agent)] == ["Other", "First"]
    assert crew.desk.notifications.mine(crew.supervisor) == ()


def test_reading_lowers_the_count(crew: Crew) -> None:
    for key in "abc":
        say(crew, key, key=key)
    assert crew.desk.notifications.pending(crew.agent).unread == 3
    newest = crew.desk.notifications.mine(crew.agent, limit=1)[0]
    assert crew.desk.notifications.mark_read(crew.supervisor, [newest.id]) == 0, "nobody reads those of another"
    assert crew.desk.notifications.mark_read(crew.agent, [newest.id]) == 1
    assert crew.desk.notifications.pending(crew.agent).unread == 2
    assert crew.desk.notifications.mark_read(crew.agent) == 2
    assert crew.desk.notifications.pending(crew.agent).unread == 0


def test_opening_an_incident_reads_what_one_was_told_of_it(crew: Crew) -> None:
    ours, other = crew.log(), crew.log()
    with crew.desk.store.writing(PROGRAM) as work:
        for number, ref in enumerate((ours, ours, other)):
            notice = Notice(str(number), NoticeKind.RULE, ref.id, "Look at it", is_urgent=False)
            tell(work, [crew.agent.person_id, crew.supervisor.person_id], notice)
    say(crew, "About no incident")
    asked = crew.desk.notifications
    assert asked.pending(crew.agent).incidents == {ours.id, other.id}
    assert asked.mark_incident_read(crew.agent, ours.id) == 2
    assert asked.pending(crew.agent)[::2] == (2, frozenset({other.id}))
    assert asked.pending(crew.supervisor).incidents == {ours.id, other.id}, "what others read is theirs"
    assert asked.mark_incident_read(crew.agent, ours.id) == 0
    assert asked.mark_unread(crew.agent, (ours.id,)) == 1, "the newest, also of several of one moment"
    assert asked.pending(crew.agent).incidents == {ours.id, other.id}


def test_what_is_unread_again_is_the_newest_of_each_incident(crew: Crew) -> None:
    ours, other = crew.log(), crew.log()
    for number, refs in enumerate(((ours,), (ours, other), (ours,))):
        crew.clock.advance(minutes=1)
        with crew.desk.store.writing(PROGRAM) as work:
            for ref in refs:
                notice = Notice(f"{number} {ref.id}", NoticeKind.RULE, ref.id, f"Look {number}", is_urgent=False)
                tell(work, [crew.agent.person_id], notice)
    asked = crew.desk.notifications
    assert asked.mark_read(crew.agent) == 4
    assert asked.mark_unread(crew.agent, (ours.id, other.id)) == 2
    unread = {(each.incident_id, each.title[:6]) for each in asked.mine(crew.agent) if each.read_at is None}
    assert unread == {(ours.id, "Look 2"), (other.id, "Look 1")}


def test_what_nobody_was_told_of_is_marked_unread_until_it_is_opened(crew: Crew) -> None:
    marked, told, other = crew.log(), crew.log(), crew.log()
    with crew.desk.store.writing(PROGRAM) as work:
        notice = Notice("x", NoticeKind.RULE, told.id, "Look at it", is_urgent=False)
        tell(work, [crew.agent.person_id], notice)
    asked = crew.desk.notifications
    assert asked.mark_incident_read(crew.agent, told.id) == 1
    assert asked.mark_unread(crew.agent, (marked.id, told.id)) == 2
    assert asked.mark_unread(crew.agent, (marked.id,)) == 1, "once more is as once"
    assert asked.pending(crew.agent)[::2] == (1, frozenset({marked.id, told.id})), "the bell counts what one was told"
    wanted = QueueQuery("is:unread", group_by="none", at=crew.clock.now())
    assert {row.id for row in crew.desk.queue.page(crew.agent, wanted).rows} == {marked.id, told.id}
    assert crew.desk.queue.page(crew.supervisor, wanted).rows == (), "what one has still to read is one's own"
    assert asked.pending(crew.supervisor).incidents == frozenset()
    assert asked.mark_incident_read(crew.agent, other.id) == 0
    assert asked.mark_incident_read(crew.agent, marked.id) == 1
    assert asked.mark_incident_read(crew.agent, marked.id) == 0
    assert asked.pending(crew.agent).incidents == {told.id}
    assert [row.id for row in crew.desk.queue.page(crew.agent, wanted).rows] == [told.id]


def test_callers_mark_their_own_incidents_and_no_others(crew: Crew) -> None:
    own, other = crew.log(crew.requester), crew.log(caller_id=crew.agent.person_id)
    asked = crew.desk.notifications
    assert asked.mark_unread(crew.requester, (own.id, other.id)) == 1
    assert asked.pending(crew.requester).incidents == {own.id}
    with pytest.raises(NotFound):
        asked.mark_unread(crew.requester, (other.id,))
    assert asked.mark_incident_read(crew.requester, own.id) == 1
    assert asked.pending(crew.requester).incidents == frozenset()


def test_one_of_several_windows_shows_it(crew: Crew) -> None:
    for number in range(20):
        say(crew, f"Notice {number}", key=str(number))
    assert crew.desk.notifications.pending(crew.agent).is_due
    won: list[tuple[Notification, ...]] = []
    url = crew.desk.store.database.url.render_as_string(hide_password=False)
    barrier = threading.Barrier(3)

    def window() -> None:
        store = Store(Database(url), crew.clock, Bus())
        try:
            barrier.wait(30)
            won.append(make_desk(store).notifications.claim_due(crew.agent))
        finally:
            store.database.close()

    windows = [threading.Thread(target=window) for _ in range(3)]
    for each in windows:
        each.start()
    for each in windows:
        each.join(60)
    titles = [notice.title for rows in won for notice in rows]
    assert len(won) == 3
    assert sorted(titles) == sorted({f"Notice {number}" for number in range(20)})
    assert not crew.desk.notifications.pending(crew.agent).is_due


def test_it_is_known_when_the_next_one_is_to_be_shown(crew: Crew) -> None:
    assert crew.desk.notifications.pending(crew.agent).due_in is None
    say(crew, "After the quiet hours")
    later = crew.clock.now() + timedelta(hours=2)
    with crew.desk.store.database.writing() as connection:
        connection.execute(notification.update().values(deliver_at=later))
    waiting = crew.desk.notifications.pending(crew.agent)
    assert (waiting.unread, waiting.due_in, waiting.is_due) == (1, timedelta(hours=2), False)
    crew.clock.advance(hours=2)
    assert crew.desk.notifications.pending(crew.agent).is_due


def test_of_several_things_about_an_incident_the_last_is_told(crew: Crew) -> None:
    ref = crew.log()
    with crew.desk.store.writing(PROGRAM) as work:
        telling = Telling(work)
        for rank, title in enumerate(("50 %", "75 %", "90 %")):
            telling.add([crew.agent.person_id], Notice(title, NoticeKind.CLOCK, ref.id, title, rank=rank))
        telling.add([crew.agent.person_id], Notice("x", NoticeKind.CLOCK, None, "Something else"))
        telling.send()
    assert sorted(told(crew, crew.agent)) == ["90 %", "Something else"]


def test_what_presses_beats_what_came_later(crew: Crew) -> None:
    ref = crew.log()
    with crew.desk.store.writing(PROGRAM) as work:
        telling = Telling(work)
        telling.add([crew.agent.person_id], Notice("a", NoticeKind.ESCALATION, ref.id, "Page", is_urgent=True))
        telling.add([crew.agent.person_id], Notice("b", NoticeKind.CLOCK, ref.id, "90 %", rank=9))
        telling.send()
    assert told(crew, crew.agent) == ["Page"]


def test_whoever_is_given_an_incident_is_told_unless_they_took_it(crew: Crew) -> None:
    crew.log(crew.supervisor, group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    assert told(crew, crew.agent) == ["Assigned to you: INC-000001 Printer on floor 2 jams"]
    ref = crew.log(crew.agent, group_id=crew.service_desk)
    crew.desk.incidents.edit(crew.agent, ref.id, {"assignee_id": FieldEdit(None, crew.agent.person_id)})
    assert len(told(crew, crew.agent)) == 1
    change = FieldEdit(crew.agent.person_id, crew.supervisor.person_id)
    crew.desk.incidents.edit(crew.agent, ref.id, {"assignee_id": change})
    assert told(crew, crew.supervisor) == ["Assigned to you: INC-000002 Printer on floor 2 jams"]


def test_the_callers_word_reaches_whoever_works_on_it(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    crew.desk.incidents.post(crew.requester, ref.id, Post(crew.desk.new_id(), "Still broken", public=True))
    crew.desk.incidents.post(crew.supervisor, ref.id, Post(crew.desk.new_id(), "We look at it", public=True))
    crew.let_the_desk_look()
    assert told(crew, crew.agent) == ["The caller wrote: INC-000001 Printer on floor 2 jams"]


def test_whoever_is_named_in_a_note_is_told(crew: Crew) -> None:
    ref = crew.log()
    by, other = crew.supervisor, crew.agent
    note = Post(crew.desk.new_id(), f"@{other.name}, and @{by.name}: who has the key?", public=False)
    crew.desk.incidents.post(by, ref.id, note)
    assert told(crew, other) == ["Mentioned in a note: INC-000001 Printer on floor 2 jams"]
    assert told(crew, by) == [], "nobody is told of their own words"
    crew.desk.incidents.post(by, ref.id, Post(crew.desk.new_id(), f"@{other.name} looks at it", public=True))
    crew.desk.incidents.post(by, ref.id, Post(crew.desk.new_id(), f"{other.name} was there", public=False))
    assert len(told(crew, other)) == 1, "a reply to the caller calls nobody, and neither does a name alone"


def test_everybody_reads_their_own(crew: Crew) -> None:
    assert crew.desk.notifications.mine(crew.requester) == ()
    with pytest.raises(NotAllowed):
        crew.desk.escalations.live(crew.requester)


def test_what_names_an_incident_that_was_restricted_since_is_gone(crew: Crew) -> None:
    ref = crew.log(crew.supervisor, group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    assert crew.desk.notifications.pending(crew.agent).unread == 1
    crew.write("incident", ref, restricted_group_id=crew.network)
    assert crew.desk.notifications.mine(crew.agent) == ()
    assert crew.desk.notifications.pending(crew.agent).unread == 0
    assert not crew.desk.notifications.pending(crew.agent).is_due
    assert crew.desk.notifications.claim_due(crew.agent) == ()
    crew.write("incident", ref, restricted_group_id=None)
    assert len(crew.desk.notifications.claim_due(crew.agent)) == 1
