"""Steps of an incident and their templates: told in the journal, seen by the desk alone, and before a resolution."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.domain.actor import Actor
from app.domain.calendar import Calendar, Span
from app.domain.checklists import LeftOpen, StepState, read_lines
from app.domain.errors import BadInput, DeskError, NotAllowed, NotFound, Refused
from app.domain.instants import HOUR
from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.services.checklists.dto import ChecklistStep, NewStep, NewTemplate, StepDetails
from app.services.incidents.dto import IncidentRef, NewIncident
from app.services.incidents.queue_dto import QueueQuery
from app.services.templates.dto import Beginning
from tests.support.crew import Crew

OPEN, DONE, SKIPPED = StepState.OPEN, StepState.DONE, StepState.SKIPPED
RESOLVE = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Cleared the jam.")
LINES = "Ask for the serial number\n* Order the part | Network | 4 h"


def add(crew: Crew, ref: IncidentRef, *texts: str, **more: Any) -> None:
    steps = tuple(NewStep(crew.desk.new_id(), StepDetails(text, **more)) for text in texts)
    crew.desk.checklist_work.add(crew.agent, ref.id, steps)


def steps(crew: Crew, ref: IncidentRef) -> tuple[ChecklistStep, ...]:
    return crew.desk.checklists.of_incident(crew.agent, ref.id).steps


def texts(crew: Crew, ref: IncidentRef) -> list[str]:
    return [step.text for step in steps(crew, ref)]


def told(crew: Crew, ref: IncidentRef) -> list[tuple[str, str | None, str | None]]:
    return [
        (change.field, change.old, change.new)
        for item in crew.see(ref).journal
        if item.kind == "checklist"
        for change in item.changes
    ]


def kept(crew: Crew, actor: Actor | None = None, **more: Any) -> str:
    new = NewTemplate(crew.desk.new_id(), **{"name": "New printer", "lines": read_lines(LINES), **more})
    crew.desk.checklist_work.save_template(actor or crew.agent, new)
    return new.id


def test_each_tick_is_a_line_of_the_journal(crew: Crew) -> None:
    ref = crew.log()
    add(crew, ref, "Look at the tray", "Call the vendor")
    first, second = steps(crew, ref)
    work = crew.desk.checklist_work
    crew.clock.advance(minutes=1)
    work.mark(crew.engineer, first.id, DONE, OPEN)
    work.mark(crew.agent, second.id, SKIPPED, OPEN)
    work.mark(crew.agent, second.id, OPEN, SKIPPED)
    seen = crew.desk.checklists.of_incident(crew.agent, ref.id)
    assert (seen.steps[0].state, seen.steps[0].ended_by_name, seen.steps[0].ended_at) == (
        "done", crew.engineer.name, crew.clock.now(),
    )  # fmt: skip
    assert (seen.progress.words, [step.text for step in seen.open]) == ("1 of 2", ["Call the vendor"])
    assert told(crew, ref) == [
        ("checklist_added", None, "Look at the tray"),
        ("checklist_added", None, "Call the vendor"),
        ("checklist_done", None, "Look at the tray"),
        ("checklist_skipped", None, "Call the vendor"),
        ("checklist_open", None, "Call the vendor"),
    ]


def test_a_colleague_who_was_faster_is_not_overwritten(crew: Crew) -> None:
    ref = crew.log()
    add(crew, ref, "Look at the tray")
    (step,) = steps(crew, ref)
    crew.desk.checklist_work.mark(crew.engineer, step.id, SKIPPED, OPEN)
    with pytest.raises(Refused, match="skipped already"):
        crew.desk.checklist_work.mark(crew.agent, step.id, DONE, OPEN)
    crew.desk.checklist_work.mark(crew.agent, step.id, SKIPPED, OPEN)  # the same is no quarrel
    seen = StepDetails(step.text)
    crew.desk.checklist_work.change(crew.engineer, step.id, StepDetails("Look at both trays"), seen)
    with pytest.raises(Refused, match="changed by somebody else"):
        crew.desk.checklist_work.change(crew.agent, step.id, StepDetails("Look at the feeder"), seen)
    assert texts(crew, ref) == ["Look at both trays"]


def test_steps_move_go_and_come_back(crew: Crew) -> None:
    ref = crew.log()
    add(crew, ref, "One", "Two", "Three")
    one, two, three = steps(crew, ref)
    work = crew.desk.checklist_work
    assert work.move(crew.agent, three.id, 0) == 2
    assert texts(crew, ref) == ["Three", "One", "Two"]
    assert work.move(crew.agent, three.id, 99) == 0
    work.remove(crew.agent, (one.id, two.id))
    assert texts(crew, ref) == ["Three"]
    with pytest.raises(Refused, match="was removed"):
        work.mark(crew.agent, one.id, DONE, OPEN)
    work.bring_back(crew.agent, (one.id,))
    assert texts(crew, ref) == ["One", "Three"]
    assert told(crew, ref)[-3:] == [
        ("checklist_removed", "One", None),
        ("checklist_removed", "Two", None),
        ("checklist_back", None, "One"),
    ]


def test_a_step_with_an_assignee_is_a_task_of_theirs(crew: Crew) -> None:
    ref, other = crew.log(), crew.log()
    due = crew.clock.now() + timedelta(hours=2)
    add(crew, ref, "Measure the line", assignee_id=crew.engineer.person_id, group_id=crew.network, due_at=due)
    add(crew, other, "Nobody's yet")
    (step,) = steps(crew, ref)
    assert (step.assignee_name, step.group_name, step.due_at) == (crew.engineer.name, "Network", due)
    assert [each.title for each in crew.desk.notifications.mine(crew.engineer)] == [
        f"INC-{ref.number:06d}: Measure the line"
    ]

    def found(text: str, actor: Actor) -> set[int]:
        rows = crew.desk.queue.page(actor, QueueQuery(text, at=crew.clock.now())).rows
        return {row.number for row in rows}

    assert found("has:my_steps", crew.engineer) == {ref.number}
    assert found("has:my_steps", crew.agent) == set()
    assert found("has:open_steps", crew.agent) == found("has:checklist", crew.agent) == {ref.number, other.number}
    crew.desk.checklist_work.mark(crew.engineer, step.id, DONE, OPEN)
    assert found("has:open_steps", crew.agent) == {other.number}
    with pytest.raises(BadInput, match="not a member"):
        add(crew, ref, "Wrong", assignee_id=crew.agent.person_id, group_id=crew.network)


def test_a_template_brings_its_steps_with_group_and_due_time(crew: Crew) -> None:
    ref, template = crew.log(), kept(crew)
    ids = crew.desk.checklist_work.use_template(crew.agent, ref.id, template)
    first, second = steps(crew, ref)
    assert (first.id, second.id) == ids
    assert (first.required, first.group_name, first.due_at) == (False, None, None)
    assert (second.required, second.group_name) == (True, "Network")
    assert second.due_at == crew.clock.now() + timedelta(hours=4)
    assert told(crew, ref) == [("checklist_template", None, "New printer")]
    (use,) = crew.desk.checklists.uses(crew.agent, template)
    assert use.sentence() == f"1 incident: INC-{ref.number:06d}"


def by_office_hours(crew: Crew) -> None:
    """Let everything be measured by Lisbon's office: Monday to Friday, 09:00 to 17:00."""
    week = tuple((Span(9 * 3600, 17 * 3600),) if day < 5 else () for day in range(7))
    office = Calendar("Europe/Lisbon", week)
    calendar = crew.desk.sla_admin.publish_calendar(crew.admin, None, "Office", office)
    crew.desk.sla_admin.set_default_calendar(crew.admin, calendar)


def test_lengths_of_time_are_opening_hours_of_the_incident(crew: Crew) -> None:
    by_office_hours(crew)
    crew.clock.set(datetime(2026, 11, 27, 16, 0, tzinfo=UTC))
    ref, template = crew.log(), kept(crew)
    crew.desk.checklist_work.use_template(crew.agent, ref.id, template)
    monday = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
    assert steps(crew, ref)[1].due_at == monday
    now, length = crew.clock.now(), 4 * HOUR
    assert crew.desk.checklists.due_after(crew.agent, ref.id, now, length) == monday


def test_an_incident_that_is_logged_with_a_checklist_goes_by_its_calendar_to_be(crew: Crew) -> None:
    by_office_hours(crew)
    crew.clock.set(datetime(2026, 11, 27, 16, 0, tzinfo=UTC))
    template = kept(crew)
    new = NewIncident(crew.desk.new_id(), "New printer", caller_id=crew.requester.person_id)
    ref = crew.desk.template_work.log(crew.agent, new, Beginning(template))
    assert steps(crew, ref)[1].due_at == datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


def test_without_a_calendar_each_hour_counts(crew: Crew) -> None:
    ref = crew.log()
    assert crew.desk.checklists.due_after(crew.agent, ref.id, crew.clock.now(), HOUR) is None


def test_what_resolving_many_would_leave_open_is_counted(crew: Crew) -> None:
    optional, required, ended, plain = (crew.log(group_id=crew.service_desk) for _ in range(4))
    add(crew, optional, "Call back", "Write it down")
    add(crew, ended, "Call back")
    crew.bring_to(ended, State.RESOLVED)
    crew.desk.checklist_work.use_template(crew.agent, required.id, kept(crew))
    ids = tuple(each.id for each in (optional, required, ended, plain))
    assert crew.desk.checklists.left_open(crew.agent, ids) == LeftOpen(2, 1)
    assert crew.desk.checklists.left_open(crew.agent, (plain.id,)) == LeftOpen()


def test_required_steps_come_before_the_resolution(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    crew.desk.checklist_work.use_template(crew.agent, ref.id, kept(crew))
    optional, required = steps(crew, ref)
    with pytest.raises(Refused) as refused:
        crew.step(ref, RESOLVE)
    assert [missing.field for missing in refused.value.missing] == ["checklist"]
    assert "1 required step of the checklist is open" in str(refused.value)
    with pytest.raises(NotAllowed, match="supervisor"):
        crew.desk.checklist_work.mark(crew.agent, required.id, SKIPPED, OPEN)
    with pytest.raises(NotAllowed, match="supervisor"):
        crew.desk.checklist_work.remove(crew.agent, (required.id,))
    crew.desk.checklist_work.mark(crew.supervisor, required.id, SKIPPED, OPEN)
    crew.step(ref, RESOLVE)
    assert crew.see(ref).state == "resolved"
    assert [step.id for step in crew.desk.checklists.of_incident(crew.agent, ref.id).open] == [optional.id]


FORGED = {
    "UPDATE incident SET state = 'resolved', resolution_code = 'x', resolution_notes = 'y', version = version + 1,"
    " resolved_at = clock_timestamp(), updated_at = clock_timestamp(), updated_by_id = desk.me(),"
    " resolved_by_id = desk.me()": "required steps of the checklist",
    "UPDATE checklist_step SET state = 'skipped', ended_at = clock_timestamp(), ended_by_id = desk.me()"
    " WHERE required": "a supervisor waives",
    "UPDATE checklist_step SET removed_at = clock_timestamp(), removed_by_id = desk.me()"
    " WHERE required": "a supervisor waives",
    "UPDATE checklist_step SET state = 'done', ended_at = clock_timestamp(),"
    " ended_by_id = (SELECT id FROM person WHERE role = 'admin')": "whoever ticks a step",
    "UPDATE checklist_step SET required = false": "may not|permission|right",
}


def test_the_database_refuses_too(crew: Crew) -> None:
    """What the service would not ask for: a resolution past a required step, and a tick in another's name."""
    if crew.desk.store.database.is_sqlite:
        pytest.skip("a file has no rights of its own")
    ref = crew.log(group_id=crew.service_desk)
    crew.desk.checklist_work.use_template(crew.agent, ref.id, kept(crew))
    store = crew.desk.logins.store_of(crew.agent)  # type: ignore[attr-defined]  # a desk with logins
    for statement, said in FORGED.items():
        with pytest.raises(DeskError, match=said), store.writing(crew.agent) as work:
            work.connection.exec_driver_sql(statement)


def test_requesters_never_see_one(crew: Crew) -> None:
    ref = crew.log()
    add(crew, ref, "Do not tell the caller")
    for act in (
        lambda: crew.desk.checklists.of_incident(crew.requester, ref.id),
        lambda: crew.desk.checklist_work.add(crew.requester, ref.id, ()),
        lambda: crew.desk.checklists.templates(crew.requester),
    ):
        with pytest.raises(NotAllowed):
            act()
    seen = crew.see(ref, crew.requester)
    assert "Do not tell" not in repr(seen)
    assert not crew.desk.queue.page(crew.requester, QueueQuery("has:checklist", at=crew.clock.now())).rows


def test_an_ended_incident_keeps_its_checklist_as_it_was(crew: Crew) -> None:
    ref = crew.log()
    add(crew, ref, "Left open")
    (step,) = steps(crew, ref)
    crew.bring_to(ref, State.CANCELED)
    with pytest.raises(Refused, match="may only be read"):
        crew.desk.checklist_work.mark(crew.agent, step.id, DONE, OPEN)
    assert texts(crew, ref) == ["Left open"]


def test_who_keeps_sees_and_changes_which_template(crew: Crew) -> None:
    own, team = kept(crew, name="Own"), kept(crew, name="Team", share="team", group_id=crew.service_desk)
    with pytest.raises(NotAllowed):
        kept(crew, name="All", share="all")
    for_all = kept(crew, crew.supervisor, name="All", share="all")
    assert [each.name for each in crew.desk.checklists.templates(crew.agent)] == ["Own", "Team", "All"]
    assert [each.name for each in crew.desk.checklists.templates(crew.engineer)] == ["All"]
    for ask in (crew.desk.checklists.template, crew.desk.checklists.history, crew.desk.checklists.uses):
        with pytest.raises(NotFound):
            ask(crew.engineer, own)
    with pytest.raises(NotFound):
        crew.desk.checklist_work.use_template(crew.engineer, crew.log().id, own)
    with pytest.raises(NotAllowed, match="belongs to somebody else"):
        crew.desk.checklist_work.offer_template(crew.agent, for_all, False)
    with pytest.raises(BadInput, match="no assignment group Nowhere"):
        kept(crew, lines=read_lines("Step | Nowhere"))
    crew.desk.checklist_work.offer_template(crew.agent, team, False)
    assert [each.name for each in crew.desk.checklists.templates(crew.agent)] == ["Own", "All"]
    assert len(crew.desk.checklists.history(crew.agent, team)) == 2


def test_an_incident_has_only_so_many_steps(crew: Crew) -> None:
    ref = crew.log()
    add(crew, ref, *(f"Step {number}" for number in range(100)))
    with pytest.raises(Refused, match="at most 100"):
        add(crew, ref, "One more")


def test_others_hear_of_a_step_that_moves(crew: Crew) -> None:
    ref = crew.log()
    add(crew, ref, "Look")
    feed = crew.desk.store.feed
    with crew.desk.store.reading() as connection:
        feed.news(connection)
    with crew.desk.store.database.writing() as connection:  # another program
        connection.exec_driver_sql("UPDATE checklist_step SET position = position + 1")
    with crew.desk.store.reading() as connection:
        news = feed.news(connection)
    assert ("incident", ref.id, ref.id) in news.changes
