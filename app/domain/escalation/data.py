"""Rules as plain data for the database and for files, and back; `BadInput` names the rule and what is wrong in it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.errors import BadInput
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
from app.domain.sla.thresholds import BREACH, Measure, Threshold, percent
from app.domain.wording import tr

_OFFSET = re.compile(r"([+-])(\d+)(h|m|us)")
_UNITS = {"h": HOUR, "m": MINUTE, "us": 1}


def threshold_from_key(key: str) -> Threshold:
    """The threshold whose `key` this is: "75%", "-30m", "+2h", "breach"."""
    if key == "breach":
        return BREACH
    if key.endswith("%"):
        return percent(key[:-1])
    match = _OFFSET.fullmatch(key)
    if match is None:
        raise BadInput(
            tr("{key} is no threshold. Give a percentage, a time before or after due, or breach.", key=f"{key!r}")
        )
    sign, count, unit = match.groups()
    return Threshold(Measure.OFFSET, int(count) * _UNITS[unit] * (-1 if sign == "-" else 1))


def rules_to_data(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """The plain data that `rules_from_data` reads back to equal rules."""
    return [
        {
            "key": rule.key,
            "name": rule.name,
            "enabled": rule.enabled,
            "when": _trigger_data(rule.trigger),
            "if": [{"trait": trait.value, "values": sorted(values)} for trait, values in rule.conditions],
            "then": [{"after": step.after, **_action_data(step.action)} for step in rule.steps],
        }
        for rule in rules
    ]


def rules_from_data(data: object) -> tuple[Rule, ...]:
    """The rules of plain data, in their order."""
    if not isinstance(data, list):
        raise BadInput(tr("Escalation rules are a list."))
    return tuple(_rule(number, item) for number, item in enumerate(data, 1))


def _trigger_data(trigger: Trigger) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": trigger.kind.value}
    if trigger.clock is not None:
        data["clock"] = trigger.clock.value
    if trigger.threshold is not None:
        data["threshold"] = trigger.threshold.key
    if trigger.after:
        data["after"] = trigger.after
    if trigger.times:
        data["times"] = trigger.times
    return data


def _action_data(action: Action) -> dict[str, Any]:
    data: dict[str, Any] = {"do": action.kind.value}
    if action.recipients:
        data["to"] = [{"kind": kind.value} | ({"id": who} if who else {}) for kind, who in action.recipients]
    for name in ("group_id", "priority", "acknowledge_within"):
        value = getattr(action, name)
        if value is not None:
            data[name] = value
    if action.level is not None:
        data["level"] = action.level.value
    return data


def _rule(number: int, item: Any) -> Rule:
    where = f"Rule {number}"
    try:
        return Rule(
            key=str(item["key"]),
            name=str(item["name"]),
            trigger=_trigger(item["when"]),
            steps=tuple(RuleStep(_action(step), int(step.get("after", 0))) for step in item["then"]),
            conditions=tuple(
                Condition(Trait(each["trait"]), frozenset(str(value) for value in each["values"]))
                for each in item.get("if", ())
            ),
            enabled=bool(item.get("enabled", True)),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise BadInput(tr("{where} cannot be read: {error}.", where=where, error=error)) from error


def _trigger(data: Mapping[str, Any]) -> Trigger:
    return Trigger(
        TriggerKind(data["kind"]),
        Clock(data["clock"]) if "clock" in data else None,
        threshold_from_key(data["threshold"]) if "threshold" in data else None,
        int(data.get("after", 0)),
        int(data.get("times", 0)),
    )


def _action(data: Mapping[str, Any]) -> Action:
    priority, within = data.get("priority"), data.get("acknowledge_within")
    return Action(
        ActionKind(data["do"]),
        tuple(Recipient(RecipientKind(each["kind"]), each.get("id")) for each in data.get("to", ())),
        data.get("group_id"),
        None if priority is None else int(priority),
        Level(data["level"]) if "level" in data else None,
        None if within is None else int(within),
    )
