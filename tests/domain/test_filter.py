"""The filter is read as a person means it, and never raises whatever is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.instants import HOUR, MINUTE
from app.domain.query.counts import parse_count
from app.domain.query.filter import (
    IS_VALUES,
    MOST_READ,
    Filter,
    Node,
    Term,
    TermKind,
    grouping_of,
    parse_filter,
    sorting_of,
)
from app.domain.query.spans import Span, parse_share, parse_span
from app.domain.search.words import MOST_TERMS


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
        ("priority:>=4", TermKind.PRIORITY, ("4", "5"), False),
        ("priority:>3,1", TermKind.PRIORITY, ("1", "4", "5"), False),
        ("priority:2..4", TermKind.PRIORITY, ("2", "3", "4"), False),
        ("priority:2-3", TermKind.PRIORITY, ("2", "3"), False),
        ("priority:4..2", TermKind.PRIORITY, ("2", "3", "4"), False),
        ("priority:=2", TermKind.PRIORITY, ("2",), False),
        ('team:=Network,="Field Service"', TermKind.TEAM, ("network", "field service"), False),
        ("comments:=2", TermKind.COMMENTS, ("2",), False),
        ("created:=2026-11-01", TermKind.CREATED, ("2026-11-01",), False),
        ("is:=open", TermKind.IS, ("open",), False),
        ("team:Network", TermKind.TEAM, ("network",), False),
        ('team:"Field Service",apps', TermKind.TEAM, ("field service", "apps"), False),
        ("team:none", TermKind.TEAM, ("none",), False),
        ("assignee:me", TermKind.ASSIGNEE, ("me",), False),
        ("-assignee:none", TermKind.ASSIGNEE, ("none",), True),
        ("sla:breached,Hot", TermKind.SLA, ("breached", "hot"), False),
        ("sla:on-track", TermKind.SLA, ("on_track",), False),
        ("-sla:none", TermKind.SLA, ("none",), True),
        ("sla:<1h,paused", TermKind.SLA, ("<1h", "paused"), False),
        ("sla:>80%", TermKind.SLA, (">80%",), False),
        ("sla:50%..75%,breached", TermKind.SLA, ("50%..75%", "breached"), False),
        ("sla:-2h..30m", TermKind.SLA, ("-2h..30m",), False),
        ("is:breached", TermKind.IS, ("breached",), False),
        ("caller:Rosa", TermKind.REQUESTER, ("rosa",), False),
        ("channel:e-mail,Phone", TermKind.CHANNEL, ("email", "phone"), False),
        ("mainstay:INC-000123", TermKind.ID, ("inc-000123",), False),
        ("response:<1h,Missed", TermKind.RESPONSE, ("<1h", "missed"), False),
        ("created:-7d", TermKind.CREATED, ("-7d",), False),
        ("opened:2026-11-01..2026-11-15", TermKind.CREATED, ("2026-11-01..2026-11-15",), False),
        ("due:<=tomorrow", TermKind.DUE, ("<=tomorrow",), False),
        ("age:>3d", TermKind.AGE, (">3d",), False),
        ("has:notes,file", TermKind.HAS, ("note", "attachment"), False),
        ("parent:INC-000123", TermKind.PARENT, ("inc-000123",), False),
        ("reopened:>0", TermKind.REOPENED, (">0",), False),
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
        ("sla:80%", "shares used such as >80%"),
        ("sla:2..3h", "time left such as <1h"),
        ("sla:", "needs a value"),
        ("prio:1", "Did you mean priority:"),
        ("colour:red", "Known are is:, priority:"),
        ("priority:high", "A priority is a number"),
        ("priority:12", "priority:12 is not known. Known are 1, 2, 3, 4, 5"),
        ("p:9", "priority:9 is not known. Known are 1, 2, 3, 4, 5"),
        ("priority:p0", "priority:p0 is not known. Known are 1, 2, 3, 4, 5"),
        ("priority:>5", "A priority is a number"),
        ("prio:9", "priority:9 is not known. Known are 1, 2, 3, 4, 5"),
        ("iss:opne", "Did you mean is:open"),
        ("priority:4..x", "A priority is a number"),
        ("is:,", "is: needs a value"),
        ("is:", "is: needs a value"),
        ("team:", "team: needs a value"),
        ("p:", "priority: needs a value"),
        ('team:""', "team: needs a value"),
        ('""', "Nothing stands here"),
        ("group:network", "For an assignment group write team:network"),
        ("-group:team", "An order cannot be left out"),
        ("created:someday", "Write today, yesterday"),
        ("created:2026-02-30", "Write today, yesterday"),
        ("age:old", "Write an age"),
        ("comments:many", "Write a number"),
        ("link:MI-1", "is no number of an incident"),
        ("has:notse", "Did you mean has:note"),
        ("sort:colour", "Rows are sorted by one or two of"),
        ("sort:sla,colour", "Rows are sorted by one or two of"),
        ("sort:due,sla", "each once"),
        ("sort:team,site,sla", "by two at most"),
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
        ("4h..1h", Span(HOUR, 4 * HOUR + 1)),
        ("<5", None),
        ("5h", None),
        ("1h..4", None),
        ("<1y", None),
    ],
)
def test_lengths_of_time_left(text: str, span: Span | None) -> None:
    assert parse_span(text) == span


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("prio:1,2", "priority:1,2"),
        ("-taem:network", "-team:network"),
        ("is:opne", "is:open"),
        ("-is:opne", "-is:open"),
        ('group:"field service"', 'team:"field service"'),
        ("-sort:created", "sort:-created"),
        ("sort:sla,-craeted", "sort:sla,-created"),
        ("sort:-team,site,sla", "sort:-team"),
        ("zzz:1", ""),
    ],
)
def test_what_was_probably_meant_can_be_put_in_its_place(text: str, instead: str) -> None:
    (problem,) = parse_filter(text).problems
    assert problem.instead == instead


def test_the_order_is_no_condition() -> None:
    read = parse_filter("is:open sort:-created group:team sort:sla")
    assert [term.text for term in read.terms] == ["is:open"]
    assert sorting_of(read) == ("sla", False, ""), "what is written last holds"
    assert sorting_of(parse_filter("sort:-created")) == ("reported_at", True, "")
    assert sorting_of(parse_filter("sort:team,-created")) == ("group", False, "-reported_at"), "what is alike goes on"
    assert grouping_of(read) == "group"
    assert read.is_plain
    assert (sorting_of(parse_filter("is:open")), grouping_of(parse_filter("is:open"))) == (None, None)
    (problem,) = parse_filter("(is:open sort:sla)").problems
    assert "outside of brackets" in problem.message


def drawn(node: Node) -> str:
    """A tree as it was understood: brackets around everything that belongs together."""
    if isinstance(node, Term):
        return node.text
    joined = (" or " if node.any_of else " ").join(drawn(part) for part in node.parts)
    return f"{'-' if node.negated else ''}[{joined}]"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("is:open p:1", "[is:open p:1]"),
        ("is:open and p:1", "[is:open p:1]"),
        ("p:1 or is:vip", "[p:1 or is:vip]"),
        ("p:1 OR is:vip", "[p:1 or is:vip]"),
        ("a b or c d", "[[a b] or [c d]]"),
        ("(p:1 or is:vip) assignee:none", "[[p:1 or is:vip] assignee:none]"),
        ("-(p:1 is:vip) a", "[-[p:1 is:vip] a]"),
        ("-(a or b)", "[-[a or b]]"),
        ("((a))", "[[[a]]]"),
        ('team:"a (b)" c', '[team:"a (b)" c]'),
        ('(team:"a) b" c)', '[[team:"a) b" c]]'),
        ("printer(2) a", "[printer(2) a]"),
        ('"or" a', '["or" a]'),
        ("a or", "[a]"),
    ],
)
def test_how_terms_are_joined(text: str, tree: str) -> None:
    read = parse_filter(text)
    assert not read.problems
    assert drawn(read.root) == tree
    assert read.is_plain is (tree.count("[") == 1 and " or " not in tree)


@pytest.mark.parametrize(
    ("text", "said", "tree", "stretch"),
    [
        ("(a b", "never closed", "[[a b]]", (0, 1)),
        ("a (b or (c", "never closed", "[a [b or [c]]]", (2, 3)),
        ("or a", "stands between two terms", "[a]", (0, 2)),
        ("a or or b", "stands between two terms", "[a or b]", (5, 7)),
        ("a ()", "Nothing stands in these brackets", "[a]", (2, 4)),
        ("a -() b", "Nothing stands in these brackets", "[a b]", (2, 5)),
    ],
)
def test_what_is_joined_wrongly_is_told(text: str, said: str, tree: str, stretch: tuple[int, int]) -> None:
    read = parse_filter(text)
    assert said in read.problems[0].message
    assert (read.problems[0].start, read.problems[0].end) == stretch
    assert drawn(read.root) == tree


def test_too_many_brackets_are_words() -> None:
    read = parse_filter("(" * 500 + "a" + ")" * 500)
    assert read.terms[0].values == ("(" * 480 + "a",)


@given(st.text(alphabet='ab ()-or":and', max_size=40))
def test_no_way_of_joining_raises(text: str) -> None:
    read = parse_filter(text)
    for problem in read.problems:
        assert 0 <= problem.start < problem.end <= max(len(text), 1)
    assert all(term.values for term in read.terms)


def test_a_page_that_was_pasted_is_looked_for_by_its_first_words() -> None:
    read = parse_filter(" ".join(f"word{number}" for number in range(5_000)))
    assert len(read.terms) == MOST_TERMS
    assert read.problems[0].message == f"Only the first {MOST_TERMS} words are looked for."
    assert parse_filter("text:" + "a," * 5_000).terms == ()


def test_a_stretch_of_shares_or_numbers_is_the_same_either_way() -> None:
    assert parse_share("80%..20%") == parse_share("20%..80%") is not None
    assert parse_count("5..1") == parse_count("1..5") is not None


@pytest.mark.parametrize("piece", ["printer ", "is:open ", "teem:x ", "INC-000001 or ", "(a ", '"a b" '])
def test_of_a_mail_that_was_pasted_the_beginning_is_read_and_it_is_said_where_that_ends(piece: str) -> None:
    text = piece * (MOST_READ // len(piece))
    assert "characters of a filter" not in "".join(each.message for each in parse_filter(text).problems)
    longer = parse_filter(text + "team:network " * 900)
    *before, last = longer.problems
    assert last.message == "Only the first 2,000 characters of a filter are read."
    assert (last.start <= MOST_READ, last.end) == (True, len(text) + 13 * 900)
    assert all(problem.end <= MOST_READ for problem in before)
    assert sum(len(term.text) for term in longer.terms) <= MOST_READ


def test_no_half_of_a_word_is_read_where_a_filter_is_too_long() -> None:
    read = parse_filter("is:open " * 249 + "team:net team:network_and_more " + "x " * 200)
    assert {term.values for term in read.terms} == {("open",)}
    assert len(parse_filter("x" * 10_000).terms) == 1
