"""The end of a shift: what nobody owns is offered to the next group, and shown until somebody answers."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from app.domain.events import IncidentChanged, ShiftOffersChanged
from app.domain.timeline import Timeline
from app.domain.vocabulary import OPEN_STATES, EntryKind
from app.infra.unit_of_work import Work
from app.infra.upsert import insert_once
from app.models.clocks import group_hours
from app.models.escalation import shift_offer
from app.models.incident import incident
from app.models.timers import timer
from app.services.escalation.crowd import crowd_of
from app.services.hours import hours_of_group, is_open, next_closing, next_group
from app.services.incidents.journal import write_entry
from app.services.notifications.dto import NoticeKind
from app.services.notifications.outbox import Notice, Telling
from app.services.sla.books import read_calendars, timeline_of
from app.services.timers.schedule import schedule

_OPEN = sorted(state.value for state in OPEN_STATES)
_MOST = 500
"""How many incidents one end of a shift offers; who leaves more behind needs another remedy than a list."""


def schedule_shifts_of(work: Work, calendar_id: str) -> None:
    """Set the ends of the shifts of all groups that work by a calendar which this transaction publishes."""
    hours = timeline_of(read_calendars(work.connection)[calendar_id])
    groups = select(group_hours.c.group_id).where(group_hours.c.calendar_id == calendar_id)
    for group_id in list(work.connection.execute(groups).scalars()):
        schedule_shift(work, group_id, hours)


def schedule_shift(work: Work, group_id: str, hours: Timeline | None = None) -> None:
    """Set when the running or coming shift of a group ends; called when its hours or the next group change.

    `hours` are those that this transaction publishes; else they are looked up.
    """
    hours = hours or hours_of_group(work.connection, group_id)
    has_next = next_group(work.connection, group_id) is not None
    schedule(work, "shift", group_id, next_closing(hours, work.now) if has_next else None)


def handle_shift(work: Work, group_ids: Sequence[str]) -> None:
    """Offer what nobody of these groups owns to the groups that come next, once for each end of a shift.

    When the end is noticed so late that the group works again, nothing is offered: it has its incidents back.
    """
    for group_id in group_ids:
        due = select(timer.c.due_at).where(timer.c.kind == "shift", timer.c.subject_id == group_id)
        ended_at = work.connection.execute(due).scalar_one_or_none()
        to_group_id = next_group(work.connection, group_id)
        if ended_at is None or ended_at > work.now:
            continue
        hours = hours_of_group(work.connection, group_id)
        if to_group_id is not None and hours is not None and not is_open(hours, work.now):
            _offer(work, group_id, to_group_id, _last_closing(hours, ended_at, work.now))
        schedule_shift(work, group_id)


def _last_closing(hours: Timeline, ended_at: datetime, now: datetime) -> datetime:
    """The end of the last shift before now, when several ended since somebody looked."""
    last = ended_at
    while True:
        following = next_closing(hours, last)
        if following is None or following > now:
            return last
        last = following


def _offer(work: Work, group_id: str, to_group_id: str, ended_at: datetime) -> None:
    left = work.connection.execute(
        select(incident.c.id)
        .where(incident.c.group_id == group_id, incident.c.assignee_id.is_(None), incident.c.state.in_(_OPEN))
        # Locked in the order in which a step locks the children of an incident, so that none waits for the other.
        .order_by(incident.c.number)
        .limit(_MOST)
        .with_for_update()
    ).scalars()
    crowd = crowd_of(work)
    names = {group.id: group.name for group in crowd.groups.values()}
    offered = [each for each in left if _insert(work, each, group_id, to_group_id, ended_at)]
    for incident_id in offered:
        body = f"The shift of {names.get(group_id, 'its group')} ended and nobody has it: offered to"
        write_entry(work, incident_id, EntryKind.ESCALATION, body=f"{body} {names.get(to_group_id, 'the next group')}.")
        work.events.append(IncidentChanged(work.actor.author_id, incident_id, ("journal",)))
    if offered:
        _tell(work, group_id, to_group_id, ended_at, len(offered))
        work.events.append(ShiftOffersChanged(work.actor.author_id, to_group_id))


def _insert(work: Work, incident_id: str, group_id: str, to_group_id: str, ended_at: datetime) -> bool:
    values = {
        "id": work.new_id(),
        "incident_id": incident_id,
        "from_group_id": group_id,
        "to_group_id": to_group_id,
        "shift_ended_at": ended_at,
        "offered_at": work.now,
    }
    return insert_once(work.connection, shift_offer, values)


def _tell(work: Work, group_id: str, to_group_id: str, ended_at: datetime, count: int) -> None:
    crowd = crowd_of(work)
    name = crowd.groups[group_id].name if group_id in crowd.groups else "another group"
    left = "1 incident without an assignee is" if count == 1 else f"{count} incidents without an assignee are"
    title = f"The shift of {name} ended: {left} offered to you"
    telling = Telling(work)
    telling.add(
        crowd.members.get(to_group_id, []),
        Notice(f"shift:{group_id}:{ended_at.isoformat()}", NoticeKind.SHIFT, None, title),
    )
    telling.send()
