"""Fields that save themselves: each knows what it showed first, and offers what was typed when it is left."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.errors import BadInput
from app.services.reviews.dto import Value
from app.views.reviews.codecs import TEXT, Codec
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font, metrics
from app.views.toolkit.tokens import Size, TypeStyle
from app.views.widgets.choices import Select

_TEXT_MARGIN = 3
_FOR_A_MOMENT = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class Editor(QWidget):
    """One value. `edited` carries what was shown before and the new value, once the field is left with a change.

    A value that arrives while something else is typed, or is on its way to the desk, does not replace it: the base
    stays what the person saw, so that the desk can tell when two people changed the same.
    """

    edited = Signal(object, object)
    typed = Signal()
    refused = Signal(str)

    def __init__(self, name: str, codec: Codec, control: QWidget) -> None:
        super().__init__()
        self.name = name
        self._codec = codec
        self._base: Value = None
        self._sent: str | None = None
        self._stored: str | None = None
        self._fixed = False
        self._asked = False
        self.control = control
        control.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(control)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(control)

    @property
    def base(self) -> Value:
        """What the desk last said, and the person saw."""
        return self._base

    def text(self) -> str:
        """What stands in the field."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Write into the field without telling anybody."""
        raise NotImplementedError

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that the desk does not know."""
        return not self._fixed and self.text() != self._codec.show(self._base)

    def show_value(self, value: Value) -> None:
        """The desk says this; what is being typed stays."""
        if not self._asked:
            self._asked = True
            self.take(value)
        elif self._sent is None and (not self.is_dirty or self.text() == self._stored):
            self._base = value
            shown = self._codec.show(value)
            if shown != self.text():
                self.put(shown)

    def restore(self, text: str, base: str | None = None) -> None:
        """Bring back what was typed before, when the field read `base`: what others made of it since was not seen."""
        if base is not None and base != self._codec.show(self._base):
            # What a field showed can be read again; a codec that cannot leaves the base as the desk says it.
            with suppress(BadInput):
                self._base = self._codec.read(base)
        self.put(text)

    def known_text(self) -> str:
        """What the field read before anything was typed."""
        return self._codec.show(self._base)

    def take(self, value: Value) -> None:
        """Give up what was typed for this."""
        self._base, self._sent = value, None
        self.put(self._codec.show(value))
        self.mark(invalid=False)

    def insist(self, theirs: Value) -> None:
        """Save what was typed although somebody else saved this in between."""
        self._base, self._sent = theirs, None
        self.commit()

    def commit(self) -> None:
        """Offer what was typed, if it differs and can be read."""
        text = self.text()
        if not self.is_dirty or text == self._sent:
            return
        try:
            value = self._codec.read(text)
        except BadInput as error:
            self.mark(invalid=True)
            self.refused.emit(f"{self.name}: {error}")
            return
        self.mark(invalid=False)
        if value == self._base:
            self.put(self._codec.show(value))
            return
        base = self._base if self._sent is None else self._codec.read(self._sent)
        self._sent = text
        self.edited.emit(base, value)

    def saved(self, value: Value) -> None:
        """The desk took this; until it says so, what others saved is not taken for an answer to what was offered."""
        self._base = value
        if self._sent is not None and self._codec.read(self._sent) == value:
            # It may stand there otherwise than it was typed, without blanks at its ends say, and is shown so next.
            self._sent, self._stored = None, self._sent

    def failed(self) -> None:
        """The desk did not take it; it can be offered again."""
        self._sent = None
        self.mark(invalid=True)

    def mark(self, *, invalid: bool) -> None:
        """A red frame, or none."""
        self._dress("invalid", worn=invalid)

    def _dress(self, name: str, *, worn: bool) -> None:
        if bool(self.control.property(name)) == worn:
            return
        self.control.setProperty(name, worn)
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    def set_fixed(self, fixed: bool) -> None:
        """May only be read, and looks so."""
        self._fixed = fixed
        self._dress("fixed", worn=fixed)


class LineEditor(Editor):
    """One line."""

    def __init__(
        self, name: str, codec: Codec = TEXT, *, style: TypeStyle = tokens.UI, limit: int = 400, placeholder: str = ""
    ) -> None:
        self.line = QLineEdit()
        self._placeholder = placeholder or codec.placeholder
        super().__init__(name, codec, self.line)
        self.line.setFont(font(style))
        self.line.setPlaceholderText(self._placeholder)
        self.line.setMaxLength(25 * limit)  # a paste that is too long is refused in words, not cut silently
        self.line.setFixedHeight(max(Size.FILTER, metrics(style).height() + 14))
        self.line.textEdited.connect(lambda _text: self.typed.emit())
        self.line.editingFinished.connect(self.commit)

    def text(self) -> str:
        """What stands in the field."""
        return self.line.text()

    def put(self, text: str) -> None:
        """Write into the field without telling anybody."""
        self.line.setText(text)
        self.line.setCursorPosition(0)

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        super().set_fixed(fixed)
        self.line.setReadOnly(fixed)
        # What could be typed would be read as what stands there.
        self.line.setPlaceholderText("" if fixed else self._placeholder)


class TextEditor(Editor):
    """Several lines; grows with what is typed. Tab leaves it."""

    def __init__(self, name: str, *, rows: int = 1, style: TypeStyle = tokens.UI, placeholder: str = "") -> None:
        self.box = QPlainTextEdit()
        super().__init__(name, TEXT, self.box)
        self._rows, self._style = rows, style
        self.box.setFont(font(style))
        self.box.setTabChangesFocus(True)
        self.box.setPlaceholderText(placeholder)
        self.box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.document().setDocumentMargin(_TEXT_MARGIN)
        self.box.textChanged.connect(self._typed)
        self.box.installEventFilter(self)
        self._quiet = False
        self._grow()

    def text(self) -> str:
        """What stands in the field."""
        return self.box.toPlainText()

    def put(self, text: str) -> None:
        """Write into the field without telling anybody."""
        self._quiet = True
        self.box.setPlainText(text)
        self._quiet = False
        self._grow()

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        super().set_fixed(fixed)
        self.box.setReadOnly(fixed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the box saves it; another width changes its height."""
        if watched is self.box and event.type() == QEvent.Type.Resize:
            # Lines break anew with another width; the height follows once this event is over.
            QTimer.singleShot(0, self, self._grow)
        leaving = watched is self.box and event.type() == QEvent.Type.FocusOut
        # A menu or another window takes the focus for a moment only.
        if leaving and isinstance(event, QFocusEvent) and event.reason() not in _FOR_A_MOMENT:
            self.commit()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._grow()
        if not self._quiet:
            self.typed.emit()

    def _grow(self) -> None:
        lines = max(self._rows, min(24, int(self.box.document().size().height())))
        height = max(Size.FILTER, lines * metrics(self._style).lineSpacing() + 2 * _TEXT_MARGIN + 10)
        if height != self.box.minimumHeight():
            self.box.setFixedHeight(height)


class ChoiceEditor(Editor):
    """One of a list; a choice is saved at once."""

    def __init__(self, name: str, choices: Sequence[tuple[str | None, str]] = ()) -> None:
        self.select = Select(name)
        super().__init__(name, TEXT, self.select)
        self.set_choices(choices)
        self.select.activated.connect(lambda _index: self.commit())

    def set_choices(self, choices: Sequence[tuple[str | None, str]]) -> None:
        """What can be chosen; the value that stands stays chosen."""
        chosen = self.text() if self.select.count() else None
        self.select.clear()
        for value, label in choices:
            self.select.addItem(label, value)
        if chosen is not None:
            self.put(chosen)

    def add_choice(self, value: str | None, label: str) -> None:
        """Offer one more, because it stands in the review although it is offered no longer."""
        if self.select.findData(value) < 0:
            self.select.addItem(label, value)

    def text(self) -> str:
        """What stands in the field."""
        return self.select.currentData() or ""

    def put(self, text: str) -> None:
        """Write into the field without telling anybody."""
        self.select.setCurrentIndex(max(0, self.select.findData(text or None)))

    def commit(self) -> None:
        """Offer the choice, if it is another one."""
        value: Any = self.text() or None
        if value != (self._base or None) and self.text() != self._sent and not self._fixed:
            self._sent = self.text()
            self.edited.emit(self._base, value)

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        super().set_fixed(fixed)
        self.select.setEnabled(not fixed)
