"""What the audit trail is told about a table: whose history its rows belong to, and how they are told apart."""

from typing import NamedTuple


class Watched(NamedTuple):
    """A table of which every change is recorded, and why.

    `subject` is the table whose records have a chain of their own; `owner` are the columns that name the record that a
    row belongs to (none: the table is one record), `key` those that tell the table's rows apart within it. `label` is
    the column by which people know the record. The values of `quiet` columns are part of the digest of a row, but old
    and new ones are not written down. `later` names columns that were added after the table was first watched, with
    their default as SQL: a row that still has it keeps the digest that it had without the column.
    """

    why: str
    subject: str
    owner: tuple[str, ...] = ("id",)
    key: tuple[str, ...] = ("id",)
    label: str = ""
    quiet: frozenset[str] = frozenset()
    later: tuple[tuple[str, str], ...] = ()


class Sealed(NamedTuple):
    """How a journal is recorded by fewer rows than it has.

    The journal of a record of `subject` are the rows of `entries` and, below them, of `changes`, whose first key column
    names the entry. An entry that says in `announced` how many changes it has is recorded together with them, when the
    last has come. A record that an import brings with its history, as a value in `waits_with` shows, is recorded by one
    seal over all of it, once its row of `closed_by` has been written.
    """

    subject: str
    entries: str
    changes: str
    announced: str
    waits_with: str
    closed_by: str


class Column(NamedTuple):
    """A column as the database at hand declares it; `kind` is the type in its own words, lower case."""

    name: str
    kind: str


class Shape(NamedTuple):
    """A watched table together with the columns that it has, in their order."""

    table: str
    watched: Watched
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)
