"""Impact, urgency and the priority they make; a supervisor can set another one and says why."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.permissions import Permission, may
from app.domain.wording import inside, tr
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.incident.casework import Casework
from app.views.incident.editing import Editing, WantedEdit
from app.views.incident.overriding import Overriding
from app.views.incident.pick_lists import PickLists
from app.views.kept_answers import Answers, KeptAnswers, below
from app.views.toolkit import tokens
from app.views.toolkit.mirror import set_margins
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Option
from app.views.widgets.digit_choices import DigitChoices
from app.views.widgets.folding_row import FoldingRow
from app.views.widgets.labels import ElidedLabel, Label, NameLabel
from app.views.widgets.marks import PriorityBadge
from app.views.widgets.pick_field import PickField
from app.views.widgets.text_box import TextBox

LABEL_WIDTH = 104
_WORD = 80
"""Pixels of the word for a priority that are always shown."""


class PriorityBlock(QWidget):
    """The rows Priority, Impact and Urgency, and below them, when it is asked for, the form of an override.

    `answered` when both levels were given after the key that asks for them.
    """

    answered = Signal()
    _asked_by_key = False

    def __init__(self, context: ViewContext, casework: Casework, editing: Editing, lists: PickLists) -> None:
        super().__init__()
        self._context, self._casework, self._editing, self._lists = context, casework, editing, lists
        self._badge = PriorityBadge()
        self._words = ElidedLabel("", tokens.UI_MEDIUM)
        self.override = Button(tr("Override"), kind="link", height=Size.TARGET_LEAST)
        self.override.clicked.connect(lambda _checked=False: self._open_form())
        self._overriding = Overriding(context, casework)
        self._levels = Label("", tokens.META, "text2", wrap=True)
        self._reason = Label("", tokens.META, "text2", wrap=True)
        self.impact = PickField(tr("Impact"), lists.impacts, digits=True)
        self.urgency = PickField(tr("Urgency"), lists.urgencies, digits=True)
        self._seen: IncidentDetail | None = None
        for name, field in (("impact", self.impact), ("urgency", self.urgency)):
            field.opening.connect(self._opening)
            field.chosen.connect(partial(self._chosen, name, field))
        self._form = QWidget()
        self._form.hide()
        self._digits: DigitChoices | None = None
        self._kept = KeptAnswers(context, self._answers, self._restore)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        head = NameLabel(tr("Priority"))
        head.setFixedHeight(Size.PROPERTY_ROW)
        grid.addWidget(head, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._priority_row(), 0, 1)
        grid.setRowMinimumHeight(0, Size.PROPERTY_ROW)
        levels = QHBoxLayout()
        set_margins(levels, 6, 0, 0, 3)
        levels.addWidget(self._levels, 1)
        grid.addLayout(levels, 1, 1)
        grid.addWidget(self._reason, 2, 0, 1, 2)
        grid.addWidget(self._form, 3, 0, 1, 2)
        for line, (text, field) in enumerate(((tr("Impact"), self.impact), (tr("Urgency"), self.urgency)), 4):
            grid.addWidget(NameLabel(text), line, 0)
            grid.addWidget(field, line, 1)

    def _priority_row(self) -> FoldingRow:
        row = FoldingRow(spacing=8)
        set_margins(row.row, 6, 0, 0, 0)
        row.first.addWidget(self._badge)
        row.first.addWidget(self._words, 1)
        row.second.addWidget(self.override)
        return row

    def show_incident(self, detail: IncidentDetail, *, editable: bool) -> None:
        """Show the levels, the priority, and the reason where it was set by hand."""
        matrix = self._lists.matrix
        impact = _label(matrix.impact_labels, detail.impact)
        urgency = _label(matrix.urgency_labels, detail.urgency)
        self._badge.set_priority(detail.priority)
        self._words.set_text(matrix.priority_label(detail.priority))
        # Where there is no room for both, the link goes below and the word stays.
        self._words.setMinimumWidth(min(self._words.sizeHint().width(), _WORD))
        levels = tr("Impact {impact} × urgency {urgency}", impact=inside(impact), urgency=inside(urgency))
        overridden = detail.override_reason is not None
        self._levels.setText(
            tr("P{computed_priority} by the matrix", computed_priority=detail.computed_priority)
            if overridden
            else levels
        )
        self._levels.setToolTip(levels)
        self._reason.setText(tr("Set by hand: {override_reason}", override_reason=(detail.override_reason or "")[:400]))
        self._reason.setVisible(detail.override_reason is not None)
        may_override = may(self._context.actor, Permission.INCIDENT_OVERRIDE_PRIORITY)
        self.override.setVisible(editable and may_override and detail.state != "resolved")
        self.override.setText(tr("Override") if detail.override_reason is None else tr("Change"))
        self.override.updateGeometry()
        for field, text in ((self.impact, impact), (self.urgency, urgency)):
            field.set_value(text)
            field.setEnabled(editable)

    def open_list(self) -> None:
        """Open the impact, because its key was pressed."""
        self._asked_by_key = True
        self.impact.setFocus(Qt.FocusReason.OtherFocusReason)
        self.impact.open_list()

    @property
    def form(self) -> QWidget:
        """The form of an override."""
        return self._form

    def _opening(self) -> None:
        # What comes while a list or the form is open was not seen by whoever answers it.
        self._seen = self._casework.detail

    def _chosen(self, name: str, field: PickField, option: Option) -> None:
        if isinstance(option.value, int):
            seen = self._seen if field.popup is not None else None
            self._editing.edit(WantedEdit({name: option.value}, {name: option.label}), seen=seen)
            if name == "impact":
                self.urgency.setFocus(Qt.FocusReason.OtherFocusReason)
            elif self._asked_by_key:
                self._asked_by_key = False
                self.answered.emit()

    def _open_form(self) -> None:
        detail = self._casework.detail
        if detail is None:
            return
        self._opening()
        self._grid.removeWidget(self._form)
        self._form.hide()
        self._form.deleteLater()
        self._form = self._build_form(detail)
        self._grid.addWidget(self._form, 3, 0, 1, 2)
        self._form.show()
        self._kept.begin(f"incident:{detail.id}:override")
        if self._digits is not None:
            self._digits.focus_first()

    def _build_form(self, detail: IncidentDetail) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(6)
        labels = self._lists.matrix.priority_labels
        self._digits = DigitChoices(tr("Priority"), [(str(number), label) for number, label in enumerate(labels, 1)])
        self._digits.choose(str(detail.priority))
        self._digits.chosen.connect(lambda _key: self._kept.keep())
        self._text = TextBox(tr("Reason of the override"), rows=2, most_rows=5)
        self._text.setPlaceholderText(tr("Why the matrix does not fit"))
        self._text.submitted.connect(self._send)
        self._text.left.connect(self._close_form)
        self._text.textChanged.connect(self._kept.keep)
        self._problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self._problem.hide()
        buttons = QHBoxLayout()
        set_it = Button(tr("Set priority"), kind="primary", height=Size.BUTTON_SMALL)
        set_it.clicked.connect(lambda _checked=False: self._send())
        buttons.addWidget(set_it)
        if detail.override_reason is not None:
            back = Button(
                tr("Back to P{computed_priority}", computed_priority=detail.computed_priority), height=Size.BUTTON_SMALL
            )
            back.clicked.connect(lambda _checked=False: self._go(None, ""))
            buttons.addWidget(back)
        cancel = Button(tr("Cancel"), kind="ghost", height=Size.BUTTON_SMALL)
        cancel.clicked.connect(lambda _checked=False: self._close_form())
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        for widget in (self._digits, self._text, self._problem):
            column.addWidget(widget)
        column.addLayout(buttons)
        return form

    def _send(self) -> None:
        if self._digits is not None and self._digits.value():
            self._go(int(self._digits.value()), self._text.toPlainText())

    def _go(self, priority: int | None, reason: str) -> None:
        seen, key = self._seen, self._kept.key
        if seen is not None:
            self._overriding.override(priority, reason, seen, lambda: self._done(key), self._refused)

    def _done(self, key: str) -> None:
        # By the time the desk has it, the form of another incident may be open, with words of its own.
        is_open = key == self._kept.key
        self._kept.done(key)
        if is_open:
            self._close_form()

    def _refused(self, error: DeskError) -> None:
        self._problem.setText(str(error))
        self._problem.show()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answers(self) -> Answers:
        chosen = self._digits.value() if self._digits is not None else ""
        return {"priority": chosen, "reason": self._text.toPlainText()}

    def _restore(self, answers: Answers) -> None:
        if self._digits is not None and answers.get("priority"):
            self._digits.choose(answers["priority"])
        self._text.setPlainText(below(answers.get("reason", ""), self._text.toPlainText()))

    def put_away(self) -> None:
        """Another incident is shown: what was answered for this one stays as a draft."""
        self._kept.put_away()
        self._form.hide()

    def _close_form(self) -> None:
        self.put_away()
        self.override.setFocus(Qt.FocusReason.OtherFocusReason)


def _label(labels: tuple[str, ...], level: int) -> str:
    return labels[level - 1] if 1 <= level <= len(labels) else str(level)
