"""Letting people in to a shared desk, changing what they may and letting them go, all from the command line."""

import io
import json
from typing import Any

import psycopg
import pytest

from app.services.server.dto import Wanted
from app.services.server.setup import set_up
from main import main
from tests.support.clock import FrozenClock
from tests.support.postgres import PostgresServer


class Office:
    """A shared desk whose administrator Ruth has chosen her password; `run` is the command line in her name."""

    def __init__(self, server: PostgresServer, database: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.server, self.database, self._capsys = server, database, capsys
        set_up(server.url(database), Wanted("office", "Ruth Root", "ruth"))
        self.settle("ruth")

    def settle(self, login: str) -> None:
        """Choose a password, as whoever comes in for the first time has to."""
        self.server.execute(
            f"UPDATE desk.account SET must_change = false WHERE login = 'office_u_{login}'", database=self.database
        )

    def run(self, *arguments: str, code: int = 0) -> str:
        """What the command says, and that it ends with the code."""
        address = self.server.url(self.database, "office_u_ruth")
        assert main(["--database", address, "server", *arguments]) == code
        said = self._capsys.readouterr()
        return said.out + said.err

    def connect(self, login: str) -> "psycopg.Connection[Any]":
        """A connection by somebody's login."""
        url = self.server.url(self.database, f"office_u_{login}").replace("+psycopg", "")
        return psycopg.connect(url, autocommit=True)

    def groups_of(self, login: str) -> set[str]:
        """The roles that a login is in."""
        rows = self.server.execute(
            "SELECT parent.rolname FROM pg_auth_members JOIN pg_roles parent ON parent.oid = roleid"
            " JOIN pg_roles member ON member.oid = member WHERE member.rolname = %s",
            f"office_u_{login}",
        )
        return {str(row[0]) for row in rows}

    def people(self, *arguments: str) -> dict[str, dict[str, Any]]:
        """The list for programs, by name."""
        return {each["name"]: each for each in json.loads(self.run("people", "--json", *arguments))["people"]}


@pytest.fixture
def office(postgres_server: PostgresServer, database: str, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(postgres_server, database, capsys)


def password_of(said: str) -> str:
    return said.split("First password: ")[1].split(maxsplit=1)[0]


def test_a_person_is_added_with_a_login_and_a_first_password(office: Office) -> None:
    said = office.run("add-person", "Éva Nagy", "--email", "eva@office.example", "--group", "service desk")
    assert "Éva Nagy is an agent of this desk now." in said
    assert "office_u_eva_nagy" in said
    assert len(password_of(said)) == 23
    assert office.groups_of("eva_nagy") == {"office_agent"}
    with office.connect("eva_nagy") as connection:
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (0,)
    assert office.people()["Éva Nagy"] == {
        "name": "Éva Nagy", "email": "eva@office.example", "role": "agent", "groups": ["Service desk"],
        "login": "office_u_eva_nagy", "must_change_password": True, "connections": 0,
    }  # fmt: skip
    assert "office_u_eva_nagy, first password not changed yet" in office.run("people")


def test_nothing_is_half_done_when_a_login_is_taken(office: Office) -> None:
    office.run("add-person", "Ada", "--login", "ada")
    assert "office_u_ada is a login of this desk already" in office.run(
        "add-person", "Ada Two", "--login", "ada", code=1
    )
    assert "Ada Two" not in office.people()
    assert "cannot be a login" in office.run("add-person", "Ada Two", "--login", 'a"; DROP ROLE x', code=1)
    assert "There is no group 'Ghosts'" in office.run("add-person", "Ada Two", "--group", "Ghosts", code=1)


def test_who_is_removed_is_out_within_one_statement(office: Office) -> None:
    office.run("add-person", "Ada", "--login", "ada")
    office.settle("ada")
    with office.connect("ada") as connection:
        assert connection.execute("SELECT count(*) > 0 FROM person").fetchone() == (True,)
        assert "Ada is removed" in office.run("remove-person", "ada")
        with pytest.raises(psycopg.OperationalError, match="terminating connection"):
            connection.execute("SELECT count(*) FROM person")
    with pytest.raises(psycopg.OperationalError, match="is not permitted to log in"):
        office.connect("ada")
    assert office.people("--removed")["Ada"]["login"] is None
    assert "Ada is at the desk again" in office.run("bring-back", "Ada")
    assert "office_u_ada" in office.run("give-login", "Ada")
    office.connect("ada").close()


def test_who_is_locked_stays_at_the_desk(office: Office) -> None:
    office.run("add-person", "Ada", "--login", "ada", "--email", "ada@office.example")
    assert "cannot come in any more" in office.run("lock-person", "ada@office.example")
    with pytest.raises(psycopg.OperationalError, match="is not permitted to log in"):
        office.connect("ada")
    assert office.people()["Ada"]["login"] is None
    assert "has no login" in office.run("reset-password", "Ada", code=1)


def test_a_password_is_reset_and_what_is_open_shows_nothing(office: Office) -> None:
    first = password_of(office.run("add-person", "Ada", "--login", "ada"))
    office.settle("ada")
    with office.connect("ada") as connection:
        second = password_of(office.run("reset-password", "office_u_ada"))
        assert second != first
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (0,)


def test_roles_and_groups_change(office: Office) -> None:
    office.run("add-person", "Ada", "--login", "ada", "--group", "Service desk")
    assert "Ada is a supervisor; groups: none." in office.run(
        "change-person", "Ada", "--role", "supervisor", "--leave", "Service desk"
    )
    assert office.groups_of("ada") == {"office_supervisor"}
    assert "Ada is a supervisor; groups: Service desk." in office.run("change-person", "Ada", "--join", "Service desk")


def test_somebody_remains_who_can_let_people_in(office: Office) -> None:
    assert "cannot remove yourself" in office.run("remove-person", "ruth", code=1)
    assert "cannot lock yourself out" in office.run("lock-person", "ruth", code=1)
    assert "Somebody has to remain" in office.run("change-person", "ruth", "--role", "agent", code=1)
    with (
        pytest.raises(psycopg.errors.InsufficientPrivilege, match="somebody has to remain"),
        office.connect("ruth") as connection,
    ):
        connection.execute("UPDATE person SET active = false WHERE name = 'Ruth Root'")


def test_a_supervisor_lets_nobody_in_but_lets_people_go(office: Office) -> None:
    office.run("add-person", "Sam", "--login", "sam", "--role", "supervisor")
    office.run("add-person", "Ada", "--login", "ada")
    office.settle("sam")
    address = office.server.url(office.database, "office_u_sam")
    assert main(["--database", address, "server", "reset-password", "Ada"]) == 1
    assert main(["--database", address, "server", "add-person", "Eve"]) == 1
    assert main(["--database", address, "server", "remove-person", "Ruth Root"]) == 1
    assert main(["--database", address, "server", "remove-person", "Ada"]) == 0
    with pytest.raises(psycopg.OperationalError, match="is not permitted to log in"):
        office.connect("ada")
    office.run("people")
    assert set(office.people()) == {"Ruth Root", "Sam"}


def test_whom_a_name_does_not_tell_apart(office: Office) -> None:
    office.run("add-person", "Ada", "--login", "ada")
    office.run("add-person", "Ada", "--login", "ada2", "--role", "requester")
    assert "2 people are 'Ada'" in office.run("reset-password", "Ada", code=1)
    assert "office_u_ada2" in office.run("reset-password", "ada2")
    assert "Nobody of this desk is 'Eve'" in office.run("reset-password", "Eve", code=1)
    assert "Nobody who was removed is 'Eve'" in office.run("bring-back", "Eve", code=1)


def test_a_service_gets_a_login_that_runs_timers(office: Office, clock: FrozenClock) -> None:
    said = office.run("add-service")
    assert "office_u_jobs" in said
    assert office.groups_of("jobs") == {"office_jobs"}
    assert "(service)" in office.run("people")
    address = office.server.url(office.database, "office_u_jobs")
    assert main(["--database", address, "jobs", "run", "--once"]) == 0
    assert "cannot come in any more" in office.run("remove-service")
    assert "There is no service" in office.run("remove-service", code=1)


def test_open_work_is_moved_or_told(office: Office) -> None:
    office.run("add-person", "Ada", "--login", "ada", "--group", "Service desk")
    office.run("add-person", "Ben", "--login", "ben", "--group", "Service desk")
    office.run("add-person", "Cem", "--login", "cem")
    log_for(office, "Ada", "Printer on fire")
    said = office.run("remove-person", "ada", "--move-work-to", "cem")
    assert "Service desk, 1 open incident assigned to nobody now: Cem is not in the group." in said
    assert "INC-000001 Printer on fire" in said
    office.run("bring-back", "Ada")
    log_for(office, "Ada", "Printer still on fire")
    assert "Still assigned to them: INC-000002 Printer still on fire" in office.run("remove-person", "Ada")
    office.run("bring-back", "Ada")
    said = office.run("remove-person", "Ada", "--move-work-to", "cem", "--joining")
    assert "Service desk, 1 open incident to Cem." in said
    assert office.server.execute(
        "SELECT person.name FROM incident JOIN person ON person.id = assignee_id", database=office.database
    ) == [("Cem",)]


def log_for(office: Office, name: str, summary: str) -> None:
    """Log an incident that is assigned to somebody, as Ruth."""
    from app.bootstrap import open_session
    from app.services.incidents.dto import NewIncident

    session = open_session(office.server.url(office.database, "office_u_ruth"))
    desk, me = session.desk, session.actor
    person = next(each for each in desk.roster.page(me).people if each.name == name)
    desk.incidents.create(
        me, NewIncident(desk.new_id(), summary, me.person_id, group_id=person.groups[0].id, assignee_id=person.id)
    )
    desk.close()


def test_ones_own_password_is_chosen_at_the_command_line(
    office: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    office.run("add-person", "Ada", "--login", "ada")
    address = office.server.url(office.database, "office_u_ada")

    def choose(typed: str) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return main(["server", "password", address])

    assert choose("short\nshort\n") == 1
    assert "Take at least 10 characters" in capsys.readouterr().err
    assert choose("three quiet words\nthree quiet wards\n") == 1
    assert "not the same" in capsys.readouterr().err
    assert choose("three quiet words\nthree quiet words\n") == 0
    with office.connect("ada") as connection:
        assert connection.execute("SELECT must_change FROM desk.standing()").fetchone() == (False,)


def test_a_desk_in_a_file_has_no_logins(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["server", "add-person", "Ada"]) == 1
    assert "This is a desk in a file" in capsys.readouterr().err


def test_somebody_who_only_reads_is_added_and_changed(office: Office) -> None:
    said = office.run("add-person", "Iris Falk", "--role", "reader")
    assert "Iris Falk is a reader of this desk now." in said
    assert office.groups_of("iris_falk") == {"office_reader"}
    office.settle("iris_falk")
    with office.connect("iris_falk") as connection:
        assert connection.execute("SELECT desk.role()").fetchone() == ("reader",)
    assert "A reader is in no group" in office.run(
        "add-person", "Uma Holm", "--role", "reader", "--group", "Service desk", code=1
    )
    office.run("add-person", "Ben Adler", "--group", "Service desk")
    refused = office.run("change-person", "ben_adler", "--role", "reader", code=1)
    assert "Ben Adler is in 1 group (Service desk). Take them out of it first" in refused
    said = office.run("change-person", "ben_adler", "--role", "reader", "--leave", "Service desk")
    assert "Ben Adler is a reader; groups: none." in said
    assert office.groups_of("ben_adler") == {"office_reader"}
    said = office.run("change-person", "ben_adler", "--role", "agent", "--join", "Service desk")
    assert "Ben Adler is an agent; groups: Service desk." in said
