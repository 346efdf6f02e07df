"""What merging a category into another one would do and did, as plain values."""

from typing import Any, Final, NamedTuple

from app.domain.wording import marked_count
from app.services.catalogue.dto import Use
from app.services.incidents.dto import Outcome

INCIDENTS: Final = marked_count("{n} open or resolved incident", "{n} open or resolved incidents")
"""How the incidents that go over are counted in a preview."""


class MergePreview(NamedTuple):
    """What would go over to the other category, and what would keep the one that goes."""

    source: str
    target: str
    moves: tuple[Use, ...]
    keeps: tuple[Use, ...]


class RowChange(NamedTuple):
    """A column of a row that the merge changed, by the names of its table and itself."""

    table: str
    row_id: str
    column: str
    before: Any
    after: Any


class ConditionChange(NamedTuple):
    """The categories that an SLA policy or an escalation rule asked for, and asks for now.

    `book` is the set of policies, or `RULES`.
    """

    book: str
    key: str
    name: str
    before: frozenset[str]
    after: frozenset[str]


class Merge(NamedTuple):
    """All that a merge did, by which it can be taken back; `left` says in sentences what could not be done.

    `key` is that by which saved views remember it.
    """

    source: str
    target: str
    incidents: tuple[Outcome, ...]
    rows: tuple[RowChange, ...]
    conditions: tuple[ConditionChange, ...]
    key: str

    @property
    def moved(self) -> int:
        """How many incidents went over."""
        return sum(1 for each in self.incidents if not each.refused)

    @property
    def left(self) -> tuple[str, ...]:
        """Why incidents stayed."""
        return tuple(each.refused for each in self.incidents if each.refused)
