"""Open work of somebody goes to somebody else, or back to its groups: first shown group by group, then done just so.

Who takes work has to be in its group, and in the group that it is restricted to: what they cannot take goes to the
queue of its group, assigned to nobody, so that nothing is left with a person who is not there any more. The same holds
for the work of a group that somebody leaves.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.errors import Refused
from app.domain.events import ReferenceDataChanged
from app.domain.vocabulary import OPEN_STATES, State
from app.domain.wording import marked, tr
from app.infra.unit_of_work import Work
from app.models.incident import incident
from app.models.people import assignment_group, group_member
from app.services.access import visible
from app.services.incidents.dto import FieldEdit, Outcome
from app.services.incidents.edit import Edits
from app.services.incidents.many import change_each, take_back_many
from app.services.people.dto import HandedOn, HandingOn, LeftGroup, OpenWork, Share
from app.services.removal import leave_group

_CHANGED: Final = marked("The open work changed meanwhile. Nothing was done: look once more at what goes where.")


def open_work(connection: Connection, actor: Actor, person_id: str) -> tuple[OpenWork, ...]:
    """The open incidents that are assigned to a person, as far as the reader sees them, the oldest first."""
    rows = connection.execute(
        select(
            incident.c.id, incident.c.number, incident.c.short_description, incident.c.state,
            incident.c.group_id, assignment_group.c.name, incident.c.restricted_group_id,
        )
        .outerjoin(assignment_group, assignment_group.c.id == incident.c.group_id)
        .where(incident.c.state.in_([state.value for state in OPEN_STATES]))
        .where(incident.c.assignee_id == person_id, visible(actor))
        .order_by(incident.c.number)
    )  # fmt: skip
    return tuple(OpenWork(*row[:3], State(row[3]), *(each or "" for each in row[4:])) for row in rows)


def planned(connection: Connection, actor: Actor, person_id: str, to_person_id: str) -> HandingOn:
    """What would become of the open work, the largest share first."""
    member = select(group_member.c.group_id).where(group_member.c.person_id == to_person_id)
    inside = frozenset(connection.execute(member).scalars()) if to_person_id else frozenset()
    shares: dict[tuple[str, str], list[OpenWork]] = defaultdict(list)
    for each in open_work(connection, actor, person_id):
        closed = each.restricted_group_id
        shares[each.group_id, closed if closed != each.group_id else ""].append(each)
    made = (_share(key, found, inside, anybody=bool(to_person_id)) for key, found in shares.items())
    return HandingOn(
        person_id, to_person_id, tuple(sorted(made, key=lambda share: (-len(share.work), share.group_name)))
    )


def _share(key: tuple[str, str], work: Sequence[OpenWork], inside: Collection[str], *, anybody: bool) -> Share:
    group_id, closed = key
    sees = not closed or closed in inside
    fits = anybody and sees and (not group_id or group_id in inside)
    may_join = anybody and sees and not fits
    return Share(group_id, work[0].group_name, tuple(work), fits, may_join)


def hand_on(work: Work, shown: HandingOn, joining: Collection[str], *, removes: bool) -> HandedOn:
    """Do what was shown, or raise Refused and do nothing."""
    now = planned(work.connection, work.actor, shown.person_id, shown.to_person_id)
    if _decisive(now) != _decisive(shown):
        raise Refused(tr(_CHANGED))
    joined = tuple(dict.fromkeys(each.group_id for each in now.shares if not each.fits and each.goes(joining)))
    for group_id in joined:
        row = {"group_id": group_id, "person_id": shown.to_person_id, "joined_at": work.now}
        work.connection.execute(group_member.insert(), row)
    if joined:
        work.events.append(ReferenceDataChanged(work.actor.person_id, "group_member"))
    wanted = {
        each.incident_id: _edits(shown.person_id, share.group_id, shown.to_person_id if share.goes(joined) else None)
        for share in now.shares
        for each in share.work
    }
    # Each is looked at once more under its lock: somebody may take one while others are on their way.
    outcomes = _change_all(work, wanted)
    return HandedOn(shown.person_id, shown.to_person_id, outcomes, joined, removes)


def _change_all(work: Work, wanted: Mapping[str, Edits]) -> tuple[Outcome, ...]:
    outcomes = change_each(work, wanted)
    refused = next((each.refused for each in outcomes if each.refused), "")
    if refused:
        raise Refused(refused)
    return outcomes


def work_of_group(connection: Connection, actor: Actor, person_id: str, group_id: str) -> tuple[OpenWork, ...]:
    """The open work of a person that they have because they are in this group, or see because of it."""
    work = open_work(connection, actor, person_id)
    return tuple(each for each in work if group_id in (each.group_id, each.restricted_group_id))


def leave(work: Work, group_id: str, person_id: str, shown: Collection[str] | None) -> LeftGroup:
    """Take a person out of a group; their open work of it goes to the queue of its group.

    Refused where that is other work than was `shown`, by identifier; None is whoever was shown nothing.
    """
    there = work_of_group(work.connection, work.actor, person_id, group_id)
    if shown is not None and {each.incident_id for each in there} != set(shown):
        raise Refused(tr(_CHANGED))
    # Before they leave, because whoever takes themself out may no longer see what is restricted to the group.
    freed = {each.incident_id: _edits(person_id, each.group_id, None) for each in there}
    outcomes = _change_all(work, freed) if freed else ()
    leave_group(work.connection, group_id, person_id)
    work.events.append(ReferenceDataChanged(work.actor.person_id, "group_member"))
    return LeftGroup(group_id, person_id, outcomes)


def _edits(person_id: str, group_id: str, to: str | None) -> Edits:
    stays = FieldEdit(group_id or None, group_id or None)
    return {"assignee_id": FieldEdit(person_id, to), "group_id": stays}


def _decisive(plan: HandingOn) -> list[tuple[str, bool, bool, set[str]]]:
    return sorted(
        (
            (share.group_id, share.fits, share.may_join, {each.incident_id for each in share.work})
            for share in plan.shares
        ),
        key=lambda known: (known[:3], min(known[3])),
    )


def take_back(work: Work, handed: HandedOn) -> tuple[Outcome, ...]:
    """Give the work back and leave the groups that were joined for it, unless other open work of theirs is there."""
    outcomes = take_back_many(work, handed.outcomes)
    still = {each.group_id for each in open_work(work.connection, work.actor, handed.to_person_id)}
    left = [group_id for group_id in handed.joined if group_id not in still]
    for group_id in left:
        leave_group(work.connection, group_id, handed.to_person_id)
    if left:
        work.events.append(ReferenceDataChanged(work.actor.person_id, "group_member"))
    return outcomes
