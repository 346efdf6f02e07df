"""Incidents like a text: open ones that may be the same, and resolved ones with what resolved them.

The index finds candidates by the rarest words of the text, within what the reader may see; their texts are then
compared word by word. So a text of common words only costs no more than others.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Text, and_, bindparam, func, literal_column, or_, select, table
from sqlalchemy.dialects.postgresql import ARRAY

from app.domain.actor import Actor
from app.domain.level_hints import Leveled, level_hints
from app.domain.search.forms import languages_of
from app.domain.search.likeness import Comparer, rarest, telling_terms, weighed
from app.domain.search.words import Term
from app.domain.vocabulary import OPEN_STATES, State
from app.infra.fulltext.match import fts5_all, fts5_some, tsquery_all, tsquery_some
from app.infra.prepared import PreparedSelect, Statement, one_of, prepared
from app.models.incident import incident
from app.models.indexed import INCIDENT
from app.models.people import person
from app.models.types import Id
from app.services.access import visible_to
from app.services.incidents.referred import referred
from app.services.search.index import ME, Asked, best_hits, is_row_of, matches
from app.services.settings import load_text
from app.services.suggestions.dto import Alike, AlikeFound, AlikeQuery, Ended, ended_with

_SHOWN = 3
_HINTED = 12
"""So many of the likest resolved ones say which impact and urgency they had."""
_RANKED = 300
"""So many of the best by the index are looked at, whatever became of them."""
_READ = 40
"""So many candidates of each kind are compared word by word."""
_LONGEST = 1_000
_COUNTED = 1_000
_MOST_MATCHES = 1_000
_UNKNOWN = 0.002
"""The share of a word that is too rare for a server to keep: at most so many texts have it."""
_BONUS = 0.1
"""What the same service or the same requester adds to the likeness; less than a telling word does."""
_NONE = "0" * 32
"""The identifier of no incident."""
_OPEN = tuple(sorted(state.value for state in OPEN_STATES))
_ENDED = (State.RESOLVED.value, State.CLOSED.value)


def find_alike(connection: Connection, actor: Actor, asked: AlikeQuery) -> AlikeFound:
    """The likest incidents of each kind, at most three."""
    found = _likest(connection, actor, asked)
    still_open = [each for each in found if each.state in OPEN_STATES]
    ended = [each for each in found if each.state not in OPEN_STATES]
    hints = level_hints([Leveled(each.number, each.impact, each.urgency, each.id) for each in ended[:_HINTED]])
    return AlikeFound(tuple(still_open[:_SHOWN]), tuple(ended[:_SHOWN]), hints, _ended(ended))


def ended_so(
    connection: Connection, actor: Actor, asked: AlikeQuery, values: Mapping[str, str]
) -> dict[str, list[str]]:
    """By field, the likest resolved incidents that ended with its value, at most three; none where none did."""
    ended = _ended([each for each in _likest(connection, actor, asked) if each.state not in OPEN_STATES])
    return {field: [each.id for each in ended_with(ended, field, value)] for field, value in values.items()}


def _ended(found: Sequence[Alike]) -> tuple[Ended, ...]:
    return tuple(Ended(each.id, each.number, each.values) for each in found[:_HINTED])


def _likest(connection: Connection, actor: Actor, asked: AlikeQuery) -> list[Alike]:
    """The open and the resolved ones, the likest first."""
    languages = languages_of(load_text(connection, "search_languages"))
    terms = telling_terms(asked.title, asked.text[:_LONGEST], languages)
    if not terms:
        return []
    is_file = connection.dialect.name == "sqlite"
    shares, total = (_shares_on_file if is_file else _shares_on_server)(connection, terms)
    told = weighed(terms, shares, total)
    rare = rarest(told, shares, _MOST_MATCHES / max(1, total))
    all_terms = [each.term for each in told]
    wanted = _wanted(all_terms, rare, is_file=is_file)
    typed = _wanted([each.as_typed() for each in all_terms], [each.as_typed() for each in rare], is_file=is_file)
    form = Asked(is_file, sees_all=True)
    values = {
        "wanted": wanted,
        "typed": typed,
        "unwanted": None,
        "me": actor.person_id,
        "of_person": None,
        "this": asked.incident_id or _NONE,
    }
    rows = _statement(form).all(connection, **values)
    comparer = Comparer(told)
    found = [each for row in rows if (each := _alike(asked, comparer, row)) is not None]
    found.sort(key=lambda each: (-each.likeness, -each.number))
    return found


def _wanted(all_terms: Sequence[Term], rare: Sequence[Term], *, is_file: bool) -> str:
    """Texts with any of the rare words; where none is rare, those with the two rarest together."""
    if rare:
        return (fts5_some if is_file else tsquery_some)(rare)
    return (fts5_all if is_file else tsquery_all)(all_terms[:2])


_TOTAL = PreparedSelect(select(func.max(incident.c.number).label("number")))
_COUNT = PreparedSelect(
    select(func.count().label("count")).select_from(
        select(literal_column("1"))
        .select_from(table(INCIDENT.index_name))
        .where(matches(INCIDENT.index_name, "word"))
        .limit(literal_column(str(_COUNTED)))
        .subquery()
    )
)


def _shares_on_file(connection: Connection, terms: Sequence[Term]) -> tuple[Mapping[str, float], int]:
    """In which share of incidents each word stands; counting ends where a word is common enough to tell nothing."""
    total = max(1, _TOTAL.one_or_none(connection).number or 1)
    counts = {term.typed: _COUNT.one_or_none(connection, word=fts5_all([term])).count for term in terms}
    # A word whose counting was cut short stands in at least so many; how many more makes no difference to the order.
    return {word: min(1.0, (count + (count >= _COUNTED) * total / 4) / total) for word, count in counts.items()}, total


_COMMON = PreparedSelect(
    select(literal_column("word", Text).label("word"), literal_column("share").label("share")).select_from(
        func.desk.common_words(bindparam("words", None, type_=ARRAY(Text))).table_valued("word", "share")
    )
)


def _shares_on_server(connection: Connection, terms: Sequence[Term]) -> tuple[Mapping[str, float], int]:
    """The same from what the planner keeps; a word that it does not know is rare."""
    of = {phrase.runs[0]: term.typed for term in terms for phrase in term.phrases if len(phrase.runs) == 1}
    total = max(1, _TOTAL.one_or_none(connection).number or 1)
    shares: dict[str, float] = {}
    for row in _COMMON.all(connection, words=list(of)):
        typed = of[row.word]
        shares[typed] = min(1.0, shares.get(typed, 0.0) + row.share)
    rare = min(_UNKNOWN, 1 / total * len(terms)) if total < 1 / _UNKNOWN else _UNKNOWN
    return {term.typed: shares.get(term.typed, rare) for term in terms}, total


@prepared(4)
def _statement(form: Asked) -> Statement:
    """The best open and the best ended ones, so that neither crowds the other out; texts are read of these only."""
    hit, shown = best_hits(form, INCIDENT, _RANKED), incident.c
    is_open = one_of(shown.state, _OPEN)
    is_told = and_(one_of(shown.state, _ENDED), shown.resolution_notes.is_not(None), shown.resolved_at.is_not(None))
    place = func.row_number().over(partition_by=is_open, order_by=hit.c.rank.desc()).label("place")
    best = (
        select(shown.id, place)
        .select_from(hit.join(incident, is_row_of(form, INCIDENT, hit, incident)))
        .where(or_(is_open, is_told), shown.id != bindparam("this", _NONE, type_=Id), visible_to(ME, sees_all=True))
        .subquery("best")
    )
    return (
        select(
            shown.id, shown.number, shown.short_description, shown.state, shown.reported_at, shown.resolved_at,
            func.substr(shown.description, 1, _LONGEST).label("description"), shown.caller_id, shown.service_id,
            shown.group_id, shown.category_id, shown.resolution_code, shown.impact, shown.urgency,
            shown.computed_priority,
            func.substr(shown.resolution_notes, 1, _LONGEST).label("resolution_notes"),
            referred(person.c.name, shown.caller_id).label("caller_name"),
        )
        .select_from(best.join(incident, shown.id == best.c.id))
        .where(best.c.place <= literal_column(str(_READ))))  # fmt: skip


def _alike(asked: AlikeQuery, comparer: Comparer, row: Any) -> Alike | None:
    found = comparer.likeness(row.short_description, row.description or "")
    if found is None:
        return None
    likeness, words = found
    same_service = asked.service_id is not None and row.service_id == asked.service_id
    same_caller = asked.caller_id is not None and row.caller_id == asked.caller_id
    return Alike(
        id=row.id, number=row.number, short_description=row.short_description, state=row.state,
        likeness=min(1.0, likeness + _BONUS * (same_service + same_caller)), words=words, same_service=same_service,
        same_caller=same_caller, caller_name=row.caller_name or "", reported_at=row.reported_at,
        resolved_at=row.resolved_at, resolution_code=row.resolution_code,
        resolution_notes=row.resolution_notes or "",
        values=tuple(getattr(row, name) for name in ("service_id", "group_id", "category_id")),
        impact=row.impact, urgency=row.urgency, priority=row.computed_priority,
    )  # fmt: skip
