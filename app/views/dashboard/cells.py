"""Figures that one can press, large on tiles and small with a bar; and incidents that are about to be late."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPolygonF
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
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import (
    fill_rounded,
    paint_avatar,
    paint_focus_ring,
    paint_left,
    paint_priority,
    paint_right,
    pen,
    text_width,
)
from app.views.toolkit.mirror import is_mirrored, painter_on, upright
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size

_TILE: Final = 90
_LEAST_OF_A_LINE: Final = 2
_CELL: Final = 26
_RISK: Final = 44
BESIDE: Final = 6
"""Pixels at each end of a row for what shows that it is pointed at."""

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
    """A large figure with its name, a small line of how it went or will go, and one line of comparison.

    `stale` says since when it could not be read anew; then it is grey, and says so in place of the comparison.
    """

    def __init__(self) -> None:
        super().__init__(_TILE)
        self._line: tuple[float | None, ...] = ()
        self._beside: tuple[str, str, str] = ("", "", "")
        self._stale = ""

    def show_beside(self, line: Sequence[float | None], what: str, beside: tuple[str, str, str] = ("", "", "")) -> None:
        """Show a small line, and an icon, its ink and the words of the comparison; `what` says what the line is."""
        self._line, self._beside = tuple(line), beside
        if self.figure is not None:
            said = f"{spoken(self.figure)}. {beside[2]}" if beside[2] else spoken(self.figure)
            self.setAccessibleName(said)
            self.setToolTip("\n".join(filter(None, (tip(self.figure), what))))
        self.update()

    def show_stale(self, words: str) -> None:
        """Say that the figure is an old one; empty once it is read anew."""
        self._stale = words
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name, figure, line, comparison; before the first reading only the outline."""
        painter, box = painter_on(self), QRectF(self.rect())
        fill_rounded(painter, box, Size.RADIUS_TILE, "surface")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen("border2" if self.underMouse() else "border", 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Size.RADIUS_TILE, Size.RADIUS_TILE)
        figure = self.figure
        if figure is None:
            paint_left(painter, tokens.META, "text3", box.adjusted(14, 0, -10, 0), self._stale or tr("Loading…"))
        else:
            self._paint_figure(painter, box.adjusted(14, 0, -10, 0), figure)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_TILE)

    def _line_ink(self) -> str:
        """What is over is drawn in the colour of what is over."""
        return "red" if self._ink() == "red" else "chart1"

    def _paint_figure(self, painter: QPainter, inner: QRectF, figure: Figure) -> None:
        name = QRectF(inner.left(), 8, inner.width(), 18)
        paint_left(painter, tokens.META_MEDIUM, "text2", name, figure.label)
        large = QRectF(inner.left(), 26, inner.width(), 36)
        ink = "text3" if self._stale else self._ink()
        paint_left(painter, tokens.KEY_NUMBER, ink, large, value_words(figure))
        left = inner.left() + text_width(tokens.KEY_NUMBER, value_words(figure)) + 18
        room = QRectF(left, 30, inner.right() - 6 - left, 26)
        if room.width() > 40 and not self._stale:
            wide = min(90.0, room.width())
            spark(painter, QRectF(room.right() - wide, room.top(), wide, room.height()), self._line, self._line_ink())
        icon, tone, words = ("triangle-alert", "orange", self._stale) if self._stale else self._beside
        below = QRectF(inner.left(), 64, inner.width(), 18)
        if icon:
            paint_icon(painter, icon, colour(tone), below.left(), below.top() + 2, 14)
            below.setLeft(below.left() + 20)
        paint_left(painter, tokens.META, tone or "text3", below, words or note_words(figure))


def spark(painter: QPainter, box: QRectF, values: Sequence[float | None], ink: str) -> None:
    """A small line without axes that ends with a dot; what is not known is left out. Time is not mirrored."""
    if is_mirrored(painter):
        with upright(painter, box) as real:
            spark(painter, real, values, ink)
        return
    known = [value for value in values if value is not None]
    if len(known) < _LEAST_OF_A_LINE:
        return
    low, high = min(known), max(known)
    step = box.width() / (len(values) - 1)
    line, last = QPolygonF(), QPointF()
    for place, value in enumerate(values):
        if value is not None:
            share = 0.5 if high == low else (value - low) / (high - low)
            last = QPointF(box.left() + place * step, box.bottom() - share * box.height())
            line.append(last)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(ink, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ink))
    painter.drawEllipse(last, 2.5, 2.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)


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
            room = box.adjusted(BESIDE, 0, -BESIDE, 0)
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
        middle, inner = box.center().y(), box.adjusted(BESIDE, 0, -BESIDE, 0)
        paint_priority(painter, inner.left(), middle, self._row.priority)
        right = inner.right() - Size.AVATAR
        paint_avatar(painter, right, middle, self._row.assignee_name)
        right -= standing_width(self._standing) + 10
        paint_standing(painter, right, middle, self._standing)
        left = inner.left() + Size.BADGE_WIDTH + 10
        words = QRectF(left, 4, right - 8 - left, 18)
        paint_left(painter, tokens.META_STRONG, "accent", words, incident_number(self._row.number))
        paint_left(painter, tokens.UI, "text", words.translated(0, 18), self._row.short_description)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)
