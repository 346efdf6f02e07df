"""The week as seven lines that are typed, beside the grid that is painted."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QMenu, QWidget

from app.domain.calendar import CLOSED_WEEK, WEEKDAYS, union, weekday, weekly_seconds
from app.domain.calendar_input import write_day
from app.domain.durations import write_hours
from app.domain.errors import BadInput
from app.domain.week_painting import Week, copied, typed_on
from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import IconButton
from app.views.widgets.fixed_text import fix
from app.views.widgets.labels import Label

_COPIES = (
    (tr("Tuesday to Friday"), (1, 2, 3, 4)),
    (tr("Monday to Friday"), (0, 1, 2, 3, 4)),
    (tr("Saturday and Sunday"), (5, 6)),
    (tr("Every day"), tuple(range(7))),
)


class TypedDays(QWidget):
    """`changed` carries the new week; `refused` and `noted` a sentence; `typed` tells that a line is being typed."""

    changed = Signal(object)
    refused = Signal(str)
    noted = Signal(str)
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.week: Week = CLOSED_WEEK
        self.setAccessibleName(tr("Opening hours as text"))
        self.lines: list[QLineEdit] = []
        self.copies: list[IconButton] = []
        self._hours: list[Label] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        for day in range(7):
            self._add_day(grid, day)
        grid.setColumnStretch(1, 1)

    def _add_day(self, grid: QGridLayout, day: int) -> None:
        name = Label(weekday(day), tokens.UI_MEDIUM, "text2")
        line = QLineEdit()
        line.setAccessibleName(tr("Hours on {weekday}", weekday=weekday(day)))
        line.setPlaceholderText(tr("closed"))
        line.setFont(font(tokens.UI, tabular=True))
        line.setFixedHeight(Size.BUTTON_PAGE)
        line.editingFinished.connect(partial(self._commit, day))
        line.textEdited.connect(lambda _text: self.typed.emit())
        hours = Label("", tokens.META, "text2")
        hours.setMinimumWidth(54)
        hours.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        copy = IconButton("copy", tr("Copy {weekday} to other days", weekday=weekday(day)), size=28)
        copy.clicked.connect(partial(self._offer_copies, day))
        for place, widget in enumerate((name, line, hours, copy)):
            grid.addWidget(widget, day, place)
        self.lines.append(line)
        self.copies.append(copy)
        self._hours.append(hours)

    def show_week(self, week: Week) -> None:
        """Show these hours; a line that is being typed keeps what stands in it."""
        self.week = week
        for day, line in enumerate(self.lines):
            if not (line.hasFocus() and line.isModified()):
                line.setText(write_day(union(week[day])))
                self._mark(day, invalid=False)
            self._hours[day].setText(write_hours(weekly_seconds((week[day],))))

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        for line, copy in zip(self.lines, self.copies, strict=True):
            fix(line, fixed=fixed)
            copy.setVisible(not fixed)

    def copy_day(self, day: int, targets: tuple[int, ...]) -> None:
        """Give other days the hours of one."""
        self._take(copied(self.week, day, targets))

    def unread(self) -> dict[str, str]:
        """Lines that were typed and could not be read, by day number, so that a draft keeps them."""
        return {
            str(day): line.text()
            for day, line in enumerate(self.lines)
            if line.text() != write_day(union(self.week[day]))
        }

    def put_unread(self, lines: dict[str, str]) -> None:
        """Bring such lines back."""
        for day, text in lines.items():
            self.lines[int(day)].setText(text)
            self._mark(int(day), invalid=True)

    def _commit(self, day: int) -> None:
        line = self.lines[day]
        if line.isReadOnly() or line.text() == write_day(union(self.week[day])):
            self._mark(day, invalid=False)
            return
        try:
            found = typed_on(self.week, [day], line.text())
        except BadInput as error:
            self._mark(day, invalid=True)
            self.refused.emit(str(error))
            return
        line.setModified(False)
        self._take(found.week)
        line.setText(write_day(union(self.week[day])))
        self._mark(day, invalid=False)
        if found.notes:
            self.noted.emit(" ".join(found.notes))

    def _take(self, week: Week) -> None:
        if week != self.week:
            self.show_week(week)
            self.changed.emit(week)

    def _mark(self, day: int, *, invalid: bool) -> None:
        line = self.lines[day]
        if bool(line.property("invalid")) != invalid:
            line.setProperty("invalid", invalid)
            line.style().unpolish(line)
            line.style().polish(line)

    def _offer_copies(self, day: int) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, targets in _COPIES:
            menu.addAction(text, partial(self.copy_day, day, targets))
        menu.addSeparator()
        for other in range(len(WEEKDAYS)):
            name = weekday(other)
            if other != day:
                menu.addAction(name, partial(self.copy_day, day, (other,)))
        button = self.copies[day]
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
