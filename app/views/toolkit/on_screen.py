"""How large a window may be on the screen that it stands on, and where it stands."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QScreen

TITLE_BAR: Final = 40
"""So many pixels at most the system draws above a window; how many is known only once it is shown."""


def fitting(size: QSize, screen: QScreen) -> QSize:
    """The size, or as much of it as is seen on the screen: on a small laptop the foot of a window has its buttons."""
    room = screen.availableGeometry().size() - QSize(0, TITLE_BAR)
    return size.boundedTo(room)


def nearest(corner: QPoint, room: QRect) -> QPoint:
    """The place in a room that is nearest to a corner; its own upper left corner where there is no room."""
    left, top = min(corner.x(), room.right()), min(corner.y(), room.bottom())
    return QPoint(max(room.left(), left), max(room.top(), top))
