"""Reading reviews: the list, one version with its incident, and one made up from the facts for printing."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import ColumnElement, Connection, Select, func, select

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.permissions import Permission
from app.domain.review import ActionStatus
from app.domain.vocabulary import ReviewState
from app.domain.wording import tr
from app.infra.unit_of_work import Store
from app.models.incident import incident
from app.models.people import person
from app.models.review import review, review_action
from app.services.access import ensure_visible, visible
from app.services.command import query
from app.services.incidents.detail import load_detail
from app.services.incidents.dto import IncidentDetail
from app.services.reviews.clocks import clocks_of
from app.services.reviews.dto import ReviewContent, ReviewDetail, ReviewRow, VersionRow
from app.services.reviews.prefill import factual_summary, prefilled
from app.services.reviews.rows import load_content, load_versions
from app.services.settings import load_matrix, load_text
from app.services.writing_help.marks import of_review, unchecked

_author = person.alias("author")
_later = review.alias("later")
_OPEN_ACTIONS = tuple(status.value for status in ActionStatus if status.is_open)


class ReviewQueries:
    """Reviews within what the actor may see of their incidents."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.REVIEW_READ)
    def list(
        self, connection: Connection, actor: Actor, state: ReviewState | None = None, *, overdue: bool = False
    ) -> tuple[ReviewRow, ...]:
        """The latest version of each review, the last changed first; by state, or only with overdue actions."""
        today = self.store.clock.now().astimezone(zone_of(actor)).date()
        late = _action_count(review_action.c.due_on < today)
        statement = _list_statement(actor, _action_count(), late)
        if state is not None:
            statement = statement.where(review.c.state == state.value)
        if overdue:
            statement = statement.where(late > 0)
        return tuple(ReviewRow(*row) for row in connection.execute(statement))

    @query(Permission.REVIEW_READ)
    def detail(self, connection: Connection, actor: Actor, review_id: str) -> ReviewDetail:
        """One version with its incident, its versions and what a document needs to be printed."""
        content = load_content(connection, actor, review_id)
        return self._detail(connection, actor, content)

    @query(Permission.REVIEW_READ)
    def of_incident(
        self, connection: Connection, actor: Actor, incident_id: str, version: int | None = None
    ) -> ReviewDetail | None:
        """The review of an incident, the latest version or the one asked for; None when there is none."""
        ensure_visible(connection, actor, incident_id)
        versions = load_versions(connection, incident_id)
        if version is None and not versions:
            return None
        for row in versions:
            if version in {None, row.version}:
                return self._detail(connection, actor, load_content(connection, actor, row.id))
        known = ", ".join(str(row.version) for row in reversed(versions)) or "none"
        raise NotFound(tr("The review has no version {version}. Versions: {known}.", version=version, known=known))

    @query(Permission.REVIEW_READ)
    def from_facts(self, connection: Connection, actor: Actor, incident_id: str) -> ReviewDetail:
        """The review as it would begin, from the facts alone and not stored; for printing and for a first look."""
        about = load_detail(connection, actor, incident_id)
        # The facts are as old as the incident's last change, so the same facts give the same document at any time.
        summary = factual_summary(about, clocks_of(connection, incident_id, about.updated_at))
        content = replace(prefilled(about, actor, about.updated_at), summary=summary)
        return self._detail(connection, actor, content, is_saved=False)

    @query(Permission.REVIEW_READ)
    def versions(self, connection: Connection, actor: Actor, incident_id: str) -> tuple[VersionRow, ...]:
        """All versions of an incident's review, the newest first; empty when there is none."""
        ensure_visible(connection, actor, incident_id)
        return load_versions(connection, incident_id)

    def _detail(
        self, connection: Connection, actor: Actor, content: ReviewContent, *, is_saved: bool = True
    ) -> ReviewDetail:
        about = load_detail(connection, actor, content.incident_id)
        zone = zone_of(actor)
        today: datetime = content.published_at or self.store.clock.now()
        as_of = _as_of(content, about, is_saved=is_saved)
        clocks = clocks_of(connection, about.id, as_of)
        priority = _priority_then(about, content.published_at)
        return ReviewDetail(
            content=content,
            incident=about,
            versions=load_versions(connection, content.incident_id),
            organisation=load_text(connection, "organisation"),
            desk_name=load_text(connection, "desk_name"),
            priority=priority,
            priority_label=load_matrix(connection).priority_label(priority),
            time_zone=zone.key,
            today=today.astimezone(zone).date(),
            facts=factual_summary(about, clocks),
            is_saved=is_saved,
            as_of=as_of,
            clocks=clocks,
            unchecked=unchecked(connection, of_review(content.id)) if is_saved else "",
        )


def zone_of(actor: Actor) -> ZoneInfo:
    """The reader's zone; UTC when this computer does not know it."""
    try:
        return ZoneInfo(actor.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def _as_of(content: ReviewContent, about: IncidentDetail, *, is_saved: bool) -> datetime:
    """The publication, or the last change of the review or its incident: the same data tell of the same moment."""
    if content.published_at is not None:
        return content.published_at
    recorded = [item.recorded_at for item in about.journal] if is_saved else []
    return max([content.updated_at, *recorded])


def _priority_then(about: IncidentDetail, published_at: datetime | None) -> int:
    """The priority at the publication, because a published version tells what was known then."""
    if published_at is not None:
        for item in about.journal:
            for change in item.changes:
                if change.field == "priority" and change.old and item.recorded_at > published_at:
                    return int(change.old)
    return about.priority


def _action_count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    statement: Select[Any] = select(func.count()).select_from(review_action)
    return statement.where(
        review_action.c.review_id == review.c.id, review_action.c.status.in_(_OPEN_ACTIONS), *conditions
    ).scalar_subquery()


def _list_statement(actor: Actor, open_actions: ColumnElement[int], overdue: ColumnElement[int]) -> Select[Any]:
    newer = select(_later.c.id).where(_later.c.incident_id == review.c.incident_id, _later.c.version > review.c.version)
    return (
        select(
            review.c.id,
            review.c.incident_id,
            incident.c.number,
            incident.c.source_number,
            review.c.title,
            review.c.state,
            review.c.version,
            incident.c.priority,
            _author.c.name,
            review.c.updated_at,
            review.c.published_at,
            open_actions,
            overdue,
        )
        .join(incident, incident.c.id == review.c.incident_id)
        .outerjoin(_author, _author.c.id == review.c.author_id)
        .where(visible(actor), ~newer.exists())
        .order_by(review.c.updated_at.desc(), review.c.id)
    )
