"""Linking an incident to another one and taking a link away, each with its way back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.errors import DeskError
from app.domain.numbers import incident_number
from app.domain.vocabulary import LinkKind
from app.domain.wording import marked, tr
from app.services.incidents.dto import IncidentRef, LinkedIncident, NewLink
from app.views.context import ViewContext
from app.views.incident.acts import Act, Acts, Renewed
from app.views.incident.casework import Casework
from app.views.incident.merged import take_merge_back

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

KINDS: Final = (
    (LinkKind.PARENT, tr("Child of")),
    (LinkKind.DUPLICATE, tr("Duplicate of")),
    (LinkKind.RELATED, tr("Related to")),
)
"""How an incident can belong to another one, in the words of the form."""

_TOLD: Final = {
    LinkKind.PARENT: marked("{number} is a child of {other} now"),
    LinkKind.RELATED: marked("{number} is related to {other} now"),
}
_DUPLICATES: Final = {"duplicate", "duplicate of"}


class Linking:
    """Adds and removes links of the incident that is shown. A duplicate is merged, and taken apart, as everywhere."""

    def __init__(self, context: ViewContext, casework: Casework) -> None:
        self._context, self._casework = context, casework
        self._acts, self._ids = Acts(context, casework), Renewed()

    def add(
        self, target: IncidentRef, kind: LinkKind, done: Callable[[], None], refused: Callable[[DeskError], None]
    ) -> None:
        """Link this incident to another one; not as a duplicate."""
        detail = self._casework.detail
        if detail is None:
            return
        number, other = incident_number(detail.number), incident_number(target.number)
        new = NewLink(self._context.desk.new_id(), detail.id, target.id, kind)
        act = Act(
            tr(_TOLD[kind], number=number, other=other),
            lambda desk, actor: desk.incidents.link(actor, new),
            partial(self._unlink, new.id),
            partial(self._link_again, new.id),
            "link-2",
        )
        self._acts.run(act, lambda _none: done(), refused)

    def remove(self, link: LinkedIncident) -> None:
        """Take a link of this incident away."""
        detail = self._casework.detail
        if detail is None:
            return
        if link.kind in _DUPLICATES:
            take_merge_back(self._context, detail, link)
            return
        number, other = incident_number(detail.number), incident_number(link.number)
        text = tr("{number} is no longer linked to {other}", number=number, other=other)
        unlink, again = partial(self._unlink, link.link_id), partial(self._link_again, link.link_id)
        self._acts.run(Act(text, unlink, again, unlink, "unlink"))

    def _unlink(self, link_id: str, desk: "Desk", actor: "Actor") -> None:
        desk.incidents.unlink(actor, self._ids.now(link_id))

    def _link_again(self, link_id: str, desk: "Desk", actor: "Actor") -> None:
        new_id = desk.new_id()
        desk.incidents.link_again(actor, self._ids.now(link_id), new_id)
        self._ids.renew(link_id, new_id)
