"""`U`: an incident is unread again, so that it stands out and is found by `is:unread` until it is opened."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.domain.wording import tr, trn
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.views.context import ViewContext


def mark_unread(context: "ViewContext", incident_ids: Sequence[str]) -> None:
    """Mark each as not read, and say how many there are."""
    desk, actor, ids = context.desk, context.actor, tuple(incident_ids)

    def done(count: int) -> None:
        text = trn("{n} is unread again", "{n} are unread again", count)
        context.toasts.show(text, ToastAction(tr("Undo"), partial(read_again, text), "Ctrl+Z"), icon="bell")

    def read_again(text: str) -> None:
        told = partial(context.toasts.show, tr("Taken back: {text}", text=text), icon="undo-2")
        context.background.write(
            lambda: [desk.notifications.mark_incident_read(actor, each) for each in ids],
            lambda _counts: told(),
            context.toasts.say_error,
        )

    context.background.write(lambda: desk.notifications.mark_unread(actor, ids), done, context.toasts.say_error)
