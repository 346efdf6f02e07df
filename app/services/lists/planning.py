"""What a list would do, row by row: what stands already is found, what is wrong is told with its field."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, select

from app.domain.lists import Became, ListRow, RowOutcome
from app.domain.wording import tr
from app.services.getting_on import go_on


class Wrong(Exception):
    """A cell that cannot be taken: its field, and why in a sentence."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


class PlannedRow(NamedTuple):
    """What becomes of a row, the values that are written, and the row that stands already, if any."""

    outcome: RowOutcome
    values: Mapping[str, Any]
    standing_id: str | None = None


class Names:
    """Entries of a table by name, whatever the case."""

    def __init__(self, connection: Connection, table: Table, unknown: Callable[[str], str]) -> None:
        self._unknown = unknown
        rows = connection.execute(select(table.c.id, table.c.name).where(table.c.active))
        self._ids: dict[str, str] = {row.name.casefold(): row.id for row in rows}

    def id_of(self, field: str, name: str) -> str:
        """Its id; `Wrong` where there is none of this name."""
        found = self._ids.get(name.casefold())
        if found is None:
            raise Wrong(field, self._unknown(name))
        return found


def plan_rows(rows: Sequence[ListRow], plan: Callable[[ListRow], PlannedRow]) -> tuple[PlannedRow, ...]:
    """Plan each row; what is wrong with one leaves it out and does not stop the others."""
    planned = []
    for done, row in enumerate(rows):
        go_on(done, 2 * len(rows))
        name = row.values.get("name", "")
        try:
            planned.append(plan(row))
        except Wrong as wrong:
            outcome = RowOutcome(row.line, name, Became.LEFT, str(wrong), wrong.field)
            planned.append(PlannedRow(outcome, {}))
    return tuple(planned)


def outcome_of(row: ListRow, changed: Mapping[str, tuple[str, str]], *, stands: bool) -> RowOutcome:
    """The outcome of a row that can be taken; `changed` has what was and what will be, by what it is called."""
    name = row.values["name"]
    if not stands:
        return RowOutcome(row.line, name, Became.ADDED)
    if not changed:
        return RowOutcome(row.line, name, Became.SAME)
    said = ". ".join(
        tr("{label}: {old} → {new}", label=tr(label), old=old or tr("nothing"), new=new)
        for label, (old, new) in changed.items()
    )
    return RowOutcome(row.line, name, Became.CHANGED, said)


class Once:
    """Finds what two rows of a list claim."""

    def __init__(self) -> None:
        self._lines: dict[str, int] = {}

    def claim(self, field: str, text: str, line: int) -> None:
        """`Wrong` where another row of the list has the same."""
        first = self._lines.setdefault(text.casefold(), line)
        if first != line:
            raise Wrong(field, tr("Line {line} is about the same. Keep one of them.", line=first))


def no_site(name: str) -> str:
    """What is said of a site that the desk does not know."""
    return tr("There is no site “{name}”. Add it first, or correct the name.", name=name)
