"""Tells the desk of searches that found nothing, once somebody stopped typing or left; never of what is being typed."""

import logging
from typing import Final

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import DeskError
from app.domain.permissions import Permission, may
from app.views.context import ViewContext

PAUSE_MS: Final = 3_000
"""So long nothing is typed before a search counts as what somebody really looked for."""

_log = logging.getLogger(__name__)


class Unfound(QObject):
    """Belongs to one search field. `known` is what was counted before it was opened, and so is not counted again."""

    def __init__(self, context: ViewContext, parent: QObject, known: str = "") -> None:
        super().__init__(parent)
        self._context = context
        self._counted = known.strip()
        self._waiting = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.settle)

    def typed(self) -> None:
        """What is being typed is not what was looked for yet."""
        self._timer.stop()
        self._waiting = ""

    def answered(self, text: str, *, found: bool) -> None:
        """The desk has answered; what found nothing counts when nobody types on."""
        self.typed()
        if not found and text.strip() != self._counted:
            self._waiting = text.strip()
            self._timer.start()

    def settle(self) -> None:
        """Nobody types on, or the field is left: count what waits."""
        text = self._waiting
        self.typed()
        if not text or self._context.session is None or not may(self._context.actor, Permission.KNOWLEDGE_USE):
            return
        self._counted = text
        desk, actor = self._context.desk, self._context.actor
        self._context.background.write(lambda: desk.search_admin.count_unfound(actor, text), None, _not_counted)


def _not_counted(error: DeskError) -> None:
    # A count that is missing harms nobody, and whoever searches is not to be bothered with it.
    _log.info("A search that found nothing was not counted: %s", error)
