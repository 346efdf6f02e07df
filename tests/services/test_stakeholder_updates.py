"""A stakeholder update of a major incident reaches every caller whom it concerns, once, and answers those who wait."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from app.domain.errors import BadInput, NotAllowed, Overtaken, Refused
from app.domain.handover import Block, TimeKind
from app.domain.vocabulary import LinkKind, Role, State, Visibility
from app.services.escalation.dto import MajorDecision
from app.services.handovers.dto import Wanted
from app.services.incidents.dto import Audience, IncidentRef, JournalItem, Merge, NewFile, Post
from app.services.people.dto import NewPerson
from tests.support.clock_desk import computed_rows, kept_rows, with_policies
from tests.support.crew import Crew
from tests.support.escalating import pass_time
from tests.support.escalating import told as told_to

UPDATE = "stakeholder_update"


def declared(crew: Crew, **fields: Any) -> IncidentRef:
    """A major incident of the neighbour."""
    usual = {"caller_id": crew.neighbour.person_id, "group_id": crew.service_desk}
    ref = crew.log(**{**usual, **fields})
    decision = MajorDecision(crew.supervisor.person_id, "Nobody can ship.", "Two sites stand still.")
    crew.desk.major_work.accept(crew.supervisor, ref.id, decision)
    return ref


def update(crew: Crew, body: str = "The store is down.", **fields: Any) -> Post:
    return Post(crew.desk.new_id(), body, public=True, to_stakeholders=True, **fields)


def sent(crew: Crew, ref: IncidentRef, body: str = "The store is down.", **fields: Any) -> Post:
    crew.clock.advance(minutes=1)
    post = update(crew, body, **fields)
    crew.desk.incidents.post(crew.agent, ref.id, post)
    return post


def told(crew: Crew, ref: IncidentRef) -> list[JournalItem]:
    return [item for item in crew.see(ref).journal if item.kind == UPDATE]


def test_it_reaches_everybody_below_in_their_own_incident_and_nobody_twice(crew: Crew) -> None:
    major = declared(crew)
    child, grandchild, twin = crew.log(), crew.log(caller_id=crew.neighbour.person_id), crew.log()
    ended, apart = crew.log(), crew.log()
    crew.link(child, major)
    crew.link(grandchild, child)
    crew.link(ended, major)
    crew.link(apart, major, LinkKind.RELATED)
    crew.desk.merge_work.merge(crew.agent, child.id, (Merge(crew.desk.new_id(), twin.id),))
    crew.bring_to(ended, State.CLOSED)
    assert crew.desk.majors.audience(crew.agent, major.id) == Audience(people=2, following=3)
    sent(crew, major, files=(NewFile("map.png", "image/png", b"x"),))
    for ref in (major, child, grandchild, twin):
        (item,) = told(crew, ref)
        assert (item.body, item.visibility, item.author_name) == ("The store is down.", Visibility.PUBLIC, "Ada Brandt")
        assert [file.file_name for file in item.attachments] == ["map.png"]
    assert [(each.field, each.new) for each in told(crew, major)[0].changes] == [("update_reached", "2")]
    assert [(each.field, each.new) for each in told(crew, twin)[0].changes] == [("followed", "INC-000001")]
    assert told(crew, ended) == told(crew, apart) == []
    seen = crew.see(child, crew.requester).journal[-1]
    assert (seen.kind, seen.body) == (UPDATE, "The store is down."), "the caller reads it as one"


def test_it_answers_who_waits_once_and_never_counts_as_a_reply(crew: Crew) -> None:
    with_policies(crew)
    major, child = declared(crew, impact=1, urgency=1), crew.log(impact=1, urgency=1)
    crew.link(child, major)
    first = crew.clock.now() + timedelta(minutes=1)
    sent(crew, major)
    assert crew.see(major).first_response_at == crew.see(child).first_response_at == first
    assert crew.see(child, crew.requester).first_response_at == first, "also for the login of the caller"
    crew.clock.advance(minutes=1)
    for actor, ref in ((crew.neighbour, major), (crew.requester, child)):
        crew.desk.incidents.post(actor, ref.id, Post(crew.desk.new_id(), "And now?", public=True))
    crew.let_the_desk_look()
    assert {kept_rows(crew)[ref.id]["update_phase"] for ref in (major, child)} == {"running"}
    sent(crew, major, "We restore it.")
    rows = kept_rows(crew)
    assert {rows[ref.id]["update_phase"] for ref in (major, child)} == {"stopped"}
    stopped = rows[major.id]["update_stopped_at"]
    assert rows == computed_rows(crew)
    sent(crew, major, "It is restored.")
    assert kept_rows(crew)[major.id]["update_stopped_at"] == stopped, "one answer ends a wait"
    assert not [item for item in crew.see(major).journal if item.kind == "reply"]


def test_only_the_desk_sends_one_and_only_of_a_major_incident(crew: Crew) -> None:
    plain, major = crew.log(), declared(crew, caller_id=crew.requester.person_id)
    with pytest.raises(Refused, match="It is no major incident"):
        crew.desk.incidents.post(crew.agent, plain.id, update(crew))
    with pytest.raises(NotAllowed):
        crew.desk.incidents.post(crew.requester, major.id, update(crew))
    with pytest.raises(NotAllowed):
        crew.desk.majors.audience(crew.requester, major.id)
    with pytest.raises(Refused, match="Say what happened"):
        crew.desk.incidents.post(crew.agent, major.id, update(crew, "  "))
    with pytest.raises(Refused, match="read by callers"):
        crew.desk.incidents.post(crew.agent, major.id, Post("1" * 32, "x", public=False, to_stakeholders=True))
    crew.bring_to(major, State.RESOLVED)
    sent(crew, major, "It is restored; we watch it.")
    crew.desk.major_work.demote(crew.supervisor, major.id, "One site after all.")
    with pytest.raises(Refused, match="It is no major incident"):
        crew.desk.incidents.post(crew.agent, major.id, update(crew))
    assert len(told(crew, major)) == 1


def test_sent_again_under_its_id_or_torn_out_it_is_there_once_or_nowhere(crew: Crew) -> None:
    major, child = declared(crew), crew.log()
    crew.link(child, major)
    post = sent(crew, major)
    crew.desk.incidents.post(crew.agent, major.id, post)
    assert (len(told(crew, major)), len(told(crew, child))) == (1, 1)
    crew.desk.incidents.post(crew.supervisor, major.id, Post(crew.desk.new_id(), "I look.", public=True))
    with pytest.raises(Overtaken):
        crew.desk.incidents.post(crew.agent, major.id, update(crew, others_seen=0))
    assert (len(told(crew, major)), len(told(crew, child))) == (1, 1)
    with pytest.raises(Overtaken):
        crew.desk.incidents.post(crew.supervisor, major.id, update(crew, others_seen=0))


def test_one_that_is_there_is_sent_again_whatever_became_of_the_incident_and_the_promise(crew: Crew) -> None:
    major, child = declared(crew), crew.log()
    crew.link(child, major)
    post = sent(crew, major, next_update_at=crew.clock.now() + timedelta(minutes=30))
    reply = Post(crew.desk.new_id(), "I look into it.", public=True)
    crew.desk.incidents.post(crew.agent, major.id, reply)
    crew.clock.advance(hours=1)
    crew.desk.incidents.post(crew.agent, major.id, post)
    crew.desk.major_work.demote(crew.supervisor, major.id, "One site after all.")
    crew.desk.incidents.post(crew.agent, major.id, post)
    crew.bring_to(major, State.CLOSED)
    for each in (post, reply):
        crew.desk.incidents.post(crew.agent, major.id, each)
    assert (len(told(crew, major)), len(told(crew, child))) == (1, 1)


def test_where_whoever_led_is_gone_whoever_works_on_it_is_reminded(crew: Crew) -> None:
    title = "A stakeholder update is due: INC-000001 Printer on floor 2 jams"
    major = declared(crew, assignee_id=crew.agent.person_id)
    lea = NewPerson(crew.desk.new_id(), "Lea Quill", role=Role.SUPERVISOR)
    crew.desk.staff.add(crew.admin, lea)
    crew.desk.major_work.hand_over(crew.supervisor, major.id, lea.id)
    sent(crew, major, next_update_at=crew.clock.now() + timedelta(minutes=30))
    crew.desk.staff.remove(crew.admin, lea.id)
    pass_time(crew, minutes=40)
    assert title in told_to(crew, crew.agent)


def test_the_next_one_is_promised_shown_on_the_board_and_handed_over(crew: Crew) -> None:
    major, child = declared(crew), crew.log()
    crew.link(child, major)
    soon = crew.clock.now() + timedelta(hours=1)
    with pytest.raises(BadInput, match="time of the next update is over"):
        crew.desk.incidents.post(crew.agent, major.id, update(crew, next_update_at=crew.clock.now()))
    sent(crew, major, next_update_at=soon)
    assert promised(crew, major) == soon
    assert ("next_update_at", None, soon.isoformat()) in told(crew, child)[0].changes
    (row,) = crew.desk.majors.standing(crew.agent)
    assert row.next_update_at == soon
    sheet = crew.desk.handovers.begin(crew.agent, Wanted(crew.service_desk))
    (line,) = [each for each in sheet.lines if each.block is Block.MAJOR]
    assert (line.at, line.at_kind, line.next_step) == (soon, TimeKind.UPDATE, "Send the update that is due")
    sent(crew, major, "Nothing new.", next_update_at=soon)
    assert promised(crew, major) == soon, "the same again"
    sent(crew, major, "It is restored.")
    assert promised(crew, major) is None
    sent(crew, major, "It came back.", next_update_at=soon)
    crew.desk.major_work.demote(crew.supervisor, major.id, "One site after all.")
    assert promised(crew, major) is None


def test_whoever_leads_is_reminded_once_and_in_time_unless_it_was_sent_or_ended(crew: Crew) -> None:
    title = "A stakeholder update is due: INC-000001 Printer on floor 2 jams"
    major = declared(crew, assignee_id=crew.agent.person_id)
    sent(crew, major, next_update_at=crew.clock.now() + timedelta(minutes=30))
    pass_time(crew, minutes=23)
    assert title not in told_to(crew, crew.supervisor)
    sent(crew, major, "Nothing new.", next_update_at=crew.clock.now() + timedelta(minutes=30))
    pass_time(crew, minutes=20)
    assert title not in told_to(crew, crew.supervisor), "it was sent in time, and the next one is not due yet"
    pass_time(crew, minutes=5)
    pass_time(crew, minutes=30)
    assert told_to(crew, crew.supervisor).count(title) == 1
    assert title not in told_to(crew, crew.agent), "whoever leads informs; who repairs it is left alone"
    sent(crew, major, "Nearly there.", next_update_at=crew.clock.now() + timedelta(minutes=30))
    crew.bring_to(major, State.RESOLVED)
    pass_time(crew, minutes=60)
    assert told_to(crew, crew.supervisor).count(title) == 1


def test_a_major_incident_below_another_keeps_its_own_promise(crew: Crew) -> None:
    title = "A stakeholder update is due: INC-000002 Printer on floor 2 jams"
    above, major = declared(crew), declared(crew)
    crew.link(major, above)
    soon = crew.clock.now() + timedelta(minutes=30)
    sent(crew, major, next_update_at=soon)
    sent(crew, above, "Two sites are hit.", next_update_at=soon + timedelta(hours=4))
    assert promised(crew, major) == soon, "what its callers were told of the other one is the other one's promise"
    pass_time(crew, minutes=26)
    assert title in told_to(crew, crew.supervisor)


def promised(crew: Crew, ref: IncidentRef) -> datetime | None:
    return crew.see(ref).major.next_update_at
