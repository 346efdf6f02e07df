"""The sheet in which an incident is escalated: to a group that knows more, or to somebody who answers for more."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import DeskError, Refused
from app.domain.escalation.words import EscalationKind, Level, Reason
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.infra.drafts import Draft
from app.services.escalation.dto import EscalateRequest, PersonTarget, Targets
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.escalations.going_back import way_back
from app.views.escalations.wording import group_line
from app.views.kept_answers import below
from app.views.toolkit import tokens
from app.views.toolkit.mirror import end_of, set_margins
from app.views.toolkit.shadow import SHADOW
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choice_popup import Option, listed
from app.views.widgets.choices import CheckBox
from app.views.widgets.digit_choices import DigitChoices
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.pick_field import PickField
from app.views.widgets.segments import Segments
from app.views.widgets.text_box import TextBox

_KINDS: Final = (
    (EscalationKind.FUNCTIONAL.value, tr("To another group")),
    (EscalationKind.HIERARCHICAL.value, tr("A level up")),
)
_WIDTH: Final = 520
_BESIDE_BAR: Final = 12
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EscalateSheet(FloatingSheet):
    """`escalated` carries the sentence for the toast and the id by which it is taken back; `put_away` follows Esc, and
    the draft stays.

    The id of the escalation is made with the sheet, so a second press cannot escalate twice.
    """

    escalated = Signal(str, str)
    put_away = Signal()

    def __init__(self, context: ViewContext, host: QWidget, detail: IncidentDetail) -> None:
        super().__init__(host)
        self._context, self._detail = context, detail
        self._id = context.desk.new_id()
        self._key = f"incident:{detail.id}:escalate"
        self._targets: Targets | None = None
        self._group_id: str | None = None
        self._person_id: str | None = None
        self._offered: dict[str, str] | None = None
        self._begun: dict[str, str] | None = None
        self._done = False
        self.setAccessibleName(tr("Escalate the incident"))
        self.kind = Segments(_KINDS, tr("How it is escalated"))
        self.group = PickField(tr("Group"), listed(()), icon="users", framed=True)
        self.person = PickField(tr("Person of the group, if one is meant"), listed(()), icon="user", framed=True)
        self.level = DigitChoices(tr("Level"), [(str(level.value), level.label) for level in Level])
        self.duty = Label("", tokens.META, "text2", wrap=True)
        self.people = Label("", tokens.META, "text2", wrap=True)
        self.reason = DigitChoices(tr("Reason"), [(reason.value, reason.label) for reason in Reason])
        self.tried = TextBox(tr("What was tried"), rows=4, most_rows=9)
        self.urgent = CheckBox(tr("Urgent: page through quiet hours"))
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.finish = Button(tr("Escalate"), kind="primary", icon="trending-up", keys="Ctrl+Return")
        self._lay_out()
        self._connect()
        self._choose_kind(EscalationKind.FUNCTIONAL.value)

    def _lay_out(self) -> None:
        self._places = QStackedWidget()
        self._places.addWidget(_stacked(self.group, self.duty, self.person))
        self._places.addWidget(_stacked(self.level, self.people))
        self._places.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._content = QWidget()
        self._content.setObjectName("canvas")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._content)
        foot = QHBoxLayout()
        # Ends where the fields end, which leave room for the bar that scrolls them.
        foot.setContentsMargins(0, 0, _BESIDE_BAR, 0)
        foot.addWidget(ElidedLabel(tr("Digits choose · Tab next field · Esc keeps the draft"), tokens.META, "text3"), 1)
        foot.addWidget(self.finish)
        whole = QVBoxLayout(self.card)
        set_margins(whole, 20, 14, 8, 16)
        whole.setSpacing(8)
        whole.addLayout(_head(self._detail, self.put_away.emit))
        whole.addWidget(area, 1)
        whole.addLayout(foot)
        self._fill()

    def _fill(self) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, _BESIDE_BAR, 0)
        column.setSpacing(8)
        column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._places)
        for title, field in (
            (tr("Reason"), self.reason),
            (tr("What was tried (the others read it first)"), self.tried),
        ):
            column.addWidget(Label(title, tokens.META_STRONG, "text2"))
            column.addWidget(field)
        column.addWidget(self.urgent)
        column.addWidget(self.problem)
        column.addStretch(1)
        self.problem.hide()

    def _connect(self) -> None:
        self.kind.chosen.connect(self._choose_kind)
        self.group.chosen.connect(self._group_chosen)
        self.person.chosen.connect(self._person_chosen)
        self.level.chosen.connect(lambda _key: self._name_people())
        # Whoever chose a reason by its digit goes on typing: what was tried is asked for next.
        self.reason.chosen.connect(lambda _key: self.tried.setFocus(Qt.FocusReason.OtherFocusReason))
        for signal in (self.kind.chosen, self.group.chosen, self.person.chosen, self.level.chosen, self.reason.chosen):
            signal.connect(lambda _value: self._keep())
        self.tried.textChanged.connect(self._keep)
        self.urgent.toggled.connect(lambda _on: self._keep())
        self.tried.submitted.connect(self.submit)
        self.tried.submitted_further.connect(self.submit)
        self.tried.left.connect(self.put_away)
        self.finish.clicked.connect(lambda _checked=False: self.submit())

    def start(self) -> None:
        """Show at the right of the page and ask who could take it."""
        self.place()
        self.show()
        self.raise_()
        self.kind.setEnabled(False)
        self._context.drafts.load(self._key, self._restore)
        desk, actor, incident_id = self._context.desk, self._context.actor, self._detail.id
        self._context.background.read(
            lambda: desk.escalations.targets(actor, incident_id), self._known, self._say, key=f"targets-{id(self)}"
        )
        self.reason.focus_first()

    def place(self) -> None:
        """Stand at the right edge of the host, as high as the content wants and the window allows."""
        host = self.parentWidget()
        if host is None:
            return
        width = min(_WIDTH, host.width() - 16) + 2 * SHADOW
        height = min(max(540, self._content.sizeHint().height() + 130) + 2 * SHADOW, host.height() - 8)
        self.resize(width, height)
        left = end_of(host, width, 12 - SHADOW)
        self.move(QPoint(left, max(-12, host.height() - height)))

    def submit(self) -> None:
        """Escalate; what is missing is said in place."""
        if self._done or not self.finish.isEnabled():
            return
        self.problem.hide()
        request = self.request()
        if request is None:
            return
        self.finish.setEnabled(False)
        desk, actor, incident_id = self._context.desk, self._context.actor, self._detail.id
        self._context.background.write(
            lambda: desk.escalation_work.escalate(actor, incident_id, request), self._escalated, self._refused
        )

    def request(self) -> EscalateRequest | None:
        """What was answered, or None after saying what is missing."""
        kind = EscalationKind(self._kind)
        functional = kind is EscalationKind.FUNCTIONAL
        level = self.level.value()
        if not self.reason.value():
            self._say_text(tr("Choose why it is escalated."))
            self.reason.focus_first()
            return None
        if not functional and not level:
            self._say_text(tr("Choose a level."))
            self.level.focus_first()
            return None
        return EscalateRequest(
            id=self._id,
            kind=kind,
            reason=Reason(self.reason.value()).stored_label,
            tried=self.tried.toPlainText(),
            to_group_id=self._group_id if functional else None,
            to_person_id=self._person_id if functional else None,
            level=None if functional else Level(int(level)),
            is_urgent=self.urgent.isChecked(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter escalates, Esc puts the sheet away."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if Qt.Key(event.key()) in _ENTER and modifiers == _CONTROL:
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()

    def close_sheet(self) -> None:
        """Write the draft and go."""
        if not self._done:
            self._context.drafts.flush()
        self._done = True
        self.hide()
        self.deleteLater()

    def _choose_kind(self, kind: str) -> None:
        self._kind = kind
        self.kind.choose(kind)
        functional = kind == EscalationKind.FUNCTIONAL
        self._places.setCurrentIndex(0 if functional else 1)
        self.finish.setText(tr("Escalate") if functional else tr("Escalate a level up"))

    def _known(self, targets: Targets) -> None:
        self._targets = targets
        self.kind.setEnabled(True)
        options = [Option(group.id, group.name, group_line(group)) for group in targets.groups]
        self.group.ask = listed(options)
        following = next((group for group in targets.groups if group.is_next_tier), None)
        if following is not None and self._group_id is None:
            self._group_id = following.id
        self._offer()

    def _show_group(self) -> None:
        targets = self._targets
        found = next((group for group in targets.groups if group.id == self._group_id), None) if targets else None
        self.group.set_value(found.name if found else "", empty=tr("Choose a group"))
        self.duty.setText(group_line(found) if found else "")
        people = [person for person in targets.people if self._group_id in person.group_ids] if targets else []
        whole = Option(None, tr("Whoever is there"), tr("the whole group is told"))
        self.person.ask = listed([whole, *(Option(each.id, each.name, _duty(each)) for each in people)])
        person = next((p.name for p in people if p.id == self._person_id), "")
        self._person_id = self._person_id if person else None
        self.person.set_value(person, empty=tr("Whoever is there"))

    def _name_people(self) -> None:
        chosen = self.level.value()
        level = (
            next((one for one in self._targets.levels if str(one.level.value) == chosen), None)
            if (self._targets is not None)
            else None
        )
        if level is None:
            self.people.setText("")
            return
        whom = ", ".join(level.people) or tr("Nobody is known for this level; it goes to the supervisors.")
        self.people.setText(
            tr("{whom} It was escalated to this level already.", whom=whom) if level.is_reached else f"{whom}"
        )

    def _group_chosen(self, option: Option) -> None:
        self._group_id = None if option.value is None else str(option.value)
        self._show_group()

    def _person_chosen(self, option: Option) -> None:
        self._person_id = None if option.value is None else str(option.value)
        self._show_group()

    def _escalated(self, _id: str) -> None:
        self._done = True
        self._context.drafts.discard(self._key)
        self.escalated.emit(tr("{number} escalated", number=incident_number(self._detail.number)), self._id)

    def _refused(self, error: DeskError) -> None:
        self.finish.setEnabled(True)
        self._say(error)
        missing = [item.field for item in error.missing] if isinstance(error, Refused) else []
        if "tried" in missing:
            self.tried.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, error: DeskError) -> None:
        self._say_text(str(error))

    def _say_text(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
        self.place()

    def _answers(self) -> dict[str, str]:
        return {
            "kind": self._kind,
            "group": self._group_id or "",
            "person": self._person_id or "",
            "level": self.level.value(),
            "reason": self.reason.value(),
            "tried": self.tried.toPlainText(),
            "urgent": "yes" if self.urgent.isChecked() else "",
        }

    def _keep(self) -> None:
        # What was begun before stands on the disk until it has been read: nothing is written over it.
        if self._done or self._begun is None:
            return
        answers = self._answers()
        if answers == self._offered:
            # What the sheet fills in by itself was begun by nobody.
            self._context.drafts.discard(self._key)
        else:
            self._context.drafts.keep(self._key, answers)

    def _restore(self, draft: Draft | None) -> None:
        if self._done:
            return
        self._begun = fields = draft.fields if draft is not None and draft.key == self._key else {}
        if fields:
            self._choose_kind(fields.get("kind") or self._kind)
            self._group_id = fields.get("group") or self._group_id
            self._person_id = fields.get("person") or None
            self.level.choose(fields.get("level", ""))
            self.reason.choose(self.reason.value() or fields.get("reason", ""))
            self.urgent.setChecked(self.urgent.isChecked() or bool(fields.get("urgent")))
            self.tried.setPlainText(below(fields.get("tried", ""), self.tried.toPlainText()))
        elif self.tried.toPlainText():
            self._keep()
        self._offer()

    def _offer(self) -> None:
        """Fill in what the desk knows, once it is known and what was begun before stands there."""
        if self._targets is not None and self._begun is not None:
            self._show_group()
            self._name_people()
            if not self._begun:
                self._offered = self._answers() | {"tried": self._targets.last_note}
            self.tried.setPlainText(self.tried.toPlainText() or self._targets.last_note)
            self.place()


def open_sheet(context: ViewContext, host: QWidget, detail: IncidentDetail) -> EscalateSheet:
    """Open the sheet over a page, in place of one that is open there already."""
    for old in host.findChildren(EscalateSheet):
        old.close_sheet()
    sheet = EscalateSheet(context, host, detail)
    sheet.put_away.connect(partial(_closed, sheet, host))
    sheet.escalated.connect(partial(_escalated, context, sheet, host))
    sheet.start()
    return sheet


def _closed(sheet: EscalateSheet, host: QWidget) -> None:
    sheet.close_sheet()
    host.setFocus(Qt.FocusReason.OtherFocusReason)


def _escalated(context: ViewContext, sheet: EscalateSheet, host: QWidget, text: str, escalation_id: str) -> None:
    context.toasts.show(text, way_back(context, escalation_id, text), icon="trending-up")
    _closed(sheet, host)


def _head(detail: IncidentDetail, put_away: Callable[[], object]) -> QHBoxLayout:
    """What is escalated, and the cross that puts the sheet away."""
    cross = IconButton("x", tr("Put away, the draft is kept (Esc)"), size=28)
    cross.clicked.connect(lambda _checked=False: put_away())
    head = QHBoxLayout()
    head.setSpacing(10)
    head.addWidget(Label(tr("Escalate"), tokens.SHEET_TITLE))
    about = f"{incident_number(detail.number)} {detail.short_description}"
    head.addWidget(ElidedLabel(about, tokens.META, "text2"), 1)
    head.addWidget(cross)
    return head


def _duty(person: PersonTarget) -> str:
    return (
        tr("on duty · {open_incidents} open", open_incidents=person.open_incidents)
        if person.on_duty
        else tr("off duty · {open_incidents} open", open_incidents=person.open_incidents)
    )


def _stacked(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return whole
