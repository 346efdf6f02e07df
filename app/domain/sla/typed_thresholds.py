"""Thresholds as people type and read them: "75 %", "30 m before due", "2 h after due", "breach"."""

import re
from collections.abc import Sequence
from fractions import Fraction

from app.domain.durations import read_duration, write_duration
from app.domain.errors import BadInput
from app.domain.sla.thresholds import BREACH, Measure, Threshold, after_due, before_due, needed, percent
from app.domain.wording import tr

_SHARE = re.compile(r"^(\d+(?:[.,]\d+)?)\s*(?:%|percent|per cent)$")
_SIGNED = re.compile(r"^([+-])\s*(.+)$")
_ONE_PERCENT = 10_000


def read_threshold(text: str) -> Threshold:
    """The threshold that was typed, in English or in the language of the reader; `BadInput` says how to write one."""
    words = " ".join(text.lower().split())
    if words in {"breach", "at breach", "breached", tr("breach").lower()}:
        return BREACH
    share = _SHARE.match(words)
    if share:
        return percent(Fraction(share[1].replace(",", ".")))
    offset = _offset(words)
    if offset is None:
        raise BadInput(
            tr("“{text}” is no threshold. Write 75 %, 30 m before, 1 h after, or breach.", text=text.strip()),
            "threshold",
        )
    length, before = offset
    found = read_duration(length, "threshold")
    if found is None:
        raise BadInput(tr("How long before or after due? Write 30 m before, or 1 h after."), "threshold")
    return before_due(found) if before else after_due(found)


def _offset(words: str) -> tuple[str, bool] | None:
    """The length, and whether it counts before due."""
    signed = _SIGNED.match(words)
    if signed:
        return signed[2], signed[1] == "-"
    ends = {"before": True, "after": False, tr("before").lower(): True, tr("after").lower(): False}
    for due in (" due", "", f" {tr('due')}".lower()):
        for end, before in ends.items():
            length = words.removesuffix(f" {end}{due}")
            if length != words:
                return length, before
    return None


def write_threshold(threshold: Threshold) -> str:
    """The threshold as `read_threshold` reads it back, and as sentences name it."""
    short = short_threshold(threshold)
    return short if threshold.measure in {Measure.BREACH, Measure.SHARE} else f"{short} {tr('due')}"


def short_threshold(threshold: Threshold) -> str:
    """The same without the word that says what it is before or after, for where that is plain: "30 m before"."""
    if threshold.measure is Measure.BREACH:
        return tr("breach")
    if threshold.measure is Measure.SHARE:
        whole, rest = divmod(threshold.amount, _ONE_PERCENT)
        return f"{whole} %" if not rest else f"{whole}.{rest:04d}".rstrip("0") + " %"
    return f"{write_duration(abs(threshold.amount))} {tr('before') if threshold.amount < 0 else tr('after')}"


def in_order(thresholds: Sequence[Threshold], target: int) -> tuple[Threshold, ...]:
    """Each threshold once, in the order in which a clock with this target (microseconds) reaches them."""
    return tuple(sorted(dict.fromkeys(thresholds), key=lambda threshold: needed(threshold, target)))
