"""Keys by their place: on a layout without Latin letters a key means what stands there on an English one.

The platform looks for the Latin letter in the other layouts of the computer. Where there is none, and in a widget that
looks at the key itself, the letter of the layout is all that comes, and no key of the map would do anything.
"""

from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from app.views.actions import ActionRegistry
from app.views.toolkit.key_places import SPECIAL, key_by_place

_CHORD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeysByPlace(QObject):
    """Runs the actions of a window by keys that no shortcut knew; copying and pasting by them works in fields too."""

    def __init__(self, actions: ActionRegistry, window: QWidget) -> None:
        super().__init__(window)
        self._actions, self._window = actions, window
        self._begun: tuple[QKeyCombination, ...] = ()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys come by here after the shortcuts and before the widget that has the keyboard."""
        if watched is self._window:
            # The window lies in a frame, and keys come to that first.
            handle = self._window.window().windowHandle() if event.type() == QEvent.Type.Show else None
            if handle is not None:
                handle.installEventFilter(self)
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self._window.isVisible():
            return False
        key = key_by_place(event)
        if key is None:
            if int(event.key()) < SPECIAL:
                self._begun = ()
            return False
        return self._pressed(QKeyCombination(event.modifiers(), key), event)

    def _pressed(self, pressed: QKeyCombination, event: QKeyEvent) -> bool:
        latin = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
        is_chord = bool(event.modifiers() & _CHORD)
        field = QApplication.focusWidget()
        if field is not None and is_chord and _is_wanted(field, latin):
            # Ctrl+C and its like, for which a field looks at the letter.
            QApplication.sendEvent(field, latin)
            return True
        if field is not None and not is_chord and _is_wanted(field, event):
            return False
        begun, self._begun = self._begun, ()
        return (bool(begun) and self._run((*begun, pressed))) or self._run((pressed,))

    def _run(self, keys: tuple[QKeyCombination, ...]) -> bool:
        """Take the action of these keys; whether there is one, or one that begins with them."""
        sequence, longer = QKeySequence(*keys), False
        for spec in self._actions.specs():
            action = self._actions.action(spec.id)
            for each in action.shortcuts() if action.isEnabled() else ():
                found = sequence.matches(each)
                if found == QKeySequence.SequenceMatch.ExactMatch:
                    action.trigger()
                    return True
                longer = longer or found == QKeySequence.SequenceMatch.PartialMatch
        self._begun = keys if longer else ()
        return longer


def _is_wanted(field: QWidget, event: QKeyEvent) -> bool:
    """Whether the widget that has the keyboard takes these keys for itself, as fields take what is typed."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
    asked.ignore()
    QApplication.sendEvent(field, asked)
    return asked.isAccepted()
