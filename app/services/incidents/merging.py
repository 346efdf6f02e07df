"""Merging duplicates into their original and taking that back; one transaction, told in both journals.

The duplicate is canceled and its clocks are void. Taken back, it stands where it stood, and the clocks of both are as
if they had never been merged.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, update

from app.domain.errors import BadInput, NotFound, Refused
from app.domain.events import IncidentChanged
from app.domain.merging import Side, reason_of, refusal, told_to_caller
from app.domain.numbers import incident_number
from app.domain.vocabulary import EntryKind, LinkKind, MajorState, State, Visibility
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.incident import incident_link
from app.services.access import load_for_change
from app.services.incidents.dto import Merge, NewLink
from app.services.incidents.edit import save
from app.services.incidents.following import original_of, tell_duplicate
from app.services.incidents.journal import write_entry
from app.services.incidents.taking_back import go_back, last_step
from app.services.timers.schedule import schedule

_LINK = f"link_{LinkKind.DUPLICATE.value}"
_MOST = 100


def merge(work: Work, original_id: str, merges: Sequence[Merge]) -> None:
    """Merge all of them or, where one cannot be, none, and say of each why."""
    if not 1 <= len(merges) <= _MOST:
        raise BadInput(tr("Choose between 1 and {most} incidents to merge into another one.", most=_MOST))
    # Always locked in the same order, so that two people who merge the same incidents do not wait for each other.
    ids = sorted({original_id, *(each.duplicate_id for each in merges)})
    rows = {each: load_for_change(work, each) for each in ids}
    original = rows[original_id]
    sides = {each: side_of(row, _merged_into(work, each)) for each, row in rows.items()}
    refused = dict.fromkeys(refusal(sides[each.duplicate_id], sides[original_id]) for each in merges)
    if any(refused):
        raise Refused(" ".join(sentence for sentence in refused if sentence))
    for each in merges:
        _merge_one(work, rows[each.duplicate_id], original, each.link_id)


def merge_by_link(work: Work, new: NewLink) -> None:
    """The same for a link by which one incident is called the duplicate of another one."""
    merge(work, new.target_id, [Merge(new.id, new.source_id)])


def unmerge(work: Work, link_ids: Sequence[str]) -> None:
    """Take merges back, the last one first; what is no longer merged is left as it is."""
    for link_id in reversed(link_ids):
        link = work.connection.execute(incident_link.select().where(incident_link.c.id == link_id)).one_or_none()
        if link is None:
            raise NotFound(tr("This link does not exist any more."))
        if link.removed_at is None:
            take_link_back(work, link)


def take_link_back(work: Work, link: Row[Any]) -> None:
    """Take one merge back, given its link."""
    rows = {each: load_for_change(work, each) for each in sorted({link.source_id, link.target_id})}
    duplicate, original = rows[link.source_id], rows[link.target_id]
    work.connection.execute(
        update(incident_link).where(incident_link.c.id == link.id),
        {"removed_at": work.now, "removed_by_id": work.actor.person_id},
    )
    number = incident_number(original.number)
    told = last_step(work, duplicate.id)
    if any((each.field, each.new_value) == (_LINK, number) for each in told):
        back = go_back(work, duplicate, told, kind=EntryKind.LINK, beside={_LINK: (number, None)})
        _remind_of_hold(work, duplicate, back)
    else:
        # Linked before duplicates were merged: nothing but the link was made, and nothing but the link goes.
        write_entry(work, duplicate.id, EntryKind.LINK, changes={_LINK: (number, None)})
    changes = {f"{_LINK}_of": (incident_number(duplicate.number), None)}
    write_entry(work, original.id, EntryKind.LINK, changes=changes)
    for row in (duplicate, original):
        work.events.append(IncidentChanged(work.actor.person_id, row.id, ("links",)))


def side_of(row: Row[Any], merged_into: int | None) -> Side:
    """What the rules of merging look at, from the row of an incident."""
    return Side(row.id, row.number, State(row.state), MajorState(row.major_state), row.restricted_group_id, merged_into)


def _merged_into(work: Work, incident_id: str) -> int | None:
    found = original_of(work, incident_id)
    return None if found is None else found.number


def _merge_one(work: Work, duplicate: Row[Any], original: Row[Any], link_id: str) -> None:
    work.connection.execute(
        incident_link.insert(),
        {
            "id": link_id,
            "source_id": duplicate.id,
            "target_id": original.id,
            "kind": LinkKind.DUPLICATE.value,
            "created_at": work.now,
            "created_by_id": work.actor.person_id,
        },
    )
    number = incident_number(original.number)
    values = {
        "state": State.CANCELED.value,
        "hold_reason": None,
        "hold_until": None,
        "cancel_reason": reason_of(original.number),
    }
    changes: dict[str, tuple[object, object]] = {
        field: (getattr(duplicate, field), new) for field, new in values.items() if getattr(duplicate, field) != new
    }
    save(work, duplicate, values)
    write_entry(
        work,
        duplicate.id,
        EntryKind.LINK,
        visibility=Visibility.PUBLIC,
        body=told_to_caller(original.number),
        changes={_LINK: (None, number), **changes},
    )
    write_entry(work, original.id, EntryKind.LINK, changes={f"{_LINK}_of": (None, incident_number(duplicate.number))})
    work.events.append(IncidentChanged(work.actor.person_id, original.id, ("links",)))
    if original.state == State.RESOLVED and original.resolution_notes:
        # Whoever comes late is told at once how it ended.
        tell_duplicate(work, original, duplicate.id, original.resolution_notes)


def _remind_of_hold(work: Work, duplicate: Row[Any], back: Mapping[str, Any]) -> None:
    """A wait that was over meanwhile is told now; no other timer would."""
    until = back.get("hold_until")
    if until is not None and until <= work.now:
        schedule(work, "hold", duplicate.id, work.now)
