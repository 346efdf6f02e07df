"""Two people changed the same thing: what each of them made of it, and what is done once somebody has chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.domain.errors import Conflict
from app.domain.field_names import field_name, field_value
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.views.incident.pick_lists import PickLists
from app.views.toolkit.formats import Formats

Raw = str | int | datetime | None
TEXTS: Final = frozenset({"short_description", "description", "business_impact", "cause", "workaround"})
"""Fields of prose, of which both versions can be kept."""

_READ_AT_A_GLANCE: Final = 120
"""Texts up to so many characters are shown as they are."""
_BESIDE: Final = 4
"""So many words that are the same stand on either side of what differs."""

_THEIRS_FIRST: Final = frozenset({"state", "assignee_id", "group_id"})
_NAMED: Final = {
    "group_id": "group_name", "assignee_id": "assignee_name", "service_id": "service_name",
    "configuration_item_id": "configuration_item_name", "category_id": "category_name",
    "subcategory_id": "subcategory_name", "site_id": "site_name",
}  # fmt: skip


class Choice(StrEnum):
    """Whose value is to stand."""

    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"


Choices = Mapping[str, Choice]


@dataclass(frozen=True, slots=True)
class Collision:
    """What a command was refused for; `seen` is the incident as the person saw it, `words` their values in words.

    `was` says in words what they saw, where that is not what `seen` has: what they had made of it and take back.
    `settle` is called with the choices and the incident as it is now, and writes what is to be written.
    """

    conflicts: tuple[Conflict, ...]
    seen: IncidentDetail
    settle: Callable[[Choices, IncidentDetail], None]
    words: Mapping[str, str] = field(default_factory=dict)
    was: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the panel: values in words, who changed it and when, and what is proposed."""

    field: str
    name: str
    was: str
    theirs: str
    mine: str
    by: str
    at: datetime | None
    proposed: Choice

    @property
    def is_text(self) -> bool:
        """Whether both can be kept."""
        return self.field in TEXTS and bool(self.theirs) and bool(self.mine)


def rows_of(collision: Collision, now: IncidentDetail, lists: PickLists, formats: Formats) -> list[Row]:
    """The lines of the panel, with theirs as it stands now."""
    found = []
    for conflict in collision.conflicts:
        name = conflict.field
        was = _seen_words(collision, conflict, lists, formats)
        # Prose is told apart word by word, so of it the whole is shown.
        mine = None if name in TEXTS else collision.words.get(name)
        if mine is None:
            mine = was if conflict.mine == conflict.base else in_words(name, conflict.mine, lists, formats)
        theirs = shown_value(now, name, lists, formats)
        found.append(
            Row(
                name,
                field_name(name),
                was,
                theirs,
                mine,
                conflict.by or tr("The desk"),
                conflict.at,
                _proposed(conflict),
            )
        )
    return found


def _seen_words(collision: Collision, conflict: Conflict, lists: PickLists, formats: Formats) -> str:
    """What the person saw: names come from the incident as they saw it; of everything else the base says it."""
    name = conflict.field
    if name in collision.was and name not in TEXTS:
        return collision.was[name]
    if name in _NAMED or name == "caller_id":
        return shown_value(collision.seen, name, lists, formats)
    return in_words(name, conflict.base, lists, formats)


def _proposed(conflict: Conflict) -> Choice:
    if conflict.theirs == conflict.base:
        return Choice.MINE
    if conflict.mine == conflict.base or conflict.field in _THEIRS_FIRST:
        return Choice.THEIRS
    return Choice.MINE if conflict.field in TEXTS else Choice.THEIRS


def shown_value(detail: IncidentDetail, name: str, lists: PickLists, formats: Formats) -> str:
    """A field of an incident as the page shows it; empty where nothing stands."""
    if name == "caller_id":
        return detail.caller.name if detail.caller is not None else ""
    if name in _NAMED:
        return getattr(detail, _NAMED[name]) or ""
    value = getattr(detail, name, None)
    return "" if value is None else in_words(name, str(value), lists, formats)


def in_words(name: str, value: str | None, lists: PickLists, formats: Formats) -> str:
    """A raw value of the journal in the words of the page."""
    if value is None:
        return ""
    labels = {
        "impact": lists.matrix.impact_labels, "urgency": lists.matrix.urgency_labels,
        "priority": lists.matrix.priority_labels,
    }.get(name)  # fmt: skip
    if labels is not None and value.isdecimal() and 1 <= int(value) <= len(labels):
        label = labels[int(value) - 1]
        return f"P{value} {label}" if name == "priority" else label
    if name.startswith("promised_"):
        return formats.full(datetime.fromisoformat(value))
    return field_value(name, value)


def apart(*texts: str) -> tuple[str, ...]:
    """Texts that are to be told apart: of long ones only the words around where they differ, with an ellipsis.

    A text that is empty differs from all others everywhere and decides nothing about them.
    """
    if max(map(len, texts), default=0) <= _READ_AT_A_GLANCE:
        return texts
    split = [text.split() for text in texts]
    told = [words for words in split if words]
    start = _alike(told)
    end = min(_alike([words[::-1] for words in told]), *(len(words) - start for words in told))
    return tuple(_around(words, max(0, start - _BESIDE), max(0, end - _BESIDE)) for words in split)


def _alike(texts: list[list[str]]) -> int:
    """With how many words all of them begin."""
    count = 0
    for words in zip(*texts, strict=False):
        if len(set(words)) > 1:
            break
        count += 1
    return count


def _around(words: list[str], before: int, after: int) -> str:
    if not words:
        return ""
    shown = words[before : len(words) - after]
    return " ".join([*(["…"] if before else []), *shown, *(["…"] if after else [])])


def combined(name: str, theirs: str, mine: str) -> str:
    """Both texts, theirs first; a summary stays one line."""
    return f"{theirs} / {mine}" if name == "short_description" else f"{theirs}\n\n{mine}"


def raw_value(detail: IncidentDetail, name: str) -> Raw:
    """What the desk compares: identifiers, levels and texts as they are stored."""
    if name == "caller_id":
        return detail.caller.id if detail.caller is not None else None
    value: Raw = getattr(detail, name)
    return value


def conflicts_with(detail: IncidentDetail, wanted: Mapping[str, Raw], base: Mapping[str, Raw]) -> tuple[Conflict, ...]:
    """The fields in which an incident is neither what it was when a draft was begun, nor what the draft says."""
    found = []
    for name, mine in wanted.items():
        theirs = raw_value(detail, name)
        if _text(theirs) not in {_text(base[name]), _text(mine)}:
            found.append(Conflict(name, _text(base[name]), _text(theirs), _text(mine), *_changed_by(detail, name)))
    return tuple(found)


def _text(value: Raw) -> str | None:
    # An empty text and none say the same to whoever reads them.
    return None if value in {None, ""} else str(value)


def _changed_by(detail: IncidentDetail, name: str) -> tuple[str | None, datetime | None]:
    """Who changed a field last and when, by the journal."""
    for item in reversed(detail.journal):
        if any(change.field == name for change in item.changes):
            return item.author_name, item.occurred_at
    return None, None


def settled(choices: Choices, wanted: Mapping[str, Raw], seen: IncidentDetail, now: IncidentDetail) -> dict[str, Raw]:
    """What is to be written after somebody has chosen; what nobody else touched is written as it was meant."""
    values = {name: value for name, value in wanted.items() if name not in choices}
    for name, choice in choices.items():
        theirs, mine = raw_value(now, name), wanted.get(name, raw_value(seen, name))
        if choice is Choice.MINE and mine != theirs:
            values[name] = mine
        elif choice is Choice.BOTH:
            values[name] = combined(name, str(theirs or ""), str(mine or ""))
    return values
