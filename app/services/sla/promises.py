"""A due date that a supervisor sets by hand: it beats the policy until it is taken back, and the journal says why."""

from datetime import datetime

from sqlalchemy import select

from app.domain.errors import BadInput, Missing, Refused
from app.domain.moments import can_be_kept
from app.domain.sla.policy import Clock
from app.domain.text import note_text
from app.domain.vocabulary import EntryKind, State
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.incident import journal_change, journal_entry
from app.services.access import load_for_change
from app.services.incidents.conflicts import refuse_stale
from app.services.incidents.dto import Seen
from app.services.incidents.edit import save
from app.services.incidents.journal import write_entry


def promise(
    work: Work, incident_id: str, clock: Clock, due: datetime | None, reason: str, seen: Seen | None = None
) -> None:
    """Set or take back the due date of one clock of an open incident; both need a reason.

    StaleEdit where the due date by hand that was `seen` is no longer the one that stands.
    """
    row = load_for_change(work, incident_id)
    if not State(row.state).is_open:
        raise Refused(tr("The clocks of an incident that is no longer open cannot be promised anything."))
    reason = note_text(reason, "reason")
    if not reason.strip():
        raise Refused("", (Missing("reason", tr("Say why the due date differs from the policy.")),))
    if due is not None and (not can_be_kept(due) or due <= work.now):
        raise BadInput(tr("The due date has to lie in the future. Choose a later one."), "due")
    field = f"promised_{clock.value}"
    before = _promised(work, incident_id, field)
    if before == due:
        return
    refuse_stale(work, incident_id, field, seen, before, due)
    save(work, row, {})
    write_entry(work, incident_id, EntryKind.CHANGE, body=reason, changes={field: (before, due)})


def _promised(work: Work, incident_id: str, field: str) -> datetime | None:
    """What stands now, from the journal."""
    statement = (
        select(journal_change.c.new_value)
        .join(journal_entry, journal_entry.c.id == journal_change.c.entry_id)
        .where(journal_change.c.incident_id == incident_id, journal_change.c.field == field)
        .order_by(journal_entry.c.occurred_at.desc(), journal_entry.c.id.desc())
        .limit(1)
    )
    value = work.connection.execute(statement).scalar_one_or_none()
    return None if value is None else datetime.fromisoformat(value)
