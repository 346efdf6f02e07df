"""Rules that set each other off for ever are found, judged by playing incidents that nobody ever takes."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from app.domain.escalation.check import check_rules
from app.domain.escalation.loops import Loop, find_loop
from app.domain.escalation.rules import Action, ActionKind, Rule, RuleStep, Trigger, TriggerKind, raised_priority
from app.domain.instants import MINUTE
from app.domain.sla.policy import Condition, Trait

TIERS = {"desk": 1, "field": 1, "net": 2, "core": 3}
NAMES = {group: group.capitalize() for group in TIERS}


def mover(key: str, to: str | None, *, minutes: int = 10, raises: int | None = None, **wanted: Sequence[str]) -> Rule:
    """A rule that moves what nobody takes; `wanted` are its conditions by trait."""
    steps = [] if raises is None else [RuleStep(Action(ActionKind.RAISE_PRIORITY, priority=raises))]
    conditions = tuple(Condition(Trait(trait), frozenset(values)) for trait, values in wanted.items())
    trigger = Trigger(TriggerKind.UNASSIGNED, after=minutes * MINUTE)
    return Rule(key, f"Rule {key}", trigger, (*steps, RuleStep(Action(ActionKind.REASSIGN, group_id=to))), conditions)


def test_two_rules_that_throw_an_incident_back_and_forth() -> None:
    there, back = mover("there", "net", group=["desk"]), mover("back", "desk", group=["net"])
    assert find_loop((there, back), TIERS) == Loop(("there", "back"), ("desk", "net"))
    (finding,) = check_rules((there, back), TIERS, NAMES)
    assert finding.rule_keys == ("there", "back")
    assert "“Rule there”, then “Rule back”" in finding.sentence
    assert "Desk → Net → Desk" in finding.sentence


def test_one_rule_that_sends_up_and_one_that_sends_down() -> None:
    loop = find_loop((mover("up", None), mover("down", "desk", group=["core"])), TIERS)
    assert loop is not None
    assert set(loop.rule_keys) == {"up", "down"}


@pytest.mark.parametrize(
    "rules",
    [
        (),
        (mover("up", None),),
        (mover("all", "net"),),
        (mover("one", "net", group=["desk"], priority=["1"]), mover("two", "desk", group=["net"], priority=["2"])),
        (mover("one", "net", group=["desk"], vip=["yes"]), mover("two", "desk", group=["net"], vip=["no"])),
        (mover("one", "net", group=["desk"], service=["a"]), mover("two", "desk", group=["net"], service=["b", "c"])),
        # The move raises to priority 1 first, where the way back is not open.
        (mover("one", "net", group=["desk"], raises=1), mover("two", "desk", group=["net"], priority=["3"])),
    ],
)
def test_what_ends_by_itself_is_no_loop(rules: tuple[Rule, ...]) -> None:
    assert find_loop(rules, TIERS) is None


def test_a_rule_that_is_switched_off_chases_nobody() -> None:
    there, back = mover("there", "net", group=["desk"]), mover("back", "desk", group=["net"])
    off = Rule(back.key, back.name, back.trigger, back.steps, back.conditions, enabled=False)
    assert find_loop((there, off), TIERS) is None


def test_a_raise_after_the_move_does_not_break_the_circle() -> None:
    late = RuleStep(Action(ActionKind.RAISE_PRIORITY, priority=1), 60 * MINUTE)
    there = mover("there", "net", group=["desk"])
    there = Rule(there.key, there.name, there.trigger, (*there.steps, late), there.conditions)
    assert find_loop((there, mover("back", "desk", group=["net"])), TIERS) is not None


def some(values: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(list(values)), min_size=1, max_size=3, unique=True)


@st.composite
def rule_sets(draw: st.DrawFn) -> tuple[Rule, ...]:
    """Up to five rules that move unassigned incidents, with conditions of every trait that matters."""
    rules = []
    for number in range(draw(st.integers(1, 5))):
        wanted = {
            "group": draw(st.none() | some(tuple(TIERS))),
            "priority": draw(st.none() | some(("1", "2", "3"))),
            "vip": draw(st.none() | some(("yes", "no"))),
            "service": draw(st.none() | some(("mail", "print"))),
        }
        rules.append(
            mover(
                str(number),
                draw(st.none() | st.sampled_from(tuple(TIERS))),
                minutes=draw(st.integers(1, 4)),
                raises=draw(st.none() | st.integers(1, 3)),
                **{trait: values for trait, values in wanted.items() if values is not None},
            )
        )
    return tuple(rules)


def moves_until_rest(rules: Sequence[Rule], traits: dict[Trait, str | None], most: int) -> int:
    """How often an incident that nobody takes is moved; the shortest wait acts first, in each group anew."""
    moves = 0
    while moves < most:
        fits = [rule for rule in rules if rule.matches(traits)]
        before = traits[Trait.GROUP]
        for rule in sorted(fits, key=lambda rule: rule.trigger.after):
            for step in rule.steps:
                act(step.action, traits)
            if traits[Trait.GROUP] != before:
                break
        if traits[Trait.GROUP] == before:
            return moves
        moves += 1
    return moves


def act(action: Action, traits: dict[Trait, str | None]) -> None:
    if action.kind is ActionKind.RAISE_PRIORITY:
        traits[Trait.PRIORITY] = str(raised_priority(action, int(traits[Trait.PRIORITY] or 9)))
    elif action.group_id is not None:
        traits[Trait.GROUP] = action.group_id
    else:
        above = sorted((tier, group) for group, tier in TIERS.items() if tier > TIERS[traits[Trait.GROUP] or "desk"])
        traits[Trait.GROUP] = above[0][1] if above else traits[Trait.GROUP]


KINDS = tuple(itertools.product(TIERS, ("1", "2", "3", "4"), ("yes", "no"), ("mail", "print", "other")))
MOST = 4 * 9 * len(TIERS)


@settings(max_examples=60)
@given(rule_sets())
def test_rules_that_pass_let_every_incident_come_to_rest(rules: tuple[Rule, ...]) -> None:
    loop = find_loop(rules, TIERS)
    event("refused" if loop else "passed")
    for group, priority, vip, service in KINDS:
        traits: dict[Trait, str | None] = {
            Trait.GROUP: group,
            Trait.PRIORITY: priority,
            Trait.VIP: vip,
            Trait.SERVICE: service,
        }
        moves = moves_until_rest(rules, traits, MOST)
        assert loop is not None or moves < MOST, f"nobody's incident moved {moves} times"


@settings(max_examples=60)
@given(rule_sets())
def test_a_loop_that_is_found_can_be_walked(rules: tuple[Rule, ...]) -> None:
    """Some kind of incident can really go round the groups of the loop by the rules that it names."""
    loop = find_loop(rules, TIERS)
    if loop is None:
        return
    by_key = {rule.key: rule for rule in rules}
    assert any(goes_round(loop, by_key, kind) for kind in KINDS)


def goes_round(loop: Loop, rules: dict[str, Rule], kind: tuple[str, str, str, str]) -> bool:
    _, priority, vip, service = kind
    ends = [*loop.group_ids[1:], loop.group_ids[0]]
    for key, group, end in zip(loop.rule_keys, loop.group_ids, ends, strict=True):
        traits: dict[Trait, str | None] = {
            Trait.GROUP: group,
            Trait.PRIORITY: priority,
            Trait.VIP: vip,
            Trait.SERVICE: service,
        }
        if not rules[key].matches(traits):
            return False
        for step in rules[key].steps:
            act(step.action, traits)
        if traits[Trait.PRIORITY] != priority or TIERS[traits[Trait.GROUP] or "desk"] != TIERS[end]:
            return False
    return True
