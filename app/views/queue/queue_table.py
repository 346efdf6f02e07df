"""The Qt model of the queue: heads and rows as lines, rows in blocks that are asked for when they come into view."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain.presence import Present
from app.domain.wording import tr
from app.services.incidents.queue_dto import QueuePage, QueueRow, QueueSummary
from app.views.context import Place
from app.views.queue.columns import SPECS, Column
from app.views.queue.layout import HELD, Head, QueueLayout
from app.views.queue.wording import Wording
from app.views.toolkit.marked_ids import MarkedIds

BLOCK: Final = 100
"""Rows asked for at once."""

AHEAD: Final = 30
"""Rows on either side of those in view that are asked for before anybody comes to them: a screen full."""

_HELD_BLOCK: Final = HELD // BLOCK
"""Where the row is kept that is held: a block of its own, which is never asked for."""

KEPT_BLOCKS: Final = 40
"""How many blocks stay in memory; those farthest from the last one asked for go first."""

# As plain numbers: comparing a role with the enum costs eight times as much, and this is asked for every cell.
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP: Final = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)

_FLAGS: Final = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_NO_FLAGS: Final = Qt.ItemFlag.NoItemFlags

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class QueueTable(QAbstractTableModel):
    """Holds display rows only; `block_wanted` carries the number of a block that is looked at and not there."""

    block_wanted = Signal(int)

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wording = wording
        self.layout_of_lines = QueueLayout(QueueSummary(0))
        self.marked: set[str] = set()
        self.gone: set[str] = set()
        self._blocks: dict[int, tuple[QueueRow, ...]] = {}
        self._asked: set[int] = set()

    def show(
        self,
        summary: QueueSummary,
        collapsed: frozenset[str],
        pages: Iterable[QueuePage],
        gone: QueueRow | None = None,
    ) -> None:
        """Show another answer of the database in place of what stood here.

        A row that is `gone` from the list stays where it stands until the next answer.
        """
        line = None if gone is None else self.line_of_id(gone.id)
        held = None if line is None else self.layout_of_lines.place_to_hold(line)
        self.beginResetModel()
        self.layout_of_lines = QueueLayout(summary, collapsed, held)
        self._blocks = {page.offset // BLOCK: page.rows for page in pages}
        self._asked.clear()
        self.gone.clear()
        if gone is not None and self.layout_of_lines.held_line is not None:
            self._blocks[_HELD_BLOCK] = (gone,)
            self.gone.add(gone.id)
        self.endResetModel()

    def add_page(self, page: QueuePage) -> None:
        """A block that was asked for has come."""
        block = page.offset // BLOCK
        self._blocks[block] = page.rows
        self._asked.discard(block)
        near = sorted(self._blocks.keys() - {_HELD_BLOCK}, key=lambda number: abs(number - block))
        for number in near[KEPT_BLOCKS:]:
            del self._blocks[number]
        if page.rows:
            first = self.layout_of_lines.line_of(page.offset)
            last = self.layout_of_lines.line_of(page.offset + len(page.rows) - 1)
            if last < self.rowCount():
                self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def row_of(self, incident_id: str) -> QueueRow | None:
        """The row of an incident, as far as it is in memory."""
        place = self._place(incident_id)
        return None if place is None else self._blocks[place[0]][place[1]]

    def renew(self, row: QueueRow, *, is_gone: bool) -> None:
        """Show a row as it is now, where it stands; one that is gone does not belong into the list any more."""
        place = self._place(row.id)
        if place is None:
            return
        number, offset = place
        block = self._blocks[number]
        self._blocks[number] = (*block[:offset], row, *block[offset + 1 :])
        (self.gone.add if is_gone else self.gone.discard)(row.id)
        self.tell_of_row(row.id)

    def show_people(self, people: Mapping[str, tuple[Present, ...]]) -> None:
        """Show who else is at which incident."""
        before, self.wording.people = self.wording.people, people
        for incident_id in sorted(before.keys() | people.keys()):
            if before.get(incident_id) != people.get(incident_id):
                self.tell_of_row(incident_id)

    def wear(self, followed: MarkedIds, unread: MarkedIds) -> None:
        """Mark what the reader follows, and of what they were told something that they have not read."""
        self.wording.followed, self.wording.unread = followed.ids, unread.ids
        followed.changed.connect(self._show_followed)
        unread.changed.connect(self._show_unread)

    def _show_followed(self, ids: frozenset[str]) -> None:
        before, self.wording.followed = self.wording.followed, ids
        self._tell_of_rows(before ^ ids)

    def _show_unread(self, ids: frozenset[str]) -> None:
        before, self.wording.unread = self.wording.unread, ids
        self._tell_of_rows(before ^ ids)

    def _tell_of_rows(self, incident_ids: frozenset[str]) -> None:
        for incident_id in sorted(incident_ids):
            self.tell_of_row(incident_id)

    def tell_of_row(self, incident_id: str) -> None:
        """Have the line of an incident painted anew."""
        line = self.line_of_id(incident_id)
        if line is not None:
            self.dataChanged.emit(self.index(line, 0), self.index(line, len(Column) - 1))

    def block_failed(self, block: int) -> None:
        """A block could not be read; it is asked for again when it is looked at again."""
        self._asked.discard(block)

    def row_at(self, line: int) -> QueueRow | None:
        """The row on a line; None for a head and for a row that has not come yet, which is then asked for."""
        offset = self.layout_of_lines.offset_at(line)
        if offset is None:
            return None
        number, place = divmod(offset, BLOCK)
        block = self._blocks.get(number)
        if block is None:
            self._want(number)
            return None
        return block[place] if place < len(block) else None

    def look_ahead(self, first_line: int, last_line: int) -> None:
        """Ask for what lies just before and behind the lines between these two, both included, and is not there."""
        before, behind = max(0, first_line - AHEAD), min(last_line + AHEAD, self.layout_of_lines.lines - 1)
        for line in (before, behind):
            offset = self.layout_of_lines.offset_at(line)
            if offset is not None and offset // BLOCK not in self._blocks:
                self._want(offset // BLOCK)

    def _want(self, number: int) -> None:
        if number not in self._asked:
            self._asked.add(number)
            self.block_wanted.emit(number)

    def known_row(self, line: int) -> QueueRow | None:
        """The row on a line as far as it is in memory; nothing is asked for."""
        offset = self.layout_of_lines.offset_at(line)
        if offset is None:
            return None
        number, place = divmod(offset, BLOCK)
        block = self._blocks.get(number, ())
        return block[place] if place < len(block) else None

    def times_moved(self, first: int, last: int) -> None:
        """The moment has moved on for the rows between these lines, both included: only those in view are told."""
        last = min(last, self.rowCount() - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first, Column.SLA), self.index(last, Column.UPDATED))

    def head_at(self, line: int) -> Head | None:
        """The head on a line; None for a row."""
        return self.layout_of_lines.head_at(line)

    def line_of_id(self, incident_id: str) -> int | None:
        """The line of an incident among the blocks in memory."""
        found = self._place(incident_id)
        if found is None:
            return None
        line = self.layout_of_lines.line_of(found[0] * BLOCK + found[1])
        return line if line < self.layout_of_lines.lines else None

    def place_of(self, incident_id: str) -> Place | None:
        """Where an incident stands among the rows of the open groups, and its neighbours as far as they are here."""
        found = self._place(incident_id)
        if found is None:
            return None
        offset = found[0] * BLOCK + found[1]
        if offset == HELD:
            return self._place_of_held()
        return Place(offset + 1, self.layout_of_lines.rows, self._id_at(offset - 1), self._id_at(offset + 1))

    def _place_of_held(self) -> Place | None:
        """Its neighbours are those between which it stands."""
        line, layout = self.layout_of_lines.held_line, self.layout_of_lines
        if line is None:
            return None
        above = (layout.offset_at(each) for each in range(line - 1, -1, -1))
        before = next((offset for offset in above if offset is not None), -1)
        return Place(before + 1, layout.rows, self._id_at(before), self._id_at(before + 1))

    def _place(self, incident_id: str) -> tuple[int, int] | None:
        """The block of an incident and its place there."""
        for number, block in self._blocks.items():
            for place, row in enumerate(block):
                if row.id == incident_id:
                    return number, place
        return None

    def _id_at(self, offset: int) -> str | None:
        number, place = divmod(offset, BLOCK)
        block = self._blocks.get(number, ()) if offset >= 0 else ()
        return block[place].id if place < len(block) else None

    def first_rows(self, count: int) -> tuple[QueueRow, ...]:
        """The first rows, as far as they are in memory."""
        return self._blocks.get(0, ())[:count]

    def block_numbers(self, first_line: int, last_line: int) -> list[int]:
        """Which blocks the lines between these two, both included, are made of; always at least one."""
        found = set()
        for line in range(max(0, first_line), min(last_line, self.layout_of_lines.lines - 1) + 1):
            offset = self.layout_of_lines.offset_at(line)
            if offset is not None and offset != HELD:
                found.add(offset // BLOCK)
        return sorted(found) or [0]

    def set_marked(self, ids: Sequence[str], *, marked: bool) -> None:
        """Select rows for several, or no longer."""
        (self.marked.update if marked else self.marked.difference_update)(ids)
        # Looking for the lines of thousands costs more than having all marks in view painted.
        line = self.line_of_id(ids[0]) if len(ids) == 1 else None
        first, last = (line, line) if line is not None else (0, self.rowCount() - 1)
        if ids and last >= 0:
            self.dataChanged.emit(self.index(first, Column.MARK), self.index(last, Column.MARK))

    def marks_of_all(self) -> Qt.CheckState:
        """Whether all that the filter finds are selected for several, or some."""
        if not self.marked:
            return Qt.CheckState.Unchecked
        is_all = len(self.marked) >= self.layout_of_lines.summary.total
        return Qt.CheckState.Checked if is_all else Qt.CheckState.PartiallyChecked

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Heads and rows."""
        return 0 if parent.isValid() else self.layout_of_lines.lines

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Always all; the view hides what does not fit."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Text for those who cannot see the painted cell, and tool tips; the delegate reads the rows themselves."""
        if role not in {_DISPLAY, _TOOL_TIP, _SPOKEN} or not index.isValid():
            return None
        line, column = index.row(), index.column()
        row = self.row_at(line)
        if row is None:
            return self._of_head(line, column, role)
        if column == Column.MARK:
            return None if role != _SPOKEN else (tr("Selected") if row.id in self.marked else tr("Not selected"))
        if role == _DISPLAY:
            return self.wording.text(row, column)
        said = self.wording.tool_tip(row, column) if role == _TOOL_TIP else self.wording.spoken(row, column)
        if column == Column.SUMMARY and row.id in self.gone:
            said = tr("{said}. It no longer matches, and stays until you move on", said=said)
        if column == Column.SUMMARY and role == _SPOKEN and row.id in self.marked:
            # The cell that has the keyboard; a card has no other that could say so.
            said = tr("Selected: {said}", said=said)
        return said

    def _of_head(self, line: int, column: int, role: int) -> str | None:
        head = self.head_at(line)
        if head is None:
            return tr("Loading") if role == _SPOKEN else None
        if column != Column.SUMMARY and role == _DISPLAY:
            return None
        state = tr("collapsed") if head.collapsed else tr("expanded")
        text = f"{head.group.label}, {head.group.incidents}"
        return f"{text}, {state}" if role == _SPOKEN else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Titles, and what the titleless columns are."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        spec = SPECS[Column(section)]
        if role == _DISPLAY:
            return spec.title
        return spec.spoken if role in {_TOOL_TIP, _SPOKEN} else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads can be stood on, so that the keyboard can open and close them."""
        return _FLAGS if index.isValid() else _NO_FLAGS
