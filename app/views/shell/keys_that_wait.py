"""A key whose action cannot be taken now says why, where it did nothing: after a slip one knows what one pressed."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.views.actions import ActionRegistry, Scope, typing
from app.views.toolkit.toast import Toasts

_SILENT: Final = frozenset({Scope.LIST, Scope.GO})
"""Going on where there is nothing further is no slip."""


class KeysThatWait(QObject):
    """Hears the keys of a window before its shortcuts do, and leaves them to whoever wants them."""

    def __init__(self, actions: ActionRegistry, toasts: Toasts, window: QWidget) -> None:
        super().__init__(window)
        self._actions, self._toasts = actions, toasts
        self._begun: QKeySequence | None = None
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """What somebody types into a field never comes here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> None:
        if typing() or Qt.Key(event.key()) in {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr}:
            return
        keys, begun = QKeySequence(event.keyCombination()), self._begun
        self._begun = None
        reason, is_taken = "", False
        for spec in self._actions.specs():
            for each in () if spec.local else spec.keys:
                found = keys.matches(QKeySequence(each))
                if found == QKeySequence.SequenceMatch.PartialMatch:
                    self._begun = keys
                elif found == QKeySequence.SequenceMatch.ExactMatch:
                    why = self._actions.waits_for(spec.id)
                    is_taken = is_taken or why == ""
                    reason = reason or (why or "" if spec.scope not in _SILENT else "")
        if reason and not is_taken and begun is None:
            self._toasts.show(reason, icon="circle-alert")
