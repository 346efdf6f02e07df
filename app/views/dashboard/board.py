"""The tiles and cards of the dashboard, filled with figures as they come."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.wording import tr, trn
from app.services.dashboard.dto import Figure, Figures, Section
from app.services.incidents.queue_dto import QueueRow
from app.views.dashboard.backlog import Backlog, legend
from app.views.dashboard.cells import BESIDE, Cell, FigureButton, Pressed, RiskRow, Tile
from app.views.dashboard.charts import Attainment, Days, HeatMap, Spot
from app.views.dashboard.comparisons import beside
from app.views.dashboard.wording import PARTS
from app.views.settings_page.cards import Card
from app.views.toolkit import tokens
from app.views.toolkit.formats import Formats, written
from app.views.toolkit.mirror import set_margins
from app.views.widgets.labels import Label

_Figure = TypeVar("_Figure", bound=FigureButton)
_Content = TypeVar("_Content", bound=QWidget)
_GAP: Final = 12
_BESIDE_FROM: Final = 960
"""Pixels of width: as with text at 150 % on a small laptop, cards stand below each other in less."""
_FIRST: Final = ("open", "breached", "soon", "response", "resolution")
_SECOND: Final = ("unassigned", "mttr", "opened", "resolved")
_STANDING: Final = frozenset({"open", "breached", "soon", "unassigned"})
"""Tiles of what stands open now; the others tell of the stretch."""

_LINES: Final[Mapping[str, tuple[int, Section, str]]] = {
    "open": (1, Section.OPEN_BY_DAY, tr("The line: open at the end of each day, and now")),
    "breached": (1, Section.BREACHED_BY_DAY, tr("The line: breached at the end of each day, and now")),
    "soon": (0, Section.DUE, tr("The line: due in each of the next hours")),
    "response": (1, Section.RESPONSE_BY_WEEK, tr("The line: the same by week")),
    "resolution": (1, Section.RESOLUTION_BY_WEEK, tr("The line: the same by week")),
    "opened": (1, Section.OPENED, tr("The line: the same by day")),
    "resolved": (1, Section.RESOLVED, tr("The line: the same by day")),
}
"""Which figures the small line of a tile shows, and what it is in words."""

_TO_NOW: Final = frozenset({Section.OPEN_BY_DAY, Section.BREACHED_BY_DAY})
"""Lines of days before, which end with the figure of now."""

_BY_DAY: Final = _TO_NOW | {Section.OPENED, Section.RESOLVED}

PARTS_OF_WEEKS: Final = (tr("In time, by week"), tr("By the week in which incidents were opened"))


class BoardCard(Card):
    """A card of the dashboard, which is as high as the one beside it."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title, hint, beside=BESIDE)
        self.setProperty("card", "board")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addStretch(1)

    def give_height(self) -> None:
        """Leave all height to the content, which grows."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretch(column.count() - 1, 0)
            column.setStretchFactor(self.body, 1)


def _said(words: str) -> Label:
    """What a card says in place of its lines; it begins where they and the title do."""
    label = Label(words, tokens.UI, "text3", wrap=True)
    set_margins(label, BESIDE, 4, BESIDE, 0)
    return label


class Bars(BoardCard):
    """A card with a line for each figure, the longest bar for the largest."""

    def __init__(self, section: Section, empty: str) -> None:
        super().__init__(PARTS[section])
        self.cells: list[Cell] = []
        self.body.setSpacing(0)
        self._empty = _said(empty)
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


class TileRows(QVBoxLayout):
    """Tiles in one row, or in two where one has no room for their words; the upper one has the odd tile."""

    def __init__(self, tiles: Sequence[Tile]) -> None:
        super().__init__()
        self._tiles, self._beside = tiles, True
        self._upper, self._lower = _line(*((tile, 1) for tile in tiles)), _line()
        self.setSpacing(_GAP)
        self.addLayout(self._upper)
        self.addLayout(self._lower)

    def arrange(self, *, beside: bool) -> None:
        """Have all of them in one row, or not."""
        if beside == self._beside:
            return
        self._beside = beside
        for tile in self._tiles[(len(self._tiles) + 1) // 2 :]:
            before, after = (self._lower, self._upper) if beside else (self._upper, self._lower)
            before.removeWidget(tile)
            after.addWidget(tile, 1)


class Board(QWidget):
    """`wanted` carries a filter, `opened` the id of an incident; on a wall it has only what can be read from afar."""

    wanted = Signal(str)
    opened = Signal(str)

    def __init__(self, *, wall: bool = False) -> None:
        super().__init__()
        self._wall = wall
        self.about = Label("", tokens.META, "text2", wrap=True)
        self.tiles = {key: self.watched(Tile()) for key in (*_FIRST, *_SECOND)}
        nothing = tr("Nothing is open.")
        self.bars = {section: Bars(section, nothing) for section in (Section.WORKLOAD, Section.PRIORITY, Section.AGE)}
        self.weeks, self.attainment = _card(PARTS_OF_WEEKS, Attainment(self.watched))
        self.days, self.by_day = _card((tr("Opened and resolved, by day"), ""), Days(self.watched))
        self.heat, self.arrivals = _card((PARTS[Section.ARRIVALS], ""), self.watched(HeatMap()))
        self.groups, self.backlog = _card((PARTS[Section.BACKLOG], legend()), Backlog(self.watched))
        self.risk = BoardCard(tr("At risk now"), tr("Open incidents by the time that is left"))
        self.risk.body.setSpacing(0)
        self.calm = _said(nothing)
        self.risk.body.addWidget(self.calm)
        self.rows: list[RiskRow] = []
        self._now: Figures | None = None
        self._stretch: Figures | None = None
        self._lay_out()

    def watched(self, cell: _Figure) -> _Figure:
        """A figure that leads to its rows."""
        cell.wanted.connect(self.wanted)
        return cell

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 4, 20, 20)
        whole.setSpacing(_GAP)
        whole.addWidget(self.about)
        self._rows = [TileRows([self.tiles[key] for key in keys]) for keys in (_FIRST, _SECOND)]
        whole.addLayout(self._rows[0])
        self._pairs = _line((self.weeks, 2), (self.risk, 1)), _line((self.days, 2), (self.groups, 1))
        # On a wall whatever height there is belongs to what can be read from afar.
        whole.addLayout(self._pairs[0], 1 if self._wall else 0)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(self._rows[1])
        column.addLayout(self._pairs[1])
        column.addWidget(self.heat)
        column.addLayout(_line(*((card, 1) for card in self.bars.values())))
        whole.addWidget(below)
        below.setVisible(not self._wall)
        if self._wall:
            self.weeks.give_height()
            self.attainment.fill_height()
        else:
            whole.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards and tiles stand beside each other only where the smallest has room for its words."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE_FROM
        for pair in self._pairs:
            pair.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        for rows in self._rows:
            rows.arrange(beside=beside)

    def pressable(self) -> list[Pressed]:
        """Everything that leads somewhere, as it stands on the page."""
        found = [each for each in self.findChildren(Pressed) if not each.isHidden() and each.isVisibleTo(self)]
        return sorted(found, key=lambda each: _place(each, self))

    def show_now(self, found: Figures) -> None:
        """What stands open."""
        self._now = found
        self._show_tiles()
        for section, card in self.bars.items():
            figures = found.of(section)
            card.show_figures([] if all(not each.value for each in figures) else figures, self)
        self.backlog.show_figures(found.of(Section.BACKLOG))

    def show_stretch(self, found: Figures) -> None:
        """What came and went."""
        named = tuple(
            each._replace(label=_day(each.key)) if each.section in _BY_DAY else each for each in found.figures
        )
        self._stretch = found._replace(figures=named)
        self._show_tiles()
        self.attainment.show_figures(self._stretch)
        self.by_day.show_figures(self._stretch)
        self.arrivals.show_figures(self._stretch)

    def show_stale(self, now: str, stretch: str) -> None:
        """Say on the figures of a part that could not be read that they are old; empty where it could."""
        for key, tile in self.tiles.items():
            tile.show_stale(now if key in _STANDING else stretch)
        for words, cards in (
            (now, (self.risk, self.groups, *self.bars.values())),
            (stretch, (self.weeks, self.days, self.heat)),
        ):
            for card in cards:
                card.note.setText(words)

    def _show_tiles(self) -> None:
        """Each with its line and its comparison, as far as they were read."""
        known = {each.key: each for part in (self._now, self._stretch) if part is not None for each in part.figures
                 if each.section in {Section.NOW, Section.STRETCH}}  # fmt: skip
        for key, tile in self.tiles.items():
            if key in known:
                tile.show_figure(known[key])
                line, what = self._line_of(key)
                tile.show_beside(line, what, beside(key, known, self._stretch))

    def _line_of(self, key: str) -> tuple[list[float | None], str]:
        part, section, what = _LINES.get(key, (0, Section.NOW, ""))
        found = (self._now, self._stretch)[part]
        if found is None or not what:
            return [], ""
        line = [each.value for each in found.of(section)]
        if section in _TO_NOW and self._now is not None:
            line += [each.value for each in self._now.of(Section.NOW) if each.key == key]
        return line, what

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


def _card(words: tuple[str, str], content: _Content) -> tuple[BoardCard, _Content]:
    card = BoardCard(*words)
    card.body.addWidget(content)
    return card, content


def _line(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(_GAP)
    for widget, share in parts:
        line.addWidget(widget, share)
    return line


def _place(each: QWidget, board: QWidget) -> tuple[int, int, int]:
    """Card by card as they are read, and within one as its figures stand."""
    card = each
    while (above := card.parentWidget()) is not None and above is not board and not isinstance(card, Card | Tile):
        card = above
    at, corner = each.mapTo(board, each.rect().topLeft()), card.mapTo(board, card.rect().topLeft())
    return corner.y(), corner.x(), at.y() if not isinstance(each, Spot) else at.x()


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


def stale_words(known: Figures | None, formats: Formats, now: datetime) -> str:
    """Of when figures are that could not be read anew."""
    if known is None:
        return tr("Could not be read")
    return tr("As of {at}, not read since", at=formats.within(known.at, now))


def of_another_words(group: str, days: int) -> str:
    """Whose figures still stand there, where another group or stretch was chosen; 0 days where that does not matter."""
    if not days:
        return tr("Still of {group}", group=group)
    return trn("Still of {group}, {n} day", "Still of {group}, {n} days", days, group=group)
