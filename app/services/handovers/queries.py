"""Reading hand-overs: the sheet as it would begin now, the list, and one that was handed over."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, or_, select

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.handover import Block, Shift, TimeKind, shift_at
from app.domain.handover_notes import Said, put_together
from app.domain.permissions import Permission
from app.domain.wording import tr
from app.infra.unit_of_work import Store
from app.models.handover import handover, handover_line, handover_note
from app.models.incident import incident
from app.models.people import assignment_group, group_member, person
from app.services.access import visible
from app.services.command import query
from app.services.escalation.crowd import Crowd
from app.services.handovers.dto import Choice, HandoverDetail, HandoverRow, Line, Sheet, Wanted
from app.services.handovers.figures import count_figures, figures_of
from app.services.handovers.gathering import flagged, gather
from app.services.hours import hours_of_group, next_group
from app.services.incidents.referred import referred

_MOST = 100


class HandoverQueries:
    """Hand-overs are for the whole desk; lines about restricted incidents are for who may see those."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.HANDOVER_WORK)
    def groups(self, connection: Connection, actor: Actor) -> tuple[Choice, ...]:
        """What the actor can hand over: their own groups, then the whole desk."""
        own = (
            select(assignment_group.c.id, assignment_group.c.name)
            .join(group_member, group_member.c.group_id == assignment_group.c.id)
            .where(group_member.c.person_id == actor.person_id, assignment_group.c.active)
            .order_by(assignment_group.c.name)
        )
        return (*(Choice(*row) for row in connection.execute(own)), whole_desk())

    @query(Permission.HANDOVER_WORK)
    def begin(self, connection: Connection, actor: Actor, wanted: Wanted) -> Sheet:
        """What there is to hand over now."""
        now = self.store.clock.now()
        group = _group(connection, wanted.group_id)
        name = group.name if group.id else None
        shift = wanted.shift or _shift(connection, group.id, now)
        lines, left_out = gather(connection, actor, group.id, shift, now)
        before = last_of(connection, group.id, shift)
        sent = connection.execute(rows_statement().where(handover.c.id == wanted.handover_id)).one_or_none()
        return Sheet(
            group=group,
            shift=shift,
            at=now,
            people=_people(connection, actor, group.id),
            figures=figures_of(count_figures(connection, actor, name, now, wanted.zone), name),
            lines=lines,
            notes=flagged(connection, actor, group.id),
            left_out=left_out,
            before=None if before is None else row_of(before, actor),
            sent=None if sent is None else row_of(sent, actor),
        )

    @query(Permission.HANDOVER_WORK)
    def list(self, connection: Connection, actor: Actor) -> tuple[HandoverRow, ...]:
        """The last hundred, the newest first."""
        rows = connection.execute(rows_statement().order_by(handover.c.handed_at.desc()).limit(_MOST)).all()
        return tuple(row_of(row, actor) for row in rows)

    @query(Permission.HANDOVER_WORK)
    def detail(self, connection: Connection, actor: Actor, handover_id: str) -> HandoverDetail:
        """One of them, with the lines that the actor may see."""
        row = connection.execute(rows_statement().where(handover.c.id == handover_id)).one_or_none()
        if row is None:
            raise missing()
        found = row_of(row, actor)
        notes = notes_of(connection, actor, row)
        return HandoverDetail(
            found,
            figures_of(row.figures, found.group_name),
            _lines(connection, actor, handover_id),
            notes.whole,
            notes.on_paper,
        )


def missing() -> NotFound:
    """What is said of a hand-over that is not there."""
    return NotFound(tr("This hand-over does not exist."))


def whole_desk() -> Choice:
    """Everything, where no group is handed over by itself."""
    return Choice(None, tr("The whole desk"))


def rows_statement() -> Select[Any]:
    """Hand-overs with the names of what they refer to."""
    return select(
        handover,
        referred(assignment_group.c.name, handover.c.group_id).label("group_name"),
        referred(person.c.name, handover.c.handed_by_id).label("by_name"),
        referred(person.c.name, handover.c.handed_to_id).label("to_name"),
        referred(person.c.name, handover.c.taken_by_id).label("taker_name"),
    )


class Notes(NamedTuple):
    """Notes as the actor may read them, and as they may lie on a desk: without what is restricted."""

    whole: str
    on_paper: str


def notes_of(connection: Connection, actor: Actor, row: Row[Any]) -> Notes:
    """The notes of a row of `rows_statement`, with what they say of incidents that the actor sees."""
    statement = (
        select(handover_note, incident.c.restricted_group_id)
        .join(incident, incident.c.id == handover_note.c.incident_id)
        .where(handover_note.c.handover_id == row.id, visible(actor))
        .order_by(handover_note.c.position)
    )
    found = [
        (Said(each.incident_id, each.place, each.text), each.restricted_group_id is None)
        for each in connection.execute(statement)
    ]
    return Notes(
        put_together(row.notes, [said for said, _open in found]),
        put_together(row.notes, [said for said, is_open in found if is_open]),
    )


def last_of(connection: Connection, group_id: str | None, shift: Shift) -> Row[Any] | None:
    """The newest hand-over of a shift of this group that overlaps this one, as a row of `rows_statement`."""
    statement = rows_statement().where(
        handover.c.group_id == group_id if group_id else handover.c.group_id.is_(None),
        handover.c.shift_begins_at < shift.ends,
        handover.c.shift_ends_at > shift.begins,
    )
    newest = statement.order_by(handover.c.handed_at.desc(), handover.c.id.desc()).limit(1)
    return connection.execute(newest).one_or_none()


def row_of(row: Row[Any], actor: Actor) -> HandoverRow:
    """A row of `rows_statement` as a value."""
    return HandoverRow(
        row.id, row.group_name, row.by_name, row.to_name,
        Shift(row.shift_begins_at, row.shift_ends_at, row.next_ends_at), row.handed_at, row.taker_name, row.taken_at,
        is_own=row.handed_by_id == actor.person_id, is_for_me=row.handed_to_id == actor.person_id,
    )  # fmt: skip


def _lines(connection: Connection, actor: Actor, handover_id: str) -> tuple[Line, ...]:
    seen = select(incident.c.id).where(visible(actor))
    statement = (
        select(handover_line, referred(incident.c.restricted_group_id, handover_line.c.incident_id).label("restricted"))
        .where(
            handover_line.c.handover_id == handover_id,
            or_(handover_line.c.incident_id.is_(None), handover_line.c.incident_id.in_(seen)),
        )
        .order_by(handover_line.c.position)
    )
    return tuple(
        Line(
            Block(row.block), row.number, row.summary, row.owner, row.standing, row.at, TimeKind(row.at_kind),
            row.next_step, row.incident_id, row.is_checked, row.restricted is not None,
        )
        for row in connection.execute(statement)
    )  # fmt: skip


def _group(connection: Connection, group_id: str | None) -> Choice:
    if group_id is None:
        return whole_desk()
    row = connection.execute(
        select(assignment_group.c.id, assignment_group.c.name).where(assignment_group.c.id == group_id)
    ).one_or_none()
    if row is None:
        raise NotFound(tr("This group does not exist."))
    return Choice(*row)


def _shift(connection: Connection, group_id: str | None, now: datetime) -> Shift:
    if group_id is None:
        return shift_at(None, None, now)
    following = next_group(connection, group_id)
    return shift_at(hours_of_group(connection, group_id), hours_of_group(connection, following or group_id), now)


def _people(connection: Connection, actor: Actor, group_id: str | None) -> tuple[Choice, ...]:
    """Who can take over: the next group first, then the own one; without a group everybody at the desk."""
    crowd = Crowd(connection)
    if group_id is None:
        wanted = list(crowd.names)
    else:
        following = next_group(connection, group_id)
        wanted = [*crowd.members.get(following or "", []), *crowd.members.get(group_id, [])]
    return tuple(Choice(who, crowd.names[who]) for who in dict.fromkeys(wanted) if who != actor.person_id)
