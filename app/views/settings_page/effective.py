"""From when a version is to hold: at once, or from a moment on that is typed."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.errors import BadInput
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.reviews.codecs import moment_codec
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.labels import Label
from app.views.widgets.segments import Segments

_NOW, _LATER = "now", "later"


class EffectiveFrom(QWidget):
    """`changed` follows each choice; `moment` is what was chosen."""

    changed = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._codec = moment_codec(context.formats.zone)
        self._choice = _NOW
        self.kinds = Segments(((_NOW, tr("At once")), (_LATER, tr("From"))), tr("When the version begins to hold"))
        self.kinds.chosen.connect(self.choose)
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Date and time from which the version holds"))
        self.line.setPlaceholderText(self._codec.placeholder)
        self.line.setFixedHeight(Size.BUTTON_PAGE)
        self.line.setFixedWidth(170)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        hint = tr("Time before it stays counted as it was.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(tr("Holds"), tokens.META_MEDIUM, "text2"))
        row.addWidget(self.kinds)
        row.addWidget(self.line)
        row.addWidget(Label(hint, tokens.META, "text3"), 1)
        self.choose(_NOW)

    def choose(self, key: str) -> None:
        """At once, or later."""
        self._choice = key
        self.kinds.choose(key)
        self.line.setVisible(key == _LATER)
        if key == _LATER and self.isVisible():
            self.line.setFocus()
        self.changed.emit()

    def text(self) -> str:
        """What was typed; empty for at once."""
        return self.line.text() if self._choice == _LATER else ""

    def put(self, text: str) -> None:
        """Bring back what was typed."""
        self.line.setText(text)
        self.choose(_LATER if text else _NOW)

    def moment(self) -> datetime | None:
        """The moment, UTC, or None for at once; `BadInput` for what is no moment."""
        if self._choice == _NOW:
            return None
        found = self._codec.read(self.line.text())
        if not isinstance(found, datetime):
            raise BadInput(tr("From when is the version to hold? Write it like 2026-12-04 09:30."), "effective_from")
        return found
