"""The ring around a list or what is read and scrolled, while the keyboard is in it: most paint none themselves."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from app.views.toolkit.marks import OWN_RING, paint_focus_ring
from app.views.toolkit.tokens import Size


class ReadingRing(QObject):
    """Goes with the keyboard, wherever it is in the program; not where a click put it, which shows for itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ring: _Ring | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if isinstance(now, QAbstractScrollArea) and not by_mouse and not _paints_its_own(now):
            self._ring = _Ring(now)


def _paints_its_own(area: QAbstractScrollArea) -> bool:
    """Fields by the style sheet, some lists on their row; what lies over the queue would make it scroll slowly.

    A list that has no row in use has nowhere to paint its own.
    """
    if isinstance(area, QTextEdit | QPlainTextEdit):
        return not area.isReadOnly()
    has_row = not isinstance(area, QAbstractItemView) or area.currentIndex().isValid()
    return has_row and bool(area.property(OWN_RING))


class _Ring(QWidget):
    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        area.installEventFilter(self)
        self.setGeometry(area.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as what it is around."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring alone."""
        paint_focus_ring(QPainter(self), QRectF(self.rect()), Size.RADIUS_BADGE)
