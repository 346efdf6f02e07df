"""Who sits at the desk: on a computer of one person the first start makes them its administrator."""

from sqlalchemy import func, select

from app.domain.actor import Actor
from app.domain.text import clean_line
from app.domain.vocabulary import Role
from app.infra.unit_of_work import Store
from app.models.people import person
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
        known = connection.execute(
            select(person.c.id)
            .where(person.c.active, person.c.role != Role.REQUESTER.value)
            .order_by(person.c.role != Role.ADMIN.value, person.c.id)
        ).first()
        if known is not None:
            return load_actor(connection, known.id)
        empty = connection.execute(select(func.count()).select_from(person)).scalar_one() == 0
    return _first_administrator(store, computer_user if empty else f"{computer_user} (administrator)")


def _first_administrator(store: Store, name: str) -> Actor:
    actor = Actor(store.ids.new(), clean_line(name) or "Administrator", Role.ADMIN)
    with store.writing(actor) as work:
        row = {"id": actor.person_id, "name": actor.name, "role": Role.ADMIN.value}
        work.connection.execute(person.insert(), row)
    return actor
