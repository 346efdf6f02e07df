"""Saved views: whose they are, who may change them, what they find, and who is told what came into one."""

from dataclasses import replace
from datetime import UTC

import pytest

from app.domain.actor import Actor
from app.domain.errors import BadInput, DeskError, NotAllowed, NotFound, ViewChanged
from app.domain.events import Event, ReferenceDataChanged
from app.services.incidents.dto import FieldEdit
from app.services.views.dto import NewView, SavedView
from tests.support.crew import Crew


def new(crew: Crew, name: str = "Network, hot", **values: object) -> NewView:
    usual: dict[str, object] = {"filter_text": "is:open team:network sla:<1h", "group_by": "priority"}
    return NewView(crew.desk.new_id(), name, **(usual | values))  # type: ignore[arg-type]  # free choice of fields


def names(crew: Crew, actor: Actor) -> list[str]:
    return [view.name for view in crew.desk.views.mine(actor)]


def the(crew: Crew, actor: Actor, name: str) -> SavedView:
    return next(view for view in crew.desk.views.mine(actor) if view.name == name)


def test_a_view_comes_back_as_it_was_saved(crew: Crew) -> None:
    wanted = new(crew, sort="reported_at", descending=True, columns=("CALLER", "SLA"), icon="siren", notifies=True)
    crew.desk.views_admin.save(crew.agent, wanted)
    (view,) = crew.desk.views.mine(crew.agent)
    for name in ("id", "name", "icon", "filter_text", "columns", "sort", "descending", "group_by", "notifies"):
        assert getattr(view, name) == getattr(wanted, name), name
    assert (view.owner_id, view.owner_name, view.share) == (crew.agent.person_id, crew.agent.name, "own")
    assert view.may_change
    assert names(crew, crew.engineer) == [], "nobody sees the own view of another"


def test_who_sees_what_is_shared_and_who_may_change_it(crew: Crew) -> None:
    admin = crew.desk.views_admin
    admin.save(crew.agent, new(crew, "Own"))
    admin.save(crew.agent, new(crew, "Team", share="team", group_id=crew.service_desk))
    admin.save(crew.supervisor, new(crew, "All", share="all"))
    assert names(crew, crew.agent) == ["Own", "Team", "All"], "own ones first, then the group's, then everybody's"
    assert names(crew, crew.engineer) == ["All"], "who is in another group does not see the group's"
    assert names(crew, crew.requester) == ["All"]
    assert not the(crew, crew.agent, "All").may_change
    everybodys = the(crew, crew.agent, "All").id
    with pytest.raises(NotAllowed, match="belongs to somebody else"):
        admin.remove(crew.agent, everybodys)
    with pytest.raises(NotAllowed):
        admin.save(crew.agent, new(crew, "Mine now", share="all"))
    with pytest.raises(NotAllowed):
        admin.save(crew.requester, new(crew, "Shared", share="team", group_id=crew.service_desk))
    with pytest.raises(BadInput, match="of which you are a member"):
        admin.save(crew.engineer, new(crew, "Not mine", share="team", group_id=crew.service_desk))
    assert names(crew, crew.engineer) == ["All"]


def test_a_view_is_changed_removed_and_brought_back(crew: Crew) -> None:
    admin, wanted = crew.desk.views_admin, new(crew)
    admin.save(crew.agent, wanted)
    admin.save(crew.agent, new(crew, "Second"))
    changed = NewView(wanted.id, "Renamed", "is:waiting", sort="number", group_by="none")
    admin.save(crew.agent, changed)
    assert names(crew, crew.agent) == ["Renamed", "Second"], "a change keeps the place"
    admin.remove(crew.agent, wanted.id)
    assert names(crew, crew.agent) == ["Second"]
    admin.restore(crew.agent, wanted.id)
    assert the(crew, crew.agent, "Renamed").filter_text == "is:waiting"
    with pytest.raises(NotFound):
        admin.remove(crew.agent, crew.desk.new_id())


def test_what_a_colleague_changed_since_is_not_written_over(crew: Crew) -> None:
    admin = crew.desk.views_admin
    first = admin.save(crew.agent, new(crew, "  Network ", share="team", group_id=crew.service_desk, columns=("SLA",)))
    assert the(crew, crew.agent, "Network").as_new() == first, "what is returned is what stands"
    mine = admin.save(crew.agent, replace(first, filter_text="is:waiting"), first)
    theirs = admin.save(crew.supervisor, replace(mine, name="Cables"), mine)
    for write in (
        lambda: admin.save(crew.agent, first, mine),
        lambda: admin.remove(crew.agent, first.id, mine),
    ):
        with pytest.raises(ViewChanged, match="“Cables” was changed by Sven Lind meanwhile"):
            write()
    assert the(crew, crew.agent, "Cables").as_new() == theirs
    assert admin.save(crew.agent, first, theirs) == first, "who has seen it may"
    admin.remove(crew.supervisor, first.id)
    with pytest.raises(ViewChanged, match="“Network” was removed by somebody else meanwhile"):
        admin.save(crew.agent, mine, first)
    admin.save(crew.agent, mine)
    assert names(crew, crew.agent) == ["Network"], "and who asks for nothing brings it back"


def test_a_view_tells_who_changed_it_last_and_when(crew: Crew) -> None:
    admin = crew.desk.views_admin
    saved = admin.save(crew.agent, new(crew, "Network", share="team", group_id=crew.service_desk))
    first = the(crew, crew.supervisor, "Network")
    assert (first.changed_by, first.changed_at) == (crew.agent.name, crew.clock.now())
    crew.clock.advance(hours=3)
    admin.save(crew.supervisor, replace(saved, filter_text="is:waiting"), saved)
    changed_at = crew.clock.now()
    crew.clock.advance(hours=1)
    admin.move(crew.agent, admin.save(crew.agent, new(crew, "Mine")).id, 0)
    admin.star(crew.agent, saved.id, starred=True)
    seen = the(crew, crew.agent, "Network")
    assert (seen.owner_name, seen.changed_by, seen.changed_at) == (crew.agent.name, crew.supervisor.name, changed_at)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"name": " "}, "has no name"),
        ({"name": "x" * 121}, "121 characters"),
        ({"filter_text": "x" * 2001}, "2001 characters"),
        ({"sort": "colour"}, "cannot be put in that order"),
        ({"share": "world"}, "A view is for own, team, all"),
    ],
)
def test_what_cannot_be_saved_is_told(crew: Crew, values: dict[str, object], said: str) -> None:
    with pytest.raises(DeskError, match=said):
        crew.desk.views_admin.save(crew.agent, new(crew, **values))  # type: ignore[arg-type]  # free choice of fields
    assert names(crew, crew.agent) == []


def test_whoever_shows_views_is_told(crew: Crew) -> None:
    heard: list[Event] = []
    crew.desk.bus.subscribe(heard.append)
    crew.desk.views_admin.save(crew.agent, new(crew))
    assert heard == [ReferenceDataChanged(crew.agent.person_id, "saved_view")]


def test_numbers_end_at_a_hundred(crew: Crew) -> None:
    for _ in range(3):
        crew.log()
    crew.log(group_id=crew.network)
    found = crew.desk.views.counts(crew.agent, ("is:open", "team:network", "created:-1d", "sla:>80%"), UTC)
    assert found == {"is:open": 4, "team:network": 1, "created:-1d": 4, "sla:>80%": 0}


def test_an_incident_that_comes_into_a_view_is_told_to_who_sees_both(crew: Crew) -> None:
    admin = crew.desk.views_admin
    admin.save(crew.agent, new(crew, "Unassigned P-any", filter_text="is:unassigned printer", notifies=True))
    admin.save(crew.agent, new(crew, "Quiet", filter_text="is:open"))
    ref, other = crew.log(), crew.log(short_description="Mail is slow")
    found = crew.desk.views.arrivals(crew.agent, [ref.id, other.id], UTC)
    assert [(each.incident_id, each.number) for each in found] == [(ref.id, ref.number)]
    assert found[0].view_id == the(crew, crew.agent, "Unassigned P-any").id
    assert crew.desk.views.arrivals(crew.engineer, [ref.id], UTC) == (), "the view is another's"
    edit = {"group_id": FieldEdit(None, crew.service_desk), "assignee_id": FieldEdit(None, crew.agent.person_id)}
    crew.desk.incidents.edit(crew.agent, ref.id, edit)
    assert crew.desk.views.arrivals(crew.agent, [ref.id], UTC) == (), "it left the view"
    crew.write("incident", other, short_description="printer", restricted_group_id=crew.network)
    assert crew.desk.views.arrivals(crew.agent, [other.id], UTC) == (), "and nobody is told of what is hidden"


def test_own_views_are_put_in_another_order(crew: Crew) -> None:
    admin = crew.desk.views_admin
    for name in ("One", "Two", "Three"):
        admin.save(crew.agent, new(crew, name))
    admin.save(crew.engineer, new(crew, "Another's"))
    admin.save(crew.supervisor, new(crew, "All", share="all"))
    assert admin.move(crew.agent, the(crew, crew.agent, "Three").id, 0) == 2
    assert names(crew, crew.agent) == ["Three", "One", "Two", "All"]
    assert admin.move(crew.agent, the(crew, crew.agent, "Three").id, 99) == 0
    assert names(crew, crew.agent) == ["One", "Two", "Three", "All"]
    for view_id in (the(crew, crew.agent, "All").id, the(crew, crew.engineer, "Another's").id):
        with pytest.raises(DeskError, match="Only your own views"):
            admin.move(crew.agent, view_id, 0)
    admin.remove(crew.agent, the(crew, crew.agent, "One").id)
    admin.move(crew.agent, the(crew, crew.agent, "Three").id, 0)
    assert names(crew, crew.agent) == ["Three", "Two", "All"]


def test_each_person_stars_what_they_see_for_themself(crew: Crew) -> None:
    for_all = new(crew, "For all", share="all")
    team = new(crew, "Team", share="team", group_id=crew.service_desk)
    own = new(crew, "Own")
    for actor, wanted in ((crew.supervisor, for_all), (crew.agent, team), (crew.agent, own)):
        crew.desk.views_admin.save(actor, wanted)
    crew.desk.views_admin.star(crew.agent, for_all.id, starred=True)
    crew.desk.views_admin.star(crew.agent, for_all.id, starred=True)
    assert [(each.name, each.starred) for each in crew.desk.views.mine(crew.agent)] == [
        ("For all", True), ("Own", False), ("Team", False),
    ]  # fmt: skip
    assert [each.starred for each in crew.desk.views.mine(crew.supervisor) if each.id == for_all.id] == [False]
    crew.desk.views_admin.star(crew.agent, for_all.id, starred=False)
    assert not any(each.starred for each in crew.desk.views.mine(crew.agent))
    for hidden in (own, team):
        with pytest.raises(NotFound):
            crew.desk.views_admin.star(crew.engineer, hidden.id, starred=True)
