"""A field for a length of time: hours and minutes are typed, working days stand below."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.calendar import CLOSED_WEEK
from app.domain.durations import in_working_days, read_duration, write_duration
from app.domain.errors import BadInput
from app.domain.week_painting import Week
from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.toolkit.tokens import Size
from app.views.widgets.fixed_text import fix
from app.views.widgets.labels import Label


class Inherited:
    """What a field holds where nothing is typed and another value holds."""


INHERITED = Inherited()
Length = int | None | Inherited


class DurationField(QWidget):
    """`changed` carries microseconds, None for no length, or INHERITED; `refused` the sentence of what cannot be read.

    With `inherits` an empty field means that another value holds, which is shown in grey, and "none" means no length.
    """

    changed = Signal(object)
    refused = Signal(str)
    typed = Signal()

    def __init__(self, name: str, *, inherits: bool = False, field: str | None = None) -> None:
        super().__init__()
        self._inherits, self._field = inherits, field
        self.value: Length = INHERITED if inherits else None
        self._other: int | None = None
        self._empty = "–"
        self._week: Week = CLOSED_WEEK
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setFont(font(tokens.UI_MEDIUM, tabular=True))
        self.line.setFixedHeight(Size.BUTTON_PAGE)
        self.line.setMaxLength(40)
        self.line.editingFinished.connect(self._commit)
        self.line.textEdited.connect(lambda _text: self.typed.emit())
        self.line.installEventFilter(self)
        self.days = Label("", tokens.CAPTION, "text3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.line)
        column.addWidget(self.days)
        self.setFocusProxy(self.line)

    def show_value(self, value: Length, *, week: Week = CLOSED_WEEK, other: int | None = None) -> None:
        """Show a length; `week` is the calendar it is counted in, `other` what holds where this is inherited."""
        self.value, self._week, self._other = value, week, other
        if not (self.line.hasFocus() and self.line.isModified()):
            self._put()
        self._tell()

    def _put(self) -> None:
        self.line.setText(self._text())
        self.line.setModified(False)
        self._mark(invalid=False)

    def _text(self) -> str:
        if isinstance(self.value, Inherited):
            return ""
        return write_duration(self.value) or (tr("none") if self._inherits else "")

    def _tell(self) -> None:
        inherited = isinstance(self.value, Inherited)
        held = self._other if isinstance(self.value, Inherited) else self.value
        self.line.setPlaceholderText(write_duration(self._other) or self._empty if inherited else self._empty)
        self.days.setText(in_working_days(held, self._week))
        said = write_duration(held) or tr("no target")
        self.line.setAccessibleDescription(tr("As for every priority: {said}", said=said) if inherited else f"{said}")

    def set_empty(self, text: str) -> None:
        """What no length means here, in grey."""
        self._empty = text
        self._tell()

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        fix(self.line, fixed=fixed)

    def _commit(self) -> None:
        text = self.line.text()
        if self.line.isReadOnly() or text == self._text():
            self._mark(invalid=False)
            return
        try:
            value: Length = read_duration(text, self._field, week=self._week)
        except BadInput as error:
            self._mark(invalid=True)
            self.refused.emit(f"{self.line.accessibleName()}: {error}")
            return
        if self._inherits and not text.strip():
            value = INHERITED
        changed = value != self.value
        self.value = value
        self._put()
        self._tell()
        if changed:
            self.changed.emit(value)

    def _mark(self, *, invalid: bool) -> None:
        if bool(self.line.property("invalid")) != invalid:
            self.line.setProperty("invalid", invalid)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc gives up what was typed."""
        pressed = watched is self.line and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.line.isModified():
            self._put()
            return True
        return super().eventFilter(watched, event)
