"""What goes into saved views and comes out of them, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

SHARES: Final = ("own", "team", "all")
"""Who sees a view: the person who saved it, the members of a group, everybody."""


FILTER_LIMIT: Final = 2_000
"""Characters of the filter of a view."""

COUNTED_TO: Final = 100
"""Nobody reads whether it is 100 or 4,000; counting the incidents of a view ends here."""


class SavedView(NamedTuple):
    """A filter with a name, and how its rows are shown; `columns` is None where the window chooses by its width.

    `may_change` tells whether the person who asks may change or remove it, `starred` whether they starred it. It was
    saved last at `changed_at`, in UTC, by whoever `changed_by` names, where that is known.
    """

    id: str
    name: str
    icon: str
    filter_text: str
    columns: tuple[str, ...] | None
    sort: str
    descending: bool
    group_by: str
    owner_id: str
    owner_name: str
    share: str
    group_id: str | None
    group_name: str | None
    notifies: bool
    may_change: bool
    starred: bool = False
    changed_at: datetime | None = None
    changed_by: str | None = None

    def as_new(self) -> "NewView":
        """What saves it as it stands."""
        return NewView(
            self.id,
            self.name,
            self.filter_text,
            self.sort,
            self.descending,
            self.group_by,
            self.columns,
            self.icon,
            self.share,
            self.group_id,
            self.notifies,
        )


@dataclass(frozen=True, slots=True)
class NewView:
    """A view to be saved; one with an `id` that stands already is changed."""

    id: str
    name: str
    filter_text: str
    sort: str = "sla"
    descending: bool = False
    group_by: str = "sla"
    columns: tuple[str, ...] | None = None
    icon: str = ""
    share: str = "own"
    group_id: str | None = None
    notifies: bool = False


class Arrival(NamedTuple):
    """An incident that a view finds whose arrivals are told."""

    view_id: str
    incident_id: str
    number: int
    short_description: str
