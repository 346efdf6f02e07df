"""What goes in and out of the escalation services; plain values, no database library, safe in any thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from app.domain.escalation.check import Finding
from app.domain.escalation.rules import Rule
from app.domain.escalation.sentence import Part
from app.domain.escalation.words import EscalationKind, Level

CHAIN = "escalation_chain"
"""The setting that names managers and heads: {"manager": [ids], "head": [ids]}."""


@dataclass(frozen=True, slots=True)
class EscalateRequest:
    """What the escalate sheet asks for; `id` is made by the window, so that a repeated press cannot double it.

    FUNCTIONAL: `to_group_id`, and `to_person_id` when a member of it is meant; None for both is the next tier.
    HIERARCHICAL: `level`. `reason` and `tried` are required. `is_urgent` pages through quiet hours.
    """

    id: str
    kind: EscalationKind
    reason: str
    tried: str
    to_group_id: str | None = None
    to_person_id: str | None = None
    level: Level | None = None
    is_urgent: bool = False


class EscalationRow(NamedTuple):
    """One line of the Escalations view; times in UTC. `state` and `kind` are keys of `escalation.words`.

    `acknowledge_by` is None when it waits for ever or no longer. `recipients` names whom a level means now.
    """

    id: str
    incident_id: str
    number: int
    short_description: str
    priority: int
    incident_state: str
    kind: str
    level: int
    from_group_name: str | None
    to_group_id: str | None
    to_group_name: str | None
    to_person_id: str | None
    to_person_name: str | None
    recipients: tuple[str, ...]
    reason: str
    tried: str
    is_urgent: bool
    state: str
    raised_at: datetime
    raised_by_name: str | None
    rule_name: str | None
    acknowledge_by: datetime | None
    acknowledged_at: datetime | None
    acknowledged_by_name: str | None
    ended_at: datetime | None
    ended_by_name: str | None
    end_note: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class EscalationFilter:
    """What the view lists: the live ones, and those that ended in the last `ended_days` days (0 leaves them out).

    `mine` keeps what waits for the actor: their groups, their levels, or they themselves.
    """

    mine: bool = False
    group_id: str | None = None
    ended_days: int = 0
    limit: int = 500


@dataclass(frozen=True, slots=True)
class MajorDecision:
    """What accepting a major incident asks for: who leads it, why it is one, and what it does to the business.

    `impact_seen` is what the person saw as the business impact, so that a change of somebody else is no surprise.
    """

    lead_id: str
    note: str
    impact: str
    impact_seen: str | None = None


class MajorRow(NamedTuple):
    """An incident that is proposed or accepted as a major one and has not ended; times in UTC.

    `since`, `by_name` and `words` are those of the proposal or the decision; `by_name` is None for a rule. `is_mine` is
    whether it waits for the actor's decision, or is led by them. `next_update_at` is when the next update to
    stakeholders is promised.
    """

    id: str
    incident_id: str
    number: int
    short_description: str
    priority: int
    incident_state: str
    major_state: str
    group_name: str | None
    since: datetime
    by_name: str | None
    words: str
    lead_id: str | None
    lead_name: str | None
    is_mine: bool
    next_update_at: datetime | None = None


class GroupTarget(NamedTuple):
    """A group that can be escalated to. `on_duty` is whether its hours are open now; a group without hours always is.

    `changes_at` is when that changes next, None for never. `is_next_tier` marks the group that "next tier" means.
    """

    id: str
    name: str
    tier: int
    on_duty: bool
    changes_at: datetime | None
    open_incidents: int
    unassigned: int
    members: int
    members_on_duty: int
    is_next_tier: bool


class PersonTarget(NamedTuple):
    """A member of a group that can be escalated to, with the open incidents that are theirs."""

    id: str
    name: str
    group_ids: tuple[str, ...]
    on_duty: bool
    changes_at: datetime | None
    open_incidents: int


class LevelTarget(NamedTuple):
    """A level and whom it means for this incident; `is_reached` when an escalation to it is live."""

    level: Level
    people: tuple[str, ...]
    is_reached: bool


class Targets(NamedTuple):
    """Who can be escalated to, those on duty first; `last_note` is what "what was tried" is prefilled with."""

    groups: tuple[GroupTarget, ...]
    people: tuple[PersonTarget, ...]
    levels: tuple[LevelTarget, ...]
    last_note: str


class ShiftOfferRow(NamedTuple):
    """An incident that nobody owned when the shift of its group ended; times in UTC. `answer` is None while open."""

    id: str
    incident_id: str
    number: int
    short_description: str
    priority: int
    from_group_id: str
    from_group_name: str
    to_group_id: str
    to_group_name: str
    shift_ended_at: datetime
    offered_at: datetime
    answered_at: datetime | None
    answered_by_name: str | None
    answer: str | None
    may_answer: bool


class RuleView(NamedTuple):
    """A rule with its sentence, whole and in the parts that the builder shows as choices."""

    rule: Rule
    sentence: str
    parts: tuple[Part, ...]


class RuleBookView(NamedTuple):
    """One published version of the rules; times in UTC."""

    number: int
    effective_from: datetime
    rules: tuple[RuleView, ...]
    note: str
    created_by_name: str | None


class RuleCheck(NamedTuple):
    """What keeps rules from being published (nothing: they may be), how they read, and what else should be known."""

    findings: tuple[Finding, ...]
    sentences: tuple[str, ...]
    notes: tuple[Finding, ...] = ()


class DryHit(NamedTuple):
    """One occasion on which a rule would have acted; UTC."""

    incident_id: str
    number: int
    short_description: str
    at: datetime


class DryRule(NamedTuple):
    """How often a rule would have acted, on how many incidents; `hits` holds the newest 50."""

    key: str
    name: str
    times: int
    incidents: int
    hits: tuple[DryHit, ...]


class DryRun(NamedTuple):
    """What rules would have done from `since` to `until`; `looked_at` is the number of incidents that were judged.

    Counted is what happened then; what the rules themselves would have changed (priority, group) is not played on.
    """

    since: datetime
    until: datetime
    looked_at: int
    rules: tuple[DryRule, ...]


class Chain(NamedTuple):
    """Who is meant by the levels: manager and head by identifier (none: the default holds), and by name."""

    manager_ids: tuple[str, ...]
    head_ids: tuple[str, ...]
    manager_names: tuple[str, ...]
    head_names: tuple[str, ...]


class Stood(NamedTuple):
    """A row of escalations or of offers as an act found it and as it left it: the column and its value."""

    table: str
    id: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


class TakenAct(NamedTuple):
    """What somebody did about an escalation or an offer, all that is needed to take it back.

    `entry_id` is the line of the journal that says it, `move_id` the one that says where the incident went with it.
    `told` names those who were told of it.
    """

    incident_id: str
    entry_id: str
    move_id: str | None
    stood: tuple[Stood, ...]
    told: tuple[str, ...] = ()
