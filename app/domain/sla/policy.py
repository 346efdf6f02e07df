"""Policies: what is promised, for which incidents, and what makes a clock stand still.

A policy version is a value that never changes. Targets are opening time in microseconds of the policy's calendar; a
"day" is no unit here, because it means three working days in one product and one in another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from app.domain.errors import BadInput
from app.domain.sla.thresholds import Threshold, needed, percent
from app.domain.vocabulary import HoldReason, Word
from app.domain.wording import inside, tr


class Clock(Word):
    """The three clocks of an incident."""

    RESPONSE = "response"
    RESOLUTION = "resolution"
    UPDATE = "update"


CLOCKS = (Clock.RESPONSE, Clock.RESOLUTION, Clock.UPDATE)

UNSTATED = "unstated"
"""The hold reason of a record that does not give one, such as an imported one."""

EVERY_REASON = frozenset({*(reason.value for reason in HoldReason), UNSTATED})
DEFAULT_PAUSES: Mapping[Clock, frozenset[str]] = {Clock.RESOLUTION: EVERY_REASON, Clock.UPDATE: EVERY_REASON}
DEFAULT_THRESHOLDS = (percent(50), percent(75), percent(90), percent(100))


class Trait(Word):
    """What a condition may look at."""

    PRIORITY = "priority"
    SERVICE = "service"
    SITE = "site"
    GROUP = "group"
    VIP = "vip"
    CATEGORY = "category"

    @property
    def label(self) -> str:
        """The names people know."""
        return {"vip": tr("VIP"), "group": tr("Assignment group")}.get(self.value, super().label)


class Condition(NamedTuple):
    """One trait has to be one of these values; a yes or no trait has the values "yes" and "no"."""

    trait: Trait
    values: frozenset[str]


class Terms:
    """A policy as it applies at one priority, laid out for the fold: one place for each of `CLOCKS`.

    `needs` are the elapsed times at which the thresholds of the policy's own targets are reached, in rising order, and
    `reached` the thresholds in the same order.
    """

    __slots__ = (
        "needs",
        "pauses",
        "policy",
        "priority",
        "reached",
        "resolved_stops_response",
        "targets",
        "thresholds",
        "update_before_first_response",
    )

    def __init__(self, policy: "Policy | None", priority: str | None) -> None:
        self.policy = policy
        self.priority = priority
        pauses = DEFAULT_PAUSES if policy is None else policy.pauses
        own = {} if policy is None else {**policy.targets, **policy.by_priority.get(priority or "", {})}
        thresholds: Mapping[Clock, tuple[Threshold, ...]] = {} if policy is None else policy.thresholds
        default = () if policy is None else DEFAULT_THRESHOLDS
        self.targets = tuple(own.get(clock) for clock in CLOCKS)
        self.pauses = tuple(pauses.get(clock, frozenset()) for clock in CLOCKS)
        self.thresholds = tuple(thresholds.get(clock, default) for clock in CLOCKS)
        steps = [
            [] if target is None else sorted(((needed(each, target), each) for each in own), key=itemgetter(0))
            for target, own in zip(self.targets, self.thresholds, strict=True)
        ]
        self.needs = tuple(tuple(need for need, _ in each) for each in steps)
        self.reached = tuple(tuple(threshold for _, threshold in each) for each in steps)
        self.resolved_stops_response = policy is None or policy.resolved_stops_response
        self.update_before_first_response = policy is not None and policy.update_before_first_response


@dataclass(frozen=True, slots=True, eq=False)
class Policy:
    """One version of a policy.

    `targets` hold for every priority unless `by_priority` gives another one, or None for no such target. `pauses`
    says for each clock which hold reasons stop it; a clock that is not named never stands still. `calendar_id` None
    keeps the calendar that is in force. Raises `BadInput` for a target that is not above 0.
    """

    policy_id: str
    version: int
    name: str
    targets: Mapping[Clock, int]
    calendar_id: str | None = None
    by_priority: Mapping[str, Mapping[Clock, int | None]] = field(default_factory=dict)
    pauses: Mapping[Clock, frozenset[str]] = field(default_factory=lambda: DEFAULT_PAUSES)
    thresholds: Mapping[Clock, tuple[Threshold, ...]] = field(default_factory=dict)
    conditions: tuple[Condition, ...] = ()
    resolved_stops_response: bool = True
    update_before_first_response: bool = False
    _terms: dict[str | None, Terms] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for targets in (self.targets, *self.by_priority.values()):
            for clock, target in targets.items():
                if target is not None and target <= 0:
                    raise BadInput(
                        tr(
                            "{name}: the {clock} target must be longer than 0. Leave it empty for no such target.",
                            name=self.name,
                            clock=inside(clock.label),
                        ),
                        "targets",
                    )

    def terms(self, priority: str | None) -> Terms:
        """What the policy promises at a priority; the same object each time."""
        found = self._terms.get(priority)
        if found is None:
            found = self._terms[priority] = Terms(self, priority)
        return found

    def matches(self, traits: Mapping[Trait, str | None]) -> bool:
        """Whether an incident with these traits meets every condition."""
        for trait, values in self.conditions:  # noqa: SIM110 - a generator costs twice as much, for every save
            if traits.get(trait) not in values:
                return False
        return True


NO_TERMS = Terms(None, None)
"""What holds without a policy: no targets, and the default pauses, so that elapsed time is defined nevertheless."""


def terms_of(policy: Policy | None, priority: str | None) -> Terms:
    """The terms of a policy at a priority, or those of having none."""
    return NO_TERMS if policy is None else policy.terms(priority)
