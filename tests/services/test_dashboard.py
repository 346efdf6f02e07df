"""The dashboard: each figure is what its rows are, and what the report of the figures says."""

from datetime import UTC, timedelta
from pathlib import Path

import pytest

from app.domain.errors import NotAllowed, Unavailable
from app.domain.instants import HOUR
from app.domain.sla.policy import Clock, Policy
from app.domain.vocabulary import State
from app.services.dashboard.dto import RANGES, Figure, Figures, Section, Unit, Wanted
from app.services.dashboard.export import NAMES, write_figures
from app.services.incidents.queue_dto import QueueQuery
from tests.support.crew import Crew

_WANTED = Wanted(zone=UTC)


def busy(crew: Crew) -> None:
    """A few weeks of work: resolved in time and late, waiting, nobody's, and young ones."""
    policy = Policy("", 1, "All", {Clock.RESPONSE: HOUR, Clock.RESOLUTION: 8 * HOUR})
    crew.desk.sla_admin.publish_book(crew.admin, "desk", [policy], False)
    for number in range(6):
        crew.clock.advance(days=3)
        group = crew.network if number % 2 else crew.service_desk
        ref = crew.log(group_id=group, assignee_id=(crew.engineer if number % 2 else crew.agent).person_id)
        if number < 4:
            crew.clock.advance(hours=30 if number == 1 else 1)
            crew.bring_to(ref, State.RESOLVED)
    crew.clock.advance(days=1)
    crew.log(impact=1, urgency=1)
    crew.log()
    crew.clock.advance(minutes=20)


def found(crew: Crew, figure: Figure) -> int:
    """How many rows the queue shows for a figure."""
    query = QueueQuery(figure.filter_text, group_by="none", zone=UTC, at=crew.clock.now())
    return crew.desk.queue.summary(crew.supervisor, query).total


def the(figures: Figures, section: Section, key: str) -> Figure:
    return next(each for each in figures.of(section) if each.key == key)


@pytest.mark.parametrize("group", [False, True], ids=["all", "one group"])
def test_every_count_is_the_number_of_its_rows(crew: Crew, group: bool) -> None:
    busy(crew)
    name = next(each.label for each in crew.desk.people.groups(crew.agent) if each.id == crew.service_desk)
    wanted = _WANTED._replace(group=name if group else "")
    now = crew.desk.dashboard.now(crew.supervisor, wanted)
    stretch = crew.desk.dashboard.stretch(crew.supervisor, wanted)
    counted = [each for each in (*now.figures, *stretch.figures) if each.unit is Unit.COUNT]
    assert len(counted) > 40
    assert {each.key: each.value for each in counted if each.value != found(crew, each)} == {}
    assert the(now, Section.NOW, "open").value == (1 if group else 4)
    assert bool(now.of(Section.TEAM)) is not group
    assert sum(each.value or 0 for each in now.of(Section.PRIORITY)) == the(now, Section.NOW, "open").value
    assert sum(each.value or 0 for each in now.of(Section.AGE)) == the(now, Section.NOW, "open").value


@pytest.mark.parametrize("days", RANGES)
def test_shares_and_times_are_those_of_the_report(crew: Crew, days: int) -> None:
    busy(crew)
    stretch = crew.desk.dashboard.stretch(crew.supervisor, _WANTED._replace(days=days))
    report = crew.desk.kpi.report(crew.supervisor, stretch.first_day, stretch.last_day)
    assert stretch.last_day - stretch.first_day == timedelta(days=days - 1)
    for key in ("response", "resolution"):
        figure, clock = the(stretch, Section.STRETCH, key), report.clocks.get(key)
        assert (figure.value, figure.of) == ((clock.share, clock.counted) if clock else (None, 0))
    assert the(stretch, Section.STRETCH, "mttr").value == report.mttr_hours.median
    assert the(stretch, Section.STRETCH, "opened").value == report.incidents
    former = crew.desk.kpi.report(
        crew.supervisor, stretch.first_day - timedelta(days=days), stretch.first_day - timedelta(days=1)
    )
    assert the(stretch, Section.STRETCH, "mttr").before == former.mttr_hours.median


def test_weeks_go_from_monday_and_end_today(crew: Crew) -> None:
    busy(crew)
    stretch = crew.desk.dashboard.stretch(crew.supervisor, _WANTED._replace(days=90))
    weeks = stretch.of(Section.RESOLUTION_BY_WEEK)
    assert len(weeks) == 12
    assert sum(each.of or 0 for each in weeks) == the(stretch, Section.STRETCH, "resolution").of
    assert weeks[-1].filter_text.endswith(f"..{stretch.last_day}")
    late = [each for each in weeks if each.of and each.value != 1]
    assert len(late) == 1, "one was resolved late"


def test_days_before_tell_what_stood_open_and_breached_when_they_ended(crew: Crew) -> None:
    """As somebody would have counted it then: after each day the figures of now are kept, and compared in the end."""
    policy = Policy("", 1, "All", {Clock.RESPONSE: HOUR, Clock.RESOLUTION: 8 * HOUR})
    crew.desk.sla_admin.publish_book(crew.admin, "desk", [policy], False)
    seen: dict[str, tuple[float | None, float | None]] = {}
    first, second = crew.log(), None
    for day in range(9):
        crew.clock.set(crew.clock.now().replace(hour=10, minute=0))
        if day == 2:
            second = crew.log()
            crew.log(group_id=crew.network)
        if day == 4:
            crew.bring_to(first, State.RESOLVED)
        if day == 6 and second is not None:
            crew.bring_to(second, State.RESOLVED)
        crew.clock.set(crew.clock.now().replace(hour=23, minute=59))
        now = crew.desk.dashboard.now(crew.supervisor, _WANTED)
        seen[str(crew.clock.now().date())] = (
            the(now, Section.NOW, "open").value,
            the(now, Section.NOW, "breached").value,
        )
        crew.clock.advance(minutes=2)
    stretch = crew.desk.dashboard.stretch(crew.supervisor, _WANTED)
    told = {
        still.key: (still.value, late.value)
        for still, late in zip(stretch.of(Section.OPEN_BY_DAY), stretch.of(Section.BREACHED_BY_DAY), strict=True)
    }
    assert {day: told[day] for day in seen if day in told} == seen
    assert len(told) == 13
    assert {opened for opened, _ in seen.values()} >= {1, 2, 3}
    assert {late for _, late in seen.values()} >= {1, 2}
    assert {told[day] for day in told if day < min(seen)} == {(0, 0)}


def test_days_before_are_those_of_the_group(crew: Crew) -> None:
    crew.log(group_id=crew.network)
    crew.log(group_id=crew.service_desk)
    crew.clock.advance(days=1)
    name = next(each.label for each in crew.desk.people.groups(crew.agent) if each.id == crew.network)
    stretch = crew.desk.dashboard.stretch(crew.supervisor, _WANTED._replace(group=name))
    assert stretch.of(Section.OPEN_BY_DAY)[-1].value == 1


def test_the_backlog_adds_up_to_what_is_open(crew: Crew) -> None:
    busy(crew)
    now = crew.desk.dashboard.now(crew.supervisor, _WANTED)
    backlog = now.of(Section.BACKLOG)
    assert sum(each.value or 0 for each in backlog) == the(now, Section.NOW, "open").value
    assert {each.label for each in backlog} >= {"No group"}
    assert {each.key: each.value for each in backlog if each.value != found(crew, each)} == {}


def test_arrivals_stand_in_their_hour_and_are_all_in_the_queue(crew: Crew) -> None:
    busy(crew)
    stretch = crew.desk.dashboard.stretch(crew.supervisor, _WANTED)
    arrivals = stretch.of(Section.ARRIVALS)
    assert len(arrivals) == 7 * 24
    assert len({each.filter_text for each in arrivals}) == 1
    assert sum(each.value or 0 for each in arrivals) == found(crew, arrivals[0]) > 0
    day, hour = next(each.key for each in arrivals if each.value).split("-")
    rows = crew.desk.queue.page(crew.supervisor, QueueQuery(arrivals[0].filter_text, group_by="none", zone=UTC)).rows
    assert (int(day), int(hour)) in {(row.reported_at.weekday(), row.reported_at.hour) for row in rows}


def test_shares_stand_beside_the_goals_of_the_desk(crew: Crew) -> None:
    busy(crew)
    goals = {each.key: each.goal for each in crew.desk.dashboard.stretch(crew.supervisor, _WANTED).of(Section.STRETCH)}
    assert (goals["response"], goals["resolution"], goals["mttr"]) == (0.95, 0.9, None)
    crew.desk.settings_admin.set_number(crew.admin, "resolution_goal_percent", 80)
    crew.desk.settings_admin.set_number(crew.admin, "response_goal_percent", 0)
    stretch = crew.desk.dashboard.stretch(crew.supervisor, _WANTED)
    goals = {each.key: each.goal for each in stretch.of(Section.STRETCH)}
    assert (goals["response"], goals["resolution"]) == (None, 0.8)
    assert {each.goal for each in stretch.of(Section.RESOLUTION_BY_WEEK)} == {0.8}


def test_a_desk_without_incidents_has_figures_too(crew: Crew) -> None:
    now = crew.desk.dashboard.now(crew.supervisor, _WANTED)
    stretch = crew.desk.dashboard.stretch(crew.supervisor, _WANTED)
    assert {each.value for each in now.figures} == {0}
    assert the(stretch, Section.STRETCH, "response").value is None, "a share of nothing is not 100 %"


def test_agents_and_callers_are_refused(crew: Crew) -> None:
    for actor in (crew.agent, crew.requester):
        with pytest.raises(NotAllowed):
            crew.desk.dashboard.now(actor, _WANTED)
        with pytest.raises(NotAllowed):
            crew.desk.dashboard.stretch(actor, _WANTED)


def test_the_file_has_the_same_values(crew: Crew, tmp_path: Path) -> None:
    busy(crew)
    now = crew.desk.dashboard.now(crew.supervisor, _WANTED)
    path = tmp_path / "own" / "figures.csv"
    path.parent.mkdir()
    assert write_figures(path, [now]) == len(now.figures)
    first, *lines = path.read_text("utf-8-sig").splitlines()
    assert first == ",".join(NAMES)
    assert [float(line.split(",")[2]) for line in lines] == [each.value for each in now.figures]
    with pytest.raises(Unavailable, match="Nothing was exported"):
        write_figures(tmp_path / "missing" / "figures.csv", [now])
    assert [each.name for each in path.parent.iterdir()] == ["figures.csv"]
