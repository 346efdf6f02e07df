"""What was typed into a create sheet, as plain values that a draft file can hold."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Final

from app.domain.vocabulary import Channel

KEY: Final = "new:"
"""Drafts of incidents that are not logged yet have this before the id that the incident will have."""

CALL: Final = "call"
"""The field in which a note that was typed as a call keeps its form, for whoever takes it back."""


@dataclass(frozen=True, slots=True)
class CreateDraft:
    """One call on its way to an incident. `caller_id` of a new person is made here and used when it is added.

    Levels are 0 until a person chose one; then the lowest of the matrix holds.
    """

    caller_id: str = ""
    caller_name: str = ""
    caller_hint: str = ""
    caller_is_new: str = ""
    caller_is_vip: str = ""
    caller_note: str = ""
    phone: str = ""
    email: str = ""
    typed: str = ""
    summary: str = ""
    service_id: str = ""
    service_name: str = ""
    group_id: str = ""
    group_name: str = ""
    channel: str = Channel.PHONE.value
    impact: str = ""
    urgency: str = ""
    details: str = ""
    template_name: str = ""
    category_id: str = ""
    category_name: str = ""
    subcategory_id: str = ""
    checklist_id: str = ""
    checklist_name: str = ""
    message: str = ""
    message_is_note: str = ""

    def to_fields(self) -> dict[str, str]:
        """For the draft file."""
        return asdict(self)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has typed anything worth keeping."""
        return not any(text.strip() for text in (self.caller_name, self.typed, self.summary, self.details))


def from_fields(stored: Mapping[str, str]) -> CreateDraft:
    """Read a draft file back; keys of another version are left out."""
    known = {field.name for field in fields(CreateDraft)}
    return CreateDraft(**{name: text for name, text in stored.items() if name in known})
