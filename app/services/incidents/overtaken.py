"""Whether others wrote for all to read since somebody looked, who is about to say something to the caller."""

from typing import Final

from sqlalchemy import bindparam, func, or_, select

from app.domain.errors import Overtaken
from app.domain.vocabulary import EntryKind, Visibility
from app.infra.prepared import PreparedSelect, one_of
from app.infra.unit_of_work import Work
from app.models.incident import journal_entry
from app.models.types import Id

_SAID: Final = [each.value for each in (EntryKind.REPLY, EntryKind.STAKEHOLDER_UPDATE, EntryKind.CALLER_MESSAGE)]
_OTHERS_SAID = PreparedSelect(
    select(func.count().label("messages")).where(
        journal_entry.c.incident_id == bindparam("incident_id", "", type_=Id),
        one_of(journal_entry.c.kind, _SAID),
        journal_entry.c.visibility == Visibility.PUBLIC.value,
        or_(journal_entry.c.author_id.is_(None), journal_entry.c.author_id != bindparam("me", "", type_=Id)),
    )
)


def refuse_overtaken(work: Work, incident_id: str, others_seen: int | None) -> None:
    """Pass, unless others have written to the caller, or the caller to the desk, more than the person has seen.

    None is whoever does not say what they have seen, such as an import.
    """
    if others_seen is None:
        return
    said = _OTHERS_SAID.one_or_none(work.connection, incident_id=incident_id, me=work.actor.person_id)
    if said.messages > others_seen:
        raise Overtaken
