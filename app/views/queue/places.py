"""Where somebody was in each list: coming back to a filter finds the same incident selected at the same height."""

from typing import Final, NamedTuple

from app.views.queue.queue_table import QueueTable
from app.views.queue.table_view import QueueView
from app.views.toolkit.state import WindowState

_KEPT: Final = 30
_LAST: Final = "queue.place"


class Place(NamedTuple):
    """The incident that was selected, on which line, how far it stood from the top, and which blocks were in view."""

    incident_id: str | None
    line: int
    gap: int
    blocks: tuple[int, ...]


class Places:
    """Remembers one place for each of the last filters, and the last of all for the next start."""

    def __init__(self, state: WindowState) -> None:
        self._state = state
        self._known: dict[str, Place] = {}

    def leave(self, text: str, view: QueueView) -> None:
        """Another filter is about to be shown, or the window closes."""
        line = view.currentIndex().row()
        if line < 0:
            return
        blocks = tuple(view.table.block_numbers(*view.visible_lines()))
        place = Place(view.current_id(), line, view.rowViewportPosition(line), blocks)
        self._known.pop(text, None)
        self._known[text] = place
        while len(self._known) > _KEPT:
            self._known.pop(next(iter(self._known)))
        self._state.set(_LAST, [text, place.incident_id or ""])

    def of(self, text: str) -> Place | None:
        """Where somebody was in the list of this filter, in this session."""
        return self._known.get(text)

    def begin(self, text: str, view: QueueView) -> None:
        """Select what was selected when the window closed, if it showed this filter; else the first incident.

        Never nothing: a table that gets the keyboard then takes its first line, which may be a head.
        """
        kept = self._state.get(_LAST, [])
        line = view.table.line_of_id(str(kept[1])) if len(kept) == 2 and kept[0] == text else None
        if line is None:
            view.select_first_row()
        else:
            view.select_line(line)


def go_to(view: QueueView, place: Place) -> None:
    """Select what was selected, at the height at which it stood; or what stands on its line now."""
    table: QueueTable = view.table
    found = table.line_of_id(place.incident_id) if place.incident_id is not None else None
    line = min(place.line, table.rowCount() - 1) if found is None else found
    if line < 0:
        return
    bar = view.verticalScrollBar()
    view.updateGeometries()
    view.select_line(line)
    bar.setValue(bar.value() + view.rowViewportPosition(line) - place.gap)
    if view.current_id() is None and found is None:
        view.step(1)
