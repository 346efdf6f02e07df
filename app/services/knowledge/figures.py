"""What knowledge is worth, in figures: how much is reused, whether it helps, and where an article is missing."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, select

from app.domain.actor import Actor
from app.domain.knowledge import ArticleUse
from app.domain.vocabulary import Role
from app.infra.unit_of_work import Store
from app.models.catalogue import category, service
from app.models.incident import incident
from app.models.knowledge import article, article_use
from app.models.people import person
from app.services.access import visible
from app.services.knowledge.dto import Gap, KnowledgeFigures
from app.services.knowledge.rows import seen_uses, today_of
from app.services.search.unfound import most_unfound

_MOST_GAPS = 10


def figures(store: Store, connection: Connection, actor: Actor, since: datetime, now: datetime) -> KnowledgeFigures:
    """The figures of the time since a moment, over what the actor may see."""
    resolved = and_(visible(actor), incident.c.resolved_at >= since)
    has_article = incident.c.id.in_(select(article_use.c.incident_id).where(_at_incident(actor)))
    uses = _uses(connection, actor, since)
    today = today_of(now)
    return KnowledgeFigures(
        since=since,
        until=now,
        published=_count(connection, article.c.id, article.c.published_version.is_not(None)),
        stale=_count(connection, article.c.id, article.c.published_version.is_not(None), article.c.review_on <= today),
        resolved=_count(connection, incident.c.id, resolved),
        resolved_with_article=_count(connection, incident.c.id, resolved, has_article),
        uses=sum(uses.get(kind, 0) for kind in ArticleUse if not kind.is_opinion),
        helped=uses.get(ArticleUse.HELPED, 0),
        did_not_help=uses.get(ArticleUse.DID_NOT_HELP, 0),
        deflected=_deflected(connection, since),
        reported=_count(connection, incident.c.id, visible(actor), incident.c.reported_at >= since),
        gaps=_gaps(connection, resolved, ~has_article),
        unfound=most_unfound(store, connection, actor, today_of(since), _MOST_GAPS),
    )


def _count(connection: Connection, column: ColumnElement[str], *conditions: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count(column)).where(*conditions)).scalar_one())


def _at_incident(actor: Actor) -> ColumnElement[bool]:
    kinds = [kind.value for kind in ArticleUse if not kind.is_opinion]
    return and_(seen_uses(actor), article_use.c.incident_id.is_not(None), article_use.c.kind.in_(kinds))


def _uses(connection: Connection, actor: Actor, since: datetime) -> dict[str, int]:
    statement = select(article_use.c.kind, func.count()).where(seen_uses(actor), article_use.c.at >= since)
    return {row[0]: row[1] for row in connection.execute(statement.group_by(article_use.c.kind))}


def _deflected(connection: Connection, since: datetime) -> int:
    """Callers who said that an article helped them: each is a call that may not have come."""
    statement = select(func.count(article_use.c.id)).join(person, person.c.id == article_use.c.person_id)
    statement = statement.where(
        person.c.role == Role.REQUESTER.value,
        article_use.c.kind == ArticleUse.HELPED.value,
        article_use.c.incident_id.is_(None),
        article_use.c.removed_at.is_(None),
        article_use.c.at >= since,
    )
    return int(connection.execute(statement).scalar_one())


def _gaps(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Gap, ...]:
    """What is resolved most often without an article, by service and category."""
    count = func.count(incident.c.id)
    statement = (
        select(
            service.c.name.label("service_name"), category.c.name.label("category_name"), count.label("resolved"),
            service.c.id.label("service_id"), category.c.id.label("category_id"),
        )
        .select_from(incident)
        .outerjoin(service, service.c.id == incident.c.service_id)
        .outerjoin(category, category.c.id == incident.c.category_id)
        .where(*conditions)
        .group_by(service.c.name, category.c.name, service.c.id, category.c.id)
        .order_by(count.desc(), service.c.name, category.c.name)
        .limit(_MOST_GAPS)
    )  # fmt: skip
    return tuple(Gap(*row) for row in connection.execute(statement))
