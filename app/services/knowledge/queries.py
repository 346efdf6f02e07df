"""Reading knowledge: the list, one article with its versions, what changed between two, and what is at an incident."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.knowledge import ArticleState, ArticleStep, ArticleUse
from app.domain.line_diff import DiffLine, diff_lines
from app.domain.permissions import Permission, may
from app.infra.link import LONG
from app.infra.unit_of_work import Store
from app.models.incident import incident
from app.models.knowledge import article, article_service, article_step, article_use, article_version
from app.models.people import person
from app.services.access import ensure_visible
from app.services.command import query
from app.services.knowledge.documents import load_documents
from app.services.knowledge.dto import (
    ArticleDetail,
    ArticleFile,
    ArticleFilter,
    ArticleRow,
    Case,
    KnowledgeFigures,
    LinkedArticle,
    StepRow,
    SuggestedArticle,
    UseRow,
    VersionRow,
)
from app.services.knowledge.figures import figures
from app.services.knowledge.pictures import load_pictures
from app.services.knowledge.rows import (
    MISSING,
    load_facts,
    load_text,
    readable,
    row_of,
    rows_statement,
    seen_uses,
    sees_drafts,
    services_of,
    today_of,
    writers_of,
)
from app.services.knowledge.suggesting import suggest
from app.services.problems.naming import named_here
from app.services.writing_help.marks import of_article, unchecked

_MOST_USES = 50
_NO_FILTER = ArticleFilter()


class KnowledgeQueries:
    """Articles within what the actor may read: requesters what is published for everyone, the desk all of it."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.KNOWLEDGE_READ)
    def list(self, connection: Connection, actor: Actor, wanted: ArticleFilter = _NO_FILTER) -> tuple[ArticleRow, ...]:
        """The articles of a filter, the last changed first."""
        now = self.store.clock.now()
        today = today_of(now)
        statement = rows_statement(actor, now).where(*_conditions(actor, wanted))
        rows = connection.execute(statement.order_by(article.c.updated_at.desc(), article.c.number.desc())).all()
        found = tuple(row_of(row, today) for row in rows)
        if wanted.tag:
            found = tuple(row for row in found if wanted.tag in row.tags)
        return tuple(row for row in found if row.is_stale) if wanted.stale else found

    @query(Permission.KNOWLEDGE_READ)
    def detail(
        self, connection: Connection, actor: Actor, article_id: str, version: int | None = None
    ) -> ArticleDetail:
        """One article with the version that readers see, or the one that is asked for."""
        now = self.store.clock.now()
        row = connection.execute(rows_statement(actor, now).where(article.c.id == article_id)).one_or_none()
        if row is None:
            raise NotFound(MISSING)
        drafts = sees_drafts(actor)
        wanted = version or row.published_version or row.version
        if not drafts and wanted != row.published_version:
            raise NotFound(MISSING)
        names = _names(connection, {row.author_id, row.approver_id} - {None})
        text = load_text(connection, article_id, wanted)
        problems = named_here(connection, (row.problem_ref,)) if may(actor, Permission.PROBLEM_READ) else {}
        return ArticleDetail(
            row=row_of(row, today_of(now)),
            text=text,
            shown_version=wanted,
            facts=load_facts(connection, row),
            service_names=tuple(name for _, name in services_of(connection, article_id)),
            edit=row.edit,
            author_name=names.get(row.author_id),
            approver_name=names.get(row.approver_id),
            published_at=row.published_at,
            versions=_versions(connection, row, drafts=drafts),
            steps=_steps(connection, article_id) if drafts else (),
            uses=_uses(connection, actor, article_id),
            writer_ids=writers_of(connection, article_id, row.published_version) if drafts else frozenset(),
            pictures=load_pictures(connection, article_id, text.body),
            unchecked=unchecked(connection, of_article(article_id, wanted)) if drafts else "",
            problem=problems.get(row.problem_ref),
        )  # fmt: skip

    @query(Permission.INCIDENT_READ_ALL)
    def diff(
        self, connection: Connection, _actor: Actor, article_id: str, older: int, newer: int
    ) -> tuple[DiffLine, ...]:
        """What changed between two versions, title and summary included; empty when nothing did."""
        before, after = (load_text(connection, article_id, each) for each in (older, newer))
        return diff_lines(*(f"# {text.title}\n{text.summary}\n\n{text.body}" for text in (before, after)))

    @query(Permission.KNOWLEDGE_EDIT, one_state=True)
    def documents(self, connection: Connection, actor: Actor) -> tuple[ArticleFile, ...]:
        """Every article as a Markdown file with a head, all of one moment."""
        return load_documents(connection, actor)

    @query(Permission.KNOWLEDGE_READ)
    def by_number(self, connection: Connection, actor: Actor, number: int) -> str | None:
        """The identifier of the article that people call by this number; None when there is none to be read."""
        statement = select(article.c.id).where(article.c.number == number, readable(actor))
        return connection.execute(statement).scalar()

    @query(Permission.INCIDENT_READ_ALL)
    def of_incident(self, connection: Connection, actor: Actor, incident_id: str) -> tuple[LinkedArticle, ...]:
        """The articles that were used for an incident, the last first."""
        ensure_visible(connection, actor, incident_id)
        statement = (
            select(
                article_use.c.id, article_use.c.article_id, article.c.number, article.c.title,
                article_use.c.version, article_use.c.kind, person.c.name, article_use.c.at,
            )
            .join(article, article.c.id == article_use.c.article_id)
            .outerjoin(person, person.c.id == article_use.c.person_id)
            .where(article_use.c.incident_id == incident_id, seen_uses(actor), readable(actor))
            .order_by(article_use.c.at.desc(), article_use.c.id.desc())
        )  # fmt: skip
        rows = connection.execute(statement).all()
        return tuple(LinkedArticle(*row[:5], ArticleUse(row.kind), row.name, row.at) for row in rows)

    @query(Permission.KNOWLEDGE_EDIT, LONG)
    def figures(self, connection: Connection, actor: Actor, days: int = 30) -> KnowledgeFigures:
        """How much was reused in the last days, whether it helped, and where an article is missing."""
        now = self.store.clock.now()
        return figures(self.store, connection, actor, now - timedelta(days=days), now)

    @query(Permission.KNOWLEDGE_READ)
    def suggest(self, connection: Connection, actor: Actor, case: Case) -> tuple[SuggestedArticle, ...]:
        """The published articles that fit a case best, by words, service and category; three at most."""
        return suggest(connection, actor, case, today_of(self.store.clock.now()))


def _conditions(actor: Actor, wanted: ArticleFilter) -> Sequence[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.states:
        conditions.append(article.c.state.in_([state.value for state in wanted.states]))
    else:
        conditions.append(article.c.state != ArticleState.RETIRED.value)
    if wanted.kind is not None:
        conditions.append(article.c.kind == wanted.kind.value)
    if wanted.category_id is not None:
        conditions.append(article.c.category_id == wanted.category_id)
    if wanted.service_id is not None:
        about = select(article_service.c.article_id).where(
            article_service.c.service_id == wanted.service_id, article_service.c.active
        )
        conditions.append(article.c.id.in_(about))
    if wanted.mine:
        conditions.append(article.c.owner_id == actor.person_id)
    return conditions


def _names(connection: Connection, ids: set[Any]) -> dict[str, str]:
    rows = connection.execute(select(person.c.id, person.c.name).where(person.c.id.in_(ids)))
    return {row.id: row.name for row in rows}


def _versions(connection: Connection, about: Any, *, drafts: bool) -> tuple[VersionRow, ...]:
    statement = (
        select(
            article_version.c.number, article_version.c.title, person.c.name.label("author_name"),
            article_version.c.created_at,
        )
        .outerjoin(person, person.c.id == article_version.c.author_id)
        .where(article_version.c.article_id == about.id)
        .order_by(article_version.c.number.desc())
    )  # fmt: skip
    if not drafts:
        statement = statement.where(article_version.c.number == about.published_version)
    return tuple(VersionRow(*row, row.number == about.published_version) for row in connection.execute(statement))


def _steps(connection: Connection, article_id: str) -> tuple[StepRow, ...]:
    statement = (
        select(
            article_step.c.step, article_step.c.version, article_step.c.reason, person.c.name, article_step.c.at,
        )
        .outerjoin(person, person.c.id == article_step.c.person_id)
        .where(article_step.c.article_id == article_id)
        .order_by(article_step.c.at.desc(), article_step.c.id.desc())
    )  # fmt: skip
    return tuple(StepRow(ArticleStep(row.step), *row[1:]) for row in connection.execute(statement))


def _uses(connection: Connection, actor: Actor, article_id: str) -> tuple[UseRow, ...]:
    if not sees_drafts(actor):
        return ()
    statement = (
        select(
            article_use.c.id, article_use.c.kind, incident.c.id.label("incident_id"), incident.c.number,
            incident.c.short_description, person.c.name, article_use.c.at,
        )
        .join(incident, incident.c.id == article_use.c.incident_id)
        .outerjoin(person, person.c.id == article_use.c.person_id)
        .where(article_use.c.article_id == article_id, seen_uses(actor))
        .order_by(article_use.c.at.desc(), article_use.c.id.desc())
        .limit(_MOST_USES)
    )  # fmt: skip
    return tuple(UseRow(row.id, ArticleUse(row.kind), *row[2:]) for row in connection.execute(statement))
