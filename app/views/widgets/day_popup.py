"""A month to choose a day from, in the look of the desk; opens at a field. Esc leaves all as it was."""

from typing import Final

from PySide6.QtCore import QDate, QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QTextCharFormat
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.toolkit.marks import fill_rounded, paint_centred, paint_focus_ring
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import IconButton
from app.views.widgets.labels import Label
from app.views.widgets.popup import Popup

_CELL: Final = 34
_DAYS, _LINES = 7, 7


class _Month(QCalendarWidget):
    """The grid alone, which stays Qt's to the keyboard and to assistive technology."""

    def __init__(self, name: str, today: QDate) -> None:
        super().__init__()
        self._today = today
        self.setAccessibleName(name)
        self.setNavigationBarVisible(False)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        heads = QTextCharFormat()
        heads.setFont(font(tokens.CAPTION_STRONG))
        heads.setForeground(colour("text3"))
        heads.setBackground(colour("surface"))
        self.setHeaderTextFormat(heads)
        plain = QTextCharFormat()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, plain)
        # A column is as wide as the desk wants it, not as wide as a head of a table usually is.
        for head in self.findChildren(QHeaderView):
            head.setMinimumSectionSize(_CELL)
        self.setFixedSize(_DAYS * _CELL + 2, _LINES * _CELL)

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        """The number of the day: filled where it is chosen, in the accent where it is today."""
        box = QRectF(rect).adjusted(2, 2, -2, -2)
        painter.fillRect(rect, colour("surface"))
        ink = "text" if date.month() == self.monthShown() else "text3"
        if date == self.selectedDate():
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "accentfill")
            ink = "onaccent"
        elif date == self._today:
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "sel")
            ink = "accent"
        style = tokens.UI_STRONG if date == self._today else tokens.UI
        paint_centred(painter, style, ink, box, self.locale().toString(date.day()))


class DayPopup(Popup):
    """`chosen` carries the QDate."""

    chosen = Signal(QDate)

    def __init__(self, name: str, day: QDate, today: QDate, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setLayoutDirection(QGuiApplication.layoutDirection())
        self.month = _Month(name, today)
        self.month.setSelectedDate(day)
        self.month.clicked.connect(self._take)
        self.month.activated.connect(self._take)
        self.month.currentPageChanged.connect(lambda _year, _month: self._tell())
        self.title = Label("", tokens.UI_STRONG)
        before = IconButton("chevron-left", tr("Month before"), size=Size.BUTTON_SMALL)
        before.clicked.connect(lambda _checked=False: self.month.showPreviousMonth())
        after = IconButton("chevron-right", tr("Next month"), size=Size.BUTTON_SMALL)
        after.clicked.connect(lambda _checked=False: self.month.showNextMonth())
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.addWidget(self.title, 1)
        head.addWidget(before)
        head.addWidget(after)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.month)
        self._grid = self.month.findChild(QAbstractItemView)
        if self._grid is not None:
            self._grid.installEventFilter(self)
        self._tell()

    def open_at(self, anchor: QWidget) -> None:
        """Show it below a widget, or above where the screen ends."""
        self.adjustSize()
        self.show_at(anchor)
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the grid closes the whole."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        shown = QDate(self.month.yearShown(), self.month.monthShown(), 1)
        self.title.setText(self.locale().toString(shown, tr("MMMM yyyy")))

    def _take(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(day)

    def paintEvent(self, _event: object) -> None:
        """A frame that floats, with the ring of the focus where the grid has it."""
        painter = QPainter(self)
        self.paint_frame(painter)
        if self._grid is not None and self._grid.hasFocus():
            paint_focus_ring(painter, QRectF(self.month.geometry()).adjusted(-3, -3, 3, 3), Size.RADIUS_CONTROL)
