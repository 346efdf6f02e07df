"""A desk at which everybody acts through a login of their own, as on a shared PostgreSQL in real life.

It looks like an ordinary desk: whoever is named as the actor of a call is connected as themself, with the rights that
the database gives them and no others. So every test of the services that runs on it tests the rights too.
"""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from app.domain.actor import Actor
from app.infra.bus import Bus
from app.infra.clock import Clock
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.services.desk import Desk, make_desk
from app.services.sign_in import enter
from tests.support.databases import LOGINS, PREFIX
from tests.support.postgres import PostgresServer

# Tests live at times of their own, so in their databases any time can be now, or shortly ago. That it cannot elsewhere
# is tested by tests/security.
_ANY_TIME = "; ".join(
    f"CREATE OR REPLACE FUNCTION desk.{function} RETURNS boolean"
    " LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS"
    " $$ BEGIN RETURN true; END $$"
    for function in ("is_now(moment timestamptz, incident_id uuid DEFAULT NULL)", "is_recent(moment timestamptz)")
)


class Logins:
    """The desks of one database by person; a person gets a free login of their role when they first act."""

    def __init__(self, server: PostgresServer, database: str, owner: Store, *, any_time: bool = True) -> None:
        self._server = server
        self._database = database
        self._owner = owner
        self._desks: dict[str, Desk] = {}
        self._names: dict[str, str] = {"": f"{PREFIX}_u_jobs0"}
        self._used = dict.fromkeys(LOGINS, 0)
        self._lock = threading.Lock()
        if any_time:
            server.execute(_ANY_TIME, database=database)

    def login_of(self, actor: Actor) -> str:
        """The name of the login of a person who has one."""
        return self._names[actor.person_id]

    def give_everybody_one(self) -> None:
        """Give every person of the desk a login now, so that it does not happen in the middle of what is watched."""
        for person_id, role in self._run("SELECT replace(id::text, '-', ''), role FROM person ORDER BY id"):
            if person_id not in self._names:
                self._give(str(person_id), str(role))

    def connect_everybody(self) -> None:
        """Connect whoever has a login, so that opening connections is not counted with what they do."""
        for person_id in list(self._names):
            with self._lock:
                self._desk(person_id)

    def desk_of(self, actor: Actor) -> Desk:
        """The desk as this person has it; the program's own work is done by the service that runs the timers."""
        with self._lock:
            return self._desk(actor.person_id)

    def another_desk_of(self, actor: Actor) -> Desk:
        """The same in a second program of this person; to be closed by whoever asked."""
        return make_desk(self._store(self.login_of(actor)))

    def store_of(self, actor: Actor) -> Store:
        """The store behind that desk."""
        return self.desk_of(actor).store

    def _desk(self, person_id: str) -> Desk:
        found = self._desks.get(person_id)
        if found is None:
            login = self._names.get(person_id) or self._give(person_id, self._role_of(person_id))
            store = self._store(login)
            # One maker for all: at a clock that stands still, the identifiers of several makers have no order, and
            # entries of the same instant are read in theirs.
            store.ids = self._owner.ids
            found = self._desks[person_id] = make_desk(store)
        return found

    def _give(self, person_id: str, role: str) -> str:
        login = self._names[person_id] = f"{PREFIX}_u_{role}{self._used[role]}"
        self._used[role] += 1
        self._run("UPDATE person SET login = %s WHERE id = %s", login, person_id)
        return login

    def _store(self, login: str) -> Store:
        store = Store(Database(self._server.url(self._database, login)), self._owner.clock, self._owner.bus)
        enter(store)
        return store

    def _role_of(self, person_id: str) -> str:
        rows = self._run("SELECT role FROM person WHERE id = %s", person_id)
        assert rows, "only people of the desk have a login"
        return str(rows[0][0])

    def _run(self, statement: str, *values: str) -> list[tuple[object, ...]]:
        return self._server.execute(statement, *values, database=self._database)

    def close(self) -> None:
        """Close every connection."""
        for desk in self._desks.values():
            desk.close()


class OwnLoginsDesk(Desk):
    """Hands each call on to the desk of whoever is named as its actor; `store` is the owner's and sees everything."""

    def __init__(self, owner: Desk, logins: Logins) -> None:
        object.__setattr__(self, "owner", owner)
        object.__setattr__(self, "logins", logins)

    def __getattribute__(self, name: str) -> Any:
        own = object.__getattribute__
        if name in {"logins", "owner", "close", "__class__", "__dict__"}:
            return own(self, name)
        found = getattr(own(self, "owner"), name)
        if type(found).__name__.endswith(("Commands", "Queries")):
            return _Service(name, own(self, "logins"))
        return found

    def close(self) -> None:
        """Close all connections."""
        self.logins.close()
        self.owner.close()


class _Service:
    def __init__(self, name: str, logins: Logins) -> None:
        self._name = name
        self._logins = logins

    def __getattr__(self, method: str) -> Callable[..., Any]:
        if method.startswith("_"):
            # Printers and copiers ask for such names; a service has none of them to offer.
            raise AttributeError(method)
        return partial(self._call, method)

    def _call(self, method: str, actor: Actor, /, *arguments: Any, **named: Any) -> Any:
        service = getattr(self._logins.desk_of(actor), self._name)
        return getattr(service, method)(actor, *arguments, **named)


def desk_with_logins(server: PostgresServer, database: str, clock: Clock, *, any_time: bool = True) -> OwnLoginsDesk:
    """The desk of a shared database, seen as one; with `any_time` the database believes the clock of the test."""
    store = Store(Database(server.url(database)), clock, Bus())
    return OwnLoginsDesk(make_desk(store), Logins(server, database, store, any_time=any_time))
