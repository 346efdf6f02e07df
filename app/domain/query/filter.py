"""Reading a filter such as `is:open (priority:1,2 or is:vip) -team:network sla:<1h printer`.

Terms side by side mean "and", as the word does; "or" binds less, brackets bind most; a comma means "one of these", a
leading minus "not", quotes keep spaces together, and two of them within quotes are one. What cannot be read is never an
error box: it stays in `problems` with the place and a hint, and the rest still filters.
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from app.domain.query.fields import (
    DRAFT,
    FIELDS,
    GROUP_VALUES,
    IS_VALUES,
    SLA_VALUES,
    SORT_VALUES,
    Wrong,
    close_field,
    field_named,
    read_values,
)
from app.domain.query.quoting import unquoted
from app.domain.query.terms import Filter, Group, Node, Problem, Term, TermKind
from app.domain.search.folding import runs_of
from app.domain.search.words import MOST_TERMS
from app.domain.wording import number, tr

__all__ = [
    "FIELDS",
    "IS_VALUES",
    "SLA_VALUES",
    "Filter",
    "Group",
    "Node",
    "Problem",
    "Term",
    "TermKind",
    "asks_for_drafts",
    "grouping_of",
    "parse_filter",
    "sorting_of",
]

_ORDERS = frozenset({TermKind.SORT, TermKind.GROUP})
_OPEN = re.compile(r"-?\(")
_FIELD = r"(?P<minus>-?)(?:(?P<field>[A-Za-z_]+):)?"
_PIECE = re.compile(_FIELD + r'(?P<value>(?:"[^"]*"?|[^\s"])+)')
_PIECE_INSIDE = re.compile(_FIELD + r'(?P<value>(?:"[^"]*"?|[^\s")])+)')
_VALUE = re.compile(r'("(?:[^"]|"")*"?)|([^,"]+)')
_DEEPEST = 20
MOST_READ = 2_000
"""Characters of a filter that are read, more than anybody types: to read a mail holds up who pasted it by mistake."""


@lru_cache(maxsize=512)
def parse_filter(text: str) -> Filter:
    """Read a filter; never raises. The last ones are remembered, because every part of a page asks for its own."""
    if len(text) <= MOST_READ:
        return _Reader(text).read()
    kept = _whole_words(text[:MOST_READ])
    said = tr("Only the first {most} characters of a filter are read.", most=number(MOST_READ))
    read = _Reader(kept).read()
    return replace(read, problems=(*read.problems, Problem(len(kept), len(text), said)))


def _whole_words(text: str) -> str:
    """The text without a word at its end that was cut, where any other stands before it."""
    return re.sub(r"\s\S*\Z", "", text)


@dataclass(slots=True)
class _Bracket:
    """What has been read inside a bracket so far: alternatives, each a row of conditions."""

    start: int
    negated: bool = False
    alternatives: list[list[Node]] = field(default_factory=lambda: [[]])

    def closed(self, text: str) -> Group:
        """The conditions as they belong together."""
        rows = [row for row in self.alternatives if row]
        if len(rows) == 1:
            return Group(tuple(rows[0]), negated=self.negated, text=text)
        joined = tuple(row[0] if len(row) == 1 else Group(tuple(row)) for row in rows)
        return Group(joined, any_of=True, negated=self.negated, text=text) if rows else Group(text=text)


class _Reader:
    """Goes through a text from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open = [_Bracket(0)]
        self.problems: list[Problem] = []
        self.orders: list[Term] = []
        self.words = 0

    def read(self) -> Filter:
        """Read all of it."""
        place = 0
        while place < len(self.text):
            place = place + 1 if self.text[place].isspace() else self._piece(place)
        for bracket in self.open[1:]:
            self.problems.append(Problem(bracket.start, bracket.start + 1, tr("This bracket is never closed.")))
        while len(self.open) > 1:
            self._close(len(self.text))
        self.problems.sort(key=lambda problem: problem.start)
        return Filter(self.open[0].closed(self.text.strip()), tuple(self.problems), tuple(self.orders))

    def _piece(self, place: int) -> int:
        """Read what stands at a place; returns where it ends."""
        opening = _OPEN.match(self.text, place)
        if opening is not None and len(self.open) <= _DEEPEST:
            self.open.append(_Bracket(opening.end() - 1, opening.end() - place > 1))
            return opening.end()
        if self.text[place] == ")" and len(self.open) > 1:
            self._close(place + 1)
            return place + 1
        match = (_PIECE_INSIDE if len(self.open) > 1 else _PIECE).match(self.text, place)
        assert match is not None, "every character that is no space begins a piece"
        if match[0].lower() in {"and", "or"}:
            self._join(match)
        else:
            self._take(_term(match), match)
        return match.end()

    def _take(self, found: Term | Problem, match: re.Match[str]) -> None:
        if isinstance(found, Term) and found.kind is TermKind.WORD:
            self.words += 1
            if self.words > MOST_TERMS:
                # A page that was pasted is no question, and each word of it would be looked for by itself.
                found = _problem(match, tr("Only the first {most} words are looked for.", most=MOST_TERMS))
        if isinstance(found, Problem):
            self.problems.append(found)
        elif found.kind in _ORDERS:
            self._take_order(found, match)
        else:
            self.open[-1].alternatives[-1].append(found)

    def _take_order(self, found: Term, match: re.Match[str]) -> None:
        if found.negated:
            turned = f"sort:-{found.values[0].removeprefix('-')}" if found.kind is TermKind.SORT else ""
            self.problems.append(
                _problem(match, tr("An order cannot be left out; write the minus after sort:"), turned)
            )
        elif len(self.open) > 1:
            self.problems.append(_problem(match, tr("{kind}: stands outside of brackets.", kind=found.kind)))
        else:
            self.orders.append(found)

    def _join(self, match: re.Match[str]) -> None:
        alternatives = self.open[-1].alternatives
        if not alternatives[-1]:
            word = match[0].lower()
            self.problems.append(
                _problem(match, tr("“{word}” stands between two terms; put quotes around it to find it.", word=word))
            )
        elif match[0].lower() == "or":
            alternatives.append([])

    def _close(self, end: int) -> None:
        bracket = self.open.pop()
        start = bracket.start - bracket.negated
        group = bracket.closed(self.text[start:end])
        if group.parts:
            self.open[-1].alternatives[-1].append(group)
        else:
            self.problems.append(Problem(start, max(end, start + 1), tr("Nothing stands in these brackets.")))


def _term(match: re.Match[str]) -> Term | Problem:
    negated, written, raw = bool(match["minus"]), match["field"], match["value"]
    if written is None and raw.endswith(":") and (name := field_named(raw.removesuffix(":"))) is not None:
        # While somebody is still typing `team:` the list must not look for incidents with that word in them.
        return _unfinished(match, TermKind(name))
    if written is None:
        return _word(match)
    known = field_named(written)
    if known is None:
        return _unknown_field(match, written, raw)
    kind = TermKind(known)
    values = _values_in(raw)
    if not values:
        return _unfinished(match, kind)
    read = read_values(kind, values)
    if isinstance(read, Wrong):
        return _problem(match, read.message, read.instead and match["minus"] + read.instead)
    return Term(kind, read, negated, match[0])


def _values_in(raw: str) -> tuple[str, ...]:
    """What stands behind a colon; `=` says what the colon says already."""
    values = ((unquoted(quoted) or plain.removeprefix("=")).strip().lower() for quoted, plain in _VALUE.findall(raw))
    return tuple(value for value in values if value)


def _word(match: re.Match[str]) -> Term | Problem:
    word = match["value"].replace('"', "")
    if not runs_of(word):
        # No text is found by signs alone, so nothing is asked for.
        said = tr("“{word}” has no letter and no digit.", word=word) if word.strip() else tr("Nothing stands here.")
        return _problem(match, said)
    return Term(TermKind.WORD, (word,), bool(match["minus"]), match[0])


def _unknown_field(match: re.Match[str], written: str, raw: str) -> Problem:
    close = close_field(written)
    if close is None:
        return _problem(
            match,
            tr(
                "{written}: is not a filter. Known are {names}",
                written=written,
                names=", ".join(f"{item}:" for item in FIELDS),
            ),
        )
    values = _values_in(raw)
    read = read_values(TermKind(close), values) if values else values
    if isinstance(read, Wrong):
        # The other name alone would not help: what is wrong with the value is said at once.
        return _problem(match, read.message, read.instead and match["minus"] + read.instead)
    return _problem(
        match,
        tr("{written}: is not a filter. Did you mean {close}:?", written=written, close=close),
        f"{match['minus']}{close}:{raw}",
    )


def _unfinished(match: re.Match[str], kind: TermKind) -> Problem:
    return Problem(match.start(), match.end(), tr("{name}: needs a value.", name=kind), is_unfinished=True)


def _problem(match: re.Match[str], message: str, instead: str = "") -> Problem:
    return Problem(match.start(), match.end(), message, instead)


def sorting_of(wanted: Filter) -> tuple[str, bool, str] | None:
    """What the filter itself sorts by, as the queue calls it, and whether the largest comes first.

    Behind it by what those that are alike are sorted, with a minus where the largest comes first; empty for nothing.
    """
    found = next((term.values for term in reversed(wanted.orders) if term.kind is TermKind.SORT), None)
    if found is None:
        return None
    first, *then = found
    second = "".join(f"{'-' * name.startswith('-')}{SORT_VALUES[name.removeprefix('-')]}" for name in then)
    return SORT_VALUES[first.removeprefix("-")], first.startswith("-"), second


def grouping_of(wanted: Filter) -> str | None:
    """What the filter itself makes heads of, as the queue calls it."""
    found = next((term.values[0] for term in reversed(wanted.orders) if term.kind is TermKind.GROUP), None)
    return None if found is None else GROUP_VALUES[found]


def asks_for_drafts(text: str) -> bool:
    """Whether a filter asks for what somebody typed and has not sent, which no desk knows."""
    kinds = {TermKind.IS, TermKind.HAS}
    return any(term.kind in kinds and DRAFT in term.values for term in parse_filter(text).terms)
