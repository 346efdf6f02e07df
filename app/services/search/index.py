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
    case,
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
CASE_CALLER, CASE_SERVICE = bindparam("case_caller", None, type_=Id), bindparam("case_service", None, type_=Id)

NEWEST = 5_000
"""So many matches are ranked at most, the newest: a word that stands everywhere says little about any one."""

_NEAR = 50
"""So many incidents of the caller of the case at hand go ahead, the newest."""

BEST = 100
"""So many by each text are weighed against each other."""


class TsQuery(UserDefinedType[str]):
    """A search in PostgreSQL's own words; named so that a text can be cast to it."""

    cache_ok = True

    def get_col_spec(self, **_options: Any) -> str:
        """The name of the type."""
        return "tsquery"


class Asked(NamedTuple):
    """Which form of the statements a search needs: for which database and reader, with unwanted words or not, and
    beside a case or not, of whose caller there may be incidents that go ahead.
    """

    is_file: bool
    sees_all: bool
    has_unwanted: bool = False
    has_caller: bool = False
    has_case: bool = False

    @property
    def has_unwanted_on_file(self) -> bool:
        """Whether the statement itself has to leave out what has unwanted words."""
        return self.is_file and self.has_unwanted


def asked_of(
    connection: Connection, wanted: Wanted, *, sees_all: bool, case: tuple[str | None, str | None] = (None, None)
) -> Asked:
    """The form for this search of this reader, beside the case of this caller and service.

    Who sees their own incidents alone is the caller of all of them.
    """
    is_file = connection.dialect.name == "sqlite"
    has_caller = case[0] is not None and sees_all
    return Asked(is_file, sees_all, bool(wanted.unwanted), has_caller, case != (None, None))


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
def hits(asked: Asked, indexed: Indexed, words: str = "wanted") -> FromClause:
    """All rows that have the words, as `key` and `rank`. A higher rank fits better."""
    statement = _file_hits(asked, indexed, words) if asked.is_file else _server_hits(indexed, words, NEWEST)
    return statement.subquery(f"hit_{indexed.kind}_{words}")


@lru_cache(maxsize=32)
def best_hits(asked: Asked, indexed: Indexed, best: int | None) -> FromClause:
    """The same of incidents or their entries, with `lead`, by which the best are taken where not all are wanted.

    It is the rank, and more for what is of the caller of the case at hand.
    """
    if asked.is_file or asked.has_caller or best is None:
        every = _file_hits(asked, indexed, "wanted") if asked.is_file else _server_hits(indexed, "wanted", NEWEST)
    else:
        every = _server_hits(indexed, "wanted", best)
    name = f"found_{indexed.kind}"
    # Else SQLite would go through the index once for each question to what it found.
    found = every.cte(name).prefix_with("MATERIALIZED") if asked.has_caller else every.subquery(name)
    lead = found.c.rank + _ahead(asked, indexed, found) if asked.has_caller else found.c.rank
    statement = select(found.c.key, found.c.rank, lead.label("lead"))
    if best is not None:
        statement = statement.order_by(literal_column("lead").desc()).limit(literal_column(str(best)))
    return statement.subquery(f"best_{indexed.kind}")


def _ahead(asked: Asked, indexed: Indexed, found: FromClause) -> ColumnElement[float]:
    """A quarter of the highest rank for what is of the caller; nothing where all that was found is weighed anyhow.

    The caller's incidents are asked for, not the caller of each match: a row read for each of thousands of matches
    costs more than finding them.
    """
    newest = (
        select(incident.c.number if asked.is_file and indexed is INCIDENT else incident.c.id)
        .where(incident.c.caller_id == CASE_CALLER)
        .order_by(incident.c.reported_at.desc())
        .limit(literal_column(str(_NEAR)))
    )
    entries = select(key_of(ENTRY, journal_entry)).where(journal_entry.c.incident_id.in_(newest))
    on_file = found.c.key.in_(newest if indexed is INCIDENT else entries)
    is_of_caller = on_file if asked.is_file else found.c.incident_id.in_(newest)
    count, top = select(func.count()).select_from(found), select(func.max(found.c.rank) / 4)
    nothing: ColumnElement[float] = literal_column("0.0", Float)
    are_all_weighed = count.scalar_subquery() <= literal_column(str(BEST))
    return case((are_all_weighed, nothing), (is_of_caller, top.scalar_subquery()), else_=nothing)


def _server_hits(indexed: Indexed, words: str, most: int) -> Select[Any]:
    called = func.desk.search(
        indexed.kind,
        cast(bindparam(words, None, type_=Text), TsQuery),
        cast(bindparam("typed" if words == "wanted" else words, None, type_=Text), TsQuery),
        cast(bindparam("unwanted", None, type_=Text), TsQuery),
        bindparam("of_person", None, type_=Id),
        most,
    ).table_valued(column("subject_id", Id), column("incident_id", Id), column("rank"))
    return select(called.c.subject_id.label("key"), called.c.incident_id, called.c.rank)


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
