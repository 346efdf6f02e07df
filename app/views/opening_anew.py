"""Opening the window again for what counts only when a program starts, as the language does."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_wanted: list[bool] = []


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

    QProcess.startDetached(sys.executable, sys.orig_argv[1:])
