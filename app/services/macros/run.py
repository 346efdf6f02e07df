"""Running a macro on incidents: text, fields and step of each together or, where one of them is refused, not at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import Row

from app.domain.errors import Refused
from app.domain.knowledge import ArticleUse
from app.domain.lifecycle import Moment, Step, check_step
from app.domain.macros import ME, Acts, WriteMoment, missing_words, step_of, text_goes_with_step
from app.domain.numbers import article_number
from app.domain.permissions import Permission, demand
from app.domain.tags import with_tags
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
from app.services.knowledge.uses import take_back, use
from app.services.macros.dto import Macro, MacroRun
from app.services.macros.facts import Reader, load_known, published
from app.services.settings import load_number


def run_macro(work: Work, wanted: Macro, runs: Sequence[MacroRun], write: WriteMoment) -> tuple[Outcome, ...]:
    """Run it on each of the incidents and tell what became of each; what is refused is refused before it is begun."""
    acts = {each.incident_id: partial(_run, work, wanted=wanted, run=each, write=write) for each in runs}
    return tuple(each_of(work, acts))


def take_back_run(work: Work, outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Take back steps, fields and linked articles of a run; what was said to callers stays said."""
    steps = tuple(step for outcome in outcomes for step in outcome.steps)
    told = take_back_steps(work, steps) if steps else ()
    unlink = {each.incident_id: partial(_unlink, work, each.linked) for each in outcomes if each.linked}
    return (*told, *take_back_many(work, outcomes), *each_of(work, unlink))


def _unlink(work: Work, linked: Sequence[str], row: Row[Any]) -> Outcome:
    for use_id in linked:
        take_back(work, use_id)
    return Outcome(row.id, row.number)


def _run(work: Work, row: Row[Any], *, wanted: Macro, run: MacroRun, write: WriteMoment) -> Outcome:
    text = _text(work, row, wanted, write)
    if row.state in {State.CLOSED, State.CANCELED}:
        raise Refused(tr("The incident is {state}. A supervisor can reopen it.", state=inside(State(row.state).label)))
    sets = _sets(work, row, wanted.acts)
    step = step_of(wanted.acts, text, work.now)
    if step is not None and step.to is State.IN_PROGRESS and row.state == State.IN_PROGRESS:
        step = None
    if step is not None:
        _check(work, row, step, sets)
    article_id = _article_id(work, wanted.acts)
    changed = edit_row(work, row, {name: FieldEdit(getattr(row, name), value) for name, value in sets.items()})
    linked = _link(work, row, article_id)
    if text.strip() and not run.held and not (step is not None and text_goes_with_step(wanted.acts)):
        now = load_for_change(work, row.id)
        write_post(work, now, Post(run.post_id, text, wanted.public), text)
    steps: tuple[TakenStep, ...] = () if step is None else take_step(work, row.id, step).steps
    kept = {field: pair for field, pair in changed.items() if field in EDITABLE}
    before, after = ({field: pair[side] for field, pair in kept.items()} for side in (0, 1))
    return Outcome(row.id, row.number, before, after, steps=steps, linked=linked)


def _text(work: Work, row: Row[Any], wanted: Macro, write: WriteMoment) -> str:
    detail, reader = load_detail(work.connection, work.actor, row.id), Reader(work.actor, work.now, write)
    filled = load_known(work.connection, reader, detail, [wanted.body]).fill(wanted.body, public=wanted.public)
    if filled.missing:
        raise Refused(missing_words(filled.missing))
    return note_text(filled.text)


def _sets(work: Work, row: Row[Any], acts: Acts) -> dict[str, Any]:
    sets: dict[str, Any] = {name: work.actor.person_id if value == ME else value for name, value in acts.sets.items()}
    return {**sets, "tags": with_tags(row.tags, acts.tags)} if acts.tags else sets


def _article_id(work: Work, acts: Acts) -> str:
    """The article that is linked, looked for before anything is written; empty where none is."""
    if not acts.article:
        return ""
    demand(work.actor, Permission.INCIDENT_WORK)
    found = published(work.connection, work.actor, [acts.article])
    if not found:
        raise Refused(
            tr("{number} is not published any more, so it is not linked.", number=article_number(acts.article))
        )
    return str(found[0].id)


def _link(work: Work, row: Row[Any], article_id: str) -> tuple[str, ...]:
    use_id = work.new_id()
    return (use_id,) if article_id and use(work, use_id, article_id, ArticleUse.LINKED, row.id) else ()


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
