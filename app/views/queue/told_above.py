"""What is told above the list: the first steps of a new desk, and incidents that come in like a burst."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.events import Event
from app.views.context import ViewContext
from app.views.first_run.steps_strip import FirstStepsStrip
from app.views.suggestions.burst_strip import BurstStrip


class ToldAbove(QWidget):
    """Takes no room while there is nothing to tell."""

    def __init__(self, context: ViewContext, host: QWidget, show_filter: Callable[[str], object]) -> None:
        super().__init__()
        self.first, self.burst = FirstStepsStrip(context, host), BurstStrip(context, host, show_filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for strip in (self.first, self.burst):
            column.addWidget(strip)

    def look_soon(self) -> None:
        """Another desk is open; its list comes first."""
        self.first.look_soon()
        self.burst.look_soon()

    def hear(self, event: Event) -> None:
        """Something happened at the desk."""
        self.first.hear(event)
        self.burst.hear(event)

    def stop(self) -> None:
        """Nothing is asked any more."""
        self.first.stop()
        self.burst.stop()


def told_above(
    context: ViewContext, host: QWidget, show_filter: Callable[[str], object]
) -> tuple[ToldAbove, BurstStrip]:
    """What is told above the list of a page, and in it the strip of bursts."""
    told = ToldAbove(context, host, show_filter)
    return told, told.burst
