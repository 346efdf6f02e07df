"""Asking whether the database of a desk protects what it holds, and putting it to rights."""

from collections.abc import Callable

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.permissions import Permission
from app.infra.unit_of_work import Store
from app.services.command import permitted, query
from app.services.server.check import ESSENTIAL, check
from app.services.server.dto import Finding, Outcome, Wanted
from app.services.server.setup import Tell, set_up


class ServerQueries:
    """How the desk's database is set up; on a file there is nothing to ask."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.SETTINGS_READ)
    def protection(self, connection: Connection, _actor: Actor, *, whole: bool = False) -> tuple[Finding, ...]:
        """How the essential points stand, or all of them; none for a desk in a file, which protects nothing."""
        if self.store.database.is_sqlite:
            return ()
        return check(connection) if whole else check(connection, ESSENTIAL)

    @permitted(Permission.PEOPLE_ADMIT)
    def mend(self, _actor: Actor, login: str, password: str, tell: Tell, canceled: Callable[[], bool]) -> Outcome:
        """Put the database to rights with the login of an administrator of the server, as `server init` does.

        Other databases of the server are left as they are. Raises what `set_up` raises; nothing has changed then.
        """
        address = self.store.database.url._replace(username=login, password=password or None)
        wanted = Wanted(first_administrator=False, close_other_databases=False)
        return set_up(address.render_as_string(hide_password=False), wanted, tell, self.store.clock, canceled)
