"""Where Tab goes: through the window as it is read, whatever the order in which its parts were made.

Qt keeps the order of making, and rows, chips and links that come later would follow after everything else. The order
is worked out from the layouts when Tab is pressed, so nobody has to keep it.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from app.views.toolkit.laid_out import widgets_in

_WHOLE = (QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLineEdit)
"""What takes the keyboard as one, whatever it is made of."""

_ROOM = 24
"""Pixels that stay visible around what has the keyboard."""


def move_focus(parts: Sequence[QWidget], current: QWidget | None, *, forward: bool) -> bool:
    """Put the keyboard on the widget after or before the current one, from part to part and round again.

    False when the keyboard is in none of the parts.
    """
    stops = [stop for part in parts for stop in _stops(part)]
    if current not in stops:
        return False
    place = stops.index(current) + (1 if forward else -1)
    target = stops[place % len(stops)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_view(target)
    return True


def focus_first(root: QWidget) -> None:
    """Put the keyboard on the first thing inside that takes it."""
    first = first_stop(root)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)


def first_stop(root: QWidget) -> QWidget | None:
    """What takes the keyboard first in here, which may be itself; nothing where all is hidden or switched off."""
    return next(_stops(root), None)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        if content is not None:
            yield from _stops(content)
    elif not isinstance(widget, _WHOLE):
        for child in _children(widget):
            yield from _stops(child)


def _children(widget: QWidget) -> list[QWidget]:
    layout = widget.layout()
    laid_out = list(widgets_in(layout)) if layout is not None else []
    if laid_out:
        return laid_out
    loose = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    return sorted(loose, key=lambda child: (child.y(), child.x()))


def _bring_into_view(target: QWidget) -> None:
    parent = target.parentWidget()
    while parent is not None:
        content = parent.widget() if isinstance(parent, QScrollArea) else None
        if content is not None and isinstance(parent, QScrollArea):
            middle = target.mapTo(content, QPoint(target.width() // 2, target.height() // 2))
            parent.ensureVisible(middle.x(), middle.y(), target.width() // 2, target.height() // 2 + _ROOM)
        parent = parent.parentWidget()
