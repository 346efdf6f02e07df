"""The beginning of a long text, where a server would send all of it over a network."""

from typing import Any

from sqlalchemy import Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

_LONGEST = 20_000


class BeginningOf(FunctionElement[str]):
    """`BeginningOf(column)`: 20,000 signs at most from a server; all from a file, which would read all anyhow.

    SQLite counts signs from the start to cut them off, which for fifty hits takes longer than handing them over.
    """

    type = Text()
    inherit_cache = True


@compiles(BeginningOf)
def _whole(element: BeginningOf, compiler: SQLCompiler, **options: Any) -> str:
    return str(compiler.process(next(iter(element.clauses)), **options))


@compiles(BeginningOf, "postgresql")
def _beginning(element: BeginningOf, compiler: SQLCompiler, **options: Any) -> str:
    text = compiler.process(next(iter(element.clauses)), **options)
    return f"substr({text}, 1, {_LONGEST})"
