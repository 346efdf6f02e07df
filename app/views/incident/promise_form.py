"""A due date set by hand, inline above the clocks: which clock, until when, and why; or the promise is taken back."""

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.sla.display import CLOCK_LABELS
from app.domain.sla.policy import Clock
from app.domain.wording import inside, tr
from app.services.incidents.dto import Seen
from app.services.sla.dto import ClockView, IncidentClocks
from app.views.context import ViewContext
from app.views.incident.acts import Act, Acts, Do
from app.views.incident.casework import Casework
from app.views.incident.steps import quick_moments
from app.views.kept_answers import Answers, KeptAnswers, below
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.digit_choices import DigitChoices
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label
from app.views.widgets.moment_field import MomentField
from app.views.widgets.text_box import TextBox

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk


class PromiseForm(QWidget):
    """`left` follows Esc, Cancel and success."""

    left = Signal()

    def __init__(self, context: ViewContext, casework: Casework) -> None:
        super().__init__()
        self._context, self._casework = context, casework
        self._acts = Acts(context, casework)
        self._views: dict[str, ClockView] = {}
        self._kept = KeptAnswers(context, self._answers, self._restore)
        self._due_chosen = False
        self.clocks = DigitChoices(
            tr("Which clock"), [("resolution", tr("Resolution")), ("response", tr("First response"))]
        )
        self.clocks.chosen.connect(self._chosen)
        self.clocks.chosen.connect(lambda _clock: self._kept.keep())
        self.due = MomentField(tr("Promised until"), tr("ddd d MMM yyyy  HH:mm"), context.now, lambda: context.formats)
        self.due.dateTimeChanged.connect(lambda _shown: self._choose_due())
        self.reason = TextBox(tr("Why this is promised"), rows=2, most_rows=5)
        self.reason.setPlaceholderText(tr("Why, for the journal"))
        self.reason.submitted.connect(self.send)
        self.reason.left.connect(self.leave)
        self.reason.textChanged.connect(self._kept.keep)
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.set_it = Button(tr("Set due date"), kind="primary", height=Size.BUTTON_SMALL)
        self.set_it.clicked.connect(lambda _checked=False: self.send())
        self.take_back = Button(tr("Take back"), height=Size.BUTTON_SMALL)
        self.take_back.clicked.connect(lambda _checked=False: self._go(None))
        self.cancel = Button(tr("Cancel"), kind="ghost", height=Size.BUTTON_SMALL)
        self.cancel.clicked.connect(lambda _checked=False: self.leave())
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        quick = QWidget()
        flow = FlowLayout(4)
        quick.setLayout(flow)
        for moment in quick_moments(self._context.clock.now(), self._context.formats.zone)[:4]:
            button = Button(moment.label, kind="ghost", height=Size.BUTTON_SMALL)
            button.clicked.connect(lambda _checked=False, name=moment.label: self._quick(name))
            flow.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        for button in (self.set_it, self.take_back, self.cancel):
            foot.addWidget(button)
        foot.addStretch(1)
        for widget in (self.clocks, self.due, quick, self.reason, self.problem):
            column.addWidget(widget)
        column.addLayout(foot)

    def open(self, clocks: IncidentClocks) -> None:
        """Ask for a promise on one of these clocks."""
        self._kept.put_away()
        self._views = {view.clock: view for view in clocks.clocks}
        self.problem.hide()
        self.reason.clear()
        self.clocks.choose("resolution")
        self._chosen("resolution")
        self.show()
        self.clocks.focus_first()
        self._kept.begin(f"incident:{clocks.incident_id}:promise")

    def send(self) -> None:
        """Set the due date that is shown."""
        self._go(self.due.moment())

    def put_away(self) -> None:
        """Ask no more; what was answered stays as a draft."""
        self._kept.put_away()
        self.hide()

    def leave(self) -> None:
        """The person goes on elsewhere."""
        self.put_away()
        self.left.emit()

    def _chosen(self, clock: str) -> None:
        view = self._views.get(clock)
        self.take_back.setVisible(view is not None and view.promised_at is not None)
        now = self._context.now()
        known = None if view is None else view.promised_at or view.due_at
        self.due.show_moment(known if known is not None and known > now else quick_moments(now, self._zone())[2].at)
        # A time that the form proposed is not kept: tomorrow it would propose another one.
        self._due_chosen = False

    def _choose_due(self) -> None:
        self._due_chosen = True
        self._kept.keep()

    def _quick(self, name: str) -> None:
        self.due.show_moment(
            next(found.at for found in quick_moments(self._context.now(), self._zone()) if found.label == name)
        )

    def _zone(self) -> tzinfo | None:
        return self._context.formats.zone

    def _answers(self) -> Answers:
        return {
            "clock": self.clocks.value(),
            "due": self.due.moment().isoformat() if self._due_chosen else "",
            "reason": self.reason.toPlainText(),
        }

    def _restore(self, answers: Answers) -> None:
        if answers.get("clock") in self._views and answers["clock"] != self.clocks.value():
            self.clocks.choose(answers["clock"])
            self._chosen(answers["clock"])
        if answers.get("due"):
            self.due.show_moment(datetime.fromisoformat(answers["due"]))
        self.reason.setPlainText(below(answers.get("reason", ""), self.reason.toPlainText()))

    def _go(self, due: datetime | None) -> None:
        incident_id, clock = self._casework.incident_id, Clock(self.clocks.value() or "resolution")
        reason, key = self.reason.toPlainText(), self._kept.key
        view = self._views.get(clock.value)
        before = None if view is None else view.promised_at
        what = inside(tr(CLOCK_LABELS[clock.value]))
        said = tr("Due date set by hand") if due is not None else tr("Due date taken back")
        text = tr("{said} for the {what}", said=said, what=what)
        forth = _promising(incident_id, clock, before, due, reason)
        # Both ways are told with the reason that was given; there is no other one to give.
        back = _promising(incident_id, clock, due, before, reason)
        act = Act(text, forth, back, forth, "calendar-clock")
        self._acts.run(act, lambda _done: self._done(key), self._refused)

    def _done(self, key: str) -> None:
        is_open = key == self._kept.key
        self._kept.done(key)
        if is_open:
            self.leave()

    def _refused(self, error: DeskError) -> None:
        self.problem.setText(str(error))
        self.problem.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)


def _promising(incident_id: str, clock: Clock, before: datetime | None, after: datetime | None, reason: str) -> Do:
    def do(desk: "Desk", actor: "Actor") -> None:
        desk.sla_admin.promise(actor, incident_id, clock, after, reason, Seen(before))

    return do
