"""Which entries of the audit log a filter finds, for somebody: on SQLite by conditions, on PostgreSQL by functions.

The functions ask the same (`migrations/sql/later/1130_0052_audit_log.sql`), since nobody may read the trail itself.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import (
    ARRAY,
    Boolean,
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    Table,
    Text,
    and_,
    cast,
    func,
    literal,
    not_,
    or_,
    select,
    tuple_,
)

from app.domain.actor import Actor
from app.domain.numbers import parse_article_number, parse_incident_number, parse_problem_number
from app.infra.audit.record import MANY
from app.models.audit import audit_entry
from app.models.catalogue import category, configuration_item, service
from app.models.clocks import calendar, sla_policy
from app.models.escalation import escalation
from app.models.handover import handover_line, handover_note
from app.models.incident import incident, incident_link
from app.models.knowledge import article, article_use
from app.models.people import assignment_group, group_member, person, site
from app.models.problem import problem
from app.models.review import review
from app.models.types import Id, UtcDateTime
from app.services.access import visible
from app.services.audit.dto import LogFilter, LogPlace
from app.services.audit.telling import SHARED, may_be_named

_NAMES: Final = ("subject", "subject_id", "n", "at", "login", "person_id", "act", "part", "part_id", "content")
_OF_EACH: Final = 200
"""So many records of each kind are found by a name that holds the text."""

_NAMED: Final = (
    article, assignment_group, calendar, category, configuration_item, person, problem, review, service, site,
    sla_policy,
)  # fmt: skip
_E = audit_entry.c


class Asked:
    """A filter, with the records that its text names; `connection` and `actor` find those."""

    def __init__(self, connection: Connection, actor: Actor, wanted: LogFilter) -> None:
        self.wanted = wanted
        text = wanted.text.strip()
        self.records = tuple(_by_number(connection, actor, text)) if text else ()
        self.words = ""
        if text and not self.records:
            self.words = f"%{_escaped(text)}%"
            self.records = tuple(_by_name(connection, actor, text))


def page(connection: Connection, actor: Actor, asked: Asked, after: LogPlace | None, most: int) -> list[Any]:
    """The rows of a stretch, the newest first."""
    if connection.dialect.name != "sqlite":
        told = func.desk.audit_entries(*_arguments(asked), *_place(after), literal(most, Integer))
        columns = (*(_E[name] for name in _NAMES),)
        return list(connection.execute(select(told.table_valued(*columns, name="told"))))
    order = (_E.at.desc(), _E.subject.desc(), _E.subject_id.desc(), _E.n.desc())
    statement = _found(connection, actor, asked, *(_E[name] for name in _NAMES))
    if after is not None:
        place = (after.at, after.key.kind, after.key.record_id, after.key.n)
        statement = statement.where(tuple_(_E.at, _E.subject, _E.subject_id, _E.n) < tuple_(*_bound(place)))
    return list(connection.execute(statement.order_by(*order).limit(most)))


def count(connection: Connection, actor: Actor, asked: Asked) -> int:
    """How many entries there are."""
    if connection.dialect.name != "sqlite":
        return int(connection.execute(select(func.desk.count_audit_entries(*_arguments(asked)))).scalar_one())
    return int(connection.execute(_found(connection, actor, asked, func.count())).scalar_one())


def _bound(place: tuple[Any, ...]) -> Iterator[ColumnElement[Any]]:
    kinds: tuple[Any, ...] = (UtcDateTime(), String(), String(), Integer())
    return (literal(value, kind) for value, kind in zip(place, kinds, strict=True))


def _arguments(asked: Asked) -> list[Any]:
    wanted = asked.wanted
    values: list[tuple[Any, Any]] = [
        (wanted.since, UtcDateTime()),
        (wanted.until, UtcDateTime()),
        (wanted.person_id or None, Id),
        (wanted.by_program, Boolean()),
        *((value or None, Text()) for value in (wanted.kind, wanted.record_id, wanted.deed, wanted.field, asked.words)),
        *(([record[part] for record in asked.records] or None, ARRAY(Text)) for part in (0, 1)),
    ]
    return [cast(literal(value, kind), kind) for value, kind in values]


def _place(after: LogPlace | None) -> list[Any]:
    place = (None,) * 4 if after is None else (after.at, *after.key)
    return [cast(each, each.type) for each in _bound(place)]


def _found(connection: Connection, actor: Actor, asked: Asked, *columns: Any) -> Select[Any]:
    return select(*columns).select_from(audit_entry).where(*_conditions(asked), *_told(connection, actor))


def _conditions(asked: Asked) -> Iterator[ColumnElement[bool]]:
    wanted = asked.wanted
    if wanted.since is not None:
        yield _E.at >= wanted.since
    if wanted.until is not None:
        yield _E.at < wanted.until
    if wanted.by_program:
        yield _E.person_id.is_(None)
    for column, value in (
        (_E.person_id, wanted.person_id), (_E.subject, wanted.kind), (_E.subject_id, wanted.record_id),
        (_E.act, wanted.deed),
    ):  # fmt: skip
        if value:
            yield column == value
    if wanted.field:
        first, later = f'{{"{wanted.field}": [', f', "{wanted.field}": ['
        yield or_(func.substr(_E.content, 1, len(first)) == first, func.instr(_E.content, later) > 0)
    if asked.words or asked.records:
        ways: list[ColumnElement[bool]] = []
        if asked.words:
            holds = or_(_E.content.like(asked.words, escape="\\"), _E.login.like(asked.words, escape="\\"))
            ways.append(and_(_E.subject_id != MANY, holds))
        if asked.records:
            ways.append(tuple_(_E.subject, _E.subject_id).in_(asked.records))
        yield or_(*ways)


def _told(connection: Connection, actor: Actor) -> Iterator[ColumnElement[bool]]:
    """What keeps out of the log whatever the actor would not be shown elsewhere; the program sees all."""
    if actor.author_id is None:
        return
    for shared in SHARED:
        yield _unless(_E.subject == shared.table.name, select(shared.table.c.id).where(not_(shared.seen_by(actor))))
    hidden = _hidden(actor)
    # Most desks restrict nothing, and then no entry has to be looked at for what it is about.
    if connection.execute(hidden.limit(1)).first() is None:
        return
    yield _unless(_E.subject == incident.name, hidden)
    for table in (escalation, review):
        yield _unless(_E.subject == table.name, select(table.c.id).where(table.c.incident_id.in_(hidden)))
    for table, about in ((incident_link, incident_link.c.target_id), (article_use, article_use.c.incident_id)):
        yield _unless(_E.part == table.name, select(table.c.id).where(about.in_(hidden)), _E.part_id)
    for table in (handover_line, handover_note):
        row = table.c
        rows = select(row.handover_id + "/" + cast(row.position, String)).where(row.incident_id.in_(hidden))
        yield _unless(_E.part == table.name, rows, _E.subject_id + "/" + _E.part_id)


def _unless(
    is_one: ColumnElement[bool], among: Select[Any], key: ColumnElement[Any] = _E.subject_id
) -> ColumnElement[bool]:
    """Entries of another kind, and those whose key is not among these.

    Of one value: to compare several at once SQLite goes through the whole list for each entry that is not in it.
    """
    return or_(not_(is_one), key.not_in(among))


def _hidden(actor: Actor) -> Select[Any]:
    """The incidents that are restricted to groups of others."""
    groups = select(group_member.c.group_id).where(group_member.c.person_id == actor.person_id)
    is_theirs = incident.c.restricted_group_id.in_(groups)
    return select(incident.c.id).where(incident.c.restricted_group_id.is_not(None), not_(is_theirs))


def _escaped(text: str) -> str:
    """What is typed as it stands inside of JSON, for LIKE."""
    return _literally(json.dumps(text, ensure_ascii=False)[1:-1])


def _literally(text: str) -> str:
    for sign in ("\\", "%", "_"):
        text = text.replace(sign, f"\\{sign}")
    return text


def _by_number(connection: Connection, actor: Actor, text: str) -> Iterator[tuple[str, str]]:
    """The record of a number that people say, and what belongs to an incident."""
    for table, number in ((problem, parse_problem_number(text)), (article, parse_article_number(text))):
        if number is not None:
            for found in connection.execute(select(table.c.id).where(table.c.number == number)).scalars():
                yield table.name, found
    number = parse_incident_number(text)
    if number is None:
        return
    wanted = select(incident.c.id).where(incident.c.number == number, visible(actor))
    for found in connection.execute(wanted).scalars().all():
        yield incident.name, found
        for table in (escalation, review):
            ids = connection.execute(select(table.c.id).where(table.c.incident_id == found)).scalars()
            yield from ((table.name, each) for each in ids)


def _by_name(connection: Connection, actor: Actor, text: str) -> Iterator[tuple[str, str]]:
    for table in _NAMED:
        for found in connection.execute(_named_so(table, actor, text)).scalars():
            yield table.name, found
    for shared in SHARED:
        statement = _named_so(shared.table, actor, text).where(shared.seen_by(actor))
        yield from ((shared.table.name, found) for found in connection.execute(statement).scalars())


def _named_so(table: Table, actor: Actor, text: str) -> Select[Any]:
    statement = select(table.c.id).where(may_be_named(table).ilike(f"%{_literally(text)}%", escape="\\"))
    if table is review:
        seen = select(incident.c.id).where(visible(actor))
        statement = statement.where(review.c.incident_id.in_(seen))
    return statement.order_by(table.c.id).limit(_OF_EACH)
