"""Withdrawing an incident that was logged by mistake: it is canceled at once, by whoever logged it."""

from sqlalchemy import bindparam, select

from app.domain.errors import Refused
from app.domain.lifecycle import Step
from app.domain.taking_back import TIME_TO_TAKE_BACK
from app.domain.vocabulary import State
from app.domain.wording import tr
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Work
from app.models.incident import journal_entry
from app.models.types import Id
from app.services.access import load_for_change
from app.services.incidents.taking_back import go_back, last_step
from app.services.incidents.transitions import take_step

_OTHERS = PreparedSelect(
    select(journal_entry.c.id)
    .where(
        journal_entry.c.incident_id == bindparam("wanted", "", type_=Id),
        journal_entry.c.author_id != bindparam("author", "", type_=Id),
    )
    .limit(1)
)


def withdraw(work: Work, incident_id: str) -> None:
    """Cancel what the actor logged a moment ago; one that is canceled already stays so.

    A call that was answered as it was logged is open again first, with its clocks as if it had never been resolved.
    """
    row = load_for_change(work, incident_id)
    if row.opened_by_id != work.actor.person_id:
        raise Refused(tr("The incident was logged by somebody else, so you cannot withdraw it. Cancel it instead."))
    if work.now - row.created_at > TIME_TO_TAKE_BACK:
        raise Refused(tr("The incident was logged too long ago to be withdrawn. Cancel it instead."))
    if _OTHERS.one_or_none(work.connection, wanted=incident_id, author=work.actor.person_id) is not None:
        raise Refused(tr("Somebody else has written or changed something there, so it stays. Cancel it instead."))
    if row.state == State.CANCELED:
        return
    if row.state == State.RESOLVED:
        go_back(work, row, last_step(work, incident_id))
    take_step(work, incident_id, Step(State.CANCELED, reason=tr("Logged by mistake, and taken back at once.")))
