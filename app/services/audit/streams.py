"""The trail and what it is about, read side by side in the order of records, without keeping more than one of them."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection

from app.infra.audit.canonical import END, NOTHING, key, owner, quoted, words_of
from app.infra.audit.record import FIELDS, Record
from app.infra.audit.scope import Shape
from app.infra.database import stream

_MOMENT = """to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
_PERSON = "replace(person_id::text, '-', '')"


class Row(NamedTuple):
    """A row of a watched table as it is now: the record it belongs to, its key, its name and its canonical text.

    `text` is None for a row that holds characters which no desk writes.
    """

    owner: str
    key: str
    label: str
    text: str | None


class Head(NamedTuple):
    """How far an anchor closes a chain."""

    subject_id: str
    n: int
    anchor: int
    hash: bytes


class Sorted:
    """An iterator of things of records, taken record by record."""

    def __init__(self, things: Iterator[Any], place: int = 0) -> None:
        self._things = things
        self._place = place
        self._next = next(things, None)

    @property
    def following(self) -> str | None:
        """The record that comes next; None at the end."""
        return None if self._next is None else self._next[self._place]

    def take(self, subject_id: str) -> list[Any]:
        """Everything of a record, if it is the one that comes next."""
        taken = []
        while self._next is not None and self._next[self._place] == subject_id:
            taken.append(self._next)
            self._next = next(self._things, None)
        return taken


def least(streams: Iterable[Sorted]) -> str | None:
    """The record that comes next in any of the streams; None when all are at their end."""
    following = [each.following for each in streams]
    return min((subject_id for subject_id in following if subject_id is not None), default=None)


def records_of(connection: Connection, subject: str) -> Iterator[Record]:
    """All records of the chains of a subject, in order."""
    sqlite = connection.dialect.name == "sqlite"
    told = {"at": _MOMENT, "person_id": _PERSON}
    names = [name if sqlite else told.get(name, name) for name in FIELDS]
    sql = f"SELECT {', '.join(names)}, digest, hash {_from('audit_entry', subject)}"
    return map(Record._make, stream(connection, sql, "records"))


def heads_of(connection: Connection, subject: str) -> Iterator[Head]:
    """How far anchors close the chains of a subject, in order."""
    sql = f"SELECT subject_id, n, anchor, hash {_from('audit_head', subject)}"
    return map(Head._make, stream(connection, sql, "heads"))


def _from(table: str, subject: str) -> str:
    # Both names come from the program's own tables.
    return f"FROM {table} WHERE subject = '{subject}' ORDER BY subject_id, n"


def rows_of(connection: Connection, shape: Shape) -> Iterator[Row]:
    """The rows of a watched table by the records that they belong to, and by key within each."""
    words = words_of(connection)
    later = dict(shape.watched.later)
    first = [words.text(column, "") for column in shape.columns if column.name not in later]
    more = []
    for name, default in later.items():
        text = words.text(shape.column(name), "")
        more += [f"CASE WHEN {words.same(text, default)} THEN 1 ELSE 0 END", text]
    label = quoted(shape.watched.label) if shape.watched.label else "NULL"
    order = ", ".join(_bytewise(connection, shape, name) for name in (*shape.watched.owner, *shape.watched.key))
    columns = ", ".join((owner(words, shape, ""), key(words, shape, ""), label, *first, *more))
    sql = f"SELECT {columns} FROM {shape.table} ORDER BY {order}"  # noqa: S608 -- names of the schema
    return _rows(stream(connection, sql, shape.table), tuple(later), len(first))


def _bytewise(connection: Connection, shape: Shape, name: str) -> str:
    """A column to sort by, so that what is sorted by it is sorted as its text is."""
    is_text = any(word in shape.column(name).kind for word in ("char", "text"))
    return quoted(name) + (' COLLATE "C"' if is_text and connection.dialect.name != "sqlite" else "")


def _rows(found: Iterator[tuple[Any, ...]], later: tuple[str, ...], width: int) -> Iterator[Row]:
    end = 3 + width
    for values in found:
        text = canonical_text(values[3:end])
        for place, name in enumerate(later):
            is_default, value = values[end + 2 * place : end + 2 * place + 2]
            if text is not None and not is_default:
                added = canonical_text((name, value))
                text = None if added is None else text + added
        yield Row(values[0], values[1], str(values[2] or ""), text)


def canonical_text(values: tuple[Any, ...]) -> str | None:
    """The canonical text of values in storage form; None where one of them holds a mark of the text itself."""
    given = [value if value.__class__ is str else NOTHING if value is None else _text_of(value) for value in values]
    text = END.join(given) + END
    if text.count(END) != len(given) or text.count(NOTHING) != values.count(None):
        return None
    return text


def _text_of(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
