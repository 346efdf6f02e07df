"""Saved views in the window: their lines in the side bar, their keys, and going to one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from app.domain.wording import tr
from app.views.actions import Reason
from app.views.pages import Location
from app.views.shell.sidebar import VIEWS_SHOWN, ViewLine

if TYPE_CHECKING:
    from app.services.views.dto import SavedView
    from app.views.main_window import MainWindow

KEYS = 9
"""So many views have a key, those in the side bar first."""

_ICONS = {"own": "bookmark", "team": "users", "all": "globe"}


def bind_views(window: "MainWindow") -> None:
    """Keep the side bar to the views; a click and Ctrl+1 to Ctrl+9 go to them as they stand there."""
    window.sidebar.view_chosen.connect(lambda view_id: show_view(window, view_id))
    window.queue.shelf.changed.connect(lambda: list_views(window))
    window.sidebar.more_wanted.connect(lambda: _show_more(window))
    for number in range(1, KEYS + 1):
        window.context.actions.bind(
            f"go.view_{number}", partial(_show_number, window, number), unavailable=_needs(window, number)
        )


def _needs(window: "MainWindow", number: int) -> Reason:
    def reason() -> str | None:
        return None if number <= len(window.queue.shelf.views) else tr("There is no such view yet")

    return reason


def _show_number(window: "MainWindow", number: int) -> None:
    show_view(window, window.queue.shelf.views[number - 1].id)


def show_view(window: "MainWindow", view_id: str) -> None:
    """Show the incidents of a view as it was left."""
    view = window.queue.shelf.choose(view_id)
    if view is None:
        return
    window.go(Location("queue", view.filter_text))
    if window.queue.query.filter_text == view.filter_text:
        # Another view of the same filter, or the filter itself, may have been shown until now.
        window.queue.show_ordered(window.queue.order.of_filter(view.filter_text))
        mark_view(window)


def _show_more(window: "MainWindow") -> None:
    """The views that do not stand in the side bar, as a menu beside it."""
    menu = QMenu(window)
    for view in window.queue.shelf.views[VIEWS_SHOWN:]:
        action = menu.addAction(view.name.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, view_id=view.id: show_view(window, view_id))
    menu.aboutToHide.connect(menu.deleteLater)
    line = window.sidebar.more
    menu.popup(line.mapToGlobal(line.rect().topRight()))


def list_views(window: "MainWindow") -> None:
    """Show the views in the side bar, with how many incidents each finds."""
    shelf = window.queue.shelf
    window.sidebar.set_views(tuple(_line(view, shelf.counts.get(view.filter_text, 0)) for view in shelf.views))
    mark_view(window)
    window.context.actions.refresh()


def _line(view: "SavedView", count: int) -> ViewLine:
    return ViewLine(view.id, view.name, "star" if view.starred else view.icon or _ICONS[view.share], count)


def mark_view(window: "MainWindow") -> None:
    """Mark the view that is shown, if one is."""
    text = window.page.filter_text() if window.page is window.queue else None
    view = None if text is None else window.queue.shelf.current(text)
    window.sidebar.show_view(None if view is None else view.id)
