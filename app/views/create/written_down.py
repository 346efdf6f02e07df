"""Calls in the outbox: a new incident that is written down while the server is away, a call added to a known one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from app.infra.drafts import DraftFile
from app.infra.outbox import Kind, Waiting
from app.services.incidents.dto import NewFile, Post
from app.views.context import ViewContext
from app.views.create.draft import CALL, CreateDraft
from app.views.incident.written_down import waiting_message


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


def called_too(context: ViewContext, post: Post, incident_id: str, number: str, draft: CreateDraft) -> Waiting:
    """A call as a note on the incident that it is about; with its form, which opens again when it is taken back."""
    item = waiting_message(context, post, incident_id, number, "")
    return replace(item, fields=item.fields | {CALL: json.dumps(draft.to_fields())})


def form_of(item: Waiting) -> Mapping[str, str] | None:
    """What was typed into the form in which this was written; None for what was written elsewhere."""
    if item.kind is Kind.INCIDENT:
        return item.fields
    form: Mapping[str, str] | None = json.loads(item.fields.get(CALL, "null"))
    return form
