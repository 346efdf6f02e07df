"""The fields of the filter: their names, what may stand after the colon, and what to say about anything else."""

import difflib
import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from app.domain.numbers import parse_incident_number
from app.domain.query.counts import parse_count
from app.domain.query.days import parse_days
from app.domain.query.risks import parse_risk
from app.domain.query.spans import parse_share, parse_span
from app.domain.query.terms import TermKind
from app.domain.risk import LEVELS
from app.domain.search.folding import runs_of
from app.domain.search.words import MOST_TERMS
from app.domain.vocabulary import Channel
from app.domain.wording import marked, tr

FIELDS: Final = tuple(kind.value for kind in TermKind if kind is not TermKind.WORD)
ALIASES: Final = {
    "p": "priority", "status": "is", "state": "is", "caller": "requester", "from": "requester", "owner": "assignee",
    "opened": "created", "reported": "created", "summary": "subject", "title": "subject", "number": "id",
    "mainstay": "id", "order": "sort", "messages": "comments", "tags": "tag", "reason": "hold", "hold_reason": "hold",
    "waiting_for": "hold", "resolution_code": "code",
}  # fmt: skip
"""Other names of the fields."""

IS_VALUES: Final = (
    "open", "new", "assigned", "in_progress", "waiting", "resolved", "closed", "canceled", "unassigned", "mine", "vip",
    "major", "breached", "paused", "escalated", "reopened", "unread", "restricted", "triage", "snoozed", "followed",
    "draft", "any",
)  # fmt: skip
SLA_VALUES: Final = ("breached", "hot", "soon", "on_track", "paused", "met", "missed", "none", "any")
"""The states of the clock that presses most; beside them a term takes lengths of time left, such as `<1h`,
and shares that are used, such as `>80%`."""

CLOCK_VALUES: Final = ("breached", "running", "paused", "met", "missed", "none", "any")
"""The states of a single clock."""

RISK_VALUES: Final = (*LEVELS, "none", "any")
"""How likely the resolution is late; beside them a term takes shares such as `>50%`."""

DRAFT: Final = "draft"
"""`is:draft` and `has:draft` are the same: something is typed and not sent, which only this computer knows."""

HAS_VALUES: Final = (
    "attachment", "note", "reply", "update", "link", "parent", "children", "duplicate", "review", "problem", "change",
    "cause", "workaround", "impact", "checklist", "open_steps", "my_steps", "kb", DRAFT,
)  # fmt: skip
CHANNEL_VALUES: Final = tuple(channel.value for channel in Channel)
_MOST_SORTS: Final = 2
SORT_VALUES: Final = {
    "sla": "sla", "due": "sla", "priority": "priority", "status": "state", "state": "state", "id": "number",
    "number": "number", "subject": "short_description", "requester": "caller", "team": "group", "assignee": "assignee",
    "site": "site", "service": "service", "category": "category", "channel": "channel", "tags": "tags",
    "created": "reported_at", "updated": "updated_at", "hold": "hold_until",
    "risk": "risk",
}  # fmt: skip
"""What rows are sorted by, and what the queue calls it."""

GROUP_VALUES: Final = {
    "sla": "sla", "priority": "priority", "status": "state", "state": "state", "team": "group",
    "assignee": "assignee", "none": "none",
}  # fmt: skip
"""What heads can be made of, and what the queue calls it."""

_IS_ALIASES: Final = {
    "on_hold": "waiting", "onhold": "waiting", "hold": "waiting", "pending": "waiting", "cancelled": "canceled",
    "inprogress": "in_progress", "work_in_progress": "in_progress", "wip": "in_progress", "all": "any", "me": "mine",
    "overdue": "breached", "drafts": "draft", "untriaged": "triage", "unsorted": "triage",
}  # fmt: skip
"""Words of other desks, and other spellings."""

_HAS_ALIASES: Final = {
    "attachments": "attachment", "file": "attachment", "files": "attachment", "notes": "note", "replies": "reply",
    "updates": "update", "stakeholder_update": "update", "stakeholder_updates": "update",
    "links": "link", "child": "children", "duplicates": "duplicate",
    "steps": "checklist", "open_step": "open_steps", "my_step": "my_steps", "tasks": "open_steps",
    "my_tasks": "my_steps", "drafts": DRAFT, "article": "kb", "articles": "kb", "knowledge": "kb",
}  # fmt: skip
_RISK_ALIASES: Final = {"mid": "medium", "moderate": "medium", "unknown": "none", "known": "any"}
_CHANNEL_ALIASES: Final = {"e_mail": "email", "mail": "email", "call": "phone", "walkin": "walk_in"}

NO_VALUE, ANY_VALUE = "none", "any"
"""`team:none` finds what has no team, `team:any` what has one."""


class Wrong(NamedTuple):
    """Why a value cannot be read, and what it is to be replaced by, where there is a guess."""

    message: str
    instead: str = ""


Read = tuple[str, ...] | Wrong


def field_named(written: str) -> str | None:
    """The field of this name or other name; None for an unknown one."""
    name = ALIASES.get(written.lower(), written.lower())
    return name if name in FIELDS else None


def close_field(written: str) -> str | None:
    """The field that was probably meant."""
    close = difflib.get_close_matches(written.lower(), [*FIELDS, *ALIASES], n=1, cutoff=0.6)
    return ALIASES.get(close[0], close[0]) if close else None


def read_values(kind: TermKind, values: tuple[str, ...]) -> Read:
    """The values in the form in which they are compared, or what is wrong with them."""
    return _READERS[kind](kind, values)


def _names(_kind: TermKind, values: tuple[str, ...]) -> Read:
    return values


def _levels_read(kind: TermKind, values: tuple[str, ...]) -> Read:
    levels = [_levels(value) for value in values]
    unread = next((value for value, level in zip(values, levels, strict=True) if not level), None)
    if unread is None:
        return tuple(sorted({str(number) for level in levels for number in level}))
    if unread.removeprefix("p").isdecimal():
        return _not_known(kind, unread, [str(level) for level in _LEVELS])
    return Wrong(tr("A priority is a number such as 1, a list such as 1,2 or a comparison such as <=2."))


_LEVELS = range(1, 6)
"""No desk has other priorities."""

_COMPARED = re.compile(r"^(<=|>=|<|>)(\d)$")
_RANGE = re.compile(r"^(\d)(?:\.\.|-)(\d)$")


def _levels(value: str) -> list[int]:
    value = value.removeprefix("p")
    if value.isdecimal() and len(value) == 1:
        return [level for level in _LEVELS if level == int(value)]
    if compared := _COMPARED.match(value):
        sign, bound = compared[1], int(compared[2])
        tests = {"<": bound.__gt__, "<=": bound.__ge__, ">": bound.__lt__, ">=": bound.__le__}
        return [level for level in _LEVELS if tests[sign](level)]
    if between := _RANGE.match(value):
        least, most = sorted(int(end) for end in between.groups())
        return [level for level in _LEVELS if least <= level <= most]
    return []


class _Words:
    """Reads words of a list, other spellings of them, and what `also` takes beside them."""

    def __init__(
        self,
        known: tuple[str, ...],
        aliases: dict[str, str] | None = None,
        also: Callable[[str], bool] | None = None,
        beside: str = "",
    ) -> None:
        self.known, self._aliases, self._also, self._beside = known, aliases or {}, also, beside

    def __call__(self, kind: TermKind, values: tuple[str, ...]) -> Read:
        found: list[str] = []
        for value in values:
            if self._also is not None and self._also(value):
                found.append(value)
                continue
            word = value.replace("-", "_").replace(" ", "_")
            word = self._aliases.get(word, word)
            if word not in self.known:
                return self._unknown(kind, value)
            found.append(word)
        return tuple(found)

    def _unknown(self, kind: TermKind, value: str) -> Wrong:
        close = difflib.get_close_matches(value, [*self.known, *self._aliases], n=1, cutoff=0.5)
        if close:
            meant = f"{kind}:{self._aliases.get(close[0], close[0])}"
            return Wrong(
                tr("{kind}:{value} is not known. Did you mean {meant}?", kind=kind, value=value, meant=meant), meant
            )
        return _not_known(kind, value, self.known, tr(self._beside) if self._beside else "")


def _not_known(kind: TermKind, value: str, known: Iterable[str], beside: str = "") -> Wrong:
    return Wrong(
        tr(
            "{kind}:{value} is not known. Known are {known}{beside}",
            kind=kind,
            value=value,
            known=", ".join(known),
            beside=beside,
        )
    )


def _is_length(value: str) -> bool:
    return parse_span(value) is not None or parse_share(value) is not None


_LENGTHS = marked(", time left such as <1h or 1h..4h, and shares used such as >80%")


def _is_risk(value: str) -> bool:
    return parse_risk(value) is not None


_RISKS = marked(", and shares such as >50%")


class _Checked:
    """Takes what a check takes."""

    def __init__(self, check: Callable[[str], bool], said: str) -> None:
        self._check, self._said = check, said

    def __call__(self, kind: TermKind, values: tuple[str, ...]) -> Read:
        wrong = next((value for value in values if not self._check(value)), None)
        return (
            values
            if wrong is None
            else Wrong(tr("{kind}:{wrong} cannot be read. {said}", kind=kind, wrong=wrong, said=tr(self._said)))
        )


def _is_moment(value: str) -> bool:
    return value in {NO_VALUE, ANY_VALUE} or parse_days(value) is not None


_DAYS = _Checked(
    _is_moment,
    marked(
        "Write today, yesterday, week, month, a date with its year such as 2026-11-01 or 1.11.2026, -7d for the last "
        "seven days, a comparison such as <-3d, or a stretch such as 2026-11-01..2026-11-15."
    ),
)
_COUNTS = _Checked(lambda value: parse_count(value) is not None, marked("Write a number such as 2, >0, <=5 or 1..3."))
_AGES = _Checked(lambda value: parse_span(value) is not None, marked("Write an age such as >3d, <2h or 1d..1w."))
_WORDED = _Checked(lambda value: bool(runs_of(value)), marked("Write a word; signs alone are not looked for."))


def _words_read(kind: TermKind, values: tuple[str, ...]) -> Read:
    if len(values) > MOST_TERMS:
        return Wrong(tr("Only the first {most} words are looked for.", most=MOST_TERMS))
    return _WORDED(kind, values)


def _numbers(kind: TermKind, values: tuple[str, ...]) -> Read:
    known = {NO_VALUE, ANY_VALUE} if kind is not TermKind.ID else set()
    wrong = next((value for value in values if value not in known and parse_incident_number(value) is None), None)
    return (
        values
        if wrong is None
        else Wrong(tr("{kind}:{wrong} is no number of an incident. Write INC-000123 or 123.", kind=kind, wrong=wrong))
    )


def _sorting(kind: TermKind, values: tuple[str, ...]) -> Read:
    names = [value.removeprefix("-") for value in values]
    wrong = next((name for name in names if name not in SORT_VALUES), None)
    if wrong is not None:
        close = difflib.get_close_matches(wrong, list(SORT_VALUES), n=1, cutoff=0.5)
        known = tr(
            "Rows are sorted by one or two of {names}; a minus turns the order round",
            names=", ".join(dict.fromkeys(SORT_VALUES)),
        )
        meant = ",".join(value.replace(wrong, close[0]) for value in values) if close else ""
        return Wrong(known, f"{kind}:{meant}") if close else Wrong(known)
    if len(values) > _MOST_SORTS or len({SORT_VALUES[name] for name in names}) < len(names):
        return Wrong(tr("Rows are sorted by two at most, each once"), f"{kind}:{values[0]}")
    return values


def _grouping(kind: TermKind, values: tuple[str, ...]) -> Read:
    if len(values) == 1 and values[0] in GROUP_VALUES:
        return values
    close = difflib.get_close_matches(values[0], list(GROUP_VALUES), n=1, cutoff=0.6)
    if close:
        meant = f"{kind}:{close[0]}"
        return Wrong(tr("group: puts rows under heads. Did you mean {meant}?", meant=meant), meant)
    heads = ", ".join(GROUP_VALUES)
    meant = f'team:"{values[0]}"' if " " in values[0] else f"team:{values[0]}"
    return Wrong(
        tr("group: puts rows under heads: {heads}. For an assignment group write {meant}", heads=heads, meant=meant),
        meant,
    )


_ONE_CLOCK = _Words(CLOCK_VALUES, also=_is_length, beside=_LENGTHS)
_READERS: dict[TermKind, Callable[[TermKind, tuple[str, ...]], Read]] = {
    TermKind.IS: _Words(IS_VALUES, _IS_ALIASES),
    TermKind.PRIORITY: _levels_read,
    TermKind.CHANNEL: _Words(CHANNEL_VALUES, _CHANNEL_ALIASES),
    TermKind.SLA: _Words(SLA_VALUES, also=_is_length, beside=_LENGTHS),
    TermKind.RISK: _Words(RISK_VALUES, _RISK_ALIASES, also=_is_risk, beside=_RISKS),
    **dict.fromkeys((TermKind.RESPONSE, TermKind.RESOLUTION, TermKind.UPDATE), _ONE_CLOCK),
    **dict.fromkeys(
        (TermKind.CREATED, TermKind.UPDATED, TermKind.RESOLVED, TermKind.CLOSED, TermKind.DUE), _DAYS
    ),
    TermKind.AGE: _AGES,
    TermKind.HAS: _Words(HAS_VALUES, _HAS_ALIASES),
    **dict.fromkeys((TermKind.LINK, TermKind.PARENT, TermKind.ID), _numbers),
    **dict.fromkeys((TermKind.LEVEL, TermKind.REOPENED, TermKind.COMMENTS), _COUNTS),
    TermKind.SORT: _sorting,
    TermKind.GROUP: _grouping,
    **dict.fromkeys(
        (
            TermKind.TEAM, TermKind.ASSIGNEE, TermKind.REQUESTER, TermKind.SITE, TermKind.SERVICE, TermKind.CATEGORY,
            TermKind.TAG, TermKind.PROBLEM, TermKind.HOLD, TermKind.CODE,
        ),
        _names,
    ),
    **dict.fromkeys((TermKind.SUBJECT, TermKind.TEXT), _words_read),
}  # fmt: skip
