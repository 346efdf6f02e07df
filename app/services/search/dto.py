"""What is asked of a search, and what it found, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from app.domain.numbers import article_number, incident_number, problem_number
from app.domain.search.marking import Marked
from app.services.problems.dto import ProblemChoice

_NOTHING = Marked("")


class Kind(StrEnum):
    """What can be found, in the order in which it is shown."""

    INCIDENT = "incident"
    PROBLEM = "problem"
    ARTICLE = "article"
    PERSON = "person"
    ITEM = "item"
    REVIEW = "review"


class Attempt(StrEnum):
    """By which try something was found; everything but the first is said to the reader."""

    WORDS = "words"
    MISSPELT = "misspelt"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What somebody looks for. `caller_id` and `service_id` are those of the case at hand: what has to do with them
    comes first among equals. Without `kinds` all are searched that the reader may see.
    """

    text: str
    limit: int = 50
    kinds: frozenset[Kind] = frozenset(Kind)
    caller_id: str | None = None
    service_id: str | None = None


class Hit(NamedTuple):
    """One thing that was found. `place` says where the snippet stands; `incident_id` is what opens with it, and
    `problem` what an article is about. A tuple, because a search makes fifty and is measured against the bare index.
    """

    kind: Kind
    id: str
    title: Marked
    snippet: Marked = _NOTHING
    place: str = ""
    number: int | None = None
    state: str = ""
    priority: int | None = None
    hint: str = ""
    incident_id: str | None = None
    at: datetime | None = None
    problem: ProblemChoice | None = None


def number_of(hit: Hit) -> str:
    """The number by which people call what was found; empty where it has none."""
    if hit.number is None:
        return ""
    shown = {Kind.ARTICLE: article_number, Kind.PROBLEM: problem_number}.get(hit.kind, incident_number)
    return shown(hit.number)


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The best hits of one kind. `count` is how many there are; with `is_more` there are at least that many."""

    kind: Kind
    hits: tuple[Hit, ...]
    count: int
    is_more: bool = False


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was found by which try; `taken_for` says for each misspelt word what it was taken for. Without words there
    was nothing to look for: signs alone, or words to leave out.
    """

    text: str
    groups: tuple[HitGroup, ...] = ()
    attempt: Attempt = Attempt.WORDS
    taken_for: tuple[tuple[str, str], ...] = ()
    has_words: bool = True

    @property
    def count(self) -> int:
        """How many hits are shown."""
        return sum(len(group.hits) for group in self.groups)
