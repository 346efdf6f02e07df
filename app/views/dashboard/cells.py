"""Figures that one can press, large on tiles and small with a bar; and incidents that are about to be late."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.domain.instants import micros
from app.domain.numbers import incident_number
from app.domain.sla.display import standing
from app.domain.wording import tr
from app.services.dashboard.dto import Figure, Unit
from app.services.incidents.queue_dto import QueueRow
from app.views.dashboard.wording import note_words, spoken, tip, value_words
from app.views.toolkit import tokens
from app.views.toolkit.clock_marks import paint_standing, standing_width
from app.views.toolkit.marks import (
    fill_rounded,
    paint_focus_ring,
    paint_left,
    paint_priority,
    paint_right,
    text_width,
)
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.tokens import Size

_TILE: Final = 84
_CELL: Final = 26
_RISK: Final = 40
_BAR: Final = 12
_TONES: Final = {"breached": "red", "soon": "orange", "p1": "red", "p2": "orange"}
"""What presses is written in its colour, where there is any; the words say it too."""


class Pressed(QAbstractButton):
    """A painted button of the dashboard; Enter presses it as Space does, and arrows go to its neighbours."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(80, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the rows."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class FigureButton(Pressed):
    """`wanted` carries the filter that finds the incidents behind the figure."""

    wanted = Signal(str)

    def __init__(self, height: int) -> None:
        super().__init__(height)
        self.figure: Figure | None = None
        self.clicked.connect(lambda _checked=False: self._want())

    def _want(self) -> None:
        if self.figure is not None:
            self.wanted.emit(self.figure.filter_text)

    def show_figure(self, figure: Figure) -> None:
        """Show this one."""
        self.figure = figure
        self.setAccessibleName(spoken(figure))
        self.setToolTip(tip(figure))
        self.update()

    def _ink(self) -> str:
        figure = self.figure
        return _TONES.get(figure.key, "text") if figure is not None and figure.value else "text"


class Tile(FigureButton):
    """A large figure with its name and how it was before."""

    def __init__(self) -> None:
        super().__init__(_TILE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name, figure, note."""
        painter, box = painter_on(self), QRectF(self.rect())
        fill_rounded(painter, box, Size.RADIUS_CARD, "hover" if self.underMouse() else "surface", "border")
        if self.figure is not None:
            inner = box.adjusted(12, 0, -8, 0)
            paint_left(
                painter, tokens.META_MEDIUM, "text2", QRectF(inner.left(), 7, inner.width(), 18), self.figure.label
            )
            large = QRectF(inner.left(), 25, inner.width(), 36)
            paint_left(painter, tokens.KEY_NUMBER, self._ink(), large, value_words(self.figure))
            note = QRectF(inner.left(), 62, inner.width(), 16)
            paint_left(painter, tokens.CAPTION, "text3", note, note_words(self.figure))
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CARD)


class Cell(FigureButton):
    """A small figure with a bar; the bar is that share of `most`, which is 1 for shares."""

    def __init__(self, *, named: bool = True) -> None:
        super().__init__(_CELL)
        self._named = named
        self._most = 1.0

    def show_among(self, figure: Figure, most: float) -> None:
        """Show this one beside others of which the largest is `most`."""
        self._most = 1.0 if figure.unit is Unit.SHARE else max(most, 1.0)
        self.show_figure(figure)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name, bar, figure."""
        painter, box = painter_on(self), QRectF(self.rect())
        if self.underMouse():
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "hover")
        figure = self.figure
        if figure is not None:
            words = value_words(figure)
            room = box.adjusted(6, 0, -6, 0)
            number = max(44, text_width(tokens.UI_MEDIUM, words) + 6)
            paint_right(painter, tokens.UI_MEDIUM, self._ink(), room, words)
            left = room.left()
            if self._named:
                name = room.width() * 0.44
                paint_left(painter, tokens.UI, "text", QRectF(left, room.top(), name - 6, room.height()), figure.label)
                left += name
            width = room.right() - number - left
            share = min((figure.value or 0.0) / self._most, 1.0)
            if width > 0 and share > 0:
                bar = QRectF(left, box.center().y() - _BAR / 2, max(2.0, width * share), _BAR)
                fill_rounded(painter, bar, 2, "chart1")
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)


class RiskRow(Pressed):
    """An incident with how its clock stands; `opened` carries its id."""

    opened = Signal(str)

    def __init__(self, row: QueueRow, now: datetime) -> None:
        super().__init__(_RISK)
        self._row = row
        self._standing = standing(row.sla, micros(now))
        number = incident_number(row.number)
        who = row.assignee_name or tr("Unassigned")
        self.setAccessibleName(f"{number}, P{row.priority}, {row.short_description}, {self._standing.spoken}, {who}")
        self.setToolTip(f"{row.short_description}\n{who}")
        self.clicked.connect(lambda _checked=False: self.opened.emit(row.id))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Priority, number, summary, and at the right how the clock stands."""
        painter, box = painter_on(self), QRectF(self.rect())
        if self.underMouse():
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "hover")
        middle = box.center().y()
        paint_priority(painter, box.left() + 6, middle, self._row.priority)
        clock = standing_width(self._standing)
        paint_standing(painter, box.right() - clock - 6, middle, self._standing)
        left = box.left() + 6 + Size.BADGE_WIDTH + 8
        width = box.right() - clock - 14 - left
        paint_left(painter, tokens.META_STRONG, "accent", QRectF(left, 3, width, 17), incident_number(self._row.number))
        paint_left(painter, tokens.UI, "text", QRectF(left, 20, width, 17), self._row.short_description)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)
