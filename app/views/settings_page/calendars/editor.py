"""One calendar as it is edited: painted and typed hours, zone, holidays and special days; nothing here is saved."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.calendar import ALWAYS_WEEK, CLOSED_WEEK, Calendar, Holiday, Override, Span, weekly_seconds
from app.domain.durations import write_hours
from app.domain.special_days import with_holidays
from app.domain.week_painting import Week
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.settings_page.calendars.day_cards import HolidaysCard, SpecialDaysCard
from app.views.settings_page.calendars.holiday_review import HolidayReview
from app.views.settings_page.calendars.typed_days import TypedDays
from app.views.settings_page.calendars.zone_field import ZoneField
from app.views.settings_page.cards import Card
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.fixed_text import fix
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label
from app.views.widgets.week_grid import WeekGrid

OFFICE_WEEK: Week = (*[(Span(8 * 3600, 17 * 3600),)] * 5, (), ())
_UNDO_STEPS = 100
_SIDE_BY_SIDE = 900
_TYPED_BESIDE = 800


class CalendarEditor(QWidget):
    """`changed` follows each edit; `refused` and `noted` carry a sentence; `typed` tells of text not yet taken."""

    changed = Signal()
    typed = Signal()
    refused = Signal(str)
    noted = Signal(str)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.calendar = Calendar("UTC", CLOSED_WEEK)
        self._undone: list[Calendar] = []
        self._fixed = False
        self.name = QLineEdit()
        self.zone = ZoneField(context)
        self.grid = WeekGrid()
        self.days = TypedDays()
        self.holidays = HolidaysCard()
        self.special = SpecialDaysCard()
        self.review = HolidayReview(context)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.summary = Label("", tokens.SHEET_TITLE, "accent")
        self.hours = Card(tr("Opening hours"))
        self.hours.ends.addWidget(self.summary)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(24)
        self._body.addWidget(self.grid, 3)
        self._body.addLayout(self._side(), 2)
        self.hours.body.addLayout(self._body)
        self.lists = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.lists.setSpacing(12)
        self.lists.addWidget(self.holidays, 1, Qt.AlignmentFlag.AlignTop)
        self.lists.addWidget(self.special, 1, Qt.AlignmentFlag.AlignTop)
        self.holidays.body.insertWidget(0, self.review)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.hours)
        column.addLayout(self.lists)

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(6)
        self.name.setAccessibleName(tr("Name of the calendar"))
        self.name.setPlaceholderText(tr("Such as Office hours Rotterdam"))
        self.name.setMaxLength(200)
        self.name.setFixedHeight(Size.INPUT)
        for text, widget in ((tr("Name"), self.name), (tr("Time zone"), self.zone)):
            label = Label(text, tokens.META_MEDIUM, "text2")
            label.setBuddy(widget)
            side.addWidget(label)
            side.addWidget(widget)
            side.addSpacing(4)
        side.addWidget(self.days)
        presets = FlowLayout(6)
        self.presets: list[Button] = []
        for text, week in (
            (tr("Office week"), OFFICE_WEEK),
            (tr("Always open"), ALWAYS_WEEK),
            (tr("Clear"), CLOSED_WEEK),
        ):
            button = Button(text, height=Size.BUTTON_SMALL)
            button.clicked.connect(lambda _checked=False, week=week: self._take_week(week))
            presets.addWidget(button)
            self.presets.append(button)
        side.addSpacing(2)
        side.addLayout(presets)
        hint = tr("Drag on the week, or: arrows move, Shift extends, Space opens and closes, digits type 08:00-18:00.")
        self._hint = Label(hint, tokens.META, "text3", wrap=True)
        side.addWidget(self._hint)
        side.addStretch(1)
        return side

    def _connect(self) -> None:
        self.grid.changed.connect(self._take_week)
        self.days.changed.connect(self._take_week)
        self.zone.chosen.connect(lambda zone: self._take(replace(self.calendar, zone=zone)))
        self.holidays.changed.connect(self._take_holidays)
        self.special.changed.connect(self._take_overrides)
        self.holidays.list_wanted.connect(lambda: self.review.open(self.calendar))
        self.review.chosen.connect(self._add_reviewed)
        self.name.textEdited.connect(lambda _text: self.changed.emit())
        for source in (self.grid, self.days):
            source.refused.connect(self.refused)
            source.noted.connect(self.noted)
        for typing in (self.days, self.holidays, self.special):
            typing.typed.connect(self.typed)

    def show_calendar(self, name: str, calendar: Calendar) -> None:
        """Begin with this state; there is nothing to take back yet."""
        self._undone.clear()
        self.calendar = calendar
        self.name.setText(name)
        self.review.hide()
        self._show()

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self._fixed = fixed
        fix(self.name, fixed=fixed)
        for part in (self.zone, self.grid, self.days, self.holidays, self.special):
            part.set_fixed(fixed)
        for button in self.presets:
            button.setVisible(not fixed)
        self._hint.setVisible(not fixed)

    def undo(self) -> bool:
        """Take back the last edit; False where there is none."""
        if not self._undone:
            return False
        self.calendar = self._undone.pop()
        self._show()
        self.changed.emit()
        return True

    def _take_week(self, week: Week) -> None:
        self._take(replace(self.calendar, week=week))

    def _take_holidays(self, holidays: tuple[Holiday, ...]) -> None:
        self._take(replace(self.calendar, holidays=holidays))

    def _take_overrides(self, overrides: tuple[Override, ...]) -> None:
        self._take(replace(self.calendar, overrides=overrides))

    def _add_reviewed(self, holidays: tuple[Holiday, ...]) -> None:
        self._take_holidays(with_holidays(self.calendar.holidays, holidays))

    def _take(self, calendar: Calendar) -> None:
        if calendar == self.calendar:
            return
        self._undone = [*self._undone, self.calendar][-_UNDO_STEPS:]
        self.calendar = calendar
        self._show()
        self.refused.emit("")
        self.changed.emit()

    def _show(self) -> None:
        calendar = self.calendar
        self.grid.show_week(calendar.week)
        self.days.show_week(calendar.week)
        self.zone.show_zone(calendar.zone)
        today = self._today()
        self.holidays.show_holidays(calendar.holidays, today)
        self.special.show_overrides(calendar.overrides, today)
        seconds = weekly_seconds(calendar.week)
        self.summary.setText(
            tr("{write_hours} per week", write_hours=write_hours(seconds)) if seconds else tr("Never open")
        )

    def _today(self) -> date:
        return self._context.clock.now().date()

    def typed_fields(self) -> dict[str, list[str]]:
        """What stands in the lines that add a day, for the draft."""
        return {"holiday": self.holidays.line.texts(), "special": self.special.line.texts()}

    def put_typed(self, fields: dict[str, list[str]]) -> None:
        """Bring such text back."""
        self.holidays.line.put(fields.get("holiday", []))
        self.special.line.put(fields.get("special", []))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """In a narrow window the lists stand below each other, and what is typed below what is drawn."""
        wide = self.width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self.lists.setDirection(direction)
        beside = self.width() >= _TYPED_BESIDE
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
