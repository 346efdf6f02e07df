"""Rows that come later than the list: what lies next is asked for beforehand, what was waited for is followed."""

from PySide6.QtCore import QObject

from app.services.incidents.queue_dto import QueuePage
from app.views.queue.loader import QueueLoader
from app.views.queue.table_view import QueueView


class Coming(QObject):
    """Keeps the table in rows; when the one that somebody stands on has come, the view tells as after a step."""

    def __init__(self, view: QueueView, loader: QueueLoader) -> None:
        super().__init__(view)
        self._view = view
        view.table.block_wanted.connect(loader.load_block)
        loader.page_arrived.connect(self._came)
        loader.page_failed.connect(view.table.block_failed)
        view.verticalScrollBar().valueChanged.connect(self._look_ahead)

    def _look_ahead(self) -> None:
        self._view.table.look_ahead(*self._view.visible_lines())

    def _came(self, page: QueuePage) -> None:
        before = self._view.current_id()
        self._view.table.add_page(page)
        now = self._view.current_id()
        if before is None and now is not None:
            self._view.moved.emit()
            self._view.rested.emit(now)
