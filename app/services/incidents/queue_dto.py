"""What the queue gives: rows, heads and counts as plain values.

Apart from the other values of the incident services, because a window is painted from these before anything else is
needed, and every class that is made costs the start some of its time.
"""

from datetime import UTC, datetime, tzinfo
from typing import NamedTuple

from app.domain.sla.display import NO_FACE, Face


class QueueRow(NamedTuple):
    """One line of a queue, as it is painted; times in UTC.

    `risk` is how many hundredths likely its resolution is late, as counted at `risk_at` from what the next ones tell;
    None where that is not known. `sla` is the clock that presses most, `response` that of the first response.
    """

    id: str
    number: int
    short_description: str
    state: str
    priority: int
    impact: int
    urgency: int
    caller_name: str | None
    vip: bool
    group_id: str | None
    group_name: str | None
    assignee_id: str | None
    assignee_name: str | None
    site_name: str | None
    service_name: str | None
    reported_at: datetime
    updated_at: datetime
    hold_reason: str | None
    hold_until: datetime | None
    messages: int
    attachments: int
    source_number: str | None
    major_state: str
    tags: str | None = None
    risk: int | None = None
    risk_late: int | None = None
    risk_alike: int | None = None
    risk_is_wide: bool | None = None
    risk_at: datetime | None = None
    category_name: str | None = None
    channel: str = ""
    reopenings: int = 0
    resolution_code: str | None = None
    sla: Face = NO_FACE
    response: Face = NO_FACE


SORT_COLUMNS = (
    "number", "priority", "state", "short_description", "caller", "group", "assignee", "site", "service",
    "category", "channel", "tags", "reported_at", "updated_at", "hold_until", "sla", "risk",
)  # fmt: skip
GROUP_COLUMNS = ("none", "sla", "priority", "state", "group", "assignee")


class QueueQuery(NamedTuple):
    """Which rows a queue shows, in which order; `group_by` comes first in it, and collapsed heads have no rows.

    Clocks are judged at the instant `at` (now where it is None), so that heads, pages and filters agree; days are
    those of the reader's `zone`; None is that of the computer. `drafts` are incidents for which
    something is typed and not sent, which only the reader's own computer knows.
    """

    filter_text: str = "is:open"
    sort: str = "number"
    descending: bool = True
    group_by: str = "priority"
    collapsed: frozenset[str] = frozenset()
    offset: int = 0
    limit: int = 100
    at: datetime | None = None
    zone: tzinfo | None = UTC
    drafts: tuple[str, ...] = ()
    then: str = ""
    """By what those that are alike in `sort` are sorted, with a minus where the largest comes first."""


class Suggestion(NamedTuple):
    """A value that could stand in a term of the filter, and how many incidents it would leave."""

    value: str
    incidents: int


class QueuePage(NamedTuple):
    """A stretch of rows, from `offset` on, in the order of the query."""

    offset: int
    rows: tuple[QueueRow, ...]


class FreshRow(NamedTuple):
    """A row as it is now, whether the query still finds it, and whether others brought it into the list."""

    row: QueueRow
    is_found: bool
    is_new: bool = False


class GroupCount(NamedTuple):
    """A head of the grouped queue: its stable key, what is printed, and how many incidents it has in all."""

    key: str
    label: str
    incidents: int


class QueueSummary(NamedTuple):
    """How many incidents match, and the heads in the order of the rows; `groups` is empty when nothing is grouped."""

    total: int
    groups: tuple[GroupCount, ...] = ()


class QueueCounts(NamedTuple):
    """The numbers of the sidebar and the segments, all over open incidents but for `resolved`.

    `triage` is what waits to be sorted. `breached` and `due_soon` (within the next hour, not breached) are of the clock
    that presses most.
    """

    open: int
    mine: int
    unassigned: int
    waiting: int
    resolved: int
    by_group: tuple[GroupCount, ...] = ()
    breached: int = 0
    due_soon: int = 0
    triage: int = 0
