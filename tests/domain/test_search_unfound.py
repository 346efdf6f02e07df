"""Which words of a search that found nothing are kept, and in which form."""

import pytest

from app.domain.search.unfound import LONGEST, word_form


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("VPN  hangs", "vpn hangs"),
        ('"paper jam" -scanner', "paper jam"),
        ('-"floor 2" Toner', "toner"),
        ("wi-fi code", "wi-fi code"),
        ("Straße Größe", "strasse grösse"),
        ("srv-db-07", "srv-db-07"),
        ("office 365", "office 365"),
        ("ab", ""),
        ("   ", ""),
        ("-scanner", ""),
        ("jonas@harbour.example", ""),
        ("INC-000123", ""),
        ("+49 40 1234", ""),
        ("12 34 56", ""),
        ("10.20.30.40", ""),
        ("123", ""),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), ""),
        ("word " * 5_000, ""),
        ("a\x00b\ud800c", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"),
        ("gpj\N{RIGHT-TO-LEFT OVERRIDE}exe", "gpj[rlo]exe"),
    ],
)
def test_what_is_kept_of_a_search(typed: str, kept: str) -> None:
    assert word_form(typed) == kept


def test_the_same_words_have_one_form() -> None:
    assert word_form("Toner  LOW") == word_form(" toner low ") == word_form(word_form("Toner low"))
