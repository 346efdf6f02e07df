"""What can be done about an escalation or an offer, why not now, and the sentence that follows."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.domain.errors import DeskError
from app.domain.escalation.words import EscalationState, OfferAnswer
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.services.escalation.dto import EscalationRow, MajorRow, ShiftOfferRow
from app.views.context import ViewContext
from app.views.escalations.board_table import Line
from app.views.escalations.going_back import way_back_from_act
from app.views.escalations.note_bar import END, HAND_BACK, draft_of
from app.views.pages import Location
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk
    from app.services.escalation.dto import TakenAct


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
        self._run(row, tr("acknowledged"), lambda desk, actor: desk.escalation_work.acknowledge(actor, row.id))

    def take(self, row: Line) -> None:
        """Take over the escalation, or the incident that was offered."""
        if isinstance(row, ShiftOfferRow):
            self._answer(row, tr("taken"), OfferAnswer.TAKEN)
        else:
            self._run(row, tr("is yours now"), lambda desk, actor: desk.escalation_work.take(actor, row.id))

    def decline(self, row: Line) -> None:
        """Leave what was offered where it is."""
        self._answer(row, tr("declined"), OfferAnswer.DECLINED)

    def hand_back(self, row: Line, note: str) -> None:
        """Give it back with a note."""
        self._run(
            row,
            tr("handed back"),
            lambda desk, actor: desk.escalation_work.hand_back(actor, row.id, note),
            partial(self._keep, row, HAND_BACK, note),
        )

    def end(self, row: Line, note: str) -> None:
        """It is over."""
        self._run(
            row,
            tr("is no longer escalated"),
            lambda desk, actor: desk.escalation_work.end(actor, row.id, note),
            partial(self._keep, row, END, note),
        )

    def _keep(self, row: Line, act: str, note: str) -> None:
        """What was written for an act that was taken back waits where it was written."""
        self._context.drafts.keep(draft_of(row.id, act), {"text": note})
        self._context.drafts.flush()

    def page_again(self, row: Line) -> None:
        """Tell everybody for whom it waits once more."""

        def told(act: "TakenAct") -> None:
            whom = ", ".join(act.told) if act.told else tr("Nobody could be told")
            text = tr("Paged again: {whom}", whom=whom)
            self._context.toasts.show(text, way_back_from_act(self._context, act, text), icon="bell")
            self._done()

        desk, actor = self._context.desk, self._context.actor
        self._context.background.write(lambda: desk.escalation_work.page_again(actor, row.id), told, self._refused)

    def _answer(self, row: Line, what: str, given: OfferAnswer) -> None:
        self._run(row, what, lambda desk, actor: desk.escalation_work.answer_offer(actor, row.id, given))

    def _run(
        self,
        row: Line,
        what: str,
        work: "Callable[[Desk, Actor], TakenAct | None]",
        taken_back: Callable[[], object] = lambda: None,
    ) -> None:
        """Tell of it in a toast that takes it back, where anything was to be done; `taken_back` follows that."""

        def told(act: "TakenAct | None") -> None:
            text = f"{incident_number(row.number)} {what}"
            opener = ToastAction(tr("Open"), lambda: self._context.go(Location("incident", row.incident_id)))
            backs = () if act is None else (way_back_from_act(self._context, act, text, taken_back),)
            self._context.toasts.show(text, *backs, opener)
            self._done()

        desk, actor = self._context.desk, self._context.actor
        self._context.background.write(lambda: work(desk, actor), told, self._refused)


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
