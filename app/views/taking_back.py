"""Offers to take back steps of the lifecycle: the way back that stands in the toast which tells of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.many_at_once import change_many
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.services.incidents.dto import Outcome, TakenStep


def undo_of(context: ViewContext, said: str, undo: Callable[[], None]) -> ToastAction:
    """The action that undoes what the toast says; `Ctrl+Z` does it also after the toast is gone, in this session."""
    return ToastAction(tr("Undo"), context.undo.push(said, undo), "Ctrl+Z")


def way_back(context: ViewContext, steps: "tuple[TakenStep, ...]", words: str) -> tuple[ToastAction, ...]:
    """The action that takes these steps back; `words` say what had been done. None where there is nothing to take."""
    if not steps:
        return ()

    def told(outcomes: "tuple[Outcome, ...]") -> None:
        refused = [outcome.refused for outcome in outcomes if outcome.refused]
        if len(refused) == len(outcomes):
            context.toasts.show(refused[0], icon="triangle-alert")
        elif refused:
            context.toasts.show(
                tr("Taken back: {words}; {count} not. {refused}", words=words, count=len(refused), refused=refused[0]),
                icon="undo-2",
            )
        else:
            context.toasts.show(tr("Taken back: {words}", words=words), icon="undo-2")

    def take_back() -> None:
        desk, actor = context.desk, context.actor
        change_many(context, len(steps), lambda: desk.incidents.take_back_steps(actor, steps), told)

    return (ToastAction(tr("Undo"), take_back, "Ctrl+Z"),)
