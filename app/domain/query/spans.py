"""Lengths of time left as people filter by them: `<1h`, `<0`, `1h..4h`, `>2d`."""

import re
from typing import NamedTuple

from app.domain.instants import DAY, HOUR, MINUTE


class Span(NamedTuple):
    """Time left from `least` (included) to `most` (left out), in microseconds; None has no bound."""

    least: int | None
    most: int | None


_UNITS = {"m": MINUTE, "h": HOUR, "d": DAY}
_LENGTH = r"(-?\d{1,4})\s*([mhd]?)"
_COMPARED = re.compile(rf"^(<=|>=|<|>){_LENGTH}$")
_BETWEEN = re.compile(rf"^{_LENGTH}\.\.{_LENGTH}$")


def parse_span(text: str) -> Span | None:
    """Read a comparison or a stretch of minutes, hours or days (of 24 hours); None for anything else.

    Only 0 needs no unit. Both ends of a stretch belong to it.
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
        return None if least is None or most is None else Span(least, most + 1)
    return None


def _length(number: str, unit: str) -> int | None:
    if not unit:
        return 0 if int(number) == 0 else None
    return int(number) * _UNITS[unit]
