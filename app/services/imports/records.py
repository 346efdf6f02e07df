"""From a source's record of an incident to the columns of this desk."""

import hashlib
import json
from datetime import datetime
from functools import lru_cache
from typing import Any

from app.domain.imports import SourceIncident
from app.domain.priority import PriorityMatrix
from app.domain.text import TITLE_LIMIT, clean_line, clean_text
from app.domain.vocabulary import HOLD_REASON_NOT_RECORDED, Channel, State
from app.services.imports.references import References

RECORDED = "The priority is the one that the source recorded."

MERGED_COLUMNS = (
    "short_description", "description", "caller_id", "opened_by_id", "reported_at", "created_at", "channel",
    "category_id", "subcategory_id", "configuration_item_id", "site_id", "impact", "urgency", "computed_priority",
    "priority", "override_reason", "state", "hold_reason", "group_id", "assignee_id", "resolution_code",
    "resolution_notes", "resolved_by_id", "resolved_at", "closed_at",
)  # fmt: skip
"""What a source says of an incident, as columns of this desk; a later export may change each of them."""

_CODE_LIMIT = 64
_ON_HOLD, _CLOSED, _OTHER_CHANNEL = State.ON_HOLD.value, State.CLOSED.value, Channel.OTHER.value
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


class Recorder:
    """Turns the records of one source into column values."""

    def __init__(self, references: References, matrix: PriorityMatrix) -> None:
        self._references = references
        self._matrix = matrix
        self._levels: dict[tuple[int | None, ...], dict[str, Any]] = {}

    def values(self, record: SourceIncident) -> dict[str, Any]:
        """The values of `MERGED_COLUMNS`, with identifiers instead of names and moments as they are."""
        find = self._references
        category_id = find.category(record.category)
        group_id, assignee_id = find.group(record.group), find.assignee(record.assignee, record.state)
        find.belongs(group_id, assignee_id)
        title, description = _texts(record)
        levels = (record.impact, record.urgency, record.priority)
        known = self._levels.get(levels)
        if known is None:
            known = self._levels[levels] = self._level_values(*levels)
        on_hold = record.state == _ON_HOLD
        return {
            "short_description": title,
            "description": description,
            "caller_id": find.requester(record.caller),
            "opened_by_id": find.requester(record.opened_by),
            "reported_at": record.opened_at,
            "created_at": record.created_at or record.opened_at,
            "channel": record.channel or _OTHER_CHANNEL,
            "category_id": category_id,
            "subcategory_id": find.category(record.subcategory, category_id),
            "configuration_item_id": find.item(record.configuration_item),
            "site_id": find.site(record.site),
            **known,
            "state": record.state,
            "hold_reason": (record.hold_reason or HOLD_REASON_NOT_RECORDED) if on_hold else None,
            "group_id": group_id,
            "assignee_id": assignee_id,
            "resolution_code": record.resolution_code and _line(record.resolution_code)[:_CODE_LIMIT],
            "resolution_notes": record.resolution_notes and clean_text(record.resolution_notes),
            "resolved_by_id": find.requester(record.resolved_by),
            "resolved_at": record.resolved_at,
            # Exports fill the time of closing into rows that stood open; only a closed incident has one here.
            "closed_at": record.closed_at if record.state == _CLOSED else None,
        }

    def _level_values(self, impact: int | None, urgency: int | None, priority: int | None) -> dict[str, Any]:
        """Impact, urgency and both priorities; what the source does not have is filled in to fit what it has."""
        highest = (len(self._matrix.impact_labels), len(self._matrix.urgency_labels))
        if impact is None or urgency is None or impact > highest[0] or urgency > highest[1]:
            fitting = self._fitting(priority)
            impact, urgency = fitting if impact is None or impact > highest[0] else (impact, fitting[1])
        computed = self._matrix.priority(impact, urgency)
        return {
            "impact": impact,
            "urgency": urgency,
            "computed_priority": computed,
            "priority": priority or computed,
            "override_reason": RECORDED if priority not in {None, computed} else None,
        }

    def _fitting(self, priority: int | None) -> tuple[int, int]:
        """The most even pair of impact and urgency that gives the priority; the lowest pair where none does."""
        cells = self._matrix.cells
        pairs = [
            (impact, urgency)
            for impact, row in enumerate(cells, 1)
            for urgency, cell in enumerate(row, 1)
            if cell == priority
        ]
        lowest = (len(cells), len(cells[0]))
        return min(pairs, key=lambda pair: (abs(pair[0] - pair[1]), pair), default=lowest)


@lru_cache(maxsize=4096)
def _line(text: str) -> str:
    return clean_line(text)


def _texts(record: SourceIncident) -> tuple[str, str]:
    """Title and description; a title that is too long goes on in the description, a missing one is made up."""
    title = _line(record.short_description or "")
    description = clean_text(record.description) if record.description else ""
    if not title:
        known = [text for text in (record.category, record.subcategory, record.extra.get("u_symptom")) if text]
        title = _line(" · ".join(known)) or f"Imported incident {record.number}"
    if len(title) > TITLE_LIMIT:
        description = f"{title}\n\n{description}".strip()
        title = f"{title[: TITLE_LIMIT - 1]}…"
    return title, description


def extra_text(record: SourceIncident) -> str:
    """What is kept beside the record, as the text that is stored."""
    return _encode(record.extra)


def content_hash(record: SourceIncident, extra: str) -> str:
    """Tells whether a later file says anything new about the incident; `extra` is what `extra_text` gives."""
    told = (
        record.number, _seconds(record.opened_at), _seconds(record.created_at), _seconds(record.resolved_at),
        _seconds(record.closed_at), record.state, record.hold_reason, record.impact, record.urgency, record.priority,
        record.group, record.assignee, record.caller, record.opened_by, record.resolved_by, record.category,
        record.subcategory, record.site, record.configuration_item, record.channel, record.short_description,
        record.description, record.resolution_code, record.resolution_notes, record.made_sla, extra,
    )  # fmt: skip
    rows = "".join([row.key for row in record.rows])
    return hashlib.blake2b(f"{rows}{told!r}".encode(), digest_size=32).hexdigest()


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()
