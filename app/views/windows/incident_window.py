"""One incident in a window of its own, with everything that its page has; it is shown at once and filled in turns."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.errors import Away, DeskError
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.views.action_catalogue import CATALOGUE
from app.views.actions import ActionRegistry
from app.views.context import ViewContext
from app.views.pages import Location, Page
from app.views.toolkit.dressing import dress_ahead
from app.views.toolkit.toast import Toasts
from app.views.toolkit.turns import Pieces, Turns
from app.views.widgets.page_stack import PageStack
from app.views.widgets.strips import InfoStrip
from app.views.windows.desk_window import DeskWindow
from app.views.windows.forwarding import bind_apart

if TYPE_CHECKING:
    from app.domain.events import Event
    from app.services.incidents.dto import IncidentDetail
    from app.views.incident.page import IncidentPage
    from app.views.main_window import MainWindow
    from app.views.windows.windows import Windows

LEAST = (720, 440)


class IncidentWindow(DeskWindow):
    """`closed` tells that the person closed it; `moved` that it stands elsewhere or is of another size.

    `gone` carries why there was nothing to show from the beginning: the incident may not be seen, or is not there.
    """

    closed = Signal()
    moved = Signal()
    gone = Signal(object)

    def __init__(self, main: "MainWindow", windows: "Windows", incident_id: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.main, self.theme, self.incident_id = main, main.theme, incident_id
        self.incident: IncidentPage | None = None
        self.stack = PageStack()
        self.stack.setObjectName("pages")
        self.context = ViewContext(
            main.context.common,
            ActionRegistry(CATALOGUE, self),
            Toasts(self.ground, main.context.toasts),
            partial(windows.go_from, self),
            stage=self.stack,
            is_apart=True,
        )
        self.page = Page(self.context)
        self.stack.addWidget(self.page)
        self._turns, self._act = Turns(self), ""
        self._is_known = False
        self._lay_out(main)
        self.context.actions.set_actor(main.context.actor)
        bind_apart(self)

    def _lay_out(self, main: "MainWindow") -> None:
        self.setWindowTitle(tr("Incident – Mainstay"))
        self.setMinimumSize(*LEAST)
        self.away = InfoStrip("", "amber", icon="wifi-off")
        self._say_away(main.link.words)
        main.link.told.connect(self._say_away)
        column = QVBoxLayout(self.ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.away)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(self.ground)

    @property
    def here(self) -> Location:
        """The incident."""
        return Location("incident", self.incident_id)

    def begin(self, act: str = "", *, focus: bool = True) -> None:
        """Make the page, a piece in each turn, and show the incident; `act` is done there at once."""
        self._act = act
        self._turns.begin(self._make(focus=focus))

    def _make(self, *, focus: bool) -> Pieces:
        # Loaded here, as the first window does: the first picture has to come without it.
        from app.views.incident.page import IncidentPage

        yield
        page = IncidentPage(self.context, at_once=False)
        # There is no list to go up to: what Esc leaves is the window.
        page.is_in = None
        yield
        while page.make_piece():
            yield
        yield from dress_ahead(page)
        self._put(page)
        page.open(self.incident_id)
        if self._act:
            page.act(self._act)
        if focus:
            page.focus_start()

    def _put(self, page: "IncidentPage") -> None:
        self.incident = page
        page.shown.connect(self._show)
        page.writing.casework.lost.connect(self._lost)
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

    def act(self, action_id: str) -> None:
        """Do something with the incident, once it is shown."""
        self._act = action_id
        if self.incident is not None:
            self.incident.act(action_id)

    def hear(self, event: "Event") -> None:
        """Something happened at the desk."""
        if self.incident is not None:
            self.incident.hear(event)

    def _show(self, detail: "IncidentDetail") -> None:
        self._is_known = True
        number = incident_number(detail.number)
        self.setWindowTitle(tr("{number} {summary} – Mainstay", number=number, summary=detail.short_description))

    def _lost(self, error: DeskError) -> None:
        if not self._is_known and not isinstance(error, Away):
            self.gone.emit(error)

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
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """So is its size."""
        super().resizeEvent(event)
        self.moved.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is kept without a question."""
        self._turns.stop()
        if self.incident is not None:
            self.incident.leave()
        self.context.toasts.leave()
        super().closeEvent(event)
        self.closed.emit()
