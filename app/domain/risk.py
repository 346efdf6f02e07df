"""The risk that an open incident misses its target, from how long incidents like it took at this desk.

Of the resolved incidents of the same group and priority that were open as long as this one is now, it is counted how
many took longer than it has left. Time of the wall is compared with time of the wall, so nights and weekends are in
both. It is as calibrated as the past is like the present, and says from how many it was counted.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from app.domain.wording import tr

FEWEST: Final = 10
"""From fewer incidents nothing is said."""
_DRAWN: Final = 4.0
"""The share among all of the priority counts like so many incidents, so that ten alike do not say 0 or 100%."""


class Risk(NamedTuple):
    """How likely the target is missed (0 to 1): `late` of the `alike` incidents took longer than there is left.

    `is_wide` says that there were too few of the group, and that all groups were counted.
    """

    chance: float
    late: int
    alike: int
    is_wide: bool

    def reason(self) -> str:
        """The factors, for people; the number of incidents is part of what is said."""
        of = tr("of any group") if self.is_wide else tr("of this group")
        return tr(
            "{late} of {alike} {of} with this priority that were open this long took longer than is left",
            late=self.late,
            alike=self.alike,
            of=of,
        )


def risk_of(age: float, left: float, of_group: Sequence[float], of_all: Sequence[float]) -> Risk | None:
    """The risk of an incident that is open for `age` and has `left`, both in seconds.

    `of_group` and `of_all` are how long the resolved ones of this priority took. None where too few were open this
    long, and where nothing is left: then it is missed already.
    """
    if left <= 0:
        return None
    near, wide = _still_open(age, of_group), _still_open(age, of_all)
    is_wide = len(near) < FEWEST
    counted = wide if is_wide else near
    if len(counted) < FEWEST:
        return None
    late = _late(age + left, counted)
    base = _late(age + left, wide) / len(wide) if wide else 0.5
    return Risk((late + _DRAWN * base) / (len(counted) + _DRAWN), late, len(counted), is_wide)


def _still_open(age: float, took: Sequence[float]) -> list[float]:
    return [each for each in took if each > age]


def _late(limit: float, took: Sequence[float]) -> int:
    return sum(each > limit for each in took)
