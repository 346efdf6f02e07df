"""All calendars: what each is called, its zone and hours, which version holds and what counts by it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.calendar import Calendar, union, weekly_seconds
from app.domain.calendar_input import write_day
from app.domain.durations import write_hours
from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.enter_presses import EnterPresses
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_focus_ring, paint_left, paint_pill, paint_right, pill_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size

_DAYS = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))


class CalendarFacts(NamedTuple):
    """A calendar as the settings show it: the newest version, since when it holds, and what counts by it."""

    id: str
    name: str
    calendar: Calendar
    version: int
    effective_from: datetime
    used_by: tuple[str, ...] = ()


def week_words(calendar: Calendar) -> str:
    """The week in one line: "Mon-Fri 08:00-17:00", equal neighbours put together."""
    texts = [write_day(union(spans)) for spans in calendar.week]
    if len(set(texts)) == 1:
        return (
            tr("Every day 24 h") if texts[0] == "00:00-24:00" else tr("Every day {text}", text=texts[0] or tr("closed"))
        )
    parts, first = [], 0
    for day in range(1, 8):
        if day == 7 or texts[day] != texts[first]:
            if texts[first]:
                name = _DAYS[first] if first == day - 1 else f"{_DAYS[first]}–{_DAYS[day - 1]}"
                parts.append(f"{name} {texts[first].replace('-', '–')}")
            first = day
    return " · ".join(parts)


class CalendarRow(EnterPresses):
    """One calendar; a click or Enter opens it."""

    def __init__(self, facts: CalendarFacts) -> None:
        super().__init__()
        self.facts = facts
        self._unpublished = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        hours = write_hours(weekly_seconds(facts.calendar.week))
        self._hours = (
            tr("{hours} per week", hours=hours) if facts.calendar.week and hours != "closed" else tr("Never open")
        )
        self._used = tr("Used by {count}", count=len(facts.used_by)) if facts.used_by else tr("Not used yet")
        self.setToolTip(", ".join(facts.used_by))
        self._tell()

    def set_unpublished(self, unpublished: bool) -> None:
        """Changes of it wait on this computer."""
        self._unpublished = unpublished
        self._tell()
        self.update()

    def _tell(self) -> None:
        waits = tr(", changes not published") if self._unpublished else ""
        said = tr(
            "{facts}, {zone}, {hours}, version {version}",
            facts=self.facts.name,
            zone=self.facts.calendar.zone,
            hours=self._hours,
            version=self.facts.version,
        )
        self.setAccessibleName(f"{said}, {self._used}{waits}")

    def sizeHint(self) -> QSize:
        return QSize(400, 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two lines and, at the right, hours and version."""
        painter = painter_on(self)
        box = QRectF(self.rect()).adjusted(0, 2, 0, -2)
        fill_rounded(painter, box, Size.RADIUS_CARD, "hover" if self.underMouse() else "surface", "border")
        paint_icon(painter, "calendar", colour("text2"), 14, box.center().y() - 8)
        right = box.right() - 14
        paint_icon(painter, "chevron-right", colour("text3"), right - 14, box.center().y() - 7, 14)
        right -= 26
        version = f"v{self.facts.version} · {self._used}"
        paint_right(painter, tokens.UI_STRONG, "text", QRectF(right - 200, box.top() + 7, 200, 20), self._hours)
        paint_right(painter, tokens.META, "text2", QRectF(right - 200, box.top() + 27, 200, 18), version)
        room = right - 214 - 42
        if self._unpublished:
            width = pill_width(tr("Not published"), "pencil")
            paint_pill(painter, right - 214 - width, box.center().y(), tr("Not published"), "amber", "pencil")
            room -= width + 8
        paint_left(painter, tokens.UI_STRONG, "text", QRectF(42, box.top() + 7, room, 20), self.facts.name)
        zone = self.facts.calendar.zone.replace("_", " ")
        line = f"{zone} · {week_words(self.facts.calendar)}"
        paint_left(painter, tokens.META, "text2", QRectF(42, box.top() + 27, room, 18), line)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CARD)


class CalendarList(QWidget):
    """`opened` carries the id of a calendar."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Calendars"))
        self.rows: dict[str, CalendarRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_calendars(self, calendars: Sequence[CalendarFacts], unpublished: frozenset[str]) -> None:
        """Show these, in their order; the one that has the keyboard keeps it."""
        focused = next((key for key, row in self.rows.items() if row.hasFocus()), None)
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}
        for facts in calendars:
            row = CalendarRow(facts)
            row.set_unpublished(facts.id in unpublished)
            row.clicked.connect(lambda _checked=False, key=facts.id: self.opened.emit(key))
            self._column.addWidget(row)
            self.rows[facts.id] = row
        if focused in self.rows:
            self.rows[focused].setFocus()
