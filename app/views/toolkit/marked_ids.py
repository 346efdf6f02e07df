"""Which incidents wear a mark: those that the person follows, those of which they have something to read."""

from PySide6.QtCore import QObject, Signal


class MarkedIds(QObject):
    """What the desk said last, and what was done here since; `changed` carries the ids that it is now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ids: frozenset[str] = frozenset()

    def show(self, ids: frozenset[str]) -> None:
        """These wear it now."""
        if ids != self.ids:
            self.ids = ids
            self.changed.emit(ids)
