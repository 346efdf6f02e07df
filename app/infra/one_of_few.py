"""Whether a value is one of the few that a select finds or a bind parameter lists, as each database answers fastest."""

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


class OneOfGiven(FunctionElement[bool]):
    """`OneOfGiven(column, bindparam(name, type_=Ids))`: the identifiers come in one parameter, however many they are;
    numbers do with `Numbers`.

    With a parameter for each, a server's driver reads the statement anew and its planner goes through all of them.
    """

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Self:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Itself: it is a comparison already."""
        return self


@compiles(OneOfGiven)
def _as_listed(element: OneOfGiven, compiler: SQLCompiler, **options: Any) -> str:
    value, given = (compiler.process(each, **options) for each in element.clauses)
    return f"{value} IN (SELECT value FROM json_each({given}))"  # noqa: S608 -- both were compiled from a statement of the program


@compiles(OneOfGiven, "postgresql")
def _as_any(element: OneOfGiven, compiler: SQLCompiler, **options: Any) -> str:
    value, given = (compiler.process(each, **options) for each in element.clauses)
    column = next(iter(element.clauses))
    return f"{value} = ANY (CAST({given} AS {column.type.compile(compiler.dialect)}[]))"
