"""Which of many searches would find anything at all, in one question: most spellings of a word are nowhere.

All of them in one search would be compared one by one with every row that has one of them.
"""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
)

from app.domain.search.words import Term
from app.domain.vocabulary import Visibility
from app.infra.fulltext.match import fts5_all, tsquery_all
from app.infra.fulltext.scope import Indexed
from app.infra.prepared import PreparedSelect, Statement, prepared
from app.models.incident import incident, journal_entry
from app.models.indexed import ENTRY, INCIDENT
from app.models.types import Id
from app.services.access import visible_to
from app.services.search.dto import Kind
from app.services.search.index import ME, Asked, TsQuery, key_of, matches, rowid_of
from app.services.search.records import RECORDS, may_find, with_what_decides


def are_there(
    connection: Connection, asked: Asked, kinds: frozenset[Kind], terms: Sequence[Term], me: str
) -> frozenset[Term]:
    """Those of the terms that something of these kinds has which the reader may read."""
    person = None if asked.sees_all else me
    in_all = fts5_all if asked.is_file else tsquery_all
    texts = [in_all([term]) for term in terms]
    names = sorted({*map(str, kinds), *([ENTRY.kind] if Kind.INCIDENT in kinds else [])})
    statement = _on_file(asked, kinds) if asked.is_file else _ON_SERVER
    given = json.dumps(texts) if asked.is_file else texts
    rows = statement.all(connection, texts=given, kinds=names, of_person=person, me=me)
    return frozenset(terms[row.place] for row in rows)


_ON_SERVER = PreparedSelect(
    select((column("place", Integer) - 1).label("place")).select_from(
        func.desk.are_there(
            cast(bindparam("texts", None, type_=ARRAY(Text)), ARRAY(TsQuery)),
            bindparam("kinds", None, type_=ARRAY(Text)),
            bindparam("of_person", None, type_=Id),
        )
        .table_valued(column("place", Integer))
        .render_derived()
    )
)

_EACH = func.json_each(bindparam("texts", "[]", type_=Text)).table_valued(column("key", Integer), column("value", Text))


@prepared(16)
def _on_file(asked: Asked, kinds: frozenset[Kind]) -> Statement:
    has = [
        _has(record.indexed, with_what_decides(record, _found(record.indexed, record.table)), may_find(record, asked))
        for record in RECORDS
        if record.kind in kinds
    ]
    if Kind.INCIDENT in kinds:
        may_see = visible_to(ME, sees_all=asked.sees_all)
        entries = _found(ENTRY, journal_entry).join(incident, incident.c.id == journal_entry.c.incident_id)
        is_read = [] if asked.sees_all else [journal_entry.c.visibility == Visibility.PUBLIC.value]
        own = _has(INCIDENT, _found(INCIDENT, incident), [may_see])
        has = [own, _has(ENTRY, entries, [may_see, *is_read]), *has]
    return select(_EACH.c.key.label("place")).where(or_(*has))


def _found(indexed: Indexed, row: Table) -> FromClause:
    name = indexed.index_name
    return table(name).join(row, key_of(indexed, row) == rowid_of(name))


def _has(indexed: Indexed, rows: FromClause, conditions: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    found: Select[Any] = select(literal_column("1")).select_from(rows)
    found = found.where(matches(indexed.index_name, _EACH.c.value), *conditions)
    # A subquery that names no table of the outer one would otherwise read the list of words again by itself.
    return found.correlate(_EACH).exists()
