"""One plain example of each convention that the clocks follow (clock research 3.10), as a person would check it."""

from datetime import date

from app.domain.calendar import Calendar, Holiday
from app.domain.instants import HOUR
from app.domain.sla.fold import Phase
from app.domain.sla.ledger import Kind
from app.domain.sla.policy import Clock, Policy
from app.domain.timeline import Timeline
from tests.support.sla_desk import CALLER, LINES, OFFICE, fired, ledger, reading, say

RESPONSE, RESOLUTION, UPDATE = Clock.RESPONSE, Clock.RESOLUTION, Clock.UPDATE
CREATED = ("8 09:00", Kind.CREATED)
ANSWERED = ("8 09:10", Kind.REPLIED)
LONGER = Policy("long", 1, "Long", {RESOLUTION: 8 * HOUR}, by_priority={"low": {RESOLUTION: 16 * HOUR}})


def test_a_holiday_is_a_local_date() -> None:
    tokyo = {"office": Timeline(Calendar("Asia/Tokyo", OFFICE, (Holiday(date(2025, 5, 9)),)))}
    created = ledger(("2025-05-08T16:00:00+09:00", Kind.CREATED))
    assert say(reading(created, RESPONSE, "8 08:00", tokyo).due) == "8 08:00"
    assert say(reading(created, RESOLUTION, "8 07:00", tokyo).due) == "12 07:00"


def test_a_hold_does_not_pause_the_response() -> None:
    case = ledger(CREATED, ("8 09:30", Kind.HELD, CALLER))
    assert say(reading(case, RESPONSE, "8 09:30").due) == "8 10:00"
    assert reading(case, RESPONSE, "8 10:01").breached


def test_a_paused_clock_has_no_due_instant() -> None:
    case = ledger(CREATED, ("8 10:00", Kind.HELD, CALLER))
    found = reading(case, RESOLUTION, "8 12:00")
    assert (found.due, found.remaining, found.phase) == (None, 7 * HOUR, Phase.PAUSED)


def test_resolving_counts_as_a_response_unless_the_policy_says_otherwise() -> None:
    facts = (CREATED, ("8 09:30", Kind.RESOLVED))
    assert reading(ledger(*facts), RESPONSE, "8 12:00").phase is Phase.STOPPED
    strict = Policy("p", 1, "p", {RESPONSE: HOUR}, resolved_stops_response=False)
    assert reading(ledger(*facts, policy=strict), RESPONSE, "8 12:00").phase is Phase.PAUSED


def test_an_outcome_is_frozen_at_the_stop() -> None:
    case = ledger(CREATED, ("8 09:30", Kind.REPLIED), ("8 10:00", Kind.PRIORITY, "1"))
    found = reading(case, RESPONSE, "8 12:00")
    assert (found.breached, found.target, found.percent) == (False, HOUR, 50)


def test_stopping_exactly_at_due_is_in_time_and_nothing_fires_then() -> None:
    case = ledger(CREATED, ("8 17:00", Kind.RESOLVED))
    assert reading(case, RESOLUTION, "9 12:00").breached is False
    assert fired(case, RESOLUTION, "9 12:00")[-1] == ("90%", "8 16:12")


def test_a_pause_at_the_instant_of_a_threshold_does_not_suppress_it() -> None:
    case = ledger(CREATED, ("8 13:00", Kind.HELD, CALLER))
    assert fired(case, RESOLUTION, "9 12:00") == [("50%", "8 13:00")]


def test_a_target_that_shrinks_in_a_pause_fires_at_the_change() -> None:
    case = ledger(CREATED, ("8 11:00", Kind.HELD, CALLER), ("8 14:00", Kind.PRIORITY, "1"))
    assert [when for _, when in fired(case, RESOLUTION, "9 12:00")] == ["8 14:00"] * 4


def test_a_longer_target_fires_anew_what_is_not_reached_under_it() -> None:
    facts = (CREATED, ("8 15:24", Kind.PRIORITY, "low"))
    assert fired(ledger(*facts, policy=LONGER), RESOLUTION, "9 09:00") == [
        ("50%", "8 13:00"), ("75%", "8 15:00"), ("50%", "8 17:00"),
    ]  # fmt: skip


def test_a_shorter_target_does_not_repeat_what_has_fired() -> None:
    facts = (CREATED, ("9 10:00", Kind.PRIORITY, None))
    assert fired(ledger(*facts, policy=LONGER, priority="low"), RESOLUTION, "9 12:00") == [
        ("50%", "8 17:00"), ("75%", "9 10:00"), ("90%", "9 10:00"), ("100%", "9 10:00"),
    ]  # fmt: skip


def test_reopening_repeats_nothing() -> None:
    case = ledger(CREATED, ("8 14:00", Kind.RESOLVED), ("9 09:00", Kind.REOPENED))
    assert fired(case, RESOLUTION, "9 10:30") == [("50%", "8 13:00"), ("75%", "9 10:00")]


def test_a_change_of_calendar_counts_from_its_instant() -> None:
    case = ledger(("8 16:00", Kind.CREATED), ("8 19:00", Kind.CALENDAR, "always"))
    assert reading(case, RESOLUTION, "8 20:00").elapsed == 2 * HOUR
    assert say(reading(case, RESOLUTION, "8 20:00").due) == "9 02:00"


def test_a_clock_keeps_its_time_when_priority_or_policy_change() -> None:
    for change in (("8 12:00", Kind.PRIORITY, "low"), ("8 12:00", Kind.POLICY, LONGER)):
        assert reading(ledger(CREATED, change, policy=LONGER), RESOLUTION, "8 12:00").elapsed == 3 * HOUR


def test_the_update_clock_counts_from_the_oldest_question() -> None:
    case = ledger(CREATED, ANSWERED, ("8 10:00", Kind.ASKED), ("8 11:00", Kind.ASKED), ("8 12:30", Kind.ASKED))
    found = reading(case, UPDATE, "8 12:30")
    assert (say(found.due), found.cycle, found.breached) == ("8 12:00", 1, True)


def test_the_update_clock_starts_with_every_question_afresh() -> None:
    case = ledger(
        CREATED, ANSWERED, ("8 10:00", Kind.ASKED), ("8 11:00", Kind.REPLIED), ("8 12:00", Kind.ASKED)
    )  # fmt: skip
    assert say(reading(case, UPDATE, "8 12:00").due) == "8 14:00"
    assert fired(case, UPDATE, "8 13:00") == [("50%", "8 13:00")]


def test_a_hold_pauses_the_update_clock() -> None:
    case = ledger(CREATED, ANSWERED, ("8 10:00", Kind.ASKED), ("8 11:00", Kind.HELD, CALLER), ("8 14:00", Kind.RESUMED))
    assert reading(case, UPDATE, "8 12:00").phase is Phase.PAUSED
    assert say(reading(case, UPDATE, "8 14:00").due) == "8 15:00"


def test_resolving_answers_the_question_and_reopening_does_not_ask_it_again() -> None:
    case = ledger(CREATED, ANSWERED, ("8 10:00", Kind.ASKED), ("8 11:00", Kind.RESOLVED), ("9 10:00", Kind.REOPENED))
    assert reading(case, UPDATE, "8 16:00").elapsed == HOUR
    assert reading(case, UPDATE, "9 12:00").phase is Phase.STOPPED
    assert reading(case, UPDATE, "9 12:00").elapsed == HOUR


def test_round_the_clock_is_round_the_clock() -> None:
    case = ledger(CREATED, calendar="always")
    assert say(reading(case, RESOLUTION, "8 09:00", LINES).due) == "8 17:00"
