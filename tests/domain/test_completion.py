"""What is being typed is found where the cursor stands, and what is put in its place reads as it is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.query.completion import FIELD_HINTS, KNOWN_VALUES, Typed, as_read, typed_at
from app.domain.query.filter import FIELDS, TermKind, parse_filter
from app.domain.query.quoting import quoted, unquoted

DATES = {TermKind.CREATED, TermKind.UPDATED, TermKind.RESOLVED, TermKind.CLOSED, TermKind.DUE}


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("te|", Typed(0, 2, None, "te", "")),
        ("is:open te|", Typed(8, 10, None, "te", "is:open")),
        ("-te|", Typed(1, 3, None, "te", "")),
        ("team:Ne|", Typed(5, 7, TermKind.TEAM, "ne", "")),
        ("p:|", Typed(2, 2, TermKind.PRIORITY, "", "")),
        ("team:a,b|", Typed(7, 8, TermKind.TEAM, "b", "")),
        ('team:"a,b|', Typed(5, 9, TermKind.TEAM, "a,b", "")),
        ('team:"field se|" x', Typed(5, 15, TermKind.TEAM, "field se", "x")),
        ("(is:open or is:wa|)", Typed(15, 17, TermKind.IS, "wa", "(is:open or  )")),
        ("team:ne|twork p:1", Typed(5, 12, TermKind.TEAM, "ne", "p:1")),
        ("sla:on-t|", Typed(4, 8, TermKind.SLA, "on_t", "")),
        ('is:"in pro|', Typed(3, 10, TermKind.IS, "in_pro", "")),
        ("created:-7|", Typed(8, 10, TermKind.CREATED, "-7", "")),
        ("created:last-w|", Typed(8, 14, TermKind.CREATED, "last_w", "")),
        ("team:on-c|", Typed(5, 9, TermKind.TEAM, "on-c", "")),
        ("colour:re|", None),
        ("is:open |", None),
        ("|", None),
    ],
)
def test_what_is_typed(text: str, typed: Typed | None) -> None:
    place = text.index("|")
    assert typed_at(text.replace("|", ""), place) == typed


@given(st.text(alphabet='te:a,"-( )is', max_size=20), st.integers(0, 20))
def test_what_is_replaced_lies_in_the_text(text: str, place: int) -> None:
    typed = typed_at(text, min(place, len(text)))
    assert typed is None or 0 <= typed.start <= min(place, len(text)) <= typed.end <= len(text)


def test_every_field_is_explained_and_every_known_value_can_be_read() -> None:
    assert {kind.value for kind in FIELD_HINTS} == set(FIELDS)
    for kind, values in KNOWN_VALUES.items():
        for value in values:
            assert not parse_filter(f"{kind}:{value}").problems, f"{kind}:{value}"
            shown = as_read(kind, value)
            assert "_" not in shown, "a line below is no sign that people write"
            read = parse_filter(f"{kind}:{shown}")
            assert not read.problems, shown
            if kind not in DATES:  # Days are read where they are reckoned with.
                assert [term.values for term in read.terms] == [
                    term.values for term in parse_filter(f"{kind}:{value}").terms
                ]


@given(st.text(alphabet='ab ,:"()-', min_size=1, max_size=12).filter(lambda name: any(sign in name for sign in "ab")))
def test_a_name_is_one_value_whatever_stands_in_it(name: str) -> None:
    read = parse_filter(f"(team:{quoted(name)})")
    assert not read.problems
    (term,) = read.terms
    assert term.values == (name.strip(),)


@pytest.mark.parametrize("name", ['the "night" shift', '"', 'a"b', '""x', "plain", "two words", 'ends with "', "a,b"])
def test_a_name_is_found_by_what_it_is_quoted_as(name: str) -> None:
    (term,) = parse_filter(f"team:{quoted(name)},other").terms
    assert term.values == (name, "other")
    assert unquoted(quoted(name)) == name
