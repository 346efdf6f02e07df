"""A fold that goes on from where it was, and the short ways that a save takes, against the long ones."""

from hypothesis import given, settings

from app.domain.calendar import Calendar
from app.domain.sla.firing import Firing, firings_of, firings_since, may_fire_at_change
from app.domain.sla.fold import Fold, can_move, fold, go_on
from app.domain.sla.ledger import Ledger
from app.domain.sla.policy import CLOCKS
from app.domain.sla.pressing import _any_face, face
from app.domain.timeline import Timeline
from tests.support import sla_strategies as some

Case = tuple[Ledger, dict[str, Calendar], int]
many = settings(max_examples=150, deadline=None)


def _lines(calendars: dict[str, Calendar]) -> dict[str, Timeline]:
    return {name: Timeline(calendar) for name, calendar in calendars.items()}


def _told(state: Fold) -> tuple[object, ...]:
    """All that is known of a fold."""
    return tuple(getattr(state, name) for name in Fold.__slots__)


@many
@given(some.cases())
def test_a_fold_goes_on_from_every_instant_as_if_it_had_never_stopped(case: Case) -> None:
    ledger, calendars, until = case
    lines = _lines(calendars)
    whole = fold(ledger, lines, until)
    for cut in sorted({entry.at for entry in ledger.entries}):
        first = fold(ledger, lines, cut)
        before = _told(first.copy())
        later = go_on(first.copy(), [entry for entry in ledger.entries if entry.at > cut], until)
        assert _told(later) == _told(whole)
        assert _told(first) == before


@many
@given(some.cases())
def test_a_change_that_lets_nothing_fire_is_told_from_its_last_mark(case: Case) -> None:
    """Where everything before an instant has fired, False means that nothing fires at it."""
    ledger, calendars, _until = case
    lines = _lines(calendars)
    for at in sorted({entry.at for entry in ledger.entries}):
        state = fold(ledger, lines, at)
        for index in range(len(CLOCKS)):
            marks = state.marks[index]
            if not marks or marks[-1][0] != at or [mark[0] for mark in marks].count(at) > 1:
                continue
            fired = [firing for firing in firings_of(state, index, at) if firing.at == at]
            ran_out = any(firing.at == at for firing in _without_the_last(state, index, at))
            if fired and not ran_out:
                assert may_fire_at_change(state, index)


def _without_the_last(state: Fold, index: int, at: int) -> list[Firing]:
    """What would have fired without the change at the instant: a save sees that as waiting, and takes the long way."""
    other = state.copy()
    other.marks[index].pop()
    return [firing for firing in firings_of(other, index, at) if firing.at == at] if other.marks[index] else []


@many
@given(some.cases())
def test_the_short_way_to_a_face_gives_the_same_face(case: Case) -> None:
    ledger, calendars, until = case
    lines = _lines(calendars)
    for at in sorted({until, *(entry.at for entry in ledger.entries)}):
        state = fold(ledger, lines, at)
        for index in range(len(CLOCKS)):
            assert face(state, index, at) == _any_face(state, index, at)


@many
@given(some.cases())
def test_what_fired_since_is_told_straight_or_not_at_all(case: Case) -> None:
    """From any instant on at which everything had fired, the short way finds what the walk finds after it."""
    ledger, calendars, until = case
    lines = _lines(calendars)
    state = fold(ledger, lines, until)
    instants = sorted({ledger.entries[0].at - 1, until, *(entry.at for entry in ledger.entries)})
    for index in range(len(CLOCKS)):
        for decided in instants:
            straight = firings_since(state, index, decided, until)
            if straight is not None:
                walked = [firing for firing in firings_of(state, index, until) if firing.at > decided]
                assert sorted(straight) == sorted(walked)


@many
@given(some.cases())
def test_a_fact_that_is_said_to_move_nothing_moves_nothing(case: Case) -> None:
    ledger, calendars, _until = case
    lines = _lines(calendars)
    for number, entry in enumerate(ledger.entries[1:], 1):
        before = fold(ledger._replace(entries=ledger.entries[:number]), lines, entry.at)
        if not can_move(before, entry):
            after = go_on(before.copy(), [entry], entry.at)
            assert after.marks == before.marks
