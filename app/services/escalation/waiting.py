"""What is due without any clock: waits that are over, incidents that nobody takes, escalations nobody acknowledges.

Each handler is given the subjects whose timers are due. It locks the incident first, the lock that a person's save
takes too, and decides from what it reads then; an incident that somebody holds right now is left for the next look.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Row, select, update

from app.domain.escalation.rules import Rule, RuleBook, TriggerKind
from app.domain.escalation.sentence import duration_words
from app.domain.escalation.words import EscalationKind, EscalationState, Level
from app.domain.instants import micros, moment
from app.domain.sla.firing import LATE
from app.domain.taking_back import TAKEN_BACK, passed_over
from app.domain.vocabulary import OPEN_STATES, State, hold_reason_label
from app.domain.wording import in_english
from app.infra.unit_of_work import Work
from app.infra.upsert import insert_once
from app.models.escalation import escalation, escalation_step
from app.models.incident import journal_change, journal_entry
from app.services.escalation.acts import Origin, level_reached, page, raise_level
from app.services.escalation.book import load_book, load_version
from app.services.escalation.case import Case, lock_case, traits_of
from app.services.escalation.ending import addressee, changed, close
from app.services.escalation.follow import follow_callers
from app.services.escalation.promised import remind_of_update
from app.services.escalation.runs import Occasion, end_run, is_over, start_run, take_due_steps
from app.services.hours import hours_of_group
from app.services.incidents.coming_back import follow_reopening
from app.services.notifications.dto import NoticeKind
from app.services.timers.schedule import schedule

PAGES_AT_THE_TOP = 3
"""How often the highest level is paged again before the escalation simply waits to be seen."""

_REMEMBERED = timedelta(days=7)


def handle_hold(work: Work, incident_ids: Sequence[str]) -> None:
    """Remind whoever has it that a hold was expected to end, once for each expected end, and follow the rules."""
    for incident_id in incident_ids:
        case = lock_case(work, incident_id, skip_locked=True)
        if case is None:
            continue
        schedule(work, "hold", incident_id, _look_at_hold(case))
        case.finish()


@in_english()
def _look_at_hold(case: Case) -> datetime | None:
    """Do what is due about a hold; returns when to look again."""
    work, row = case.work, case.row
    if row.state != State.ON_HOLD or row.hold_until is None:
        return None
    if row.hold_until > work.now:
        end: datetime = row.hold_until
        return end
    key = f"hold:{micros(row.hold_until)}"
    if _is_first(case, key):
        case.write(f"The hold ({hold_reason_label(row.hold_reason).lower()}) was expected to end by now.")
        people = [row.assignee_id] if row.assignee_id else case.crowd.members.get(row.group_id or "", [])
        case.tell(people, f"{row.id}:{key}", NoticeKind.HOLD, "The hold is over")
    book, later = load_book(work.connection), []
    for rule in book.set_off_by(TriggerKind.HOLD_PASSED):
        if rule.matches(traits_of(case.row)):
            due = row.hold_until + timedelta(microseconds=rule.trigger.after)
            if due <= work.now:
                start_run(case, book, rule, Occasion(key, "a hold was over and nobody resumed"))
            else:
                later.append(due)
    return min(later, default=None)


def _is_first(case: Case, key: str) -> bool:
    """Whether this reminder is given for the first time; the unique key decides."""
    work = case.work
    values = {
        "id": work.new_id(),
        "incident_id": case.row.id,
        "kind": EscalationKind.RUN.value,
        "dedupe_key": f"{case.row.id}:{key}",
        "state": EscalationState.ENDED.value,
        "raised_at": work.now,
        "ended_at": work.now,
    }
    return insert_once(work.connection, escalation, values)


class _Past(NamedTuple):
    """What the journal tells of an incident: since when nobody has it, and when it was reopened and moved."""

    untouched_since: datetime
    reopened: list[datetime]
    moved: list[datetime]


_OPEN = {state.value for state in OPEN_STATES}


def _past(case: Case) -> _Past:
    rows = case.work.connection.execute(
        select(
            journal_change.c.entry_id,
            journal_change.c.field,
            journal_change.c.old_value,
            journal_change.c.new_value,
            journal_entry.c.recorded_at,
        )
        .join(journal_entry, journal_entry.c.id == journal_change.c.entry_id)
        .where(
            journal_change.c.incident_id == case.row.id,
            journal_change.c.field.in_(["state", "group_id", "assignee_id", TAKEN_BACK]),
        )
        .order_by(journal_entry.c.recorded_at, journal_entry.c.id)
    ).all()
    passed = passed_over((row.entry_id, row.field, row.new_value) for row in rows)
    rows = [row for row in rows if row.entry_id not in passed]
    since: datetime = max([row.recorded_at for row in rows], default=case.row.created_at)
    reopened = [row for row in rows if row.field == "state" and row.old_value not in {None, *_OPEN}]
    moved = [row for row in rows if row.field == "group_id" and row.old_value and row.new_value]
    return _Past(
        since,
        [row.recorded_at for row in reopened if row.new_value in _OPEN],
        [row.recorded_at for row in moved],
    )


def handle_watch(work: Work, incident_ids: Sequence[str]) -> None:
    """Follow the rules about incidents that nobody has, that come back or are moved about; remind of updates."""
    for incident_id in incident_ids:
        case = lock_case(work, incident_id, skip_locked=True)
        if case is None:
            continue
        entries = follow_callers(work, case.row)
        if entries and follow_reopening(work, case.row, entries):
            case.reload()
        before = case.row.group_id, case.row.assignee_id
        looks = _look_at(case), remind_of_update(case)
        again = min((look for look in looks if look is not None), default=None)
        # Where a rule moved it, the wait begins anew.
        moved = before != (case.row.group_id, case.row.assignee_id)
        schedule(work, "watch", incident_id, work.now if moved else again)
        case.finish()


def _look_at(case: Case) -> datetime | None:
    """Do what the rules say about an incident; returns when to look again."""
    if not case.is_open:
        return None
    book = load_book(case.work.connection)
    past = _past(case)
    for rule in book.set_off_by(TriggerKind.REOPENED, TriggerKind.REASSIGNED):
        again = rule.trigger.kind is TriggerKind.REOPENED
        times = past.reopened if again else past.moved
        count = rule.trigger.times
        recent = len(times) >= count and times[count - 1] > case.work.now - _REMEMBERED
        if recent and rule.matches(traits_of(case.row)):
            verb = "reopened" if again else "moved to another group"
            start_run(case, book, rule, Occasion(f"{rule.trigger.kind.value}:{count}", f"it was {verb} {count} times"))
    return _unassigned(case, book, past.untouched_since)


@in_english()
def _unassigned(case: Case, book: RuleBook, since: datetime) -> datetime | None:
    later = []
    for rule in book.set_off_by(TriggerKind.UNASSIGNED):
        if not _is_unassigned(case) or not rule.matches(traits_of(case.row)):
            continue
        due = _unassigned_until(case, rule, since)
        if due is not None and due > case.work.now:
            later.append(due)
        elif due is not None:
            words = f"nobody was assigned for {duration_words(rule.trigger.after)}"
            before = case.row.group_id
            start_run(case, book, rule, Occasion(f"unassigned:{micros(since)}", words))
            if case.row.group_id != before:
                break
    return min(later, default=None)


def _is_unassigned(case: Case) -> bool:
    return case.row.assignee_id is None and case.row.state != State.ON_HOLD


def _unassigned_until(case: Case, rule: Rule, since: datetime) -> datetime | None:
    """When the wait of a rule is over, in the opening time of the group where it has hours."""
    hours = hours_of_group(case.work.connection, case.row.group_id)
    if hours is None:
        return since + timedelta(microseconds=rule.trigger.after)
    at = hours.add(micros(since), rule.trigger.after)
    return None if at is None else moment(at)


def handle_escalation(work: Work, escalation_ids: Sequence[str]) -> None:
    """Take the due steps of rules, and pass on what nobody acknowledged in time."""
    for escalation_id in escalation_ids:
        of = select(escalation.c.incident_id).where(escalation.c.id == escalation_id)
        incident_id = work.connection.execute(of).scalar_one_or_none()
        case = None if incident_id is None else lock_case(work, incident_id, skip_locked=True)
        if case is None:
            continue
        row = work.connection.execute(select(escalation).where(escalation.c.id == escalation_id)).one()
        if row.kind == EscalationKind.RUN:
            _go_on(case, row)
        else:
            _pass_on_if_due(case, row)
        case.finish()


def _go_on(case: Case, run: Row[Any]) -> None:
    rule = load_version(case.work.connection, run.book_number or 0).rule(run.rule_key or "")
    if run.state != EscalationState.ACTIVE or rule is None:
        schedule(case.work, "escalation", run.id, None)
        return
    why = is_over(case, run, rule)
    if why:
        end_run(case, run, why)
    else:
        take_due_steps(case, run, rule)


def _pass_on_if_due(case: Case, row: Row[Any]) -> None:
    if row.state != EscalationState.WAITING or row.acknowledge_by is None:
        schedule(case.work, "escalation", row.id, None)
    elif row.acknowledge_by > case.work.now:
        schedule(case.work, "escalation", row.id, row.acknowledge_by)
    elif row.kind == EscalationKind.HIERARCHICAL and row.level == Level.HEAD:
        _page_the_top(case, row)
    else:
        _pass_on(case, row)


def _pass_on(case: Case, row: Row[Any]) -> None:
    """One level up; a group that does not answer is passed on to its lead."""
    work = case.work
    level = Level(row.level + 1)
    to = addressee(work, row)
    close(work, row, EscalationState.PASSED_ON, "Nobody acknowledged in time")
    if level_reached(case) >= level:
        words = f"it is at {level.stored_label} already"
    else:
        origin = Origin(
            id=work.new_id(),
            reason=f"Nobody of {to} acknowledged in time",
            tried=row.tried,
            dedupe_key=f"{row.id}:passed_on",
            run_id=row.run_id,
            book_number=row.book_number,
            rule_key=row.rule_key,
            is_urgent=True,
            acknowledge_seconds=row.acknowledge_seconds,
        )
        words = raise_level(case, level, origin)
    _record(case, row, f"Nobody of {to} acknowledged in time. {words[:1].upper()}{words[1:]}")


def _page_the_top(case: Case, row: Row[Any]) -> None:
    """Nobody stands above the head: page again a few times, then wait to be seen."""
    work, pages = case.work, row.pages + 1
    goes_on = pages <= PAGES_AT_THE_TOP
    until = work.now + timedelta(seconds=row.acknowledge_seconds or 0) if goes_on and row.acknowledge_seconds else None
    work.connection.execute(
        update(escalation).where(escalation.c.id == row.id),
        {"pages": pages, "step": row.step + 1, "acknowledge_by": until},
    )
    schedule(work, "escalation", row.id, until)
    if goes_on:
        people = case.crowd.at_level(Level.HEAD, case.row.group_id)
        page(case, people, f"escalation:{row.id}:{pages}", f"Still waits at {Level.HEAD.stored_label}", urgent=True)
    told = f"paged again, for the {pages}. time" if goes_on else "nobody is paged any more"
    _record(case, row, f"Nobody of {Level.HEAD.stored_label} acknowledged in time: {told}")
    changed(work, row.id, row.incident_id)


def _record(case: Case, row: Row[Any], words: str) -> None:
    work = case.work
    entry_id = case.write(f"{words}.")
    late = (work.now - row.acknowledge_by) // timedelta(microseconds=1) > LATE
    work.connection.execute(
        escalation_step.insert(),
        {
            "escalation_id": row.id,
            "step": row.step,
            "due_at": row.acknowledge_by,
            "taken_at": work.now,
            "taken_by": (work.worker or work.actor.name)[:120],
            "is_late": late,
            "what": words,
            "entry_id": entry_id,
        },
    )
