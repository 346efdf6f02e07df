"""Reviews between the tables and plain values: reading one version whole, and writing one whole."""

from typing import Any

from sqlalchemy import Connection, Row, Table, select

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.review import ReviewPart
from app.domain.vocabulary import ReviewState
from app.infra.unit_of_work import Work
from app.models.incident import incident
from app.models.people import person
from app.models.review import review, review_event
from app.services.access import visible
from app.services.reviews.dto import (
    ActionPart,
    CausePart,
    DecisionPart,
    EventPart,
    ImpactPart,
    LessonPart,
    ReviewContent,
    SignOffPart,
    VersionRow,
)
from app.services.reviews.parts import PARTS

_author = person.alias("author")
_commander = person.alias("commander")
_NAMES = {
    "author_name": "author_id",
    "owner_name": "owner_id",
    "person_name": "person_id",
}
"""Columns of a part that are looked up, and the reference they are looked up by."""

_LISTS: dict[ReviewPart, tuple[str, Any]] = {
    ReviewPart.IMPACT: ("impacts", ImpactPart),
    ReviewPart.EVENT: ("events", EventPart),
    ReviewPart.DECISION: ("decisions", DecisionPart),
    ReviewPart.CAUSE: ("causes", CausePart),
    ReviewPart.LESSON: ("lessons", LessonPart),
    ReviewPart.ACTION: ("actions", ActionPart),
    ReviewPart.SIGN_OFF: ("sign_offs", SignOffPart),
}
_BY_TIME = frozenset({ReviewPart.EVENT, ReviewPart.DECISION})
_HEADER_FIELDS = tuple(
    name
    for name in ReviewContent.__dataclass_fields__
    if name in review.c and name not in {"id", "incident_id", "version", "state"}
)
_MISSING = "This review does not exist, or you may not see it."


def load_content(connection: Connection, actor: Actor, review_id: str) -> ReviewContent:
    """One version with all its lists; `NotFound` when the actor may not see its incident."""
    statement = (
        select(review, _author.c.name.label("author_name"), _commander.c.name.label("commander_name"))
        .join(incident, incident.c.id == review.c.incident_id)
        .outerjoin(_author, _author.c.id == review.c.author_id)
        .outerjoin(_commander, _commander.c.id == review.c.commander_id)
        .where(review.c.id == review_id, visible(actor))
    )
    row = connection.execute(statement).one_or_none()
    if row is None:
        raise NotFound(_MISSING)
    lists: dict[str, Any] = {name: _load_list(connection, part, review_id) for part, (name, _) in _LISTS.items()}
    values: dict[str, Any] = {name: getattr(row, name) for name in _HEADER_FIELDS}
    return ReviewContent(
        id=row.id,
        incident_id=row.incident_id,
        version=row.version,
        state=ReviewState(row.state),
        author_name=row.author_name,
        commander_name=row.commander_name,
        **values,
        **lists,
    )


def _load_list(connection: Connection, part: ReviewPart, review_id: str) -> tuple[Any, ...]:
    table = PARTS[part].table
    make = _LISTS[part][1]
    columns: list[Any] = []
    source: Any = table
    for name in make._fields:
        if name in _NAMES:
            source = source.outerjoin(person, person.c.id == table.c[_NAMES[name]])
            columns.append(person.c.name.label(name))
        else:
            columns.append(table.c[name])
    # What has a time stands in the order of time, whatever order it was entered in.
    order = (table.c.occurred_at, table.c.position) if part in _BY_TIME else (table.c.position,)
    statement = select(*columns).select_from(source).where(table.c.review_id == review_id)
    return tuple(make(*row) for row in connection.execute(statement.order_by(*order, table.c.id)))


def load_versions(connection: Connection, incident_id: str) -> tuple[VersionRow, ...]:
    """All versions of an incident's review, the newest first."""
    columns = (review.c.id, review.c.version, review.c.state, review.c.updated_at, review.c.published_at)
    statement = select(*columns).where(review.c.incident_id == incident_id).order_by(review.c.version.desc())
    return tuple(VersionRow(*row) for row in connection.execute(statement))


def lock_review(work: Work, review_id: str) -> Row[Any]:
    """The row of a review whose incident the actor may see, locked to the end of the transaction; else `NotFound`."""
    statement = (
        select(review)
        .join(incident, incident.c.id == review.c.incident_id)
        .where(review.c.id == review_id, visible(work.actor))
        .with_for_update(of=review)
    )
    row = work.connection.execute(statement).one_or_none()
    if row is None:
        raise NotFound(_MISSING)
    return row


def insert_content(work: Work, content: ReviewContent) -> None:
    """Store a whole version; its rows get new ids."""
    header = {name: getattr(content, name) for name in _HEADER_FIELDS} | {"edit": 1}
    keys = {"id": content.id, "incident_id": content.incident_id, "version": content.version}
    work.connection.execute(review.insert(), {**header, **keys, "state": content.state.value})
    for part, (name, _) in _LISTS.items():
        table = PARTS[part].table
        items = enumerate(getattr(content, name), 1)
        rows = [part_row(work, content.id, item, position, table) for position, item in items]
        if rows:
            work.connection.execute(table.insert(), rows)


def part_row(work: Work, review_id: str, item: Any, position: int, table: Table = review_event) -> dict[str, Any]:
    """A part as a row of its table under a new id; looked-up names are left out."""
    values = {key: value for key, value in item._asdict().items() if key in table.c}
    return {**values, "id": work.new_id(), "review_id": review_id, "position": position}
