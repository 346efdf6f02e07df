"""The first picture of a cold start: the last known rows, painted where the window will have them a moment later.

A window full of widgets takes longer to build than its rows take to paint. So the frame shows this picture at once,
and the window takes its place inside the same frame. Nothing here imports what the picture does not need.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import QEventLoop, QRectF, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.domain.wording import tr
from app.services.incidents.queue_dto import QueueRow
from app.views.queue import filters
from app.views.queue.columns import SPECS, Column, shown_columns, sorted_columns
from app.views.queue.last_rows import LastRows
from app.views.queue.layout import Head, QueueLayout
from app.views.queue.row_painter import RowPainter, Stretch
from app.views.queue.titles import paint_title
from app.views.queue.wording import Wording
from app.views.toolkit import tokens
from app.views.toolkit.formats import Formats
from app.views.toolkit.marks import fill, paint_left
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.tokens import Size

_PATIENCE_MS = 250
"""How long the start waits for the picture: a window that is covered or minimised is not painted at all."""

_HANDLE = 1
"""The line between list and preview that can be dragged."""


class Remembered(NamedTuple):
    """What the window's state says about its shape; unusable values count as none."""

    size: tuple[int, int] = (1440, 900)
    rail: bool | None = None
    preview: bool = True
    preview_width: int = Size.PREVIEW
    row_height: int = Size.ROW


def remembered(state: dict[str, Any]) -> Remembered:
    """The shape of the window when it was last closed."""
    size = state.get("window.size")
    usable = isinstance(size, list) and len(size) == 2 and all(isinstance(side, int) and side > 0 for side in size)
    rail, preview = state.get("window.rail"), state.get("queue.preview")
    width, height = state.get("queue.preview_width"), state.get("queue.row_height")
    return Remembered(
        (size[0], size[1]) if usable and isinstance(size, list) else Remembered().size,
        rail if isinstance(rail, bool) else None,
        preview if isinstance(preview, bool) else True,
        width if isinstance(width, int) else Size.PREVIEW,
        height if isinstance(height, int) else Size.ROW,
    )


def _never() -> bool:
    """Nothing keeps the program once its window is closed."""
    return False


def is_signing_out() -> bool:
    """Whether the system closes the windows because the person leaves the computer."""
    application = QApplication.instance()
    return isinstance(application, QApplication) and application.isSavingSession()


class Frame(QMainWindow):
    """The one top-level window: it holds the picture first and the window from then on, and closes with it."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.stays: Callable[[], bool] = _never

    def show_picture(self, last: LastRows, shape: Remembered, now: datetime) -> None:
        """Paint the last known rows, and come back when they are on the screen.

        A new window is painted when the window system has put it up, not sooner, so the events are waited for; keys
        and clicks stay in their queue for the window to come.
        """
        self.setWindowTitle(tr("Queue – Mainstay"))
        picture = FirstPicture(last, shape, now)
        self.setCentralWidget(picture)
        loop = QEventLoop()
        picture.painted.connect(loop.quit)
        patience = QTimer(loop)
        patience.timeout.connect(loop.quit)
        patience.start(_PATIENCE_MS)
        self.show()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def hold(self, window: QWidget, stays: Callable[[], bool] = _never) -> None:
        """Put the window in the place of the picture; `stays` says whether the close button only hides it."""
        self.stays = stays
        self.setCentralWidget(window)
        self.setMinimumSize(window.minimumSize())
        window.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(window.windowTitle())

    def close_as_by_its_button(self) -> None:
        """Close, or hide in the tray, as the person chose for the close button."""
        if not self._hidden_instead():
            self.close()

    def _hidden_instead(self) -> bool:
        if not self.isVisible() or not self.stays():
            return False
        QApplication.setQuitOnLastWindowClosed(False)
        self.hide()
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window closes with its frame, unless the person's own close button is to keep it in the tray."""
        # Only what comes from the system is its close button; Ctrl+Q and the menus end the program, and so does the
        # system when somebody signs out, or closes what is hidden already.
        if event.spontaneous() and not is_signing_out() and self._hidden_instead():
            event.ignore()
            return
        was_hidden = self.isHidden()
        self.closing.emit()
        super().closeEvent(event)
        if was_hidden:
            # Qt ends a program with its last window that can be seen, and this one could not be.
            QApplication.quit()

    def showEvent(self, event: QShowEvent) -> None:
        """The program ends with its window again."""
        QApplication.setQuitOnLastWindowClosed(True)
        super().showEvent(event)


class KnownLines:
    """The last known rows as lines, without a model of Qt."""

    def __init__(self, last: LastRows, now: datetime) -> None:
        self.wording = Wording(Formats(), now)
        self.marked: set[str] = set()
        self.gone: set[str] = set()
        self.layout = QueueLayout(last.summary, last.query.collapsed)
        self._rows = last.rows

    def head_at(self, line: int) -> Head | None:
        """The head on a line; None for a row."""
        return self.layout.head_at(line)

    def row_at(self, line: int) -> QueueRow | None:
        """The row on a line, as far as it was kept."""
        offset = self.layout.offset_at(line)
        return self._rows[offset] if offset is not None and offset < len(self._rows) else None


class FirstPicture(QWidget):
    """Side bar, bars and preview as plain grounds, the list with its titles, heads and rows as they will stand."""

    painted = Signal()

    def __init__(self, last: LastRows, shape: Remembered, now: datetime) -> None:
        super().__init__()
        self.setAccessibleName(tr("The incidents that were seen last; the desk is being opened"))
        self._last, self._shape = last, shape
        self._lines = KnownLines(last, now)
        self._painter = RowPainter(self._lines)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole window."""
        painter = painter_on(self)
        fill(painter, QRectF(self.rect()), "surface")
        left = float(self._side_width())
        bottom = float(self.height() - Size.STATUS_BAR)
        fill(painter, QRectF(0, 0, left, bottom), "chrome")
        fill(painter, QRectF(0, bottom, self.width(), Size.STATUS_BAR), "chrome")
        for line in (QRectF(left - 1, 0, 1, bottom), QRectF(0, bottom, self.width(), 1)):
            fill(painter, line, "border")
        right = float(self.width() - self._preview_width())
        fill(painter, QRectF(left, Size.TOP_BAR - 1, self.width() - left, 1), "border")
        fill(painter, QRectF(right, Size.TOP_BAR, 1, bottom - Size.TOP_BAR), "border")
        self._paint_list(painter, QRectF(left, Size.TOP_BAR, right - left, bottom - Size.TOP_BAR))
        painter.end()
        self.painted.emit()

    def _paint_list(self, painter: QPainter, area: QRectF) -> None:
        title = QRectF(area.left() + 16, area.top(), area.width() - 32, Size.VIEW_HEADER)
        paint_left(painter, tokens.VIEW_TITLE, "text", title, filters.title_of(self._last.query.filter_text))
        fill(painter, QRectF(area.left(), title.bottom() - 1, area.width(), 1), "border")
        shown = shown_columns(int(area.width()))
        self._painter.use_columns(shown)
        columns = _stretches(shown, int(area.width()))
        orders = sorted_columns(self._last.query)
        painter.translate(area.left(), title.bottom() + 2)
        height = int(area.bottom() - title.bottom()) - 2
        painter.setClipRect(QRectF(0, 0, area.width(), height))
        top = 0
        if not self._painter.card:
            for column in columns:
                box = QRectF(column.left, 0, column.width, Size.COLUMN_HEAD)
                paint_title(painter, box, Column(column.column), orders)
            top = Size.COLUMN_HEAD
        self._paint_lines(painter, top, height, columns)

    def _paint_lines(self, painter: QPainter, top: int, bottom: int, columns: list[Stretch]) -> None:
        usual = Size.ROW_TALL if self._painter.card else self._shape.row_height
        for line in range(self._lines.layout.lines):
            if top >= bottom:
                return
            height = usual if self._lines.head_at(line) is None else Size.GROUP_HEAD
            self._painter.paint_line(painter, line, top, height, columns)
            top += height

    def _side_width(self) -> int:
        rail = self.width() < Size.RAIL_BELOW if self._shape.rail is None else self._shape.rail
        return Size.RAIL if rail else Size.SIDEBAR

    def _preview_width(self) -> int:
        room = self.width() - self._side_width()
        shown = self._shape.preview and room >= Size.PREVIEW_BELOW - Size.RAIL
        return self._shape.preview_width + _HANDLE if shown else 0


def _stretches(shown: frozenset[Column], width: int) -> list[Stretch]:
    """Where each column stands and how wide it is; the short description takes what the others leave."""
    rest = width - sum(SPECS[column].width for column in shown if column is not Column.SUMMARY)
    stretches, left = [], 0
    for column in sorted(shown):
        span = rest if column is Column.SUMMARY else SPECS[column].width
        stretches.append(Stretch(column, left, span))
        left += span
    return stretches
