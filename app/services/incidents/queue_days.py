"""Filtering by moments, such as `created:-7d` or `due:today`: the days are part of the statement, when they are is not.

So a statement is built once, whatever day it is, and on which day it is asked decides its parameters.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, bindparam, true

from app.domain.query.days import Days, is_by_calendar, parse_days
from app.domain.query.fields import ANY_VALUE, NO_VALUE
from app.domain.query.filter import Filter, TermKind
from app.models.incident import incident
from app.models.types import UtcDateTime

MOMENTS: Final[dict[TermKind, ColumnElement[Any]]] = {
    TermKind.CREATED: incident.c.reported_at,
    TermKind.UPDATED: incident.c.updated_at,
    TermKind.RESOLVED: incident.c.resolved_at,
    TermKind.CLOSED: incident.c.closed_at,
}
"""The columns that are compared."""

_FIELDS: Final = frozenset({*MOMENTS, TermKind.DUE})


def days_asked_for(wanted: Filter) -> Iterator[tuple[str, Days]]:
    """What the filter names, as it is written and as it is meant."""
    for term in wanted.terms:
        for value in term.values if term.kind in _FIELDS else ():
            days = parse_days(value)
            if days is not None:
                yield value, days


def asks_for_calendar(wanted: Filter) -> bool:
    """Whether what the filter finds depends on what day it is."""
    return any(is_by_calendar(days) for _, days in days_asked_for(wanted))


def moment_condition(kind: TermKind, value: str) -> ColumnElement[bool]:
    """Whether a moment of the incident lies where one value of a term says."""
    column = MOMENTS[kind]
    if value in {NO_VALUE, ANY_VALUE}:
        return column.is_(None) if value == NO_VALUE else column.is_not(None)
    return and_(column.is_not(None), within_days(value, column))


def within_days(text: str, column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the moment in a column lies in what is written; unknown where there is none."""
    days, found = parse_days(text), []
    if days is not None and days.least is not None:
        found.append(column >= _moment(text, "least"))
    if days is not None and days.most is not None:
        found.append(column < _moment(text, "most"))
    return and_(true(), *found)


def _moment(text: str, which: str) -> ColumnElement[datetime]:
    return bindparam(name_of_days(text, which), None, type_=UtcDateTime)


def name_of_days(text: str, which: str) -> str:
    """The name of the parameter; every other sign than a letter or digit is spelled by its number."""
    return f"{which}_{re.sub(r'[^a-z0-9]', lambda found: f'_{ord(found[0])}_', text)}"
