"""Offers to take back what was just escalated, done about it or decided, in the toast that tells of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk
    from app.services.escalation.dto import TakenAct


def way_back(context: ViewContext, escalation_id: str, words: str) -> ToastAction:
    """Takes an escalation back."""
    return _way_back(context, words, lambda desk, actor: desk.escalation_work.take_back(actor, escalation_id))


def way_back_from_act(
    context: ViewContext, act: "TakenAct", words: str, after: Callable[[], object] = lambda: None
) -> ToastAction:
    """Takes back what was done about an escalation, or answered to an offer; `after` follows once it is."""
    return _way_back(context, words, lambda desk, actor: desk.escalation_work.take_act_back(actor, act), after)


def way_back_from_major(context: ViewContext, incident_id: str, words: str) -> ToastAction:
    """Takes one's last proposal of a major incident, or decision about it, back."""
    return _way_back(context, words, lambda desk, actor: desk.major_work.take_back(actor, incident_id))


def _way_back(
    context: ViewContext,
    words: str,
    work: "Callable[[Desk, Actor], None]",
    after: Callable[[], object] = lambda: None,
) -> ToastAction:
    def done(_none: None) -> None:
        context.toasts.show(tr("Taken back: {words}", words=words), icon="undo-2")
        after()

    def take_back() -> None:
        desk, actor = context.desk, context.actor
        context.background.write(lambda: work(desk, actor), done, context.toasts.say_error)

    return ToastAction(tr("Undo"), take_back, "Ctrl+Z")
