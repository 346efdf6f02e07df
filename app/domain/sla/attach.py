"""Which policy an incident has, and when: the policies of the desk against the traits of the incident over time.

The result is a ledger for the fold. A condition looks at the traits as they were at the instant, never as they are now.
"""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from app.domain.sla.ledger import Entry, Kind, Ledger
from app.domain.sla.policy import Policy, Trait

_AT = attrgetter("at")


class PolicyBook(NamedTuple):
    """The policies of the desk from an instant on, in the order in which they are tried; the first that fits holds.

    `applies_to_open` brings new versions to incidents that have their policy already; otherwise they keep theirs.
    """

    effective_from: int
    policies: tuple[Policy, ...]
    applies_to_open: bool = False

    def choose(self, traits: Mapping[Trait, str | None]) -> Policy | None:
        """The first policy whose conditions all fit, or None."""
        for policy in self.policies:  # a generator costs more than the rest, at every save
            if policy.matches(traits):
                return policy
        return None


class TraitChange(NamedTuple):
    """Values that traits of an incident took at an instant; the first change is the one of the creation."""

    at: int
    values: Mapping[Trait, str | None]


def attach(
    calendar_id: str, books: Sequence[PolicyBook], changes: Sequence[TraitChange], entries: Sequence[Entry]
) -> Ledger:
    """The ledger of an incident: its entries, with priorities and policies put in where they changed.

    `books`, `changes` and `entries` are in order of time; the entries hold neither priorities nor policies. Changes of
    traits come before the other facts of their instant, after the creation.
    """
    return attach_all(calendar_id, books, changes, entries)[0]


def attach_all(
    calendar_id: str, books: Sequence[PolicyBook], changes: Sequence[TraitChange], entries: Sequence[Entry]
) -> tuple[Ledger, "Choice"]:
    """The same, and the choice as the last change left it, which later changes can go on from."""
    choice = Choice(books, changes[0])
    first, priority = choice.policy, choice.priority
    found: list[Entry] = []
    for at, change in _moments(books, changes):
        found += choice.go_on(at, change)
    return Ledger(calendar_id, first, priority, [entries[0], *merged(found, entries[1:])]), choice


class Choice:
    """The policy in force while the traits and the books go on."""

    __slots__ = ("books", "policy", "traits")

    def __init__(self, books: Sequence[PolicyBook], first: TraitChange) -> None:
        self.books = books
        self.traits = dict(first.values)
        self.policy = self._pick(first.at)

    @property
    def priority(self) -> str | None:
        """The priority by which targets are chosen."""
        return self.traits.get(Trait.PRIORITY)

    def copy(self) -> "Choice":
        """One that goes on by itself and leaves this one as it is."""
        other = Choice.__new__(Choice)
        other.books, other.policy, other.traits = self.books, self.policy, dict(self.traits)
        return other

    def _pick(self, at: int) -> Policy | None:
        book = _book_at(self.books, at)
        return None if book is None else book.choose(self.traits)

    def go_on(self, at: int, change: TraitChange | None) -> list[Entry]:
        """The entries of an instant at which traits changed, or at which a new book applies to open incidents."""
        found = []
        if change is not None:
            before = self.priority
            self.traits.update(change.values)
            if self.priority != before:
                found.append(Entry(at, Kind.PRIORITY, self.priority))
        policy = self._pick(at)
        same_one = policy is not None and self.policy is not None and policy.policy_id == self.policy.policy_id
        if policy is not self.policy and not (change is not None and same_one):
            self.policy = policy
            found.append(Entry(at, Kind.POLICY, policy))
        return found


def _book_at(books: Sequence[PolicyBook], at: int) -> PolicyBook | None:
    for book in reversed(books):
        if book.effective_from <= at:
            return book
    return None


def _moments(books: Sequence[PolicyBook], changes: Sequence[TraitChange]) -> list[tuple[int, TraitChange | None]]:
    """After the creation: each change of a trait, and each book that applies to open incidents, in order of time."""
    created = changes[0].at
    found: list[tuple[int, TraitChange | None]] = [(change.at, change) for change in changes[1:]]
    found += [(book.effective_from, None) for book in books if book.applies_to_open and book.effective_from > created]
    return sorted(found, key=lambda moment: moment[0])


def merged(found: Sequence[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """Both by time; at one instant what the choice of a policy found comes first."""
    if not entries:
        return [*found]
    return sorted([*found, *entries], key=_AT)
