"""People and teams of a desk on both databases: what may be changed by whom, and what becomes of open work."""

import pytest

from app.domain.errors import BadInput, NotAllowed, NotFound, Refused
from app.domain.events import ReferenceDataChanged
from app.domain.instants import HOUR
from app.domain.sla.policy import Clock, Condition, Policy, Trait
from app.domain.vocabulary import Channel, Role
from app.services.checklists.dto import NewStep, StepDetails
from app.services.incidents.dto import IncidentRef, NewIncident
from app.services.people.dto import NewPerson, PersonView, Standing
from app.services.server.roles import usual_login
from tests.support.crew import Crew


def add(crew: Crew, name: str, role: Role = Role.AGENT, *groups: str) -> str:
    new = NewPerson(crew.desk.new_id(), name, role=role)
    assert crew.desk.staff.add(crew.admin, new, groups) is None
    return new.id


def shown(crew: Crew, person_id: str, standing: Standing = Standing.STAFF) -> PersonView | None:
    people = crew.desk.roster.page(crew.admin, standing).people
    return next((each for each in people if each.id == person_id), None)


def test_the_list_tells_who_is_there_and_in_which_groups(crew: Crew) -> None:
    ada = add(crew, "Ada Quill", Role.AGENT, crew.network, crew.service_desk, crew.network)
    found = shown(crew, ada)
    assert found is not None
    assert [group.id for group in found.groups].count(crew.network) == 1
    assert len(found.groups) == 2
    assert (found.role, found.active, found.login) == (Role.AGENT, True, None)
    roster = crew.desk.roster.page(crew.admin, Standing.STAFF, "qui")
    assert [each.name for each in roster.people] == ["Ada Quill"]
    assert roster.counts[Standing.STAFF] > 1
    callers = crew.desk.roster.page(crew.admin, Standing.CALLERS)
    assert {each.role for each in callers.people} == {Role.REQUESTER}


def test_only_who_leads_the_desk_sees_the_lists(crew: Crew) -> None:
    for actor in (crew.agent, crew.requester):
        with pytest.raises(NotAllowed):
            crew.desk.roster.page(actor)
        with pytest.raises(NotAllowed):
            crew.desk.roster.teams(actor)
    assert crew.desk.roster.page(crew.supervisor).people


def test_what_is_known_of_a_person_is_changed(crew: Crew) -> None:
    ada = add(crew, "Ada")
    crew.desk.staff.change(
        crew.supervisor,
        ada,
        {
            "name": "Ada  Quill",
            "email": "ada@desk.example",
            "phone": "12",
            "job_title": "Lead",
            "vip": True,
            "handling_note": " Write, do not phone. ",
        },
    )
    found = shown(crew, ada)
    assert found is not None
    assert (found.name, found.email, found.phone, found.job_title, found.vip, found.handling_note) == (
        "Ada Quill", "ada@desk.example", "12", "Lead", True, "Write, do not phone.",
    )  # fmt: skip
    with pytest.raises(BadInput, match="needs a name"):
        crew.desk.staff.change(crew.supervisor, ada, {"name": " "})
    with pytest.raises(BadInput, match="201 characters"):
        crew.desk.staff.change(crew.supervisor, ada, {"handling_note": "a" * 201})
    with pytest.raises(BadInput, match="321 characters"):
        crew.desk.staff.change(crew.supervisor, ada, {"email": "a" * 321})
    with pytest.raises(BadInput, match="Role cannot be changed like this"):
        crew.desk.staff.change(crew.supervisor, ada, {"role": "admin"})
    with pytest.raises(NotFound):
        crew.desk.staff.change(crew.supervisor, "f" * 32, {"name": "Ada"})


def test_roles_are_given_by_administrators_alone(crew: Crew) -> None:
    ada = add(crew, "Ada")
    with pytest.raises(NotAllowed):
        crew.desk.staff.change_role(crew.supervisor, ada, Role.SUPERVISOR)
    crew.desk.staff.change_role(crew.admin, ada, Role.ADMIN)
    found = shown(crew, ada)
    assert found is not None
    assert found.role is Role.ADMIN
    staff, eve = crew.desk.staff, NewPerson(crew.desk.new_id(), "Eve", role=Role.ADMIN)
    with pytest.raises(NotAllowed):
        staff.change(crew.supervisor, ada, {"name": "Eve"})
    with pytest.raises(NotAllowed):
        staff.remove(crew.supervisor, ada)
    with pytest.raises(NotAllowed):
        staff.add(crew.supervisor, eve)


def test_the_last_administrator_stays(crew: Crew) -> None:
    with pytest.raises(Refused, match="Somebody has to remain"):
        crew.desk.staff.change_role(crew.admin, crew.admin.person_id, Role.AGENT)
    with pytest.raises(Refused, match="cannot remove yourself"):
        crew.desk.staff.remove(crew.admin, crew.admin.person_id)


def test_who_is_removed_is_gone_from_the_pick_lists_and_can_come_back(crew: Crew) -> None:
    ada = add(crew, "Ada Quill", Role.AGENT, crew.network)
    told: list[ReferenceDataChanged] = []
    crew.desk.bus.subscribe(lambda event: told.append(event) if isinstance(event, ReferenceDataChanged) else None)
    crew.desk.staff.remove(crew.supervisor, ada)
    assert [each.table for each in told] == ["person"]
    assert crew.desk.people.search(crew.agent, "Ada Quill") == ()
    assert ada not in [each.id for each in crew.desk.people.agents(crew.agent, crew.network)]
    assert shown(crew, ada) is None
    assert shown(crew, ada, Standing.REMOVED) is not None
    crew.desk.staff.bring_back(crew.supervisor, ada)
    assert [each.id for each in crew.desk.people.search(crew.agent, "Ada Quill")] == [ada]


def log(crew: Crew, summary: str, group: str, assignee: str) -> str:
    new = NewIncident(
        crew.desk.new_id(), summary, crew.requester.person_id, channel=Channel.PHONE, group_id=group,
        assignee_id=assignee,
    )  # fmt: skip
    crew.desk.incidents.create(crew.engineer, new)
    return new.id


def assignee(crew: Crew, incident_id: str) -> str | None:
    return crew.desk.incident.detail(crew.admin, incident_id).assignee_id


def groups_of(crew: Crew, person_id: str) -> list[str]:
    return [group.id for group in crew.desk.roster.person(crew.admin, person_id).person.groups]


def test_open_work_goes_where_it_was_shown_to_go_and_the_rest_waits_in_its_group(crew: Crew) -> None:
    ada = add(crew, "Ada", Role.AGENT, crew.network, crew.service_desk)
    ben = add(crew, "Ben", Role.AGENT, crew.network)
    here, there = log(crew, "Switch", crew.network, ada), log(crew, "Mail", crew.service_desk, ada)
    plan = crew.desk.roster.handing_on(crew.admin, ada, ben)
    assert {(share.group_id, share.fits, share.may_join) for share in plan.shares} == {
        (crew.network, True, False),
        (crew.service_desk, False, True),
    }
    handed = crew.desk.staff.hand_on(crew.admin, plan, removes=True)
    assert (handed.taken, len(handed.outcomes), handed.joined) == (1, 2, ())
    assert (assignee(crew, here), assignee(crew, there)) == (ben, None)
    assert crew.desk.incident.detail(crew.admin, there).group_id == crew.service_desk
    assert crew.desk.roster.open_work(crew.admin, ada) == ()
    assert shown(crew, ada) is None
    assert [each.refused for each in crew.desk.staff.take_back(crew.admin, handed)] == ["", ""]
    assert (assignee(crew, here), assignee(crew, there)) == (ada, ada)
    assert shown(crew, ada) is not None


def test_who_takes_the_work_joins_the_group_where_that_is_wanted_and_leaves_it_when_that_is_undone(crew: Crew) -> None:
    ada = add(crew, "Ada", Role.AGENT, crew.network, crew.service_desk)
    ben = add(crew, "Ben", Role.AGENT, crew.network)
    there = log(crew, "Mail", crew.service_desk, ada)
    plan = crew.desk.roster.handing_on(crew.admin, ada, ben)
    handed = crew.desk.staff.hand_on(crew.admin, plan, [crew.service_desk, crew.network])
    assert (handed.taken, handed.joined) == (1, (crew.service_desk,))
    assert assignee(crew, there) == ben
    assert crew.service_desk in groups_of(crew, ben)
    assert shown(crew, ada) is not None
    crew.desk.staff.take_back(crew.admin, handed)
    assert assignee(crew, there) == ada
    assert groups_of(crew, ben) == [crew.network]


def test_who_works_in_the_group_that_was_joined_stays_in_it_when_that_is_undone(crew: Crew) -> None:
    ada = add(crew, "Ada", Role.AGENT, crew.network, crew.service_desk)
    ben = add(crew, "Ben", Role.AGENT, crew.network)
    there = log(crew, "Mail", crew.service_desk, ada)
    plan = crew.desk.roster.handing_on(crew.admin, ada, ben)
    handed = crew.desk.staff.hand_on(crew.admin, plan, [crew.service_desk])
    since = log(crew, "Calendar", crew.service_desk, ben)
    crew.desk.staff.take_back(crew.admin, handed)
    assert (assignee(crew, there), assignee(crew, since)) == (ada, ben)
    assert crew.service_desk in groups_of(crew, ben), "nobody has work of a group that they are not in"


def test_work_that_is_restricted_to_others_goes_to_nobody_who_would_not_see_it(crew: Crew) -> None:
    ada = add(crew, "Ada", Role.AGENT, crew.network, crew.service_desk)
    ben = add(crew, "Ben", Role.AGENT, crew.service_desk)
    crew.desk.people_admin.add_member(crew.admin, crew.network, crew.admin.person_id)
    secret, plain = log(crew, "Salaries", crew.service_desk, ada), log(crew, "Mail", crew.service_desk, ada)
    crew.write("incident", IncidentRef(secret, 0), restricted_group_id=crew.network)
    plan = crew.desk.roster.handing_on(crew.admin, ada, ben)
    assert {(share.work[0].incident_id, share.fits, share.may_join) for share in plan.shares} == {
        (secret, False, False),
        (plain, True, False),
    }
    crew.desk.staff.hand_on(crew.admin, plan, [crew.service_desk, crew.network])
    assert (assignee(crew, secret), assignee(crew, plain)) == (None, ben)
    assert groups_of(crew, ben) == [crew.service_desk]


def test_work_that_changed_since_it_was_shown_is_not_handed_on_at_all(crew: Crew) -> None:
    ada = add(crew, "Ada", Role.AGENT, crew.network)
    ben = add(crew, "Ben", Role.AGENT, crew.network)
    first = log(crew, "Switch", crew.network, ada)
    plan = crew.desk.roster.handing_on(crew.admin, ada, ben)
    log(crew, "Router", crew.network, ada)
    with pytest.raises(Refused, match="changed meanwhile"):
        crew.desk.staff.hand_on(crew.admin, plan, removes=True)
    assert assignee(crew, first) == ada
    assert shown(crew, ada) is not None
    again = crew.desk.roster.handing_on(crew.admin, ada, ben)
    crew.desk.staff.leave_group(crew.admin, crew.network, ben)
    with pytest.raises(Refused, match="changed meanwhile"):
        crew.desk.staff.hand_on(crew.admin, again)
    crew.desk.staff.remove(crew.admin, ben)
    with pytest.raises(Refused, match="Ben was removed"):
        crew.desk.staff.hand_on(crew.admin, crew.desk.roster.handing_on(crew.admin, ada, ben))


def test_who_leaves_a_group_leaves_its_open_work_to_its_queue(crew: Crew) -> None:
    ada = add(crew, "Ada", Role.AGENT, crew.network, crew.service_desk)
    crew.desk.people_admin.add_member(crew.admin, crew.network, crew.admin.person_id)
    of_group, other = log(crew, "Switch", crew.network, ada), log(crew, "Mail", crew.service_desk, ada)
    secret = log(crew, "Salaries", crew.service_desk, ada)
    crew.write("incident", IncidentRef(secret, 0), restricted_group_id=crew.network)
    staff, shown_before = crew.desk.staff, crew.desk.roster.work_of_group(crew.admin, ada, crew.network)
    assert [each.incident_id for each in shown_before] == [of_group, secret]
    with pytest.raises(Refused, match="changed meanwhile"):
        staff.leave_group(crew.admin, crew.network, ada, [of_group])
    assert crew.network in groups_of(crew, ada)
    left = staff.leave_group(crew.admin, crew.network, ada, [of_group, secret])
    assert [assignee(crew, each) for each in (of_group, other, secret)] == [None, ada, None]
    assert crew.desk.incident.detail(crew.admin, of_group).group_id == crew.network
    assert groups_of(crew, ada) == [crew.service_desk]
    assert [each.refused for each in staff.rejoin(crew.admin, left)] == ["", ""]
    assert [assignee(crew, each) for each in (of_group, other, secret)] == [ada, ada, ada]
    assert set(groups_of(crew, ada)) == {crew.network, crew.service_desk}
    assert staff.leave_group(crew.admin, crew.network, ada).outcomes == left.outcomes
    assert staff.leave_group(crew.admin, crew.network, ada, []).outcomes == ()


def test_open_work_that_one_does_not_see_is_not_told(crew: Crew) -> None:
    ada = add(crew, "Ada", Role.AGENT, crew.network)
    log(crew, "Secret", crew.network, ada)
    assert len(crew.desk.roster.open_work(crew.supervisor, ada)) == (
        crew.network in crew.desk.people.me(crew.supervisor).group_ids
    )


def test_teams_are_kept(crew: Crew) -> None:
    admin, edit = crew.admin, crew.desk.people_admin
    team = edit.add_group(crew.supervisor, "Printers", 2)
    ada = add(crew, "Ada")
    edit.add_member(crew.supervisor, team, ada)
    edit.change_group(crew.supervisor, team, "Printers and scanners", 3)
    found = next(each for each in crew.desk.roster.teams(admin) if each.id == team)
    assert (found.name, found.tier, [member.id for member in found.members]) == ("Printers and scanners", 3, [ada])
    log(crew, "Paper", team, ada)
    crew.desk.staff.hand_on(admin, crew.desk.roster.handing_on(admin, ada, ""))
    crew.desk.staff.leave_group(crew.supervisor, team, ada)
    found = next(each for each in crew.desk.roster.teams(admin) if each.id == team)
    assert (found.members, found.open_incidents) == ((), 1)
    empty = edit.add_group(admin, "Faxes")
    edit.use_group(admin, empty, in_use=False)
    assert empty not in [each.id for each in crew.desk.people.groups(admin)]
    edit.use_group(admin, empty, in_use=True)
    assert empty in [each.id for each in crew.desk.people.groups(admin)]
    with pytest.raises(BadInput, match="exists already"):
        edit.change_group(admin, empty, "Printers and scanners", 1)
    edit.change_group(admin, empty, "Faxes", 4)
    with pytest.raises(NotFound):
        edit.change_group(admin, "f" * 32, "Ghosts", 1)


@pytest.mark.parametrize(
    ("name", "login"),
    [("Éva Nagy", "eva_nagy"), ("J.-P. O'Neill", "j_p_o_neill"), ("李", ""), ("x" * 80, "x" * 40)],
)
def test_a_login_is_made_of_a_name(name: str, login: str) -> None:
    assert usual_login(name) == login


def test_where_nobody_has_a_login_that_is_said(crew: Crew) -> None:
    if crew.desk.roster.page(crew.admin).login_prefix is not None:
        pytest.skip("this desk is shared")
    ada = add(crew, "Ada")
    for attempt in (
        lambda: crew.desk.staff.give_login(crew.admin, ada, "ada"),
        lambda: crew.desk.staff.reset_password(crew.admin, ada),
        lambda: crew.desk.staff.lock(crew.admin, ada),
        lambda: crew.desk.staff.add_service(crew.admin, "jobs"),
    ):
        with pytest.raises(Refused, match="Nobody has a login at this desk"):
            attempt()


def test_how_somebody_is_treated_is_for_the_desk_alone(crew: Crew) -> None:
    ref = crew.log()
    with pytest.raises(NotAllowed):
        crew.desk.staff.change(crew.agent, crew.requester.person_id, {"handling_note": "Mine"})
    crew.desk.staff.change(crew.supervisor, crew.requester.person_id, {"handling_note": "Hard of hearing: write"})
    caller, own = crew.see(ref).caller, crew.see(ref, crew.requester).caller
    assert caller is not None
    assert own is not None
    assert (caller.handling_note, own.handling_note) == ("Hard of hearing: write", None)
    assert crew.desk.people.search(crew.agent, "rosa")[0].handling_note == "Hard of hearing: write"
    told = [change.what for change in crew.desk.roster.history(crew.admin, crew.requester.person_id)]
    assert any("Hard of hearing: write" in what for what in told)


def test_what_uses_a_team_and_what_is_a_persons(crew: Crew) -> None:
    desk = crew.desk
    desk.people_admin.add_service(crew.admin, "Mail", crew.network)
    asks = (Condition(Trait.GROUP, frozenset({crew.network})),)
    desk.sla_admin.publish_book(
        crew.admin, "desk", [Policy("", 1, "Fast", {Clock.RESOLUTION: HOUR}, conditions=asks)], False
    )
    ref = crew.log(group_id=crew.network, assignee_id=crew.engineer.person_id)
    step = NewStep(desk.new_id(), StepDetails("Look", crew.engineer.person_id, crew.network))
    desk.checklist_work.add(crew.agent, ref.id, (step,))
    said = [use.sentence() for use in desk.roster.team_uses(crew.supervisor, crew.network)]
    assert said[0].startswith("1 open incident: INC-")
    assert said[1:4] == ["1 open step of a checklist", "1 service it owns: Mail", "1 SLA policy: Fast"]
    theirs = [use.sentence() for use in desk.roster.person_uses(crew.supervisor, crew.engineer.person_id)]
    assert theirs[0].startswith("1 open incident of theirs")
    assert "1 open step of a checklist" in theirs
    with pytest.raises(NotAllowed):
        desk.roster.person_uses(crew.agent, crew.engineer.person_id)


def test_a_person_has_a_site(crew: Crew) -> None:
    ada = add(crew, "Ada")
    crew.desk.staff.change(crew.supervisor, ada, {"site_id": crew.site})
    assert crew.desk.roster.person(crew.supervisor, ada).person.site_id == crew.site
    crew.desk.staff.change(crew.supervisor, ada, {"site_id": ""})
    assert crew.desk.roster.person(crew.supervisor, ada).person.site == ""
