"""Who sits at the desk: on a computer of one person the first start makes them its administrator."""

import tomllib

from sqlalchemy import Connection, func, select

from app.domain.actor import Actor
from app.domain.text import clean_line
from app.domain.vocabulary import Role
from app.infra.resources import resource_path
from app.infra.unit_of_work import Store, Work
from app.models.catalogue import category
from app.models.people import assignment_group, group_member, person
from app.services.people.queries import load_actor


def sign_in(store: Store, person_id: str, computer_user: str) -> Actor:
    """The person of the settings if they are known; else the sole administrator; else a first one is made.

    On SQLite whoever has the file has it all, so this names the author of entries and is no protection.
    """
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
        .where(person.c.active, person.c.role != Role.REQUESTER.value)
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
            _furnish(work)
        return load_actor(work.connection, actor.person_id)


def _furnish(work: Work) -> None:
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
