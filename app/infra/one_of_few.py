"""Whether a value is one of the few that a select finds, in the form that each database answers fastest."""

from typing import Any, Self

from sqlalchemy import Boolean
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class OneOfFew(FunctionElement[bool]):
    """`OneOfFew(column, select)`: the select is run once and depends on nothing around it.

    PostgreSQL shares no query out to several processes that asks `IN` of a table with policies of its own; an array
    that was gathered before it does. For many values `IN` is better: arrays are looked through from the beginning.
    """

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Self:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Itself: it is a comparison already, where SQLite would be asked whether it equals 1."""
        return self


@compiles(OneOfFew)
def _as_in(element: OneOfFew, compiler: SQLCompiler, **options: Any) -> str:
    value, found = (compiler.process(each, **options) for each in element.clauses)
    return f"{value} IN {found}"


@compiles(OneOfFew, "postgresql")
def _as_array(element: OneOfFew, compiler: SQLCompiler, **options: Any) -> str:
    value, found = (compiler.process(each, **options) for each in element.clauses)
    return f"{value} = ANY (ARRAY{found})"
