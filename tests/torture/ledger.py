"""The ledger of a shift: what each client was promised was kept, and whether the desk has it, whole and once.

A client writes down what it is about to save, with a mark that is found again in the desk, and afterwards that it was
acknowledged. A program that is killed in between leaves an intention without an acknowledgement: such a save may be
there or not, but never in part and never twice.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from app.domain.vocabulary import EntryKind
from app.models.incident import incident, journal_change, journal_entry


class Ledger:
    """One client's own file; every line reaches the system before the call returns, so that a kill loses none."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def intend(self, kind: str, mark: str) -> None:
        """A save begins; the mark stands in what is saved."""
        self._write("intended", kind, mark)

    def acknowledge(self, kind: str, mark: str) -> None:
        """The desk has said that it is kept."""
        self._write("kept", kind, mark)

    def refuse(self, kind: str, mark: str) -> None:
        """The desk has said no, in words: nothing may be there."""
        self._write("refused", kind, mark)

    def _write(self, what: str, kind: str, mark: str) -> None:
        os.write(self._file, (json.dumps([what, kind, mark]) + "\n").encode())


@dataclass(frozen=True, slots=True)
class Balance:
    """What the ledgers say against what the desk holds; all but the first three have to be 0."""

    saves_intended: int
    saves_acknowledged: int
    saves_left_open: int
    acknowledged_and_lost: int
    saved_twice: int
    refused_and_kept: int
    half_saved: int
    fields_unlike_the_journal: int

    @property
    def problems(self) -> dict[str, int]:
        """What should be 0 and is not."""
        harmless = {"saves_intended", "saves_acknowledged", "saves_left_open"}
        return {name: count for name, count in asdict(self).items() if name not in harmless and count}


def balance(connection: Connection, folder: Path) -> Balance:
    """Compare every ledger in the folder with the desk."""
    said: dict[str, set[str]] = {"intended": set(), "kept": set(), "refused": set()}
    for what, _kind, mark in _lines(folder):
        said[what].add(mark)
    found = _marks(connection)
    open_ones = said["intended"] - said["kept"] - said["refused"]
    return Balance(
        saves_intended=len(said["intended"]),
        saves_acknowledged=len(said["kept"]),
        saves_left_open=len(open_ones),
        acknowledged_and_lost=sum(not found[mark] for mark in said["kept"]),
        saved_twice=sum(max(0, found[mark] - 1) for mark in said["intended"]),
        # What was in doubt and tried again may have been refused as done already; then it was kept.
        refused_and_kept=sum(found[mark] > 0 for mark in said["refused"] - said["kept"]),
        half_saved=_half_saved(connection),
        fields_unlike_the_journal=_fields_unlike_the_journal(connection),
    )


def _lines(folder: Path) -> Iterator[list[str]]:
    for path in sorted(folder.glob("ledger-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def _marks(connection: Connection) -> Counter[str]:
    """How often each mark stands in the desk: as a title, in a message, as a reason, or as the new value of a field."""
    found: Counter[str] = Counter()
    texts = (
        select(incident.c.short_description),
        select(journal_entry.c.body).where(journal_entry.c.body.is_not(None)),
        select(journal_change.c.new_value).where(journal_change.c.field == "cause"),
    )
    for statement in texts:
        found.update(str(text) for text in connection.execute(statement).scalars())
    return found


def _half_saved(connection: Connection) -> int:
    """Incidents without their first entry, numbers that came twice, changes that changed nothing anywhere."""
    logged = select(journal_entry.c.incident_id).where(journal_entry.c.kind == EntryKind.LOGGED.value)
    without = select(func.count()).select_from(incident).where(incident.c.id.not_in(logged))
    twice = select(func.count()).select_from(
        select(incident.c.number).group_by(incident.c.number).having(func.count() > 1).subquery()
    )
    told = select(journal_change.c.entry_id)
    empty = (
        select(func.count())
        .select_from(journal_entry)
        .where(
            journal_entry.c.kind.in_([EntryKind.CHANGE.value, EntryKind.STATE.value]), journal_entry.c.id.not_in(told)
        )
    )
    return sum(int(connection.execute(each).scalar_one()) for each in (without, twice, empty))


_REPLAYED = ("state", "hold_reason", "priority", "urgency", "cause", "assignee_id")


def _fields_unlike_the_journal(connection: Connection) -> int:
    """Fields of incidents that are not what the last entry of the journal made them."""
    statement = (
        select(journal_change.c.incident_id, journal_change.c.field, journal_change.c.new_value)
        .join(journal_entry, journal_entry.c.id == journal_change.c.entry_id)
        .where(journal_change.c.field.in_(_REPLAYED))
        .order_by(journal_entry.c.recorded_at, journal_entry.c.id)
    )
    last = {(row[0], row[1]): row[2] for row in connection.execute(statement)}
    columns = [incident.c[field] for field in _REPLAYED]
    now = {
        (row.id, field): None if getattr(row, field) is None else str(getattr(row, field))
        for row in connection.execute(select(incident.c.id, *columns))
        for field in _REPLAYED
    }
    return sum(now[key] != value for key, value in last.items())
