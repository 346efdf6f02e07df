"""Problems as plain values: what goes in and what the screens show."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from app.domain.numbers import problem_number
from app.domain.problems import ProblemEntry, ProblemState, WorkaroundState
from app.services.incidents.dto import Outcome


@dataclass(frozen=True, slots=True)
class NewProblem:
    """A problem as it is opened; the owner is whoever opens it unless told otherwise."""

    title: str
    description: str = ""
    service_id: str | None = None
    configuration_item_id: str | None = None
    category_id: str | None = None
    owner_id: str | None = None
    group_id: str | None = None
    workaround: str = ""


class ProblemRef(NamedTuple):
    """A problem as it stands after a command."""

    id: str
    number: int
    state: ProblemState


@dataclass(frozen=True, slots=True)
class Opened:
    """A problem that was opened, and what became of the incidents that were to belong to it."""

    ref: ProblemRef
    outcomes: tuple[Outcome, ...] = ()


class ProblemRow(NamedTuple):
    """A problem in a list; counted are the incidents that the reader may see."""

    id: str
    number: int
    title: str
    state: ProblemState
    workaround_state: WorkaroundState
    owner_name: str | None
    group_name: str | None
    service_name: str | None
    updated_at: datetime
    incidents: int
    open_incidents: int

    @property
    def shown_number(self) -> str:
        """The number as people say it."""
        return problem_number(self.number)


class Changed(NamedTuple):
    """A field that changed, with its values in words."""

    field: str
    old: str
    new: str


class HistoryRow(NamedTuple):
    """What was told of a problem: a note, or what changed."""

    id: str
    kind: ProblemEntry
    at: datetime
    author_name: str | None
    body: str
    changes: tuple[Changed, ...]


class LinkedIncident(NamedTuple):
    """An incident that belongs to a problem, among those that the reader may see."""

    id: str
    number: int
    short_description: str
    state: str
    priority: int
    caller_name: str | None
    updated_at: datetime


class NamingArticle(NamedTuple):
    """A knowledge article that names the problem."""

    id: str
    number: int
    title: str
    is_published: bool


@dataclass(frozen=True, slots=True)
class ProblemDetail:
    """A problem with all that is known of it; the ids are for the fields, the names stand in the row."""

    row: ProblemRow
    description: str
    service_id: str | None
    configuration_item_id: str | None
    category_id: str | None
    owner_id: str | None
    group_id: str | None
    item_name: str | None
    category_name: str | None
    cause: str
    workaround: str
    fix: str
    created_at: datetime
    created_by: str | None
    resolved_at: datetime | None
    closed_at: datetime | None
    history: tuple[HistoryRow, ...]
    incidents: tuple[LinkedIncident, ...]
    articles: tuple[NamingArticle, ...]


class SuggestedProblem(NamedTuple):
    """A problem that may lie behind a case; `why` names what speaks for it, `by_article` that only an article does."""

    id: str
    number: int
    title: str
    state: ProblemState
    workaround: str
    workaround_state: WorkaroundState
    why: str
    by_article: bool = False

    @property
    def shown_number(self) -> str:
        """The number as people say it, and as incidents name it."""
        return problem_number(self.number)


class ProblemChoice(NamedTuple):
    """A problem to choose from, with what helps meanwhile."""

    id: str
    number: int
    title: str
    state: ProblemState
    service_id: str | None
    workaround: str
    workaround_state: WorkaroundState

    @property
    def shown_number(self) -> str:
        """The number as people say it, and as incidents name it."""
        return problem_number(self.number)
