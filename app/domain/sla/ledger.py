"""The ledger of an incident: the facts that move its clocks, in the order in which they happened."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from app.domain.sla.policy import Clock, Policy


class Kind(IntEnum):
    """What happened. The comment names the type of the entry's value; kinds without one carry None."""

    CREATED = 0
    REPLIED = 1  # a public message of a person of the desk; notes, bots and automatic replies are no facts here
    ASKED = 2  # a public message of the caller
    HELD = 3  # str: a hold reason's key, `policy.UNSTATED` where none is known
    RESUMED = 4
    RESOLVED = 5
    CLOSED = 6
    REOPENED = 7  # from resolved, closed or canceled
    CANCELED = 8
    MERGED = 9  # this incident turned out to be a duplicate and was merged into another one
    ABSORBED = 10  # int: the instant at which the duplicate that was merged into this incident was created
    PRIORITY = 11  # str or None
    POLICY = 12  # Policy or None; a policy that names a calendar brings it into force
    CALENDAR = 13  # str: the id of the calendar in force from now on
    PROMISED = 14  # Promise: a due date set by hand, or taken back


class Promise(NamedTuple):
    """A due instant that a supervisor set for one clock; None gives the clock back to the policy."""

    clock: Clock
    due: int | None


class Entry(NamedTuple):
    """One fact: its instant (microseconds, UTC, of the server), its kind, and the value that `Kind` tells of."""

    at: int
    kind: Kind
    value: object = None


class Ledger(NamedTuple):
    """The facts of one incident, by instant and, within one instant, by their sequence numbers.

    The first entry is CREATED. Calendar, policy and priority are those in force at that moment; a policy that names
    a calendar beats `calendar_id`.
    """

    calendar_id: str
    policy: Policy | None
    priority: str | None
    entries: Sequence[Entry]
