"""Points of a clock at which something is to happen: a share of the target, a time before or after due, the breach."""

from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from app.domain.errors import BadInput
from app.domain.instants import HOUR, MINUTE
from app.domain.wording import tr

_WHOLE = 1_000_000
_ONE_PERCENT = _WHOLE // 100


class Measure(StrEnum):
    """What a threshold's amount counts."""

    SHARE = "share"
    OFFSET = "offset"
    BREACH = "breach"


class Threshold(NamedTuple):
    """A point of a clock.

    `amount` is millionths of the target for SHARE; microseconds of opening time after due, negative for
    before, for OFFSET; without meaning for BREACH, which is the first instant at which the target is exceeded.
    """

    measure: Measure
    amount: int = 0

    @property
    def key(self) -> str:
        """The stable text that makes up the last part of a firing's key: "75%", "-30m", "+2h", "breach"."""
        return _key(self)


@lru_cache(maxsize=256)
def _key(threshold: Threshold) -> str:
    if threshold.measure is Measure.BREACH:
        return "breach"
    amount = threshold.amount
    if threshold.measure is Measure.SHARE:
        whole, rest = divmod(amount, _ONE_PERCENT)
        return f"{whole}%" if not rest else f"{whole}.{rest:04d}".rstrip("0") + "%"
    sign, size = ("-" if amount < 0 else "+"), abs(amount)
    if size % HOUR == 0:
        return f"{sign}{size // HOUR}h"
    return f"{sign}{size // MINUTE}m" if size % MINUTE == 0 else f"{sign}{size}us"


BREACH = Threshold(Measure.BREACH)


def percent(share: int | str | Fraction) -> Threshold:
    """The threshold at a percentage above 0, such as 75 or "99.5"; over 100 lies after due."""
    amount = Fraction(share) * _ONE_PERCENT
    if amount <= 0 or amount.denominator != 1:
        raise BadInput(tr("A threshold is a percentage above 0 with at most four decimals."), "threshold")
    return Threshold(Measure.SHARE, int(amount))


def before_due(duration: int) -> Threshold:
    """The threshold at which this much opening time (microseconds) is left."""
    return Threshold(Measure.OFFSET, -duration)


def after_due(duration: int) -> Threshold:
    """The threshold at which the target is exceeded by this much opening time (microseconds)."""
    return Threshold(Measure.OFFSET, duration)


def needed(threshold: Threshold, target: int) -> int:
    """The elapsed time at which a threshold of a target is reached, rounded up to the microsecond.

    A share p is reached when 100 * elapsed >= p * target, in integers (clock research 3.7); the breach when elapsed
    exceeds the target. A point further before due than the target is long is reached at the start.
    """
    measure, amount = threshold
    if measure is Measure.SHARE:
        return -(-amount * target // _WHOLE)
    if measure is Measure.OFFSET:
        return target + amount
    return target + 1


def instant_needed(threshold: Threshold, start: int, due: int) -> int:
    """The instant at which a threshold of a due date set by hand is reached: wall-clock time from start to due."""
    return start + needed(threshold, due - start)
