"""Bringing a list in, or telling row by row what that would do."""

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.lists import ListRow, RowOutcome
from app.domain.permissions import Permission
from app.infra.link import LONG
from app.infra.unit_of_work import Store, Work
from app.services.command import command, query
from app.services.lists.items import plan_items, write_items
from app.services.lists.people import plan_people, write_people


class ListQueries:
    """What a list would do; writes nothing."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.PEOPLE_EDIT, LONG)
    def people(self, connection: Connection, actor: Actor, rows: tuple[ListRow, ...]) -> tuple[RowOutcome, ...]:
        """What becomes of each row of a list of people."""
        return plan_people(connection, actor, rows)

    @query(Permission.CATALOGUE_EDIT, LONG)
    def items(self, connection: Connection, _actor: Actor, rows: tuple[ListRow, ...]) -> tuple[RowOutcome, ...]:
        """What becomes of each row of a list of configuration items."""
        return plan_items(connection, rows)


class ListCommands:
    """Each list is one transaction: rows that cannot be taken are left out and told, and whoever stops it keeps
    nothing of it.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.PEOPLE_EDIT, LONG)
    def add_people(self, work: Work, rows: tuple[ListRow, ...]) -> tuple[RowOutcome, ...]:
        """Bring a list of people in; nobody gets a login by it."""
        return write_people(work, rows)

    @command(Permission.CATALOGUE_EDIT, LONG)
    def add_items(self, work: Work, rows: tuple[ListRow, ...]) -> tuple[RowOutcome, ...]:
        """Bring a list of configuration items in."""
        return write_items(work, rows)
