"""Time that passes at the demo desk: timers fire at their moments, and leads answer what is escalated to them."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from app.domain.actor import Actor
from app.domain.escalation.preset import default_rules
from app.domain.escalation.words import EscalationKind, EscalationState, Level, Reason
from app.domain.events import EscalationChanged, Event
from app.domain.vocabulary import MajorState, State
from app.infra.clock import SteppedClock
from app.services.demo.company import HOME_ZONE, Company
from app.services.escalation.dto import EscalateRequest, EscalationFilter, EscalationRow
from app.services.incidents.queue_dto import QueueQuery, QueueRow
from app.services.sla.samples import furnish_clocks, sample_calendars
from app.services.timers.dto import Worker
from app.services.timers.fire import fire_due

_LIVE_AGAIN = timedelta(hours=5)
"""What was escalated in the last hours still waits, so that the board has something to answer."""

_BY_HAND = (
    (Reason.NEEDS_SKILL, "Restarted the service, checked the certificate: both fine.", None),
    (Reason.BUSINESS_IMPACT, "Called the vendor twice, case 40-131, no date yet.", Level.LEAD),
    (Reason.TIME_RUNS_OUT, "Everything that the article says, in its order.", None),
)

_READ_UNTIL = timedelta(hours=20)
_MORNING, _EVENING = 7, 19


class PassingTime:
    """Moves the clock of the desk; between two moments everything happens that is due between them."""

    def __init__(self, company: Company, clock: SteppedClock, now: datetime, dice: random.Random) -> None:
        self._company, self._clock, self._now, self._dice = company, clock, now, dice
        self._worker = Worker(company.desk.new_id(), "Demo desk", "jobs")
        self._unanswered = False
        self._has_read = False
        company.desk.bus.subscribe(self._hear)

    def to(self, moment: datetime) -> None:
        """Let it become `moment`, never earlier than it is."""
        store = self._company.desk.store
        while True:
            due = fire_due(store, self._worker).next_due_at
            if self._unanswered:
                self._answer()
            if due is None or due >= moment:
                break
            self._clock.move_to(max(due, self._clock.now()))
        self._clock.move_to(max(moment, self._clock.now()))
        if not self._has_read and moment > self._now - _READ_UNTIL:
            self._has_read = True
            self._read_all()

    def _hear(self, event: Event) -> None:
        if isinstance(event, EscalationChanged):
            self._unanswered = True

    def _answer(self) -> None:
        """Leads acknowledge most of what waits for them while they are at work, and end it a little later."""
        now = self._clock.now()
        at_work = _MORNING <= now.hour < _EVENING and now.weekday() < 5
        if not at_work or now > self._now - _LIVE_AGAIN:
            return
        self._unanswered = False
        desk, lead = self._company.desk, self._company.lead
        for row in desk.escalations.live(lead, EscalationFilter()):
            if row.state == EscalationState.WAITING and self._dice.random() < 0.9:
                desk.escalation_work.acknowledge(self._who(row), row.id)
            elif row.state == EscalationState.ACTIVE and self._dice.random() < 0.5:
                desk.escalation_work.end(self._who(row), row.id, "Somebody works on it now, the caller was told.")
        self._unanswered = False

    def _who(self, row: EscalationRow) -> Actor:
        return next((self._company.people[name] for name in row.recipients if name in self._company.people), self._lead)

    @property
    def _lead(self) -> Actor:
        return self._company.lead

    def _read_all(self) -> None:
        desk = self._company.desk
        for names in self._company.members.values():
            for name in names:
                desk.notifications.claim_due(self._company.people[name])
                desk.notifications.mark_read(self._company.people[name])


def escalate_some(company: Company, start: datetime) -> Iterator[datetime]:
    """What the desk escalates by hand just now, so that the board has something to acknowledge at any hour.

    The list is read anew each time: meanwhile incidents are resolved, and rules escalate some of them.
    """
    desk, lead = company.desk, company.lead
    handed: set[str] = set()
    for number, (reason, tried, level) in enumerate(_BY_HAND):
        rows = (row for row in _worked_on(company) if row.id not in handed and row.state != State.ON_HOLD)
        row = next((row for row in rows if level is None or _is_below(company, row.id, level)), None)
        if row is None:
            break
        handed.add(row.id)
        other = next(name for name in company.members if company.id_of("group", name) != row.group_id)
        request = EscalateRequest(
            desk.new_id(),
            EscalationKind.FUNCTIONAL if level is None else EscalationKind.HIERARCHICAL,
            reason.stored_label,
            tried,
            to_group_id=company.id_of("group", other) if level is None else None,
            level=level,
        )
        desk.escalation_work.escalate(lead, row.id, request)
        yield start + timedelta(minutes=4 * (number + 1))
    others = [row for row in _worked_on(company) if row.id not in handed and row.major_state == MajorState.NONE]
    if others:
        worst = min(others, key=lambda row: row.priority)
        proposer = company.people[company.members["Service desk"][0]]
        desk.major_work.propose(proposer, worst.id, "Callers of both sites by the minute now, all with the same fault.")


def _worked_on(company: Company) -> tuple[QueueRow, ...]:
    newest = QueueQuery("is:open", sort="number", descending=True, group_by="none", limit=40)
    return tuple(row for row in company.desk.queue.page(company.lead, newest).rows if row.group_id is not None)


def _is_below(company: Company, incident_id: str, level: Level) -> bool:
    """Whether no escalation to this level or a higher one is live; such a one could not be raised again."""
    levels = company.desk.escalations.targets(company.lead, incident_id).levels
    return not any(each.is_reached and each.level >= level for each in levels)


def give_hours(company: Company) -> None:
    """Calendars, policies and rules of a new desk; second line goes home, and the service desk takes over from it."""
    desk, lead = company.desk, company.lead
    with desk.store.writing(lead) as work:
        furnish_clocks(work, HOME_ZONE)
        office = sample_calendars(work, HOME_ZONE)["office"]
    desk.escalation_work.publish_rules(lead, default_rules(), "The rules that a new desk begins with")
    front = company.id_of("group", "Service desk")
    for name, members in company.members.items():
        group_id = company.id_of("group", name)
        desk.escalation_work.set_lead(lead, group_id, company.people[members[0]].person_id, is_lead=True)
        if group_id != front:
            desk.sla_admin.set_group_hours(lead, group_id, office, front)
