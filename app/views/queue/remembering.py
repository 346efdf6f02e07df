"""What the queue shows is kept for the next start, once nobody waits for rows any more."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.services.incidents.kept_queue import KeptQueue
from app.views.queue.last_rows import KEPT, LastRows

if TYPE_CHECKING:
    from app.views.queue.page import QueuePage


class Remembering(QObject):
    """Hands the first rows of the page over to be kept."""

    def __init__(self, page: "QueuePage", keep: Callable[[LastRows], None]) -> None:
        super().__init__(page)
        self._page, self._keep = page, keep

    def keep(self, kept: KeptQueue | None) -> None:
        """Keep what is shown, with how to ask for it again."""
        answer, page = self._page.answer, self._page
        if page.context.session is not None and answer is not None:
            self._keep(LastRows(answer.query, answer.summary, page.table.first_rows(KEPT), answer.counts, kept))
