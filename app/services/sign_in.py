"""Who sits at the desk: on a shared one whoever's login it is; on a computer of one person its administrator."""

import tomllib
from typing import NamedTuple

from sqlalchemy import Boolean, Connection, String, column, func, select, text

from app.domain.actor import PROGRAM, Actor
from app.domain.errors import FirstPassword, NotFound
from app.domain.text import clean_line
from app.domain.vocabulary import WORKING_ROLES, Role
from app.domain.wording import tr
from app.infra.resources import resource_path
from app.infra.unit_of_work import Store, Work
from app.models.catalogue import category
from app.models.people import assignment_group, group_member, person
from app.models.types import Id
from app.services.access import LOGIN_ROLE
from app.services.people.queries import load_actor

JOBS = "jobs"
"""The role of a login that runs the timers and is nobody's."""


class Standing(NamedTuple):
    """By which login a connection came in, whose it is, and what the database makes of it; `role` is empty for nobody.

    `is_owner` says that nothing holds for this login: it owns the tables. Without a `role_prefix` the database was
    never set up to protect anything.
    """

    login: str
    person_id: str | None
    role: str
    must_change: bool
    is_owner: bool
    role_prefix: str | None


_STANDING = text("SELECT * FROM desk.standing()").columns(
    column("login", String), column("person_id", Id), column("role", String), column("must_change", Boolean),
    column("is_owner", Boolean), column("role_prefix", String),
)  # fmt: skip


def enter(store: Store) -> Standing:
    """Ask a server who is connected, and remember it for the services; for a desk on PostgreSQL only.

    Raises `NotFound` for a login that is nobody's, and `FirstPassword` while a first password waits to be changed.
    """
    with store.reading() as connection:
        found = Standing(*connection.execute(_STANDING).one())
    if found.must_change:
        raise FirstPassword(
            tr(
                "The password of {login} was made by an administrator. Choose one of your own before you begin.",
                login=found.login,
            )
        )
    if not found.role and not found.is_owner:
        raise NotFound(
            tr(
                "The login {login} belongs to nobody at this desk, or to somebody who is no longer active. Ask an "
                "administrator to add you.",
                login=found.login,
            )
        )
    if found.role:
        store.database.mark(**{LOGIN_ROLE: found.role})
    return found


def sign_in(store: Store, person_id: str, computer_user: str) -> Actor:
    """On a shared desk the person whose login it is; elsewhere the person of the settings, or who is there.

    Without such a person it is the sole administrator; else a first one is made. On SQLite whoever has the file has it
    all, so this names the author of entries and is no protection; nor is it for the owner of a server's tables.
    """
    if not store.database.is_sqlite:
        standing = enter(store)
        if standing.role == JOBS:
            return PROGRAM
        if standing.person_id is not None:
            with store.reading() as connection:
                return load_actor(connection, standing.person_id)
    return _whoever_is_there(store, person_id, computer_user)


def _whoever_is_there(store: Store, person_id: str, computer_user: str) -> Actor:
    with store.reading() as connection:
        # The settings may name a person of another desk; then whoever works at this one is looked up.
        wanted = select(person.c.id).where(person.c.active, person.c.id == person_id)
        if person_id and connection.execute(wanted).one_or_none() is not None:
            return load_actor(connection, person_id)
        known = _somebody_at_the_desk(connection)
        if known is not None:
            return known
        is_new = _is_empty(connection)
    return _first_administrator(store, computer_user, is_new=is_new)


def _somebody_at_the_desk(connection: Connection) -> Actor | None:
    known = connection.execute(
        select(person.c.id)
        .where(person.c.active, person.c.role.in_(WORKING_ROLES))
        .order_by(person.c.role != Role.ADMIN.value, person.c.id)
    ).first()
    return None if known is None else load_actor(connection, known.id)


def _is_empty(connection: Connection) -> bool:
    return connection.execute(select(func.count()).select_from(person)).scalar_one() == 0


def _first_administrator(store: Store, computer_user: str, *, is_new: bool) -> Actor:
    name = clean_line(computer_user) or "Administrator"
    actor = Actor(store.ids.new(), name if is_new else f"{name} (administrator)", Role.ADMIN)
    with store.writing(actor) as work:
        # Two programs may open a new desk at once. SQLite lets one writer in; PostgreSQL is asked to do the same.
        if work.connection.dialect.name != "sqlite":
            work.connection.exec_driver_sql("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE")
        known = _somebody_at_the_desk(work.connection)
        if known is not None:
            return known
        row = {"id": actor.person_id, "name": actor.name, "role": Role.ADMIN.value}
        work.connection.execute(person.insert(), row)
        if is_new:
            furnish(work)
        return load_actor(work.connection, actor.person_id)


def furnish(work: Work) -> None:
    """Give a new desk what it begins with: rules, a group, categories, calendars and policies."""
    # Imported here because every start signs somebody in and only the first one furnishes.
    from app.domain.escalation.preset import default_rules
    from app.services.escalation.commands import store_rules

    store_rules(work, default_rules(), "The rules that a new desk begins with")
    seed = tomllib.loads(resource_path("seed", "new_desk.toml").read_text(encoding="utf-8"))
    for name in seed["groups"]:
        group_id = work.new_id()
        work.connection.execute(assignment_group.insert(), {"id": group_id, "name": name})
        member = {"group_id": group_id, "person_id": work.actor.person_id, "joined_at": work.now}
        work.connection.execute(group_member.insert(), member)
    for name, below in seed["categories"].items():
        parent_id = work.new_id()
        work.connection.execute(category.insert(), {"id": parent_id, "name": name})
        rows = [{"id": work.new_id(), "parent_id": parent_id, "name": each} for each in below]
        work.connection.execute(category.insert(), rows)
    # Imported here because it brings the clocks' engine along, and only a new desk is furnished.
    from app.services.sla.samples import furnish_clocks

    furnish_clocks(work)
