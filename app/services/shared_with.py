"""What people keep for themselves, for a group of theirs or for everybody: who sees it, changes it and may share it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, literal, or_, select, update

from app.domain.actor import Actor
from app.domain.errors import BadInput, NotAllowed, NotFound
from app.domain.events import ReferenceDataChanged
from app.domain.permissions import Permission, demand, may
from app.domain.text import clean_line, is_blank
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.people import assignment_group, group_member, person

SHARES: Final = ("own", "team", "all")
"""Who sees a thing: whoever made it, the members of a group, everybody at the desk."""

_NAME_LIMIT: Final = 120


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

    def rows(self, connection: Connection, actor: Actor, condition: ColumnElement[bool]) -> Sequence[Row[Any]]:
        """Those that the actor sees, each with the names of its owner and group: own ones first, by name."""
        columns = self.table.c
        statement = (
            select(self.table, person.c.name.label("owner_name"), assignment_group.c.name.label("group_name"))
            .join(person, person.c.id == columns.owner_id)
            .outerjoin(assignment_group, assignment_group.c.id == columns.group_id)
            .where(condition, self.seen_by(actor))
            .order_by(columns.share == "all", columns.share == "team", columns.name, columns.id)
        )
        return connection.execute(statement).all()

    def add(self, work: Work, thing_id: str, values: Mapping[str, Any]) -> None:
        """Keep a new one, which is the actor's."""
        made = {"id": thing_id, "owner_id": work.actor.person_id, "created_at": work.now, "active": True}
        work.connection.execute(self.table.insert(), {**made, **values})
        work.events.append(ReferenceDataChanged(work.actor.person_id, self.table.name))

    def keep(self, work: Work, thing_id: str, values: Mapping[str, Any]) -> None:
        """Keep a new one, or change the one that has its id."""
        stands = self._standing(work, thing_id)
        if stands is None:
            self.add(work, thing_id, values)
        else:
            self._change(work, stands, values)

    def offer(self, work: Work, thing_id: str, gone: str, *, active: bool) -> None:
        """Offer one again, or no longer; `gone` says that there is none."""
        stands = self._standing(work, thing_id)
        if stands is None:
            raise NotFound(gone)
        self._change(work, stands, {"active": active})

    def _standing(self, work: Work, thing_id: str) -> Row[Any] | None:
        return work.connection.execute(select(self.table).where(self.table.c.id == thing_id)).one_or_none()

    def _change(self, work: Work, stands: Row[Any], values: Mapping[str, Any]) -> None:
        if not self.may_change(work.actor, stands.owner_id, stands.share):
            raise NotAllowed(tr("This {thing} belongs to somebody else. Make one of your own.", thing=self.thing))
        work.connection.execute(update(self.table).where(self.table.c.id == stands.id), dict(values))
        work.events.append(ReferenceDataChanged(work.actor.person_id, self.table.name))

    def may_change(self, actor: Actor, owner_id: str, share: str) -> bool:
        """Whether the actor may change one that they see."""
        return owner_id == actor.person_id or (share != "own" and may(actor, self.publish))

    def sharing(self, work: Work, share: str, group_id: str | None) -> dict[str, str | None]:
        """The values of a row that is shared with these, which the actor has to be permitted."""
        self._demand_share(work, share, group_id)
        return {"share": share, "group_id": group_id if share == "team" else None}

    def _demand_share(self, work: Work, share: str, group_id: str | None) -> None:
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


def checked_name(text: str, missing: str) -> str:
    """The cleaned name of a thing; `missing` says that it needs one."""
    name = clean_line(text)
    if is_blank(name):
        raise BadInput(missing, "name")
    if len(name) > _NAME_LIMIT:
        raise BadInput(
            tr("The name has {count} characters, {name_limit} is the limit.", count=len(name), name_limit=_NAME_LIMIT),
            "name",
        )
    return name
