"""Asks the desk for the queue: heads, numbers and the blocks in view in one piece of work, single blocks later."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.errors import DeskError
from app.domain.sla.display import Hours
from app.services.incidents.kept_queue import KeptQueue
from app.services.incidents.queue_dto import QueueCounts, QueuePage, QueueQuery, QueueSummary
from app.views.context import ViewContext
from app.views.queue.queue_table import BLOCK


@dataclass(frozen=True, slots=True)
class Answer:
    """What the database says to a query: the heads and totals, the blocks that were in view, the desk's numbers.

    `hours` are the opening hours of the calendars by id, by which the window judges clocks as the database does;
    `kept` is how to ask the same before the desk is open, where that can be done.
    """

    query: QueueQuery
    summary: QueueSummary
    pages: tuple[QueuePage, ...]
    counts: QueueCounts
    hours: Mapping[str, Hours] = field(default_factory=dict)
    kept: KeptQueue | None = None


class QueueLoader(QObject):
    """One question at a time: a newer one makes the answer to the older one void."""

    arrived = Signal(object)
    page_arrived = Signal(object)
    page_failed = Signal(int)
    failed = Signal(object)

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._query = QueueQuery()

    def load(self, query: QueueQuery, blocks: list[int]) -> None:
        """Ask for everything that the list shows now."""
        self._query = query
        desk, actor = self._context.desk, self._context.actor

        def work() -> Answer:
            summary = desk.queue.summary(actor, query)
            pages = tuple(
                desk.queue.page(actor, query._replace(offset=number * BLOCK, limit=BLOCK)) for number in blocks
            )
            kept = desk.queue.kept(actor, query._replace(offset=0, limit=BLOCK))
            return Answer(query, summary, pages, desk.queue.counts(actor), desk.sla.timelines(actor), kept)

        self._context.background.read(work, self.arrived.emit, self.failed.emit, key="queue")

    def load_block(self, number: int) -> None:
        """Ask for a block that has come into view."""
        if self._context.session is None:
            self.page_failed.emit(number)
            return
        wanted = self._query._replace(offset=number * BLOCK, limit=BLOCK)
        desk, actor = self._context.desk, self._context.actor
        self._context.background.read(
            lambda: desk.queue.page(actor, wanted),
            partial(self._page_came, wanted),
            partial(self._page_failed, number),
            key=f"queue block {number}",
        )

    def _page_came(self, wanted: QueueQuery, page: QueuePage) -> None:
        # A block of the query before, overtaken by a new one, would put the wrong rows under the new heads.
        if wanted._replace(offset=0, limit=0) == self._query._replace(offset=0, limit=0):
            self.page_arrived.emit(page)

    def _page_failed(self, number: int, error: DeskError) -> None:
        self.page_failed.emit(number)
        self.failed.emit(error)
