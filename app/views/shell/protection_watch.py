"""Whether the database of a shared desk protects what it holds: looked at when an administrator connects."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import DeskError
from app.domain.permissions import Permission, may
from app.domain.wording import inside, tr
from app.services.server.dto import essentials_missing
from app.views.context import ViewContext
from app.views.pages import Location
from app.views.toolkit.toast import announce
from app.views.widgets.strips import InfoStrip

if TYPE_CHECKING:
    from app.services.server.dto import Finding

_FIRST_MS = 4_000
"""After the first rows are there: it costs the server as much as a page of the queue."""


class ProtectionWatch(QObject):
    """Asks once for each desk that is opened, and shows its `strip` to whoever can do something about it."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.strip = InfoStrip("", "amber", icon="shield", closable=True)
        self.strip.hide()
        self._timer = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._timer.timeout.connect(self.ask)
        self.strip.add_button(tr("How to mend it"), lambda: context.go(Location("settings", "desk/protection")))

    def begin(self) -> None:
        """A desk was opened."""
        self.strip.hide()
        self._timer.stop()
        if self._context.desk.link is not None and may(self._context.actor, Permission.PEOPLE_ADMIT):
            self._timer.start()

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()

    def ask(self) -> None:
        """Look at the points without which the desk does not protect."""
        if self._context.session is not None:
            desk, actor = self._context.desk, self._context.actor
            self._context.background.read(
                lambda: desk.server.protection(actor), self.show, self._not_known, key="protection"
            )

    def show(self, findings: "tuple[Finding, ...]") -> None:
        """Say what is missing; nothing where nothing is."""
        missing = essentials_missing(findings)
        self.strip.setVisible(bool(missing))
        if missing:
            self.strip.set_text(_words(missing), "amber", "shield")
            announce(self.strip, self.strip.text())

    def _not_known(self, _error: DeskError) -> None:
        """The server went away, of which another strip tells; the next opening looks again."""


def _words(missing: "tuple[Finding, ...]") -> str:
    first = inside(missing[0].title[:1]) + missing[0].title[1:]
    if missing[0].key == "set up":
        return tr("This database is open to everybody who can connect to it: it is not set up for several people.")
    more = "" if len(missing) == 1 else tr(" and {count} more", count=len(missing) - 1)
    return tr("The database does not protect this desk as it should. Missing: {first}{more}.", first=first, more=more)
