"""Lists that are brought in: which columns they may have, how those are recognised, and what becomes of each row."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from app.domain.text import clean_line
from app.domain.wording import marked, tr


class ListField(NamedTuple):
    """What a column can mean: its key, what it is called, other names by which a header is recognised."""

    key: str
    label: str
    names: tuple[str, ...] = ()
    needed: bool = False


PEOPLE: Final = (
    ListField("name", marked("Name"), ("full name", "display name", "person", "employee"), needed=True),
    ListField("email", marked("E-mail"), ("email", "mail", "e-mail address", "email address")),
    ListField("phone", marked("Phone"), ("telephone", "phone number", "business phone", "extension")),
    ListField("job_title", marked("Job title"), ("title", "position", "function")),
    ListField("role", marked("Role"), ("rights",)),
    ListField("groups", marked("Groups"), ("group", "teams", "team", "assignment group", "assignment groups")),
    ListField("site", marked("Site"), ("location", "office")),
    ListField("vip", marked("VIP"), ("is vip",)),
    ListField("handling_note", marked("Special handling"), ("note", "handling note")),
)
ITEMS: Final = (
    ListField(
        "name", marked("Name"), ("configuration item", "ci", "asset", "asset name", "device", "hostname"), needed=True
    ),
    ListField("kind", marked("Kind"), ("type", "class", "category")),
    ListField("service", marked("Service"), ("business service",)),
    ListField("site", marked("Site"), ("location", "office")),
)


class ListRow(NamedTuple):
    """A row of the file: its line, and its values by the key of their field; what is empty is left out."""

    line: int
    values: Mapping[str, str]


class Became(StrEnum):
    """What a row comes to."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    LEFT = "left"


class RowOutcome(NamedTuple):
    """What becomes of a row: what changes by it, or why it is left out and in which field."""

    line: int
    name: str
    became: Became
    said: str = ""
    field: str = ""


Mapped = Mapping[str, int]
"""Which column, counted from 0, holds a field."""


def recognised(fields: Sequence[ListField], header: Sequence[str]) -> dict[str, int]:
    """The columns whose names say which field they hold; each column and each field once."""
    found: dict[str, int] = {}
    columns = [_plain(name) for name in header]
    for field in fields:
        for name in (tr(field.label), field.label, field.key, *field.names):
            wanted = _plain(name)
            if wanted in columns and columns.index(wanted) not in found.values():
                found[field.key] = columns.index(wanted)
                break
    return found


def rows_of(records: Sequence[tuple[int, Sequence[str]]], mapped: Mapped) -> tuple[ListRow, ...]:
    """The rows as the columns are understood; rows in which nothing stands are passed over."""
    rows = []
    for line, cells in records:
        values = {key: clean_line(cells[column]) for key, column in mapped.items() if column < len(cells)}
        values = {key: value for key, value in values.items() if value}
        if values:
            rows.append(ListRow(line, values))
    return tuple(rows)


def yes_or_no(text: str) -> bool | None:
    """What a cell says; None for what is neither."""
    return _ANSWERS.get(text.casefold())


_ANSWERS: Final = {
    **dict.fromkeys(("yes", "y", "true", "1", "x", "vip"), True),
    **dict.fromkeys(("no", "n", "false", "0"), False),
}


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").replace("-", " ").casefold().split())
