"""An incident that had ended and is open again: what was done to open work meanwhile is done to it as well.

Handing open work on and merging categories leave what has ended alone. So what comes back later may lie with somebody
who was removed, or in a category that another one took the place of.
"""

from typing import Any

from sqlalchemy import Row, bindparam, exists, or_, select

from app.domain.history import ENDED
from app.domain.vocabulary import OPEN_STATES, EntryKind, Role, State
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Work
from app.models.catalogue import category
from app.models.incident import journal_change
from app.models.people import person
from app.models.types import Id
from app.services.access import is_requesters_login
from app.services.catalogue.merged import taken_over
from app.services.incidents.edit import save
from app.services.incidents.journal import write_entry

CATEGORY_FIELDS = frozenset({"category_id", "subcategory_id"})
"""Those of the values that say where it is sorted in."""

_WANTED, _BELOW = bindparam("wanted", "", type_=Id), bindparam("below", "", type_=Id)
_IS_THERE = PreparedSelect(
    select(person.c.id).where(person.c.id == _WANTED, person.c.active, person.c.role != Role.READER.value)
)
_OUT_OF_USE = PreparedSelect(
    select(category.c.id).where(or_(category.c.id == _WANTED, category.c.id == _BELOW), category.c.active.is_(False))
)


def coming_back(work: Work, row: Row[Any], to: State) -> dict[str, Any]:
    """What a step to a state writes beside it, where it opens what had ended: no assignee who was removed or only
    reads now, and the category that took the place of its own.

    A requester's own login changes neither; there the desk does it as it follows their step (`follow_reopening`).
    """
    opens = to.is_open and not State(row.state).is_open
    return _left_behind(work, row) if opens and not is_requesters_login(work.connection) else {}


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
    values = _left_behind(work, row)
    if not values:
        return False
    save(work, row, values)
    for fields in (values.keys() - CATEGORY_FIELDS, values.keys() & CATEGORY_FIELDS):
        tell_change(work, row, {field: values[field] for field in fields})
    return True


def tell_change(work: Work, row: Row[Any], values: dict[str, Any]) -> None:
    """Write an entry of its own about values that were saved; none where there are none."""
    if values:
        changes = {field: (getattr(row, field), new) for field, new in sorted(values.items())}
        write_entry(work, row.id, EntryKind.CHANGE, changes=changes)


def _left_behind(work: Work, row: Row[Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if row.assignee_id is not None and _IS_THERE.one_or_none(work.connection, wanted=row.assignee_id) is None:
        values["assignee_id"] = None
    before = row.category_id, row.subcategory_id
    if row.category_id and _OUT_OF_USE.all(work.connection, wanted=row.category_id, below=row.subcategory_id):
        after = taken_over(work.connection, before)
        fields = "category_id", "subcategory_id"
        values |= {field: new for field, old, new in zip(fields, before, after, strict=True) if old != new}
    return values
