"""The catalogue in the settings: changing it, taking out of use, what uses an entry, and who changed it when."""

from collections.abc import Callable

import pytest

from app.domain.actor import Actor
from app.domain.errors import BadInput, NotAllowed, NotFound, Refused
from app.domain.numbers import incident_number
from app.domain.sla.policy import Clock, Condition, Policy, Trait
from app.domain.vocabulary import State
from app.services.desk import Desk
from tests.support.crew import Crew
from tests.support.german import in_german

NOBODY = "f" * 32


def sentences(crew: Crew, table: str, entry_id: str) -> list[tuple[str, str]]:
    """The history of an entry as an agent reads it: who and what, newest first."""
    return [(change.by, change.what) for change in crew.desk.catalogue.history(crew.agent, table, entry_id)]


def test_a_service_is_changed_field_by_field_and_its_history_says_so(crew: Crew) -> None:
    admin = crew.desk.catalogue_admin
    service = crew.desk.people_admin.add_service(crew.admin, "Mail", crew.network, 2)
    admin.change_service(crew.admin, service, {"name": " E-mail "})
    admin.change_service(crew.admin, service, {"criticality": 1, "owner_group_id": None})
    line = crew.desk.catalogue.service(crew.agent, service)
    assert (line.name, line.owner_group_id, line.criticality, line.active) == ("E-mail", None, 1, True)
    name, group = crew.admin.name, next(each for each in crew.desk.people.groups(crew.agent) if each.id == crew.network)
    assert sentences(crew, "service", service) == [
        (name, f"Owner group: {group.label} → nothing. Criticality: 2 → 1"),
        (name, "Name: Mail → E-mail"),
        (name, "Added"),
    ]


def test_what_is_taken_out_of_use_is_offered_no_more_and_comes_back(crew: Crew) -> None:
    desk, admin = crew.desk, crew.desk.catalogue_admin
    incident = crew.log(service_id=crew.service, site_id=crew.site, category_id=crew.category)
    admin.use_service(crew.admin, crew.service, False)
    admin.use_site(crew.supervisor, crew.site, False)
    admin.use_category(crew.admin, crew.category, False)
    assert not desk.people.services(crew.agent)
    assert not desk.people.sites(crew.agent)
    assert crew.category not in {choice.id for choice in desk.people.categories(crew.agent)}
    assert [line.active for line in desk.catalogue.sites(crew.agent)] == [False]
    assert crew.see(incident).service_id == crew.service
    admin.use_service(crew.admin, crew.service, True)
    assert [choice.id for choice in desk.people.services(crew.agent)] == [crew.service]
    said = [what for _, what in sentences(crew, "service", crew.service)]
    assert said[:2] == ["In use again", "Taken out of use"]


def test_what_did_not_change_is_not_written(crew: Crew) -> None:
    before = sentences(crew, "site", crew.site)
    line = crew.desk.catalogue.site(crew.agent, crew.site)
    crew.desk.catalogue_admin.change_site(crew.supervisor, crew.site, {"name": line.name, "time_zone": line.time_zone})
    crew.desk.catalogue_admin.use_site(crew.supervisor, crew.site, True)
    assert sentences(crew, "site", crew.site) == before


def test_what_uses_an_entry_is_counted_and_named(crew: Crew) -> None:
    desk = crew.desk
    desk.people_admin.add_configuration_item(crew.admin, "Mail server", service_id=crew.service)
    condition = (Condition(Trait.SERVICE, frozenset({crew.service})),)
    policy = Policy("", 0, "Mail first", {Clock.RESPONSE: 60_000_000}, conditions=condition)
    desk.sla_admin.publish_book(crew.supervisor, "desk", [policy], applies_to_open=False)
    first, second = crew.log(service_id=crew.service), crew.log(service_id=crew.service)
    crew.bring_to(crew.log(service_id=crew.service), State.CANCELED)
    uses = desk.catalogue.service_uses(crew.agent, crew.service)
    assert [use.sentence() for use in uses] == [
        f"2 open incidents: {incident_number(second.number)}, {incident_number(first.number)}",
        "1 ended incident",
        "1 configuration item: Mail server",
        "1 SLA policy: Mail first",
    ]
    assert desk.catalogue.service(crew.agent, crew.service).open_incidents == 2


def test_incidents_that_somebody_may_not_see_are_not_counted_for_them(crew: Crew) -> None:
    incident = crew.log(crew.engineer, category_id=crew.category, subcategory_id=crew.subcategory)
    crew.write("incident", incident, restricted_group_id=crew.network)
    told = [crew.desk.catalogue.category_uses(who, crew.subcategory) for who in (crew.engineer, crew.agent)]
    assert [[use.sentence() for use in uses] for uses in told] == [
        [f"1 open incident: {incident_number(incident.number)}"],
        [],
    ]


def test_categories_are_a_tree_of_two_levels(crew: Crew) -> None:
    admin, add = crew.desk.catalogue_admin, crew.desk.people_admin.add_category
    phones = add(crew.admin, "Phones")
    admin.change_category(crew.admin, crew.subcategory, {"parent_id": phones})
    assert [(line.name, line.parent_id) for line in crew.desk.catalogue.categories(crew.agent)][-2:] == [
        ("Phones", None),
        (crew.desk.catalogue.category(crew.agent, crew.subcategory).name, phones),
    ]
    with pytest.raises(Refused, match="directly below one that does"):
        admin.change_category(crew.admin, crew.category, {"parent_id": crew.subcategory})
    with pytest.raises(Refused, match="1 category stands below this one"):
        admin.change_category(crew.admin, phones, {"parent_id": crew.category})
    admin.change_category(crew.admin, crew.subcategory, {"parent_id": None})
    assert crew.desk.catalogue.category(crew.agent, crew.subcategory).parent_id is None


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda desk, crew: desk.catalogue_admin.change_service(crew.admin, crew.service, {"name": " "}), "name"),
        (
            lambda desk, crew: desk.catalogue_admin.change_service(crew.admin, crew.service, {"criticality": 6}),
            "criticality",
        ),
        (
            lambda desk, crew: desk.catalogue_admin.change_service(
                crew.admin, crew.service, {"owner_group_id": NOBODY}
            ),
            "owner_group_id",
        ),
        (
            lambda desk, crew: desk.catalogue_admin.change_site(crew.admin, crew.site, {"time_zone": "Moon"}),
            "time_zone",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_field(crew: Crew, call: Callable[[Desk, Crew], None], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        call(crew.desk, crew)
    assert refused.value.field == field


def test_a_name_is_taken_only_once_but_below_another_category_again(crew: Crew) -> None:
    add, admin = crew.desk.people_admin, crew.desk.catalogue_admin
    other = add.add_service(crew.admin, "Telephony")
    name = crew.desk.catalogue.service(crew.agent, crew.service).name
    with pytest.raises(BadInput, match="exists already"):
        admin.change_service(crew.admin, other, {"name": name})
    phones = add.add_category(crew.admin, "Phones")
    twin = add.add_category(crew.admin, crew.desk.catalogue.category(crew.agent, crew.subcategory).name, phones)
    with pytest.raises(BadInput, match="exists already"):
        admin.change_category(crew.admin, twin, {"parent_id": crew.category})


@pytest.mark.parametrize("who", ["agent", "supervisor", "requester"])
def test_who_may_not_change_the_catalogue_is_told_so(crew: Crew, who: str) -> None:
    actor: Actor = getattr(crew, who)
    with pytest.raises(NotAllowed):
        crew.desk.catalogue_admin.change_service(actor, crew.service, {"name": "Mine"})
    with pytest.raises(NotAllowed):
        crew.desk.catalogue_admin.use_category(actor, crew.category, False)


def test_a_requester_reads_neither_the_catalogue_nor_its_history(crew: Crew) -> None:
    with pytest.raises(NotAllowed):
        crew.desk.catalogue.services(crew.requester)
    with pytest.raises(NotAllowed):
        crew.desk.catalogue.history(crew.requester, "service", crew.service)


def test_what_is_gone_is_said_in_words(crew: Crew) -> None:
    with pytest.raises(NotFound, match="does not exist any more"):
        crew.desk.catalogue.site(crew.agent, NOBODY)
    with pytest.raises(NotFound, match="does not exist any more"):
        crew.desk.catalogue_admin.use_site(crew.supervisor, NOBODY, False)


def test_the_history_is_told_in_the_language_of_the_reader(crew: Crew) -> None:
    admin, settings = crew.desk.catalogue_admin, crew.desk.settings_admin
    service = crew.desk.people_admin.add_service(crew.admin, "Mail", crew.network, 2)
    admin.change_service(crew.admin, service, {"criticality": 1, "owner_group_id": None})
    for organisation in ("", "Harbour", ""):
        settings.set_text(crew.admin, "organisation", organisation)
    group = next(each for each in crew.desk.people.groups(crew.agent) if each.id == crew.network)
    with in_german():
        told = [what for _by, what in sentences(crew, "service", service)]
        set_to = [each.what for each in crew.desk.settings.history(crew.admin, ("organisation",))]
    assert told[0] == f"Zuständige Gruppe: {group.label} → nichts. Kritikalität: 2 → 1"
    assert set_to[:2] == ["Organisation: Harbour → nichts", "Organisation: nichts → Harbour"]
