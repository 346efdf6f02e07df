"""The audit log of a ServiceNow desk: one row for each change of an incident, the whole record repeated every time.

What the log of a real desk taught (UCI data set 498): an incident is its last row; its rows are neither always in the
order of time nor always in the order of `sys_mod_count`, and sorting them by time invents reopenings that never were,
so the order in the file counts unless the file was plainly shuffled; columns such as `resolved_at` hold the final value
in every row, so they say what became of the incident and are no part of what makes a row the same row.
"""

import hashlib
import operator
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, tzinfo
from itertools import compress
from pathlib import Path
from sys import intern

from app.channels.importers.dates import DateOrder, decide_dates
from app.channels.importers.log_columns import DATES, IDENTITY, NAMES, CellChecks, Column
from app.channels.importers.log_history import LogReader, Row, Trail
from app.channels.importers.remarks import Remarks
from app.channels.importers.table_file import TableFile
from app.channels.importers.words import MISSING
from app.domain.imports import Delivery, Fault, Progress, UnreadableFile, no_progress

SOURCE = "servicenow-log"

_UPDATED_AT = int(Column.SYS_UPDATED_AT)
_CLOSED_AT = int(Column.CLOSED_AT)
_DATE_PLACES = frozenset(map(int, DATES))


def read_log(
    path: Path, dates: DateOrder | None = None, zone: tzinfo = UTC, progress: Progress = no_progress
) -> Delivery:
    """Read a whole audit log; times without an offset are of `zone`.

    Raises `UnreadableFile` for a header that lacks or repeats a column, a wrong encoding, or dates whose order is not
    certain. Single rows that cannot be read are in `rejected`, and their incidents are left out.
    """
    table = TableFile(path, progress)
    table.open()
    gatherer = _Gatherer(table)
    gatherer.take_all()
    texts = [text for place, text in gatherer.cells if place in _DATE_PLACES]
    reader = decide_dates(texts, gatherer.first_of, dates, zone)
    rejected = table.rejected + gatherer.faults(CellChecks(reader))
    history = LogReader(reader, gatherer.remarks, gatherer.others)
    trails = gatherer.trails.items()
    delivery = Delivery(SOURCE, rows=table.rows, left_out=gatherer.left_out)
    delivery.incidents = [history.read(trail) for number, trail in trails if number not in gatherer.left_out]
    gatherer.remark_left_out()
    delivery.rejected = sorted(rejected)
    delivery.warnings = sorted([*table.warnings, *gatherer.remarks.faults()])
    return delivery


class _Gatherer:
    """First pass: gathers the rows of each incident as differences, and every text that a column ever holds."""

    def __init__(self, table: TableFile) -> None:
        positions, unknown = _columns(table.header)
        self.others = [table.header[place] for place in unknown]
        self.trails: dict[str, Trail] = {}
        self.cells: set[tuple[int, str]] = set()
        self.left_out: dict[str, int] = {}
        self.remarks = Remarks()
        self._table = table
        self._order = positions + unknown
        self._last_number = ""
        for name in self.others:
            self.remarks.add(1, f"The column {name} is not known; it is kept as it is.")

    def take_all(self) -> None:
        """Read the whole file; this loop decides how long an import takes."""
        arrange: Callable[[list[str]], Row] = operator.itemgetter(*self._order)
        identity: Callable[[Row], Row] = operator.itemgetter(*IDENTITY)
        places = range(len(self._order))
        blake2b, differs, trails, add_cells = hashlib.blake2b, operator.ne, self.trails, self.cells.update
        seen: set[str] = set()
        row: Row = ("",)
        for line, fields in self._table.records():
            row = arrange(fields)
            key = blake2b("\x1f".join(identity(row)).encode(), digest_size=16).hexdigest()
            stamp = key + row[_UPDATED_AT]
            if stamp in seen:
                self.remarks.add(line, "The row stands in the file more than once and is read once.")
                continue
            seen.add(stamp)
            trail = trails.get(row[0])
            if trail is None:
                row = tuple(map(intern, row))
                trails[row[0]] = Trail(row, list(row), [(line, key, [])])
                add_cells(enumerate(row))
                continue
            last = trail.last
            differing = [(place, row[place]) for place in compress(places, map(differs, last, row))]
            for place, text in differing:
                last[place] = text
            add_cells(differing)
            trail.steps.append((line, key, differing))
        self._last_number = row[0]
        self._note_damage()

    def _note_damage(self) -> None:
        """Leave out the incidents of lines that could not be read, as far as the lines still tell their number."""
        for line, fields in self._table.damaged:
            place = self._order[0]
            number = fields[place] if len(fields) > place else ""
            if self._table.is_cut_off(line) and number not in self.trails and self._last_number.startswith(number):
                number = self._last_number
            if number in self.trails:
                self.left_out.setdefault(number, line)

    def first_of(self, texts: Collection[str]) -> tuple[int, str]:
        """The first line in which a date column holds one of these texts, and which."""
        wanted = set(texts)
        return min(
            (line, text)
            for trail in self.trails.values()
            for line, cells in _cells(trail)
            for place, text in cells
            if text in wanted and place in _DATE_PLACES
        )

    def faults(self, checks: CellChecks) -> list[Fault]:
        """What no history can be built on, each with its line; the incidents of these lines are left out."""
        bad = {cell: reason for cell in self.cells if (reason := checks.fault(*cell))}
        found = []
        for number, trail in self.trails.items() if bad or self._cut_off_line() else ():
            for line, cells in _cells(trail):
                reasons = [bad[cell] for cell in cells if cell in bad]
                if self._table.is_cut_off(line) and trail.last[_CLOSED_AT] == "":
                    reasons.append("The file ends inside this line; it looks cut off.")
                if reasons:
                    found.append(Fault(line, " ".join(reasons)))
                    self.left_out.setdefault(number, line)
        return found

    def _cut_off_line(self) -> bool:
        return not self._table.ends_with_newline

    def remark_left_out(self) -> None:
        """Say which incidents are left out, and because of which line."""
        for number, line in self.left_out.items():
            if number.strip() not in MISSING:
                reason = f"{number} is left out with all its rows, so that no incident is half imported."
                self.remarks.add(line, reason)


def _cells(trail: Trail) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """For each row its line and the cells that it changed; of the first row, all."""
    yield trail.steps[0][0], list(enumerate(trail.first))
    for line, _key, differing in trail.steps[1:]:
        yield line, differing


def _columns(header: list[str]) -> tuple[list[int], list[int]]:
    """Where each column of the log stands, and where the columns are that this desk does not know."""
    names = [name.lower() for name in header]
    missing = [name for name in NAMES if name not in names]
    if len(missing) > len(NAMES) // 2:
        shown = ", ".join(header)[:80]
        hint = " Its fields seem to be separated by semicolons; export it with commas." if ";" in shown else ""
        reason = f"The first line is not the header of a ServiceNow incident log; it reads: {shown}.{hint}"
        raise UnreadableFile((Fault(1, reason),))
    faults = [Fault(1, f"The column {name} is missing.") for name in missing]
    for name in dict.fromkeys(names):
        places = [str(place) for place, other in enumerate(names, 1) if other == name]
        if len(places) > 1:
            reason = f"The column {name} stands there {len(places)} times (as column {' and '.join(places)})."
            faults.append(Fault(1, reason))
    if faults:
        raise UnreadableFile(tuple(faults))
    unknown = [place for place, name in enumerate(names) if name not in NAMES]
    return [names.index(name) for name in NAMES], unknown
