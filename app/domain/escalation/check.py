"""What is wrong with a list of rules before it is published, in sentences that name the rule."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.domain.errors import Missing, Refused
from app.domain.escalation.loops import Loop, find_loop
from app.domain.escalation.rules import Action, ActionKind, RecipientKind, Rule, Trigger, TriggerKind
from app.domain.escalation.sentence import reached_words
from app.domain.instants import DAY, MINUTE
from app.domain.sla.policy import Clock
from app.domain.sla.thresholds import Threshold
from app.domain.text import is_blank
from app.domain.wording import inside, quoted, tr

MOST_RULES = 200
LONGEST = 30 * DAY
"""No delay of a rule is longer."""


class Finding(NamedTuple):
    """Something about rules: the rules it is about, by key, the field of the form, and a sentence."""

    rule_keys: tuple[str, ...]
    field: str
    sentence: str


def check_rules(rules: Sequence[Rule], tiers: Mapping[str, int], names: Mapping[str, str]) -> tuple[Finding, ...]:
    """Everything that is wrong with the rules; `tiers` holds the tier of every group in use, `names` what is shown."""
    found: list[Finding] = []
    if len(rules) > MOST_RULES:
        found.append(
            Finding(
                (),
                "rules",
                tr(
                    "There are {count} rules, {most_rules} are the most. Join some.",
                    count=len(rules),
                    most_rules=MOST_RULES,
                ),
            )
        )
    found += _doubled(rules)
    for rule in rules:
        found += _unclear(rule)
        found += _trigger(rule, rule.trigger)
        found += _steps(rule)
    loop = find_loop(rules, tiers)
    if loop is not None:
        found.append(_chase(loop, rules, names))
    return tuple(found)


def unwatched(rules: Sequence[Rule], watched: Collection[tuple[Clock, Threshold]]) -> tuple[Finding, ...]:
    """Rules that wait for a threshold which no policy watches; they may be published, and act once one does."""
    found = []
    for rule in rules:
        clock, threshold = rule.trigger.clock, rule.trigger.threshold
        if clock is not None and threshold is not None and (clock, threshold) not in watched:
            end = tr(
                "waits until {reached_words}, which no policy watches. Add it to a policy.",
                reached_words=reached_words(clock, threshold),
            )
            found.append(_about(rule, "trigger", end))
    return tuple(found)


def refuse_bad_rules(rules: Sequence[Rule], tiers: Mapping[str, int], names: Mapping[str, str]) -> None:
    """Pass, or `Refused` with everything that is wrong."""
    found = check_rules(rules, tiers, names)
    if found:
        raise Refused("", tuple(Missing(item.field, item.sentence) for item in found))


def _doubled(rules: Sequence[Rule]) -> Iterator[Finding]:
    for field in ("key", "name"):
        seen: set[str] = set()
        for rule in rules:
            value = getattr(rule, field).casefold()
            if value in seen:
                yield Finding(
                    (rule.key,),
                    field,
                    tr("Two rules are called “{name}”. Rename one.", name=getattr(rule, field)),
                )
            seen.add(value)


def _unclear(rule: Rule) -> Iterator[Finding]:
    if is_blank(rule.name) or not 1 <= len(rule.key) <= 64:
        yield Finding((rule.key,), "name", tr("A rule has no name. Give it one that says what it is for."))
    for condition in rule.conditions:
        if not condition.values:
            wanted = inside(condition.trait.label)
            yield _about(
                rule,
                "conditions",
                tr("asks for no {wanted} at all, so it would never apply. Choose one.", wanted=wanted),
            )


def _trigger(rule: Rule, trigger: Trigger) -> Iterator[Finding]:
    if trigger.kind is TriggerKind.CLOCK and (trigger.clock is None or trigger.threshold is None):
        yield _about(rule, "trigger", tr("does not say which clock reaches what. Choose both."))
    if trigger.kind is TriggerKind.UNASSIGNED and not MINUTE <= trigger.after <= LONGEST:
        yield _about(rule, "trigger", tr("must wait 1 minute to 30 days for somebody to be assigned."))
    if trigger.kind is TriggerKind.HOLD_PASSED and not 0 <= trigger.after <= LONGEST:
        yield _about(rule, "trigger", tr("must wait 0 to 30 days after the end of a hold."))
    if trigger.kind in {TriggerKind.REOPENED, TriggerKind.REASSIGNED} and not 1 <= trigger.times <= 99:
        yield _about(rule, "trigger", tr("must name a number of times from 1 to 99."))


def _steps(rule: Rule) -> Iterator[Finding]:
    if not rule.steps:
        yield _about(rule, "steps", tr("does nothing. Add a step."))
    delays = [step.after for step in rule.steps]
    if delays != sorted(delays) or any(not 0 <= delay <= LONGEST for delay in delays):
        yield _about(
            rule, "steps", tr("has steps out of order. Delays count from the occasion, at most 30 days, rising.")
        )
    for step in rule.steps:
        sentence = _wrong(step.action)
        if sentence:
            yield _about(rule, "steps", sentence)


def _wrong(action: Action) -> str:
    within = action.acknowledge_within
    if within is not None and not MINUTE <= within <= LONGEST:
        return tr("must give 1 minute to 30 days for the acknowledgement.")
    if action.kind is ActionKind.NOTIFY:
        if not action.recipients:
            return tr("notifies nobody. Choose whom.")
        named = {RecipientKind.PERSON, RecipientKind.NAMED_GROUP}
        if any(kind in named and not who for kind, who in action.recipients):
            return tr("does not say which person or group it notifies. Choose.")
    if action.kind is ActionKind.RAISE_LEVEL and action.level is None:
        return tr("does not say to which level it escalates. Choose lead, manager or head.")
    if action.kind is ActionKind.RAISE_PRIORITY and action.priority is not None and not 1 <= action.priority <= 9:
        return tr(
            "raises the priority to {priority}, which is not on the scale. Choose 1 to 9.", priority=action.priority
        )
    return ""


def _chase(loop: Loop, rules: Sequence[Rule], names: Mapping[str, str]) -> Finding:
    titles = {rule.key: rule.name for rule in rules}
    chain = tr(", then ").join(quoted(titles[key]) for key in loop.rule_keys)
    around = " → ".join(names.get(group, group) for group in (*loop.group_ids, loop.group_ids[0]))
    sentence = tr(
        "These rules would set each other off for ever: {chain}. An incident that nobody takes would go round "
        "{around}. Add a condition to one of them, or let it notify instead of moving the incident.",
        chain=chain,
        around=around,
    )
    return Finding(loop.rule_keys, "rules", sentence)


def _about(rule: Rule, field: str, end: str) -> Finding:
    return Finding((rule.key,), field, tr("The rule “{rule}” {end}", rule=rule.name, end=end))
