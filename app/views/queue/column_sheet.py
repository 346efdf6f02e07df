"""The sheet in which the columns of the queue are put in order: the way of the keyboard for dragging their titles."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.queue.column_order import items_of
from app.views.queue.columns import Column
from app.views.toolkit import tokens
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.order_list import OrderList

if TYPE_CHECKING:
    from app.views.queue.column_order import ColumnOrder

_WIDTH: Final = 420
_HEIGHT: Final = 580
_BEFORE_ALL: Final = 100
"""The share of the list of what height there is; beyond what its rows need it takes none."""


class ColumnSheet(FloatingSheet):
    """What is moved stands in the list at once; Esc puts the sheet away."""

    def __init__(self, host: QWidget, order: "ColumnOrder") -> None:
        super().__init__(host)
        self._order = order
        self.setAccessibleName(tr("Order of the columns"))
        cross = IconButton("x", tr("Close (Esc)"), size=28)
        cross.clicked.connect(lambda _checked=False: self.close_sheet())
        head = QHBoxLayout()
        head.addWidget(Label(tr("Order of the columns"), tokens.SHEET_TITLE), 1)
        head.addWidget(cross)
        self.rows = OrderList(tr("Columns from the first to the last"))
        self.rows.moved.connect(self._move)
        self.usual = Button(tr("Usual order"), kind="secondary")
        self.usual.clicked.connect(lambda _checked=False: self._reset())
        foot = QHBoxLayout()
        foot.addWidget(ElidedLabel(tr("Alt+Up and Alt+Down move a column"), tokens.META, "text3"), 1)
        foot.addWidget(self.usual)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 14, 16, 16)
        column.addLayout(head)
        column.addWidget(self.rows, _BEFORE_ALL)
        column.addStretch(1)
        column.addLayout(foot)
        shown = order.shown()
        self._show(shown[0] if shown else None)

    def start(self) -> None:
        """Show it in the middle of the window."""
        self.show_in_the_middle(QSize(_WIDTH, _HEIGHT), self.rows)

    def _move(self, source: int, target: int) -> None:
        shown = self._order.shown()
        self._order.move(shown[source], shown[target])
        self._show(shown[source])

    def _reset(self) -> None:
        self._order.reset()
        self._show(self._order.shown()[0])

    def _show(self, chosen: Column | None) -> None:
        self.rows.show_items(items_of(self._order.shown()), "" if chosen is None else chosen.name)
        # In a low window it scrolls; it must not lie over what stands below it.
        self.rows.setMinimumHeight(0)
