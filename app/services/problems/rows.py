"""Reading problems with the incidents that name them, as far as the actor may see those."""

from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from app.domain.actor import Actor
from app.domain.field_names import field_name
from app.domain.numbers import problem_number
from app.domain.problems import ProblemEntry, ProblemState, WorkaroundState
from app.domain.vocabulary import State
from app.domain.wording import marked, tr
from app.models.catalogue import category, configuration_item, service
from app.models.incident import incident
from app.models.knowledge import article
from app.models.people import assignment_group, person
from app.models.problem import problem, problem_entry
from app.services.access import visible
from app.services.incidents.referred import referred
from app.services.problems.dto import Changed, HistoryRow, LinkedIncident, NamingArticle, ProblemRow
from app.services.problems.keeping import REFERENCES

MOST_SHOWN = 500
"""So many incidents of one problem are listed; the counts tell of all."""

_OPEN = tuple(state.value for state in State if state.is_open)
_FIELDS = {
    "title": marked("Title"), "description": marked("Description"), "owner_id": marked("Owner"),
    "workaround_state": marked("State of the workaround"), "fix": marked("Permanent fix"),
}  # fmt: skip


def rows_statement() -> Select[Any]:
    """Problems with the names of what they refer to."""
    return select(
        problem,
        referred(person.c.name, problem.c.owner_id).label("owner_name"),
        referred(assignment_group.c.name, problem.c.group_id).label("group_name"),
        referred(service.c.name, problem.c.service_id).label("service_name"),
        referred(configuration_item.c.name, problem.c.configuration_item_id).label("item_name"),
        referred(category.c.name, problem.c.category_id).label("category_name"),
        referred(person.c.name, problem.c.created_by_id).label("creator_name"),
    )


def counted(connection: Connection, actor: Actor, named: str = "") -> dict[str, tuple[int, int]]:
    """By the number they name, how many incidents the actor sees, and how many of those are open."""
    is_open = case((incident.c.state.in_(_OPEN), 1), else_=0)
    statement = select(incident.c.problem_ref, func.count(), func.sum(is_open)).where(visible(actor))
    condition = incident.c.problem_ref == named if named else incident.c.problem_ref.is_not(None)
    rows = connection.execute(statement.where(condition).group_by(incident.c.problem_ref)).all()
    return {ref: (int(count), int(still_open)) for ref, count, still_open in rows}


def row_of(row: Any, counts: dict[str, tuple[int, int]]) -> ProblemRow:
    """A row of `rows_statement` as a value."""
    incidents, still_open = counts.get(problem_number(row.number), (0, 0))
    return ProblemRow(
        row.id, row.number, row.title, ProblemState(row.state), WorkaroundState(row.workaround_state), row.owner_name,
        row.group_name, row.service_name, row.updated_at, incidents, still_open,
    )  # fmt: skip


def load_incidents(connection: Connection, actor: Actor, number: int) -> tuple[LinkedIncident, ...]:
    """The incidents that name the problem, open ones first."""
    is_open = case((incident.c.state.in_(_OPEN), 0), else_=1)
    statement = (
        select(
            incident.c.id, incident.c.number, incident.c.short_description, incident.c.state, incident.c.priority,
            referred(person.c.name, incident.c.caller_id), incident.c.updated_at,
        )
        .where(incident.c.problem_ref == problem_number(number), visible(actor))
        .order_by(is_open, incident.c.number.desc())
        .limit(MOST_SHOWN)
    )  # fmt: skip
    return tuple(LinkedIncident(*row) for row in connection.execute(statement))


def load_articles(connection: Connection, number: int) -> tuple[NamingArticle, ...]:
    """The articles that name the problem, the newest first."""
    statement = (
        select(article.c.id, article.c.number, article.c.title, article.c.published_version)
        .where(article.c.problem_ref == problem_number(number))
        .order_by(article.c.number.desc())
    )
    rows = connection.execute(statement).all()
    return tuple(NamingArticle(row.id, row.number, row.title, row.published_version is not None) for row in rows)


def load_history(connection: Connection, problem_id: str) -> tuple[HistoryRow, ...]:
    """What was told of the problem, the newest first, with names for what fields refer to."""
    statement = (
        select(problem_entry, referred(person.c.name, problem_entry.c.author_id).label("author_name"))
        .where(problem_entry.c.problem_id == problem_id)
        .order_by(problem_entry.c.at.desc(), problem_entry.c.id.desc())
    )
    rows = connection.execute(statement).all()
    names = _names(connection, rows)
    return tuple(
        HistoryRow(
            row.id, ProblemEntry(row.kind), row.at, row.author_name, row.body,
            tuple(_changed(each, names) for each in row.changes),
        )
        for row in rows
    )  # fmt: skip


def _names(connection: Connection, rows: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, table in REFERENCES.items():
        ids = {
            each[side]
            for row in rows
            for each in row.changes
            if each["field"] == field
            for side in ("old", "new")
            if each[side]
        }
        if ids:
            rows_of_names = connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(ids)))
            found.update({row.id: row.name for row in rows_of_names})
    return found


def _changed(change: dict[str, Any], names: dict[str, str]) -> Changed:
    field = change["field"]
    old, new = (_in_words(field, change[side], names) for side in ("old", "new"))
    return Changed(tr(_FIELDS[field]) if field in _FIELDS else field_name(field), old, new)


def _in_words(field: str, value: str | None, names: dict[str, str]) -> str:
    if not value:
        return ""
    if field == "state":
        return ProblemState(value).label
    if field == "workaround_state":
        return WorkaroundState(value).label
    return names.get(value, value) if field in REFERENCES else value
