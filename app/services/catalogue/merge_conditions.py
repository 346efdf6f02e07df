"""SLA policies and escalation rules that ask for a category: published anew when it is merged into another one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from sqlalchemy import Connection

from app.domain.escalation.rules import Rule
from app.domain.sla.policy import Condition, Policy, Trait
from app.infra.unit_of_work import Work
from app.services.catalogue.merge_dto import ConditionChange
from app.services.catalogue.merge_plan import MergePlan
from app.services.escalation.book import load_book
from app.services.escalation.commands import store_rules
from app.services.sla.books import DESK, IMPORTED, read_rules
from app.services.sla.publishing import publish_book

RULES: Final = "rules"
"""The book of escalation rules, beside the two sets of policies."""

_C = TypeVar("_C", Policy, Rule)


def condition_changes(connection: Connection, plan: MergePlan) -> tuple[ConditionChange, ...]:
    """What policies and rules would ask for."""
    found: list[ConditionChange] = []
    for book in (DESK, IMPORTED):
        for policy in _policies(connection, book):
            found += _changes(book, policy.policy_id, policy.name, policy.conditions, plan)
    for rule in load_book(connection).rules:
        found += _changes(RULES, rule.key, rule.name, rule.conditions, plan)
    return tuple(found)


def _changes(book: str, key: str, name: str, conditions: Iterable[Condition], plan: MergePlan) -> list[ConditionChange]:
    # What is looked at is the category at the top, also of an incident that has one below it.
    one_for_one = {old: plan.target.parent_id or new for old, new in plan.one_for_one.items()}
    found = []
    for trait, values in conditions:
        after = frozenset(one_for_one.get(value, value) for value in values)
        if trait is Trait.CATEGORY and after != values:
            found.append(ConditionChange(book, key, name, values, after))
    return found


def publish(work: Work, changes: Sequence[ConditionChange], note: str) -> None:
    """Publish what the changes name with the categories that they ask for from now on; open incidents too."""
    _publish(work, {(each.book, each.key): (each.before, each.after) for each in changes}, note)


def put_back(work: Work, changes: Sequence[ConditionChange], note: str) -> int:
    """Publish with what was asked for before; how many were changed since and stay as they are."""
    wanted = {(each.book, each.key): (each.after, each.before) for each in changes}
    return len(wanted) - _publish(work, wanted, note)


_Wanted = Mapping[tuple[str, str], tuple[frozenset[str], frozenset[str]]]


def _publish(work: Work, wanted: _Wanted, note: str) -> int:
    changed = 0
    for book in (DESK, IMPORTED):
        former = _policies(work.connection, book)
        policies = tuple(_asking(each, wanted.get((book, each.policy_id))) for each in former)
        count = sum(1 for old, new in zip(former, policies, strict=True) if old is not new)
        if count:
            publish_book(work, book, policies, applies_to_open=True, note=note)
        changed += count
    standing = load_book(work.connection).rules
    rules = tuple(_asking(each, wanted.get((RULES, each.key))) for each in standing)
    count = sum(1 for old, new in zip(standing, rules, strict=True) if old is not new)
    if count:
        store_rules(work, rules, note)
    return changed + count


def _asking(each: _C, pair: tuple[frozenset[str], frozenset[str]] | None) -> _C:
    """The same with the second categories in place of the first, or itself where it does not ask for the first."""
    if pair is None or Condition(Trait.CATEGORY, pair[0]) not in each.conditions:
        return each
    former, now = Condition(Trait.CATEGORY, pair[0]), Condition(Trait.CATEGORY, pair[1])
    return replace(each, conditions=tuple(now if one == former else one for one in each.conditions))


def _policies(connection: Connection, book: str) -> tuple[Policy, ...]:
    books = read_rules(connection, book).books
    return books[-1].policies if books else ()
