"""Every command on incidents is one transaction with its journal, and events follow the commit."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

import pytest

from app.domain.errors import BadInput, NotAllowed, NotFound, Refused, StaleEdit
from app.domain.events import Event, IncidentChanged, IncidentLogged
from app.domain.lifecycle import Step
from app.domain.vocabulary import Channel, EntryKind, HoldReason, LinkKind, State, Visibility
from app.services.incidents.dto import FieldEdit, IncidentRef, NewFile, NewIncident, NewLink, Post
from tests.support.crew import Crew, TornOutError

FILE = NewFile("screen.txt", "text/plain", b"what was seen")
R = TypeVar("R")
Scene = Callable[[Crew], Callable[[], object]]


def scene_create(crew: Crew) -> Callable[[], object]:
    new = NewIncident(crew.desk.new_id(), "It is dark", crew.requester.person_id, group_id=crew.network)
    return lambda: crew.desk.incidents.create(crew.agent, new)


def scene_create_with_files(crew: Crew) -> Callable[[], object]:
    other = replace(FILE, data=b"another")
    new = NewIncident(crew.desk.new_id(), "It is dark", crew.requester.person_id, files=(FILE, FILE, other))
    return lambda: crew.desk.incidents.create(crew.agent, new)


def scene_edit(crew: Crew) -> Callable[[], object]:
    ref = crew.log(group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    edits = {
        "group_id": FieldEdit(crew.service_desk, crew.network),
        "impact": FieldEdit(3, 1),
        "short_description": FieldEdit("Printer on floor 2 jams", "All printers jam"),
    }
    return lambda: crew.desk.incidents.edit(crew.agent, ref.id, edits)


def scene_step(state: State) -> Scene:
    def scene(crew: Crew) -> Callable[[], object]:
        ref = crew.log(group_id=crew.service_desk)
        *before, last = crew.way_to(state)
        for step in before:
            crew.step(ref, step)
        return lambda: crew.desk.incidents.step(crew.agent, ref.id, last)

    return scene


def scene_resolve_parent(crew: Crew) -> Callable[[], object]:
    parent = crew.log()
    for _ in range(3):
        crew.link(crew.log(), parent)
    return lambda: crew.desk.incidents.step(crew.agent, parent.id, crew.way_to(State.RESOLVED)[0])


def scene_reply(crew: Crew) -> Callable[[], object]:
    ref = crew.log()
    post = Post(crew.desk.new_id(), "We are on it.", public=True, files=(FILE,))
    return lambda: crew.desk.incidents.post(crew.agent, ref.id, post)


def scene_reply_and_resolve(crew: Crew) -> Callable[[], object]:
    ref = crew.log()
    post = Post(crew.desk.new_id(), "Done.", public=True, then=crew.way_to(State.RESOLVED)[0])
    return lambda: crew.desk.incidents.post(crew.agent, ref.id, post)


def scene_caller_answers(crew: Crew) -> Callable[[], object]:
    ref = crew.log()
    crew.step(ref, crew.hold(HoldReason.AWAITING_CALLER))
    post = Post(crew.desk.new_id(), "The number is 17.", public=True)
    return lambda: crew.desk.incidents.post(crew.requester, ref.id, post)


def scene_link(crew: Crew) -> Callable[[], object]:
    child, parent = crew.log(), crew.log()
    new = NewLink(crew.desk.new_id(), child.id, parent.id, LinkKind.PARENT)
    return lambda: crew.desk.incidents.link(crew.agent, new)


def scene_unlink(crew: Crew) -> Callable[[], object]:
    link = crew.link(crew.log(), crew.log())
    return lambda: crew.desk.incidents.unlink(crew.agent, link)


def scene_link_again(crew: Crew) -> Callable[[], object]:
    link = crew.link(crew.log(), crew.log())
    crew.desk.incidents.unlink(crew.agent, link)
    return lambda: crew.desk.incidents.link_again(crew.agent, link, crew.desk.new_id())


def scene_override(crew: Crew) -> Callable[[], object]:
    ref = crew.log()
    return lambda: crew.desk.incidents.override_priority(crew.supervisor, ref.id, 1, "The minister waits")


SCENES: dict[str, Scene] = {
    "create": scene_create,
    "create with files": scene_create_with_files,
    "edit": scene_edit,
    **{f"step to {state.value}": scene_step(state) for state in State if state is not State.NEW},
    "resolve a parent": scene_resolve_parent,
    "reply": scene_reply,
    "reply and resolve": scene_reply_and_resolve,
    "the caller answers": scene_caller_answers,
    "link": scene_link,
    "unlink": scene_unlink,
    "link again": scene_link_again,
    "override": scene_override,
}


@pytest.mark.parametrize("scene", SCENES)
def test_a_command_is_one_commit_with_its_journal(scene: str, crew: Crew) -> None:
    command = SCENES[scene](crew)
    before = crew.dump()
    with crew.counting() as counter:
        command()
    assert (counter["commits"], counter["rollbacks"]) == (1, 0)
    after = crew.dump()
    assert len(after["journal_entry"]) > len(before["journal_entry"])
    assert all(row in after["journal_entry"] for row in before["journal_entry"])
    assert all(row in after["journal_change"] for row in before["journal_change"])


@pytest.mark.parametrize("scene", SCENES)
def test_a_command_that_fails_half_way_leaves_no_trace(scene: str, crew: Crew) -> None:
    """It is torn out at its first statement, then at its second, and so on, until it comes through."""
    command = SCENES[scene](crew)
    heard: list[Event] = []
    crew.desk.bus.subscribe(heard.append)
    before = crew.dump()
    for number in range(1, 200):
        try:
            with crew.failing_at(number):
                command()
        except TornOutError:
            assert crew.dump() == before, f"something was left behind at statement {number}"
            assert heard == []
        else:
            assert number > 2
            break
    assert crew.dump() != before
    assert heard


@pytest.mark.parametrize("scene", SCENES)
def test_events_come_after_the_commit(scene: str, crew: Crew) -> None:
    command = SCENES[scene](crew)
    before = len(crew.dump()["journal_entry"])
    seen: list[tuple[Event, int]] = []
    crew.desk.bus.subscribe(lambda event: seen.append((event, len(crew.dump()["journal_entry"]))))
    command()
    assert seen
    assert all(entries > before for _, entries in seen), "a listener sees what it is told of"
    assert all(isinstance(event, IncidentChanged | IncidentLogged) for event, _ in seen)


def test_a_listener_that_fails_undoes_nothing(crew: Crew, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_event: Event) -> None:
        raise KeyError("a bug in the window")

    crew.desk.bus.subscribe(fail)
    ref = crew.log()
    assert crew.see(ref).number == ref.number
    assert "A listener failed" in caplog.text


def test_logging_writes_what_was_given(crew: Crew) -> None:
    reported = crew.clock.now() - timedelta(hours=2)
    ref = crew.log(
        short_description="  Badge reader\n stopped ",
        description="Door 3.\r\nSince 7:00.",
        channel=Channel.WALK_IN,
        impact=1,
        urgency=2,
        reported_at=reported,
        category_id=crew.category,
        subcategory_id=crew.subcategory,
        service_id=crew.service,
        site_id=crew.site,
        group_id=crew.service_desk,
        assignee_id=crew.agent.person_id,
    )
    seen = crew.see(ref)
    assert (ref.number, seen.short_description, seen.description) == (1, "Badge reader stopped", "Door 3.\nSince 7:00.")
    assert (seen.priority, seen.computed_priority, seen.state) == (2, 2, "new")
    assert (seen.reported_at, seen.created_at) == (reported, crew.clock.now())
    assert (seen.category_name, seen.subcategory_name, seen.service_name) == ("Hardware", "Printer", "Printing")
    assert (seen.group_name, seen.assignee_name, seen.assignments) == ("Service desk", "Ada Brandt", 1)
    assert seen.caller is not None
    assert (seen.caller.name, seen.caller.vip, seen.caller.site_name) == ("Rosa Quist", True, "Harbour")
    (entry,) = seen.journal
    assert (entry.kind, entry.occurred_at, entry.recorded_at) == (EntryKind.LOGGED, reported, crew.clock.now())
    assert {change.field: change.new for change in entry.changes} == {
        "state": "new", "priority": "2", "impact": "1", "urgency": "2",
        "group_id": "Service desk", "assignee_id": "Ada Brandt",
    }  # fmt: skip


def test_the_same_save_twice_is_one_incident(crew: Crew) -> None:
    new = NewIncident(crew.desk.new_id(), "It is dark", crew.requester.person_id, files=(FILE,))
    first = crew.desk.incidents.create(crew.agent, new)
    heard: list[Event] = []
    crew.desk.bus.subscribe(heard.append)
    before = crew.dump()
    assert crew.desk.incidents.create(crew.agent, new) == first
    assert crew.dump() == before | {"number_counter": crew.dump()["number_counter"]}
    assert not heard


def test_the_same_save_at_once_from_many_threads_is_one_incident(crew: Crew) -> None:
    new = NewIncident(crew.desk.new_id(), "It is dark", crew.requester.person_id)
    refs = at_once(lambda _index: crew.desk.incidents.create(crew.agent, new), 4)
    assert len(set(refs)) == 1
    assert len(crew.dump()["incident"]) == 1


def test_many_threads_log_at_once(crew: Crew) -> None:
    def log(index: int) -> IncidentRef:
        return crew.log(short_description=f"Incident {index}")

    refs = at_once(log, 6)
    assert sorted(ref.number for ref in refs) == [1, 2, 3, 4, 5, 6]
    assert len({ref.id for ref in refs}) == 6


def test_two_people_edit_different_fields_at_once(crew: Crew) -> None:
    ref = crew.log()
    edits = [{"impact": FieldEdit(3, 2)}, {"urgency": FieldEdit(3, 2)}, {"minutes_spent": FieldEdit(0, 5)}]
    at_once(lambda index: crew.desk.incidents.edit(crew.agent, ref.id, edits[index]), 3)
    seen = crew.see(ref)
    assert (seen.impact, seen.urgency, seen.minutes_spent, seen.priority, seen.version) == (2, 2, 5, 3, 4)


def test_the_same_file_from_many_threads_is_stored_once(crew: Crew) -> None:
    refs = [crew.log() for _ in range(4)]
    posts = [Post(crew.desk.new_id(), "", public=True, files=(FILE,)) for _ in refs]
    at_once(lambda index: crew.desk.incidents.post(crew.agent, refs[index].id, posts[index]), 4)
    assert len(crew.dump()["attachment_content"]) == 1
    assert len(crew.dump()["attachment"]) == 4


def at_once(act: Callable[[int], R], count: int) -> list[R]:
    """Do it in as many threads, all starting together; whatever one of them raises is raised here."""
    start = threading.Barrier(count)

    def run(index: int) -> R:
        start.wait()
        return act(index)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"short_description": " "}, "short_description"),
        ({"short_description": "x" * 161}, "short_description"),
        ({"description": "x" * 1_000_001}, "description"),
        ({"caller_id": None}, "caller_id"),
        ({"impact": 0}, "impact"),
        ({"urgency": 4}, "urgency"),
        ({"caller_id": "f" * 32}, "caller_id"),
        ({"group_id": "f" * 32}, "group_id"),
        ({"assignee_id": "f" * 32}, "assignee_id"),
        ({"service_id": "f" * 32}, "service_id"),
        ({"site_id": "f" * 32}, "site_id"),
        ({"category_id": "f" * 32}, "category_id"),
        ({"configuration_item_id": "f" * 32}, "configuration_item_id"),
    ],
)
def test_what_cannot_be_logged(fields: dict[str, Any], field: str, crew: Crew) -> None:
    before = crew.dump()
    with pytest.raises(BadInput) as refusal:
        crew.log(**fields)
    assert refusal.value.field == field
    assert crew.dump() == before


def test_a_report_from_the_future_is_refused(crew: Crew) -> None:
    with pytest.raises(BadInput, match="future"):
        crew.log(reported_at=crew.clock.now() + timedelta(seconds=1))


def test_an_assignee_is_a_member_of_the_group(crew: Crew) -> None:
    with pytest.raises(BadInput, match="not a member") as refusal:
        crew.log(group_id=crew.network, assignee_id=crew.agent.person_id)
    assert refusal.value.field == "assignee_id"


def test_a_subcategory_belongs_to_its_category(crew: Crew) -> None:
    other = crew.desk.people_admin.add_category(crew.admin, "Software")
    with pytest.raises(BadInput, match="belongs to another category"):
        crew.log(category_id=other, subcategory_id=crew.subcategory)
    ref = crew.log(category_id=crew.category, subcategory_id=crew.subcategory)
    with pytest.raises(BadInput, match="belongs to another category"):
        crew.desk.incidents.edit(
            crew.agent,
            ref.id,
            {
                "category_id": FieldEdit(crew.category, other),
                "subcategory_id": FieldEdit(crew.subcategory, crew.subcategory),
            },
        )


def test_monitoring_needs_no_caller(crew: Crew) -> None:
    assert crew.see(crew.log(caller_id=None, channel=Channel.MONITORING)).caller is None


def test_an_edit_is_told_with_old_and_new(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    crew.clock.advance(minutes=5)
    edits = {"group_id": FieldEdit(crew.service_desk, crew.network), "impact": FieldEdit(3, 1)}
    changed = crew.desk.incidents.edit(crew.agent, ref.id, edits)
    assert set(changed) == {"group_id", "assignee_id", "impact", "priority", "computed_priority"}
    seen = crew.see(ref)
    assert (seen.group_name, seen.assignee_name, seen.priority, seen.version) == ("Network", None, 3, 2)
    assert (seen.reassignments, seen.assignments, seen.updated_at) == (1, 1, crew.clock.now())
    entry = seen.journal[-1]
    assert (entry.kind, entry.visibility, entry.author_name) == ("change", "internal", "Ada Brandt")
    assert {(change.field, change.old, change.new) for change in entry.changes} == {
        ("group_id", "Service desk", "Network"),
        ("assignee_id", "Ada Brandt", None),
        ("impact", "3", "1"),
        ("priority", "5", "3"),
        ("computed_priority", "5", "3"),
    }


def test_an_edit_that_changes_nothing_writes_nothing(crew: Crew) -> None:
    ref = crew.log()
    before = crew.dump()
    same = {
        "short_description": FieldEdit("Printer on floor 2 jams", " Printer on  floor 2 jams\n"),
        "impact": FieldEdit(3, 3),
        "description": FieldEdit("", ""),
        "cause": FieldEdit(None, None),
        "workaround": FieldEdit(None, ""),
        "business_unit": FieldEdit(None, " "),
        "service_id": FieldEdit(None, ""),
    }
    assert crew.desk.incidents.edit(crew.agent, ref.id, same) == ()
    assert crew.dump() == before


def test_a_stale_edit_names_both_values_and_writes_nothing(crew: Crew) -> None:
    ref = crew.log()
    crew.desk.incidents.edit(
        crew.supervisor, ref.id, {"short_description": FieldEdit("Printer on floor 2 jams", "One")}
    )
    before = crew.dump()
    edits = {"short_description": FieldEdit("Printer on floor 2 jams", "Two"), "impact": FieldEdit(3, 1)}
    with pytest.raises(StaleEdit, match="changed short description in the meantime") as refusal:
        crew.desk.incidents.edit(crew.agent, ref.id, edits)
    (conflict,) = refusal.value.conflicts
    assert (conflict.field, conflict.theirs, conflict.mine) == ("short_description", "One", "Two")
    assert crew.dump() == before


def test_two_people_who_type_the_same_agree(crew: Crew) -> None:
    ref = crew.log()
    edit = {"short_description": FieldEdit("Printer on floor 2 jams", "One")}
    crew.desk.incidents.edit(crew.supervisor, ref.id, edit)
    assert crew.desk.incidents.edit(crew.agent, ref.id, edit) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("state", "closed"),
        ("priority", 1),
        ("number", 7),
        ("id", "f" * 32),
        ("resolution_code", "x"),
        ("impact", "1"),
        ("impact", True),
        ("impact", 4),
        ("minutes_spent", -1),
        ("minutes_spent", 10**12),
        ("channel", "pigeon"),
        ("assignee_id", "f" * 32),
        ("caller_id", "nobody"),
        ("short_description", None),
    ],
)
def test_what_cannot_be_edited(field: str, value: object, crew: Crew) -> None:
    ref = crew.log()
    before = crew.dump()
    seen = getattr(crew.see(ref), field, None)
    with pytest.raises(BadInput):
        crew.desk.incidents.edit(crew.agent, ref.id, {field: FieldEdit(seen, value)})  # type: ignore[arg-type]  # values of wrong types are the point
    assert crew.dump() == before


@pytest.mark.parametrize("state", [State.CLOSED, State.CANCELED])
def test_an_ended_incident_is_read_only(state: State, crew: Crew) -> None:
    ref = crew.bring_to(crew.log(), state)
    before = crew.dump()
    with pytest.raises(BadInput, match="may only be read"):
        crew.desk.incidents.edit(crew.admin, ref.id, {"impact": FieldEdit(3, 1)})
    with pytest.raises(Refused, match="would reach nobody"):
        crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "Hello?", public=True))
    with pytest.raises(Refused, match="would reach nobody"):
        crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "", public=True, files=(FILE,)))
    with pytest.raises(Refused, match="no longer open"):
        crew.desk.incidents.override_priority(crew.admin, ref.id, 1, "Why not")
    assert crew.dump() == before
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "For the record", public=False))


def test_an_override_is_kept_beside_the_computed_value(crew: Crew) -> None:
    ref = crew.log()
    crew.desk.incidents.override_priority(crew.supervisor, ref.id, 1, "The minister waits")
    crew.desk.incidents.edit(crew.agent, ref.id, {"impact": FieldEdit(3, 2)})
    seen = crew.see(ref)
    assert (seen.priority, seen.computed_priority, seen.override_reason) == (1, 4, "The minister waits")
    crew.desk.incidents.override_priority(crew.supervisor, ref.id, None, "He left")
    seen = crew.see(ref)
    assert (seen.priority, seen.override_reason) == (4, None)
    assert sorted(change for entry in seen.journal[-1:] for change in entry.changes) == [
        ("override_reason", "The minister waits", None),
        ("priority", "1", "4"),
    ]


@pytest.mark.parametrize("priority", [0, 6, 10, -1])
def test_an_override_stays_on_the_scale(priority: int, crew: Crew) -> None:
    ref = crew.log()
    with pytest.raises(BadInput, match="not on the scale"):
        crew.desk.incidents.override_priority(crew.supervisor, ref.id, priority, "Because")


def test_an_override_needs_right_and_reason(crew: Crew) -> None:
    ref = crew.log()
    with pytest.raises(NotAllowed):
        crew.desk.incidents.override_priority(crew.agent, ref.id, 1, "Because")
    with pytest.raises(Refused, match="Say why"):
        crew.desk.incidents.override_priority(crew.supervisor, ref.id, 1, " \n")


def test_a_message_can_be_sent_twice_and_stands_once(crew: Crew) -> None:
    ref = crew.log()
    post = Post(crew.desk.new_id(), "Done.", public=True, files=(FILE,), then=crew.way_to(State.RESOLVED)[0])
    crew.desk.incidents.post(crew.agent, ref.id, post)
    before = crew.dump()
    assert crew.desk.incidents.post(crew.agent, ref.id, post) is None
    assert crew.dump() == before


def test_an_empty_message_is_refused(crew: Crew) -> None:
    ref = crew.log()
    with pytest.raises(BadInput, match="nothing to send"):
        crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), " \n", public=True))


@pytest.mark.parametrize(
    ("who", "public", "kind"),
    [
        ("agent", True, EntryKind.REPLY),
        ("agent", False, EntryKind.WORK_NOTE),
        ("requester", True, EntryKind.CALLER_MESSAGE),
    ],
)
def test_what_a_message_is(who: str, public: bool, kind: EntryKind, crew: Crew) -> None:
    ref = crew.log()
    actor = getattr(crew, who)
    crew.clock.advance(minutes=1)
    crew.desk.incidents.post(actor, ref.id, Post(crew.desk.new_id(), "Hello\x00", public=public))
    entry = crew.see(ref).journal[-1]
    assert (entry.kind, entry.body, entry.by_desk) == (kind, "Hello\N{REPLACEMENT CHARACTER}", who == "agent")
    assert entry.visibility == (Visibility.PUBLIC if public else Visibility.INTERNAL)
    assert (crew.see(ref).first_response_at is not None) is (kind is EntryKind.REPLY)


def test_an_incident_that_does_not_exist(crew: Crew) -> None:
    for missing in ("f" * 32, "", "nonsense", "INC-000001"):
        with pytest.raises(NotFound):
            crew.desk.incident.detail(crew.admin, missing)
        with pytest.raises(NotFound):
            crew.desk.incidents.step(crew.admin, missing, Step(State.IN_PROGRESS))
