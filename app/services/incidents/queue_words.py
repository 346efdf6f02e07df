"""Filtering by words: the index, the forms and the rights of the search.

What is looked for is a parameter, so that a statement is built once, whatever languages the desk knows words of.
"""

import hashlib
from collections.abc import Iterator
from typing import Any, Final, Self

from sqlalchemy import (
    ARRAY,
    Boolean,
    ColumnElement,
    Connection,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    column,
    func,
    or_,
    select,
    table,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from app.domain.numbers import parse_incident_number
from app.domain.query.terms import Filter, TermKind
from app.domain.search.forms import languages_of
from app.domain.search.words import Term, word_term
from app.domain.vocabulary import Visibility
from app.infra.fulltext.match import fts5_all, fts5_titled, tsquery_all, tsquery_titled
from app.infra.fulltext.scope import Indexed
from app.models.incident import incident, journal_entry
from app.models.indexed import ENTRY, INCIDENT, PERSON
from app.models.people import person
from app.models.types import Id
from app.services.access import ME
from app.services.search.index import TsQuery, key_of, matches, rowid_of
from app.services.settings import load_text

_WHOLE: Final = frozenset({TermKind.WORD, TermKind.TEXT})
WORDED: Final = _WHOLE | {TermKind.SUBJECT}
"""The terms that ask for words."""


def words_condition(kind: TermKind, value: str, *, sees_all: bool) -> ColumnElement[bool]:
    """Whether the incident has a word in its own texts, in its journal as far as the reader reads it, or in what is
    known of its caller; of the subject, in its title alone. The number of an incident finds it, too.
    """
    found = Either(_on_file(kind, value, sees_all=sees_all), _on_server(kind, value, sees_all=sees_all))
    number = parse_incident_number(value) if kind in _WHOLE else None
    return found if number is None else or_(found, incident.c.number == number)


def asks_for_words(wanted: Filter) -> bool:
    """Whether the filter asks for words."""
    return any(term.kind in WORDED for term in wanted.terms)


def word_values(connection: Connection, wanted: Filter) -> dict[str, str]:
    """What is bound to the conditions on words, in the words of the database."""
    asked = list(_asked_for(wanted))
    if not asked:
        return {}
    languages = languages_of(load_text(connection, "search_languages"))
    is_file = connection.dialect.name == "sqlite"
    found: dict[str, str] = {}
    for kind, value in asked:
        term = word_term(value, languages)
        if term is not None:
            found[_name_of(kind, value)] = _looked_for(kind, term, is_file=is_file)
    return found


def _asked_for(wanted: Filter) -> Iterator[tuple[TermKind, str]]:
    for term in wanted.terms:
        for value in term.values if term.kind in WORDED else ():
            yield term.kind, value


def _looked_for(kind: TermKind, term: Term, *, is_file: bool) -> str:
    if kind in _WHOLE:
        return fts5_all([term]) if is_file else tsquery_all([term])
    return fts5_titled(term, INCIDENT.titles) if is_file else tsquery_titled(term)


def _name_of(kind: TermKind, value: str) -> str:
    """The name of the parameter: what people type may be of any signs and any length."""
    asked = f"{'title' if kind is TermKind.SUBJECT else 'any'} {value}"
    return f"words_{hashlib.sha256(asked.encode(errors='surrogatepass')).hexdigest()[:32]}"


def _on_file(kind: TermKind, value: str, *, sees_all: bool) -> ColumnElement[bool]:
    words = _name_of(kind, value)
    index = table(INCIDENT.index_name)
    own = select(rowid_of(INCIDENT.index_name)).select_from(index).where(matches(INCIDENT.index_name, words))
    found: list[ColumnElement[bool]] = [incident.c.number.in_(own)]
    if kind in _WHOLE:
        entries = select(journal_entry.c.incident_id).select_from(_rows(ENTRY, journal_entry))
        entries = entries.where(matches(ENTRY.index_name, words))
        if not sees_all:
            entries = entries.where(journal_entry.c.visibility == Visibility.PUBLIC.value)
        found.append(incident.c.id.in_(entries))
    if kind in _WHOLE and sees_all:
        callers = select(person.c.id).select_from(_rows(PERSON, person)).where(matches(PERSON.index_name, words))
        found.append(and_(incident.c.caller_id.is_not(None), incident.c.caller_id.in_(callers)))
    return or_(*found)


def _rows(indexed: Indexed, of: Table) -> Any:
    return table(indexed.index_name).join(of, key_of(indexed, of) == rowid_of(indexed.index_name))


def _on_server(kind: TermKind, value: str, *, sees_all: bool) -> ColumnElement[bool]:
    called = (
        func.desk.incidents_with(
            cast(bindparam(_name_of(kind, value), None, type_=Text), TsQuery),
            cast([each.kind for each in ((INCIDENT, ENTRY, PERSON) if kind in _WHOLE else (INCIDENT,))], ARRAY(Text)),
            None if sees_all else ME,
        )
        .table_valued(column("id", Id))
        .render_derived()
    )
    return incident.c.id.in_(select(called.c.id))


class Either(FunctionElement[bool]):
    """One condition on a file and another on a server."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Self:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Itself: it is a comparison in brackets already."""
        return self


@compiles(Either)
def _for_file(element: Either, compiler: SQLCompiler, **options: Any) -> str:
    return f"({compiler.process(next(iter(element.clauses)), **options)})"


@compiles(Either, "postgresql")
def _for_server(element: Either, compiler: SQLCompiler, **options: Any) -> str:
    return f"({compiler.process(list(element.clauses)[1], **options)})"
