"""The windows beside the first one: what stands in which, how one gets there, and that they come back."""

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QGuiApplication

from app.domain.errors import DeskError
from app.views.create.draft import KEY
from app.views.first_picture import is_signing_out
from app.views.pages import Location
from app.views.toolkit.on_screen import TITLE_BAR, fitting, nearest
from app.views.windows.beside import LEAST, WindowBeside
from app.views.windows.create_window import SIZE as CALL_SIZE
from app.views.windows.create_window import CreateWindow
from app.views.windows.desk_window import bring_to_front
from app.views.windows.incident_window import IncidentWindow

if TYPE_CHECKING:
    from app.domain.events import Event
    from app.infra.drafts import Draft
    from app.services.session import Session
    from app.views.main_window import MainWindow
    from app.views.windows.desk_window import DeskWindow

_OPEN: Final = "windows.open"
_PLACE: Final = "windows.place"
_CALL_PLACE: Final = "windows.call_place"
_MOST: Final = 20
"""So many windows come back at most."""
_SIZE: Final = (1100, 780)
_STEP: Final = 32
"""A window that would lie exactly on another one stands so many pixels further."""
_REST_MS: Final = 400


class Windows(QObject):
    """Belongs to the first window. An incident stands in one window at most, and then is shown for writing there alone.

    Which ones are open is kept for each desk and person, whenever it changes, and so is where they stand.
    """

    def __init__(self, main: "MainWindow") -> None:
        super().__init__(main)
        self._main = main
        self._open: dict[str, WindowBeside] = {}
        self._owner = ""
        self._is_hidden = False
        self._waiting: list[tuple[str, str]] = []
        self._brought_back: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._soon.timeout.connect(self._keep)
        self._forget = QTimer(self, singleShot=True, interval=0)
        self._forget.timeout.connect(self._keep)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._bring_next_back)
        main.queue.answered.connect(self._first_rows)

    @property
    def shown(self) -> list[WindowBeside]:
        """The windows that are open, in the order in which they were opened."""
        return list(self._open.values())

    def take(self, place: Location) -> bool:
        """Go to a place that stands in a window of its own, or is to; False where the first window shows it."""
        if place.page != "incident" or not (place.apart or place.argument in self._open):
            return False
        self.open(place.argument, place.act)
        return True

    def go_from(self, window: "DeskWindow", place: Location) -> None:
        """Go somewhere from a window beside the first: what it does not show itself is shown in that."""
        if window.here == place:
            if place.act:
                window.context.actions.run(place.act)
            return
        if not self.take(place):
            self._main.go(place)
            bring_to_front(self._main)

    def open(self, incident_id: str, act: str = "") -> None:
        """Show an incident in a window of its own, or bring that to the front; `act` is done there."""
        standing = self._open.get(incident_id)
        if standing is not None:
            if not self._is_hidden:
                bring_to_front(standing)
            if act:
                standing.act(act)
            return
        window = self._make(incident_id, str(self._main.context.state.get(_PLACE, "")))
        if not self._is_hidden:
            window.show()
        window.begin(act)
        self._keep()

    def open_call(self) -> None:
        """Show an empty sheet for a call in a window of its own."""
        window = self._make_call(self._main.context.desk.new_id(), str(self._main.context.state.get(_CALL_PLACE, "")))
        window.show()
        window.begin()

    def _make(self, incident_id: str, place: str) -> IncidentWindow:
        self._main.move_out(incident_id)
        self._main.context.apart.show(self._main.context.apart.ids | {incident_id})
        window = IncidentWindow(self._main, self, incident_id)
        window.gone.connect(lambda error: self._gone(window, error))
        self._add(window, place, _SIZE)
        return window

    def _make_call(self, incident_id: str, place: str) -> CreateWindow:
        window = CreateWindow(self._main, self, incident_id)
        self._add(window, place, CALL_SIZE)
        return window

    def _add(self, window: WindowBeside, place: str, size: tuple[int, int]) -> None:
        self._open[window.key] = window
        window.closed.connect(lambda: self._closed(window))
        self._stand(window, place, size)
        window.changed.connect(self._soon.start)

    def _stand(self, window: WindowBeside, place: str, size: tuple[int, int]) -> None:
        """Where it stood last, or where the last one stood; a step further where another one stands there."""
        least, is_new = LEAST[1] // 2, False
        if not (place and window.restoreGeometry(QByteArray.fromBase64(place.encode()))):
            frame = self._main.window()
            window.resize(fitting(QSize(*size), frame.screen()))
            window.move(frame.pos() + QPoint(_STEP, _STEP))
            # Nobody has put it anywhere yet: its foot, where the buttons are, is to be seen.
            least, is_new = window.height() + TITLE_BAR, True
        taken = [other.pos() for other in self._open.values() if other is not window]
        while window.pos() in taken:
            window.move(window.pos() + QPoint(_STEP, _STEP))
        room = _room(window, least)
        if not room.contains(window.pos()):
            window.move(nearest(window.pos(), room))
        if is_new:
            # Its side is to be seen too, beside a window that fills the screen.
            beside = window.x() - window.screen().availableGeometry().left()
            window.resize(
                max(LEAST[0], min(window.width(), window.screen().availableGeometry().width() - beside)),
                window.height(),
            )

    def _closed(self, window: WindowBeside) -> None:
        if self._open.pop(window.key, None) is None:
            return
        place = _CALL_PLACE if isinstance(window, CreateWindow) else _PLACE
        self._main.context.state.set(place, _geometry(window))
        self._main.context.apart.show(self._main.context.apart.ids - {window.key})
        if not is_signing_out():
            # Some systems close all windows one by one when the program ends: then this is not done any more.
            self._forget.start()

    def _gone(self, window: IncidentWindow, error: DeskError) -> None:
        """There is nothing in it: say why, unless it only came back by itself."""
        window.close()
        if window.key not in self._brought_back:
            self._main.context.toasts.say_error(error)

    def hear(self, event: "Event") -> None:
        """Something happened at the desk."""
        for window in self.shown:
            window.hear(event)

    def hide_all(self) -> None:
        """Something is asked in the first window before anything of the desk may be seen or done again."""
        had_keyboard = any(window.isActiveWindow() for window in self.shown)
        self._is_hidden = True
        for window in self.shown:
            window.hide()
        if had_keyboard:
            bring_to_front(self._main)

    def show_all(self) -> None:
        """It was answered: they stand where they stood, and the keyboard stays where it is."""
        self._is_hidden = False
        for window in self.shown:
            window.show()
        if self.shown:
            bring_to_front(self._main)

    def close_all(self) -> None:
        """Another desk is opened or the program ends; what is open now comes back when this desk is opened again."""
        if not self._forget.isActive():
            self._keep()
        for timer in (self._soon, self._forget, self._next):
            timer.stop()
        self._owner, self._is_hidden, self._waiting = "", False, []
        self._brought_back.clear()
        for window in self.shown:
            self._open.pop(window.key)
            window.close()
        self._main.context.apart.show(frozenset())

    def desk_opened(self, session: "Session") -> None:
        """Have the windows come back that this person had open at this desk, once the list has its rows."""
        self._is_hidden = False
        self._owner = f"{session.desk.identity}/{session.actor.person_id}"
        found = self._main.context.state.get(_OPEN, {}).get(self._owner)
        kept = found if isinstance(found, list) else []
        self._waiting = [(str(each[0]), str(each[1])) for each in kept if isinstance(each, list) and len(each) == 2]

    def _first_rows(self) -> None:
        if self._waiting and self._owner:
            self._next.start()

    def _bring_next_back(self) -> None:
        if not self._waiting or not self._owner:
            return
        key, place = self._waiting.pop(0)
        if key.startswith(KEY):
            self._main.context.drafts.load(key, partial(self._bring_call_back, place))
        elif key not in self._open:
            self._brought_back.add(key)
            window = self._make(key, place)
            self._show_again(window)
            window.begin(focus=False)
        self._next.start()

    def _bring_call_back(self, place: str, draft: "Draft | None") -> None:
        """A call comes back with what was typed; one that was finished elsewhere meanwhile does not."""
        if draft is not None and self._owner and draft.key not in self._open:
            window = self._make_call(draft.key.removeprefix(KEY), place)
            self._show_again(window)
            window.begin(draft, focus=False)

    def _show_again(self, window: WindowBeside) -> None:
        if not self._is_hidden:
            window.show_without_keyboard()

    def _keep(self) -> None:
        """Have it written which windows are open and where they stand."""
        if not self._owner:
            return
        state = self._main.context.state
        others: dict[str, Any] = {key: kept for key, kept in state.get(_OPEN, {}).items() if key != self._owner}
        mine = [[key, _geometry(window)] for key, window in self._open.items() if window.is_worth_keeping]
        mine += [list(each) for each in self._waiting if each[0] not in self._open]
        kept = others | ({self._owner: mine[-_MOST:]} if mine else {})
        state.set(_OPEN, kept or None)


def _geometry(window: WindowBeside) -> str:
    return bytes(window.saveGeometry().toBase64().data()).decode()


def _room(window: WindowBeside, least: int) -> QRect:
    """Where its corner may stand: so many pixels of its height are seen, and enough of its bar to move it by."""
    screen = QGuiApplication.screenAt(window.geometry().center()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry().adjusted(0, 0, -LEAST[0] // 2, -least)
