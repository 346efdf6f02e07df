"""The hand-overs of the desk, the newest first."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.wording import tr
from app.services.handovers.dto import HandoverRow
from app.views.context import ViewContext
from app.views.handover.read_view import told
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import EmptyState

_ID = int(Qt.ItemDataRole.UserRole)


class ListView(QWidget):
    """`opened` carries the id of a hand-over, `new_wanted` asks for a sheet."""

    opened = Signal(str)
    new_wanted = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.new = Button(tr("Hand over a shift"), kind="primary", icon="clipboard-list", height=Size.BUTTON_PAGE)
        self.new.clicked.connect(lambda _checked=False: self.new_wanted.emit())
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Hand-overs, newest first"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.empty = EmptyState("clipboard-list", tr("Reading the hand-overs"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.list)
        self.loading = LoadingLine()
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.addWidget(Label(tr("Hand-overs"), tokens.VIEW_TITLE), 1)
        head.addWidget(self.new)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.loading)
        body = QHBoxLayout()
        body.setContentsMargins(12, 0, 12, 12)
        body.addWidget(self.stack)
        whole.addLayout(body, 1)

    def load(self) -> None:
        """Read them."""
        desk, actor = self._context.desk, self._context.actor
        self.loading.start()
        self._context.background.read(
            lambda: desk.handovers.list(actor), self._show, self._failed, key=f"handovers-{id(self)}"
        )

    def _show(self, rows: tuple[HandoverRow, ...]) -> None:
        self.loading.stop()
        first, current = self.list.count() == 0, self.list.currentItem()
        chosen = "" if current is None else str(current.data(_ID))
        self.list.clear()
        for row in rows:
            name = row.group_name or tr("The whole desk")
            when = self._context.formats.moment(row.handed_at, self._context.now())
            item = QListWidgetItem(f"{when}   {name}   {told(self._context, row)}")
            item.setSizeHint(QSize(100, Size.ROW))
            item.setToolTip(item.text())
            item.setData(_ID, row.id)
            self.list.addItem(item)
        self.stack.setCurrentIndex(1 if rows else 0)
        if rows:
            self.list.setCurrentRow(next((place for place, row in enumerate(rows) if row.id == chosen), 0))
            # Later readings come by themselves, while the keyboard may be anywhere.
            if first and self.isVisible():
                self.list.setFocus()
        else:
            hint = tr("What is handed over at the end of a shift is kept here.")
            self.empty.set_text("clipboard-list", tr("No shift was handed over yet"), hint)
            self.empty.add_button(tr("Hand over a shift"), self.new_wanted.emit)

    def _failed(self, error: DeskError) -> None:
        self.loading.stop()
        self.stack.setCurrentIndex(0)
        self.empty.set_text("circle-alert", tr("The hand-overs cannot be shown"), str(error))
        self.empty.add_button(tr("Try again"), self.load, kind="primary")

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(str(item.data(_ID)))
