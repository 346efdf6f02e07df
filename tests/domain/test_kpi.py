import json
from dataclasses import fields
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kpi import IncidentFacts, KpiReport, kpi_report, percentile

OPENED = datetime(2026, 3, 31, 23, 30, tzinfo=UTC)


def _incident(hours: float | None = None, **fields_: object) -> IncidentFacts:
    usual = IncidentFacts(
        opened_at=OPENED,
        resolved_at=None if hours is None else OPENED + timedelta(hours=hours),
        is_open=hours is None,
        reopenings=0,
        reassignments=0,
        priority=3,
        group="Network",
        recorded_sla=None,
    )
    return usual._replace(**fields_)  # type: ignore[arg-type]  # the tests name fields and types together


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([], 0.5, None),
        ([7.0], 0.9, 7.0),
        ([1.0, 2.0], 0.5, 1.5),
        ([1.0, 2.0, 3.0, 4.0], 0.9, 3.7),
        ([10.0, 20.0, 30.0], 0.0, 10.0),
        ([10.0, 20.0, 30.0], 1.0, 30.0),
    ],
)
def test_percentiles_are_interpolated(values: list[float], share: float, expected: float | None) -> None:
    assert percentile(values, share) == (None if expected is None else pytest.approx(expected))


def test_a_desk_without_incidents_has_no_shares_and_no_means() -> None:
    report = kpi_report([])
    assert (report.incidents, report.sla.share, report.mttr_hours.mean, report.mttr_hours.count) == (0, None, None, 0)
    assert report.by_priority == {}


def test_unresolved_incidents_are_left_out_of_the_mean_and_counted_as_open() -> None:
    report = kpi_report([_incident(2), _incident(4), _incident()])
    assert (report.incidents, report.resolved, report.open) == (3, 2, 1)
    assert (report.mttr_hours.mean, report.mttr_hours.median, report.mttr_hours.count) == (3, 3, 2)


def test_a_closed_incident_without_a_resolution_is_neither_open_nor_resolved() -> None:
    report = kpi_report([_incident(None, is_open=False)])
    assert (report.resolved, report.open) == (0, 0)


def test_duplicates_are_counted_but_not_averaged() -> None:
    report = kpi_report([_incident(2), _incident(100, is_duplicate=True)])
    assert (report.incidents, report.resolved, report.mttr_hours.mean, report.mttr_hours.count) == (2, 2, 2, 1)


def test_incidents_are_counted_once_however_often_they_came_back() -> None:
    report = kpi_report([_incident(1, reopenings=3, reassignments=2), _incident(1, reassignments=5), _incident(1)])
    assert (report.reopened_incidents, report.reopenings) == (1, 3)
    assert (report.reassigned_incidents, report.reassignments) == (2, 7)


def test_an_unknown_sla_outcome_is_not_in_the_denominator() -> None:
    sla = kpi_report([_incident(recorded_sla=True), _incident(recorded_sla=False), _incident()]).sla
    assert (sla.met, sla.counted, sla.share) == (1, 2, 0.5)


def test_priorities_stand_in_order_with_the_missing_one_last() -> None:
    report = kpi_report([_incident(priority=None), _incident(priority=10), _incident(priority=2)])
    assert list(report.by_priority) == ["2", "10", "none"]


def test_only_the_ten_largest_groups_are_listed_the_largest_first() -> None:
    incidents = [_incident(group=f"G{n:02}") for n in range(12) for _ in range(n)] + [_incident(group=None)] * 99
    report = kpi_report(incidents)
    assert [(part.group, part.incidents) for part in report.by_group] == [(f"G{n:02}", n) for n in range(11, 1, -1)]


def test_months_are_those_of_utc() -> None:
    later = OPENED + timedelta(hours=1)
    assert kpi_report([_incident(opened_at=later), _incident()]).opened_per_month == {"2026-03": 1, "2026-04": 1}


def test_the_report_is_plain_json_with_the_promised_keys() -> None:
    data = json.loads(json.dumps(kpi_report([_incident(2, recorded_sla=True)]).as_data()))
    assert list(data) == [field.name for field in fields(KpiReport)]
    part = {
        "incidents": 1,
        "resolved": 1,
        "mttr_hours": {"mean": 2.0, "median": 2.0, "p90": 2.0, "count": 1},
        "sla": {"met": 1, "counted": 1, "share": 1.0},
    }
    assert data["by_priority"] == {"3": part}
    assert data["by_group"] == [{"group": "Network", **part}]


_FACTS = st.builds(
    IncidentFacts,
    opened_at=st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  # the strategy takes naive bounds
    resolved_at=st.none() | st.datetimes(datetime(2030, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  # the strategy takes naive bounds
    is_open=st.booleans(),
    reopenings=st.integers(0, 5),
    reassignments=st.integers(0, 5),
    priority=st.none() | st.integers(1, 5),
    group=st.sampled_from([None, "A", "B", "C"]),
    recorded_sla=st.none() | st.booleans(),
)


@given(st.lists(_FACTS, max_size=40))
def test_the_parts_add_up_to_the_whole(facts: list[IncidentFacts]) -> None:
    report = kpi_report(facts)
    parts = report.by_priority.values()
    assert sum(part.incidents for part in parts) == report.incidents == len(facts)
    assert sum(part.resolved for part in parts) == report.resolved
    assert sum(part.sla.met for part in parts) == report.sla.met
    assert sum(part.sla.counted for part in parts) == report.sla.counted
    assert sum(part.mttr_hours.count for part in parts) == report.mttr_hours.count
    assert sum(report.opened_per_month.values()) == report.incidents
    whole = sum((part.mttr_hours.mean or 0) * part.mttr_hours.count for part in parts)
    assert whole == pytest.approx((report.mttr_hours.mean or 0) * report.mttr_hours.count)


@given(st.lists(_FACTS, min_size=1, max_size=40))
def test_the_figures_do_not_depend_on_the_order(facts: list[IncidentFacts]) -> None:
    first, second = kpi_report(facts), kpi_report(facts[::-1])
    assert first.mttr_hours.p90 == second.mttr_hours.p90
    assert first.by_priority.keys() == second.by_priority.keys()
    assert (first.sla, first.opened_per_month) == (second.sla, second.opened_per_month)
