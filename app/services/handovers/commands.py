"""Handing a shift over and taking it over; who is meant is told."""

from typing import Final

from sqlalchemy import Connection, func, insert, select, update

from app.domain.errors import BadInput, HandedOver, Missing, NotFound, Refused
from app.domain.events import HandoverChanged
from app.domain.handover import STEP_LIMIT, Shift, without_step
from app.domain.handover_notes import Said, numbers_in, parted
from app.domain.moments import can_be_kept
from app.domain.permissions import Permission
from app.domain.text import clean_line, note_text
from app.domain.wording import tr, trn
from app.infra.unit_of_work import Store, Work
from app.models.handover import handover, handover_line, handover_note
from app.models.incident import incident
from app.models.people import assignment_group
from app.services.access import ensure_visible, visible
from app.services.command import command
from app.services.escalation.crowd import crowd_of
from app.services.handovers.dto import Line, NewHandover
from app.services.handovers.figures import count_figures
from app.services.handovers.queries import last_of, missing, notes_of, rows_statement
from app.services.hours import next_group
from app.services.notifications.dto import NoticeKind
from app.services.notifications.outbox import Notice, tell

_HANDING: Final = 0x4D53544E0002


class HandoverCommands:
    """Each call is one transaction."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.HANDOVER_WORK)
    def hand_over(self, work: Work, handover_id: str, new: NewHandover) -> str:
        """Keep the sheet and tell who takes over; the same again changes nothing. Returns the id.

        Raises HandedOver where somebody handed the shift over meanwhile, or the id stands for other words.
        """
        _take_turns(work)
        if _is_kept(work, handover_id, new):
            return handover_id
        _check(work, new)
        _refuse_unknown(work, new)
        name = _group_name(work.connection, new.group_id)
        rest, said = _parted(work, note_text(new.notes, "notes"))
        figures = count_figures(work.connection, work.actor, name, work.now, new.zone)
        work.connection.execute(insert(handover), {
            "id": handover_id, "group_id": new.group_id, "handed_by_id": work.actor.person_id,
            "handed_to_id": new.to_id, "shift_begins_at": new.shift.begins, "shift_ends_at": new.shift.ends,
            "next_ends_at": new.shift.next_ends, "handed_at": work.now, "figures": figures,
            "notes": rest,
        })  # fmt: skip
        rows = [_values(handover_id, position, line) for position, line in enumerate(new.lines)]
        if rows:
            work.connection.execute(insert(handover_line), rows)
        notes = [
            {"handover_id": handover_id, "position": position} | each._asdict() for position, each in enumerate(said)
        ]
        if notes:
            work.connection.execute(insert(handover_note), notes)
        what = f"“{name}”" if name else "the whole desk"
        title = f"{work.actor.name} handed over the shift of {what}"
        tell(work, _meant(work, new), Notice(f"handover:{handover_id}", NoticeKind.HANDOVER, None, title))
        work.events.append(HandoverChanged(work.actor.author_id, handover_id))
        return handover_id

    @command(Permission.HANDOVER_WORK)
    def take_over(self, work: Work, handover_id: str) -> None:
        """Say that one has taken the shift over; once, and not by who handed it over."""
        locked = select(handover.c.id).where(handover.c.id == handover_id).with_for_update()
        if work.connection.execute(locked).scalar() is None:
            raise missing()
        row = work.connection.execute(rows_statement().where(handover.c.id == handover_id)).one()
        if row.taken_by_id == work.actor.person_id:
            return
        if row.taken_by_id is not None:
            raise Refused(tr("{name} has taken this shift over already.", name=row.taker_name))
        if row.handed_by_id == work.actor.person_id:
            raise Refused(tr("You handed this shift over; somebody else takes it over."))
        values = {"taken_by_id": work.actor.person_id, "taken_at": work.now}
        work.connection.execute(update(handover).where(handover.c.id == handover_id).values(values))
        title = f"{work.actor.name} took over the shift from you"
        tell(work, (row.handed_by_id,), Notice(f"taken:{handover_id}", NoticeKind.HANDOVER, None, title))
        work.events.append(HandoverChanged(work.actor.author_id, handover_id))


def _take_turns(work: Work) -> None:
    """Let one sheet be handed over at a time: two of one shift share no row on which either would wait."""
    if work.connection.dialect.name != "sqlite":
        work.connection.execute(select(func.pg_advisory_xact_lock(_HANDING)))


def _is_kept(work: Work, handover_id: str, new: NewHandover) -> bool:
    row = work.connection.execute(rows_statement().where(handover.c.id == handover_id)).one_or_none()
    if row is None:
        return False
    steps = select(handover_line.c.next_step, handover_line.c.is_checked).order_by(handover_line.c.position)
    said = [tuple(each) for each in work.connection.execute(steps.where(handover_line.c.handover_id == handover_id))]
    kept = (row.handed_to_id, notes_of(work.connection, work.actor, row).whole, said)
    if kept != (
        new.to_id,
        note_text(new.notes, "notes"),
        [(clean_line(line.next_step), line.is_checked) for line in new.lines],
    ):
        raise HandedOver(handover_id, row.by_name, row.handed_at)
    return True


def _parted(work: Work, notes: str) -> tuple[str, tuple[Said, ...]]:
    """The notes without what they say of incidents that the writer sees, and that."""
    numbers = numbers_in(notes)
    named = select(incident.c.number, incident.c.id).where(incident.c.number.in_(numbers), visible(work.actor))
    ids = {row.number: row.id for row in work.connection.execute(named)} if numbers else {}
    return parted(notes, ids)


def _refuse_unknown(work: Work, new: NewHandover) -> None:
    last = last_of(work.connection, new.group_id, new.shift)
    if last is not None and last.id != new.known_id:
        raise HandedOver(last.id, last.by_name, last.handed_at)


def _check(work: Work, new: NewHandover) -> None:
    _check_shift(new.shift)
    bare = without_step((line.number, line.next_step) for line in new.lines)
    if bare:
        raise Refused("", tuple(Missing(each, tr("Say the next step of {number}.", number=each)) for each in bare))
    if new.to_id == work.actor.person_id:
        raise BadInput(tr("A shift is handed over to somebody else."), "to_id")
    if new.to_id is not None and new.to_id not in crowd_of(work).names:
        raise BadInput(tr("Choose somebody who works at the desk."), "to_id")
    hidden = [line.number for line in new.lines if not _is_there(work, line)]
    if hidden:
        raise Refused(
            trn(
                "{numbers} is no longer there for you. Nothing was handed over: F5 reads the sheet anew, without it.",
                "{numbers} are no longer there for you. Nothing was handed over: F5 reads the sheet anew, without any.",
                len(hidden),
                numbers=", ".join(hidden),
            )
        )


def _is_there(work: Work, line: Line) -> bool:
    if line.incident_id is None:
        return True
    try:
        ensure_visible(work.connection, work.actor, line.incident_id)
    except NotFound:
        return False
    return True


def _check_shift(shift: Shift) -> None:
    if not all(can_be_kept(at) for at in shift) or not shift.begins < shift.ends < shift.next_ends:
        raise BadInput(tr("A shift begins before it ends, and the next one ends after that."), "shift")


def _values(handover_id: str, position: int, line: Line) -> dict[str, object]:
    step = clean_line(line.next_step)
    if len(step) > STEP_LIMIT:
        raise BadInput(
            tr("{number}: a next step has {limit} characters at most.", number=line.number, limit=STEP_LIMIT),
            line.number,
        )
    return {
        "handover_id": handover_id, "position": position, "block": line.block.value, "incident_id": line.incident_id,
        "number": line.number, "summary": clean_line(line.summary), "owner": line.owner, "standing": line.standing,
        "at": line.at, "at_kind": line.at_kind.value, "next_step": step, "is_checked": line.is_checked,
    }  # fmt: skip


def _group_name(connection: Connection, group_id: str | None) -> str | None:
    if group_id is None:
        return None
    found = connection.execute(select(assignment_group.c.name).where(assignment_group.c.id == group_id)).scalar()
    if found is None:
        raise BadInput(tr("This group does not exist."), "group_id")
    return str(found)


def _meant(work: Work, new: NewHandover) -> tuple[str, ...]:
    """Who is named; else the next group, the own one where none comes next, or everybody at the desk."""
    crowd = crowd_of(work)
    if new.to_id is not None:
        return (new.to_id,)
    if new.group_id is None:
        return tuple(crowd.names)
    following = next_group(work.connection, new.group_id)
    return tuple(crowd.members.get(following or new.group_id, ()))
