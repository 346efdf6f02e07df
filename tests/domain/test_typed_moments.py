"""A day and a time, as people type them."""

from datetime import datetime

import pytest

from app.domain.typed_moments import DateOrder, typed_moment
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
    ("tomorrow 2 pm", wall("2026-12-01 14:00")),
    ("12:15am", wall("2026-12-01 00:15")),
    ("24 Dec", wall("2026-12-24 09:00")),
    ("2 Dec 14:30", wall("2026-12-02 14:30")),
    ("Dec 24th, 2027 at 2 p.m.", wall("2027-12-24 14:00")),
    ("3 mar", wall("2027-03-03 09:00")),
    ("Thursday, 24 December 2026 8:05", wall("2026-12-24 08:05")),
    ("Fri 24 Dec", None),
    ("13 pm", None),
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
    ("24.12.", wall("2026-12-24 09:00")),
    ("24.12. 14:00", wall("2026-12-24 14:00")),
    ("am 24. 12. um 14 Uhr", wall("2026-12-24 14:00")),
    ("Do, 24.12., 14.30 Uhr", wall("2026-12-24 14:30")),
    ("24. Dezember 2027", wall("2027-12-24 09:00")),
    ("3. Mär", wall("2027-03-03 09:00")),
    ("Drucker", None),
]


@pytest.mark.parametrize(("text", "meant"), ENGLISH)
def test_it_is_typed_in_english(text: str, meant: datetime | None) -> None:
    assert typed_moment(text, NOW, "dmy") == meant


@pytest.mark.parametrize(("text", "meant"), [*GERMAN, *ENGLISH])
def test_a_german_window_reads_german_and_english(text: str, meant: datetime | None) -> None:
    with in_german():
        assert typed_moment(text, NOW, "dmy") == meant


def test_german_is_not_read_where_it_is_not_spoken() -> None:
    assert typed_moment("morgen 9", NOW, "dmy") is None


@pytest.mark.parametrize(
    ("text", "order", "meant"),
    [
        ("24.12.", "dmy", wall("2026-12-24 09:00")),
        ("24.12", "dmy", wall("2026-12-24 09:00")),
        ("24.12. 8", "dmy", wall("2026-12-24 08:00")),
        ("24.12.27", "dmy", wall("2027-12-24 09:00")),
        ("24.12.2027 14:00", "dmy", wall("2027-12-24 14:00")),
        ("1/12", "dmy", wall("2026-12-01 09:00")),
        ("1/12", "mdy", wall("2027-01-12 09:00")),
        ("12/24 2:30 pm", "mdy", wall("2026-12-24 14:30")),
        ("24/12", "mdy", None),
        ("12/24", "dmy", None),
        ("1.12.", "mdy", wall("2026-12-01 09:00")),
        ("24-12-2026", "dmy", wall("2026-12-24 09:00")),
        ("12-24", "ymd", wall("2026-12-24 09:00")),
        ("2026/12/24 8:05", "ymd", wall("2026-12-24 08:05")),
        ("2026. 12. 24. 8", "ymd", wall("2026-12-24 08:00")),
        ("2026-12-24", "mdy", wall("2026-12-24 09:00")),
        ("31.11.", "dmy", None),
        ("24.12.0000", "dmy", None),
    ],
)
def test_a_date_in_figures_is_read_as_the_reader_writes_it(text: str, order: DateOrder, meant: datetime | None) -> None:
    assert typed_moment(text, NOW, order) == meant


@pytest.mark.parametrize(
    ("text", "next_one", "nearest"),
    [
        ("29.11.", wall("2027-11-29 09:00"), wall("2026-11-29 09:00")),
        ("30.11. 8", wall("2026-11-30 08:00"), wall("2026-11-30 08:00")),
        ("3.1.", wall("2027-01-03 09:00"), wall("2027-01-03 09:00")),
        ("29.2.", wall("2028-02-29 09:00"), wall("2028-02-29 09:00")),
        ("8:00", wall("2026-12-01 08:00"), wall("2026-11-30 08:00")),
        ("fri 22", wall("2026-12-04 22:00"), wall("2026-11-27 22:00")),
        ("tue", wall("2026-12-01 09:00"), wall("2026-12-01 09:00")),
        ("mon", wall("2026-12-07 09:00"), wall("2026-11-30 09:00")),
    ],
)
def test_what_is_left_open_is_the_next_or_the_nearest(text: str, next_one: datetime, nearest: datetime) -> None:
    assert typed_moment(text, NOW, "dmy") == next_one
    assert typed_moment(text, NOW, "dmy", ahead=False) == nearest
