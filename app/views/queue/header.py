"""The head of the queue: its name, the segments with their counts, the group and view menus, or what is selected."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStackedLayout, QWidget

from app.domain.wording import number, tr
from app.services.incidents.queue_dto import QueueCounts
from app.views.queue import filters
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton, fit_words
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.segments import Segments

GROUP_LABELS = {
    "sla": tr("Time left"),
    "priority": tr("Priority"),
    "state": tr("Status"),
    "group": tr("Assignment group"),
    "assignee": tr("Assignee"),
    "none": tr("Not grouped"),
}
_ROOM_FOR_MENUS = 640
_BULK = (
    ("assignee_id", tr("Assign"), "circle-user", "A"),
    ("group_id", tr("Group"), "users", ""),
    ("impact", tr("Impact"), "flag", "P"),
    ("urgency", tr("Urgency"), "timer", ""),
)
"""The fields that have a button while several are selected; the others stand under *More*."""


class QueueHead(QWidget):
    """Tells which segment was chosen; while rows are selected for several it shows what can be done with them."""

    segment_chosen = Signal(str)
    take_wanted = Signal()
    copy_wanted = Signal()
    clear_wanted = Signal()
    field_wanted = Signal(str, QWidget)

    def __init__(self, title_of: Callable[[str], str] = filters.title_of) -> None:
        super().__init__()
        self._title_of = title_of
        self.setFixedHeight(Size.VIEW_HEADER)
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._build_usual())
        self._stack.addWidget(self._build_selection())

    def _build_usual(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(12)
        self._title = ElidedLabel("", tokens.VIEW_TITLE)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.segments = Segments(list(filters.LABELS.items()), tr("Which incidents"))
        self.segments.chosen.connect(self.segment_chosen.emit)
        self.group_button = Button(tr("Priority"), kind="ghost", icon="layers", menu=True)
        self.view_button = Button(tr("View"), kind="ghost", icon="sliders-horizontal", menu=True)
        self.group_button.setAccessibleName(tr("Group by"))
        row.addWidget(self._title)
        row.addWidget(self.segments)
        row.addStretch(1)
        row.addWidget(self.group_button)
        row.addWidget(self.view_button)
        row.setSpacing(10)
        return page

    def _build_selection(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        self._selected = ElidedLabel("", tokens.SHEET_TITLE)
        self._selected.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.take = take = Button(tr("Assign to me"), icon="user-plus", keys="I")
        take.clicked.connect(self.take_wanted)
        row.addWidget(self._selected)
        row.addWidget(take)
        self._fields: list[Button] = []
        for field, text, icon, keys in _BULK:
            button = Button(text, icon=icon, keys=keys)
            button.clicked.connect(
                lambda _checked=False, field=field, button=button: self.field_wanted.emit(field, button)
            )
            row.addWidget(button)
            self._fields.append(button)
        self.status, self.more = QMenu(self), QMenu(self)
        self.status_button = _opening(
            Button(tr("Status"), menu=True), self.status, tr("Status of the selected incidents")
        )
        self.more_button = _opening(
            Button(tr("More"), menu=True), self.more, tr("More fields of the selected incidents")
        )
        copy = IconButton("copy", tr("Copy numbers (Ctrl Shift C)"))
        copy.clicked.connect(self.copy_wanted)
        clear = IconButton("x", tr("Clear the selection (Esc)"))
        clear.clicked.connect(self.clear_wanted)
        self._always = (take, self.status_button, self.more_button, copy, clear)
        row.addWidget(self.status_button)
        row.addWidget(self.more_button)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(clear)
        return page

    def place_of_steps(self) -> QWidget:
        """Where lists about steps open: at their button, or below the head while nothing is selected for several."""
        return self.status_button if self.status_button.isVisible() else self

    def hidden_fields(self) -> list[str]:
        """The fields whose buttons found no room."""
        shown = zip(_BULK, self._fields, strict=True)
        return [field for (field, *_), button in shown if button.isHidden()]

    def set_menus(self, group: QMenu, view: QMenu) -> None:
        """The menus that the two buttons open."""
        for button, menu in ((self.group_button, group), (self.view_button, view)):
            button.clicked.connect(
                lambda _checked=False, button=button, menu=menu: menu.popup(
                    button.mapToGlobal(button.rect().bottomLeft())
                )
            )

    def show_filter(self, text: str, group_by: str, counts: QueueCounts | None) -> None:
        """What the list shows now."""
        self._title.set_text(self._title_of(text))
        self.segments.choose(filters.segment_of(text))
        numbers = _numbers(counts) if filters.is_plain_segment(text) else {}
        for key in filters.SEGMENTS:
            self.segments.set_count(key, numbers.get(key))
        self.group_button.setText(GROUP_LABELS[group_by])
        self.group_button.setAccessibleName(tr("Group by: {group_label}", group_label=GROUP_LABELS[group_by]))
        self._fit_menus()

    _changes = True

    def allow(self, *, changes: bool) -> None:
        """Whether the person changes what they select; who only reads may copy the numbers, and has no work."""
        self._changes = changes
        self.segments.offer("mine", offered=changes)
        for button in (self.take, self.status_button, self.more_button):
            button.setVisible(changes)
        self._fit_fields()

    def show_selected(self, count: int) -> None:
        """How many rows are selected for several; none shows the usual head."""
        self._selected.set_text(tr("{count} selected", count=number(count)))
        self._fit_fields()
        self._stack.setCurrentIndex(1 if count else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short the menus go; the palette and the keys still have what they offer."""
        self.view_button.setVisible(event.size().width() >= _ROOM_FOR_MENUS)
        self.group_button.setVisible(event.size().width() >= _ROOM_FOR_MENUS + 90)
        self._title.setVisible(event.size().width() >= _ROOM_FOR_MENUS - 100)
        self._fit_menus()
        self._fit_fields()
        super().resizeEvent(event)

    def _fit_menus(self) -> None:
        """The name of the list is read whole, in any language: where it has no room, the menus are icons alone."""
        beside = self._title.sizeHint().width() + self.segments.sizeHint().width()
        fit_words((self.view_button, self.group_button), self.width() - 28 - 4 * 10 - beside)

    def _fit_fields(self) -> None:
        """As many fields have a button as find room beside what always stands there, in any language."""
        always = (self._selected, *self._always)
        room = self.width() - 28 - sum(max(widget.sizeHint().width(), widget.minimumWidth()) + 8 for widget in always)
        for button in self._fields:
            room -= button.sizeHint().width() + 8
            button.setVisible(room >= 0 and self._changes)


def _opening(button: Button, menu: QMenu, name: str) -> Button:
    button.setAccessibleName(name)
    button.clicked.connect(lambda _checked=False: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
    return button


def _numbers(counts: QueueCounts | None) -> dict[str, int]:
    if counts is None:
        return {}
    return {"all": counts.open, "mine": counts.mine, "unassigned": counts.unassigned, "waiting": counts.waiting}
