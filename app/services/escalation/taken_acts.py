"""Taking back what one has just done about an escalation, or about what a shift left behind: one way for all of it.

An act remembers the rows that it changed, as it found them and as it left them (decision 0027). While they stand as it
left them, nothing came after it, and whoever did it may have them stand as it found them, with what is due for them.
"""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, select, update

from app.domain.errors import NotAllowed, Refused
from app.domain.escalation.words import EscalationKind, EscalationState, OfferAnswer
from app.domain.events import ShiftOffersChanged
from app.domain.taking_back import TIME_TO_TAKE_BACK
from app.domain.vocabulary import EntryKind
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.escalation import escalation, shift_offer
from app.models.incident import journal_entry
from app.services.escalation.case import Case, meant_by, opened_case
from app.services.escalation.dto import Stood, TakenAct
from app.services.escalation.ending import addressee, changed, live_of
from app.services.escalation.moving_back import move_back
from app.services.escalation.runs import next_due
from app.services.notifications.dto import NoticeKind
from app.services.timers.schedule import schedule

_WATCHED: Final[Mapping[str, tuple[Table, tuple[str, ...]]]] = {
    "escalation": (
        escalation,
        (
            "to_person_id", "state", "step", "pages", "acknowledge_by", "acknowledged_at", "acknowledged_by_id",
            "ended_at", "ended_by_id", "end_note",
        ),
    ),
    "shift_offer": (shift_offer, ("answer", "answered_at", "answered_by_id")),
}  # fmt: skip
"""What acts change, by the name of the table."""

Standing = Mapping[tuple[str, str], Mapping[str, Any]]


def what_stands(case: Case) -> Standing:
    """What lives of an incident and could be changed by an act: its escalations, its runs, and what is offered."""
    open_offers = select(shift_offer.c.id).where(
        shift_offer.c.incident_id == case.row.id, shift_offer.c.answered_at.is_(None)
    )
    keys = [("escalation", row.id) for row in live_of(case.work, case.row.id)]
    keys += [("shift_offer", offer_id) for offer_id in case.work.connection.execute(open_offers).scalars()]
    return {key: _values(case.work.connection, *key) for key in keys}


def taken_act(case: Case, before: Standing, told: tuple[str, ...] = ()) -> TakenAct:
    """What was done since `before`, in this transaction; called after the act has written its lines of the journal."""
    now = {key: _values(case.work.connection, *key) for key in before}
    written = {entry.entry["kind"]: entry.entry["id"] for entry in case.work.written[case.row.id]}
    stood = tuple(Stood(*key, before[key], now[key]) for key in before if now[key] != before[key])
    return TakenAct(case.row.id, written[EntryKind.ESCALATION], written.get(EntryKind.CHANGE), stood, told)


def take_act_back(work: Work, act: TakenAct) -> None:
    """Have everything stand as the act found it; `Refused` when something came after it or it was too long ago."""
    case = opened_case(work, act.incident_id)
    said = _said(work, act)
    if not case.is_open or _has_moved_on(case, act, said):
        raise Refused(tr("It has moved on since, so this cannot be taken back."))
    changes = move_back(case, act.move_id)
    for each in act.stood:
        if each.table == "shift_offer":
            _offer_again(case, each)
        else:
            _stand_again(case, each)
    entry_id = case.write(f"Took back: {said.body}", changes)
    for each in act.stood:
        _tell(case, each, f"{entry_id}:slip")
    case.telling.send()


def _said(work: Work, act: TakenAct) -> Row[Any]:
    """The line of the journal that says what was done; one's own, and written shortly ago."""
    entry = journal_entry.c
    statement = select(journal_entry).where(entry.id == act.entry_id, entry.incident_id == act.incident_id)
    said = work.connection.execute(statement.where(entry.kind == EntryKind.ESCALATION.value)).one_or_none()
    if said is None or said.author_id != work.actor.author_id:
        raise NotAllowed(tr("Somebody else did it. Ask them to take it back."))
    if work.now - said.occurred_at > TIME_TO_TAKE_BACK:
        raise Refused(tr("It was done too long ago to be taken back."))
    return said


def _has_moved_on(case: Case, act: TakenAct, said: Row[Any]) -> bool:
    connection = case.work.connection
    if any(_values(connection, each.table, each.id, case.row.id) != each.after for each in act.stood):
        return True
    later = select(escalation.c.id).where(
        escalation.c.incident_id == case.row.id,
        escalation.c.kind != EscalationKind.RUN.value,
        escalation.c.raised_at > said.occurred_at,
    )
    return connection.execute(later.limit(1)).first() is not None


def _values(connection: Connection, name: str, row_id: str, incident_id: str | None = None) -> Mapping[str, Any]:
    """What a row holds of what acts change; empty where there is none, or none of this incident."""
    table, columns = _WATCHED[name]
    statement = select(*(table.c[column] for column in columns)).where(table.c.id == row_id)
    if incident_id is not None:
        statement = statement.where(table.c.incident_id == incident_id)
    found = connection.execute(statement).mappings().one_or_none()
    return {} if found is None else dict(found)


def _write_back(case: Case, each: Stood) -> Row[Any]:
    table, _ = _WATCHED[each.table]
    values = {column: value for column, value in each.before.items() if each.after[column] != value}
    case.work.connection.execute(update(table).where(table.c.id == each.id), values)
    return case.work.connection.execute(select(table).where(table.c.id == each.id)).one()


def _stand_again(case: Case, each: Stood) -> None:
    """An escalation or a run goes on as it was; what became due meanwhile is done at the next look, once."""
    work, row = case.work, _write_back(case, each)
    if row.kind == EscalationKind.RUN:
        due = next_due(work.connection, row)
    else:
        due = row.acknowledge_by if row.state == EscalationState.WAITING else None
    schedule(work, "escalation", row.id, due)
    changed(work, row.id, row.incident_id)


def _offer_again(case: Case, each: Stood) -> None:
    """An offer is open again where the incident is still what was offered: with its group, and nobody's."""
    offer = select(shift_offer).where(shift_offer.c.id == each.id)
    row = case.work.connection.execute(offer).one()
    if (case.row.group_id, case.row.assignee_id) == (row.from_group_id, None):
        _write_back(case, each)
        case.work.events.append(ShiftOffersChanged(case.work.actor.author_id, row.to_group_id))
    elif each.after["answer"] != OfferAnswer.WITHDRAWN:
        raise Refused(tr("It has moved on since, so this cannot be taken back."))


def _tell(case: Case, each: Stood, key: str) -> None:
    """Whoever was told of the act hears that it was none."""
    if each.table != "escalation":
        return
    row = case.work.connection.execute(select(escalation).where(escalation.c.id == each.id)).one()
    to = addressee(case.work, row)
    if each.before["pages"] != each.after["pages"]:
        # Through quiet hours, as the page was: whom it woke is not left to act on it.
        case.tell(meant_by(case, row), key, NoticeKind.HANDED_BACK, f"The page to {to} was a slip", urgent=True)
    elif each.after["state"] == EscalationState.HANDED_BACK:
        people = told_of_handing_back(case, row)
        case.tell(people, key, NoticeKind.HANDED_BACK, f"The hand-back by {to} was taken back")


def told_of_handing_back(case: Case, row: Row[Any]) -> list[str]:
    """Who hears that an escalation comes back: whoever raised it, else the group from which it came."""
    return [row.raised_by_id] if row.raised_by_id else case.crowd.members.get(row.from_group_id or "", [])
