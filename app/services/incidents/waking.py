"""Waking incidents whose time has come, so that every window hears of it without asking again and again."""

from sqlalchemy import select

from app.domain.actor import PROGRAM
from app.domain.errors import NotFound
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Store
from app.models.incident import incident
from app.services.access import load_for_change
from app.services.command import keep_touched_clocks
from app.services.incidents.edit import save
from app.services.incidents.queue_clocks import AT

_MOST = 200
_DUE = PreparedSelect(
    select(incident.c.id)
    .where(incident.c.snoozed_until.is_not(None), incident.c.snoozed_until <= AT)
    .order_by(incident.c.snoozed_until)
    .limit(_MOST)
)


def wake_due(store: Store) -> int:
    """Wake what was put off until now; returns how many. Lists count it as awake at its moment whoever does this.

    Nothing is written in the journal: it says already until when the incident was put off.
    """
    with store.reading() as connection:
        due = [row.id for row in _DUE.all(connection, at=store.time.read(connection).now)]
    woken = 0
    for incident_id in due:
        with store.writing(PROGRAM) as work:
            try:
                row = load_for_change(work, incident_id)
            except NotFound:
                continue  # It is for others, whose program wakes it.
            if row.snoozed_until is not None and row.snoozed_until <= work.now:
                save(work, row, {"snoozed_until": None})
                keep_touched_clocks(work)
                woken += 1
    return woken
