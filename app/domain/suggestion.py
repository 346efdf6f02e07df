"""What became of suggestions, and how good they were: only of what was suggested before anybody knew the outcome."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from app.domain.vocabulary import Word


class Became(Word):
    """What somebody did with a suggestion."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    IGNORED = "ignored"


def what_became(offered: Sequence[str], saved: str | None, stood: str | None = None) -> Became:
    """Ignored where the field stayed empty or as it `stood`, accepted where it has the first of what was offered.

    Else it was changed.
    """
    if not saved or saved == stood:
        return Became.IGNORED
    return Became.ACCEPTED if offered and saved == offered[0] else Became.CHANGED


class Judged(NamedTuple):
    """A suggestion that was shown, and what the incident ended with; `right` is None until it is resolved."""

    field: str
    at: datetime
    model: int
    offered: tuple[str, ...]
    confidence: float
    became: Became
    right: str | None

    @property
    def is_known(self) -> bool:
        """Whether the outcome is known, so that it can be judged."""
        return self.right is not None

    @property
    def is_hit(self) -> bool:
        """Whether the first was right."""
        return self.right is not None and self.offered[:1] == (self.right,)


class Quality(NamedTuple):
    """How good suggestions were. `shown` were seen, `judged` of them have an outcome; shares are of `judged`.

    `sure` is how sure the judged ones were on average; where it equals `top1` they are calibrated.
    """

    shown: int
    accepted: int
    changed: int
    ignored: int
    judged: int
    top1: float
    top3: float
    sure: float


def quality_of(judged: Iterable[Judged]) -> Quality:
    """The figures of these suggestions."""
    rows = list(judged)
    known = [row for row in rows if row.is_known]
    count = {became: sum(row.became is became for row in rows) for became in Became}
    return Quality(
        len(rows), count[Became.ACCEPTED], count[Became.CHANGED], count[Became.IGNORED], len(known),
        _share(row.is_hit for row in known),
        _share(row.right in row.offered for row in known),
        sum(row.confidence for row in known) / len(known) if known else 0.0,
    )  # fmt: skip


class Bin(NamedTuple):
    """Suggestions that were about equally sure: how many, how sure on average, and how often they were right."""

    low: float
    judged: int
    sure: float
    right: float


_BINS = 5


def calibration(judged: Iterable[Judged]) -> tuple[Bin, ...]:
    """What was said against what came, in fifths of confidence; those without a suggestion are left out."""
    known = [row for row in judged if row.is_known]
    found = []
    for place in range(_BINS):
        some = [row for row in known if min(_BINS - 1, int(row.confidence * _BINS)) == place]
        if some:
            sure = sum(row.confidence for row in some) / len(some)
            found.append(Bin(place / _BINS, len(some), sure, _share(row.is_hit for row in some)))
    return tuple(found)


class Figure(NamedTuple):
    """A line of the figures: of which field and which month (`2026-11`, in UTC), empty for all of them."""

    field: str
    month: str
    quality: Quality


def figures_of(judged: Sequence[Judged]) -> tuple[Figure, ...]:
    """All together, then each field, then each month with the newest first; the same lines are shown and exported."""
    fields = sorted({row.field for row in judged})
    months = sorted({_month(row) for row in judged}, reverse=True)
    found = [Figure("", "", quality_of(judged))]
    found += [Figure(field, "", quality_of(row for row in judged if row.field == field)) for field in fields]
    found += [Figure("", month, quality_of(row for row in judged if _month(row) == month)) for month in months]
    found += [
        Figure(field, month, quality_of(some))
        for field in fields
        for month in months
        if (some := [row for row in judged if row.field == field and _month(row) == month])
    ]
    return tuple(found)


def _month(row: Judged) -> str:
    return f"{row.at:%Y-%m}"


def _share(hits: Iterable[bool]) -> float:
    told = list(hits)
    return sum(told) / len(told) if told else 0.0
