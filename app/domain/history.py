"""What a journal tells: counts and times that are derived from it and stored nowhere, so they cannot drift."""

from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from app.domain.vocabulary import EntryKind, State, Visibility


class Fact(NamedTuple):
    """One journal entry as far as the counts need it: a changed field, or none; UTC."""

    at: datetime
    kind: str
    visibility: str
    by_desk: bool
    field: str | None = None
    old: str | None = None
    new: str | None = None


class History(NamedTuple):
    """Counts and times of one incident, UTC.

    First response is the first public message of the desk, a reply, a stakeholder update or the note of a resolution,
    not the assignment (product research 3.6). The first assignment is not a reassignment; a change of the assignment
    group is (3.10). A reopening is a step from resolved, closed or canceled back to work.
    """

    first_response_at: datetime | None
    first_assigned_at: datetime | None
    assignments: int
    reassignments: int
    reopenings: int
    last_reopened_at: datetime | None
    resolved_at: datetime | None


COUNTED_FIELDS = frozenset({"state", "group_id", "assignee_id"})
"""The changed fields that the counts look at; facts about others need not be made."""

COUNTED_KINDS = frozenset({EntryKind.REPLY, EntryKind.STAKEHOLDER_UPDATE, EntryKind.STATE, EntryKind.REASSIGNED_UNSEEN})
"""The kinds of entries that count by themselves."""

# Taken from their classes once: that costs as much as all comparisons of a fact together.
_UNSEEN, _PUBLIC, _RESOLVED = EntryKind.REASSIGNED_UNSEEN, Visibility.PUBLIC, State.RESOLVED
_MESSAGES = frozenset({EntryKind.REPLY, EntryKind.STAKEHOLDER_UPDATE, EntryKind.STATE})
ENDED = frozenset({State.RESOLVED, State.CLOSED, State.CANCELED})
"""The states in which nothing is left to do."""


def is_reopening(old: str | None, new: str | None) -> bool:
    """Whether a change of state is a reopening: from an ended state back to an open one."""
    return old in ENDED and new is not None and new not in ENDED


def derive_history(facts: Iterable[Fact]) -> History:
    """Fold the facts of one incident, which need not be in order, into its counts."""
    first_response = first_assigned = last_reopened = resolved = None
    assignments = reassignments = reopenings = 0
    for fact in sorted(facts, key=attrgetter("at")):
        if fact.kind in _MESSAGES and fact.by_desk and fact.visibility == _PUBLIC:
            first_response = first_response or fact.at
        if fact.kind == _UNSEEN:
            reassignments += 1
        if fact.field == "assignee_id" and fact.new:
            assignments += 1
            first_assigned = first_assigned or fact.at
        if fact.field == "group_id" and fact.old and fact.new and fact.old != fact.new:
            reassignments += 1
        if fact.field == "state":
            if is_reopening(fact.old, fact.new):
                reopenings += 1
                last_reopened = fact.at
            resolved = fact.at if fact.new == _RESOLVED else resolved
    return History(first_response, first_assigned, assignments, reassignments, reopenings, last_reopened, resolved)
