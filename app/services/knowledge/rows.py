"""Reading articles as the actor may see them, and locking one that is about to change."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, and_, case, func, or_, select, true

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.knowledge import ArticleKind, ArticleState, ArticleUse, Audience, is_stale
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.catalogue import category, service
from app.models.incident import incident
from app.models.knowledge import article, article_service, article_use, article_version
from app.models.people import person
from app.services.access import visible
from app.services.incidents.referred import referred
from app.services.knowledge.dto import ArticleFacts, ArticleRow, ArticleText

MISSING = "This article does not exist, or you may not see it."
LATELY = timedelta(days=30)
_OPINIONS = tuple(use.value for use in ArticleUse if use.is_opinion)


def sees_drafts(actor: Actor) -> bool:
    """Whether the actor reads articles that are not published for everyone: as whoever reads the desk does."""
    return may(actor, Permission.INCIDENT_READ_ALL)


def readable(actor: Actor, of: FromClause = article) -> ColumnElement[bool]:
    """The condition that keeps articles out that the actor may not read."""
    if sees_drafts(actor):
        return true()
    return and_(of.c.published_version.is_not(None), of.c.audience == Audience.EVERYONE.value)


def seen_uses(actor: Actor) -> ColumnElement[bool]:
    """The condition for uses that stand and name no incident that the actor may not see."""
    stands = article_use.c.removed_at.is_(None)
    if not sees_drafts(actor):
        return and_(stands, article_use.c.person_id == actor.person_id)
    seen = select(incident.c.id).where(visible(actor))
    return and_(stands, or_(article_use.c.incident_id.is_(None), article_use.c.incident_id.in_(seen)))


def rows_statement(actor: Actor, now: datetime) -> Select[Any]:
    """The articles that the actor may read, with counts of what was done with them."""
    kind = article_use.c.kind
    is_new = and_(kind.not_in(_OPINIONS), article_use.c.at >= now - LATELY)
    counts = (
        select(
            article_use.c.article_id,
            func.sum(case((is_new, 1), else_=0)).label("used"),
            func.sum(case((kind == ArticleUse.HELPED.value, 1), else_=0)).label("helped"),
            func.sum(case((kind == ArticleUse.DID_NOT_HELP.value, 1), else_=0)).label("did_not_help"),
        )
        .where(seen_uses(actor))
        .group_by(article_use.c.article_id)
        .subquery("counts")
    )
    return (
        select(
            article,
            referred(category.c.name, article.c.category_id).label("category_name"),
            referred(person.c.name, article.c.owner_id).label("owner_name"),
            counts.c.used, counts.c.helped, counts.c.did_not_help,
        )
        .select_from(article.outerjoin(counts, counts.c.article_id == article.c.id))
        .where(readable(actor))
    )  # fmt: skip


def row_of(row: Any, today: date) -> ArticleRow:
    """One row of `rows_statement` as a value."""
    return ArticleRow(
        id=row.id,
        number=row.number,
        kind=ArticleKind(row.kind),
        state=ArticleState(row.state),
        version=row.version,
        published_version=row.published_version,
        title=row.title,
        summary=row.summary,
        audience=Audience(row.audience),
        tags=tuple(row.tags),
        category_name=row.category_name,
        owner_name=row.owner_name,
        review_on=row.review_on,
        is_stale=is_stale(is_published=row.published_version is not None, review_on=row.review_on, today=today),
        updated_at=row.updated_at,
        used=row.used or 0,
        helped=row.helped or 0,
        did_not_help=row.did_not_help or 0,
    )


def today_of(now: datetime) -> date:
    """The day by which articles get stale: the same for everybody, so that a list means one thing."""
    return now.astimezone(UTC).date()


def lock_article(work: Work, article_id: str) -> Row[Any]:
    """The row of an article, locked until the end of the transaction; else `NotFound`."""
    statement = select(article).where(article.c.id == article_id, readable(work.actor)).with_for_update()
    row = work.connection.execute(statement).one_or_none()
    if row is None:
        raise NotFound(MISSING)
    return row


def load_text(connection: Connection, article_id: str, version: int) -> ArticleText:
    """What a version says; `NotFound` where there is none."""
    columns = (article_version.c.title, article_version.c.summary, article_version.c.body, article_version.c.audience)
    statement = select(*columns).where(article_version.c.article_id == article_id, article_version.c.number == version)
    row = connection.execute(statement).one_or_none()
    if row is None:
        raise NotFound(tr("The article has no version {version}.", version=version))
    return ArticleText(row.title, row.summary, row.body, Audience(row.audience))


def load_facts(connection: Connection, row: Any) -> ArticleFacts:
    """What is known of an article beside its text, its services by their names."""
    return ArticleFacts(
        ArticleKind(row.kind), row.language, row.category_id,
        tuple(each for each, _ in services_of(connection, row.id)),
        tuple(row.tags), row.problem_ref, row.owner_id, row.review_on,
    )  # fmt: skip


def services_of(connection: Connection, article_id: str) -> list[tuple[str, str]]:
    """The services that an article is about, each with its name."""
    statement = (
        select(service.c.id, service.c.name)
        .join(article_service, article_service.c.service_id == service.c.id)
        .where(article_service.c.article_id == article_id, article_service.c.active)
        .order_by(service.c.name)
    )
    return [(row.id, row.name) for row in connection.execute(statement)]


def writers_of(connection: Connection, article_id: str, published_version: int | None) -> frozenset[str]:
    """Who wrote the versions that came after the published one."""
    statement = select(article_version.c.author_id).where(
        article_version.c.article_id == article_id, article_version.c.number > (published_version or 0)
    )
    return frozenset(each for each in connection.execute(statement).scalars() if each is not None)
