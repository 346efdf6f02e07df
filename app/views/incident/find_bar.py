"""Finding words in the incident that is open: a line above the timeline, how many hits, and the way through them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.incident.timeline import Timeline
from app.views.toolkit import tokens
from app.views.toolkit.toast import announce
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import IconButton
from app.views.widgets.labels import Label

_PAUSE_MS = 150
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FindBar(QWidget):
    """Enter and Ctrl+G go to the next older hit, with Shift to the newer one; Esc goes back to the timeline."""

    def __init__(self, context: ViewContext, timeline: Timeline) -> None:
        super().__init__()
        self._context, self._timeline = context, timeline
        self._hits: list[str] = []
        self._place = 0
        self._looked_for = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Find in this incident"))
        self.field.setPlaceholderText(tr("Find in this incident"))
        self.field.setFixedHeight(Size.BUTTON)
        self.field.textEdited.connect(lambda _text: self._pause.start())
        self.field.installEventFilter(self)
        self.count = Label("", tokens.META, "text2")
        self.older = IconButton("chevron-up", tr("Next hit, older (Ctrl G)"), size=28)
        self.newer = IconButton("chevron-down", tr("Previous hit, newer (Ctrl Shift G)"), size=28)
        self.cross = IconButton("x", tr("Close (Esc)"), size=28)
        self.older.clicked.connect(lambda _checked=False: self.go(1))
        self.newer.clicked.connect(lambda _checked=False: self.go(-1))
        self.cross.clicked.connect(lambda _checked=False: self.close_bar())
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        for widget in (self.count, self.older, self.newer, self.cross):
            row.addWidget(widget)
        self.hide()

    def bind(self, owner: QWidget, unavailable: Callable[[], str | None]) -> None:
        """The keys of the page: the field of the list is this one here."""
        for action_id, run in (
            ("list.filter", self.start),
            ("incident.find_next", lambda: self.go(1)),
            ("incident.find_previous", lambda: self.go(-1)),
        ):
            self._context.actions.bind(action_id, run, owner=owner, unavailable=unavailable)

    def start(self) -> None:
        """Ask what to find; what was looked for last is there to be replaced."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def forget(self) -> None:
        """Another incident is shown."""
        self._pause.stop()
        self._hits, self._place, self._looked_for = [], 0, ""
        self.field.clear()
        self.count.clear()
        self.hide()

    def go(self, step: int) -> None:
        """Go to the next hit, older for 1 and newer for -1, and round again."""
        if self.isHidden():
            self.start()
            return
        if not self._look() and self._hits:
            self._place = (self._place + step) % len(self._hits)
            self._show()

    def _look(self) -> bool:
        """Show the newest hit of what is typed now, because there one reads; False where it was looked for already."""
        self._pause.stop()
        text = self.field.text().strip()
        hits = list(reversed(self._timeline.hits_of(text)))
        if text == self._looked_for and hits == self._hits:
            return False
        self._looked_for, self._hits, self._place = text, hits, 0
        if hits:
            self._show()
        else:
            self._timeline.reveal("", "")
            self._tell(tr("Nothing found") if text else "")
        return True

    def _show(self) -> None:
        self._timeline.reveal(self._hits[self._place], self._looked_for)
        self._tell(tr("{place} of {count}", place=self._place + 1, count=len(self._hits)))

    def _tell(self, text: str) -> None:
        self.count.setText(text)
        if text:
            announce(self, text)

    def close_bar(self) -> None:
        """Back to the timeline; what was found stays in sight."""
        self._timeline.reveal("", "")
        self.hide()
        self._timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Esc leaves."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if Qt.Key(event.key()) in _ENTER:
                self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)
