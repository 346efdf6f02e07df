"""Exporting what a list shows: its rows in its order, as one file that a spreadsheet opens."""

from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.imports import Progress
from app.domain.instants import moment
from app.domain.numbers import incident_number
from app.domain.query.filter import parse_filter
from app.services.exporting.formats import CsvWriter, whole_file
from app.services.incidents.queue import prepared_heads
from app.services.incidents.queue_clocks import ground_of, values_of
from app.services.incidents.queue_dto import QueueQuery, QueueRow
from app.services.incidents.queue_page import prepared_page
from app.services.incidents.queue_parts import draft_values
from app.services.incidents.queue_rows import row_of

_STRETCH: Final = 5_000
_NAMES: Final = (
    "number", "source_number", "short_description", "state", "priority", "impact", "urgency", "caller", "site",
    "service", "assignment_group", "assignee", "reported_at", "updated_at", "due_at", "on_hold_until", "messages",
    "attachments", "major_state", "tags", "risk_percent", "category", "channel", "first_response_due_at",
    "times_reopened",
)  # fmt: skip


def export_shown(
    connection: Connection, actor: Actor, wanted: QueueQuery, at: datetime, into: Path, progress: Progress
) -> int:
    """Write the rows of a list to a file that is there whole or not at all; returns how many."""
    parsed = parse_filter(wanted.filter_text)
    ground = ground_of(connection, parsed, at, by_hours=True)
    values: dict[str, Any] = values_of(connection, parsed, ground, at, wanted.zone) | draft_values(wanted.drafts)
    values["me"] = actor.person_id
    whole = wanted._replace(collapsed=frozenset())
    (count,) = prepared_heads(actor, whole._replace(group_by="none"), ground).all(connection, **values)
    page = prepared_page(actor, whole, ground)
    written = 0
    with whole_file(into) as unfinished:
        writer = CsvWriter(unfinished, _NAMES)
        try:
            while written < count.incidents:
                rows = page.all(connection, **values, limit=_STRETCH, offset=written)
                if not rows:
                    break
                writer.write(_cells(row_of(row)) for row in rows)
                written += len(rows)
                progress(written, count.incidents)
        finally:
            writer.close()
    return written


def _cells(row: QueueRow) -> tuple[Any, ...]:
    due, response = (None if face.due is None else moment(face.due) for face in (row.sla, row.response))
    return (
        incident_number(row.number), row.source_number, row.short_description, row.state, row.priority, row.impact,
        row.urgency, row.caller_name, row.site_name, row.service_name, row.group_name, row.assignee_name,
        row.reported_at, row.updated_at, due, row.hold_until, row.messages, row.attachments, row.major_state, row.tags,
        row.risk, row.category_name, row.channel, response, row.reopenings,
    )  # fmt: skip
