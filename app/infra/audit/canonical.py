"""One text for a row, the same on both databases: what its digest is taken of.

Every column in the order in which the migrations made them, each value followed by the unit separator (U+001F), NULL as
the record separator (U+001E). No text of a desk holds either, and whoever verifies refuses one that does, so the text
is unambiguous. A moment is written in UTC with microseconds, an identifier as 32 hex digits, a truth value as 0 or 1.
JSON is taken as the database keeps it, so it is the one thing whose text differs between the two.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy import Connection, inspect

from app.infra.audit.scope import Column, Shape, Watched

END, NOTHING = "\x1f", "\x1e"
"""What follows each value of a canonical text, and what stands there for NULL."""

JOURNAL = "journal"
"""Names the digest over the whole journal of a record in what a seal says."""

WHOLE = frozenset({"integer", "bigint", "smallint"})
"""The kinds of columns that hold whole numbers."""

_MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'


class Words(Protocol):
    """SQL expressions in the words of one database."""

    def text(self, column: Column, row: str) -> str:
        """The canonical text of a value; `row` is the name before the column, with its dot."""
        ...

    def row(self, values: Sequence[str]) -> str:
        """The canonical text of a row that has these values."""
        ...

    def same(self, one: str, other: str) -> str:
        """Whether two values are equal or both NULL."""
        ...

    def change(self, column: Column, old: str | None, new: str | None) -> str:
        """A part of a JSON object, `, "name": [old, new]`; `old` and `new` name the rows, None means null."""
        ...


class SqliteWords:
    """SQLite stores nearly everything in its canonical text already."""

    def text(self, column: Column, row: str) -> str:
        """The value as it is stored."""
        return row + quoted(column.name)

    def row(self, values: Sequence[str]) -> str:
        """By one call, which was measured to take a fifth of joining the values one by one."""
        given = [f"coalesce({value}, '{NOTHING}')" for value in values]
        return f"printf('{f'%s{END}' * len(values)}', {', '.join(given)})"

    def same(self, one: str, other: str) -> str:
        """In SQLite's own words."""
        return f"{one} IS {other}"

    def change(self, column: Column, old: str | None, new: str | None) -> str:
        """By the function that the program registers, because not every SQLite can quote for JSON."""
        values = ["NULL" if row is None else self.text(column, row) for row in (old, new)]
        return f"audit_change('{column.name}', {', '.join(values)})"


class PostgresWords:
    """PostgreSQL's types are written as SQLite stores them."""

    def text(self, column: Column, row: str) -> str:
        """The value as text."""
        value = row + quoted(column.name)
        if column.kind == "uuid":
            return f"replace({value}::text, '-', '')"
        if column.kind.startswith("timestamp"):
            return f"to_char({value} AT TIME ZONE 'UTC', '{_MOMENT}')"
        if column.kind == "date":
            return f"to_char({value}, 'YYYY-MM-DD')"
        if column.kind == "boolean":
            return f"{value}::int::text"
        return f"{value}::text"

    def row(self, values: Sequence[str]) -> str:
        """Joined one by one, because concat() knows no NULL."""
        return " || ".join(f"coalesce({value}, '{NOTHING}') || '{END}'" for value in values)

    def same(self, one: str, other: str) -> str:
        """In standard words."""
        return f"{one} IS NOT DISTINCT FROM {other}"

    def change(self, column: Column, old: str | None, new: str | None) -> str:
        """Numbers stay numbers, everything else is the canonical text."""
        values = ["NULL" if row is None else self._plain(column, row) for row in (old, new)]
        return f"""', "{column.name}": ' || json_build_array({", ".join(values)})::text"""

    def _plain(self, column: Column, row: str) -> str:
        return row + quoted(column.name) if column.kind in WHOLE else self.text(column, row)


SQLITE: Words = SqliteWords()
POSTGRES: Words = PostgresWords()


def words_of(connection: Connection) -> Words:
    """The words of the database at hand."""
    return SQLITE if connection.dialect.name == "sqlite" else POSTGRES


def read_shape(connection: Connection, table: str, watched: Watched) -> Shape:
    """The table with the columns that the database has now."""
    found = [Column(str(each["name"]), str(each["type"]).lower()) for each in inspect(connection).get_columns(table)]
    return Shape(table, watched, tuple(found))


def canonical(words: Words, shape: Shape, row: str) -> str:
    """The expression for the canonical text of a row; `row` is the name before each column, with its dot, or empty."""
    later, *values = parts(words, shape, row)
    return f"{words.row(values)} || {later}"


def parts(words: Words, shape: Shape, row: str) -> list[str]:
    """What the canonical text is made of, as expressions: first its end, about later columns, then the others."""
    later, end = dict(shape.watched.later), "''"
    for name, default in later.items():
        value = words.text(shape.column(name), row)
        told = words.row([f"'{name}'", value])
        case = f"CASE WHEN {words.same(value, default)} THEN '' ELSE {told} END"
        end = case if end == "''" else f"{end} || {case}"
    return [end, *(words.text(column, row) for column in shape.columns if column.name not in later)]


def named(words: Words, shape: Shape, columns: Iterable[str], row: str) -> str:
    """The expression for the text of some columns, joined by slashes: how a record or one of its rows is named."""
    texts = [f"'' || {words.text(shape.column(name), row)}" for name in columns]
    return " || '/' || ".join(texts) if texts else f"'{shape.watched.subject}'"


def owner(words: Words, shape: Shape, row: str) -> str:
    """The expression for the record that a row belongs to."""
    return named(words, shape, shape.watched.owner, row)


def key(words: Words, shape: Shape, row: str) -> str:
    """The expression for what tells a row from the others of its record."""
    return named(words, shape, shape.watched.key, row)


def _object(parts: Iterable[str]) -> str:
    """A JSON object of parts that begin with a comma and a blank each."""
    return f"'{{' || substr({' || '.join(parts)}, 3) || '}}'"


def label(shape: Shape, row: str) -> str:
    """What the record of an insert says: nothing, or the number by which people know the row, should it be lost."""
    name = shape.watched.label
    if not name or shape.column(name).kind not in WHOLE:
        return "NULL"
    return f"'{{\"{name}\": [null, ' || {row}{quoted(name)} || ']}}'"


def changed(words: Words, shape: Shape, old: str, new: str) -> str:
    """What the record of an update says: old and new value of each column that differs."""
    columns = [column for column in shape.columns if column.name not in shape.watched.quiet]
    return _object(
        f"CASE WHEN {words.same(old + quoted(column.name), new + quoted(column.name))} THEN ''"
        f" ELSE {words.change(column, old, new)} END"
        for column in columns
    )


def lost(words: Words, shape: Shape, old: str) -> str:
    """What the record of a delete says: every value that the row had."""
    return _object(
        f"CASE WHEN {old}{quoted(column.name)} IS NULL THEN '' ELSE {words.change(column, old, None)} END"
        for column in shape.columns
    )


def quoted(name: str) -> str:
    """A column's name as SQL takes it whatever it is."""
    return f'"{name}"'
