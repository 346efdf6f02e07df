"""The bands of a review's timeline: which state and which people an incident was with, and how long each."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from app.domain.history import is_reopening
from app.domain.vocabulary import State


class Turn(NamedTuple):
    """From this moment on the value holds; UTC."""

    at: datetime
    value: str | None


class Stretch(NamedTuple):
    """A value and how long it held, UTC; `again` marks the work that a reopening brought back."""

    value: str
    start: datetime
    end: datetime
    again: bool = False


def stretches(turns: Iterable[Turn], end: datetime) -> tuple[Stretch, ...]:
    """The turns as stretches up to the end; equal neighbours join, and what lasted no time is left out."""
    found: list[Stretch] = []
    for turn, following in _pairs(sorted(turns, key=lambda turn: turn.at), end):
        if turn.value is None or following <= turn.at:
            continue
        if found and found[-1].value == turn.value and found[-1].end == turn.at:
            found[-1] = found[-1]._replace(end=following)
        else:
            found.append(Stretch(turn.value, turn.at, following))
    return tuple(found)


def phases(turns: Iterable[Turn], end: datetime) -> tuple[Stretch, ...]:
    """The states as stretches; a state that ends the work is no phase of its own unless a reopening follows it."""
    found = stretches(turns, end)
    result: list[Stretch] = []
    again = False
    for index, stretch in enumerate(found):
        again = again or (index > 0 and is_reopening(found[index - 1].value, stretch.value))
        result.append(stretch._replace(again=again and State(stretch.value).is_open))
    return tuple(result)


def _pairs(turns: list[Turn], end: datetime) -> Iterable[tuple[Turn, datetime]]:
    for index, turn in enumerate(turns):
        following = turns[index + 1].at if index + 1 < len(turns) else end
        yield turn, min(following, end)
