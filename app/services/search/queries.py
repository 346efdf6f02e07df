"""One search over everything that a reader may see."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.search.forms import languages_of
from app.domain.search.marking import Marker
from app.domain.search.words import Phrase, Term, Wanted, just, parse_words
from app.domain.text import clean_line
from app.infra.prepared import Question, ask_together
from app.infra.unit_of_work import Store
from app.services.access import sees_internal
from app.services.command import query
from app.services.search import incidents, parts, records
from app.services.search.dto import Attempt, Hit, HitGroup, Kind, SearchQuery, SearchResult
from app.services.search.index import BEST, Asked, asked_of, values_of
from app.services.search.there import are_there
from app.services.settings import load_text

_FEW = 10
"""With fewer hits than this, incidents are looked for that have the words one here and one there."""


class SearchQueries:
    """Finding things by words."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_OWN)
    def find(self, connection: Connection, actor: Actor, asked: SearchQuery) -> SearchResult:
        """The best hits of each kind; what nobody finds is tried once more as misspelt, then as parts of words."""
        wanted = parse_words(asked.text, languages_of(load_text(connection, "search_languages")))
        if not wanted:
            return SearchResult(asked.text, has_words=False)
        searching = _Searching(self.store, connection, actor, asked)
        groups = searching.groups(wanted, Marker(wanted))
        if groups:
            return SearchResult(asked.text, groups)
        return searching.misspelt(wanted) or searching.parts(wanted) or SearchResult(asked.text)


def finder(store: Store, connection: Connection, actor: Actor, kinds: frozenset[Kind]) -> Callable[[str], bool]:
    """Tells of many texts whether anything of these kinds has all their words, as they are typed."""
    languages = languages_of(load_text(connection, "search_languages"))

    def finds(text: str) -> bool:
        wanted = parse_words(text, languages)
        searching = _Searching(store, connection, actor, SearchQuery(text, 1, kinds))
        return bool(wanted and searching.groups(wanted, Marker(wanted)))

    return finds


class _Searching:
    """One search of one reader."""

    def __init__(self, store: Store, connection: Connection, actor: Actor, asked: SearchQuery) -> None:
        self._store, self._connection, self._actor, self._asked = store, connection, actor, asked

    def groups(self, wanted: Wanted, marker: Marker) -> tuple[HitGroup, ...]:
        """What has all the words, by kind; kinds of which nothing was found are left out."""
        form = self._form(wanted)
        values = {**values_of(form, wanted, self._actor.person_id), **incidents.case_at_hand(self._asked)}
        kinds = self._records()
        with_incidents = Kind.INCIDENT in self._asked.kinds
        by_kind: list[Question] = [(records.statement_of(each, form), values) for each in kinds]
        by_text: list[Question] = [(each, values) for each in incidents.questions(form)] if with_incidents else []
        article = records.article_by_number(form, self._asked.text)
        may_name = any(each.kind is Kind.PROBLEM for each in kinds)
        problem = records.problem_by_number(self._asked.text) if may_name else []
        named_by = (incidents.by_number, incidents.by_tag) if with_incidents else ()
        number = [each for ask in named_by for each in ask(form, self._asked.text, self._actor.person_id)]
        answers = iter(ask_together(self._connection, *by_kind, *by_text, *article, *problem, *number))
        of_kinds, of_texts, of_article, of_problem, of_number = (
            list(islice(answers, len(some))) for some in (by_kind, by_text, article, problem, number)
        )
        groups: list[HitGroup] = []
        if with_incidents:
            own, journal = incidents.seen(self._connection, form, values, of_texts)
            by_name = [row for rows in of_number for row in rows]
            found = self._ranked(own, journal, by_name)
            statement = incidents.spread(form, wanted)
            if len(found) < _FEW and statement is not None:
                known = {number for _, number, _ in found}
                rows = statement.all(self._connection, **values)
                found += [(0.0, row.number, None) for row in rows if row.number not in known]
            is_more = max(len(own), len(journal), len(by_name)) >= BEST
            some = found[: self._asked.limit]
            hits = incidents.shown(self._connection, form, self._actor.person_id, some, marker)
            groups.append(HitGroup(Kind.INCIDENT, hits, len(found), is_more))
        named = {
            Kind.ARTICLE: [row for rows in of_article for row in rows],
            Kind.PROBLEM: [row for rows in of_problem for row in rows],
        }
        for each, found_rows in zip(kinds, of_kinds, strict=True):
            rows = _named_first(named.get(each.kind, []), found_rows)
            hits = records.shown(self._connection, self._actor, each, rows[: self._asked.limit], marker)
            groups.append(HitGroup(each.kind, hits, len(rows), len(rows) >= records.MOST))
        return tuple(group for group in groups if group.hits)

    def _form(self, wanted: Wanted) -> Asked:
        case = (self._asked.caller_id, self._asked.service_id)
        return asked_of(self._connection, wanted, sees_all=sees_internal(self._actor), case=case)

    def _ranked(self, own: Sequence[Any], journal: Sequence[Any], named: Sequence[Any]) -> list[incidents.Found]:
        found = incidents.rank(own, journal, self._store.clock.now())
        if not named:
            return found
        first: dict[int, incidents.Found] = {row.number: (9.0, row.number, None) for row in named}
        return [*first.values(), *(each for each in found if each[1] not in first)]

    def misspelt(self, wanted: Wanted) -> SearchResult | None:
        """The same with what nothing has taken for what is one slip away or in other pieces; None finds nothing."""
        meant = self._meant(wanted)
        if not meant or not all(meant.values()):
            return None
        near = wanted.taken_for(meant)
        groups = self.groups(near, Marker(near))
        if not groups:
            return None
        wrong = [term for term in near.terms if term.typed in meant]
        taken = tuple((term.typed, word) for term in wrong if (word := _taken_for(term, groups)))
        return SearchResult(self._asked.text, groups, Attempt.MISSPELT, taken)

    def _meant(self, wanted: Wanted) -> dict[str, tuple[Phrase, ...]]:
        """For each term that nothing has, what it may mean that something has, as far as the reader may read it."""
        doubtful = {term: near for term in wanted.terms if (near := term.near())}
        tried = [*doubtful, *(just(phrase) for near in doubtful.values() for phrase in near)]
        form = self._form(wanted)
        kinds = frozenset(each.kind for each in self._records()) | (self._asked.kinds & {Kind.INCIDENT})
        found = are_there(self._connection, form, kinds, tried, self._actor.person_id) if doubtful else frozenset()
        return {
            term.typed: tuple(phrase for phrase in near if just(phrase) in found)
            for term, near in doubtful.items()
            if term not in found
        }

    def _records(self) -> list[records.Record]:
        return [
            each for each in records.RECORDS if each.kind in self._asked.kinds and may(self._actor, each.permission)
        ]

    def parts(self, wanted: Wanted) -> SearchResult | None:
        """Titles and names that hold what was typed in the middle of a word."""
        text = clean_line(" ".join(term.typed for term in wanted.terms))
        groups = parts.groups(self._connection, self._actor, self._asked, text) if not wanted.unwanted else ()
        return SearchResult(self._asked.text, groups, Attempt.PARTS) if groups else None


def _named_first(named: Sequence[Any], rows: Sequence[Any]) -> list[Any]:
    known = {row.id for row in named}
    return [*named, *(row for row in rows if row.id not in known)]


def _taken_for(term: Term, groups: Iterable[HitGroup]) -> str:
    """The word that the hits have most often in place of a misspelt one."""
    marker = Marker(Wanted((term,)))
    counted: dict[str, int] = {}
    for hit in _all_hits(groups):
        for text in (hit.title.text, hit.snippet.text):
            for word, count in marker.words_in(text).items():
                counted[word] = counted.get(word, 0) + count
    return max(counted, key=lambda word: counted[word], default="")


def _all_hits(groups: Iterable[HitGroup]) -> list[Hit]:
    return [hit for group in groups for hit in group.hits]
