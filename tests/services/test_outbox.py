"""What was written down while the server was away is saved once, with its time, and names are looked up then."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.domain.errors import BadInput, NotFound, Refused
from app.domain.lifecycle import Step
from app.domain.vocabulary import Channel, Role, State
from app.infra.drafts import DraftFile
from app.infra.outbox import Kind, Waiting
from app.models.incident import incident
from app.models.people import person
from app.services.outbox.send import send
from app.services.people.dto import NewPerson
from app.services.people.queries import load_actor
from tests.support.clock import FrozenClock
from tests.views.desks import SmallDesk, small_desk


@pytest.fixture
def desk(database_url: str, clock: FrozenClock) -> Iterator[SmallDesk]:
    made = small_desk(database_url, clock)
    yield made
    made.session.desk.close()


def call(desk: SmallDesk, **fields: str) -> Waiting:
    """A call that was written down an hour ago."""
    made = desk.session.desk
    known = {
        "summary": "Printer jams",
        "channel": "phone",
        "impact": "2",
        "urgency": "3",
        "new_caller_id": made.new_id(),
    }
    return Waiting(made.new_id(), Kind.INCIDENT, known | fields, desk.clock.now() - timedelta(hours=1))


def people(desk: SmallDesk, name: str) -> int:
    with desk.session.desk.store.reading() as connection:
        return int(connection.execute(select(func.count()).where(person.c.name == name)).scalar_one())


def test_an_incident_is_logged_with_the_time_of_the_call(desk: SmallDesk) -> None:
    item = call(desk, caller_id=desk.jonas, details="Since eight.", group_id=desk.network, service_id=desk.wms)
    ref = send(desk.session.desk, desk.me, item)
    assert ref is not None
    found = desk.read(ref.id)
    assert found.id == item.id
    assert found.reported_at == item.written_at
    assert found.created_at == desk.clock.now()
    assert (found.short_description, found.description) == ("Printer jams", "Since eight.")
    assert (found.impact, found.urgency, found.channel) == (2, 3, Channel.PHONE)
    assert (found.group_id, found.service_id) == (desk.network, desk.wms)


def test_the_first_message_of_a_call_writes_times_as_whoever_sends_it_reads_them(desk: SmallDesk) -> None:
    item = call(desk, caller_id=desk.jonas, message="By {{incident.due}}.", group_id=desk.service_desk)
    ref = send(desk.session.desk, desk.me, item, lambda moment: f"{moment:%A}, half past")
    assert ref is not None
    (said,) = [each.body for each in desk.read(ref.id).journal if each.kind == "reply"]
    assert said is not None
    assert said.endswith("day, half past.")


def test_twice_is_once(desk: SmallDesk) -> None:
    item = call(desk, typed="Somebody New")
    first, second = send(desk.session.desk, desk.me, item), send(desk.session.desk, desk.me, item)
    assert first == second
    with desk.session.desk.store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(incident)).scalar_one() == 1
    assert people(desk, "Somebody New") == 1


@pytest.mark.parametrize("typed", ["Jonas Berg", "jonas berg ", "2210", "jonas@harbour.example"])
def test_a_name_that_could_not_be_looked_up_is_looked_up_now(typed: str, desk: SmallDesk) -> None:
    ref = send(desk.session.desk, desk.me, call(desk, typed=typed))
    assert ref is not None
    caller = desk.read(ref.id).caller
    assert caller is not None
    assert caller.id == desk.jonas


def test_who_is_known_to_nobody_is_added_with_what_was_typed(desk: SmallDesk) -> None:
    item = call(desk, caller_name="Nina Nowak", caller_is_new="yes", caller_id=desk.session.desk.new_id(),
                phone="77", email="nina@x.example")  # fmt: skip
    ref = send(desk.session.desk, desk.me, item)
    assert ref is not None
    caller = desk.read(ref.id).caller
    assert caller is not None
    assert (caller.name, caller.phone, caller.email) == ("Nina Nowak", "77", "nina@x.example")


def test_a_namesake_with_another_address_is_somebody_else(desk: SmallDesk) -> None:
    send(desk.session.desk, desk.me, call(desk, typed="Jonas Berg", email="other@harbour.example"))
    assert people(desk, "Jonas Berg") == 2


def test_where_several_are_meant_a_person_decides(desk: SmallDesk) -> None:
    desk.session.desk.people_admin.add_person(desk.me, NewPerson(desk.session.desk.new_id(), "Jonas Berg"))
    with pytest.raises(BadInput, match="2 people are called Jonas Berg"):
        send(desk.session.desk, desk.me, call(desk, typed="Jonas Berg"))


def test_a_clock_that_is_ahead_logs_nothing_in_the_future(desk: SmallDesk) -> None:
    item = call(desk, caller_id=desk.jonas)
    late = Waiting(item.id, item.kind, item.fields, desk.clock.now() + timedelta(hours=3))
    ref = send(desk.session.desk, desk.me, late)
    assert ref is not None
    assert desk.read(ref.id).reported_at == desk.clock.now()


def test_a_requester_logs_for_themself(desk: SmallDesk) -> None:
    with desk.session.desk.store.reading() as connection:
        jonas = load_actor(connection, desk.jonas)
    assert jonas.role is Role.REQUESTER
    ref = send(desk.session.desk, jonas, call(desk))
    assert ref is not None
    caller = desk.read(ref.id).caller
    assert caller is not None
    assert caller.id == desk.jonas


def note(desk: SmallDesk, incident_id: str, *files: DraftFile) -> Waiting:
    fields = {"incident_id": incident_id, "number": "INC-000001", "body": "Called back.\n\n(Written Today 09:12.)"}
    return Waiting(desk.session.desk.new_id(), Kind.NOTE, fields, desk.clock.now(), files)


def test_a_note_is_added_once_with_its_files(desk: SmallDesk) -> None:
    incident_id = desk.log()
    item = note(desk, incident_id, DraftFile("log.txt", "text/plain", b"error"))
    for _ in range(2):
        assert send(desk.session.desk, desk.me, item) is None
    notes = [entry for entry in desk.read(incident_id).journal if entry.kind == "work_note"]
    assert [entry.body for entry in notes] == [item.fields["body"]]
    assert [file.file_name for file in notes[0].attachments] == ["log.txt"]
    assert notes[0].visibility == "internal"


def test_a_note_on_what_was_closed_meanwhile_is_still_a_note(desk: SmallDesk) -> None:
    incident_id = desk.log()
    desk.session.desk.incidents.step(desk.me, incident_id, Step(State.CANCELED, reason="Logged twice"))
    send(desk.session.desk, desk.me, note(desk, incident_id))
    assert desk.read(incident_id).journal[-1].kind == "work_note"


def test_what_the_desk_does_not_take_says_why(desk: SmallDesk) -> None:
    with pytest.raises((NotFound, Refused), match="does not exist"):
        send(desk.session.desk, desk.me, note(desk, desk.session.desk.new_id()))
    with pytest.raises(BadInput, match="does not exist any more"):
        send(desk.session.desk, desk.me, call(desk, caller_id=desk.jonas, group_id=desk.session.desk.new_id()))
