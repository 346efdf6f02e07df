"""Asks whose value is to stand where two people changed the same thing, once both are known."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from shiboken6 import isValid

from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.incident.casework import Casework
from app.views.incident.collision import Choices, Collision, rows_of
from app.views.incident.notices import Notices
from app.views.incident.pick_lists import PickLists


class Settling(QObject):
    """`left` when the panel has gone and the keyboard has to be somewhere."""

    left = Signal()

    def __init__(self, context: ViewContext, casework: Casework, lists: PickLists, notices: Notices) -> None:
        super().__init__(notices)
        self._context, self._casework, self._lists, self._notices = context, casework, lists, notices
        self._collision: Collision | None = None
        self._waits = False
        self._edited: QWidget | None = None
        casework.collided.connect(self._collided)
        casework.loaded.connect(self._loaded)
        notices.conflict.applied.connect(self._applied)
        notices.conflict.left.connect(self._leave)

    def forget(self) -> None:
        """Another incident is opened: nothing was written, and nothing is asked any more."""
        self._collision, self._waits, self._edited = None, False, None
        self._notices.show_conflict(shown=False)

    def _collided(self, collision: Collision) -> None:
        # Theirs may have moved on since the refusal: it is shown as the reading that follows finds it.
        self._collision, self._waits = collision, True

    def _loaded(self, detail: IncidentDetail) -> None:
        collision = self._collision
        if collision is None or not self._waits:
            return
        self._waits = False
        rows = rows_of(collision, detail, self._lists, self._context.formats)
        formats, now = self._context.formats, self._context.now()
        self._notices.conflict.ask(rows, lambda at: formats.moment(at, now))
        self._notices.show_conflict(shown=True)
        if not isinstance(_focused(), QPlainTextEdit):
            # Whoever writes goes on writing; the panel is the next pane.
            self._edited = _focused()
            self._notices.conflict.take_focus()

    def _applied(self, choices: Choices) -> None:
        collision, detail = self._collision, self._casework.detail
        had_focus = self._leave_panel()
        if collision is not None and detail is not None:
            collision.settle(choices, detail)
        if had_focus:
            self.left.emit()

    def _leave(self) -> None:
        edited = self._edited
        if not self._leave_panel():
            return
        if edited is not None and isValid(edited) and edited.isVisible():
            # What was typed still stands there, to be gone on with.
            edited.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _leave_panel(self) -> bool:
        panel = self._notices.conflict
        focused = _focused()
        had_focus = focused is not None and panel.isAncestorOf(focused)
        self.forget()
        return had_focus


def _focused() -> QWidget | None:
    found: QWidget | None = QApplication.focusWidget()
    return found
