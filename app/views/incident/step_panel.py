"""What a step of the lifecycle asks for, inline in the place of the composer; nothing here opens a dialog."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QDateTime, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError, Refused
from app.domain.lifecycle import Step
from app.domain.vocabulary import CancelReason, CloseCause, HoldReason, ResolutionCode, State, Word
from app.infra.drafts import Draft
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.incident.steps import at_wall, quick_moments
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.digit_choices import DigitChoices
from app.views.widgets.finishing_keys import claims_finishing_key, is_finishing_key
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.text_box import TextBox

_TITLES: Final = {
    State.RESOLVED: ("Resolve", "Resolve", "check"),
    State.ON_HOLD: ("Put on hold", "Put on hold", "pause"),
    State.CLOSED: ("Close", "Close", "archive"),
    State.CANCELED: ("Cancel the incident", "Cancel incident", "ban"),
    State.IN_PROGRESS: ("Reopen", "Reopen", "rotate-ccw"),
}


class _Field(QWidget):
    """A labelled input with the place where a refusal says what is missing."""

    def __init__(self, label: str, inner: QWidget) -> None:
        super().__init__()
        self.label = Label(label, tokens.META_STRONG, "text2")
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(inner)
        column.addWidget(self.problem)

    def say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))


class StepPanel(QWidget):
    """`submitted` carries the Step; `left` is Esc or Cancel. What is typed is kept as a draft of the incident."""

    submitted = Signal(object)
    left = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._fields: dict[str, _Field] = {}
        self._choices: DigitChoices | None = None
        self._text: TextBox | None = None
        self._until: QDateTimeEdit | None = None
        self._target: State | None = None
        self._incident_id = ""
        self._body = QWidget(self)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(24, 12, 24, 14)

    @property
    def target(self) -> State | None:
        """Where the open step leads; None while no panel is open."""
        return self._target

    def open(self, detail: IncidentDetail, target: State, *, text: str = "", extra: str = "") -> None:
        """Ask for what the step demands; `text` is taken as its note, `extra` says what happens along with it."""
        self._target, self._incident_id = target, detail.id
        self._outer.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = self._build(detail, target, extra)
        self._outer.addWidget(self._body)
        self._body.show()
        if text and self._text is not None:
            self._text.setPlainText(text)
        else:
            self._context.drafts.load(_draft_key(self._incident_id, self._target), self._restore)
        self.focus_start()

    def close_panel(self) -> None:
        """Ask no more; what was answered stays as a draft."""
        if self._target is not None:
            self._context.drafts.flush()
            self._target = None

    def done(self, incident_id: str, target: State) -> None:
        """The desk took the step: its draft is not needed any more."""
        if (incident_id, target) == (self._incident_id, self._target):
            self._target = None
        self._context.drafts.discard(_draft_key(incident_id, target))

    def focus_start(self) -> None:
        """Put the keyboard where the first answer is wanted."""
        if self._choices is not None:
            self._choices.focus_first()
        elif self._text is not None:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_waiting(self, *, waiting: bool) -> None:
        """While the desk works on the step it cannot be sent twice."""
        self._finish.setEnabled(not waiting)

    def submit(self) -> None:
        """Send what was answered; the rules say what is missing."""
        if self._target is None or not self._finish.isEnabled():
            return
        for field in self._fields.values():
            field.say("")
        self._general.setVisible(False)
        self.submitted.emit(self._step(self._target))

    def show_refusal(self, error: DeskError) -> None:
        """Say each missing thing at its field; what belongs to no field stands above the button."""
        rest: list[str] = []
        missing = error.missing if isinstance(error, Refused) else ()
        for item in missing:
            field = self._fields.get(item.field)
            if field is None:
                rest.append(item.sentence)
            else:
                field.say(item.sentence)
        if not missing:
            rest.append(str(error))
        self._general.setText(" ".join(rest))
        self._general.setVisible(bool(rest))
        wanted = [item.field for item in missing]
        if self._text is not None and wanted and wanted[0] in {"resolution_notes", "reason", "comment"}:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._until is not None and wanted and wanted[0] == "hold_until":
            self._until.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._choices is not None:
            self._choices.focus_first()

    def problems(self) -> dict[str, str]:
        """What is said at which field now; the general sentence has the key ""."""
        said = {name: field.problem.text() for name, field in self._fields.items() if field.problem.text()}
        if not self._general.isHidden() and self._general.text():
            said[""] = self._general.text()
        return said

    def event(self, event: QEvent) -> bool:
        """Enter with Ctrl and Esc belong to the panel, not to the window."""
        return claims_finishing_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter finishes, Esc leaves."""
        if not is_finishing_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.submit()

    def _build(self, detail: IncidentDetail, target: State, extra: str) -> QWidget:
        title, button, icon = _TITLES[target]
        self._fields, self._choices, self._text, self._until = {}, None, None, None
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(Label(title, tokens.SHEET_TITLE))
        head.addWidget(ElidedLabel(extra, tokens.META, "text2"), 1)
        cross = IconButton("x", "Back to writing (Esc)", size=28)
        cross.clicked.connect(lambda _checked=False: self.left.emit())
        head.addWidget(cross)
        column.addLayout(head)
        {
            State.RESOLVED: self._build_resolve,
            State.ON_HOLD: self._build_hold,
            State.CLOSED: self._build_close,
            State.CANCELED: self._build_cancel,
            State.IN_PROGRESS: self._build_reopen,
        }[target](column, detail)
        self._general = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self._general.hide()
        column.addWidget(self._general)
        foot = QHBoxLayout()
        foot.addWidget(ElidedLabel("Digits choose · Tab next field · Esc back to writing", tokens.META, "text3"), 1)
        self._finish = Button(button, kind="primary", icon=icon, keys="Ctrl+Return")
        self._finish.clicked.connect(lambda _checked=False: self.submit())
        foot.addWidget(self._finish)
        column.addLayout(foot)
        return body

    def _build_resolve(self, column: QVBoxLayout, detail: IncidentDetail) -> None:
        reader = "the caller and the next agent read it" if detail.caller is not None else "the next agent reads it"
        self._add_choices(column, "resolution_code", "Resolution code", _words(ResolutionCode))
        self._add_text(column, "resolution_notes", f"Resolution notes ({reader})")

    def _build_hold(self, column: QVBoxLayout, _detail: IncidentDetail) -> None:
        choices = self._add_choices(column, "hold_reason", "What the incident waits for", _words(HoldReason))
        self._add_until(column)
        self._add_text(column, "comment", "Note for the desk (optional)")

        def name_comment(reason: str) -> None:
            asks = reason == HoldReason.AWAITING_CALLER.value
            text = "Question to the caller (they read it)" if asks else "Note for the desk (optional)"
            self._fields["comment"].label.setText(text)

        choices.chosen.connect(name_comment)

    def _build_close(self, column: QVBoxLayout, _detail: IncidentDetail) -> None:
        labels = {
            CloseCause.CALLER_ACCEPTED: "The caller accepted",
            CloseCause.TIMEOUT: "Nobody answered in time",
            CloseCause.SUPERVISOR: "A supervisor decided",
        }
        choices = self._add_choices(column, "close_cause", "Who confirmed", [(k.value, v) for k, v in labels.items()])
        choices.choose(CloseCause.CALLER_ACCEPTED.value)

    def _build_cancel(self, column: QVBoxLayout, _detail: IncidentDetail) -> None:
        self._add_choices(column, "cancel_kind", "Why it is canceled", _words(CancelReason))
        self._add_text(column, "reason", "In your words (the caller reads it)")

    def _build_reopen(self, column: QVBoxLayout, _detail: IncidentDetail) -> None:
        self._add_text(column, "reason", "Why it is reopened")

    def _add_choices(
        self, column: QVBoxLayout, name: str, label: str, choices: Sequence[tuple[str, str]]
    ) -> DigitChoices:
        self._choices = made = DigitChoices(label, choices)
        made.chosen.connect(lambda _key: self._keep())
        self._add_field(column, name, label, made)
        return made

    def _add_text(self, column: QVBoxLayout, name: str, label: str) -> None:
        self._text = box = TextBox(label, rows=2, most_rows=7)
        box.submitted.connect(self.submit)
        box.submitted_further.connect(self.submit)
        box.left.connect(self.left)
        box.textChanged.connect(self._keep)
        self._add_field(column, name, label, box)

    def _add_until(self, column: QVBoxLayout) -> None:
        zone = self._context.formats.zone
        line = QWidget()
        row = FlowLayout(6)
        line.setLayout(row)
        self._until = edit = QDateTimeEdit()
        edit.setAccessibleName("Expected until")
        edit.setDisplayFormat("ddd d MMM yyyy  HH:mm")
        edit.setCalendarPopup(True)
        edit.setFixedHeight(Size.BUTTON_SMALL + 2)
        edit.setMinimumWidth(210)
        moments = quick_moments(self._context.clock.now(), zone)
        self._set_until(moments[2].at)
        row.addWidget(edit)
        for moment in moments:
            button = Button(moment.label, kind="ghost", height=Size.BUTTON_SMALL)
            button.clicked.connect(_setter(self._set_until, moment.at))
            row.addWidget(button)
        self._add_field(column, "hold_until", "Expected until", line)

    def _set_until(self, moment: datetime) -> None:
        if self._until is not None:
            wall = moment.astimezone(self._context.formats.zone)
            self._until.setDateTime(QDateTime(wall.year, wall.month, wall.day, wall.hour, wall.minute, 0))

    def _add_field(self, column: QVBoxLayout, name: str, label: str, inner: QWidget) -> None:
        self._fields[name] = field = _Field(label, inner)
        column.addWidget(field)

    def _step(self, target: State) -> Step:
        key = self._choices.value() if self._choices is not None else ""
        text = self._text.toPlainText() if self._text is not None else ""
        if target is State.RESOLVED:
            return Step(target, resolution_code=key or None, resolution_notes=text)
        if target is State.ON_HOLD:
            return Step(target, hold_reason=HoldReason(key) if key else None, hold_until=self._moment(), comment=text)
        if target is State.CLOSED:
            return Step(target, close_cause=CloseCause(key) if key else None)
        if target is State.CANCELED:
            label = CancelReason(key).label if key else ""
            return Step(target, reason=": ".join(piece for piece in (label, text.strip()) if piece))
        return Step(target, reason=text)

    def _moment(self) -> datetime | None:
        if self._until is None:
            return None
        shown = self._until.dateTime()
        day, clock = shown.date(), shown.time()
        wall = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=UTC)
        return at_wall(wall, self._context.formats.zone).astimezone(UTC)

    def _answers(self) -> dict[str, str]:
        key = self._choices.value() if self._choices is not None else ""
        return {"choice": key, "text": self._text.toPlainText() if self._text is not None else ""}

    def _keep(self) -> None:
        if self._target is not None:
            self._context.drafts.keep(_draft_key(self._incident_id, self._target), self._answers())

    def _restore(self, draft: Draft | None) -> None:
        if draft is None or self._target is None or draft.key != _draft_key(self._incident_id, self._target):
            return
        fields: Mapping[str, str] = draft.fields
        if self._choices is not None and fields.get("choice") and not self._choices.value():
            self._choices.choose(fields["choice"])
        if self._text is not None and not self._text.toPlainText():
            self._text.setPlainText(fields.get("text", ""))


def _draft_key(incident_id: str, target: State | None) -> str:
    return f"incident:{incident_id}:step:{target.value if target else ''}"


def _words(words: type[Word]) -> list[tuple[str, str]]:
    return [(word.value, word.label) for word in words]


def _setter(run: Callable[[datetime], None], moment: datetime) -> Callable[[], None]:
    return lambda: run(moment)
