"""Notices widgets that become windows of their own for a moment: they flicker, and take the keyboard away."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget


class Strays(QObject):
    """What was shown as a window since it was made, but for menus; `found` names them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every widget that is shown."""
        is_window = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_window and isinstance(watched, QWidget) and not isinstance(watched, QMenu):
            self.found.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@contextmanager
def no_stray_windows() -> Iterator[None]:
    """Fails when something inside is shown as a window of its own."""
    application = QApplication.instance()
    assert application is not None
    strays = Strays()
    application.installEventFilter(strays)
    try:
        yield
    finally:
        application.removeEventFilter(strays)
    assert not strays.found
