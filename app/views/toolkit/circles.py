"""Looks for circles of objects in the window's thread, so that no lane destroys what belongs to the window."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from app.infra.collector import collect_by_hand, collect_what_is_due, spare_nothing, spare_what_stays

LOOK_MS: Final = 250
"""Between two looks at whether it is time; so short that what lanes make meanwhile is soon looked through."""


class CircleSearch(QObject):
    """From its beginning on no thread looks for circles by itself, and none is looked for until `begin`.

    The start makes thousands of classes and functions and loses none.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        collect_by_hand()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(collect_what_is_due)

    def begin(self) -> None:
        """The start is over; nothing happens the second time."""
        if not self._timer.isActive():
            self._timer.start()

    def begin_with_desk(self) -> None:
        """A desk was opened: what was made for it stays, and what comes and goes from now on is looked through."""
        spare_what_stays()
        self.begin()

    def end(self) -> None:
        """The program ends: what was left out belongs to the last search of all."""
        self._timer.stop()
        spare_nothing()
