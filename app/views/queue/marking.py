"""Rows that are selected for several: which they are, and what is chosen where none is."""

from collections.abc import Callable, Sequence
from typing import Final

from app.domain.permissions import Permission, may
from app.domain.wording import number, tr
from app.services.incidents.queue_dto import QueueQuery, QueueRow
from app.views.context import ViewContext
from app.views.queue.header import QueueHead
from app.views.queue.queue_table import QueueTable
from app.views.queue.table_view import QueueView

MOST: Final = 2_000
"""So many incidents can be selected at once; who wants to change more narrows the filter."""


class Marking:
    """Marks rows of the table and tells the head how many there are."""

    def __init__(
        self, context: ViewContext, view: QueueView, head: QueueHead, current: Callable[[], QueueRow | None]
    ) -> None:
        self._context, self._view, self._head, self._current = context, view, head, current

    @property
    def _table(self) -> QueueTable:
        return self._view.table

    def chosen_rows(self) -> list[QueueRow]:
        """The rows selected for several that are known here, else the one that is selected."""
        if self._table.marked:
            rows = [self._table.row_of(incident_id) for incident_id in sorted(self._table.marked)]
        else:
            rows = [self._current()]
        return [row for row in rows if row is not None]

    def chosen_ids(self) -> list[str]:
        """The incidents selected for several, wherever they stand in the list; else the one that is selected."""
        row = self._current()
        return sorted(self._table.marked) or ([row.id] if row is not None else [])

    def toggle(self, incident_id: str) -> None:
        """Select a row for several, or no longer."""
        self._set([incident_id], marked=incident_id not in self._table.marked)

    def extend(self, direction: int) -> None:
        """Select the current row for several and the next one (1) or the one before (-1), and go there."""
        for again in (False, True):
            if again:
                self._view.step(direction)
            row = self._current()
            if row is not None:
                self._set([row.id], marked=True)

    def mark_all(self, query: QueueQuery) -> None:
        """Select every incident that the filter finds, also those that have not come into view."""
        desk, actor = self._context.desk, self._context.actor
        wanted = query._replace(collapsed=frozenset(), offset=0, limit=MOST + 1)
        self._context.background.read(lambda: desk.queue.ids(actor, wanted), self._mark_found, key="mark all")

    def toggle_all(self, query: QueueQuery) -> None:
        """Select all, or nothing any more where all are selected already that can be."""
        total = self._table.layout_of_lines.summary.total
        if self._table.marked and len(self._table.marked) >= min(MOST, total):
            self.clear()
        else:
            self.mark_all(query)

    def toggle_group(self, query: QueueQuery, key: str) -> None:
        """Select every incident under a head, also while it is closed, or none of them where all are selected."""
        desk, actor = self._context.desk, self._context.actor

        def read() -> tuple[str, ...]:
            # Only the heads of this very moment say which the others are: under one of those the screen knows of none.
            groups = desk.queue.summary(actor, query).groups
            closed = frozenset(group.key for group in groups) - {key}
            return desk.queue.ids(actor, query._replace(collapsed=closed, offset=0, limit=MOST + 1))

        def came(ids: tuple[str, ...]) -> None:
            if self._table.marked.issuperset(ids[:MOST]):
                self._set(ids, marked=False)
            else:
                self._mark_found(ids)

        self._context.background.read(read, came, key="mark all")

    def _mark_found(self, ids: tuple[str, ...]) -> None:
        self._set(ids[:MOST], marked=True)
        if len(ids) > MOST:
            self._context.toasts.show(
                tr("The first {most} are selected. Narrow the filter to reach the others.", most=number(MOST))
            )

    def clear(self) -> None:
        """Select nothing for several."""
        self._set(tuple(self._table.marked), marked=False)

    def allow(self) -> None:
        """Offer what the person at the desk may do."""
        self._head.allow(changes=may(self._context.actor, Permission.INCIDENT_EDIT))

    def _set(self, ids: Sequence[str], *, marked: bool) -> None:
        self._table.set_marked(ids, marked=marked)
        self.allow()
        self._head.show_selected(len(self._table.marked))
        self._view.header.viewport().update()
        self._context.actions.refresh()
