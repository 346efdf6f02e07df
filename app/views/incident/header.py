"""The head of an incident: what it is, what it is called, and what can be done with it now."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from app.domain.numbers import incident_number
from app.domain.permissions import Permission, may
from app.domain.vocabulary import MajorState, hold_reason_label
from app.domain.wording import inside, tr
from app.services.incidents.dto import IncidentDetail
from app.views.context import Place, ViewContext
from app.views.incident.colleagues import Colleagues
from app.views.incident.merged import merge_of
from app.views.incident.steps import BUTTONS, actions_of, why_not
from app.views.incident.title_field import TitleField
from app.views.toolkit import tokens
from app.views.toolkit.laid_out import widgets_in
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.caller_note import CallerNote
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label
from app.views.widgets.marks import Pill, PriorityBadge, StatePill
from app.views.widgets.segments import Segments

_SIDES = 24
_ARROW = 26
_SPACING = 12
_SHOWN = (("all", tr("All")), ("conversation", tr("Conversation")), ("changes", tr("Changes")))
_MAJOR: dict[str, tuple[str, str]] = {
    MajorState.ACCEPTED: (tr("Major incident"), "red"),
    MajorState.PROPOSED: (tr("Major incident proposed"), "amber"),
}
_NARROW = 560
"""Pixels below which the head has no room for the choice of what the timeline shows; the menu has it then."""

_OTHERS = {"incident.assign": (tr("Assign"), "circle-user"), "incident.unmerge": (tr("Take the merge back"), "undo-2")}
"""Buttons that are no steps of the lifecycle."""

IN_MENU = frozenset({"incident.cancel"})
"""Steps that are rare and end the work: they stand in the menu, so that no hand slips onto them."""


class IncidentHeader(QWidget):
    """Badge, number, state, place; summary; how the caller is to be treated; actions, and what the timeline shows."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._state, self._major, self._shown_id, self._is_quiet = "", "", "", False
        self._actions_shown: tuple[str, ...] | None = None
        self.number = Label("", tokens.UI_MEDIUM, "text2", selectable=True)
        self.badge, self.state = PriorityBadge(), StatePill()
        self.vip = Pill(tr("VIP"), "violet", "star")
        self.source = Pill("", "slate", "database")
        self.override = Pill(tr("Overridden"), "orange", "flag")
        self.major = Pill(tr("Major incident"), "red", "siren")
        self.merged = Pill("", "slate", "git-merge")
        self.snoozed = Pill("", "slate", "calendar-clock")
        self.followed = Pill(tr("Followed"), "slate", "bell")
        context.followed.changed.connect(self._show_followed)
        self._merged_acts: tuple[str, ...] = ()
        self.colleagues = Colleagues()
        self.place = Label("", tokens.UI, "text2")
        self.previous = IconButton("chevron-up", tr("Previous incident (K)"), size=_ARROW)
        self.next = IconButton("chevron-down", tr("Next incident (J)"), size=_ARROW)
        self.title = TitleField()
        self.caller = CallerNote(named=True)
        self.filter = Segments(_SHOWN, tr("What the timeline shows"))
        self.filter.choose("all")
        self.more = IconButton("ellipsis", tr("More actions"), size=Size.BUTTON_PAGE)
        self.more.clicked.connect(lambda _checked=False: self._open_more())
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDES, 16, _SIDES, 12)
        column.setSpacing(8)
        column.addLayout(self._made_top())
        column.addWidget(self.title)
        column.addWidget(self.caller)
        self._buttons = FlowLayout(8)
        actions = QHBoxLayout()
        actions.setSpacing(_SPACING)
        actions.addLayout(self._buttons, 1)
        actions.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        actions.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(actions)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _made_top(self) -> QHBoxLayout:
        marks = FlowLayout(9)
        for widget in (
            self.badge,
            self.number,
            self.state,
            self.vip,
            self.snoozed,
            self.followed,
            self.merged,
            self.major,
            self.override,
            self.source,
        ):
            marks.addWidget(widget)
        self._top = row = QHBoxLayout()
        row.setSpacing(9)
        row.addLayout(marks, 1)
        for beside in (self.colleagues, self.place, self.previous, self.next):
            row.addWidget(beside)
        # As high without its arrows as with them: what is below would jump when the place in the list is known.
        row.addSpacerItem(QSpacerItem(0, _ARROW))
        return row

    def be_quiet(self) -> None:
        """Leave to a page that holds this one what it says itself: the main act, and the place in its list."""
        self._is_quiet = True

    def show_incident(self, detail: IncidentDetail, place: Place | None) -> None:
        """Show this incident and its place in the list."""
        self._state, self._major, self._shown_id = detail.state, detail.major_state, detail.id
        self.badge.set_priority(detail.priority)
        self.number.setText(incident_number(detail.number))
        self.number.setAccessibleName(tr("Number {number}", number=incident_number(detail.number)))
        self.state.set_state(detail.state, inside(hold_reason_label(detail.hold_reason)))
        self.source.setVisible(bool(detail.source_number))
        self.source.set_text(detail.source_number or "", "slate", "database")
        self.source.setToolTip(tr("The number in the system it was imported from"))
        text, tone = _MAJOR.get(detail.major_state, ("", "red"))
        self.major.setVisible(bool(text))
        self.major.set_text(text, tone, "siren")
        self._show_merged(detail)
        self._show_snoozed(detail)
        self._show_followed()
        self.override.setVisible(detail.override_reason is not None)
        self.override.set_text(
            tr("Computed P{computed_priority}", computed_priority=detail.computed_priority), "orange", "flag"
        )
        self.override.setToolTip(
            tr("The priority was set by hand: {override_reason}", override_reason=(detail.override_reason or "")[:300])
        )
        editable = may(self._context.actor, Permission.INCIDENT_EDIT) and detail.state not in {"closed", "canceled"}
        self.title.set_text(detail.short_description, editable=editable)
        person = detail.caller
        if person is not None:
            self.caller.show_caller(person.name, person.handling_note or "", vip=False)
            self.vip.setAccessibleName(tr("{name} is a VIP", name=person.name))
        self.vip.setVisible(person is not None and person.vip)
        self.caller.setVisible(person is not None and bool(person.handling_note))
        self.show_place(place)
        self._show_actions(detail)

    def _show_followed(self) -> None:
        self.followed.setVisible(self._shown_id in self._context.followed.ids)
        self.followed.setToolTip(tr("You are told what others do with it. F ends it."))

    def _show_snoozed(self, detail: IncidentDetail) -> None:
        until = detail.snoozed_until
        is_on = until is not None and until > self._context.now()
        self.snoozed.setVisible(is_on)
        if until is not None and is_on:
            when = self._context.formats.moment(until, self._context.now())
            self.snoozed.set_text(tr("Snoozed until {when}", when=when), "slate", "calendar-clock")

    def _show_merged(self, detail: IncidentDetail) -> None:
        link = merge_of(detail)
        self._merged_acts = () if link is None else ("incident.unmerge",)
        self.merged.setVisible(link is not None)
        if link is not None:
            self.merged.set_text(tr("Merged into {number}", number=incident_number(link.number)), "slate", "git-merge")

    def show_place(self, place: Place | None) -> None:
        """Where the incident stands in its list, and whether there is one before and after it."""
        there = place is not None and place.total > 0
        for widget in (self.previous, self.next):
            widget.setVisible(there)
        self.place.setVisible(there and not self._is_quiet)
        if place is not None:
            self.place.setText(tr("{position} of {total}", position=place.position, total=place.total))
            self.previous.setEnabled(place.previous_id is not None)
            self.next.setEnabled(place.next_id is not None)

    def _show_actions(self, detail: IncidentDetail) -> None:
        # What was merged is not reopened: the merge is taken back, and it stands where it stood.
        possible = self._merged_acts or actions_of(detail.state)
        wanted = tuple(action for action in possible if action not in IN_MENU)
        open_now = detail.state not in {"resolved", "closed", "canceled"}
        shown = (*wanted[:1], *(("incident.assign",) if open_now else ()), *wanted[1:])
        shown = tuple(action for action in shown if self._context.actions.is_theirs(action))
        if shown != self._actions_shown:
            self._actions_shown = shown
            while (item := self._buttons.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            for number, action in enumerate(shown):
                self._buttons.addWidget(self._button(action, primary=number == 0 and not self._is_quiet))
        for button in self.action_buttons():
            action = button.objectName()
            reason = why_not(detail, self._context.actor, action) if action in BUTTONS else None
            button.setEnabled(reason is None)
            button.setToolTip(reason or "")
        self._fit_buttons()

    def minimumSizeHint(self) -> QSize:
        """Without the choice of what the timeline shows, whether it is there or not: it goes where there is no room."""
        beside = self._buttons.minimumSize().width() + _SPACING + self.more.width()
        needed = max(beside, self._top.minimumSize().width(), self.title.minimumSizeHint().width())
        if not self.caller.isHidden():
            needed = max(needed, self.caller.minimumSizeHint().width())
        return QSize(needed + 2 * _SIDES, super().minimumSizeHint().height())

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
            "incident.take", "incident.attach", "incident.link", "incident.merge", *self._merged_acts,
            "incident.problem", "incident.problem_make",
            "incident.edit_summary", None,
            *_major_acts(self._major), None, "incident.open_window", "incident.review", "incident.copy_number", None,
            *ending,
        )  # fmt: skip
        menu = self._context.actions.menu(wanted, self)
        if self.filter.isHidden():
            menu.addSeparator()
            for key, label in _SHOWN:
                menu.addAction(tr("Show {label}", label=inside(label))).triggered.connect(
                    partial(self.filter.chosen.emit, key)
                )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def action_buttons(self) -> list[Button]:
        """The buttons of the steps that are possible now, the main one first."""
        return [widget for widget in widgets_in(self._buttons) if isinstance(widget, Button)]

    def _button(self, action: str, *, primary: bool) -> Button:
        text, icon = BUTTONS.get(action) or _OTHERS[action]
        keys = self._context.actions.keys(action)
        kind = "primary" if primary else "secondary"
        button = Button(text, kind=kind, icon=icon, keys=keys, height=Size.BUTTON_PAGE)
        if primary:
            button.lead()
        button.setObjectName(action)
        button.clicked.connect(lambda _checked=False: self._context.actions.run(action))
        return button


def _major_acts(state: str) -> tuple[str, ...]:
    if state == MajorState.ACCEPTED:
        return ("incident.lead_major", "incident.demote_major")
    if state == MajorState.PROPOSED:
        return ("incident.accept_major", "incident.reject_major")
    return ("incident.propose_major", "incident.accept_major")
