"""Tags of incidents, and incidents that were put off: commands, journal, the way back, and what wakes them."""

from datetime import datetime, timedelta

import pytest

from app.domain.actor import Actor
from app.domain.errors import BadInput, DeskError, NotAllowed
from app.domain.lifecycle import Step
from app.domain.query.filter import TermKind
from app.domain.vocabulary import State
from app.services.incidents.dto import FieldEdit, IncidentRef, Post
from app.services.incidents.queue_dto import QueueQuery
from app.services.incidents.waking import wake_due
from tests.support.crew import Crew


def tag(crew: Crew, ref: IncidentRef, *add: str, remove: tuple[str, ...] = ()) -> str | None:
    (outcome,) = crew.desk.incidents.tag_many(crew.agent, (ref.id,), add, remove)
    assert not outcome.refused, outcome.refused
    return crew.see(ref).tags


def snooze(crew: Crew, ref: IncidentRef, until: datetime | None, actor: Actor | None = None) -> str:
    (outcome,) = crew.desk.incidents.snooze_many(actor or crew.agent, (ref.id,), until)
    return outcome.refused


def found(crew: Crew, text: str, actor: Actor | None = None) -> list[int]:
    wanted = QueueQuery(text, group_by="none", at=crew.clock.now())
    return sorted(row.number for row in crew.desk.queue.page(actor or crew.agent, wanted).rows)


def told(crew: Crew, ref: IncidentRef, field: str) -> list[tuple[str | None, str | None]]:
    changes = [change for entry in crew.see(ref).journal for change in entry.changes]
    return [(change.old, change.new) for change in changes if change.field == field]


def test_tags_are_put_on_found_and_taken_off(crew: Crew) -> None:
    one, two = crew.log(), crew.log()
    assert tag(crew, one, "VPN", "#Home office") == "home-office, vpn"
    assert tag(crew, two, "vpn-gateway") == "vpn-gateway"
    assert tag(crew, one, "vpn", remove=("home-office",)) == "vpn"
    assert told(crew, one, "tags") == [(None, "home-office, vpn"), ("home-office, vpn", "vpn")]
    assert (found(crew, "tag:vpn"), found(crew, "tag:none"), found(crew, "-tag:vpn")) == ([1], [], [2])
    assert found(crew, "tag:vpn", crew.requester) == [], "tags are for the desk"
    assert tag(crew, one, remove=("vpn",)) is None
    assert found(crew, "tag:any") == [2]


def test_tags_of_many_are_taken_back_as_they_were(crew: Crew) -> None:
    refs = [crew.log(), crew.log(), crew.log()]
    tag(crew, refs[1], "badge")
    outcomes = crew.desk.incidents.tag_many(crew.agent, tuple(ref.id for ref in refs), ("vpn",))
    assert [crew.see(ref).tags for ref in refs] == ["vpn", "badge, vpn", "vpn"]
    tag(crew, refs[2], "later")
    back = crew.desk.incidents.take_back_many(crew.agent, outcomes)
    assert [crew.see(ref).tags for ref in refs] == [None, "badge", "later, vpn"]
    assert [bool(each.refused) for each in sorted(back, key=lambda each: each.number)] == [False, False, True]


def test_what_is_no_tag_is_refused(crew: Crew) -> None:
    ref = crew.log()
    for typed in ("a,b", "?", "x" * 33, ""):
        (outcome,) = crew.desk.incidents.tag_many(crew.agent, (ref.id,), (typed,))
        assert outcome.refused, typed
    tag(crew, ref, *(f"t{number}" for number in range(12)))
    (outcome,) = crew.desk.incidents.tag_many(crew.agent, (ref.id,), ("more",))
    assert "12 tags at most" in outcome.refused
    with pytest.raises(BadInput):
        crew.desk.incidents.edit(crew.agent, ref.id, {"tags": FieldEdit(crew.see(ref).tags, "?")})
    with pytest.raises(NotAllowed):
        crew.desk.incidents.tag_many(crew.requester, (ref.id,), ("vpn",))


def test_tags_are_suggested_with_how_many_they_leave(crew: Crew) -> None:
    refs = [crew.log() for _ in range(3)]
    for ref in refs:
        tag(crew, ref, "vpn")
    tag(crew, refs[0], "vip-visit")
    crew.step(refs[2], Step(State.CANCELED, reason="No"))

    def suggested(part: str, actor: Actor | None = None) -> list[tuple[str, int]]:
        rest = QueueQuery("is:open", at=crew.clock.now())
        offers = crew.desk.queue.suggest(actor or crew.agent, rest, TermKind.TAG, part)
        return [(each.value, each.incidents) for each in offers]

    assert suggested("") == [("vpn", 2), ("vip-visit", 1)]
    assert suggested("vip") == [("vip-visit", 1)]
    assert suggested("pn") == [("vpn", 2)]
    assert suggested("", crew.requester) == []


def test_what_is_put_off_comes_back_at_its_moment(crew: Crew) -> None:
    ref = crew.log()
    until = crew.clock.now() + timedelta(hours=2)
    assert found(crew, "is:triage") == [1]
    assert snooze(crew, ref, until) == ""
    assert (found(crew, "is:triage"), found(crew, "is:snoozed")) == ([], [1])
    assert [new and datetime.fromisoformat(new) for _, new in told(crew, ref, "snoozed_until")] == [until]
    version = crew.see(ref).version
    assert wake_due(crew.heart) == 0
    crew.clock.advance(hours=2)
    assert (found(crew, "is:triage"), found(crew, "is:snoozed")) == ([1], [])
    assert wake_due(crew.heart) == 1
    assert (crew.see(ref).snoozed_until, crew.see(ref).version) == (None, version + 1)
    assert wake_due(crew.heart) == 0


def test_whatever_happens_on_it_wakes_it(crew: Crew) -> None:
    written, edited, snoozed = crew.log(), crew.log(), crew.log()
    until = crew.clock.now() + timedelta(days=1)
    for ref in (written, edited, snoozed):
        snooze(crew, ref, until)
    crew.desk.incidents.post(crew.requester, written.id, Post(crew.desk.new_id(), "It is worse now", True))
    crew.desk.incidents.edit(crew.agent, edited.id, {"impact": FieldEdit(3, 1)})
    assert [crew.see(ref).snoozed_until for ref in (written, edited, snoozed)] == [None, None, until]
    assert found(crew, "is:triage") == [1, 2]


def test_who_may_put_off_what_until_when(crew: Crew) -> None:
    ref = crew.log()
    assert "over already" in snooze(crew, ref, crew.clock.now())
    with pytest.raises(NotAllowed):
        snooze(crew, ref, crew.clock.now() + timedelta(hours=1), crew.requester)
    outcomes = crew.desk.incidents.snooze_many(crew.agent, (ref.id,), crew.clock.now() + timedelta(hours=1))
    crew.desk.incidents.take_back_many(crew.agent, outcomes)
    assert crew.see(ref).snoozed_until is None
    crew.step(ref, Step(State.CANCELED, reason="No"))
    assert "waits for nobody" in snooze(crew, ref, crew.clock.now() + timedelta(hours=1))


def test_a_group_or_an_assignee_takes_it_out_of_triage(crew: Crew) -> None:
    crew.log(group_id=crew.service_desk)
    mine, waiting = crew.log(), crew.log()
    crew.desk.incidents.edit(crew.agent, mine.id, {"assignee_id": FieldEdit(None, crew.agent.person_id)})
    assert found(crew, "is:triage") == [waiting.number]


@pytest.mark.parametrize("crew", ["postgresql"], indirect=True)
def test_the_database_lets_callers_wake_and_nothing_else(crew: Crew) -> None:
    from sqlalchemy import text

    from tests.support.own_logins import OwnLoginsDesk

    assert isinstance(crew.desk, OwnLoginsDesk)
    ref = crew.log()
    with pytest.raises(DeskError), crew.desk.logins.store_of(crew.requester).database.writing() as connection:
        connection.execute(
            text(
                "UPDATE incident SET snoozed_until = now() + interval '1 day', version = version + 1,"
                " updated_at = clock_timestamp(), updated_by_id = :me WHERE id = :ref"
            ),
            {"me": crew.requester.person_id, "ref": ref.id},
        )
    assert crew.see(ref).snoozed_until is None
