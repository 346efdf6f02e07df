"""A sound for what is one's own and most urgent, where this computer is set to make one; at most one a minute."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from app.services.notifications.dto import Notification
from app.views.context import ViewContext

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

_PAUSE: Final = timedelta(minutes=1)
"""Until another sound may come, however much happens."""


class Ringing:
    """Rings for notifications that are shown; what waits for the end of quiet hours is silent until then."""

    def __init__(self, context: ViewContext, ring: Callable[[], None] = QApplication.beep) -> None:
        self._context, self._ring = context, ring
        self._rang: datetime | None = None

    def ring_for(self, notices: Sequence[Notification]) -> None:
        """Make a sound when one of them is about an incident of priority 1 that is this person's own."""
        context = self._context
        about = list(dict.fromkeys(each.incident_id for each in notices if each.incident_id is not None))
        if context.own().sound != "yes" or not about or self._is_resting:
            return
        desk, actor = context.desk, context.actor
        context.background.read(lambda: _is_own_most_urgent(desk, actor, about), self._answered, _nothing)

    @property
    def _is_resting(self) -> bool:
        return self._rang is not None and self._context.clock.now() - self._rang < _PAUSE

    def _answered(self, wanted: bool) -> None:
        if wanted and not self._is_resting:
            self._rang = self._context.clock.now()
            self._ring()


def _is_own_most_urgent(desk: "Desk", actor: "Actor", incident_ids: list[str]) -> bool:
    found = (desk.incident.detail(actor, each) for each in incident_ids)
    return any(each.priority == 1 and each.assignee_id == actor.person_id for each in found)


def _nothing(_error: object) -> None:
    """An incident that cannot be read makes no sound; the notification is seen all the same."""
