"""The past of incidents as stretches, read from their journals: who had it, in which state, and what was waited for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from app.domain.instants import micros
from app.domain.taking_back import TAKEN_BACK, passed_over
from app.domain.vocabulary import OPEN_STATES, State
from app.models.incident import incident, journal_change, journal_entry

_FIELDS = ("state", "group_id", "assignee_id", "hold_until")
_OPEN = {state.value for state in OPEN_STATES}


class Stretch(NamedTuple):
    """A time in which none of these changed: [start, end) in microseconds; `end` is the present for the last one."""

    start: int
    end: int
    state: str
    group_id: str | None
    assignee_id: str | None
    hold_until: int | None

    @property
    def is_unassigned(self) -> bool:
        """Whether it was there for anybody to take."""
        return self.state in _OPEN and self.state != State.ON_HOLD and self.assignee_id is None


class Past(NamedTuple):
    """The stretches of an incident, and the instants at which it was reopened and moved to another group."""

    stretches: tuple[Stretch, ...]
    reopened: tuple[int, ...]
    moved: tuple[int, ...]


def load_pasts(connection: Connection, incident_ids: Sequence[str], until: int) -> Iterator[tuple[Row[Any], Past]]:
    """Each incident with its past up to an instant."""
    subjects = connection.execute(select(incident).where(incident.c.id.in_(list(incident_ids)))).all()
    told: Any = connection.execute(
        select(
            journal_change.c.incident_id,
            journal_change.c.entry_id,
            journal_change.c.field,
            journal_change.c.old_value,
            journal_change.c.new_value,
            journal_entry.c.occurred_at,
        )
        .join(journal_entry, journal_entry.c.id == journal_change.c.entry_id)
        .where(journal_change.c.incident_id.in_(list(incident_ids)), journal_change.c.field.in_((*_FIELDS, TAKEN_BACK)))
        .order_by(journal_change.c.incident_id, journal_entry.c.occurred_at, journal_entry.c.id)
    ).all()
    passed = passed_over((row.entry_id, row.field, row.new_value) for row in told)
    told = [row for row in told if row.entry_id not in passed]
    by_incident: dict[str, list[Row[Any]]] = {
        key: list[Row[Any]](rows) for key, rows in groupby(told, key=lambda row: row.incident_id)
    }
    for row in subjects:
        yield row, _past(row, by_incident.get(row.id, []), until)


def _past(row: Row[Any], told: Sequence[Row[Any]], until: int) -> Past:
    now: dict[str, str | None] = {field: _text(getattr(row, field)) for field in _FIELDS}
    for change in reversed(told):
        now[change.field] = change.old_value
    now["state"] = now["state"] or State.NEW.value
    stretches: list[Stretch] = []
    reopened: list[int] = []
    moved: list[int] = []
    start = micros(row.reported_at)
    for _, changes in groupby(told, key=lambda change: change.entry_id):
        entry = list(changes)
        at = max(start, micros(entry[0].occurred_at))
        if at > until:
            break
        if at > start:
            stretches.append(_stretch(start, at, now))
        for change in entry:
            before, now[change.field] = now[change.field], change.new_value
            if change.field == "state" and before not in _OPEN and change.new_value in _OPEN and change.old_value:
                reopened.append(at)
            if change.field == "group_id" and change.old_value and change.new_value:
                moved.append(at)
        now["state"] = now["state"] or State.NEW.value
        start = at
    stretches.append(_stretch(start, max(start, until), now))
    return Past(tuple(stretches), tuple(reopened), tuple(moved))


def _stretch(start: int, end: int, now: Mapping[str, str | None]) -> Stretch:
    until = now["hold_until"]
    return Stretch(
        start,
        end,
        now["state"] or State.NEW.value,
        now["group_id"],
        now["assignee_id"],
        None if until is None else micros(datetime.fromisoformat(until)),
    )


def _text(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, datetime) else str(value)
