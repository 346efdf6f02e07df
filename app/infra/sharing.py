"""How a desk's file may be used where it lies: freely on a disk of this computer, by a lease on a share."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import Unavailable
from app.domain.wording import tr
from app.infra.file_system import shared_by
from app.infra.settings import sqlite_file

if TYPE_CHECKING:
    from app.infra.lease import Held, Lease


@dataclass(frozen=True, slots=True)
class Hold:
    """The use of a file on a share, `place` says of what kind; without a lease it may only be read.

    `held` is who has the lease instead; None where the folder lets nobody make one.
    """

    place: str
    lease: "Lease | None" = None
    held: "Held | None" = None

    @property
    def is_read_only(self) -> bool:
        """Whether nothing may be written."""
        return self.lease is None

    @property
    def can_take_over(self) -> bool:
        """Whether whoever has it was not heard of for so long that a person may decide to take over."""
        return self.held is not None and self.held.is_stale

    def why(self) -> str:
        """Why nothing may be written, in words; empty where it may."""
        if self.lease is not None:
            return ""
        if self.held is None:
            return tr(
                "This desk lies on {place} where nothing may be written, so you can only read it.", place=self.place
            )
        text = tr(
            "This desk lies on {place} and is open for changes by {holder}. You can read it.",
            place=self.place,
            holder=self.held.holder.words(),
        )
        if self.held.is_stale:
            return tr(
                "{text} Nothing was heard from there for {words}.", text=text, words=_words(self.held.unheard_for)
            )
        return tr("{text} Changes are possible here once it is closed there.", text=text)

    def check(self) -> None:
        """Pass when the file may be written at this moment; otherwise `Unavailable` in words."""
        if self.lease is None:
            raise Unavailable(tr("Nothing was saved. {why}", why=self.why()))
        try:
            self.lease.check()
        except OSError as error:
            raise Unavailable(
                tr(
                    "Nothing was saved: {place} cannot be reached ({strerror}).",
                    place=self.place,
                    strerror=error.strerror,
                )
            ) from error

    def release(self) -> None:
        """The desk is closed."""
        if self.lease is not None:
            self.lease.release()


def take_hold(path: Path) -> Hold | None:
    """The hold on a file that other computers reach too; None for one on a disk of this computer, which needs none."""
    place = shared_by(path)
    if not place:
        return None
    # Imported here, because nearly every desk lies on a local disk and its start need not wait for this.
    from app.infra.lease import Held, Lease

    lease = Lease(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lease.acquire()
    except Held as held:
        return Hold(place, held=held)
    except OSError:
        return Hold(place)
    return Hold(place, lease)


def hold_of(url: str) -> Hold | None:
    """The hold on the file that an address names; None for a server, and for a file that needs none."""
    path = sqlite_file(url)
    return None if path is None else take_hold(path)


def take_over(path: Path) -> None:
    """Put away the lease of a computer that was not heard of for long, as a person has decided.

    Raises Unavailable where it was heard of meanwhile; opening the desk takes the lease.
    """
    from app.infra.lease import Held, Lease

    lease = Lease(path)
    try:
        lease.acquire()
    except Held as held:
        if not held.is_stale:
            raise Unavailable(
                tr("{holder} was heard of meanwhile, so nothing was taken over.", holder=held.holder.words())
            ) from held
        try:
            lease.take_over(held)
        except Held as other:
            raise Unavailable(
                tr("{holder} was quicker. The desk stays as it is.", holder=other.holder.words())
            ) from other
    else:
        lease.release()


def _words(length: timedelta) -> str:
    minutes = int(length.total_seconds()) // 60
    return tr("{minutes} minutes", minutes=minutes) if minutes < 120 else tr("{minutes} hours", minutes=minutes // 60)
