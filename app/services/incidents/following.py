"""Callers of duplicates follow the original: what its caller is told, they are told in their own incident.

A copy in their own journal, because they may not read the original, and so that it stays when the merge is taken back.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select

from app.domain.numbers import incident_number
from app.domain.taking_back import FOLLOWED
from app.domain.vocabulary import EntryKind, LinkKind, Visibility
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Work
from app.models.incident import incident, incident_link
from app.models.types import Id
from app.services.access import load_for_change
from app.services.incidents.attachments import attach
from app.services.incidents.dto import NewFile
from app.services.incidents.edit import save
from app.services.incidents.journal import write_entry

_WANTED = bindparam("wanted", "", type_=Id)
_IS_MERGED = (incident_link.c.kind == LinkKind.DUPLICATE.value, incident_link.c.removed_at.is_(None))
_DUPLICATES = PreparedSelect(select(incident_link.c.source_id).where(incident_link.c.target_id == _WANTED, *_IS_MERGED))
_ORIGINAL = PreparedSelect(
    select(incident_link.c.id, incident.c.number, incident.c.assignee_id)
    .join(incident, incident.c.id == incident_link.c.target_id)
    .where(incident_link.c.source_id == _WANTED, *_IS_MERGED)
)


def original_of(work: Work, incident_id: str) -> Row[Any] | None:
    """The id of the link, the number and the assignee of what the incident was merged into."""
    found: Row[Any] | None = _ORIGINAL.one_or_none(work.connection, wanted=incident_id)
    return found


def tell_duplicates(work: Work, row: Row[Any], body: str | None, files: Sequence[NewFile] = ()) -> None:
    """Tell the callers of what was merged into the incident what its own caller is told; also across two merges."""
    for duplicate_id in sorted(found.source_id for found in _DUPLICATES.all(work.connection, wanted=row.id)):
        tell_duplicate(work, row, duplicate_id, body, files)


def tell_duplicate(
    work: Work, original: Row[Any], duplicate_id: str, body: str | None, files: Sequence[NewFile] = ()
) -> None:
    """Tell the caller of one duplicate, and of what was merged into that one before."""
    duplicate = load_for_change(work, duplicate_id)
    changes = {FOLLOWED: (None, incident_number(original.number))}
    entry_id = write_entry(
        work, duplicate.id, EntryKind.REPLY, visibility=Visibility.PUBLIC, body=body, changes=changes
    )
    if files:
        attach(work, duplicate.id, entry_id, files)
    save(work, duplicate, {})
    tell_duplicates(work, duplicate, body, files)
