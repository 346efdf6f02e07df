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


class KeptColumns:
    """The order and the widths of columns as they were left: in each saved view, and in all filters that are none."""

    def __init__(self, page: "QueuePage") -> None:
        self._shelf, self._state = page.shelf, page.context.state

    def order(self, text: str) -> Sequence[str] | None:
        """The names from the first to the last; None where nobody has moved any."""
        key = self._shelf.kept_of(text)
        kept = self._state.get("queue.column_order") if key is None else self._state.get(key, {}).get("column_order")
        return None if kept is None else tuple(map(str, kept))

    def keep_order(self, text: str, names: list[str] | None) -> None:
        """Remember it."""
        key = self._shelf.kept_of(text)
        if key is None:
            self._state.set("queue.column_order", names)
        else:
            self._state.set(key, self._state.get(key, {}) | {"column_order": names})

    def widths(self, text: str) -> dict[str, int]:
        """Those that were dragged here, else those that were dragged where no view is shown."""
        key = self._shelf.kept_of(text)
        own = {} if key is None else self._state.get(key, {}).get("widths", {})
        return {**self._state.get("queue.widths", {}), **own}

    def keep_widths(self, text: str, widths: dict[str, int]) -> None:
        """Remember them; columns that are hidden now keep theirs."""
        key, kept = self._shelf.kept_of(text), self.widths(text) | widths
        if key is None:
            self._state.set("queue.widths", kept)
        else:
            self._state.set(key, self._state.get(key, {}) | {"widths": kept})


class ColumnOrder:
    """The first column, with the boxes, always stays where it is."""

    def __init__(self, page: "QueuePage") -> None:
        self._page, self._header = page, page.view.header
        self._kept, self._quiet = KeptColumns(page), False
        self._header.setSectionsMovable(True)
        self._header.setFirstSectionMovable(False)
        self._header.sectionMoved.connect(lambda *_places: self._moved())
        page.view.widths_changed.connect(self._resized)
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
        """Put the columns as they are kept for the filter that is shown."""
        text = self._page.query.filter_text
        self._put(whole(self._kept.order(text)))
        self._quiet = True
        self._page.view.set_widths(self._kept.widths(text))
        self._quiet = False

    def move(self, column: Column, to: Column) -> None:
        """Move a column to the place of another one."""
        self._header.moveSection(self._header.visualIndex(column), self._header.visualIndex(to))

    def reset(self) -> None:
        """The usual order again."""
        self._put(USUAL)
        self._kept.keep_order(self._page.query.filter_text, None)

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
            self._kept.keep_order(self._page.query.filter_text, [column.name for column in self.names()])
            self._page.view.viewport().update()

    def _resized(self) -> None:
        text, now = self._page.query.filter_text, self._page.view.widths()
        stood = {column.name.lower(): spec.width for column, spec in SPECS.items()} | self._kept.widths(text)
        # Where only the short description took the room that is left, nobody has chosen anything.
        if not self._quiet and self._page.isVisible() and any(stood[name] != width for name, width in now.items()):
            self._kept.keep_widths(text, now)


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
