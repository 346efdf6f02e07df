"""Marks beside a short description give up their words before it is cut to nothing, and never their signs."""

import pytest

from app.views.queue.beside_words import BETWEEN, WAIT, Mark, beside_words, mark_width
from app.views.toolkit.theme import Theme

MARKS: list[Mark] = [
    ("MH", "blue", "eye"),
    ("16 Oct", "violet", "pause"),
    ("MI?", "amber", "siren"),
    ("VIP", "violet", "star"),
]


def width(marks: list[Mark]) -> int:
    return sum(mark_width(mark) + BETWEEN for mark in marks)


def test_where_there_is_room_every_mark_keeps_its_words(theme: Theme) -> None:
    assert beside_words(MARKS, 100, width(MARKS) + 200, 400) == MARKS
    assert beside_words(MARKS, 20, width(MARKS) + 50, 400) == MARKS, "a short one needs little"


@pytest.mark.parametrize("column", [160, 240, 320, 400])
def test_the_last_gives_up_its_words_first(theme: Theme, column: int) -> None:
    shown = beside_words(MARKS, 1_000, column, column)
    signs = [icon for _, _, icon in MARKS if icon != WAIT]
    assert [icon for _, _, icon in shown if icon != WAIT] == signs, "no sign is lost but that of the status"
    kept = [text for text, _, _ in shown if text]
    assert kept == [text for text, _, _ in MARKS][: len(kept)]
    least = [("", tone, icon) for _, tone, icon in MARKS if icon != WAIT]
    assert column - width(shown) >= min(column * 0.6, column - width(least))
