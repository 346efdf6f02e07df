"""Lines of text: nothing vanishes, nothing is too wide, nothing takes more than its share of time."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.reports.fonts import Face
from app.reports.lines import Line, break_lines, few_lines, one_line
from app.reports.styles import BODY
from app.reports.text import MOST_CHARACTERS, Run


def shown(lines: list[Line]) -> list[str]:
    return ["".join(f"[{part.text}]" if part.boxed else part.text for part in line.fragments) for line in lines]


def broken(text: str, width: float = 200) -> list[str]:
    return shown(break_lines([Run(text)], BODY, width))


def test_words_fill_the_lines() -> None:
    assert broken("The gate stays shut and nobody knows why", 100) == [
        "The gate stays shut",
        "and nobody knows",
        "why",
    ]


def test_markup_is_only_text() -> None:
    assert broken('<b>a</b> & <img src="/etc/passwd">', 500) == ['<b>a</b> & <img src="/etc/passwd">']


def test_line_breaks_and_empty_lines_stay() -> None:
    assert broken("one\r\n\r\ntwo\u2028three") == ["one", "", "two", "three"]


def test_leading_spaces_stay() -> None:
    assert broken("    indented") == ["    indented"]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("\x07", "[U+0007]"),
        ("\x00", "[U+0000]"),
        ("\ud800", "[U+D800]"),
        ("\U0001f469", "[U+1F469]"),
        ("\u202e", "[RLO]"),
        ("\u0e44", "[U+0E44]"),
        ("\ue000", "[U+E000]"),
    ],
)
def test_what_cannot_be_printed_is_marked(text: str, mark: str) -> None:
    assert broken(f"before{text}after") == [f"before{mark}after"]


@pytest.mark.parametrize("text", ["Łódź", "Ελλάδα", "Москва", "日本語テスト", "한국어", "汉字", "→ ✓ € ∞"])
def test_scripts_the_fonts_hold_are_printed_as_they_are(text: str) -> None:
    assert broken(text) == [text]


def test_a_fallback_face_is_used_character_by_character() -> None:
    faces = [part.face for part in break_lines([Run("Tokyo 東京")], BODY, 500)[0].fragments]
    assert faces == [Face.REGULAR, Face.DROID]


def test_scripts_without_spaces_break_anywhere_but_before_a_closing_sign() -> None:
    lines = broken("東京都千代田区。" * 6, 78)
    assert "".join(lines) == "東京都千代田区。" * 6
    assert not any(line.startswith("。") for line in lines)


def test_a_long_word_breaks_after_a_slash() -> None:
    lines = broken("https://example.org/first/second/third/fourth/fifth", 120)
    assert all(line.endswith(("/", "fifth")) for line in lines)


def test_arabic_is_joined_and_turned_round() -> None:
    # seen meem: the drawing order begins with the last letter.
    assert broken("\u0633\u0645") == ["\ufee2\ufeb3"]


def test_vowel_marks_are_drawn_on_their_letter() -> None:
    # kaf with fatha: the mark, which has no width, comes first and the letter is drawn over the same place.
    assert broken("\u0643\u064e") == ["\u064e\ufed9"]


def test_a_letter_whose_joined_form_the_font_lacks_is_marked_by_its_own_code() -> None:
    assert broken("\u06c1\u06cc") == ["\ufbfd[U+06C1]"]


def test_a_right_to_left_paragraph_stands_at_the_right() -> None:
    assert break_lines([Run("\u05e9\u05dc\u05d5\u05dd")], BODY, 200)[0].from_right
    assert not break_lines([Run("INC-1 \u05e9\u05dc\u05d5\u05dd")], BODY, 200)[0].from_right


def test_a_number_keeps_its_order_among_right_to_left_words() -> None:
    (line,) = broken("\u05e9\u05dc 12:30 \u05e9\u05dc")
    assert "12:30" in line


def test_one_line_ends_in_an_ellipsis() -> None:
    line = one_line("word " * 500, BODY, 100)
    assert line.width <= 100
    assert shown([line])[0].endswith("…")
    assert shown([one_line("short", BODY, 100)]) == ["short"]


def test_few_lines_say_whether_they_were_cut() -> None:
    lines, cut = few_lines("word " * 50, BODY, 100, 3)
    assert cut
    assert len(lines) == 3
    assert not few_lines("word", BODY, 100, 3)[1]


def test_a_text_beyond_measure_is_cut_with_a_note() -> None:
    lines = broken("x" * (MOST_CHARACTERS + 1_234), 5_000)
    assert "1,234 more characters are not printed" in "".join(lines)


_ONE_WAY = str.maketrans(")]}>", "([{<")
"""A bracket among letters from right to left is printed as the other one of its pair, which is the same to a reader."""


@given(st.text(max_size=300), st.floats(60, 400))
@example("{\U00010980", 60.0)
def test_no_line_is_wider_than_asked_and_no_visible_character_is_lost(text: str, width: float) -> None:
    lines = break_lines([Run(text)], BODY, width)
    assert all(line.width <= width + 0.01 for line in lines)
    text, printed = text.translate(_ONE_WAY), "".join(broken(text, width)).translate(_ONE_WAY)
    for letter in text:
        if letter.isascii() and letter.isprintable() and letter != " ":
            assert printed.count(letter) >= text.count(letter)


@pytest.mark.parametrize("unit", ["word ", "x", "日", "\u0633\u0644\u0627\u0645 ", "\U0001f469"])
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    def seconds(count: int) -> float:
        began = time.process_time()  # the work done, however busy the machine is with other things
        break_lines([Run(unit * (count // len(unit)))], BODY, 480)
        return time.process_time() - began

    seconds(1_000)  # reads the fonts
    # Four times the square law would be sixteen times the time; a busy machine may double one of them.
    assert min(seconds(40_000) for _ in range(3)) < 10 * min(seconds(10_000) for _ in range(3))
