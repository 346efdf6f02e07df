"""Finds what a test left running: threads, and windows that nobody closed."""

import gc
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

GRACE_SECONDS = 5.0  # for a thread that was told to stop and is on its way out
QT_OWN_WINDOWS = frozenset({"QTipLabel"})  # Qt keeps its tool tip for the next time


def stray_threads(before: set[threading.Thread]) -> list[str]:
    """Names of the threads alive now that were not in `before`, after giving each a chance to end."""
    stray = [thread for thread in threading.enumerate() if thread not in before]
    for thread in stray:
        thread.join(GRACE_SECONDS)
    return sorted(thread.name for thread in stray if thread.is_alive())


def top_level_widgets() -> list["QWidget"]:
    """The windows that exist now; empty where no test has loaded Qt, which this does not do either."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    return [
        widget for widget in QApplication.topLevelWidgets() if widget.metaObject().className() not in QT_OWN_WINDOWS
    ]


def stray_windows(before: set[int]) -> list[str]:
    """Descriptions of the windows alive now whose identity was not in `before`.

    Deletions that were put off are carried out first; what hangs in a reference cycle is collected only where
    something is left, because collecting is slow.
    """
    _carry_out_deletions()
    if not _windows_since(before):
        return []
    gc.collect()
    _carry_out_deletions()
    return [
        f"{widget.metaObject().className()} {(widget.objectName() or widget.windowTitle())!r}"
        for widget in _windows_since(before)
    ]


def identity(widget: "QWidget") -> int:
    """A number that stays the same for one C++ widget, whichever Python wrapper stands for it."""
    import shiboken6

    return shiboken6.getCppPointer(widget)[0]


def _windows_since(before: set[int]) -> list["QWidget"]:
    return [widget for widget in top_level_widgets() if identity(widget) not in before]


def _carry_out_deletions() -> None:
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
