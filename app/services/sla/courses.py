"""Histories that this program has folded already, so that the next save of an incident goes on from there.

A journal is only ever added to. As long as an incident has as many entries as it had and the same newest one, the fold
of its facts by the same rules is the same, whoever wrote them; what a save adds is folded on top. Whatever does not fit
(another program wrote, rules were published, the clock stands still) is read anew, which gives the same figures.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from app.domain.sla.attach import Choice
from app.domain.sla.display import Face
from app.domain.sla.fold import Fold
from app.infra.unit_of_work import Work
from app.services.incidents.journal import Written
from app.services.sla.books import Rules
from app.services.sla.facts import Facts
from app.services.sla.figures import Values
from app.services.sla.journal_reader import Place
from app.services.sla.stamp import Journal, held

_MOST = 1000
"""How many incidents are kept in mind; one takes a few kilobytes."""

_MEMORY = "courses"


class Course(NamedTuple):
    """An incident as far as it was folded: which journal by which rules, and where that has led.

    `by` tells by which policy and calendar, `shown` are the faces that the cache holds, `next_check` is the timer that
    was set with it.
    """

    journal: Journal
    rules: Rules
    choice: Choice
    state: Fold
    place: Place
    by: Values
    shown: tuple[Face, ...]
    next_check: datetime | None


class Courses:
    """Those of one database, the ones that were needed last; safe to share between threads."""

    def __init__(self) -> None:
        self.known: OrderedDict[str, Course] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, incident_id: str, course: Course) -> None:
        """Keep a course in mind, in place of those that were not needed for long."""
        with self._lock:
            self.known[incident_id] = course
            self.known.move_to_end(incident_id)
            if len(self.known) > _MOST:
                self.known.popitem(last=False)


def courses_of(work: Work) -> Courses:
    """The courses that this program knows of the database of this work."""
    found: Courses | None = work.memory.get(_MEMORY)
    if found is None:
        # Where two come at once, both take the one that came first.
        found = work.memory.setdefault(_MEMORY, Courses())
    return found


def course_of(work: Work, incident_id: str, journal: Journal | None) -> Course | None:
    """The course of an incident whose journal is this one; None to read it anew."""
    course = courses_of(work).known.get(incident_id)
    return course if course is not None and course.journal == journal else None


def remember(work: Work, incident_id: str, course: Course) -> None:
    """Keep a fold in mind, whose journal is the `grown` one.

    A transaction that is rolled back leaves a journal that no incident has, so nobody will go on from it.
    """
    courses_of(work).keep(incident_id, course)


def pass_by(work: Work, incident_id: str) -> None:
    """Take note of entries that tell no fact, such as work notes: the fold is the same, the journal is longer."""
    known = held(work, incident_id)
    course = None if known is None else course_of(work, incident_id, known.journal)
    if course is not None:
        journal = grown(course.journal, work.written.get(incident_id, ()))
        remember(work, incident_id, Course(journal, *course[1:]))


def can_go_on(facts: Facts, rules: Rules, state: Fold, now: int) -> bool:
    """Whether nothing but new facts can move the clocks in another way than by passing time.

    Histories that an import may add to, due dates set by hand, links and books that are still to come are read anew.
    """
    return (
        facts.subject.source_number is None
        and state.promises is None
        and state.at <= now
        and not rules.may_change_after(now)
    )


def grown(before: Journal, written: Sequence[Written]) -> Journal:
    """A journal with the entries of this transaction."""
    newest = before.newest_id
    for entry, _ in written:
        if newest is None or entry["id"] > newest:
            newest = entry["id"]
    return Journal(before.entries + len(written), newest)
