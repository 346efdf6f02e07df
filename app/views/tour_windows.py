"""The part of the tour through windows beside the first one."""

from typing import TYPE_CHECKING

from app.views.pages import Location
from app.views.windows.incident_window import IncidentWindow

if TYPE_CHECKING:
    from app.views.tour import Tour


def show_windows(tour: "Tour") -> None:
    """A picture of an incident in a window of its own."""
    tour.visit("queue", "is:open")
    main = tour.program.window
    main.go(Location("incident", tour.liveliest().id, apart=True))
    window = main.windows.shown[-1]
    if isinstance(window, IncidentWindow):
        tour.wait(lambda: window.incident is not None and window.incident.detail is not None)
        tour.settle()
        tour.picture("apart", of=window)
    window.close()
    tour.settle()
