"""Knowledge articles: their states, who may take which step, and what each step demands.

A text of an article never changes: whoever writes saves the next version. Readers see the version that was published
last, however far the next one is. Somebody who wrote none of what is new approves it (issue 6, part 2).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.errors import BadInput, Missing, Refused
from app.domain.permissions import Permission
from app.domain.text import TITLE_LIMIT, clean_line, clean_text, is_blank
from app.domain.vocabulary import ResolutionCode, Word
from app.domain.wording import marked, number, tr

SUMMARY_LIMIT = 400
BODY_LIMIT = 100_000
"""Characters of a body; longer texts are no article, and every one of them is drawn while somebody types."""

TAG_LIMIT = 32
MOST_TAGS = 12
REVIEW_AFTER = timedelta(days=182)
"""After this time a new article is looked at again, unless somebody chooses another day."""


class ArticleState(Word):
    """Where the newest version of an article stands."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    RETIRED = "retired"


class Audience(Word):
    """Who reads an article once it is published."""

    INTERNAL = "internal"
    EVERYONE = "everyone"


class ArticleKind(Word):
    """What an article is; each kind has a template."""

    HOW_TO = "how_to"
    KNOWN_ERROR = "known_error"
    FAQ = "faq"

    @property
    def label(self) -> str:
        """Labels with the spelling people know."""
        return {"how_to": tr("How-to"), "faq": "FAQ"}.get(self.value, super().label)

    @property
    def resolution_code(self) -> ResolutionCode:
        """How an incident ends that was resolved with such an article."""
        return ResolutionCode.KNOWN_ERROR if self is ArticleKind.KNOWN_ERROR else ResolutionCode.SOLUTION_PROVIDED


class ArticleStep(Word):
    """What can be done with an article as a whole."""

    SUBMIT = "submit"
    SEND_BACK = "send_back"
    PUBLISH = "publish"
    RETIRE = "retire"
    RESTORE = "restore"

    @property
    def told(self) -> str:
        """The step as the history of an article tells it."""
        return {
            ArticleStep.SUBMIT: tr("Sent to review"),
            ArticleStep.SEND_BACK: tr("Sent back"),
            ArticleStep.PUBLISH: tr("Approved and published"),
            ArticleStep.RETIRE: tr("Retired"),
            ArticleStep.RESTORE: tr("Restored as a draft"),
        }[self]


class ArticleUse(StrEnum):
    """What somebody did with an article, or found of it."""

    LINKED = "linked"
    INSERTED = "inserted"
    RESOLVED = "resolved"
    USED = "used"
    HELPED = "helped"
    DID_NOT_HELP = "did_not_help"

    @property
    def is_opinion(self) -> bool:
        """Whether this says how good the article was, and not what was done with it."""
        return self in {ArticleUse.HELPED, ArticleUse.DID_NOT_HELP}


_FROM: dict[ArticleStep, frozenset[ArticleState]] = {
    ArticleStep.SUBMIT: frozenset({ArticleState.DRAFT}),
    ArticleStep.SEND_BACK: frozenset({ArticleState.IN_REVIEW}),
    ArticleStep.PUBLISH: frozenset({ArticleState.IN_REVIEW}),
    ArticleStep.RETIRE: frozenset({ArticleState.DRAFT, ArticleState.IN_REVIEW, ArticleState.PUBLISHED}),
    ArticleStep.RESTORE: frozenset({ArticleState.RETIRED}),
}
_TO = {
    ArticleStep.SUBMIT: ArticleState.IN_REVIEW,
    ArticleStep.SEND_BACK: ArticleState.DRAFT,
    ArticleStep.PUBLISH: ArticleState.PUBLISHED,
    ArticleStep.RETIRE: ArticleState.RETIRED,
    ArticleStep.RESTORE: ArticleState.DRAFT,
}
_NOT_FROM = {
    ArticleStep.SUBMIT: marked("Only a draft is sent to review."),
    ArticleStep.SEND_BACK: marked("Only what is in review can be sent back."),
    ArticleStep.PUBLISH: marked("Only what is in review can be published. Send the draft to review first."),
    ArticleStep.RETIRE: marked("This article is retired already."),
    ArticleStep.RESTORE: marked("Only a retired article can be restored."),
}
ARROWS = frozenset((source, _TO[step]) for step, sources in _FROM.items() for source in sources) | {
    (source, ArticleState.DRAFT) for source in (ArticleState.IN_REVIEW, ArticleState.PUBLISHED)
}
"""Every way from one state to another; writing a new version leads back to the draft."""


@dataclass(frozen=True, slots=True)
class ArticleStanding:
    """An article as far as its steps look at it. `writers` wrote what has not been published yet."""

    state: ArticleState
    is_published: bool
    writers: frozenset[str]
    summary: str
    body: str
    review_on: date | None


def steps_from(state: ArticleState) -> tuple[ArticleStep, ...]:
    """The steps that a state allows, in the order in which they are offered."""
    return tuple(step for step, sources in _FROM.items() if state in sources)


def check_step(
    standing: ArticleStanding, step: ArticleStep, *, person_id: str, reason: str, today: date
) -> tuple[ArticleState, Permission]:
    """The state after the step and the permission that it asks for; `Refused` says what is missing."""
    if standing.state not in _FROM[step]:
        raise Refused(tr(_NOT_FROM[step]))
    missing = tuple(_missing(standing, step, reason, today))
    if missing:
        raise Refused("", missing)
    if step is ArticleStep.PUBLISH and person_id in standing.writers:
        raise Refused(
            tr("You wrote part of this version, so somebody else has to approve it. Ask a colleague to read it.")
        )
    is_public_matter = step is ArticleStep.PUBLISH or (step is ArticleStep.RETIRE and standing.is_published)
    return _TO[step], Permission.KNOWLEDGE_PUBLISH if is_public_matter else Permission.KNOWLEDGE_EDIT


def _missing(standing: ArticleStanding, step: ArticleStep, reason: str, today: date) -> Iterable[Missing]:
    if step in {ArticleStep.SEND_BACK, ArticleStep.RETIRE} and is_blank(reason):
        back = step is ArticleStep.SEND_BACK
        why = tr("Say why the article is sent back.") if back else tr("Say why the article is retired.")
        yield Missing("reason", why)
    if step in {ArticleStep.SUBMIT, ArticleStep.PUBLISH}:
        if is_blank(standing.summary):
            yield Missing("summary", tr("Write in one or two sentences what the article is about."))
        if is_blank(standing.body):
            yield Missing("body", tr("The article says nothing yet. Write its text."))
    if step is ArticleStep.PUBLISH and (standing.review_on is None or standing.review_on <= today):
        yield Missing("review_on", tr("Choose a day in the future on which the article is looked at again."))


def ensure_writable(state: ArticleState) -> None:
    """Pass for an article whose text may change; what is in review is sent back first, so it is not read in vain."""
    if state is ArticleState.RETIRED:
        raise Refused(tr("The article is retired. Restore it first, then change it."))
    if state is ArticleState.IN_REVIEW:
        raise Refused(tr("The article is in review, and somebody may be reading it. Send it back to draft first."))


def is_stale(*, is_published: bool, review_on: date | None, today: date) -> bool:
    """Whether readers see an article whose day to be looked at again has come."""
    return is_published and review_on is not None and review_on <= today


def article_title(text: str) -> str:
    """A cleaned title of 1 to 160 characters, or `BadInput` that says what to do."""
    title = clean_line(text)
    if is_blank(title):
        raise BadInput(tr("The title is empty. Name what the article answers, in the words of who asks."), "title")
    if len(title) > TITLE_LIMIT:
        raise BadInput(
            tr(
                "The title has {count} characters, {title_limit} is the limit. Shorten it.",
                count=len(title),
                title_limit=TITLE_LIMIT,
            ),
            "title",
        )
    return title


def article_summary(text: str) -> str:
    """A cleaned summary of at most 400 characters in one line."""
    summary = clean_line(text)
    if len(summary) > SUMMARY_LIMIT:
        raise BadInput(
            tr(
                "The summary has {count} characters, {summary_limit} is the limit. Move the rest to the text.",
                count=len(summary),
                summary_limit=SUMMARY_LIMIT,
            ),
            "summary",
        )
    return summary


def article_body(text: str) -> str:
    """A cleaned body in Markdown of at most 100,000 characters."""
    body = clean_text(text).strip("\n")
    if len(body) > BODY_LIMIT:
        raise BadInput(
            tr(
                "The text has {count} characters, {body_limit} is the limit. Make two articles of it.",
                count=number(len(body)),
                body_limit=number(BODY_LIMIT),
            ),
            "body",
        )
    return body


def article_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Cleaned tags, each once, in the order given; a comma divides two."""
    found: dict[str, None] = {}
    for each in tags:
        for part in clean_line(each).split(","):
            tag = part.strip().lower()
            if len(tag) > TAG_LIMIT:
                raise BadInput(
                    tr(
                        "The tag “{tag}…” is longer than {tag_limit} characters. Shorten it.",
                        tag=tag[:20],
                        tag_limit=TAG_LIMIT,
                    ),
                    "tags",
                )
            if not is_blank(tag):
                found[tag] = None
    if len(found) > MOST_TAGS:
        raise BadInput(tr("An article has {most_tags} tags at most. Take some away.", most_tags=MOST_TAGS), "tags")
    return tuple(found)
