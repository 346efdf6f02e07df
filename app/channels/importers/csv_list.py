"""Plain incident lists: one row an incident, with columns that a map or a preset gives a meaning."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from app.channels.importers.dates import DateOrder, DateReader, decide_dates
from app.channels.importers.remarks import Remarks
from app.channels.importers.table_file import TableFile
from app.channels.importers.words import MISSING, boolean_of, channel_of, level_of, state_of
from app.domain.errors import BadInput
from app.domain.imports import Delivery, Fault, Progress, SourceIncident, SourceRow, UnreadableFile, no_progress
from app.domain.vocabulary import State
from app.domain.wording import tr

SOURCE = "csv-list"

TEXTS = (
    "short_description", "description", "caller", "opened_by", "resolved_by", "group", "assignee", "category",
    "subcategory", "site", "configuration_item", "resolution_code", "resolution_notes", "updated_by",
)  # fmt: skip
DATES = ("opened_at", "created_at", "updated_at", "resolved_at", "closed_at")
LEVELS = ("impact", "urgency", "priority")
FIELDS = ("number", *TEXTS, *DATES, *LEVELS, "state", "channel", "made_sla")
DEMANDED = ("number", "opened_at")


@dataclass(frozen=True, slots=True)
class ListMap:
    """What each column means; columns that are not in it are kept as they are. `missing` are words for nothing."""

    fields: Mapping[str, str]
    missing: frozenset[str] = MISSING


_NAMED = {
    "number": "number",
    "opened_at": "opened_at",
    "short_description": "short_description",
    "caller_id": "caller",
    "priority": "priority",
    "state": "state",
    "assignment_group": "group",
    "assigned_to": "assignee",
}
PRESETS: dict[str, ListMap] = {
    # The labels of the list view, as its "Export to CSV" writes them.
    "servicenow-labels": ListMap(
        {
            "Number": "number",
            "Opened": "opened_at",
            "Short description": "short_description",
            "Description": "description",
            "Resolution code": "resolution_code",
            "Resolution notes": "resolution_notes",
            "State": "state",
            "Assigned to": "assignee",
        }
    ),
    # The column names of the table, every cell quoted.
    "servicenow-names": ListMap(_NAMED),
    # The same with the category and the last change, from a desk that writes "null" for nothing.
    "servicenow-names-updated": ListMap(
        {**_NAMED, "category": "category", "sys_updated_on": "updated_at", "sys_updated_by": "updated_by"},
        MISSING | {"null"},
    ),
}


def parse_map(pairs: list[str]) -> ListMap:
    """A map from `column=field` pairs; `BadInput` names the pair that is wrong and the fields that exist."""
    fields: dict[str, str] = {}
    for pair in _single_pairs(pairs):
        column, equals, field = (part.strip() for part in pair.rpartition("="))
        if not equals or not column:
            raise BadInput(
                tr("--map {pair} is no pair. Write column=field, for example Number=number.", pair=f"{pair!r}"), "map"
            )
        if field not in FIELDS and column in FIELDS:
            column, field = field, column
        if field not in FIELDS:
            raise BadInput(
                tr(
                    "--map {pair}: there is no field {field}. Fields are: {fields}.",
                    pair=f"{pair!r}",
                    field=f"{field!r}",
                    fields=", ".join(FIELDS),
                ),
                "map",
            )
        if column in fields or field in fields.values():
            raise BadInput(tr("--map {pair}: the column or the field was mapped before.", pair=f"{pair!r}"), "map")
        fields[column] = field
    lacking = [field for field in DEMANDED if field not in fields.values()]
    if lacking:
        raise BadInput(
            tr("--map: no column is mapped to {lacking}, which every list needs.", lacking=tr(" and ").join(lacking)),
            "map",
        )
    return ListMap(fields)


def _single_pairs(pairs: list[str]) -> Iterator[str]:
    """The pairs one by one; several may stand in one argument with commas between them."""
    for text in pairs:
        pieces = text.split(",")
        yield from pieces if all("=" in piece for piece in pieces) else [text]


def preset_for(header: list[str]) -> str | None:
    """The preset with the most columns, all of which the header has; None where none fits."""
    fitting = [name for name, preset in PRESETS.items() if set(preset.fields) <= set(header)]
    return max(fitting, key=lambda name: len(PRESETS[name].fields), default=None)


def read_list(
    path: Path,
    chosen: ListMap | None = None,
    dates: DateOrder | None = None,
    zone: tzinfo = UTC,
    progress: Progress = no_progress,
    source: str | None = None,
) -> Delivery:
    """Read an incident list by the chosen map, or by the preset that fits its header.

    Raises `UnreadableFile` for a wrong header, encoding or uncertain dates; single rows are rejected with a reason.
    Without a `source` the preset gives the name, because different desks number their incidents alike.
    """
    table = TableFile(path, progress)
    table.open()
    if chosen is not None:
        return _ListReader(table, chosen).read(source or SOURCE, dates, zone)
    name = _preset_of(table.header)
    return _ListReader(table, PRESETS[name]).read(source or name, dates, zone)


def preview(delivery: Delivery, count: int = 5) -> list[dict[str, str]]:
    """The first incidents as they would be imported: every field that has a value, as text."""
    return [_shown(incident) for incident in delivery.incidents[:count]]


def _preset_of(header: list[str]) -> str:
    name = preset_for(header)
    if name is None:
        columns = ", ".join(header)[:200]
        reason = f"No preset fits these columns: {columns}. Say what they mean with --map column=field."
        raise UnreadableFile((Fault(1, reason),))
    return name


class _ListReader:
    """Reads the rows of one list; every row is one incident and one fact."""

    def __init__(self, table: TableFile, chosen: ListMap) -> None:
        _check_header(table.header, chosen)
        self._table = table
        self._missing = chosen.missing
        self._places = {field: table.header.index(column) for column, field in chosen.fields.items()}
        self._others = [(n, i) for i, n in enumerate(table.header) if n not in chosen.fields and n]
        self._remarks = Remarks()
        self._rows: dict[str, tuple[int, dict[str, str], list[str]]] = {}

    def read(self, source: str, order: DateOrder | None, zone: tzinfo) -> Delivery:
        delivery = Delivery(source)
        delivery.rejected = self._gather()
        dates = decide_dates(self._date_texts(), self._first_of, order, zone)
        for number, (line, cells, fields) in self._rows.items():
            fault = self._fault(line, cells, dates)
            if fault:
                delivery.rejected.append(Fault(line, fault))
                delivery.left_out[number] = line
            else:
                delivery.incidents.append(self._incident(line, cells, fields, dates))
        delivery.rows = self._table.rows
        delivery.rejected = sorted([*delivery.rejected, *self._table.rejected])
        delivery.warnings = sorted([*self._table.warnings, *self._remarks.faults()])
        return delivery

    def _gather(self) -> list[Fault]:
        rejected = []
        for line, fields in self._table.records():
            cells = {
                field: text
                for field, place in self._places.items()
                if (text := fields[place].strip()).lower() not in self._missing
            }
            number = cells.get("number")
            if number is None:
                rejected.append(Fault(line, "The row has no incident number."))
            elif number not in self._rows:
                self._rows[number] = (line, cells, fields)
            elif self._rows[number][2] == fields:
                self._remarks.add(line, "The row stands in the file more than once and is read once.")
            else:
                rejected.append(Fault(line, f"{number} stands already in line {self._rows[number][0]}."))
        return rejected

    def _date_texts(self) -> Iterator[str]:
        for _line, cells, _fields in self._rows.values():
            for field in DATES:
                if field in cells:
                    yield cells[field]

    def _first_of(self, texts: Collection[str]) -> tuple[int, str]:
        wanted = set(texts)
        return min(
            (line, cells[field])
            for line, cells, _fields in self._rows.values()
            for field in DATES
            if cells.get(field) in wanted
        )

    def _fault(self, line: int, cells: dict[str, str], dates: DateReader) -> str | None:
        if len(cells["number"]) > 64:
            return f"The incident number has {len(cells['number'])} characters; 64 is the limit."
        if "opened_at" not in cells:
            return "The row does not say when the incident was opened."
        for field in DATES:
            if field in cells and dates.read(cells[field]) is None:
                return f"{field} is {cells[field]!r}, which is no date as the file writes them."
        if boolean_of(cells.get("made_sla", "true")) is None:
            return f"made_sla is {cells['made_sla']!r}, which is neither true nor false."
        if self._table.is_cut_off(line) and len(self._rows) > 1 and not self._rows[cells["number"]][2][-1]:
            return "The file ends inside this line; it looks cut off."
        return None

    def _incident(self, line: int, cells: dict[str, str], fields: list[str], dates: DateReader) -> SourceIncident:
        moments = {field: dates.read(cells[field]) for field in DATES if field in cells}
        opened = moments["opened_at"]
        assert opened is not None, "the row was checked before"
        state, reason = self._state(line, cells)
        key = hashlib.blake2b("\x1f".join(self._canonical(cells, moments)).encode(), digest_size=8).hexdigest()
        at = moments.get("updated_at") or moments.get("closed_at") or moments.get("resolved_at") or opened
        texts = {field: cells[field] for field in TEXTS if field in cells and field != "updated_by"}
        return SourceIncident(
            number=cells["number"],
            opened_at=opened,
            rows=(SourceRow(line, at, cells.get("updated_by"), key, []),),
            state=state,
            hold_reason=reason,
            impact=self._level(line, "impact", cells),
            urgency=self._level(line, "urgency", cells),
            priority=self._level(line, "priority", cells),
            channel=channel_of(cells["channel"]) if "channel" in cells else None,
            created_at=moments.get("created_at"),
            resolved_at=moments.get("resolved_at"),
            closed_at=moments.get("closed_at"),
            made_sla=boolean_of(cells["made_sla"]) if "made_sla" in cells else None,
            extra=self._kept_as_is(cells, fields),
            **texts,
        )

    def _kept_as_is(self, cells: dict[str, str], fields: list[str]) -> dict[str, str]:
        """What has no field here, and what has one that does not take the text."""
        extra = {name: fields[place] for name, place in self._others if fields[place].lower() not in self._missing}
        if state_of(cells.get("state", "new")) is None:
            extra["state"] = cells["state"]
        return extra | {field: cells[field] for field in LEVELS if field in cells and level_of(cells[field]) is None}

    def _canonical(self, cells: dict[str, str], moments: dict[str, datetime | None]) -> Iterator[str]:
        for field in FIELDS:
            at = moments.get(field)
            yield at.isoformat() if at else cells.get(field, "")

    def _state(self, line: int, cells: dict[str, str]) -> tuple[str, str | None]:
        text = cells.get("state")
        if text is None:
            return State.NEW.value, None
        found = state_of(text)
        if found is None:
            self._remarks.add(line, f"The state {text!r} is not known; the incident is kept as new.")
            return State.NEW.value, None
        return found

    def _level(self, line: int, field: str, cells: dict[str, str]) -> int | None:
        if field not in cells:
            return None
        level = level_of(cells[field])
        if level is None:
            self._remarks.add(line, f"The {field} {cells[field]!r} is not known; it is kept beside the record.")
        return level


def _check_header(header: list[str], chosen: ListMap) -> None:
    faults = [
        Fault(1, f"The column {column} is missing; the file has {', '.join(header)[:200]}.")
        for column in chosen.fields
        if column not in header
    ]
    faults += [
        Fault(1, f"The column {column} stands there {header.count(column)} times.")
        for column in dict.fromkeys(header)
        if header.count(column) > 1
    ]
    if faults:
        raise UnreadableFile(tuple(faults))


def _shown(incident: SourceIncident) -> dict[str, str]:
    shown = {}
    for field in ("number", "opened_at", "state", "hold_reason", *LEVELS, *TEXTS, *DATES[1:], "channel", "made_sla"):
        value = getattr(incident, field, None)
        if value is not None:
            shown[field] = value.isoformat() if isinstance(value, datetime) else str(value)
    return shown
