"""What is being typed into a filter at a place, and what could stand there: fields, then the values of a field."""

import re
from typing import Final, NamedTuple

from app.domain.query.days import DAY_WORDS
from app.domain.query.fields import (
    CHANNEL_VALUES,
    CLOCK_VALUES,
    GROUP_VALUES,
    HAS_VALUES,
    IS_VALUES,
    RISK_VALUES,
    SLA_VALUES,
    SORT_VALUES,
    field_named,
)
from app.domain.query.quoting import unquoted
from app.domain.query.terms import TermKind
from app.domain.wording import marked

FIELD_HINTS: Final = {
    TermKind.IS: marked("where it stands"),
    TermKind.PRIORITY: marked("1, 1,2 or <=2"),
    TermKind.TEAM: marked("assignment group"),
    TermKind.ASSIGNEE: marked("who works on it"),
    TermKind.REQUESTER: marked("who called"),
    TermKind.SITE: marked("where it happened"),
    TermKind.SERVICE: marked("what is affected"),
    TermKind.CATEGORY: marked("what kind it is"),
    TermKind.TAG: marked("a word that somebody put on it"),
    TermKind.PROBLEM: marked("the problem it belongs to"),
    TermKind.CHANNEL: marked("how it came in"),
    TermKind.HOLD: marked("what it waits for while it is on hold"),
    TermKind.CODE: marked("the code it was resolved with"),
    TermKind.SLA: marked("the clock that presses most: <1h, >80%, paused"),
    TermKind.RESPONSE: marked("the clock of the first response"),
    TermKind.RESOLUTION: marked("the clock of the resolution"),
    TermKind.UPDATE: marked("the clock of the next update"),
    TermKind.CREATED: marked("when it was opened: today, -7d, 2026-11-01"),
    TermKind.UPDATED: marked("when it was last touched: <-3d"),
    TermKind.RESOLVED: marked("when it was resolved"),
    TermKind.CLOSED: marked("when it was closed"),
    TermKind.RISK: marked("how likely the resolution is late: high, >50%"),
    TermKind.DUE: marked("when it is due: today, 2d"),
    TermKind.AGE: marked("how long ago it was opened: >3d"),
    TermKind.HAS: marked("what hangs on it"),
    TermKind.LINK: marked("another incident it is linked to"),
    TermKind.PARENT: marked("the incident it is a child of"),
    TermKind.ID: marked("its number"),
    TermKind.LEVEL: marked("the level it is escalated to"),
    TermKind.REOPENED: marked("how many times it was reopened"),
    TermKind.COMMENTS: marked("how many messages it has"),
    TermKind.SUBJECT: marked("words of the short description"),
    TermKind.TEXT: marked("words of it and of the caller's name"),
    TermKind.SORT: marked("puts the rows in order"),
    TermKind.GROUP: marked("puts the rows under heads"),
}
"""What each field is about, in a few words."""

_MOMENTS: Final = (*DAY_WORDS, "-7d", "-30d", "none")
KNOWN_VALUES: Final[dict[TermKind, tuple[str, ...]]] = {
    TermKind.IS: IS_VALUES,
    TermKind.PRIORITY: ("1", "2", "3", "4", "5"),
    TermKind.TEAM: ("mine", "none"),
    TermKind.ASSIGNEE: ("me", "none"),
    TermKind.REQUESTER: ("me", "none"),
    TermKind.SITE: ("none",),
    TermKind.SERVICE: ("none",),
    TermKind.CATEGORY: ("none",),
    TermKind.TAG: ("none", "any"),
    TermKind.PROBLEM: ("none", "any"),
    TermKind.CHANNEL: CHANNEL_VALUES,
    TermKind.HOLD: ("none", "any"),
    TermKind.CODE: ("none", "any"),
    TermKind.SLA: (*SLA_VALUES, "<1h", ">80%"),
    **dict.fromkeys((TermKind.RESPONSE, TermKind.RESOLUTION, TermKind.UPDATE), (*CLOCK_VALUES, "<1h", ">80%")),
    **dict.fromkeys((TermKind.CREATED, TermKind.UPDATED, TermKind.RESOLVED, TermKind.CLOSED, TermKind.DUE), _MOMENTS),
    TermKind.RISK: (*RISK_VALUES, ">50%"),
    TermKind.AGE: ("<1d", ">3d", ">1w"),
    TermKind.HAS: HAS_VALUES,
    TermKind.LINK: ("any", "none"),
    TermKind.PARENT: ("any", "none"),
    TermKind.LEVEL: (">0", "1", "2", "3"),
    TermKind.REOPENED: (">0", ">1"),
    TermKind.COMMENTS: ("0", ">5"),
    TermKind.SORT: (*dict.fromkeys(SORT_VALUES), "-created", "-updated", "-risk"),
    TermKind.GROUP: tuple(GROUP_VALUES),
}
"""Values of fields that are known without asking the desk; names of people and teams come beside them."""

COUNTED_AT_ONCE: Final = frozenset(
    {
        *(TermKind.IS, TermKind.PRIORITY, TermKind.RISK, TermKind.CHANNEL),
        *(TermKind.SLA, TermKind.RESPONSE, TermKind.RESOLUTION, TermKind.UPDATE),
        *(TermKind.CREATED, TermKind.UPDATED, TermKind.RESOLVED, TermKind.CLOSED, TermKind.DUE, TermKind.AGE),
        TermKind.HAS,
    }
)
"""Fields with no other values than known ones: one answer has the numbers of all of them, whatever is typed of one."""

_WORDED: Final = frozenset(
    {
        *(TermKind.IS, TermKind.HAS, TermKind.RISK, TermKind.CHANNEL),
        *(TermKind.SLA, TermKind.RESPONSE, TermKind.RESOLUTION, TermKind.UPDATE),
        *(TermKind.CREATED, TermKind.UPDATED, TermKind.RESOLVED, TermKind.CLOSED, TermKind.DUE),
    }
)
"""Fields whose values are words of ours, some of which are two: stored with a line below, and read with a hyphen."""


def as_read(kind: TermKind, value: str) -> str:
    """A known value as people read and type it: `on-track`."""
    return value.replace("_", "-") if kind in _WORDED else value


def _as_known(kind: TermKind, part: str) -> str:
    """What is typed of a value as the known ones are spelled, however its two words are joined."""
    # The first sign of `-7d` is a minus.
    return part[:1] + part[1:].replace("-", "_").replace(" ", "_") if kind in _WORDED else part


class Typed(NamedTuple):
    """What stands at a place of the text: from where to where it is replaced, the field (None while its name is typed),
    what of the name or value is there, and the filter without the term.
    """

    start: int
    end: int
    kind: TermKind | None
    part: str
    rest: str


_PIECE = re.compile(r'(?:"[^"]*"?|[^\s"()])+')
_FIELD = re.compile(r"^-?([A-Za-z_]+):(.*)$", re.DOTALL)


def typed_at(text: str, place: int) -> Typed | None:
    """What is being typed before a place; None where nothing is, or a field that does not exist."""
    piece = next((found for found in _PIECE.finditer(text) if found.start() < place <= found.end()), None)
    if piece is None:
        return None
    rest = f"{text[: piece.start()]} {text[piece.end() :]}".strip()
    before = text[piece.start() : place]
    named = _FIELD.match(before)
    if named is None:
        minus = before.startswith("-")
        return Typed(piece.start() + minus, piece.end(), None, before.removeprefix("-").lower(), rest)
    field = field_named(named[1])
    if field is None:
        return None
    start = piece.start() + before.index(":") + 1
    start += _last_item(named[2])
    kind = TermKind(field)
    return Typed(start, piece.end(), kind, _as_known(kind, unquoted(text[start:place]).lower()), rest)


def _last_item(values: str) -> int:
    """Where the last of several values begins; a comma between quotes parts nothing."""
    quoted, start = False, 0
    for at, sign in enumerate(values):
        quoted = quoted is not (sign == '"')
        if sign == "," and not quoted:
            start = at + 1
    return start
