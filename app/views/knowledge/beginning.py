"""Where an article begins that somebody wants to write about a gap: as the argument of the page of knowledge."""

import json
from collections.abc import Callable
from typing import Final, NamedTuple

from app.domain.article_templates import TEMPLATES
from app.domain.knowledge import ArticleKind
from app.services.knowledge.dto import ArticleFacts, ArticleText
from app.views.knowledge.editor import Writing

_ABOUT: Final = "about:"


class Beginning(NamedTuple):
    """What is known of an article before it is written: words, and what it is about, each empty for none."""

    title: str = ""
    service_id: str = ""
    category_id: str = ""

    @property
    def argument(self) -> str:
        """As the argument of the page of knowledge."""
        return _ABOUT + json.dumps(self)

    def writing(self, new_id: Callable[[], str]) -> Writing:
        """A new article of the first kind that begins so."""
        kind = ArticleKind.HOW_TO
        services = (self.service_id,) if self.service_id else ()
        facts = ArticleFacts(kind, category_id=self.category_id or None, service_ids=services)
        return Writing(new_id(), ArticleText(self.title, "", TEMPLATES[kind]), facts=facts)


def beginning_of(argument: str) -> Beginning | None:
    """What an argument of the page asks to begin; None for any other argument."""
    if not argument.startswith(_ABOUT):
        return None
    return Beginning(*json.loads(argument.removeprefix(_ABOUT)))
