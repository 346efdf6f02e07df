"""Marks beside a short description: they give up their words where it has too little room, and keep their signs."""

from typing import Final

from app.views.toolkit.marks import SMALL_ICON, pill_width

Mark = tuple[str, str, str]
"""Its words, its tone, its icon."""

WAIT: Final = "pause"
"""The icon of the mark that says until when an incident waits."""
BETWEEN: Final = 6
_SHARE: Final = 0.6
"""How much of its column the short description has at least, before a mark beside it gives up its words."""
_AROUND: Final = 20


def mark_width(mark: Mark) -> int:
    """How wide it is: a pill with its words, or its icon alone."""
    text, _, icon = mark
    return pill_width(text, icon) if text else SMALL_ICON


def beside_words(marks: list[Mark], words: float, room: float, column: float) -> list[Mark]:
    """The marks as they are painted in the room that is left of a column: the last first only its icon, without words.

    `words` is how wide the short description is, all in pixels. A wait goes whole, because the sign of the status tells
    of it too. Whoever hears the row is told the words in any case.
    """
    left = room - sum(mark_width(mark) + BETWEEN for mark in marks)
    wanted = min(words + _AROUND, column * _SHARE)
    shown: list[Mark | None] = list(marks)
    for number in reversed(range(len(marks))):
        if left >= wanted:
            break
        _, tone, icon = marks[number]
        left += mark_width(marks[number])
        if icon == WAIT:
            left += BETWEEN
            shown[number] = None
        else:
            left -= SMALL_ICON
            shown[number] = ("", tone, icon)
    return [mark for mark in shown if mark is not None]
