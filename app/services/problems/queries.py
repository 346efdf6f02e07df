"""Reading problems: the list, one with its history and its incidents, and what there is to choose from."""

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.numbers import problem_number
from app.domain.permissions import Permission
from app.domain.problems import ProblemState
from app.infra.unit_of_work import Store
from app.models.problem import problem
from app.services.command import query
from app.services.knowledge.dto import Case, SuggestedArticle
from app.services.problems.beginning import begun_from
from app.services.problems.dto import NewProblem, ProblemChoice, ProblemDetail, ProblemRow, SuggestedProblem
from app.services.problems.keeping import missing
from app.services.problems.naming import choice_of, choices, named_here
from app.services.problems.rows import counted, load_articles, load_history, load_incidents, row_of, rows_statement
from app.services.problems.suggesting import suggest_problems


class ProblemQueries:
    """Problems are for the desk; their incidents are told as far as the actor may see them."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.PROBLEM_READ)
    def list(self, connection: Connection, actor: Actor) -> tuple[ProblemRow, ...]:
        """All problems, the last changed first."""
        rows = connection.execute(rows_statement().order_by(problem.c.updated_at.desc(), problem.c.number.desc())).all()
        counts = counted(connection, actor) if rows else {}
        return tuple(row_of(row, counts) for row in rows)

    @query(Permission.PROBLEM_READ)
    def detail(self, connection: Connection, actor: Actor, problem_id: str) -> ProblemDetail:
        """One problem with all that is known of it."""
        row = connection.execute(rows_statement().where(problem.c.id == problem_id)).one_or_none()
        if row is None:
            raise missing()
        return ProblemDetail(
            row=row_of(row, counted(connection, actor, problem_number(row.number))),
            description=row.description,
            service_id=row.service_id,
            configuration_item_id=row.configuration_item_id,
            category_id=row.category_id,
            owner_id=row.owner_id,
            group_id=row.group_id,
            item_name=row.item_name,
            category_name=row.category_name,
            cause=row.cause,
            workaround=row.workaround,
            fix=row.fix,
            created_at=row.created_at,
            created_by=row.creator_name,
            resolved_at=row.resolved_at,
            closed_at=row.closed_at,
            history=load_history(connection, problem_id),
            incidents=load_incidents(connection, actor, row.number),
            articles=load_articles(connection, row.number),
        )

    @query(Permission.PROBLEM_READ)
    def by_number(self, connection: Connection, _actor: Actor, number: int) -> str | None:
        """The identifier of the problem that people call by this number; None when there is none."""
        return connection.execute(select(problem.c.id).where(problem.c.number == number)).scalar()

    @query(Permission.PROBLEM_READ)
    def choices(self, connection: Connection, _actor: Actor) -> tuple[ProblemChoice, ...]:
        """What an incident can belong to: every problem that is not closed, the last changed first."""
        statement = choices().where(problem.c.state != ProblemState.CLOSED.value)
        rows = connection.execute(statement.order_by(problem.c.updated_at.desc(), problem.c.number.desc())).all()
        return tuple(map(choice_of, rows))

    @query(Permission.PROBLEM_READ)
    def named(self, connection: Connection, _actor: Actor, ref: str) -> ProblemChoice | None:
        """The problem that an incident names; None when it names one of another place."""
        return named_here(connection, (ref,)).get(ref)

    @query(Permission.PROBLEM_READ)
    def suggest(
        self, connection: Connection, _actor: Actor, case: Case, articles: tuple[SuggestedArticle, ...]
    ) -> tuple[SuggestedProblem, ...]:
        """The problems that fit a case best, by words and service or by an article about them; two at most.

        `articles` are those that `knowledge.suggest` gives for it, so that nobody weighs them twice.
        """
        return suggest_problems(connection, case, articles)

    @query(Permission.PROBLEM_WORK)
    def beginning(self, connection: Connection, actor: Actor, incident_ids: tuple[str, ...]) -> NewProblem:
        """What a problem made from these incidents begins with; nothing where one of them is restricted.

        Everybody at the desk reads a problem, so what stands in a restricted incident has to be said anew.
        """
        return begun_from(connection, actor, incident_ids)
