"""`F`: following incidents, from wherever they are shown; and noticing when one that is followed moves on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from app.domain.events import Event, IncidentChanged, MuchChanged
from app.domain.permissions import Permission, may
from app.domain.wording import tr, trn
from app.services.incidents.dto import Followed
from app.views.context import ViewContext
from app.views.toolkit.gather import Gather
from app.views.toolkit.toast import ToastAction

_GATHER_MS = 1_500
"""Changes that come together are told together."""


def follow(context: ViewContext, incident_ids: Sequence[str], *, following: bool | None = None) -> None:
    """Follow these, or no longer where the first is followed; says so, with the way back."""
    desk, actor, ids = context.desk, context.actor, tuple(incident_ids)

    def done(found: Followed) -> None:
        # Marked at once; what the desk says a moment later is the same.
        known, changed = context.followed.ids, frozenset(found.incident_ids)
        context.followed.show(known | changed if found.following else known - changed)
        context.follow_again()
        count = len(ids)
        told = trn("You follow it now", "You follow {n} incidents now", count)
        no_longer = trn("You follow it no longer", "You follow {n} incidents no longer", count)
        back = partial(follow, context, found.incident_ids, following=not found.following)
        undo = (ToastAction(tr("Undo"), back, "Ctrl+Z"),) if found.incident_ids else ()
        context.toasts.show(
            told if found.following else no_longer, *undo, icon="bell" if found.following else "bell-off"
        )

    context.background.write(
        lambda: desk.following.follow(actor, ids, following=following), done, context.toasts.say_error
    )


class FollowWatch(QObject):
    """Knows what the person follows, and has the desk write down what moved on; one for each open desk."""

    def __init__(self, parent: QObject, context: ViewContext) -> None:
        super().__init__(parent)
        self._context = context
        self._gather = Gather(self, _GATHER_MS, self._catch_up)
        if may(context.actor, Permission.INCIDENT_READ_ALL):
            context.follow_again = self._gather.ask
            self._gather.ask()

    def hear(self, event: Event) -> None:
        """Something changed: look, where it may be something that is followed."""
        if isinstance(event, IncidentChanged):
            is_followed = (
                event.incident_id in self._context.followed.ids and event.actor_id != self._context.actor.person_id
            )
        else:
            is_followed = isinstance(event, MuchChanged) and bool(self._context.followed.ids)
        if is_followed:
            self._gather.ask()

    def end(self) -> None:
        """Nothing is asked any more."""
        self._gather.stop()
        self._context.followed.show(frozenset())

    def _catch_up(self) -> None:
        if self._context.session is None:
            return
        desk, actor = self._context.desk, self._context.actor
        self._context.background.write(lambda: desk.following.catch_up(actor), self._came, lambda _error: None)

    def _came(self, ids: frozenset[str]) -> None:
        self._context.followed.show(ids)
