"""What a cell of the queue says: short where it is painted, whole where it is spoken or shown as a tool tip."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from app.domain.numbers import incident_number
from app.domain.vocabulary import MajorState, State
from app.services.incidents.queue_dto import QueueRow
from app.views.queue.columns import SPECS, Column
from app.views.toolkit.formats import Formats, age, ago, ago_spoken
from app.views.toolkit.marks import priority_label, state_look


def is_major(row: QueueRow) -> bool:
    """Whether the row carries the mark of a major incident."""
    return row.major_state in {MajorState.PROPOSED.value, MajorState.ACCEPTED.value}


_PLAIN: Final[dict[int, Callable[[QueueRow], str]]] = {
    Column.PRIORITY: lambda row: priority_label(row.priority),
    Column.STATE: lambda row: state_look(row.state).label,
    Column.STATUS: lambda row: state_look(row.state).label,
    Column.NUMBER: lambda row: incident_number(row.number),
    Column.SUMMARY: lambda row: row.short_description,
    Column.CALLER: lambda row: row.caller_name or "",
    Column.GROUP: lambda row: row.group_name or "",
    Column.ASSIGNEE: lambda row: row.assignee_name or "",
}


_OVER: Final = frozenset({State.RESOLVED, State.CLOSED, State.CANCELED})


class Wording:
    """Writes cells for one reader at one moment; `now` is moved on by whoever owns the table."""

    def __init__(self, formats: Formats, now: datetime) -> None:
        self.formats = formats
        self.now = now

    def text(self, row: QueueRow, column: int) -> str:
        """The text of a cell."""
        plain = _PLAIN.get(column)
        return plain(row) if plain is not None else self._time(row, column)

    def _time(self, row: QueueRow, column: int) -> str:
        if column == Column.OPENED:
            return self.opened(row)
        if column == Column.UPDATED:
            return ago(row.updated_at, self.now)
        return self.hold_until(row) if column == Column.HOLD else ""

    def opened(self, row: QueueRow) -> str:
        """How long the caller has waited since the report; the day of the report once nobody waits any more."""
        if row.state in _OVER:
            return self.formats.day(row.reported_at, self.now)
        return age(self.now - row.reported_at)

    def hold_until(self, row: QueueRow) -> str:
        """Until when waiting is expected, as a day, or as a time when it is today."""
        if row.hold_until is None:
            return ""
        day = self.formats.day(row.hold_until, self.now)
        return self.formats.time(row.hold_until) if day == "Today" else day

    def tool_tip(self, row: QueueRow, column: int) -> str:
        """The whole value of a cell whose text is short."""
        match column:
            case Column.UPDATED:
                return f"Updated {self.formats.full(row.updated_at)}"
            case Column.OPENED:
                return f"Reported {self.formats.full(row.reported_at)}"
            case Column.HOLD if row.hold_until is not None:
                return f"On hold until {self.formats.full(row.hold_until)}"
            case Column.ASSIGNEE:
                return row.assignee_name or "Nobody is assigned"
            case Column.SUMMARY:
                return self._summary(row)
            case _:
                return self.text(row, column)

    def spoken(self, row: QueueRow, column: int) -> str:
        """What a screen reader says for a cell; never empty, so that no cell is a riddle."""
        match column:
            case Column.UPDATED:
                return f"Updated {ago_spoken(row.updated_at, self.now)}"
            case Column.OPENED:
                return f"Opened {self.opened(row)}" if row.state in _OVER else f"Open for {self.opened(row)}"
            case Column.PRIORITY:
                return f"Priority {row.priority}"
            case Column.ASSIGNEE:
                return row.assignee_name or "Unassigned"
            case Column.SUMMARY:
                return self._summary(row).replace("\n", ", ")
            case _:
                return self.text(row, column) or f"No {SPECS[Column(column)].spoken.lower()}"

    def _summary(self, row: QueueRow) -> str:
        facts = [row.short_description]
        if is_major(row):
            facts.append("Major incident")
        caller = " · ".join(filter(None, (row.caller_name, "VIP" if row.vip else "", row.site_name)))
        facts.append(f"Caller: {caller}" if caller else "")
        facts.append(f"Service: {row.service_name}" if row.service_name else "")
        facts.append(f"{row.messages} messages" if row.messages else "")
        facts.append(f"{row.attachments} attachments" if row.attachments else "")
        facts.append(f"Source number {row.source_number}" if row.source_number else "")
        return "\n".join(filter(None, facts))
