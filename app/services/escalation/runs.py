"""A rule that acts: its run is one row, its steps are taken in order when they are due, each exactly once.

The unique key of the run is the decision to act on an occasion; the primary key of a step is the decision to take it.
Both are written under the lock of the incident, in the transaction of what the step does.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select, update

from app.domain.escalation.rules import Action, ActionKind, Rule, RuleBook, RuleStep, TriggerKind, raised_priority
from app.domain.escalation.sentence import recipient_words
from app.domain.escalation.words import EscalationKind, EscalationState, Level
from app.domain.instants import SECOND
from app.domain.sla.firing import LATE
from app.domain.vocabulary import MajorState, State
from app.domain.wording import in_english
from app.infra.upsert import insert_once
from app.models.catalogue import service
from app.models.clocks import incident_clocks
from app.models.escalation import escalation, escalation_step
from app.services.escalation.acts import Origin, level_reached, move, raise_level, within_words
from app.services.escalation.book import load_version
from app.services.escalation.case import Case
from app.services.escalation.ending import close
from app.services.escalation.major import propose
from app.services.incidents.transitions import override_priority
from app.services.notifications.dto import NoticeKind
from app.services.timers.schedule import schedule


class Occasion(NamedTuple):
    """What set a rule off. `key` makes it the only one of its kind for the incident; `words` begin with "the"."""

    key: str
    words: str
    clock: str | None = None
    cycle: int | None = None
    rank: int = 0


class Run(NamedTuple):
    """What its steps need to know of a run; `step` is the number of the next one."""

    id: str
    book_number: int | None
    clock: str | None
    cycle: int | None
    reason: str
    step: int
    raised_at: datetime


def start_run(case: Case, book: RuleBook, rule: Rule, occasion: Occasion) -> bool:
    """Act on an occasion by a rule, unless it was acted on already; returns whether it was new."""
    work = case.work
    # Most rules act at once and wait for nothing; their runs are written as what they will be at the end.
    at_once = all(step.after == 0 for step in rule.steps)
    values: dict[str, Any] = {
        "id": work.new_id(),
        "incident_id": case.row.id,
        "kind": EscalationKind.RUN.value,
        "book_number": book.number,
        "rule_key": rule.key,
        "clock": occasion.clock,
        "cycle": occasion.cycle,
        "dedupe_key": f"{case.row.id}:{rule.key}:{occasion.key}",
        "reason": occasion.words[:200],
        "state": (EscalationState.ENDED if at_once else EscalationState.ACTIVE).value,
        "step": len(rule.steps) if at_once else 0,
        "raised_at": work.now,
        "ended_at": work.now if at_once else None,
    }
    if not insert_once(work.connection, escalation, values):
        return False
    run = Run(values["id"], book.number, occasion.clock, occasion.cycle, values["reason"], 0, work.now)
    reached = _take(case, run, rule, occasion.rank)
    if not at_once:
        _wait(case, run, rule, reached)
    return True


def take_due_steps(case: Case, row: Row[Any], rule: Rule) -> None:
    """Take the steps of a run that are due, in order; then wait for the next one, or end."""
    run = _run_of(row)
    _wait(case, run, rule, _take(case, run, rule))


def next_due(connection: Connection, row: Row[Any]) -> datetime | None:
    """When the next step of a run is due, by the rules that it began with; None when none is left."""
    rule = load_version(connection, row.book_number).rule(row.rule_key or "")
    if rule is None or row.step >= len(rule.steps):
        return None
    return due_at(_run_of(row), rule.steps[row.step])


def _run_of(row: Row[Any]) -> Run:
    return Run(row.id, row.book_number, row.clock, row.cycle, row.reason, row.step, row.raised_at)


def _take(case: Case, run: Run, rule: Rule, rank: int = 0) -> int:
    """Take what is due; returns the number of the step that comes next."""
    work = case.work
    taken: list[tuple[int, datetime, str]] = []
    number = run.step
    while number < len(rule.steps) and due_at(run, rule.steps[number]) <= work.now:
        step = _Step(case, run, rule, number, rank)
        taken.append((number, due_at(run, rule.steps[number]), _DO[rule.steps[number].action.kind](step)))
        number += 1
    if taken:
        _record(case, run, rule, taken)
    return number


def _wait(case: Case, run: Run, rule: Rule, number: int) -> None:
    work = case.work
    if number < len(rule.steps):
        work.connection.execute(update(escalation).where(escalation.c.id == run.id), {"step": number})
        schedule(work, "escalation", run.id, due_at(run, rule.steps[number]))
    else:
        work.connection.execute(
            update(escalation).where(escalation.c.id == run.id),
            {"step": number, "state": EscalationState.ENDED.value, "ended_at": work.now},
        )
        schedule(work, "escalation", run.id, None)


def due_at(run: Run, step: RuleStep) -> datetime:
    """When a step is due: its delay counts from the moment at which the rule acted."""
    return run.raised_at + timedelta(microseconds=step.after)


def is_over(case: Case, run: Row[Any], rule: Rule) -> str:
    """Why the steps that are left are no longer wanted, in words; empty when they are."""
    if not case.is_open:
        return "the incident is no longer open"
    kind = rule.trigger.kind
    if kind is TriggerKind.UNASSIGNED and case.row.assignee_id is not None:
        return "somebody is assigned"
    if kind is TriggerKind.HOLD_PASSED and case.row.state != State.ON_HOLD:
        return "the hold has ended"
    if kind is TriggerKind.CLOCK and run.clock is not None and not _still_counts(case, run):
        return f"the {run.clock} clock has stopped"
    acknowledged = select(escalation.c.id).where(
        escalation.c.run_id == run.id, escalation.c.acknowledged_at.is_not(None)
    )
    if case.work.connection.execute(acknowledged.limit(1)).first() is not None:
        return "the escalation was acknowledged"
    return ""


def _still_counts(case: Case, run: Row[Any]) -> bool:
    clocks = incident_clocks.c
    columns = clocks[f"{run.clock}_phase"].label("phase"), clocks[f"{run.clock}_cycle"].label("cycle")
    row = case.work.connection.execute(select(*columns).where(clocks.incident_id == case.row.id)).one_or_none()
    return row is None or (row.phase in {"running", "paused"} and row.cycle == run.cycle)


def _record(case: Case, run: Run, rule: Rule, taken: list[tuple[int, datetime, str]]) -> None:
    """One entry for what was done at one moment, and the evidence of each step."""
    work = case.work
    done = "; ".join(words for _, _, words in taken)
    entry_id = case.write(f"Rule “{rule.name}”, because {run.reason}: {done}.")
    work.connection.execute(
        escalation_step.insert(),
        [
            {
                "escalation_id": run.id,
                "step": number,
                "due_at": due,
                "taken_at": work.now,
                "taken_by": (work.worker or work.actor.name)[:120],
                "is_late": (work.now - due) // timedelta(microseconds=1) > LATE,
                "what": words,
                "entry_id": entry_id,
            }
            for number, due, words in taken
        ],
    )


class _Step(NamedTuple):
    case: Case
    run: Run
    rule: Rule
    number: int
    rank: int

    @property
    def action(self) -> Action:
        return self.rule.steps[self.number].action

    @property
    def key(self) -> str:
        return f"run:{self.run.id}:{self.number}"

    def origin(self) -> Origin:
        """Where an escalation of this step comes from."""
        within = self.action.acknowledge_within
        return Origin(
            id=self.case.work.new_id(),
            reason=self.run.reason[:1].upper() + self.run.reason[1:],
            dedupe_key=self.key,
            run_id=self.run.id,
            book_number=self.run.book_number,
            rule_key=self.rule.key,
            is_urgent=self.action.kind is ActionKind.RAISE_LEVEL or self.case.row.priority == 1,
            acknowledge_seconds=None if within is None else within // SECOND,
        )


@in_english()
def _notify(step: _Step) -> str:
    case, crowd = step.case, step.case.crowd
    people = [who for recipient in step.action.recipients for who in crowd.meant(recipient, case.row)]
    kind = NoticeKind.CLOCK if step.run.clock else NoticeKind.RULE
    words = step.run.reason[:1].upper() + step.run.reason[1:]
    told = case.tell(people, step.key, kind, words, rank=step.rank)
    names = {group.id: group.name for group in crowd.groups.values()} | crowd.names
    meant = " and ".join(recipient_words(recipient, names) for recipient in step.action.recipients)
    shown = ", ".join(crowd.shown(told))
    return f"notified {meant} ({shown})" if shown else f"would have notified {meant}, but there is nobody"


def _reassign(step: _Step) -> str:
    case = step.case
    wanted = step.action.group_id
    if wanted is None:
        higher = case.crowd.next_tier(case.row.group_id, _owner(case))
        if higher is None:
            return "stays where it is, no group stands higher"
        wanted = higher.id
    group = case.crowd.groups.get(wanted)
    if group is None:
        return "stays where it is, the group of the rule is no longer in use"
    if wanted == case.row.group_id:
        return f"stays with {group.name}"
    origin = step.origin()
    return _lowered(move(case, wanted, None, origin)) + within_words(origin.acknowledge_seconds)


def _owner(case: Case) -> str | None:
    statement = select(service.c.owner_group_id).where(service.c.id == case.row.service_id)
    found: str | None = case.work.connection.execute(statement).scalar_one_or_none()
    return found


def _raise_priority(step: _Step) -> str:
    case = step.case
    before, after = case.row.priority, raised_priority(step.action, case.row.priority)
    if after == before:
        return f"priority stays {before}"
    override_priority(case.work, case.row.id, after, f"Rule “{step.rule.name}”, because {step.run.reason}")
    case.reload()
    return f"raised the priority from {before} to {after}; the matrix says {case.row.computed_priority}"


def _raise_level(step: _Step) -> str:
    level = step.action.level or Level.LEAD
    if level_reached(step.case) >= level:
        return f"is at {level.stored_label} already"
    origin = step.origin()
    return _lowered(raise_level(step.case, level, origin)) + within_words(origin.acknowledge_seconds)


def _propose_major(step: _Step) -> str:
    case = step.case
    if case.row.major_state != MajorState.NONE:
        # What people have decided about, a rule does not ask again.
        return f"major incident is {case.row.major_state} already"
    propose(case, f"Rule “{step.rule.name}”, because {step.run.reason}", step.key)
    return "proposed a major incident"


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


_DO: dict[ActionKind, Callable[[_Step], str]] = {
    ActionKind.NOTIFY: _notify,
    ActionKind.REASSIGN: _reassign,
    ActionKind.RAISE_PRIORITY: _raise_priority,
    ActionKind.RAISE_LEVEL: _raise_level,
    ActionKind.PROPOSE_MAJOR: _propose_major,
}


def end_run(case: Case, run: Row[Any], why: str) -> None:
    """Leave out the steps that are left."""
    close(case.work, run, EscalationState.ENDED, f"The steps that were left were not taken: {why}")
