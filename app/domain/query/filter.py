"""Reading a filter such as `is:open priority:1,2 team:network assignee:me sla:<1h printer`.

Terms side by side mean "and", a comma means "or", a leading minus means "not", quotes keep spaces together. What
cannot be read is never an error box: it stays in `problems` with the place and a hint, and the rest still filters.
"""

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.query.spans import parse_span

FIELDS = ("is", "priority", "team", "assignee", "sla")
_ALIASES = {"p": "priority", "group": "team", "status": "is", "state": "is"}
IS_VALUES = (
    "open", "new", "assigned", "in_progress", "waiting", "resolved", "closed", "canceled",
    "unassigned", "mine", "vip", "major", "breached", "any",
)  # fmt: skip
SLA_VALUES = ("breached", "hot", "soon", "on_track", "paused", "met", "missed", "none")
"""The states of the clock that presses most; beside them a term takes lengths of time left, such as `<1h`."""

_IS_ALIASES = {
    "on_hold": "waiting", "onhold": "waiting", "hold": "waiting", "pending": "waiting", "cancelled": "canceled",
    "inprogress": "in_progress", "work_in_progress": "in_progress", "wip": "in_progress", "all": "any", "me": "mine",
}  # fmt: skip
"""Words of other desks, and other spellings."""


class TermKind(StrEnum):
    """What a term asks about."""

    IS = "is"
    PRIORITY = "priority"
    TEAM = "team"
    ASSIGNEE = "assignee"
    SLA = "sla"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Term:
    """One condition; several values mean "one of them". Values are lower case but for words."""

    kind: TermKind
    values: tuple[str, ...]
    negated: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A stretch of the text that cannot be read: where it stands and what was probably meant."""

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A read filter: every term has to hold."""

    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()


_PIECE = re.compile(r'(?P<minus>-?)(?:(?P<field>[A-Za-z_]+):)?(?P<value>(?:"[^"]*"?|[^\s"])+)')
_VALUE = re.compile(r'"([^"]*)"?|([^,"]+)')
_COMPARED = re.compile(r"^(<=|>=|<|>)(\d)$")
_RANGE = re.compile(r"^(\d)(?:\.\.|-)(\d)$")
_LEVELS = range(1, 10)


def parse_filter(text: str) -> Filter:
    """Read a filter; never raises."""
    terms: list[Term] = []
    problems: list[Problem] = []
    for match in _PIECE.finditer(text):
        term = _term(match)
        if isinstance(term, Term):
            terms.append(term)
        else:
            problems.append(term)
    return Filter(tuple(terms), tuple(problems))


def _term(match: re.Match[str]) -> Term | Problem:
    negated, field, raw = bool(match["minus"]), match["field"], match["value"]
    if field is None and (name := _known_field(raw)) is not None:
        return _problem(match, f"{name}: needs a value.")
    if field is None:
        word = raw.replace('"', "")
        return Term(TermKind.WORD, (word,), negated, match[0]) if word else _problem(match, "Nothing stands here.")
    name = _ALIASES.get(field.lower(), field.lower())
    if name not in FIELDS:
        close = difflib.get_close_matches(name, FIELDS, n=1, cutoff=0.5)
        hint = f"Did you mean {close[0]}:" if close else f"Known are {', '.join(item + ':' for item in FIELDS)}"
        return _problem(match, f"{field}: is not a filter. {hint}")
    values = tuple((quoted or plain).strip().lower() for quoted, plain in _VALUE.findall(raw))
    return _checked(match, TermKind(name), tuple(value for value in values if value), negated=negated)


def _known_field(raw: str) -> str | None:
    # While somebody is still typing `team:` the list must not look for incidents with that word in them.
    name = raw.removesuffix(":").lower()
    name = _ALIASES.get(name, name)
    return name if raw.endswith(":") and name in FIELDS else None


def _checked(match: re.Match[str], kind: TermKind, values: tuple[str, ...], *, negated: bool) -> Term | Problem:
    if not values:
        return _problem(match, f"{kind}: needs a value.")
    if kind is TermKind.PRIORITY:
        levels = [_levels(value) for value in values]
        if any(not level for level in levels):
            return _problem(match, "A priority is a number such as 1, a list such as 1,2 or a comparison such as <=2.")
        values = tuple(sorted({str(number) for level in levels for number in level}))
    if kind in _WORDS:
        values = tuple(_known_word(kind, value) for value in values)
        unknown = next((value for value in values if value not in _WORDS[kind] and not _is_span(kind, value)), None)
        if unknown is not None:
            return _problem(match, f"{kind}:{unknown} is not known. {_hint(kind, unknown)}")
    return Term(kind, values, negated, match[0])


_WORDS = {TermKind.IS: IS_VALUES, TermKind.SLA: SLA_VALUES}


def _known_word(kind: TermKind, value: str) -> str:
    """The value as it is listed: another spelling, or a word of another desk, is read as ours."""
    if _is_span(kind, value):
        return value
    word = value.replace("-", "_").replace(" ", "_")
    return _IS_ALIASES.get(word, word) if kind is TermKind.IS else word


def _is_span(kind: TermKind, value: str) -> bool:
    return kind is TermKind.SLA and parse_span(value) is not None


def _hint(kind: TermKind, unknown: str) -> str:
    close = difflib.get_close_matches(unknown, _WORDS[kind], n=1, cutoff=0.5)
    if close:
        return f"Did you mean {kind}:{close[0]}"
    lengths = ", and time left such as <1h or 1h..4h" if kind is TermKind.SLA else ""
    return f"Known are {', '.join(_WORDS[kind])}{lengths}"


def _levels(value: str) -> list[int]:
    value = value.removeprefix("p")
    if value.isdecimal() and len(value) == 1:
        return [int(value)]
    if compared := _COMPARED.match(value):
        sign, bound = compared[1], int(compared[2])
        tests = {"<": bound.__gt__, "<=": bound.__ge__, ">": bound.__lt__, ">=": bound.__le__}
        return [level for level in _LEVELS if tests[sign](level)]
    if between := _RANGE.match(value):
        return [level for level in _LEVELS if int(between[1]) <= level <= int(between[2])]
    return []


def _problem(match: re.Match[str], message: str) -> Problem:
    return Problem(match.start(), match.end(), message)
