"""What every page is given: the open desk, the person, and the parts of the window it may use."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.actor import Actor
from app.infra.clock import Clock
from app.services.session import Session
from app.views.actions import ActionRegistry
from app.views.toolkit.background import Background
from app.views.toolkit.formats import Formats
from app.views.toolkit.state import WindowState
from app.views.toolkit.toast import Toasts

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.views.pages import Location


@dataclass(slots=True)
class ViewContext:
    """The parts of the window. `session` is None until the desk is open; pages are told by `Page.open`."""

    background: Background
    actions: ActionRegistry
    state: WindowState
    toasts: Toasts
    clock: Clock
    go: "Callable[[Location], None]"
    formats: Formats = field(default_factory=Formats)
    session: Session | None = None

    @property
    def desk(self) -> "Desk":
        """The services of the open desk; asking before it is open is a bug."""
        return self._open_session.desk

    @property
    def actor(self) -> Actor:
        """The person at the window; asking before the desk is open is a bug."""
        return self._open_session.actor

    @property
    def _open_session(self) -> Session:
        if self.session is None:
            raise RuntimeError("The desk is not open yet.")
        return self.session
