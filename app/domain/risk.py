"""The risk that an open incident misses its target, from how long incidents like it took at this desk.

Of the resolved incidents of the same group and priority that were open as long as this one is now, it is counted how
many took longer than it has left. Time of the wall is compared with time of the wall, so nights and weekends are in
both. It is as calibrated as the past is like the present, and says from how many it was counted.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from app.domain.wording import tr

FEWEST: Final = 10
"""From fewer incidents nothing is said."""
_DRAWN: Final = 4.0
"""The share among all of the priority counts like so many incidents, so that ten alike do not say 0 or 100%."""

LEVELS: Final = {"high": (50, 100), "medium": (20, 49), "low": (0, 19)}
"""From how many to how many hundredths, both included, a risk is called so; the highest first."""


class Risk(NamedTuple):
    """How likely the target is missed (0 to 1): `late` of the `alike` incidents took longer than there is left.

    `is_wide` says that there were too few of the group, and that all groups were counted.
    """

    chance: float
    late: int
    alike: int
    is_wide: bool

    @property
    def percent(self) -> int:
        """The chance in hundredths, as it is kept and shown; nothing is certain while there is time left."""
        return min(99, max(1, round(self.chance * 100)))

    def reason(self) -> str:
        """The factors, for people; the number of incidents is part of what is said."""
        of = tr("of any group") if self.is_wide else tr("of this group")
        return tr(
            "{late} of {alike} {of} with this priority that were open this long took longer than is left",
            late=self.late,
            alike=self.alike,
            of=of,
        )


def level_of(percent: int) -> str:
    """What a risk of so many hundredths is called: `high`, `medium` or `low`."""
    return next(level for level, (least, most) in LEVELS.items() if least <= percent <= most)


def risk_of(age: float, left: float, of_group: Sequence[float], of_all: Sequence[float]) -> Risk | None:
    """The risk of an incident that is open for `age` and has `left`, both in seconds.

    `of_group` and `of_all` are how long the resolved ones of this priority took, the shortest first. None where too few
    were open this long, and where nothing is left: then it is missed already.
    """
    if left <= 0:
        return None
    near, wide = _longer(age, of_group), _longer(age, of_all)
    is_wide = near < FEWEST
    alike, took = (wide, of_all) if is_wide else (near, of_group)
    if alike < FEWEST:
        return None
    late = _longer(age + left, took)
    base = _longer(age + left, of_all) / wide if wide else 0.5
    return Risk((late + _DRAWN * base) / (alike + _DRAWN), late, alike, is_wide)


def _longer(limit: float, took: Sequence[float]) -> int:
    """How many took longer; the times stand in their order, so that one look is enough."""
    return len(took) - bisect_right(took, limit)
