"""Until when something is put off, as people type it."""

from datetime import datetime

import pytest

from app.domain.snoozing import typed_pause
from tests.support.german import in_german

wall = datetime.fromisoformat
NOW = wall("2026-11-30 10:15")
"""A Monday."""

ENGLISH = [
    ("in 2h", wall("2026-11-30 12:15")),
    ("in 30 minutes", wall("2026-11-30 10:45")),
    ("tomorrow 9", wall("2026-12-01 09:00")),
    ("Fri 14:30", wall("2026-12-04 14:30")),
    ("on Monday", wall("2026-12-07 09:00")),
    ("at 9", wall("2026-12-01 09:00")),
    ("2026-12-24 8:05", wall("2026-12-24 08:05")),
    ("vpn", None),
    ("tomorrow vpn", None),
    ("25:00", None),
]
GERMAN = [
    ("in 2 Stunden", wall("2026-11-30 12:15")),
    ("in 30 Min.", wall("2026-11-30 10:45")),
    ("in 2 Std", wall("2026-11-30 12:15")),
    ("morgen 9", wall("2026-12-01 09:00")),
    ("Morgen um 9 Uhr", wall("2026-12-01 09:00")),
    ("am Freitag um 14:30", wall("2026-12-04 14:30")),
    ("Mo", wall("2026-12-07 09:00")),
    ("um 9", wall("2026-12-01 09:00")),
    ("in 3 Tagen", wall("2026-12-03 10:15")),
    ("Drucker", None),
]


@pytest.mark.parametrize(("text", "meant"), ENGLISH)
def test_it_is_typed_in_english(text: str, meant: datetime | None) -> None:
    assert typed_pause(text, NOW) == meant


@pytest.mark.parametrize(("text", "meant"), [*GERMAN, *ENGLISH])
def test_a_german_window_reads_german_and_english(text: str, meant: datetime | None) -> None:
    with in_german():
        assert typed_pause(text, NOW) == meant


def test_german_is_not_read_where_it_is_not_spoken() -> None:
    assert typed_pause("morgen 9", NOW) is None
