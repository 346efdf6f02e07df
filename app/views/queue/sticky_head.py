"""The head that stays on top of a grouped queue while its rows scroll by."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.wording import tr
from app.views.queue.row_painter import paint_head
from app.views.toolkit.marks import pen
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size

if TYPE_CHECKING:
    from app.views.queue.table_view import QueueView


class StickyHead(QWidget):
    """The head of the group that has scrolled off, kept at the top of the list."""

    def __init__(self, view: "QueueView") -> None:
        super().__init__(view.viewport())
        self._view = view
        self.line = -1
        self.setFixedHeight(Size.GROUP_HEAD)
        # It fills its ground, so the rows below it need not be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Group in view"))

    def place(self) -> None:
        """Cover the top while the group's own head is above it; the next head pushes this one away."""
        view, layout = self._view, self._view.table.layout_of_lines
        top = view.rowAt(0)
        heads = [line for line in layout.head_lines() if line <= top]
        covered = bool(heads) and (heads[-1] != top or view.rowViewportPosition(top) < 0)
        self.setVisible(covered)
        if covered:
            self.line = heads[-1]
            later = next((line for line in layout.head_lines() if line > self.line), None)
            push = 0 if later is None else min(0, view.rowViewportPosition(later) - Size.GROUP_HEAD)
            self.setGeometry(0, push, view.viewport().width(), Size.GROUP_HEAD)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        head = self._view.table.head_at(self.line) if self.line >= 0 else None
        painter = painter_on(self)
        painter.fillRect(self.rect(), colour("raised"))
        if head is not None:
            paint_head(painter, QRectF(self.rect()), head)
        painter.setPen(pen("border"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._view.toggle(self.line)
        event.accept()
