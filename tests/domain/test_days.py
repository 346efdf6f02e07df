"""Days of a filter are the reader's own, from midnight to midnight of their zone, also where a day has 25 hours."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.domain.instants import micros, moment
from app.domain.midnights import day_ends
from app.domain.query.days import instants_of, parse_days

BERLIN = ZoneInfo("Europe/Berlin")
# A Wednesday, half past midnight in Berlin and still Tuesday by UTC.
NOW = datetime.fromisoformat("2026-11-24T23:30:00+00:00")


def meant(text: str, now: datetime = NOW) -> tuple[str | None, str | None]:
    """The bounds in Berlin, as day and time."""
    days = parse_days(text)
    assert days is not None, text
    least, most = instants_of(days, now, BERLIN)
    return shown(least), shown(most)


def shown(instant: int | None) -> str | None:
    return None if instant is None else moment(instant).astimezone(BERLIN).isoformat(" ")[:26].removesuffix("+01:00")


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("today", "2026-11-25 00:00:00", "2026-11-26 00:00:00"),
        ("=today", "2026-11-25 00:00:00", "2026-11-26 00:00:00"),
        ("yesterday", "2026-11-24 00:00:00", "2026-11-25 00:00:00"),
        ("tomorrow", "2026-11-26 00:00:00", "2026-11-27 00:00:00"),
        ("week", "2026-11-23 00:00:00", "2026-11-30 00:00:00"),
        ("last-week", "2026-11-16 00:00:00", "2026-11-23 00:00:00"),
        ("month", "2026-11-01 00:00:00", "2026-12-01 00:00:00"),
        ("next_month", "2026-12-01 00:00:00", "2027-01-01 00:00:00"),
        ("2026-11-20", "2026-11-20 00:00:00", "2026-11-21 00:00:00"),
        ("20.11.2026", "2026-11-20 00:00:00", "2026-11-21 00:00:00"),
        ("20.11.2026..22.11.2026", "2026-11-20 00:00:00", "2026-11-23 00:00:00"),
        ("2026-12", "2026-12-01 00:00:00", "2027-01-01 00:00:00"),
        ("<2026-11-20", None, "2026-11-20 00:00:00"),
        ("<=2026-11-20", None, "2026-11-21 00:00:00"),
        (">2026-11-20", "2026-11-21 00:00:00", None),
        (">=2026-11-20", "2026-11-20 00:00:00", None),
        ("2026-11-20..2026-11-22", "2026-11-20 00:00:00", "2026-11-23 00:00:00"),
        ("2026-11-22..2026-11-20", "2026-11-20 00:00:00", "2026-11-23 00:00:00"),
        ("yesterday..-1w", "2026-11-18 00:30:00", "2026-11-25 00:00:00"),
        ("<-3d", None, "2026-11-22 00:30:00"),
        (">=-3d", "2026-11-22 00:30:00", None),
        ("-2h", "2026-11-24 22:30:00", "2026-11-25 00:30:00.000001"),
        ("+2h", "2026-11-25 00:30:00", "2026-11-25 02:30:00.000001"),
        ("-1w..yesterday", "2026-11-18 00:30:00", "2026-11-25 00:00:00"),
    ],
)
def test_what_is_meant(text: str, least: str | None, most: str | None) -> None:
    assert meant(text) == (least, most)


def test_a_day_may_have_25_hours() -> None:
    days = parse_days("2026-10-25")
    assert days is not None
    least, most = instants_of(days, NOW, BERLIN)
    assert least is not None
    assert most is not None
    assert (most - least) // 3_600_000_000 == 25


def test_months_end_where_they_end() -> None:
    january = datetime.fromisoformat("2027-01-31T12:00:00+00:00")
    assert meant("last_month", january) == ("2026-12-01 00:00:00", "2027-01-01 00:00:00")
    assert meant("next_month", january) == ("2027-02-01 00:00:00", "2027-03-01 00:00:00")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7d..",
        "..7d",
        "<",
        "2026-13",
        "2026-02-30",
        "0000-01",
        "9999-12-31",
        "-7",
        "24.12.",
        "31.11.2026",
        "24.12.26",
    ],
)
def test_anything_else_is_nothing(text: str) -> None:
    assert parse_days(text) is None


def test_the_day_ends_at_midnight_of_the_reader() -> None:
    assert day_ends(NOW, BERLIN) == datetime.fromisoformat("2026-11-26T00:00:00+01:00")
    assert day_ends(NOW, UTC) == datetime.fromisoformat("2026-11-25T00:00:00+00:00")
    assert micros(day_ends(NOW, None)) > micros(NOW), "the zone of the computer, whatever it is"
