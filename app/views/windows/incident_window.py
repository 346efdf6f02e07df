"""One incident in a window of its own, with everything that its page has; it is shown at once and filled in turns."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.domain.errors import Away, DeskError
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.views.pages import Location
from app.views.toolkit.dressing import dress_ahead
from app.views.toolkit.turns import Pieces, Turns
from app.views.windows.beside import WindowBeside

if TYPE_CHECKING:
    from app.domain.events import Event
    from app.services.incidents.dto import IncidentDetail
    from app.views.incident.page import IncidentPage
    from app.views.main_window import MainWindow
    from app.views.windows.windows import Windows


class IncidentWindow(WindowBeside):
    """`gone` carries why there was nothing to show from the beginning: it may not be seen, or is not there."""

    gone = Signal(object)

    def __init__(self, main: "MainWindow", windows: "Windows", incident_id: str) -> None:
        super().__init__(main, windows, incident_id)
        self.setWindowTitle(tr("Incident – Mainstay"))
        self.incident_id = incident_id
        self.incident: IncidentPage | None = None
        self._turns, self._act = Turns(self), ""
        self._is_known = False

    @property
    def here(self) -> Location:
        """The incident."""
        return Location("incident", self.incident_id)

    def begin(self, act: str = "", *, focus: bool = True) -> None:
        """Make the page, a piece in each turn, and show the incident; `act` is done there at once."""
        self._act = act
        self._turns.begin(self._make(focus=focus))

    def _make(self, *, focus: bool) -> Pieces:
        # Loaded here, as the first window does: the first picture has to come without it.
        from app.views.incident.page import IncidentPage

        yield
        page = IncidentPage(self.context, at_once=False)
        # There is no list to go up to: what Esc leaves is the window.
        page.is_in = None
        yield
        while page.make_piece():
            yield
        yield from dress_ahead(page)
        page.shown.connect(self._show)
        page.writing.casework.lost.connect(self._lost)
        self.incident = page
        self.put(page)
        page.open(self.incident_id)
        if self._act:
            page.act(self._act)
        if focus:
            page.focus_start()

    def act(self, action_id: str) -> None:
        """Do something with the incident, once it is shown."""
        self._act = action_id
        if self.incident is not None:
            self.incident.act(action_id)

    def hear(self, event: "Event") -> None:
        """Something happened at the desk."""
        if self.incident is not None:
            self.incident.hear(event)

    def leave(self) -> None:
        """Write what was typed, and wait for no answer."""
        self._turns.stop()
        if self.incident is not None:
            self.incident.leave()

    def _show(self, detail: "IncidentDetail") -> None:
        self._is_known = True
        number = incident_number(detail.number)
        self.setWindowTitle(tr("{number} {summary} – Mainstay", number=number, summary=detail.short_description))

    def _lost(self, error: DeskError) -> None:
        if not self._is_known and not isinstance(error, Away):
            self.gone.emit(error)
