"""Keeping the clocks of an incident by what a save adds to its course: only what the new facts have moved is looked at.

This is what nearly every save pays for, so it asks nothing that the command has read already, and writes nothing that
stands as it was. It gives the same as reading the journal anew (`app.services.sla.keep`), which the check compares.
"""

from datetime import datetime, timedelta

from app.domain.instants import micros
from app.domain.sla.attach import Choice, merged
from app.domain.sla.display import Face
from app.domain.sla.firing import may_fire_at_change, next_check
from app.domain.sla.fold import STOPPED, Fold, Mark, can_move, go_on
from app.domain.sla.policy import CLOCKS
from app.domain.sla.pressing import face
from app.domain.vocabulary import State
from app.infra.unit_of_work import Work
from app.services.sla.courses import Course, course_of, grown, remember
from app.services.sla.figures import Values, rules_of, stored, write_change
from app.services.sla.journal_reader import More, more_facts
from app.services.sla.looks import last_change, look_at
from app.services.sla.stamp import Watch, held
from app.services.sla.timers import set_hold_timer

_ON_HOLD = State.ON_HOLD.value
_INDEXES = tuple(range(len(CLOCKS)))
_INSTANT = timedelta(microseconds=1)


def keep_by_course(work: Work, incident_id: str) -> bool:
    """Keep the clocks of a locked incident by its course; False where its journal has to be read anew."""
    locked = held(work, incident_id)
    if locked is None or locked.row is None or locked.watch is None:
        return False
    course, seen, now = course_of(work, incident_id, locked.journal), locked.watch, micros(work.now)
    # Facts of one instant are read together, so what comes at the instant of the last one is not put on top.
    if course is None or seen.stamp != course.rules.stamp or course.state.at >= now:
        return False
    written = work.written.get(incident_id, ())
    more = more_facts(work.connection, written, course.place)
    if more is None or not _is_later(more, course.state.at):
        return False
    choice, state = _folded(course, more, now)
    if state.promises is not None:
        # Due dates set by hand fire by rules of their own.
        return False
    by, shown, look = course.by, course.shown, seen.next_look
    moved = _moved(course.state, state)
    if moved is not None:
        next_look = _next_look(work, course, state, moved, (locked.row.reported_at, seen))
        by, shown = _write(work, incident_id, course, state, (moved, more.last_entry_id, next_look))
        look = stored(next_look)
    hold = more.place.hold_until if more.place.state == _ON_HOLD else None
    set_hold_timer(work, incident_id, seen.hold_timer, hold)
    journal = grown(course.journal, written)
    remember(work, incident_id, Course(journal, course.rules, choice, state, more.place, by, shown, look))
    locked.grow_old()
    return True


def _is_later(more: More, at: int) -> bool:
    """Whether everything that is new comes after an instant."""
    entries, changes = more.entries, more.changes
    return not (entries and entries[0].at <= at) and not (changes and changes[0].at <= at)


def _folded(course: Course, more: More, now: int) -> tuple[Choice, Fold]:
    """The choice and the fold with the new facts; those of the course itself where they move no clock."""
    choice, before = course.choice, course.state
    entries = more.entries
    if more.changes:
        choice = choice.copy()
        entries = merged([entry for change in more.changes for entry in choice.go_on(change.at, change)], entries)
    for entry in entries:
        if can_move(before, entry):
            break
    else:
        return choice, before
    return choice, go_on(before.copy(), entries, now)


def _moved(before: Fold, state: Fold) -> list[int] | None:
    """The clocks that show something else after a change, by their places in `CLOCKS`; None where nothing was noted."""
    if state is before:
        return None
    has_grown, found = False, []
    for index in _INDEXES:
        known, marks = before.marks[index], state.marks[index]
        if len(marks) > len(known):
            has_grown = True
            if not (known and _has_stayed(known[-1], marks[len(known) :])):
                found.append(index)
    return found if has_grown else None


def _has_stayed(end: Mark, later: list[Mark]) -> bool:
    """Whether a clock had stopped and goes on standing: what is noted then comes too late for what it shows."""
    phase, cycle = end[1][:2]
    return phase is STOPPED and all(mark[1][0] is STOPPED and mark[1][1] == cycle for mark in later)


def _write(
    work: Work, incident_id: str, course: Course, state: Fold, news: tuple[list[int], str | None, int | None]
) -> tuple[Values, tuple[Face, ...]]:
    """Write what has moved and when to look next; returns by which rules it counts now, and the faces."""
    moved, last_entry_id, look = news
    at = last_change(state)
    by, shown, written = rules_of(state, course.rules, at), [*course.shown], [*moved]
    for index in _INDEXES:
        if index in moved:
            shown[index] = face(state, index, at)
        elif _may_come_into_sight(shown[index]):
            shown[index] = face(state, index, at)
            written.append(index)
    if by == course.by:
        new_by: Values = ()
    else:
        # The calendar is left out where only the policy is another one, so that it is not looked up again.
        new_by = by[:2] if by[2:] == course.by[2:] else by
    write_change(work.connection, incident_id, state, shown, (tuple(written), last_entry_id, look, new_by))
    return by, tuple(shown)


def _may_come_into_sight(shown: Face) -> bool:
    """A due instant beyond the horizon is reached by the passing of time alone."""
    return shown.due is None and shown.phase == "running" and shown.target is not None


def _next_look(work: Work, course: Course, state: Fold, moved: list[int], since: tuple[datetime, Watch]) -> int | None:
    """The next look after facts of now, without a walk through what has fired where nothing can have."""
    begin, seen = since
    timer, now = seen.next_look, micros(work.now)
    if timer == course.next_check and (timer is None or timer > work.now):
        for index in moved:
            if may_fire_at_change(state, index):
                break
        else:
            return next_check(state, now)
    return look_at(state, micros(seen.decided_until or begin - _INSTANT), now)
