"""The right to write a file that lies on a share: one program of one computer has it at a time.

Two computers that wrote one file on a share lost acknowledged work and ruined the file, in both journal modes; file
locks do not reach from one to the other. A file made with O_EXCL does: 1,812 leases over two mounts never overlapped
(reliability research, F2 and part 9). The lease is renewed every 20 seconds. One that was not renewed for two minutes,
by the clock of the share, may be taken over once a person says so; whoever had it looks before each commit.
"""

import contextlib
import getpass
import json
import logging
import os
import platform
import threading
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import Unavailable
from app.domain.wording import tr
from app.infra.clock import SystemClock

RENEW_EVERY = 20.0
"""Seconds between two renewals."""

STALE_AFTER = timedelta(seconds=120)
"""A lease that was not renewed for so long may be taken over."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a lease: the computer, the person there, the program by number and identifier, and since when, UTC."""

    id: str
    host: str
    user: str
    pid: int
    since: str

    def words(self) -> str:
        """Who that is."""
        return (
            tr("{user} on {host}", user=self.user, host=self.host)
            if self.host != _host()
            else tr("another program of {user} here", user=self.user)
        )


class Held(Exception):
    """Somebody else has the lease; `unheard_for` is how long they have not renewed it."""

    def __init__(self, holder: Holder, unheard_for: timedelta) -> None:
        super().__init__(holder.words())
        self.holder, self.unheard_for = holder, unheard_for

    @property
    def is_stale(self) -> bool:
        """Whether it may be taken over."""
        return self.unheard_for > STALE_AFTER


class Lease:
    """The lease of one file, held from `acquire` until `release`."""

    def __init__(self, database: Path, now: Callable[[], datetime] | None = None) -> None:
        self._path = database.with_name(f"{database.name}.lease")
        clock = now or SystemClock().now
        self.holder = Holder(uuid.uuid4().hex, _host(), _user(), os.getpid(), clock().isoformat())
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None

    def acquire(self) -> None:
        """Take the lease; raises Held where somebody else has it, and OSError where the folder cannot be written."""
        if not self._take_free():
            found = self._read()
            if found is not None and not self._is_mine_of_before(found):
                raise Held(found, self._age())
            if found is not None or self._path.exists():
                self._replace(found)
            elif not self._take_free():  # it was given back meanwhile, and somebody else was quicker
                raise Held(self._read() or self.holder, timedelta(0))
        self._confirm()
        self._thread = threading.Thread(target=self._keep, name="mainstay-lease", daemon=True)
        self._thread.start()

    def _take_free(self) -> bool:
        """Make the lease where there is none; whether that succeeded."""
        try:
            handle = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        except FileExistsError:
            return False
        with os.fdopen(handle, "wb") as file:
            self._write_into(file)
        return True

    def check(self) -> None:
        """Pass while the lease is still this program's; `Unavailable` once somebody else has taken it over."""
        found = self._read()
        if found is None or found.id != self.holder.id:
            who = found.words() if found is not None else "somebody"
            raise Unavailable(
                tr(
                    "{who}{who2} has taken over this desk, because this computer was not heard of for a while. "
                    "Nothing was saved. Open the desk again to go on reading.",
                    who=who[:1].upper(),
                    who2=who[1:],
                )
            )

    def release(self) -> None:
        """Give it back; may be called when it was never taken, or is somebody else's by now."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        with contextlib.suppress(OSError):
            found = self._read()
            if found is not None and found.id == self.holder.id:
                self._path.unlink()

    def take_over(self, held: Held) -> None:
        """Put away the lease of somebody who was not heard of for long; `acquire` follows.

        Of several who try at once one succeeds. Raises Held where it was renewed meanwhile.
        """
        found = self._read()
        if found is None:
            return
        age = self._age()
        if found.id != held.holder.id or age <= STALE_AFTER:
            raise Held(found, age)
        self._replace(found)
        with contextlib.suppress(FileNotFoundError):
            self._path.unlink()

    # The file

    def _replace(self, found: Holder | None) -> None:
        """Put this program in the place of a holder that is gone: whoever makes the mark of that holder may do so."""
        mark = self._path.with_name(f"{self._path.name}.{'broken' if found is None else found.id}")
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
        except FileExistsError:
            if self._age(mark) > STALE_AFTER:
                mark.unlink(missing_ok=True)  # whoever made it has died over it; the next attempt may
            raise Held(found or self.holder, timedelta(0)) from None
        try:
            if not self._path.exists() or self._read() != found:
                # Somebody made the mark before, took the place, and took the mark away: that lease is theirs.
                raise Held(self._read() or self.holder, timedelta(0))
            fresh = self._path.with_name(f"{self._path.name}.{self.holder.id}.new")
            with fresh.open("wb") as file:
                self._write_into(file)
            fresh.replace(self._path)
        finally:
            mark.unlink(missing_ok=True)

    def _confirm(self) -> None:
        found = self._read()
        if found is None or found.id != self.holder.id:
            raise Held(found or self.holder, timedelta(0))

    def _read(self) -> Holder | None:
        try:
            data = json.loads(self._path.read_bytes())
            return Holder(str(data["id"]), str(data["host"]), str(data["user"]), int(data["pid"]), str(data["since"]))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            # Half written by somebody who died over it, or just being written.
            return None if self._age() > STALE_AFTER else Holder("", tr("another computer"), "somebody", 0, "")

    def _write_into(self, file: BinaryIO) -> None:
        file.write(json.dumps(asdict(self.holder)).encode())
        file.flush()
        os.fsync(file.fileno())

    def _age(self, path: Path | None = None) -> timedelta:
        """How long ago a file was written, by the clock of whatever keeps it: this computer's may be another."""
        probe = self._path.with_name(f"{self._path.name}.{self.holder.id}.now")
        try:
            probe.write_bytes(b"")
            now = probe.stat().st_mtime
            return timedelta(seconds=max(0.0, now - (path or self._path).stat().st_mtime))
        except FileNotFoundError:
            return timedelta(0)
        finally:
            probe.unlink(missing_ok=True)

    def _is_mine_of_before(self, found: Holder) -> bool:
        """Whether the holder was a program of this computer that does not run any more."""
        return found.host == _host() and found.pid != os.getpid() and not _runs(found.pid)

    def _keep(self) -> None:
        while not self._ending.wait(RENEW_EVERY):
            try:
                found = self._read()
                if found is not None and found.id == self.holder.id:
                    os.utime(self._path)
            except OSError as error:
                _log.info("The lease could not be renewed: %s", error)


def since_of(holder: Holder) -> datetime | None:
    """When the lease was taken, as far as it says so."""
    try:
        return datetime.fromisoformat(holder.since).astimezone(UTC)
    except ValueError:
        return None


def _host() -> str:
    return platform.node() or tr("a computer without a name")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def _runs(pid: int) -> bool:
    if os.name == "nt" or pid <= 0:
        return True  # not to be told without disturbing it; two minutes will tell
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
