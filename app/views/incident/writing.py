"""The place below the timeline: the composer, or in its place what a step of the lifecycle asks for."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import DeskError, Overtaken, Refused
from app.domain.events import DoubtSettled, Event
from app.domain.lifecycle import Step
from app.domain.major import MajorStep
from app.domain.numbers import incident_number
from app.domain.permissions import Permission, may
from app.domain.vocabulary import State
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail, Post, StepResult
from app.views.context import ViewContext
from app.views.escalations.going_back import way_back_from_major
from app.views.incident.answering import Answering
from app.views.incident.casework import Casework
from app.views.incident.colleagues import Colleagues, Company
from app.views.incident.composer import Composer
from app.views.incident.major_panel import MajorAnswer, MajorPanel, decided_words, take_major_step
from app.views.incident.modes import NOTE, REPLY, UPDATE, people_words
from app.views.incident.person_names import PersonNames
from app.views.incident.pick_lists import PickLists
from app.views.incident.readers import Readers
from app.views.incident.step_panel import StepPanel
from app.views.incident.steps import why_not
from app.views.incident.typed_fields import TypedFields, Written
from app.views.incident.update_row import unanswered
from app.views.incident.written_down import waiting_message
from app.views.macros.sheet import Place, open_macros
from app.views.outbox.holding import hold_back, is_held
from app.views.toolkit.kept_clear import keep_clear


class Writing(QWidget):
    """`sent` follows every message that the desk has taken, `stepped` carries a StepResult, `left` is Esc.

    A step that is asked for from the composer (Ctrl+Shift+Enter) takes along what was written there: a reply becomes
    the resolution notes, which the caller reads; an internal note is added beside them.
    """

    sent = Signal()
    stepped = Signal(object)
    left = Signal()

    def __init__(self, context: ViewContext, casework: Casework, lists: PickLists, colleagues: Colleagues) -> None:
        super().__init__()
        self._context, self._casework = context, casework
        self._going_along: Post | None = None
        self._written: Post | None = None
        self._seen_state: State | None = None
        self.asks_before: Callable[[Step], str] = lambda _step: ""
        """What is to be said, once, before a step is taken; empty where nothing is."""
        self.composer = Composer(context)
        self.composer.setProperty("manual", "acting#messages-that-can-still-be-taken-back")
        self.names = PersonNames(context, self.composer)
        self.fields = TypedFields(context, casework, Written(lambda: self.composer.edit, self.composer.say_problem))
        self.answering = Answering(context, casework, self.composer)
        self.readers = Readers(context, casework, self.composer)
        self.company = Company(colleagues, self.composer, casework)
        self.steps, self.major = StepPanel(context, lists), MajorPanel(context, lists)
        self.step_fields = TypedFields(context, casework, Written(lambda: self.steps.text_box, self.steps.say_of_text))
        self.setProperty("edge", "top")
        keep_clear(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(24, 8, 24, 0)
        above.setSpacing(6)
        above.addWidget(self.company.pill)
        above.addWidget(self.answering.strip)
        above.addWidget(self.composer.written.strip)
        column.addLayout(above)
        column.addWidget(self.composer)
        for panel in (self.steps, self.major):
            panel.hide()
            panel.left.connect(self._leave)
            column.addWidget(panel)
        self.composer.send_wanted.connect(self._send)
        self.composer.left.connect(self.left)
        self.composer.typed.connect(self._typed)
        self.steps.submitted.connect(self._take_step)
        self.major.submitted.connect(self._decide)

    @property
    def casework(self) -> Casework:
        """The incident that is written about."""
        return self._casework

    def show_incident(self, detail: IncidentDetail) -> None:
        """Write about this incident; who only reads has no place for that."""
        self.setVisible(may(self._context.actor, Permission.INCIDENT_REPLY))
        self.composer.show_incident(detail)

    def panes(self) -> list[QWidget]:
        """Where the keyboard can go."""
        return [] if self.isHidden() else [self.composer.edit]

    def write(self, mode: str) -> None:
        """Write a reply, an internal note or a stakeholder update."""
        self.leave_step()
        self.composer.choose(mode)

    def choose_macro(self) -> None:
        """Let a macro be chosen: its text is put into the composer, or all of it is done."""
        place = Place(self.insert, self.answering.holds, lambda: self.answering.seen, self.answering.sent)
        open_macros(self._context, [self._casework.incident_id], place)

    def insert(self, text: str, public: bool) -> None:
        """Put a text where it is written, at the cursor."""
        is_update = self.composer.mode == UPDATE
        self.write(NOTE if not public else UPDATE if is_update else REPLY)
        self.composer.edit.insertPlainText(text)

    def use_template(self) -> None:
        """Begin a stakeholder update with the questions that it answers."""
        self.leave_step()
        self.composer.use_template()

    def _typed(self) -> None:
        # A slash at the beginning asks for a macro, as in other programs; one in a sentence is a slash.
        if self.composer.text() == "/" and may(self._context.actor, Permission.MACRO_EDIT):
            self.composer.edit.clear()
            self.choose_macro()

    def attach(self) -> None:
        """Let the person choose files for the message that is being written."""
        self.leave_step()
        self.composer.attachments.ask()

    def _send(self, post: Post, resolve: bool) -> None:
        if self.fields.fill(public=post.public, go_on=lambda: self.composer.send(resolve=resolve)):
            return
        if resolve:
            self._send_and_resolve(post)
            return
        incident_id = self._casework.incident_id
        hindrance = unanswered(post)
        if hindrance:
            self.composer.say_problem(hindrance)
            return
        if post.public and not self.answering.may_say():
            return
        post = self.answering.in_sight_of(post)
        self.composer.set_sending(sending=True)
        if is_held(self._context) or (self._context.is_away() and not post.public):
            self._keep_back(post, incident_id)
            return

        def refused(error: DeskError) -> None:
            self.composer.set_sending(sending=False)
            if isinstance(error, Overtaken):
                self.answering.overtaken()
            else:
                self.composer.say_problem(str(error))

        def sent(_result: StepResult | None) -> None:
            self.composer.sent(post, incident_id)
            self.answering.sent()
            self.sent.emit()

        self._casework.post(post, sent, refused)

    def _keep_back(self, post: Post, incident_id: str) -> None:
        """Keep a message in the outbox: for the seconds in which it can be taken back, or until the server is back."""
        context, detail = self._context, self._casework.detail
        if detail is None:
            self.composer.set_sending(sending=False)
            return
        caller = detail.caller.name if detail.caller is not None else ""
        to = people_words(self.composer.audience) if post.to_stakeholders else caller
        item = waiting_message(context, post, incident_id, incident_number(detail.number), to)

        def kept() -> None:
            self.composer.sent(post, incident_id)
            self.answering.sent()
            self.sent.emit()

        def written_down() -> None:
            kept()
            context.toasts.show(tr("Note written down. It is saved when the desk is back."), icon="upload")

        def failed(error: DeskError) -> None:
            self.composer.set_sending(sending=False)
            self.composer.say_problem(str(error))

        if context.is_away():
            context.outbox.put(item, written_down, failed)
        else:
            hold_back(context, item, kept, failed)

    def _send_and_resolve(self, post: Post) -> None:
        reason = why_not(self._casework.detail, self._context.actor, "incident.resolve")
        if reason is not None:
            self.composer.say_problem(f"{reason}.")
            return
        self._written = post if self.composer.has_text() else None
        if post.public:
            # What is written becomes the resolution notes, which callers read; only its files are sent beside them.
            beside = replace(post, body="", next_update_at=None)
            self._going_along = beside if post.files else None
            self.open_step(State.RESOLVED, text=post.body, keep_along=True)
        else:
            self._going_along = post if self.composer.has_text() else None
            extra = tr("Your internal note is added with it") if self._going_along is not None else ""
            self.open_step(State.RESOLVED, extra=extra, keep_along=True)

    def hear(self, event: Event) -> None:
        """A message was on its way when the connection broke, and now it is known whether it arrived."""
        if not isinstance(event, DoubtSettled) or len(event.arguments) != 2:
            return
        incident_id, post = event.arguments
        if not isinstance(post, Post):
            return
        if event.kept:
            self.composer.sent(post, incident_id)
        elif incident_id == self._casework.incident_id:
            self.composer.say_problem(tr("It was not saved before the connection broke. Send it again."))

    def resolve(self) -> None:
        """Resolve, with what is written where something is."""
        if self.composer.has_text() and self.steps.target is None:
            self.composer.send(resolve=True)
        else:
            self.open_step(State.RESOLVED)

    def open_step(
        self, target: State, *, text: str = "", extra: str = "", choice: str = "", keep_along: bool = False
    ) -> None:
        """Ask for what the step to this state demands, in the place of the composer; `choice` is chosen already."""
        detail = self._casework.detail
        if detail is None:
            return
        if not keep_along:
            self._going_along = self._written = None
        self._seen_state = State(detail.state)
        self.step_fields.leave(text)
        self.composer.hide()
        self.steps.show()
        self.steps.open(detail, target, text=text, extra=extra, choice=choice)

    def open_major(self, step: MajorStep) -> None:
        """Ask for what a step in the life of a major incident demands, in the place of the composer."""
        detail = self._casework.detail
        if detail is None:
            return
        self.leave_step()
        self.composer.hide()
        self.major.show()
        self.major.open(detail, step)

    def leave_step(self) -> None:
        """Write again; what was answered for the step stays as a draft."""
        for panel in (self.steps, self.major):
            panel.close_panel()
            panel.hide()
        self._going_along = self._written = None
        self.composer.show()

    def step_at_once(self, target: State) -> None:
        """Take a step that asks for nothing."""
        self._casework.step(Step(target), self.stepped.emit)

    def _is_held_up(self, answered: Step) -> bool:
        """Whether something comes before the step: fields of macros in its words, a question, what others wrote."""
        if self.step_fields.fill(public=answered.is_read_by_caller, go_on=self.steps.submit):
            return True
        said = self.asks_before(answered)
        if said:
            self.steps.show_refusal(Refused(said))
        return bool(said) or (answered.is_read_by_caller and not self.answering.may_say())

    def _take_step(self, answered: Step) -> None:
        if self._is_held_up(answered):
            return
        self.steps.set_waiting(waiting=True)
        step = replace(answered, seen=self._seen_state, others_seen=self.answering.seen)
        incident_id, written = self._casework.incident_id, self._written

        def refused(error: DeskError) -> None:
            self.steps.set_waiting(waiting=False)
            if isinstance(error, Overtaken):
                self.answering.overtaken()
            else:
                self.steps.show_refusal(error)

        def done(result: StepResult | None) -> None:
            self.answering.sent()
            if written is not None:
                self.composer.sent(written, incident_id)
            self.steps.done(incident_id, step.to)
            if incident_id == self._casework.incident_id:
                self.leave_step()
                self.left.emit()
            if result is not None:
                self.stepped.emit(result)

        if self._going_along is not None:
            self._casework.post(replace(self._going_along, then=step), done, refused, self._leave)
        else:
            self._casework.step(step, done, refused, self._leave)

    def _decide(self, answer: MajorAnswer) -> None:
        self.major.set_waiting(waiting=True)
        incident_id = self._casework.incident_id
        number = self._casework.detail.number if self._casework.detail is not None else 0

        def refused(error: DeskError) -> None:
            self.major.set_waiting(waiting=False)
            self.major.show_refusal(error)

        def done(_nothing: None) -> None:
            self.major.done(incident_id, answer.step)
            if incident_id == self._casework.incident_id:
                self.leave_step()
                self.left.emit()
            text = f"{incident_number(number)}: {decided_words(answer)}"
            self._context.toasts.show(text, way_back_from_major(self._context, incident_id, text), icon="siren")

        self._casework.run(lambda desk, actor: take_major_step(desk, actor, incident_id, answer), done, refused)

    def _leave(self) -> None:
        self.leave_step()
        self.left.emit()
