"""A day and a time to type, with a month to choose the day from; to the keyboard it is the usual control of Qt."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache, partial

from PySide6.QtCore import QDate, QDateTime, QEvent, QLocale, QRectF, QSize, Qt, QTime
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateTimeEdit, QSizePolicy

from app.views.toolkit import tokens
from app.views.toolkit.formats import Formats, at_wall
from app.views.toolkit.icons import SMALL, paint_icon
from app.views.toolkit.marks import fill_rounded, paint_focus_ring, text_width
from app.views.toolkit.theme import colour, lines
from app.views.toolkit.tokens import Size
from app.views.widgets.choice_popup import Answer, ChoicePopup, Option
from app.views.widgets.day_popup import DayPopup
from app.views.widgets.typed_moments import how_to_type, moment_option

_OPENER = 28
"""So wide is the part with the picture that opens the month, in device-independent pixels."""

_BESIDE = 10
_INSIDE = 2
"""So much a line of text keeps free at its ends by itself."""

_OPEN_KEYS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up})
_CLOCK = QDateTimeEdit.Section.HourSection | QDateTimeEdit.Section.MinuteSection


class MomentField(QDateTimeEdit):
    """What the reader's wall clock shows. F4 and Alt+Down open the month; the wheel moves it only with the focus here.

    What is typed, but for the figures of the time, opens a line that reads it as every list of moments does and says
    what it means: Qt takes no figure for the day where the weekday stands beside it. A date without a year, and a time
    without a day, are the next such moment, or where it is not `ahead` the nearest. `now` and `formats` are asked
    whenever they are needed, because the zone can be chosen while this stands there.
    """

    def __init__(
        self,
        name: str,
        shown_as: str,
        now: Callable[[], datetime],
        formats: Callable[[], Formats],
        *,
        height: int = Size.BUTTON,
        ahead: bool = True,
    ) -> None:
        super().__init__()
        self._now, self._formats, self._ahead = now, formats, ahead
        self._turned = QGuiApplication.isRightToLeft()
        self.setAccessibleName(name)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # Qt writes the parts of a date in the opposite order where a field runs from right to left, the minutes first.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat(shown_as)
        if self._turned:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """As wide as the longest day of a year is written."""
        width = _widest(self.displayFormat(), self.locale().name()) + 2 * _BESIDE + _OPENER
        return QSize(width, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Nothing of it is cut."""
        return self.sizeHint()

    def show_moment(self, moment: datetime) -> None:
        """Show when that is for the reader; seconds are left out."""
        wall = moment.astimezone(self._formats().zone)
        self.setDateTime(QDateTime(wall.year, wall.month, wall.day, wall.hour, wall.minute, 0))

    def moment(self) -> datetime:
        """The instant at which the wall shows this, in UTC."""
        day, clock = self.date(), self.time()
        wall = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=UTC)
        return at_wall(wall, self._formats().zone).astimezone(UTC)

    def open_month(self) -> DayPopup:
        """Show the month of the day that stands here; what is chosen there keeps the time of day."""
        wall = self._now().astimezone(self._formats().zone)
        popup = DayPopup(self.accessibleName(), self.date(), QDate(wall.year, wall.month, wall.day), self)
        popup.chosen.connect(self.setDate)
        popup.open_at(self)
        return popup

    def open_line(self, typed: str) -> ChoicePopup:
        """Go on typing a moment in words or figures; what it means is said, and Enter takes it."""
        # A list that held its field would be a circle of widgets.
        read = partial(_read, self._now, self._formats, self._ahead)
        nothing = how_to_type(self._formats(), ahead=self._ahead)
        popup = ChoicePopup(self.accessibleName(), read, self, nothing=nothing)
        popup.chosen.connect(self._take)
        popup.open_at(self, typed)
        return popup

    def _take(self, option: Option) -> None:
        if isinstance(option.value, datetime):
            self.show_moment(option.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F4 and Alt with an arrow open the month, as in every field that has a list."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() in _OPEN_KEYS):
            self.open_month()
        elif self._begins_a_line(event):
            self.open_line(event.text())
        else:
            super().keyPressEvent(event)

    def _begins_a_line(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        is_all = self.lineEdit().selectedText() == self.text()
        is_time = bool(self.currentSection() & _CLOCK) and not is_all
        return event.text().isalpha() or (event.text().isdecimal() and not is_time)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On the picture it opens the month."""
        if event.button() == Qt.MouseButton.LeftButton and self._opener().contains(event.position()):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.open_month()
            return
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the page unless this field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text keeps clear of the picture."""
        super().resizeEvent(event)
        self._place_line()

    def changeEvent(self, event: QEvent) -> None:
        """Qt lays the text out anew when the style changes."""
        super().changeEvent(event)
        self._place_line()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box and picture; the text is the line's own."""
        painter = QPainter(self)
        box, live = QRectF(self.rect()), self.isEnabled()
        fill_rounded(painter, box, Size.RADIUS_CONTROL, "surface", "control" if live else "offmark")
        opener = self._opener()
        ink, left = colour("text2" if live else "off"), opener.left() + (_OPENER - SMALL) / 2
        paint_icon(painter, "calendar", ink, left, opener.center().y() - SMALL / 2, SMALL)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)

    def _place_line(self) -> None:
        left, right = (_OPENER, _BESIDE) if self._turned else (_BESIDE, _OPENER)
        edge = lines().focus
        self.lineEdit().setGeometry(self.rect().adjusted(left - _INSIDE, edge, _INSIDE - right, -edge))

    def _opener(self) -> QRectF:
        return QRectF(0 if self._turned else self.width() - _OPENER, 0, _OPENER, self.height())


def _read(now: Callable[[], datetime], formats: Callable[[], Formats], ahead: bool, text: str, answer: Answer) -> None:
    option = moment_option(text, now(), formats(), ahead=ahead)
    answer(() if option is None else (option,))


@lru_cache(maxsize=16)
def _widest(shown_as: str, locale: str) -> int:
    """How wide the longest moment is: of every month a week, in the figure that is the widest."""
    speaking, evening = QLocale(locale), QTime(20, 0)
    moments = (QDateTime(QDate(2028, month, day), evening) for month in range(1, 13) for day in range(20, 27))
    return max(text_width(tokens.UI, speaking.toString(each, shown_as)) for each in moments)
