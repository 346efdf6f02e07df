"""Stakeholder updates: one word about a major incident for everybody whom it concerns, each in their own incident.

They reach the caller of the major incident and the callers of what hangs below it: its children, theirs, and what was
merged into one of them. What was closed or canceled otherwise has ended for a reason of its own and is told nothing.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from app.domain.actor import Actor
from app.domain.errors import BadInput, Missing, NotFound, Refused
from app.domain.events import IncidentChanged
from app.domain.major import NEXT_UPDATE, REACHED, why_no_update
from app.domain.moments import can_be_kept
from app.domain.numbers import incident_number
from app.domain.permissions import Permission, demand
from app.domain.taking_back import FOLLOWED
from app.domain.text import is_blank
from app.domain.vocabulary import EntryKind, LinkKind, MajorState, State, Visibility
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.incident import incident, incident_link
from app.services.access import load_for_change, visible
from app.services.incidents.attachments import attach
from app.services.incidents.dto import Audience, NewFile, Post, TakenStep
from app.services.incidents.edit import save
from app.services.incidents.following import tell_duplicates
from app.services.incidents.journal import Changes, write_entry
from app.services.incidents.major_lead import load_majors
from app.services.timers.schedule import schedule

_ENDED = sorted(state.value for state in (State.CLOSED, State.CANCELED))


def check_update(work: Work, row: Row[Any], post: Post, body: str) -> None:
    """Pass where the message is an update that may be sent from this incident now."""
    demand(work.actor, Permission.INCIDENT_WORK)
    problem = why_no_update(MajorState(row.major_state), State(row.state))
    if problem or not post.public:
        raise Refused(f"{problem or tr('A stakeholder update is read by callers')}.")
    if is_blank(body) and not goes_with_resolution(post):
        missing = tr("Say what happened, who is affected and what is being done.")
        raise Refused("", (Missing("body", missing),))
    due = post.next_update_at
    if due is not None and (not can_be_kept(due) or due <= work.now):
        raise BadInput(tr("The time of the next update is over. Choose a later one."), NEXT_UPDATE)


def goes_with_resolution(post: Post) -> bool:
    """Whether the words are said by the resolution that comes with it, and only files are left to be sent."""
    return post.to_stakeholders and post.then is not None and post.then.to is State.RESOLVED and is_blank(post.body)


def share_files(work: Work, steps: Sequence[TakenStep], files: Sequence[NewFile]) -> None:
    """Send files to the callers of incidents that took a step of the one above, and of what was merged into them."""
    for step in steps:
        row = load_for_change(work, step.incident_id)
        entry_id = write_entry(work, row.id, EntryKind.REPLY, visibility=Visibility.PUBLIC, body="")
        attach(work, row.id, entry_id, files)
        tell_duplicates(work, row, "", files)


def inform(work: Work, row: Row[Any], post: Post, body: str) -> None:
    """Write the update, and its copy into every incident that follows, whose callers may not read this one."""
    locked = _locked(work, row.id)
    below = [each for each in _below(work.connection, work.actor, row.id) if each.id in locked]
    due, before = post.next_update_at, load_majors(work.connection, [row.id])[row.id].next_update_at
    changes: dict[str, tuple[object, object]] = {REACHED: (None, _people(row.caller_id, below))}
    if due != before:
        changes[NEXT_UPDATE] = before, due
    _write(work, row, post, body, changes, post.id)
    copied = {FOLLOWED: (None, incident_number(row.number))} | ({NEXT_UPDATE: (None, due)} if due else {})
    for each in below:
        _write(work, locked[each.id], post, body, copied)
        save(work, locked[each.id], {})
    if due is not None:
        # The look that is due now finds the promise, beside whatever else is watched there.
        schedule(work, "watch", row.id, work.now)
    work.events.append(IncidentChanged(work.actor.person_id, row.id, ("journal",)))


def audience_of(connection: Connection, actor: Actor, incident_id: str) -> Audience:
    """Who would read an update of this incident if it were sent now."""
    caller = connection.execute(select(incident.c.caller_id).where(incident.c.id == incident_id)).scalar()
    below = _below(connection, actor, incident_id)
    return Audience(_people(caller, below), len(below))


def _write(work: Work, row: Row[Any], post: Post, body: str, changes: Changes, entry_id: str | None = None) -> None:
    kind, visibility = EntryKind.STAKEHOLDER_UPDATE, Visibility.PUBLIC
    written = write_entry(work, row.id, kind, visibility=visibility, body=body, changes=changes, entry_id=entry_id)
    if post.files:
        attach(work, row.id, written, post.files)


def _people(caller_id: str | None, below: list[Row[Any]]) -> int:
    return len({each for each in (caller_id, *(row.caller_id for row in below)) if each is not None})


def _locked(work: Work, incident_id: str) -> dict[str, Row[Any]]:
    """What seems to follow, locked. Only then can be said what does: one may have been closed or unlinked meanwhile."""
    found = {}
    for each in _below(work.connection, work.actor, incident_id):
        try:
            found[each.id] = load_for_change(work, each.id)
        except NotFound:
            continue  # It became restricted since, and is told nothing by whoever may not see it.
    return found


def _below(connection: Connection, actor: Actor, incident_id: str) -> list[Row[Any]]:
    """What follows the incident, in the order of the numbers, in which others lock them too; each once."""
    found: dict[str, Row[Any]] = {}
    level = [incident_id]
    while level:
        rows = connection.execute(_next_level(actor, level)).all()
        fresh = {row.id: row for row in rows if row.id not in found and row.id != incident_id}
        found |= fresh
        level = list(fresh)
    return sorted(found.values(), key=lambda row: row.number)


def _next_level(actor: Actor, above: list[str]) -> Any:
    link = incident_link.c
    is_child = (link.kind == LinkKind.PARENT.value) & incident.c.state.not_in(_ENDED)
    return (
        select(incident.c.id, incident.c.number, incident.c.caller_id)
        .join(incident_link, link.source_id == incident.c.id)
        .where(
            link.target_id.in_(above),
            link.removed_at.is_(None),
            or_(is_child, link.kind == LinkKind.DUPLICATE.value),
            visible(actor),
        )
    )
