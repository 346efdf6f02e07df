"""What the actions of the registry do in the window itself, wherever it is, and its menus."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.views.actions import Scope
from app.views.first_picture import Frame
from app.views.own_keys import take_own_keys
from app.views.pages import Location
from app.views.queue import filters
from app.views.shell.filter_help import FilterHelp
from app.views.shell.keys_by_place import KeysByPlace
from app.views.shell.keys_that_wait import KeysThatWait
from app.views.shell.row_drops import take_drops
from app.views.shell.undo_keys import UndoKeys
from app.views.toolkit.tab_order import first_stop

if TYPE_CHECKING:
    from app.services.incidents.dto import IncidentRef
    from app.views.main_window import MainWindow
    from app.views.search.panel import SearchPanel
    from app.views.windows.desk_window import DeskWindow

_MENUS = (
    (
        tr("Desk"),
        (
            Scope.DESK,
            Scope.REVIEW,
            Scope.ESCALATION,
            Scope.KNOWLEDGE,
            Scope.PROBLEM,
            Scope.HANDOVER,
            Scope.DASHBOARD,
        ),
    ),
    (tr("Incident"), (Scope.INCIDENT,)),
    (tr("List"), (Scope.LIST,)),
    (tr("Go"), (Scope.GO,)),
    (tr("Window"), (Scope.WINDOW,)),
)
_THEME_NAMES = {"system": tr("as the system has it"), "light": tr("light"), "dark": tr("dark")}
"""What the key of the theme goes through."""


def bind_window_actions(window: "MainWindow") -> None:
    """Say what the keys of the window do, and which they are."""
    actions = window.context.actions
    take_own_keys(actions, window.context.state)
    actions.await_desk()
    KeysByPlace(actions, window)
    KeysThatWait(actions, window.context.toasts, window)
    window.status.follow(window.context.jobs)
    window.status.jobs_wanted.connect(lambda: actions.run("window.jobs"))
    bind_own_actions(window)
    for action_id, handler in {
        "window.undo": lambda: _undo(window),
        "window.redo": lambda: _redo(window),
        "window.start_anew": lambda: _start_anew(window),
        "window.sidebar": window.toggle_sidebar,
        "window.theme": lambda: _next_theme(window),
        "window.quit": lambda: window.window().close(),
        "list.filter": window.focus_filter,
    }.items():
        actions.bind(action_id, handler)
    actions.bind("incident.new_window", window.windows.open_call, unavailable=partial(_no_desk, window))
    actions.bind("incident.open_window", window.open_apart, unavailable=partial(_no_incident, window))
    _bind_places(window)
    UndoKeys(window)
    take_drops(window)
    FilterHelp(window.top.filter, window.context, window.ground)
    build_menu_bar(window)


def bind_own_actions(window: "DeskWindow") -> None:
    """What the keys do in any window, the first and those beside it: what is shown there alone."""
    for action_id, handler in {
        "window.palette": lambda: _show_palette(window, ""),
        "window.search": lambda: open_search(window),
        "window.print": lambda: _print(window),
        "window.help": lambda: _show_help(window),
        "window.shortcuts": lambda: _show_shortcuts(window),
        "window.next_pane": lambda: _next_pane(window, 1),
        "window.previous_pane": lambda: _next_pane(window, -1),
        "window.larger": lambda: _size(window, 1),
        "window.smaller": lambda: _size(window, -1),
        "window.usual_size": lambda: _size(window, 0),
        "window.full_screen": lambda: _full_screen(window),
        "window.menu_bar": lambda: _menu_bar(window),
        "window.close": lambda: _close(window),
        "go.number": lambda: _show_palette(window, "#"),
    }.items():
        window.context.actions.bind(action_id, handler)


def _no_desk(window: "MainWindow") -> str | None:
    return None if window.context.session is not None else tr("No desk is open")


def _no_incident(window: "MainWindow") -> str | None:
    return None if window.page.incident_here() else tr("Select an incident first")


def _bind_places(window: "MainWindow") -> None:
    """Where one can go, and back."""
    actions = window.context.actions
    for action_id, handler in {
        "go.queue": lambda: window.go(Location("queue", filters.DEFAULT)),
        "go.mine": lambda: window.go(Location("queue", " ".join(filters.SEGMENTS["mine"]))),
        "go.unassigned": lambda: window.go(Location("queue", " ".join(filters.SEGMENTS["unassigned"]))),
        "go.waiting": lambda: window.go(Location("queue", " ".join(filters.SEGMENTS["waiting"]))),
    }.items():
        actions.bind(action_id, handler)
    if "escalations" in window.context.pages:
        actions.bind("go.major", lambda: window.go(Location("escalations", "major")))
    _bind_history(window)
    for page in ("triage", "reviews", "escalations", "problems", "handover", "knowledge", "dashboard", "settings"):
        if page in window.context.pages:
            actions.bind(f"go.{page}", partial(window.go, Location(page)))


def _bind_history(window: "MainWindow") -> None:
    actions, history = window.context.actions, window.history
    actions.bind(
        "go.back",
        lambda: window.go_along(history.back()),
        unavailable=lambda: None if history.can_go_back else tr("Nothing before this"),
    )
    actions.bind(
        "go.forward",
        lambda: window.go_along(history.forward()),
        unavailable=lambda: None if history.can_go_forward else tr("Nothing after this"),
    )


def _show_palette(window: "DeskWindow", typed: str) -> None:
    # Imported here, as what follows, because the first picture of the window has to come without it.
    from app.views.shell.palette_sources import open_palette

    open_palette(window, typed)


def open_search(window: "DeskWindow") -> "SearchPanel":
    """Show the search over everything, with what was looked for last."""
    from app.views.search.panel import SearchPanel

    return SearchPanel(window.ground, window.context, window.context.looked_for)


def open_number(window: "DeskWindow", number: int) -> None:
    """Go to the incident with this number, or say that there is none."""
    context = window.context
    if context.session is None:
        return
    desk, actor = context.desk, context.actor

    def found(ref: "IncidentRef | None") -> None:
        if ref is None:
            context.toasts.show(
                tr("There is no {number}, or you may not see it", number=incident_number(number)), icon="search"
            )
        elif "incident" in context.pages:
            context.go(Location("incident", ref.id))
        else:
            context.go(Location("queue", str(number)))

    context.background.read(lambda: desk.incident.find_number(actor, number), found, key="find number")


def show_settings_menu(window: "MainWindow") -> None:
    """The menu behind the gear, above it."""
    looks = ("window.theme", "window.density", "window.sidebar", "window.preview", "window.menu_bar", None)
    ids = ("go.settings", None, *looks)
    menu = window.context.actions.menu(
        (*ids, "window.help", "window.shortcuts", "window.leave_demo", "window.quit"), window
    )
    menu.aboutToHide.connect(menu.deleteLater)
    gear = window.sidebar.settings
    corner = gear.mapToGlobal(gear.rect().topLeft())
    corner.setY(corner.y() - menu.sizeHint().height())
    menu.popup(corner)


def _close(window: "DeskWindow") -> None:
    frame = window.window()
    if isinstance(frame, Frame):
        frame.close_as_by_its_button()
    else:
        frame.close()


def _print(window: "DeskWindow") -> None:
    documents = window.page.documents()
    if documents:
        from app.views.shell.documents import ask

        ask(window, documents)
        return
    from app.views.shell.printing import ask_where

    ask_where(window)


def _start_anew(window: "MainWindow") -> None:
    if window.context.start_anew is not None:
        window.context.start_anew()


def _size(window: "DeskWindow", step: int) -> None:
    from app.views.shell.text_size import change_text_size

    change_text_size(window, step)


def _full_screen(window: "DeskWindow") -> None:
    frame = window.window()
    frame.setWindowState(frame.windowState() ^ Qt.WindowState.WindowFullScreen)


def _undo(window: "MainWindow") -> None:
    if not (window.context.toasts.undo() or window.context.undo.undo()):
        window.context.toasts.show(tr("There is nothing to undo"), icon="undo-2", shown_ms=3000)


def _redo(window: "MainWindow") -> None:
    if not window.context.undo.redo():
        window.context.toasts.show(tr("There is nothing to do again"), icon="redo-2", shown_ms=3000)


def _next_theme(window: "MainWindow") -> None:
    mode = window.theme.use_next()
    window.theme_chosen.emit(mode)
    window.context.toasts.show(tr("Theme: {theme_name}", theme_name=_THEME_NAMES[mode]), icon="contrast", shown_ms=3000)


def _show_help(window: "DeskWindow") -> None:
    from app.views.help.topics import topic_of

    here = window.here
    show_manual(window, topic_of(QApplication.focusWidget(), here.page, here.argument))


def show_manual(window: "DeskWindow", topic: str) -> None:
    """Open the manual at a part of it."""
    from app.views.help.sheet import HelpSheet

    for sheet in window.ground.findChildren(HelpSheet):
        if sheet.isVisible():
            sheet.open(topic)
            return
    HelpSheet(window.context, window.ground).start(topic)


def _show_shortcuts(window: "DeskWindow") -> None:
    from app.views.shell.shortcut_sheet import ShortcutSheet

    ShortcutSheet(window.ground, window.context.actions)


def _next_pane(window: "DeskWindow", step: int) -> None:
    panes = window.panes()
    focus = QApplication.focusWidget()
    holding = [at for at, pane in enumerate(panes) if focus is not None and _holds(pane, focus)]
    # Of panes in each other the inner one counts, or the outer one would lead back to it for ever.
    here = max(holding, key=lambda at: sum(pane.isAncestorOf(panes[at]) for pane in panes), default=-1)
    pane = panes[(here + step) % len(panes)]
    # An empty page has nothing to go to, and takes the keyboard as a whole.
    (first_stop(pane) or pane).setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, focus: QWidget) -> bool:
    return pane is focus or pane.isAncestorOf(focus)


def _menu_bar(window: "DeskWindow") -> None:
    """Show it with the keyboard in its first menu, or hide it; Esc leads back to where the keyboard was."""
    bar = window.menuBar()
    bar.setVisible(not bar.isVisible())
    if bar.isVisible():
        bar.setActiveAction(bar.actions()[0])


def _with_letter(title: str, taken: set[str]) -> str:
    """The title of a menu with the letter that Alt opens it by: its first one that no other has."""
    at = next((at for at, letter in enumerate(title) if letter.isalpha() and letter.casefold() not in taken), None)
    if at is None:
        return title
    taken.add(title[at].casefold())
    return f"{title[:at]}&{title[at:]}"


def build_menu_bar(window: "DeskWindow") -> None:
    """Menus of everything that is bound in the window."""
    bar, taken = window.menuBar(), set[str]()
    for title, scopes in _MENUS:
        menu = bar.addMenu(_with_letter(title, taken))
        menu.aboutToShow.connect(partial(window.context.actions.fill, menu, scopes))
    # Native menu bars are always shown; elsewhere F10 shows this one.
    bar.setVisible(bar.isNativeMenuBar())


def offer_demo(window: "MainWindow", *, is_demo: bool) -> None:
    """Where one looks around, the way back; anywhere else, the way there."""
    there, back = "window.look_around", "window.leave_demo"
    actions = window.context.actions
    actions.free(there if is_demo else back, None)
    actions.bind(back if is_demo else there, (window.demo_left if is_demo else window.demo_wanted).emit)
