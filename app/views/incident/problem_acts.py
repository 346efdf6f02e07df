"""What can be done about the problem behind an incident, from its page."""

from functools import partial
from typing import TYPE_CHECKING

from app.views.incident.reasons import why_not_now
from app.views.problems.making import make_from

if TYPE_CHECKING:
    from app.views.incident.page import IncidentPage


def bind_problem_acts(page: "IncidentPage") -> None:
    """Say what the keys do that link the incident to a problem, and that make one from it."""

    def make() -> None:
        detail = page.detail
        if detail is not None:
            make_from(page.context, page, page.header, (detail.id,))

    for action_id, run in (
        ("incident.problem", partial(page.properties.open_list, "problem_ref")),
        ("incident.problem_make", make),
    ):
        page.context.actions.bind(action_id, run, owner=page, unavailable=partial(why_not_now, page, action_id))
