"""Fields that one changed and gives back count as never changed: for clocks by every calendar, rules and figures."""

from datetime import timedelta
from typing import Any

from app.domain.taking_back import TAKEN_BACK, TIME_TO_GIVE_BACK
from app.services.incidents.dto import FieldEdit, IncidentRef
from tests.support.clock_desk import computed_rows, kept_rows, with_policies
from tests.support.crew import Crew


def clocks(crew: Crew) -> dict[str, dict[str, Any]]:
    """The whole of what is kept of the clocks, but for which entry was folded last, and when."""
    told = {"last_entry_id", "checked_until"}
    return {
        key: {name: value for name, value in row.items() if name not in told} for key, row in kept_rows(crew).items()
    }


def at_night(crew: Crew, count: int = 1) -> list[IncidentRef]:
    """Incidents by office hours, logged while the office is closed; the first priority counts around the clock."""
    with_policies(crew)
    crew.clock.advance(seconds=(timedelta(hours=22) - timedelta(hours=crew.clock.now().hour)).total_seconds())
    refs = [crew.log(impact=2, urgency=2, group_id=crew.service_desk) for _ in range(count)]
    crew.clock.advance(minutes=20)
    return refs


def says_so(crew: Crew, ref: IncidentRef) -> bool:
    """Whether the last entry says which one it takes back."""
    return any(change.field == TAKEN_BACK for change in crew.see(ref).journal[-1].changes)


def test_many_are_given_back_with_every_figure_of_their_clocks(crew: Crew) -> None:
    refs = at_night(crew, 5)
    before = clocks(crew)
    done = crew.desk.incidents.set_many(crew.agent, tuple(ref.id for ref in refs), {"impact": 1, "urgency": 1})
    crew.clock.advance(minutes=30)
    assert clocks(crew) != before
    back = crew.desk.incidents.take_back_many(crew.agent, done)
    assert clocks(crew) == before
    assert kept_rows(crew) == computed_rows(crew)
    assert all(says_so(crew, ref) for ref in refs)
    crew.clock.advance(minutes=10)
    again = crew.desk.incidents.take_back_many(crew.agent, back, again=True)
    assert not any(says_so(crew, ref) for ref in refs), "what is done again is done from now on"
    assert kept_rows(crew) == computed_rows(crew)
    crew.clock.advance(minutes=10)
    crew.desk.incidents.take_back_many(crew.agent, again)
    assert clocks(crew) == before, "and can be given back as well"


def test_one_is_given_back_with_its_clocks_while_another_field_stays(crew: Crew) -> None:
    (ref,) = at_night(crew)
    before = clocks(crew)
    crew.desk.incidents.edit(crew.agent, ref.id, {"impact": FieldEdit(2, 1), "urgency": FieldEdit(2, 1)})
    crew.clock.advance(minutes=30)
    crew.desk.incidents.edit(crew.engineer, ref.id, {"tags": FieldEdit(None, "night")})
    back = {"impact": FieldEdit(1, 2), "urgency": FieldEdit(1, 2)}
    assert set(crew.desk.incidents.edit(crew.agent, ref.id, back, gives_back=True)) >= {"impact", "urgency", "priority"}
    assert clocks(crew) == before
    assert (crew.see(ref).tags, crew.see(ref).priority) == ("night", 3)


def test_a_group_that_was_given_back_is_no_move(crew: Crew) -> None:
    (ref,) = at_night(crew)
    done = crew.desk.incidents.set_many(crew.agent, (ref.id,), {"group_id": crew.network})
    assert crew.see(ref).reassignments == 1
    crew.desk.incidents.take_back_many(crew.agent, done)
    assert (crew.see(ref).group_name, crew.see(ref).reassignments) == ("Service desk", 0)


def test_what_others_did_or_oneself_long_ago_is_an_edit_like_others(crew: Crew) -> None:
    (ref,) = at_night(crew)
    raised = {"impact": FieldEdit(2, 1), "urgency": FieldEdit(2, 1)}
    lowered = {"impact": FieldEdit(1, 2), "urgency": FieldEdit(1, 2)}
    crew.desk.incidents.edit(crew.engineer, ref.id, raised)
    crew.desk.incidents.edit(crew.agent, ref.id, lowered, gives_back=True)
    assert not says_so(crew, ref), "somebody else's change"
    crew.desk.incidents.edit(crew.agent, ref.id, raised)
    crew.desk.incidents.edit(crew.agent, ref.id, {"impact": FieldEdit(1, 2)}, gives_back=True)
    assert not says_so(crew, ref), "only a part of it"
    crew.desk.incidents.edit(crew.agent, ref.id, {"impact": FieldEdit(2, 1)})
    crew.clock.advance(seconds=TIME_TO_GIVE_BACK.total_seconds() + 1)
    crew.desk.incidents.edit(crew.agent, ref.id, {"impact": FieldEdit(1, 2)}, gives_back=True)
    assert not says_so(crew, ref), "long ago"
    assert kept_rows(crew) == computed_rows(crew)


def test_a_priority_set_by_hand_is_given_back_with_its_clocks(crew: Crew) -> None:
    (ref,) = at_night(crew)
    before = clocks(crew)
    crew.desk.incidents.override_priority(crew.supervisor, ref.id, 1, "The director calls")
    crew.clock.advance(minutes=30)
    crew.desk.incidents.override_priority(crew.supervisor, ref.id, None, "", gives_back=True)
    assert (clocks(crew), crew.see(ref).priority, says_so(crew, ref)) == (before, 3, True)
