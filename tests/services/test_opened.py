"""An incident is opened with each value where it belongs: most are copied by their place, on both databases."""

from typing import Any

from sqlalchemy import select

from app.domain.lifecycle import Step
from app.domain.vocabulary import Channel, State
from app.models.incident import incident, journal_entry
from app.models.people import person
from app.services.incidents.dto import FieldEdit, IncidentDetail, IncidentRef, JournalItem, Person
from app.services.incidents.opened import COPIED, OF_CALLER, Entry
from tests.support.crew import Crew

ABOUT_CALLER = {
    "email": "rosa@harbour.example", "phone": "2210", "job_title": "Warehouse lead", "handling_note": "Call first.",
}  # fmt: skip


def a_full_one(crew: Crew) -> IncidentDetail:
    """An incident of a caller of whom all is known, in which as many fields as possible say something of their own."""
    with crew.desk.store.database.writing() as connection:
        connection.execute(person.update().where(person.c.id == crew.requester.person_id), ABOUT_CALLER)
    item = crew.desk.people_admin.add_configuration_item(crew.admin, "PRN-2", "printer", crew.service)
    ref = crew.log(
        description="It pulls two sheets.", impact=2, urgency=2, channel=Channel.WALK_IN, category_id=crew.category,
        subcategory_id=crew.subcategory, service_id=crew.service, configuration_item_id=item, site_id=crew.site,
        group_id=crew.service_desk, assignee_id=crew.agent.person_id,
    )  # fmt: skip
    texts = {
        "business_impact": "Labels are late.", "cause": "A worn roller.", "workaround": "Printer on floor 3.",
        "business_unit": "Harbour", "problem_ref": "P-1", "change_ref": "C-2", "caused_by_change_ref": "C-1",
    }  # fmt: skip
    crew.clock.advance(minutes=3)
    edits = {name: FieldEdit(None, value) for name, value in texts.items()}
    crew.desk.incidents.edit(crew.agent, ref.id, {**edits, "minutes_spent": FieldEdit(0, 17)})
    crew.step(ref, Step(State.RESOLVED, resolution_code="workaround_provided", resolution_notes="Cleared."))
    return crew.see(ref)


def row_of(crew: Crew, table: Any, key: str) -> dict[str, Any]:
    """What the database holds, as Core reads it."""
    with crew.desk.store.database.reading() as connection:
        return dict(connection.execute(select(table).where(table.c.id == key)).one()._mapping)


def test_every_value_of_the_row_stands_under_its_name(crew: Crew) -> None:
    shown = a_full_one(crew)
    row = row_of(crew, incident, shown.id)
    of_row = {name for name in COPIED if name in incident.c}
    assert {name: getattr(shown, name) for name in of_row} == {name: row[name] for name in of_row}
    assert {name: getattr(shown, name) for name in COPIED if name not in of_row} == {
        "opened_by_name": "Ada Brandt", "group_name": "Service desk", "assignee_name": "Ada Brandt",
        "service_name": "Printing", "configuration_item_name": "PRN-2", "category_name": "Hardware",
        "subcategory_name": "Printer", "site_name": "Harbour", "resolved_by_name": "Ada Brandt", "made_sla": None,
    }  # fmt: skip


def test_the_caller_is_shown_to_the_desk_with_what_it_notes_and_to_themselves_without(crew: Crew) -> None:
    shown = a_full_one(crew)
    caller = Person(
        id=crew.requester.person_id, name="Rosa Quist", site_name="Harbour", vip=True, **ABOUT_CALLER
    )  # fmt: skip
    assert shown.caller == caller
    own = crew.see(IncidentRef(shown.id, shown.number), crew.requester)
    assert own.caller == caller._replace(email=None, phone=None, handling_note=None)
    assert own[: len(COPIED)] == shown[: len(COPIED)]


def test_every_entry_stands_with_its_own_values(crew: Crew) -> None:
    shown = a_full_one(crew)
    assert len(shown.journal) >= 3
    of_row = set(Entry._fields) - {"author_name"}
    for item in shown.journal:
        row = row_of(crew, journal_entry, item.id)
        assert {name: getattr(item, name) for name in of_row} == {name: row[name] for name in of_row}
        assert item.author_name == "Ada Brandt"
    assert [item.occurred_at for item in shown.journal] == sorted(item.occurred_at for item in shown.journal)
    assert (shown.assignments, shown.reassignments, shown.reopenings) == (1, 0, 0)
    assert shown.first_response_at == shown.resolved_at


def test_what_is_not_copied_comes_behind_it_in_the_order_in_which_it_is_made() -> None:
    made = ("caller", "major", "first_response_at", "assignments", "reassignments", "reopenings", "journal", "links")
    assert IncidentDetail._fields == (*COPIED, *made)
    assert tuple(f"caller_{name}".replace("caller_vip", "caller_is_vip") for name in Person._fields) == OF_CALLER
    assert JournalItem._fields == (*Entry._fields, "changes", "attachments")
