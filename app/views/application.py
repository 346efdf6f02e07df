"""The program with a window: dresses Qt, paints the last known rows at once, opens the desk on a lane."""

import logging
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.errors import DeskError, Unavailable
from app.infra.collector import resume_collector
from app.infra.settings import sqlite_file, sqlite_url, write_settings
from app.services.incidents.kept_queue import read_kept
from app.services.session import Context, Session, Timers
from app.views.first_picture import Frame, remembered
from app.views.queue.last_rows import LastRows, last_rows_path, load_last_rows, save_last_rows
from app.views.toolkit.fonts import load_fonts
from app.views.toolkit.formats import Formats
from app.views.toolkit.state import WindowState, read_state
from app.views.toolkit.theme import Theme

if TYPE_CHECKING:
    from app.infra.backup import Backup
    from app.services.incidents.queue_dto import QueuePage, QueueSummary
    from app.views.first_run.page import FirstRun
    from app.views.main_window import MainWindow
    from app.views.toolkit.background import Background

TIMERS_AFTER_MS = 1000
"""Timers begin this long after the first live rows, so that they take nothing from the start."""

_log = logging.getLogger(__name__)
_themes: WeakKeyDictionary[QApplication, Theme] = WeakKeyDictionary()


def run_window(context: Context, address: str | None = None) -> int:
    """Open the window, on another desk than the person's own where an address is given; returns the exit code."""
    application = make_application(context.settings.theme)
    program = Program(context, application, address)
    program.start()
    code = application.exec()
    program.end()
    return code


def make_application(theme: str = "system") -> QApplication:
    """The QApplication with its fonts and colours; raises FontsMissing where the installation is damaged.

    Dressing it is left to whoever makes its widgets, since the first picture comes without.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        application = existing
    else:
        QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Mainstay")
    application.setApplicationDisplayName("Mainstay")
    load_fonts()
    theme_of(application, theme)
    return application


def theme_of(application: QApplication, mode: str = "system") -> Theme:
    """The one theme of the application."""
    # Not looked up by findChild: it hands every child to Python, and the style among them brings ten lists of names.
    if application not in _themes:
        _themes[application] = Theme(application, mode)
    return _themes[application]


class Program(QObject):
    """Owns the frame, the lanes and the window; opens a desk, and another one in its place.

    The window and the lanes are made when they are first asked for: `start` shows the first picture before that.
    """

    def __init__(self, context: Context, application: QApplication, address: str | None = None) -> None:
        super().__init__(application)
        self.frame = Frame()
        self._context = context
        self._application = application
        self._settings = context.settings
        self._session: Session | None = None
        self._first_run: FirstRun | None = None
        self._demo_url = sqlite_url(context.paths.demo_database)
        self._url = address or context.url
        self._asks_first = context.is_first_run and address is None
        self._state_file = context.paths.state / "window.json"
        self._last = None if self._asks_first else load_last_rows(self._rows_file(self._url))
        self._ending = False
        self._opens = False
        self._window: MainWindow | None = None
        self._background: Background | None = None
        self._timers: Timers | None = None
        self._timers_wait = QTimer(self, singleShot=True, interval=TIMERS_AFTER_MS)
        self._timers_wait.timeout.connect(self._start_timers)
        self.frame.closing.connect(self._frame_closes)

    @property
    def background(self) -> "Background":
        """The lanes and the way back from them."""
        if self._background is None:
            from app.infra.lanes import Lanes
            from app.views.toolkit.background import Background

            self._background = Background(Lanes(), self)
        return self._background

    @property
    def window(self) -> "MainWindow":
        """The window, inside the frame."""
        if self._window is None:
            self._window = self._build()
        return self._window

    def start(self) -> None:
        """Show the last known rows, build the window, open the desk; on the first start ask which one instead.

        Where the question behind the last rows was kept, it is put again while the window is built, and the desk is
        opened once the answer is on the screen: loading the database library would only keep the window waiting.
        """
        self.show_picture()
        asked = self._ask_again()
        window = self.window
        if self._asks_first:
            self._ask_first()
        self.frame.show()
        window.page.focus_start()
        if not self._asks_first and not asked:
            self.open(self._url)

    def _ask_again(self) -> bool:
        last, path = self._last, sqlite_file(self._url)
        if last is None or last.kept is None or last.counts is None or path is None:
            return False
        if self._settings.person_id not in {"", last.kept.person_id}:
            return False
        now = self._context.clock.now()
        work = partial(read_kept, path, last.kept, now, Formats().day_end(now))
        self.background.read(work, self._came_early, self._failed_early)
        return True

    def _came_early(self, found: "tuple[QueueSummary, QueuePage] | None") -> None:
        """Show the rows that are true now before the desk is open, as far as nothing else was begun meanwhile."""
        if self._ending or self._opens:
            return
        last = self._last
        if found is not None and last is not None and last.counts is not None:
            from app.views.queue.loader import Answer

            self.window.queue.show_answer(Answer(last.query, found[0], (found[1],), last.counts))
        # A timer comes after the paint events, so the answer is on the screen before the opening takes its time.
        QTimer.singleShot(0, self, self._open_after_answer)

    def _failed_early(self, error: DeskError) -> None:
        _log.info("The last question could not be put again: %s", error)
        self._came_early(None)

    def _open_after_answer(self) -> None:
        if not self._ending and not self._opens:
            self.open(self._url)

    def show_picture(self) -> bool:
        """Paint the last known rows, if there are any and the window is not built yet."""
        shape = remembered(read_state(self._state_file))
        self.frame.resize(*shape.size)
        if self._last is None or self._window is not None:
            return False
        self.frame.show_picture(self._last, shape, self._context.clock.now())
        return True

    def open(self, url: str) -> None:
        """Open the desk at the address, in place of the one that is open."""
        self._url = url
        self._opens = True
        close = self._leave_desk()

        def work() -> Session:
            close()
            return self._context.open(url)

        self.background.write(work, self._opened, partial(self._refused, url))

    def end(self) -> None:
        """Finish what was begun and close the desk; the last thing before the program ends."""
        self._ending = True
        close = self._leave_desk()
        if self._background is not None:
            self._background.write(close)
            self._background.close()

    def _leave_desk(self) -> Callable[[], None]:
        """Forget the open desk; what is returned ends its timers and closes it, and belongs on a lane."""
        session, self._session = self._session, None
        timers, self._timers = self._timers, None
        self._timers_wait.stop()

        def close() -> None:
            if timers is not None:
                timers.stop()
            if session is not None:
                session.desk.close()

        return close

    def _start_timers(self) -> None:
        if self._session is not None and self._timers is None and self._context.timers is not None:
            self._timers = self._context.timers(self._session, "window")
            self._timers.start()

    def _first_rows(self) -> None:
        if self._timers is None and self._session is not None and not self._timers_wait.isActive():
            self._timers_wait.start()

    def _build(self) -> "MainWindow":
        from app.views.error_hook import ErrorHook, log_qt_messages
        from app.views.main_window import MainWindow, Parts

        theme = theme_of(self._application)
        theme.wear()
        hook = ErrorHook(self._context.paths.logs / "mainstay.log", self)
        hook.install()
        log_qt_messages()
        parts = Parts(
            background=self.background,
            state=WindowState(self._state_file, self.background, self),
            theme=theme,
            clock=self._context.clock,
            last=self._last,
            keep=self._keep_rows,
            drafts_folder=self._context.paths.drafts,
        )
        window = MainWindow(parts)
        window.theme_chosen.connect(self._theme_chosen)
        window.demo_left.connect(self._leave_demo)
        window.queue.answered.connect(self._first_rows)
        self.frame.hold(window)
        return window

    def _frame_closes(self) -> None:
        if self._window is not None:
            self._window.close()

    def _ask_first(self) -> None:
        resume_collector()
        from app.views.first_run.page import FirstRun

        page = FirstRun(str(self._context.paths.data))
        page.own_chosen.connect(lambda: self.open(self._context.url))
        page.demo_chosen.connect(lambda: self.open(self._demo_url))
        self._first_run = page
        self.window.show_instead(page)

    def _opened(self, session: Session) -> None:
        resume_collector()
        self._session = session
        if self._first_run is not None:
            self._first_run.deleteLater()
            self._first_run = None
        is_demo = self._url == self._demo_url
        self.window.desk_opened(session, *self._names(is_demo=is_demo), is_demo=is_demo)
        database = sqlite_file(self._url)
        if database is not None and not is_demo:
            self.background.read(partial(self._back_up, database), _log_backup, key="backup")

    def _back_up(self, database: Path) -> "Backup | None":
        from app.infra.backup import back_up_daily

        return back_up_daily(database, self._context.clock.now(), self._go_on)

    def _go_on(self, _done: int, _total: int) -> None:
        if self._ending:
            raise Unavailable("The program ended during the backup; the next start makes it.")

    def _refused(self, url: str, error: DeskError) -> None:
        resume_collector()
        _log.warning("The desk could not be opened: %s", error)
        if self._first_run is not None:
            self._first_run.show_problem(str(error))
        else:
            self.window.show_problem(str(error), partial(self.open, url))

    def _names(self, *, is_demo: bool) -> tuple[str, str]:
        if is_demo:
            return "Demo desk", "Demo data"
        return "Mainstay", "This computer" if self._url.startswith("sqlite") else "Shared database"

    def _leave_demo(self) -> None:
        self.open(self._context.url)

    def _theme_chosen(self, mode: str) -> None:
        self._settings = self._settings._replace(theme=mode)
        self.background.file(partial(write_settings, self._context.paths.config, self._settings))

    def _rows_file(self, url: str) -> Path:
        return last_rows_path(self._context.paths.cache, url)

    def _keep_rows(self, last: LastRows) -> None:
        self.background.file(partial(save_last_rows, self._rows_file(self._url), last))


def _log_backup(made: "Backup | None") -> None:
    if made is not None:
        _log.info("The daily backup is %s.", made.path)
