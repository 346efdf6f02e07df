from collections.abc import Callable

import pytest

from app.domain.actor import Actor
from app.domain.errors import BadInput
from app.services.desk import Desk
from app.services.people.dto import NewPerson
from tests.support.crew import Crew

NOBODY = "f" * 32
Call = Callable[[Desk, Actor], object]


def _person(**values: str) -> Call:
    return lambda desk, actor: desk.people_admin.add_person(actor, NewPerson(desk.new_id(), "Ada", **values))  # type: ignore[arg-type]  # a test names any field


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (_person(email="a" * 321), "email"),
        (_person(phone="1" * 65), "phone"),
        (_person(job_title="x" * 201), "job_title"),
        (_person(language="x" * 17), "language"),
        (_person(time_zone="Mars/Phobos"), "time_zone"),
        (_person(site_id=NOBODY), "site_id"),
        (lambda desk, actor: desk.people_admin.add_site(actor, "Moon", "Moon/Base"), "time_zone"),
        (lambda desk, actor: desk.people_admin.add_group(actor, "Ghosts", members=(NOBODY,)), "person_id"),
        (lambda desk, actor: desk.people_admin.add_group(actor, "High", tier=10), "tier"),
        (lambda desk, actor: desk.people_admin.add_member(actor, NOBODY, actor.person_id), "group_id"),
        (lambda desk, actor: desk.people_admin.add_service(actor, "Mail", NOBODY), "owner_group_id"),
        (lambda desk, actor: desk.people_admin.add_service(actor, "Mail", criticality=0), "criticality"),
        (lambda desk, actor: desk.people_admin.add_configuration_item(actor, "PC", "k" * 65), "kind"),
        (lambda desk, actor: desk.people_admin.add_configuration_item(actor, "PC", service_id=NOBODY), "service_id"),
        (lambda desk, actor: desk.people_admin.add_category(actor, "Sub", NOBODY), "parent_id"),
    ],
)
def test_what_the_database_would_refuse_is_said_in_words_and_writes_nothing(crew: Crew, call: Call, field: str) -> None:
    before = crew.desk.people.groups(crew.admin), crew.desk.people.services(crew.admin)
    with pytest.raises(BadInput) as refused:
        call(crew.desk, crew.admin)
    assert refused.value.field == field
    assert (crew.desk.people.groups(crew.admin), crew.desk.people.services(crew.admin)) == before


def test_a_member_named_twice_is_one_member(crew: Crew) -> None:
    person_id = crew.agent.person_id
    group_id = crew.desk.people_admin.add_group(crew.admin, "Twins", members=(person_id, person_id))
    assert [choice.id for choice in crew.desk.people.agents(crew.admin, group_id)] == [person_id]
