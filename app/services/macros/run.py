"""Running a macro on incidents: text, fields and step of each together or, where one of them is refused, not at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import Row

from app.domain.errors import Refused
from app.domain.lifecycle import Moment, Step, check_step
from app.domain.macros import ME, fill, missing_words, step_of, text_goes_with_step
from app.domain.permissions import demand
from app.domain.text import note_text
from app.domain.vocabulary import State
from app.domain.wording import inside, tr
from app.infra.unit_of_work import Work
from app.services.access import load_for_change
from app.services.incidents.detail import load_detail
from app.services.incidents.dto import FieldEdit, Outcome, Post, TakenStep
from app.services.incidents.edit import EDITABLE, edit_row
from app.services.incidents.many import each_of, take_back_many
from app.services.incidents.posting import write_post
from app.services.incidents.taking_back import take_back_steps
from app.services.incidents.transitions import standing_of, take_step
from app.services.macros.dto import Macro, MacroRun, facts_of
from app.services.settings import load_number


def run_macro(work: Work, wanted: Macro, runs: Sequence[MacroRun]) -> tuple[Outcome, ...]:
    """Run it on each of the incidents and tell what became of each; what is refused is refused before it is begun."""
    acts = {each.incident_id: partial(_run, work, wanted=wanted, run=each) for each in runs}
    return tuple(each_of(work, acts))


def take_back_run(work: Work, outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Take back steps and fields of a run; what was said to callers stays said."""
    steps = tuple(step for outcome in outcomes for step in outcome.steps)
    told = take_back_steps(work, steps) if steps else ()
    return told + take_back_many(work, outcomes)


def _run(work: Work, row: Row[Any], *, wanted: Macro, run: MacroRun) -> Outcome:
    filled = fill(wanted.body, facts_of(load_detail(work.connection, work.actor, row.id), work.actor))
    if filled.missing:
        raise Refused(missing_words(filled.missing))
    text = note_text(filled.text)
    if row.state in {State.CLOSED, State.CANCELED}:
        raise Refused(tr("The incident is {state}. A supervisor can reopen it.", state=inside(State(row.state).label)))
    sets = {name: work.actor.person_id if value == ME else value for name, value in wanted.acts.sets.items()}
    step = step_of(wanted.acts, text, work.now)
    if step is not None and step.to is State.IN_PROGRESS and row.state == State.IN_PROGRESS:
        step = None
    if step is not None:
        _check(work, row, step, sets)
    changed = edit_row(work, row, {name: FieldEdit(getattr(row, name), value) for name, value in sets.items()})
    if text.strip() and not run.held and not (step is not None and text_goes_with_step(wanted.acts)):
        now = load_for_change(work, row.id)
        write_post(work, now, Post(run.post_id, text, wanted.public), text)
    steps: tuple[TakenStep, ...] = () if step is None else take_step(work, row.id, step).steps
    kept = {field: pair for field, pair in changed.items() if field in EDITABLE}
    before, after = ({field: pair[side] for field, pair in kept.items()} for side in (0, 1))
    return Outcome(row.id, row.number, before, after, steps=steps)


def _check(work: Work, row: Row[Any], step: Step, sets: dict[str, Any]) -> None:
    """Refuse the step before anything is written; the fields are set first, so they count."""
    standing = standing_of(work, row, step.to)
    window = timedelta(days=load_number(work.connection, "reopen_window_days"))
    arrow = check_step(
        replace(
            standing,
            has_assignee=bool(sets.get("assignee_id", row.assignee_id)),
            has_group=bool(sets.get("group_id", row.group_id)),
        ),
        step,
        Moment(work.now, window),
    )
    demand(work.actor, arrow.permission)
