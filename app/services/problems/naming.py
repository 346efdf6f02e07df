"""How incidents and articles name a problem: by its number, written in one way when it is one of this desk."""

from sqlalchemy import Connection, select

from app.domain.numbers import parse_problem_number, problem_number
from app.models.problem import problem


def as_named(connection: Connection, text: str) -> str:
    """`prb 12` becomes `PRB-000012` when there is such a problem here; a number of another place stays as it is."""
    number = parse_problem_number(text)
    if number is None:
        return text
    is_here = connection.execute(select(problem.c.id).where(problem.c.number == number)).first() is not None
    return problem_number(number) if is_here else text
