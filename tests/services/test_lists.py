"""Bringing lists of people and of configuration items in: what becomes of each row, all or nothing of what is taken."""

import pytest

from app.domain.errors import NotAllowed, Stopped
from app.domain.lists import ITEMS, PEOPLE, Became, ListRow, recognised, rows_of
from app.services.getting_on import telling
from tests.support.crew import Crew

B = Became


def _rows(*rows: dict[str, str]) -> tuple[ListRow, ...]:
    return tuple(ListRow(line, row) for line, row in enumerate(rows, 2))


def test_headers_are_recognised_by_what_programs_call_them() -> None:
    assert recognised(PEOPLE, ["Display Name", "E-Mail Address", "Office", "x"]) == {"name": 0, "email": 1, "site": 2}
    assert recognised(ITEMS, ["CI", "type", "Business_Service"]) == {"name": 0, "kind": 1, "service": 2}


def test_each_row_says_what_becomes_of_it_and_nothing_is_written(crew: Crew) -> None:
    site = crew.desk.catalogue.site(crew.agent, crew.site).name
    known = crew.desk.people.search(crew.agent, crew.requester.name)[0]
    before = crew.dump()
    outcomes = crew.desk.lists.people(
        crew.supervisor,
        _rows(
            {"name": "Mara Lindqvist", "email": "mara@harbour.example", "site": site.upper(), "vip": "yes"},
            {"name": known.name, "phone": "4711"},
            {"name": "Ola Nordmann", "site": "Atlantis"},
            {"name": "Per Hansen", "email": "per at home"},
            {"name": "Mara L.", "email": "Mara@harbour.example"},
            {"email": "x@y.example"},
            {"name": "Kim", "role": "administrator"},
            {"name": "Lee", "vip": "perhaps"},
        ),
    )
    assert [(each.became, each.field) for each in outcomes] == [
        (B.ADDED, ""),
        (B.CHANGED, ""),
        (B.LEFT, "site"),
        (B.LEFT, "email"),
        (B.LEFT, "email"),
        (B.LEFT, "name"),
        (B.LEFT, "role"),
        (B.LEFT, "vip"),
    ]
    assert "There is no site “Atlantis”" in outcomes[2].said
    assert "Line 2" in outcomes[4].said
    assert outcomes[1].said.endswith("→ 4711")
    assert crew.dump() == before


def test_people_are_added_with_groups_and_the_same_list_again_changes_nothing(crew: Crew) -> None:
    group = next(each.label for each in crew.desk.people.groups(crew.agent) if each.id == crew.network)
    rows = _rows(
        {"name": "Mara Lindqvist", "email": "mara@harbour.example", "role": "Agent", "groups": group},
        {"name": "Ola Nordmann", "phone": "12"},
    )
    done = crew.desk.list_work.add_people(crew.admin, rows)
    assert [each.became for each in done] == [B.ADDED, B.ADDED]
    (mara,) = crew.desk.people.search(crew.agent, "Mara")
    assert [each.id for each in crew.desk.roster.person(crew.admin, mara.id).person.groups] == [crew.network]
    again = crew.desk.list_work.add_people(crew.admin, rows)
    assert [each.became for each in again] == [B.SAME, B.SAME]
    changed = crew.desk.list_work.add_people(
        crew.admin, _rows({"name": "Mara Lindqvist-Berg", "email": "MARA@harbour.example"})
    )
    assert changed[0].said.startswith("Name: Mara Lindqvist → Mara Lindqvist-Berg")


def test_who_stops_it_keeps_nothing(crew: Crew) -> None:
    before = crew.dump()

    def stop(done: int, _total: int) -> None:
        if done > 3:
            raise Stopped("Enough.")

    rows = _rows(*({"name": f"Person {number}"} for number in range(3)))
    with pytest.raises(Stopped), telling(stop):
        crew.desk.list_work.add_people(crew.admin, rows)
    assert crew.dump() == before


def test_a_role_of_somebody_who_is_there_is_left_to_their_page(crew: Crew) -> None:
    name = crew.agent.name
    (outcome,) = crew.desk.lists.people(crew.admin, _rows({"name": name, "role": "supervisor"}))
    assert (outcome.became, outcome.field) == (B.LEFT, "role")


def test_configuration_items_come_in_with_service_and_site(crew: Crew) -> None:
    service = crew.desk.catalogue.service(crew.agent, crew.service).name
    rows = _rows(
        {"name": "srv-app-07", "kind": "server", "service": service},
        {"name": "SRV-APP-07"},
        {"name": "prn-2", "service": "Nothing like it"},
        {"name": "k" * 201},
    )
    done = crew.desk.list_work.add_items(crew.admin, rows)
    assert [(each.became, each.field) for each in done] == [
        (B.ADDED, ""),
        (B.LEFT, "name"),
        (B.LEFT, "service"),
        (B.LEFT, "name"),
    ]
    (line,) = [each for each in crew.desk.catalogue.items(crew.agent) if each.name == "srv-app-07"]
    assert (line.kind, line.service_id, line.site_id) == ("server", crew.service, None)
    (changed,) = crew.desk.list_work.add_items(crew.admin, _rows({"name": "srv-app-07", "kind": "virtual server"}))
    assert changed.said == "Kind: server → virtual server"
    assert crew.desk.catalogue.history(crew.agent, "configuration_item", line.id)[0].what == changed.said


def test_a_configuration_item_is_changed_used_and_taken_out_of_use(crew: Crew) -> None:
    item = crew.desk.people_admin.add_configuration_item(crew.admin, "srv-1", "", crew.service, crew.site)
    ref = crew.log(configuration_item_id=item)
    assert crew.desk.catalogue.item(crew.agent, item).kind == "other"
    crew.desk.catalogue_admin.change_item(crew.admin, item, {"kind": "server", "site_id": None})
    crew.desk.catalogue_admin.use_item(crew.admin, item, False)
    line = crew.desk.catalogue.item(crew.agent, item)
    assert (line.kind, line.site_id, line.active, line.open_incidents) == ("server", None, False, 1)
    assert [use.sentence() for use in crew.desk.catalogue.item_uses(crew.agent, item)] == [
        f"1 open incident: INC-{ref.number:06d}"
    ]
    assert not crew.desk.people.configuration_items(crew.agent)


def test_only_who_may_change_them_brings_them_in(crew: Crew) -> None:
    with pytest.raises(NotAllowed):
        crew.desk.list_work.add_items(crew.supervisor, _rows({"name": "srv-1"}))
    with pytest.raises(NotAllowed):
        crew.desk.lists.people(crew.agent, _rows({"name": "Mara"}))


def test_rows_take_the_columns_that_somebody_chose_and_pass_over_empty_ones() -> None:
    records = [(2, ("  Mara ", "", "x")), (3, ("", "", "y")), (4, ("Ola",))]
    assert rows_of(records, {"name": 0, "phone": 1}) == (ListRow(2, {"name": "Mara"}), ListRow(4, {"name": "Ola"}))
