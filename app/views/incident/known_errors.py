"""Using a known error where the work is: the incident belongs to the problem, and its workaround is said or ends it."""

from typing import TYPE_CHECKING

from app.domain.wording import tr
from app.services.incidents.dto import Outcome
from app.views.incident.articles_block import INSERT, LINK, Offered
from app.views.queue.acts import QueueActs

if TYPE_CHECKING:
    from app.views.incident.page import IncidentPage


def use_problem(page: "IncidentPage", act: str, offered: Offered) -> None:
    """Link to the problem, with its workaround in the reply, or resolve with it."""
    casework = page.writing.casework
    incident_id = casework.incident_id
    if act not in {INSERT, LINK}:
        casework.say_first()
        casework.run(
            lambda desk, actor: desk.problem_work.resolve_with(actor, offered.id, incident_id),
            page.writing.stepped.emit,
        )
        return
    if act == INSERT:
        page.writing.write(page.writing.composer.mode)
        page.writing.composer.edit.insertPlainText(offered.workaround or "")

    def linked(outcomes: tuple[Outcome, ...]) -> None:
        words = tr("linked to {number}", number=offered.shown_number)
        if act == LINK or any(each.after for each in outcomes):
            QueueActs(page.context).changed(words, "link-2", outcomes)

    casework.run(lambda desk, actor: desk.problem_work.link(actor, offered.id, (incident_id,)), linked)
