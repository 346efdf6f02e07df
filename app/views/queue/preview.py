"""The reading pane beside the queue: reads the incident that is selected and shows it."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.permissions import Permission, may
from app.domain.vocabulary import State
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.incident.said import said_by_others
from app.views.toolkit.dressing import dress_ahead
from app.views.toolkit.tokens import Size
from app.views.toolkit.turns import Pieces, Turns
from app.views.widgets.strips import EmptyState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.sla.display import Hours
    from app.services.incidents.dto import IncidentDetail
    from app.services.sla.dto import IncidentClocks
    from app.services.suggestions.dto import AtRisk


class Read(NamedTuple):
    """What the preview shows: the incident, its clocks, the opening hours that they count by, and its risk."""

    detail: "IncidentDetail"
    clocks: "IncidentClocks"
    hours: "Mapping[str, Hours]"
    risk: "AtRisk | None" = None


class Preview(QWidget):
    """Keeps what it shows until the next incident has come, so that nothing flickers on the way through the list.

    `seen` says that it came into view: what it shows may be what was selected before it had no room.
    """

    seen = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(tr("Preview"))
        self.setMinimumWidth(Size.PREVIEW_LEAST)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._empty = EmptyState("inbox", tr("No incident selected"), tr("Move through the list with J and K."))
        self._content: QWidget | None = None
        self._wanted = ""
        self._said: tuple[str, int] = ("", 0)
        self._turns = Turns(self)
        self._empty.hide()
        self._column.addWidget(self._empty)

    def showEvent(self, event: QShowEvent) -> None:
        """What is selected now may be another incident."""
        super().showEvent(event)
        self.seen.emit()

    def read(self, incident_id: str) -> None:
        """Read an incident and show it, unless another one was wanted in the meantime."""
        self._wanted = incident_id
        self._empty.hide()  # Something is selected, and on its way.
        desk, actor = self._context.desk, self._context.actor

        def read() -> Read:
            detail, clocks = desk.incident.detail(actor, incident_id), desk.sla.clocks(actor, incident_id)
            is_asked = State(detail.state).is_open and may(actor, Permission.INCIDENT_READ_ALL)
            risks = desk.suggestions.at_risk(actor, incident_id) if is_asked else ()
            return Read(detail, clocks, desk.sla.timelines(actor), next(iter(risks), None))

        self._context.background.read(
            read,
            self._came,
            lambda _error: self.show_nothing(),  # it is gone, or the list says itself that nothing can be read
            key="preview",
            after_paint=True,
        )

    @property
    def shown_id(self) -> str:
        """The incident that is shown; empty while there is none."""
        return self._wanted if self._content is not None else ""

    def others_seen(self, incident_id: str) -> int | None:
        """How many messages of others stood there when it was selected; None where it is not shown."""
        return self._said[1] if incident_id == self._said[0] and self.isVisible() else None

    def focus_target(self) -> QWidget:
        """What takes the keyboard in this pane."""
        return self._content or self

    def scroll_on(self) -> bool:
        """Go a page further down; False at the end."""
        area = None if self._content is None else self._content.findChild(QScrollArea)
        bar = None if area is None else area.verticalScrollBar()
        if bar is None or bar.value() >= bar.maximum():
            return False
        bar.setValue(bar.value() + bar.pageStep())
        return True

    def show_nothing(self, *, could_select: bool = False) -> None:
        """Nothing is selected; how to select is said where there are rows, since an empty list speaks for itself."""
        self._wanted, self._said = "", ("", 0)
        self._context.background.forget("preview")
        self._turns.stop()
        self._put(None)
        self._empty.setVisible(could_select)

    def _came(self, found: Read) -> None:
        if found.detail.id == self._wanted:
            if self._said[0] != self._wanted:
                self._said = self._wanted, len(said_by_others(self._context, found.detail))
            self._turns.begin(self._make(found))

    def _make(self, found: Read) -> Pieces:
        """Made, dressed and put in place in turns of their own: whoever goes through the list has no key held up."""
        # Imported here, because the first picture of the window has to come without it.
        from app.views.queue.preview_content import PreviewContent

        content = PreviewContent(self._context, found, self)
        try:
            yield
            yield from dress_ahead(content)
            self._put(content)
        finally:
            if content is not self._content and isValid(content):
                content.deleteLater()

    def _put(self, content: QWidget | None) -> None:
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        if content is not None:
            self._empty.hide()
            self._column.addWidget(content)
