"""The cards of holidays and of special days: lists by year, and a line in which an own day is typed."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.calendar import Holiday, Override
from app.domain.errors import BadInput
from app.domain.special_days import hours_words, part_words, read_holiday, read_override, with_holidays, with_override
from app.domain.wording import tr
from app.views.settings_page.cards import Card, DayLine
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.strips import InfoStrip

_FOLDED_AFTER = 8


class Shown(NamedTuple):
    """A day as a line of a list."""

    day: date
    what: str
    part: str


def day_text(day: date) -> str:
    """A date in the reader's language: "Thu 24 Dec 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("ddd d MMM yyyy"))


class TypedLine(QWidget):
    """Fields beside each other and a button; `entered` carries their texts, which stay until `accept`."""

    entered = Signal(list)
    typed = Signal()

    def __init__(self, fields: Sequence[tuple[str, str, int]], button: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.fields: list[QLineEdit] = []
        for name, placeholder, width in fields:
            field = QLineEdit()
            field.setAccessibleName(name)
            field.setPlaceholderText(placeholder)
            field.setToolTip(name)
            field.setFixedHeight(Size.BUTTON_PAGE)
            field.installEventFilter(self)
            field.textEdited.connect(lambda _text: self.typed.emit())
            if width:
                field.setFixedWidth(width)
            row.addWidget(field, 0 if width else 1)
            self.fields.append(field)
        self.add = Button(button, icon="plus", height=Size.BUTTON_PAGE)
        self.add.clicked.connect(self._enter)
        row.addWidget(self.add)

    def texts(self) -> list[str]:
        """What stands in the fields."""
        return [field.text() for field in self.fields]

    def put(self, texts: Sequence[str]) -> None:
        """Bring back what was typed."""
        for field, text in zip(self.fields, texts, strict=False):
            field.setText(text)

    def accept(self) -> None:
        """It was taken: empty, ready for the next one."""
        self.put([""] * len(self.fields))
        self.fields[0].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in any field adds."""
        pressed = event.type() == QEvent.Type.KeyPress and watched in self.fields
        if pressed and isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
            return True
        return super().eventFilter(watched, event)

    def _enter(self) -> None:
        self.entered.emit(self.texts())


class DaysCard(Card):
    """A list of days by year, the coming ones first, the past ones folded away, and the line that adds one."""

    typed = Signal()

    def __init__(self, title: str, hint: str, empty: str, line: TypedLine) -> None:
        super().__init__(title, hint)
        self._empty_text = empty
        self._all = False
        self._fixed = False
        self._shown: tuple[Shown, ...] = ()
        self._today = date(1970, 1, 1)
        self.lines: list[DayLine] = []
        self.refusal = InfoStrip("", "red")
        self.refusal.hide()
        self.list = QVBoxLayout()
        self.list.setSpacing(1)
        self.empty = Label(empty, tokens.UI, "text3", wrap=True)
        self.more = Button("", kind="link", height=Size.BUTTON_SMALL)
        self.more.clicked.connect(self._show_all)
        self.line = line
        line.typed.connect(self.typed)
        line.entered.connect(self._entered)
        self.body.addLayout(self.list)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.refusal)
        self.body.addWidget(line)

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self._fixed = fixed
        self.line.setVisible(not fixed)
        for line in self.lines:
            line.set_fixed(fixed)

    def show_days(self, shown: Sequence[Shown], today: date) -> None:
        """Show these days."""
        self._shown, self._today = tuple(shown), today
        focused = next((number for number, line in enumerate(self.lines) if line.cross.hasFocus()), None)
        for line in self.lines:
            line.hide()
            line.deleteLater()
        coming = [number for number, one in enumerate(self._shown) if one.day >= today]
        visible = range(len(self._shown)) if self._all else coming[:_FOLDED_AFTER]
        self.lines = [self._make_line(number) for number in visible]
        hidden = len(self._shown) - len(self.lines)
        self.empty.setVisible(not self._shown)
        self.more.setVisible(hidden > 0 or (self._all and len(self._shown) > _FOLDED_AFTER))
        past = len(self._shown) - len(coming)
        self.more.setText(
            tr("Show fewer")
            if self._all
            else tr("Show all {count} ({past} in the past)", count=len(self._shown), past=past)
        )
        self.more.updateGeometry()
        self.note.setText(tr("{count} to come", count=len(coming)) if self._shown else "")
        if focused is not None and self.lines:
            self.lines[min(focused, len(self.lines) - 1)].cross.setFocus()

    def _make_line(self, number: int) -> DayLine:
        one = self._shown[number]
        line = DayLine(day_text(one.day), one.what, one.part, muted=one.day < self._today)
        line.removed.connect(lambda: self._remove(number))
        line.set_fixed(self._fixed)
        self.list.addWidget(line)
        return line

    def _show_all(self) -> None:
        self._all = not self._all
        self.show_days(self._shown, self._today)

    def _entered(self, texts: list[str]) -> None:
        try:
            self._add(texts)
        except BadInput as error:
            self.refusal.set_text(str(error), "red")
            self.refusal.show()
            return
        self.refusal.hide()
        self.line.accept()

    def _add(self, texts: list[str]) -> None:
        raise NotImplementedError

    def _remove(self, number: int) -> None:
        raise NotImplementedError


class HolidaysCard(DaysCard):
    """`changed` carries the new holidays; `list_wanted` asks for the review of a country's list."""

    changed = Signal(object)
    list_wanted = Signal()

    def __init__(self) -> None:
        line = TypedLine(
            (
                (tr("Day of the holiday"), "YYYY-MM-DD", 122),
                (tr("Name of the holiday"), tr("Name"), 0),
                (tr("Closed part of the day"), tr("whole day"), 104),
            ),
            tr("Add"),
        )
        super().__init__(
            tr("Holidays"), tr("Closed whatever else is said. A holiday on a closed day costs nothing."), "", line
        )
        self.empty.setText(tr("No holidays yet. Take those of a country, look them through, and add your own."))
        self.holidays: tuple[Holiday, ...] = ()
        self.country = Button(tr("From a country…"), icon="globe", height=Size.BUTTON_SMALL)
        self.country.clicked.connect(self.list_wanted)
        self.ends.addWidget(self.country)

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        super().set_fixed(fixed)
        self.country.setVisible(not fixed)

    def show_holidays(self, holidays: tuple[Holiday, ...], today: date) -> None:
        """Show these."""
        self.holidays = holidays
        self.show_days([Shown(one.day, one.name or tr("Holiday"), part_words(one.span)) for one in holidays], today)

    def _add(self, texts: list[str]) -> None:
        self.changed.emit(with_holidays(self.holidays, [read_holiday(*texts)]))

    def _remove(self, number: int) -> None:
        self.changed.emit(tuple(one for place, one in enumerate(self.holidays) if place != number))


class SpecialDaysCard(DaysCard):
    """`changed` carries the new overrides."""

    changed = Signal(object)

    def __init__(self) -> None:
        line = TypedLine(
            ((tr("Special day"), "YYYY-MM-DD", 122), (tr("Hours of the special day"), tr("09:00-12:00 or closed"), 0)),
            tr("Add"),
        )
        hint = tr("Other hours on one date, such as a Saturday of stocktaking. A holiday beats them.")
        super().__init__(tr("Special days"), hint, "", line)
        self.empty.setText(tr("No special days."))
        self.overrides: tuple[Override, ...] = ()

    def show_overrides(self, overrides: tuple[Override, ...], today: date) -> None:
        """Show these."""
        self.overrides = overrides
        self.show_days([Shown(one.day, tr("Special hours"), hours_words(one.spans)) for one in overrides], today)

    def _add(self, texts: list[str]) -> None:
        self.changed.emit(with_override(self.overrides, read_override(*texts)))

    def _remove(self, number: int) -> None:
        self.changed.emit(tuple(one for place, one in enumerate(self.overrides) if place != number))
