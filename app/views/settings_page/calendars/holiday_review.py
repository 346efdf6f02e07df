"""The holidays of a country, looked through before any of them is used."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calendar import Calendar, Holiday
from app.domain.errors import DeskError
from app.domain.wording import tr, trn
from app.services.sla.settings_dto import Place
from app.views.context import ViewContext
from app.views.settings_page.calendars.day_cards import day_text
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Answer, Option, narrowed
from app.views.widgets.choices import CheckBox, Select
from app.views.widgets.labels import Label
from app.views.widgets.pick_field import PickField

_YEARS = 3


class HolidayReview(QWidget):
    """Country, region and year give a list with a box for each day; `chosen` carries those that were ticked."""

    chosen = Signal(object)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._countries: tuple[Option, ...] = ()
        self._regions: tuple[Option, ...] = ()
        self._known: frozenset[tuple[object, object]] = frozenset()
        self._found: tuple[Holiday, ...] = ()
        self.country_code, self.region_code = "", ""
        self.boxes: list[CheckBox] = []
        self.setAccessibleName(tr("Holidays of a country"))
        self.country = PickField(tr("Country"), self._ask_countries, icon="globe", framed=True)
        self.region = PickField(tr("Region"), self._ask_regions, icon="map-pin", framed=True)
        self.year = Select(tr("Year"))
        self.country.chosen.connect(self._take_country)
        self.region.chosen.connect(self._take_region)
        self.year.activated.connect(lambda _index: self._read())
        self.state = Label(tr("Choose a country."), tokens.META, "text2", wrap=True)
        self.grid = QGridLayout()
        self._build()
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.country, 3)
        row.addWidget(self.region, 3)
        row.addWidget(self.year, 1)
        column.addLayout(row)
        column.addWidget(self.state)
        self.grid.setSpacing(2)
        self.grid.setHorizontalSpacing(10)
        self.grid.setColumnStretch(1, 1)
        column.addLayout(self.grid)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        self.all = Button(tr("Tick none"), kind="link", height=Size.BUTTON_SMALL)
        self.all.clicked.connect(self._tick_all)
        self.cancel = Button(tr("Cancel"), kind="ghost", height=Size.BUTTON_PAGE)
        self.cancel.clicked.connect(self.hide)
        self.use = Button(tr("Use"), icon="check", height=Size.BUTTON_PAGE)
        self.use.clicked.connect(self._use)
        ends.addWidget(self.all)
        ends.addStretch(1)
        ends.addWidget(self.cancel)
        ends.addWidget(self.use)
        column.addLayout(ends)
        self._count()

    def open(self, calendar: Calendar) -> None:
        """Review for this calendar: what it has already is not offered again."""
        self._known = frozenset((holiday.day, holiday.span) for holiday in calendar.holidays)
        now = self._context.clock.now().year
        if self.year.count() == 0:
            for year in range(now, now + _YEARS):
                self.year.addItem(str(year), year)
        self.country.set_value(self.country.text(), empty=tr("Country"))
        self.region.set_value(self.region.text(), empty=tr("Whole country"))
        self.show()
        if self.country_code:
            self._read()
        else:
            self.country.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_countries(self, text: str, answer: Answer) -> None:
        if self._countries:
            answer(narrowed(self._countries, text))
            return
        desk, actor = self._context.desk, self._context.actor

        def come(found: tuple[Place, ...]) -> None:
            self._countries = tuple(Option(place.code, place.name, place.code) for place in found)
            answer(narrowed(self._countries, text))

        self._context.background.read(
            lambda: desk.sla_settings.holiday_countries(actor), come, self._failed, key=f"countries-{id(self)}"
        )

    def _ask_regions(self, text: str, answer: Answer) -> None:
        answer(narrowed((Option("", tr("Whole country")), *self._regions), text))

    def _read_regions(self) -> None:
        desk, actor, country = self._context.desk, self._context.actor, self.country_code

        def come(found: tuple[Place, ...]) -> None:
            self._regions = tuple(Option(place.code, place.name, place.code) for place in found)
            self.region.setEnabled(bool(found))

        self._context.background.read(
            lambda: desk.sla_settings.holiday_regions(actor, country), come, self._failed, key=f"regions-{id(self)}"
        )

    def _take_country(self, option: Option) -> None:
        self.country_code, self.region_code = str(option.value), ""
        self.country.set_value(option.label)
        self.region.set_value("", empty=tr("Whole country"))
        self._regions = ()
        self._read_regions()
        self._read()

    def _take_region(self, option: Option) -> None:
        self.region_code = str(option.value or "")
        self.region.set_value(option.label if option.value else "", empty=tr("Whole country"))
        self._read()

    def _read(self) -> None:
        if not self.country_code:
            return
        desk, actor = self._context.desk, self._context.actor
        country, region, year = self.country_code, self.region_code or None, int(self.year.currentData())
        self.state.setText(tr("Reading the list…"))
        self._context.background.read(
            lambda: desk.sla_settings.holiday_list(actor, country, region, (year,)),
            self._show,
            self._failed,
            key=f"holidays-{id(self)}",
        )

    def _show(self, found: Sequence[Holiday]) -> None:
        self._found = tuple(one for one in found if (one.day, one.span) not in self._known)
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        while self.grid.count():
            item = self.grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = []
        for number, holiday in enumerate(self._found):
            box = CheckBox(name=f"{holiday.name}, {day_text(holiday.day)}")
            # A holiday that is over gives no time back, so it is not needed.
            box.setChecked(holiday.day >= self._context.clock.now().date())
            box.setFixedWidth(24)
            box.toggled.connect(lambda _on: self._count())
            self.boxes.append(box)
            self.grid.addWidget(box, number, 0)
            self.grid.addWidget(Label(holiday.name, tokens.UI_MEDIUM, wrap=True), number, 1)
            self.grid.addWidget(Label(day_text(holiday.day), tokens.META, "text2"), number, 2)
        known = len(found) - len(self._found)
        already = tr(" {known} of the list are in the calendar already.", known=known) if known else ""
        self.state.setText(
            tr("Look them through: untick what your desk does not keep.{already}", already=already)
            if self._found
            else tr("Nothing new in this list.{already}", already=already)
        )
        self._count()

    def _failed(self, error: DeskError) -> None:
        self.state.setText(str(error))

    def _tick_all(self) -> None:
        tick = not all(box.isChecked() for box in self.boxes)
        for box in self.boxes:
            box.setChecked(tick)

    def _count(self) -> None:
        ticked = sum(box.isChecked() for box in self.boxes)
        self.use.setText(trn("Use {n} day", "Use {n} days", ticked))
        self.use.setEnabled(ticked > 0)
        self.use.updateGeometry()
        self.all.setVisible(bool(self.boxes))
        self.all.setText(tr("Tick none") if ticked == len(self.boxes) else tr("Tick all"))
        self.all.updateGeometry()

    def _use(self) -> None:
        self.hide()
        self.chosen.emit(
            tuple(holiday for holiday, box in zip(self._found, self.boxes, strict=True) if box.isChecked())
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tint, so that it is seen to be a step of its own."""
        fill_rounded(QPainter(self), QRectF(self.rect()), Size.RADIUS_CARD, "raised", "border")
