"""What goes on a sheet: open incidents that the next shift has to know of, and the problems behind them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, func, or_, select

from app.domain.actor import Actor
from app.domain.escalation.words import LIVE_STATES, EscalationKind
from app.domain.handover import FLAG, STEP_LIMIT, Block, Facts, Placed, Shift, TimeKind, place
from app.domain.numbers import incident_number, problem_number
from app.domain.problems import ProblemState
from app.domain.risk import LEVELS
from app.domain.tags import tags_of
from app.domain.text import clean_line
from app.domain.vocabulary import OPEN_STATES, MajorState, State
from app.domain.wording import tr
from app.models.checklists import checklist_step
from app.models.clocks import incident_clocks
from app.models.escalation import escalation
from app.models.handover import handover, handover_line
from app.models.incident import incident, journal_change, journal_entry
from app.models.people import person
from app.models.problem import problem
from app.models.suggestion import incident_risk
from app.services.access import visible
from app.services.handovers.dto import Line
from app.services.incidents.dto import MajorFacts
from app.services.incidents.major_lead import load_majors
from app.services.incidents.referred import referred

MOST: Final = 120
"""More lines than that are no hand-over; how many were left out is said."""
_PROBLEMS: Final = 10
_STILL_SAID: Final = timedelta(days=2)
"""So long the next step of an earlier sheet is offered again for the same incident."""
_OPEN: Final = sorted(state.value for state in OPEN_STATES)
_LIVE: Final = sorted(state.value for state in LIVE_STATES)
_MAJOR: Final = (MajorState.PROPOSED.value, MajorState.ACCEPTED.value)
_PROMISES: Final = ("promised_response", "promised_resolution", "promised_update")
_ORDER: Final = tuple(Block)
_OF_INCIDENT: Final = (
    "id", "number", "short_description", "priority", "state", "major_state", "assignee_id", "hold_reason", "hold_until",
    "snoozed_until", "change_ref", "caused_by_change_ref", "restricted_group_id",
)  # fmt: skip


def gather(
    connection: Connection, actor: Actor, group_id: str | None, shift: Shift, now: datetime
) -> tuple[tuple[Line, ...], int]:
    """The lines of the sheet in its order, and how many did not fit. Major incidents concern everybody."""
    rows = _rows(connection, actor, group_id, shift)
    ids = [row.id for row in rows]
    escalated, promised = _escalated(connection, ids), _promised(connection, ids)
    majors = load_majors(connection, [row.id for row in rows if row.major_state == MajorState.ACCEPTED])
    found: list[tuple[Row[Any], Placed]] = []
    for row in rows:
        placed = place(_facts(row, escalated.get(row.id), promised.get(row.id), majors.get(row.id)), shift, now)
        if placed is not None:
            found.append((row, placed))
    found.sort(key=_place_of)
    kept = found[:MOST]
    steps = _next_steps(connection, [row.id for row, placed in kept if not placed.next_step], now)
    lines = [_line(row, placed, steps) for row, placed in kept]
    return (*lines, *_problems(connection, group_id)), len(found) - len(kept)


def flagged(connection: Connection, actor: Actor, group_id: str | None) -> str:
    """What the notes begin with: the open incidents that carry the tag for it, a line each.

    Everybody at the desk reads the notes, so restricted incidents are not among them.
    """
    of_group = incident.c.group_id == group_id if group_id else incident.c.id.is_not(None)
    statement = (
        select(incident.c.number, incident.c.short_description, incident.c.tags)
        .where(incident.c.state.in_(_OPEN), incident.c.tags.contains(FLAG), of_group, visible(actor))
        .where(incident.c.restricted_group_id.is_(None))
        .order_by(incident.c.number)
        .limit(MOST)
    )
    rows = connection.execute(statement).all()
    told = (f"{incident_number(row.number)} {row.short_description}" for row in rows if FLAG in tags_of(row.tags))
    return "\n".join(told)


def _rows(connection: Connection, actor: Actor, group_id: str | None, shift: Shift) -> Sequence[Any]:
    clocks, until = incident_clocks.c, shift.next_ends
    live = select(escalation.c.incident_id).where(
        escalation.c.state.in_(_LIVE), escalation.c.kind != EscalationKind.RUN.value
    )
    is_major = incident.c.major_state.in_(_MAJOR)
    if group_id is not None:
        to_group = live.where(escalation.c.to_group_id == group_id)
        mine = or_(incident.c.group_id == group_id, is_major, incident.c.id.in_(to_group))
    else:
        mine = incident.c.id.is_not(None)
    counts = or_(
        is_major,
        incident.c.id.in_(live),
        incident.c.priority <= 2,
        incident.c.state == State.ON_HOLD.value,
        incident.c.snoozed_until <= until,
        incident.c.change_ref.is_not(None),
        incident.c.caused_by_change_ref.is_not(None),
        and_(clocks.phase != "stopped", clocks.due_at <= until),
        clocks.update_due_at <= until,
        incident_risk.c.percent >= LEVELS["high"][0],
        incident.c.id.in_(_with_promise()),
    )
    statement = (
        select(
            *(incident.c[name] for name in _OF_INCIDENT),
            *(clocks[name] for name in ("phase", "due_at", "breach_at", "update_phase", "update_due_at")),
            incident_risk.c.percent,
            referred(person.c.name, incident.c.assignee_id).label("assignee_name"),
        )
        .select_from(
            incident.outerjoin(incident_clocks, clocks.incident_id == incident.c.id).outerjoin(
                incident_risk, incident_risk.c.incident_id == incident.c.id
            )
        )
        .where(incident.c.state.in_(_OPEN), visible(actor), mine, counts)
    )  # fmt: skip
    return connection.execute(statement).all()


def _with_promise() -> Any:
    return select(journal_change.c.incident_id).where(
        journal_change.c.field.in_(_PROMISES), journal_change.c.new_value.is_not(None)
    )


def _facts(row: Row[Any], escalated: Any, promised_at: datetime | None, major: MajorFacts | None) -> Facts:
    runs = row.phase is not None and row.phase not in {"stopped", "none"}
    updates = row.update_phase is not None and row.update_phase not in {"stopped", "none"}
    # Whoever waits for an answer, and everybody who was promised the next word about a major incident.
    due = (row.update_due_at if updates else None, None if major is None else major.next_update_at)
    return Facts(
        priority=row.priority,
        state=State(row.state),
        major=MajorState(row.major_state),
        has_owner=row.assignee_id is not None,
        due_at=row.due_at if runs else None,
        breach_at=row.breach_at if runs else None,
        update_due_at=min((each for each in due if each is not None), default=None),
        promised_at=promised_at,
        snoozed_until=row.snoozed_until,
        hold_until=row.hold_until,
        hold_reason=row.hold_reason or "",
        escalated=escalated.state if escalated is not None else "",
        acknowledge_by=escalated.acknowledge_by if escalated is not None and escalated.state == "waiting" else None,
        change=row.change_ref or row.caused_by_change_ref or "",
        at_risk=(row.percent or 0) >= LEVELS["high"][0],
    )


def _escalated(connection: Connection, ids: list[str]) -> Mapping[str, Any]:
    statement = (
        select(escalation.c.incident_id, escalation.c.state, escalation.c.acknowledge_by)
        .where(
            escalation.c.incident_id.in_(ids),
            escalation.c.state.in_(_LIVE),
            escalation.c.kind != EscalationKind.RUN.value,
        )
        # The last one wins below: what waits for an answer presses more than what somebody has taken.
        .order_by(escalation.c.state, escalation.c.acknowledge_by.desc())
    )
    return {row.incident_id: row for row in connection.execute(statement)}


def _promised(connection: Connection, ids: list[str]) -> Mapping[str, datetime]:
    """The earliest due date that was set by hand and still stands."""
    statement = (
        select(journal_change.c.incident_id, journal_change.c.field, journal_change.c.new_value)
        .join(journal_entry, journal_entry.c.id == journal_change.c.entry_id)
        .where(journal_change.c.incident_id.in_(ids), journal_change.c.field.in_(_PROMISES))
        .order_by(journal_entry.c.occurred_at, journal_entry.c.id)
    )
    standing: dict[tuple[str, str], str | None] = {}
    for row in connection.execute(statement):
        standing[row.incident_id, row.field] = row.new_value
    found: dict[str, datetime] = {}
    for (incident_id, _field), value in standing.items():
        if value:
            at = datetime.fromisoformat(value)
            found[incident_id] = min(found.get(incident_id, at), at)
    return found


def _place_of(each: tuple[Row[Any], Placed]) -> tuple[int, bool, float, int, int]:
    row, placed = each
    at = placed.at
    return _ORDER.index(placed.block), at is None, at.timestamp() if at else 0.0, row.priority, row.number


def _line(row: Row[Any], placed: Placed, steps: Mapping[str, str]) -> Line:
    return Line(
        placed.block,
        incident_number(row.number),
        row.short_description,
        row.assignee_name or "",
        placed.standing,
        placed.at,
        placed.at_kind,
        (placed.next_step or steps.get(row.id, ""))[:STEP_LIMIT],
        row.id,
        is_restricted=row.restricted_group_id is not None,
    )


def _next_steps(connection: Connection, ids: Iterable[str], now: datetime) -> dict[str, str]:
    """What is known of the next step: what the sheet before said, unless a checklist says which step is open."""
    wanted = list(ids)
    before = (
        select(handover_line.c.incident_id, handover_line.c.next_step)
        .join(handover, handover.c.id == handover_line.c.handover_id)
        .where(handover_line.c.incident_id.in_(wanted), handover.c.handed_at >= now - _STILL_SAID)
        .order_by(handover.c.handed_at)
    )
    known = {row.incident_id: row.next_step for row in connection.execute(before)}
    first = (
        select(checklist_step.c.incident_id, func.min(checklist_step.c.position).label("position"))
        .where(
            checklist_step.c.incident_id.in_(wanted),
            checklist_step.c.state == "open",
            checklist_step.c.removed_at.is_(None),
        )
        .group_by(checklist_step.c.incident_id)
        .subquery()
    )
    of_lists = select(checklist_step.c.incident_id, checklist_step.c.text).join(
        first,
        and_(checklist_step.c.incident_id == first.c.incident_id, checklist_step.c.position == first.c.position),
    )
    of_lists = of_lists.where(checklist_step.c.removed_at.is_(None), checklist_step.c.state == "open")
    return known | {row.incident_id: clean_line(row.text) for row in connection.execute(of_lists)}


def _problems(connection: Connection, group_id: str | None) -> list[Line]:
    still = [state.value for state in ProblemState if state.is_open]
    statement = select(
        problem.c.number, problem.c.title, problem.c.state, problem.c.workaround,
        referred(person.c.name, problem.c.owner_id).label("owner_name"),
    ).where(problem.c.state.in_(still))  # fmt: skip
    if group_id is not None:
        statement = statement.where(problem.c.group_id == group_id)
    rows = connection.execute(statement.order_by(problem.c.updated_at.desc(), problem.c.number).limit(_PROBLEMS)).all()
    return [
        Line(
            Block.RISK, problem_number(row.number), row.title, row.owner_name or "", row.state, None, TimeKind.NONE,
            tr("Give callers the workaround") if row.workaround else tr("Go on looking for the cause"),
        )
        for row in rows
    ]  # fmt: skip
