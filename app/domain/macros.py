"""Macros: a text with fields that are filled in for an incident, and what is done to it in the same go."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from typing import Final, NamedTuple

from app.domain.errors import BadInput
from app.domain.kept_words import Offered, WordKind, not_in_use
from app.domain.lifecycle import Step
from app.domain.numbers import article_number, parse_article_number
from app.domain.tags import stored_tags
from app.domain.vocabulary import HoldReason, State
from app.domain.wording import inside, marked, tr

FIELDS: Final[Mapping[str, str]] = {
    "caller.first_name": marked("the first name of the caller"),
    "caller.name": marked("the name of the caller"),
    "incident.number": marked("the number of the incident"),
    "incident.summary": marked("its short description"),
    "incident.due": marked("when it is due"),
    "service.name": marked("its service"),
    "group.name": marked("its assignment group"),
    "assignee.name": marked("whoever works on it"),
    "me.first_name": marked("your first name"),
    "me.name": marked("your name"),
}
"""What can stand in a text between two pairs of braces, and what it is in words."""

ARTICLE_EXAMPLE: Final = "kb:KB-000123"
"""The field that becomes number and title of a published article; any number of one can stand in it."""

DUE: Final = "incident.due"

SETTABLE: Final = ("group_id", "assignee_id", "impact", "urgency", "service_id", "category_id")
"""The fields that a macro can set."""

ME: Final = "me"
"""As the value of the assignee: whoever runs the macro."""

STATES: Final = (State.IN_PROGRESS, State.ON_HOLD, State.RESOLVED)
"""The states into which a macro can bring an incident."""

MOST_DAYS: Final = 365
_DIGITS: Final = 12
_ARTICLE: Final = "kb:"
_FIELD: Final = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


WriteMoment = Callable[[datetime], str]
"""How a moment is written in a text; who reads dates their own way hands in that way."""


def plain_moment(moment: datetime) -> str:
    """A moment as everybody can read it: `2026-03-02 14:30 UTC`."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


class Filled(NamedTuple):
    """A text with its fields filled in; what could not be filled stands as it was, and is named."""

    text: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Acts:
    """What a macro does beside its text: fields that it sets, and the step that it takes.

    `tags` are put on beside those that are there; `article` is the number of the one that is linked, 0 for none.
    """

    sets: Mapping[str, str | int] = field(default_factory=dict)
    state: State | None = None
    hold_reason: str | None = None
    hold_days: int = 0
    resolution_code: str = ""
    tags: tuple[str, ...] = ()
    article: int = 0

    def __bool__(self) -> bool:
        """Whether it does anything at all."""
        return bool(self.sets or self.tags or self.article) or self.state is not None


def article_field(number: int) -> str:
    """The name of the field that becomes an article, however its number was typed."""
    return f"{_ARTICLE}{number}"


def article_of(name: str) -> int | None:
    """The number of the article that a field names; None for a field of another kind."""
    kind, _, typed = name.partition(":")
    if f"{kind.lower()}:" != _ARTICLE:
        return None
    return int(typed) if typed.isdecimal() and len(typed) <= _DIGITS else parse_article_number(typed)


def fields_of(text: str) -> Iterator[str]:
    """The names of the fields in a text, those that nothing has included."""
    for match in _FIELD.finditer(text):
        yield _name(match)


def is_field(name: str) -> bool:
    """Whether there is such a field."""
    return name in FIELDS or article_of(name) is not None


def mistyped(text: str) -> str | None:
    """The first name in a text that was meant for a field and is none, such as `caller.frist`; None without one.

    Other braces are left alone: who writes about templates has braces of their own.
    """
    kinds = {name.partition(".")[0] for name in FIELDS}
    names = (name for name in fields_of(text) if not is_field(name))
    return next((name for name in names if name.partition(".")[0].lower() in kinds and "." in name), None)


def mistyped_words(name: str) -> str:
    """Why a text with such a name is not sent yet."""
    close = get_close_matches(name.lower(), FIELDS, 1, 0.6)
    named = f"{{{{{name}}}}}"
    if close:
        return tr(
            "There is no field {named}. Did you mean {meant}? Send once more to leave it as it stands.",
            named=named,
            meant=f"{{{{{close[0]}}}}}",
        )
    return tr("There is no field {named}. Send once more to leave it as it stands.", named=named)


def needs_reading(name: str) -> bool:
    """Whether more than the incident itself has to be read for a field."""
    return name == DUE or article_of(name) is not None


def _name(match: re.Match[str]) -> str:
    number = article_of(match.group(1))
    return match.group(1) if number is None else article_field(number)


def fill(text: str, facts: Mapping[str, str | None]) -> Filled:
    """Put the facts in the place of their fields."""
    missing: dict[str, None] = {}

    def value(match: re.Match[str]) -> str:
        name = _name(match)
        found = facts.get(name)
        if not found:
            missing[name] = None
            return match.group(0)
        return found

    filled = _FIELD.sub(value, text)
    return Filled(filled, tuple(missing))


def said_with(text: str, facts: Mapping[str, str | None]) -> str:
    """How a text will read: with the facts that are known, and in words what is not known yet."""
    filled = fill(text, facts)
    return fill(filled.text, {name: f"[{_words(name)}]" for name in filled.missing if is_field(name)}).text


def missing_words(missing: tuple[str, ...]) -> str:
    """Why a text cannot be sent yet."""
    named = ", ".join(_words(name) if is_field(name) else f"{{{{{name}}}}}" for name in missing)
    return tr("Not known here: {named}. Fill it in, or write the text without it.", named=named)


def _words(name: str) -> str:
    number = article_of(name)
    if number is None:
        return tr(FIELDS[name])
    return tr("{number} as a published article that whoever reads this may read", number=article_number(number))


def check_text(text: str) -> None:
    """Pass, or say which field of a text no incident has."""
    for match in _FIELD.finditer(text):
        if not is_field(match.group(1)):
            known = ", ".join((*FIELDS, ARTICLE_EXAMPLE))
            raise BadInput(
                tr("There is no field {group}. Known are {known}.", group=match.group(0), known=known), "body"
            )


def check_acts(acts: Acts, text: str, *, public: bool, offered: Offered) -> None:
    """Pass, or say what would make every run of the macro be refused."""
    if not text.strip() and not acts:
        raise BadInput(tr("The macro does nothing yet. Write a text or choose what it changes."), "body")
    unknown = [name for name in acts.sets if name not in SETTABLE]
    if unknown:
        raise BadInput(tr("A macro cannot set {unknown}.", unknown=", ".join(unknown)), "sets")
    stored_tags(acts.tags)
    if acts.state is not None and acts.state not in STATES:
        raise BadInput(tr("A macro cannot bring an incident to {state}.", state=inside(acts.state.label)), "state")
    if acts.state is State.ON_HOLD:
        _check_hold(acts, text, public=public, offered=offered)
    elif acts.state is State.RESOLVED:
        _check_resolution(acts, text, public=public, offered=offered)


def _check_hold(acts: Acts, text: str, *, public: bool, offered: Offered) -> None:
    if acts.hold_reason is None or not 1 <= acts.hold_days <= MOST_DAYS:
        raise BadInput(
            tr("Say what is waited for, and for how many days: 1 to {most_days}.", most_days=MOST_DAYS), "hold_days"
        )
    if acts.hold_reason not in offered.hold_reasons:
        raise BadInput(not_in_use(WordKind.HOLD, acts.hold_reason), "hold_reason")
    if acts.hold_reason == HoldReason.AWAITING_CALLER and not (text.strip() and public):
        raise BadInput(tr("Waiting for the caller needs a reply that says what is needed from them."), "body")


def _check_resolution(acts: Acts, text: str, *, public: bool, offered: Offered) -> None:
    if not (acts.resolution_code and text.strip() and public):
        raise BadInput(tr("A resolution needs its code, and a reply that says how it was resolved."), "resolution_code")
    if acts.resolution_code not in offered.resolution_codes:
        raise BadInput(not_in_use(WordKind.CODE, acts.resolution_code), "resolution_code")


def step_of(acts: Acts, text: str, now: datetime) -> Step | None:
    """The step that a run takes; a resolution and a question to the caller take the text with them."""
    if acts.state is None:
        return None
    if acts.state is State.ON_HOLD:
        asks = acts.hold_reason == HoldReason.AWAITING_CALLER
        until = now + timedelta(days=acts.hold_days)
        return Step(State.ON_HOLD, hold_reason=acts.hold_reason, hold_until=until, comment=text if asks else "")
    if acts.state is State.RESOLVED:
        return Step(State.RESOLVED, resolution_code=acts.resolution_code, resolution_notes=text)
    return Step(acts.state)


def text_goes_with_step(acts: Acts) -> bool:
    """Whether the text is said by the step itself, and not beside it."""
    return acts.state is State.RESOLVED or (
        acts.state is State.ON_HOLD and acts.hold_reason == HoldReason.AWAITING_CALLER
    )
