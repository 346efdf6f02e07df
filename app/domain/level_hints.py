"""Hints for impact and urgency: what resolved incidents that read alike ended with, and in how many of them.

A level is never taken by itself. It is said from enough incidents only, and how sure it is counts the unlikely as well:
of `n` incidents that all agree, the next one still differs once in `n + 2` times (the rule of succession).
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

FEWEST: Final = 5
"""From fewer incidents nothing is said."""

LEAST: Final = 0.6
"""Below this the incidents do not agree enough to be told of."""


class Leveled(NamedTuple):
    """A resolved incident that reads alike, with the levels that it ended with."""

    number: int
    impact: int
    urgency: int
    id: str = ""


class LevelHint(NamedTuple):
    """For `impact` or `urgency`: the level that `like` of `among` incidents had, and how sure that makes it."""

    field: str
    level: int
    confidence: float
    like: int
    among: int
    numbers: tuple[int, ...]
    ids: tuple[str, ...] = ()


def level_hints(found: Sequence[Leveled]) -> tuple[LevelHint, ...]:
    """The hints that these incidents give, impact first; none where they are few or do not agree."""
    if len(found) < FEWEST:
        return ()
    hints = []
    for field in ("impact", "urgency"):
        ((level, like),) = Counter(getattr(each, field) for each in found).most_common(1)
        confidence = (like + 1) / (len(found) + 2)
        if confidence >= LEAST:
            same = [each for each in found if getattr(each, field) == level]
            numbers, ids = tuple(each.number for each in same), tuple(each.id for each in same)
            hints.append(LevelHint(field, level, confidence, like, len(found), numbers, ids))
    return tuple(hints)
