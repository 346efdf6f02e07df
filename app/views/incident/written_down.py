"""Messages in the outbox: notes that are written down while the server is away, and what can still be taken back."""

from datetime import datetime

from app.domain.wording import tr
from app.infra.drafts import Draft, DraftFile
from app.infra.outbox import Kind, Waiting
from app.services.incidents.dto import NewFile, Post
from app.views.incident.post_ids import content_of, kept_id


def written_down(post: Post, incident_id: str, number: str, now: datetime, when: str) -> Waiting:
    """What the outbox keeps. The note says when it was written, in words, because it is recorded later."""
    body = tr("{body}\n\n(Written {when}, while the desk was away.)", body=post.body, when=when)
    return Waiting(post.id, Kind.NOTE, {"incident_id": incident_id, "number": number, "body": body}, now, _copies(post))


def held_back(post: Post, incident_id: str, number: str, to: str, now: datetime) -> Waiting:
    """What callers will read as the outbox keeps it until it is sent, with how many messages its author has seen."""
    fields = {
        "incident_id": incident_id,
        "number": number,
        "body": post.body,
        "seen": "" if post.others_seen is None else str(post.others_seen),
        "caller": to,
    }
    if not post.to_stakeholders:
        return Waiting(post.id, Kind.REPLY, fields, now, _copies(post))
    fields["next_update"] = "" if post.next_update_at is None else post.next_update_at.isoformat()
    return Waiting(post.id, Kind.UPDATE, fields, now, _copies(post))


def back_in_draft(item: Waiting, draft: Draft | None) -> dict[str, str]:
    """The draft that a message becomes again, above what is being written in its place now."""
    later = draft.fields.get("text", "") if draft is not None else ""
    body = item.fields["body"]
    text = f"{body}\n{later}" if later.strip() else body
    files = [NewFile(file.name, file.media_type, file.data) for file in item.files]
    seen = {"seen": item.fields["seen"]} if item.fields.get("seen") else {}
    kept = item.fields.get("next_update")
    promised = {} if kept is None else {"next_update": kept}
    content = content_of(text, datetime.fromisoformat(kept) if kept else None)
    # Under the same id, so that it cannot reach the desk twice whatever happens in between.
    return {"text": text} | seen | promised | (kept_id(item.id, content, files) if text == body else {})


def _copies(post: Post) -> tuple[DraftFile, ...]:
    return tuple(DraftFile(file.file_name, file.media_type, file.data) for file in post.files)
