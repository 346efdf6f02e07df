"""Whether rules can set each other off for ever.

What a rule does can set off others: a move to a group takes the assignee away, so a rule for unassigned incidents of
that group begins to wait, and may move the incident on. Everything else ends by itself: a threshold fires once for each
target, a hold is over once, a number of reopenings or moves is reached once, and a priority only rises. So an endless
chase is a circle of moves between groups that unassigned incidents of one kind can go round, at a priority that none
of the moving rules raises any further.

The check looks for such a circle among all moves that *may* happen, so it may refuse a set of rules whose delays would
never let it come to the chase; it never lets a chase through.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from app.domain.escalation.rules import Action, ActionKind, Rule, TriggerKind, raised_priority
from app.domain.sla.policy import Trait

Traits = dict[Trait, str | None]
_OTHER = "\N{REPLACEMENT CHARACTER} any other"
_LOWEST = 9


class Loop(NamedTuple):
    """A chase: the keys of the rules in the order in which they act, and the groups that the incident goes round."""

    rule_keys: tuple[str, ...]
    group_ids: tuple[str, ...]


class _Move(NamedTuple):
    rule_key: str
    to: str


def find_loop(rules: Sequence[Rule], tiers: Mapping[str, int]) -> Loop | None:
    """The first chase that the rules allow among the groups with these tiers, or None."""
    movers = [
        rule for rule in rules if rule.enabled and rule.trigger.kind is TriggerKind.UNASSIGNED and any(_moves(rule))
    ]
    if not movers:
        return None
    for traits in _kinds(movers):
        loop = _circle({group: list(_ways_out(movers, traits, group, tiers)) for group in tiers})
        if loop is not None:
            return loop
    return None


def _moves(rule: Rule) -> Iterator[tuple[Action, tuple[Action, ...]]]:
    """Each move of a rule, with what the rule has done before it."""
    actions = tuple(step.action for step in rule.steps)
    for number, action in enumerate(actions):
        if action.kind is ActionKind.REASSIGN:
            yield action, actions[:number]


def _kinds(rules: Sequence[Rule]) -> Iterator[Traits]:
    """Every kind of incident that the conditions of the rules tell apart, groups aside; one example of each."""
    wanted: dict[Trait, set[str]] = {}
    for rule in rules:
        for trait, values in rule.conditions:
            if trait not in {Trait.GROUP, Trait.PRIORITY}:
                wanted.setdefault(trait, {_OTHER}).update(values)
    examples = {trait: _told_apart(rules, trait, values) for trait, values in wanted.items()}
    examples[Trait.PRIORITY] = [str(number) for number in range(1, _LOWEST + 1)]
    for chosen in product(*examples.values()):
        yield dict(zip(examples, chosen, strict=True))


def _told_apart(rules: Sequence[Rule], trait: Trait, values: set[str]) -> list[str]:
    """One value of each set of values that no condition tells apart; catalogues are long and rules are few."""
    found: dict[tuple[bool, ...], str] = {}
    for value in sorted(values):
        accepted = tuple(value in each for rule in rules for named, each in rule.conditions if named is trait)
        found.setdefault(accepted, value)
    return list(found.values())


def _ways_out(rules: Sequence[Rule], traits: Traits, group: str, tiers: Mapping[str, int]) -> Iterator[_Move]:
    """The moves that unassigned incidents of one kind may make from a group, at a priority that stays as it is."""
    here: Traits = {**traits, Trait.GROUP: group}
    for rule in rules:
        if not rule.matches(here):
            continue
        for action, before in _moves(rule):
            # What raises the priority before the move leaves this kind of incident for good: no circle comes back.
            if _keeps_priority(before, traits):
                yield from (_Move(rule.key, to) for to in _targets(action, group, tiers) if to != group)


def _keeps_priority(actions: Sequence[Action], traits: Traits) -> bool:
    priority = int(traits[Trait.PRIORITY] or _LOWEST)
    raises = [action for action in actions if action.kind is ActionKind.RAISE_PRIORITY]
    return all(raised_priority(action, priority) == priority for action in raises)


def _targets(action: Action, group: str, tiers: Mapping[str, int]) -> list[str]:
    if action.group_id is not None:
        return [action.group_id] if action.group_id in tiers else []
    above = [tier for tier in tiers.values() if tier > tiers[group]]
    return [other for other, tier in tiers.items() if above and tier == min(above)]


def _circle(ways: Mapping[str, Sequence[_Move]]) -> Loop | None:
    """A way through the moves that comes back to where it was, found depth first."""
    done: set[str] = set()
    for start in ways:
        if start in done:
            continue
        path: list[tuple[str, str]] = []  # the group, and the rule that moves on from it
        open_groups: list[str] = [start]
        pending = [iter(ways[start])]
        while pending:
            move = next(pending[-1], None)
            if move is None:
                pending.pop()
                done.add(open_groups.pop())
                if path:
                    path.pop()
            elif move.to in open_groups:
                first = open_groups.index(move.to)
                keys = [rule_key for _, rule_key in path[first:]] + [move.rule_key]
                return Loop(tuple(keys), tuple(open_groups[first:]))
            elif move.to not in done:
                path.append((open_groups[-1], move.rule_key))
                open_groups.append(move.to)
                pending.append(iter(ways[move.to]))
    return None
