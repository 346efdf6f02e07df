"""The foot of an editor: what is not published yet, and in place everything that publishing asks for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Symbol
from app.views.widgets.strips import InfoStrip


class PublishBar(QWidget):
    """`publish_wanted` carries the note; `discard_wanted` gives the changes up; `prepared` opens the panel.

    `options` is where an editor puts what else it asks for before publishing, above the note.
    """

    publish_wanted = Signal(str)
    discard_wanted = Signal()
    prepared = Signal()
    note_typed = Signal(str)

    def __init__(self, publish_text: str = tr("Publish")) -> None:
        super().__init__()
        self._publish_text = publish_text
        self.setProperty("edge", "top")
        self.setProperty("surface", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 0)
        column.setSpacing(0)
        column.addWidget(self._panel())
        column.addWidget(self._line())
        self.show_state("", changed=False, editable=False)

    def _panel(self) -> QWidget:
        self.panel = QWidget()
        inner = QVBoxLayout(self.panel)
        inner.setContentsMargins(0, 14, 0, 0)
        inner.setSpacing(8)
        self.refusal = InfoStrip("", "red")
        self.refusal.hide()
        inner.addWidget(self.refusal)
        self.options = QVBoxLayout()
        self.options.setSpacing(8)
        inner.addLayout(self.options)
        row = QHBoxLayout()
        row.setSpacing(8)
        label = Label(tr("What changed, for those who read the history"), tokens.META_MEDIUM, "text2")
        self.note = QLineEdit()
        self.note.setAccessibleName(tr("Note for the history"))
        self.note.setPlaceholderText(tr("Such as: Friday afternoons closed from December on"))
        self.note.setMaxLength(300)
        self.note.setFixedHeight(Size.FILTER)
        self.note.textEdited.connect(self.note_typed)
        self.note.installEventFilter(self)
        label.setBuddy(self.note)
        row.addWidget(label)
        row.addWidget(self.note, 1)
        inner.addLayout(row)
        self.panel.hide()
        return self.panel

    def _line(self) -> QWidget:
        line = QWidget()
        line.setFixedHeight(Size.SHEET_FOOTER - 4)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._symbol = Symbol("circle-check", tr("Published"), "green")
        self.state = ElidedLabel("", tokens.UI_MEDIUM, "text2")
        self.discard = Button(tr("Discard changes"), kind="ghost", height=Size.BUTTON_PAGE)
        self.cancel = Button(tr("Not yet"), kind="ghost", height=Size.BUTTON_PAGE)
        self.publish = Button(f"{self._publish_text}…", kind="primary", height=Size.BUTTON_PAGE)
        self.discard.clicked.connect(self.discard_wanted)
        self.cancel.clicked.connect(self.fold)
        self.publish.clicked.connect(self.step)
        row.addWidget(self._symbol)
        row.addWidget(self.state, 1)
        for button in (self.discard, self.cancel, self.publish):
            row.addWidget(button)
        self.cancel.hide()
        return line

    def show_state(self, text: str, *, changed: bool, editable: bool) -> None:
        """Say how it stands; the buttons are there only where somebody may and can publish."""
        self.state.set_text(text)
        icon, ink, said = (
            ("pencil", "amber", tr("Not published")) if changed else ("circle-check", "green", tr("Published"))
        )
        if not editable:
            icon, ink, said = "lock", "text3", tr("Read only")
        self._symbol.set_icon(icon, said, ink)
        live = changed and editable
        self.discard.setVisible(live)
        self.publish.setVisible(live)
        if not live:
            self.fold()

    def step(self) -> None:
        """Open the panel, or publish where it is open."""
        if self.panel.isHidden():
            self.panel.show()
            self.cancel.show()
            self.publish.setText(self._publish_text)
            self.publish.updateGeometry()
            self.note.setFocus()
            self.prepared.emit()
        elif self.publish.isEnabled():
            self.publish_wanted.emit(self.note.text().strip())

    def fold(self) -> None:
        """Close the panel; what stands in it stays."""
        self.panel.hide()
        self.cancel.hide()
        self.refusal.hide()
        self.publish.setText(f"{self._publish_text}…")
        self.publish.updateGeometry()

    def refuse(self, sentences: Sequence[str]) -> None:
        """Say in place why it was not published."""
        self.refusal.set_text(" ".join(sentences), "red")
        self.refusal.setVisible(bool(sentences))
        self.panel.show()
        self.cancel.show()
        self.publish.setText(self._publish_text)

    def set_busy(self, busy: bool) -> None:
        """Nothing is published twice."""
        self.publish.setEnabled(not busy)

    def clear(self) -> None:
        """It was published: the next version begins with an empty note."""
        self.note.clear()
        self.fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the note publishes, Esc closes the panel."""
        if watched is self.note and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.step()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.fold()
                self.publish.setFocus()
                return True
        return super().eventFilter(watched, event)
