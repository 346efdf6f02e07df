"""Incidents that have the words: in their own texts, in their journal as far as the reader reads it, or in both."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from math import exp2
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Select,
    Text,
    bindparam,
    case,
    literal,
    literal_column,
    null,
    select,
    true,
    type_coerce,
    union,
)

from app.domain.errors import BadInput
from app.domain.instants import DAY, micros
from app.domain.numbers import parse_incident_number
from app.domain.search.marking import Marked, Marker
from app.domain.search.words import Wanted
from app.domain.tags import BETWEEN, tag_word
from app.domain.vocabulary import EntryKind, Visibility
from app.domain.wording import marked, tr
from app.infra.beginning_of import BeginningOf
from app.infra.instant_of import InstantOf
from app.infra.one_of_few import OneOfGiven
from app.infra.prepared import PreparedSelect, Question, Statement, ask_together, prepared
from app.models.incident import incident, journal_entry
from app.models.indexed import ENTRY, INCIDENT
from app.models.people import person
from app.models.types import Ids, Numbers
from app.services.access import visible_to
from app.services.incidents.referred import referred
from app.services.search.dto import Hit, Kind, SearchQuery
from app.services.search.index import (
    BEST,
    CASE_CALLER,
    CASE_SERVICE,
    ME,
    Asked,
    best_hits,
    hits,
    is_row_of,
    lacks_unwanted,
)

# By their numbers, which SQLite finds a row by; its identifier would be one more way through an index for each.
_ABOUT = (incident.c.number,)
_FAVOUR = case((incident.c.caller_id == CASE_CALLER, literal_column("25")), else_=0) + case(
    (incident.c.service_id == CASE_SERVICE, literal_column("20")), else_=0
)
"""What an incident shares with the case at hand, in hundredths."""

_HALVED_AFTER = 90 * DAY
_MOST_SPREAD = 50
_SPREAD = 6
_PLACES = {
    "description": marked("Description"),
    "resolution_notes": marked("Resolution"),
    "cause": marked("Cause"),
    "workaround": marked("Workaround"),
    "business_impact": marked("Business impact"),
    "tags": marked("Tags"),
}
_PLACE_NAMES = tuple(_PLACES.values())
_ENTRY_PLACES = {
    EntryKind.REPLY.value: marked("Reply"),
    EntryKind.STAKEHOLDER_UPDATE.value: marked("Stakeholder update"),
    EntryKind.CALLER_MESSAGE.value: marked("Message of the caller"),
    EntryKind.WORK_NOTE.value: marked("Internal note"),
}
_HISTORY = marked("History")


Found = tuple[float, int, str | None]
"""How much speaks for an incident, its number, and the entry that has the words, if it was one.

A plain tuple, because a search makes hundreds of them and is measured against the bare index.
"""


def questions(asked: Asked) -> list[PreparedSelect]:
    """The statements that find incidents by one text each; their answers are for `seen`."""
    return [make(asked, is_first=True) for make in _BY_TEXT]


def seen(
    connection: Connection, asked: Asked, values: Mapping[str, Any], answers: Sequence[Sequence[Any]]
) -> list[Sequence[Any]]:
    """The rows of each answer that the reader may see.

    Reading a row for each of thousands of matches costs more than finding them, so the first statements take the best
    by the index alone. Where some of those may not be seen, everything that matches is looked through instead.
    """
    found: list[Sequence[Any]] = []
    for make, rows in zip(_BY_TEXT, answers, strict=True):
        some = [row for row in rows if row.is_seen]
        is_cut = len(some) < len(rows) >= BEST
        found.append(make(asked, is_first=False).all(connection, **values) if is_cut else some)
    return found


@lru_cache(maxsize=16)
def _by_own_text(asked: Asked, *, is_first: bool) -> PreparedSelect:
    hit = best_hits(asked, INCIDENT, BEST if _is_cut(asked, is_first=is_first) else None)
    source = hit.join(incident, is_row_of(asked, INCIDENT, hit, incident))
    statement = select(*_ABOUT, *_weighed(asked), hit.c.rank, null().label("entry_id")).select_from(source)
    return _ranked(asked, statement, hit, is_first)


@lru_cache(maxsize=16)
def _by_journal(asked: Asked, *, is_first: bool) -> PreparedSelect:
    hit = best_hits(asked, ENTRY, BEST if _is_cut(asked, is_first=is_first) else None)
    source = hit.join(journal_entry, is_row_of(asked, ENTRY, hit, journal_entry)).join(
        incident, incident.c.id == journal_entry.c.incident_id
    )
    statement = select(*_ABOUT, *_weighed(asked), hit.c.rank, journal_entry.c.id.label("entry_id")).select_from(source)
    if not asked.sees_all:
        statement = statement.where(journal_entry.c.visibility == Visibility.PUBLIC.value)
    return _ranked(asked, statement, hit, is_first)


_BY_TEXT = (_by_own_text, _by_journal)


def _weighed(asked: Asked) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """What speaks for an incident besides its text: when it last changed, and what it shares with the case at hand."""
    favour = _FAVOUR if asked.has_case else literal_column("0", Integer)
    return InstantOf(incident.c.updated_at).label("updated"), favour.label("favour")


def _is_cut(asked: Asked, *, is_first: bool) -> bool:
    return is_first and not asked.has_unwanted_on_file


def _ranked(asked: Asked, statement: Select[Any], hit: FromClause, is_first: bool) -> PreparedSelect:
    may_see = visible_to(ME, sees_all=asked.sees_all)
    # As a number, which is taken as it comes: only whether it is 0 is asked, for each of up to two hundred rows.
    statement = statement.add_columns(type_coerce(may_see if is_first else true(), Integer).label("is_seen"))
    if not is_first:
        statement = statement.where(may_see)
    if asked.is_file and _is_cut(asked, is_first=is_first):
        # The best were taken already, each leads to one row, and they are weighed against each other afterwards.
        return PreparedSelect(statement)
    return PreparedSelect(statement.where(*lacks_unwanted(asked)).order_by(hit.c.lead.desc()).limit(BEST))


def spread(asked: Asked, wanted: Wanted) -> PreparedSelect | None:
    """The statement that finds incidents whose texts have the words together, one here and one there."""
    return _spread(asked, len(wanted.terms)) if 1 < len(wanted.terms) <= _SPREAD else None


@prepared(32)
def _spread(asked: Asked, terms: int) -> Statement:
    conditions = [incident.c.id.in_(_having(asked, f"wanted{place}")) for place in range(terms)]
    return (
        select(*_ABOUT)
        .where(visible_to(ME, sees_all=asked.sees_all), *conditions, *lacks_unwanted(asked))
        .order_by(incident.c.number.desc())
        .limit(_MOST_SPREAD)
    )


def _having(asked: Asked, words: str) -> Any:
    own, other = hits(asked, INCIDENT, words), hits(asked, ENTRY, words)
    about, entry = incident.alias(f"about_{words}"), journal_entry.alias(f"entry_{words}")
    return union(
        select(about.c.id).select_from(own.join(about, is_row_of(asked, INCIDENT, own, about))),  # type: ignore[arg-type]  # both select identifiers
        select(entry.c.incident_id).select_from(other.join(entry, is_row_of(asked, ENTRY, other, entry))),  # type: ignore[arg-type]  # both select identifiers
    )


_BY_NUMBER = {
    sees_all: PreparedSelect(
        select(*_ABOUT).where(
            incident.c.number == bindparam("number", -1, type_=BigInteger()), visible_to(ME, sees_all=sees_all)
        )
    )
    for sees_all in (True, False)
}


def by_number(asked: Asked, text: str, me: str) -> list[Question]:
    """The question for the incident whose number this is, if it is one; those of other desks are found as words."""
    number = parse_incident_number(text)
    return [] if number is None else [(_BY_NUMBER[asked.sees_all], {"number": number, "me": me})]


_BY_TAG = PreparedSelect(
    select(*_ABOUT)
    .where(
        incident.c.tags.is_not(None),
        (literal(BETWEEN) + incident.c.tags + literal(BETWEEN)).like(bindparam("tag", "", type_=Text), escape="\\"),
        visible_to(ME, sees_all=True),
    )
    .order_by(incident.c.number.desc())
    .limit(BEST)
)


def by_tag(asked: Asked, text: str, me: str) -> list[Question]:
    """The question for the newest incidents with a tag, asked as `#vpn`; tags are for the desk, callers find none."""
    if not asked.sees_all or not text.strip().startswith("#"):
        return []
    try:
        tag = tag_word(text)
    except BadInput:
        return []
    escaped = "".join(f"\\{sign}" if sign in "\\%_" else sign for sign in tag)
    return [(_BY_TAG, {"tag": f"%{BETWEEN}{escaped}{BETWEEN}%", "me": me})]


def case_at_hand(wanted: SearchQuery) -> Mapping[str, Any]:
    """What is bound to the statements beside the words."""
    return {"case_caller": wanted.caller_id, "case_service": wanted.service_id}


def rank(own: Sequence[Any], journal: Sequence[Any], now: datetime) -> list[Found]:
    """Incidents best first: by how well the text fits, how fresh it is, and what it shares with the case at hand."""
    best: dict[int, Found] = {}
    at = micros(now)
    for rows, weight in ((own, 1.0), (journal, 0.7)):
        scale = weight / (max([row.rank for row in rows], default=0.0) or 1.0)
        for number, updated, favour, fits, entry_id, _is_seen in rows:
            age = (at - updated) / _HALVED_AFTER
            score = fits * scale + (0.3 * exp2(-age) if age > 0 else 0.3) + favour / 100
            if number not in best or score > best[number][0]:
                best[number] = (score, number, entry_id)
    return sorted(best.values(), reverse=True)


def _shown(*, sees_all: bool) -> list[ColumnElement[Any]]:
    named = [name for name in _PLACES if name != "tags"]
    texts: list[ColumnElement[Any]] = [BeginningOf(incident.c[name]).label(name) for name in named]
    return [*texts, incident.c.tags if sees_all else null().label("tags")]


_NUMBERS, _ENTRY_IDS = bindparam("given", None, type_=Numbers), bindparam("given", None, type_=Ids)
_ROWS = {
    sees_all: PreparedSelect(
        select(
            incident.c.id, incident.c.number, incident.c.short_description, incident.c.state, incident.c.priority,
            incident.c.updated_at, referred(person.c.name, incident.c.caller_id).label("caller_name"),
            *_shown(sees_all=sees_all),
        ).where(OneOfGiven(incident.c.number, _NUMBERS), visible_to(ME, sees_all=sees_all))
    )
    for sees_all in (True, False)
}  # fmt: skip


def _entries_statement(*, sees_all: bool) -> PreparedSelect:
    statement = (
        select(journal_entry.c.id, journal_entry.c.kind, BeginningOf(journal_entry.c.body).label("body"))
        .join(incident, incident.c.id == journal_entry.c.incident_id)
        .where(OneOfGiven(journal_entry.c.id, _ENTRY_IDS), visible_to(ME, sees_all=sees_all))
    )
    if not sees_all:
        statement = statement.where(journal_entry.c.visibility == Visibility.PUBLIC.value)
    return PreparedSelect(statement)


_ENTRIES = {sees_all: _entries_statement(sees_all=sees_all) for sees_all in (True, False)}


def shown(connection: Connection, asked: Asked, me: str, found: Sequence[Found], marker: Marker) -> tuple[Hit, ...]:
    """The hits as they are shown, in the order given; read through the same doors as the incident itself."""
    wanted = {"me": me, "given": [number for _, number, _ in found]}
    in_journal = {"me": me, "given": [entry for _, _, entry in found if entry is not None]}
    answers = ask_together(connection, (_ROWS[asked.sees_all], wanted), (_ENTRIES[asked.sees_all], in_journal))
    rows, entries = {row.number: row for row in answers[0]}, {row.id: row for row in answers[1]}
    return tuple([_hit(rows[number], entries.get(entry), marker) for _, number, entry in found if number in rows])


def _hit(row: Any, entry: Any, marker: Marker) -> Hit:
    incident_id, number, title, state, priority, updated_at, caller, *texts = row
    snippet, place = _best_snippet(texts, marker) if entry is None else _snippet_of(entry, marker)
    return Hit(
        Kind.INCIDENT, incident_id, marker.whole(title), snippet, place, number, state, priority,
        caller or "", incident_id, updated_at,
    )  # fmt: skip


def _snippet_of(entry: Any, marker: Marker) -> tuple[Marked, str]:
    return marker.snippet(entry.body or ""), tr(_ENTRY_PLACES.get(entry.kind, _HISTORY))


def _best_snippet(texts: Sequence[str | None], marker: Marker) -> tuple[Marked, str]:
    """The first of the texts, in the order of `_PLACES`, in which something was found."""
    for place, text in enumerate(texts):
        if text:
            found = marker.found_snippet(text)
            if found is not None and found.spans:
                return found, tr(_PLACE_NAMES[place])
    description = texts[0]
    return (marker.beginning(description), tr(_PLACE_NAMES[0])) if description else (Marked(""), "")
