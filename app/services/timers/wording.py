"""What the journal says when thresholds of clocks have fired."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from app.domain.escalation.sentence import duration_words
from app.domain.instants import DAY, MINUTE
from app.domain.sla.firing import Firing
from app.domain.sla.policy import Clock
from app.domain.sla.thresholds import Measure, Threshold
from app.domain.wording import in_english

_LONGEST_TARGET = 100 * 366 * DAY
"""A target above this is no opening time but an instant: the due date that somebody set by hand."""

_What = tuple[Clock, Threshold, int]


@in_english()
def fired_words(firings: Sequence[Firing], late: int | None) -> str:
    """One text for thresholds that were reached at one instant, in their order.

    `late` is how much later they were noticed, in microseconds, None when that was in time.
    """
    parts = [_of_one_clock(clock, tuple(own)) for clock, own in groupby(map(_what, firings), key=itemgetter(0))]
    text = "; ".join(parts) + "."
    if late is not None:
        rounded = late - late % MINUTE
        text += f" This was noticed {duration_words(rounded)} later, because no timers ran in between."
    return text


def _what(firing: Firing) -> _What:
    return firing.clock, firing.threshold, firing.target


@lru_cache(maxsize=1024)
def _of_one_clock(clock: Clock, reached: tuple[_What, ...]) -> str:
    words = [_threshold(threshold) for _, threshold, _ in reached]
    joined = " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
    target = reached[-1][2]
    promised = "due date set by hand" if target > _LONGEST_TARGET else f"target {duration_words(target)}"
    return f"The {clock.label.lower()} clock reached {joined} ({promised})"


def _threshold(threshold: Threshold) -> str:
    if threshold.measure is Measure.BREACH:
        return "its breach"
    if threshold.measure is Measure.SHARE:
        return threshold.key.replace("%", " %")
    side = "before" if threshold.amount < 0 else "after"
    return f"{duration_words(abs(threshold.amount))} {side} due" if threshold.amount else "its due instant"
