"""The tiles and cards of the dashboard, filled with figures as they come."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.services.dashboard.dto import Figure, Figures, Section
from app.services.incidents.queue_dto import QueueRow
from app.views.dashboard.cells import Cell, FigureButton, Pressed, RiskRow, Tile
from app.views.dashboard.wording import PARTS
from app.views.settings_page.cards import Card
from app.views.toolkit import tokens
from app.views.toolkit.formats import Formats, written
from app.views.widgets.labels import Label

_Figure = TypeVar("_Figure", bound=FigureButton)
_GAP: Final = 12
_NAME: Final = 84
_LARGE: Final = {Section.NOW: 4, Section.STRETCH: 5}


class Bars(Card):
    """A card with a line for each figure, the longest bar for the largest."""

    def __init__(self, section: Section, empty: str) -> None:
        super().__init__(PARTS[section])
        self.cells: list[Cell] = []
        self.body.setSpacing(0)
        self._empty = Label(empty, tokens.UI, "text3", wrap=True)
        self.body.addWidget(self._empty)

    def show_figures(self, figures: Sequence[Figure], board: "Board") -> None:
        """Show these, in the cells that are there already."""
        while len(self.cells) > len(figures):
            cell = self.cells.pop()
            cell.hide()
            cell.deleteLater()
        while len(self.cells) < len(figures):
            self.cells.append(board.watched(Cell()))
            self.body.addWidget(self.cells[-1])
        most = max((figure.value or 0 for figure in figures), default=0)
        for cell, figure in zip(self.cells, figures, strict=True):
            cell.show_among(figure, most)
        self._empty.setVisible(not figures)


class Pairs(Card):
    """A card with two figures a line, as for the days and for the weeks."""

    def __init__(self, title: str, hint: str, sections: tuple[Section, Section]) -> None:
        super().__init__(title, hint)
        self._sections = sections
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._grid.setColumnMinimumWidth(0, _NAME)
        for column, section in enumerate(sections, 1):
            self._grid.addWidget(Label(PARTS[section], tokens.META_MEDIUM, "text2"), 0, column)
            self._grid.setColumnStretch(column, 1)
        self.body.addLayout(self._grid)
        self._names: list[Label] = []
        self.cells: list[Cell] = []

    def show_figures(self, found: Figures, board: "Board") -> None:
        """Show those of both parts, line by line."""
        pairs = list(zip(*(found.of(section) for section in self._sections), strict=True))
        while len(self._names) < len(pairs):
            line = len(self._names) + 1
            self._names.append(Label("", tokens.UI))
            self._grid.addWidget(self._names[-1], line, 0)
            for column in (1, 2):
                self.cells.append(board.watched(Cell(named=False)))
                self._grid.addWidget(self.cells[-1], line, column)
        most = max((figure.value or 0 for pair in pairs for figure in pair), default=0)
        for number, pair in enumerate(pairs):
            self._names[number].setText(pair[0].label)
            for place, figure in enumerate(pair):
                self.cells[2 * number + place].show_among(figure, most)


class Board(QWidget):
    """`wanted` carries a filter, `opened` the id of an incident."""

    wanted = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.about = Label("", tokens.META, "text2", wrap=True)
        self.tiles = {section: [self.watched(Tile()) for _ in range(count)] for section, count in _LARGE.items()}
        nothing = tr("Nothing is open.")
        self.bars = {
            section: Bars(section, nothing)
            for section in (Section.TEAM, Section.WORKLOAD, Section.PRIORITY, Section.AGE)
        }
        self.weeks = Pairs(
            tr("In time, by week"), tr("By the week in which incidents were opened"),
            (Section.RESPONSE_BY_WEEK, Section.RESOLUTION_BY_WEEK),
        )  # fmt: skip
        self.days = Pairs(tr("Opened and resolved, by day"), "", (Section.OPENED, Section.RESOLVED))
        self.risk = Card(tr("At risk now"), tr("Open incidents by the time that is left"))
        self.risk.body.setSpacing(0)
        self.calm = Label(nothing, tokens.UI, "text3", wrap=True)
        self.risk.body.addWidget(self.calm)
        self.rows: list[RiskRow] = []
        self._lay_out()

    def watched(self, cell: _Figure) -> _Figure:
        """A figure that leads to its rows."""
        cell.wanted.connect(self.wanted)
        return cell

    def _lay_out(self) -> None:
        tiles = QVBoxLayout()
        tiles.setSpacing(_GAP)
        for row in self.tiles.values():
            line = QHBoxLayout()
            line.setSpacing(_GAP)
            for tile in row:
                line.addWidget(tile, 1)
            tiles.addLayout(line)
        columns = QHBoxLayout()
        columns.setSpacing(_GAP)
        for cards in (
            (self.risk, self.bars[Section.PRIORITY]),
            (self.bars[Section.TEAM], self.bars[Section.AGE], self.days),
            (self.bars[Section.WORKLOAD], self.weeks),
        ):
            column = QVBoxLayout()
            column.setSpacing(_GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 4, 20, 20)
        whole.setSpacing(_GAP)
        for each in (self.about, tiles, columns):
            whole.addLayout(each) if isinstance(each, QLayout) else whole.addWidget(each)
        whole.addStretch(1)

    def pressable(self) -> list[Pressed]:
        """Everything that leads somewhere, as it stands on the page."""
        found = [each for each in self.findChildren(Pressed) if not each.isHidden() and each.isVisibleTo(self)]
        return sorted(found, key=lambda each: _place(each, self))

    def show_now(self, found: Figures) -> None:
        """What stands open."""
        for tile, figure in zip(self.tiles[Section.NOW], found.of(Section.NOW), strict=True):
            tile.show_figure(figure)
        for section, card in self.bars.items():
            figures = found.of(section)
            card.show_figures([] if all(not each.value for each in figures) else figures, self)
            card.setVisible(section is not Section.TEAM or bool(figures))

    def show_stretch(self, found: Figures) -> None:
        """What came and went."""
        for tile, figure in zip(self.tiles[Section.STRETCH], found.of(Section.STRETCH), strict=True):
            tile.show_figure(figure)
        self.weeks.show_figures(found, self)
        named = tuple(
            each._replace(label=_day(each.key)) if each.section in {Section.OPENED, Section.RESOLVED} else each
            for each in found.figures
        )
        self.days.show_figures(found._replace(figures=named), self)

    def show_risk(self, rows: Sequence[QueueRow], now: datetime) -> None:
        """The incidents whose clocks are next."""
        had = next((number for number, row in enumerate(self.rows) if row.hasFocus()), None)
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = [RiskRow(row, now) for row in rows]
        for row in self.rows:
            row.opened.connect(self.opened)
            self.risk.body.addWidget(row)
        self.calm.setVisible(not self.rows)
        if had is not None and self.rows:
            self.rows[min(had, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)


def _place(each: QWidget, board: QWidget) -> tuple[bool, int, int, int]:
    """Tiles first, then column by column from above."""
    at = each.mapTo(board, each.rect().topLeft())
    is_tile = isinstance(each, Tile)
    column = 3 * at.x() // max(board.width(), 1)
    return (not is_tile, at.y(), at.x(), 0) if is_tile else (True, column, at.y(), at.x())


def _day(key: str) -> str:
    return written(datetime.combine(date.fromisoformat(key), datetime.min.time()), tr("ddd d MMM"))


def stretch_words(found: Figures, formats: Formats, now: datetime) -> str:
    """From when to when, and as of when."""
    first, last = (
        written(datetime.combine(day, datetime.min.time()), tr("d MMM yyyy"))
        for day in (found.first_day, found.last_day)
    )
    at = formats.within(found.at, now)
    if first == last:
        return tr("{day}, as of {at}", day=last, at=at)
    return tr("{first} to {last}, as of {at}", first=first, last=last, at=at)
