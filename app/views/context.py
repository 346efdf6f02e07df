"""What every page is given: the open desk, the person, and the parts of the window it may use."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.actor import Actor
from app.infra.clock import Clock
from app.services.session import Session
from app.views.actions import ActionRegistry
from app.views.toolkit.background import Background
from app.views.toolkit.formats import Formats
from app.views.toolkit.state import WindowState
from app.views.toolkit.ticker import Ticker
from app.views.toolkit.toast import Toasts

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.views.pages import Location
    from app.views.toolkit.draft_keeper import DraftKeeper


@dataclass(frozen=True, slots=True)
class Place:
    """Where an incident stands in the list that it was opened from; `position` counts from 1."""

    position: int
    total: int
    previous_id: str | None = None
    next_id: str | None = None


def nowhere(_incident_id: str) -> Place | None:
    """The place of an incident while no list is shown."""
    return None


def shown_nowhere(_count: int) -> None:
    """How many drafts or notifications wait, while nothing shows it."""


@dataclass(slots=True)
class ViewContext:
    """The parts of the window. `session` is None until the desk is open; `pages` are the ids of those that exist.

    `ticker` lets shown times go on; `clock_offset` is how far the clock of the database is ahead of this computer's.
    `place_of` is set by the list that is shown, so that an incident can say "3 of 38" and lead to its neighbours;
    `show_drafts` by what tells how many incidents were begun and put away, `show_unread` by the bell.
    """

    background: Background
    actions: ActionRegistry
    state: WindowState
    toasts: Toasts
    clock: Clock
    go: "Callable[[Location], None]"
    pages: frozenset[str] = frozenset()
    formats: Formats = field(default_factory=Formats)
    session: Session | None = None
    drafts_folder: Path | None = None
    place_of: Callable[[str], Place | None] = nowhere
    show_drafts: Callable[[int], None] = shown_nowhere
    show_unread: Callable[[int], None] = shown_nowhere
    ticker: Ticker = field(default_factory=Ticker)
    clock_offset: timedelta = timedelta(0)
    _drafts: "DraftKeeper | None" = field(default=None, init=False)
    _drafts_session: Session | None = field(default=None, init=False)

    def now(self) -> datetime:
        """The time of the database, by which clocks are judged, as far as it is known."""
        return self.clock.now() + self.clock_offset

    @property
    def desk(self) -> "Desk":
        """The services of the open desk; asking before it is open is a bug."""
        return self._open_session.desk

    @property
    def actor(self) -> Actor:
        """The person at the window; asking before the desk is open is a bug."""
        return self._open_session.actor

    @property
    def drafts(self) -> "DraftKeeper":
        """What this person typed at this desk and has not sent; another desk has another keeper."""
        session = self._open_session
        if self._drafts is None or self._drafts_session is not session:
            if self.drafts_folder is None:
                raise RuntimeError("The window was made without a folder for drafts.")
            # Imported here, because the first picture of the window has to come without it.
            from app.infra.drafts import DraftStore
            from app.views.toolkit.draft_keeper import DraftKeeper

            store = DraftStore(self.drafts_folder, session.desk.identity)
            self._drafts = DraftKeeper(self.background, store, session.actor.person_id, self.clock)
            self._drafts_session = session
        return self._drafts

    @property
    def _open_session(self) -> Session:
        if self.session is None:
            raise RuntimeError("The desk is not open yet.")
        return self.session
