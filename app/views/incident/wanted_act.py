"""An action that waits until the incident is shown, and what is typed meanwhile, which is meant for what it opens.

Without this the letters after `R` in the list would be single keys of a page that is still read, or nothing at all.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.views.actions import ActionRegistry

LONGEST_MS: Final = 5_000
"""A page that takes longer has failed or hangs; keys work as usual again then."""

_FREE: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_FINISH: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class WantedAct(QObject):
    """Holds letters, digits and Enter from `want` to `run`; other keys work at once, and Esc drops what is held."""

    def __init__(self, owner: QObject, actions: ActionRegistry) -> None:
        super().__init__(owner)
        self._actions, self._action_id = actions, ""
        self._held: list[QKeyEvent] = []
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(LONGEST_MS)
        self._limit.timeout.connect(self._let_go)

    def want(self, action_id: str) -> None:
        """Run this once it can be."""
        self._action_id = action_id
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._limit.start()

    def forget(self) -> None:
        """Another incident is opened, or this one cannot be shown."""
        self._action_id = ""
        self._let_go()

    def run(self) -> None:
        """The incident is shown: do it, and give what was typed to whatever has the keyboard then."""
        action_id, self._action_id = self._action_id, ""
        held = self._let_go()
        if action_id:
            self._actions.run(action_id)
        for event in held:
            popup = QApplication.activePopupWidget()
            focused = popup.focusWidget() if popup is not None else QApplication.focusWidget()
            if focused is not None:
                QApplication.sendEvent(focused, event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep what is typed."""
        kind = event.type()
        if kind not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._let_go()
            return False
        chord = event.modifiers() & _FREE
        if chord and not (chord == Qt.KeyboardModifier.ControlModifier and event.key() in _FINISH):
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress:
            self._held.append(event.clone())
        return True

    def _let_go(self) -> list[QKeyEvent]:
        self._limit.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        held, self._held = self._held, []
        return held
