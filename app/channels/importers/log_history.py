"""From the rows of one incident in an audit log to its history in the words of this desk.

This runs once for each of perhaps 140,000 rows, so it walks along the cells that a row changed and looks at no others.
"""

import hashlib
import operator
from collections.abc import Callable, Mapping
from datetime import datetime

from app.channels.importers.dates import DateReader
from app.channels.importers.log_columns import EXTRA, JOURNALED, NAMES, WIDTH, Column
from app.channels.importers.log_trail import Cells, Row, Trail, fold, unfold
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
_OPENED_AT = int(Column.OPENED_AT)
_LEVEL_PLACES = (int(Column.IMPACT), int(Column.URGENCY), int(Column.PRIORITY))
_TEXTS = operator.itemgetter(
    Column.CALLER_ID,
    Column.OPENED_BY,
    Column.RESOLVED_BY,
    Column.CATEGORY,
    Column.SUBCATEGORY,
    Column.LOCATION,
    Column.CMDB_CI,
    Column.CLOSED_CODE,
)
_OTHERS = operator.itemgetter(Column.SYS_CREATED_AT, Column.CLOSED_AT, Column.CONTACT_TYPE, Column.MADE_SLA)
_COUNTS = operator.itemgetter(_REASSIGNMENTS, _REOPENINGS)
_NEW, _RESOLVED, _IN_PROGRESS = State.NEW.value, State.RESOLVED.value, State.IN_PROGRESS.value
_ENDED = frozenset({_RESOLVED, State.CLOSED.value})
_new = tuple.__new__
"""Makes a named tuple in half the time of calling it, which counts where there are some hundred thousand."""
_NOTHING = Reconciled(0, uncounted_group_change=False, unseen_reopenings=0)


class LogReader:
    """Turns the rows of an incident, whose cells were checked before, into its history."""

    def __init__(self, dates: DateReader, remarks: Remarks, others: list[str], source: str) -> None:
        self._date = dates.read
        self._known = dates.known
        self._remarks = remarks
        self._source = source
        unknown = {WIDTH + place: name for place, name in enumerate(others)}
        self._extra_names = (*(NAMES[place] for place in EXTRA), *others)
        self._extra_cells: Callable[[Row], Row] = operator.itemgetter(*EXTRA, *unknown)
        words = self._words = _Words(_said)
        levels = _Words(_level_said)
        self._journaled = {
            int(place): (name, levels if place in _LEVEL_PLACES else words) for place, name in JOURNALED.items()
        }
        self._journaled |= {place: (name[:32], words) for place, name in unknown.items()}
        self._named = _Words(lambda text: None if text in MISSING else text)
        self._endings = _Words(lambda count: f"{int(count):04x}0")

    def read(self, trail: Trail) -> SourceIncident:
        """The incident as its last row has it, with every row as a fact."""
        known = self._known
        times = [known[step[2]] for step in trail.steps]
        if any(map(operator.gt, times, times[1:])):
            trail, times = self._in_order(trail, times)
        last = trail.last
        rows, walk = self._rows(trail, times, {})
        if (walk.reassignments, walk.reopenings) != tuple(map(int, _COUNTS(last))):
            rows, walk = self._rows(trail, times, reconcile(_counted(trail)))
        resolution = self._date(last[_RESOLVED_AT])
        if resolution:
            # Where no row shows the resolution, the last one tells of it.
            changes = walk.resolution if walk.resolution is not None else rows[-1].changes
            changes.append(FieldChange("resolved_at", None, resolution.isoformat()))
        return self._incident(last, rows, state_of(last[_STATE]) or _last_known_state(trail))

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
        line, number = trail.steps[0][0], trail.first[0]
        self._remarks.add(line, f"The rows of {number} were out of order and were put in order of time.")
        order = sorted(range(len(rows)), key=lambda place: (times[place], int(rows[place][_MOD_COUNT]), place))
        return fold([trail.steps[place] for place in order], [rows[place] for place in order]), sorted(times)

    def _time(self, text: str) -> datetime:
        at = self._date(text)
        assert at is not None, "the cells were checked before"
        return at

    def _rows(
        self, trail: Trail, times: list[datetime], agreed: Mapping[int, Reconciled]
    ) -> "tuple[list[SourceRow], _Walk]":
        """The rows as facts, and the walk that found them."""
        walk = _Walk(self._remarks, self._journaled, list(trail.first))
        key = hashlib.blake2b(f"{self._source}\x1f{trail.first[0]}".encode(), digest_size=6).hexdigest()[:11]
        names, endings, step = self._named, self._endings, walk.step
        rows: list[SourceRow] = []
        agreement = _NOTHING
        for place, (line, mod_count, _updated_at, author, differing, tie) in enumerate(trail.steps):
            if agreed:
                agreement = agreed.get(place, _NOTHING)
            if place == 0:
                changes = walk.first(line, agreement)
            else:
                changes = step(line, differing, agreement) if differing or agreed else []
            ending = f"{int(mod_count):04x}{tie:x}" if tie else endings[mod_count]
            unseen = agreement.unseen_reassignments
            rows.append(_new(SourceRow, (line, times[place], names[author], f"{key}{ending}", changes, unseen)))
        return rows, walk

    def _incident(self, last: Row, rows: list[SourceRow], state: tuple[str, str | None]) -> SourceIncident:
        opened, resolved = self._time(last[_OPENED_AT]), self._date(last[_RESOLVED_AT])
        if resolved is not None and resolved < opened:
            self._remarks.add(rows[-1].line, "The incident was resolved before it was opened; it is kept like that.")
        named = self._named
        caller, opened_by, resolved_by, category, subcategory, site, item, code = [named[text] for text in _TEXTS(last)]
        impact, urgency, priority = [self._level(rows[-1].line, last, place) for place in _LEVEL_PLACES]
        created, closed, channel, made_sla = _OTHERS(last)
        return SourceIncident(
            number=last[0],
            opened_at=opened,
            rows=tuple(rows),
            state=state[0],
            hold_reason=state[1],
            impact=impact,
            urgency=urgency,
            priority=priority,
            group=named[last[_GROUP]],
            assignee=named[last[_ASSIGNEE]],
            caller=caller,
            opened_by=opened_by,
            resolved_by=resolved_by,
            category=category,
            subcategory=subcategory,
            site=site,
            configuration_item=item,
            channel=channel_of(channel),
            resolution_code=code,
            created_at=self._date(created),
            resolved_at=resolved,
            closed_at=self._date(closed),
            made_sla=boolean_of(made_sla),
            extra=self._kept_as_is(last),
        )

    def _kept_as_is(self, last: Row) -> dict[str, str]:
        """What has no field here, and what has one that does not take the text."""
        words = self._words
        extra = {
            name: said
            for name, text in zip(self._extra_names, self._extra_cells(last), strict=True)
            if (said := words[text]) is not None
        }
        if state_of(last[_STATE]) is None:
            extra[NAMES[_STATE]] = last[_STATE]
        for place in _LEVEL_PLACES:
            if level_of(last[place]) is None and last[place] not in MISSING:
                extra[NAMES[place]] = last[place]
        return extra

    def _level(self, line: int, last: Row, place: int) -> int | None:
        text = last[place]
        level = level_of(text)
        if level is None and text not in MISSING:
            self._remarks.add(line, f"The {NAMES[place]} {text!r} is not known; it is kept beside the record.")
        return level


class _Walk:
    """Goes through the rows of one incident and says what each changed; `row` is the row it stands on."""

    def __init__(self, remarks: Remarks, journaled: "dict[int, tuple[str, _Words]]", first: list[str]) -> None:
        self._remarks = remarks
        self._journaled = journaled
        self._state: str | None = None
        self._reason: str | None = None
        self.row = first
        self.reassignments = 0
        self.reopenings = 0
        self.resolution: list[FieldChange] | None = None

    def first(self, line: int, agreement: Reconciled) -> list[FieldChange]:
        """Who has the incident and how it stands when the log begins; an incident begins as new."""
        changes: list[FieldChange] = []
        self._to_state(line, self.row[_STATE], changes)
        for place, name in ((_GROUP, "group"), (_ASSIGNEE, "assignee")):
            if self.row[place] not in MISSING:
                changes.append(_new(FieldChange, (name, None, self.row[place])))
        if agreement.unseen_reopenings:
            changes += self._there_and_back(agreement.unseen_reopenings)
        return changes

    def step(self, line: int, differing: Cells, agreement: Reconciled) -> list[FieldChange]:
        """Move to the next row."""
        changes: list[FieldChange] = []
        row, journaled = self.row, self._journaled
        for place, new in differing:
            if place in journaled:
                name, words = journaled[place]
                was, now = words[row[place]], words[new]
                if agreement.uncounted_group_change and place == _GROUP:
                    changes += [FieldChange(name, was, None), FieldChange(name, None, now)]
                elif was != now:
                    changes.append(_new(FieldChange, (name, was, now)))
                    if place == _GROUP and was is not None and now is not None:
                        self.reassignments += 1
            elif place == _STATE:
                self._to_state(line, new, changes)
            row[place] = new
        if agreement.unseen_reopenings:
            changes += self._there_and_back(agreement.unseen_reopenings)
        return changes

    def _to_state(self, line: int, text: str, changes: list[FieldChange]) -> None:
        found = state_of(text)
        if found is None:
            remark = f"The state {text!r} is not known; the row is kept, the state before it stays."
            self._remarks.add(line, remark)
            changes.append(FieldChange("unknown_state", None, text))
            return
        state, reason = found
        if state != self._state and (self._state is not None or state != _NEW):
            changes.append(_new(FieldChange, ("state", self._state, state)))
            if state == _RESOLVED:
                self.resolution = changes
            elif self._state in _ENDED and state not in _ENDED:
                self.reopenings += 1
        if reason != self._reason:
            changes.append(_new(FieldChange, ("hold_reason", self._reason, reason)))
        self._state, self._reason = state, reason

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
    texts = [trail.first[_STATE], *(t for step in trail.steps for p, t in step[4] if p == _STATE)]
    return next((found for text in reversed(texts) if (found := state_of(text))), (_NEW, None))


class _Words(dict[str, str | None]):
    """What texts are called at this desk; each is worked out once, because few texts stand in very many cells."""

    def __init__(self, say: Callable[[str], str | None]) -> None:
        self._say = say

    def __missing__(self, text: str) -> str | None:
        said = self[text] = self._say(text)
        return said


def _said(text: str) -> str | None:
    return None if text in MISSING else _RESPELT.get(text, text)


def _level_said(text: str) -> str | None:
    level = level_of(text)
    return _said(text) if level is None else str(level)


# Spreadsheets spell truth values in capitals.
_RESPELT = {"TRUE": "true", "FALSE": "false", "True": "true", "False": "false"}
