"""Which incidents the person follows, for whatever shows a mark on them."""

from PySide6.QtCore import QObject, Signal


class Followed(QObject):
    """What the desk said last, and what was followed or left since; `changed` carries the ids that it is now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ids: frozenset[str] = frozenset()

    def show(self, ids: frozenset[str]) -> None:
        """These are followed now."""
        if ids != self.ids:
            self.ids = ids
            self.changed.emit(ids)
