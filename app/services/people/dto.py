"""People and pick-list lines as plain values."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.domain.vocabulary import Role, State
from app.services.incidents.dto import Outcome
from app.services.server.dto import LoginView

NOTE_LIMIT = 200
"""Characters of a note on special handling: it is read in one look, while the phone rings."""


class Choice(NamedTuple):
    """One line of a pick list: what is stored, what is shown, and a second line that tells equal names apart."""

    id: str
    label: str
    hint: str = ""


class Subcategory(NamedTuple):
    """A subcategory and the category it belongs to, by id and by name."""

    category_id: str
    id: str
    category_name: str
    name: str


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
    handling_note: str = ""


class Standing(StrEnum):
    """The three lists of people: who works at the desk, who calls it, and who was removed."""

    STAFF = "staff"
    CALLERS = "callers"
    REMOVED = "removed"


class PersonView(NamedTuple):
    """A person in the list of people: what they may, which groups they are in, and how they come in.

    `login` is None for whoever has none, and where only an administrator is told.
    """

    id: str
    name: str
    email: str
    phone: str
    job_title: str
    role: Role
    active: bool
    vip: bool
    groups: tuple[Choice, ...] = ()
    login: LoginView | None = None
    handling_note: str = ""
    site_id: str = ""
    site: str = ""


class TeamView(NamedTuple):
    """An assignment group with its active members by name; `open_incidents` are those that the reader sees."""

    id: str
    name: str
    tier: int
    active: bool
    members: tuple[Choice, ...]
    open_incidents: int


class Roster(NamedTuple):
    """One list of people, cut at a limit; `counts` are of each list, whatever was searched for.

    `login_prefix` begins every login of a shared desk; None where nobody has one: in a file, or on a server that was
    not set up for several people.
    """

    people: tuple[PersonView, ...]
    counts: dict[Standing, int]
    groups: tuple[Choice, ...]
    login_prefix: str | None


class OpenWork(NamedTuple):
    """An open incident of somebody."""

    incident_id: str
    number: int
    short_description: str
    state: State
    group_id: str
    group_name: str
    restricted_group_id: str


class Share(NamedTuple):
    """Open work of one group, handed on together; the group is empty for what belongs to none.

    It `fits` when whoever takes it is where they have to be; `may_join` when joining the group would make it fit.
    """

    group_id: str
    group_name: str
    work: tuple[OpenWork, ...]
    fits: bool
    may_join: bool

    def goes(self, joining: Collection[str]) -> bool:
        """Whether it goes to whoever takes the work, who joins these groups; else to the queue of its group."""
        return self.fits or (self.may_join and self.group_id in joining)


class HandingOn(NamedTuple):
    """What would become of the open work of a person, group by group, if somebody took it; nobody for an empty id."""

    person_id: str
    to_person_id: str
    shares: tuple[Share, ...]


class HandedOn(NamedTuple):
    """What became of it, for taking it back: `joined` are the groups that whoever took it is in now."""

    person_id: str
    to_person_id: str
    outcomes: tuple[Outcome, ...]
    joined: tuple[str, ...]
    removed: bool

    @property
    def taken(self) -> int:
        """How many incidents went to somebody."""
        return sum(bool(each.after.get("assignee_id")) for each in self.outcomes)


class LeftGroup(NamedTuple):
    """Somebody left a group, for taking it back: `outcomes` is what became of their open work of it."""

    group_id: str
    person_id: str
    outcomes: tuple[Outcome, ...]


class PersonPage(NamedTuple):
    """One person, with the groups in use and how logins of the desk begin; None where nobody has one."""

    person: PersonView
    groups: tuple[Choice, ...]
    login_prefix: str | None
