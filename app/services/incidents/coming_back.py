"""An incident that had ended and is open again: it comes back to the queue where whoever had it is no longer there.

Handing open work on leaves what has ended alone, so what comes back later may still name somebody who was removed.
"""

from typing import Any

from sqlalchemy import Row, bindparam, exists, select

from app.domain.history import ENDED
from app.domain.vocabulary import OPEN_STATES, EntryKind, State
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Work
from app.models.incident import journal_change
from app.models.people import person
from app.models.types import Id
from app.services.access import is_requesters_login
from app.services.incidents.edit import save
from app.services.incidents.journal import write_entry

_IS_THERE = PreparedSelect(select(person.c.id).where(person.c.id == bindparam("wanted", "", type_=Id), person.c.active))


def back_in_queue(work: Work, row: Row[Any], to: State) -> dict[str, None]:
    """What a step to a state writes beside it: no assignee, where it opens what had ended and they were removed.

    A requester's own login changes no assignee; there the desk does it as it follows their step (`follow_reopening`).
    """
    opens = to.is_open and not State(row.state).is_open
    if not opens or is_requesters_login(work.connection) or not _lies_with_nobody(work, row):
        return {}
    return {"assignee_id": None}


def follow_reopening(work: Work, row: Row[Any], entries: list[str]) -> bool:
    """Do the same after a caller reopened the locked incident by one of these entries; whether anything was done."""
    told = journal_change.c
    reopened = exists().where(
        told.entry_id.in_(entries),
        told.field == "state",
        told.old_value.in_(sorted(ENDED)),
        told.new_value.in_(sorted(OPEN_STATES)),
    )
    if not State(row.state).is_open or not work.connection.execute(select(reopened)).scalar_one():
        return False
    if not _lies_with_nobody(work, row):
        return False
    save(work, row, {"assignee_id": None})
    write_entry(work, row.id, EntryKind.CHANGE, changes={"assignee_id": (row.assignee_id, None)})
    return True


def _lies_with_nobody(work: Work, row: Row[Any]) -> bool:
    return row.assignee_id is not None and _IS_THERE.one_or_none(work.connection, wanted=row.assignee_id) is None
