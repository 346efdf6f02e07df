"""Knowledge articles as plain values: what goes in and what the screens show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from app.domain.knowledge import ArticleKind, ArticleState, ArticleStep, ArticleUse, Audience
from app.services.problems.dto import ProblemChoice


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What one version says; this is what somebody approves."""

    title: str
    summary: str = ""
    body: str = ""
    audience: Audience = Audience.INTERNAL


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What is known of an article beside its text; it changes without a new version."""

    kind: ArticleKind = ArticleKind.HOW_TO
    language: str = "en"
    category_id: str | None = None
    service_ids: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    problem_ref: str = ""
    owner_id: str | None = None
    review_on: date | None = None


class ArticleRef(NamedTuple):
    """An article as it stands after a command; `edit` is what the next change of it has seen."""

    id: str
    number: int
    version: int
    edit: int


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles a list shows; without states all but the retired ones."""

    states: tuple[ArticleState, ...] = ()
    kind: ArticleKind | None = None
    category_id: str | None = None
    service_id: str | None = None
    tag: str = ""
    stale: bool = False
    mine: bool = False


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list, as readers see it. `used` counts the uses of the last 30 days; opinions count for ever."""

    id: str
    number: int
    kind: ArticleKind
    state: ArticleState
    version: int
    published_version: int | None
    title: str
    summary: str
    audience: Audience
    tags: tuple[str, ...]
    category_name: str | None
    owner_name: str | None
    review_on: date | None
    is_stale: bool
    updated_at: datetime
    used: int = 0
    helped: int = 0
    did_not_help: int = 0

    @property
    def helpful(self) -> float | None:
        """The share of opinions that say that it helped; None without any."""
        told = self.helped + self.did_not_help
        return self.helped / told if told else None


class VersionRow(NamedTuple):
    """A version in the list of them."""

    number: int
    title: str
    author_name: str | None
    created_at: datetime
    is_published: bool


class StepRow(NamedTuple):
    """A step that was taken: by whom, with which version, and why."""

    step: ArticleStep
    version: int
    reason: str
    person_name: str | None
    at: datetime


class UseRow(NamedTuple):
    """An incident that the article was used for, among those that the reader may see."""

    id: str
    kind: ArticleUse
    incident_id: str
    incident_number: int
    short_description: str
    person_name: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class ArticleDetail:
    """An article with one of its versions. `text` is that version; the row says what readers see."""

    row: ArticleRow
    text: ArticleText
    shown_version: int
    facts: ArticleFacts
    service_names: tuple[str, ...]
    edit: int
    author_name: str | None
    approver_name: str | None
    published_at: datetime | None
    versions: tuple[VersionRow, ...]
    steps: tuple[StepRow, ...]
    uses: tuple[UseRow, ...]
    writer_ids: frozenset[str]
    """Who wrote what is not published yet, and so may not approve it."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Those that the text names, by their hash."""
    unchecked: str = ""
    """The model that wrote the shown version, where nobody has checked it yet."""
    problem: ProblemChoice | None = None
    """What the facts name as its problem, where that is one of this desk and the reader may see it."""


class LinkedArticle(NamedTuple):
    """An article at an incident: how it was used there."""

    use_id: str
    article_id: str
    number: int
    title: str
    version: int
    kind: ArticleUse
    person_name: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a case that an article may answer."""

    text: str
    service_id: str | None = None
    category_id: str | None = None


class SuggestedArticle(NamedTuple):
    """An article that may answer a case; `why` names what speaks for it."""

    id: str
    number: int
    version: int
    title: str
    summary: str
    kind: ArticleKind
    why: str
    is_stale: bool
    problem_ref: str
    problem: ProblemChoice | None = None
    """What `problem_ref` names, where that is a problem of this desk and the reader may see it."""


class ArticleFile(NamedTuple):
    """A file of the folder: its name, what stands in it, and the pictures that it shows, by their path from it."""

    name: str
    text: str
    pictures: Mapping[str, bytes] = {}


class Taken(NamedTuple):
    """What became of a file, or would: `new`, `version`, `details`, `unchanged` or `refused`, and what is said of it.

    `details` are changed where only what stands beside the text is another.
    """

    name: str
    outcome: str
    told: str = ""


class Gap(NamedTuple):
    """What is resolved without an article, and how often."""

    service_name: str | None
    category_name: str | None
    resolved: int
    service_id: str | None = None
    category_id: str | None = None


class Unfound(NamedTuple):
    """Words that were looked for and not found, how often in the time, and on which day (UTC) last."""

    words: str
    searches: int
    last_on: date


@dataclass(frozen=True, slots=True)
class KnowledgeFigures:
    """Figures of a time, both ends in UTC. `deflected` counts callers who said that an article helped them, without an
    incident, and `reported` the incidents that were reported.
    """

    since: datetime
    until: datetime
    published: int
    stale: int
    resolved: int
    resolved_with_article: int
    uses: int
    helped: int
    did_not_help: int
    deflected: int
    reported: int
    gaps: tuple[Gap, ...]
    unfound: tuple[Unfound, ...] = ()
