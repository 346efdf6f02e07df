"""In which order the columns of the queue stand: titles are dragged, or put in order in a sheet; kept for each view."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from app.domain.wording import tr
from app.views.queue.columns import SPECS, Column
from app.views.widgets.order_list import OrderItem

if TYPE_CHECKING:
    from app.views.queue.column_sheet import ColumnSheet
    from app.views.queue.page import QueuePage

USUAL: Final = tuple(Column)


class ColumnOrder:
    """The first column, with the boxes, always stays where it is."""

    def __init__(self, page: "QueuePage") -> None:
        self._page, self._header = page, page.view.header
        self._quiet = False
        self._header.setSectionsMovable(True)
        self._header.setFirstSectionMovable(False)
        self._header.sectionMoved.connect(lambda *_places: self._moved())
        page.context.actions.bind(
            "list.column_order", self.ask, owner=page,
            unavailable=lambda: tr("The list is too narrow for columns") if page.view.painter.card else None,
        )  # fmt: skip

    def names(self) -> list[Column]:
        """All columns as they stand, also those that are not shown now."""
        return [Column(self._header.logicalIndex(place)) for place in range(self._header.count())]

    def shown(self) -> list[Column]:
        """Those that are shown and can be moved."""
        return [column for column in self.names() if column in self._page.view.shown and column is not Column.MARK]

    def show(self) -> None:
        """Put the columns in the order that is kept for the filter that is shown."""
        self._put(whole(self._page.shelf.column_order(self._page.query.filter_text)))

    def move(self, column: Column, to: Column) -> None:
        """Move a column to the place of another one."""
        self._header.moveSection(self._header.visualIndex(column), self._header.visualIndex(to))

    def reset(self) -> None:
        """The usual order again."""
        self._put(USUAL)
        self._page.shelf.keep_column_order(self._page.query.filter_text, None)

    def ask(self) -> "ColumnSheet":
        """Show the sheet in which columns are put in order by the keyboard."""
        from app.views.queue.column_sheet import ColumnSheet

        sheet = ColumnSheet(self._page.window(), self)
        sheet.destroyed.connect(self._page.focus_start)
        sheet.start()
        return sheet

    def _put(self, order: Sequence[Column]) -> None:
        if self.names() == list(order):
            return
        self._quiet = True
        for place, column in enumerate(order):
            self._header.moveSection(self._header.visualIndex(column), place)
        self._quiet = False
        self._page.view.viewport().update()

    def _moved(self) -> None:
        if not self._quiet:
            self._page.shelf.keep_column_order(self._page.query.filter_text, [column.name for column in self.names()])
            self._page.view.viewport().update()


def whole(kept: Iterable[str] | None) -> list[Column]:
    """All columns: those of these names in their order, others, as of a newer version, after their usual neighbour."""
    order = [Column[name] for name in dict.fromkeys(kept or ()) if name in Column.__members__]
    if Column.MARK in order:
        order.remove(Column.MARK)
    order.insert(0, Column.MARK)
    for place, column in enumerate(USUAL):
        if column not in order:
            order.insert(order.index(USUAL[place - 1]) + 1, column)
    return order


def items_of(columns: Iterable[Column]) -> list[OrderItem]:
    """The lines of the sheet."""
    lines = ((column.name, SPECS[column].spoken, SPECS[column].title) for column in columns)
    return [OrderItem(key, spoken, title if title != spoken else "") for key, spoken, title in lines]
