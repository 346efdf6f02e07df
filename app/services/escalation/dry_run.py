"""What rules would have done: the clocks are recomputed from the journal by the engine that runs them every day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from app.domain.actor import Actor
from app.domain.escalation.rules import Rule, TriggerKind
from app.domain.instants import micros, moment
from app.domain.sla.attach import TraitChange
from app.domain.sla.firing import firings_of
from app.domain.sla.fold import fold
from app.domain.sla.policy import CLOCKS, Trait
from app.domain.timeline import Timeline
from app.domain.vocabulary import OPEN_STATES, State
from app.models.incident import incident
from app.services.access import visible
from app.services.escalation.dto import DryHit, DryRule, DryRun
from app.services.escalation.past import Past, Stretch, load_pasts
from app.services.hours import hours_of_group
from app.services.sla.books import load_rules
from app.services.sla.facts import Facts, ledger_of, load_facts

MOST_DAYS = 366
_SHOWN = 50
_BATCH = 400
_OPEN = sorted(state.value for state in OPEN_STATES)


def run_dry(connection: Connection, actor: Actor, rules: Sequence[Rule], since: datetime, until: datetime) -> DryRun:
    """How often each rule would have acted from `since` to `until` on the incidents that the actor may see."""
    wanted = select(incident.c.id).where(
        visible(actor),
        incident.c.reported_at <= until,
        or_(incident.c.state.in_(_OPEN), incident.c.updated_at >= since),
    )
    ids = list(connection.execute(wanted).scalars())
    run = _Run(connection, [rule for rule in rules if rule.enabled], micros(since), micros(until))
    for first in range(0, len(ids), _BATCH):
        run.judge(ids[first : first + _BATCH])
    return DryRun(since, until, len(ids), tuple(run.result(rule) for rule in rules))


class _Run:
    """Collects the occasions of each rule."""

    def __init__(self, connection: Connection, rules: Sequence[Rule], since: int, until: int) -> None:
        self.connection = connection
        self.rules = rules
        self.since = since
        self.until = until
        self.hits: dict[str, list[tuple[int, Row[Any]]]] = {rule.key: [] for rule in rules}
        self._hours: dict[str | None, Timeline | None] = {}

    def judge(self, incident_ids: Sequence[str]) -> None:
        """Look at some incidents."""
        facts = {each.subject.id: each for each in load_facts(self.connection, list(incident_ids))}
        for row, past in load_pasts(self.connection, incident_ids, self.until):
            for rule in self.rules:
                for at in self._occasions(rule, facts[row.id], past):
                    if self.since <= at <= self.until and rule.matches(_traits_at(facts[row.id].changes, at)):
                        self.hits[rule.key].append((at, row))

    def result(self, rule: Rule) -> DryRule:
        """What was found for a rule."""
        hits = sorted(self.hits.get(rule.key, ()), key=lambda hit: hit[0], reverse=True)
        shown = tuple(DryHit(row.id, row.number, row.short_description, moment(at)) for at, row in hits[:_SHOWN])
        return DryRule(rule.key, rule.name, len(hits), len({row.id for _, row in hits}), shown)

    def _occasions(self, rule: Rule, facts: Facts, past: Past) -> Iterator[int]:
        kind, count = rule.trigger.kind, rule.trigger.times
        if kind is TriggerKind.CLOCK:
            yield from self._reached(rule, facts)
        elif kind is TriggerKind.UNASSIGNED:
            yield from self._unassigned(rule, past.stretches)
        elif kind is TriggerKind.HOLD_PASSED:
            yield from _overdue_holds(rule, past.stretches)
        else:
            times = past.reopened if kind is TriggerKind.REOPENED else past.moved
            yield from times[count - 1 : count]

    def _reached(self, rule: Rule, facts: Facts) -> Iterator[int]:
        clock, threshold = rule.trigger.clock, rule.trigger.threshold
        if clock is None or threshold is None:
            return
        measured = load_rules(self.connection, facts.subject.policy_set)
        state = fold(ledger_of(facts, measured), measured.timelines, self.until)
        for firing in firings_of(state, CLOCKS.index(clock), self.until, [threshold]):
            yield firing.at

    def _unassigned(self, rule: Rule, stretches: Sequence[Stretch]) -> Iterator[int]:
        for stretch in stretches:
            if stretch.is_unassigned:
                at = self._due(stretch, rule.trigger.after)
                if at is not None and at < stretch.end:
                    yield at

    def _due(self, stretch: Stretch, after: int) -> int | None:
        if stretch.group_id not in self._hours:
            self._hours[stretch.group_id] = hours_of_group(self.connection, stretch.group_id)
        hours = self._hours[stretch.group_id]
        return stretch.start + after if hours is None else hours.add(stretch.start, after)


def _overdue_holds(rule: Rule, stretches: Sequence[Stretch]) -> Iterator[int]:
    """Each hold counts once, however often something else changed during it."""
    seen: set[int] = set()
    for stretch in stretches:
        if stretch.state == State.ON_HOLD and stretch.hold_until is not None and stretch.hold_until not in seen:
            at = stretch.hold_until + rule.trigger.after
            if at < stretch.end:
                seen.add(stretch.hold_until)
                yield max(at, stretch.start)


def _traits_at(changes: Sequence[TraitChange], at: int) -> Mapping[Trait, str | None]:
    found: dict[Trait, str | None] = {}
    for change in changes:
        if change.at > at:
            break
        found.update(change.values)
    return found
