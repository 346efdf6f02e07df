"""Messages in the outbox: what can still be taken back, and notes that are written down while the server is away."""

from datetime import datetime

from app.infra.drafts import Draft, DraftFile
from app.infra.outbox import Kind, Waiting
from app.services.incidents.dto import NewFile, Post
from app.views.context import ViewContext
from app.views.incident.post_ids import content_of, kept_id


def waiting_message(context: ViewContext, post: Post, incident_id: str, number: str, to: str) -> Waiting:
    """A message as the outbox keeps it until the desk has it; `to` is whoever reads what is not internal."""
    fields = {"incident_id": incident_id, "number": number, "body": post.body}
    if not post.public:
        return Waiting(post.id, Kind.NOTE, fields | written_when(context), context.now(), _copies(post))
    # How many messages of others its author has seen, which the desk compares once more.
    fields |= {"seen": "" if post.others_seen is None else str(post.others_seen), "caller": to}
    if not post.to_stakeholders:
        return Waiting(post.id, Kind.REPLY, fields, context.now(), _copies(post))
    fields["next_update"] = "" if post.next_update_at is None else post.next_update_at.isoformat()
    return Waiting(post.id, Kind.UPDATE, fields, context.now(), _copies(post))


def written_when(context: ViewContext) -> dict[str, str]:
    """What a note keeps of when it was written, in words, for the case that it is recorded later."""
    when = {"when": context.formats.full(context.now())}
    return when | {"away": "yes"} if context.is_away() else when


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
