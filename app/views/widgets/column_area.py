"""A column of parts that scrolls only where a window is too low for them, as with large text on a small screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget


class _Canvas(QWidget):
    """Takes no more height than its parts need at the width that there is.

    By itself it asks for what they would need if they were as narrow as they can be, where rows break that have room:
    then the column scrolled, and something in it had the height that was asked for in vain.
    """

    def minimumSizeHint(self) -> QSize:
        least, layout, viewport = super().minimumSizeHint(), self.layout(), self.parentWidget()
        if layout is None or viewport is None or not layout.hasHeightForWidth():
            return least
        return QSize(least.width(), layout.minimumHeightForWidth(max(least.width(), viewport.width())))

    def least_width(self) -> int:
        """The width alone: how high that would be is dear to find out, as every row of buttons is laid out for it."""
        return super().minimumSizeHint().width()


class ColumnArea(QScrollArea):
    """`column` takes the parts. Whatever gets the keyboard is brought into view."""

    def __init__(self) -> None:
        super().__init__()
        self._canvas = canvas = _Canvas()
        canvas.setObjectName("canvas")
        self.column = QVBoxLayout(canvas)
        self.setWidget(canvas)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        # What has the keyboard may grow only once it has it.
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._follow(None, self._keyboard()))

    def minimumSizeHint(self) -> QSize:
        """As wide as its parts, since it does not scroll sideways, and not as high."""
        return QSize(self._canvas.least_width(), super().minimumSizeHint().height())

    def _keyboard(self) -> QWidget | None:
        return self.window().focusWidget()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.verticalScrollBar().maximum() or not self.isAncestorOf(now):
            return
        part = now
        while (above := part.parentWidget()) is not None and above is not self._canvas:
            part = above
        # All of the part where it has room, as a form with the button at its foot; in any case what has the keyboard.
        for each in (part, now):
            self._show_all_of(each)

    def _show_all_of(self, part: QWidget) -> None:
        """Qt would do with the line that is typed in."""
        top = part.mapTo(self._canvas, part.rect().topLeft()).y()
        for edge in (top + part.height(), top):
            self.ensureVisible(0, edge, 0, 0)
