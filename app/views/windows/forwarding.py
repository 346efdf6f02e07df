"""What the keys do in a window beside the first: the page's own as ever, the window's own here, the rest over there."""

from functools import partial
from typing import TYPE_CHECKING, Final

from app.views.shell.keys_by_place import KeysByPlace
from app.views.shell.window_actions import bind_own_actions, build_menu_bar
from app.views.windows.desk_window import bring_to_front

if TYPE_CHECKING:
    from app.views.main_window import MainWindow
    from app.views.windows.desk_window import DeskWindow

_NOT_HERE: Final = frozenset({"list.filter", "go.back", "go.forward", "window.sidebar", "incident.open_window"})
"""What only the first window has: a filter, a way through its pages, a side bar."""

_STAYS: Final = frozenset({
    "window.undo", "window.redo", "window.theme", "window.start_anew", "window.quiet", "window.lock", "window.quit",
    "incident.new_window",
})  # fmt: skip
"""What is done for all windows, and leaves the keyboard in this one."""


def bind_apart(window: "DeskWindow") -> None:
    """Say what the keys of the window do, and which they are."""
    actions, there = window.context.actions, window.main.context.actions
    window.wear_keys()
    KeysByPlace(actions, window)
    bind_own_actions(window)
    for action_id in there.everywhere() - actions.everywhere() - _NOT_HERE:
        run, why = partial(_run_there, window.main, action_id), partial(_why_not, window.main, action_id)
        actions.bind(action_id, run, unavailable=why)
    build_menu_bar(window)
    there.worn.connect(window.wear_keys)
    window.theme.changed.connect(actions.take_colours)


def _run_there(main: "MainWindow", action_id: str) -> None:
    if action_id not in _STAYS:
        bring_to_front(main)
    main.context.actions.run(action_id)


def _why_not(main: "MainWindow", action_id: str) -> str | None:
    return main.context.actions.offer(action_id).reason or None
