"""Articles for tests of knowledge: written by the agent, approved by the supervisor."""

from typing import Any

from app.domain.knowledge import ArticleKind, ArticleStep, Audience
from app.services.knowledge.dto import ArticleDetail, ArticleFacts, ArticleRef, ArticleText
from tests.support.crew import Crew

BODY = "## Steps\n\n1. Open the rear cover\n2. Pull the paper out slowly"


def text(title: str = "Clear a paper jam", **values: Any) -> ArticleText:
    usual: dict[str, Any] = {"summary": "The printer beeps and shows E5.", "body": BODY}
    return ArticleText(title, **{**usual, **values})


def write(crew: Crew, title: str = "Clear a paper jam", facts: ArticleFacts | None = None, **values: Any) -> ArticleRef:
    known = facts or ArticleFacts(ArticleKind.HOW_TO)
    return crew.desk.knowledge_work.create(crew.agent, crew.desk.new_id(), text(title, **values), known)


def publish(crew: Crew, ref: ArticleRef) -> ArticleRef:
    work = crew.desk.knowledge_work
    crew.clock.advance(minutes=1)
    ref = work.step(crew.agent, ref.id, ArticleStep.SUBMIT, seen=ref.version)
    crew.clock.advance(minutes=1)
    return work.step(crew.supervisor, ref.id, ArticleStep.PUBLISH, seen=ref.version)


def published(
    crew: Crew, title: str = "Clear a paper jam", facts: ArticleFacts | None = None, **values: Any
) -> ArticleRef:
    return publish(crew, write(crew, title, facts, **{"audience": Audience.EVERYONE, **values}))


def see(crew: Crew, ref: ArticleRef, version: int | None = None) -> ArticleDetail:
    return crew.desk.knowledge.detail(crew.agent, ref.id, version)
