"""An open desk with somebody at it, and what is known before it is opened; loads no database library itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.actor import Actor
from app.infra.clock import Clock
from app.infra.paths import Paths
from app.infra.settings import LocalSettings

if TYPE_CHECKING:
    from app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Session:
    """An open desk and the person at it."""

    desk: "Desk"
    actor: Actor


@dataclass(frozen=True, slots=True)
class Context:
    """What every driver is handed: folders, settings, the address of the database, the clock, and a way to open.

    `open(url)` brings the schema up to date, creates a local desk that is missing and signs the person in; it is slow
    and raises Unavailable in plain words, so the window calls it on a lane. `is_first_run` is true when neither the
    command line nor the settings name a database and the person has no desk on this computer yet.
    """

    paths: Paths
    settings: LocalSettings
    url: str
    is_first_run: bool
    clock: Clock
    open: Callable[[str], Session]
