"""Rules as sentences, in parts: the builder of the window shows each part with a slot as a choice."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.domain.escalation.rules import Action, ActionKind, Recipient, RecipientKind, Rule, Trigger, TriggerKind
from app.domain.escalation.words import Level
from app.domain.instants import DAY, HOUR, MINUTE, SECOND
from app.domain.sla.policy import Clock, Condition, Trait
from app.domain.sla.thresholds import Measure, Threshold

Names = Mapping[str, str]
"""What is shown for the identifiers of groups, people, services, sites and categories."""


class Part(NamedTuple):
    """A piece of a sentence.

    `slot` says what a person may choose here: "" for the words between, else "trigger", "condition", "after",
    "action" or "acknowledge". `number` tells which condition or which step it belongs to, from 0.
    """

    text: str
    slot: str = ""
    number: int = 0


def duration_words(micros: int) -> str:
    """A duration as people write it: "2 days", "1 h 30 min", "45 s"."""
    if micros and micros % DAY == 0:
        days = micros // DAY
        return f"{days} day{'s' if days > 1 else ''}"
    hours, rest = divmod(micros, HOUR)
    minutes, seconds = rest // MINUTE, rest % MINUTE // SECOND
    words = [f"{hours} h"] if hours else []
    words += [f"{minutes} min"] if minutes or not (hours or seconds) else []
    words += [f"{seconds} s"] if seconds else []
    return " ".join(words)


def threshold_words(threshold: Threshold) -> str:
    """The end of "when the resolution clock ...": "reaches 75 %", "is 30 min before due", "breaches"."""
    if threshold.measure is Measure.BREACH:
        return "is breached"
    if threshold.measure is Measure.SHARE:
        return f"reaches {threshold.key[:-1]} %"
    side = "before" if threshold.amount < 0 else "after"
    return f"is {duration_words(abs(threshold.amount))} {side} due"


def reached_words(clock: Clock, threshold: Threshold) -> str:
    """What has happened when a threshold was reached: "the resolution clock reached 75 %"."""
    words = threshold_words(threshold).replace("reaches", "reached")
    return f"the {clock.label.lower()} clock {words.replace('is breached', 'was breached')}"


def trigger_words(trigger: Trigger) -> str:
    """What sets the rule off, to stand after "When"."""
    if trigger.kind is TriggerKind.CLOCK and trigger.clock is not None and trigger.threshold is not None:
        return f"the {trigger.clock.label.lower()} clock {threshold_words(trigger.threshold)}"
    if trigger.kind is TriggerKind.UNASSIGNED:
        return f"nobody is assigned for {duration_words(trigger.after)}"
    if trigger.kind is TriggerKind.HOLD_PASSED:
        late = f" for {duration_words(trigger.after)}" if trigger.after else ""
        return f"a hold has been over{late} and nobody resumed"
    verb = "reopened" if trigger.kind is TriggerKind.REOPENED else "moved to another group"
    return f"it is {verb} for the {_ordinal(trigger.times)} time"


def condition_words(condition: Condition, names: Names) -> str:
    """One condition: "priority is 1 or 2", "the caller is a VIP"."""
    if condition.trait is Trait.VIP:
        return "the caller is a VIP" if condition.values == {"yes"} else "the caller is no VIP"
    shown = sorted(names.get(value, value) for value in condition.values)
    return f"{condition.trait.label.lower()} is {_any_of(shown)}"


def action_words(action: Action, names: Names) -> str:
    """What a step does, as an order: "notify the assignee and the lead"."""
    if action.kind is ActionKind.NOTIFY:
        return f"notify {_all_of(recipient_words(each, names) for each in action.recipients)}"
    if action.kind is ActionKind.REASSIGN:
        return "move it to the next tier" if action.group_id is None else f"move it to {_name(action.group_id, names)}"
    if action.kind is ActionKind.RAISE_PRIORITY:
        return "raise the priority by one" if action.priority is None else f"raise the priority to {action.priority}"
    if action.kind is ActionKind.RAISE_LEVEL:
        return f"escalate to {(action.level or Level.LEAD).long_label}"
    return "propose a major incident"


def recipient_words(recipient: Recipient, names: Names) -> str:
    """Whom a step tells: "the assignee", "Dana Vos"."""
    if recipient.kind is RecipientKind.NAMED_GROUP:
        return f"the group {_name(recipient.id, names)}"
    return _name(recipient.id, names) if recipient.kind is RecipientKind.PERSON else f"the {recipient.kind.value}"


def parts(rule: Rule, names: Names) -> tuple[Part, ...]:
    """The sentence of a rule in parts; put together they are `sentence`."""
    found = [Part("When "), Part(trigger_words(rule.trigger), "trigger")]
    for number, condition in enumerate(rule.conditions):
        found += [Part(" and "), Part(condition_words(condition, names), "condition", number)]
    for number, (action, after) in enumerate(rule.steps):
        found.append(Part(", then " if not number else "; "))
        if after:
            found += [Part(f"after {duration_words(after)}", "after", number), Part(" ")]
        found.append(Part(action_words(action, names), "action", number))
        if action.acknowledge_within is not None:
            within = f"to be acknowledged in {duration_words(action.acknowledge_within)}"
            found += [Part(", "), Part(within, "acknowledge", number)]
    return (*found, Part("."))


def sentence(rule: Rule, names: Names) -> str:
    """The rule in one sentence."""
    return "".join(part.text for part in parts(rule, names))


def _name(identifier: str | None, names: Names) -> str:
    return names.get(identifier or "", "somebody who is gone")


def _all_of(words: Iterable[str]) -> str:
    return _listed(list(words), "and")


def _any_of(words: Iterable[str]) -> str:
    return _listed(list(words), "or")


def _listed(words: list[str], last: str) -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def _ordinal(number: int) -> str:
    tail = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"
