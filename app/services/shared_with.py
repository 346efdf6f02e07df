"""What people keep for themselves, for a group of theirs or for everybody: who sees it, changes it and may share it."""

from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Row, Table, and_, literal, or_, select

from app.domain.actor import Actor
from app.domain.errors import BadInput, NotAllowed
from app.domain.permissions import Permission, demand, may
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.people import group_member

SHARES: Final = ("own", "team", "all")
"""Who sees a thing: whoever made it, the members of a group, everybody at the desk."""


class Shared(NamedTuple):
    """A kind of things that are shared: their table, what one is called, and who may write for everybody."""

    table: Table
    thing: str
    publish: Permission

    def seen_by(self, actor: Actor) -> ColumnElement[bool]:
        """The actor's own, those of their groups, and those for everybody."""
        columns = self.table.c
        mine = literal(actor.person_id, columns.owner_id.type)
        groups = select(group_member.c.group_id).where(group_member.c.person_id == mine)
        in_team = and_(columns.share == "team", columns.group_id.in_(groups))
        return or_(columns.owner_id == mine, columns.share == "all", in_team)

    def may_change(self, actor: Actor, owner_id: str, share: str) -> bool:
        """Whether the actor may change one that they see."""
        return owner_id == actor.person_id or (share != "own" and may(actor, self.publish))

    def standing(self, work: Work, thing_id: str) -> Row[Any] | None:
        """The row of one, whoever sees it."""
        return work.connection.execute(select(self.table).where(self.table.c.id == thing_id)).one_or_none()

    def demand_own(self, actor: Actor, row: Row[Any]) -> None:
        """Pass when the actor may change it; else `NotAllowed`."""
        if not self.may_change(actor, row.owner_id, row.share):
            raise NotAllowed(tr("This {thing} belongs to somebody else. Make one of your own.", thing=self.thing))

    def demand_share(self, work: Work, share: str, group_id: str | None) -> None:
        """Pass when the actor may share one with these."""
        if share not in SHARES:
            raise BadInput(
                tr(
                    "A {thing} is for {shares}, not for {share}.",
                    thing=self.thing,
                    shares=", ".join(SHARES),
                    share=f"{share!r}",
                ),
                "share",
            )
        if share == "all":
            demand(work.actor, self.publish)
        if share == "team":
            own = select(group_member.c.group_id).where(
                group_member.c.group_id == group_id, group_member.c.person_id == work.actor.person_id
            )
            if work.connection.execute(own).one_or_none() is None:
                raise BadInput(
                    tr("A {thing} is shared with a group of which you are a member. Choose one.", thing=self.thing),
                    "share",
                )
