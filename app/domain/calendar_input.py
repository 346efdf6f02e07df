"""Opening hours as people type them: "9:00-12:00, 13-17:30", a night shift, or 23:59 for the end of the day.

What is typed is put right here and said so, never inside the engine (clock research 3.1.1).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.domain.calendar import DAY_SECONDS, WEEKDAYS, Span, Spans, weekday
from app.domain.errors import BadInput
from app.domain.wording import tr

_RANGE = re.compile(r"^(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?$")
_ALMOST_MIDNIGHT = {DAY_SECONDS - 60, DAY_SECONDS - 1}


class TypedWeek(NamedTuple):
    """Seven days of spans, and what was changed on the way, in sentences to be shown."""

    week: tuple[Spans, ...]
    notes: tuple[str, ...]


def read_week(days: Sequence[str]) -> TypedWeek:
    """The week from seven lines, Monday first; an empty line or "closed" is a closed day, "24h" a whole one.

    An end at 23:59 becomes 24:00; a night shift is split at midnight into two days. Raises `BadInput` with the day
    and the piece that cannot be read.
    """
    if len(days) != len(WEEKDAYS):
        raise BadInput(tr("A week has seven days; {count} are given.", count=len(days)), "week")
    week: list[list[Span]] = [[] for _ in WEEKDAYS]
    notes: list[str] = []
    for number, text in enumerate(days):
        for start, end in _ranges(weekday(number), text):
            _put(week, number, start, _rounded(weekday(number), end, notes), notes)
    return TypedWeek(tuple(tuple(spans) for spans in week), tuple(notes))


def write_day(spans: Spans) -> str:
    """A day as `read_week` reads it back, for the field in which it is edited."""
    return ", ".join(f"{_clock(start)}-{_clock(end)}" for start, end in spans)


def _ranges(day: str, text: str) -> list[tuple[int, int]]:
    words = text.strip().lower()
    if words in {"", "closed", "-", tr("closed").lower()}:
        return []
    if words in {"24h", "24 h", "always"}:
        return [(0, DAY_SECONDS)]
    return [_range(day, piece.strip()) for piece in words.split(",")]


def _range(day: str, piece: str) -> tuple[int, int]:
    match = _RANGE.match(piece)
    if match is None:
        raise BadInput(
            tr("{day}: “{piece}” are no hours. Type them as 09:00-12:30, 13:00-17:00.", day=day, piece=piece), "week"
        )
    numbers = [int(part or 0) for part in match.groups()]
    return _seconds(day, piece, *numbers[:3]), _seconds(day, piece, *numbers[3:])


def _seconds(day: str, piece: str, hours: int, minutes: int, seconds: int) -> int:
    total = hours * 3600 + minutes * 60 + seconds
    if minutes > 59 or seconds > 59 or total > DAY_SECONDS:
        raise BadInput(
            tr("{day}: “{piece}” holds a time after 24:00 or minutes over 59.", day=day, piece=piece), "week"
        )
    return total


def _rounded(day: str, end: int, notes: list[str]) -> int:
    if end not in _ALMOST_MIDNIGHT:
        return end
    notes.append(
        tr("{day}: {clock} is read as 24:00, so that no time is lost before midnight.", day=day, clock=_clock(end))
    )
    return DAY_SECONDS


def _put(week: list[list[Span]], number: int, start: int, end: int, notes: list[str]) -> None:
    if start in {end, DAY_SECONDS}:
        raise BadInput(
            tr("{weekday}: hours that begin and end at {clock} are none.", weekday=weekday(number), clock=_clock(end)),
            "week",
        )
    if start < end:
        week[number].append(Span(start, end))
        return
    following = (number + 1) % len(WEEKDAYS)
    week[number].append(Span(start, DAY_SECONDS))
    if end:
        week[following].append(Span(0, end))
        notes.append(
            tr(
                "{weekday}: the hours after midnight are kept with {weekday2}.",
                weekday=weekday(number),
                weekday2=weekday(following),
            )
        )


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    text = f"{minutes // 60:02d}:{minutes % 60:02d}"
    return f"{text}:{rest:02d}" if rest else text
