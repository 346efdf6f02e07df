"""People and pick-list lines as plain values."""

from dataclasses import dataclass
from typing import NamedTuple

from app.domain.vocabulary import Role


class Choice(NamedTuple):
    """One line of a pick list: what is stored, what is shown, and a second line that tells equal names apart."""

    id: str
    label: str
    hint: str = ""


class PersonChoice(NamedTuple):
    """A person in a pick list."""

    id: str
    name: str
    email: str | None
    phone: str | None
    job_title: str | None
    site_name: str | None
    vip: bool
    handling_note: str | None


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person to add; `id` is made by the window."""

    id: str
    name: str
    email: str = ""
    phone: str = ""
    job_title: str = ""
    role: Role = Role.REQUESTER
    site_id: str | None = None
    vip: bool = False
    language: str = "en"
    time_zone: str = "UTC"
