"""Setting the priority of an incident against the matrix, or going back to it, each with its way back."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from app.domain.errors import DeskError, StaleEdit
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail, Seen
from app.views.context import ViewContext
from app.views.incident.acts import Act, Acts, Do
from app.views.incident.casework import Casework
from app.views.incident.collision import Choice, Choices, Collision

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk


class _Set(NamedTuple):
    """How the priority is set: by hand with a reason, or None by the matrix; and which one stands then."""

    by_hand: int | None
    reason: str
    stands: int


class Overriding:
    """Overrides of one page; each beats only the priority that was seen."""

    def __init__(self, context: ViewContext, casework: Casework) -> None:
        self._casework = casework
        self._acts = Acts(context, casework)

    def override(
        self,
        priority: int | None,
        reason: str,
        seen: IncidentDetail,
        done: Callable[[], None],
        refused: Callable[[DeskError], None],
    ) -> None:
        """Set the priority against the matrix, or go back to it with None."""

        def settle(choices: Choices, now: IncidentDetail) -> None:
            if choices.get("priority") is Choice.MINE:
                self.override(priority, reason, now, done, refused)
            else:
                done()

        def failed(error: DeskError) -> None:
            refused(error)
            if isinstance(error, StaleEdit):
                self._casework.collide(Collision(error.conflicts, seen, settle))

        before = _Set(
            None if seen.override_reason is None else seen.priority, seen.override_reason or "", seen.priority
        )
        after = _Set(priority, reason, seen.computed_priority if priority is None else priority)
        text = tr("{number} · Priority: P{priority}", number=incident_number(seen.number), priority=after.stands)
        forth = _setting(seen.id, before, after)
        back = _setting(seen.id, after, before, gives_back=True, asleep=seen.snoozed_until)
        self._acts.run(Act(text, forth, back, forth, "flag"), lambda _none: done(), failed)


def _setting(
    incident_id: str, before: _Set, after: _Set, *, gives_back: bool = False, asleep: datetime | None = None
) -> Do:
    def do(desk: "Desk", actor: "Actor") -> None:
        by_hand, reason, seen = after.by_hand, after.reason, Seen(before.stands)
        desk.incidents.override_priority(
            actor, incident_id, by_hand, reason, seen, gives_back=gives_back, asleep=asleep
        )  # fmt: skip

    return do
