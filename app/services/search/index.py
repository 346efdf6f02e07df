"""Asking the index of either database: which rows of one kind have the words, and how well they fit.

On SQLite the conditions on the reader stand in the statements here; on PostgreSQL `desk.search` applies them, because
there nobody may read the index. Statements that show something of a row ask once more whether the reader may see it.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    FromClause,
    Integer,
    Select,
    String,
    Table,
    Text,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    select,
    table,
    union_all,
)
from sqlalchemy.types import UserDefinedType

from app.domain.search.words import Wanted
from app.domain.vocabulary import Visibility
from app.infra.fulltext.match import fts5_all, fts5_some, tsquery_all, tsquery_some
from app.infra.fulltext.scope import Indexed
from app.models.incident import incident, journal_entry
from app.models.indexed import ENTRY, INCIDENT
from app.models.types import Id

ME = bindparam("me", "", type_=Id)

NEWEST = 5_000
"""So many matches are ranked at most, the newest: a word that stands everywhere says little about any one."""


class TsQuery(UserDefinedType[str]):
    """A search in PostgreSQL's own words; named so that a text can be cast to it."""

    cache_ok = True

    def get_col_spec(self, **_options: Any) -> str:
        """The name of the type."""
        return "tsquery"


class Asked(NamedTuple):
    """Which form of the statements a search needs: for which database and reader, and with unwanted words or not."""

    is_file: bool
    sees_all: bool
    has_unwanted: bool = False

    @property
    def has_unwanted_on_file(self) -> bool:
        """Whether the statement itself has to leave out what has unwanted words."""
        return self.is_file and self.has_unwanted


def asked_of(connection: Connection, wanted: Wanted, *, sees_all: bool) -> Asked:
    """The form for this search of this reader."""
    return Asked(connection.dialect.name == "sqlite", sees_all, bool(wanted.unwanted))


def values_of(asked: Asked, wanted: Wanted, me: str) -> Mapping[str, Any]:
    """What is bound to the statements."""
    in_all, in_some = (fts5_all, fts5_some) if asked.is_file else (tsquery_all, tsquery_some)
    unwanted = in_some(wanted.unwanted) if wanted.unwanted else None
    terms = {f"wanted{place}": in_all([term]) for place, term in enumerate(wanted.terms)}
    person = None if asked.sees_all else me
    typed = None if asked.is_file else in_all([term.as_typed() for term in wanted.terms])
    found = {"wanted": in_all(wanted.terms), "typed": typed, "unwanted": unwanted}
    return {**found, "me": me, "of_person": person, **terms}


@lru_cache(maxsize=256)
def hits(asked: Asked, indexed: Indexed, words: str = "wanted", best: int | None = None) -> FromClause:
    """The rows that have the words, as `key` and `rank`: all, or the best ones. A higher rank fits better."""
    if asked.is_file:
        found = _file_hits(asked, indexed, words).subquery(f"hit_{indexed.kind}_{words}")
        if best is None:
            return found
        ranked = select(found.c.key, found.c.rank).order_by(found.c.rank.desc()).limit(literal_column(str(best)))
        return ranked.subquery(f"best_{indexed.kind}_{words}")
    called = func.desk.search(
        indexed.kind,
        cast(bindparam(words, None, type_=Text), TsQuery),
        cast(bindparam("typed" if words == "wanted" else words, None, type_=Text), TsQuery),
        cast(bindparam("unwanted", None, type_=Text), TsQuery),
        bindparam("of_person", None, type_=Id),
        best or NEWEST,
    ).table_valued(column("subject_id", Id), column("incident_id", Id), column("rank"))
    return select(called.c.subject_id.label("key"), called.c.rank).subquery(f"hit_{indexed.kind}_{words}")


def is_row_of(asked: Asked, indexed: Indexed, hit: FromClause, row: Table) -> ColumnElement[bool]:
    """Whether a hit means this row."""
    return (key_of(indexed, row) if asked.is_file else row.c.id) == hit.c.key


def key_of(indexed: Indexed, row: Table) -> ColumnElement[Any]:
    """On SQLite: by what the index names a row of the table."""
    # The rows of SQLite have a number of their own, which no column of the model names.
    return row.c[indexed.key] if indexed.key in row.c else literal_column(f"{row.name}.rowid", Integer)


def _file_hits(asked: Asked, indexed: Indexed, words: str) -> Select[Any]:
    name = indexed.index_name
    weights = [weight for _, weight in indexed.columns]
    statement = (
        select(rowid_of(name).label("key"), (-func.bm25(literal_column(name), *map(_number, weights))).label("rank"))
        .select_from(table(name))
        .where(matches(name, words))
        .order_by(rowid_of(name).desc())
        .limit(literal_column(str(NEWEST)))
    )
    if asked.sees_all or indexed not in {INCIDENT, ENTRY}:
        return statement
    # A caller's own incidents may be older than the newest matches, so they are looked among from the beginning.
    return statement.where(rowid_of(name).in_(_own_keys(indexed)))


def _number(value: float) -> ColumnElement[float]:
    return literal_column(str(value), Float)


def rowid_of(name: str) -> ColumnElement[int]:
    """On SQLite: the name that the index has for the row that it found."""
    return literal_column(f"{name}.rowid", Integer)


def matches(name: str, words: str | ColumnElement[str]) -> ColumnElement[bool]:
    """On SQLite: that a row of an index has the words, which are bound under this name or stand in a column."""
    looked_for = bindparam(words, "", type_=Text) if isinstance(words, str) else words
    return literal_column(name, String).op("MATCH", is_comparison=True)(looked_for)


def _own_keys(indexed: Indexed) -> Select[Any]:
    if indexed is INCIDENT:
        return select(incident.c.number).where(incident.c.caller_id == ME)
    return (
        select(key_of(ENTRY, journal_entry))
        .join(incident, incident.c.id == journal_entry.c.incident_id)
        .where(incident.c.caller_id == ME, journal_entry.c.visibility == Visibility.PUBLIC.value)
    )


def lacks_unwanted(asked: Asked) -> list[ColumnElement[bool]]:
    """On SQLite: that no unwanted word stands anywhere in the incident where the reader may read it.

    What one may not read must not count: else leaving a word out would tell that an internal note has it.
    """
    if not asked.has_unwanted_on_file:
        return []
    in_incident = (
        select(rowid_of(INCIDENT.index_name))
        .select_from(table(INCIDENT.index_name))
        .where(matches(INCIDENT.index_name, "unwanted"))
    )
    other, entry = incident.alias("unwanted_incident"), journal_entry.alias("unwanted_entry")
    index = table(ENTRY.index_name)
    in_entries = (
        select(other.c.number)
        .select_from(index)
        .join(entry, literal_column("unwanted_entry.rowid") == rowid_of(ENTRY.index_name))
        .join(other, other.c.id == entry.c.incident_id)
        .where(matches(ENTRY.index_name, "unwanted"))
    )
    if not asked.sees_all:
        in_entries = in_entries.where(entry.c.visibility == Visibility.PUBLIC.value)
    return [incident.c.number.not_in(union_all(in_incident, in_entries))]


def lacks_unwanted_itself(asked: Asked, indexed: Indexed, row: Table) -> list[ColumnElement[bool]]:
    """On SQLite: that no unwanted word stands in the row itself."""
    if not asked.has_unwanted_on_file:
        return []
    name = indexed.index_name
    return [
        key_of(indexed, row).not_in(select(rowid_of(name)).select_from(table(name)).where(matches(name, "unwanted")))
    ]
