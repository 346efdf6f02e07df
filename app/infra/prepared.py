"""Statements that are built and compiled once, for the few calls that a person waits for all day.

Building and looking up a Core statement was measured to cost ten times the indexed SQL itself when an incident is
opened, and Core's handling of the result five times; a prepared one costs the driver's call and the conversion of its
values. It is written as ordinary Core, so both databases stay covered.
"""

import re
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any, Final, NamedTuple, ParamSpec, cast

from sqlalchemy import CTE, Boolean, ColumnElement, Connection, Delete, Insert, Select, Update, literal, text
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ColumnClause

from app.infra.database import driver_errors, send
from app.infra.plain_read import PlainSelect, time_from_text

Processor = Callable[[Any], Any] | None
Statement = Select[*tuple[Any, ...]]
P = ParamSpec("P")


class _Text(NamedTuple):
    """The text of a statement for one database: in which order the driver wants the values, None where it goes by their
    names; what converts each, which stand in the statement itself, and which of their names nobody chose.
    """

    sql: str
    order: tuple[str, ...] | None
    processors: Mapping[str, Processor]
    constants: Mapping[str, Any]
    unnamed: frozenset[str]

    def around(self, hole: str, within: "_Text") -> "_Text":
        """The text with another one in its hole."""
        before, _, after = self.sql.partition(_mark_of(hole))
        order = self.order
        if order is not None:
            place = before.count("?")
            order = (*order[:place], *(within.order or ()), *order[place:])
        processors, constants = {**self.processors, **within.processors}, {**self.constants, **within.constants}
        return _Text(f"{before}{within.sql}{after}", order, processors, constants, self.unnamed | within.unnamed)

    def apart(self) -> "_Text":
        """The same where no name that nobody chose is one of a text in its hole."""
        names = {name: f"{name}_around" if name in self.unnamed else name for name in self.processors}
        return _Text(
            self.sql if self.order is not None else _NAMED.sub(lambda found: f"%({names[found[1]]})s", self.sql),
            None if self.order is None else tuple(names[name] for name in self.order),
            {names[name]: each for name, each in self.processors.items()},
            {names[name]: each for name, each in self.constants.items()},
            frozenset(names[name] for name in self.unnamed),
        )


_NAMED: Final = re.compile(r"%\((\w+)\)s")


def _mark_of(hole: str) -> str:
    return f"/* {hole} */"


def hole(name: str, *columns: ColumnClause[Any]) -> CTE:
    """What stands in the frame of an `Around` in place of the statement that comes into it, with that one's columns."""
    return text(_mark_of(name)).columns(*columns).cte(name)


def _text_of(compiled: SQLCompiler, dialect: Dialect) -> _Text:
    names = compiled.positiontup if compiled.positional else list(compiled.bind_names.values())
    given = compiled.params  # made anew whenever it is asked for
    processors: dict[str, Processor] = {}
    constants: dict[str, Any] = {}
    for name in dict.fromkeys(names or ()):
        bind = compiled.binds[name]
        processors[name] = bind.type.dialect_impl(dialect).bind_processor(dialect)
        if not bind.required and given.get(name) is not None:
            constants[name] = given[name]
    order = tuple(names or ()) if compiled.positional else None
    unnamed = frozenset(name for name in processors if compiled.binds[name].unique)
    return _Text(str(compiled), order, processors, constants, unnamed)


class _Compiled:
    """A text as it is sent, with the values that are always the same ready for the driver."""

    def __init__(self, told: _Text) -> None:
        self.sql = told.sql
        self._positional = told.order is not None
        self.order = tuple(told.order or ())
        self._constants = told.constants
        self._slots = list(told.processors.items())
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

    told: _Text
    compiled: _Compiled
    processors: Sequence[tuple[int, Callable[[Any], Any]]]
    flags: tuple[int, ...]


class Around(NamedTuple):
    """A statement that is the same for many others, each of which stands in a `hole` of it: it is compiled once.

    To build and compile what makes a row of a list takes twice as long as to do so with what finds the rows.
    """

    frame: "PreparedSelect"
    hole: str
    within: Statement


class PreparedSelect:
    """A select with named bind parameters; rows come as named tuples of its column keys."""

    def __init__(self, statement: "Statement | Around | Callable[[], Statement | Around]") -> None:
        self._build = statement if callable(statement) else lambda: statement
        """Makes it anew, where it is not worth keeping: what was built is up to 1,200 objects, the text is one."""
        self._built: Statement | Around | None = self._build()
        self._ready: dict[str, _Ready] = {}
        self._make: Callable[[Iterable[Any]], Any]
        if isinstance(self._built, Around):
            self._make = self._built.frame._make
        else:
            # Keys of labels and columns are Python names already; rename guards against one that begins with "_".
            keys = tuple(str(column.key) for column in self._built.selected_columns)
            # Not by its `_make`, which counts the values of each row again.
            self._make = partial(tuple.__new__, row_class(keys))

    def all(self, connection: Connection, /, **values: Any) -> list[Any]:
        """Every row, converted as Core would convert it."""
        return self.read(connection, self.ask(connection, values))

    def ask(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """Send the question; the cursor that is returned is for `read`."""
        compiled = self.ready_for(connection.dialect).compiled
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
        return self.ready_for(dialect).compiled.sql

    def plain(
        self, dialect: Dialect, values: Mapping[str, Any], ahead: Mapping[str, int] | None = None
    ) -> PlainSelect | None:
        """The statement as text with these values, to be kept; None where the driver alone could not answer it.

        `ahead` names the values that move with time, and by how many microseconds they lie after the moment of asking;
        what is called `day_ends` is the end of the reader's day.
        """
        if dialect.name != "sqlite":
            return None
        _told, compiled, processors, flags = self.ready_for(dialect)
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
        ready = _put_around(statement, dialect) if isinstance(statement, Around) else _ready(statement, dialect)
        self._ready[dialect.name] = ready
        return ready

    def ready_for(self, dialect: Dialect) -> _Ready:
        """It compiled for a database."""
        return self._ready.get(dialect.name) or self._prepare(dialect)


def _ready(statement: Statement, dialect: Dialect) -> _Ready:
    columns = list(statement.selected_columns)
    found = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    processors = [(place, processor) for place, processor in enumerate(found) if processor is not None]
    flags = tuple(place for place, _processor in processors if isinstance(columns[place].type, Boolean))
    told = _text_of(_as_sql_compiler(statement.compile(dialect=dialect)), dialect)
    return _Ready(told, _Compiled(told), processors, flags)


def _put_around(statement: Around, dialect: Dialect) -> _Ready:
    frame = statement.frame.ready_for(dialect)
    within = _text_of(_as_sql_compiler(statement.within.compile(dialect=dialect)), dialect)
    told = frame.told.apart().around(statement.hole, within)
    return frame._replace(told=told, compiled=_Compiled(told))


def prepared(most: int) -> Callable[[Callable[P, Statement | Around]], Callable[P, PreparedSelect]]:
    """Have a function that builds a statement give it prepared, and keep that for the `most` newest arguments.

    It is kept as it is sent; what was built for it goes.
    """

    def decorate(build: Callable[P, Statement | Around]) -> Callable[P, PreparedSelect]:
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
            compiled = self._ready[name] = _Compiled(_text_of(_as_sql_compiler(made), connection.dialect))
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
