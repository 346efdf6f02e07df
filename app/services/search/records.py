"""Problems, articles, people, configuration items and reviews that have the words."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, ColumnElement, Connection, FromClause, Table, bindparam, func, select

from app.domain.actor import Actor
from app.domain.knowledge import Audience
from app.domain.numbers import parse_article_number, parse_problem_number
from app.domain.permissions import Permission, may
from app.domain.search.marking import Marked, Marks
from app.domain.without_markup import as_plain
from app.domain.wording import tr
from app.infra.beginning_of import BeginningOf
from app.infra.fulltext.scope import Indexed
from app.infra.prepared import PreparedSelect, Question, Statement, prepared
from app.models.catalogue import configuration_item, service
from app.models.incident import incident
from app.models.indexed import ARTICLE, ITEM, PERSON, PROBLEM, REVIEW
from app.models.knowledge import article
from app.models.people import person, site
from app.models.problem import problem
from app.models.review import review
from app.services.access import visible_to
from app.services.incidents.referred import referred
from app.services.problems.naming import named_here
from app.services.search.dto import Hit, Kind
from app.services.search.index import ME, Asked, hits, is_row_of, lacks_unwanted_itself

MOST = 100


class Record(NamedTuple):
    """How one kind of record is found and shown, and who may look for it."""

    kind: Kind
    indexed: Indexed
    table: Table
    permission: Permission
    columns: tuple[ColumnElement[Any], ...]
    make: Callable[[Any, Marks], Hit]


def _article_hit(row: Any, marker: Marks) -> Hit:
    summary = marker.snippet(row.summary)
    body = marker.snippet(as_plain(row.body)) if row.body and not summary.spans else Marked("")
    return Hit(
        Kind.ARTICLE, row.id, marker.whole(row.title), body if body.spans else summary, number=row.number,
        state=row.state if row.published_version is None else "published", at=row.updated_at,
    )  # fmt: skip


def _problem_hit(row: Any, marker: Marks) -> Hit:
    texts = [row.workaround, row.cause, row.description, row.fix]
    found = [marked for marked in map(marker.snippet, filter(None, texts)) if marked.spans]
    first = next(filter(None, texts), "")
    snippet = found[0] if found else marker.snippet(first) if first else Marked("")
    return Hit(
        Kind.PROBLEM, row.id, marker.whole(row.title), snippet, number=row.number, state=row.state, at=row.updated_at
    )


def _person_hit(row: Any, marker: Marks) -> Hit:
    about = " · ".join(filter(None, (row.job_title, row.email, row.phone, row.site_name)))
    return Hit(
        Kind.PERSON, row.id, marker.whole(row.name), marker.snippet(about), hint="" if row.active else tr("inactive")
    )


def _item_hit(row: Any, marker: Marks) -> Hit:
    about = " · ".join(filter(None, (row.item_kind, row.service_name, row.site_name)))
    return Hit(
        Kind.ITEM, row.id, marker.whole(row.name), marker.snippet(about), hint="" if row.active else tr("inactive")
    )


def _review_hit(row: Any, marker: Marks) -> Hit:
    texts = [row.summary, row.detection, row.recovery, row.business_effect]
    found = [marked for marked in map(marker.snippet, filter(None, texts)) if marked.spans]
    snippet = found[0] if found else marker.snippet(row.summary or "") if row.summary else Marked("")
    return Hit(
        Kind.REVIEW, row.id, marker.whole(row.title), snippet, number=row.number, state=row.state,
        hint=tr("version {version}", version=row.version), incident_id=row.incident_id, at=row.updated_at,
    )  # fmt: skip


_ARTICLE_SHOWN = (
    article.c.id, article.c.number, article.c.title, article.c.summary,
    BeginningOf(article.c.body).label("body"), article.c.state, article.c.published_version,
    article.c.updated_at, article.c.problem_ref,
)  # fmt: skip
_PROBLEM_SHOWN = (
    problem.c.id, problem.c.number, problem.c.title, problem.c.state, problem.c.updated_at,
    *(BeginningOf(problem.c[name]).label(name) for name in ("description", "cause", "workaround", "fix")),
)  # fmt: skip

RECORDS = (
    Record(Kind.PROBLEM, PROBLEM, problem, Permission.PROBLEM_READ, _PROBLEM_SHOWN, _problem_hit),
    Record(Kind.ARTICLE, ARTICLE, article, Permission.KNOWLEDGE_READ, _ARTICLE_SHOWN, _article_hit),
    Record(
        Kind.PERSON, PERSON, person, Permission.PEOPLE_READ,
        (person.c.id, person.c.name, person.c.email, person.c.phone, person.c.job_title, person.c.active,
         referred(site.c.name, person.c.site_id).label("site_name")),
        _person_hit,
    ),
    Record(
        Kind.ITEM, ITEM, configuration_item, Permission.INCIDENT_READ_ALL,
        (configuration_item.c.id, configuration_item.c.name, configuration_item.c.kind.label("item_kind"),
         configuration_item.c.active, referred(service.c.name, configuration_item.c.service_id).label("service_name"),
         referred(site.c.name, configuration_item.c.site_id).label("site_name")),
        _item_hit,
    ),
    Record(
        Kind.REVIEW, REVIEW, review, Permission.REVIEW_READ,
        (review.c.id, review.c.incident_id, review.c.title, review.c.summary, review.c.detection, review.c.recovery,
         review.c.business_effect, review.c.state, review.c.version, review.c.updated_at, incident.c.number),
        _review_hit,
    ),
)  # fmt: skip
"""In the order in which they are shown."""


def statement_of(record: Record, asked: Asked) -> PreparedSelect:
    """The statement that finds records of this kind, best first."""
    return _statement(record.kind, asked)


@prepared(32)
def _statement(kind: Kind, asked: Asked) -> Statement:
    record = next(each for each in RECORDS if each.kind is kind)
    row, hit = record.table, hits(asked, record.indexed)
    source = with_what_decides(record, hit.join(row, is_row_of(asked, record.indexed, hit, row)))
    statement = select(*record.columns, hit.c.rank).where(*may_find(record, asked))
    order = [hit.c.rank.desc(), func.lower(row.c.name if "name" in row.c else row.c.title)]
    if "active" in row.c:
        order.insert(0, row.c.active.desc())
    own = lacks_unwanted_itself(asked, record.indexed, row)
    return statement.select_from(source).where(*own).order_by(*order).limit(MOST)


def with_what_decides(record: Record, rows: FromClause) -> FromClause:
    """The rows of a kind, joined with those that `may_find` asks about."""
    return rows.join(incident, incident.c.id == review.c.incident_id) if record.kind is Kind.REVIEW else rows


def may_find(record: Record, asked: Asked) -> list[ColumnElement[bool]]:
    """What has to hold for a row, so that the reader finds it; that they may look for this kind is decided before."""
    if record.kind is Kind.REVIEW:
        newer = review.alias("newer")
        is_newer = (newer.c.incident_id == review.c.incident_id, newer.c.version > review.c.version)
        return [visible_to(ME, sees_all=asked.sees_all), ~select(newer.c.id).where(*is_newer).exists()]
    return _may_read(asked) if record.kind is Kind.ARTICLE else []


def _may_read(asked: Asked) -> list[ColumnElement[bool]]:
    """Requesters find what is published for everyone; what has been found is what they would read."""
    if asked.sees_all:
        return []
    return [article.c.published_version.is_not(None), article.c.audience == Audience.EVERYONE.value]


_BY_NUMBER = {
    sees_all: PreparedSelect(
        select(*_ARTICLE_SHOWN).where(
            article.c.number == bindparam("number", -1, type_=BigInteger()),
            *_may_read(Asked(is_file=True, sees_all=sees_all)),
        )
    )
    for sees_all in (True, False)
}


def article_by_number(asked: Asked, text: str) -> list[Question]:
    """The question for the article that people call by this number, such as `KB-000123`, if it is one."""
    number = parse_article_number(text)
    return [] if number is None else [(_BY_NUMBER[asked.sees_all], {"number": number})]


_PROBLEM_BY_NUMBER = PreparedSelect(
    select(*_PROBLEM_SHOWN).where(problem.c.number == bindparam("number", -1, type_=BigInteger()))
)


def problem_by_number(text: str) -> list[Question]:
    """The question for the problem that people call by this number, such as `PRB-000123`, if it is one."""
    number = parse_problem_number(text)
    return [] if number is None else [(_PROBLEM_BY_NUMBER, {"number": number})]


def shown(connection: Connection, actor: Actor, record: Record, rows: Sequence[Any], marker: Marks) -> tuple[Hit, ...]:
    """The rows as they are shown; an article with the problem that it is about, for whoever may see that."""
    found = tuple(record.make(row, marker) for row in rows)
    if record.kind is not Kind.ARTICLE or not may(actor, Permission.PROBLEM_READ):
        return found
    problems = named_here(connection, {row.problem_ref for row in rows})
    if not problems:
        return found
    return tuple(hit._replace(problem=problems.get(row.problem_ref)) for hit, row in zip(found, rows, strict=True))
