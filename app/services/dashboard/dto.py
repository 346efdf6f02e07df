"""Figures of the dashboard, as plain values: what each counts, and which filter finds the incidents behind it."""

from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import Final, NamedTuple

RANGES: Final = (1, 7, 30, 90)
"""The stretches that can be chosen, in days up to today."""

DAYS_SHOWN: Final = 14
WEEKS_SHOWN: Final = 12
WEEKS_OF_ARRIVALS: Final = 8
HOURS_AHEAD: Final = 6


class Section(StrEnum):
    """Which part of the dashboard a figure stands in."""

    NOW = "now"
    PRIORITY = "priority"
    AGE = "age"
    DUE = "due"
    TEAM = "team"
    BACKLOG = "backlog"
    WORKLOAD = "workload"
    STRETCH = "stretch"
    OPENED = "opened"
    RESOLVED = "resolved"
    OPEN_BY_DAY = "open_by_day"
    BREACHED_BY_DAY = "breached_by_day"
    RESPONSE_BY_WEEK = "response_by_week"
    RESOLUTION_BY_WEEK = "resolution_by_week"
    ARRIVALS = "arrivals"


class Unit(StrEnum):
    """What a figure is measured in: incidents, some among those its filter finds, a share from 0 to 1, or hours."""

    COUNT = "count"
    AMONG = "among"
    SHARE = "share"
    HOURS = "hours"


class Figure(NamedTuple):
    """One figure. `value` is None where there is nothing to tell, as a share of none; `of` is on how many it stands.

    `filter_text` finds in the queue the incidents it is about: those it counts, and those of a share or a time all it
    stands on. `before` is the same of the stretch of equal length before, `goal` the share that the desk wants.
    """

    section: Section
    key: str
    label: str
    counts: str
    filter_text: str
    value: float | None = None
    unit: Unit = Unit.COUNT
    of: int | None = None
    before: float | None = None
    goal: float | None = None


class Wanted(NamedTuple):
    """What the dashboard is about: one assignment group by its name or all, and so many days up to today.

    Days are those of the reader's zone; None is that of the computer.
    """

    group: str = ""
    days: int = 7
    zone: tzinfo | None = None


class Figures(NamedTuple):
    """Figures that were read together, and when; `first_day` and `last_day` are both included."""

    at: datetime
    first_day: date
    last_day: date
    figures: tuple[Figure, ...]

    def of(self, section: Section) -> tuple[Figure, ...]:
        """Those of one part, in their order."""
        return tuple(each for each in self.figures if each.section is section)
