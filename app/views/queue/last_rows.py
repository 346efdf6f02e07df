"""The rows that were last seen, in a small file: painted on a cold start before any database library is loaded."""

import json
import logging
import zlib
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from app.domain.sla.display import Face
from app.infra.files import write_whole
from app.services.incidents.kept_queue import KeptQueue, from_plain, to_plain
from app.services.incidents.queue_dto import GroupCount, QueueCounts, QueueQuery, QueueRow, QueueSummary

_log = logging.getLogger(__name__)
_VERSION = 7
KEPT = 60
"""More rows than the first screen shows."""

_TIMES = ("reported_at", "updated_at", "hold_until", "risk_at")
_QUERY = ("filter_text", "sort", "descending", "group_by", "then")


class LastRows(NamedTuple):
    """What the queue showed: its query, the heads, the first rows, the numbers of the side bar, how to ask again."""

    query: QueueQuery
    summary: QueueSummary
    rows: tuple[QueueRow, ...]
    counts: QueueCounts | None = None
    kept: KeptQueue | None = None


def last_rows_path(cache: Path, identity: str) -> Path:
    """The file for one desk; `identity` is its address, which the name does not give away.

    A checksum is enough to tell a handful of desks apart, and costs no cryptographic library at every start.
    """
    return cache / f"queue-{zlib.crc32(identity.encode()):08x}.json"


def save_last_rows(path: Path, last: LastRows) -> None:
    """Keep them; called on the file lane. What cannot be kept is only slower next time."""
    data = {
        "version": _VERSION,
        "query": {name: getattr(last.query, name) for name in _QUERY} | {"collapsed": sorted(last.query.collapsed)},
        "total": last.summary.total,
        "groups": last.summary.groups,
        "rows": [_written(row) for row in last.rows[:KEPT]],
        "counts": _counts_written(last.counts),
        "kept": None if last.kept is None else to_plain(last.kept),
    }
    try:
        write_whole(path, json.dumps(data, ensure_ascii=False).encode())
    except OSError as error:
        _log.warning("The last rows could not be kept in %s: %s", path, error)


def load_last_rows(path: Path) -> LastRows | None:
    """What was kept; None when there is nothing, or what there is is damaged or from another version."""
    try:
        data = json.loads(path.read_bytes())
        return _read(data) if data["version"] == _VERSION else None
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.warning("The last rows in %s cannot be read: %s", path, error)
        return None


def _read(data: dict[str, Any]) -> LastRows:
    query = data["query"]
    groups = tuple(GroupCount(*group) for group in data["groups"])
    return LastRows(
        QueueQuery(**{name: query[name] for name in _QUERY}, collapsed=frozenset(query["collapsed"])),
        QueueSummary(int(data["total"]), groups),
        tuple(_row(row) for row in data["rows"]),
        _counts(data["counts"]) if data["counts"] else None,
        from_plain(data["kept"]) if data["kept"] else None,
    )


def _written(row: QueueRow) -> dict[str, Any]:
    values = row._asdict()
    for name in _TIMES:
        values[name] = values[name].isoformat() if values[name] is not None else None
    return values


def _row(values: dict[str, Any]) -> QueueRow:
    for name in _TIMES:
        values[name] = datetime.fromisoformat(values[name]) if values[name] is not None else None
    return QueueRow(**values | {name: Face(*values[name]) for name in ("sla", "response")})


def _counts(values: list[Any]) -> QueueCounts:
    *numbers, groups, breached, due_soon, triage = values
    total, mine, unassigned, waiting, resolved = numbers
    by_group = tuple(GroupCount(*group) for group in groups)
    return QueueCounts(total, mine, unassigned, waiting, resolved, by_group, breached, due_soon, triage)


def _counts_written(counts: QueueCounts | None) -> list[Any] | None:
    if counts is None:
        return None
    numbers = [counts.open, counts.mine, counts.unassigned, counts.waiting, counts.resolved]
    return [*numbers, counts.by_group, counts.breached, counts.due_soon, counts.triage]
