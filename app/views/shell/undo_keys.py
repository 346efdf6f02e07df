"""Ctrl+Z and Ctrl+Y where text is typed: the field's while it can take something back, else the window's."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid


class UndoKeys(QObject):
    """Goes with the keyboard. Qt's fields keep these keys even when nothing was typed in them, so after a message was
    sent `Ctrl+Z` would not reach the way back that the toast names.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the key to the window where the field could do nothing with it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            is_idle = not _can(watched, again=False)
        elif event.matches(QKeySequence.StandardKey.Redo):
            is_idle = not _can(watched, again=True)
        else:
            return False
        if is_idle:
            event.ignore()
        return is_idle


def _can(field: QObject, *, again: bool) -> bool:
    """Whether the field has something typed to take back, or to do again."""
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable() if again else field.isUndoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        document = field.document()
        return document.isRedoAvailable() if again else document.isUndoAvailable()
    return False
