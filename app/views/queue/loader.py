"""Asks the desk for the queue: heads, numbers and the blocks in view in one piece of work, single blocks later."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from app.domain.errors import DeskError
from app.domain.sla.display import Hours
from app.services.incidents.kept_queue import KeptQueue
from app.services.incidents.queue_dto import QueueCounts, QueuePage, QueueQuery, QueueRow, QueueSummary
from app.services.session import Session
from app.views.context import ViewContext
from app.views.queue.queue_table import BLOCK
from app.views.toolkit.gather import Gather

_AT_ONCE: Final = 2
_COUNT_MS: Final = 100
"""The numbers beside the list are asked for once its rows have rested this long."""
_SHARE: Final = 10
"""Between two countings lies so many times what the last one took."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the database says to a query: the heads and totals, the blocks that were in view, the desk's numbers.

    `gone` is the row that was looked at and that the query no longer finds, as it is now.
    `hours` are the opening hours of the calendars by id, by which the window judges clocks as the database does;
    `kept` is how to ask the same before the desk is open, as far as it was asked for with the rows.
    """

    query: QueueQuery
    summary: QueueSummary
    pages: tuple[QueuePage, ...]
    counts: QueueCounts
    hours: Mapping[str, Hours] = field(default_factory=dict)
    kept: KeptQueue | None = None
    gone: QueueRow | None = None

    def gone_of(self, incident_id: str | None) -> QueueRow | None:
        """The row that is gone, if it is still this incident that is looked at."""
        return self.gone if self.gone is not None and self.gone.id == incident_id else None


class QueueLoader(QObject):
    """Rows first, the numbers beside them a little later; `arrived` carries the one, `counted` the other.

    With the numbers comes how to ask for these rows before the desk is open, where that can be done: `settled` carries
    it. Whoever waits for rows does not wait until that is written down, which takes as long as making their statement.

    A newer question makes the answer to another one void. Questions that are at work cannot be ended, so there are
    never more than two, and the same list is asked for once at a time: else a stream of changes would leave no thread
    to answer the person.
    """

    arrived = Signal(object)
    counted = Signal(object)
    settled = Signal(object)
    page_arrived = Signal(object)
    page_failed = Signal(int)
    failed = Signal(object)

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._query = QueueQuery()
        self._wanted: tuple[QueueQuery, list[int], str | None] | None = None
        self._changes = 0
        self._counted_at = self._hours_at = -1
        self._hours: Mapping[str, Hours] = {}
        self._at_work: list[QueueQuery] = []
        self._counts: QueueCounts | None = None
        self._count_soon = Gather(self, _COUNT_MS, self._count)
        self._counting = QElapsedTimer()
        self._count_cost = 0

    def load(
        self, query: QueueQuery, blocks: list[int], *, quietly: bool = False, looked_at: str | None = None
    ) -> None:
        """Ask for everything that the list shows now; also whether it still has the incident that is `looked_at`.

        Quietly, what only people change is asked for only where somebody has changed something: a window that is left
        alone asks for no more than time moves. Whoever asks for the list with a key gets all of it anew.
        """
        if not quietly:
            self.changed()
        self._query, self._wanted = query, (query, blocks, looked_at)
        self._go_on()

    def changed(self) -> None:
        """Something happened at the desk."""
        self._changes += 1

    def stop(self) -> None:
        """Nothing is asked any more, and nobody waits for an answer."""
        self._query, self._wanted = QueueQuery(), None
        self._count_soon.stop()

    def forget(self) -> None:
        """Another desk has other numbers."""
        self._counts = None
        self.changed()

    def _go_on(self) -> None:
        if self._wanted is None or len(self._at_work) >= _AT_ONCE:
            return
        query, blocks, looked_at = self._wanted
        if any(_same_list(query, other) for other in self._at_work):
            return
        self._wanted = None
        self._at_work.append(query)
        self._context.background.read(
            self._work(query, blocks, looked_at),
            partial(self._came, query, self._context.session, self._changes),
            partial(self._refused, query),
            on_bug=partial(self._ended, query),
        )

    def _work(self, query: QueueQuery, blocks: list[int], looked_at: str | None) -> Callable[[], Answer]:
        desk, actor, known = self._context.desk, self._context.actor, self._counts
        hours = self._hours if self._hours_at == self._changes else None

        def work() -> Answer:
            first, *rest = blocks
            summary, page = desk.queue.opening(actor, query._replace(offset=first * BLOCK, limit=BLOCK))
            others = (desk.queue.page(actor, query._replace(offset=each * BLOCK, limit=BLOCK)) for each in rest)
            pages = (page, *others)
            times = desk.sla.timelines(actor) if hours is None else hours
            gone = None
            if looked_at is not None and not any(row.id == looked_at for page in pages for row in page.rows):
                fresh = desk.queue.fresh(actor, query, [looked_at])
                gone = next((each.row for each in fresh if not each.is_found), None)
            if known is not None:
                return Answer(query, summary, pages, known, times, gone=gone)
            kept = desk.queue.kept(actor, _from_the_first(query))
            return Answer(query, summary, pages, desk.queue.counts(actor), times, kept, gone)

        return work

    def _came(self, query: QueueQuery, asked: Session | None, at: int, answer: Answer) -> None:
        self._at_work.remove(query)
        if asked is self._context.session and _same_list(query, self._query):
            self._hours, self._hours_at = answer.hours, at
            is_first = self._counts is None
            if is_first:
                self._counts, self._counted_at = answer.counts, at
            else:
                self._count_again()
            self.arrived.emit(answer)
            if is_first:
                self.settled.emit(answer.kept)
        self._go_on()

    def _refused(self, query: QueueQuery, error: DeskError) -> None:
        self._at_work.remove(query)
        if _same_list(query, self._query):
            self.failed.emit(error)
        self._go_on()

    def _ended(self, query: QueueQuery) -> None:
        self._at_work.remove(query)
        self._go_on()

    def _count(self) -> None:
        if self._context.session is None:
            return
        desk, actor, at = self._context.desk, self._context.actor, self._changes
        known, query = self._counts if self._counted_at == at else None, self._query

        def work() -> tuple[QueueCounts, KeptQueue | None]:
            counts = desk.queue.counts(actor) if known is None else desk.queue.timed_counts(actor, known)
            return counts, desk.queue.kept(actor, _from_the_first(query))

        self._counting.start()
        # That the rows came says that the desk answers; what is wrong otherwise is said by them.
        self._context.background.read(
            work,
            partial(self._count_came, at, query),
            lambda _error: None,
            key="queue-counts",
        )

    def _count_came(self, at: int, query: QueueQuery, found: tuple[QueueCounts, KeptQueue | None]) -> None:
        counts, kept = found
        self._counts, self._counted_at, self._count_cost = counts, at, self._counting.elapsed()
        self.counted.emit(counts)
        if at != self._changes:
            # Another page may have shown what is newer meanwhile, and this list is not read again while nobody sees it.
            self._count_again()
        if _same_list(query, self._query):
            self.settled.emit(kept)

    def _count_again(self) -> None:
        self._count_soon.ask_within(max(_COUNT_MS, self._count_cost * _SHARE))

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


def _from_the_first(query: QueueQuery) -> QueueQuery:
    return query._replace(offset=0, limit=BLOCK)


def _same_list(one: QueueQuery, other: QueueQuery) -> bool:
    """Whether both ask for the same rows in the same order, at whatever moment."""
    return one._replace(at=None, zone=None, offset=0, limit=0) == other._replace(at=None, zone=None, offset=0, limit=0)
