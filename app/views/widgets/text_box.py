"""A box for longer plain text: sends with Ctrl+Enter, takes pictures and files by paste, grows with what is typed."""

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.views.toolkit import tokens
from app.views.toolkit.fonts import font, metrics
from app.views.widgets.finishing_keys import claims_finishing_key, is_finishing_key

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SPARE: Final = 18
"""Pixels of its height that no line takes."""

_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


class TextBox(QPlainTextEdit):
    """`submitted` is Ctrl+Enter, `submitted_further` Ctrl+Shift+Enter, `left` Esc; `pasted` carries a QImage,
    `dropped` a list of local file names. One that `fills` takes the room that there is instead of growing. Where
    `enter_sends`, Enter alone is as Ctrl+Enter, and Shift+Enter begins a line: for a sentence that is all.
    """

    submitted = Signal()
    submitted_further = Signal()
    left = Signal()
    pasted = Signal(object)
    dropped = Signal(list)

    def __init__(
        self, name: str, *, rows: int = 3, most_rows: int = 12, fills: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(font(tokens.READING))
        self.setTabChangesFocus(True)
        self._rows, self._most_rows, self._spare, self._hint = rows, most_rows, _SPARE, ""
        self.enter_sends = False
        if fills:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self.setMinimumHeight(120)
            return
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._grow)
        self._grow()

    def set_rows(self, rows: int, most_rows: int, spare: int = _SPARE) -> None:
        """How many lines it shows at least and at most, and how many pixels beside them."""
        self._rows, self._most_rows, self._spare = rows, most_rows, spare
        self._grow()
        self._fit_hint()

    def set_hint(self, text: str) -> None:
        """What stands here while it is empty; one line of it where there is room for one alone."""
        self._hint = text
        self._fit_hint()

    def _fit_hint(self) -> None:
        if not self._hint:
            return
        shown = self._hint
        if self._rows == 1:
            room = self.viewport().width() - 2 * int(self.document().documentMargin())
            shown = metrics(tokens.READING).elidedText(shown, Qt.TextElideMode.ElideRight, room)
        self.setPlaceholderText(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for more or less of the hint."""
        super().resizeEvent(event)
        self._fit_hint()

    def _grow(self) -> None:
        lines = max(self._rows, min(self._most_rows, int(self.document().size().height())))
        height = lines * metrics(tokens.READING).lineSpacing() + self._spare
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        """What sends or leaves is decided here, before the shortcuts of the window."""
        return claims_finishing_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter, Ctrl+Shift+Enter and Esc; everything else is typing."""
        if self.enter_sends and Qt.Key(event.key()) in _ENTER and not event.modifiers() & ~_KEYPAD:
            self.submitted.emit()
        elif not is_finishing_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted_further.emit()
        else:
            self.submitted.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pictures and files become attachments; text goes in as plain text."""
        files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if files:
            self.dropped.emit(files)
        elif source.hasImage() and not source.hasText():
            image = source.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self.pasted.emit(image)
        else:
            self.insertPlainText(source.text())
