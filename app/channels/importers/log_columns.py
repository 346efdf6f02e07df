"""The columns of the ServiceNow audit log, where they stand in a kept row, and what may stand in them."""

from collections.abc import Callable, Mapping
from enum import IntEnum

from app.channels.importers.dates import DateReader
from app.channels.importers.words import MISSING, boolean_of


class Column(IntEnum):
    """The columns as ServiceNow names them; the number is the place of the column in a kept row.

    First what makes a row a row, then what rows change most, then the rest: nearly every row differs from the one
    before in the first of them only, so that comparing the rest at once saves most of the work.
    """

    NUMBER = 0
    SYS_MOD_COUNT = 1
    SYS_UPDATED_AT = 2
    SYS_UPDATED_BY = 3
    INCIDENT_STATE = 4
    ASSIGNMENT_GROUP = 5
    ASSIGNED_TO = 6
    REASSIGNMENT_COUNT = 7
    ACTIVE = 8
    REOPEN_COUNT = 9
    MADE_SLA = 10
    CALLER_ID = 11
    OPENED_BY = 12
    OPENED_AT = 13
    SYS_CREATED_BY = 14
    SYS_CREATED_AT = 15
    CONTACT_TYPE = 16
    LOCATION = 17
    CATEGORY = 18
    SUBCATEGORY = 19
    U_SYMPTOM = 20
    CMDB_CI = 21
    IMPACT = 22
    URGENCY = 23
    PRIORITY = 24
    KNOWLEDGE = 25
    U_PRIORITY_CONFIRMATION = 26
    NOTIFY = 27
    PROBLEM_ID = 28
    RFC = 29
    VENDOR = 30
    CAUSED_BY = 31
    CLOSED_CODE = 32
    RESOLVED_BY = 33
    RESOLVED_AT = 34
    CLOSED_AT = 35


STAMP = 4
"""The columns before this place say which row it is; what they hold is no change of the incident."""

CALM = int(Column.REOPEN_COUNT)
"""From this place on stand the columns that few rows change."""

WIDTH = len(Column)
NAMES = tuple(column.name.lower() for column in Column)
LEVELS = frozenset({Column.IMPACT, Column.URGENCY, Column.PRIORITY})

DATES = (Column.OPENED_AT, Column.SYS_CREATED_AT, Column.SYS_UPDATED_AT, Column.RESOLVED_AT, Column.CLOSED_AT)
# What the journal calls a changed column. State and counters go through rules of their own; the stamps of the row
# become the author and the time of the entry; the final values are facts of the incident, not of the row.
JOURNALED: dict[int, str] = {
    Column.ASSIGNMENT_GROUP: "group",
    Column.ASSIGNED_TO: "assignee",
    Column.IMPACT: "impact",
    Column.URGENCY: "urgency",
    Column.PRIORITY: "priority",
    Column.CALLER_ID: "caller",
    Column.CATEGORY: "category",
    Column.SUBCATEGORY: "subcategory",
    Column.LOCATION: "site",
    Column.CMDB_CI: "configuration_item",
    Column.MADE_SLA: "made_sla",
    Column.U_SYMPTOM: "u_symptom",
    Column.KNOWLEDGE: "knowledge",
    Column.U_PRIORITY_CONFIRMATION: "u_priority_confirmation",
    Column.NOTIFY: "notify",
    Column.PROBLEM_ID: "problem_id",
    Column.RFC: "rfc",
    Column.VENDOR: "vendor",
    Column.CAUSED_BY: "caused_by",
}

# What this desk has no field for; it is kept as the source wrote it.
EXTRA = (
    Column.ACTIVE,
    Column.SYS_MOD_COUNT,
    Column.REASSIGNMENT_COUNT,
    Column.REOPEN_COUNT,
    Column.SYS_CREATED_BY,
    Column.CONTACT_TYPE,
    Column.U_SYMPTOM,
    Column.KNOWLEDGE,
    Column.U_PRIORITY_CONFIRMATION,
    Column.NOTIFY,
    Column.PROBLEM_ID,
    Column.RFC,
    Column.VENDOR,
    Column.CAUSED_BY,
)


CHECKED = frozenset(
    {
        *DATES, Column.NUMBER, Column.INCIDENT_STATE, Column.REASSIGNMENT_COUNT, Column.REOPEN_COUNT,
        Column.SYS_MOD_COUNT, Column.MADE_SLA,
    }
)  # fmt: skip
"""Columns of which not every text will do."""


class CellChecks:
    """What must be right in a cell before a history can be built on it."""

    def __init__(self, dates: DateReader) -> None:
        self._dates = dates
        self._checks: dict[int, Callable[[int, str], str | None]] = {
            Column.NUMBER: self._number,
            Column.INCIDENT_STATE: self._demanded,
            Column.REASSIGNMENT_COUNT: self._count,
            Column.REOPEN_COUNT: self._count,
            Column.SYS_MOD_COUNT: self._count,
            Column.MADE_SLA: self._flag,
            **dict.fromkeys(DATES, self._date),
        }

    def faults(self, texts: Mapping[int, set[str]]) -> dict[tuple[int, str], str]:
        """For each bad cell, given as place and text, a sentence on what is wrong; `texts` are those of each place."""
        suspects = dict(texts)
        for place in DATES:
            suspects[place] = self._dates.read_all(texts[place]) | {text for text in texts[place] if ":" not in text}
        return {
            (place, text): reason
            for place, check in self._checks.items()
            for text in suspects[place]
            if (reason := check(place, text))
        }

    def _number(self, _place: int, text: str) -> str | None:
        if text.strip() in MISSING:
            return "The row has no incident number."
        return f"The incident number has {len(text)} characters; 64 is the limit." if len(text) > 64 else None

    def _demanded(self, place: int, text: str) -> str | None:
        return f"{NAMES[place]} is missing." if text.strip() in MISSING else None

    def _count(self, place: int, text: str) -> str | None:
        good = text.isascii() and text.isdigit() and len(text) < 7
        return None if good else f"{NAMES[place]} is {text!r}, which is no whole number."

    def _flag(self, place: int, text: str) -> str | None:
        good = text in MISSING or boolean_of(text) is not None
        return None if good else f"{NAMES[place]} is {text!r}, which is neither true nor false."

    def _date(self, place: int, text: str) -> str | None:
        if text in MISSING:
            demanded = place in {Column.OPENED_AT, Column.SYS_UPDATED_AT}
            return f"{NAMES[place]} is missing." if demanded else None
        good = ":" in text and self._dates.read(text) is not None
        return None if good else f"{NAMES[place]} is {text!r}, which is no date and time as the file writes them."
