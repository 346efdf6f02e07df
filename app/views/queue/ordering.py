"""In which order rows stand, under which heads, and which are closed: as the filter says, else as it was left."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QMenu

from app.domain.wording import tr
from app.services.incidents.queue_dto import QueueQuery
from app.views.queue import filters
from app.views.queue.column_order import ColumnOrder
from app.views.queue.columns import NEWEST_FIRST, SORT_OF, SPECS, Column, sorted_columns
from app.views.toolkit.state import WindowState

if TYPE_CHECKING:
    from app.views.queue.page import QueuePage

_COLLAPSED: Final = "queue.collapsed"
_KEPT: Final = 40
"""For so many filters it is remembered which heads were closed."""


class Ordering:
    """What heads of columns and the group menu do; where the filter names an order, they edit the filter."""

    def __init__(self, page: "QueuePage") -> None:
        self._page = page
        self._columns: ColumnOrder | None = None

    def of_filter(self, text: str) -> QueueQuery:
        """The query of another filter, in its order and with the heads closed that were closed there."""
        page = self._page
        query = page.shelf.ordered(page.query._replace(filter_text=text))
        return query._replace(collapsed=collapsed_in(page.context.state, query))

    def group_by(self, column: str) -> None:
        """Put the rows under other heads."""
        page = self._page
        if filters.orders_of(page.query.filter_text).group is not None:
            page.set_filter(filters.with_group(page.query.filter_text, column))
            return
        query = page.query._replace(group_by=column)
        self._show(query._replace(collapsed=collapsed_in(page.context.state, query)))

    def title_clicked(self, section: int) -> None:
        """Sort by a column, or with Shift by it what is alike in the first."""
        (self.sort_then_by if self._page.view.header.is_further else self.sort_by)(section)

    def sort_by(self, section: int) -> None:
        """Sort by a column; the same again turns the order round."""
        page, wanted = self._page, SORT_OF[Column(section)]
        descending = not page.query.descending if wanted == page.query.sort else wanted in NEWEST_FIRST
        if filters.orders_of(page.query.filter_text).sort is not None:
            page.set_filter(filters.with_sort(page.query.filter_text, wanted, descending=descending))
            return
        self._show(page.query._replace(sort=wanted, descending=descending))

    def sort_then_by(self, section: int) -> None:
        """Sort by another column what is alike in the first; the same again turns that order round.

        The filter says so from then on, and a view that is saved with it.
        """
        page, wanted = self._page, SORT_OF[Column(section)]
        query = page.query
        if wanted == query.sort:
            self.sort_by(section)
            return
        is_same = query.then.removeprefix("-") == wanted
        falls = not query.then.startswith("-") if is_same else wanted in NEWEST_FIRST
        then = f"{'-' * falls}{wanted}"
        page.set_filter(filters.with_sort(query.filter_text, query.sort, descending=query.descending, then=then))

    def _show(self, query: QueueQuery) -> None:
        self._page.shelf.keep_order(query)
        self._page.show_ordered(query)

    def collapse(self, keys: frozenset[str]) -> None:
        """Close these groups and open all others; it is remembered for this filter."""
        page = self._page
        page.query = page.query._replace(collapsed=keys)
        keep_collapsed(page.context.state, page.query)
        page.reload()

    def show(self) -> None:
        """Mark the column by which rows are sorted, and show the columns that were chosen."""
        page, query = self._page, self._page.query
        page.view.show_sorted(sorted_columns(query))
        page.view.use_columns(page.shelf.columns(query.filter_text), asked_about(query))
        if self._columns is None:
            self._columns = ColumnOrder(page)
        self._columns.show()

    def fill_menu(self, menu: QMenu) -> None:
        """The columns by which rows can be sorted, and what is alike in one; the same again turns the order round."""
        menu.clear()
        query = self._page.query
        self._offer(menu, query.sort, self.sort_by)
        menu.addSeparator()
        then = QMenu(tr("Then by"), menu)
        menu.addMenu(then)
        self._offer(then, query.then.removeprefix("-"), self.sort_then_by)

    @staticmethod
    def _offer(menu: QMenu, chosen: str, choose: Callable[[int], None]) -> None:
        for column, sort in SORT_OF.items():
            if column is not Column.STATE:
                action = menu.addAction(SPECS[column].spoken)
                action.setCheckable(True)
                action.setChecked(sort == chosen)
                action.triggered.connect(lambda _checked=False, column=column: choose(column))


def asked_about(query: QueueQuery) -> frozenset[Column]:
    """The column whose figures a query is about, so that nobody sorts by what is not shown."""
    asks = "risk" in {query.sort, query.then.removeprefix("-")} or "risk:" in query.filter_text.lower()
    return frozenset({Column.RISK}) if asks else frozenset()


def collapsed_in(state: WindowState, query: QueueQuery) -> frozenset[str]:
    """The heads that were closed when this filter was shown under these heads."""
    kept: dict[str, Any] = state.get(_COLLAPSED, {})
    return frozenset(map(str, kept.get(_key(query), ())))


def keep_collapsed(state: WindowState, query: QueueQuery) -> None:
    """Remember them."""
    kept = {key: value for key, value in state.get(_COLLAPSED, {}).items() if key != _key(query)}
    if query.collapsed:
        kept[_key(query)] = sorted(query.collapsed)
    state.set(_COLLAPSED, dict(list(kept.items())[-_KEPT:]))


def _key(query: QueueQuery) -> str:
    return f"{query.group_by} {query.filter_text}"
