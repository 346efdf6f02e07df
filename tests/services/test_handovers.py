"""Handing a shift over: what stands on the sheet, what is kept, who is told, and who sees what."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.actor import Actor
from app.domain.errors import BadInput, HandedOver, NotAllowed, Refused
from app.domain.handover import Block, Shift, TimeKind
from app.domain.vocabulary import State
from app.services.handovers.dto import HandoverDetail, Line, NewHandover, Sheet, Wanted
from app.services.incidents.dto import FieldEdit, IncidentRef
from app.services.incidents.queue_dto import QueueQuery
from app.services.problems.dto import NewProblem
from tests.support.crew import Crew


def begin(crew: Crew, actor: Actor | None = None, **more: Any) -> Sheet:
    return crew.desk.handovers.begin(actor or crew.agent, Wanted(**{"group_id": crew.service_desk, **more}))


def said(sheet: Sheet, **more: Any) -> NewHandover:
    """The sheet with a next step in every line."""
    lines = tuple(line._replace(next_step=line.next_step or "Call the caller back") for line in sheet.lines)
    known = None if sheet.before is None else sheet.before.id
    return replace(NewHandover(sheet.group.id, sheet.shift, lines, sheet.notes, known_id=known), **more)


def hand_over(crew: Crew, new: NewHandover, actor: Actor | None = None) -> str:
    return crew.desk.handover_work.hand_over(actor or crew.agent, crew.desk.new_id(), new)


def read(crew: Crew, handover_id: str, actor: Actor | None = None) -> HandoverDetail:
    return crew.desk.handovers.detail(actor or crew.engineer, handover_id)


def urgent(crew: Crew, **fields: Any) -> IncidentRef:
    return crew.log(impact=1, urgency=1, group_id=crew.service_desk, **fields)


def block_of(sheet: Sheet, ref: IncidentRef) -> Block | None:
    return next((line.block for line in sheet.lines if line.incident_id == ref.id), None)


def restrict(crew: Crew, ref: IncidentRef, group_id: str) -> None:
    crew.write("incident", ref, restricted_group_id=group_id)


def test_the_sheet_says_what_the_next_shift_has_to_know(crew: Crew) -> None:
    pressing, waiting = urgent(crew), crew.log(group_id=crew.service_desk)
    crew.step(waiting, crew.hold())
    promised = crew.log(group_id=crew.service_desk, impact=3, urgency=3)
    due = crew.clock.now() + timedelta(days=3)
    crew.desk.sla_admin.promise(crew.supervisor, promised.id, "resolution", due, "Told the caller so")
    put_off = crew.log(group_id=crew.service_desk, impact=3, urgency=3)
    crew.desk.incidents.snooze_many(crew.agent, (put_off.id,), crew.clock.now() + timedelta(hours=2))
    changed = crew.log(group_id=crew.service_desk, impact=3, urgency=3)
    crew.desk.incidents.edit(crew.agent, changed.id, {"change_ref": FieldEdit(None, "CHG-7")})
    elsewhere = crew.log(group_id=crew.network, impact=1, urgency=1)
    crew.desk.problem_work.open(
        crew.agent, crew.desk.new_id(), NewProblem("The tunnel breaks", group_id=crew.service_desk)
    )
    sheet = begin(crew)
    assert block_of(sheet, pressing) is Block.DUE
    assert block_of(sheet, waiting) is Block.WAITING
    assert block_of(sheet, promised) is Block.PROMISE
    assert block_of(sheet, put_off) is Block.PROMISE
    assert block_of(sheet, changed) is Block.RISK
    assert block_of(sheet, elsewhere) is None
    assert [line.summary for line in sheet.lines if line.incident_id is None] == ["The tunnel breaks"]
    assert block_of(begin(crew, group_id=None), elsewhere) is Block.DUE
    (line,) = [line for line in sheet.lines if line.incident_id == promised.id]
    assert (line.at, line.at_kind) == (due, TimeKind.PROMISED)


def test_a_major_incident_is_on_the_sheet_of_every_group_and_an_escalation_on_that_of_its_group(crew: Crew) -> None:
    major = crew.log(group_id=crew.network)
    crew.desk.major_work.propose(crew.agent, major.id, "All sites")
    assert block_of(begin(crew), major) is Block.MAJOR


def test_the_figures_are_what_the_queue_finds(crew: Crew) -> None:
    for _ in range(2):
        urgent(crew)
    waiting = crew.log(group_id=crew.service_desk)
    crew.step(waiting, crew.hold())
    crew.log(group_id=crew.network)
    crew.clock.advance(days=2)
    figures = begin(crew).figures
    assert {figure.key: figure.value for figure in figures}["open"] == 3
    for figure in figures:
        found = crew.desk.queue.page(crew.agent, QueueQuery(figure.filter_text))
        assert len(found.rows) == figure.value, figure


def test_a_group_with_quotes_in_its_name_is_counted_too(crew: Crew) -> None:
    group = crew.desk.people_admin.add_group(crew.admin, 'The "night" shift', 2, (crew.agent.person_id,))
    crew.log(group_id=group)
    sheet = begin(crew, group_id=group)
    (figure,) = (each for each in sheet.figures if each.key == "open")
    assert figure.value == len(crew.desk.queue.page(crew.agent, QueueQuery(figure.filter_text)).rows) == 1


def test_what_is_handed_over_is_kept_as_it_was_said(crew: Crew) -> None:
    ref = urgent(crew)
    sheet = begin(crew)
    new = said(sheet, notes="Keys are in the drawer", to_id=crew.engineer.person_id)
    handover_id = hand_over(crew, new)
    crew.desk.incidents.edit(
        crew.agent, ref.id, {"short_description": FieldEdit("Printer on floor 2 jams", "Another name")}
    )
    kept = read(crew, handover_id)
    assert [line._replace(is_restricted=False) for line in kept.lines] == list(new.lines)
    assert (kept.notes, kept.row.shift, kept.row.handed_by) == (new.notes, sheet.shift, crew.agent.name)
    assert kept.figures == sheet.figures
    assert (kept.row.handed_to, kept.row.is_for_me, kept.row.is_own) == (crew.engineer.name, True, False)
    assert [row.id for row in crew.desk.handovers.list(crew.agent)] == [handover_id]


def test_the_same_hand_over_twice_is_one(crew: Crew) -> None:
    new, handover_id = said(begin(crew)), crew.desk.new_id()
    for _ in range(2):
        crew.desk.handover_work.hand_over(crew.agent, handover_id, new)
    assert len(crew.desk.handovers.list(crew.agent)) == 1


def test_the_same_hand_over_with_other_words_is_not_taken_for_it(crew: Crew) -> None:
    """A program that ended before it heard the answer comes back with the same id, and somebody may have typed on."""
    new, handover_id = said(begin(crew)), crew.desk.new_id()
    crew.desk.handover_work.hand_over(crew.agent, handover_id, new)
    assert begin(crew, handover_id=handover_id).sent == crew.desk.handovers.list(crew.agent)[0]
    with pytest.raises(HandedOver, match="handed over already") as refused:
        crew.desk.handover_work.hand_over(crew.agent, handover_id, replace(new, notes="The lift is broken"))
    assert refused.value.handover_id == handover_id
    assert begin(crew, handover_id=crew.desk.new_id()).sent is None


def test_of_two_who_hand_over_one_shift_the_second_is_told_who_was_first(crew: Crew) -> None:
    urgent(crew)
    mine, theirs = begin(crew), begin(crew, crew.supervisor)
    assert (mine.before, theirs.before) == (None, None)
    first = hand_over(crew, said(theirs), crew.supervisor)
    at = crew.clock.now()
    crew.clock.advance(minutes=5)
    with pytest.raises(HandedOver, match=crew.supervisor.name) as refused:
        hand_over(crew, said(mine))
    assert (refused.value.handover_id, refused.value.at) == (first, at)
    assert [row.id for row in crew.desk.handovers.list(crew.agent)] == [first]
    second = hand_over(crew, said(mine, known_id=refused.value.handover_id))
    assert [row.id for row in crew.desk.handovers.list(crew.agent)] == [second, first]


def test_who_begins_later_sees_who_handed_the_shift_over(crew: Crew) -> None:
    first = hand_over(crew, said(begin(crew, crew.supervisor)), crew.supervisor)
    sheet = begin(crew)
    assert sheet.before is not None
    assert (sheet.before.id, sheet.before.handed_by) == (first, crew.supervisor.name)
    hand_over(crew, said(sheet))


def test_another_group_or_another_shift_stands_in_nobodys_way(crew: Crew) -> None:
    sheets = begin(crew), begin(crew, group_id=crew.network), begin(crew, group_id=None)
    shift = sheets[0].shift
    later = Shift(shift.ends, shift.next_ends, shift.next_ends + timedelta(hours=8))
    for sheet in sheets:
        hand_over(crew, said(sheet))
    hand_over(crew, said(sheets[0], shift=later, known_id=None))
    assert len(crew.desk.handovers.list(crew.agent)) == 4


def test_a_line_without_a_next_step_is_not_handed_over(crew: Crew) -> None:
    ref = urgent(crew, assignee_id=crew.agent.person_id)
    sheet = begin(crew)
    assert [line.next_step for line in sheet.lines] == [""]
    with pytest.raises(Refused, match="INC-000001") as refused:
        hand_over(crew, NewHandover(sheet.group.id, sheet.shift, sheet.lines))
    assert [each.field for each in refused.value.missing] == ["INC-000001"]
    assert crew.see(ref).number == 1
    assert crew.desk.handovers.list(crew.agent) == ()


def test_what_the_sheet_before_said_is_offered_again(crew: Crew) -> None:
    urgent(crew, assignee_id=crew.agent.person_id)
    hand_over(crew, said(begin(crew)))
    assert [line.next_step for line in begin(crew).lines] == ["Call the caller back"]
    crew.clock.advance(days=3)
    assert [line.next_step for line in begin(crew).lines] == [""]


def test_who_is_meant_is_told_and_takes_it_over_once(crew: Crew) -> None:
    handover_id = hand_over(crew, said(begin(crew), to_id=crew.engineer.person_id))
    (notice,) = crew.desk.notifications.mine(crew.engineer)
    assert notice.title == f"{crew.agent.name} handed over the shift of “Service desk”"
    crew.clock.advance(minutes=5)
    crew.desk.handover_work.take_over(crew.engineer, handover_id)
    crew.desk.handover_work.take_over(crew.engineer, handover_id)
    row = read(crew, handover_id).row
    assert (row.taken_by, row.taken_at) == (crew.engineer.name, crew.clock.now())
    assert [each.title for each in crew.desk.notifications.mine(crew.agent)] == [
        f"{crew.engineer.name} took over the shift from you"
    ]
    with pytest.raises(Refused, match=crew.engineer.name):
        crew.desk.handover_work.take_over(crew.supervisor, handover_id)


def test_nobody_takes_over_from_themselves(crew: Crew) -> None:
    handover_id = hand_over(crew, said(begin(crew)))
    with pytest.raises(Refused, match="somebody else"):
        crew.desk.handover_work.take_over(crew.agent, handover_id)
    with pytest.raises(BadInput):
        hand_over(crew, said(begin(crew), to_id=crew.agent.person_id))
    with pytest.raises(BadInput):
        hand_over(crew, said(begin(crew), to_id=crew.requester.person_id))


def test_a_shift_ends_after_it_began(crew: Crew) -> None:
    now = crew.clock.now()
    with pytest.raises(BadInput, match="begins before it ends"):
        hand_over(crew, NewHandover(None, Shift(now, now, now), ()))


def test_a_restricted_incident_is_on_the_sheet_for_those_who_may_see_it(crew: Crew) -> None:
    open_to_all, secret = urgent(crew), urgent(crew, short_description="Salary file is open")
    restrict(crew, secret, crew.service_desk)
    sheet = begin(crew)
    assert {line.incident_id for line in sheet.lines} == {open_to_all.id, secret.id}
    assert [line.is_restricted for line in sheet.lines if line.incident_id == secret.id] == [True]
    assert {figure.key: figure.value for figure in sheet.figures}["open"] == 1, (
        "whoever reads it learns no count of them"
    )
    handover_id = hand_over(crew, said(sheet))
    assert {line.incident_id for line in read(crew, handover_id, crew.agent).lines} == {open_to_all.id, secret.id}
    assert {line.incident_id for line in read(crew, handover_id, crew.engineer).lines} == {open_to_all.id}


def test_nobody_hands_over_what_they_may_not_see(crew: Crew) -> None:
    urgent(crew)
    secret = urgent(crew)
    sheet = begin(crew)
    restrict(crew, secret, crew.service_desk)
    with pytest.raises(Refused, match=r"INC-000002 is no longer there for you.*F5") as refused:
        hand_over(crew, said(sheet, group_id=None), crew.engineer)
    assert "INC-000001" not in str(refused.value)


def test_flagged_incidents_begin_the_notes(crew: Crew) -> None:
    ref, secret = crew.log(group_id=crew.service_desk), crew.log(group_id=crew.service_desk)
    for each in (ref, secret):
        crew.desk.incidents.edit(crew.agent, each.id, {"tags": FieldEdit(None, "handover")})
    restrict(crew, secret, crew.service_desk)
    crew.desk.incidents.edit(
        crew.agent, crew.log(group_id=crew.service_desk).id, {"tags": FieldEdit(None, "handover-room")}
    )
    assert begin(crew).notes == "INC-000001 Printer on floor 2 jams"


def test_notes_say_nothing_of_an_incident_that_is_restricted_later(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk, short_description="Salary file is open")
    crew.desk.incidents.edit(crew.agent, ref.id, {"tags": FieldEdit(None, "handover")})
    notes = f"Keys are in the drawer\n{begin(crew).notes}\nLook at inc 1 first, INC-000099 is a typing error"
    handover_id = hand_over(crew, said(begin(crew), notes=notes))
    assert read(crew, handover_id, crew.engineer).notes == notes
    restrict(crew, ref, crew.service_desk)
    assert read(crew, handover_id, crew.agent).notes == notes
    for found in (
        read(crew, handover_id, crew.engineer).notes,
        read(crew, handover_id, crew.engineer).notes_on_paper,
        read(crew, handover_id, crew.agent).notes_on_paper,
    ):
        assert found == "Keys are in the drawer\nLook at "


def test_whoever_only_reports_has_no_part_in_it(crew: Crew) -> None:
    handover_id = hand_over(crew, said(begin(crew)))
    with pytest.raises(NotAllowed):
        read(crew, handover_id, crew.requester)
    with pytest.raises(NotAllowed):
        crew.desk.handover_work.take_over(crew.requester, handover_id)


def test_a_resolved_incident_is_not_handed_over(crew: Crew) -> None:
    ref = urgent(crew)
    crew.bring_to(ref, State.RESOLVED)
    assert block_of(begin(crew), ref) is None


def test_a_line_about_no_incident_is_kept_too(crew: Crew) -> None:
    line = Line(Block.RISK, "PRB-000001", "Tunnel", "", "new", None, TimeKind.NONE, "Look")
    sheet = begin(crew)
    assert read(crew, hand_over(crew, NewHandover(None, sheet.shift, (line,)))).lines == (line,)
