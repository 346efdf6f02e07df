"""What is dropped on the page of an incident is put where one writes: into the reply, the note or the update."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from app.views.incident.modes import DROPS
from app.views.widgets.drop_target import DropPlace, DropTarget

if TYPE_CHECKING:
    from app.views.incident.page import IncidentPage


def take_drops(page: "IncidentPage") -> None:
    """Offer a place for each tab in which something can be written now."""

    def places() -> list[DropPlace]:
        modes = page.writing.composer.tabs.offered() if page.detail is not None else []
        return [DropPlace(DROPS[mode], partial(_dropped, page, mode)) for mode in modes]

    DropTarget(page, places)


def _dropped(page: "IncidentPage", mode: str, data: QMimeData) -> None:
    page.writing.write(mode)
    page.writing.composer.edit.insertFromMimeData(data)
