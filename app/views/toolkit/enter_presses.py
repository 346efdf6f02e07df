"""Enter presses the button that has the keyboard, as Space does: Qt keeps that to the buttons of dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def is_enter(event: QKeyEvent) -> bool:
    """Whether it is Enter without Ctrl, Shift or Alt; that of the number pad counts."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and Qt.Key(event.key()) in _ENTER


def press_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button where the key is Enter, once for as long as it is held; False for every other key."""
    if not is_enter(event):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


class EnterPresses(QAbstractButton):
    """A button that is painted, and that Enter presses."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it; the rest is for the button."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)
