"""A new incident that is written down while the server is away, and what becomes of it when it is to be changed."""

from collections.abc import Sequence
from datetime import datetime

from app.infra.drafts import DraftFile
from app.infra.outbox import Kind, Waiting
from app.services.incidents.dto import NewFile
from app.views.create.draft import CreateDraft


def written_down(
    incident_id: str,
    draft: CreateDraft,
    levels: tuple[int, int],
    files: Sequence[NewFile],
    new_caller_id: str,
    now: datetime,
) -> Waiting:
    """What the outbox keeps. A caller who could not be looked up gets `new_caller_id`, if they are nobody known."""
    impact, urgency = levels
    more = {"impact": str(impact), "urgency": str(urgency), "new_caller_id": new_caller_id}
    copies = tuple(DraftFile(file.file_name, file.media_type, file.data) for file in files)
    return Waiting(incident_id, Kind.INCIDENT, draft.to_fields() | more, now, copies)
