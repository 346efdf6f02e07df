"""Exporting what a list shows: its rows in its order, as one file that a spreadsheet opens, or for a document."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.imports import Progress
from app.domain.instants import moment
from app.domain.numbers import incident_number
from app.domain.query.filter import parse_filter
from app.infra.prepared import PreparedSelect
from app.services.exporting.formats import CsvWriter, whole_file
from app.services.incidents.queue import prepared_heads
from app.services.incidents.queue_clocks import ground_of, values_of
from app.services.incidents.queue_dto import GROUP_COLUMNS, QueueQuery, QueueRow, QueueSummary
from app.services.incidents.queue_heads import summary_of
from app.services.incidents.queue_page import prepared_page
from app.services.incidents.queue_parts import draft_values
from app.services.incidents.queue_rows import row_of
from app.services.settings import load_matrix

_STRETCH: Final = 5_000
_NAMES: Final = (
    "number", "source_number", "short_description", "state", "priority", "impact", "urgency", "caller", "site",
    "service", "assignment_group", "assignee", "reported_at", "updated_at", "due_at", "on_hold_until", "messages",
    "attachments", "major_state", "tags", "risk_percent", "category", "channel", "first_response_due_at",
    "times_reopened",
)  # fmt: skip


class ShownList(NamedTuple):
    """All rows of a list at a moment (UTC), its heads in their order, and the words of the desk for its priorities."""

    at: datetime
    summary: QueueSummary
    rows: tuple[QueueRow, ...]
    priority_labels: tuple[str, ...]


class _Asked(NamedTuple):
    """The statement of the rows, that of their heads, and the values of both."""

    page: PreparedSelect
    heads: PreparedSelect
    values: dict[str, Any]


def export_shown(
    connection: Connection, actor: Actor, wanted: QueueQuery, at: datetime, into: Path, progress: Progress
) -> int:
    """Write the rows of a list to a file that is there whole or not at all; returns how many."""
    asked = _asked(connection, actor, wanted, at, "none")
    (count,) = asked.heads.all(connection, **asked.values)
    written = 0
    with whole_file(into) as unfinished:
        writer = CsvWriter(unfinished, _NAMES)
        try:
            for rows in _stretches(connection, asked, count.incidents, progress):
                writer.write(_cells(row) for row in rows)
                written += len(rows)
        finally:
            writer.close()
    return written


def read_shown(connection: Connection, actor: Actor, wanted: QueueQuery, at: datetime, progress: Progress) -> ShownList:
    """The same rows with their heads, for a document; closed heads have theirs too."""
    group_by = wanted.group_by if wanted.group_by in GROUP_COLUMNS else "none"
    labels = tuple(load_matrix(connection).priority_labels)
    asked = _asked(connection, actor, wanted, at, group_by)
    summary = summary_of(group_by, asked.heads.all(connection, **asked.values), labels)
    rows: list[QueueRow] = []
    for stretch in _stretches(connection, asked, summary.total, progress):
        rows += stretch
    return ShownList(at, summary, tuple(rows), labels)


def _asked(connection: Connection, actor: Actor, wanted: QueueQuery, at: datetime, heads_by: str) -> _Asked:
    parsed = parse_filter(wanted.filter_text)
    ground = ground_of(connection, parsed, at, by_hours=True)
    values: dict[str, Any] = values_of(connection, parsed, ground, at, wanted.zone) | draft_values(wanted.drafts)
    values["me"] = actor.person_id
    whole = wanted._replace(collapsed=frozenset())
    heads = prepared_heads(actor, whole._replace(group_by=heads_by), ground)
    return _Asked(prepared_page(actor, whole, ground), heads, values)


def _stretches(connection: Connection, asked: _Asked, total: int, progress: Progress) -> Iterator[list[QueueRow]]:
    read = 0
    while read < total:
        rows = asked.page.all(connection, **asked.values, limit=_STRETCH, offset=read)
        if not rows:
            return
        yield [row_of(row) for row in rows]
        read += len(rows)
        progress(read, total)


def _cells(row: QueueRow) -> tuple[Any, ...]:
    due, response = (None if face.due is None else moment(face.due) for face in (row.sla, row.response))
    return (
        incident_number(row.number), row.source_number, row.short_description, row.state, row.priority, row.impact,
        row.urgency, row.caller_name, row.site_name, row.service_name, row.group_name, row.assignee_name,
        row.reported_at, row.updated_at, due, row.hold_until, row.messages, row.attachments, row.major_state, row.tags,
        row.risk, row.category_name, row.channel, response, row.reopenings,
    )  # fmt: skip
