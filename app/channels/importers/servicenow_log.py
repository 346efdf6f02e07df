"""The audit log of a ServiceNow desk: one row for each change of an incident, the whole record repeated every time.

What the log of a real desk taught (UCI data set 498): an incident is its last row; its rows are neither always in the
order of time nor always in the order of `sys_mod_count`, and sorting them by time invents reopenings that never were,
so the order in the file counts unless the file was plainly shuffled; columns such as `resolved_at` hold the final value
in every row, so they say what became of the incident and are no part of what makes a row the same row.
"""

import itertools
import operator
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, tzinfo
from pathlib import Path

from app.channels.importers.dates import DateOrder, decide_dates
from app.channels.importers.log_columns import CALM, CHECKED, DATES, NAMES, STAMP, CellChecks, Column
from app.channels.importers.log_history import LogReader
from app.channels.importers.log_trail import Row, Step, Trail
from app.channels.importers.remarks import Remarks
from app.channels.importers.table_file import TableFile
from app.channels.importers.words import MISSING
from app.domain.imports import Delivery, Fault, Progress, UnreadableFile, no_progress
from app.infra.collector import collector_paused

SOURCE = "servicenow-log"

_TIME_STAMP = STAMP - 1
_MOD_COUNT = int(Column.SYS_MOD_COUNT)
_UPDATED_AT = int(Column.SYS_UPDATED_AT)
_CLOSED_AT = int(Column.CLOSED_AT)
_DATE_PLACES = frozenset(map(int, DATES))

_DIFFERING = operator.itemgetter(4)
"""The cells of a step."""

_Cutter = Callable[[list[str]], Row]


def read_log(
    path: Path,
    dates: DateOrder | None = None,
    zone: tzinfo = UTC,
    progress: Progress = no_progress,
    source: str = SOURCE,
) -> Delivery:
    """Read a whole audit log; times without an offset are of `zone`, and `source` tells one desk from another.

    Raises `UnreadableFile` for a header that lacks or repeats a column, a wrong encoding, or dates whose order is not
    certain. Single rows that cannot be read are in `rejected`, and their incidents are left out.
    """
    with collector_paused():
        return _read(TableFile(path, progress), dates, zone, source)


def _read(table: TableFile, dates: DateOrder | None, zone: tzinfo, source: str) -> Delivery:
    table.open()
    gatherer = _Gatherer(table)
    gatherer.take_all()
    reader = decide_dates(gatherer.date_texts(), gatherer.first_of, dates, zone)
    rejected = table.rejected + gatherer.faults(CellChecks(reader))
    history = LogReader(reader, gatherer.remarks, gatherer.others, source)
    trails = gatherer.trails.items()
    delivery = Delivery(source, rows=table.rows, left_out=gatherer.left_out)
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
        self.left_out: dict[str, int] = {}
        self.remarks = Remarks()
        self._texts: dict[int, set[str]] = {}
        self._stamps: set[Row] = set()
        self._table = table
        self._order = positions + unknown
        self._last_number = ""
        for name in self.others:
            self.remarks.add(1, f"The column {name} is not known; it is kept as it is.")

    def take_all(self) -> None:
        """Read the whole file; this loop decides how long an import takes."""
        stamp_of, restless_of, calm_of = self._cutters()
        trails, stamps = self.trails, self._stamps
        number = ""
        for line, fields in self._table.records():
            stamp, restless, calm = stamp_of(fields), restless_of(fields), calm_of(fields)
            number, mod_count, updated_at, updated_by = stamp
            moment = stamp[:_TIME_STAMP]
            trail = trails.get(number)
            if trail is None:
                step: Step = (line, mod_count, updated_at, updated_by, (), 0)
                trails[number] = Trail(stamp, restless, calm, step)
                stamps.add(moment)
                continue
            tie = 0
            if moment in stamps:
                tie = trail.ties(stamp + restless + calm)
                if tie < 0:
                    self.remarks.add(line, "The row stands in the file more than once and is read once.")
                    continue
            stamps.add(moment)
            trail.steps.append((line, mod_count, updated_at, updated_by, trail.move_to(restless, calm), tie))
        self._last_number = number
        self._note_damage()
        self._texts = self._texts_to_check()

    def _cutters(self) -> "tuple[_Cutter, _Cutter, _Cutter]":
        """Take the cells of a line in the order of `Column`: the stamp, what rows change most, and the rest."""
        order = self._order
        return (
            operator.itemgetter(*order[:STAMP]),
            operator.itemgetter(*order[STAMP:CALM]),
            operator.itemgetter(*order[CALM:]),
        )

    def _texts_to_check(self) -> dict[int, set[str]]:
        """Every text of every column in which not every text will do."""
        trails = self.trails.values()
        texts = {int(place): {trail.first[place] for trail in trails} for place in CHECKED}
        steps = itertools.chain.from_iterable(trail.steps for trail in trails)
        for place, text in set(itertools.chain.from_iterable(map(_DIFFERING, steps))):
            if place in texts:
                texts[place].add(text)
        # They stand at the same places in what was remembered of every row.
        for place in (_MOD_COUNT, _UPDATED_AT):
            texts[place].update(map(operator.itemgetter(place), self._stamps))
        return texts

    def _note_damage(self) -> None:
        """Leave out the incidents of lines that could not be read, as far as the lines still tell their number."""
        for line, fields in self._table.damaged:
            place = self._order[0]
            number = fields[place] if len(fields) > place else ""
            if self._table.is_cut_off(line) and number not in self.trails and self._last_number.startswith(number):
                number = self._last_number
            if number in self.trails:
                self.left_out.setdefault(number, line)

    def date_texts(self) -> set[str]:
        """Every text of a date column."""
        return set().union(*(self._texts[place] for place in _DATE_PLACES))

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
        bad = checks.faults(self._texts)
        found = []
        for number, trail in self.trails.items() if bad or not self._table.ends_with_newline else ():
            for line, cells_of_row in _cells(trail):
                reasons = [bad[cell] for cell in cells_of_row if cell in bad]
                if self._table.is_cut_off(line) and trail.last[_CLOSED_AT] == "":
                    reasons.append("The file ends inside this line; it looks cut off.")
                if reasons:
                    found.append(Fault(line, " ".join(reasons)))
                    self.left_out.setdefault(number, line)
        return found

    def remark_left_out(self) -> None:
        """Say which incidents are left out, and because of which line."""
        for number, line in self.left_out.items():
            if number.strip() not in MISSING:
                reason = f"{number} is left out with all its rows, so that no incident is half imported."
                self.remarks.add(line, reason)


def _cells(trail: Trail) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """For each row its line and the cells that it changed; of the first row, all."""
    cells = list(enumerate(trail.first))
    for line, mod_count, updated_at, _updated_by, differing, _tie in trail.steps:
        yield line, cells or [(_MOD_COUNT, mod_count), (_UPDATED_AT, updated_at), *differing]
        cells = []


def _columns(header: list[str]) -> tuple[list[int], list[int]]:
    """Where each column of the log stands, and where the columns are that this desk does not know."""
    names = [name.lower() for name in header]
    missing = [name for name in NAMES if name not in names]
    if len(missing) > len(NAMES) // 2:
        shown = ", ".join(header)[:80]
        reason = f"The first line is not the header of a ServiceNow incident log; it reads: {shown}."
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
