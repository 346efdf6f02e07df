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
