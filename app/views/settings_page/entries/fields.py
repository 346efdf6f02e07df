"""The fields of a form in the settings: each is finished by itself, and then saved at once."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.views.context import ViewContext
from app.views.settings_page.calendars.zone_field import ZoneField
from app.views.settings_page.cards import Card
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.at_most import at_most
from app.views.widgets.choice_popup import Option
from app.views.widgets.choices import Select
from app.views.widgets.fixed_text import fix
from app.views.widgets.labels import Label
from app.views.widgets.text_box import TextBox

_LABEL = 150
_WIDEST = 420


class FormField(QWidget):
    """One value of an entry, as text. `typed` comes with every letter, `finished` when the value is meant."""

    typed = Signal()
    finished = Signal()

    def __init__(self, key: str, label: str, help_text: str = "") -> None:
        super().__init__()
        self.key, self.label, self.help_text = key, label, help_text

    def value(self) -> str:
        """What stands in it."""
        raise NotImplementedError

    def put(self, value: str) -> None:
        """Show a value; nobody is told."""
        raise NotImplementedError

    def type_in(self, value: str) -> None:
        """Show a value that is not saved yet."""
        self.put(value)

    def offer(self, options: Sequence[Option]) -> None:
        """What there is to choose from, for fields that let choose."""

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self.setEnabled(not fixed)

    def mark(self, *, invalid: bool) -> None:
        """Show that the value was not taken, or that it was."""


class TextField(FormField):
    """A line of text: Enter and leaving it finish, Esc takes back what was typed."""

    def __init__(self, key: str, label: str, help_text: str = "", *, most: int = 200) -> None:
        super().__init__(key, label, help_text)
        self._base = ""
        self.line = QLineEdit()
        self.line.setAccessibleName(label)
        self.line.setAccessibleDescription(help_text)
        self.line.setMaxLength(most)
        self.line.setFixedHeight(Size.INPUT)
        self.line.textEdited.connect(self.typed)
        self.line.editingFinished.connect(self._finish)
        self.line.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def value(self) -> str:
        """The text."""
        return self.line.text().strip()

    def put(self, value: str) -> None:
        """Show it, unless it stands there already: the cursor stays where it is."""
        self._base = value
        if self.line.text() != value:
            self.line.setText(value)

    def type_in(self, value: str) -> None:
        """As if somebody had typed it."""
        self.line.setText(value)

    def set_fixed(self, fixed: bool) -> None:
        """The text can still be marked and copied."""
        fix(self.line, fixed=fixed)

    def mark(self, *, invalid: bool) -> None:
        """A red frame."""
        self.line.setProperty("invalid", "true" if invalid else "false")
        self._polish()

    def _polish(self) -> None:
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    def _finish(self) -> None:
        if self.value() != self._base:
            self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc brings back what is saved."""
        is_key = watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Escape and self.line.text() != self._base:  # type: ignore[attr-defined]  # a QKeyEvent
            self.line.setText(self._base)
            self.typed.emit()
            return True
        return super().eventFilter(watched, event)


class LongField(FormField):
    """A text of several lines: leaving it or Ctrl+Enter finishes, Esc takes back what was typed."""

    def __init__(self, key: str, label: str, help_text: str = "") -> None:
        super().__init__(key, label, help_text)
        self._base = ""
        self.box = TextBox(label, rows=5, most_rows=14)
        self.box.setAccessibleDescription(help_text)
        self.box.textChanged.connect(self._changed)
        self.box.submitted.connect(self._finish)
        self.box.left.connect(self._take_back)
        self.box.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)
        self._putting = False

    def value(self) -> str:
        """The text."""
        return self.box.toPlainText().strip()

    def put(self, value: str) -> None:
        """Show it, unless it stands there already: the cursor stays where it is."""
        self._base = value
        if self.value() != value:
            self._putting = True
            self.box.setPlainText(value)
            self._putting = False

    def type_in(self, value: str) -> None:
        """As if somebody had typed it."""
        self.box.setPlainText(value)

    def set_fixed(self, fixed: bool) -> None:
        """The text can still be marked and copied."""
        fix(self.box, fixed=fixed)

    def _changed(self) -> None:
        if not self._putting:
            self.typed.emit()

    def _finish(self) -> None:
        if self.value() != self._base:
            self.finished.emit()

    def _take_back(self) -> None:
        self.put(self._base)
        self.typed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the box finishes it."""
        if watched is self.box and event.type() == QEvent.Type.FocusOut:
            self._finish()
        return super().eventFilter(watched, event)


class PickOne(FormField):
    """One of a few; it is meant as soon as it is picked."""

    def __init__(self, key: str, label: str, help_text: str = "") -> None:
        super().__init__(key, label, help_text)
        self.select = Select(label)
        self.select.setAccessibleDescription(help_text)
        self.select.activated.connect(lambda _index: self._picked())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.select)
        self.setFocusProxy(self.select)

    def value(self) -> str:
        """What is picked."""
        return str(self.select.currentData() or "")

    def put(self, value: str) -> None:
        """Show it; the first where it is not offered."""
        self.select.setCurrentIndex(max(0, self.select.findData(value)))

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these in place of the former ones; what was picked stays so where it still can be."""
        kept = self.value()
        self.select.clear()
        for option in options:
            self.select.addItem(option.label, str(option.value))
        self.put(kept)

    def _picked(self) -> None:
        self.typed.emit()
        self.finished.emit()


class ZonePick(FormField):
    """A time zone."""

    def __init__(self, context: ViewContext, key: str, label: str, help_text: str = "") -> None:
        super().__init__(key, label, help_text)
        self._value = "UTC"
        self.zone = ZoneField(context)
        self.zone.chosen.connect(self._picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.zone)
        self.setFocusProxy(self.zone)

    def value(self) -> str:
        """Its IANA name."""
        return self._value

    def put(self, value: str) -> None:
        """Show a zone by its IANA name."""
        self._value = value
        self.zone.show_zone(value)

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self.zone.set_fixed(fixed)

    def _picked(self, name: str) -> None:
        self.put(name)
        self.typed.emit()
        self.finished.emit()


class FormCard(Card):
    """Fields below each other, each with its label at the left and what it means below it."""

    typed = Signal()
    finished = Signal(str)

    def __init__(self, title: str, fields: Sequence[FormField], hint: str = "") -> None:
        super().__init__(title, hint)
        self.fields = {field.key: field for field in fields}
        for field in fields:
            self.body.addLayout(field_line(field))
            field.typed.connect(self.typed)
            field.finished.connect(lambda key=field.key: self.finished.emit(key))

    def values(self) -> dict[str, str]:
        """What stands in each field."""
        return {key: field.value() for key, field in self.fields.items()}

    def put(self, values: dict[str, str]) -> None:
        """Show these values; fields that are not named stay as they are."""
        for key, value in values.items():
            self.fields[key].put(value)

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        for field in self.fields.values():
            field.set_fixed(fixed)

    def mark(self, key: str | None) -> None:
        """Show which field was not taken; None where all are fine."""
        for each, field in self.fields.items():
            field.mark(invalid=each == key)
        if key in self.fields:
            self.fields[key].setFocus()

    def focus_start(self) -> None:
        """The first field."""
        next(iter(self.fields.values())).setFocus()


def field_line(field: FormField) -> QHBoxLayout:
    """A field with its label at the left and what it means below it."""
    row = QHBoxLayout()
    row.setSpacing(12)
    label = Label(field.label, tokens.UI_MEDIUM, "text2", wrap=True)
    label.setFixedWidth(_LABEL)
    label.setBuddy(field)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    label.setContentsMargins(0, 9, 0, 0)
    column = QVBoxLayout()
    column.setSpacing(3)
    inner = at_most(field, _WIDEST)
    column.addLayout(inner)
    if field.help_text:
        column.addWidget(Label(field.help_text, tokens.META, "text3", wrap=True))
    row.addLayout(column, 1)
    return row
