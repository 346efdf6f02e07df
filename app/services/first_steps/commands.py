"""The first steps of a new desk: each is done when its fact stands in the desk, whoever brought it there, and how."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, or_, select

from app.domain.actor import Actor
from app.domain.permissions import Permission
from app.infra.unit_of_work import Store, Work
from app.models.clocks import calendar, calendar_version, group_hours
from app.models.incident import incident
from app.models.people import assignment_group, person
from app.services.command import command, query
from app.services.first_steps.dto import FirstStep, FirstSteps
from app.services.settings import load_value, store_value

_CLOSED: Final = "first_steps_closed"
"""The key of the setting that is there once somebody has closed the list."""

_NEW: Final = 25
"""A desk with so many incidents is not new, whatever it lacks: it may do without."""

_BEGINS_WITH_CALENDARS: Final = 2
"""A new desk has these; another one, or another version of one, is somebody's own hours."""


def _more_than(column: ColumnElement[Any], count: int) -> ColumnElement[bool]:
    """Whether a table has more than so many rows; looks at no more than that."""
    return select(column).limit(1).offset(count).exists()


_FACTS: Final = {
    # One group and one person are there from the beginning.
    FirstStep.TEAM: _more_than(assignment_group.c.id, 1),
    FirstStep.PEOPLE: _more_than(person.c.id, 1),
    FirstStep.HOURS: or_(
        _more_than(calendar.c.id, _BEGINS_WITH_CALENDARS),
        select(calendar_version.c.number).where(calendar_version.c.number > 1).exists(),
        select(group_hours.c.group_id).where(group_hours.c.calendar_id.is_not(None)).exists(),
    ),
    FirstStep.INCIDENT: _more_than(incident.c.id, 0),
}


class FirstStepQueries:
    """Reading what is done."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.SETTINGS_EDIT)
    def first_steps(self, connection: Connection, _actor: Actor) -> FirstSteps:
        """The steps that are done; not offered where the list was closed, all is done, or the desk is not new."""
        if load_value(connection, _CLOSED) is True:
            return FirstSteps()
        asked = [fact.label(step.value) for step, fact in _FACTS.items()]
        row = connection.execute(select(_more_than(incident.c.id, _NEW - 1).label("is_old"), *asked)).one()
        done = frozenset(step for step in FirstStep if getattr(row, step.value))
        return FirstSteps(not row.is_old and len(done) < len(FirstStep), done)


class FirstStepCommands:
    """Closing the list."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.SETTINGS_EDIT)
    def close(self, work: Work, closed: bool = True) -> None:
        """Have the list never be shown again, on any computer; or take that back."""
        store_value(work, _CLOSED, closed)
