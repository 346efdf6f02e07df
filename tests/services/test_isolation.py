"""What two people do at once on a shared desk, laced in every order: nothing is lost, forked, doubled or torn apart.

By default a part of the orders is gone through; MAINSTAY_TEST_ORDERS=all goes through all in which the one is
interrupted once and the other once.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import psycopg
import pytest

from app.domain.actor import Actor
from app.domain.errors import BadInput, DeskError, HandedOver, Overtaken, Refused, StaleEdit
from app.domain.handover import Shift
from app.domain.knowledge import ArticleUse
from app.domain.lifecycle import Step
from app.domain.vocabulary import CloseCause, LinkKind, Role, State
from app.infra.change_feed import News
from app.services.desk import Desk
from app.services.handovers.dto import NewHandover, Wanted
from app.services.incidents.dto import FieldEdit, IncidentRef, NewIncident, NewLink, Post
from app.services.people.dto import NewPerson
from tests.services.knowledge_desk import published
from tests.support.crew import Crew
from tests.support.following import second_program
from tests.support.interleaving import Lacing, Side
from tests.support.own_logins import OwnLoginsDesk
from tests.support.postgres import PostgresServer

pytestmark = [pytest.mark.postgresql, pytest.mark.parametrize("crew", ["postgresql"], indirect=True)]

ALL = os.environ.get("MAINSTAY_TEST_ORDERS") == "all"
FEW = 7
"""So many places at which the first is interrupted, where not all orders are gone through."""


@dataclass
class Case:
    """Two commands, and what has to hold however they meet."""

    first: Callable[[], object]
    second: Callable[[], object]
    judge: Callable[[Side, Side], None]


@pytest.fixture
def lacing(crew: Crew, postgres_server: PostgresServer) -> Iterator[Lacing]:
    url = crew.desk.store.database.url
    where = f"host={url.host} port={url.port} user={url.username} dbname={url.database}"
    with psycopg.connect(where, autocommit=True) as connection:
        yield Lacing(connection)


def go_through(lacing: Lacing, make: Callable[[], Case]) -> int:
    """Lace a new case in one order after the other, with either side first; how many orders there were."""
    alone = make()
    whole = lacing.run(alone.first, alone.second, 10_000, 0)
    alone.judge(*whole)
    orders = 0
    for turned in (False, True):
        steps, other_steps = (whole[turned].steps, whole[not turned].steps)
        for begins in places(steps):
            for answers in range(1, other_steps + 1) if ALL else (other_steps, 1 + begins % other_steps):
                case = make()
                pair = (case.second, case.first) if turned else (case.first, case.second)
                found = lacing.run(*pair, begins, answers)
                case.judge(*(found[::-1] if turned else found))
                orders += 1
    return orders


def places(steps: int) -> list[int]:
    """Where the first is interrupted."""
    return (
        list(range(1, steps + 1)) if ALL else sorted({1 + number * (steps - 1) // (FEW - 1) for number in range(FEW)})
    )


def errors(*sides: Side) -> list[type[DeskError]]:
    """What was refused, by kind."""
    return [type(side.error) for side in sides if side.error is not None]


def entries(crew: Crew, ref: IncidentRef, column: str) -> list[tuple[Any, Any]]:
    """The changes of a field as the journal tells them, in order."""
    rows = crew.desk.store.database  # the owner's, which sees everything
    with rows.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT old_value, new_value FROM journal_change JOIN journal_entry ON journal_entry.id = entry_id"
            " WHERE journal_entry.incident_id = %s AND field = %s ORDER BY journal_entry.id",
            (ref.id, column),
        )
        return [(row[0], row[1]) for row in found]


def edit(
    crew: Crew, actor: Actor, ref: IncidentRef, beside: Any = None, /, **edits: tuple[Any, Any]
) -> Callable[[], object]:
    """Somebody changes fields, having seen the first of each pair, and those that belong to them `beside`."""
    wanted = {name: FieldEdit(*pair) for name, pair in edits.items()}
    return lambda: crew.desk.incidents.edit(actor, ref.id, wanted, beside)


def step(crew: Crew, actor: Actor, ref: IncidentRef, taken: Step) -> Callable[[], object]:
    """Somebody takes a step."""
    return lambda: crew.desk.incidents.step(actor, ref.id, taken)


def test_different_fields_both_win(crew: Crew, lacing: Lacing) -> None:
    def make() -> Case:
        ref = crew.log()

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == []
            now = crew.see(ref)
            assert (now.channel, now.site_id) == ("portal", crew.site)

        return Case(
            edit(crew, crew.agent, ref, channel=("phone", "portal")),
            edit(crew, crew.engineer, ref, site_id=(None, crew.site)),
            judge,
        )

    assert go_through(lacing, make) >= 2 * FEW


def test_what_somebody_takes_while_work_is_handed_on_stays_theirs(crew: Crew, lacing: Lacing) -> None:
    def make() -> Case:
        leaver, heir = (NewPerson(crew.desk.new_id(), name, role=Role.AGENT) for name in ("Lea", "Hal"))
        for each in (leaver, heir):
            crew.desk.staff.add(crew.admin, each, (crew.service_desk,))
        ref = crew.log(group_id=crew.service_desk, assignee_id=leaver.id)
        plan = crew.desk.roster.handing_on(crew.admin, leaver.id, heir.id)

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) in ([Refused], [StaleEdit]), "whoever comes second is told"
            assert crew.see(ref).assignee_id == (heir.id if first.error is None else crew.agent.person_id)

        taken = edit(crew, crew.agent, ref, assignee_id=(leaver.id, crew.agent.person_id))
        return Case(lambda: crew.desk.staff.hand_on(crew.admin, plan), taken, judge)

    assert go_through(lacing, make) >= 2 * FEW


def test_no_update_is_lost_and_no_history_forks(crew: Crew, lacing: Lacing) -> None:
    def make() -> Case:
        ref = crew.log()

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == [StaleEdit]
            winner = "portal" if first.error is None else "email"
            assert crew.see(ref).channel == winner
            assert entries(crew, ref, "channel") == [("phone", winner)]

        return Case(
            edit(crew, crew.agent, ref, channel=("phone", "portal")),
            edit(crew, crew.engineer, ref, channel=("phone", "email")),
            judge,
        )

    go_through(lacing, make)


def test_fields_that_belong_together_are_not_written_past_each_other(crew: Crew, lacing: Lacing) -> None:
    """Write skew: each writes one of two, having read the other."""

    def make() -> Case:
        ref = crew.log(impact=3, urgency=3)

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == [StaleEdit]
            now = crew.see(ref)
            assert (now.impact, now.urgency, now.priority) in {(1, 3, 3), (3, 1, 3)}

        return Case(
            edit(crew, crew.agent, ref, {"urgency": 3}, impact=(3, 1)),
            edit(crew, crew.engineer, ref, {"impact": 3}, urgency=(3, 1)),
            judge,
        )

    go_through(lacing, make)


def test_no_number_is_given_twice_and_none_is_left_out(crew: Crew, lacing: Lacing) -> None:
    def make() -> Case:
        before = crew.log().number
        ids = [crew.desk.new_id(), crew.desk.new_id()]

        def log(actor: Actor, new_id: str) -> Callable[[], object]:
            new = NewIncident(new_id, "Printer on floor 2 jams", crew.requester.person_id)
            return lambda: crew.desk.incidents.create(actor, new)

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == []
            made = [side.result for side in (first, second)]
            numbers = sorted(each.number for each in made if isinstance(each, IncidentRef))
            assert numbers == [before + 1, before + 2]

        return Case(log(crew.agent, ids[0]), log(crew.engineer, ids[1]), judge)

    go_through(lacing, make)


@pytest.fixture
def twin(crew: Crew) -> Iterator[Desk]:
    """The desk as the agent has it in a second program."""
    assert isinstance(crew.desk, OwnLoginsDesk)
    found = crew.desk.logins.another_desk_of(crew.agent)
    yield found
    found.close()


def test_the_same_thing_sent_twice_is_logged_once(crew: Crew, lacing: Lacing, twin: Desk) -> None:
    """As when it is sent again because nobody knows whether it arrived."""

    def make() -> Case:
        new = NewIncident(crew.desk.new_id(), "Screen stays black", crew.requester.person_id)

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == []
            assert first.result == second.result
            assert count(crew, "incident", "id = %s", new.id) == 1
            assert count(crew, "journal_entry", "incident_id = %s", new.id) == 1

        def send(desk: Desk) -> Callable[[], object]:
            return lambda: desk.incidents.create(crew.agent, new)

        return Case(send(crew.desk), send(twin), judge)

    go_through(lacing, make)


def test_the_same_note_sent_twice_is_written_once(crew: Crew, lacing: Lacing, twin: Desk) -> None:
    def make() -> Case:
        ref = crew.log()
        post = Post(crew.desk.new_id(), "Serial number is 4711.", public=True)

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == []
            assert count(crew, "journal_entry", "id = %s", post.id) == 1

        def send(desk: Desk) -> Callable[[], object]:
            return lambda: desk.incidents.post(crew.agent, ref.id, post)

        return Case(send(crew.desk), send(twin), judge)

    go_through(lacing, make)


def test_everybody_keeps_one_opinion_of_an_article(crew: Crew, lacing: Lacing, twin: Desk) -> None:
    article = published(crew)

    def make() -> Case:
        def say(desk: Desk, kind: ArticleUse) -> Callable[[], object]:
            return lambda: desk.knowledge_work.use(crew.agent, crew.desk.new_id(), article.id, kind)

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == []
            assert count(crew, "article_use", "article_id = %s AND removed_at IS NULL", article.id) == 1

        return Case(say(crew.desk, ArticleUse.HELPED), say(twin, ArticleUse.DID_NOT_HELP), judge)

    go_through(lacing, make)


def test_an_incident_is_resolved_once(crew: Crew, lacing: Lacing) -> None:
    def make() -> Case:
        ref = crew.bring_to(crew.log(group_id=crew.service_desk), State.IN_PROGRESS)

        def judge(first: Side, second: Side) -> None:
            assert len(errors(first, second)) == 1
            assert errors(first, second)[0] in {Refused, Overtaken, StaleEdit}
            assert [new for _old, new in entries(crew, ref, "state")].count("resolved") == 1

        resolve = crew.way_to(State.RESOLVED)[0]
        return Case(step(crew, crew.agent, ref, resolve), step(crew, crew.engineer, ref, resolve), judge)

    go_through(lacing, make)


def test_a_closing_and_a_reopening_make_one_history(crew: Crew, lacing: Lacing) -> None:
    def make() -> Case:
        ref = crew.bring_to(crew.log(group_id=crew.service_desk), State.RESOLVED)

        def judge(first: Side, second: Side) -> None:
            changes = entries(crew, ref, "state")
            assert changes[-1][1] == crew.see(ref).state
            assert all(before[1] == after[0] for before, after in pairwise(changes))
            # What is closed may be opened again, but what is open again is not closed.
            assert errors(first, second) in ([], [Refused], [BadInput])
            assert (first.error is None) == ("closed" in [new for _old, new in changes])

        return Case(
            step(crew, crew.agent, ref, Step(State.CLOSED, close_cause=CloseCause.CALLER_ACCEPTED)),
            step(crew, crew.supervisor, ref, Step(State.IN_PROGRESS, reason="It jams again", comment="It jams again")),
            judge,
        )

    go_through(lacing, make)


def test_a_wait_and_an_end_make_one_history(crew: Crew, lacing: Lacing) -> None:
    def make() -> Case:
        ref = crew.bring_to(crew.log(group_id=crew.service_desk), State.IN_PROGRESS)

        def judge(_first: Side, _second: Side) -> None:
            changes = entries(crew, ref, "state")
            assert changes[-1][1] == crew.see(ref).state
            assert all(before[1] == after[0] for before, after in pairwise(changes))

        return Case(
            step(crew, crew.agent, ref, crew.hold()),
            step(crew, crew.engineer, ref, crew.way_to(State.RESOLVED)[0]),
            judge,
        )

    go_through(lacing, make)


def test_links_make_no_circle(crew: Crew, lacing: Lacing) -> None:
    """Write skew over rows that the two do not share: each link would be legal by itself."""

    def make() -> Case:
        one, two, three, four = (crew.log() for _ in range(4))
        crew.link(two, three)
        crew.link(four, one)

        def link(actor: Actor, source: IncidentRef, target: IncidentRef) -> Callable[[], object]:
            new = NewLink(crew.desk.new_id(), source.id, target.id, LinkKind.PARENT)
            return lambda: crew.desk.incidents.link(actor, new)

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == [Refused]

        return Case(link(crew.agent, one, two), link(crew.engineer, three, four), judge)

    go_through(lacing, make)


def test_one_shift_is_handed_over_by_one_of_two(crew: Crew, lacing: Lacing) -> None:
    """Write skew: each looks whether somebody handed it over, and neither sees what the other is about to write."""
    begun = crew.desk.handovers.begin(crew.agent, Wanted(crew.service_desk)).shift

    def make() -> Case:
        # A shift of this case's own.
        crew.clock.advance(days=2)
        shift = Shift(*(at + (crew.clock.now() - begun.ends) for at in begun))

        def hand_over(actor: Actor) -> Callable[[], object]:
            new = NewHandover(crew.service_desk, shift, ())
            return lambda: crew.desk.handover_work.hand_over(actor, crew.desk.new_id(), new)

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == [HandedOver]

        return Case(hand_over(crew.agent), hand_over(crew.supervisor), judge)

    go_through(lacing, make)


def test_an_administrator_remains(crew: Crew, lacing: Lacing) -> None:
    """Write skew: each of two administrators takes the other's role away, seeing that one would remain."""

    def make() -> Case:
        other = _second_administrator(crew)

        def lower(actor: Actor, person_id: str) -> Callable[[], object]:
            return lambda: crew.desk.staff.change_role(actor, person_id, Role.AGENT)

        def judge(first: Side, second: Side) -> None:
            left = count(crew, "person", "role = 'admin' AND active AND id::text <> %s", "")
            _both_administrators_again(crew, other)
            assert left >= 1
            assert len(errors(first, second)) == 1

        return Case(lower(crew.admin, other.person_id), lower(other, crew.admin.person_id), judge)

    go_through(lacing, make)


def _second_administrator(crew: Crew) -> Actor:
    found = [each for each in crew.desk.people.agents(crew.admin, None) if each.label == "Zoe Second"]
    assert isinstance(crew.desk, OwnLoginsDesk)
    if found:
        return Actor(found[0].id, "Zoe Second", Role.ADMIN)
    new_id = crew.desk.people_admin.add_person(crew.admin, NewPerson(crew.desk.new_id(), "Zoe Second", role=Role.ADMIN))
    crew.desk.logins.give_everybody_one()
    crew.desk.logins.connect_everybody()
    return Actor(new_id, "Zoe Second", Role.ADMIN)


def _both_administrators_again(crew: Crew, other: Actor) -> None:
    with crew.desk.store.database.writing() as connection:
        for actor in (crew.admin, other):
            connection.exec_driver_sql("SELECT 1 FROM person WHERE id = %s FOR UPDATE", (actor.person_id,))
            connection.exec_driver_sql("UPDATE person SET role = 'admin' WHERE id = %s", (actor.person_id,))


def test_whoever_follows_misses_nothing(crew: Crew, lacing: Lacing) -> None:
    """The order of commits is not that of numbers; whoever reads in between hears of both in the end."""
    with second_program(crew) as follower:

        def news() -> News:
            with follower.store.reading() as connection:
                return follower.store.feed.news(connection)

        def make() -> Case:
            refs = [crew.log(), crew.log()]
            news()
            heard: list[str] = []

            def between() -> object:
                heard.extend(each.subject_id for each in news().changes)
                return crew.desk.incidents.edit(crew.engineer, refs[1].id, {"channel": FieldEdit("phone", "email")})

            def judge(first: Side, second: Side) -> None:
                assert errors(first, second) == []
                heard.extend(each.subject_id for each in news().changes)
                assert {ref.id for ref in refs} <= set(heard)
                assert news() == News()

            return Case(edit(crew, crew.agent, refs[0], channel=("phone", "portal")), between, judge)

        go_through(lacing, make)


def count(crew: Crew, table: str, condition: str, value: str) -> int:
    """How many rows there are, as the owner sees it."""
    with crew.desk.store.database.reading() as connection:
        found = connection.exec_driver_sql(f"SELECT count(*) FROM {table} WHERE {condition}", (value,))
        return int(found.scalar_one())
