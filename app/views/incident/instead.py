"""What the page says in the place of an incident: that it cannot be shown, or that it has a window of its own.

An incident that stands in a window of its own is shown there alone, because two pages would write one draft.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from app.domain.errors import DeskError
from app.domain.wording import tr
from app.views.pages import Location
from app.views.widgets.strips import EmptyState

if TYPE_CHECKING:
    from app.views.incident.page import IncidentPage


class Instead(QObject):
    """Belongs to a page. One of the first window lets go of an incident that gets its own, and takes it back later."""

    def __init__(self, page: "IncidentPage", stack: QStackedWidget, empty: EmptyState) -> None:
        super().__init__(page)
        self._page, self._context = page, page.context
        self._stack, self._empty = stack, empty
        self._missed = ""
        if not self._context.is_apart:
            self._context.apart.changed.connect(self._apart_changed)

    def say_lost(self, error: DeskError) -> None:
        """It cannot be shown."""
        self._say("circle-alert", tr("This incident cannot be shown"), str(error))
        self._empty.add_button(tr("Try again"), self._page.writing.casework.reload, kind="primary")
        self._empty.add_button(tr("Back to the queue"), lambda: self._context.go(Location("queue")))
        self._context.actions.refresh()

    def is_elsewhere(self, incident_id: str) -> bool:
        """Whether an incident stands in a window of its own, which is said then."""
        self._missed = ""
        if self._context.is_apart or incident_id not in self._context.apart.ids:
            return False
        self._page.release()
        self._missed = incident_id
        self._say("external-link", tr("It stands in a window of its own"), tr("It is read and written there."))
        there = Location("incident", incident_id)
        self._empty.add_button(tr("Go to its window"), partial(self._context.go, there), kind="primary")
        return True

    def _apart_changed(self, ids: frozenset[str]) -> None:
        shown = self._page.incident_here()
        if shown in ids:
            if self._page.isVisible():
                self.is_elsewhere(shown)
            else:
                self._page.release()
        elif self._missed and self._missed not in ids:
            self._page.open(self._missed)

    def _say(self, icon: str, title: str, hint: str) -> None:
        self._stack.setVisible(True)
        self._stack.setCurrentIndex(1)
        self._empty.set_text(icon, title, hint)
