"""An open desk with somebody at it, and what is known before it is opened; loads no database library itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from app.infra.clock import Clock
from app.infra.paths import Paths
from app.infra.settings import LocalSettings

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.domain.presence import Doing
    from app.services.desk import Desk
    from app.services.timers.dto import Tick


Progress = Callable[[int, int], None]
"""Is told how much is done, of how much; an error that it raises stops the work."""


class Session(NamedTuple):
    """An open desk and the person at it; where it `asks`, somebody has to sign in before it is shown."""

    desk: "Desk"
    actor: "Actor"
    asks: bool = False


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


class Live(Protocol):
    """What others do at an open desk, heard by one window; making it costs nothing."""

    def start(self) -> None:
        """Tell the desk's bus what others change, from a thread of its own, from now on."""
        ...

    def stop(self) -> None:
        """End promptly, and wait for that; may be called when nothing was started."""
        ...

    def show(self, incident_id: str, doing: "Doing | None") -> None:
        """What the person at the window does at an incident, to be told to others; None where they left it."""
        ...

    def look(self, *, is_seen: bool) -> None:
        """Whether somebody looks at the window: then what others do is asked for more often."""
        ...


class Context(NamedTuple):
    """What every driver is handed: folders, settings, the address of the database, the clock, and a way to open.

    `open(url)` brings the schema up to date, creates a local desk that is missing and signs the person in; it is slow
    and raises Unavailable in plain words, so the window calls it on a lane. `is_first_run` is true when neither the
    command line nor the settings name a database and the person has no desk on this computer yet. `timers` makes the
    timers of an open desk for a program of the kind "window" or "jobs"; None where time does not pass. `live` makes
    what hears others; None where nobody else is. `make_demo(progress)` writes the demo desk where it is missing, which
    takes seconds, and tells how many of how many incidents are logged; None where there is none to be made.
    """

    paths: Paths
    settings: LocalSettings
    url: str
    is_first_run: bool
    clock: Clock
    open: Callable[[str], Session]
    timers: Callable[[Session, str], Timers] | None = None
    live: Callable[[Session], Live] | None = None
    make_demo: Callable[[Progress], None] | None = None
