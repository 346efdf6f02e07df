"""What people take back on a server that believes its own clock: they may, with their logins, and nobody else may."""

from collections.abc import Callable
from dataclasses import dataclass

import psycopg
import pytest

from app.domain.actor import Actor
from app.domain.escalation.words import EscalationKind, Level, OfferAnswer
from app.domain.vocabulary import LinkKind
from app.services.escalation.dto import MajorDecision, TakenAct
from app.services.incidents.dto import IncidentRef, Post
from tests.support.crew import Crew
from tests.support.escalating import ask, live
from tests.support.own_logins import OwnLoginsDesk
from tests.support.postgres import PostgresServer

REFUSED, DONE = "42501", ""
UP = EscalationKind.HIERARCHICAL


@dataclass
class Office:
    """The desk, and what people and the owner of the tables send it past the program."""

    crew: Crew
    server: PostgresServer
    database: str

    def say(self, who: Actor, *statements: str) -> str:
        """Send statements in one transaction that is taken back; the SQLSTATE of the refusal, or DONE."""
        assert isinstance(self.crew.desk, OwnLoginsDesk)
        url = self.server.url(self.database, self.crew.desk.logins.login_of(who)).replace("+psycopg", "")
        with psycopg.connect(url) as connection:
            try:
                for statement in statements:
                    connection.execute(statement.encode())
                connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
            except psycopg.Error as error:
                return error.sqlstate or "?"
            finally:
                connection.rollback()
        return DONE

    def own(self, statement: str) -> None:
        """The owner of the tables, whom no guard stops."""
        self.server.execute(f"SET session_replication_role = replica; {statement}", database=self.database)


@pytest.fixture
def office(crew_by_the_server: Crew, postgres_server: PostgresServer, shared_database: str) -> Office:
    return Office(crew_by_the_server, postgres_server, shared_database)


def offered(office: Office) -> tuple[IncidentRef, str]:
    """An incident that a shift left behind, and its offer to Network."""
    crew = office.crew
    ref, offer_id = crew.log(group_id=crew.service_desk), crew.desk.new_id()
    office.own(
        "INSERT INTO shift_offer (id, incident_id, from_group_id, to_group_id, shift_ended_at, offered_at) VALUES"
        f" ('{offer_id}', '{ref.id}', '{crew.service_desk}', '{crew.network}', now(), now())"
    )
    return ref, offer_id


ACTS: dict[str, Callable[[Crew, str], TakenAct | None]] = {
    "acknowledge": lambda crew, which: crew.desk.escalation_work.acknowledge(crew.engineer, which),
    "take": lambda crew, which: crew.desk.escalation_work.take(crew.engineer, which),
    "hand back": lambda crew, which: crew.desk.escalation_work.hand_back(crew.engineer, which, "Not ours."),
    "end": lambda crew, which: crew.desk.escalation_work.end(crew.engineer, which, "Over."),
    "page again": lambda crew, which: crew.desk.escalation_work.page_again(crew.engineer, which),
}


@pytest.mark.parametrize("act", ACTS)
def test_an_agent_takes_back_what_they_did(act: str, office: Office) -> None:
    crew = office.crew
    ref = crew.log(group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    which = crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew))
    (before,) = live(crew)
    taken = ACTS[act](crew, which)
    assert taken is not None
    crew.desk.escalation_work.take_act_back(crew.engineer, taken)
    assert live(crew) == (before,)
    assert (crew.see(ref).group_name, crew.see(ref).reassignments) == ("Network", 1)


def test_an_agent_takes_back_levels_and_answers(office: Office) -> None:
    crew = office.crew
    work = crew.desk.escalation_work
    ref, offer_id = offered(office)
    taken = work.answer_offer(crew.engineer, offer_id, OfferAnswer.TAKEN)
    assert taken is not None
    work.take_act_back(crew.engineer, taken)
    assert crew.see(ref).group_name == "Service desk"
    lead, manager = ask(crew, UP, level=Level.LEAD), ask(crew, UP, level=Level.MANAGER)
    work.escalate(crew.agent, ref.id, lead)
    (before,) = live(crew)
    work.escalate(crew.agent, ref.id, manager)
    work.take_back(crew.agent, manager.id)
    assert live(crew) == (before,)


@pytest.mark.parametrize("field", ["acknowledged", "ended", "answered"])
def test_what_another_did_or_oneself_long_ago_stays(field: str, office: Office) -> None:
    crew = office.crew
    ref, offer_id = offered(office)
    which = crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew, UP, level=Level.LEAD))
    table, row_id = ("shift_offer", offer_id) if field == "answered" else ("escalation", which)
    more = ", answer = 'declined'" if field == "answered" else ""
    none = ", answer = NULL" if field == "answered" else ""
    back = f"UPDATE {table} SET {field}_at = NULL, {field}_by_id = NULL{none} WHERE id = '{row_id}'"

    def stands(by: Actor, ago: str) -> str:
        office.own(
            f"UPDATE {table} SET {field}_at = now() - interval '{ago}', {field}_by_id = '{by.person_id}'{more}"
            f" WHERE id = '{row_id}'"
        )
        return office.say(crew.agent, back)

    assert stands(crew.agent, "8 s") == DONE
    assert stands(crew.engineer, "8 s") == REFUSED
    assert stands(crew.agent, "11 min") == REFUSED
    half = back.replace(f", {field}_by_id = NULL", "")
    assert stands(crew.agent, "8 s") == DONE
    assert office.say(crew.agent, half) == REFUSED, "who did it would still be said"


def become(ref: IncidentRef, actor: Actor, before: str, after: str) -> tuple[str, ...]:
    """The statements with which somebody makes an incident more or less of a major one."""
    entry = "01900000-0000-7000-8000-000000000001"
    return (
        (
            f"UPDATE incident SET major_state = '{after}', version = version + 1, updated_at = clock_timestamp(),"
            f" updated_by_id = '{actor.person_id}' WHERE id = '{ref.id}'"
        ),
        (
            "INSERT INTO journal_entry (id, incident_id, occurred_at, recorded_at, author_id, by_desk, kind,"
            f" visibility, body, change_count) SELECT '{entry}', '{ref.id}', t, t, '{actor.person_id}', true, 'major',"
            " 'internal', 'Taken back', 1 FROM (SELECT clock_timestamp()) AS m (t)"
        ),
        (
            "INSERT INTO journal_change (incident_id, entry_id, field, old_value, new_value)"
            f" VALUES ('{ref.id}', '{entry}', 'major_state', '{before}', '{after}')"
        ),
    )


def test_a_proposal_is_taken_back_by_whoever_made_it_alone(office: Office) -> None:
    crew = office.crew
    ref, work = crew.log(group_id=crew.service_desk), crew.desk.major_work
    work.propose(crew.agent, ref.id, "Two sites cannot print.")

    def back(who: Actor, to: str = "none") -> str:
        return office.say(who, *become(ref, who, "proposed", to))

    assert back(crew.agent) == DONE
    assert back(crew.engineer) == REFUSED
    assert back(crew.agent, "rejected") == REFUSED, "it was none before"
    assert back(crew.agent, "accepted") == REFUSED
    office.own("UPDATE journal_entry SET recorded_at = recorded_at - interval '11 min' WHERE kind = 'major'")
    assert back(crew.agent) == REFUSED
    office.own("UPDATE journal_entry SET recorded_at = recorded_at + interval '11 min' WHERE kind = 'major'")
    work.take_back(crew.agent, ref.id)
    assert crew.see(ref).major_state == "none"
    work.propose(crew.agent, ref.id, "Two sites cannot print.")
    work.accept(crew.supervisor, ref.id, MajorDecision(crew.supervisor.person_id, "So it is.", "Nobody prints."))
    for to in ("none", "proposed"):
        assert office.say(crew.agent, *become(ref, crew.agent, "accepted", to)) == REFUSED
    assert office.say(crew.supervisor, *become(ref, crew.supervisor, "accepted", "proposed")) == DONE


def update(ref: IncidentRef, actor: Actor, number: int = 1) -> str:
    """A stakeholder update, as the program writes one."""
    return (
        "INSERT INTO journal_entry (id, incident_id, occurred_at, recorded_at, author_id, by_desk, kind, visibility,"
        f" body) SELECT '01900000-0000-7000-8000-00000000000{number}', '{ref.id}', t, t, '{actor.person_id}', true,"
        " 'stakeholder_update', 'public', 'All is well' FROM (SELECT clock_timestamp()) AS m (t)"
    )


def test_only_a_major_incident_has_stakeholder_updates(office: Office) -> None:
    crew = office.crew
    ref, below = crew.log(group_id=crew.service_desk), crew.log(group_id=crew.service_desk)
    work = crew.desk.major_work
    crew.link(below, ref, LinkKind.PARENT)
    work.propose(crew.agent, ref.id, "Two sites cannot print.")
    for who in (crew.agent, crew.supervisor, crew.admin):
        assert office.say(who, update(ref, who)) == REFUSED
        assert office.say(who, update(below, who)) == REFUSED
    work.accept(crew.supervisor, ref.id, MajorDecision(crew.supervisor.person_id, "So it is.", "Nobody prints."))
    assert office.say(crew.agent, update(ref, crew.agent)) == DONE
    assert office.say(crew.agent, update(below, crew.agent)) == REFUSED, "nothing was said above it"
    assert office.say(crew.agent, update(ref, crew.agent), update(below, crew.agent, 2)) == DONE
    crew.desk.incidents.post(
        crew.agent, ref.id, Post(crew.desk.new_id(), "All is well", public=True, to_stakeholders=True)
    )
    assert crew.see(below).journal[-1].kind == "stakeholder_update"


def test_an_agent_gives_back_their_own_last_change_and_no_other(office: Office) -> None:
    crew = office.crew
    ref = crew.log(impact=3, urgency=3)
    done = crew.desk.incidents.set_many(crew.agent, (ref.id,), {"impact": 1})
    entry = crew.see(ref).journal[-1].id

    def gives_back(who: Actor) -> str:
        return office.say(
            who,
            "UPDATE incident SET impact = 3, computed_priority = 5, priority = 5, updated_at = now(),"
            f" updated_by_id = '{who.person_id}', version = version + 1 WHERE id = '{ref.id}'",
            "INSERT INTO journal_entry (id, incident_id, occurred_at, recorded_at, author_id, by_desk, kind,"
            f" visibility, change_count) SELECT '{ref.id}', '{ref.id}', now(), now(), '{who.person_id}', true,"
            " 'change', 'internal', 4",
            "INSERT INTO journal_change (incident_id, entry_id, field, old_value, new_value)"
            f" SELECT '{ref.id}', '{ref.id}', told.* FROM (VALUES ('impact', '1', '3'), ('priority', '3', '5'),"
            f" ('computed_priority', '3', '5'), ('taken_back', NULL, '{entry}')) AS told",
        )

    assert gives_back(crew.engineer) == REFUSED
    assert gives_back(crew.agent) == DONE
    office.own(f"UPDATE journal_entry SET recorded_at = recorded_at - interval '2 days' WHERE id = '{entry}'")
    assert gives_back(crew.agent) == REFUSED
    office.own(f"UPDATE journal_entry SET recorded_at = recorded_at + interval '2 days' WHERE id = '{entry}'")
    crew.desk.incidents.take_back_many(crew.agent, done)
    assert gives_back(crew.agent) == REFUSED, "once"
    assert crew.see(ref).priority == 5
