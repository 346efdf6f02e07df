"""The backlog of each group as one bar, parted by priority, with the number in each part."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.wording import number, tr
from app.services.dashboard.dto import Figure
from app.views.dashboard.cells import BESIDE, FigureButton
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded, paint_focus_ring, paint_left, text_width
from app.views.toolkit.mirror import painter_on

Watch = Callable[[FigureButton], FigureButton]
_ROW: Final = 34
_BAR: Final = 24
_LEAST: Final = 24
"""Pixels of a part, so that it can be hit and its number read, however small it is."""
_LOOKS: Final = {"1": ("redfill", "onred"), "2": ("chart2", "onchart2"), "3": ("accentfill", "onaccent")}
_OTHER: Final = ("slatetint", "slate")


class Part(FigureButton):
    """One priority of one group; where there is room it names its priority too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_BAR)
        self.setParent(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The part and its number."""
        figure = self.figure
        if figure is None:
            return
        painter, box = painter_on(self), QRectF(self.rect())
        fill, ink = _LOOKS.get(figure.key, _OTHER)
        # A pale part has an edge, or it could hardly be told from the card and from the part beside it.
        fill_rounded(painter, box.adjusted(0, 0, -1, 0), 3, fill, ink if figure.key not in _LOOKS else None)
        words = number(int(figure.value or 0))
        named = f"P{figure.key} · {words}"
        if text_width(tokens.CAPTION_STRONG, named) + 10 < box.width():
            words = named
        wide = text_width(tokens.CAPTION_STRONG, words)
        middle = box.adjusted((box.width() - wide) / 2, 0, 4, 0)
        paint_left(painter, tokens.CAPTION_STRONG, ink, middle, words)
        if self.hasFocus():
            paint_focus_ring(painter, box, 3, ink)


class Backlog(QWidget):
    """A row for each group, the longest bar for the largest backlog."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self._rows: list[tuple[str, list[Figure]]] = []
        self.parts: list[Part] = []
        self.setAccessibleName(tr("Backlog by group"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(240, max(1, len(self._rows)) * _ROW)

    def minimumSizeHint(self) -> QSize:
        """The rows are never cut."""
        return self.sizeHint()

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these, group by group, in the parts that are there already."""
        self._rows = [(name, list(found)) for name, found in groupby(figures, key=lambda each: each.label)]
        while len(self.parts) > len(figures):
            part = self.parts.pop()
            part.hide()
            part.deleteLater()
        while len(self.parts) < len(figures):
            part = Part(self)
            self._watch(part)
            self.parts.append(part)
            part.show()
        for part, figure in zip(self.parts, figures, strict=True):
            part.show_figure(figure)
        self.updateGeometry()
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The parts share the width that is there now."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """The other direction has everything at the other side."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    def _columns(self) -> tuple[float, float]:
        names = [text_width(tokens.UI, name) for name, _ in self._rows]
        left = min(max([60.0, *names]) + BESIDE + 12, self.width() * 0.5)
        return left, max(40.0, self.width() - left - 40)

    def _widths(self, row: list[Figure], whole: float, most: float) -> list[float]:
        wide = [max(_LEAST, whole * (each.value or 0) / most) for each in row]
        over = max(1.0, sum(wide) / whole)
        return [max(_LEAST, each / over) for each in wide]

    def _place(self) -> None:
        left, whole = self._columns()
        most = max([1.0, *(sum(each.value or 0 for each in row) for _, row in self._rows)])
        parts = iter(self.parts)
        for line, (_, row) in enumerate(self._rows):
            at = left
            for wide in self._widths(row, whole, most):
                box = QRectF(at, line * _ROW + (_ROW - _BAR) / 2, wide, _BAR)
                next(parts).setGeometry(self._really(box).toAlignedRect())
                at += wide

    def _really(self, box: QRectF) -> QRectF:
        """Where a box stands in a language that runs the other way."""
        left = self.width() - box.right() if self.isRightToLeft() else box.left()
        return QRectF(left, box.top(), box.width(), box.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The names, and the sums where the bars end."""
        painter, (left, whole) = painter_on(self), self._columns()
        most = max([1.0, *(sum(each.value or 0 for each in row) for _, row in self._rows)])
        for line, (name, row) in enumerate(self._rows):
            paint_left(painter, tokens.UI, "text", QRectF(BESIDE, line * _ROW, left - BESIDE - 8, _ROW), name)
            end = left + sum(self._widths(row, whole, most))
            total = number(int(sum(each.value or 0 for each in row)))
            paint_left(painter, tokens.UI_MEDIUM, "text", QRectF(end + 8, line * _ROW, 40, _ROW), total)


def legend() -> str:
    """How the parts follow each other, in words: their order is the same in each bar."""
    return tr("Open incidents by priority, from the highest on")
