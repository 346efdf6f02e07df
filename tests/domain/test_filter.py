"""The filter is read as a person means it, and never raises whatever is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.instants import HOUR, MINUTE
from app.domain.query.filter import IS_VALUES, Filter, Term, TermKind, parse_filter
from app.domain.query.spans import Span, parse_span


def only(text: str) -> Term:
    """The one term of a filter without problems."""
    read = parse_filter(text)
    assert not read.problems, read.problems
    (term,) = read.terms
    return term


@pytest.mark.parametrize(
    ("text", "kind", "values", "negated"),
    [
        ("is:open", TermKind.IS, ("open",), False),
        ("is:OPEN,Waiting", TermKind.IS, ("open", "waiting"), False),
        ("-is:open", TermKind.IS, ("open",), True),
        ("is:in-progress", TermKind.IS, ("in_progress",), False),
        ('is:"in progress"', TermKind.IS, ("in_progress",), False),
        ("status:new", TermKind.IS, ("new",), False),
        ("state:closed", TermKind.IS, ("closed",), False),
        ("priority:1", TermKind.PRIORITY, ("1",), False),
        ("p:2,1,2", TermKind.PRIORITY, ("1", "2"), False),
        ("priority:P1", TermKind.PRIORITY, ("1",), False),
        ("priority:<=2", TermKind.PRIORITY, ("1", "2"), False),
        ("priority:<2", TermKind.PRIORITY, ("1",), False),
        ("priority:>=8", TermKind.PRIORITY, ("8", "9"), False),
        ("priority:>7,1", TermKind.PRIORITY, ("1", "8", "9"), False),
        ("priority:2..4", TermKind.PRIORITY, ("2", "3", "4"), False),
        ("priority:2-3", TermKind.PRIORITY, ("2", "3"), False),
        ("team:Network", TermKind.TEAM, ("network",), False),
        ('group:"Field Service",apps', TermKind.TEAM, ("field service", "apps"), False),
        ("team:none", TermKind.TEAM, ("none",), False),
        ("assignee:me", TermKind.ASSIGNEE, ("me",), False),
        ("-assignee:none", TermKind.ASSIGNEE, ("none",), True),
        ("sla:breached,Hot", TermKind.SLA, ("breached", "hot"), False),
        ("sla:on-track", TermKind.SLA, ("on_track",), False),
        ("-sla:none", TermKind.SLA, ("none",), True),
        ("sla:<1h,paused", TermKind.SLA, ("<1h", "paused"), False),
        ("sla:-2h..30m", TermKind.SLA, ("-2h..30m",), False),
        ("is:breached", TermKind.IS, ("breached",), False),
        ("printer", TermKind.WORD, ("printer",), False),
        ("-printer", TermKind.WORD, ("printer",), True),
        ('"paper jam"', TermKind.WORD, ("paper jam",), False),
        ('"is:open"', TermKind.WORD, ("is:open",), False),
        ("INC-000123", TermKind.WORD, ("INC-000123",), False),
        ("Großraum", TermKind.WORD, ("Großraum",), False),
    ],
)
def test_one_term(text: str, kind: TermKind, values: tuple[str, ...], negated: bool) -> None:
    term = only(text)
    assert (term.kind, term.values, term.negated, term.text) == (kind, values, negated, text)


def test_terms_side_by_side() -> None:
    read = parse_filter("  is:open   priority:1,2 team:network assignee:me printer ")
    assert [term.kind.value for term in read.terms] == ["is", "priority", "team", "assignee", "word"]
    assert not read.problems


@pytest.mark.parametrize("text", ["", " ", "\t\n"])
def test_nothing_filters_nothing(text: str) -> None:
    assert parse_filter(text) == Filter()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("is:opne", "Did you mean is:open"),
        ("is:xyzzy", "Known are"),
        ("sla:breeched", "Did you mean sla:breached"),
        ("sla:<5", "time left such as <1h"),
        ("sla:2..3h", "time left such as <1h"),
        ("sla:", "needs a value"),
        ("prio:1", "Did you mean priority:"),
        ("colour:red", "Known are is:, priority:"),
        ("priority:high", "A priority is a number"),
        ("priority:12", "A priority is a number"),
        ("priority:4..2", "A priority is a number"),
        ("is:,", "is: needs a value"),
        ("is:", "is: needs a value"),
        ("team:", "team: needs a value"),
        ("p:", "priority: needs a value"),
        ('team:""', "team: needs a value"),
        ('""', "Nothing stands here"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_filters(text: str, said: str) -> None:
    read = parse_filter(f"is:open {text} printer")
    assert [term.kind for term in read.terms] == [TermKind.IS, TermKind.WORD]
    (problem,) = read.problems
    assert said in problem.message
    assert (problem.start, problem.end) == (8, 8 + len(text))


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_that_is_typed_raises(text: str) -> None:
    read = parse_filter(text)
    for problem in read.problems:
        assert 0 <= problem.start < problem.end <= len(text)
    for term in read.terms:
        assert term.values
        assert all(term.values)
        assert term.kind is not TermKind.IS or set(term.values) <= set(IS_VALUES)


@given(st.text(alphabet='ispor:,"-<>=.1269 a', max_size=30))
def test_nothing_that_looks_like_a_filter_raises(text: str) -> None:
    for term in parse_filter(text).terms:
        if term.kind is TermKind.PRIORITY:
            assert all(1 <= int(value) <= 9 for value in term.values)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("is:on-hold", "waiting"), ("status:onhold", "waiting"), ("is:cancelled", "canceled"), ("is:all", "any")],
)
def test_words_of_other_desks_are_understood(text: str, meant: str) -> None:
    found = parse_filter(text)
    assert not found.problems
    assert found.terms[0].values == (meant,)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("<1h", Span(None, HOUR)),
        ("<=30m", Span(None, 30 * MINUTE + 1)),
        (">2d", Span(48 * HOUR + 1, None)),
        (">=0", Span(0, None)),
        ("<0", Span(None, 0)),
        ("1h..4h", Span(HOUR, 4 * HOUR + 1)),
        ("-1h..0", Span(-HOUR, 1)),
        ("<5", None),
        ("5h", None),
        ("1h..4", None),
        ("<1w", None),
    ],
)
def test_lengths_of_time_left(text: str, span: Span | None) -> None:
    assert parse_span(text) == span
