"""What the triggers of a SQLite desk call: functions that only this program registers.

A tool without them cannot change an audited table; it would have to drop the triggers first, which is found.
"""

import getpass
import hashlib
import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from app.infra.audit.canonical import END, NOTHING
from app.infra.audit.record import chained
from app.infra.clock import SystemClock
from app.infra.plain_read import to_text

NO_DIGEST = bytes(32)
NOBODY = " " * 32
_NULL = f"{NOTHING}{END}"


class Writer:
    """Who writes, and at which moment; set for one transaction.

    Where nobody was named, the record tells the computer's user alone, and the moment of writing.
    """

    def __init__(self) -> None:
        self.person_id: str | None = None
        self.login = _login()
        self._at: str | None = None

    def name(self, person_id: str | None, at: datetime) -> None:
        """Name the person of the desk, None for the program itself, and the moment that the records carry."""
        self.person_id, self._at = person_id, to_text(at)

    def forget(self) -> None:
        """Name nobody any more; called where a transaction begins."""
        self.person_id = self._at = None

    def record(
        self,
        before: bytes | None,
        newest: str,
        subject: str,
        subject_id: str,
        n: int,
        act: str,
        part: str,
        part_id: str,
        content: str | None,
        text: str | None,
        *values: object,
    ) -> bytes:
        """What the database cannot say of a record by itself, in one call, because each was measured to cost a lot.

        27 characters of the moment, the digest of the row (zeros for one that is gone), the hash of the record after
        the one with the hash `before`, 32 digits of the person (blanks for none), and the login. The moment is never
        before `newest`. The digest is of the `values` in their canonical text and of `text` after them; of nothing
        where `text` is None. Joining dozens of values was measured to take SQLite twice as long.
        """
        at = max(newest, self._at or to_text(SystemClock().now()))
        digest = None if text is None else hashlib.sha256(f"{_joined(values)}{text}".encode()).digest()
        login = self.login
        person = self.person_id
        chain = chained(before, subject, subject_id, n, at, login, person, act, part, part_id, content, digest)
        return at.encode() + (digest or NO_DIGEST) + chain + (person or NOBODY).encode() + login.encode()


class DeskConnection(sqlite3.Connection):
    """A connection that may write to a desk; the functions of the triggers ask its writer."""

    writer: Writer


D = TypeVar("D", bound=DeskConnection)


def open_writable(path: str, factory: type[D], **options: Any) -> D:
    """Open a SQLite file like `sqlite3.connect`, with everything that the triggers of the audit trail call."""
    connection = sqlite3.connect(path, factory=factory, **options)
    # Its functions hold on to the writer and not to the connection, which would never be let go otherwise.
    writer = connection.writer = Writer()
    # Some builds of SQLite let triggers call built-in functions only, unless the file is trusted.
    connection.execute("PRAGMA trusted_schema=ON")
    connection.create_function("audit_change", 3, _change, deterministic=True)
    connection.create_function("audit_record", -1, writer.record)
    return connection


def _joined(values: Iterable[object]) -> str:
    return "".join([_NULL if value is None else f"{value}{END}" for value in values])


def _change(name: str, old: object, new: object) -> str:
    return f', "{name}": {json.dumps([old, new], ensure_ascii=False, default=repr)}'


@cache
def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, ImportError, KeyError):
        # Without a name in the environment and in the user database, as in some containers.
        return "unknown"
