"""Many incidents are changed at once or not at all, each with its outcome, and one undo restores fields and clocks."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from app.domain.errors import NotAllowed, Stopped
from app.domain.lifecycle import Step
from app.domain.vocabulary import CloseCause, HoldReason, State
from app.models.receipts import command_receipt
from app.services.getting_on import telling
from app.services.incidents.dto import FieldEdit, IncidentRef
from tests.support.clock_desk import computed_rows, kept_rows, with_policies
from tests.support.crew import Crew

FIELDS = ("group_id", "assignee_id", "impact", "urgency", "priority", "service_id", "category_id", "subcategory_id")


def fields(crew: Crew, refs: list[IncidentRef]) -> list[list[Any]]:
    return [[getattr(crew.see(ref), field) for field in FIELDS] for ref in refs]


def clocks(crew: Crew) -> dict[str, dict[str, Any]]:
    """All that people see of the clocks; not which entry was folded last, and when."""
    told = {"last_entry_id", "checked_until"}
    return {
        key: {name: value for name, value in row.items() if name not in told} for key, row in kept_rows(crew).items()
    }


def receipts(crew: Crew) -> int:
    with crew.desk.store.database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(command_receipt)).scalar_one())


def test_one_undo_restores_fields_and_clocks_of_all(crew: Crew) -> None:
    with_policies(crew)
    refs = [
        crew.log(
            impact=1 + number % 3,
            urgency=1 + number % 2,
            group_id=crew.service_desk if number % 2 else None,
            assignee_id=crew.agent.person_id if number % 2 else None,
            category_id=crew.category,
            subcategory_id=crew.subcategory if number % 3 else None,
        )
        for number in range(8)
    ]
    crew.clock.advance(minutes=20)
    before, ticking = fields(crew, refs), clocks(crew)
    ids = tuple(ref.id for ref in refs)
    values = {"impact": 1, "urgency": 1, "group_id": crew.network, "service_id": crew.service, "category_id": None}
    saves = receipts(crew)
    outcomes = crew.desk.incidents.set_many(crew.agent, ids, values)
    assert receipts(crew) == saves + 1, "one transaction, which leaves one receipt"
    assert [outcome.refused for outcome in outcomes] == [""] * 8
    assert {row[0] for row in fields(crew, refs)} == {crew.network}
    assert {row[1] for row in fields(crew, refs)} == {None}, "a new group decides who takes it over"
    assert {row[4] for row in fields(crew, refs)} == {1}
    assert clocks(crew) != ticking
    crew.clock.advance(seconds=8)
    back = crew.desk.incidents.take_back_many(crew.agent, outcomes)
    assert receipts(crew) == saves + 2
    assert [outcome.refused for outcome in back] == [""] * 8
    assert fields(crew, refs) == before
    shown = ("due_at", "target", "phase", "breached")
    for key, row in clocks(crew).items():
        for name in ("response", "resolution", "update"):
            for figure in shown:
                assert row[f"{name}_{figure}"] == ticking[key][f"{name}_{figure}"], (name, figure)
    assert kept_rows(crew) == computed_rows(crew)
    again = crew.desk.incidents.take_back_many(crew.agent, back)
    assert {row[0] for row in fields(crew, refs)} == {crew.network}, "and the undo itself can be taken back"
    assert all(not outcome.refused for outcome in again)


def test_who_is_refused_harms_nobody_else(crew: Crew) -> None:
    good, closed = crew.log(), crew.bring_to(crew.log(), State.CLOSED)
    hidden = crew.log()
    crew.write("incident", hidden, restricted_group_id=crew.network)
    outcomes = crew.desk.incidents.set_many(crew.agent, (good.id, closed.id, hidden.id), {"service_id": crew.service})
    by_id = {outcome.incident_id: outcome for outcome in outcomes}
    assert by_id[good.id].after == {"service_id": crew.service}
    assert "is closed and may only be read" in by_id[closed.id].refused
    assert by_id[closed.id].refused.startswith("INC-")
    assert "may not see it" in by_id[hidden.id].refused
    assert "INC-" not in by_id[hidden.id].refused, "not even its number is told"
    assert crew.see(good).service_id == crew.service
    assert crew.see(closed).service_id is None


def test_what_others_changed_meanwhile_is_not_taken_back(crew: Crew) -> None:
    first, second = crew.log(), crew.log()
    outcomes = crew.desk.incidents.set_many(crew.agent, (first.id, second.id), {"impact": 1})
    edit = {"impact": FieldEdit(1, 2)}
    crew.desk.incidents.edit(crew.engineer, first.id, edit)
    back = {outcome.incident_id: outcome for outcome in crew.desk.incidents.take_back_many(crew.agent, outcomes)}
    assert back[first.id].refused
    assert crew.see(first).impact == 2
    assert not back[second.id].refused
    assert crew.see(second).impact == 3


def test_what_has_the_value_already_is_left_alone(crew: Crew) -> None:
    ref = crew.log(impact=1)
    entries = len(crew.see(ref).journal)
    (outcome,) = crew.desk.incidents.set_many(crew.agent, (ref.id,), {"impact": 1})
    assert (outcome.before, outcome.after, outcome.refused) == ({}, {}, "")
    assert len(crew.see(ref).journal) == entries
    assert crew.desk.incidents.take_back_many(crew.agent, (outcome,)) == ()


def test_requesters_change_nothing(crew: Crew) -> None:
    ref = crew.log()
    with pytest.raises(NotAllowed):
        crew.desk.incidents.set_many(crew.requester, (ref.id,), {"impact": 1})


def test_many_take_a_step_and_who_cannot_is_told(crew: Crew) -> None:
    parent, child, closed = crew.log(), crew.log(), crew.bring_to(crew.log(), State.CLOSED)
    crew.link(child, parent)
    step = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="The switch was replaced.")
    outcomes = crew.desk.incidents.step_many(crew.agent, (parent.id, child.id, closed.id), step)
    by_id = {outcome.incident_id: outcome for outcome in outcomes}
    assert (by_id[parent.id].before, by_id[parent.id].after) == ({"state": "new"}, {"state": "resolved"})
    assert [crew.see(ref).state for ref in (parent, child)] == ["resolved", "resolved"]
    assert not by_id[child.id].refused, "it followed its parent, which is no mistake"
    assert "cannot go from closed to resolved" in by_id[closed.id].refused
    assert crew.see(closed).state == "closed"
    lacking = crew.desk.incidents.step_many(crew.agent, (crew.log().id,), Step(State.RESOLVED))
    assert "Choose a resolution code" in lacking[0].refused


def test_many_are_asked_about_closed_canceled_and_reopened_each_with_one_way_back(crew: Crew) -> None:
    until = crew.clock.now() + timedelta(days=1)
    asks = Step(State.ON_HOLD, hold_reason=HoldReason.AWAITING_CALLER, hold_until=until, comment="Still so?")
    resolved = State.RESOLVED
    for before, step, after in (
        (State.IN_PROGRESS, asks, "on_hold"),
        (State.IN_PROGRESS, Step(State.CANCELED, reason="Duplicate"), "canceled"),
        (resolved, Step(State.CLOSED, close_cause=CloseCause.CALLER_ACCEPTED), "closed"),
        (resolved, Step(State.IN_PROGRESS, reason="It came back"), "in_progress"),
    ):
        refs = [crew.bring_to(crew.log(group_id=crew.service_desk), before) for _ in range(2)]
        outcomes = crew.desk.incidents.step_many(crew.supervisor, tuple(ref.id for ref in refs), step)
        assert [crew.see(ref).state for ref in refs] == [after] * 2, [each.refused for each in outcomes]
        if step is asks:
            said = [[each.body for each in crew.see(ref).journal if each.visibility == "public"] for ref in refs]
            assert all("Still so?" in (body or "") for bodies in said for body in bodies[-1:]), said
        steps = tuple(taken for each in outcomes for taken in each.steps)
        back = crew.desk.incidents.take_back_steps(crew.supervisor, steps)
        assert [each.refused for each in back] == ["", ""]
        assert [crew.see(ref).state for ref in refs] == [before.value] * 2


def test_it_tells_how_far_it_is_and_stopped_it_leaves_nothing(crew: Crew) -> None:
    refs = [crew.log() for _ in range(8)]
    ids = tuple(ref.id for ref in refs)
    told: list[tuple[int, int]] = []
    with telling(lambda done, total: told.append((done, total))):
        crew.desk.incidents.set_many(crew.agent, ids, {"impact": 1})
    assert told == [(done, 10) for done in range(9)]
    before = crew.dump()

    def stop(done: int, _total: int) -> None:
        if done == 6:
            raise Stopped("Stopped.")

    with telling(stop), pytest.raises(Stopped):
        crew.desk.incidents.set_many(crew.agent, ids, {"impact": 2})
    assert crew.dump() == before
    crew.desk.incidents.set_many(crew.agent, ids, {"impact": 2})
    assert {crew.see(ref).impact for ref in refs} == {2}


def test_many_take_few_statements_each(crew: Crew) -> None:
    with_policies(crew)
    refs = [crew.log(impact=2, urgency=2) for _ in range(24)]
    ids = tuple(ref.id for ref in refs)
    crew.clock.advance(minutes=5)
    with crew.counting() as counter:
        crew.desk.incidents.set_many(crew.agent, ids, {"impact": 1, "group_id": crew.network})
    assert counter["statements"] <= 8 * len(ids), "every statement is a journey to the server"
    assert kept_rows(crew) == computed_rows(crew)
