"""Which problems may lie behind a case, with what helps meanwhile.

They are found by the same words and weights as articles, and by the articles about them that are suggested.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, Select, func, select

from app.domain.numbers import article_number
from app.domain.problems import ProblemState, WorkaroundState
from app.domain.wording import quoted, tr
from app.models.problem import problem
from app.services.knowledge.dto import Case, SuggestedArticle
from app.services.knowledge.suggesting import said_in, weighed
from app.services.problems.dto import SuggestedProblem

SHOWN = 2
_LOOKED_AT = 200
"""So many problems are weighed, those that changed last; a desk has some dozens that are open."""

_READ = 4_000


class _Said(NamedTuple):
    """A problem as it is weighed: its workaround is what an article says in its summary."""

    id: str
    number: int
    title: str
    summary: str
    body: str
    category_id: str | None
    service_id: str | None
    state: str
    workaround_state: str


def suggest_problems(
    connection: Connection, case: Case, articles: Iterable[SuggestedArticle]
) -> tuple[SuggestedProblem, ...]:
    """The problems that fit best, among those that are not closed: by what they say, then by an article about them."""
    found = _by_words(connection, case)
    known = {each.id for each in found}
    found += [each for each in _by_articles(articles) if each.id not in known]
    return tuple(found[:SHOWN])


def _by_articles(articles: Iterable[SuggestedArticle]) -> Iterator[SuggestedProblem]:
    for each in articles:
        about = each.problem
        if about is not None and about.state is not ProblemState.CLOSED and _has_words(each.why):
            yield SuggestedProblem(
                about.id, about.number, about.title, about.state, about.workaround, about.workaround_state,
                tr("{number} is about it", number=article_number(each.number)), by_article=True,
            )  # fmt: skip


def _by_words(connection: Connection, case: Case) -> list[SuggestedProblem]:
    rows = [_Said._make(row) for row in connection.execute(_candidates())]
    if not rows:
        return []
    of_service = {row.id for row in rows if case.service_id is not None and row.service_id == case.service_id}
    found = weighed(rows, said_in(connection, case), case, of_service)
    named = [each for each in found if _has_words(each[2])]
    named.sort(key=lambda each: (-each[0], each[1].number))
    return [
        SuggestedProblem(
            row.id, row.number, row.title, ProblemState(row.state), row.summary,
            WorkaroundState(row.workaround_state), why,
        )
        for _, row, why in named[:SHOWN]
    ]  # fmt: skip


def _has_words(why: str) -> bool:
    # The service alone says too little: every incident of it would be told of every problem of it.
    return quoted("")[0] in why


def _candidates() -> Select[tuple[str, int, str, str, str, str, str, str, str]]:
    body = func.substr(problem.c.description + "\n" + problem.c.cause, 1, _READ)
    shown = (
        problem.c.id, problem.c.number, problem.c.title, problem.c.workaround, body, problem.c.category_id,
        problem.c.service_id, problem.c.state, problem.c.workaround_state,
    )  # fmt: skip
    return (
        select(*shown)
        .where(problem.c.state != ProblemState.CLOSED.value)
        .order_by(problem.c.updated_at.desc(), problem.c.number.desc())
        .limit(_LOOKED_AT)
    )
