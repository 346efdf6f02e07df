"""What a filter may ask about an incident and about the person who asks; plain values, moments in microseconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import NamedTuple

from app.domain.search.forms import Language
from app.domain.sla.display import NO_FACE, Face, Hours


class Named(NamedTuple):
    """What an incident points to: a person, a group, a site."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One incident, as far as the person who asks may see it.

    `titles` and `texts` are what words are looked for in: the title with the number at another desk, and everything.
    `clocks` holds single clocks by name, `face` the one that presses most. `has` is what hangs on it, in the words of
    the filter. `problem` is how it names the problem it belongs to, `risk` how many hundredths likely it is late, None
    where that is not known. `links` and `parents` are numbers of other incidents.
    """

    id: str
    number: int
    short_description: str
    titles: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    state: str
    priority: int
    major_state: str = "none"
    is_restricted: bool = False
    caller: Named | None = None
    is_vip: bool = False
    assignee: Named | None = None
    group: Named | None = None
    site: Named | None = None
    service: Named | None = None
    category: Named | None = None
    subcategory: Named | None = None
    channel: str = "phone"
    hold_reason: str | None = None
    resolution_code: str | None = None
    reported: int
    updated: int
    resolved: int | None = None
    closed: int | None = None
    face: Face = NO_FACE
    clocks: Mapping[str, Face] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()
    problem: str | None = None
    snoozed: int | None = None
    risk: int | None = None
    has: frozenset[str] = frozenset()
    links: frozenset[int] = frozenset()
    parents: frozenset[int] = frozenset()
    level: int = 0
    reopenings: int = 0
    messages: int = 0
    is_escalated: bool = False
    is_unread: bool = False
    is_followed: bool = False


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, when, in which zone (None is that of the computer), the hours that clocks count by, and the languages
    whose words the desk knows. `drafts` are the incidents for which something is typed and not sent; it is known only
    where they type.
    """

    person_id: str
    groups: frozenset[str]
    now: datetime
    zone: tzinfo | None
    hours: Mapping[str, Hours]
    languages: tuple[Language, ...] = tuple(Language)
    drafts: frozenset[str] = frozenset()
