"""Lines of the catalogue as plain values, and what the settings show beside each: what uses it, and its history."""

from datetime import datetime
from typing import NamedTuple

from app.domain.wording import number, tr, trn


class Use(NamedTuple):
    """Something that would notice if an entry went: how many there are of a kind, and the first names of them.

    `word` is given for one and for several, such as ("{n} open incident", "{n} open incidents").
    """

    word: tuple[str, str]
    number: int
    names: tuple[str, ...] = ()

    def sentence(self) -> str:
        """`3 open incidents: INC-000001, INC-000002, INC-000007`."""
        said = trn(*self.word, self.number)
        more = self.number - len(self.names)
        named = ", ".join((*self.names, *([tr("and {more} more", more=number(more))] if self.names and more else [])))
        return f"{said}: {named}" if named else said


class PastChange(NamedTuple):
    """A line of the history of an entry: when (UTC), who, and what changed in words."""

    at: datetime
    by: str
    what: str


class ServiceLine(NamedTuple):
    """A service: whose it is, and how critical from 1, the most, to 5."""

    id: str
    name: str
    owner_group_id: str | None
    owner: str
    criticality: int
    open_incidents: int
    active: bool


class SiteLine(NamedTuple):
    """A site with its IANA time zone."""

    id: str
    name: str
    time_zone: str
    people: int
    open_incidents: int
    active: bool


class CategoryLine(NamedTuple):
    """A category, or one below another."""

    id: str
    name: str
    parent_id: str | None
    open_incidents: int
    active: bool


class ItemLine(NamedTuple):
    """A configuration item: a device, a program or another thing that can fail; of which service, and where."""

    id: str
    name: str
    kind: str
    service_id: str | None
    service: str
    site_id: str | None
    site: str
    open_incidents: int
    active: bool
