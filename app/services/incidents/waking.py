"""Waking incidents whose time has come, so that every window hears of it without asking again and again."""

from sqlalchemy import func, select

from app.domain.actor import PROGRAM
from app.domain.errors import NotFound
from app.infra.database_time import Question
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Store
from app.models.incident import incident
from app.models.types import UtcDateTime
from app.services.access import load_for_change
from app.services.command import keep_touched_clocks
from app.services.incidents.edit import save
from app.services.incidents.queue_clocks import AT

_MOST = 200
_until = incident.c.snoozed_until
_FIRST = Question(
    select(func.min(_until, type_=UtcDateTime())).where(_until.is_not(None)).scalar_subquery().label("first")
)
_DUE = PreparedSelect(select(incident.c.id).where(_until.is_not(None), _until <= AT).order_by(_until).limit(_MOST))


def wake_due(store: Store) -> int:
    """Wake what was put off until now; returns how many. Lists count it as awake at its moment whoever does this.

    Nothing is written in the journal: it says already until when the incident was put off. With nothing due this is one
    statement.
    """
    with store.reading() as connection:
        moment, row = store.time.ask(connection, _FIRST)
        if row.first is None or row.first > moment.now:
            return 0
        due = [row.id for row in _DUE.all(connection, at=moment.now)]
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
