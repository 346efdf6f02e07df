"""What a filter text means for the head of the queue: which segment it is, and what the list is called."""

import re
from typing import Final, NamedTuple

from app.domain.query.quoting import quoted
from app.domain.wording import tr

DEFAULT: Final = "is:open"

SEGMENTS: Final = {
    "all": ("is:open",),
    "mine": ("is:open", "assignee:me"),
    "unassigned": ("is:open", "assignee:none"),
    "waiting": ("is:waiting",),
}
LABELS: Final = {"all": tr("All"), "mine": tr("Mine"), "unassigned": tr("Unassigned"), "waiting": tr("Waiting")}
RESOLVED: Final = "is:resolved"

_TITLES: Final = {
    "is:open": tr("All open incidents"),
    "is:open assignee:me": tr("My open work"),
    "is:open assignee:none": tr("Unassigned"),
    "is:waiting": tr("Waiting"),
    "is:resolved": tr("Resolved"),
    "is:any": tr("All incidents"),
    "": tr("All incidents"),
}


def segment_of(text: str) -> str | None:
    """The segment whose terms the filter has, beside terms about something else; None where it has others."""
    if "(" in text or " or " in f" {text.lower()} ":
        return None
    own = {term for term in text.split() if term.startswith(("is:", "assignee:"))}
    return next((key for key, terms in SEGMENTS.items() if own == set(terms)), None)


def with_segment(text: str, segment: str) -> str:
    """The filter with the terms of the segment in place of its own about state and assignee; brackets stay."""
    from app.domain.query.filter import Term, TermKind, parse_filter

    parsed = parse_filter(text)
    root, orders = parsed.root, [term.text for term in parsed.orders]
    if root.any_of:
        return " ".join((*SEGMENTS[segment], f"({_ORDER.sub('', text).strip()})", *orders))
    own = {TermKind.IS, TermKind.ASSIGNEE}
    others = [part.text for part in root.parts if not isinstance(part, Term) or part.kind not in own]
    return " ".join((*SEGMENTS[segment], *others, *orders))


def is_plain_segment(text: str) -> bool:
    """Whether the filter is a segment and nothing more, so that the counts of the whole desk are its counts."""
    return any(" ".join(terms) == text for terms in SEGMENTS.values())


def team_filter(name: str) -> str:
    """The filter of an assignment group."""
    return f"is:open team:{quoted(name)}"


def title_of(text: str) -> str:
    """What the list is called."""
    if text in _TITLES:
        return _TITLES[text]
    # Imported here, as above and below, because the first picture of the window mostly needs the titles alone.
    from app.domain.query.filter import TermKind, parse_filter

    parsed = parse_filter(text)
    if not parsed.terms:
        # Nothing is asked, or nothing that can be read, so everything is shown.
        return _TITLES[""]
    teams = [term for term in parsed.terms if term.kind is TermKind.TEAM and not term.negated]
    if parsed.is_plain and len(parsed.terms) == 2 and len(teams) == 1 and len(teams[0].values) == 1:
        return teams[0].values[0].capitalize()
    return (
        tr("Search results") if any(term.kind is TermKind.WORD for term in parsed.terms) else tr("Filtered incidents")
    )


def without_last_term(text: str) -> tuple[str, str] | None:
    """The filter without its last term or bracket, and that; None where only one is left."""
    from app.domain.query.filter import parse_filter

    parsed = parse_filter(text)
    terms = [] if parsed.root.any_of else [part.text for part in parsed.root.parts]
    orders = [term.text for term in parsed.orders]
    return (" ".join(terms[:-1] + orders), terms[-1]) if len(terms) > 1 else None


class Orders(NamedTuple):
    """What a filter says about the order: the column and whether it falls, and the heads; None where it is silent."""

    sort: tuple[str, bool, str] | None = None
    group: str | None = None


_ORDER = re.compile(r"(?<!\S)(?:sort|order|group):\S*\s*", re.IGNORECASE)
_NO_ORDERS: Final = Orders()


def orders_of(text: str) -> Orders:
    """The order that the filter itself names."""
    if ":" not in text or _ORDER.search(text) is None:
        return _NO_ORDERS
    from app.domain.query.filter import grouping_of, parse_filter, sorting_of

    parsed = parse_filter(text)
    return Orders(sorting_of(parsed), grouping_of(parsed))


def with_sort(text: str, column: str, *, descending: bool, then: str = "") -> str:
    """The filter with another column to sort by, as the queue calls it, and one for those that are alike in it."""
    from app.domain.query.fields import SORT_VALUES

    names = {meant: name for name, meant in reversed(SORT_VALUES.items())}
    second = f",{'-' * then.startswith('-')}{names[then.removeprefix('-')]}" if then else ""
    return f"{_without(text, 'sort|order')} sort:{'-' if descending else ''}{names[column]}{second}".strip()


def with_group(text: str, column: str) -> str:
    """The filter with other heads, as the queue calls them."""
    from app.domain.query.fields import GROUP_VALUES

    name = next(name for name, meant in GROUP_VALUES.items() if meant == column)
    return f"{_without(text, 'group')} group:{name}".strip()


def _without(text: str, fields: str) -> str:
    return re.sub(rf"(?<!\S)(?:{fields}):\S*\s*", "", text, flags=re.IGNORECASE).strip()
