"""Signing in at a desk in a file, setting passwords, and having the desk ask at all.

Whoever may read the file can read everything in it: this keeps colleagues at one computer apart, and protects no file.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Row, select, update

from app.domain.actor import Actor
from app.domain.errors import BadInput, NotAllowed, Refused
from app.domain.permissions import Permission
from app.domain.vocabulary import Role
from app.domain.wording import marked, tr
from app.domain.wrong_tries import SHORTEST, wait_after
from app.infra.password_hash import fits, hashed
from app.infra.unit_of_work import Store, Work
from app.infra.upsert import upsert_into
from app.models.people import person
from app.models.secrets import person_secret
from app.services.command import command, permitted, query
from app.services.gate.dto import SWITCH, Entrant, GateState
from app.services.people.queries import load_actor
from app.services.settings import load_value, store_value

_NOT_TAKEN = marked("The password does not fit. Type it again, or ask an administrator for a new one.")
_ON_A_SERVER = marked("On a shared desk everybody has a login of their own; the server asks for its password.")


def asks(connection: Connection) -> bool:
    """Whether the desk asks who it is. On a server the login says so."""
    return connection.dialect.name == "sqlite" and load_value(connection, SWITCH) is True


class GateCommands:
    """Coming in, deciding how, and who could."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_OWN)
    def state(self, connection: Connection, _actor: Actor) -> GateState:
        """Whether the desk asks, and everybody who works at it, by name; nobody's on a server."""
        if connection.dialect.name != "sqlite":
            return GateState(is_on=False, entrants=())
        rows = connection.execute(
            select(person.c.id, person.c.name, person.c.role, person_secret.c.hash)
            .outerjoin(person_secret, person_secret.c.person_id == person.c.id)
            .where(person.c.active, person.c.role != Role.REQUESTER.value)
            .order_by(person.c.name)
        )
        entrants = tuple(Entrant(row.id, row.name, Role(row.role).label, bool(row.hash)) for row in rows)
        return GateState(asks(connection), entrants)

    @permitted(Permission.INCIDENT_READ_OWN)
    def enter(self, actor: Actor, person_id: str, password: str) -> Actor:
        """The person, if the password is theirs; NotAllowed where it is not, and while too many tries were wrong.

        A try is counted before the password is looked at, so that many at once gain nothing.
        """
        with self.store.writing(actor) as work:
            kept = _secret(work, person_id)
            now = work.now
            if kept is not None and kept.wait_until is not None and kept.wait_until > now:
                raise NotAllowed(
                    tr("Too many wrong tries. Wait {told}, then try again.", told=_told(kept.wait_until - now))
                )
            if kept is not None:
                _count(work, person_id, kept.failed + 1)
        # Outside of a transaction, because it is slow on purpose.
        if kept is None or not kept.hash or not fits(kept.hash, password):
            raise NotAllowed(tr(_NOT_TAKEN))
        with self.store.writing(actor) as work:
            _count(work, person_id, 0)
            return load_actor(work.connection, person_id)

    @permitted(Permission.INCIDENT_READ_OWN)
    def change_mine(self, actor: Actor, before: str, password: str, again: str) -> None:
        """Set one's own password; `before` is the present one, empty where there is none."""
        _check(password, again, before)
        with self.store.reading() as connection:
            chosen = select(person_secret.c.hash).where(person_secret.c.person_id == actor.person_id)
            kept = connection.execute(chosen).scalar_one_or_none()
        if kept and not fits(kept, before):
            raise BadInput(tr("This is not your present password."), "before")
        self._keep(actor, actor.person_id, password)

    @permitted(Permission.SETTINGS_EDIT)
    def give(self, actor: Actor, person_id: str, password: str) -> None:
        """Give somebody a password, to be changed by them; also when they forgot theirs."""
        _check(password, password, "")
        self._keep(actor, person_id, password)

    @command(Permission.SETTINGS_EDIT)
    def switch(self, work: Work, on: bool) -> None:
        """Have the desk ask who it is, or no longer. Refused for somebody who could not come in themself then."""
        _refuse_server(work)
        if on:
            kept = _secret(work, work.actor.person_id)
            if kept is None or not kept.hash:
                raise Refused(tr("Set a password of your own first, or you could not come in any more."))
        store_value(work, SWITCH, on)

    def _keep(self, actor: Actor, person_id: str, password: str) -> None:
        kept = hashed(password)
        with self.store.writing(actor) as work:
            _refuse_server(work)
            load_actor(work.connection, person_id)
            row = {"hash": kept, "failed": 0, "wait_until": None, "set_at": work.now}
            statement = upsert_into(work.connection, person_secret).values(person_id=person_id, **row)
            work.connection.execute(statement.on_conflict_do_update(index_elements=["person_id"], set_=row))


def _secret(work: Work, person_id: str) -> Row[Any] | None:
    return work.connection.execute(
        select(person_secret).where(person_secret.c.person_id == person_id).with_for_update()
    ).one_or_none()


def _count(work: Work, person_id: str, failed: int) -> None:
    wait = wait_after(failed)
    until = work.now + wait if wait else None
    this = update(person_secret).where(person_secret.c.person_id == person_id)
    work.connection.execute(this, {"failed": failed, "wait_until": until})


def _refuse_server(work: Work) -> None:
    if work.connection.dialect.name != "sqlite":
        raise Refused(tr(_ON_A_SERVER))


def _check(password: str, again: str, before: str) -> None:
    if len(password) < SHORTEST:
        raise BadInput(
            tr("Take at least {shortest} characters; some words in a row are easy to remember.", shortest=SHORTEST),
            "password",
        )
    if before and password == before:
        raise BadInput(tr("This is the password of before. Choose another one."), "password")
    if password != again:
        raise BadInput(tr("The two are not the same. Type it once more."), "again")


def _told(wait: timedelta) -> str:
    seconds = max(1, round(wait.total_seconds()))
    return f"{seconds} s" if seconds < 90 else tr("{seconds} min", seconds=round(seconds / 60))
