"""Where an article begins that is written about a gap or a problem: as the argument of the page of knowledge."""

import json
from collections.abc import Callable
from typing import Final, NamedTuple

from app.domain.article_templates import TEMPLATES, body_from_resolution
from app.domain.knowledge import ArticleKind
from app.services.knowledge.dto import ArticleFacts, ArticleText
from app.views.knowledge.editor import Writing

_ABOUT: Final = "about:"


class Beginning(NamedTuple):
    """What is known of an article before it is written: words, and what it is about, each empty for none."""

    title: str = ""
    service_id: str = ""
    category_id: str = ""
    problem_ref: str = ""
    workaround: str = ""

    @property
    def argument(self) -> str:
        """As the argument of the page of knowledge."""
        return _ABOUT + json.dumps(self)

    def writing(self, new_id: Callable[[], str]) -> Writing:
        """A new article that begins so: about a known error where a problem is named, else of the first kind."""
        kind = ArticleKind.KNOWN_ERROR if self.problem_ref else ArticleKind.HOW_TO
        services = (self.service_id,) if self.service_id else ()
        facts = ArticleFacts(
            kind, category_id=self.category_id or None, service_ids=services, problem_ref=self.problem_ref
        )
        body = TEMPLATES[kind]
        if self.problem_ref:
            body = body_from_resolution(kind, symptoms="", resolution=self.workaround)
        return Writing(new_id(), ArticleText(self.title, "", body), facts=facts)


def beginning_of(argument: str) -> Beginning | None:
    """What an argument of the page asks to begin; None for any other argument."""
    if not argument.startswith(_ABOUT):
        return None
    return Beginning(*json.loads(argument.removeprefix(_ABOUT)))
