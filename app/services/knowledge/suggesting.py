"""Which published articles may answer a case: by its words, its service and its category.

The index gives candidates that have any of the words. They are weighed here, so that both databases suggest the same:
a word counts more the fewer of the candidates have it, and twice in a title.
"""

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, or_, select

from app.domain.actor import Actor
from app.domain.knowledge import ArticleKind, ArticleUse, is_stale
from app.domain.permissions import Permission, may
from app.domain.search.forms import languages_of
from app.domain.search.little_words import LITTLE_WORDS
from app.domain.search.marking import Marker
from app.domain.search.words import Wanted, parse_words
from app.domain.text import clean_line
from app.domain.wording import quoted, tr
from app.infra.fulltext.match import fts5_some, tsquery_some
from app.models.indexed import ARTICLE
from app.models.knowledge import article, article_service, article_use
from app.services.access import sees_internal
from app.services.knowledge.dto import Case, SuggestedArticle
from app.services.knowledge.rows import readable
from app.services.problems.dto import ProblemChoice
from app.services.problems.naming import named_here
from app.services.search.index import asked_of, hits, is_row_of, values_of
from app.services.settings import load_text

SHOWN = 3
_CANDIDATES = 60
_READ = 4_000
_SERVICE, _CATEGORY, _TRIED = 1.2, 0.6, 0.8
_LEAST_WORDS = 3
"""So many words speak for an article whose title has none of them and whose service is another."""


def suggest(connection: Connection, actor: Actor, case: Case, today: date) -> tuple[SuggestedArticle, ...]:
    """The articles that fit best; none where nothing speaks for any."""
    wanted = said_in(connection, case)
    rows = _candidates(connection, actor, wanted, case)
    if not rows:
        return ()
    ids = [row.id for row in rows]
    services, helped = _of_service(connection, ids, case.service_id), _times_helped(connection, ids)
    scored = [
        (score + _TRIED * (1 - 1 / (1 + helped.get(row.id, 0))), row, why)
        for score, row, why in weighed(rows, wanted, case, services)
    ]
    scored.sort(key=lambda each: (-each[0], each[1].number))
    shown = scored[:SHOWN]
    may_see = may(actor, Permission.PROBLEM_READ)
    problems = named_here(connection, {row.problem_ref for _, row, _why in shown}) if may_see else {}
    return tuple(_suggested(row, why, today, problems.get(row.problem_ref)) for _, row, why in shown)


def said_in(connection: Connection, case: Case) -> Wanted:
    """The words of a case that say something, each once."""
    # No leading signs are read as orders here: people type sentences, not searches.
    said = (word.strip("-.,;:!?()").lower() for word in clean_line(case.text).replace('"', " ").split())
    words = " ".join(dict.fromkeys(word for word in said if len(word) > 2 and word not in LITTLE_WORDS))
    return parse_words(f"{words} ", languages_of(load_text(connection, "search_languages")))


def weighed(
    rows: Sequence[Any], wanted: Wanted, case: Case, of_service: Container[str]
) -> list[tuple[float, Any, str]]:
    """The rows for which something speaks, with how much and what; each has a title, a summary, a body, a category."""
    marker = Marker(wanted)
    found = [(marker.found_in(row.title), marker.found_in(f"{row.summary}\n{row.body}")) for row in rows]
    having = Counter(place for title, rest in found for place in title | rest)
    # By the place of a word: the word, and how much it says.
    weights = {
        place: (wanted.terms[place].typed.lower(), math.log(1 + len(rows) / count)) for place, count in having.items()
    }
    scored = [
        (*_score(row, weights, places, case, is_of_service=row.id in of_service), row)
        for row, places in zip(rows, found, strict=True)
    ]
    return [(score, row, why) for score, why, row in scored if why]


def _candidates(connection: Connection, actor: Actor, wanted: Wanted, case: Case) -> list[Any]:
    shown = (
        article.c.id, article.c.number, article.c.kind, article.c.published_version, article.c.title,
        article.c.summary, func.substr(article.c.body, 1, _READ).label("body"), article.c.category_id,
        article.c.review_on, article.c.problem_ref,
    )  # fmt: skip
    found: dict[str, Any] = {}
    may_read = (readable(actor), article.c.published_version.is_not(None))
    if wanted:
        asked = asked_of(connection, wanted, sees_all=sees_internal(actor))
        some = (fts5_some if asked.is_file else tsquery_some)(wanted.terms)
        hit = hits(asked, ARTICLE)
        statement = select(*shown).select_from(hit.join(article, is_row_of(asked, ARTICLE, hit, article)))
        statement = statement.where(*may_read).order_by(hit.c.rank.desc()).limit(_CANDIDATES)
        values = {**values_of(asked, wanted, actor.person_id), "wanted": some, "typed": None}
        found |= {row.id: row for row in connection.execute(statement, values)}
    if case.service_id is not None:
        about = select(article_service.c.article_id).where(
            article_service.c.service_id == case.service_id, article_service.c.active
        )
        statement = select(*shown).where(*may_read, or_(article.c.id.in_(about)))
        rows = connection.execute(statement.order_by(article.c.published_at.desc()).limit(_CANDIDATES))
        found = {row.id: row for row in rows} | found
    return list(found.values())


def _score(
    row: Any,
    weights: Mapping[int, tuple[str, float]],
    places: tuple[frozenset[int], frozenset[int]],
    case: Case,
    *,
    is_of_service: bool,
) -> tuple[float, str]:
    title, rest = places
    words = [(weights[place][1] * (2 if place in title else 1), weights[place][0]) for place in title | rest]
    score, is_in_title = sum(weight for weight, _ in words), bool(title)
    if not is_in_title and not is_of_service and len(words) < _LEAST_WORDS:
        return 0.0, ""
    why = []
    if words:
        words.sort(reverse=True)
        why.append(", ".join(quoted(word) for _, word in words[:3]))
    if is_of_service:
        score += _SERVICE
        why.append(tr("same service"))
    if case.category_id is not None and row.category_id == case.category_id:
        score += _CATEGORY
        why.append(tr("same category"))
    return score, " · ".join(why)


def _of_service(connection: Connection, ids: Sequence[str], service_id: str | None) -> set[str]:
    if service_id is None:
        return set()
    statement = select(article_service.c.article_id).where(
        article_service.c.article_id.in_(ids), article_service.c.service_id == service_id, article_service.c.active
    )
    return set(connection.execute(statement).scalars())


def _times_helped(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    good = [ArticleUse.HELPED.value, ArticleUse.RESOLVED.value, ArticleUse.USED.value]
    statement = (
        select(article_use.c.article_id, func.count())
        .where(article_use.c.article_id.in_(ids), article_use.c.kind.in_(good), article_use.c.removed_at.is_(None))
        .group_by(article_use.c.article_id)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}


def _suggested(row: Any, why: str, today: date, problem: ProblemChoice | None) -> SuggestedArticle:
    return SuggestedArticle(
        row.id, row.number, row.published_version, row.title, row.summary, ArticleKind(row.kind), why,
        is_stale(is_published=True, review_on=row.review_on, today=today), row.problem_ref, problem,
    )  # fmt: skip
