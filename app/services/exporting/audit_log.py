"""Exporting what the audit log shows: the entries that a filter finds, the newest first, as one file."""

import json
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.imports import Progress
from app.domain.record_names import part_label
from app.domain.wording import in_english
from app.services.audit import entries
from app.services.audit.dto import LogFilter, LogPlace
from app.services.audit.entries import Asked
from app.services.audit.log import log_entries, place_of
from app.services.audit.telling import changes_in
from app.services.exporting.formats import Format, open_writer, whole_file

_STRETCH: Final = 2_000
_NAMES: Final = (
    "at", "person", "login", "act", "record_kind", "record", "record_id", "entry", "row_kind", "row", "row_id",
    "changes",
)  # fmt: skip


def export_log(
    connection: Connection, actor: Actor, wanted: LogFilter, kind: Format, into: Path, progress: Progress
) -> int:
    """Write every entry that the filter finds to a file that is there whole or not at all; returns how many.

    `changes` holds the columns as the desk keeps them, each with its old and its new value.
    """
    asked = Asked(connection, actor, wanted)
    total = entries.count(connection, actor, asked)
    written = 0
    after: LogPlace | None = None
    with whole_file(into) as unfinished:
        writer = open_writer(kind, unfinished, _NAMES)
        try:
            progress(0, total)
            while rows := entries.page(connection, actor, asked, after, _STRETCH):
                writer.write(_cells(connection, actor, rows, kind))
                written, after = written + len(rows), place_of(rows[-1])
                progress(written, max(total, written))
        finally:
            writer.close()
    return written


def _cells(connection: Connection, actor: Actor, rows: list[Any], kind: Format) -> list[tuple[Any, ...]]:
    with in_english():
        named = log_entries(connection, actor, rows)
    return [
        (
            row.at, entry.by, row.login, row.act, row.subject, entry.record, row.subject_id, row.n, row.part,
            part_label(entry.part, entry.part_name), row.part_id, _changes(row.content, kind),
        )
        for row, entry in zip(rows, named, strict=True)
    ]  # fmt: skip


def _changes(content: str | None, kind: Format) -> Any:
    changes = changes_in(content)
    if kind is Format.JSONL:
        return changes
    return json.dumps(changes, ensure_ascii=False) if changes else ""
