"""Counts come out of the journal, in whatever order it is handed over."""

import random
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.history import Fact, derive_history, is_reopening
from app.domain.vocabulary import EntryKind, State, Visibility
from tests.support.clock import DEFAULT_START

PUBLIC, INTERNAL = Visibility.PUBLIC, Visibility.INTERNAL


def at(minutes: int) -> Fact:
    """A fact that counts for nothing, as a place in time."""
    return Fact(DEFAULT_START + timedelta(minutes=minutes), EntryKind.WORK_NOTE, INTERNAL, by_desk=True)


def change(minutes: int, field: str, old: str | None, new: str | None) -> Fact:
    """A changed field."""
    return at(minutes)._replace(kind=EntryKind.CHANGE, field=field, old=old, new=new)


def said(minutes: int, kind: EntryKind, visibility: Visibility = PUBLIC, *, by_desk: bool = True) -> Fact:
    """A message."""
    return at(minutes)._replace(kind=kind, visibility=visibility, by_desk=by_desk)


LIFE = [
    said(0, EntryKind.LOGGED),
    change(0, "state", None, "new"),
    change(0, "group_id", None, "desk"),
    said(4, EntryKind.CALLER_MESSAGE, by_desk=False),
    said(5, EntryKind.WORK_NOTE, INTERNAL),
    change(6, "assignee_id", None, "ada"),
    said(9, EntryKind.REPLY),
    change(10, "group_id", "desk", "network"),
    change(10, "assignee_id", "ada", None),
    change(11, "assignee_id", None, "bo"),
    said(20, EntryKind.STATE),
    change(20, "state", "in_progress", "resolved"),
    change(30, "state", "resolved", "in_progress"),
    change(40, "state", "in_progress", "resolved"),
    change(50, "state", "resolved", "closed"),
    change(60, "state", "closed", "in_progress"),
]


@given(st.randoms(use_true_random=False))
def test_a_whole_life_in_any_order(shuffler: random.Random) -> None:
    facts = list(LIFE)
    shuffler.shuffle(facts)
    history = derive_history(facts)
    assert history.first_response_at == at(9).at
    assert history.first_assigned_at == at(6).at
    assert history.assignments == 2
    assert history.reassignments == 1
    assert history.reopenings == 2
    assert history.last_reopened_at == at(60).at
    assert history.resolved_at == at(40).at


def test_an_empty_journal() -> None:
    history = derive_history([])
    assert (history.assignments, history.reassignments, history.reopenings) == (0, 0, 0)
    assert history.first_response_at is None
    assert history.resolved_at is None


@pytest.mark.parametrize(
    ("fact", "responds"),
    [
        (said(1, EntryKind.REPLY), True),
        (said(1, EntryKind.STATE), True),
        (said(1, EntryKind.REPLY, INTERNAL), False),
        (said(1, EntryKind.STATE, INTERNAL), False),
        (said(1, EntryKind.WORK_NOTE, INTERNAL), False),
        (said(1, EntryKind.CALLER_MESSAGE, by_desk=False), False),
        (said(1, EntryKind.REPLY, by_desk=False), False),
        (said(1, EntryKind.LOGGED), False),
        (said(1, EntryKind.ATTACHMENT), False),
        (change(1, "assignee_id", None, "ada"), False),
    ],
)
def test_what_is_a_first_response(fact: Fact, responds: bool) -> None:
    assert (derive_history([fact]).first_response_at is not None) is responds


def test_routing_again_to_the_same_group_is_no_reassignment() -> None:
    assert derive_history([change(1, "group_id", "a", "a"), change(2, "group_id", "a", None)]).reassignments == 0


def test_what_an_import_could_not_see_counts() -> None:
    assert derive_history([said(1, EntryKind.REASSIGNED_UNSEEN, INTERNAL)] * 3).reassignments == 3


@pytest.mark.parametrize("old", State)
@pytest.mark.parametrize("new", State)
def test_what_is_a_reopening(old: State, new: State) -> None:
    ended = {State.RESOLVED, State.CLOSED, State.CANCELED}
    assert is_reopening(old, new) is (old in ended and new not in ended)
    assert not is_reopening(None, new)
    assert not is_reopening(old, None)
