"""The titles above the queue, by which it is sorted and its columns are sized, and the box that selects all."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.domain.wording import tr
from app.views.queue.columns import SPECS, Column
from app.views.queue.queue_table import QueueTable
from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill, paint_check_box, paint_left, paint_right, text_width
from app.views.toolkit.mirror import mirror
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size


class QueueHeader(QHeaderView):
    """The titles: a click sorts, another one turns the order round, one with Shift sorts what is alike;
    dragging an edge changes a width. Above the boxes of the rows stands one for all.
    """

    all_clicked = Signal()

    def __init__(self, table: QueueTable, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = table
        self.sorted: tuple[tuple[int, bool], ...] = ()
        self.is_further = False
        """Whether the click that is being answered was one with Shift."""
        self.setFixedHeight(Size.COLUMN_HEAD)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(28)
        self.setAccessibleName(tr("Columns"))
        self.sectionClicked.connect(self._clicked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click ends."""
        self.is_further = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseReleaseEvent(event)
        self.is_further = False

    def _clicked(self, section: int) -> None:
        if section == Column.MARK:
            self.all_clicked.emit()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The title, and an arrow where the list is sorted by it."""
        painter.save()
        mirror(painter, self, QRectF(rect))
        paint_title(painter, QRectF(rect), Column(section), self.sorted, self._table.marks_of_all())
        painter.restore()


def paint_title(
    painter: QPainter,
    box: QRectF,
    column: Column,
    orders: Sequence[tuple[int, bool]],
    marked: Qt.CheckState = Qt.CheckState.Unchecked,
) -> None:
    """The title of a column, and an arrow where `orders`, columns and whether they descend, name it; fainter behind.

    Over the boxes of the rows it is one that is ticked where all are `marked`.
    """
    fill(painter, box, "surface")
    fill(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), "border")
    if column == Column.MARK:
        paint_check_box(painter, box.left() + 12, box.center().y(), marked)
        return
    title = SPECS[column].title
    right = column in {Column.UPDATED, Column.RISK, Column.REOPENED}
    if right:
        paint_right(painter, tokens.CAPTION_STRONG, "text2", box.adjusted(0, 0, -12, 0), title)
    else:
        paint_left(painter, tokens.CAPTION_STRONG, "text2", box.adjusted(8, 0, -4, 0), title)
    place = next((place for place, order in enumerate(orders) if order[0] == column), None)
    if place is None:
        return
    arrow, ink = "arrow-down" if orders[place][1] else "arrow-up", colour("text3" if place else "text2")
    width = text_width(tokens.CAPTION_STRONG, title)
    left = box.right() - 28 - width if right else box.left() + 8 + (width + 4 if title else 2)
    paint_icon(painter, arrow, ink, left, box.center().y() - 6, 12)
