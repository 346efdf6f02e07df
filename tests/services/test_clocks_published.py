"""New versions of calendars and policies, dates by hand, and what each of them does to clocks that run or have stopped.

The numbers are those of the regression cases that the clock research distilled from other products (its part 5).
"""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.calendar import Calendar, Holiday, Span
from app.domain.errors import BadInput, NotAllowed, Refused
from app.domain.instants import HOUR
from app.domain.lifecycle import Step
from app.domain.sla.policy import Clock, Condition, Policy, Trait
from app.domain.vocabulary import LinkKind, State
from app.services.incidents.dto import FieldEdit, IncidentRef
from app.services.sla.dto import ClockView
from tests.support.clock_desk import computed_rows, kept_rows, timers, with_policies
from tests.support.crew import Crew


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of March 2026 in UTC; the 2nd is a Monday, and every test begins at its 09:00."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def resolution(crew: Crew, ref: IncidentRef) -> ClockView:
    """The resolution clock as it stands."""
    return crew.desk.sla.clocks(crew.agent, ref.id).clocks[1]


def office(crew: Crew) -> tuple[str, Calendar]:
    """The office hours of the sample."""
    found = next(each for each in crew.desk.sla_settings.calendars(crew.agent) if each.name == "Office hours")
    return found.id, found.calendar


def logged(crew: Crew) -> IncidentRef:
    """An incident of priority 3, due after 27 h of office hours: Thursday 09:00."""
    return crew.log(impact=2, urgency=2, group_id=crew.service_desk)


def test_24_open_clocks_follow_a_new_holiday_and_closed_ones_do_not(crew: Crew) -> None:
    done, going = logged(with_policies(crew)), logged(crew)
    crew.step(done, crew.way_to(State.RESOLVED)[0])
    before = kept_rows(crew)[done.id]
    assert resolution(crew, going).due_at == at(5, 9)
    crew.clock.advance(minutes=1)
    calendar_id, hours = office(crew)
    closed = Calendar(hours.zone, hours.week, (Holiday(date(2026, 3, 4), name="Founder's day"),))
    crew.desk.sla_admin.publish_calendar(crew.supervisor, calendar_id, "Office hours", closed, None, "We celebrate")
    assert resolution(crew, going).due_at == at(6, 9)
    assert kept_rows(crew)[going.id]["resolution_due_at"] == at(6, 9)
    assert kept_rows(crew)[done.id] == before
    versions = crew.desk.sla_settings.calendar_versions(crew.agent, calendar_id)
    assert [(each.number, each.created_by_name, each.note) for each in versions][1] == (2, "Sven Lind", "We celebrate")
    assert kept_rows(crew) == computed_rows(crew)


def test_a_holiday_that_is_over_gives_no_time_back_and_one_to_come_waits(crew: Crew) -> None:
    ref = logged(with_policies(crew))
    crew.clock.advance(hours=2)
    calendar_id, hours = office(crew)
    today = Calendar(hours.zone, hours.week, (Holiday(date(2026, 3, 2)),))
    crew.desk.sla_admin.publish_calendar(crew.supervisor, calendar_id, "Office hours", today, at(3, 0), "")
    assert resolution(crew, ref).due_at == at(5, 9)
    with pytest.raises(BadInput, match="has passed"):
        crew.desk.sla_admin.publish_calendar(crew.supervisor, calendar_id, "Office hours", hours, at(1, 0), "")
    with pytest.raises(BadInput, match="is to come"):
        crew.desk.sla_admin.publish_calendar(crew.supervisor, calendar_id, "Office hours", hours, at(2, 12), "")


def test_policies_hold_for_new_incidents_and_for_open_ones_only_when_it_is_said(crew: Crew) -> None:
    old = logged(with_policies(crew))
    crew.clock.advance(hours=1)
    book = crew.desk.sla_settings.books(crew.agent, "desk")[-1]
    shorter = tuple(
        Policy(each.policy_id, each.version, each.name, {Clock.RESOLUTION: 9 * HOUR}, each.calendar_id,
               conditions=each.conditions)
        for each in book.policies
    )  # fmt: skip
    preview = crew.desk.sla_settings.preview_book(crew.supervisor, "desk", shorter)
    told = {(each.clock, each.before, each.after) for each in preview}
    assert told == {("response", at(2, 13), None), ("resolution", at(5, 9), at(3, 9))}
    assert crew.desk.sla_admin.publish_book(crew.supervisor, "desk", shorter, False, "Shorter") == 2
    new = logged(crew)
    assert resolution(crew, old).due_at == at(5, 9)
    assert resolution(crew, new).due_at == at(3, 10)
    assert resolution(crew, new).policy_version == 2
    crew.clock.advance(hours=1)
    assert crew.desk.sla_admin.publish_book(crew.supervisor, "desk", shorter, True, "For all") == 3
    assert resolution(crew, old).due_at == at(3, 9)
    assert {each.number for each in crew.desk.sla_settings.books(crew.agent, "desk")} == {1, 2, 3}
    assert kept_rows(crew) == computed_rows(crew)


@pytest.mark.parametrize(
    ("conditions", "pauses", "sentence"),
    [
        ((Condition(Trait.VIP, frozenset({"perhaps"})),), None, "never attaches"),
        ((), {Clock.RESOLUTION: frozenset({"lunch"})}, "never pauses"),
    ],
)
def test_26_a_policy_that_cannot_work_is_refused(
    conditions: tuple[Condition, ...], pauses: dict[Clock, frozenset[str]] | None, sentence: str, crew: Crew
) -> None:
    with_policies(crew)
    policy = Policy(crew.desk.new_id(), 1, "Odd", {Clock.RESOLUTION: HOUR}, conditions=conditions)
    if pauses is not None:
        policy = Policy(policy.policy_id, 1, "Odd", {Clock.RESOLUTION: HOUR}, pauses=pauses)
    with pytest.raises(Refused, match=sentence):
        crew.desk.sla_admin.publish_book(crew.supervisor, "desk", (policy,), False, "")
    assert crew.desk.sla_settings.books(crew.agent, "desk")[-1].number == 1


def test_26_a_policy_whose_calendar_is_always_closed_is_refused(crew: Crew) -> None:
    with_policies(crew)
    policy = Policy(crew.desk.new_id(), 1, "Odd", {Clock.RESOLUTION: HOUR}, crew.desk.new_id())
    with pytest.raises(Refused, match="calendar that does not exist"):
        crew.desk.sla_admin.publish_book(crew.supervisor, "desk", (policy,), False, "")


def test_23_a_date_by_hand_survives_holds_and_is_taken_back(crew: Crew) -> None:
    ref = logged(with_policies(crew))
    promised = at(3, 7)
    with pytest.raises(NotAllowed):
        crew.desk.sla_admin.promise(crew.agent, ref.id, "resolution", promised, "The board asked")
    with pytest.raises(Refused, match="Say why"):
        crew.desk.sla_admin.promise(crew.supervisor, ref.id, "resolution", promised, " ")
    with pytest.raises(BadInput, match="future"):
        crew.desk.sla_admin.promise(crew.supervisor, ref.id, "resolution", at(2, 8), "The board asked")
    crew.desk.sla_admin.promise(crew.supervisor, ref.id, "resolution", promised, "The board asked")
    crew.step(ref, crew.hold())
    assert (resolution(crew, ref).due_at, resolution(crew, ref).face.promised) == (promised, True)
    crew.step(ref, Step(State.IN_PROGRESS))
    assert resolution(crew, ref).promised_at == promised
    assert kept_rows(crew)[ref.id]["due_at"] == at(2, 13)  # the response, which nobody promised anything for
    crew.desk.sla_admin.promise(crew.supervisor, ref.id, "resolution", None, "They found another way")
    assert (resolution(crew, ref).due_at, resolution(crew, ref).face.promised) == (at(5, 9, 1), False)
    changes = [(c.field, c.new) for item in crew.see(ref).journal for c in item.changes if "promised" in c.field]
    assert changes == [("promised_resolution", promised.isoformat()), ("promised_resolution", None)]
    assert kept_rows(crew) == computed_rows(crew)


def test_21_a_duplicate_has_void_clocks_at_once_until_the_link_is_taken_back(crew: Crew) -> None:
    older = logged(with_policies(crew))
    crew.clock.advance(hours=1)
    original = logged(crew)
    link = crew.link(older, original, LinkKind.DUPLICATE)
    row = kept_rows(crew)[older.id]
    assert (row["phase"], row["due_at"], row["resolution_phase"]) == ("none", None, "void")
    assert ("clocks", older.id) not in timers(crew)
    assert resolution(crew, original).due_at == at(5, 9)  # the caller has waited since the older one came in
    crew.clock.advance(hours=1)
    crew.desk.incidents.unlink(crew.agent, link)
    assert resolution(crew, older).due_at == at(5, 9)
    assert resolution(crew, original).due_at == at(5, 10)
    assert kept_rows(crew) == computed_rows(crew)


def test_22_reopening_goes_on_with_the_same_clock(crew: Crew) -> None:
    ref = logged(with_policies(crew))
    crew.clock.advance(hours=1)
    crew.desk.incidents.step(crew.agent, ref.id, crew.way_to(State.RESOLVED)[0])
    crew.clock.advance(hours=3)
    crew.desk.incidents.step(crew.agent, ref.id, Step(State.IN_PROGRESS, reason="It came back"))
    clock = resolution(crew, ref)
    assert (clock.cycle, clock.elapsed, clock.due_at) == (1, HOUR, at(5, 12))


def test_25_conditions_read_a_site_as_it_was_when_it_was_written(crew: Crew) -> None:
    with_policies(crew)
    at_harbour = Condition(Trait.SITE, frozenset({crew.site}))
    policies = (
        Policy(crew.desk.new_id(), 1, "Harbour", {Clock.RESOLUTION: HOUR}, office(crew)[0], conditions=(at_harbour,)),
        *crew.desk.sla_settings.books(crew.agent, "desk")[-1].policies,
    )
    crew.desk.sla_admin.publish_book(crew.supervisor, "desk", policies, True, "")
    ref = crew.log(impact=2, urgency=2, site_id=crew.site)
    crew.clock.advance(hours=2)
    assert resolution(crew, ref).face.breached
    crew.desk.incidents.edit(crew.agent, ref.id, {"site_id": FieldEdit(crew.site, None)})
    clock = resolution(crew, ref)
    assert (clock.policy_name, clock.elapsed, clock.face.target) == ("Moderate", 2 * HOUR, 27 * HOUR)
    first = crew.desk.sla.why(crew.agent, ref.id)[1].segments[0]
    assert (first.policy_name, first.target) == ("Harbour", HOUR)


def test_27_a_recount_finds_what_was_kept(crew: Crew) -> None:
    with_policies(crew)
    refs = [logged(crew) for _ in range(5)]
    for ref in refs[:3]:
        crew.bring_to(ref, State.CLOSED)
    before = kept_rows(crew)
    crew.clock.advance(days=3)
    seen: list[tuple[int, int]] = []
    result = crew.desk.sla_admin.recount(crew.supervisor, "desk", lambda done, total: seen.append((done, total)))
    assert kept_rows(crew) == before
    assert (result.done, result.total, seen) == (5, 5, [(5, 5)])
    stopped = crew.desk.sla_admin.recount(crew.supervisor, "desk", canceled=lambda: True)
    assert (stopped.done, stopped.total) == (0, 5)


def test_28_list_and_incident_show_one_figure(crew: Crew) -> None:
    refs = [logged(with_policies(crew)), crew.log(impact=1, urgency=1)]
    crew.step(refs[0], crew.hold())
    for ref in refs:
        row, shown = kept_rows(crew)[ref.id], crew.desk.sla.clocks(crew.agent, ref.id)
        assert (row["clock"], row["phase"]) == (shown.pressing.clock, shown.pressing.phase)
        for view in shown.clocks:
            assert row[f"{view.clock}_due_at"] == view.due_at
            assert row[f"{view.clock}_target"] == view.face.target


def test_a_desk_without_policies_gets_the_sample_and_its_open_incidents_clocks(crew: Crew) -> None:
    ref = logged(crew)
    assert resolution(crew, ref).face.target is None
    crew.clock.advance(hours=1)
    assert crew.desk.sla_admin.use_sample_policies(crew.supervisor, "desk", "UTC") == 1
    clock = resolution(crew, ref)
    assert (clock.policy_name, clock.elapsed) == ("Moderate", HOUR)  # attached late, counted from the beginning
    with pytest.raises(Refused, match="already"):
        crew.desk.sla_admin.use_sample_policies(crew.supervisor, "desk")
    assert kept_rows(crew) == computed_rows(crew)


def test_a_version_to_come_moves_the_due_instant_already(crew: Crew) -> None:
    ref = logged(with_policies(crew))
    calendar_id, hours = office(crew)
    half = Calendar(hours.zone, ((Span(8 * 3600, 12 * 3600),),) * 5 + ((),) * 2)
    crew.desk.sla_admin.publish_calendar(crew.supervisor, calendar_id, "Office hours", half, at(3, 0), "Summer hours")
    # 8 h on Monday, then 4 h a day: 19 h are left, which are four days and three hours.
    assert resolution(crew, ref).due_at == at(9, 11)
    assert kept_rows(crew)[ref.id]["resolution_due_at"] == at(9, 11)
    assert timers(crew)["clocks", ref.id] == at(2, 9) + timedelta(hours=2)
