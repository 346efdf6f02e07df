"""Why an action cannot be taken at the incident that is shown; what the palette says beside a grey line."""

from typing import TYPE_CHECKING, Final

from app.domain.wording import tr
from app.views.escalations.strip import why_not_escalate
from app.views.incident.major_strip import STEPS, why_no_update_now, why_not_major
from app.views.incident.merged import why_not_unmerge
from app.views.incident.steps import ACTIONS, why_not

if TYPE_CHECKING:
    from app.views.incident.page import IncidentPage

_OF_DETAIL: Final = {"incident.escalate": why_not_escalate, "incident.unmerge": why_not_unmerge}


def why_not_now(page: "IncidentPage", action: str) -> str | None:
    """The reason, or None where nothing stands against it."""
    if action in ACTIONS:
        return why_not(page.detail, page.context.actor, action)
    if action in STEPS:
        return why_not_major(page.detail, page.context.actor, action)
    if action in {"incident.update", "incident.update_template"}:
        return why_no_update_now(page.detail, page.context.actor)
    if action in {"list.next", "list.previous"}:
        return None if page.place() is not None else tr("The incident was not opened from a list")
    if action in _OF_DETAIL:
        return _OF_DETAIL[action](page.detail)
    return None if page.detail is not None else tr("No incident is open")
