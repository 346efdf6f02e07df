"""Statements that are built and compiled once, for the few calls that a person waits for all day.

Building and looking up a Core statement was measured to cost ten times the indexed SQL itself when an incident is
opened, and Core's handling of the result five times; a prepared one costs the driver's call and the conversion of its
values. It is written as ordinary Core, so both databases stay covered.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any, NamedTuple, ParamSpec, cast

from sqlalchemy import Boolean, ColumnElement, Connection, Delete, Insert, Select, Update, literal
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.compiler import SQLCompiler

from app.infra.database import driver_errors, send
from app.infra.plain_read import PlainSelect, time_from_text

Processor = Callable[[Any], Any] | None
Statement = Select[*tuple[Any, ...]]
P = ParamSpec("P")


class _Compiled:
    """The text of a statement for one database, with what turns values into the driver's and back."""

    def __init__(self, compiled: SQLCompiler, dialect: Dialect) -> None:
        self.sql = str(compiled)
        names = compiled.positiontup if compiled.positional else tuple(compiled.binds)
        self._positional = compiled.positional
        self._slots: list[tuple[str, Processor]] = []
        self._constants: dict[str, Any] = {}
        for name in dict.fromkeys(names or ()):
            processor = compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect)
            self._slots.append((name, processor))
            value = compiled.params.get(name)
            if not compiled.binds[name].required and value is not None:
                self._constants[name] = value
        self.order = tuple(names or ())
        # Each name once, in the driver's order, and nothing fixed: then the row is taken as it comes.
        self._is_plain = self._positional and not self._constants and len(self._slots) == len(self.order)
        self._converted = [(place, convert) for place, (_, convert) in enumerate(self._slots) if convert is not None]

    def arguments(self, values: Mapping[str, Any]) -> Any:
        """The values in the driver's form and order; a name without a value is NULL."""
        if self._is_plain:
            row = list(map(values.get, self.order))
            for place, convert in self._converted:
                row[place] = convert(row[place])
            return tuple(row)
        ready: dict[str, Any] = {}
        for name, processor in self._slots:
            value = values[name] if name in values else self._constants.get(name)
            ready[name] = value if processor is None else processor(value)
        return tuple([ready[name] for name in self.order]) if self._positional else ready


class _Ready(NamedTuple):
    """A statement for one database: its text, what converts the values at which places, and which are flags."""

    compiled: _Compiled
    processors: Sequence[tuple[int, Callable[[Any], Any]]]
    flags: tuple[int, ...]


class PreparedSelect:
    """A select with named bind parameters; rows come as named tuples of its column keys."""

    def __init__(self, statement: Statement | Callable[[], Statement]) -> None:
        self._build = statement if callable(statement) else lambda: statement
        """Makes it anew, where it is not worth keeping: what was built is up to 1,200 objects, the text is one."""
        self._built: Statement | None = self._build()
        self._ready: dict[str, _Ready] = {}
        # Keys of labels and columns are Python names already; rename guards against one that begins with "_".
        keys = tuple(str(column.key) for column in self._built.selected_columns)
        # Not by its `_make`, which counts the values of each row again.
        self._make: Callable[[Iterable[Any]], Any] = partial(tuple.__new__, row_class(keys))

    def all(self, connection: Connection, /, **values: Any) -> list[Any]:
        """Every row, converted as Core would convert it."""
        return self.read(connection, self.ask(connection, values))

    def ask(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """Send the question; the cursor that is returned is for `read`."""
        compiled = (self._ready.get(connection.dialect.name) or self._prepare(connection.dialect)).compiled
        return send(connection, compiled.sql, compiled.arguments(values))

    def read(self, connection: Connection, cursor: Any) -> list[Any]:
        """The answer to a question that was asked."""
        processors = self._ready[connection.dialect.name].processors
        fetched = cursor.fetchall()
        cursor.close()
        if processors:
            fetched = [_converted(row, processors) for row in fetched]
        return list(map(self._make, fetched))

    def one_or_none(self, connection: Connection, /, **values: Any) -> Any:
        """The only row, or None."""
        rows = self.all(connection, **values)
        return rows[0] if rows else None

    def sql(self, dialect: Dialect) -> str:
        """The text that is sent, for benchmarks and query plans."""
        return (self._ready.get(dialect.name) or self._prepare(dialect)).compiled.sql

    def plain(
        self, dialect: Dialect, values: Mapping[str, Any], ahead: Mapping[str, int] | None = None
    ) -> PlainSelect | None:
        """The statement as text with these values, to be kept; None where the driver alone could not answer it.

        `ahead` names the values that move with time, and by how many microseconds they lie after the moment of asking;
        what is called `day_ends` is the end of the reader's day.
        """
        if dialect.name != "sqlite":
            return None
        compiled, processors, flags = self._ready.get(dialect.name) or self._prepare(dialect)
        times = tuple(place for place, processor in processors if processor is time_from_text)
        if len(times) + len(flags) < len(processors):
            return None
        names = compiled.order
        moving = tuple((place, ahead[name]) for place, name in enumerate(names) if ahead and name in ahead)
        ends = tuple(place for place, name in enumerate(names) if name == "day_ends")
        return PlainSelect(compiled.sql, tuple(compiled.arguments(values)), times, flags, moving, ends)

    def _prepare(self, dialect: Dialect) -> _Ready:
        # Built anew for another database, which only tests ask, and for another thread that is as quick as the first.
        built, self._built = self._built, None
        statement = self._build() if built is None else built
        columns = list(statement.selected_columns)
        found = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
        processors = [(place, processor) for place, processor in enumerate(found) if processor is not None]
        flags = tuple(place for place, _processor in processors if isinstance(columns[place].type, Boolean))
        ready = _Ready(_Compiled(_as_sql_compiler(statement.compile(dialect=dialect)), dialect), processors, flags)
        self._ready[dialect.name] = ready
        return ready


def prepared(most: int) -> Callable[[Callable[P, Statement]], Callable[P, PreparedSelect]]:
    """Have a function that builds a statement give it prepared, and keep that for the `most` newest arguments.

    It is kept as it is sent; what was built for it goes.
    """

    def decorate(build: Callable[P, Statement]) -> Callable[P, PreparedSelect]:
        @lru_cache(maxsize=most)
        def kept(*args: P.args, **kwargs: P.kwargs) -> PreparedSelect:
            return PreparedSelect(partial(build, *args, **kwargs))

        # What is called is the cache itself, which forgets of which parameters it is.
        return cast("Callable[P, PreparedSelect]", kept)

    return decorate


Question = tuple[PreparedSelect, Mapping[str, Any]]


def ask_together(connection: Connection, *questions: Question) -> list[list[Any]]:
    """The rows of several selects, none of which needs the answer to another.

    A server is told all of them at once and answers in one go: a window far away waits for one way there and back
    instead of one for each.
    """
    if connection.dialect.name == "sqlite" or len(questions) == 1:
        return [select.read(connection, select.ask(connection, values)) for select, values in questions]
    driver: Any = connection.connection.dbapi_connection
    with driver_errors(connection, "several questions at once"), driver.pipeline():
        asked = [select.ask(connection, values) for select, values in questions]
    # Only now: reading inside would make the driver ask whether that was all, which is one more way there and back.
    return [select.read(connection, cursor) for (select, _), cursor in zip(questions, asked, strict=True)]


class PreparedInsert:
    """An insert of the named columns; columns that are not named take their defaults.

    An update, or a delete, with named bind parameters is run in the same way; a delete names no columns. So is a select
    of a function that writes, whose answer nobody reads.
    """

    def __init__(self, statement: Insert | Update | Delete | Select[Any], columns: Iterable[str]) -> None:
        self._statement = statement
        self._columns = tuple(columns)
        self._ready: dict[str, _Compiled] = {}

    def run(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert, change or delete the rows in one call of the driver; each gives all that is named."""
        name = connection.dialect.name
        compiled = self._ready.get(name)
        if compiled is None:
            made = self._statement.compile(dialect=connection.dialect, column_keys=list(self._columns))
            compiled = self._ready[name] = _Compiled(_as_sql_compiler(made), connection.dialect)
        if len(rows) == 1:
            send(connection, compiled.sql, compiled.arguments(rows[0])).close()
        else:
            send(connection, compiled.sql, [compiled.arguments(row) for row in rows], many=True).close()


def one_of(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """`IN` over a list that is fixed when the statement is built; Core's own would be expanded at every call."""
    return column.in_([literal(value, column.type) for value in values])


@lru_cache(maxsize=256)
def row_class(keys: tuple[str, ...]) -> Any:
    """The class of rows with these keys, a named tuple."""
    # The columns are known at run time only, so the class cannot be written as a typed one.
    return namedtuple("Row", keys, rename=True)  # noqa: PYI024 - the fields are not known when this is written


def _as_sql_compiler(compiled: Any) -> SQLCompiler:
    if not isinstance(compiled, SQLCompiler):
        raise TypeError(f"Only SQL can be prepared, not {type(compiled).__name__}")
    return compiled


def _converted(row: Sequence[Any], processors: Sequence[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    values = list(row)
    for index, processor in processors:
        value = values[index]
        # No type makes anything of null, and most moments of an incident are none.
        if value is not None:
            values[index] = processor(value)
    return values
