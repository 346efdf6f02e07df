"""Setting a desk up from the command line: explained, repeatable, and refused where it would do harm."""

import json

import psycopg
import pytest

from app.domain.errors import BadInput, Refused, Stopped, Unavailable
from app.infra import migrate
from app.services.server.dto import Part, Wanted
from app.services.server.setup import set_up
from main import main
from tests.support.databases import roles_of_server
from tests.support.old_desks import REVISIONS, make_old_desk
from tests.support.postgres import PostgresServer


def test_an_empty_database_becomes_a_desk(
    postgres_server: PostgresServer, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres_server.url(database)
    assert main(["server", "init", url, "--prefix", "office", "--person", "Ruth Root", "--login", "ruth"]) == 0
    said = capsys.readouterr().out
    assert "Login:          office_u_ruth" in said
    password = said.split("First password: ")[1].split()[0]
    assert len(password) == 23
    login = postgres_server.url(database, "office_u_ruth").replace("+psycopg", "")
    with psycopg.connect(login, password=password) as connection:
        assert connection.execute("SELECT login, must_change FROM desk.standing()").fetchone() == (
            "office_u_ruth",
            True,
        )
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (0,)
    stored = postgres_server.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'office_u_ruth'")
    assert str(stored[0][0]).startswith("SCRAM-SHA-256$")


def test_a_second_time_changes_nothing_and_shows_no_password(
    postgres_server: PostgresServer, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres_server.url(database)
    first = set_up(url, Wanted("again"))
    assert first.first_password is not None
    assert main(["server", "init", url]) == 0
    assert "First password" not in capsys.readouterr().out
    people = postgres_server.execute("SELECT count(*) FROM person", database=database)
    assert people == [(1,)]


def test_what_was_changed_is_put_to_rights(postgres_server: PostgresServer, database: str) -> None:
    url = postgres_server.url(database)
    set_up(url, Wanted("mended"))
    for statement in (
        "GRANT UPDATE ON incident TO PUBLIC",
        "ALTER TABLE incident OWNER TO postgres",
        "GRANT TEMPORARY ON DATABASE {database} TO PUBLIC",
        "REVOKE mended_requester FROM mended_agent",
        "INSERT INTO desk.transition VALUES ('new', 'closed', 'requester')",
    ):
        postgres_server.execute(statement.format(database=f'"{database}"'), database=database)
    assert {"tables", "ownership", "database", "groups", "rules"} <= missing(postgres_server, database)
    postgres_server.execute("ALTER ROLE mended_agent LOGIN")
    assert missing(postgres_server, database) == {"roles"}
    set_up(url)
    assert missing(postgres_server, database) <= {"yourself", "tls", "entry", "elsewhere"}


def missing(server: PostgresServer, database: str) -> set[str]:
    from app.services.server.check import check_at
    from app.services.server.dto import Verdict

    return {each.key for each in check_at(server.url(database)) if each.verdict is Verdict.MISSING}


def test_a_desk_that_was_used_without_rights_gets_some(postgres_server: PostgresServer, database: str) -> None:
    url = postgres_server.url(database)
    migrate.upgrade(url)
    postgres_server.execute(
        "INSERT INTO person (id, name, role) VALUES (gen_random_uuid(), 'Ada', 'admin')", database=database
    )
    done = set_up(url, Wanted("grown", person="Ada", login="ada"))
    assert done.login == "grown_u_ada"
    people = postgres_server.execute("SELECT name, login FROM person", database=database)
    assert people == [("Ada", "grown_u_ada")]


def test_two_desks_on_one_server_share_no_role(postgres_server: PostgresServer, database: str) -> None:
    other = postgres_server.create()
    set_up(postgres_server.url(database), Wanted("first"))
    with pytest.raises(Refused, match="belong to something else"):
        set_up(postgres_server.url(other), Wanted("first"))
    assert postgres_server.execute("SELECT to_regclass('incident')", database=other) == [(None,)]
    set_up(postgres_server.url(other), Wanted("second"))
    with pytest.raises(Refused, match="begin with 'second', and they keep it"):
        set_up(postgres_server.url(other), Wanted("third"))
    with pytest.raises(psycopg.OperationalError, match="CONNECT privilege"):
        psycopg.connect(postgres_server.url(other, "first_u_admin").replace("+psycopg", ""))
    postgres_server.drop(other)


def test_a_database_that_holds_something_else_is_left_alone(postgres_server: PostgresServer, database: str) -> None:
    postgres_server.execute("CREATE TABLE invoices (id int)", database=database)
    with pytest.raises(Refused, match=r"holds something else already \(invoices\)"):
        set_up(postgres_server.url(database), Wanted("shop"))
    assert "shop_owner" not in roles_of_server(postgres_server)


def test_nothing_is_left_of_a_set_up_that_fails_half_way(
    postgres_server: PostgresServer, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.services.server import setup

    def torn(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(setup._Setup, "_first_administrator", torn)
    with pytest.raises(KeyboardInterrupt):
        set_up(postgres_server.url(database), Wanted("torn"))
    assert "torn_owner" not in roles_of_server(postgres_server)
    assert postgres_server.execute("SELECT to_regclass('incident')", database=database) == [(None,)]


def test_a_login_that_may_not_is_told_what_it_lacks(postgres_server: PostgresServer, database: str) -> None:
    postgres_server.execute("CREATE ROLE poor LOGIN")
    with pytest.raises(
        Unavailable, match="the login poor lacks the right to make roles and to own the database"
    ) as told:
        set_up(postgres_server.url(database, "poor"), Wanted("poorly"))
    for statement in str(told.value).partition("to run: ")[2].split("; "):
        postgres_server.execute(statement.rstrip(";"), database=database)
    set_up(postgres_server.url(database, "poor"), Wanted("poorly"))


def test_setting_up_can_be_stopped_and_leaves_nothing(postgres_server: PostgresServer, database: str) -> None:
    told: list[Part] = []
    with pytest.raises(Stopped, match="as it was before"):
        set_up(
            postgres_server.url(database),
            Wanted("stopped"),
            lambda part, _line: told.append(part),
            canceled=lambda: Part.RIGHTS in told,
        )
    # The server of the tests may have no trigrams.
    assert [part for part in told if part is not Part.TRIGRAMS] == [Part.ROLES, Part.TABLES, Part.LOGINS, Part.RIGHTS]
    assert "stopped_owner" not in roles_of_server(postgres_server)
    assert postgres_server.execute("SELECT to_regclass('incident')", database=database) == [(None,)]


def test_the_owner_of_a_database_sets_up_all_but_what_needs_a_superuser(
    postgres_server: PostgresServer, database: str
) -> None:
    """As on a managed server, where nobody is a superuser."""
    postgres_server.execute("CREATE ROLE manager LOGIN CREATEROLE")
    postgres_server.execute(f'ALTER DATABASE "{database}" OWNER TO manager')
    postgres_server.execute("ALTER SCHEMA public OWNER TO manager", database=database)
    done = set_up(postgres_server.url(database, "manager"), Wanted("managed"))
    assert done.first_password is not None
    assert len(done.left_undone) == 2
    lacking = missing(postgres_server, database) - {"yourself", "tls", "entry", "elsewhere"}
    assert lacking == {"language", "large objects", "temporary files", "cutting off"}
    set_up(postgres_server.url(database), Wanted())
    assert missing(postgres_server, database) <= {"yourself", "tls", "entry", "elsewhere"}


def test_a_file_is_no_server(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BadInput, match="lies on a PostgreSQL server"):
        set_up(f"sqlite:///{tmp_path}/desk.db")
    assert main(["server", "check"]) == 1
    assert "This is a desk in a file" in capsys.readouterr().err


def test_the_check_is_printed_for_people_and_programs(
    postgres_server: PostgresServer, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres_server.url(database)
    assert main(["server", "check", url]) == 1
    assert "MISSING  The desk is set up for several people: this database holds no desk yet" in capsys.readouterr().out
    set_up(url, Wanted("told"))
    assert main(["server", "check", url, "--json"]) == 1
    points = {each["key"]: each for each in json.loads(capsys.readouterr().out)}
    assert points["grants"]["verdict"] == "good"
    assert points["tls"] == {
        "key": "tls", "title": "The way to the server is encrypted", "verdict": "missing", "essential": True,
        "by_init": False, "found": "the server does not speak TLS (ssl = off)",
        "mend": "Give the server a certificate and set ssl = on; docs/administration.md shows how, step by step.",
    }  # fmt: skip


def test_an_older_desk_is_upgraded_once_somebody_says_that_it_is_backed_up(
    postgres_server: PostgresServer, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres_server.url(database)
    make_old_desk(url, REVISIONS[-1])
    assert main(["server", "init", url, "--prefix", "elder"]) == 1
    said = capsys.readouterr().err
    assert f"pg_dump -Fc -h 127.0.0.1 -p {postgres_server.port} -d {database}" in said
    assert "--backed-up" in said
    assert not migrate.is_current(url)
    assert main(["server", "init", url, "--prefix", "elder", "--backed-up"]) == 0
    assert migrate.is_current(url)
    assert "elder_owner" in roles_of_server(postgres_server)
    assert postgres_server.execute("SELECT count(*) FROM incident", database=database) == [(24,)]
