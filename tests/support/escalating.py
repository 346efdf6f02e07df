"""What tests of escalations need: rules published, time passing without the jobs, and what people were told."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from app.domain.actor import PROGRAM, Actor
from app.domain.escalation.rules import Action, ActionKind, Recipient, RecipientKind, Rule, RuleStep, Trigger
from app.domain.escalation.words import EscalationKind, Level
from app.domain.instants import micros
from app.domain.sla.firing import Firing
from app.domain.sla.policy import Clock, Condition
from app.domain.sla.thresholds import Threshold
from app.models.escalation import escalation, escalation_step
from app.models.incident import incident
from app.models.timers import notification, timer
from app.services.escalation.dto import EscalateRequest, EscalationRow
from app.services.escalation.effects import on_firings
from app.services.escalation.shifts import handle_shift
from app.services.escalation.waiting import handle_escalation, handle_hold, handle_watch
from app.services.incidents.dto import IncidentRef
from tests.support.crew import Crew

HANDLERS = {"hold": handle_hold, "escalation": handle_escalation, "shift": handle_shift, "watch": handle_watch}


def notify(*kinds: RecipientKind, after: int = 0) -> RuleStep:
    """A step that tells people."""
    return RuleStep(Action(ActionKind.NOTIFY, tuple(Recipient(kind) for kind in kinds)), after)


def act(kind: ActionKind, after: int = 0, **fields: Any) -> RuleStep:
    """A step of any other kind, with the fields of its action."""
    return RuleStep(Action(kind, **fields), after)


def up(level: Level, *, within: int | None = None, after: int = 0) -> RuleStep:
    """A step that escalates to a level."""
    return RuleStep(Action(ActionKind.RAISE_LEVEL, level=level, acknowledge_within=within), after)


def rule(key: str, trigger: Trigger, *steps: RuleStep, conditions: tuple[Condition, ...] = ()) -> Rule:
    """A rule named after its key."""
    return Rule(key, f"Rule {key}", trigger, steps, conditions)


def publish(crew: Crew, *rules: Rule) -> int:
    """Bring rules into force."""
    return crew.desk.escalation_work.publish_rules(crew.supervisor, rules)


def pass_time(crew: Crew, **delta: float) -> None:
    """Let time pass and have everything that is due dealt with, as the jobs do."""
    crew.clock.advance(**delta)
    for _ in range(10):
        if not tick(crew):
            return
    raise AssertionError("timers that are dealt with stay due for ever")


def tick(crew: Crew) -> int:
    """Deal with what is due now, once; returns how many timers were."""
    with crew.desk.store.reading() as connection:
        due = connection.execute(
            select(timer.c.kind, timer.c.subject_id).where(
                timer.c.due_at <= crew.clock.now(), timer.c.kind.in_(list(HANDLERS))
            )
        ).all()
    for kind, subject_id in due:
        with crew.heart.writing(PROGRAM) as work:
            HANDLERS[kind](work, [subject_id])
    return len(due)


def fire(crew: Crew, ref: IncidentRef, *thresholds: Threshold, clock: Clock = Clock.RESOLUTION, cycle: int = 1) -> None:
    """Have thresholds of a clock fire now, all at once."""
    at = micros(crew.clock.now())
    with crew.heart.writing(PROGRAM) as work:
        row = work.connection.execute(select(incident).where(incident.c.id == ref.id)).one()
        on_firings(work, row, [Firing(at, clock, cycle, 3_600_000_000, each) for each in thresholds])


def told(crew: Crew, actor: Actor | None = None) -> list[str]:
    """The titles that a person, or anybody, was told, oldest first, each with the person's name for anybody."""
    names = {each.person_id: each.name.split()[0] for each in people(crew)}
    with crew.desk.store.reading() as connection:
        rows = connection.execute(select(notification).order_by(notification.c.created_at, notification.c.id)).all()
    if actor is not None:
        return [row.title for row in rows if row.person_id == actor.person_id]
    return sorted(f"{names[row.person_id]}: {row.title}" for row in rows)


def people(crew: Crew) -> Sequence[Actor]:
    """Everybody."""
    return (crew.admin, crew.supervisor, crew.agent, crew.engineer, crew.requester, crew.neighbour)


def rows_of(crew: Crew, table: Any = escalation) -> list[Any]:
    """Everything in a table of escalations."""
    order = table.c.raised_at if table is escalation else table.c.taken_at
    with crew.desk.store.reading() as connection:
        return list(connection.execute(select(table).order_by(order)).all())


def steps_of(crew: Crew) -> list[str]:
    """What every step that was taken did, oldest first."""
    return [row.what for row in rows_of(crew, escalation_step)]


def live(crew: Crew, actor: Actor | None = None) -> tuple[EscalationRow, ...]:
    """What the Escalations view shows."""
    return crew.desk.escalations.live(actor or crew.supervisor)


def ask(crew: Crew, kind: EscalationKind = EscalationKind.FUNCTIONAL, **fields: Any) -> EscalateRequest:
    """A request of the escalate sheet with a reason and what was tried."""
    usual = {"reason": "Needs skills that we lack", "tried": "Restarted the spooler."}
    return EscalateRequest(crew.desk.new_id(), kind, **{**usual, **fields})


def journal_of(crew: Crew, ref: IncidentRef) -> list[str]:
    """The entries about escalations, oldest first."""
    return [item.body or "" for item in crew.see(ref, crew.supervisor).journal if item.kind == "escalation"]
