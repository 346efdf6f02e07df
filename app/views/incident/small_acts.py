"""What is done with the incident that is shown by one key, or by one key and a choice: no form, no step."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from app.views.copying import Copied, NumberCopier
from app.views.following import follow
from app.views.incident.editing import WantedEdit
from app.views.incident.step_choice import open_steps
from app.views.queue.unread import mark_unread
from app.views.snoozing import open_snooze

if TYPE_CHECKING:
    from app.views.incident.page import IncidentPage


def small_acts(page: "IncidentPage") -> Mapping[str, Callable[[], None]]:
    """The actions of the page, by id."""
    return {
        "incident.take": partial(take, page),
        "incident.tags": page.properties.tags.open,
        "incident.status": partial(_choose_step, page),
        "incident.snooze": partial(_snooze, page),
        "incident.follow": partial(_follow, page),
        "incident.unread": partial(_mark_unread, page),
        "incident.copy_number": partial(_copy_number, page, NumberCopier(page.context)),
    }


def take(page: "IncidentPage") -> None:
    """Assign it to the person at the window."""
    actor = page.context.actor
    page.change(WantedEdit({"assignee_id": actor.person_id}, {"assignee_id": actor.name}))


def _choose_step(page: "IncidentPage") -> None:
    if page.detail is not None:
        open_steps(page.detail, page.context.actor, page.context.actions, page.header)


def _snooze(page: "IncidentPage") -> None:
    detail = page.detail
    if detail is not None:
        open_snooze(page.context, [detail.id], page.header, is_snoozed=detail.snoozed_until is not None)


def _follow(page: "IncidentPage") -> None:
    if page.detail is not None:
        follow(page.context, [page.detail.id])


def _mark_unread(page: "IncidentPage") -> None:
    if page.detail is not None:
        mark_unread(page.context, [page.detail.id])


def _copy_number(page: "IncidentPage", copier: NumberCopier) -> None:
    if page.detail is not None:
        copier.copy([Copied(page.detail.id, page.detail.number, page.detail.short_description)])
