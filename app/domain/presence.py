"""Who looks at what: told by each window every few seconds, forgotten soon after it stops.

Two states would be too few. Whoever only looks must not keep others from a free incident, and whoever writes should be
known before somebody else sends (UX research, finding 6).
"""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from typing import Final, NamedTuple

HEARTBEAT: Final = timedelta(seconds=5)
EXPIRES: Final = timedelta(seconds=20)
"""A window that has not been heard of for so long has crashed, or its line is cut."""

LOOKS_AFTER: Final = timedelta(seconds=2)
"""An incident that is shown for less time was only passed by."""

TYPES_FOR: Final = timedelta(seconds=10)
"""Whoever has pressed no key for so long is not typing any more."""


class Doing(StrEnum):
    """What somebody does at an incident."""

    VIEWING = "viewing"
    TYPING = "typing"
    AWAY = "away"


class Present(NamedTuple):
    """Somebody else at an incident."""

    incident_id: str
    person_id: str
    name: str
    doing: Doing


def by_incident(people: Iterable[Present]) -> dict[str, tuple[Present, ...]]:
    """The people at each incident, in their order."""
    found: dict[str, tuple[Present, ...]] = {}
    for each in people:
        found[each.incident_id] = (*found.get(each.incident_id, ()), each)
    return found


_ORDER: Final = (Doing.TYPING, Doing.VIEWING, Doing.AWAY)


def one_each(found: list[Present]) -> tuple[Present, ...]:
    """Everybody once at each incident, with the most that one of their windows says; those who type come first."""
    best: dict[tuple[str, str], Present] = {}
    for each in sorted(found, key=lambda present: _ORDER.index(present.doing)):
        best.setdefault((each.incident_id, each.person_id), each)
    return tuple(sorted(best.values(), key=lambda each: (each.incident_id, _ORDER.index(each.doing), each.name)))
