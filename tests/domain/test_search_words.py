"""What people type is read into words, widened to other spellings, and marked in texts; whatever it is."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.search.apart import written_apart
from app.domain.search.folding import SEPARATOR_CLASS, folded, folded_with_places, runs_of
from app.domain.search.forms import Language, forms_of
from app.domain.search.marking import Marker
from app.domain.search.typos import near_misses
from app.domain.search.words import MOST_SIGNS, MOST_TERMS, Phrase, parse_words

BOTH = tuple(Language)


def first_phrases(text: str) -> list[Phrase]:
    return [term.phrases[0] for term in parse_words(text).terms]


def spans(text: str, wanted: str) -> list[str]:
    """What is marked of a text."""
    return [text[left:right] for left, right in Marker(parse_words(wanted)).whole(text).spans]


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("toner", [(("toner",), True)]),
        ("toner ", [(("toner",), False)]),
        ("toner low", [(("toner",), False), (("low",), True)]),
        ('"paper jam"', [(("paper", "jam"), False)]),
        ('"paper j', [(("paper", "j"), True)]),
        ("CD-4012", [(("cd", "4012"), True)]),
        ("srv-db-07 ", [(("srv", "db", "07"), False)]),
        ("10.20.30.40 ", [(("10", "20", "30", "40"), False)]),
        ("Müller ", [(("muller",), False)]),
        ("a AND b OR NOT c* (", [(("a",), False), (("and",), False), (("b",), False), (("or",), False),
                                 (("not",), False), (("c",), False)]),
        ("", []), ("   ", []), ("--", []), ('""', []), ("…!?", []),
    ],
)  # fmt: skip
def test_words_are_read(typed: str, phrases: list[tuple[tuple[str, ...], bool]]) -> None:
    assert first_phrases(typed) == [Phrase(runs, is_open) for runs, is_open in phrases]


def test_a_leading_minus_takes_out() -> None:
    wanted = parse_words('printer -toner -"paper jam" pre-print')
    assert [term.phrases[0].runs for term in wanted.terms] == [("printer",), ("pre", "print")]
    assert [term.phrases[0].runs for term in wanted.unwanted] == [("toner",), ("paper", "jam")]


def test_taking_out_of_nothing_finds_nothing() -> None:
    assert not parse_words("-toner")


@given(st.text(max_size=300))
def test_no_text_raises(typed: str) -> None:
    wanted = parse_words(typed)
    for term in (*wanted.terms, *wanted.unwanted):
        for phrase in term.phrases:
            assert phrase.runs
            # A sharp s stands in the index as it is written where nothing folds it.
            assert all(run and run in {folded(run), folded(run).replace("ss", "ß")} for run in phrase.runs)


@pytest.mark.parametrize(
    "typed", ["\0", "\ud800 x", "a" * 50_000, "x " * 20_000, "\u202eabc \u202d", "'\"" * 5000, "%_\\"]
)
def test_hostile_texts_are_read_as_far_as_they_say_something(typed: str) -> None:
    wanted = parse_words(typed)
    assert len(wanted.terms) <= MOST_TERMS
    assert sum(len(term.typed) for term in wanted.terms) <= MOST_SIGNS
    assert all(len(run) <= 200 for term in wanted.terms for phrase in term.phrases for run in phrase.runs)


@pytest.mark.parametrize(
    ("word", "language", "other"),
    [
        ("printing", "english", "printed"), ("prints", "english", "print"), ("policies", "english", "policy"),
        ("updating", "english", "update"), ("failed", "english", "failing"), ("stopped", "english", "stop"),
        ("scan", "english", "scanning"), ("mailbox", "english", "mailboxes"), ("crashes", "english", "crash"),
        ("hauser", "german", "haus"), ("netzwerke", "german", "netzwerken"), ("drucker", "german", "druckern"),
        ("konten", "german", "konten"), ("kennwort", "german", "kennworter"),
    ],
)  # fmt: skip
def test_other_forms_of_a_word(word: str, language: str, other: str) -> None:
    assert other in forms_of(word, [Language(language)])


@pytest.mark.parametrize(("word", "other"), [("server", "service"), ("print", "printer"), ("port", "portal")])
def test_other_words_are_no_forms(word: str, other: str) -> None:
    assert other not in forms_of(word, [Language.ENGLISH])


def test_without_a_language_a_word_is_itself() -> None:
    assert forms_of("printing", []) == ("printing",)
    assert [len(term.phrases) for term in parse_words("printing ", ()).terms] == [1]


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=12), st.randoms(use_true_random=False))
def test_every_single_slip_is_a_near_miss(word: str, chance: random.Random) -> None:
    at = chance.randrange(len(word))
    sign = chance.choice("abcdefghijklmnopqrstuvwxyz")
    slips = {
        word[:at] + word[at + 1 :], word[:at] + sign + word[at:], word[:at] + sign + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    }  # fmt: skip
    for slip in slips - {word}:
        if len(slip) >= 4:
            assert word in near_misses(slip)


def test_numbers_are_not_misspelt() -> None:
    assert near_misses("cd4012") == ()
    assert near_misses("vpn") == ()


@pytest.mark.parametrize(
    ("runs", "pieces"),
    [
        (["srvdb07"], ("srv", "db", "07")), (["srv", "db", "07"], ("srvdb07",)),
        (["srv", "d", "b07"], ("srv", "db", "07")), (["db7"], ("db", "7")), (["log", "in"], ("login",)),
        (["4930123456"], ("49", "30", "123456")), (["14155552671"], ("1", "415", "555", "2671")),
        (["pc4a12"], ("pc", "4", "a", "12")),
    ],
)  # fmt: skip
def test_an_identifier_is_written_in_other_pieces(runs: list[str], pieces: tuple[str, ...]) -> None:
    assert pieces in written_apart(runs)


@given(st.text(alphabet="ab019", min_size=1, max_size=40))
def test_other_pieces_are_the_same_signs_and_few(run: str) -> None:
    ways = written_apart([run])
    assert len(ways) == len(set(ways)) <= 400
    assert all("".join(pieces) == run and 1 < len(pieces) <= 6 for pieces in ways)


def test_words_and_short_numbers_are_not_cut() -> None:
    assert written_apart(["printer"]) == written_apart(["40123"]) == written_apart(["1" * 17]) == ()
    assert [parse_words(typed).terms[0].near() for typed in ("10.20.30.40", '"srv db 07"', "30.11.2026")] == [()] * 3


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Printer prints and printing stops", "printing ", ["prints", "printing"]),
        ("Printer prints and printing stops", "print", ["Printer", "prints", "printing"]),
        ("Die Straße in Zürich", "strasse zurich ", ["Straße", "Zürich"]),
        ("Frau Mueller rief an", "müller ", ["Mueller"]),
        ("On srv-db-07 and srvdb07", "db-07", ["db-07"]),
        ("CD4012, CD-4012 and cd 4012", "CD-4012 ", ["CD4012", "CD-4012", "cd 4012"]),
        ("Host 10.20.30.40 is down", "30.40", ["30.40"]),
        ("paper jam, not a jam of paper", '"paper jam"', ["paper jam"]),
        ("nothing here", "else", []),
        ("שלום עולם", "עולם", ["עולם"]),
        ("İstanbul office", "office", ["office"]),
    ],
)  # fmt: skip
def test_what_is_marked(text: str, wanted: str, found: list[str]) -> None:
    assert spans(text, wanted) == found


@given(st.text(max_size=400), st.text(max_size=30))
def test_marks_stay_inside_any_text(text: str, wanted: str) -> None:
    marker = Marker(parse_words(wanted))
    for marked in (marker.whole(text), marker.snippet(text)):
        assert all(0 <= left < right <= len(marked.text) for left, right in marked.spans)
        assert list(marked.spans) == sorted(marked.spans)


def test_which_terms_stand_in_a_text_is_told_by_their_places() -> None:
    marker = Marker(parse_words('fuser CD-4012 "paper jam" toner '))
    assert marker.found_in("The FUSER of cd 4012; no jam of paper") == {0, 1}
    assert marker.found_in("Paper jam, defuser") == {2}
    assert marker.found_in("") == frozenset()


@given(st.text(max_size=300), st.text(max_size=30))
def test_a_term_that_is_marked_is_found_in_the_text(text: str, wanted: str) -> None:
    marker = Marker(parse_words(wanted))
    assert bool(marker.found_in(text)) == bool(marker.whole(text).spans)


def test_a_snippet_is_cut_out_around_what_was_found() -> None:
    text = "Nothing to see. " * 60 + "The fuser\nunit squeals. " + "Nothing more. " * 60
    marked = Marker(parse_words("fuser squeals")).snippet(text)
    assert len(marked.text) < 200
    assert marked.text.startswith("…")
    assert marked.text.endswith("…")
    assert "\n" not in marked.text
    assert [marked.text[left:right] for left, right in marked.spans] == ["fuser", "squeals"]


@given(st.text(max_size=60))
def test_places_lead_back_to_the_text(text: str) -> None:
    plain, places = folded_with_places(text)
    if places is not None:
        assert len(places) == len(plain)
        assert all(0 <= place < len(text) for place in places)


def test_runs_hold_a_letter_or_a_digit() -> None:
    assert runs_of("a_b-c ... \N{PRINTER} 7²") == ["a", "b", "c", "7²"]


def test_servers_cut_texts_at_the_same_signs() -> None:
    path = Path(__file__).resolve().parents[2] / "migrations" / "versions" / "20261129_0012_find_things_by_words.py"
    written = "".join(re.findall(r'"((?:\\\\u[0-9a-f]{4}-\\\\u[0-9a-f]{4})+)"', path.read_text(encoding="utf-8")))
    assert written.replace("\\\\", "\\") == SEPARATOR_CLASS
