"""Where the keyboard is stays in sight when the room around it becomes another one."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

_ROOM: Final = 16
"""Pixels that are shown around it."""


def seen_keyboard(window: QWidget) -> QWidget | None:
    """What has the keyboard of a window, where the line that is typed or the row that is chosen is in sight."""
    focused: QWidget | None = window.focusWidget()
    if focused is None:
        return None
    shows, spot = _spot(focused)
    return focused if shows.visibleRegion().intersects(spot) else None


def bring_into_sight(focused: QWidget) -> None:
    """Scroll no further than that line or row needs, and leave everything where it is that shows it already."""
    if isinstance(focused, QAbstractItemView):
        focused.scrollTo(focused.currentIndex())
    elif isinstance(focused, QTextEdit | QPlainTextEdit):
        focused.ensureCursorVisible()
    shows, spot = _spot(focused)
    around = focused.parentWidget()
    while around is not None:
        content = around.widget() if isinstance(around, QScrollArea) else None
        if content is not None and isinstance(around, QScrollArea):
            middle = shows.mapTo(content, spot.center())
            around.ensureVisible(middle.x(), middle.y(), spot.width() // 2, spot.height() // 2 + _ROOM)
        around = around.parentWidget()


def _spot(focused: QWidget) -> tuple[QWidget, QRect]:
    if isinstance(focused, QAbstractItemView):
        return focused.viewport(), focused.visualRect(focused.currentIndex())
    if isinstance(focused, QTextEdit | QPlainTextEdit):
        return focused.viewport(), focused.cursorRect()
    return focused, focused.rect()
