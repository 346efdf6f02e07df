"""How large a window may be on the screen that it stands on."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen

TITLE_BAR: Final = 40
"""So many pixels at most the system draws above a window; how many is known only once it is shown."""


def fitting(size: QSize, screen: QScreen) -> QSize:
    """The size, or as much of it as is seen on the screen: on a small laptop the foot of a window has its buttons."""
    room = screen.availableGeometry().size() - QSize(0, TITLE_BAR)
    return size.boundedTo(room)
