"""The last try: what was typed, in the middle of words of titles, names and numbers.

It reads the titles one by one where no index of trigrams can be asked (decision 0024), so it comes only after the index
of words found nothing; it is asked from three signs on.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Connection, Text, cast, column, func, literal, or_, select

from app.domain.actor import Actor
from app.domain.permissions import may
from app.domain.search.marking import Marked
from app.models.catalogue import configuration_item
from app.models.incident import incident
from app.models.people import person
from app.models.types import Id
from app.services.access import sees_internal, visible
from app.services.incidents.referred import referred
from app.services.matching import holds_word, patterns_of
from app.services.search.dto import Hit, HitGroup, Kind, SearchQuery
from app.services.search.records import RECORDS

LEAST = 3
_SPARE = 200
"""So many more are asked of a server: a login that owns the desk is told those too that the actor may not see."""
_SEARCHED: dict[Kind, tuple[ColumnElement[Any], ...]] = {
    Kind.PERSON: (person.c.name, person.c.email, person.c.phone),
    Kind.ITEM: (configuration_item.c.name,),
}


def groups(connection: Connection, actor: Actor, asked: SearchQuery, text: str) -> tuple[HitGroup, ...]:
    """What holds the text."""
    if len(text) < LEAST:
        return ()
    found = _incidents(connection, actor, asked, text) if Kind.INCIDENT in asked.kinds else []
    made = [HitGroup(Kind.INCIDENT, tuple(found), len(found), len(found) >= asked.limit)]
    for record in RECORDS:
        if record.kind in asked.kinds and record.kind in _SEARCHED and may(actor, record.permission):
            holds = or_(
                *(func.coalesce(holds_word(column, text), literal(value=False)) for column in _SEARCHED[record.kind])
            )
            statement = select(*record.columns).where(holds).order_by(record.table.c.name).limit(asked.limit)
            rows = connection.execute(statement).all()
            marker = _Finder(text)
            made.append(HitGroup(record.kind, tuple(record.make(row, marker) for row in rows), len(rows)))
    return tuple(group for group in made if group.hits)


def _incidents(connection: Connection, actor: Actor, asked: SearchQuery, text: str) -> list[Hit]:
    statement = (
        select(
            incident.c.id, incident.c.number, incident.c.short_description, incident.c.state, incident.c.priority,
            incident.c.updated_at, referred(person.c.name, incident.c.caller_id).label("caller_name"),
        )
        .where(visible(actor), _holds(connection, actor, asked, text))
        .order_by(incident.c.number.desc())
        .limit(asked.limit)
    )  # fmt: skip
    finder = _Finder(text)
    return [
        Hit(
            Kind.INCIDENT, row.id, finder.whole(row.short_description), number=row.number, state=row.state,
            priority=row.priority, hint=row.caller_name or "", incident_id=row.id, at=row.updated_at,
        )
        for row in connection.execute(statement)
    ]  # fmt: skip


def _holds(connection: Connection, actor: Actor, asked: SearchQuery, text: str) -> ColumnElement[bool]:
    if connection.dialect.name == "sqlite":
        return holds_word(incident.c.short_description, text)
    called = (
        func.desk.incidents_holding(
            cast(patterns_of(text), ARRAY(Text)),
            cast(None if sees_internal(actor) else actor.person_id, Id),
            asked.limit + _SPARE,
        )
        .table_valued(column("id", Id))
        .render_derived()
    )
    return incident.c.id.in_(select(called.c.id))


class _Finder:
    """Marks a text wherever it stands, as `Marker` marks words."""

    def __init__(self, text: str) -> None:
        self._text = text.lower()

    def whole(self, text: str) -> Marked:
        """The text with every place."""
        return Marked(text, tuple(self._places(text)))

    def snippet(self, text: str) -> Marked:
        """The same; what is searched here is short."""
        return self.whole(text)

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        lowered = text.lower()
        if len(lowered) != len(text):
            return
        at = lowered.find(self._text)
        while at >= 0:
            yield at, at + len(self._text)
            at = lowered.find(self._text, at + len(self._text))
