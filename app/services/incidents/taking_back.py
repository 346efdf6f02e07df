"""Taking back steps of the lifecycle: the incident stands as before, its clocks as if the step had never been taken."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final

from sqlalchemy import Row, Text, bindparam, cast, func, select

from app.domain.errors import Refused
from app.domain.field_names import MOMENTS
from app.domain.merging import worked_on_again
from app.domain.taking_back import STEP_FIELDS, TAKEN_BACK, TIME_TO_TAKE_BACK, passed_over
from app.domain.vocabulary import EntryKind, State, Visibility
from app.domain.wording import tr
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Work
from app.models.incident import journal_change, journal_entry
from app.models.types import Id
from app.services.incidents.coming_back import CATEGORY_FIELDS, coming_back, tell_change
from app.services.incidents.dto import Outcome, TakenStep
from app.services.incidents.edit import save
from app.services.incidents.following import tell_duplicates
from app.services.incidents.journal import as_text, write_entry
from app.services.incidents.many import each_of
from app.services.incidents.never_changed import ASLEEP, sleeps_again

_OF_STEPS: Final = frozenset({"state", "hold_reason", "hold_until"})
_WANTED = bindparam("wanted", "", type_=Id)
_TOLD = PreparedSelect(
    select(
        func.replace(cast(journal_entry.c.id, Text), "-", "").label("id"),
        journal_entry.c.author_id,
        journal_entry.c.occurred_at,
        journal_entry.c.visibility,
        journal_change.c.field,
        journal_change.c.old_value,
        journal_change.c.new_value,
    )
    .join(journal_change, journal_change.c.entry_id == journal_entry.c.id)
    .where(journal_entry.c.incident_id == _WANTED, journal_change.c.incident_id == _WANTED)
    .order_by(journal_entry.c.occurred_at, journal_entry.c.id)
)


def take_back_steps(work: Work, steps: Sequence[TakenStep]) -> tuple[Outcome, ...]:
    """Take steps back and tell what became of each; what moved on meanwhile is refused and stays as it is."""
    acts = {step.incident_id: partial(_take_back, work, step=step) for step in steps}
    return tuple(each_of(work, acts))


def _take_back(work: Work, row: Row[Any], *, step: TakenStep) -> Outcome:
    told = last_step(work, row.id)
    if not told or told[0].id != step.entry_id:
        raise Refused(tr("It has moved on since, so the step cannot be taken back."))
    if told[0].author_id != work.actor.author_id:
        raise Refused(tr("The step was taken by somebody else, so you cannot take it back."))
    if work.now - told[0].occurred_at > TIME_TO_TAKE_BACK:
        raise Refused(tr("The step was taken too long ago to be taken back. Take the step that leads on from here."))
    if any(each.field == "link_duplicate" for each in told):
        raise Refused(tr("It was merged into another incident. Take the merge back, and it stands where it stood."))
    asleep = step.asleep if sleeps_again(work, row, step.entry_id, step.asleep) else None
    kind = EntryKind.STATE if any(each.field == "state" for each in told) else EntryKind.CHANGE
    before = go_back(work, row, told, kind=kind, asleep=asleep)
    if row.state == State.RESOLVED:
        tell_duplicates(work, row, worked_on_again(row.number))
    return Outcome(row.id, row.number, {"state": row.state}, {"state": before.get("state", row.state)})


def last_step(work: Work, incident_id: str) -> list[Any]:
    """The rows of the entry that told the last step and was not taken back; empty where there is none.

    It is one, too, that what is on hold waits for something else.
    """
    rows = _TOLD.all(work.connection, wanted=incident_id)
    passed = passed_over((row.id, row.field, row.new_value) for row in rows)
    steps = [row.id for row in rows if row.field in _OF_STEPS and row.id not in passed]
    return [row for row in rows if row.id == steps[-1]] if steps else []


def go_back(
    work: Work,
    row: Row[Any],
    told: Sequence[Any],
    *,
    kind: EntryKind = EntryKind.STATE,
    beside: dict[str, tuple[object, object]] | None = None,
    asleep: datetime | None = None,
) -> dict[str, Any]:
    """Give the locked incident back what an entry says that it replaced, and write the entry that takes it back.

    `asleep` puts it to sleep again, until then.
    """
    fields = [each for each in told if each.field in STEP_FIELDS]
    if any(as_text(getattr(row, each.field)) != each.new_value for each in fields):
        raise Refused(tr("It has moved on since, so the step cannot be taken back."))
    values = {each.field: _value(each.field, each.old_value) for each in fields}
    more = coming_back(work, row, State(values.get("state", row.state)))
    # What is taken back counts as never written, so what is sorted in anew is told by an entry of its own.
    sorted_in = {field: more.pop(field) for field in CATEGORY_FIELDS & more.keys()}
    values |= more
    changes: dict[str, tuple[object, object]] = {
        field: (getattr(row, field), value) for field, value in values.items()
    } | {TAKEN_BACK: (None, told[0].id)}
    sleep = {} if asleep is None else {ASLEEP: asleep}
    save(work, row, values | sorted_in | sleep)
    # Whoever read of the step reads that it was taken back.
    visibility = Visibility(told[0].visibility)
    write_entry(work, row.id, kind, visibility=visibility, changes=changes | (beside or {}))
    tell_change(work, row, sorted_in)
    # The caller reads that a step was taken back, and has no concern with when the desk looks at it again.
    tell_change(work, row, sleep)
    return values


def _value(field: str, told: str | None) -> Any:
    return datetime.fromisoformat(told) if told is not None and field in MOMENTS else told
