"""Each point that makes a desk safe is noticed when it is missing, and none is missed on a desk that has just been set up."""

from collections.abc import Iterator
from typing import cast

import psycopg
import pytest
from sqlalchemy import Connection, Engine, create_engine, pool

from app.infra.audit.renew import find_faults
from app.infra.clock import SystemClock
from app.models.audited import SEALED, WATCHED
from app.services.server.catalogue import Catalogue
from app.services.server.check import ESSENTIAL, POINTS, check
from app.services.server.definitions import PLACE, Differences, definitions, differences
from app.services.server.dto import Finding, Outcome, Part, Verdict, Wanted, essentials_missing
from app.services.server.setup import _Setup, set_up
from tests.security.expected import WRITTEN_BY, written
from tests.support.postgres import PostgresServer

PREFIX = "checked"

# What a test server is not set up for; the points are tried by themselves below.
OF_THE_TEST_SERVER = {"tls", "entry", "elsewhere"}

BREAKS: dict[str, tuple[str, ...]] = {
    "roles": ("ALTER ROLE checked_agent LOGIN",),
    "powers": ("ALTER ROLE checked_u_ruth CREATEDB", "ALTER ROLE checked_admin BYPASSRLS", "ALTER ROLE checked_useradmin SUPERUSER"),
    "groups": ("REVOKE checked_requester FROM checked_agent", "GRANT checked_requester TO checked_reader", "GRANT checked_admin TO checked_jobs"),
    "logins": ("GRANT checked_agent TO checked_u_ruth", "GRANT pg_read_all_data TO checked_u_ruth"),
    "owners": ("GRANT checked_owner TO checked_u_ruth", "GRANT checked_useradmin TO checked_u_ruth"),
    "ownership": ("ALTER TABLE incident OWNER TO postgres", "ALTER FUNCTION desk.who() OWNER TO postgres", "ALTER SCHEMA desk OWNER TO postgres"),
    "grants": ("GRANT SELECT (email) ON person TO checked_requester", "REVOKE SELECT (id) ON incident FROM checked_requester", "GRANT UPDATE (number) ON incident TO PUBLIC", "GRANT UPDATE (body) ON journal_entry TO checked_reader", "GRANT SELECT (login) ON person TO checked_u_ruth"),
    "tables": ("GRANT UPDATE ON incident TO checked_agent", "GRANT SELECT ON journal_entry TO PUBLIC", "GRANT DELETE ON timer TO checked_jobs"),
    "calls": ("GRANT EXECUTE ON FUNCTION desk.sees(uuid) TO PUBLIC", "REVOKE EXECUTE ON FUNCTION desk.reads_all() FROM checked_requester", "GRANT EXECUTE ON FUNCTION desk.drop_timer(text, uuid) TO checked_reader", "GRANT EXECUTE ON FUNCTION desk.make_login(text, text, text) TO checked_admin"),
    "policies": ("DROP POLICY seen ON incident", "ALTER POLICY seen ON journal_entry USING (true)", "ALTER TABLE review DISABLE ROW LEVEL SECURITY", "CREATE POLICY mine ON incident USING (true)"),
    "guards": ("DROP TRIGGER guard_update ON incident", "ALTER TABLE incident DISABLE TRIGGER demand_journal", "ALTER TABLE journal_entry ENABLE REPLICA TRIGGER guard_insert", "DROP TRIGGER journal_entry_no_update ON journal_entry"),
    "paths": ("ALTER FUNCTION desk.who() RESET search_path", "ALTER FUNCTION desk.me() SET search_path = pg_temp, public"),
    "sources": ("CREATE OR REPLACE FUNCTION desk.reads_all() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS 'BEGIN RETURN true; END'", "CREATE FUNCTION desk.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'"),
    "rules": ("INSERT INTO desk.transition VALUES ('new', 'closed', 'requester')", "DELETE FROM desk.transition WHERE role = 'agent'", "UPDATE desk.fallback SET value = '1000'"),
    "schemas": ("GRANT CREATE ON SCHEMA public TO PUBLIC", "GRANT CREATE ON SCHEMA desk TO checked_admin"),
    "defaults": ("ALTER DEFAULT PRIVILEGES FOR ROLE checked_owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC",),
    "statistics": ("ALTER TABLE incident ALTER COLUMN short_description SET STATISTICS -1",),
    "database": ("GRANT TEMPORARY ON DATABASE {database} TO PUBLIC", "GRANT CREATE ON DATABASE {database} TO checked_admin", "REVOKE CONNECT ON DATABASE {database} FROM checked_requester"),
    "elsewhere": ("GRANT CONNECT ON DATABASE postgres TO PUBLIC",),
    "language": ("GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC",),
    "large objects": ("GRANT EXECUTE ON FUNCTION pg_catalog.lo_create(oid) TO PUBLIC",),
    "temporary files": ("SET temp_file_limit = -1",),
    "timeouts": ("ALTER DATABASE {database} RESET tcp_user_timeout", "ALTER DATABASE {database} RESET ALL"),
    "passwords": ("SET password_encryption = 'md5'", "UPDATE pg_authid SET rolpassword = 'md5' || md5('x') WHERE rolname = 'checked_u_ruth'"),
    "cutting off": ("REVOKE pg_signal_backend FROM checked_useradmin", "ALTER ROLE checked_useradmin NOINHERIT"),
    "connections": ("ALTER ROLE checked_u_ruth CONNECTION LIMIT -1",),
    "yourself": ("RESET SESSION AUTHORIZATION",),
    "set up": ("DELETE FROM desk.setup",),
}  # fmt: skip
"""By point: statements of a superuser each of which takes it away."""


@pytest.fixture(scope="module")
def desk(postgres_server: PostgresServer) -> Iterator[tuple[str, Outcome]]:
    """The name of a desk that was set up as an administrator does it, and how that went."""
    database = postgres_server.create()
    outcome = set_up(postgres_server.url(database), Wanted(PREFIX, "Ruth Root", "ruth"))
    yield database, outcome
    postgres_server.drop(database)


SINCE_16 = {
    "GRANT checked_useradmin TO checked_u_ruth": "who makes a login is a member of it, and the server refuses a circle",
    "ALTER ROLE checked_useradmin NOINHERIT": "whether something is inherited is said with each membership",
}
"""What takes nothing away from PostgreSQL 16 on, and why."""


def skip_what_newer_servers_refuse(connection: Connection, statement: str) -> None:
    (version,) = connection.exec_driver_sql("SELECT current_setting('server_version_num')::int / 10000").one()
    if version >= 16 and statement in SINCE_16:
        pytest.skip(SINCE_16[statement])


@pytest.fixture
def connection(postgres_server: PostgresServer, desk: tuple[str, Outcome]) -> Iterator[Connection]:
    """A superuser's connection to it, in a transaction that is taken back."""
    engine: Engine = create_engine(postgres_server.url(desk[0]), poolclass=pool.NullPool)
    with engine.connect() as found:
        yield found
        found.rollback()
    engine.dispose()


def missing(findings: tuple[Finding, ...]) -> set[str]:
    return {each.key for each in findings if each.verdict is Verdict.MISSING}


def test_a_desk_that_was_just_set_up_lacks_nothing(connection: Connection) -> None:
    found = check(connection)
    lacking = [each for each in found if each.verdict is Verdict.MISSING and each.key not in OF_THE_TEST_SERVER]
    assert [each.key for each in lacking] == ["yourself"], lacking
    assert len(found) == len(POINTS) + 1


@pytest.mark.parametrize("points", [POINTS, ESSENTIAL])
def test_a_person_of_the_desk_may_ask(points: object, connection: Connection) -> None:
    connection.exec_driver_sql("SET SESSION AUTHORIZATION checked_u_ruth")
    found = check(connection, points)  # type: ignore[arg-type]  # one of two tuples
    lacking = [each for each in found if each.verdict is Verdict.MISSING and each.key not in OF_THE_TEST_SERVER]
    assert lacking == []
    unknown = {each.key for each in found if each.verdict is Verdict.UNKNOWN}
    assert unknown == ({"entry"} if points is POINTS else set())


MORE = (
    ("policies", "ALTER POLICY changed ON incident USING (desk.reads_all() OR true)"),
    ("policies", "CREATE POLICY mine ON person AS RESTRICTIVE FOR SELECT USING (false)"),
    ("guards", "CREATE TRIGGER mine AFTER INSERT ON incident FOR EACH ROW EXECUTE FUNCTION desk.person_left()"),
    ("guards", "DROP TRIGGER audit_incident_change ON incident"),
    ("guards", "DROP TRIGGER demand_journal ON incident; CREATE TRIGGER demand_journal AFTER INSERT ON incident FOR EACH ROW EXECUTE FUNCTION desk.person_left()"),
    ("sources", "DROP FUNCTION desk.sees(uuid) CASCADE"),
    ("sources", "DROP FUNCTION desk.guard_setting() CASCADE"),
    ("sources", "ALTER FUNCTION desk.who() SECURITY INVOKER"),
    ("sources", "ALTER FUNCTION desk.reads_all() VOLATILE"),
    ("sources", "DROP FUNCTION desk.me() CASCADE; CREATE FUNCTION desk.me() RETURNS text LANGUAGE sql AS 'SELECT null::text'"),
    ("sources", "CREATE OR REPLACE FUNCTION public.refuse_journal_edit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"),
    ("logins", "GRANT checked_agent, checked_supervisor TO checked_u_ruth; GRANT pg_monitor TO checked_u_ruth"),
    ("grants", "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM checked_requester; REVOKE SELECT (id) ON person FROM checked_requester"),
)  # fmt: skip
"""More ways to take a point away, for what is put back."""

CASES = [(key, statement) for key, statements in BREAKS.items() for statement in statements]


@pytest.mark.parametrize(("key", "statement"), [*CASES, *MORE])
def test_what_is_taken_away_is_noticed(
    key: str, statement: str, connection: Connection, desk: tuple[str, Outcome]
) -> None:
    skip_what_newer_servers_refuse(connection, statement)
    if key == "yourself":
        connection.exec_driver_sql("SET SESSION AUTHORIZATION checked_u_ruth")
    before = missing(check(connection))
    assert key not in before or key == "elsewhere"
    connection.exec_driver_sql(statement.format(database=f'"{desk[0]}"'))
    found = {each.key: each for each in check(connection)}
    assert found[key].verdict is Verdict.MISSING
    assert found[key].found
    assert found[key].mend


NOT_TO_BE_MENDED = {
    "temporary files": "the limit of this very session was lifted, and only the next ones begin with it again",
    "passwords": "whoever has an old verifier chooses a password anew",
    "yourself": "who asks comes in as the owner",
}
MENDED = [(key, statement) for key, statement in (*CASES, *MORE) if key not in NOT_TO_BE_MENDED]


@pytest.mark.parametrize(("key", "statement"), MENDED)
def test_what_was_taken_away_is_put_back_by_one_command(
    key: str, statement: str, connection: Connection, desk: tuple[str, Outcome]
) -> None:
    skip_what_newer_servers_refuse(connection, statement)
    connection.exec_driver_sql(statement.format(database=f'"{desk[0]}"'))
    assert key in missing(check(connection))
    told: list[str] = []
    _Setup(connection, Wanted(), lambda _part, line: told.append(line), SystemClock()).run()
    left = {each.key: each.found for each in check(connection) if each.verdict is Verdict.MISSING}
    assert left.keys() <= {*OF_THE_TEST_SERVER, "yourself"}, left
    assert find_faults(connection, WATCHED, SEALED) == []


def test_nothing_is_put_back_where_nothing_differs(connection: Connection) -> None:
    parts: list[Part] = []
    _Setup(connection, Wanted(), lambda part, _line: parts.append(part), SystemClock()).run()
    assert Part.PUT_BACK not in parts


def test_what_a_dump_puts_back_is_what_was_there(connection: Connection) -> None:
    """A dump shows conditions as the server does; read back from that, they are shown a little differently."""
    for named, statement in definitions().items():
        if named.kind != "function":
            connection.exec_driver_sql(f"DROP {named.kind} {named.name} ON {named.table}")
            connection.exec_driver_sql(statement.replace("%", "%%"))
    assert differences(connection) == Differences(frozenset(), frozenset(), frozenset(), frozenset())


def test_the_definitions_are_those_that_the_migrations_make(connection: Connection) -> None:
    assert differences(connection) == Differences(frozenset(), frozenset(), frozenset(), frozenset())
    driver = cast("psycopg.Connection[tuple[str, ...]]", connection.connection.driver_connection)
    if driver.info.server_version // 10_000 == WRITTEN_BY:
        assert written(driver) == PLACE.read_text(encoding="utf-8"), "python -m tests.security.expected"


def test_every_point_can_be_taken_away() -> None:
    """So that none of them is a sentence that is always true; the three of the server are tried by themselves."""
    looked_at = {"set up", *BREAKS, "tls", "entry", "prepared transactions"}
    assert len(looked_at) == len(POINTS) + 1


SERVERS = {
    "off": ({"ssl": "off"}, "tls"),
    "old": ({"ssl": "on", "ssl_min_protocol_version": "TLSv1"}, "tls"),
    "prepared": ({"max_prepared_transactions": "64"}, "prepared transactions"),
}


@pytest.mark.parametrize("server", SERVERS)
def test_settings_of_the_server_are_noticed(
    server: str, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, key = SERVERS[server]
    real = Catalogue.setting
    monkeypatch.setattr(Catalogue, "setting", lambda self, name: settings.get(name) or real(self, name))
    assert key in missing(check(connection))
    good = {"ssl": "on", "ssl_min_protocol_version": "TLSv1.2", "max_prepared_transactions": "0"}
    monkeypatch.setattr(Catalogue, "setting", lambda self, name: good.get(name) or real(self, name))
    assert key not in missing(check(connection))


def test_rules_of_entry_that_trust_everybody_are_noticed(connection: Connection) -> None:
    """The server of the tests trusts everybody, which is what this point is there for."""
    entry = next(each for each in check(connection) if each.key == "entry")
    assert entry.verdict is Verdict.MISSING
    assert "trust" in entry.found


def test_the_essentials_are_told_apart(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER ROLE checked_u_ruth CONNECTION LIMIT -1")
    connection.exec_driver_sql("DROP POLICY seen ON incident")
    found = check(connection)
    assert {"connections", "policies"} <= missing(found)
    assert "connections" not in {each.key for each in essentials_missing(found)}
    assert "policies" in {each.key for each in essentials_missing(found)}


def test_a_database_without_a_desk_is_told_so(postgres_server: PostgresServer) -> None:
    database = postgres_server.create()
    engine = create_engine(postgres_server.url(database), poolclass=pool.NullPool)
    with engine.connect() as found:
        assert missing(check(found)) == {"set up"}
    engine.dispose()
    postgres_server.drop(database)
