"""Regression cases: what went wrong in other service desks, each as a test (clock research part 5, by its numbers).

Cases 9, 14 to 20, 27 and 28 are about who runs the clocks and who shows them; what of them is decided here, is here.
"""

from datetime import date, datetime, timedelta, timezone

import pytest

from app.domain.calendar import Calendar, Holiday, Span
from app.domain.instants import HOUR, MINUTE, micros
from app.domain.sla.firing import firings
from app.domain.sla.fold import Phase
from app.domain.sla.ledger import Kind, Promise
from app.domain.sla.policy import Clock, Policy
from app.domain.sla.thresholds import BREACH, after_due, before_due, percent
from app.domain.timeline import Timeline
from tests.support.sla_desk import CALLER, LINES, OFFICE, STANDARD, VENDOR, at, fired, ledger, reading, say

RESPONSE, RESOLUTION, UPDATE = Clock.RESPONSE, Clock.RESOLUTION, Clock.UPDATE
CREATED = ("8 09:00", Kind.CREATED)


def with_thresholds(*points: object, target: int = 4 * HOUR) -> Policy:
    return Policy("p", 1, "p", {RESOLUTION: target}, thresholds={RESOLUTION: points})  # type: ignore[dict-item]  # tests write points briefly


def test_01_a_hold_over_the_weekend_adds_only_its_opening_time() -> None:
    case = ledger(("9 15:00", Kind.CREATED), ("9 16:00", Kind.HELD, CALLER), ("12 10:00", Kind.RESUMED))
    assert say(reading(case, RESOLUTION, "12 10:00").due) == "12 17:00"
    assert reading(case, RESOLUTION, "12 10:00").elapsed == HOUR
    whole = ledger(("9 15:00", Kind.CREATED), ("9 17:00", Kind.HELD, CALLER), ("12 09:00", Kind.RESUMED))
    none = ledger(("9 15:00", Kind.CREATED))
    assert reading(whole, RESOLUTION, "12 09:00").due == reading(none, RESOLUTION, "12 09:00").due


def test_02_resolving_straight_from_hold_leaves_the_hold_out() -> None:
    case = ledger(CREATED, ("8 10:00", Kind.HELD, CALLER), ("8 16:00", Kind.RESOLVED))
    found = reading(case, RESOLUTION, "20 12:00")
    assert (found.phase, found.elapsed, found.breached) == (Phase.STOPPED, HOUR, False)
    again = ledger(CREATED, ("8 10:00", Kind.HELD, CALLER), ("8 16:00", Kind.RESOLVED), ("9 09:00", Kind.REOPENED))
    assert reading(again, RESOLUTION, "9 10:00").phase is Phase.RUNNING


def test_03_a_new_target_during_a_hold_keeps_the_holds_excluded() -> None:
    case = ledger(CREATED, ("8 10:00", Kind.HELD, CALLER), ("8 15:00", Kind.PRIORITY, "1"), ("9 09:00", Kind.RESUMED))
    held = reading(case, RESOLUTION, "8 16:00")
    assert (held.phase, held.elapsed, held.breached, held.due) == (Phase.PAUSED, HOUR, False, None)
    assert say(reading(case, RESOLUTION, "9 09:00").due) == "9 10:00"


def test_04_a_target_that_is_already_exceeded_is_breached_at_the_change_and_told_once() -> None:
    case = ledger(CREATED, ("8 12:00", Kind.PRIORITY, "1"))
    found = reading(case, RESOLUTION, "8 12:00")
    assert found.breached
    assert say(found.due) == "8 11:00"
    assert fired(case, RESOLUTION, "20 12:00") == [
        ("50%", "8 12:00"), ("75%", "8 12:00"), ("90%", "8 12:00"), ("100%", "8 12:00"),
    ]  # fmt: skip


def test_05_what_is_created_outside_hours_starts_at_opening() -> None:
    case = ledger(("8 20:00", Kind.CREATED), ("9 08:00", Kind.REPLIED))
    assert reading(case, RESPONSE, "9 12:00").elapsed == 0
    assert reading(case, RESPONSE, "9 12:00").breached is False
    assert say(reading(ledger(("8 20:00", Kind.CREATED)), RESPONSE, "8 21:00").due) == "9 10:00"
    holiday = {"office": Timeline(Calendar("UTC", OFFICE, (Holiday(date(2025, 5, 9)),)))}
    assert say(reading(ledger(("9 10:00", Kind.CREATED)), RESPONSE, "9 11:00", holiday).due) == "12 10:00"


def test_06_a_time_before_due_is_opening_time() -> None:
    week = ((Span(8 * 3600, 18 * 3600),),) * 7
    lines = {"office": Timeline(Calendar("UTC", week))}
    case = ledger(("8 17:00", Kind.CREATED), policy=with_thresholds(before_due(HOUR), after_due(30 * MINUTE), BREACH))
    assert say(reading(case, RESOLUTION, "8 17:00", lines).due) == "9 11:00"
    assert fired(case, RESOLUTION, "9 18:00", lines) == [("-1h", "9 10:00"), ("breach", "9 11:00"), ("+30m", "9 11:30")]
    evening = ledger(
        ("8 17:30", Kind.CREATED), policy=with_thresholds(before_due(HOUR), target=60 * MINUTE + 90 * MINUTE)
    )
    assert fired(evening, RESOLUTION, "10 09:00", lines) == [("-1h", "9 09:00")]


def test_07_lunch_is_not_counted() -> None:
    week = ((Span(9 * 3600, 12 * 3600), Span(13 * 3600, 17 * 3600)),) * 7
    lines = {"office": Timeline(Calendar("UTC", week))}
    case = ledger(("8 11:00", Kind.CREATED), policy=with_thresholds())
    assert say(reading(case, RESOLUTION, "8 11:00", lines).due) == "8 16:00"


@pytest.mark.parametrize(
    ("zone", "created", "due"),
    [
        ("Europe/Berlin", "2025-03-29T20:00:00+01:00", "2025-03-30T05:00:00+02:00"),
        ("Europe/Berlin", "2025-10-25T20:00:00+02:00", "2025-10-26T03:00:00+01:00"),
        ("America/New_York", "2025-11-01T20:00:00-04:00", "2025-11-02T03:00:00-05:00"),
        ("Australia/Lord_Howe", "2025-04-05T20:00:00+11:00", "2025-04-06T03:30:00+10:30"),
    ],
)
def test_08_nights_on_which_clocks_change(zone: str, created: str, due: str) -> None:
    lines = {"office": Timeline(Calendar(zone, ((Span(0, 86_400),),) * 7))}
    case = ledger((created, Kind.CREATED), policy=with_thresholds(target=8 * HOUR))
    assert reading(case, RESOLUTION, created, lines).due == at(due)


def test_09_instants_are_the_same_from_every_zone() -> None:
    local = datetime(2025, 5, 8, 15, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert micros(local) == at("8 10:00")
    with pytest.raises(TypeError):
        micros(local.replace(tzinfo=None))


def test_10_targets_are_opening_time_whatever_a_day_is() -> None:
    case = ledger(CREATED, policy=with_thresholds(target=24 * HOUR))
    assert say(reading(case, RESOLUTION, "8 09:00").due) == "12 17:00"


def test_11_nearly_all_is_not_all() -> None:
    case = ledger(CREATED, policy=with_thresholds(percent(100), BREACH), calendar="always")
    due = at("8 13:00")
    before = firings(case, LINES, due - 1)
    assert not before
    assert [item.threshold.key for item in firings(case, LINES, due)] == ["100%"]
    assert [(item.threshold.key, item.at) for item in firings(case, LINES, due + 1)][1] == ("breach", due + 1)
    assert reading(case, RESOLUTION, "8 13:00").breached is False
    assert reading(case, RESOLUTION, "8 12:59").percent == 99


def test_12_only_the_desk_answers_and_only_the_caller_asks() -> None:
    case = ledger(CREATED, ("8 09:30", Kind.REPLIED), ("8 10:00", Kind.REPLIED))
    assert say(reading(case, RESPONSE, "8 12:00").stopped_at) == "8 09:30"
    assert reading(case, UPDATE, "9 12:00").phase is Phase.NONE
    assert reading(case, UPDATE, "9 12:00").breached is None


def test_13_before_the_first_answer_only_the_response_counts() -> None:
    case = ledger(CREATED, ("8 09:10", Kind.ASKED), ("8 11:00", Kind.ASKED))
    assert reading(case, UPDATE, "9 12:00").phase is Phase.NONE
    assert reading(case, RESPONSE, "8 12:00").breached


def test_14_15_what_has_fired_does_not_depend_on_when_one_looks() -> None:
    case = ledger(CREATED)
    late = firings(case, LINES, at("28 12:00"))
    piecemeal = [item for day in range(8, 28) for item in firings(case, LINES, at(f"{day} 12:00"))]
    assert {item.key("i") for item in piecemeal} == {item.key("i") for item in late}
    assert fired(case, RESOLUTION, "28 12:00")[-1] == ("100%", "8 17:00")


def test_21_a_merged_duplicate_has_no_clocks_and_the_primary_counts_from_it() -> None:
    duplicate = ledger(CREATED, ("8 09:30", Kind.MERGED))
    found = reading(duplicate, RESPONSE, "9 12:00")
    assert (found.phase, found.due, found.breached, found.reason) == (Phase.VOID, None, None, "merged")
    assert not fired(duplicate, RESOLUTION, "20 12:00")
    primary = ledger(("8 12:00", Kind.CREATED), ("8 13:00", Kind.ABSORBED, at("8 09:00")))
    assert reading(primary, RESOLUTION, "8 12:59").elapsed == 59 * MINUTE
    assert reading(primary, RESOLUTION, "8 13:00").elapsed == 4 * HOUR
    assert fired(primary, RESOLUTION, "8 14:59") == [("50%", "8 13:00")]
    assert reading(primary, RESPONSE, "8 13:00").breached


def test_21_a_duplicate_that_is_younger_or_came_too_late_changes_nothing() -> None:
    case = ledger(CREATED, ("8 10:00", Kind.REPLIED), ("8 13:00", Kind.ABSORBED, at("8 12:00")))
    assert reading(case, RESOLUTION, "8 13:00").elapsed == 4 * HOUR
    older = ledger(CREATED, ("8 10:00", Kind.REPLIED), ("8 13:00", Kind.ABSORBED, at("7 09:00")))
    assert reading(older, RESPONSE, "8 13:00").elapsed == HOUR
    assert reading(older, RESOLUTION, "8 13:00").elapsed == 12 * HOUR


def test_21_cancelling_voids_and_restoring_goes_on() -> None:
    case = ledger(CREATED, ("8 11:00", Kind.CANCELED), ("9 10:00", Kind.REOPENED))
    void = reading(case, RESOLUTION, "8 15:00")
    assert (void.phase, void.elapsed, void.breached, void.remaining, void.percent) == (
        Phase.VOID,
        2 * HOUR,
        None,
        None,
        None,
    )
    assert say(reading(case, RESOLUTION, "9 10:00").due) == "9 16:00"
    assert reading(case, RESPONSE, "9 10:00").phase is Phase.RUNNING
    assert reading(case, UPDATE, "9 10:00").phase is Phase.NONE
    answered = ledger(CREATED, ("8 09:30", Kind.REPLIED), ("8 11:00", Kind.CANCELED), ("9 10:00", Kind.REOPENED))
    assert reading(answered, RESPONSE, "8 12:00").breached is None
    assert reading(answered, RESPONSE, "9 12:00").phase is Phase.STOPPED


def test_22_reopening_continues_and_the_time_between_is_neither_work_nor_pause() -> None:
    case = ledger(CREATED, ("8 12:00", Kind.RESOLVED), ("9 12:00", Kind.REOPENED))
    assert say(reading(case, RESOLUTION, "9 12:00").due) == "9 17:00"
    assert reading(case, RESOLUTION, "9 12:00").elapsed == 3 * HOUR
    assert reading(case, RESPONSE, "9 12:00").phase is Phase.STOPPED


def test_23_a_due_date_set_by_hand_survives_holds_and_changes() -> None:
    by_hand = ("8 09:30", Kind.PROMISED, Promise(RESOLUTION, at("9 19:00")))
    case = ledger(
        CREATED, by_hand, ("8 10:00", Kind.HELD, CALLER), ("9 09:00", Kind.RESUMED), ("9 09:30", Kind.PRIORITY, "1")
    )
    for when in ("8 09:30", "8 12:00", "9 12:00"):
        found = reading(case, RESOLUTION, when)
        assert (say(found.due), found.promised, found.target) == ("9 19:00", at("9 19:00"), None)
    assert reading(case, RESOLUTION, "9 19:00").breached is False
    assert reading(case, RESOLUTION, "9 19:01").breached is True
    assert reading(case, RESOLUTION, "9 18:00").remaining == HOUR
    assert fired(case, RESOLUTION, "10 09:00") == [
        ("50%", "9 02:00"), ("75%", "9 10:30"), ("90%", "9 15:36"), ("100%", "9 19:00"),
    ]  # fmt: skip
    assert say(reading(case, RESPONSE, "8 09:30").due) == "8 10:00"


def test_23_a_due_date_by_hand_can_be_taken_back_and_is_frozen_at_the_stop() -> None:
    by_hand = ("8 09:30", Kind.PROMISED, Promise(RESOLUTION, at("8 12:00")))
    back = ledger(CREATED, by_hand, ("8 11:00", Kind.PROMISED, Promise(RESOLUTION, None)))
    assert say(reading(back, RESOLUTION, "8 11:00").due) == "8 17:00"
    stopped = ledger(
        CREATED, by_hand, ("8 13:00", Kind.RESOLVED), ("8 14:00", Kind.PROMISED, Promise(RESOLUTION, at("9 12:00")))
    )
    assert reading(stopped, RESOLUTION, "8 15:00").breached
    assert reading(stopped, RESOLUTION, "8 15:00").remaining == -HOUR
    in_time = ledger(CREATED, by_hand, ("8 12:00", Kind.RESOLVED))
    assert fired(in_time, RESOLUTION, "9 12:00") == [("50%", "8 10:30"), ("75%", "8 11:15"), ("90%", "8 11:42")]


def test_24_open_clocks_follow_an_edit_of_the_calendar_and_closed_cycles_do_not() -> None:
    short = Calendar("UTC", ((Span(9 * 3600, 12 * 3600),),) * 5 + ((),) * 2)
    lines = {"office": Timeline(Calendar("UTC", OFFICE), (at("9 00:00"), short))}
    assert say(reading(ledger(("8 13:00", Kind.CREATED)), RESOLUTION, "8 13:00", lines).due) == "12 10:00"
    done = ledger(CREATED, ("8 16:00", Kind.RESOLVED))
    assert reading(done, RESOLUTION, "20 12:00", lines).elapsed == 7 * HOUR
    past = ledger(CREATED)
    assert say(reading(past, RESOLUTION, "9 12:00", lines).due) == "8 17:00"


def test_26_reasons_pause_one_by_one() -> None:
    policy = Policy("p", 1, "p", {RESOLUTION: 8 * HOUR}, pauses={RESOLUTION: frozenset({CALLER})})
    case = ledger(
        CREATED,
        ("8 10:00", Kind.HELD, VENDOR),
        ("8 12:00", Kind.HELD, CALLER),
        ("8 15:00", Kind.RESUMED),
        policy=policy,
    )
    assert reading(case, RESOLUTION, "8 11:00").phase is Phase.RUNNING
    paused = reading(case, RESOLUTION, "8 13:00")
    assert (paused.phase, paused.reason, paused.elapsed) == (Phase.PAUSED, CALLER, 3 * HOUR)
    assert reading(case, RESOLUTION, "8 16:00").elapsed == 4 * HOUR


def test_27_counting_again_gives_the_same() -> None:
    case = ledger(CREATED, ("8 10:00", Kind.HELD, CALLER), ("8 12:00", Kind.RESUMED), ("9 10:00", Kind.RESOLVED))
    fresh = {"office": Timeline(Calendar("UTC", OFFICE))}
    now, then = reading(case, RESOLUTION, "20 12:00"), reading(case, RESOLUTION, "9 10:00", fresh)
    assert (now.elapsed, now.breached, now.stopped_at) == (then.elapsed, then.breached, then.stopped_at)


def test_outside_hours_a_clock_stands_still_without_being_paused() -> None:
    case = ledger(CREATED)
    assert reading(case, RESOLUTION, "8 18:00").is_outside_hours
    assert not reading(case, RESOLUTION, "8 12:00").is_outside_hours
    assert reading(case, RESOLUTION, "8 18:00").phase is Phase.RUNNING


def test_without_a_policy_time_counts_and_nothing_is_promised() -> None:
    case = ledger(CREATED, ("8 11:00", Kind.POLICY, STANDARD), policy=None)
    bare = reading(case, RESOLUTION, "8 10:00")
    assert (bare.elapsed, bare.target, bare.due, bare.breached) == (HOUR, None, None, None)
    assert say(reading(case, RESOLUTION, "8 11:00").due) == "8 17:00"
