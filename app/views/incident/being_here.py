"""What the person does at the incident that is open, for their colleagues to know: looks at it, types, or is away."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

from app.domain.presence import LOOKS_AFTER, TYPES_FOR, Doing
from app.views.context import ViewContext
from app.views.incident.casework import Casework

_SECOND: Final = 1000


class BeingHere(QObject):
    """Tells it when it changes; the thread that listens repeats it for as long as it holds."""

    def __init__(self, page: QWidget, context: ViewContext, casework: Casework) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        casework.loaded.connect(lambda detail: self._opened(detail.id))
        page.installEventFilter(self)
        self._incident_id = ""
        self._told: tuple[str, Doing | None] = ("", None)
        self._passing = self._timer(int(LOOKS_AFTER.total_seconds() * _SECOND))
        self._typing = self._timer(int(TYPES_FOR.total_seconds() * _SECOND))
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._focus_moved)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._tell)
        return timer

    def listen(self, *typing: Any) -> None:
        """Signals that come with each key that is pressed in a text."""
        for signal in typing:
            signal.connect(self._typed)

    def forget(self) -> None:
        """No incident is shown any more."""
        self._passing.stop()
        self._typing.stop()
        self._leave()
        self._incident_id = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page is shown again, or another one in its place."""
        if watched is self._page and event.type() == QEvent.Type.Show and self._incident_id:
            self._passing.start()
        elif watched is self._page and event.type() == QEvent.Type.Hide:
            self._passing.stop()
            self._typing.stop()
            self._leave()
        return False

    def _opened(self, incident_id: str) -> None:
        if incident_id == self._incident_id:
            return
        self._leave()
        self._incident_id = incident_id
        self._typing.stop()
        if self._page.isVisible():
            self._passing.start()

    def _typed(self) -> None:
        was_typing = self._typing.isActive()
        self._typing.start()
        if not was_typing:
            self._tell()

    def _focus_moved(self, _window: QWindow | None) -> None:
        if self._told[1] is not None:
            self._tell()

    def _doing(self) -> Doing | None:
        if not self._incident_id or not self._page.isVisible():
            return None
        if self._typing.isActive():
            return Doing.TYPING
        if self._passing.isActive():
            return None
        return Doing.VIEWING if self._page.window().isActiveWindow() else Doing.AWAY

    def _tell(self) -> None:
        told = (self._incident_id, self._doing())
        if told != self._told and self._context.live is not None:
            self._told = told
            self._context.live.show(*told)

    def _leave(self) -> None:
        if self._told[1] is not None and self._context.live is not None:
            self._context.live.show(self._told[0], None)
        self._told = ("", None)
