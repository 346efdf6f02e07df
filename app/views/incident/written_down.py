"""Messages in the outbox: notes that are written down while the server is away, replies that can be taken back."""

from datetime import datetime

from app.domain.wording import tr
from app.infra.drafts import Draft, DraftFile
from app.infra.outbox import Kind, Waiting
from app.services.incidents.dto import IncidentDetail, NewFile, Post
from app.views.incident.post_ids import kept_id


def written_down(post: Post, incident_id: str, number: str, now: datetime, when: str) -> Waiting:
    """What the outbox keeps. The note says when it was written, in words, because it is recorded later."""
    body = tr("{body}\n\n(Written {when}, while the desk was away.)", body=post.body, when=when)
    return Waiting(post.id, Kind.NOTE, {"incident_id": incident_id, "number": number, "body": body}, now, _copies(post))


def held_back(post: Post, detail: IncidentDetail, number: str, now: datetime) -> Waiting:
    """A reply as the outbox keeps it until it is sent, with how many messages of others its author has seen."""
    fields = {
        "incident_id": detail.id,
        "number": number,
        "body": post.body,
        "seen": "" if post.others_seen is None else str(post.others_seen),
        "caller": detail.caller.name if detail.caller is not None else "",
    }
    return Waiting(post.id, Kind.REPLY, fields, now, _copies(post))


def back_in_draft(item: Waiting, draft: Draft | None) -> dict[str, str]:
    """The draft that a message becomes again, above what is being written in its place now."""
    later = draft.fields.get("text", "") if draft is not None else ""
    body = item.fields["body"]
    text = f"{body}\n{later}" if later.strip() else body
    files = [NewFile(file.name, file.media_type, file.data) for file in item.files]
    seen = {"seen": item.fields["seen"]} if item.fields.get("seen") else {}
    # Under the same id, so that it cannot reach the desk twice whatever happens in between.
    return {"text": text} | seen | (kept_id(item.id, text, files) if text == body else {})


def _copies(post: Post) -> tuple[DraftFile, ...]:
    return tuple(DraftFile(file.file_name, file.media_type, file.data) for file in post.files)
