"""Small ServiceNow audit logs, made for tests; the columns are those of the real export."""

from pathlib import Path

import pytest

COLUMNS = [
    "number",
    "incident_state",
    "active",
    "reassignment_count",
    "reopen_count",
    "sys_mod_count",
    "made_sla",
    "caller_id",
    "opened_by",
    "opened_at",
    "sys_created_by",
    "sys_created_at",
    "sys_updated_by",
    "sys_updated_at",
    "contact_type",
    "location",
    "category",
    "subcategory",
    "u_symptom",
    "cmdb_ci",
    "impact",
    "urgency",
    "priority",
    "assignment_group",
    "assigned_to",
    "knowledge",
    "u_priority_confirmation",
    "notify",
    "problem_id",
    "rfc",
    "vendor",
    "caused_by",
    "closed_code",
    "resolved_by",
    "resolved_at",
    "closed_at",
]

_USUAL = {
    "number": "INC1",
    "incident_state": "New",
    "active": "true",
    "reassignment_count": "0",
    "reopen_count": "0",
    "sys_mod_count": "0",
    "made_sla": "true",
    "caller_id": "Caller 1",
    "opened_by": "Opened by 1",
    "opened_at": "29/2/2016 01:00",
    "sys_updated_by": "Updated by 1",
    "sys_updated_at": "29/2/2016 01:00",
    "contact_type": "Phone",
    "location": "Location 1",
    "category": "Category 1",
    "subcategory": "Subcategory 1",
    "impact": "2 - Medium",
    "urgency": "2 - Medium",
    "priority": "3 - Moderate",
    "assignment_group": "Group 1",
    "knowledge": "true",
    "u_priority_confirmation": "false",
    "notify": "Do Not Notify",
    "closed_code": "code 5",
    "resolved_by": "Resolver 1",
    "resolved_at": "1/3/2016 01:00",
    "closed_at": "6/3/2016 02:00",
}

SHARED = Path(__file__).parents[3] / "shared" / "data"

SAMPLE = SHARED / "servicenow_log" / "incident_event_log_1200.csv"
RESAVED = SHARED / "servicenow_log" / "resaved_by_excel_5998_rows.csv"

needs_sample = pytest.mark.skipif(not SAMPLE.exists(), reason="the real data is not beside this checkout")


def log_row(**cells: str) -> str:
    """One line of a log; cells that are not given hold something usual, or `?`."""
    assert set(cells) <= set(COLUMNS)
    return ",".join({**_USUAL, **cells}.get(column, "?") for column in COLUMNS)


def log_text(*rows: str, header: str = ",".join(COLUMNS)) -> str:
    """A whole log with a line end after every line."""
    return "".join(f"{line}\n" for line in (header, *rows))


def write_log(folder: Path, *rows: str) -> Path:
    """A log in a file of its own."""
    path = folder / "log.csv"
    path.write_text(log_text(*rows), encoding="utf-8", newline="")
    return path
