"""Another size of everything in a program that runs: the factor by which Qt multiplies all sizes is changed.

Qt reads the factor once, from the environment, and has no public function to change it in a program that runs. It has
a private one, `QHighDpiScaling::setGlobalFactor`, which takes exactly the place of QT_SCALE_FACTOR, for screens that
are plugged in later as well. It is called here by the name under which the library exports it (decision 0030). Where
that name is missing, as it may be in another version of Qt, nothing happens but that a new size waits for the next
start; `tests/views/test_live_scale.py` tells the day on which a new Qt brings that about.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLoggingCategory, QSize, Qt, QtMsgType
from PySide6.QtGui import QGuiApplication, QMoveEvent, QResizeEvent, QWindow
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import getCppPointer, isValid

from app.views.toolkit.in_sight import bring_into_sight, seen_keyboard
from app.views.toolkit.on_screen import nearest
from app.views.toolkit.scale import is_set_outside

_BY_ITSELF: Final = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized
"""Windows whose size is the system's."""


class _Names(NamedTuple):
    """What the three functions are called in the library, by the rules of its compiler."""

    set_factor: str
    forget_highest_ratio: str
    ratio_changed: str


_ITANIUM: Final = _Names(
    "_ZN15QHighDpiScaling15setGlobalFactorEd",
    "_ZN22QGuiApplicationPrivate27resetCachedDevicePixelRatioEv",
    "_ZN22QWindowSystemInterface35handleWindowDevicePixelRatioChangedINS_19SynchronousDeliveryEEEvP7QWindow",
)
_MSVC: Final = _Names(
    "?setGlobalFactor@QHighDpiScaling@@SAXN@Z",
    "?resetCachedDevicePixelRatio@QGuiApplicationPrivate@@SAXXZ",
    "??$handleWindowDevicePixelRatioChanged@USynchronousDelivery@QWindowSystemInterface@@@QWindowSystemInterface"
    "@@SAXPEAVQWindow@@@Z",
)


class _Private(NamedTuple):
    """What is called of Qt's private functions: static ones without a result and with at most one plain value."""

    set_factor: Callable[[float], None]
    forget_highest_ratio: Callable[[], None]
    ratio_changed: Callable[[int], None]


def scale_to(percent: int) -> bool:
    """Have everything so large from now on, in windows that are open too; False where that waits for the next start.

    Nothing else changes: widgets keep what is typed, chosen and scrolled to, as only the room they have is another one.
    Windows keep their place and their size on the screen, and grow where what they hold would not fit. Menus and lists
    that are open take every key, so none is open now. To be called by the thread of the window.
    """
    private = None if is_set_outside() else _private()
    if private is None:
        return False
    QToolTip.hideText()
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    seen = [focused for focused in map(seen_keyboard, shown) if focused is not None]
    with _unpainted(shown):
        before = [(window, window.geometry()) for window in QGuiApplication.allWindows()]
        with _unwarned():
            private.set_factor(percent / 100)
        private.forget_highest_ratio()
        for window, was in before:
            if not isValid(window):
                continue  # what heard of another one before has closed it
            # Qt asks the platform how large the window is, so this is what it has of the screen, in the new measure.
            # Widgets learn of their pixels first, because some paint for a size what they keep.
            private.ratio_changed(_address(window))
            now = window.geometry()
            if now.size() != was.size():
                QCoreApplication.sendEvent(window, QResizeEvent(now.size(), was.size()))
            if now.topLeft() != was.topLeft():
                QCoreApplication.sendEvent(window, QMoveEvent(now.topLeft(), was.topLeft()))
        for widget in shown:
            _make_fit(widget)
        # What is laid out a moment later otherwise, since only then it is known what is out of sight.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for focused in seen:
            bring_into_sight(focused)
    return True


@contextmanager
def _unpainted(shown: list[QWidget]) -> Iterator[None]:
    """Windows are painted once, after all of it: Qt would paint each at once, still laid out for the size before."""
    painted = [widget for widget in shown if widget.updatesEnabled()]
    for widget in painted:
        widget.setUpdatesEnabled(False)
    try:
        yield
    finally:
        for widget in painted:
            widget.setUpdatesEnabled(True)


@contextmanager
def _unwarned() -> Iterator[None]:
    """Qt warns that the function is for programs without windows, since these must be told; they are, right after."""
    category = QLoggingCategory.defaultCategory()
    heard = category.isWarningEnabled()
    category.setEnabled(QtMsgType.QtWarningMsg, False)
    try:
        yield
    finally:
        category.setEnabled(QtMsgType.QtWarningMsg, heard)


def _make_fit(widget: QWidget) -> None:
    """Have the system know the least size in its pixels, and grow where the window is smaller than that now."""
    window = widget.windowHandle()
    # The limits are handed to the system when one of them changes, and this one means nothing to it.
    base = window.baseSize()
    window.setBaseSize(base + QSize(1, 1))
    window.setBaseSize(base)
    wanted = widget.size().expandedTo(widget.minimumSize())
    if wanted != widget.size() and not widget.windowState() & _BY_ITSELF:
        widget.resize(wanted)
        room, frame = window.screen().availableGeometry(), widget.frameGeometry()
        corner = nearest(frame.topLeft(), room.adjusted(0, 0, -frame.width(), -frame.height()))
        if corner != frame.topLeft():
            widget.move(corner)


def _address(window: QWindow) -> int:
    return int(getCppPointer(window)[0])


@lru_cache(maxsize=1)
def _private() -> _Private | None:
    """The functions, or None where this Qt does not have them all."""
    # Imported here: most windows keep the size that they were opened in.
    import ctypes

    names = _MSVC if sys.platform == "win32" else _ITANIUM
    try:
        # Only the library that is in use already is looked into: a second Qt would have a factor of its own.
        library = ctypes.CDLL(_library(), mode=getattr(os, "RTLD_NOLOAD", 0) | getattr(os, "RTLD_LAZY", 0))
        found: list[Any] = [getattr(library, name) for name in names]
    except (OSError, AttributeError):
        return None
    for function, takes in zip(found, ([ctypes.c_double], [], [ctypes.c_void_p]), strict=True):
        function.argtypes, function.restype = takes, None
    return _Private(*found)


def _library() -> str:
    """The library of Qt that draws, by the name under which it was loaded."""
    if sys.platform == "win32":
        return "Qt6Gui.dll"
    if sys.platform == "darwin":
        libraries = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
        return str(libraries / "QtGui.framework" / "Versions" / "A" / "QtGui")
    return "libQt6Gui.so.6"
