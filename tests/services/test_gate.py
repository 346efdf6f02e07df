"""Signing in at a computer that several share: who comes in, what wrong tries cost, and who decides."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.domain.errors import BadInput, NotAllowed, Refused
from app.domain.wrong_tries import wait_after
from app.models.audit import audit_entry
from app.models.secrets import person_secret
from tests.support.crew import Crew

GOOD, OTHER = "three blind mice", "five gold rings"


def give(crew: Crew) -> None:
    """Give the agent a password."""
    crew.desk.gate.give(crew.admin, crew.agent.person_id, GOOD)


def test_the_right_password_lets_in_and_only_as_oneself(sqlite_crew: Crew) -> None:
    give(sqlite_crew)
    came = sqlite_crew.desk.gate.enter(sqlite_crew.admin, sqlite_crew.agent.person_id, GOOD)
    assert came == sqlite_crew.agent
    with pytest.raises(NotAllowed, match="does not fit"):
        sqlite_crew.desk.gate.enter(sqlite_crew.admin, sqlite_crew.admin.person_id, GOOD)


def test_an_empty_password_is_none(sqlite_crew: Crew) -> None:
    with pytest.raises(NotAllowed):
        sqlite_crew.desk.gate.enter(sqlite_crew.admin, sqlite_crew.agent.person_id, "")


def test_wrong_tries_cost_more_and_more_time_and_the_right_one_forgives(sqlite_crew: Crew) -> None:
    give(sqlite_crew)
    gate, person_id = sqlite_crew.desk.gate, sqlite_crew.agent.person_id

    def wrong() -> str:
        with pytest.raises(NotAllowed) as refused:
            gate.enter(sqlite_crew.admin, person_id, "wrong")
        return str(refused.value)

    assert ["does not fit" in wrong() for _ in range(3)] == [True] * 3
    assert "Wait 5 s" in wrong()
    with pytest.raises(NotAllowed, match="Wait 5 s"):
        gate.enter(sqlite_crew.admin, person_id, GOOD)
    sqlite_crew.clock.advance(seconds=6)
    assert "does not fit" in wrong()
    assert "Wait 10 s" in wrong()
    sqlite_crew.clock.advance(seconds=11)
    assert gate.enter(sqlite_crew.admin, person_id, GOOD) == sqlite_crew.agent
    assert "does not fit" in wrong()


@pytest.mark.parametrize(
    ("failed", "seconds"), [(0, 0), (2, 0), (3, 5), (4, 10), (5, 20), (10, 640), (11, 900), (500, 900)]
)
def test_the_wait_doubles_up_to_a_quarter_of_an_hour(failed: int, seconds: int) -> None:
    assert wait_after(failed) == timedelta(seconds=seconds)


def test_ones_own_password_is_changed_with_the_one_before(sqlite_crew: Crew) -> None:
    gate = sqlite_crew.desk.gate
    gate.change_mine(sqlite_crew.agent, "", GOOD, GOOD)
    for before, password, again, field in (
        ("wrong", OTHER, OTHER, "before"),
        (GOOD, "short", "short", "password"),
        (GOOD, GOOD, GOOD, "password"),
        (GOOD, OTHER, OTHER + "!", "again"),
    ):
        with pytest.raises(BadInput) as refused:
            gate.change_mine(sqlite_crew.agent, before, password, again)
        assert refused.value.field == field
    gate.change_mine(sqlite_crew.agent, GOOD, OTHER, OTHER)
    assert gate.enter(sqlite_crew.admin, sqlite_crew.agent.person_id, OTHER) == sqlite_crew.agent


def test_nobody_switches_it_on_who_could_not_come_in(sqlite_crew: Crew) -> None:
    desk = sqlite_crew.desk
    with pytest.raises(Refused, match="password of your own"):
        desk.gate.switch(sqlite_crew.admin, True)
    desk.gate.change_mine(sqlite_crew.admin, "", GOOD, GOOD)
    desk.gate.switch(sqlite_crew.admin, True)
    state = desk.gate.state(sqlite_crew.agent)
    assert state.is_on
    assert [each.name for each in state.entrants if each.has_password] == [sqlite_crew.admin.name]
    assert sqlite_crew.requester.name not in {each.name for each in state.entrants}
    desk.gate.switch(sqlite_crew.admin, False)
    assert not desk.gate.state(sqlite_crew.agent).is_on


@pytest.mark.parametrize("who", ["agent", "supervisor", "requester"])
def test_only_administrators_decide_for_others(sqlite_crew: Crew, who: str) -> None:
    actor = getattr(sqlite_crew, who)
    with pytest.raises(NotAllowed):
        sqlite_crew.desk.gate.give(actor, sqlite_crew.admin.person_id, GOOD)
    with pytest.raises(NotAllowed):
        sqlite_crew.desk.gate.switch(actor, True)


def test_what_is_kept_is_an_argon2_hash_and_stands_in_no_record(sqlite_crew: Crew) -> None:
    give(sqlite_crew)
    with pytest.raises(NotAllowed):
        sqlite_crew.desk.gate.enter(sqlite_crew.admin, sqlite_crew.agent.person_id, "wrong")
    with sqlite_crew.desk.store.reading() as connection:
        (kept,) = connection.execute(select(person_secret.c.hash)).scalars()
        part = audit_entry.c.part == "person_secret"
        told = connection.execute(select(audit_entry.c.act, audit_entry.c.content).where(part)).all()
    assert kept.startswith("$argon2id$")
    assert [act for act, _ in told] == ["insert", "update"]
    assert not any("argon2" in (content or "") or GOOD in (content or "") for _, content in told)


def test_on_a_server_it_is_the_login_that_counts(postgresql_crew: Crew) -> None:
    state = postgresql_crew.desk.gate.state(postgresql_crew.agent)
    assert (state.is_on, state.entrants) == (False, ())
