"""Human numbers are read in every way in which people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.numbers import incident_link, incident_number, parse_incident_number


@given(st.integers(0, 999_999_999_999))
def test_what_is_shown_is_read_back(number: int) -> None:
    shown = incident_number(number)
    link = incident_link(number)
    for said in (
        link,
        f" {link.upper()} ",
        f"{shown} Printer jams {link}",
        shown,
        shown.lower(),
        shown.replace("-", " "),
        shown.replace("-", ""),
        str(number),
        f"  {shown}\n",
    ):
        assert parse_incident_number(said) == number


def test_six_digits_and_more() -> None:
    assert incident_number(123) == "INC-000123"
    assert incident_number(12_345_678) == "INC-12345678"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "INC",
        "INC-",
        "INC--1",
        "12a",
        "a12",
        "1.5",
        "-5",
        "1 2",
        "1" * 13,
        "INC-1\nINC-2",
        "mainstay:INC-1\nmainstay:INC-2",
        "mainstay:INC-1 x",
        "xmainstay:INC-1",
        "²",
        "INC\u20111",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert parse_incident_number(text) is None
