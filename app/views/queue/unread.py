"""`U`: what the person was told of an incident is unread again, so that it stands out and is found by `is:unread`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.wording import tr, trn

if TYPE_CHECKING:
    from app.views.context import ViewContext


def mark_unread(context: "ViewContext", incident_ids: Sequence[str]) -> None:
    """Mark the newest notification about each as not read, and say how many there are."""
    desk, actor, ids = context.desk, context.actor, tuple(incident_ids)

    def done(count: int) -> None:
        if count:
            context.toasts.show(trn("{n} is unread again", "{n} are unread again", count), icon="bell")
        else:
            context.toasts.show(tr("You were told nothing of it that could be unread"), icon="bell")

    context.background.write(lambda: desk.notifications.mark_unread(actor, ids), done, context.toasts.say_error)
