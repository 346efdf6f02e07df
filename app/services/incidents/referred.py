"""What stands in the row that an incident refers to, such as the name of its assignee."""

from typing import Any

from sqlalchemy import Column, ColumnElement, select


def referred(column: Column[Any], reference: ColumnElement[Any]) -> ColumnElement[Any]:
    """A value of the row with this id, null where there is none.

    Looked up for each row that is shown rather than joined: a dozen joins take PostgreSQL ten times as long to plan as
    the rows take to read.
    """
    table = column.table.alias()
    return select(table.c[column.key]).where(table.c.id == reference).scalar_subquery()
