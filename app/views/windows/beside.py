"""A window beside the first one: its own keys, toasts and sheets, over what all windows have together."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from app.views.action_catalogue import CATALOGUE
from app.views.actions import ActionRegistry
from app.views.context import ViewContext
from app.views.pages import Page
from app.views.toolkit.toast import Toasts
from app.views.widgets.page_stack import PageStack
from app.views.widgets.strips import InfoStrip
from app.views.windows.desk_window import DeskWindow
from app.views.windows.forwarding import bind_apart

if TYPE_CHECKING:
    from app.domain.events import Event
    from app.views.main_window import MainWindow
    from app.views.windows.windows import Windows

LEAST = (720, 440)


class WindowBeside(DeskWindow):
    """`closed` tells that it was closed; `changed` that it stands elsewhere, has another size or something else in it.

    `key` is what stands in it: the id of an incident, or the key of the draft of a call.
    """

    closed = Signal()
    changed = Signal()

    def __init__(self, main: "MainWindow", windows: "Windows", key: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.main, self.theme, self.key = main, main.theme, key
        self.stack = PageStack()
        self.stack.setObjectName("pages")
        actions, toasts = ActionRegistry(CATALOGUE, self), Toasts(self.ground, main.context.toasts)
        go = partial(windows.go_from, self)
        self.context = ViewContext(main.context.common, actions, toasts, go, stage=self.stack, is_apart=True)
        self.page = Page(self.context)
        self.stack.addWidget(self.page)
        self._lay_out()
        actions.set_actor(main.context.actor)
        bind_apart(self)

    def _lay_out(self) -> None:
        self.setMinimumSize(*LEAST)
        self.away = InfoStrip("", "amber", icon="wifi-off")
        self._say_away(self.main.link.words)
        self.main.link.told.connect(self._say_away)
        column = QVBoxLayout(self.ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.away)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(self.ground)

    @property
    def is_worth_keeping(self) -> bool:
        """Whether it is to be there again at the next start."""
        return True

    def hear(self, event: "Event") -> None:
        """Something happened at the desk."""

    def act(self, action_id: str) -> None:
        """Do something in it."""
        self.context.actions.run(action_id)

    def leave(self) -> None:
        """It closes: write what was typed, wait for nothing."""

    def put(self, page: Page) -> None:
        """Show this page from now on, in place of the empty one."""
        before, self.page = self.page, page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.stack.removeWidget(before)
        before.deleteLater()
        self.context.actions.set_page(page)

    def show_without_keyboard(self) -> None:
        """Show it beside what somebody is working in."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, True)
        self.show()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)

    def _say_away(self, words: str) -> None:
        self.away.set_text(words, "amber", "wifi-off")
        self.away.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing in the window has a use for closes it; what is typed is kept."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers() and not event.isAutoRepeat():
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """What can be done may have changed while another window had the keyboard."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.context.actions.refresh()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Where it stands is remembered."""
        super().moveEvent(event)
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """So is its size."""
        super().resizeEvent(event)
        self.changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is kept without a question."""
        self.leave()
        self.context.toasts.leave()
        super().closeEvent(event)
        self.closed.emit()
