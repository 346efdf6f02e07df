"""Opening the window again for what counts only when a program starts: the size of everything, and the language."""

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_FACTOR = "QT_SCALE_FACTOR"
_asked: list[int] = []
"""The size that this program asked Qt for; empty where somebody outside did, or nobody."""
_wanted: list[bool] = []


def scale_by(percent: int) -> None:
    """Have Qt make everything so large, before the application is made; a factor from outside beats it."""
    if percent != 100 and _FACTOR not in os.environ:
        os.environ[_FACTOR] = f"{percent / 100:g}"
        _asked.append(percent)


def start_anew(frame: "QWidget") -> None:
    """End as by Ctrl+Q, which keeps all that is typed, and have the window opened again by what is set now."""
    _wanted.append(True)
    frame.close()
    QCoreApplication.quit()


def open_again() -> None:
    """Start the program once more, as it was started, where that is wanted; the last thing before this one ends."""
    if not _wanted:
        return
    # Imported here: most windows end without.
    from PySide6.QtCore import QProcess

    if _asked:
        os.environ.pop(_FACTOR, None)
    QProcess.startDetached(sys.executable, sys.orig_argv[1:])
