"""Following an incident that is somebody else's: one is told when it moves on.

Who acts on an incident does nothing for those who follow it, so no save is slower for them. The program of whoever
follows compares how far each has come with what it told last: when it starts, and when it hears of a change.
"""

from typing import Any

from sqlalchemy import Row, Select, and_, select, update

from app.domain.errors import NotFound
from app.domain.numbers import incident_number
from app.domain.permissions import Permission
from app.domain.wording import tr
from app.infra.unit_of_work import Store, Work
from app.infra.upsert import upsert_into
from app.models.incident import incident, incident_follower
from app.models.people import person
from app.services.access import visible
from app.services.command import command
from app.services.incidents.dto import Followed
from app.services.notifications.dto import NoticeKind
from app.services.notifications.outbox import Notice, remind


class FollowCommands:
    """What a person follows; it is theirs alone."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.INCIDENT_READ_ALL)
    def follow(self, work: Work, incident_ids: tuple[str, ...], *, following: bool | None = None) -> Followed:
        """Follow incidents, or no longer; None turns round what holds of the first."""
        rows = _seen(work, incident_ids)
        if not rows:
            raise NotFound(tr("This incident does not exist, or you may not see it."))
        wanted = not rows[0].following if following is None else following
        changed = tuple(row.id for row in rows if bool(row.following) is not wanted)
        for row in rows:
            key = {"incident_id": row.id, "person_id": work.actor.person_id}
            values = {"following": wanted, "seen_version": row.version}
            made = upsert_into(work.connection, incident_follower).values(**key, **values)
            work.connection.execute(made.on_conflict_do_update(index_elements=list(key), set_=values))
        return Followed(wanted, changed)

    @command(Permission.INCIDENT_READ_ALL)
    def catch_up(self, work: Work) -> frozenset[str]:
        """Tell oneself of what moved on since one was told last, by others; returns what is followed."""
        rows = work.connection.execute(_followed(work)).all()
        for row in rows:
            if row.version == row.seen_version:
                continue
            mine = (incident_follower.c.incident_id == row.id, incident_follower.c.person_id == work.actor.person_id)
            work.connection.execute(update(incident_follower).where(*mine).values(seen_version=row.version))
            if row.updated_by_id != work.actor.person_id:
                remind(work, _notice(row))
        return frozenset(row.id for row in rows)


def _seen(work: Work, incident_ids: tuple[str, ...]) -> list[Row[Any]]:
    mine = and_(incident_follower.c.incident_id == incident.c.id, incident_follower.c.person_id == work.actor.person_id)
    statement: Select[Any] = (
        select(incident.c.id, incident.c.version, incident_follower.c.following)
        .outerjoin(incident_follower, mine)
        .where(incident.c.id.in_(incident_ids), visible(work.actor))
        .order_by(incident.c.number)
    )
    return list(work.connection.execute(statement).all())


def _followed(work: Work) -> Select[Any]:
    follower = incident_follower.c
    return (
        select(
            incident.c.id, incident.c.number, incident.c.short_description, incident.c.version, incident.c.state,
            incident.c.updated_by_id, follower.seen_version, person.c.name.label("by"),
        )
        .join(incident_follower, follower.incident_id == incident.c.id)
        .outerjoin(person, person.c.id == incident.c.updated_by_id)
        .where(follower.person_id == work.actor.person_id, follower.following, visible(work.actor))
        .order_by(incident.c.number)
    )  # fmt: skip


def _notice(row: Row[Any]) -> Notice:
    title = f"You follow it: {incident_number(row.number)} {row.short_description}"
    body = f"{row.by} changed it" if row.by else "It moved on"
    return Notice(f"followed:{row.id}:{row.version}", NoticeKind.FOLLOWED, row.id, title, body)
