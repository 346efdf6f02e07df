"""What people do with saved views: save the filter as one, change it, remove it, and choose its columns."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from app.domain.wording import tr
from app.views.actions import Reason
from app.views.queue.columns import OPTIONAL, SPECS, Column
from app.views.queue.ordering import asked_about

if TYPE_CHECKING:
    from app.domain.errors import DeskError
    from app.services.views.dto import NewView, SavedView
    from app.views.queue.page import QueuePage
    from app.views.queue.view_form import ViewForm

VIEW_ACTIONS = (
    "list.save_view", "list.star_view", "list.change_view", "list.view_up", "list.view_down", "list.remove_view",
)  # fmt: skip


def bind_view_actions(page: "QueuePage") -> None:
    """Say what the actions about views do while the queue is shown."""
    actions = page.context.actions
    actions.bind("list.save_view", lambda: open_form(page, None), owner=page)
    actions.bind("list.star_view", lambda: _star(page), owner=page, unavailable=partial(_why_not_star, page))
    actions.bind("list.change_view", lambda: open_form(page, _shown(page)), owner=page, unavailable=_needs_own(page))
    for action_id, step in (("list.view_up", -1), ("list.view_down", 1)):
        actions.bind(action_id, partial(_move, page, step), owner=page, unavailable=partial(_why_not_move, page, step))
    actions.bind("list.remove_view", lambda: _remove(page), owner=page, unavailable=_needs_own(page))


def open_form(page: "QueuePage", view: "SavedView | None") -> "ViewForm":
    """Show the sheet in which a view gets its name."""
    from app.views.queue.view_form import ViewForm

    text = page.query.filter_text
    form = ViewForm(page.context, page.window(), page.query, page.shelf.columns(text), view)
    form.wanted.connect(partial(_save, page, form, None if view is None else view.as_new()))
    form.destroyed.connect(page.focus_start)
    form.start()
    return form


def _save(page: "QueuePage", form: "ViewForm", seen: "NewView | None", new: "NewView", over: bool) -> None:
    """Save what stands in the sheet, which stays open with the reason where it is refused."""
    if over:
        newest = next((view for view in page.shelf.views if view.id == new.id), None)
        seen = None if newest is None else newest.as_new()

    def saved() -> None:
        if isValid(form):
            form.close_sheet()

    def failed(error: "DeskError") -> None:
        if isValid(form) and form.isVisible():
            form.refuse(error)
        else:
            page.context.toasts.say_error(error)

    page.shelf.save(new, seen, saved, failed)


def _star(page: "QueuePage") -> None:
    view = _shown(page)
    if view is not None:
        page.shelf.star(view, starred=not view.starred)


def _why_not_star(page: "QueuePage") -> str | None:
    return tr("No saved view is shown") if _shown(page) is None else None


def _remove(page: "QueuePage") -> None:
    view = _shown(page)
    if view is not None:
        page.shelf.saving.remove(view)


def _move(page: "QueuePage", step: int) -> None:
    view = _shown(page)
    if view is not None:
        page.shelf.move(view, step)


def _why_not_move(page: "QueuePage", step: int) -> str | None:
    view = _shown(page)
    if view is None:
        return tr("No saved view is shown")
    if view.share != "own":
        return tr("Only your own views can be put in another order")
    own = [each.id for each in page.shelf.views if each.share == "own"]
    at_end = 0 if step < 0 else len(own) - 1
    return (
        (tr("It is the first of your views") if step < 0 else tr("It is the last of your views"))
        if own.index(view.id) == at_end
        else None
    )


def _shown(page: "QueuePage") -> "SavedView | None":
    return page.shelf.current(page.query.filter_text)


def _needs_own(page: "QueuePage") -> Reason:
    def reason() -> str | None:
        view = _shown(page)
        if view is None:
            return tr("No saved view is shown")
        return None if view.may_change else tr("It belongs to {owner_name}", owner_name=view.owner_name)

    return reason


def fill_columns(page: "QueuePage", menu: QMenu) -> None:
    """The columns that can be chosen, and the way back to those that fit."""
    menu.clear()
    chosen, text = page.view.chosen, page.query.filter_text
    for column in OPTIONAL:
        name = SPECS[column].spoken if len(SPECS[column].spoken) < 20 else SPECS[column].title
        has_room = column in page.view.shown or column not in chosen
        action = menu.addAction(name if has_room else tr("{column} (no room at this width)", column=name))
        action.setCheckable(True)
        action.setChecked(column in chosen)
        action.triggered.connect(partial(_toggle, page, column))
    menu.addSeparator()
    fitting = menu.addAction(tr("Choose by the width of the list"))
    fitting.setCheckable(True)
    fitting.setChecked(page.shelf.columns(text) is None)
    fitting.triggered.connect(lambda _checked=False: _choose(page, None))
    menu.addAction(page.context.actions.action("list.column_order"))


def _toggle(page: "QueuePage", column: Column, _checked: bool = False) -> None:
    chosen = (page.view.chosen & frozenset(OPTIONAL)) ^ {column}
    _choose(page, tuple(each.name for each in OPTIONAL if each in chosen))


def _choose(page: "QueuePage", columns: tuple[str, ...] | None) -> None:
    page.shelf.keep_columns(page.query.filter_text, columns)
    page.view.use_columns(columns, asked_about(page.query))
