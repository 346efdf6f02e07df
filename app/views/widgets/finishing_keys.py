"""The keys that finish or leave a piece of writing, told from the window's own: Ctrl+Enter, Ctrl+Shift+Enter, Esc."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_CONTROL_SHIFT: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def is_finishing_key(event: QKeyEvent) -> bool:
    """Whether the key sends, sends further or leaves; the Enter of the number pad counts."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if Qt.Key(event.key()) in _ENTER:
        return modifiers in {_CONTROL, _CONTROL_SHIFT}
    return event.key() == Qt.Key.Key_Escape and modifiers == Qt.KeyboardModifier.NoModifier


def claims_finishing_key(event: QEvent) -> bool:
    """Answer the window, which asks before it takes a key as its shortcut: a finishing key is taken here."""
    asked = event.type() == QEvent.Type.ShortcutOverride
    if asked and isinstance(event, QKeyEvent) and is_finishing_key(event):
        event.accept()
        return True
    return False
