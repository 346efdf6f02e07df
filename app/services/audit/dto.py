"""What is found out about the audit trail; plain values, no database library."""

from datetime import datetime
from typing import NamedTuple

MOST_FINDINGS = 1000
"""So many findings are listed; the rest is counted."""


class Finding(NamedTuple):
    """Something that is not as it was recorded.

    `table` is the table of what is wrong, `record` names the record as people do, `key` is the row's own key, `n` the
    place in the record's chain where that is known. `what` says it in a sentence.
    """

    table: str
    record: str
    key: str
    n: int | None
    what: str

    def sentence(self) -> str:
        """The finding as one line."""
        place = f", record {self.n}" if self.n is not None else ""
        return f"{self.record} ({self.table} {self.key}{place}): {self.what}"


class Anchor(NamedTuple):
    """A closing of the trail: its number, when it was taken (UTC), what it closed, and the digest to be kept outside.

    `chains` counts the records that had grown, `records` by how many records of the trail.
    """

    number: int
    at: datetime
    chains: int
    records: int
    digest: str

    @property
    def short(self) -> str:
        """The form that is printed: number and the first 24 hex digits of the digest."""
        digits = self.digest[:SHORT_DIGITS]
        return f"{self.number}-" + "-".join(digits[start : start + 8] for start in range(0, SHORT_DIGITS, 8))


SHORT_DIGITS = 24
"""96 bits of a digest: too many to find a second history that has the same ones."""


class Verdict(NamedTuple):
    """What verifying came to: when (UTC), how much was looked at, what was found, and the last anchor there is.

    `findings` are the first thousand of `found`.
    """

    at: datetime
    records: int
    rows: int
    chains: int
    anchors: int
    found: int
    findings: tuple[Finding, ...]
    last_anchor: Anchor | None
    seconds: float

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return self.found == 0


Told = str | datetime | None
"""A value of a change: in words, a moment in UTC that the window writes in its own way, or nothing."""


class LogFilter(NamedTuple):
    """Which entries of the audit log are wanted; what is empty does not narrow.

    `text` is a number such as INC-000012, or what stands in a change, a name of a record or a login. `by_program`
    leaves those that nobody's person made. `kind` is a watched table whose records have a history, `record_id` one of
    them, `deed` what was done, `field` a column that changed. `since` is included, `until` not; both UTC.
    """

    text: str = ""
    person_id: str = ""
    by_program: bool = False
    kind: str = ""
    record_id: str = ""
    deed: str = ""
    field: str = ""
    since: datetime | None = None
    until: datetime | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return self != LogFilter()


class LogKey(NamedTuple):
    """Which entry: the table and the key of its record, and its place in the record's chain, from 1."""

    kind: str
    record_id: str
    n: int


class LogPlace(NamedTuple):
    """Where an entry stands in the list: by its moment (UTC), then by its key."""

    at: datetime
    key: LogKey


class FieldChange(NamedTuple):
    """A field, as people call it, with what it was and what it became."""

    field: str
    old: Told
    new: Told


class LogEntry(NamedTuple):
    """An entry of the audit log.

    `by` is the person, or the login where the program acted; `record` is what the record is called, empty where it
    has no name; `part` is the table of the row, `part_name` what that row is called, of an entry of the journal
    its kind (`part_label`), and `fields` are the columns that it tells a change of. `incident_id` names the incident
    that an escalation or a review is about.
    """

    place: LogPlace
    by: str
    login: str
    record: str
    part: str
    part_name: str
    deed: str
    changes: tuple[FieldChange, ...]
    incident_id: str | None = None
    fields: tuple[str, ...] = ()


class LogPage(NamedTuple):
    """Some entries, the newest first; `more` says whether there are older ones."""

    entries: tuple[LogEntry, ...]
    more: bool


class LogPerson(NamedTuple):
    """Somebody to filter by."""

    id: str
    name: str
