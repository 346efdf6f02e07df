"""Filters that name a category which another one took the place of: they ask for both from then on."""

from collections.abc import Mapping
from typing import Final

from app.domain.query.fields import ANY_VALUE, NO_VALUE
from app.domain.query.filter import parse_filter
from app.domain.query.quoting import between_quotes
from app.domain.query.terms import Term, TermKind

_NOBODYS: Final = frozenset({NO_VALUE, ANY_VALUE})


def asking_for_both(text: str, taken_over: Mapping[str, str]) -> str:
    """The filter with the category that took the place of one it names beside it; the same text where it names none.

    `taken_over` gives for the name of each category that went the name of the one that came. The former stays in the
    filter, because incidents that have ended keep it.
    """
    pieces, place = [], 0
    for term in parse_filter(text).terms:
        start = _place_of(text, term.text, place)
        if start is None:
            continue
        end = start + len(term.text)
        pieces.append(text[place:end] + "".join(f",{_quoted(name)}" for name in _lacking(term, taken_over)))
        place = end
    return "".join(pieces) + text[place:]


def _place_of(text: str, piece: str, after: int) -> int | None:
    """Where a term stands that begins a piece of its own, not the same letters inside of another."""
    start = text.find(piece, after)
    while start > 0 and not (text[start - 1].isspace() or text[start - 1] == "("):
        start = text.find(piece, start + 1)
    return None if start < 0 or not piece else start


def _lacking(term: Term, taken_over: Mapping[str, str]) -> list[str]:
    if term.kind is not TermKind.CATEGORY:
        return []
    words = [value for value in term.values if value not in _NOBODYS]
    found: list[str] = []
    for former, now in taken_over.items():
        if _names(words, former) and not _names([*words, *map(str.lower, found)], now):
            found.append(now)
    return found


def _names(words: list[str], name: str) -> bool:
    return any(word in name.lower() for word in words)


def _quoted(name: str) -> str:
    return name if name.isalnum() else between_quotes(name)
