"""Rules as data and as sentences, and what is refused before they are published."""

from dataclasses import replace

import pytest

from app.domain.errors import BadInput, Refused
from app.domain.escalation.check import check_rules, refuse_bad_rules
from app.domain.escalation.data import rules_from_data, rules_to_data, threshold_from_key
from app.domain.escalation.preset import default_rules
from app.domain.escalation.rules import (
    Action,
    ActionKind,
    Recipient,
    RecipientKind,
    Rule,
    RuleStep,
    Trigger,
    TriggerKind,
    raised_priority,
)
from app.domain.escalation.sentence import duration_words, parts, sentence
from app.domain.escalation.words import Level
from app.domain.instants import DAY, HOUR, MINUTE, SECOND
from app.domain.sla.policy import Clock, Condition, Trait
from app.domain.sla.thresholds import BREACH, after_due, before_due, percent

NAMES = {"net": "Network", "dana": "Dana Vos", "mail": "E-mail"}
TIERS = {"desk": 1, "net": 2}
WHEN = Trigger(TriggerKind.CLOCK, Clock.RESOLUTION, percent(75))
TELL = RuleStep(Action(ActionKind.NOTIFY, (Recipient(RecipientKind.LEAD),)))
RULE = Rule("one", "Soon due", WHEN, (TELL,))


def test_rules_come_back_from_data_as_they_were() -> None:
    everything = Rule(
        "all",
        "Everything",
        Trigger(TriggerKind.UNASSIGNED, after=90 * MINUTE),
        (
            RuleStep(Action(ActionKind.NOTIFY, (Recipient(RecipientKind.PERSON, "dana"),))),
            RuleStep(Action(ActionKind.REASSIGN, group_id="net", acknowledge_within=HOUR), HOUR),
            RuleStep(Action(ActionKind.RAISE_PRIORITY, priority=2), HOUR),
            RuleStep(Action(ActionKind.RAISE_LEVEL, level=Level.HEAD), 2 * HOUR),
            RuleStep(Action(ActionKind.PROPOSE_MAJOR), DAY),
        ),
        (Condition(Trait.VIP, frozenset({"yes"})),),
        enabled=False,
    )
    rules = (*default_rules(), everything)
    assert rules_from_data(rules_to_data(rules)) == rules


@pytest.mark.parametrize(
    "threshold", [percent(75), percent("99.5"), before_due(30 * MINUTE), after_due(2 * HOUR), BREACH]
)
def test_a_threshold_is_found_by_its_key(threshold: object) -> None:
    assert threshold_from_key(threshold.key) == threshold  # type: ignore[attr-defined]  # each of the list is one


@pytest.mark.parametrize(
    "data", [{}, [1], [{"key": "a"}], [{**rules_to_data([RULE])[0], "when": {"kind": "full moon"}}]]
)
def test_data_that_is_no_rule_is_named(data: object) -> None:
    with pytest.raises(BadInput, match=r"Escalation rules are a list|Rule 1"):
        rules_from_data(data)


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (RULE, "When the resolution clock reaches 75 %, then notify the lead."),
        (
            Rule(
                "two",
                "Nobody",
                Trigger(TriggerKind.UNASSIGNED, after=90 * MINUTE),
                (
                    RuleStep(Action(ActionKind.REASSIGN, group_id="net", acknowledge_within=30 * MINUTE)),
                    RuleStep(Action(ActionKind.RAISE_LEVEL, level=Level.MANAGER), 45 * MINUTE),
                ),
                (Condition(Trait.PRIORITY, frozenset({"2", "1"})), Condition(Trait.SERVICE, frozenset({"mail"}))),
            ),
            (
                "When nobody is assigned for 1 h 30 min and priority is 1 or 2 and service is E-mail,"
                " then move it to Network, to be acknowledged in 30 min; after 45 min escalate to level 2 (manager)."
            ),
        ),
        (
            Rule(
                "three",
                "Back again",
                Trigger(TriggerKind.REOPENED, times=2),
                (
                    RuleStep(Action(ActionKind.RAISE_PRIORITY)),
                    RuleStep(
                        Action(
                            ActionKind.NOTIFY,
                            (Recipient(RecipientKind.ASSIGNEE), Recipient(RecipientKind.PERSON, "dana")),
                        )
                    ),
                    RuleStep(Action(ActionKind.PROPOSE_MAJOR)),
                ),
                (Condition(Trait.VIP, frozenset({"yes"})),),
            ),
            (
                "When it is reopened for the 2nd time and the caller is a VIP, then raise the priority by one; notify"
                " the assignee and Dana Vos; propose a major incident."
            ),
        ),
    ],
)
def test_a_rule_reads_as_a_sentence(rule: Rule, wanted: str) -> None:
    assert sentence(rule, NAMES) == wanted
    assert "".join(part.text for part in parts(rule, NAMES)) == wanted


def test_the_parts_say_what_can_be_chosen() -> None:
    slots = [(part.slot, part.number) for part in parts(default_rules()[0], NAMES) if part.slot]
    assert slots == [("trigger", 0), ("condition", 0), ("action", 0)]


@pytest.mark.parametrize(
    ("micros", "words"),
    [(0, "0 min"), (45 * SECOND, "45 s"), (90 * MINUTE, "1 h 30 min"), (DAY, "1 day"), (2 * DAY, "2 days")],
)
def test_durations_are_written_as_people_write_them(micros: int, words: str) -> None:
    assert duration_words(micros) == words


def broken(**change: object) -> Rule:
    return replace(RULE, **change)  # type: ignore[arg-type]  # the fields are named by the table of cases


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (broken(name=" "), "no name"),
        (broken(steps=()), "does nothing"),
        (broken(trigger=Trigger(TriggerKind.CLOCK, Clock.UPDATE)), "which clock reaches what"),
        (broken(trigger=Trigger(TriggerKind.UNASSIGNED)), "1 minute to 30 days"),
        (broken(trigger=Trigger(TriggerKind.REOPENED)), "1 to 99"),
        (broken(trigger=Trigger(TriggerKind.HOLD_PASSED, after=-1)), "0 to 30 days"),
        (broken(conditions=(Condition(Trait.GROUP, frozenset()),)), "no assignment group at all"),
        (broken(steps=(RuleStep(TELL.action, HOUR), TELL)), "out of order"),
        (broken(steps=(RuleStep(Action(ActionKind.NOTIFY)),)), "notifies nobody"),
        (broken(steps=(RuleStep(Action(ActionKind.NOTIFY, (Recipient(RecipientKind.PERSON),))),)), "which person"),
        (broken(steps=(RuleStep(Action(ActionKind.RAISE_LEVEL)),)), "to which level"),
        (broken(steps=(RuleStep(Action(ActionKind.RAISE_PRIORITY, priority=10)),)), "not on the scale"),
        (broken(steps=(RuleStep(Action(ActionKind.REASSIGN, acknowledge_within=1)),)), "for the acknowledgement"),
    ],
)
def test_what_is_wrong_with_a_rule_is_said(rule: Rule, says: str) -> None:
    (finding,) = check_rules((rule,), TIERS, NAMES)
    assert says in finding.sentence
    assert finding.rule_keys == ("one",)
    with pytest.raises(Refused, match=says):
        refuse_bad_rules((rule,), TIERS, NAMES)


def test_two_rules_have_two_names() -> None:
    twice = (RULE, replace(RULE, key="two", name="SOON due"))
    assert [finding.field for finding in check_rules(twice, TIERS, NAMES)] == ["name"]


def test_the_rules_of_a_new_desk_are_sound() -> None:
    assert check_rules(default_rules(), TIERS, NAMES) == ()
    refuse_bad_rules(default_rules(), TIERS, NAMES)


@pytest.mark.parametrize(("wanted", "now", "then"), [(None, 3, 2), (None, 1, 1), (2, 4, 2), (2, 1, 1)])
def test_a_priority_only_rises(wanted: int | None, now: int, then: int) -> None:
    assert raised_priority(Action(ActionKind.RAISE_PRIORITY, priority=wanted), now) == then


def test_conditions_must_all_be_met() -> None:
    rule = replace(
        RULE,
        conditions=(Condition(Trait.PRIORITY, frozenset({"1", "2"})), Condition(Trait.VIP, frozenset({"yes"}))),
    )
    assert rule.matches({Trait.PRIORITY: "2", Trait.VIP: "yes"})
    assert not rule.matches({Trait.PRIORITY: "2", Trait.VIP: "no"})
    assert not rule.matches({Trait.VIP: "yes"})
