"""Logins of a shared desk, through the functions that administrators may call (`migrations/sql/rights/5_people`)."""

from typing import Any

from sqlalchemy import Connection, bindparam, select, text

from app.domain.errors import BadInput, NotFound, Refused
from app.domain.vocabulary import Role
from app.domain.wording import inside, tr
from app.models.people import person
from app.models.types import Id, UtcDateTime
from app.services.server.dto import LoginView, NewLogin
from app.services.server.passwords import first_password, verifier
from app.services.server.roles import Roles

_PREFIX = text("SELECT role_prefix FROM desk.setup")
_GROUP = text("SELECT 1 FROM pg_roles WHERE rolname = :name")
_LOGINS = text(
    "SELECT login, person_id, is_jobs, must_change, made_at, may_connect, connections FROM desk.logins()"
).columns(person_id=Id, made_at=UtcDateTime)


def prefix_of(connection: Connection) -> str | None:
    """How the logins of this desk begin; None where nobody has one: in a file, or before `server init`."""
    if connection.dialect.name == "sqlite":
        return None
    found = connection.execute(_PREFIX).scalar_one_or_none()
    return None if found is None else str(found)


def needed_prefix(connection: Connection) -> str:
    """The same, or `Refused` with what to do."""
    prefix = prefix_of(connection)
    if prefix is None:
        raise Refused(
            tr(
                "Nobody has a login at this desk: it is a file, or was not set up for several people. On a "
                "PostgreSQL server `main.py server init` does that."
            )
        )
    return prefix


def all_logins(connection: Connection) -> tuple[LoginView, ...]:
    """Every login of the desk, by name; for administrators, to others the database refuses it."""
    return tuple(LoginView(*row) for row in connection.execute(_LOGINS))


def add_login(connection: Connection, person_id: str, name: str) -> NewLogin:
    """Give a person a login with a first password; `name` with or without the prefix of the desk."""
    login = _free(connection, name)
    role = connection.execute(select(person.c.role).where(person.c.id == person_id)).scalar()
    if role is not None:
        _needed_group(connection, role)
    return _with_password(connection, login, "SELECT desk.add_login(:person, :login, :verifier)", person_id)


def add_service_login(connection: Connection, name: str) -> NewLogin:
    """Give `main.py jobs run` a login of its own, whose password is kept and not changed."""
    login = _free(connection, name)
    return _with_password(connection, login, "SELECT desk.add_jobs_login(:login, :verifier)")


def reset_password(connection: Connection, person_id: str) -> NewLogin:
    """Give a person a new first password; what they have open shows nothing any more until they changed it."""
    login = login_of(connection, person_id)
    return _with_password(connection, login, "SELECT desk.reset_password(:person, :verifier)", person_id)


def remove_login(connection: Connection, person_id: str) -> None:
    """Take a person's login away and cut off what is connected by it; without one nothing happens."""
    _call(connection, "SELECT desk.remove_login(:person)", person=person_id)


def remove_service_login(connection: Connection, name: str) -> str:
    """Take the login of a service away; returns its whole name, or raises NotFound."""
    login = Roles(needed_prefix(connection)).login(name)
    if not any(each.name == login and each.is_jobs for each in all_logins(connection)):
        raise NotFound(
            tr("There is no service that comes in as {login}. `main.py server people` shows all logins.", login=login)
        )
    connection.execute(text("SELECT desk.remove_jobs_login(:login)"), {"login": login})
    return login


def change_role(connection: Connection, person_id: str, role: str) -> None:
    """What a person may, and the group that their login is in; `Refused` where the server lacks that group."""
    _needed_group(connection, role)
    _call(connection, "SELECT desk.change_role(:person, :role)", person=person_id, role=role)


def login_of(connection: Connection, person_id: str) -> str:
    """The login of a person; NotFound where they have none."""
    for each in all_logins(connection):
        if each.person_id == person_id:
            return each.name
    raise NotFound(tr("This person has no login. Give them one first."))


def _needed_group(connection: Connection, role: str) -> None:
    """Pass where the group is there: one of a role that came with an upgrade is made by the next `server init`."""
    prefix = prefix_of(connection)
    if prefix is not None and connection.execute(_GROUP, {"name": f"{prefix}_{role}"}).first() is None:
        raise Refused(
            tr(
                "The server does not know the role {role} yet. Run `main.py server init` once as an administrator of "
                "the server, then try again.",
                role=inside(Role(role).label),
            )
        )


def _free(connection: Connection, name: str) -> str:
    login = Roles(needed_prefix(connection)).login(name)
    if any(each.name == login for each in all_logins(connection)):
        raise BadInput(tr("{login} is a login of this desk already. Choose another one.", login=login), "login")
    return login


def _with_password(connection: Connection, login: str, sql: str, person_id: str | None = None) -> NewLogin:
    password = first_password()
    values: dict[str, object] = {"login": login, "verifier": verifier(connection, login, password)}
    if person_id is not None:
        values["person"] = person_id
    if ":login" not in sql:
        del values["login"]
    _call(connection, sql, **values)
    return NewLogin(login, password)


def _call(connection: Connection, sql: str, **values: Any) -> None:
    statement = text(sql)
    if "person" in values:
        statement = statement.bindparams(bindparam("person", type_=Id))
    connection.execute(statement, values)
