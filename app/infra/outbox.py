"""What was written down and waits to be saved at the desk: a small SQLite file of this computer.

New incidents and notes lie here while the server is away, and every message and note for the seconds in which it can be
taken back. Each has an id of its own and can be saved twice without harm. Every change is synced to the disk before it
is acknowledged (`synchronous=EXTRA`), so that a crash loses nothing.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from app.domain.errors import Unavailable
from app.domain.wording import tr
from app.infra.drafts import DraftFile

_TABLES = """
CREATE TABLE IF NOT EXISTS waiting (
    id TEXT NOT NULL PRIMARY KEY, desk TEXT NOT NULL, person_id TEXT NOT NULL, kind TEXT NOT NULL,
    fields TEXT NOT NULL, written_at TEXT NOT NULL, problem TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS waiting_file (
    waiting_id TEXT NOT NULL REFERENCES waiting (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    name TEXT NOT NULL, media_type TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (waiting_id, position)
);
"""


class Kind(StrEnum):
    """What waits."""

    INCIDENT = "incident"
    NOTE = "note"
    REPLY = "reply"
    UPDATE = "update"
    PROBLEM_NOTE = "problem_note"


NOTES: Final = frozenset({Kind.NOTE, Kind.PROBLEM_NOTE})
"""What only the desk reads."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: `id` is the one it will have at the desk, `written_at` when it was written down, UTC.

    `problem` is why the desk did not take it, and what to do; empty while it was not tried or could not be.
    """

    id: str
    kind: Kind
    fields: dict[str, str]
    written_at: datetime
    files: tuple[DraftFile, ...] = ()
    problem: str = field(default="")

    @property
    def about_id(self) -> str:
        """The incident or problem that it is written about; empty for a new incident."""
        return self.fields.get("incident_id") or self.fields.get("problem_id", "")


class Outbox:
    """What one person wrote for one desk; to be used on the file lane. Raises Unavailable where the disk refuses."""

    def __init__(self, path: Path, desk: str, person_id: str) -> None:
        self._path, self._desk, self._person_id = path, desk, person_id

    def put(self, *items: Waiting) -> None:
        """Keep them until they are removed, all or none; the same id again replaces what was kept."""
        with self._writing() as connection:
            for item in items:
                self._put(connection, item)

    def _put(self, connection: sqlite3.Connection, item: Waiting) -> None:
        connection.execute("DELETE FROM waiting WHERE id = ?", (item.id,))
        row = (item.id, self._desk, self._person_id, item.kind.value, json.dumps(item.fields))
        connection.execute(
            "INSERT INTO waiting VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, item.written_at.isoformat(), item.problem)
        )
        files = [(item.id, number, file.name, file.media_type, file.data) for number, file in enumerate(item.files)]
        connection.executemany("INSERT INTO waiting_file VALUES (?, ?, ?, ?, ?)", files)

    def remove(self, item_id: str) -> None:
        """The desk has it, or the person does not want it any more."""
        with self._writing() as connection:
            connection.execute("DELETE FROM waiting WHERE id = ?", (item_id,))

    def note_problem(self, item_id: str, problem: str) -> None:
        """Keep why the desk did not take it."""
        with self._writing() as connection:
            connection.execute("UPDATE waiting SET problem = ? WHERE id = ?", (problem, item_id))

    def all(self) -> list[Waiting]:
        """Everything that waits, in the order in which it was written, without the files."""
        if not self._path.exists():
            return []
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT id, kind, fields, written_at, problem FROM waiting WHERE desk = ? AND person_id = ?"
                " ORDER BY written_at, id",
                (self._desk, self._person_id),
            ).fetchall()
        return [
            Waiting(item_id, Kind(kind), json.loads(fields), datetime.fromisoformat(written_at), problem=problem)
            for item_id, kind, fields, written_at, problem in rows
        ]

    def with_files(self, item: Waiting) -> Waiting:
        """The same with its files."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT name, media_type, data FROM waiting_file WHERE waiting_id = ? ORDER BY position", (item.id,)
            ).fetchall()
        return replace(item, files=tuple(DraftFile(*row) for row in rows))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._opened() as connection:
            yield connection

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, isolation_level=None, timeout=5)) as connection:
                connection.execute("PRAGMA synchronous=EXTRA")
                connection.execute("PRAGMA foreign_keys=ON")
                connection.executescript(_TABLES)
                yield connection
        except (sqlite3.Error, OSError) as error:
            raise Unavailable(
                tr(
                    "What you wrote cannot be kept in {path}: {error}. It stays in its field; free some space.",
                    path=self._path,
                    error=error,
                )
            ) from error
