"""The list of first steps of a new desk, as a person sees it."""

from enum import StrEnum
from typing import NamedTuple


class FirstStep(StrEnum):
    """One thing that a new desk needs; in the order in which they are shown."""

    TEAM = "team"
    PEOPLE = "people"
    HOURS = "hours"
    INCIDENT = "incident"


class FirstSteps(NamedTuple):
    """Which steps are done, by what stands in the desk; `is_offered` says whether the list is to be shown at all."""

    is_offered: bool = False
    done: frozenset[FirstStep] = frozenset()
