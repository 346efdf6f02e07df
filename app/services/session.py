"""An open desk with somebody at it, and what is known before it is opened; loads no database library itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from app.infra.clock import Clock
from app.infra.paths import Paths
from app.infra.settings import LocalSettings

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk
    from app.services.timers.dto import Tick


class Session(NamedTuple):
    """An open desk and the person at it."""

    desk: "Desk"
    actor: "Actor"


class Timers(Protocol):
    """The timers of an open desk, run by one program; making them costs nothing."""

    def start(self) -> None:
        """Run in a thread of their own from now on."""
        ...

    def stop(self) -> None:
        """End promptly, and wait for that; may be called when nothing was started."""
        ...

    def run(self) -> None:
        """Run in the calling thread until `end_soon`."""
        ...

    def end_soon(self) -> None:
        """End after the transaction at hand, without waiting for it."""
        ...

    def once(self) -> "Tick":
        """Deal with everything that is due now; raises Unavailable when the database is out of reach."""
        ...


class Context(NamedTuple):
    """What every driver is handed: folders, settings, the address of the database, the clock, and a way to open.

    `open(url)` brings the schema up to date, creates a local desk that is missing and signs the person in; it is slow
    and raises Unavailable in plain words, so the window calls it on a lane. `is_first_run` is true when neither the
    command line nor the settings name a database and the person has no desk on this computer yet. `timers` makes the
    timers of an open desk for a program of the kind "window" or "jobs"; None where time does not pass.
    """

    paths: Paths
    settings: LocalSettings
    url: str
    is_first_run: bool
    clock: Clock
    open: Callable[[str], Session]
    timers: Callable[[Session, str], Timers] | None = None
