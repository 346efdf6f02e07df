"""Lives of incidents as generators: each runs until its next moment and hands that moment back to who plays them.

A life whose next moment lies beyond the present is simply not continued, so its incident is open today.
"""

import random
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.domain.actor import Actor
from app.domain.lifecycle import Step
from app.domain.vocabulary import Channel, CloseCause, HoldReason, State
from app.services.demo.company import Company
from app.services.incidents.dto import FieldEdit, IncidentRef, NewFile, NewIncident, Post

Life = Iterator[datetime]

_CHANNELS = (
    [Channel.PHONE] * 9 + [Channel.EMAIL] * 8 + [Channel.PORTAL] * 6 + [Channel.WALK_IN] * 2 + [Channel.MONITORING]
)
_WAITS = (
    (HoldReason.AWAITING_VENDOR, "The vendor looks into it, case 40-118."),
    (HoldReason.AWAITING_PARTS, "Spare part ordered."),
    (HoldReason.AWAITING_CHANGE, "Goes out with the next change window."),
    (HoldReason.AWAITING_EVIDENCE, "Waits to happen again with tracing on."),
)


_FIRST_WORDS = (
    "Thank you for telling us. I am looking at it now.",
    "I have your incident and begin right away. You hear from me before the end of the day.",
    "Thanks. I can see the same here and look into it.",
)


@dataclass(slots=True)
class Case:
    """One incident in the making: its company, its story, the dice, and when it begins."""

    company: Company
    story: dict[str, Any]
    dice: random.Random
    start: datetime
    pace: float = 1.0
    ref: IncidentRef | None = None

    def later(self, low: float, high: float) -> datetime:
        """A moment some minutes from now, moved to the next working morning where it falls out of office hours."""
        return self._at_work(self.pace * self.dice.uniform(low, high))

    def soon(self, low: float, high: float) -> datetime:
        """As `later`, but not any later where the desk is slow: a caller who waits is not."""
        return self._at_work(self.dice.uniform(low, high))

    def _at_work(self, minutes: float) -> datetime:
        at = self.company.desk.clock.now() + timedelta(minutes=minutes)
        morning = at.replace(hour=7, minute=40) + timedelta(minutes=self.dice.uniform(0, 100))
        if at.hour >= 18:
            at = morning + timedelta(days=1)
        elif at.hour < 7:
            at = morning
        return at + timedelta(days=7 - at.weekday()) if at.weekday() >= 5 else at

    def say(self, actor: Actor, body: str, *, public: bool = True, files: tuple[NewFile, ...] = ()) -> None:
        """Post a reply or a note."""
        post = Post(self.company.desk.new_id(), body, public=public, files=files)
        self.company.desk.incidents.post(actor, self._id, post)

    def inform(self, actor: Actor, body: str, next_in: timedelta) -> None:
        """Send a stakeholder update that promises the next one."""
        due = self.company.desk.clock.now() + next_in
        post = Post(self.company.desk.new_id(), body, public=True, to_stakeholders=True, next_update_at=due)
        self.company.desk.incidents.post(actor, self._id, post)

    def step(self, actor: Actor, step: Step) -> None:
        """Take a step of the lifecycle."""
        self.company.desk.incidents.step(actor, self._id, step)

    def edit(self, actor: Actor, **values: str | int | None) -> None:
        """Change fields, having just looked at them."""
        seen = self.company.desk.incident.detail(actor, self._id)
        self.company.desk.incidents.edit(
            actor, self._id, {field: FieldEdit(getattr(seen, field), value) for field, value in values.items()}
        )

    @property
    def _id(self) -> str:
        if self.ref is None:
            raise RuntimeError("The incident is not logged yet.")
        return self.ref.id


def usual_life(case: Case) -> Life:
    """From the call to the closure, with all that can come between."""
    dice, company = case.dice, case.company
    caller = company.people[dice.choice(company.callers)]
    _log(case, caller, company.people[dice.choice(company.members["Service desk"])])
    yield case.later(4, 90)
    if dice.random() < 0.03:
        reason = dice.choice(("Logged twice for the same fault", "Solved itself before anybody looked"))
        case.step(company.lead, Step(State.CANCELED, reason=reason))
        return
    worker = _take(case)
    yield case.later(3, 40)
    worker = yield from _work(case, caller, worker)
    yield from _resolve(case, worker)
    if dice.random() < 0.08:
        # A slow case must not reach beyond the window in which a resolved incident may be reopened.
        yield case.soon(300, 3000)
        case.step(caller, Step(State.IN_PROGRESS, reason="It is back, the same as before."))
        yield case.later(60, 900)
        case.say(worker, "Sorry about that. I look at it again right now.")
        yield from _resolve(case, worker)
    yield case.later(1200, 5600)
    if dice.random() < 0.4:
        case.step(caller, Step(State.CLOSED, close_cause=CloseCause.CALLER_ACCEPTED, comment="Works, thank you."))
        return
    case.step(company.lead, Step(State.CLOSED, close_cause=CloseCause.TIMEOUT))


def _log(case: Case, caller: Actor, agent: Actor) -> None:
    company, story, dice = case.company, case.story, case.dice
    category, subcategory = story["category"]
    impact, urgency = story["levels"]
    channel = dice.choice(_CHANNELS)
    # Who writes from the portal logs for themself; the rest is logged by the desk for them, sorted by hand or not yet.
    sorted_at_once = channel is not Channel.PORTAL and dice.random() < 0.85
    case.ref = company.desk.incidents.create(
        agent if channel is not Channel.PORTAL else caller,
        NewIncident(
            id=company.desk.new_id(),
            short_description=dice.choice(story["titles"]),
            caller_id=caller.person_id,
            description=story["details"],
            channel=channel,
            impact=max(1, impact - (dice.random() < 0.12)),
            urgency=max(1, urgency - (dice.random() < 0.15)),
            category_id=company.id_of("category", category),
            subcategory_id=company.id_of("category", f"{category}/{subcategory}"),
            service_id=company.id_of("service", story["service"]),
            site_id=company.site_of[caller.name],
            group_id=company.id_of("group", story["group"]) if sorted_at_once else None,
            files=_picture(case) if dice.random() < 0.1 else (),
        ),
    )


def _picture(case: Case) -> tuple[NewFile, ...]:
    text = f"What was on the screen\n\n{case.story['details']}\nError 0x{case.dice.randrange(16**8):08X}\n"
    return (NewFile("message.txt", "text/plain", text.encode()),)


def _take(case: Case) -> Actor:
    company = case.company
    group = case.story["group"]
    worker = company.people[case.dice.choice(company.members[group])]
    case.edit(company.lead, group_id=company.id_of("group", group), assignee_id=worker.person_id)
    case.step(worker, Step(State.IN_PROGRESS))
    if case.dice.random() < 0.85:
        case.say(worker, case.dice.choice(_FIRST_WORDS))
    return worker


def _work(case: Case, caller: Actor, worker: Actor) -> Generator[datetime, None, Actor]:
    dice, story = case.dice, case.story
    if dice.random() < 0.55:
        if dice.random() < 0.4:
            until = case.company.desk.clock.now() + timedelta(days=2)
            wait = HoldReason.AWAITING_CALLER
            case.step(worker, Step(State.ON_HOLD, hold_reason=wait, hold_until=until, comment=story["question"]))
        else:
            case.say(worker, story["question"])
        yield case.later(15, 600)
        case.say(caller, story["answer"])
        yield case.later(5, 60)
    case.say(worker, story["note"], public=False)
    if dice.random() < 0.14:
        worker = yield from _hand_over(case, worker)
    if dice.random() < 0.2:
        reason, comment = dice.choice(_WAITS)
        until = case.company.desk.clock.now() + timedelta(days=dice.randint(3, 21))
        case.step(worker, Step(State.ON_HOLD, hold_reason=reason, hold_until=until, comment=comment))
        yield case.later(3 * 1440, 30 * 1440)
        case.step(worker, Step(State.IN_PROGRESS, comment="Goes on."))
    yield case.later(20, 900)
    return worker


def _hand_over(case: Case, worker: Actor) -> Generator[datetime, None, Actor]:
    company = case.company
    group = case.dice.choice([name for name in company.members if name != case.story["group"]])
    other = company.people[case.dice.choice(company.members[group])]
    yield case.later(10, 200)
    case.edit(worker, group_id=company.id_of("group", group))
    yield case.later(10, 240)
    case.edit(other, assignee_id=other.person_id)
    case.say(other, "Taken over. The traces of the first look are enough to go on.", public=False)
    return other


def _resolve(case: Case, worker: Actor) -> Life:
    yield case.later(20, 420)
    code = case.dice.choice(("solution_provided", "solution_provided", "solution_provided", "workaround_provided"))
    case.step(worker, Step(State.RESOLVED, resolution_code=code, resolution_notes=case.story["resolution"]))
