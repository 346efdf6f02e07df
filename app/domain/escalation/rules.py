"""Escalation rules as values: what sets one off, for which incidents, and the steps that are then taken.

Durations are microseconds (`app.domain.instants`). A rule never changes: an edit publishes a new version of the whole
ordered list, and what has begun goes on by the version that it began with.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.escalation.words import Level
from app.domain.sla.policy import Clock, Condition, Trait
from app.domain.sla.thresholds import Threshold
from app.domain.vocabulary import Word
from app.domain.wording import tr


class TriggerKind(Word):
    """What sets a rule off."""

    CLOCK = "clock"
    UNASSIGNED = "unassigned"
    HOLD_PASSED = "hold_passed"
    REOPENED = "reopened"
    REASSIGNED = "reassigned"


@dataclass(frozen=True, slots=True)
class Trigger:
    """One occasion.

    CLOCK: `clock` reaches `threshold`. UNASSIGNED: an open incident that is not on hold has had no assignee for
    `after`. HOLD_PASSED: a hold goes on `after` its expected end. REOPENED and REASSIGNED: for the time of number
    `times`, from 1.
    """

    kind: TriggerKind
    clock: Clock | None = None
    threshold: Threshold | None = None
    after: int = 0
    times: int = 0


class ActionKind(Word):
    """What a step does."""

    NOTIFY = "notify"
    REASSIGN = "reassign"
    RAISE_PRIORITY = "raise_priority"
    RAISE_LEVEL = "raise_level"
    PROPOSE_MAJOR = "propose_major"


class RecipientKind(Word):
    """Whom a step tells."""

    ASSIGNEE = "assignee"
    GROUP = "group"
    LEAD = "lead"
    MANAGER = "manager"
    HEAD = "head"
    PERSON = "person"
    NAMED_GROUP = "named_group"

    @property
    def in_words(self) -> str:
        """Who it is within a sentence, where it follows from the incident."""
        return {
            RecipientKind.ASSIGNEE: tr("the assignee"),
            RecipientKind.GROUP: tr("the group"),
            RecipientKind.LEAD: tr("the lead"),
            RecipientKind.MANAGER: tr("the manager"),
            RecipientKind.HEAD: tr("the head"),
        }.get(self, self.label)


class Recipient(NamedTuple):
    """Somebody to tell; PERSON and NAMED_GROUP say who by `id`, the others follow from the incident."""

    kind: RecipientKind
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """What a step does.

    NOTIFY: `recipients`. REASSIGN: to `group_id`, or to the next tier when it is None. RAISE_PRIORITY: to `priority`,
    or by one when it is None; never down. RAISE_LEVEL: to `level`. `acknowledge_within` (REASSIGN and RAISE_LEVEL)
    says after how long without an acknowledgement it is passed on; None waits for ever.
    """

    kind: ActionKind
    recipients: tuple[Recipient, ...] = ()
    group_id: str | None = None
    priority: int | None = None
    level: Level | None = None
    acknowledge_within: int | None = None


class RuleStep(NamedTuple):
    """An action, and how long after the occasion it is due."""

    action: Action
    after: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `key` names it for ever, `name` may be reworded. Conditions must all be met."""

    key: str
    name: str
    trigger: Trigger
    steps: tuple[RuleStep, ...]
    conditions: tuple[Condition, ...] = ()
    enabled: bool = True

    def matches(self, traits: Mapping[Trait, str | None]) -> bool:
        """Whether an incident with these traits meets every condition."""
        return all(traits.get(trait) in values for trait, values in self.conditions)


class RuleBook(NamedTuple):
    """One published version of the ordered list of rules; number 0 is the empty list of a desk without rules."""

    number: int
    rules: tuple[Rule, ...]

    def rule(self, key: str) -> Rule | None:
        """The rule of this key in this version."""
        return next((rule for rule in self.rules if rule.key == key), None)

    def set_off_by(self, *kinds: TriggerKind) -> tuple[Rule, ...]:
        """The enabled rules with one of these triggers, in their order."""
        return tuple(rule for rule in self.rules if rule.enabled and rule.trigger.kind in kinds)


NO_RULES = RuleBook(0, ())


def raised_priority(action: Action, priority: int) -> int:
    """The priority after a RAISE_PRIORITY step: 1 is the highest, and it never sinks."""
    return max(1, priority - 1) if action.priority is None else min(priority, action.priority)
