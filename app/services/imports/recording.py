"""Recording what an import brings in the audit trail: one seal over the whole history of each new incident.

On PostgreSQL the database does it, statement by statement. On SQLite that would mean a call for each row, and reading
back every row that was just written, so an import, which has them in its hands, records them by itself: one record for
many new people, groups or categories, and one for the seals of many incidents. It tells other windows of them too,
which the triggers that are switched off meanwhile would do row by row.
"""

import hashlib
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table

from app.infra.audit.canonical import END, NOTHING, read_shape
from app.infra.audit.record import MANY
from app.infra.unit_of_work import Work
from app.models.audited import SEALED, WATCHED
from app.models.live import NO_SUBJECT, change_feed
from app.services.imports.bulk import BulkInsert

SEALED_TABLES = (SEALED.subject, SEALED.entries, SEALED.changes, SEALED.closed_by)
"""The tables of which a seal covers the rows of a new incident."""

NAMED_TABLES = ("person", "assignment_group", "group_member", "site", "configuration_item", "category")
"""The tables into which an import writes what incidents name, by `RecordedInsert`."""

_RECORD_MANY = (
    "INSERT INTO audit_append (subject, subject_id, act, part, part_id, content) VALUES (?, ?, 'import', ?, ?, ?)"
)

_TELL_OF_TABLE = "INSERT INTO change_feed (kind, subject_id) VALUES (?, ?)"

Row = Sequence[Any]


class RecordedInsert(BulkInsert):
    """An insert of new rows of the catalogue or of people, which are recorded and told of with it on SQLite."""

    def __init__(self, connection: Connection, table: Table, columns: Sequence[str]) -> None:
        super().__init__(connection, table, columns)
        self._table = table.name
        self._columns = columns
        self._tell: Callable[[Row], str] | None = None

    def flush(self) -> None:
        """Record and insert the rows that were gathered."""
        if self.values and self._connection.dialect.name == "sqlite":
            self._record()
        super().flush()

    def _record(self) -> None:
        """One record of all the new rows: of each the owner, the key and the digest."""
        if self._tell is None:
            self._tell = _teller(self._connection, self._table, self._columns)
        watched, tell, width = WATCHED[self._table], self._tell, self._width
        (owner,), (key,) = ([self._columns.index(name) for name in names] for names in (watched.owner, watched.key))
        told = []
        for start in range(0, len(self.values), width):
            row = self.values[start : start + width]
            told.append(f'["{row[owner]}", "{row[key]}", "{_hexed(tell(row))}"]')
        values = (watched.subject, MANY, self._table, MANY, f"[{', '.join(told)}]")
        self._connection.exec_driver_sql(_RECORD_MANY, values)
        self._connection.exec_driver_sql(_TELL_OF_TABLE, (self._table, NO_SUBJECT))


class Seals:
    """Gathers the seals of a batch on a SQLite desk; not needed on PostgreSQL.

    `incident_columns` and `record_columns` are those that the import fills in, in its order.
    """

    def __init__(self, work: Work, incident_columns: Sequence[str], record_columns: Sequence[str]) -> None:
        self.is_needed = work.connection.dialect.name == "sqlite"
        if not self.is_needed:
            return
        self._connection = work.connection
        self._of_incident = _teller(work.connection, "incident", incident_columns)
        self._of_record = _teller(work.connection, "imported_record", record_columns)
        self._seals: list[str] = []
        self._feed = BulkInsert(work.connection, change_feed, ("kind", "subject_id", "incident_id"))

    def add(self, incident: Row, record: Row, journal: str) -> None:
        """Seal one incident: its row and its imported record in storage form, and the canonical text of its journal."""
        told = _hexed(self._of_incident(incident)), _hexed(journal), _hexed(self._of_record(record))
        self._seals.append(f'["{incident[0]}", {incident[1]}, "{told[0]}", "{told[1]}", "{told[2]}"]')
        self._feed.values += ("incident", incident[0], incident[0])

    def flush(self) -> None:
        """Record what was gathered, and tell of it."""
        if self.is_needed and self._seals:
            values = (SEALED.subject, MANY, SEALED.subject, MANY, f"[{', '.join(self._seals)}]")
            self._connection.exec_driver_sql(_RECORD_MANY, values)
            self._seals.clear()
            self._feed.flush()


def _hexed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _teller(connection: Connection, table: str, given: Sequence[str]) -> Callable[[Row], str]:
    """Gives the canonical text of a row of the given columns in storage form; the others have their default.

    The text is one template for the whole table, which was measured to take half the time of joining the values.
    """
    shape = read_shape(connection, table, WATCHED[table])
    stated = {str(name): value for _, name, _, _, value, _ in connection.exec_driver_sql(f"PRAGMA table_info({table})")}
    missing = [column.name for column in shape.columns if column.name not in given]
    texts = ", ".join(str(stated[name] or "NULL") for name in missing)
    # The texts of the defaults are the schema's own.
    values = tuple(connection.exec_driver_sql(f"SELECT {texts}").one()) if missing else ()
    defaults = {name: NOTHING if value is None else str(value) for name, value in zip(missing, values, strict=True)}
    later = {name for name, _ in shape.watched.later}
    template = "".join(
        (defaults[column.name].replace("%", "%%") if column.name in defaults else "%s") + END
        for column in shape.columns
        if column.name not in later
    )
    pick = itemgetter(*(given.index(column.name) for column in shape.columns if column.name in given))
    truths = [given.index(column.name) for column in shape.columns if column.kind == "boolean" and column.name in given]

    def tell(row: Row) -> str:
        ready = [NOTHING if value is None else value for value in row]
        for place in truths:
            if ready[place] is not NOTHING:
                ready[place] = int(ready[place])
        return str(template % pick(ready))

    return tell
