"""The head of an incident: what it is, what it is called, and what can be done with it now."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.domain.numbers import incident_number
from app.domain.permissions import Permission, may
from app.domain.text import TITLE_LIMIT
from app.domain.vocabulary import MajorState, hold_reason_label
from app.services.incidents.dto import IncidentDetail
from app.views.context import Place, ViewContext
from app.views.incident.steps import BUTTONS, actions_of, why_not
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label
from app.views.widgets.marks import Pill, PriorityBadge, StatePill
from app.views.widgets.segments import Segments
from app.views.widgets.spans import isolated

_SIDES = 24
_SPACING = 12
_SHOWN = (("all", "All"), ("conversation", "Conversation"), ("changes", "Changes"))
_NARROW = 560
"""Pixels below which the head has no room for the choice of what the timeline shows; the menu has it then."""

IN_MENU = frozenset({"incident.cancel"})
"""Steps that are rare and end the work: they stand in the menu, so that no hand slips onto them."""


class TitleField(QStackedWidget):
    """The summary; a click or F2 makes it a field, Enter saves, Esc takes the old one back."""

    saved = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._editable = True
        self.base = ""
        self.label = Label("", tokens.INCIDENT_TITLE, wrap=True)
        self.label.setMargin(0)
        self.field = QLineEdit()
        self.field.setAccessibleName("Summary")
        self.field.setFont(font(tokens.INCIDENT_TITLE))
        self.field.setFixedHeight(38)
        self.field.setMaxLength(TITLE_LIMIT * 2)  # a little more than may be saved, so that a paste is not cut silently
        self.field.returnPressed.connect(self._save)
        self.addWidget(self.label)
        self.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.currentChanged.connect(self._fit)
        self._fit()

    @property
    def editing(self) -> bool:
        """Whether the field is open."""
        return self.currentWidget() is self.field

    def set_text(self, text: str, *, editable: bool) -> None:
        """Show a summary; one that is being edited is left alone."""
        self._editable = editable
        self.label.setText(isolated(text))
        self.label.setCursor(Qt.CursorShape.IBeamCursor if editable else Qt.CursorShape.ArrowCursor)
        self.label.setToolTip("Edit the summary (F2)" if editable else "")
        self.updateGeometry()

    def edit(self, text: str) -> None:
        """Open the field."""
        if not self._editable:
            return
        self.base = text
        self.field.setText(text)
        self.setCurrentWidget(self.field)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_field(self) -> None:
        """Show the summary again."""
        if self.editing:
            self.setCurrentWidget(self.label)
            self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the summary edits it."""
        if not self.editing and self._editable:
            self.edit(self.label.text().strip("\u2068\u2069"))
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the field."""
        if self.editing and event.key() == Qt.Key.Key_Escape:
            self.close_field()
        elif self.editing and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        self.saved.emit(self.field.text())
        self.close_field()

    def _fit(self) -> None:
        # A stack is as high as its highest page; here the hidden one must not count.
        for page in (self.label, self.field):
            vertical = QSizePolicy.Policy.Preferred if page is self.currentWidget() else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.field.height() if self.editing else max(30, self.label.heightForWidth(width))


class IncidentHeader(QWidget):
    """Badge, number, state, place in the list; summary; actions and the choice of what the timeline shows."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._state = ""
        self._actions_shown: tuple[str, ...] | None = None
        self.badge = PriorityBadge()
        self.number = Label("", tokens.UI_MEDIUM, "text2", selectable=True)
        self.state = StatePill()
        self.source = Pill("", "slate", "database")
        self.override = Pill("Overridden", "orange", "flag")
        self.major = Pill("Major incident", "red", "siren")
        self.place = Label("", tokens.UI, "text2")
        self.previous = IconButton("chevron-up", "Previous incident (K)", size=26)
        self.next = IconButton("chevron-down", "Next incident (J)", size=26)
        self.title = TitleField()
        self.filter = Segments(_SHOWN, "What the timeline shows")
        self.filter.choose("all")
        self.more = IconButton("ellipsis", "More actions", size=Size.BUTTON_PAGE)
        self.more.clicked.connect(lambda _checked=False: self._open_more())
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDES, 16, _SIDES, 12)
        column.setSpacing(8)
        column.addLayout(self._top())
        column.addWidget(self.title)
        self._buttons = FlowLayout(8)
        actions = QHBoxLayout()
        actions.setSpacing(_SPACING)
        actions.addLayout(self._buttons, 1)
        actions.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        actions.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(actions)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(9)
        for widget in (self.badge, self.number, self.state, self.major, self.override, self.source):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.place)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        return row

    def show_incident(self, detail: IncidentDetail, place: Place | None) -> None:
        """Show this incident and its place in the list."""
        self._state = detail.state
        self.badge.set_priority(detail.priority)
        self.number.setText(incident_number(detail.number))
        self.number.setAccessibleName(f"Number {incident_number(detail.number)}")
        self.state.set_state(detail.state, hold_reason_label(detail.hold_reason).lower())
        self.source.setVisible(bool(detail.source_number))
        self.source.set_text(detail.source_number or "", "slate", "database")
        self.source.setToolTip("The number in the system it was imported from")
        self.major.setVisible(detail.major_state in {MajorState.PROPOSED, MajorState.ACCEPTED})
        self.major.set_text(
            "Major incident" if detail.major_state == MajorState.ACCEPTED else "Major incident proposed", "red", "siren"
        )
        self.override.setVisible(detail.override_reason is not None)
        self.override.set_text(f"Computed P{detail.computed_priority}", "orange", "flag")
        self.override.setToolTip(f"The priority was set by hand: {(detail.override_reason or '')[:300]}")
        editable = may(self._context.actor, Permission.INCIDENT_EDIT) and detail.state not in {"closed", "canceled"}
        self.title.set_text(detail.short_description, editable=editable)
        self._show_place(place)
        self._show_actions(detail)

    def _show_place(self, place: Place | None) -> None:
        for widget in (self.place, self.previous, self.next):
            widget.setVisible(place is not None)
        if place is not None:
            self.place.setText(f"{place.position} of {place.total}")
            self.previous.setEnabled(place.previous_id is not None)
            self.next.setEnabled(place.next_id is not None)

    def _show_actions(self, detail: IncidentDetail) -> None:
        wanted = tuple(action for action in actions_of(detail.state) if action not in IN_MENU)
        open_now = detail.state not in {"resolved", "closed", "canceled"}
        shown = (*wanted[:1], *(("incident.assign",) if open_now else ()), *wanted[1:])
        if shown != self._actions_shown:
            self._actions_shown = shown
            while (item := self._buttons.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            for number, action in enumerate(shown):
                self._buttons.addWidget(self._button(action, primary=number == 0))
        for button in self.action_buttons():
            action = button.objectName()
            reason = why_not(detail, self._context.actor, action) if action in BUTTONS else None
            button.setEnabled(reason is None)
            button.setToolTip(reason or "")
        self._fit_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the buttons do not fit beside each other, those of less weight go without their key caps."""
        super().resizeEvent(event)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """One row: the key caps go first; what has least weight and does not fit stands in the menu."""
        buttons = self.action_buttons()
        narrow = self.width() < _NARROW
        self.filter.setVisible(not narrow)
        taken = self.more.width() + _SPACING + (0 if narrow else self.filter.sizeHint().width() + _SPACING)
        room = self.width() - 2 * _SIDES - taken
        gap = self._buttons.spacing()
        for button in buttons:
            button.show_keys(shown=True)
        if sum(button.sizeHint().width() + gap for button in buttons) > room:
            for button in buttons[1:]:
                button.show_keys(shown=False)
        if narrow and buttons:
            buttons[0].show_keys(shown=False)
        right = 0
        for place, button in enumerate(buttons):
            right += button.sizeHint().width() + gap
            button.setVisible(place == 0 or right - gap <= room)

    def _left_out(self) -> tuple[str, ...]:
        return tuple(button.objectName() for button in self.action_buttons() if button.isHidden())

    def _open_more(self) -> None:
        ending = tuple(action for action in actions_of(self._state) if action in IN_MENU)
        left_out = self._left_out()
        wanted = (
            *left_out, *((None,) if left_out else ()),
            "incident.take", "incident.attach", "incident.link", "incident.edit_summary", None, "incident.review",
            "incident.copy_number", None, *ending,
        )  # fmt: skip
        menu = self._context.actions.menu(wanted, self)
        if self.filter.isHidden():
            menu.addSeparator()
            for key, label in _SHOWN:
                menu.addAction(f"Show {label.lower()}").triggered.connect(partial(self.filter.chosen.emit, key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def action_buttons(self) -> list[Button]:
        """The buttons of the steps that are possible now, the main one first."""
        items = [self._buttons.itemAt(index) for index in range(self._buttons.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, Button)]

    def _button(self, action: str, *, primary: bool) -> Button:
        text, icon = BUTTONS.get(action, ("Assign", "circle-user"))
        keys = self._context.actions.keys(action)
        kind = "primary" if primary else "secondary"
        button = Button(text, kind=kind, icon=icon, keys=keys, height=Size.BUTTON_PAGE)
        button.setObjectName(action)
        button.clicked.connect(lambda _checked=False: self._context.actions.run(action))
        return button
