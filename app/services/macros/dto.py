"""What goes into macros and comes out of them, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.domain.actor import Actor
from app.domain.macros import Acts, Filled
from app.domain.numbers import incident_number
from app.domain.tags import stored_tags, tags_of
from app.domain.vocabulary import State
from app.services.incidents.dto import IncidentDetail


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro as the person sees it who asks; `effects` are the names of what it sets, in words."""

    id: str
    name: str
    short_name: str
    body: str
    public: bool
    acts: Acts
    owner_id: str
    owner_name: str
    share: str
    group_id: str | None
    group_name: str | None
    active: bool
    may_change: bool
    effects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewMacro:
    """A macro to be kept; one with an `id` that stands already is changed."""

    id: str
    name: str
    short_name: str = ""
    body: str = ""
    public: bool = True
    acts: Acts = Acts()  # noqa: RUF009 -- it is frozen
    share: str = "own"
    group_id: str | None = None


class MacroRun(NamedTuple):
    """An incident on which a macro is run; `post_id` is made by the window, so that a repeat cannot double it.

    A reply that is `held` is not written: the window keeps it for the seconds in which it can be taken back.
    """

    incident_id: str
    post_id: str
    held: bool = False


class Said(NamedTuple):
    """What a macro would say at an incident, and to whom; empty where something is not known that it names."""

    incident_id: str
    number: int
    caller_name: str
    text: str


class MacrosHere(NamedTuple):
    """What there is to choose from at an incident, and how the text of each reads there, by the id of the macro."""

    macros: tuple[Macro, ...]
    detail: IncidentDetail
    texts: Mapping[str, Filled]


def acts_to_data(acts: Acts) -> dict[str, Any]:
    """As the database keeps it; what is empty is left out."""
    data: dict[str, Any] = dict(acts.sets)
    if acts.state is not None:
        data["state"] = acts.state.value
    if acts.hold_reason is not None:
        data |= {"hold_reason": str(acts.hold_reason), "hold_days": acts.hold_days}
    if acts.resolution_code:
        data["resolution_code"] = acts.resolution_code
    if acts.tags:
        data["tags"] = list(tags_of(stored_tags(acts.tags)))
    if acts.article:
        data["article"] = acts.article
    return data


def acts_of_data(data: Mapping[str, Any]) -> Acts:
    """The same read back."""
    beside = ("state", "hold_reason", "hold_days", "resolution_code", "tags", "article")
    return Acts(
        {name: value for name, value in data.items() if name not in beside},
        State(data["state"]) if data.get("state") else None,
        str(data["hold_reason"]) if data.get("hold_reason") else None,
        int(data.get("hold_days") or 0),
        str(data.get("resolution_code") or ""),
        tuple(data.get("tags") or ()),
        int(data.get("article") or 0),
    )


def facts_of(detail: IncidentDetail, actor: Actor) -> dict[str, str | None]:
    """What stands in the place of each field of a text, as far as the incident itself says it."""
    caller = detail.caller.name if detail.caller is not None else None
    return {
        "caller.first_name": first_name(caller),
        "caller.name": caller,
        "incident.number": incident_number(detail.number),
        "incident.summary": detail.short_description,
        "service.name": detail.service_name,
        "group.name": detail.group_name,
        "assignee.name": detail.assignee_name,
        "me.first_name": first_name(actor.name),
        "me.name": actor.name,
    }


def first_name(name: str | None) -> str | None:
    """How somebody is addressed; the whole name where there is no other part."""
    parts = (name or "").split()
    return parts[0] if parts else None
