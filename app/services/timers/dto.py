"""What a tick did, and how the timers of a desk are; plain values, no database library."""

from datetime import datetime, timedelta
from typing import NamedTuple

STALE_AFTER = timedelta(minutes=5)
"""If no timers have run for this long, everybody at the desk is told."""

SLEEPS_ABOVE = timedelta(minutes=15)
"""A computer whose clock is off by more than this leaves the timers to others."""

WARNS_ABOVE = timedelta(minutes=2)
"""A computer whose clock is off by more than this is named to the person at it."""


class Tick(NamedTuple):
    """One look at the timers: at what time of the database, what was fired, how much of it late, what comes next.

    `handled` counts the rows that were due and were dealt with, `batches` the transactions, `failed` the timers that
    were put aside because of a bug. `next_due_at` is None when nothing waits at all; it lies at or before `at` when the
    look ended early, or when somebody else held what was due.
    """

    at: datetime
    fired: int = 0
    late: int = 0
    handled: int = 0
    batches: int = 0
    failed: int = 0
    next_due_at: datetime | None = None


class Handled(NamedTuple):
    """What a handler did with the rows it was given: firings, and how many of them were late."""

    fired: int = 0
    late: int = 0


class Worker(NamedTuple):
    """A program that runs timers: its id for this run, the name people know it by, "window" or "jobs"."""

    id: str
    name: str
    program: str
    person_id: str | None = None


class WorkerView(NamedTuple):
    """What a worker last signed with. `clock_offset` is how far its computer's clock is ahead of the database's."""

    id: str
    name: str
    program: str
    started_at: datetime
    last_tick_at: datetime
    fired: int
    clock_offset: timedelta
    note: str

    @property
    def is_resting(self) -> bool:
        """Whether it leaves the timers to others, because its clock is too far off."""
        return abs(self.clock_offset) > SLEEPS_ABOVE


class TimerHealth(NamedTuple):
    """How the timers of the desk are at the time `at` of the database.

    `workers` are those that signed in the last day, the newest first. `overdue_since` is the oldest thing that should
    have happened and has not. `went_back` is how far the clock in charge lies before a time it showed already.
    """

    at: datetime
    workers: tuple[WorkerView, ...]
    next_due_at: datetime | None
    went_back: timedelta

    @property
    def newest(self) -> WorkerView | None:
        """The worker that ran last, of those that fire; None when none ever did."""
        return next((worker for worker in self.workers if not worker.is_resting), None)

    @property
    def last_tick_at(self) -> datetime | None:
        """When timers last ran."""
        return None if self.newest is None else self.newest.last_tick_at

    @property
    def is_stale(self) -> bool:
        """Whether nobody has run the timers for five minutes."""
        return self.last_tick_at is None or self.at - self.last_tick_at > STALE_AFTER

    @property
    def overdue_since(self) -> datetime | None:
        """The oldest thing that has been due for more than five minutes and has not happened."""
        due = self.next_due_at
        return due if due is not None and self.at - due > STALE_AFTER else None


class Ahead(NamedTuple):
    """How far a desk is ahead of its clock, because that had been set forward; times in UTC.

    `newest` is the newest time that a program signed with, None where none ever did. `incidents` carry entries or
    decisions of timers that lie ahead, `fired` is the number of thresholds that fired early.
    """

    clock: datetime
    newest: datetime | None
    signed_by: tuple[str, ...] = ()
    incidents: int = 0
    fired: int = 0

    @property
    def is_ahead(self) -> bool:
        """Whether time stands still at the desk until its clock has caught up."""
        return bool(self.signed_by)
