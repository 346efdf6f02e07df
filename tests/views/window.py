"""A window over the fake desk, for the tests of the shell, the queue and the palette."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.views.main_window import MainWindow, Parts
from app.views.toolkit.background import Background
from app.views.toolkit.state import WindowState
from app.views.toolkit.theme import Theme
from tests.support.clock import FrozenClock
from tests.support.fake_desk import ME, NOW, FakeDesk

MakeWindow = Callable[..., MainWindow]
BY_PRIORITY = {"queue.group": "priority", "queue.sort": "number", "queue.descending": True}
"""What a window remembers unless a test wants another order; the rows of the fake desk are told by priority."""

BY_CLOCKS = {"queue.group": "sla", "queue.sort": "sla", "queue.descending": False}


def window_maker(theme: Theme, background: Background, qtbot: QtBot, folder: Path) -> MakeWindow:
    """A function that shows a window of a size and, where a desk is given, opens it and waits for the rows."""

    def make(
        desk: FakeDesk | None = None,
        *,
        size: tuple[int, int] = (1440, 900),
        actor: object = ME,
        order: dict[str, object] | None = None,
        **parts: object,
    ) -> MainWindow:
        state = WindowState(folder / "window.json", background)
        if state.get("queue.group") is None:
            for key, value in (order or BY_PRIORITY).items():
                state.set(key, value)
        window = MainWindow(Parts(background, state, theme, FrozenClock(NOW), drafts_folder=folder, **parts))  # type: ignore[arg-type]  # free choice of parts
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        if desk is not None:
            with qtbot.waitSignal(window.queue.answered):
                window.desk_opened(desk.as_session(actor), "Harbour Logistics", "This computer", is_demo=False)  # type: ignore[arg-type]  # an Actor
        return window

    return make
