from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.channels.importers.dates import DateOrder
from app.channels.importers.servicenow_log import read_log
from app.domain.imports import Delivery, FieldChange, SourceIncident, UnreadableFile
from app.domain.kpi import IncidentFacts, kpi_report
from tests.support.logs import COLUMNS, RESAVED, SAMPLE, log_row, log_text, needs_sample, write_log


def _facts(incident: SourceIncident) -> IncidentFacts:
    changes = [change for row in incident.rows for change in row.changes]
    ended = {"resolved", "closed"}
    return IncidentFacts(
        opened_at=incident.opened_at,
        resolved_at=incident.resolved_at,
        is_open=incident.state not in ended,
        reopenings=sum(c.field == "state" and c.old in ended and c.new not in ended for c in changes),
        reassignments=sum(c.field == "group" and None not in {c.old, c.new} for c in changes)
        + sum(row.unseen_reassignments for row in incident.rows),
        priority=incident.priority,
        group=incident.group,
        recorded_sla=incident.made_sla,
    )


def _only(delivery: Delivery) -> SourceIncident:
    (incident,) = delivery.incidents
    return incident


def _changes(delivery: Delivery) -> list[list[tuple[str | None, ...]]]:
    return [[tuple(change) for change in row.changes] for row in _only(delivery).rows]


@needs_sample
def test_the_sample_gives_the_figures_that_were_found_independently() -> None:
    delivery = read_log(SAMPLE)
    report = kpi_report(map(_facts, delivery.incidents))
    assert (delivery.rows, delivery.rejected, delivery.warnings) == (8205, [], [])
    assert (report.incidents, report.resolved, report.open) == (1200, 1165, 0)
    assert (report.reopened_incidents, report.reopenings) == (14, 16)
    assert (report.reassigned_incidents, report.reassignments) == (538, 1241)
    mttr = report.mttr_hours
    assert (mttr.mean, mttr.median, mttr.p90) == pytest.approx((331.8628, 67.6667, 737.3700), abs=1e-4)
    assert (report.sla.met, report.sla.counted) == (626, 1200)
    found: dict[str, object] = {
        key: (p.incidents, p.resolved, p.mttr_hours.mean, p.sla.met) for key, p in report.by_priority.items()
    }
    assert found == {
        "1": (21, 21, pytest.approx(581.3802, abs=1e-4), 1),
        "2": (43, 43, pytest.approx(126.3399, abs=1e-4), 0),
        "3": (1008, 974, pytest.approx(284.7525, abs=1e-4), 569),
        "4": (128, 127, pytest.approx(721.4928, abs=1e-4), 56),
    }
    assert report.opened_per_month == {"2016-02": 207, "2016-03": 993}
    tops = [(part.group, part.incidents) for part in report.by_group[:5]]
    assert tops == [("Group 70", 264), ("Group 24", 77), ("Group 25", 75), ("Group 23", 66), ("Group 28", 62)]


@needs_sample
def test_a_resaved_file_tells_the_same_of_its_incidents() -> None:
    original = {incident.number: incident for incident in read_log(SAMPLE).incidents}
    for incident in read_log(RESAVED).incidents[:-1]:  # the last one may have been cut short by whoever saved it
        twin = original[incident.number]
        assert _facts(incident) == _facts(twin)
        assert [(row.at, row.key) for row in incident.rows] == [(row.at, row.key) for row in twin.rows]
        assert incident.extra == twin.extra


def test_every_row_is_a_fact_with_its_time_its_author_and_what_it_changed(tmp_path: Path) -> None:
    path = write_log(
        tmp_path,
        log_row(),
        log_row(incident_state="Active", sys_mod_count="1", sys_updated_at="29/2/2016 02:00", sys_updated_by="Ann"),
        log_row(
            incident_state="Awaiting User Info", sys_mod_count="2", sys_updated_at="29/2/2016 03:00",
            assignment_group="Group 2", reassignment_count="1", priority="1 - Critical",
        ),
        log_row(
            incident_state="Resolved", sys_mod_count="3", sys_updated_at="29/2/2016 04:00",
            assignment_group="Group 2", reassignment_count="1", priority="1 - Critical", made_sla="false",
        ),
    )  # fmt: skip
    delivery = read_log(path)
    incident = _only(delivery)
    assert _changes(delivery) == [
        [("group", None, "Group 1")],
        [("state", "new", "in_progress")],
        [
            ("state", "in_progress", "on_hold"),
            ("hold_reason", None, "awaiting_caller"),
            ("group", "Group 1", "Group 2"),
            ("priority", "3", "1"),
        ],
        [
            ("state", "on_hold", "resolved"),
            ("hold_reason", "awaiting_caller", None),
            ("made_sla", "true", "false"),
            ("resolved_at", None, "2016-03-01T01:00:00+00:00"),
        ],
    ]
    assert [row.at.hour for row in incident.rows] == [1, 2, 3, 4]
    assert [row.author for row in incident.rows[:2]] == ["Updated by 1", "Ann"]
    assert (incident.state, incident.priority, incident.impact, incident.made_sla) == ("resolved", 1, 2, False)
    assert incident.resolved_at == datetime(2016, 3, 1, 1, tzinfo=UTC)
    assert incident.opened_at == datetime(2016, 2, 29, 1, tzinfo=UTC)
    assert incident.extra["notify"] == "Do Not Notify"
    assert (incident.configuration_item, incident.assignee) == (None, None)


def test_rows_of_one_incident_need_not_stand_together(tmp_path: Path) -> None:
    together = [
        log_row(),
        log_row(incident_state="Active", sys_mod_count="1", sys_updated_at="29/2/2016 02:00"),
        log_row(number="INC2"),
    ]
    apart = [together[0], together[2], together[1]]
    first = read_log(write_log(tmp_path, *together))
    second = read_log(write_log(tmp_path, *apart))
    strip = [[(row.at, row.key, row.changes) for row in incident.rows] for incident in first.incidents]
    assert strip == [[(row.at, row.key, row.changes) for row in incident.rows] for incident in second.incidents]


def test_a_row_out_of_time_order_invents_no_reopening(tmp_path: Path) -> None:
    path = write_log(
        tmp_path,
        log_row(sys_updated_at="29/2/2016 11:10", sys_mod_count="1"),
        log_row(sys_updated_at="29/2/2016 09:52", sys_mod_count="1", sys_updated_by="Bob"),
        log_row(sys_updated_at="29/2/2016 11:03", sys_mod_count="2", incident_state="Resolved"),
        log_row(sys_updated_at="5/3/2016 12:00", sys_mod_count="3", incident_state="Closed"),
    )
    assert _facts(_only(read_log(path))).reopenings == 0


def test_a_shuffled_file_is_put_in_order_and_says_so(tmp_path: Path) -> None:
    rows = [
        log_row(),
        log_row(incident_state="Resolved", sys_mod_count="1", sys_updated_at="29/2/2016 02:00"),
        log_row(incident_state="Active", sys_mod_count="2", reopen_count="1", sys_updated_at="29/2/2016 03:00"),
        log_row(incident_state="Closed", sys_mod_count="3", reopen_count="1", sys_updated_at="29/2/2016 04:00"),
    ]
    straight = read_log(write_log(tmp_path, *rows))
    reversed_ = read_log(write_log(tmp_path, *reversed(rows)))
    assert _facts(_only(reversed_)) == _facts(_only(straight))
    assert _only(reversed_).state == "closed"
    assert "out of order" in reversed_.warnings[0].reason


def test_a_reassignment_without_another_group_is_a_fact_without_a_group(tmp_path: Path) -> None:
    path = write_log(
        tmp_path,
        log_row(assignment_group="?"),
        log_row(reassignment_count="1", sys_mod_count="1", sys_updated_at="29/2/2016 02:00"),
        log_row(reassignment_count="3", sys_mod_count="2", sys_updated_at="29/2/2016 03:00"),
    )
    incident = _only(read_log(path))
    assert [row.unseen_reassignments for row in incident.rows] == [0, 1, 2]
    assert _facts(incident).reassignments == 3


def test_a_group_change_that_the_source_did_not_count_is_no_reassignment(tmp_path: Path) -> None:
    path = write_log(
        tmp_path, log_row(), log_row(assignment_group="Group 2", sys_mod_count="1", sys_updated_at="29/2/2016 02:00")
    )
    delivery = read_log(path)
    assert _facts(_only(delivery)).reassignments == 0
    assert FieldChange("group", None, "Group 2") in _only(delivery).rows[1].changes


def test_an_unknown_state_is_kept_and_reported_and_the_known_one_stays(tmp_path: Path) -> None:
    path = write_log(
        tmp_path,
        log_row(incident_state="Resolved"),
        log_row(incident_state="-100", sys_mod_count="1", sys_updated_at="29/2/2016 02:00"),
    )
    delivery = read_log(path)
    incident = _only(delivery)
    assert incident.state == "resolved"
    assert incident.extra["incident_state"] == "-100"
    assert FieldChange("unknown_state", None, "-100") in incident.rows[1].changes
    assert [(fault.line, "'-100'" in fault.reason) for fault in delivery.warnings] == [(3, True)]
    assert _facts(incident).reopenings == 0


def test_an_unknown_level_is_kept_beside_the_record(tmp_path: Path) -> None:
    delivery = read_log(write_log(tmp_path, log_row(impact="Huge")))
    assert _only(delivery).impact is None
    assert _only(delivery).extra["impact"] == "Huge"
    assert "Huge" in delivery.warnings[0].reason


def test_a_row_that_stands_twice_is_read_once(tmp_path: Path) -> None:
    rows = [log_row(), log_row(incident_state="Closed", sys_mod_count="1", sys_updated_at="29/2/2016 02:00")]
    delivery = read_log(write_log(tmp_path, *rows, *rows))
    assert delivery.rows == 4
    assert len(_only(delivery).rows) == 2
    assert _facts(_only(delivery)).reopenings == 0
    assert "(2 lines: 4, 5)" in delivery.warnings[0].reason


def test_the_key_of_a_row_does_not_change_when_the_outcome_is_filled_in_later(tmp_path: Path) -> None:
    early = read_log(write_log(tmp_path, log_row(resolved_at="?", closed_at="?", closed_code="?")))
    late = read_log(write_log(tmp_path, log_row()))
    assert _only(early).rows[0].key == _only(late).rows[0].key
    assert _only(early).resolved_at is None


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (",".join(COLUMNS).replace("priority,assignment_group", "assignment_group"), "column priority is missing"),
        (",".join(COLUMNS).replace("impact,urgency", "impact,impact"), "impact stands there 2 times"),
        (log_row(), "not the header"),
    ],
)
def test_a_wrong_header_stops_everything_with_line_and_reason(tmp_path: Path, header: str, reason: str) -> None:
    path = tmp_path / "log.csv"
    path.write_text(log_text(log_row(), header=header), encoding="utf-8")
    with pytest.raises(UnreadableFile) as caught:
        read_log(path)
    assert all(fault.line == 1 for fault in caught.value.faults)
    assert reason in str(caught.value)
    assert "Nothing was imported" in str(caught.value)


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_a_log_with_another_separator_is_the_same_log(tmp_path: Path, separator: str) -> None:
    text = log_text(log_row(), log_row(incident_state="Closed", sys_mod_count="1", sys_updated_at="29/2/2016 02:00"))
    with_commas, other = tmp_path / "commas.csv", tmp_path / "other.csv"
    with_commas.write_text(text, encoding="utf-8")
    other.write_text(text.replace(",", separator), encoding="utf-8")
    assert read_log(other) == read_log(with_commas)


def test_columns_may_stand_in_another_order_and_others_are_kept(tmp_path: Path) -> None:
    text = log_text(log_row())
    lines = [line.split(",")[::-1] + extra for line, extra in zip(text.splitlines(), (["u_site"], ["HQ"]), strict=True)]
    path = tmp_path / "log.csv"
    path.write_text("".join(",".join(line) + "\n" for line in lines), encoding="utf-8")
    delivery = read_log(path)
    assert _only(delivery).extra["u_site"] == "HQ"
    assert _only(delivery).group == "Group 1"
    assert "u_site" in delivery.warnings[0].reason


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"sys_updated_at": "31/31/2016 10:00"}, "no date and time"),
        ({"sys_updated_at": "?"}, "sys_updated_at is missing"),
        ({"opened_at": "?"}, "opened_at is missing"),
        ({"reopen_count": "two"}, "no whole number"),
        ({"made_sla": "maybe"}, "neither true nor false"),
        ({"incident_state": "?"}, "incident_state is missing"),
    ],
)
def test_an_incident_with_a_bad_row_is_left_out_whole(tmp_path: Path, cells: dict[str, str], reason: str) -> None:
    bad = {"sys_updated_at": "29/2/2016 02:00", "sys_mod_count": "1"} | cells
    delivery = read_log(write_log(tmp_path, log_row(), log_row(number="INC2"), log_row(**bad)))
    assert [incident.number for incident in delivery.incidents] == ["INC2"]
    assert [fault.line for fault in delivery.rejected] == [4]
    assert reason in delivery.rejected[0].reason
    assert delivery.left_out == {"INC1": 4}
    assert "INC1 is left out" in delivery.warnings[0].reason
    assert delivery.rows == 3


def _cut(text: str, cut: int) -> str:
    return text[: len(text) - cut]


@pytest.mark.parametrize("cut", [2, 4, 9, 16, 60, 180, len(log_row()) - 2])
def test_a_cut_off_last_line_is_rejected_with_its_incident(tmp_path: Path, cut: int) -> None:
    rows = [log_row(number="INC1"), log_row(number="INC2"), log_row(number="INC2", sys_updated_at="1/3/2016 02:00")]
    path = tmp_path / "log.csv"
    path.write_text(_cut(log_text(*rows), cut), encoding="utf-8")
    delivery = read_log(path)
    assert [fault.line for fault in delivery.rejected] == [4]
    assert [incident.number for incident in delivery.incidents] == ["INC1"]


def test_a_missing_last_line_end_is_only_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(_cut(log_text(log_row()), 1), encoding="utf-8")
    delivery = read_log(path)
    assert len(delivery.incidents) == 1
    assert [fault.line for fault in delivery.warnings] == [2]


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda text: text.encode("utf-16"), "UTF-16"),
        (lambda text: text.encode("utf-16-le"), "UTF-16"),
        (lambda text: text.replace("Bob", "Ren\xe9").encode("latin-1"), "Latin-1"),
        (lambda _text: b"", "empty"),
        (lambda _text: b"PK\x03\x04rest", "Excel"),
    ],
)
def test_a_wrong_encoding_stops_everything(tmp_path: Path, spoil: Callable[[str], bytes], reason: str) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(spoil(log_text(log_row(), log_row(sys_updated_by="Bob", number="INC2"))))
    with pytest.raises(UnreadableFile) as caught:
        read_log(path)
    assert reason in caught.value.faults[0].reason
    assert caught.value.faults[0].line == (3 if reason == "Latin-1" else 1)


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(b"\xef\xbb\xbf" + log_text(log_row()).replace("\n", "\r\n").encode())
    assert _only(read_log(path)).number == "INC1"


def test_one_unclosed_quotation_mark_costs_one_incident_not_the_rest_of_the_file(tmp_path: Path) -> None:
    rows = [log_row(number=f"INC{n}") for n in range(1, 6)]
    rows[1] = rows[1].replace("Caller 1", '"Caller 1')
    delivery = read_log(write_log(tmp_path, *rows))
    assert [incident.number for incident in delivery.incidents] == ["INC1", "INC3", "INC4", "INC5"]
    assert [fault.line for fault in delivery.rejected] == [3]
    assert "quotation mark" in delivery.rejected[0].reason


def test_dates_that_no_row_decides_need_a_word(tmp_path: Path) -> None:
    early = {"opened_at": "3/2/2016 01:00", "sys_updated_at": "3/2/2016 01:00", "resolved_at": "?", "closed_at": "?"}
    path = write_log(tmp_path, log_row(**early))
    with pytest.raises(UnreadableFile, match="--dates day-first"):
        read_log(path)
    assert _only(read_log(path, DateOrder.DAY_FIRST)).opened_at == datetime(2016, 2, 3, 1, tzinfo=UTC)
    assert _only(read_log(path, DateOrder.MONTH_FIRST)).opened_at == datetime(2016, 3, 2, 1, tzinfo=UTC)


def test_dates_that_contradict_each_other_are_refused_with_both_lines(tmp_path: Path) -> None:
    path = write_log(tmp_path, log_row(), log_row(number="INC2", sys_updated_at="2/29/2016 02:00"))
    with pytest.raises(UnreadableFile) as caught:
        read_log(path)
    assert [fault.line for fault in caught.value.faults] == [2, 3]
    delivery = read_log(path, DateOrder.DAY_FIRST)
    assert [incident.number for incident in delivery.incidents] == ["INC1"]
    assert [fault.line for fault in delivery.rejected] == [3]


def test_times_are_of_the_zone_that_was_told(tmp_path: Path) -> None:
    incident = _only(read_log(write_log(tmp_path, log_row()), zone=ZoneInfo("Europe/Lisbon")))
    assert incident.opened_at == datetime(2016, 2, 29, 1, tzinfo=UTC)
    summer = log_row(sys_updated_at="13/7/2016 01:00")
    incident = _only(read_log(write_log(tmp_path, summer), zone=ZoneInfo("Europe/Lisbon")))
    assert incident.rows[0].at == datetime(2016, 7, 13, 0, tzinfo=UTC)


def test_a_raising_progress_callback_stops_the_reading(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    rows = [log_row(number=f"INC{n}") for n in range(2001)]
    with pytest.raises(KeyboardInterrupt):
        read_log(write_log(tmp_path, *rows), progress=stop)
