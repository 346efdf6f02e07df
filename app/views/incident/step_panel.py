"""What a step of the lifecycle asks for, inline in the place of the composer; nothing here opens a dialog."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.lifecycle import Step
from app.domain.vocabulary import CancelReason, CloseCause, HoldReason, State, hold_reason_label
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.incident.ask_panel import AskPanel
from app.views.incident.pick_lists import PickLists
from app.views.incident.steps import CLOSE_CAUSES, canceled_because, quick_moments
from app.views.kept_answers import Answers, KeptAnswers, below
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Option
from app.views.widgets.digit_choices import DigitChoices
from app.views.widgets.flow import FlowLayout
from app.views.widgets.moment_field import MomentField
from app.views.widgets.text_box import TextBox

_TITLES: Final = {
    State.RESOLVED: (tr("Resolve"), tr("Resolve"), "check"),
    State.ON_HOLD: (tr("Put on hold"), tr("Put on hold"), "pause"),
    State.CLOSED: (tr("Close"), tr("Close"), "archive"),
    State.CANCELED: (tr("Cancel the incident"), tr("Cancel incident"), "ban"),
    State.IN_PROGRESS: (tr("Reopen"), tr("Reopen"), "rotate-ccw"),
}


class StepPanel(AskPanel):
    """`submitted` carries the Step. What is typed is kept as a draft of the incident."""

    def __init__(self, context: ViewContext, lists: PickLists) -> None:
        super().__init__()
        self._context, self._lists = context, lists
        self._choices: DigitChoices | None = None
        self._text: TextBox | None = None
        self._until: MomentField | None = None
        self._target: State | None = None
        self._incident_id = ""
        self._kept = KeptAnswers(context, self._answers, self._restore)
        self._until_chosen = False

    @property
    def target(self) -> State | None:
        """Where the open step leads; None while no panel is open."""
        return self._target

    def open(self, detail: IncidentDetail, target: State, *, text: str = "", extra: str = "", choice: str = "") -> None:
        """Ask for what the step demands; `text` is taken as its note, `extra` says what happens along with it.

        `choice` is chosen already, where it is one of those that can be.
        """
        self._target, self._incident_id = target, detail.id
        title, finish, icon = _TITLES[target]
        self._ask(title, extra, (finish, icon), lambda column: self._fill(column, detail, target))
        box = self._text
        self._kept.begin(_draft_key(detail.id, target), bring_back=not text or box is None)
        if text and box is not None:
            box.setPlainText(text)
        if choice and self._choices is not None and choice in self._lists.offered.resolution_codes:
            self._choices.choose(choice)
        if choice and box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)  # all is answered: read it, change it, send it
        else:
            self.focus_start()

    @property
    def text_box(self) -> TextBox | None:
        """What is written in beside what is chosen; None where the step asks for no words."""
        return self._text if self._target is not None else None

    def say_of_text(self, said: str) -> None:
        """Say at the words what is wrong with them."""
        field = next(field for field in self.fields.values() if field.inner is self._text)
        field.say(said)
        field.take_focus()

    def close_panel(self) -> None:
        """Ask no more; what was answered stays as a draft."""
        self._kept.put_away()
        self._target = None

    def done(self, incident_id: str, target: State) -> None:
        """The desk took the step: its draft is not needed any more."""
        self._kept.done(_draft_key(incident_id, target))
        if (incident_id, target) == (self._incident_id, self._target):
            self._target = None

    def focus_start(self) -> None:
        """Put the keyboard where the first answer is wanted."""
        if self._choices is not None:
            self._choices.focus_first()
        elif self._text is not None:
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, column: QVBoxLayout, detail: IncidentDetail, target: State) -> None:
        self._choices, self._text, self._until = None, None, None
        {
            State.RESOLVED: self._build_resolve,
            State.ON_HOLD: self._build_hold,
            State.CLOSED: self._build_close,
            State.CANCELED: self._build_cancel,
            State.IN_PROGRESS: self._build_reopen,
        }[target](column, detail)

    def _answer(self) -> Step | None:
        return None if self._target is None else self._step(self._target)

    def _build_resolve(self, column: QVBoxLayout, detail: IncidentDetail) -> None:
        reader = (
            tr("the caller and the next agent read it") if detail.caller is not None else tr("the next agent reads it")
        )
        self._add_choices(column, "resolution_code", tr("Resolution code"), _pairs(self._lists.resolution_codes()))
        self._add_text(column, "resolution_notes", tr("Resolution notes ({reader})", reader=reader))

    def _build_hold(self, column: QVBoxLayout, detail: IncidentDetail) -> None:
        reasons = _pairs(self._lists.hold_reasons())
        if detail.hold_reason and detail.hold_reason not in dict(reasons):
            # It waits for something that is out of use, or that an import brought: that can go on.
            reasons.append((detail.hold_reason, hold_reason_label(detail.hold_reason)))
        choices = self._add_choices(column, "hold_reason", tr("What the incident waits for"), reasons)
        self._add_until(column)
        self._add_text(column, "comment", tr("Note for the desk (optional)"))

        def name_comment(reason: str) -> None:
            asks = reason == HoldReason.AWAITING_CALLER.value
            text = tr("Question to the caller (they read it)") if asks else tr("Note for the desk (optional)")
            self.fields["comment"].rename(text)

        choices.chosen.connect(name_comment)

    def _build_close(self, column: QVBoxLayout, _detail: IncidentDetail) -> None:
        causes = [(cause.value, label) for cause, label in CLOSE_CAUSES.items()]
        choices = self._add_choices(column, "close_cause", tr("Who confirmed"), causes)
        choices.choose(CloseCause.CALLER_ACCEPTED.value)

    def _build_cancel(self, column: QVBoxLayout, _detail: IncidentDetail) -> None:
        self._add_choices(
            column, "cancel_kind", tr("Why it is canceled"), [(each.value, each.label) for each in CancelReason]
        )
        self._add_text(column, "reason", tr("In your words (the caller reads it)"))

    def _build_reopen(self, column: QVBoxLayout, _detail: IncidentDetail) -> None:
        self._add_text(column, "reason", tr("Why it is reopened"))

    def _add_choices(
        self, column: QVBoxLayout, name: str, label: str, choices: Sequence[tuple[str, str]]
    ) -> DigitChoices:
        self._choices = made = DigitChoices(label, choices)
        made.chosen.connect(lambda _key: self._kept.keep())
        self._add_field(column, name, label, made)
        return made

    def _add_text(self, column: QVBoxLayout, name: str, label: str) -> None:
        self._text = box = TextBox(label, rows=2, most_rows=7)
        box.submitted.connect(self.submit)
        box.submitted_further.connect(self.submit)
        box.left.connect(self.left)
        box.textChanged.connect(self._kept.keep)
        self._add_field(column, name, label, box)

    def _add_until(self, column: QVBoxLayout) -> None:
        context = self._context
        line = QWidget()
        row = FlowLayout(6)
        line.setLayout(row)
        self._until = field = MomentField(
            tr("Expected until"), tr("ddd d MMM yyyy  HH:mm"), context.now, lambda: context.formats
        )
        line.setFocusProxy(field)
        moments = quick_moments(context.clock.now(), context.formats.zone)
        self._set_until(moments[2].at)
        self._until_chosen = False
        field.dateTimeChanged.connect(lambda _shown: self._choose_until())
        row.addWidget(field)
        for moment in moments:
            button = Button(moment.label, kind="ghost", height=Size.BUTTON_SMALL)
            button.clicked.connect(_setter(self._set_until, moment.at))
            row.addWidget(button)
        self._add_field(column, "hold_until", tr("Expected until"), line)

    def _choose_until(self) -> None:
        # What the form proposed is not kept: tomorrow it would propose another time.
        self._until_chosen = True
        self._kept.keep()

    def _set_until(self, moment: datetime) -> None:
        if self._until is not None:
            self._until.show_moment(moment)

    def _step(self, target: State) -> Step:
        key = self._choices.value() if self._choices is not None else ""
        text = self._text.toPlainText() if self._text is not None else ""
        if target is State.RESOLVED:
            return Step(target, resolution_code=key or None, resolution_notes=text)
        if target is State.ON_HOLD:
            return Step(target, hold_reason=key or None, hold_until=self._moment(), comment=text)
        if target is State.CLOSED:
            return Step(target, close_cause=CloseCause(key) if key else None)
        if target is State.CANCELED:
            return Step(target, reason=canceled_because(key, text))
        return Step(target, reason=text)

    def _moment(self) -> datetime | None:
        return None if self._until is None else self._until.moment()

    def _answers(self) -> Answers:
        key = self._choices.value() if self._choices is not None else ""
        text = self._text.toPlainText() if self._text is not None else ""
        until = self._moment() if self._until_chosen else None
        return {"choice": key, "text": text, "until": "" if until is None else until.isoformat()}

    def _restore(self, answers: Answers) -> None:
        if self._choices is not None and answers.get("choice") and not self._choices.value():
            self._choices.choose(answers["choice"])
        if self._text is not None:
            self._text.setPlainText(below(answers.get("text", ""), self._text.toPlainText()))
        if answers.get("until") and not self._until_chosen:
            self._set_until(datetime.fromisoformat(answers["until"]))


def _draft_key(incident_id: str, target: State) -> str:
    return f"incident:{incident_id}:step:{target.value}"


def _pairs(options: Sequence[Option]) -> list[tuple[str, str]]:
    return [(str(option.value), option.label) for option in options]


def _setter(run: Callable[[datetime], None], moment: datetime) -> Callable[[], None]:
    return lambda: run(moment)
