"""The question behind the rows that were seen last, kept as text so that it can be put again before a desk is open.

It is the text that the prepared statements of `queue` were compiled to, with their conditions on who may see what.
`docs/decisions` says why. Loads no database library but that of the standard library.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from app.domain.instants import micros
from app.infra.plain_read import Ask, PlainSelect, read_plainly
from app.infra.sqlite_file import check_file
from app.services.incidents.queue_dto import QueuePage, QueueRow, QueueSummary
from app.services.incidents.queue_heads import summary_of
from app.services.incidents.queue_rows import row_of

KEPT_DAYS: Final = 14
"""For so many days opening hours are kept; after that the desk is opened first."""


class KeptHours(NamedTuple):
    """When each calendar is open from `start` to `end`, as long as there are as many versions of calendars."""

    versions: int
    start: int
    end: int
    opens: Mapping[str, tuple[tuple[int, int], ...]]

    def closed_at(self, instant: int) -> tuple[str, ...]:
        """The calendars that are closed at an instant, in order."""
        return tuple(
            sorted(
                key for key, times in self.opens.items() if not any(begin <= instant < over for begin, over in times)
            )
        )


class KeptQueue(NamedTuple):
    """A queue as it can be asked for again, and what has to hold for the answer to mean anything.

    `sees` finds the person only while they work at the desk in the same role, since the role is part of the texts; so
    is which calendars are closed, `closed`, where the order depends on it and `hours` are known.
    """

    schema: str
    columns: tuple[str, ...]
    person_id: str
    sees: PlainSelect
    heads: PlainSelect
    page: PlainSelect
    group_by: str
    priority_labels: tuple[str, ...]
    calendars: PlainSelect
    hours: KeptHours | None
    closed: tuple[str, ...]

    def fits(self, instant: int) -> bool:
        """Whether the texts mean the same at an instant."""
        if self.columns != QueueRow._fields:
            return False
        hours = self.hours
        return hours is None or (hours.start <= instant < hours.end and hours.closed_at(instant) == self.closed)


_SCHEMA = PlainSelect("SELECT version_num FROM alembic_version")


def read_kept(path: Path, kept: KeptQueue, at: datetime, day_end: datetime) -> tuple[QueueSummary, QueuePage] | None:
    """Heads and first rows as they are now, `at`; None where the schema, the program, the person or hours are others.

    `day_end` is when the reader's day is over. Raises Unavailable where the file cannot be read; whoever opens the desk
    will hear the reason.
    """
    if not kept.fits(micros(at)):
        return None
    check_file(path)
    return read_plainly(path, lambda ask: _answer(ask, kept, at, day_end))


def _answer(ask: Ask, kept: KeptQueue, at: datetime, day_end: datetime) -> tuple[QueueSummary, QueuePage] | None:
    if ask(_SCHEMA) != [[kept.schema]] or not ask(kept.sees):
        return None
    if kept.hours is not None and ask(kept.calendars) != [[kept.hours.versions]]:
        return None
    heads, page = kept.heads.asked_at(at, day_end), kept.page.asked_at(at, day_end)
    summary = summary_of(kept.group_by, ask(heads), kept.priority_labels)
    return summary, QueuePage(0, tuple(map(row_of, ask(page))))


def to_plain(kept: KeptQueue) -> list[Any]:
    """As lists, for JSON."""
    return list(kept)


def from_plain(data: list[Any]) -> KeptQueue:
    """Out of JSON; raises TypeError or ValueError for anything that `to_plain` does not give."""
    schema, columns, person_id, sees, heads, page, group_by, labels, calendars, hours, closed = data
    return KeptQueue(
        str(schema), tuple(columns), str(person_id), _select(sees), _select(heads), _select(page), str(group_by),
        tuple(map(str, labels)), _select(calendars), None if hours is None else _hours(hours), tuple(map(str, closed)),
    )  # fmt: skip


def _select(data: list[Any]) -> PlainSelect:
    sql, arguments, times, flags, ahead, day_ends = data
    moving = tuple((int(place), int(microseconds)) for place, microseconds in ahead)
    return PlainSelect(str(sql), tuple(arguments), tuple(times), tuple(flags), moving, tuple(day_ends))


def _hours(data: list[Any]) -> KeptHours:
    versions, start, end, opens = data
    times = {str(key): tuple((int(begin), int(over)) for begin, over in pairs) for key, pairs in opens.items()}
    return KeptHours(int(versions), int(start), int(end), times)
