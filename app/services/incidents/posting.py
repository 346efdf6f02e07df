"""Writing a message into the journal: what kind it is, who reads it, and who is told."""

from typing import Any

from sqlalchemy import Row

from app.domain.events import IncidentChanged
from app.domain.permissions import Permission, may
from app.domain.vocabulary import EntryKind, Visibility
from app.infra.unit_of_work import Work
from app.services.escalation.follow import follow_message
from app.services.incidents.attachments import attach
from app.services.incidents.dto import Post
from app.services.incidents.following import tell_duplicates
from app.services.incidents.informing import goes_with_resolution, inform
from app.services.incidents.journal import write_entry
from app.services.incidents.mentioning import tell_mentioned


def write_post(work: Work, row: Row[Any], post: Post, body: str) -> None:
    """Write a message or note with its files; whoever has to hear of it does."""
    if post.to_stakeholders and not goes_with_resolution(post):
        inform(work, row, post, body)
        return
    by_desk = may(work.actor, Permission.INCIDENT_WORK)
    kind = EntryKind.WORK_NOTE if not post.public else EntryKind.REPLY if by_desk else EntryKind.CALLER_MESSAGE
    visibility = Visibility.PUBLIC if post.public else Visibility.INTERNAL
    write_entry(work, row.id, kind, visibility=visibility, body=body, entry_id=post.id)
    if post.files:
        attach(work, row.id, post.id, post.files)
    if kind is EntryKind.CALLER_MESSAGE:
        follow_message(work, row, post.id)
    elif kind is EntryKind.WORK_NOTE:
        tell_mentioned(work, row, body, post.id)
    elif kind is EntryKind.REPLY:
        tell_duplicates(work, row, body, post.files)
    work.events.append(IncidentChanged(work.actor.person_id, row.id, ("journal",)))
