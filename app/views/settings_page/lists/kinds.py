"""The lists that can be brought in."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.domain.lists import ITEMS, PEOPLE, ListField, ListRow, RowOutcome

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

Rows = tuple[ListRow, ...]
Outcomes = Sequence[RowOutcome]


class ListKind(NamedTuple):
    """A kind of list: what its rows are called, the fields they can have, and how they are planned and written."""

    fields: tuple[ListField, ...]
    icon: str
    plan: "Callable[[Desk, Actor, Rows], Outcomes]"
    write: "Callable[[Desk, Actor, Rows], Outcomes]"


PEOPLE_LIST = ListKind(
    PEOPLE,
    "users",
    lambda desk, actor, rows: desk.lists.people(actor, rows),
    lambda desk, actor, rows: desk.list_work.add_people(actor, rows),
)
ITEMS_LIST = ListKind(
    ITEMS,
    "server",
    lambda desk, actor, rows: desk.lists.items(actor, rows),
    lambda desk, actor, rows: desk.list_work.add_items(actor, rows),
)
