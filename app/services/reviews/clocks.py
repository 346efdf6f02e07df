"""The clocks of an incident as its review shows them: as they stood when the document was finished."""

from datetime import datetime

from sqlalchemy import Connection

from app.domain.actor import PROGRAM
from app.domain.instants import micros, moment
from app.domain.sla.clock import crossing
from app.domain.sla.display import Level, standing, target_length
from app.domain.sla.fold import Fold, fold
from app.services.reviews.dto import ReviewClock
from app.services.sla.dto import ClockView
from app.services.sla.facts import ledger_of
from app.services.sla.views import load_case, view_clocks


def clocks_of(connection: Connection, incident_id: str, as_of: datetime) -> tuple[ReviewClock, ...]:
    """The clocks that have a target, from the facts until `as_of`; void ones and those without a target are left out.

    Who may read the review may read them. They come from the journal, so the clocks of a published version stay what
    they were, whatever happens afterwards.
    """
    facts, rules, names = load_case(connection, PROGRAM, incident_id)
    now = max(micros(as_of), facts.created)
    views = view_clocks(facts, rules, names, now, internal=True).clocks
    state = fold(ledger_of(facts, rules), rules.timelines, now)
    found = []
    for index, view in enumerate(views):
        shown = standing(view.face, now, rules.timelines[view.calendar_id], exact=True)
        length = _length(view, as_of)
        if shown.level is not Level.NONE and length is not None:
            used, allowed = length
            due = view.promised_at or _reached(state, index, view.face.target, now)
            found.append(ReviewClock(view.clock, shown, used, allowed, view.face.promised, due))
    return tuple(found)


def _reached(state: Fold, index: int, target: int | None, now: int) -> datetime | None:
    """When the target was used up, or will be if nothing more happens; None where it stopped before."""
    if target is None or not state.marks[index]:
        return None
    at = crossing(state.marks[index], state.begins[index], target, now)
    return None if at is None else moment(at)


def _length(view: ClockView, as_of: datetime) -> tuple[int, int] | None:
    """What is used of what is allowed: opening time of the target, or the wall's until a due date set by hand."""
    if view.face.target is not None:
        return view.elapsed, view.face.target
    if view.promised_at is None or view.started_at is None:
        return None
    begin = micros(view.started_at)
    return micros(view.stopped_at or as_of) - begin, micros(view.promised_at) - begin


def outcome_of(item: ReviewClock) -> str:
    """`met` or `missed` where that is known, else empty."""
    return {Level.MET: "met", Level.MISSED: "missed", Level.BREACHED: "missed"}.get(item.standing.level, "")


def outcome_sentence(item: ReviewClock) -> str:
    """The outcome of a clock in a sentence; to be asked where there is one."""
    promise = "due date that was promised" if item.promised else f"resolution target of {target_length(item.allowed)}"
    missed_by = item.standing.text.removeprefix("Missed") if item.standing.level is Level.MISSED else ""
    return f"The {promise} was {outcome_of(item)}{missed_by}."
