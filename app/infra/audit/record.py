"""A record of the trail: what goes into its hash. Both databases and whoever verifies put it together alike."""

import hashlib
from typing import NamedTuple

from app.infra.audit.canonical import END, NOTHING

FIELDS = ("subject", "subject_id", "n", "at", "login", "person_id", "act", "part", "part_id", "content")
"""What a record says, in the order in which it goes into its hash: after the hash before, followed by the digest."""

MANY = "*"
"""In place of the key of a record: an import wrote many new records of a table at once.

The content is then a list of `[subject_id, part_id, digest]`, and each of them begins with that digest. For incidents
it is a list of `[subject_id, number, digest, digest of the journal, digest of the imported record]`.
"""


class Head(NamedTuple):
    """How far an anchor closes a chain: with which record, and that one's hash."""

    subject: str
    subject_id: str
    n: int
    hash: bytes

    def told(self) -> str:
        """What goes into the hash over all heads of an anchor."""
        return f"{self.subject}{END}{self.subject_id}{END}{self.n}{END}{self.hash.hex()}{END}"


def anchored(before: bytes | None, number: int, at: str, chains: int, records: int, heads: bytes) -> bytes:
    """The digest of an anchor, after the anchor with the digest `before`; `heads` is the hash over its heads."""
    first = before.hex() if before else NOTHING
    told = f"{first}{END}{number}{END}{at}{END}{chains}{END}{records}{END}{heads.hex()}{END}"
    return hashlib.sha256(told.encode()).digest()


class Record(NamedTuple):
    """One row of `audit_entry`; `at` is the canonical text of a moment, `person_id` 32 hex digits."""

    subject: str
    subject_id: str
    n: int
    at: str
    login: str
    person_id: str | None
    act: str
    part: str
    part_id: str
    content: str | None
    digest: bytes | None
    hash: bytes


def chained(
    before: bytes | None,
    subject: str,
    subject_id: str,
    n: int,
    at: str,
    login: str,
    person_id: str | None,
    act: str,
    part: str,
    part_id: str,
    content: str | None,
    digest: bytes | None,
) -> bytes:
    """The hash of a record, after the record with the hash `before`."""
    # Written out, because this runs with every change of a desk and for every record that is verified.
    told = (
        f"{before.hex() if before else NOTHING}{END}{subject}{END}{subject_id}{END}{n}{END}{at}{END}{login}{END}"
        f"{person_id or NOTHING}{END}{act}{END}{part}{END}{part_id}{END}{NOTHING if content is None else content}{END}"
        f"{digest.hex() if digest else NOTHING}{END}"
    )
    return hashlib.sha256(told.encode()).digest()
