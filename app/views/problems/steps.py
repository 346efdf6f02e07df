"""What can be done with the problem that is shown: its steps, what each offers afterwards, and the way back."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from app.domain.errors import DeskError
from app.domain.lifecycle import Step
from app.domain.numbers import problem_number
from app.domain.problems import ProblemState, WorkaroundState, steps_from
from app.domain.vocabulary import ResolutionCode, State
from app.domain.wording import inside, tr
from app.services.incidents.dto import FieldEdit
from app.services.problems.dto import ProblemDetail, ProblemRef
from app.views.context import ViewContext
from app.views.kept_line import KeptLine
from app.views.problems.looks import state_name
from app.views.problems.problem_view import ProblemView
from app.views.queue.acts import QueueActs
from app.views.toolkit.toast import ToastAction
from app.views.widgets.choice_popup import ChoicePopup, Option

Taken = Callable[[], None]
"""What follows once the desk has taken the words of a popup."""

ACTIONS: Final = {
    "problem.investigate": ProblemState.INVESTIGATING,
    "problem.known_error": ProblemState.KNOWN_ERROR,
    "problem.resolve": ProblemState.RESOLVED,
    "problem.close": ProblemState.CLOSED,
    "problem.back": ProblemState.NEW,
}


class ProblemSteps:
    """Acts on the problem of one view."""

    def __init__(self, context: ViewContext, view: ProblemView) -> None:
        self._context, self._view = context, view
        view.head.step_wanted.connect(self.ask)
        view.confirm.clicked.connect(lambda _checked=False: self.confirm())

    def why_not(self, to: ProblemState) -> str | None:
        """Why a step cannot be taken now."""
        detail = self._view.detail
        if detail is None:
            return tr("No problem is open")
        if to not in steps_from(detail.row.state):
            return tr("The problem is {state}", state=inside(state_name(detail.row.state)))
        return None

    def ask(self, to: ProblemState, anchor: QWidget | None = None) -> ChoicePopup | None:
        """Take a step; one that needs a reason asks for it first."""
        detail = self._view.detail
        if detail is None:
            return None
        # What is being typed belongs to what the step looks at, and goes before it on the same lane.
        for editor in self._view.editors.values():
            editor.commit()
        if to is ProblemState.CLOSED and detail.row.state is not ProblemState.RESOLVED:
            hint = tr("Why is it closed without being resolved?")
            key = f"problem:{detail.row.id}:close"
            return self._typed(
                hint, anchor or self._view.head, key, lambda option, taken: self._take(detail, to, option.label, taken)
            )
        self._take(detail, to)
        return None

    def _typed(
        self, hint: str, anchor: QWidget, key: str, then: Callable[[Option, Taken], object], typed: str = ""
    ) -> ChoicePopup:
        popup = ChoicePopup(hint, lambda _text, answer: answer(()), self._view, can_add=True)
        popup.open_at(anchor, typed)
        kept = KeptLine(self._context, popup, key)
        popup.chosen.connect(lambda option: then(option, kept.taken))
        return popup

    def _take(self, detail: ProblemDetail, to: ProblemState, reason: str = "", taken: Taken = lambda: None) -> None:
        desk, actor, row = self._context.desk, self._context.actor, detail.row
        self._context.outbox.send_first(row.id)
        self._context.background.write(
            lambda: desk.problem_work.step(actor, row.id, to, reason, seen=row.state),
            partial(self._taken, detail, taken),
            self._refused,
        )

    def _taken(self, before: ProblemDetail, taken: Taken, ref: ProblemRef) -> None:
        taken()
        text = tr("{number}: {state}", number=problem_number(ref.number), state=state_name(ref.state))
        undo = self._context.undo.push(text, partial(self._take_back, ref, before.row.state))
        self._context.toasts.show(text, ToastAction(tr("Undo"), undo, "Ctrl+Z"))
        self._view.notices.clear()
        if ref.state is ProblemState.RESOLVED and before.row.open_incidents:
            self._view.notices.offer_resolving(before.row.open_incidents, self.resolve_incidents)
        self._view.reload()

    def _take_back(self, ref: ProblemRef, to: ProblemState) -> None:
        desk, actor = self._context.desk, self._context.actor

        def done(_ref: ProblemRef) -> None:
            self._context.toasts.show(tr("Taken back"), icon="undo-2")
            self._view.notices.offer.hide()
            self._view.reload()

        self._context.background.write(
            lambda: desk.problem_work.step(actor, ref.id, to, "Taken back", seen=ref.state),
            done,
            self._context.toasts.say_error,
        )

    def resolve_incidents(self, anchor: QWidget) -> ChoicePopup | None:
        """Ask what the callers are told, then resolve the incidents that are open, all of it with one way back."""
        detail = self._view.detail
        if detail is None:
            return None
        ids = tuple(each.id for each in detail.incidents if State(each.state).is_open)

        def resolve(option: Option, taken: Taken) -> None:
            code = ResolutionCode.RESOLVED_BY_PROBLEM.value
            step = Step(State.RESOLVED, resolution_code=code, resolution_notes=option.label, by_rule=True)
            self._view.notices.offer.hide()
            QueueActs(self._context).step(ids, step, tr("resolved"), taken)

        typed, key = " ".join(detail.fix.split()), f"problem:{detail.row.id}:resolve"
        return self._typed(tr("How they were resolved; each caller reads it"), anchor, key, resolve, typed)

    def confirm(self) -> None:
        """Say that the workaround was tried and helps."""
        edit = FieldEdit(WorkaroundState.PROPOSED.value, WorkaroundState.CONFIRMED.value)
        self._view.saver.change("workaround_state", edit, tr("The workaround is confirmed"))

    def why_not_confirm(self) -> str | None:
        """Why there is nothing to confirm."""
        detail = self._view.detail
        if detail is None:
            return tr("No problem is open")
        return {
            WorkaroundState.NONE: tr("There is no workaround yet"),
            WorkaroundState.CONFIRMED: tr("The workaround is confirmed already"),
        }.get(detail.row.workaround_state)

    def _refused(self, error: DeskError) -> None:
        self._view.notices.refuse(error, self._view.go_to)
        self._view.reload()
