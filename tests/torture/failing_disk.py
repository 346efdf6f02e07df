"""A disk that fails at its n-th call, for the SQLite of this process: read, write, sync, truncate or open."""

from collections.abc import Callable
from typing import Any

from tests.torture.watched_disk import WatchedDisk

FULL, CANNOT_OPEN = 13, 14
_FAILURES = {"xRead": 266, "xWrite": 778, "xSync": 1034, "xTruncate": 1546}
"""SQLITE_IOERR_READ, _WRITE, _FSYNC and _TRUNCATE (sqlite.org/rescode.html)."""


class FailingDisk(WatchedDisk):
    """Fails when it is told to; `calls` counts all that was asked of it."""

    def __init__(self) -> None:
        self.calls = self.failed = 0
        self._fails_at: int | None = None
        self._stays, self._full = False, False
        super().__init__()

    def fail_at(self, call: int, *, stays: bool = False, full: bool = False) -> None:
        """Fail at that call from now, and at all after it where it `stays` so; `full` only takes no more writes."""
        self.calls = self.failed = 0
        self._fails_at, self._stays, self._full = call, stays, full

    def mend(self) -> None:
        """Fail no more."""
        self._fails_at = None

    def _fails(self, *, writes: bool) -> bool:
        if self._full and not writes:
            return False
        self.calls += 1
        at = self._fails_at
        fails = at is not None and (self.calls == at or (self._stays and self.calls > at))
        self.failed += fails
        return fails

    def opens(self) -> int:
        """Fails like anything else."""
        return CANNOT_OPEN if self._fails(writes=False) else 0

    def asked(self, name: str, _file: str, really: Callable[..., int], arguments: tuple[Any, ...]) -> int:
        """Fail, or pass it on."""
        if self._fails(writes=name == "xWrite"):
            return FULL if self._full else _FAILURES[name]
        return really(*arguments)
