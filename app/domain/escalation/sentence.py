"""Rules as sentences, in parts: the builder of the window shows each part with a slot as a choice."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.domain.escalation.rules import Action, ActionKind, Recipient, RecipientKind, Rule, Trigger, TriggerKind
from app.domain.escalation.words import Level
from app.domain.instants import DAY, HOUR, MINUTE, SECOND
from app.domain.sla.policy import Clock, Condition, Trait
from app.domain.sla.thresholds import Measure, Threshold
from app.domain.wording import inside, tr, trn

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
        return trn("{n} day", "{n} days", days)
    hours, rest = divmod(micros, HOUR)
    minutes, seconds = rest // MINUTE, rest % MINUTE // SECOND
    words = [f"{hours} h"] if hours else []
    words += [tr("{minutes} min", minutes=minutes)] if minutes or not (hours or seconds) else []
    words += [f"{seconds} s"] if seconds else []
    return " ".join(words)


def threshold_words(threshold: Threshold) -> str:
    """The end of "when the resolution clock ...": "reaches 75 %", "is 30 min before due", "breaches"."""
    if threshold.measure is Measure.BREACH:
        return tr("is breached")
    if threshold.measure is Measure.SHARE:
        return tr("reaches {share} %", share=threshold.key[:-1])
    length = duration_words(abs(threshold.amount))
    return (
        tr("is {length} before due", length=length)
        if threshold.amount < 0
        else tr("is {length} after due", length=length)
    )


def reached_words(clock: Clock, threshold: Threshold) -> str:
    """What has happened when a threshold was reached: "the resolution clock reached 75 %"."""
    name = inside(clock.label)
    if threshold.measure is Measure.BREACH:
        return tr("the {clock} clock was breached", clock=name)
    if threshold.measure is Measure.SHARE:
        return tr("the {clock} clock reached {share} %", clock=name, share=threshold.key[:-1])
    return tr("the {clock} clock {what}", clock=name, what=threshold_words(threshold))


def trigger_words(trigger: Trigger) -> str:
    """What sets the rule off, to stand after "When"."""
    if trigger.kind is TriggerKind.CLOCK and trigger.clock is not None and trigger.threshold is not None:
        return tr(
            "the {clock} clock {what}", clock=inside(trigger.clock.label), what=threshold_words(trigger.threshold)
        )
    if trigger.kind is TriggerKind.UNASSIGNED:
        return tr("nobody is assigned for {length}", length=duration_words(trigger.after))
    if trigger.kind is TriggerKind.HOLD_PASSED:
        late = tr(" for {length}", length=duration_words(trigger.after)) if trigger.after else ""
        return tr("a hold has been over{late} and nobody resumed", late=late)
    time = _ordinal(trigger.times)
    if trigger.kind is TriggerKind.REOPENED:
        return tr("it is reopened for the {ordinal} time", ordinal=time)
    return tr("it is moved to another group for the {ordinal} time", ordinal=time)


def condition_words(condition: Condition, names: Names) -> str:
    """One condition: "priority is 1 or 2", "the caller is a VIP"."""
    if condition.trait is Trait.VIP:
        return tr("the caller is a VIP") if condition.values == {"yes"} else tr("the caller is no VIP")
    shown = sorted(names.get(value, value) for value in condition.values)
    return tr("{trait} is {values}", trait=inside(condition.trait.label), values=_any_of(shown))


def action_words(action: Action, names: Names) -> str:
    """What a step does, as an order: "notify the assignee and the lead"."""
    if action.kind is ActionKind.NOTIFY:
        return tr("notify {names}", names=_all_of(recipient_words(each, names) for each in action.recipients))
    if action.kind is ActionKind.REASSIGN:
        return (
            tr("move it to the next tier")
            if action.group_id is None
            else tr("move it to {group}", group=_name(action.group_id, names))
        )
    if action.kind is ActionKind.RAISE_PRIORITY:
        return (
            tr("raise the priority by one")
            if action.priority is None
            else tr("raise the priority to {priority}", priority=action.priority)
        )
    if action.kind is ActionKind.RAISE_LEVEL:
        return tr("escalate to {level}", level=(action.level or Level.LEAD).long_label)
    return tr("propose a major incident")


def recipient_words(recipient: Recipient, names: Names) -> str:
    """Whom a step tells: "the assignee", "Dana Vos"."""
    if recipient.kind is RecipientKind.NAMED_GROUP:
        return tr("the group {name}", name=_name(recipient.id, names))
    if recipient.kind is RecipientKind.PERSON:
        return _name(recipient.id, names)
    return recipient.kind.in_words


def parts(rule: Rule, names: Names) -> tuple[Part, ...]:
    """The sentence of a rule in parts; put together they are `sentence`."""
    found = [Part(tr("When ")), Part(trigger_words(rule.trigger), "trigger")]
    for number, condition in enumerate(rule.conditions):
        found += [Part(tr(" and ")), Part(condition_words(condition, names), "condition", number)]
    for number, (action, after) in enumerate(rule.steps):
        found.append(Part(tr(", then ") if not number else "; "))
        if after:
            found += [
                Part(tr("after {length}", length=duration_words(after)), "after", number),
                Part(" "),
            ]
        found.append(Part(action_words(action, names), "action", number))
        if action.acknowledge_within is not None:
            within = tr("to be acknowledged in {length}", length=duration_words(action.acknowledge_within))
            found += [Part(", "), Part(within, "acknowledge", number)]
    return (*found, Part("."))


def sentence(rule: Rule, names: Names) -> str:
    """The rule in one sentence."""
    return "".join(part.text for part in parts(rule, names))


def _name(identifier: str | None, names: Names) -> str:
    return names.get(identifier or "", tr("somebody who is gone"))


def _all_of(words: Iterable[str]) -> str:
    return _listed(list(words), tr("and"))


def _any_of(words: Iterable[str]) -> str:
    return _listed(list(words), tr("or"))


def _listed(words: list[str], last: str) -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def _ordinal(number: int) -> str:
    if number % 10 == 1 and number % 100 != 11:
        return tr("{number}st", number=number)
    if number % 10 == 2 and number % 100 != 12:
        return tr("{number}nd", number=number)
    if number % 10 == 3 and number % 100 != 13:
        return tr("{number}rd", number=number)
    return tr("{number}th", number=number)
