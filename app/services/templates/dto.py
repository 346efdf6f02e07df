"""What goes into templates of incidents and comes out of them, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.incident_templates import Filling
from app.domain.macros import WriteMoment, plain_moment


@dataclass(frozen=True, slots=True)
class IncidentTemplate:
    """A template as the person sees it who asks; `names` are those of what it fills in by id, by field."""

    id: str
    name: str
    filling: Filling
    names: Mapping[str, str]
    owner_id: str
    owner_name: str
    share: str
    group_id: str | None
    group_name: str | None
    active: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class NewIncidentTemplate:
    """A template to be kept; one with an `id` that stands already is changed."""

    id: str
    name: str
    filling: Filling = field(default_factory=Filling)
    share: str = "own"
    group_id: str | None = None


@dataclass(frozen=True, slots=True)
class Beginning:
    """What comes with a new incident: the steps of a checklist, and its first message, whose fields are filled in.

    `write` says how moments are written in it.
    """

    checklist_id: str | None = None
    message: str = ""
    public: bool = True
    write: WriteMoment = plain_moment


def beginning_of(fields: Mapping[str, str], write: WriteMoment = plain_moment) -> Beginning | None:
    """What the fields of a call say that comes with it; None where nothing does."""
    beginning = Beginning(
        fields.get("checklist_id") or None, fields.get("message", ""), not fields.get("message_is_note"), write
    )
    return beginning if beginning.checklist_id or beginning.message.strip() else None
