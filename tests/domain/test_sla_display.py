"""The eight states of a clock that is shown: their rules and edges, their texts, and what is spoken."""

import pytest
from hypothesis import given

from app.domain.instants import HOUR, MINUTE, SECOND
from app.domain.sla.clock import read
from app.domain.sla.display import (
    LEVEL_LABELS,
    LOOKS,
    NO_FACE,
    Face,
    Level,
    level_at,
    opening_time,
    spoken_time,
    standing,
    time_left,
    time_over,
)
from app.domain.sla.fold import RUNNING, fold
from app.domain.sla.ledger import Kind, Promise
from app.domain.sla.policy import CLOCKS, Clock
from app.domain.sla.pressing import face, faces, most_pressing
from tests.domain.test_sla_properties import Case, lines, quick
from tests.support import sla_strategies as some
from tests.support.sla_desk import CALLER, LINES, Fact, at, ledger, say

RESPONSE, RESOLUTION = 0, 1
OPEN = LINES["office"]
DUE = at("8 17:00")
RUN = Face(
    clock="resolution",
    phase="running",
    target=8 * HOUR,
    due=DUE,
    soon=DUE - 2 * HOUR,
    hot=DUE - 48 * MINUTE,
    breach=at("9 09:00") + 1,
)
CREATED = ("8 09:00", Kind.CREATED)


def shown(now: int, face_: Face = RUN, *, exact: bool = False) -> tuple[Level, str, str]:
    found = standing(face_, now, OPEN, exact=exact)
    return found.level, found.text, found.spoken


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (DUE - 2 * HOUR - 1, (Level.ON_TRACK, "2 h 01 m", "resolution due in 2 hours 1 minute")),
        (DUE - 2 * HOUR, (Level.SOON, "2 h 00 m left", "resolution due in 2 hours, warning")),
        (DUE - 48 * MINUTE - 1, (Level.SOON, "0:49 left", "resolution due in 49 minutes, warning")),
        (DUE - 48 * MINUTE, (Level.HOT, "0:48 left", "resolution due in 48 minutes, urgent")),
        (DUE - 1, (Level.HOT, "0:01 left", "resolution due in 1 second, urgent")),
    ],
)
def test_a_running_clock_presses_more_and_more(now: int, expected: tuple[Level, str, str]) -> None:
    assert shown(now) == expected


def test_no_breach_is_claimed_before_the_first_instant_beyond_the_target() -> None:
    around_the_clock = RUN._replace(breach=DUE + 1)
    always = standing(around_the_clock, DUE)
    assert (always.level, always.text) == (Level.HOT, "0:00 left")
    assert standing(around_the_clock, DUE + 1).level is Level.BREACHED
    # Due at closing: nobody is late until the desk has opened again.
    assert shown(at("8 20:00"))[0] is Level.PAUSED
    assert shown(at("9 09:00"))[:2] == (Level.HOT, "0:00 left")
    assert shown(at("9 09:00") + 1)[0] is Level.BREACHED


@pytest.mark.parametrize(
    ("over", "text", "detail", "spoken"),
    [
        (1, "Just over", "0:00 over", "resolution breached just now"),
        (MINUTE, "\N{MINUS SIGN}0:01 over", "1:00 over", "resolution breached 1 minute ago"),
        (18 * MINUTE + 59 * SECOND, "\N{MINUS SIGN}0:18 over", "0:18 over", "resolution breached 18 minutes ago"),
        (27 * HOUR, "\N{MINUS SIGN}1 d 3 h over", "1 d 3 h over", "resolution breached 1 day 3 hours ago"),
    ],
)
def test_what_is_over_is_rounded_down(over: int, text: str, detail: str, spoken: str) -> None:
    late = RUN._replace(breach=DUE + 1)
    assert shown(DUE + over, late) == (Level.BREACHED, text, spoken)
    assert standing(late, DUE + over, OPEN, exact=True).text == detail


def test_a_pause_shows_the_opening_time_that_is_left_and_why() -> None:
    held = RUN._replace(phase="paused", reason=CALLER, elapsed=4 * HOUR + 55 * MINUTE, due=None, breach=None)
    assert shown(at("8 12:00"), held) == (
        Level.PAUSED,
        "Paused 3 h 05 m",
        "resolution paused, awaiting caller, 3 hours 5 minutes of opening time left",
    )
    assert standing(held, DUE, exact=True).text == "Paused, 3 h 05 m left"


def test_a_clock_outside_opening_hours_stands_still() -> None:
    tomorrow = RUN._replace(due=at("9 12:00"), soon=at("9 10:00"), hot=at("9 11:00"), breach=at("9 12:00") + 1)
    assert shown(at("8 18:00"), tomorrow) == (
        Level.PAUSED,
        "Paused 3 h 00 m",
        "resolution paused, outside opening hours, 3 hours of opening time left",
    )
    assert standing(tomorrow, at("8 18:00")).level is Level.ON_TRACK, "without hours nothing is known of closing"


def test_a_breach_stays_one_on_hold() -> None:
    late = RUN._replace(phase="paused", reason=CALLER, elapsed=9 * HOUR, breach=DUE)
    assert level_at(late, DUE + HOUR, OPEN) is Level.BREACHED


def test_a_due_date_set_by_hand_knows_no_closing_and_no_pause() -> None:
    promised = RUN._replace(target=None, promised=True, due=at("8 22:00"), breach=at("8 22:00") + 1)
    assert level_at(promised, at("8 21:00"), OPEN) is Level.HOT
    assert level_at(promised._replace(phase="paused"), at("8 21:00"), OPEN) is Level.HOT
    ended = promised._replace(phase="stopped", stopped=at("8 23:00"), breached=True)
    assert shown(at("9 12:00"), ended) == (Level.MISSED, "Missed by 1 h 00 m", "resolution missed by 1 hour")


@pytest.mark.parametrize(
    ("elapsed", "breached", "text", "spoken"),
    [
        (11 * MINUTE + 59 * SECOND, False, "Met in 11 min", "resolution met in 11 minutes"),
        (20 * SECOND, False, "Met in under 1 min", "resolution met in 20 seconds"),
        (8 * HOUR, False, "Met in 8 h 00 m", "resolution met in 8 hours"),
        (8 * HOUR + 56 * MINUTE, True, "Missed by 56 min", "resolution missed by 56 minutes"),
        (8 * HOUR + 1, True, "Missed by under 1 min", "resolution missed by 0 seconds"),
    ],
)
def test_an_outcome_says_how_long_it_took_or_by_how_much(elapsed: int, breached: bool, text: str, spoken: str) -> None:
    ended = RUN._replace(phase="stopped", elapsed=elapsed, due=None, breached=breached)
    assert shown(DUE, ended) == (Level.MISSED if breached else Level.MET, text, spoken)


@pytest.mark.parametrize("face_", [NO_FACE, RUN._replace(target=None), RUN._replace(phase="void")])
def test_what_nothing_is_promised_for_has_no_target(face_: Face) -> None:
    assert shown(DUE, face_) == (Level.NONE, "\N{EN DASH}", "no target")


@pytest.mark.parametrize(
    ("left", "short", "exact"),
    [
        (52 * HOUR, "2 d 4 h", "2 d 4 h"),
        (24 * HOUR, "1 d 0 h", "1 d 0 h"),
        (24 * HOUR - 1, "1 d 0 h", "1 d 0 h"),
        (24 * HOUR - MINUTE, "23 h 59 m", "23 h 59 m"),
        (3 * HOUR + 5 * MINUTE, "3 h 05 m", "3 h 05 m"),
        (HOUR, "1 h 00 m", "1 h 00 m"),
        (41 * MINUTE, "0:41", "0:41"),
        (10 * MINUTE, "0:10", "0:10"),
        (9 * MINUTE + 32 * SECOND, "0:10", "9:32"),
        (1, "0:01", "0:01"),
        (0, "0:00", "0:00"),
    ],
)
def test_time_left_is_never_shown_shorter_than_it_is(left: int, short: str, exact: str) -> None:
    assert (time_left(left), time_left(left, exact=True)) == (short, exact)


def test_other_lengths_of_time() -> None:
    assert [time_over(over) for over in (59 * SECOND, 61 * MINUTE, 25 * HOUR)] == ["0:00", "1 h 01 m", "1 d 1 h"]
    assert [opening_time(span) for span in (28 * HOUR + 5 * MINUTE, 41 * MINUTE)] == ["28 h 05 m", "0:41"]
    assert [spoken_time(span) for span in (0, 52 * HOUR, 48 * HOUR)] == ["0 minutes", "2 days 4 hours", "2 days"]


def test_the_ring_shows_the_share_of_opening_time_that_is_used() -> None:
    assert standing(RUN, at("8 11:00"), OPEN).used == 250
    assert standing(RUN, at("8 11:00")).used is None
    assert standing(RUN._replace(breach=DUE), at("9 11:00"), OPEN).used == 1250


def test_seconds_matter_only_near_the_due_instant() -> None:
    assert not standing(RUN, DUE - 10 * MINUTE, OPEN).by_seconds
    assert standing(RUN, DUE - 10 * MINUTE + 1, OPEN).by_seconds
    assert not standing(RUN._replace(phase="paused"), DUE - MINUTE, OPEN).by_seconds


def test_every_state_has_a_look_and_a_name() -> None:
    assert set(LOOKS) == set(LEVEL_LABELS) == set(Level)
    assert len({look.icon for look in LOOKS.values()}) == len(Level), "colour is never alone"


def test_a_face_carries_when_it_begins_to_press() -> None:
    found = face(fold(ledger(CREATED), LINES, at("8 09:00")), RESOLUTION, at("8 09:00"))
    assert [say(found.due), say(found.soon), say(found.hot), say(found.breach)] == [
        "8 17:00", "8 15:00", "8 16:12", "9 09:00",
    ]  # fmt: skip
    response = face(fold(ledger(CREATED), LINES, at("8 09:00")), RESPONSE, at("8 09:00"))
    assert [say(response.soon), say(response.hot)] == ["8 09:00", "8 09:30"], "the last hour began with the clock"


def test_the_clock_that_is_due_first_presses_most() -> None:
    def pressing(now: str, *facts: Fact) -> Face:
        return most_pressing(faces(fold(ledger(CREATED, *facts), LINES, at(now)), at(now)))

    assert pressing("8 09:30").clock == "response"
    answered = ("8 09:30", Kind.REPLIED)
    assert pressing("8 09:30", answered).clock == "resolution"
    held = ("8 09:40", Kind.HELD, CALLER)
    assert (pressing("8 10:00", answered, held).phase, pressing("8 10:00", held).clock) == ("paused", "response")
    over = pressing("9 11:00", answered, ("9 10:00", Kind.HELD, CALLER))
    assert (say(over.due), over.phase) == ("8 17:00", "paused"), "a breach on hold keeps its place"
    done = pressing("8 12:00", answered, ("8 11:00", Kind.RESOLVED))
    assert (done.clock, done.phase, done.breached) == ("resolution", "stopped", False)
    assert pressing("8 12:00", ("8 11:00", Kind.CANCELED)) == NO_FACE
    by_hand = ("8 10:00", Kind.PROMISED, Promise(Clock.RESOLUTION, at("8 09:45")))
    assert pressing("8 10:30", by_hand).promised


@quick
@given(some.cases())
def test_a_face_made_earlier_tells_of_a_breach_exactly_when_there_is_one(case: Case) -> None:
    book, calendars, until = case
    timelines = lines(calendars)
    before = fold(book, timelines, until)
    for index in range(len(CLOCKS)):
        made, reading = face(before, index, until), read(before, index, until)
        later = [until, *(moment + step for moment in (made.due, made.breach) if moment for step in (-1, 0, 1))]
        for now in (moment for moment in later if moment >= until):
            then = read(before, index, now)
            level = level_at(made, now, reading.timeline)
            if reading.phase is RUNNING and then.breached is not None:
                assert (level is Level.BREACHED) == then.breached
            if reading.phase is not RUNNING:
                assert (level is Level.PAUSED) <= (reading.phase.name == "PAUSED")
