"""The summary of an incident, which a click or F2 makes a field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedWidget

from app.domain.text import TITLE_LIMIT
from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.widgets.labels import Label
from app.views.widgets.spans import isolated


class TitleField(QStackedWidget):
    """The summary; a click or F2 makes it a field, Enter saves, Esc takes the old one back.

    `opened` and `given_up` tell of the field; after `saved` it stays open until `close_field`, because the desk may
    refuse what it holds.
    """

    opened = Signal()
    saved = Signal(str)
    given_up = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._editable = True
        self.base = ""
        self.label = Label("", tokens.INCIDENT_TITLE, wrap=True)
        self.label.setMargin(0)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Short description"))
        self.field.setFont(font(tokens.INCIDENT_TITLE))
        self.field.setFixedHeight(38)
        self.field.setMaxLength(TITLE_LIMIT * 2)  # a little more than may be saved, so that a paste is not cut silently
        self.field.returnPressed.connect(lambda: self.saved.emit(self.field.text()))
        self.addWidget(self.label)
        self.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.currentChanged.connect(self._fit)
        self._fit()

    @property
    def editing(self) -> bool:
        """Whether the field is open."""
        return self.currentWidget() is self.field

    def set_text(self, text: str, *, editable: bool) -> None:
        """Show a summary; one that is being edited is left alone."""
        self._editable = editable
        self.label.setText(isolated(text))
        self.label.setCursor(Qt.CursorShape.IBeamCursor if editable else Qt.CursorShape.ArrowCursor)
        self.label.setToolTip(tr("Edit the short description (F2)") if editable else "")
        self.updateGeometry()

    def edit(self, text: str) -> None:
        """Open the field."""
        if not self._editable:
            return
        self.base = text
        self.field.setText(text)
        self.setCurrentWidget(self.field)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def close_field(self) -> None:
        """Show the summary again."""
        if self.editing:
            self.setCurrentWidget(self.label)
            self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the summary edits it."""
        if not self.editing and self._editable:
            self.edit(self.label.text().strip("\u2068\u2069"))
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the field."""
        if self.editing and event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            self.close_field()
        elif self.editing and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        # A stack is as high as its highest page; here the hidden one must not count.
        for page in (self.label, self.field):
            vertical = QSizePolicy.Policy.Preferred if page is self.currentWidget() else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.field.height() if self.editing else max(30, self.label.heightForWidth(width))
