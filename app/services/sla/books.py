"""What clocks are measured by: calendars, policies and their books, read from the database and kept in memory.

A version is never edited, so what was read stays right; only whether there is a newer one is asked each time.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, select

from app.domain.calendar import ALWAYS_WEEK, Calendar, CalendarVersion
from app.domain.instants import micros
from app.domain.sla.attach import PolicyBook
from app.domain.sla.policy import Policy
from app.domain.timeline import Timeline
from app.infra.prepared import Question, ask_together
from app.models.clocks import calendar_version, sla_book, sla_policy_version
from app.services.sla.definitions import calendar_from_data, policy_from_data
from app.services.sla.stamp import DEFAULT_CALENDAR, STAMP_QUESTION, Stamp, read_stamp

__all__ = ["DEFAULT_CALENDAR", "DESK", "IMPORTED", "NO_CALENDAR", "Rules", "ask_by_rules", "load_rules", "read_rules"]

DESK, IMPORTED = "desk", "imported"
"""The two sets of policies: for what is logged here, and for what came in with an import."""

NO_CALENDAR = ""
"""The id of round-the-clock UTC, by which a desk without any calendar counts."""


class Rules(NamedTuple):
    """Everything that turns facts into clocks, for one set of policies.

    `timelines` holds every calendar by id, `calendars` its versions in order, `books` the books of the set in order of
    time. The same policy version is the same object in every book. `stamp` tells one state of the tables from another.
    """

    policy_set: str
    timelines: Mapping[str, Timeline]
    calendars: Mapping[str, tuple[CalendarVersion, ...]]
    books: tuple[PolicyBook, ...]
    calendar_id: str
    stamp: Stamp

    def may_change_after(self, instant: int) -> bool:
        """Whether a book that comes into force after an instant applies to what is open by then."""
        for book in self.books:  # noqa: SIM110 - a generator costs twice as much, for every save
            if book.applies_to_open and book.effective_from > instant:
                return True
        return False

    def calendar_of(self, timeline: Timeline) -> str:
        """The id of a calendar by its timeline."""
        for key, each in self.timelines.items():  # a generator costs more than the rest, for every save
            if each is timeline:
                return key
        return NO_CALENDAR


# By dialect, because each engine has one of its own, shared by its readers and writers, and it goes with the engine.
_known: WeakKeyDictionary[Any, dict[str, Rules]] = WeakKeyDictionary()
_lock = threading.Lock()


def load_rules(connection: Connection, policy_set: str = DESK, stamp: Stamp | None = None) -> Rules:
    """The rules in force and to come; one small statement when nothing was published since they were last read.

    The statement is spared when the `stamp` was read already. A transaction that publishes must use `read_rules`: what
    is kept here has to be true for everybody.
    """
    stamp = stamp or read_stamp(connection)
    with _lock:
        known = _known.setdefault(connection.dialect, {}).get(policy_set)
    if known is not None and known.stamp == stamp:
        return known
    rules = read_rules(connection, policy_set, stamp)
    with _lock:
        _known[connection.dialect][policy_set] = rules
    return rules


def ask_by_rules(connection: Connection, make: Callable[[Rules], Sequence[Question]]) -> list[list[Any]]:
    """The answers to questions that are made from the rules in force.

    They are asked with the rules as they were read last, together with whether those still hold; only after something
    was published are they asked again. So a server far away is asked once.
    """
    with _lock:
        known = _known.setdefault(connection.dialect, {}).get(DESK)
    if known is not None:
        stamps, *answers = ask_together(connection, STAMP_QUESTION, *make(known))
        if Stamp(*stamps[0]) == known.stamp:
            return answers
    return ask_together(connection, *make(load_rules(connection)))


def read_rules(connection: Connection, policy_set: str, stamp: Stamp | None = None) -> Rules:
    """The same read anew, what this transaction has written included."""
    versions = read_calendars(connection)
    timelines = {calendar_id: timeline_of(numbers) for calendar_id, numbers in versions.items()}
    timelines[NO_CALENDAR] = Timeline(Calendar("UTC", ALWAYS_WEEK))
    stamp = stamp or read_stamp(connection)
    chosen = stamp.default_calendar
    return Rules(
        policy_set,
        timelines,
        versions,
        _read_books(connection, policy_set),
        chosen if chosen in timelines else NO_CALENDAR,
        stamp,
    )


def timeline_of(versions: tuple[CalendarVersion, ...]) -> Timeline:
    """The opening time of a calendar along its versions; the first one holds for all time before it too."""
    first, *later = versions
    return Timeline(first.calendar, *((each.effective_from, each.calendar) for each in later))


def read_calendars(connection: Connection) -> dict[str, tuple[CalendarVersion, ...]]:
    """Every version of every calendar, by id, in order."""
    table = calendar_version.c
    rows = connection.execute(
        select(table.calendar_id, table.number, table.effective_from, table.definition).order_by(
            table.calendar_id, table.number
        )
    )
    found: dict[str, list[CalendarVersion]] = {}
    for calendar_id, number, effective_from, definition in rows:
        version = CalendarVersion(calendar_id, number, micros(effective_from), calendar_from_data(definition))
        found.setdefault(calendar_id, []).append(version)
    return {calendar_id: tuple(versions) for calendar_id, versions in found.items()}


def _read_books(connection: Connection, policy_set: str) -> tuple[PolicyBook, ...]:
    books = connection.execute(
        select(sla_book.c.effective_from, sla_book.c.applies_to_open, sla_book.c.policies)
        .where(sla_book.c.policy_set == policy_set)
        .order_by(sla_book.c.number)
    ).all()
    policies = _read_policies(connection) if books else {}
    return tuple(
        PolicyBook(
            micros(book.effective_from),
            tuple(policies[policy_id, number] for policy_id, number in book.policies),
            book.applies_to_open,
        )
        for book in books
    )


def _read_policies(connection: Connection) -> dict[tuple[str, int], Policy]:
    table = sla_policy_version.c
    rows = connection.execute(select(table.policy_id, table.number, table.definition))
    return {
        (policy_id, number): policy_from_data(policy_id, number, definition) for policy_id, number, definition in rows
    }
