"""Which policy holds, and which policies are refused."""

import pytest

from app.domain.calendar import ALWAYS_WEEK, CLOSED_WEEK, Calendar
from app.domain.errors import BadInput, Refused
from app.domain.instants import DAY, HOUR, MINUTE
from app.domain.sla.attach import PolicyBook, TraitChange, attach
from app.domain.sla.clock import evaluate
from app.domain.sla.ledger import Entry, Kind
from app.domain.sla.policy import Clock, Condition, Policy, Trait
from app.domain.sla.thresholds import BREACH, after_due, before_due, needed, percent
from app.domain.sla.validate import check_book, refuse_bad_book
from app.domain.timeline import HORIZON, ORIGIN, Timeline
from app.domain.vocabulary import HoldReason

LINES = {"always": Timeline(Calendar("UTC", ALWAYS_WEEK)), "never": Timeline(Calendar("UTC", CLOSED_WEEK))}
RESOLUTION = {Clock.RESOLUTION: 8 * HOUR}


def policy(name: str, *conditions: tuple[Trait, str], target: int = 8 * HOUR, version: int = 1) -> Policy:
    wanted = tuple(Condition(trait, frozenset(values.split("|"))) for trait, values in conditions)
    return Policy(name, version, name, {Clock.RESOLUTION: target}, "always", conditions=wanted)


VIP = policy("vip", (Trait.VIP, "yes"), target=HOUR)
MAIL = policy("mail", (Trait.SERVICE, "mail|calendar"), (Trait.SITE, "berlin"), target=2 * HOUR)
REST = policy("rest")
BOOK = PolicyBook(ORIGIN - DAY, (VIP, MAIL, REST))


def test_the_first_policy_whose_conditions_all_fit_holds() -> None:
    assert BOOK.choose({Trait.VIP: "yes", Trait.SERVICE: "mail", Trait.SITE: "berlin"}) is VIP
    assert BOOK.choose({Trait.VIP: "no", Trait.SERVICE: "calendar", Trait.SITE: "berlin"}) is MAIL
    assert BOOK.choose({Trait.SERVICE: "mail", Trait.SITE: "paris"}) is REST
    assert PolicyBook(0, (VIP, MAIL)).choose({}) is None


def test_a_policy_holds_from_the_change_that_brought_it() -> None:
    changes = [
        TraitChange(ORIGIN, {Trait.VIP: "no", Trait.PRIORITY: "3"}),
        TraitChange(ORIGIN + HOUR, {Trait.SERVICE: "mail"}),
        TraitChange(ORIGIN + 2 * HOUR, {Trait.SITE: "berlin", Trait.PRIORITY: "2"}),
    ]
    entries = [Entry(ORIGIN, Kind.CREATED), Entry(ORIGIN + 2 * HOUR, Kind.REPLIED)]
    ledger = attach("always", [BOOK], changes, entries)
    assert (ledger.policy, ledger.priority) == (REST, "3")
    assert [(entry.at - ORIGIN, entry.kind, entry.value) for entry in ledger.entries] == [
        (0, Kind.CREATED, None),
        (2 * HOUR, Kind.PRIORITY, "2"),
        (2 * HOUR, Kind.POLICY, MAIL),
        (2 * HOUR, Kind.REPLIED, None),
    ]
    assert evaluate(ledger, LINES, ORIGIN + HOUR)[1].due == ORIGIN + 8 * HOUR
    assert evaluate(ledger, LINES, ORIGIN + 3 * HOUR)[1].breached


@pytest.mark.parametrize(("to_open", "due"), [(False, 8 * HOUR), (True, 4 * HOUR)])
def test_a_new_version_reaches_open_incidents_only_when_it_says_so(to_open: bool, due: int) -> None:
    new = policy("rest", target=4 * HOUR, version=2)
    books = [BOOK, PolicyBook(ORIGIN + HOUR, (VIP, new), to_open)]
    changes = [TraitChange(ORIGIN, {}), TraitChange(ORIGIN + 2 * HOUR, {Trait.SERVICE: "print"})]
    ledger = attach("always", books, changes, [Entry(ORIGIN, Kind.CREATED)])
    assert evaluate(ledger, LINES, ORIGIN + 3 * HOUR)[1].due == ORIGIN + due
    later = attach("always", books, [TraitChange(ORIGIN + 2 * HOUR, {})], [Entry(ORIGIN + 2 * HOUR, Kind.CREATED)])
    assert later.policy is new


def test_a_different_policy_comes_in_the_version_of_the_moment() -> None:
    vip = policy("vip", (Trait.VIP, "yes"), target=3 * HOUR, version=2)
    books = [BOOK, PolicyBook(ORIGIN + HOUR, (vip, REST))]
    changes = [TraitChange(ORIGIN, {}), TraitChange(ORIGIN + 2 * HOUR, {Trait.VIP: "yes"})]
    ledger = attach("always", books, changes, [Entry(ORIGIN, Kind.CREATED)])
    assert ledger.entries[-1] == Entry(ORIGIN + 2 * HOUR, Kind.POLICY, vip)


def test_before_the_first_book_there_is_no_policy() -> None:
    ledger = attach(
        "always", [PolicyBook(ORIGIN + DAY, (REST,))], [TraitChange(ORIGIN, {})], [Entry(ORIGIN, Kind.CREATED)]
    )
    assert ledger.policy is None
    assert evaluate(ledger, LINES, ORIGIN + HOUR)[1].target is None


def sentences(*policies: Policy) -> str:
    return " ".join(finding.sentence for finding in check_book(PolicyBook(ORIGIN, policies), LINES))


def test_good_policies_have_no_findings() -> None:
    assert not check_book(BOOK, LINES)
    assert refuse_bad_book(BOOK, LINES) == ()


@pytest.mark.parametrize(
    ("policies", "said"),
    [
        ((REST, MAIL), "“mail” never attaches: “rest” stands before it"),
        ((policy("a", (Trait.PRIORITY, "1|2")), policy("b", (Trait.PRIORITY, "1"), (Trait.VIP, "yes"))), "“b” never"),
        ((policy("a", (Trait.SITE, "x"), (Trait.SITE, "y")),), "two site values at once"),
        ((Policy("a", 1, "a", RESOLUTION, conditions=(Condition(Trait.GROUP, frozenset()),)),), "never attaches"),
        ((policy("a", (Trait.VIP, "maybe")),), "neither yes nor no"),
        ((Policy("a", 1, "a", {}),), "promises nothing"),
        ((Policy("a", 1, "a", RESOLUTION, pauses={Clock.RESOLUTION: frozenset()}),), "never pauses the resolution"),
        ((Policy("a", 1, "a", RESOLUTION, pauses={Clock.UPDATE: frozenset({"lunch"})}),), "nobody can hold for lunch"),
        ((Policy("a", 1, "a", RESOLUTION, "never"),), "is always paused"),
        ((Policy("a", 1, "a", RESOLUTION, "lost"),), "does not exist"),
        ((policy("a", target=HORIZON + 1),), "does not reach in five years"),
    ],
)
def test_policies_that_cannot_work_are_refused_with_the_reason(policies: tuple[Policy, ...], said: str) -> None:
    assert said in sentences(*policies)
    with pytest.raises(Refused, match=r"\w"):
        refuse_bad_book(PolicyBook(ORIGIN, policies), LINES)


def test_overlapping_conditions_that_leave_something_are_fine() -> None:
    assert not sentences(policy("a", (Trait.PRIORITY, "1")), policy("b", (Trait.PRIORITY, "1|2")))


def test_odd_but_possible_settings_are_notes() -> None:
    thresholds = {Clock.RESOLUTION: (before_due(9 * HOUR), percent(50), percent(50))}
    reasons = frozenset({"lunch", HoldReason.AWAITING_PARTS.value})
    odd = Policy("a", 1, "a", RESOLUTION, thresholds=thresholds, pauses={Clock.RESOLUTION: reasons})
    found = refuse_bad_book(PolicyBook(ORIGIN, (odd,)), LINES)
    assert [finding.field for finding in found] == ["pauses", "thresholds", "thresholds"]


def test_targets_are_longer_than_nothing() -> None:
    for target in (0, -5):
        with pytest.raises(BadInput):
            policy("a", target=target)
    with pytest.raises(BadInput):
        Policy("a", 1, "a", {}, by_priority={"1": {Clock.UPDATE: 0}})


def test_thresholds_know_what_they_need_and_how_they_are_called() -> None:
    points = (percent(75), percent("99.5"), percent(150), before_due(30 * MINUTE), after_due(2 * HOUR), BREACH)
    assert [point.key for point in points] == ["75%", "99.5%", "150%", "-30m", "+2h", "breach"]
    assert before_due(90).key == "-90us"
    needs = [needed(point, 10 * HOUR) for point in points]
    assert needs == [7.5 * HOUR, 9.95 * HOUR, 15 * HOUR, 9.5 * HOUR, 12 * HOUR, 10 * HOUR + 1]
    assert needed(percent(50), 3) == 2
    for share in (0, -1, "0.00001"):
        with pytest.raises(BadInput):
            percent(share)
