"""Time left and shares of a target as people filter by them: `<1h`, `<0`, `1h..4h`, `>2d`; `>80%`, `50%..75%`."""

import re
from functools import lru_cache
from typing import NamedTuple

from app.domain.instants import DAY, HOUR, MINUTE


class Span(NamedTuple):
    """Time left from `least` (included) to `most` (left out), in microseconds; None has no bound."""

    least: int | None
    most: int | None

    def holds(self, length: int | None) -> bool:
        """Whether the length lies in it; there is none without a length."""
        if length is None:
            return False
        return (self.least is None or length >= self.least) and (self.most is None or length < self.most)


class Bound(NamedTuple):
    """At least so many hundredths of the target are used; with `beyond` 1, more than that."""

    percent: int
    beyond: int

    def is_reached(self, elapsed: int, target: int) -> bool:
        """Whether so much of the target is used when `elapsed` is."""
        return elapsed * 100 >= target * self.percent + self.beyond


class Share(NamedTuple):
    """A share of the target that is used: at least `least`, and not `most`; None has no bound."""

    least: Bound | None
    most: Bound | None

    def holds(self, elapsed: int, target: int) -> bool:
        """Whether a clock of the target of which `elapsed` is used has used such a share."""
        if self.least is not None and not self.least.is_reached(elapsed, target):
            return False
        return self.most is None or not self.most.is_reached(elapsed, target)


_UNITS = {"m": MINUTE, "h": HOUR, "d": DAY, "w": 7 * DAY}
_LENGTH = r"(-?\d{1,4})\s*([mhdw]?)"
_COMPARED = re.compile(rf"^(<=|>=|<|>){_LENGTH}$")
_SHARE = re.compile(r"^(<=|>=|<|>)(\d{1,4})%$")
_SHARES = re.compile(r"^(\d{1,4})%?\.\.(\d{1,4})%$")
_BETWEEN = re.compile(rf"^{_LENGTH}\.\.{_LENGTH}$")


@lru_cache(maxsize=256)
def parse_span(text: str) -> Span | None:
    """Read a comparison or a stretch of minutes, hours, days (of 24 hours) or weeks; None for anything else.

    Only 0 needs no unit. Both ends of a stretch belong to it, whichever comes first.
    """
    if compared := _COMPARED.match(text):
        bound = _length(compared[2], compared[3])
        if bound is None:
            return None
        after = bound + 1
        return {
            "<": Span(None, bound),
            "<=": Span(None, after),
            ">": Span(after, None),
            ">=": Span(bound, None),
        }[compared[1]]
    if between := _BETWEEN.match(text):
        least, most = _length(between[1], between[2]), _length(between[3], between[4])
        return None if least is None or most is None else Span(min(least, most), max(least, most) + 1)
    return None


@lru_cache(maxsize=256)
def parse_share(text: str) -> Share | None:
    """Read a comparison or a stretch of hundredths; None for anything else. Both ends of a stretch belong to it."""
    if compared := _SHARE.match(text):
        percent = int(compared[2])
        return {
            "<": Share(None, Bound(percent, 0)),
            "<=": Share(None, Bound(percent, 1)),
            ">": Share(Bound(percent, 1), None),
            ">=": Share(Bound(percent, 0), None),
        }[compared[1]]
    if between := _SHARES.match(text):
        least, most = sorted(int(end) for end in between.groups())
        return Share(Bound(least, 0), Bound(most, 1))
    return None


def _length(number: str, unit: str) -> int | None:
    if not unit:
        return 0 if int(number) == 0 else None
    return int(number) * _UNITS[unit]
