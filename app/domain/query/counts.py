"""Whole numbers as people filter by them: `2`, `>0`, `<=5`, `1..3`."""

import re
from functools import lru_cache
from typing import NamedTuple


class Count(NamedTuple):
    """Numbers from `least` to `most`, both included; None has no bound."""

    least: int | None
    most: int | None

    def holds(self, number: int) -> bool:
        """Whether the number is one of them."""
        return (self.least is None or number >= self.least) and (self.most is None or number <= self.most)


_COMPARED = re.compile(r"^(<=|>=|<|>|=)?(\d{1,6})$")
_BETWEEN = re.compile(r"^(\d{1,6})\.\.(\d{1,6})$")


@lru_cache(maxsize=256)
def parse_count(text: str) -> Count | None:
    """Read a number, a comparison or a stretch, whichever end comes first; None for anything else."""
    if compared := _COMPARED.match(text):
        number = int(compared[2])
        return {
            "<": Count(None, number - 1),
            "<=": Count(None, number),
            ">": Count(number + 1, None),
            ">=": Count(number, None),
        }.get(compared[1] or "=", Count(number, number))
    if between := _BETWEEN.match(text):
        return Count(*sorted(int(end) for end in between.groups()))
    return None
