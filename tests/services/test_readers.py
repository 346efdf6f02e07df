"""A reader sees the desk as an agent does and changes nothing but what is theirs alone; on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.domain.errors import BadInput, NotAllowed, Refused
from app.domain.lifecycle import Step
from app.domain.lists import Became, ListRow
from app.domain.permissions import ROLE_PERMISSIONS, Permission
from app.domain.vocabulary import Role, State
from app.services.command import DECISIONS, STANDS
from app.services.dashboard.dto import Wanted
from app.services.incidents.dto import FieldEdit, NewIncident, Post
from app.services.incidents.queue_dto import QueueQuery
from app.services.people.dto import NewPerson
from app.services.views.dto import NewView
from tests.support.crew import Crew

THEIRS = {
    "incidents.followers.FollowCommands.catch_up",
    "incidents.followers.FollowCommands.follow",
    "notifications.commands.NotificationCommands.claim_due",
    "notifications.commands.NotificationCommands.mark_incident_read",
    "notifications.commands.NotificationCommands.mark_read",
    "notifications.commands.NotificationCommands.mark_unread",
    "views.commands.ViewCommands.move",
    "views.commands.ViewCommands.remove",
    "views.commands.ViewCommands.restore",
    "views.commands.ViewCommands.save",
    "views.commands.ViewCommands.star",
}
"""The commands that a reader may call: each touches rows of their own."""


def add_reader(crew: Crew, name: str = "Iris Falk") -> str:
    new = NewPerson(crew.desk.new_id(), name, role=Role.READER)
    crew.desk.staff.add(crew.admin, new)
    return new.id


@contextmanager
def reading(crew: Crew, person_id: str) -> Iterator[None]:
    """Somebody is a reader for a while; their login goes back, since the logins of a server are those of all tests."""
    crew.desk.staff.change_role(crew.admin, person_id, Role.READER)
    try:
        yield
    finally:
        crew.desk.staff.change_role(crew.admin, person_id, Role.AGENT)


def test_of_all_commands_a_reader_may_call_those_about_what_is_theirs() -> None:
    import importlib
    import pkgutil

    import app.services

    for module in pkgutil.walk_packages(app.services.__path__, "app.services."):
        importlib.import_module(module.name)
    called = {
        name.removeprefix("app.services.")
        for name in STANDS
        if name.startswith("app.") and DECISIONS[name] in ROLE_PERMISSIONS[Role.READER]
    }
    assert called == THEIRS


def test_what_a_reader_reads_an_agent_or_whoever_leads_reads_too() -> None:
    reader = ROLE_PERMISSIONS[Role.READER]
    assert reader - ROLE_PERMISSIONS[Role.AGENT] == {Permission.KPI_READ}
    assert reader < ROLE_PERMISSIONS[Role.SUPERVISOR]


def test_a_reader_sees_what_an_agent_sees(crew: Crew, tmp_path: Path) -> None:
    ref = crew.log(group_id=crew.service_desk)
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "Only for the desk", public=False))
    reader, desk = crew.reader, crew.desk
    query = QueueQuery("is:open", group_by="none", at=crew.clock.now())
    assert [row.number for row in desk.queue.page(reader, query).rows] == [ref.number]
    theirs, agents = desk.incident.detail(reader, ref.id), desk.incident.detail(crew.agent, ref.id)
    assert theirs.journal == agents.journal
    assert "Only for the desk" in {item.body for item in theirs.journal}
    assert desk.sla.why(reader, ref.id) == desk.sla.why(crew.agent, ref.id)
    assert desk.escalations.live(reader) == desk.escalations.live(crew.agent)
    assert desk.escalations.rules(reader) == desk.escalations.rules(crew.agent)
    assert desk.majors.standing(reader) == ()
    assert desk.problems.list(reader) == ()
    assert desk.reviews.list(reader) == ()
    assert desk.checklists.of_incident(reader, ref.id).steps == ()
    assert desk.dashboard.now(reader, Wanted("", 7, ZoneInfo("UTC"))).figures
    assert desk.exports.shown(reader, query, tmp_path / "list.csv") == 1


def test_a_reader_changes_nothing(crew: Crew) -> None:
    ref, reader, desk = crew.log(), crew.reader, crew.desk
    before = crew.dump()
    for attempt in (
        lambda: desk.incidents.create(reader, NewIncident(desk.new_id(), "Mine", reader.person_id)),
        lambda: desk.incidents.edit(reader, ref.id, {"impact": FieldEdit(3, 1)}),
        lambda: desk.incidents.post(reader, ref.id, Post(desk.new_id(), "Hello", public=False)),
        lambda: desk.incidents.step(reader, ref.id, Step(State.IN_PROGRESS)),
        lambda: desk.escalation_work.acknowledge(reader, desk.new_id()),
        lambda: desk.reviews_admin.approve(reader, desk.new_id(), desk.new_id(), seen=1),
        lambda: desk.search_admin.count_unfound(reader, "vanished words"),
        lambda: desk.retention_admin.hold(reader, ref.id, "x"),
    ):
        with pytest.raises(NotAllowed, match="Rita Voss is a reader and may not do this"):
            attempt()
    after = crew.dump()
    assert {table: after[table] for table in before} == before


def test_their_own_views_stars_and_marks_are_kept(crew: Crew) -> None:
    reader, desk = crew.reader, crew.desk
    mine = desk.views_admin.save(reader, NewView(desk.new_id(), "Late", "is:open sla:breached"))
    desk.views_admin.star(reader, mine.id, starred=True)
    assert [view.name for view in desk.views.mine(reader)] == ["Late"]
    for share in ("team", "all"):
        shared = NewView(desk.new_id(), "For others", "is:open", share=share, group_id=crew.network)
        with pytest.raises(NotAllowed):
            desk.views_admin.save(reader, shared)
    ref = crew.log()
    desk.following.follow(reader, (ref.id,))
    crew.clock.advance(minutes=1)
    desk.incidents.post(crew.agent, ref.id, Post(desk.new_id(), "Something new", public=False))
    desk.following.catch_up(reader)
    (told,) = desk.notifications.mine(reader)
    assert told.kind == "followed"
    assert desk.notifications.mark_read(reader) == 1
    desk.views_admin.remove(reader, mine.id)
    assert desk.views.mine(reader) == ()


def test_who_is_mentioned_may_be_a_reader(crew: Crew) -> None:
    reader, ref = crew.reader, crew.log()
    assert reader.name in {each.label for each in crew.desk.people.mentionable(crew.agent)}
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), f"See @{reader.name}", public=False))
    (told,) = crew.desk.notifications.mine(reader)
    assert told.kind == "mentioned"


def test_nothing_is_assigned_to_a_reader(crew: Crew) -> None:
    reader, desk = crew.reader, crew.desk
    ref = crew.log(group_id=crew.network)
    free = crew.log()
    assert reader.person_id not in {each.id for each in desk.people.agents(crew.agent)}
    assert reader.person_id not in {each.person_id for each in desk.sla_settings.person_hours(crew.agent)}
    with pytest.raises(BadInput, match="works on nothing"):
        crew.log(assignee_id=reader.person_id)
    with pytest.raises(BadInput, match="works on nothing"):
        desk.incidents.edit(crew.agent, free.id, {"assignee_id": FieldEdit(None, reader.person_id)})
    with pytest.raises(BadInput, match="not a member"):
        desk.incidents.edit(crew.agent, ref.id, {"assignee_id": FieldEdit(None, reader.person_id)})
    with pytest.raises(Refused, match="is in no group"):
        desk.people_admin.add_member(crew.admin, crew.network, reader.person_id)
    with pytest.raises(Refused, match="is in no group"):
        desk.people_admin.add_group(crew.admin, "Auditors", 1, (reader.person_id,))
    with pytest.raises(BadInput, match="A reader is in no group"):
        desk.staff.add(crew.admin, NewPerson(desk.new_id(), "Uma", role=Role.READER), (crew.network,))
    desk.incidents.edit(crew.agent, ref.id, {"assignee_id": FieldEdit(None, crew.engineer.person_id)})
    plan = desk.roster.handing_on(crew.admin, crew.engineer.person_id, reader.person_id)
    with pytest.raises(BadInput, match="works on nothing"):
        desk.staff.hand_on(crew.admin, plan)


def test_who_has_work_or_a_group_is_no_reader_before_it_is_handed_on(crew: Crew) -> None:
    desk, engineer = crew.desk, crew.engineer.person_id
    ref = crew.log(group_id=crew.network)
    desk.incidents.edit(crew.agent, ref.id, {"assignee_id": FieldEdit(None, engineer)})
    with pytest.raises(Refused, match=r"Bo Eriksen has 1 open incident\. Hand it on first"):
        desk.staff.change_role(crew.admin, engineer, Role.READER)
    plan = desk.roster.handing_on(crew.admin, engineer, "")
    desk.staff.hand_on(crew.admin, plan)
    with pytest.raises(Refused, match=r"Bo Eriksen is in 1 group \(Network\)\. Take them out of it first"):
        desk.staff.change_role(crew.admin, engineer, Role.READER)
    desk.staff.leave_group(crew.admin, crew.network, engineer)
    with reading(crew, engineer):
        assert desk.roster.person(crew.admin, engineer).person.role is Role.READER
    desk.people_admin.add_member(crew.admin, crew.network, engineer)


def test_what_comes_back_does_not_lie_with_a_reader(crew: Crew) -> None:
    desk, engineer = crew.desk, crew.engineer.person_id
    ref = crew.log(group_id=crew.network, assignee_id=engineer)
    for step in crew.way_to(State.RESOLVED):
        crew.step(ref, step)
    desk.staff.leave_group(crew.admin, crew.network, engineer)
    with reading(crew, engineer):
        crew.clock.advance(minutes=5)
        crew.step(ref, Step(State.IN_PROGRESS, reason="It came back"))
        assert crew.see(ref).assignee_id is None


def test_the_last_administrator_stays_one(crew: Crew) -> None:
    with pytest.raises(Refused, match="Somebody has to remain"):
        crew.desk.staff.change_role(crew.admin, crew.admin.person_id, Role.READER)


def test_a_list_of_people_knows_readers(crew: Crew) -> None:
    group = next(each.label for each in crew.desk.people.groups(crew.agent) if each.id == crew.network)
    values = (
        {"name": "Vera Stone", "role": "Reader"},
        {"name": "Wim Noord", "role": "viewer", "groups": group},
        {"name": "Xa Li", "role": "onlooker"},
    )
    rows = tuple(ListRow(number, row) for number, row in enumerate(values, 2))
    done = crew.desk.list_work.add_people(crew.supervisor, rows)
    assert done[0].became is Became.ADDED
    assert "A reader is in no group" in str(done[1])
    assert "reader" in str(done[2])
    (vera,) = crew.desk.people.search(crew.agent, "Vera")
    assert crew.desk.roster.person(crew.admin, vera.id).person.role is Role.READER


def test_who_leads_the_desk_adds_and_changes_readers(crew: Crew) -> None:
    new = NewPerson(crew.desk.new_id(), "Iris Falk", role=Role.READER)
    crew.desk.staff.add(crew.supervisor, new)
    crew.desk.staff.change(crew.supervisor, new.id, {"job_title": "Auditor"})
    assert crew.desk.roster.person(crew.supervisor, new.id).person.job_title == "Auditor"


def test_a_desk_with_readers_alone_makes_an_administrator(sqlite_crew: Crew) -> None:
    """In a file nobody could let anybody in otherwise."""
    from app.services.sign_in import sign_in

    add_reader(sqlite_crew)
    assert sign_in(sqlite_crew.desk.store, "", "ruth").role is Role.ADMIN
