"""Bursts are what the same hours of past weeks make all but impossible."""

import pytest

from app.domain.bursts import CHANCE, FEWEST_WEEKS, Report, chance_of, find_bursts
from app.domain.search.forms import Language

QUIET: list[list[Report]] = [[] for _ in range(8)]


def reports(count: int, title: str = "Call", service: str | None = None, site: str | None = None) -> list[Report]:
    return [Report(f"{title}-{place}", place, title, service, site) for place in range(count)]


@pytest.mark.parametrize(
    ("seen", "past", "low", "high"),
    [
        (0, [0] * 8, 1.0, 1.0),
        (1, [0] * 8, 0.05, 0.06),
        (5, [0] * 8, 1e-7, 1e-5),
        (10, [10] * 8, 0.5, 0.6),
        (12, [3, 2, 4, 3, 3, 2, 4, 3], 1e-5, 1e-3),
        (40, [3] * 8, 0.0, 1e-9),
    ],
)
def test_how_likely_a_number_is(seen: int, past: list[int], low: float, high: float) -> None:
    assert low <= chance_of(seen, past) <= high


def test_more_are_never_likelier() -> None:
    chances = [chance_of(seen, [2, 0, 3, 1, 2, 2, 0, 1]) for seen in range(30)]
    assert chances == sorted(chances, reverse=True)


def test_a_burst_is_found_with_its_incidents() -> None:
    found = find_bursts(reports(6, "Scanner offline", "wms", "harbour"), QUIET)
    assert len(found) == 1, "service, site and words of the same incidents are one burst"
    assert (found[0].usual, len(found[0].reports)) == (0.0, 6)
    assert found[0].chance < CHANCE


@pytest.mark.parametrize(
    ("titles", "value"),
    [
        ("VPN drops|no VPN|VPN is dead at home|cannot reach the vpn|my VPN hangs", "vpn"),
        ("Printer jams|All printers offline|no printer on floor 2|Printers beep|printer dead", "printer"),
        ("Drucker steht|Alle Drucker tot|Kann nicht drucken|Druckers Papier|Drucker 4 leer", "drucken"),
    ],
)
def test_words_are_gathered_with_their_forms_however_short(titles: str, value: str) -> None:
    calls = [Report(title, place, title, None, None) for place, title in enumerate(titles.split("|"))]
    (found,) = find_bursts(calls, QUIET, tuple(Language))
    assert (found.kind, found.value, len(found.reports)) == ("word", value, len(calls))
    assert find_bursts(calls, [calls] * 8, tuple(Language)) == (), "nor is what comes every week in other forms"
    assert find_bursts(calls[:3], [calls] * 8, tuple(Language)) == ()


def test_little_words_are_no_burst() -> None:
    titles = ("Outlook does not start", "Teams not open", "Laptop isn't charging", "Screen not on", "Mouse not moving")
    assert find_bursts([Report(each, 1, each, None, None) for each in titles], QUIET, tuple(Language)) == ()


def test_what_is_usual_is_no_burst() -> None:
    week = reports(6, "Scanner offline", "wms")
    assert find_bursts(week, [week] * 8) == ()


def test_few_are_no_burst_and_a_young_desk_knows_nothing() -> None:
    assert find_bursts(reports(4, "Scanner offline", "wms"), QUIET) == ()
    assert find_bursts(reports(50, "Scanner offline", "wms"), QUIET[: FEWEST_WEEKS - 1]) == ()


def test_two_things_at_once_are_two_bursts() -> None:
    found = find_bursts([*reports(9, "Scanner offline", "wms"), *reports(7, "Payroll missing", "hr")], QUIET)
    assert {(each.kind, each.value) for each in found} == {("service", "wms"), ("service", "hr")}
