"""What can be done about an escalation or an offer, why not now, and the sentence that follows."""

from collections.abc import Callable

from app.domain.errors import DeskError
from app.domain.escalation.words import EscalationState, OfferAnswer
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.services.escalation.dto import EscalationRow, MajorRow, ShiftOfferRow
from app.views.context import ViewContext
from app.views.escalations.board_table import Line
from app.views.pages import Location
from app.views.toolkit.toast import ToastAction


class EscalationActs:
    """Runs the commands on the write lane; `done` is called when one was carried out, `refused` when it was not."""

    def __init__(
        self, context: ViewContext, done: Callable[[], None], refused: Callable[[DeskError], None] | None = None
    ) -> None:
        self._context = context
        self._done = done
        self._refused = refused or context.toasts.say_error

    def acknowledge(self, row: Line) -> None:
        """Say that it was seen."""
        self._run(
            lambda: self._context.desk.escalation_work.acknowledge(self._context.actor, row.id), row, "acknowledged"
        )

    def take(self, row: Line) -> None:
        """Take over the escalation, or the incident that was offered."""
        desk, actor = self._context.desk, self._context.actor
        if isinstance(row, ShiftOfferRow):
            self._run(lambda: desk.escalation_work.answer_offer(actor, row.id, OfferAnswer.TAKEN), row, "taken")
        else:
            self._run(lambda: desk.escalation_work.take(actor, row.id), row, tr("is yours now"))

    def decline(self, row: Line) -> None:
        """Leave what was offered where it is."""
        desk, actor = self._context.desk, self._context.actor
        self._run(lambda: desk.escalation_work.answer_offer(actor, row.id, OfferAnswer.DECLINED), row, "declined")

    def hand_back(self, row: Line, note: str) -> None:
        """Give it back with a note."""
        desk, actor = self._context.desk, self._context.actor
        self._run(lambda: desk.escalation_work.hand_back(actor, row.id, note), row, tr("handed back"))

    def end(self, row: Line, note: str) -> None:
        """It is over."""
        desk, actor = self._context.desk, self._context.actor
        self._run(lambda: desk.escalation_work.end(actor, row.id, note), row, tr("is no longer escalated"))

    def page_again(self, row: Line) -> None:
        """Tell everybody for whom it waits once more."""
        desk, actor = self._context.desk, self._context.actor

        def told(names: tuple[str, ...]) -> None:
            whom = ", ".join(names) if names else tr("Nobody could be told")
            self._context.toasts.show(tr("Paged again: {whom}", whom=whom), icon="bell")
            self._done()

        work = desk.escalation_work
        self._context.background.write(lambda: work.page_again(actor, row.id), told, self._refused)

    def _run(self, work: Callable[[], None], row: Line, what: str) -> None:
        def told(_nothing: None) -> None:
            where = Location("incident", row.incident_id)
            opener = ToastAction(tr("Open"), lambda: self._context.go(where))
            self._context.toasts.show(f"{incident_number(row.number)} {what}", opener)
            self._done()

        self._context.background.write(work, told, self._refused)


def why_not(row: Line | None, act: str) -> str | None:
    """Why an act cannot be taken on the chosen row; None when it can."""
    if row is None:
        return tr("Nothing is chosen")
    if isinstance(row, MajorRow):
        return tr("A major incident is accepted or rejected (Shift Y, Shift B)")
    if isinstance(row, ShiftOfferRow):
        return _why_not_offer(row, act)
    return _why_not_escalation(row, act)


def _why_not_escalation(row: EscalationRow, act: str) -> str | None:
    if act == "decline":
        return tr("Only what a shift left behind can be declined")
    if not EscalationState(row.state).is_live:
        return tr("This escalation is over")
    if act == "acknowledge" and row.state != EscalationState.WAITING:
        return tr("It was acknowledged already")
    return None


def _why_not_offer(row: ShiftOfferRow, act: str) -> str | None:
    if act not in {"take", "decline"}:
        return tr("An incident that a shift left behind can be taken or declined")
    if row.answer is not None:
        return tr("The offer was answered already")
    return None if row.may_answer else tr("It was offered to {to_group_name}", to_group_name=row.to_group_name)


def is_open_escalation(row: Line | None) -> bool:
    """Whether the row is an escalation that still lives."""
    return isinstance(row, EscalationRow) and EscalationState(row.state).is_live
