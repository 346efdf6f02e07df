"""Raising, passing on and ending escalations: the rows, the journal and the notices, for people and for rules alike."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from app.domain.escalation.sentence import duration_words
from app.domain.escalation.words import EscalationKind, EscalationState, Level
from app.domain.instants import SECOND, micros, moment
from app.domain.wording import in_english
from app.infra.unit_of_work import Work
from app.models.escalation import escalation
from app.services.escalation.case import Case
from app.services.escalation.ending import changed, close, live_of
from app.services.hours import hours_of_group
from app.services.incidents.dto import FieldEdit
from app.services.incidents.edit import edit_incident
from app.services.notifications.dto import NoticeKind
from app.services.timers.schedule import schedule


class Origin(NamedTuple):
    """Where an escalation comes from: a person with a reason, or a step of a rule.

    `acknowledge_seconds` None waits for ever.
    """

    id: str
    reason: str
    tried: str = ""
    dedupe_key: str | None = None
    run_id: str | None = None
    book_number: int | None = None
    rule_key: str | None = None
    is_urgent: bool = False
    acknowledge_seconds: int | None = None


def level_reached(case: Case) -> int:
    """The highest level to which the incident is escalated now; 0 for none."""
    live = live_of(case.work, case.row.id)
    return max((row.level for row in live if row.kind == EscalationKind.HIERARCHICAL), default=0)


def raise_level(case: Case, level: Level, origin: Origin) -> str:
    """Escalate to a level: whoever it means is paged, and lower levels that still wait are passed on. Returns words."""
    work = case.work
    people = case.crowd.may_read(case.crowd.at_level(level, case.row.group_id), case.row)
    for row in live_of(work, case.row.id):
        if row.kind == EscalationKind.HIERARCHICAL and row.level < level and row.state == EscalationState.WAITING:
            close(work, row, EscalationState.PASSED_ON, f"Passed on to {level.stored_label}")
    _insert(
        case,
        origin,
        kind=EscalationKind.HIERARCHICAL,
        level=level.value,
        from_group_id=case.row.group_id,
        to_person_id=people[0] if len(people) == 1 else None,
    )
    words = f"Escalated to {level.stored_label}"
    page(case, people, f"escalation:{origin.id}:0", words, urgent=True)
    names = ", ".join(case.crowd.shown(people)) or "nobody who may see it"
    return f"{words}: {names}"


def move(case: Case, group_id: str, person_id: str | None, origin: Origin) -> str:
    """Escalate to another group, or to a member of it: the incident moves there. Returns words for the journal."""
    work, row = case.work, case.row
    wanted = {
        "group_id": FieldEdit(row.group_id, group_id),
        "assignee_id": FieldEdit(row.assignee_id, person_id),
    }
    edit_incident(work, row.id, wanted)
    _insert(
        case,
        origin,
        kind=EscalationKind.FUNCTIONAL,
        from_group_id=row.group_id,
        to_group_id=group_id,
        to_person_id=person_id,
    )
    case.reload()
    group = case.crowd.groups.get(group_id)
    name = "another group" if group is None else group.name
    people = [person_id] if person_id else case.crowd.members.get(group_id, [])
    page(case, people, f"escalation:{origin.id}:0", f"Escalated to {name}", urgent=origin.is_urgent)
    to = f", {', '.join(case.crowd.shown([person_id]))}" if person_id else ""
    return f"Escalated to {name}{to}"


def page(case: Case, people: Sequence[str], key: str, words: str, *, urgent: bool) -> None:
    """Tell people that an escalation is theirs to acknowledge."""
    case.tell(people, key, NoticeKind.ESCALATION, words, urgent=urgent, rank=_ABOVE_CLOCKS)


_ABOVE_CLOCKS = 1_000_000


def _insert(case: Case, origin: Origin, *, kind: EscalationKind, **values: Any) -> None:
    work = case.work
    deadline = acknowledge_deadline(work, origin, values.get("to_group_id"))
    work.connection.execute(
        escalation.insert(),
        {
            "id": origin.id,
            "incident_id": case.row.id,
            "run_id": origin.run_id,
            "kind": kind.value,
            "book_number": origin.book_number,
            "rule_key": origin.rule_key,
            "dedupe_key": origin.dedupe_key,
            "reason": origin.reason[:200],
            "tried": origin.tried,
            "is_urgent": origin.is_urgent,
            "state": EscalationState.WAITING.value,
            "acknowledge_seconds": origin.acknowledge_seconds,
            "acknowledge_by": deadline,
            "raised_at": work.now,
            "raised_by_id": work.actor.author_id,
            **values,
        },
    )
    schedule(work, "escalation", origin.id, deadline)
    changed(work, origin.id, case.row.id)


def acknowledge_deadline(work: Work, origin: Origin, group_id: str | None) -> datetime | None:
    """When the escalation is passed on. Opening time of the group counts, unless it is urgent or goes to a level."""
    if origin.acknowledge_seconds is None:
        return None
    hours = None if origin.is_urgent or group_id is None else hours_of_group(work.connection, group_id)
    if hours is not None:
        at = hours.add(micros(work.now), origin.acknowledge_seconds * SECOND)
        return None if at is None else moment(at)
    return work.now + timedelta(seconds=origin.acknowledge_seconds)


@in_english()
def within_words(seconds: int | None) -> str:
    """The end of a sentence about an escalation: until when it is to be acknowledged."""
    return "" if seconds is None else f", to be acknowledged in {duration_words(seconds * SECOND)}"
