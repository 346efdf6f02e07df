from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.channels.importers.csv_list import PRESETS, parse_map, preview, read_list
from app.domain.errors import BadInput
from app.domain.imports import Delivery, UnreadableFile
from tests.support.logs import SHARED

EXPORTS = SHARED / "servicenow_exports"
HEADER = "Number,Opened,State,Priority,Remark"
MAP = parse_map(["Number=number", "Opened=opened_at", "State=state", "Priority=priority"])


def _read(folder: Path, *rows: str, header: str = HEADER) -> Delivery:
    path = folder / "list.csv"
    path.write_text("".join(f"{line}\n" for line in (header, *rows)), encoding="utf-8")
    return read_list(path, MAP)


@pytest.mark.skipif(not EXPORTS.exists(), reason="the real data is not beside this checkout")
@pytest.mark.parametrize(
    ("name", "count", "first"),
    [
        ("incident_demo_krs-trc.csv", 93, ("INC0000001", datetime(2018, 1, 17, 15, 9, 51, tzinfo=UTC), "closed")),
        ("incident_quoted_priya-roy.csv", 66, ("INC0010112", datetime(2019, 7, 29, 11, 48, 43, tzinfo=UTC), "new")),
        ("incident_us_dates_JamesBhn.csv", 97, ("INC0057044", datetime(2025, 3, 17, 6, 4, tzinfo=UTC), "closed")),
    ],
)
def test_the_three_real_exports_are_read_by_the_preset_that_fits(
    name: str, count: int, first: tuple[str, datetime, str]
) -> None:
    delivery = read_list(EXPORTS / name)
    incident = delivery.incidents[0]
    assert (delivery.rows, delivery.rejected, delivery.warnings) == (count, [], [])
    assert (incident.number, incident.opened_at, incident.state) == first


@pytest.mark.skipif(not EXPORTS.exists(), reason="the real data is not beside this checkout")
def test_a_word_for_nothing_is_nothing_and_other_tables_are_refused() -> None:
    assert read_list(EXPORTS / "incident_us_dates_JamesBhn.csv").incidents[0].short_description is None
    with pytest.raises(UnreadableFile, match="No preset fits"):
        read_list(EXPORTS / "sc_task_JamesBhn.csv", None)
    with pytest.raises(UnreadableFile, match="Latin-1"):
        read_list(EXPORTS / "kb_knowledge_krs-trc.csv")


def test_every_preset_maps_what_every_list_needs() -> None:
    for preset in PRESETS.values():
        assert {"number", "opened_at"} <= set(preset.fields.values())


def test_columns_without_a_meaning_are_kept(tmp_path: Path) -> None:
    delivery = _read(tmp_path, "A1,2024-05-13 10:00,On Hold,2 - High,call back")
    (incident,) = delivery.incidents
    assert (incident.state, incident.hold_reason, incident.priority) == ("on_hold", None, 2)
    assert incident.extra == {"Remark": "call back"}


def test_what_is_not_known_is_kept_and_reported(tmp_path: Path) -> None:
    delivery = _read(tmp_path, "A1,2024-05-13 10:00,Parked,urgent,")
    (incident,) = delivery.incidents
    assert (incident.state, incident.priority) == ("new", None)
    assert incident.extra == {"state": "Parked", "priority": "urgent"}
    assert [fault.line for fault in delivery.warnings] == [2, 2]


@pytest.mark.parametrize(
    ("rows", "line", "reason"),
    [
        (["A1,2024-05-13 10:00,New,1,", ",2024-05-13 10:00,New,1,"], 3, "no incident number"),
        (["A1,2024-05-13 10:00,New,1,", "A1,2024-05-14 10:00,New,1,"], 3, "stands already in line 2"),
        (["A1,,New,1,", "A2,2024-05-14 10:00,New,1,"], 2, "when the incident was opened"),
        (["A1,2024-05-13 10:00,New,1,", "A2,soon,New,1,"], 3, "no date"),
        (["A1,2024-05-13 10:00,New,1,", "A2,2024-05-13"], 3, "2 fields"),
    ],
)
def test_bad_rows_are_rejected_one_by_one(tmp_path: Path, rows: list[str], line: int, reason: str) -> None:
    delivery = _read(tmp_path, *rows)
    assert [fault.line for fault in delivery.rejected] == [line]
    assert reason in delivery.rejected[0].reason
    assert (delivery.rows, len(delivery.incidents)) == (2, 1)


def test_the_same_row_twice_is_read_once(tmp_path: Path) -> None:
    delivery = _read(tmp_path, *["A1,2024-05-13 10:00,New,1,"] * 2)
    assert len(delivery.incidents) == 1
    assert "more than once" in delivery.warnings[0].reason


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("Number,Opened,State,Rank,Remark", "column Priority is missing"),
        ("Number,Opened,State,Priority,State", "column State stands there 2 times"),
    ],
)
def test_a_wrong_header_stops_everything(tmp_path: Path, header: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        _read(tmp_path, "A1,2024-05-13 10:00,New,1,", header=header)


@pytest.mark.parametrize(
    ("pairs", "reason"),
    [
        (["Number"], "is no pair"),
        (["Number=ticket"], "there is no field"),
        (["Number=number"], "opened_at"),
        (["Number=number", "No=number", "Opened=opened_at"], "mapped before"),
    ],
)
def test_a_map_that_cannot_work_is_refused(pairs: list[str], reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        parse_map(pairs)


def test_a_column_may_have_an_equals_sign() -> None:
    assert parse_map(["a=b=number", "c=opened_at"]).fields["a=b"] == "number"


def test_the_preview_shows_what_would_be_imported(tmp_path: Path) -> None:
    delivery = _read(tmp_path, *[f"A{n},2024-05-13 10:00,New,1," for n in range(9)])
    shown = preview(delivery, 3)
    assert len(shown) == 3
    assert shown[0] == {"number": "A0", "opened_at": "2024-05-13T10:00:00+00:00", "state": "new", "priority": "1"}
