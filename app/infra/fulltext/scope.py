"""What the full text is told about a table: which columns can be found, and how much each weighs."""

from typing import NamedTuple


class Indexed(NamedTuple):
    """A table whose rows can be found by words.

    `columns` are the indexed ones with their weights, the title first. `key` names the rows for SQLite's index: a
    column of whole numbers, or the table's own `rowid`. Rows for which `when` does not hold are left out; it is SQL
    about a row that is written as `{row}`.
    """

    kind: str
    table: str
    columns: tuple[tuple[str, float], ...]
    key: str = "rowid"
    when: str = ""

    @property
    def index_name(self) -> str:
        """The name of SQLite's index."""
        return f"search_{self.table}"

    @property
    def names(self) -> tuple[str, ...]:
        """The indexed columns."""
        return tuple(name for name, _ in self.columns)

    @property
    def titles(self) -> tuple[str, ...]:
        """The columns that weigh as much as the title, which on a server are those of the weight A."""
        most = self.columns[0][1]
        return tuple(name for name, weight in self.columns if weight == most)
