from concurrent.futures import ThreadPoolExecutor

from app.bootstrap import open_session
from app.domain.vocabulary import Role
from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.services.desk import make_desk
from app.services.people.dto import NewPerson
from app.services.sign_in import sign_in
from tests.support.clock import FrozenClock


def test_the_first_start_makes_an_administrator_and_furnishes_the_desk(database_url: str, clock: FrozenClock) -> None:
    session = open_session(database_url, "", clock)
    desk, actor = session.desk, session.actor
    assert actor.role is Role.ADMIN
    groups = desk.people.groups(actor)
    assert [group.label for group in groups] == ["Service desk"]
    assert actor.group_ids == {groups[0].id}
    categories = desk.people.categories(actor)
    assert len(categories) == 6
    assert all(desk.people.categories(actor, category.id) for category in categories)
    below = [(each.category_id, each.category_name, each.id, each.name) for each in desk.people.subcategories(actor)]
    assert below == [
        (above.id, above.label, each.id, each.label)
        for above in categories
        for each in desk.people.categories(actor, above.id)
    ]
    desk.close()


def test_the_second_start_finds_the_same_person_and_adds_nothing(database_url: str, clock: FrozenClock) -> None:
    first = open_session(database_url, "", clock)
    first.desk.close()
    second = open_session(database_url, "", clock)
    assert second.actor.person_id == first.actor.person_id
    assert len(second.desk.people.groups(second.actor)) == 1
    second.desk.close()


def test_a_person_of_the_settings_is_taken_and_an_unknown_one_is_not(database_url: str, clock: FrozenClock) -> None:
    first = open_session(database_url, "", clock)
    agent = first.desk.people_admin.add_person(first.actor, NewPerson(first.desk.new_id(), "Priya", role=Role.AGENT))
    first.desk.close()
    chosen = open_session(database_url, agent, clock)
    assert chosen.actor.name == "Priya"
    chosen.desk.close()
    unknown = open_session(database_url, "0" * 32, clock)
    assert unknown.actor.person_id == first.actor.person_id
    unknown.desk.close()


def test_two_programs_that_open_a_new_desk_at_once_furnish_it_once(database_url: str, clock: FrozenClock) -> None:
    desks = [make_desk(Store(Database(database_url), clock, Bus())) for _ in range(4)]
    with ThreadPoolExecutor(len(desks)) as programs:
        actors = list(programs.map(lambda desk: sign_in(desk.store, "", "ada"), desks))
    for desk in desks:
        desk.close()
    assert len({actor.person_id for actor in actors}) == 1
