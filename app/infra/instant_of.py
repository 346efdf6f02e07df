"""A moment as each database counts it, for whoever reckons with many of them and shows none."""

from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class InstantOf(FunctionElement[int]):
    """`InstantOf(column)`: microseconds since 1970, exact to the millisecond; 0 for a cell that SQLite cannot read.

    Reading a moment from its text and subtracting it from another takes longer than all else a search does with a row.
    """

    type = BigInteger()
    inherit_cache = True


@compiles(InstantOf)
def _from_text(element: InstantOf, compiler: SQLCompiler, **options: Any) -> str:
    moment = compiler.process(next(iter(element.clauses)), **options)
    return f"coalesce((julianday({moment}) - 2440587.5) * 86400000000.0, 0)"


@compiles(InstantOf, "postgresql")
def _from_moment(element: InstantOf, compiler: SQLCompiler, **options: Any) -> str:
    moment = compiler.process(next(iter(element.clauses)), **options)
    return f"CAST(extract(epoch FROM {moment}) * 1000000 AS bigint)"
