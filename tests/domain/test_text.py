"""Every text enters through one door; whatever comes out can be stored by both databases and seen by a person."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BadInput
from app.domain.text import NOTE_LIMIT, TITLE_LIMIT, clean_line, clean_text, note_text, required_title

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates too


@given(ANY_TEXT)
def test_clean_text_can_be_stored_anywhere(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode()
    assert "\x00" not in cleaned
    assert not any(unicodedata.category(letter) == "Cc" and letter not in "\n\t" for letter in cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANY_TEXT)
def test_a_line_has_no_line_end(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("a\x00b", "a\N{REPLACEMENT CHARACTER}b"),
        ("a\ud83db", "a\N{REPLACEMENT CHARACTER}b"),
        ("e\N{COMBINING ACUTE ACCENT}", "\N{LATIN SMALL LETTER E WITH ACUTE}"),
        ("\x1b[31mred\x07", "[31mred"),
        ("tab\tstays", "tab\tstays"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("\N{ARABIC LETTER SEEN}\N{RIGHT-TO-LEFT MARK}", "\N{ARABIC LETTER SEEN}\N{RIGHT-TO-LEFT MARK}"),
    ],
)
def test_what_becomes_of_what(raw: str, cleaned: str) -> None:
    assert clean_text(raw) == cleaned


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("photo\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe", "photo[RLO]gpj.exe"),
        ("pay\N{ZERO WIDTH SPACE}pal", "pay[ZWSP]pal"),
        ("\N{FIRST STRONG ISOLATE}x\N{POP DIRECTIONAL ISOLATE}", "[FSI]x[PDI]"),
        ("\N{ZERO WIDTH NO-BREAK SPACE}first", "[BOM]first"),
        ("نامه\N{ZERO WIDTH NON-JOINER}ها", "نامه\N{ZERO WIDTH NON-JOINER}ها"),
        ("\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}", "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}"),
    ],
)
def test_what_hides_in_a_line_is_made_visible(raw: str, shown: str) -> None:
    assert clean_line(raw) == shown
    assert required_title(raw) == shown
    assert clean_text(raw) == raw, "in a long text it may be meant"


@pytest.mark.parametrize(
    "empty", ["", " ", "\n\t", "\x00\x01"[1:], "\N{ZERO WIDTH SPACE}", "\N{RIGHT-TO-LEFT OVERRIDE}\N{SOFT HYPHEN}"]
)
def test_a_title_that_nobody_can_see_is_empty(empty: str) -> None:
    with pytest.raises(BadInput, match="empty") as refusal:
        required_title(empty)
    assert refusal.value.field == "short_description"


def test_the_limit_of_a_title_counts_what_is_stored() -> None:
    longest = "é" * TITLE_LIMIT
    assert required_title(unicodedata.normalize("NFD", longest)) == longest
    with pytest.raises(BadInput, match=r"has 161 characters, 160 is the limit"):
        required_title("x" * (TITLE_LIMIT + 1))


def test_the_limit_of_a_note() -> None:
    assert len(note_text("x" * NOTE_LIMIT)) == NOTE_LIMIT
    with pytest.raises(BadInput, match="1,000,001 characters") as refusal:
        note_text("x" * (NOTE_LIMIT + 1), "description")
    assert refusal.value.field == "description"


def test_a_note_keeps_its_indentation() -> None:
    assert note_text("\n\n  step 1\n\tstep 2\n\n") == "  step 1\n\tstep 2"
