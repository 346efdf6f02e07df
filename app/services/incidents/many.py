"""Changing many incidents in one transaction, with an outcome for each, and taking all of it back in another one.

A row that is refused is refused before anything is written for it, so the others are not harmed: the checks of an edit
and of a step come before the first statement that changes something.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from app.domain.errors import DeskError, Refused
from app.domain.lifecycle import Step
from app.domain.numbers import incident_number
from app.domain.snoozing import checked_pause
from app.domain.tags import with_tags
from app.domain.vocabulary import State
from app.domain.wording import inside, tr
from app.infra.unit_of_work import Work
from app.services.access import load_for_change
from app.services.getting_on import go_on
from app.services.incidents.dto import FieldEdit, Outcome
from app.services.incidents.edit import EDITABLE, Edits, edit_row
from app.services.incidents.transitions import take_step


def set_many(work: Work, incident_ids: Sequence[str], values: Mapping[str, Any]) -> tuple[Outcome, ...]:
    """Give fields of incidents these values, whatever they were; one journal entry for each that changed."""

    def edits(row: Row[Any]) -> Edits:
        return {field: FieldEdit(getattr(row, field), value) for field, value in values.items()}

    return tuple(each_of(work, dict.fromkeys(incident_ids, lambda row: _change(work, row, edits(row)))))


def change_each(work: Work, wanted: Mapping[str, Edits], *, gives_back: bool = False) -> tuple[Outcome, ...]:
    """Change fields of each incident as somebody saw it; what was changed since is refused and stays as it is."""

    def change(row: Row[Any]) -> Outcome:
        return _change(work, row, wanted[row.id], gives_back=gives_back)

    return tuple(each_of(work, dict.fromkeys(wanted, change)))


def tag_many(work: Work, incident_ids: Sequence[str], add: Sequence[str], remove: Sequence[str]) -> tuple[Outcome, ...]:
    """Put tags on incidents and take others off, each beside the tags that it has."""

    def change(row: Row[Any]) -> Outcome:
        return _change(work, row, {"tags": FieldEdit(row.tags, with_tags(row.tags, add, remove))})

    return tuple(each_of(work, dict.fromkeys(incident_ids, change)))


def snooze_many(work: Work, incident_ids: Sequence[str], until: datetime | None) -> tuple[Outcome, ...]:
    """Put open incidents off until a moment; None wakes them."""

    def change(row: Row[Any]) -> Outcome:
        if until is not None:
            checked_pause(until, work.now)
        if not State(row.state).is_open:
            raise Refused(tr("It is {state}, so it waits for nobody.", state=inside(State(row.state).label)))
        return _change(work, row, {"snoozed_until": FieldEdit(row.snoozed_until, until)})

    return tuple(each_of(work, dict.fromkeys(incident_ids, change)))


def take_back_many(work: Work, outcomes: Sequence[Outcome], *, again: bool = False) -> tuple[Outcome, ...]:
    """Give the fields the values they had before; what somebody else changed since is refused and stays as it is.

    Clocks are as if the fields had never been changed. `again` does once more what was taken back, from now on.
    """
    wanted = {each.incident_id: _back(each) for each in outcomes if each.before}
    return change_each(work, wanted, gives_back=not again)


def _back(outcome: Outcome) -> Edits:
    return {field: FieldEdit(outcome.after[field], value) for field, value in outcome.before.items()}


def step_many(work: Work, incident_ids: Sequence[str], step: Step) -> tuple[Outcome, ...]:
    """Have incidents take the same step of the lifecycle, each with its children where the rules share the step.

    One that is there already, as a child that followed its parent, is left as it is.
    """

    def take(row: Row[Any]) -> Outcome:
        if row.state == step.to and step.to is not State.ON_HOLD:
            return Outcome(row.id, row.number)
        steps = take_step(work, row.id, step).steps
        return Outcome(row.id, row.number, {"state": row.state}, {"state": step.to.value}, steps=steps)

    return tuple(each_of(work, dict.fromkeys(incident_ids, take)))


Act = Callable[[Row[Any]], Outcome]
"""What is done with the locked row of an incident."""


def each_of(work: Work, wanted: Mapping[str, Act]) -> list[Outcome]:
    """Do what is wanted with each incident and tell what became of it; a refusal of one does not stop the others."""
    # Always in the same order, so that two who change the same incidents wait for each other and never in a circle.
    found: list[Outcome] = []
    # The clocks of all of them are kept after the last one; that is told as a fifth of the way.
    whole = len(wanted) + len(wanted) // 4
    for done, incident_id in enumerate(sorted(wanted)):
        go_on(done, whole)
        number = 0
        try:
            row = load_for_change(work, incident_id)
            number = row.number
            found.append(wanted[incident_id](row))
        except DeskError as refusal:
            found.append(Outcome(incident_id, number, refused=f"{_name(number)}{refusal}"))
    go_on(len(wanted), whole)
    return found


def _name(number: int) -> str:
    return f"{incident_number(number)}: " if number else ""


def _change(work: Work, row: Row[Any], edits: Edits, *, gives_back: bool = False) -> Outcome:
    told = edit_row(work, row, edits, gives_back=gives_back)
    changed = {field: pair for field, pair in told.items() if field in EDITABLE}
    before, after = ({field: pair[side] for field, pair in changed.items()} for side in (0, 1))
    return Outcome(row.id, row.number, before, after)
