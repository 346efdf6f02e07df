"""Hands on the keyboard of the real window: they press keys, nothing else, and count them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.views.tour import Tour

_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class Hands:
    """Presses keys at whatever has the keyboard; `count` is how many, each modifier one, as the model KLM has it.

    Source of the convention: GOMS page of the University of Hamburg, by way of the desktop research, part 1.
    """

    def __init__(self, walk: Tour) -> None:
        self._walk = walk
        self.count = 0

    def press(self, *chords: str) -> None:
        """Press keys by their names, such as `Ctrl+K`, one after another."""
        for chord in chords:
            *held, name = chord.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for each in held:
                modifiers |= _MODIFIERS[each]
            QTest.keyClick(self._at(), Qt.Key[f"Key_{name}"], modifiers)
            self.count += 1 + len(held)
            self._walk.settle()

    def type(self, text: str) -> None:
        """Type letters; each counts one."""
        for letter in text:
            QTest.keyClicks(self._at(), letter)
            self.count += 1
        self._walk.settle()

    def _at(self) -> QWidget:
        focused: QWidget | None = QApplication.focusWidget()
        return self._walk.program.window if focused is None else focused
