"""The place below the timeline: the composer, or in its place what a step of the lifecycle asks for."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.services.incidents.dto import Post, StepResult
from app.views.context import ViewContext
from app.views.incident.casework import Casework
from app.views.incident.composer import Composer
from app.views.incident.step_panel import StepPanel
from app.views.incident.steps import why_not


class Writing(QWidget):
    """`sent` follows every message that the desk has taken, `stepped` carries a StepResult, `left` is Esc.

    A step that is asked for from the composer (Ctrl+Shift+Enter) takes along what was written there: a reply becomes
    the resolution notes, which the caller reads; an internal note is added beside them.
    """

    sent = Signal()
    stepped = Signal(object)
    left = Signal()

    def __init__(self, context: ViewContext, casework: Casework) -> None:
        super().__init__()
        self._context, self._casework = context, casework
        self._going_along: Post | None = None
        self._written: Post | None = None
        self.composer = Composer(context)
        self.steps = StepPanel(context)
        self.steps.hide()
        self.setProperty("edge", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.addWidget(self.composer)
        column.addWidget(self.steps)
        self.composer.send_wanted.connect(self._send)
        self.composer.left.connect(self.left)
        self.steps.submitted.connect(self._take_step)
        self.steps.left.connect(self._leave)

    def write(self, mode: str) -> None:
        """Write a reply or an internal note."""
        self.leave_step()
        self.composer.choose(mode)

    def attach(self) -> None:
        """Let the person choose files for the message that is being written."""
        self.leave_step()
        self.composer.attachments.ask()

    def _send(self, post: Post, resolve: bool) -> None:
        if resolve:
            self._send_and_resolve(post)
            return
        incident_id = self._casework.incident_id
        self.composer.set_sending(sending=True)

        def refused(error: DeskError) -> None:
            self.composer.set_sending(sending=False)
            self.composer.say_problem(str(error))

        def sent(_result: StepResult | None) -> None:
            self.composer.sent(post, incident_id)
            self.sent.emit()

        self._casework.post(post, sent, refused)

    def _send_and_resolve(self, post: Post) -> None:
        reason = why_not(self._casework.detail, self._context.actor, "incident.resolve")
        if reason is not None:
            self.composer.say_problem(f"{reason}.")
            return
        self._written = post if self.composer.has_text() else None
        if post.public:
            # The reply becomes the resolution notes, which the caller reads; only its files are sent beside them.
            self._going_along = replace(post, body="") if post.files else None
            self.open_step(State.RESOLVED, text=post.body, keep_along=True)
        else:
            self._going_along = post if self.composer.has_text() else None
            extra = "Your internal note is added with it" if self._going_along is not None else ""
            self.open_step(State.RESOLVED, extra=extra, keep_along=True)

    def resolve(self) -> None:
        """Resolve, with what is written where something is."""
        if self.composer.has_text() and self.steps.target is None:
            self.composer.send(resolve=True)
        else:
            self.open_step(State.RESOLVED)

    def open_step(self, target: State, *, text: str = "", extra: str = "", keep_along: bool = False) -> None:
        """Ask for what the step to this state demands, in the place of the composer."""
        detail = self._casework.detail
        if detail is None:
            return
        if not keep_along:
            self._going_along = self._written = None
        self.composer.hide()
        self.steps.show()
        self.steps.open(detail, target, text=text, extra=extra)

    def leave_step(self) -> None:
        """Write again; what was answered for the step stays as a draft."""
        self.steps.close_panel()
        self._going_along = self._written = None
        self.steps.hide()
        self.composer.show()

    def step_at_once(self, target: State) -> None:
        """Take a step that asks for nothing."""
        self._casework.step(Step(target), self.stepped.emit)

    def _take_step(self, step: Step) -> None:
        self.steps.set_waiting(waiting=True)
        incident_id, written = self._casework.incident_id, self._written

        def refused(error: DeskError) -> None:
            self.steps.set_waiting(waiting=False)
            self.steps.show_refusal(error)

        def done(result: StepResult | None) -> None:
            if written is not None:
                self.composer.sent(written, incident_id)
            self.steps.done(incident_id, step.to)
            if incident_id == self._casework.incident_id:
                self.leave_step()
                self.left.emit()
            if result is not None:
                self.stepped.emit(result)

        if self._going_along is not None:
            self._casework.post(replace(self._going_along, then=step), done, refused)
        else:
            self._casework.step(step, done, refused)

    def _leave(self) -> None:
        self.leave_step()
        self.left.emit()
