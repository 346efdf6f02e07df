"""The rules that a new desk begins with; every one can be changed or taken off.

The shape follows product research 3.5 and 3.7: whoever works on it hears first, whoever leads hears before it is due,
and what is due and not done goes up one level at a time until somebody acknowledges it. They listen to 100 % and not
to the breach itself, because policies watch 50, 75, 90 and 100 % unless somebody says otherwise.
"""

from app.domain.escalation.rules import (
    Action,
    ActionKind,
    Recipient,
    RecipientKind,
    Rule,
    RuleStep,
    Trigger,
    TriggerKind,
)
from app.domain.escalation.words import Level
from app.domain.instants import HOUR, MINUTE
from app.domain.sla.policy import Clock, Condition, Trait
from app.domain.sla.thresholds import Threshold, percent

_TOP = (Condition(Trait.PRIORITY, frozenset({"1"})),)
_HIGH = (Condition(Trait.PRIORITY, frozenset({"1", "2"})),)
_REST = (Condition(Trait.PRIORITY, frozenset({"3", "4", "5"})),)


def _when(clock: Clock, threshold: Threshold) -> Trigger:
    return Trigger(TriggerKind.CLOCK, clock, threshold)


def _tell(*kinds: RecipientKind) -> RuleStep:
    return RuleStep(Action(ActionKind.NOTIFY, tuple(Recipient(kind) for kind in kinds)))


def _up(level: Level, within: int) -> RuleStep:
    return RuleStep(Action(ActionKind.RAISE_LEVEL, level=level, acknowledge_within=within))


def default_rules() -> tuple[Rule, ...]:
    """The ordered rules of a new desk."""
    assignee, group, lead = RecipientKind.ASSIGNEE, RecipientKind.GROUP, RecipientKind.LEAD
    return (
        Rule(
            "p1-nobody", "P1 without an assignee", Trigger(TriggerKind.UNASSIGNED, after=5 * MINUTE),
            (_tell(group, lead),), _TOP,
        ),
        Rule(
            "p2-nobody", "P2 without an assignee", Trigger(TriggerKind.UNASSIGNED, after=20 * MINUTE),
            (_tell(group),), (Condition(Trait.PRIORITY, frozenset({"2"})),),
        ),
        Rule("response-75", "Response soon due", _when(Clock.RESPONSE, percent(75)), (_tell(assignee, group),)),
        Rule(
            "response-due-high", "Response of a P1 or P2 due", _when(Clock.RESPONSE, percent(100)),
            (_up(Level.LEAD, 15 * MINUTE),), _HIGH,
        ),
        Rule("response-due", "Response due", _when(Clock.RESPONSE, percent(100)), (_tell(assignee, lead),), _REST),
        Rule("resolution-75", "Resolution at 75 %", _when(Clock.RESOLUTION, percent(75)), (_tell(assignee),)),
        Rule("resolution-90", "Resolution at 90 %", _when(Clock.RESOLUTION, percent(90)), (_tell(assignee, lead),)),
        Rule(
            "resolution-due-high", "Resolution of a P1 or P2 due", _when(Clock.RESOLUTION, percent(100)),
            (_tell(assignee), _up(Level.LEAD, 15 * MINUTE)), _HIGH,
        ),
        Rule(
            "resolution-due", "Resolution due", _when(Clock.RESOLUTION, percent(100)),
            (_tell(assignee), _up(Level.LEAD, 4 * HOUR)), _REST,
        ),
        Rule("update-due", "Update due", _when(Clock.UPDATE, percent(100)), (_tell(assignee),)),
        Rule(
            "hold-passed", "Hold over for a day", Trigger(TriggerKind.HOLD_PASSED, after=24 * HOUR),
            (_tell(assignee, lead),),
        ),
        Rule("reopened-twice", "Reopened for the second time", Trigger(TriggerKind.REOPENED, times=2), (_tell(lead),)),
        Rule(
            "moved-often", "Moved between groups three times", Trigger(TriggerKind.REASSIGNED, times=3),
            (_tell(lead),),
        ),
    )  # fmt: skip
