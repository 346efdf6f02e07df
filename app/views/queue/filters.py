"""What a filter text means for the head of the queue: which segment it is, and what the list is called."""

from typing import Final

DEFAULT: Final = "is:open"

SEGMENTS: Final = {
    "all": ("is:open",),
    "mine": ("is:open", "assignee:me"),
    "unassigned": ("is:open", "assignee:none"),
    "waiting": ("is:waiting",),
}
LABELS: Final = {"all": "All", "mine": "Mine", "unassigned": "Unassigned", "waiting": "Waiting"}
RESOLVED: Final = "is:resolved"

_TITLES: Final = {
    "is:open": "All open incidents",
    "is:open assignee:me": "My open work",
    "is:open assignee:none": "Unassigned",
    "is:waiting": "Waiting",
    "is:resolved": "Resolved",
    "is:any": "All incidents",
    "": "All incidents",
}


def segment_of(text: str) -> str | None:
    """The segment whose terms the filter has, beside terms about something else; None where it has others."""
    own = {term for term in text.split() if term.startswith(("is:", "assignee:"))}
    return next((key for key, terms in SEGMENTS.items() if own == set(terms)), None)


def with_segment(text: str, segment: str) -> str:
    """The filter with the terms of the segment in place of its own about state and assignee."""
    from app.domain.query.filter import TermKind, parse_filter

    parsed = parse_filter(text)
    others = [term.text for term in parsed.terms if term.kind not in {TermKind.IS, TermKind.ASSIGNEE}]
    return " ".join((*SEGMENTS[segment], *others))


def is_plain_segment(text: str) -> bool:
    """Whether the filter is a segment and nothing more, so that the counts of the whole desk are its counts."""
    return any(" ".join(terms) == text for terms in SEGMENTS.values())


def team_filter(name: str) -> str:
    """The filter of an assignment group."""
    quoted = f'"{name}"' if any(sign in name for sign in ' ,:"') else name
    return f"is:open team:{quoted.lower()}"


def title_of(text: str) -> str:
    """What the list is called."""
    if text in _TITLES:
        return _TITLES[text]
    # Imported here, as above and below, because the first picture of the window mostly needs the titles alone.
    from app.domain.query.filter import TermKind, parse_filter

    parsed = parse_filter(text)
    teams = [term for term in parsed.terms if term.kind is TermKind.TEAM and not term.negated]
    if len(parsed.terms) == 2 and len(teams) == 1 and len(teams[0].values) == 1:
        return teams[0].values[0].capitalize()
    return "Search results" if any(term.kind is TermKind.WORD for term in parsed.terms) else "Filtered incidents"


def without_last_term(text: str) -> tuple[str, str] | None:
    """The filter without its last term, and that term; None where only one is left."""
    from app.domain.query.filter import parse_filter

    terms = [term.text for term in parse_filter(text).terms]
    return (" ".join(terms[:-1]), terms[-1]) if len(terms) > 1 else None
