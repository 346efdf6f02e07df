"""Turning a database on a PostgreSQL server into a shared desk, in one transaction: all of it, or nothing.

It may be run again at any time: it upgrades the schema, brings roles, grants and settings to what they should be, and
says of each step what it is good for. The order of the steps is that of part 3.1 of the reliability research.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError

from app.domain.actor import Actor
from app.domain.errors import BadInput, Refused, Stopped, Unavailable
from app.domain.text import clean_line
from app.domain.vocabulary import Role
from app.domain.wording import tr
from app.infra.clock import Clock, SystemClock
from app.infra.database_time import DatabaseTime
from app.infra.database_url import parse_url
from app.infra.failures import raise_explained
from app.infra.ids import IdMaker
from app.infra.migrate import how_to_back_up, is_older, upgrade_within
from app.infra.postgres import make_single_engine
from app.infra.unit_of_work import Work
from app.models.people import person
from app.services.server.ability import OLDEST, lacks, look_at_server, others_in, what_is_lacking
from app.services.server.catalogue import Catalogue
from app.services.server.dto import Outcome, Part, Wanted
from app.services.server.function_rights import MAKERS
from app.services.server.grants import GRANTS
from app.services.server.hardening import (
    harden_database,
    harden_objects,
    harden_server,
    settings_of_database,
)
from app.services.server.passwords import first_password, verifier
from app.services.server.putting_back import logins_with_rights_of_their_own, put_objects_back, put_roles_back
from app.services.server.rights import everybody_but_the_owner, write_rights
from app.services.server.roles import Roles, roles_of, usual_prefix
from app.services.server.trigrams import bring_trigrams
from app.services.sign_in import furnish

_MAKERS_TEXT = Path(__file__).resolve().parents[3] / "migrations" / "sql" / "server" / "logins.sql"
_LOCK_KEY = 0x4D53544E


Tell = Callable[[Part, str], None]


def _silent(_part: Part, _line: str) -> None:
    return None


def _never() -> bool:
    return False


def set_up(
    url: str,
    wanted: Wanted | None = None,
    tell: Tell = _silent,
    clock: Clock | None = None,
    canceled: Callable[[], bool] = _never,
) -> Outcome:
    """Set the database at the URL up as a shared desk, as its administrator; `tell` is given a line for each part.

    Raises `Refused` for a database that holds something else or belongs to another desk, `Unavailable` when the server
    cannot be reached, is too old, or does not let this login do it, `Stopped` once `canceled` says so. Nothing has
    changed then.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() != "postgresql":
        raise BadInput(tr("A shared desk lies on a PostgreSQL server: postgresql://ADMINISTRATOR@HOST/DATABASE."))
    engine = make_single_engine(parsed)
    event.listen(engine, "before_cursor_execute", partial(_stop_where, canceled))
    try:
        with engine.begin() as connection:
            return _Setup(connection, wanted or Wanted(), tell, clock or SystemClock()).run()
    except DBAPIError as error:
        raise_explained(error)
    finally:
        engine.dispose()


def _stop_where(canceled: Callable[[], bool], *_about_the_statement: object) -> None:
    if canceled():
        raise Stopped(tr("Setting up was stopped. The database is as it was before."))


class _Setup:
    """One run, in the transaction of the connection."""

    def __init__(self, connection: Connection, wanted: Wanted, tell: Tell, clock: Clock) -> None:
        self.connection = connection
        self.wanted = wanted
        self.tell = tell
        self.clock = clock
        self.left_undone: list[str] = []
        self.server = look_at_server(connection)
        self.roles = Roles("")
        self.holders: tuple[str, ...] = ()
        self.everybody = "PUBLIC"

    def run(self) -> Outcome:
        """All steps, in order."""
        self._refuse_what_cannot_be()
        self.run_sql(f"SELECT pg_advisory_xact_lock({_LOCK_KEY})")
        self.roles = roles_of(self._prefix())
        self._make_roles()
        self._take_over()
        self._schema()
        self._trigrams()
        self._put_back()
        self._useradmin_functions()
        self.tell(Part.RIGHTS, "Each role is granted the columns that it works with, and nobody may delete.")
        write_rights(self.connection, self.holders)
        self._harden()
        login, password = self._first_administrator()
        return Outcome(self.roles.prefix, login, password, tuple(self.left_undone))

    def run_sql(self, sql: str) -> None:
        """One statement of this program, without parameters; signs that mark parameters elsewhere are plain text."""
        self.connection.exec_driver_sql(sql, execution_options={"no_parameters": True})

    def ask(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """The rows of a question."""
        return [tuple(row) for row in self.connection.exec_driver_sql(sql, tuple(values)).all()]

    def has_role(self, name: str) -> bool:
        """Whether the server has a role."""
        return bool(self.ask("SELECT 1 FROM pg_roles WHERE rolname = %s", name))

    def _refuse_what_cannot_be(self) -> None:
        server = self.server
        if server.version < OLDEST:
            raise Unavailable(
                tr(
                    "This is PostgreSQL {version}. Mainstay needs {oldest} or newer.",
                    version=server.version,
                    oldest=OLDEST,
                )
            )
        lacking = lacks(server)
        if lacking:
            raise Unavailable(what_is_lacking(lacking, server.user))
        if is_older(self.connection) and not self.wanted.backed_up:
            raise Refused(
                tr(
                    "This desk is of an older version, and nothing was changed. Make a backup first, since nothing "
                    "else leads back: {how_to_back_up}. Look into it with pg_restore --list, then run this again "
                    "with --backed-up. Whoever has the desk open has to update Mainstay afterwards.",
                    how_to_back_up=how_to_back_up(self.connection.engine.url),
                )
            )
        others = others_in(self.connection, set(GRANTS))
        if others:
            raise Refused(
                tr(
                    "The database {database} holds something else already ({names}). Make an empty one for the desk, "
                    "or name another.",
                    database=server.database,
                    names=", ".join(others[:5]),
                )
            )

    def _prefix(self) -> str:
        """The prefix that the desk has, else the one that is wanted, else one made of the name of the database."""
        has_setup = self.ask("SELECT to_regclass('desk.setup') IS NOT NULL")[0][0]
        stored = self.ask("SELECT role_prefix FROM desk.setup") if has_setup else []
        if stored:
            known = str(stored[0][0])
            if self.wanted.prefix and self.wanted.prefix != known:
                raise Refused(tr("The roles of this desk begin with {known}, and they keep it.", known=f"{known!r}"))
            return known
        prefix = self.wanted.prefix or self._prefix_of_marks() or usual_prefix(self.server.database)
        roles = roles_of(prefix)
        of = self.ask(
            "SELECT shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname IN (%s, %s)",
            roles.owner,
            roles.useradmin,
        )
        if any(row[0] != _mark(self.server.database) for row in of):
            raise Refused(
                tr(
                    "The server has roles that begin with {prefix}_ already, and they belong to something else. "
                    "Choose another beginning with --prefix.",
                    prefix=prefix,
                )
            )
        return prefix

    def _prefix_of_marks(self) -> str:
        """The prefix of the roles that were made for the desk in this database, where it does not know it any more."""
        rows = self.ask(
            "SELECT rolname FROM pg_roles WHERE shobj_description(oid, 'pg_authid') = %s AND rolname LIKE '%%\\_owner'",
            _mark(self.server.database),
        )
        return str(rows[0][0]).removesuffix("_owner") if len(rows) == 1 else ""

    def _make_roles(self) -> None:
        roles, run = self.roles, self.run_sql
        self.tell(
            Part.ROLES,
            f"{roles.owner} owns the desk, {roles.useradmin} may make logins, and every login is in one of"
            f" {', '.join((*roles.groups, roles.jobs))}.",
        )
        for name in roles.made:
            if not self.has_role(name):
                run(f"CREATE ROLE {name} NOLOGIN")
                run(f"COMMENT ON ROLE {name} IS '{_mark(self.server.database)}'")
        for name in roles.made:
            # Before PostgreSQL 16 it is the role that inherits or not, and this one has to end sessions by inheriting.
            makes = "CREATEROLE" if name == roles.useradmin else "NOCREATEROLE"
            run(f"ALTER ROLE {name} NOLOGIN {makes} INHERIT")
        for higher, lower in roles.nested:
            run(f"GRANT {lower} TO {higher}")
        only_admin = "ADMIN TRUE, INHERIT FALSE, SET FALSE" if self.server.version >= 16 else "ADMIN OPTION"
        for name in (*roles.groups, roles.jobs):
            run(f"GRANT {name} TO {roles.useradmin} WITH {only_admin}")
        if not self.server.is_superuser:
            # Whoever sets up has to act as these two; they stay a member, and may upgrade the desk.
            for name in (roles.owner, roles.useradmin):
                run(f"GRANT {name} TO CURRENT_USER")

    def _take_over(self) -> None:
        """Give everything that is there already to the owner: a desk that was used without protection until now."""
        owner = self.roles.owner
        self.run_sql(f"GRANT CREATE, CONNECT, TEMPORARY ON DATABASE {self._database()} TO {owner}")
        self.run_sql(f"ALTER SCHEMA public OWNER TO {owner}")
        for kind, name in self._foreign_objects():
            self.run_sql(f"ALTER {kind} {name} OWNER TO {owner}")

    def _database(self) -> str:
        return self.connection.dialect.identifier_preparer.quote_identifier(self.server.database)

    def _foreign_objects(self) -> list[tuple[str, str]]:
        owner = self.roles.owner
        schemas = self.ask(
            "SELECT 'SCHEMA', 'desk' FROM pg_namespace WHERE nspname = 'desk' AND pg_get_userbyid(nspowner) <> %s",
            owner,
        )
        tables = self.ask(
            "SELECT CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, oid::regclass::text"
            " FROM pg_class"
            " WHERE relnamespace IN ('public'::regnamespace, to_regnamespace('desk'))"
            " AND relkind IN ('r', 'p', 'v', 'S') AND pg_get_userbyid(relowner) <> %s"
            # A sequence that a column owns goes with its table.
            " AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid AND deptype IN ('a', 'i')"
            " AND classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass)"
            " ORDER BY relkind = 'S'",
            owner,
        )
        functions = self.ask(
            "SELECT 'FUNCTION', oid::regprocedure::text FROM pg_proc"
            " WHERE pronamespace IN ('public'::regnamespace, to_regnamespace('desk')) AND proname <> ALL (%s)"
            " AND pg_get_userbyid(proowner) <> %s"
            # What an extension brought stays with whoever made that; PostgreSQL may own it, who lets nobody have it.
            " AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e'"
            " AND classid = 'pg_proc'::regclass)",
            list(MAKERS),
            owner,
        )
        return [(str(kind), str(name)) for kind, name in (*schemas, *tables, *functions)]

    def _schema(self) -> None:
        self.tell(Part.TABLES, "The schema of this program, owned by a role that nobody logs in as.")
        self.run_sql(f"SET LOCAL ROLE {self.roles.owner}")
        upgrade_within(self.connection)
        self.connection.exec_driver_sql(
            "INSERT INTO desk.setup (role_prefix) VALUES (%s) ON CONFLICT DO NOTHING", (self.roles.prefix,)
        )
        self.run_sql(f"ALTER DEFAULT PRIVILEGES FOR ROLE {self.roles.owner} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC")
        self.run_sql("RESET ROLE")

    def _trigrams(self) -> None:
        why_not = bring_trigrams(self.connection)
        if why_not:
            self.left_undone.append(
                "Parts of words are found by reading every title, which takes longer with each year: whoever may make"
                f" the extension pg_trgm can mend that by running this again ({why_not})."
            )
        else:
            self.tell(Part.TRIGRAMS, "Parts of words in titles are found by an index of trigrams, by pg_trgm.")

    def _put_back(self) -> None:
        catalogue = Catalogue(self.connection, self.roles.prefix)
        self.run_sql(f"SET LOCAL ROLE {self.roles.owner}")
        objects = put_objects_back(self.connection, catalogue)
        self.run_sql("RESET ROLE")
        self.holders = logins_with_rights_of_their_own(catalogue)
        self.everybody = everybody_but_the_owner(self.roles, self.holders)
        roles, undone = put_roles_back(self.connection, catalogue, self.server.version)
        self.left_undone += undone
        if objects or roles:
            self.tell(Part.PUT_BACK, f"{'; '.join([*objects, *roles])}.")

    def _useradmin_functions(self) -> None:
        useradmin, owner = self.roles.useradmin, self.roles.owner
        self.tell(Part.LOGINS, "Five functions that can make and end a login of this desk, and nothing else.")
        self.run_sql(f"GRANT USAGE, CREATE ON SCHEMA desk TO {useradmin}")
        self.run_sql(f"SET LOCAL ROLE {useradmin}")
        self.run_sql(_MAKERS_TEXT.read_text(encoding="utf-8").replace("PREFIX", self.roles.prefix))
        for name in MAKERS:
            self.run_sql(f"REVOKE ALL ON FUNCTION desk.{name} FROM {self.everybody}")
            self.run_sql(f"GRANT EXECUTE ON FUNCTION desk.{name} TO {owner}")
        self.run_sql("RESET ROLE")
        self.run_sql(f"REVOKE CREATE ON SCHEMA desk FROM {useradmin}")
        if self._may_grant("pg_signal_backend"):
            inherits = " WITH INHERIT TRUE" if self.server.version >= 16 else ""
            self.run_sql(f"GRANT pg_signal_backend TO {useradmin}{inherits}")
        else:
            self.left_undone.append(
                "Whoever is removed keeps an open connection until they close it, though they see nothing through it:"
                f" a superuser can mend that with GRANT pg_signal_backend TO {useradmin}."
            )

    def _may_grant(self, role: str) -> bool:
        if self.server.is_superuser:
            return True
        held = self.ask(
            "SELECT 1 FROM pg_auth_members JOIN pg_roles ON pg_roles.oid = roleid"
            " WHERE rolname = %s AND admin_option AND pg_has_role(session_user, member, 'USAGE')",
            role,
        )
        return bool(held)

    def _harden(self) -> None:
        statements = [
            *harden_database(self._database(), self.roles, self.everybody),
            *settings_of_database(self._database()),
        ]
        self.tell(Part.DATABASE, "Only logins of the desk come in, and nobody makes tables, temporary ones included.")
        for statement in statements:
            self.run_sql(statement)
        if not self.server.is_superuser:
            self.left_undone.append(
                "Only a superuser can take the right to write code blocks and large objects from everybody:"
                " run server init as one, or see what server check says."
            )
            return
        for statement in harden_objects(self._database(), self.roles):
            self.run_sql(statement)
        if self.wanted.close_other_databases:
            self.tell(Part.SERVER, "Logins of the desk cannot enter the databases postgres and template1.")
            for statement in harden_server():
                self.run_sql(statement)

    def _first_administrator(self) -> tuple[str | None, str | None]:
        known = self.ask(
            "SELECT login FROM person WHERE role = 'admin' AND active AND login IS NOT NULL ORDER BY login"
        )
        if not self.wanted.first_administrator or (known and not self.wanted.login):
            return None, None
        name = clean_line(self.wanted.person) or "Administrator"
        login = self.roles.login(self.wanted.login or "admin")
        if self.ask("SELECT 1 FROM person WHERE login = %s", login):
            return None, None
        self.run_sql(f"SET LOCAL ROLE {self.roles.owner}")
        actor = self._administrator(name)
        password = first_password()
        self.connection.exec_driver_sql(
            "SELECT desk.add_login(CAST(%s AS uuid), %s, %s)",
            (actor.person_id, login, verifier(self.connection, login, password)),
        )
        self.run_sql("RESET ROLE")
        self.tell(Part.PEOPLE, f"{actor.name} is an administrator and comes in as {login}.")
        return login, password

    def _administrator(self, name: str) -> Actor:
        """The administrator without a login who is called so, or a new one; a new desk is furnished as well."""
        is_new = not self.ask("SELECT 1 FROM person LIMIT 1")
        known = self.ask(
            "SELECT id::text, name FROM person"
            " WHERE role = 'admin' AND active AND login IS NULL ORDER BY name <> %s, id",
            name,
        )
        if known:
            return Actor(str(known[0][0]).replace("-", ""), str(known[0][1]), Role.ADMIN)
        ids = IdMaker(self.clock)
        actor = Actor(ids.new(), name, Role.ADMIN)
        row = {"id": actor.person_id, "name": actor.name, "role": Role.ADMIN.value}
        self.connection.execute(person.insert(), row)
        if is_new:
            furnish(Work(self.connection, actor, DatabaseTime(self.clock).read(self.connection).now, ids))
        return actor


def _mark(database: str) -> str:
    """The comment by which a role is known to belong to the desk in a database."""
    return f"Mainstay desk in database {database}".replace("'", "")
