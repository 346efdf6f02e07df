"""An incident that was logged by mistake is withdrawn by whoever logged it, a moment later; it stands as canceled."""

from typing import Any

import pytest

from app.domain.errors import NotAllowed, Refused
from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.services.incidents.dto import FieldEdit, Post
from tests.support.clock_desk import computed_rows, kept_rows, with_policies
from tests.support.crew import Crew


def withdrawn(crew: Crew, **fields: Any) -> Any:
    ref = crew.log(group_id=crew.service_desk, **fields)
    crew.clock.advance(seconds=5)
    crew.desk.incidents.withdraw(crew.agent, ref.id)
    return crew.see(ref)


def test_it_stands_as_canceled_with_its_reason_and_no_clock_runs(crew: Crew) -> None:
    with_policies(crew)
    detail = withdrawn(crew, impact=1, urgency=1)
    assert (detail.state, detail.cancel_reason) == ("canceled", "Logged by mistake, and taken back at once.")
    assert kept_rows(crew) == computed_rows(crew)


def test_twice_is_once(crew: Crew) -> None:
    ref = crew.log()
    crew.desk.incidents.withdraw(crew.agent, ref.id)
    entries = len(crew.see(ref).journal)
    crew.desk.incidents.withdraw(crew.agent, ref.id)
    assert len(crew.see(ref).journal) == entries


def test_a_call_that_was_answered_at_once_was_never_resolved(crew: Crew) -> None:
    with_policies(crew)
    ref = crew.log(group_id=crew.service_desk)
    crew.desk.incidents.step(crew.agent, ref.id, crew.way_to(State.RESOLVED)[0])
    crew.desk.incidents.withdraw(crew.agent, ref.id)
    detail = crew.see(ref)
    assert (detail.state, detail.resolution_notes, detail.resolved_at) == ("canceled", None, None)
    assert kept_rows(crew) == computed_rows(crew)


def test_what_others_began_on_stays(crew: Crew) -> None:
    said, changed, seized = (crew.log(group_id=crew.service_desk) for _ in range(3))
    crew.desk.incidents.post(crew.requester, said.id, Post(crew.desk.new_id(), "One more thing.", public=True))
    crew.desk.incidents.edit(crew.supervisor, changed.id, {"urgency": FieldEdit(3, 1)})
    crew.step(seized, Step(State.IN_PROGRESS))
    for ref, why in ((said, "Somebody else"), (changed, "Somebody else")):
        with pytest.raises(Refused, match=why):
            crew.desk.incidents.withdraw(crew.agent, ref.id)
        assert crew.see(ref).state == "new"
    crew.desk.incidents.withdraw(crew.agent, seized.id)
    assert crew.see(seized).state == "canceled", "whoever logged it may have begun on it"


def test_only_by_whoever_logged_it_and_not_for_long(crew: Crew) -> None:
    ref, own = crew.log(), crew.log(crew.requester)
    with pytest.raises(Refused, match="logged by somebody else"):
        crew.desk.incidents.withdraw(crew.supervisor, ref.id)
    with pytest.raises(NotAllowed):
        crew.desk.incidents.withdraw(crew.requester, own.id)
    crew.clock.advance(minutes=11)
    with pytest.raises(Refused, match="too long ago"):
        crew.desk.incidents.withdraw(crew.agent, ref.id)
    assert [crew.see(each).state for each in (ref, own)] == ["new", "new"]
