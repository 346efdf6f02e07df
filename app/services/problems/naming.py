"""How incidents and articles name a problem: by its number, written in one way when it is one of this desk."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from app.domain.numbers import parse_problem_number, problem_number
from app.domain.problems import ProblemState, WorkaroundState
from app.models.problem import problem
from app.services.problems.dto import ProblemChoice


def as_named(connection: Connection, text: str) -> str:
    """`prb 12` becomes `PRB-000012` when there is such a problem here; a number of another place stays as it is."""
    number = parse_problem_number(text)
    if number is None:
        return text
    is_here = connection.execute(select(problem.c.id).where(problem.c.number == number)).first() is not None
    return problem_number(number) if is_here else text


def named_here(connection: Connection, names: Iterable[str]) -> dict[str, ProblemChoice]:
    """The problems of this desk by the names that mean them; names of other places are left out."""
    numbers = {name: parse_problem_number(name) for name in names}
    wanted = {number for name, number in numbers.items() if number is not None and problem_number(number) == name}
    if not wanted:
        return {}
    rows = connection.execute(choices().where(problem.c.number.in_(sorted(wanted))))
    return {problem_number(row.number): choice_of(row) for row in rows}


def choices() -> Select[Any]:
    """The statement that reads problems to choose from; its rows are for `choice_of`."""
    names = ("id", "number", "title", "state", "service_id", "workaround", "workaround_state")
    return select(*(problem.c[name] for name in names))


def choice_of(row: Row[Any]) -> ProblemChoice:
    """A problem to choose from, as it was read."""
    return ProblemChoice(
        row.id, row.number, row.title, ProblemState(row.state), row.service_id, row.workaround,
        WorkaroundState(row.workaround_state),
    )  # fmt: skip
