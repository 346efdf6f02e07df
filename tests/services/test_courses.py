"""A save goes on from what its program has folded already, and reads anew whatever does not fit."""

from collections.abc import Callable, Iterator

import pytest

from app.domain.actor import Actor
from app.domain.lifecycle import Step
from app.domain.vocabulary import EntryKind, LinkKind, State, Visibility
from app.infra.bus import Bus
from app.infra.database import Database, watchers
from app.infra.unit_of_work import Store
from app.services.access import load_for_change
from app.services.command import keep_touched_clocks
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import FieldEdit, IncidentRef, Post
from app.services.incidents.journal import write_entry
from app.services.sla import courses
from tests.support.clock_desk import computed_rows, kept_rows, with_policies
from tests.support.crew import Crew


@pytest.fixture
def read_anew() -> Iterator[list[str]]:
    """The statements that read the facts of a journal."""
    found: list[str] = []

    def note(sql: str, _values: object) -> None:
        if "LEFT OUTER JOIN journal_change" in sql:
            found.append(sql)

    watchers.append(note)
    yield found
    watchers.remove(note)


@pytest.fixture
def crew(crew_of_one_program: Crew) -> Crew:
    """A desk at which one program does everything."""
    return crew_of_one_program


@pytest.fixture
def other(crew: Crew) -> Iterator[Desk]:
    """The same desk as another program has it open."""
    store = crew.desk.store
    url = store.database.url.render_as_string(hide_password=False)
    desk = make_desk(Store(Database(url), store.clock, Bus(), store.time))
    yield desk
    desk.close()


def _say(desk: Desk, actor: Actor, ref: IncidentRef, *, public: bool = True) -> None:
    desk.incidents.post(actor, ref.id, Post(desk.new_id(), "We look into it", public=public))


def test_a_life_is_read_once_and_folded_on(crew: Crew, read_anew: list[str]) -> None:
    ref = with_policies(crew).log(impact=2, urgency=2, group_id=crew.service_desk)
    acts: list[Callable[[], object]] = [
        lambda: crew.desk.incidents.edit(crew.agent, ref.id, {"assignee_id": FieldEdit(None, crew.agent.person_id)}),
        lambda: crew.desk.incidents.step(crew.agent, ref.id, Step(State.IN_PROGRESS)),
        lambda: _say(crew.desk, crew.agent, ref),
        lambda: _say(crew.desk, crew.agent, ref, public=False),
        lambda: crew.desk.incidents.step(crew.agent, ref.id, crew.hold()),
        lambda: crew.desk.incidents.edit(crew.agent, ref.id, {"urgency": FieldEdit(2, 1)}),
        lambda: _say(crew.desk, crew.requester, ref),
        lambda: crew.desk.incidents.step(crew.agent, ref.id, crew.way_to(State.RESOLVED)[0]),
        lambda: crew.desk.incidents.step(crew.requester, ref.id, Step(State.IN_PROGRESS, reason="It came back")),
    ]
    for act in acts:
        crew.clock.advance(minutes=20)
        read_anew.clear()
        act()
        assert read_anew == []
        assert kept_rows(crew) == computed_rows(crew)


def test_what_another_program_wrote_is_read(crew: Crew, other: Desk, read_anew: list[str]) -> None:
    ref = with_policies(crew).log(impact=2, urgency=2)
    crew.clock.advance(minutes=20)
    _say(other, crew.agent, ref)
    crew.clock.advance(minutes=20)
    read_anew.clear()
    _say(crew.desk, crew.requester, ref)
    assert len(read_anew) == 1
    assert kept_rows(crew) == computed_rows(crew)


def test_a_message_with_an_older_identifier_is_noticed(crew: Crew, other: Desk, read_anew: list[str]) -> None:
    """A window makes the id of a message when writing begins; the newest entry may be newer than that."""
    ref = with_policies(crew).log(impact=2, urgency=2)
    early = other.new_id()
    crew.clock.advance(minutes=20)
    _say(crew.desk, crew.agent, ref, public=False)
    crew.clock.advance(minutes=20)
    other.incidents.post(crew.agent, ref.id, Post(early, "We look into it", public=True))
    crew.clock.advance(minutes=20)
    read_anew.clear()
    _say(crew.desk, crew.requester, ref)
    assert len(read_anew) == 1
    assert kept_rows(crew) == computed_rows(crew)


class _TornError(Exception):
    pass


def _reply_and_fail(crew: Crew, ref: IncidentRef) -> None:
    """A reply with its clocks, in a transaction that is taken back."""
    with crew.desk.store.writing(crew.agent) as work:
        load_for_change(work, ref.id)
        write_entry(work, ref.id, EntryKind.REPLY, visibility=Visibility.PUBLIC, body="We look into it")
        keep_touched_clocks(work)
        raise _TornError


def test_what_was_taken_back_is_not_gone_on_from(crew: Crew) -> None:
    ref = with_policies(crew).log(impact=2, urgency=2)
    crew.clock.advance(minutes=20)
    with pytest.raises(_TornError):
        _reply_and_fail(crew, ref)
    crew.clock.advance(minutes=20)
    _say(crew.desk, crew.requester, ref)
    assert kept_rows(crew) == computed_rows(crew)


def test_links_and_published_rules_are_read_anew(crew: Crew, read_anew: list[str]) -> None:
    ref = with_policies(crew).log(impact=2, urgency=2)
    twin = crew.log(impact=2, urgency=2)
    crew.clock.advance(minutes=20)
    crew.link(twin, ref, LinkKind.DUPLICATE)
    assert kept_rows(crew) == computed_rows(crew)
    third = crew.log(impact=1, urgency=1)
    crew.clock.advance(minutes=20)
    with_policies(crew, "Europe/Berlin")
    crew.clock.advance(minutes=20)
    read_anew.clear()
    _say(crew.desk, crew.agent, third)
    assert len(read_anew) == 1
    # The others stand as they were counted; whoever publishes in earnest counts them anew.
    assert kept_rows(crew)[third.id] == computed_rows(crew)[third.id]


def test_few_are_kept_in_mind(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courses, "_MOST", 2)
    refs = [with_policies(crew).log(), crew.log(), crew.log()]
    assert list(crew.desk.store.memory["courses"].known) == [ref.id for ref in refs[1:]]
