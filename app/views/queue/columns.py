"""The columns of the queue: titles, widths in pixels, how they sort, and which are shown in how much room."""

from enum import IntEnum
from typing import Final, NamedTuple

from app.domain.wording import tr
from app.services.incidents.queue_dto import QueueQuery


class Column(IntEnum):
    """In the order in which they stand."""

    MARK = 0
    PRIORITY = 1
    STATE = 2
    NUMBER = 3
    SUMMARY = 4
    CALLER = 5
    STATUS = 6
    GROUP = 7
    SITE = 8
    SERVICE = 9
    CATEGORY = 10
    CHANNEL = 11
    TAGS = 12
    SLA = 13
    RESPONSE = 14
    RISK = 15
    REASON = 16
    HOLD = 17
    OPENED = 18
    CODE = 19
    REOPENED = 20
    ASSIGNEE = 21
    UPDATED = 22


class ColumnSpec(NamedTuple):
    """A column's title, its first width, what the service calls it when sorting, and what it is in words."""

    title: str
    width: int
    sort: str
    spoken: str


SPECS: Final = {
    Column.MARK: ColumnSpec("", 36, "", tr("Select all (Ctrl A)")),
    Column.PRIORITY: ColumnSpec(tr("Pri"), 46, "priority", tr("Priority")),
    Column.STATE: ColumnSpec("", 30, "state", tr("Status")),
    Column.NUMBER: ColumnSpec(tr("Number"), 96, "number", tr("Number")),
    Column.SUMMARY: ColumnSpec(tr("Short description"), 320, "short_description", tr("Short description")),
    Column.CALLER: ColumnSpec(tr("Caller"), 150, "caller", tr("Caller")),
    Column.STATUS: ColumnSpec(tr("Status"), 104, "state", tr("Status")),
    Column.GROUP: ColumnSpec(tr("Group"), 140, "group", tr("Assignment group")),
    Column.SITE: ColumnSpec(tr("Site"), 110, "site", tr("Site")),
    Column.SERVICE: ColumnSpec(tr("Service"), 130, "service", tr("Service")),
    Column.CATEGORY: ColumnSpec(tr("Category"), 130, "category", tr("Category")),
    Column.CHANNEL: ColumnSpec(tr("Channel"), 90, "channel", tr("Channel")),
    Column.TAGS: ColumnSpec(tr("Tags"), 120, "tags", tr("Tags")),
    Column.SLA: ColumnSpec(tr("Due"), 156, "sla", tr("Time left of the clock that presses most")),
    Column.RESPONSE: ColumnSpec(tr("First response"), 156, "", tr("First response due")),
    Column.RISK: ColumnSpec(tr("Risk"), 64, "risk", tr("Risk of a late resolution")),
    Column.REASON: ColumnSpec(tr("Hold reason"), 130, "", tr("Hold reason")),
    Column.HOLD: ColumnSpec(tr("On hold until"), 124, "hold_until", tr("On hold until")),
    Column.OPENED: ColumnSpec(tr("Opened"), 98, "reported_at", tr("Opened")),
    Column.CODE: ColumnSpec(tr("Resolution code"), 140, "", tr("Resolution code")),
    Column.REOPENED: ColumnSpec(tr("Reopened"), 84, "", tr("Times reopened")),
    Column.ASSIGNEE: ColumnSpec("", 44, "assignee", tr("Assignee")),
    Column.UPDATED: ColumnSpec(tr("Upd."), 60, "updated_at", tr("Updated")),
}

FIXED: Final = frozenset({Column.MARK, Column.PRIORITY, Column.STATE, Column.ASSIGNEE})
"""Marks of a given size; the others can be dragged."""

NARROW = 620
"""Below this width a row is a card of two lines."""

_APPEAR_AT: Final = {
    Column.UPDATED: 650, Column.RISK: 1260,
    Column.OPENED: 1060, Column.HOLD: 1160, Column.CALLER: 1000, Column.STATUS: 1160, Column.GROUP: 1360,
}  # fmt: skip
_ONLY_CHOSEN: Final = frozenset({
    Column.SITE, Column.SERVICE, Column.CATEGORY, Column.CHANNEL, Column.TAGS, Column.RESPONSE, Column.REOPENED,
    Column.REASON, Column.CODE,
})  # fmt: skip
"""However wide the list is, these stand there only for whoever chose them."""

_CARD: Final = frozenset({Column.PRIORITY, Column.STATE, Column.SUMMARY, Column.SLA, Column.ASSIGNEE, Column.UPDATED})

_LEAST_SUMMARY: Final = 180

_CARD_WITH_CLOCK: Final = 500
"""Below this width the clock of a card stands in its second line, as text."""

SORT_OF: Final = {column: spec.sort for column, spec in SPECS.items() if spec.sort}
NEWEST_FIRST: Final = frozenset({"number", "reported_at", "updated_at", "risk"})
"""Columns whose first click shows the largest on top."""


def sorted_columns(query: QueueQuery) -> tuple[tuple[Column, bool], ...]:
    """The columns by which rows are sorted, and whether each descends; what has no column has no arrow."""
    wanted = (query.sort, query.descending), (query.then.removeprefix("-"), query.then.startswith("-"))
    columns = {sort: column for column, sort in reversed(SORT_OF.items())}
    return tuple((columns[sort], falls) for sort, falls in wanted if sort in columns)


OPTIONAL: Final = (
    Column.CALLER, Column.STATUS, Column.GROUP, Column.SITE, Column.SERVICE, Column.CATEGORY, Column.CHANNEL,
    Column.TAGS, Column.SLA, Column.RESPONSE, Column.RISK, Column.REASON, Column.HOLD, Column.OPENED, Column.CODE,
    Column.REOPENED, Column.ASSIGNEE, Column.UPDATED,
)  # fmt: skip
"""Columns that can be chosen; the others are always there."""


def shown_columns(
    width: int, chosen: frozenset[Column] | None = None, asked: frozenset[Column] = frozenset()
) -> frozenset[Column]:
    """Which columns a list of this width shows: those that were chosen, else those that fit and those `asked` about."""
    if width < NARROW:
        return _CARD if width >= _CARD_WITH_CLOCK else _CARD - {Column.SLA}
    if chosen is not None:
        return _with_room(width, frozenset(Column) - frozenset(OPTIONAL) | chosen)
    fitting = frozenset(column for column in Column if width >= _APPEAR_AT.get(column, 0))
    return asked | (fitting - _ONLY_CHOSEN)


def _with_room(width: int, shown: frozenset[Column]) -> frozenset[Column]:
    """Without the last ones that were chosen, where they would leave the short description no room; the clock stays."""
    room = width - _LEAST_SUMMARY - sum(SPECS[column].width for column in shown if column is not Column.SUMMARY)
    given_up = set[Column]()
    for column in reversed(OPTIONAL):
        if room >= 0:
            break
        if column in shown and column is not Column.SLA:
            given_up.add(column)
            room += SPECS[column].width
    return shown - given_up


def columns_named(names: tuple[str, ...] | None) -> frozenset[Column] | None:
    """The columns of these names; a name that is none, as of another version, is left out."""
    return None if names is None else frozenset(column for column in OPTIONAL if column.name in names)
