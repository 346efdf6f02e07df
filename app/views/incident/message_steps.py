"""`Ctrl+Up` and `Ctrl+Down`: from message to message of an incident, also out of the text that is being written."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.wording import tr
from app.views.incident.entries import MessageRow

if TYPE_CHECKING:
    from app.views.incident.page import IncidentPage


class MessageSteps:
    """The message that has the keyboard is read aloud by a screen reader, and stands in sight."""

    def __init__(self, page: "IncidentPage") -> None:
        self._page, self._timeline = page, page.timeline
        for action_id, go in (
            ("incident.message_previous", self.previous),
            ("incident.message_next", self.next),
        ):
            page.context.actions.bind(action_id, go, owner=page, unavailable=self._why_not)

    def previous(self) -> None:
        """To the message before, of older ones too; from anywhere else to the newest."""
        rows, here = self._rows(), self._here()
        if here is None:
            self._go_to(rows[-1] if rows else None)
        elif (place := rows.index(here)) > 0:
            self._go_to(rows[place - 1])
        elif self._timeline.earlier.isVisibleTo(self._timeline):
            self._timeline.earlier.click()
            rows = self._rows()
            self._go_to(rows[max(0, rows.index(here) - 1)])

    def next(self) -> None:
        """To the message after; after the newest to the text that is being written."""
        rows, here = self._rows(), self._here()
        if here is None:
            return
        place = rows.index(here) + 1
        if place < len(rows):
            self._go_to(rows[place])
        elif self._page.writing.composer.isVisible():
            self._page.writing.composer.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._page.focus_start()

    def _rows(self) -> list[MessageRow]:
        return [row for row in self._timeline.rows() if isinstance(row, MessageRow)]

    def _here(self) -> MessageRow | None:
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        return next((row for row in self._rows() if row is focused or row.isAncestorOf(focused)), None)

    def _go_to(self, row: MessageRow | None) -> None:
        if row is None:
            return
        row.show()
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # A row that was just made has its place only after the layout.
        QTimer.singleShot(0, row, lambda: self._timeline.ensureWidgetVisible(row, 0, 24))

    def _why_not(self) -> str | None:
        if self._page.detail is None:
            return tr("No incident is open")
        return None if self._rows() else tr("Nobody has written anything yet")
