"""From the rows of one incident in an audit log to its history in the words of this desk.

This runs once for each of perhaps 140,000 rows, so it walks along the cells that a row changed and looks at no others.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise

from app.channels.importers.dates import DateReader
from app.channels.importers.log_columns import EXTRA, JOURNALED, LEVELS, NAMES, WIDTH, Column
from app.channels.importers.log_trail import Row, Trail, fold, unfold
from app.channels.importers.remarks import Remarks
from app.channels.importers.words import MISSING, boolean_of, channel_of, level_of, state_of
from app.domain.imports import (
    CountedStep,
    FieldChange,
    Reconciled,
    SourceIncident,
    SourceRow,
    reconcile,
    visible_reopenings,
)
from app.domain.vocabulary import State

# Looking a member up in its enumeration costs more than the rest of the inner loop.
_STATE = int(Column.INCIDENT_STATE)
_GROUP = int(Column.ASSIGNMENT_GROUP)
_ASSIGNEE = int(Column.ASSIGNED_TO)
_REASSIGNMENTS = int(Column.REASSIGNMENT_COUNT)
_REOPENINGS = int(Column.REOPEN_COUNT)
_MOD_COUNT = int(Column.SYS_MOD_COUNT)
_RESOLVED_AT = int(Column.RESOLVED_AT)
_NEW, _RESOLVED, _IN_PROGRESS = State.NEW.value, State.RESOLVED.value, State.IN_PROGRESS.value
_ENDED = frozenset({_RESOLVED, State.CLOSED.value})
_NOTHING = Reconciled(0, uncounted_group_change=False, unseen_reopenings=0)


class LogReader:
    """Turns the rows of an incident, whose cells were checked before, into its history."""

    def __init__(self, dates: DateReader, remarks: Remarks, others: list[str], source: str) -> None:
        self._date = dates.read
        self._remarks = remarks
        self._source = source
        unknown = {WIDTH + place: name for place, name in enumerate(others)}
        self._extra = tuple((int(place), NAMES[place]) for place in EXTRA) + tuple(unknown.items())
        self._journaled = {int(place): name for place, name in JOURNALED.items()}
        self._journaled |= {place: name[:32] for place, name in unknown.items()}

    def read(self, trail: Trail) -> SourceIncident:
        """The incident as its last row has it, with every row as a fact."""
        times = [self._time(step.updated_at) for step in trail.steps]
        if any(earlier > later for earlier, later in pairwise(times)):
            trail, times = self._in_order(trail, times)
        last = trail.last
        rows = self._rows(trail, times, {})
        if _counts(rows) != (int(last[_REASSIGNMENTS]), int(last[_REOPENINGS])):
            rows = self._rows(trail, times, reconcile(_counted(trail)))
        resolution = self._date(last[_RESOLVED_AT])
        if resolution:
            change = FieldChange("resolved_at", None, resolution.isoformat())
            rows[_last_resolution(rows)].changes.append(change)
        return self._incident(last, tuple(rows), _last_known_state(trail))

    def _in_order(self, trail: Trail, times: list[datetime]) -> tuple[Trail, list[datetime]]:
        """The rows in the order of the file, unless their times say that the file was shuffled.

        Single rows out of time order are found in genuine logs, where the order of the file is the true one: it shows
        exactly the reopenings that the source counted. Only where the last row is not the latest, or where the
        reopenings disagree with the count, are the rows put in order of time and modification count.
        """
        rows = unfold(trail)
        reopenings = visible_reopenings(state[0] if (state := state_of(row[_STATE])) else None for row in rows)
        if times[-1] == max(times) and reopenings == int(rows[-1][_REOPENINGS]):
            return trail, times
        line, number = trail.steps[0].line, trail.first[0]
        self._remarks.add(line, f"The rows of {number} were out of order and were put in order of time.")
        order = sorted(range(len(rows)), key=lambda place: (times[place], int(rows[place][_MOD_COUNT]), place))
        return fold([trail.steps[place] for place in order], [rows[place] for place in order]), sorted(times)

    def _time(self, text: str) -> datetime:
        at = self._date(text)
        assert at is not None, "the cells were checked before"
        return at

    def _rows(self, trail: Trail, times: list[datetime], agreed: Mapping[int, Reconciled]) -> list[SourceRow]:
        rows: list[SourceRow] = []
        walk = _Walk(self._remarks, self._journaled, list(trail.first))
        key = hashlib.blake2b(f"{self._source}\x1f{trail.first[0]}".encode(), digest_size=6).hexdigest()[:11]
        for place, (line, mod_count, _updated_at, author, differing, tie) in enumerate(trail.steps):
            agreement = agreed.get(place, _NOTHING)
            changes = walk.step(line, differing, agreement) if place else walk.first(line, agreement)
            rows.append(
                SourceRow(
                    line,
                    times[place],
                    None if author in MISSING else author,
                    f"{key}{int(mod_count):04x}{tie:x}",
                    changes,
                    agreement.unseen_reassignments,
                )
            )
        return rows

    def _incident(self, last: Row, rows: tuple[SourceRow, ...], state: tuple[str, str | None]) -> SourceIncident:
        cells = [None if text in MISSING else text for text in last]
        opened, resolved = self._date(last[Column.OPENED_AT]), self._date(last[Column.RESOLVED_AT])
        assert opened is not None, "the cells were checked before"
        line = rows[-1].line
        if resolved is not None and resolved < opened:
            self._remarks.add(line, "The incident was resolved before it was opened; it is kept like that.")
        return SourceIncident(
            number=last[0],
            opened_at=opened,
            rows=rows,
            state=state[0],
            hold_reason=state[1],
            impact=self._level(line, last, Column.IMPACT),
            urgency=self._level(line, last, Column.URGENCY),
            priority=self._level(line, last, Column.PRIORITY),
            group=cells[_GROUP],
            assignee=cells[_ASSIGNEE],
            caller=cells[Column.CALLER_ID],
            opened_by=cells[Column.OPENED_BY],
            resolved_by=cells[Column.RESOLVED_BY],
            category=cells[Column.CATEGORY],
            subcategory=cells[Column.SUBCATEGORY],
            site=cells[Column.LOCATION],
            configuration_item=cells[Column.CMDB_CI],
            channel=channel_of(last[Column.CONTACT_TYPE]),
            resolution_code=cells[Column.CLOSED_CODE],
            created_at=self._date(last[Column.SYS_CREATED_AT]),
            resolved_at=resolved,
            closed_at=self._date(last[Column.CLOSED_AT]),
            made_sla=boolean_of(last[Column.MADE_SLA]),
            extra=self._kept_as_is(last),
        )

    def _kept_as_is(self, last: Row) -> dict[str, str]:
        """What has no field here, and what has one that does not take the text."""
        extra = {name: text for place, name in self._extra if (text := _cell(place, last[place])) is not None}
        if state_of(last[_STATE]) is None:
            extra[NAMES[_STATE]] = last[_STATE]
        for place in LEVELS:
            if level_of(last[place]) is None and last[place] not in MISSING:
                extra[NAMES[place]] = last[place]
        return extra

    def _level(self, line: int, last: Row, column: Column) -> int | None:
        text = last[column]
        level = level_of(text)
        if level is None and text not in MISSING:
            self._remarks.add(line, f"The {column.name.lower()} {text!r} is not known; it is kept beside the record.")
        return level


class _Walk:
    """Goes through the rows of one incident and says what each changed; `row` is the row it stands on."""

    def __init__(self, remarks: Remarks, journaled: dict[int, str], first: list[str]) -> None:
        self._remarks = remarks
        self._journaled = journaled
        self._state: str | None = None
        self._reason: str | None = None
        self.row = first

    def first(self, line: int, agreement: Reconciled) -> list[FieldChange]:
        """Who has the incident and how it stands when the log begins; an incident begins as new."""
        changes = self._to_state(line, self.row[_STATE])
        for place, name in ((_GROUP, "group"), (_ASSIGNEE, "assignee")):
            if self.row[place] not in MISSING:
                changes.append(FieldChange(name, None, self.row[place]))
        if agreement.unseen_reopenings:
            changes += self._there_and_back(agreement.unseen_reopenings)
        return changes

    def step(self, line: int, differing: list[tuple[int, str]], agreement: Reconciled) -> list[FieldChange]:
        """Move to the next row."""
        changes: list[FieldChange] = []
        row = self.row
        for place, new in differing:
            name = self._journaled.get(place)
            if name is not None:
                was, now = _cell(place, row[place]), _cell(place, new)
                if agreement.uncounted_group_change and place == _GROUP:
                    changes += [FieldChange(name, was, None), FieldChange(name, None, now)]
                elif was != now:
                    changes.append(FieldChange(name, was, now))
            elif place == _STATE:
                changes += self._to_state(line, new)
            row[place] = new
        if agreement.unseen_reopenings:
            changes += self._there_and_back(agreement.unseen_reopenings)
        return changes

    def _to_state(self, line: int, text: str) -> list[FieldChange]:
        found = state_of(text)
        if found is None:
            remark = f"The state {text!r} is not known; the row is kept, the state before it stays."
            self._remarks.add(line, remark)
            return [FieldChange("unknown_state", None, text)]
        state, reason = found
        changes = []
        if state != self._state and (self._state is not None or state != _NEW):
            changes.append(FieldChange("state", self._state, state))
        if reason != self._reason:
            changes.append(FieldChange("hold_reason", self._reason, reason))
        self._state, self._reason = state, reason
        return changes

    def _there_and_back(self, count: int) -> list[FieldChange]:
        """What the source counted as a reopening without showing it: back to work and out again at one time."""
        ended = self._state if self._state in _ENDED else _RESOLVED
        back = FieldChange("state", ended, _IN_PROGRESS)
        return [back, FieldChange("state", _IN_PROGRESS, self._state)] * count


def _counted(trail: Trail) -> list[CountedStep]:
    return [
        CountedStep(
            state[0] if (state := state_of(row[_STATE])) else None,
            None if row[_GROUP] in MISSING else row[_GROUP],
            int(row[_REASSIGNMENTS]),
            int(row[_REOPENINGS]),
        )
        for row in unfold(trail)
    ]


def _last_known_state(trail: Trail) -> tuple[str, str | None]:
    texts = [trail.first[_STATE], *(t for step in trail.steps for p, t in step.differing if p == _STATE)]
    return next((found for text in reversed(texts) if (found := state_of(text))), (_NEW, None))


def _counts(rows: list[SourceRow]) -> tuple[int, int]:
    """The reassignments and reopenings that the changes show."""
    groups = reopenings = 0
    for row in rows:
        for field, old, new in row.changes:
            if field == "group":
                groups += old is not None and new is not None
            elif field == "state":
                reopenings += old in _ENDED and new not in _ENDED
    return groups, reopenings


def _last_resolution(rows: list[SourceRow]) -> int:
    """The place of the row that resolved the incident last, or of the last row where none shows it."""
    for place in range(len(rows) - 1, -1, -1):
        if any(field == "state" and new == _RESOLVED for field, _old, new in rows[place].changes):
            return place
    return len(rows) - 1


def _cell(place: int, text: str) -> str | None:
    if text in MISSING:
        return None
    if place in LEVELS:
        level = level_of(text)
        return text if level is None else str(level)
    return text.lower() if text in _SPREADSHEET_BOOLEANS else text


_SPREADSHEET_BOOLEANS = frozenset({"TRUE", "FALSE", "True", "False"})
