"""The program with a window: dresses Qt, paints the last known rows at once, opens the desk on a lane."""

import logging
import sys
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QProcess, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.domain.errors import DeskError, FirstPassword, SignInRefused, Unavailable
from app.domain.midnights import day_ends
from app.domain.wording import tr
from app.infra.settings import LocalSettings, change_settings, sqlite_file, sqlite_url, text_size
from app.services.incidents.kept_queue import read_kept
from app.services.session import Context, Live, Session, Timers
from app.views.doors import Doors
from app.views.first_picture import Frame, remembered
from app.views.opening_anew import open_again, start_anew
from app.views.queue.last_rows import LastRows, last_rows_path, load_last_rows, save_last_rows
from app.views.staying import may_stay
from app.views.toolkit.circles import CircleSearch
from app.views.toolkit.fonts import load_fonts, load_substitutes
from app.views.toolkit.on_screen import fitting
from app.views.toolkit.scale import begun_at
from app.views.toolkit.state import WindowState, read_state
from app.views.toolkit.theme import Theme
from app.views.toolkit.tongue import wear_language

if TYPE_CHECKING:
    from app.services.incidents.queue_dto import QueuePage, QueueSummary
    from app.views.first_run.page import FirstRun
    from app.views.learner import Learner
    from app.views.main_window import MainWindow
    from app.views.safekeeping import Safekeeping
    from app.views.toolkit.background import Background

TIMERS_AFTER_MS = 1000
"""Timers, and hearing others, begin this long after the first live rows, so that they take nothing from the start."""

_ASKING = (FirstPassword, SignInRefused)
"""What a person is asked about, and is no trouble."""

_log = logging.getLogger(__name__)
_themes: WeakKeyDictionary[QApplication, Theme] = WeakKeyDictionary()


def run_window(context: Context, address: str | None = None) -> int:
    """Open the window, on another desk than the person's own where an address is given; returns the exit code."""
    application = make_application(context.settings.theme, text_size(context.settings))
    program = Program(context, application, address)
    program.start()
    code = application.exec()
    program.end()
    open_again()
    return code


def make_application(theme: str = "system", percent: int = 100) -> QApplication:
    """The QApplication with its fonts and colours; raises FontsMissing where the installation is damaged.

    `percent` is how large everything is, beside what the system makes larger; a factor from outside beats it.
    Dressing it is left to whoever makes its widgets, since the first picture comes without.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        application = existing
    else:
        QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        with begun_at(percent):
            application = QApplication(sys.argv[:1])
    wear_language(application)
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


def _place(database: str, host: str | None) -> str:
    return tr("{name} on {host}", name=database or tr("Desk"), host=host or tr("this computer"))


def _wait_for_processes(owner: QObject) -> None:
    """They were ended, but Qt complains of one that is still on its way."""
    for process in owner.findChildren(QProcess):
        process.waitForFinished()


class Program(QObject):
    """Owns the frame, the lanes and the window; opens a desk, and another one in its place.

    The window and the lanes are made when they are first asked for: `start` shows the first picture before that.
    `demo_grew` tells from the lane that makes the demo desk how many of how many incidents are logged.
    """

    demo_grew = Signal(int, int)

    def __init__(self, context: Context, application: QApplication, address: str | None = None) -> None:
        super().__init__(application)
        self._circles = CircleSearch(self)
        self.frame = Frame()
        self.context = context
        self._application = application
        self.settings = context.settings
        self.session: Session | None = None
        self.first_run: FirstRun | None = None
        self._demo_url = sqlite_url(context.paths.demo_database)
        self.url = address or context.url
        self._asks_first = context.is_first_run and address is None
        self._state_file = context.paths.state / "window.json"
        self._last = None if self._asks_first else load_last_rows(self._rows_file(self.url))
        self._ending = False
        self._opens = False
        self.doors = Doors(self)
        self._window: MainWindow | None = None
        self._background: Background | None = None
        self._timers: Timers | None = None
        self._live: Live | None = None
        self._learner: Learner | None = None
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

    @cached_property
    def safekeeping(self) -> "Safekeeping":
        """What makes the backup of the day, and puts one back."""
        from app.views.safekeeping import Safekeeping

        return Safekeeping(self)

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
            self.ask_first()
        self.frame.show()
        window.page.focus_start()
        if not self._asks_first and not asked:
            self.open(self.url)

    def _ask_again(self) -> bool:
        last, path = self._last, sqlite_file(self.url)
        if last is None or last.kept is None or last.counts is None or path is None:
            return False
        if self.settings.person_id not in {"", last.kept.person_id}:
            return False
        now = self.context.clock.now()
        work = partial(read_kept, path, last.kept, now, day_ends(now, None))
        self.background.read(work, self._came_early, self._failed_early)
        return True

    def _came_early(self, found: "tuple[QueueSummary, QueuePage] | None") -> None:
        """Show the rows that are true now before the desk is open, as far as nothing else was begun meanwhile."""
        if self._ending or self._opens:
            return
        if found is not None and (last := self._last) is not None and last.counts is not None:
            from app.views.queue.loader import Answer

            self.window.queue.show_answer(Answer(last.query, found[0], (found[1],), last.counts))
        # A timer comes after the paint events, so the answer is on the screen before the opening takes its time.
        QTimer.singleShot(0, self, self._open_after_answer)

    def _failed_early(self, error: DeskError) -> None:
        _log.info("The last question could not be put again: %s", error)
        self._came_early(None)

    def _open_after_answer(self) -> None:
        if not self._ending and not self._opens:
            self.open(self.url)

    def show_picture(self) -> bool:
        """Paint the last known rows, if there are any and the window is not built yet."""
        shape = remembered(read_state(self._state_file))
        self.frame.resize(fitting(QSize(*shape.size), self.frame.screen()))
        if self._last is None or self._window is not None:
            return False
        self.frame.show_picture(self._last, shape, self.context.clock.now())
        return True

    def open(self, url: str, full: str = "") -> None:
        """Open the desk at the address, in place of the one that is open; `full` is the address with its password."""
        self.url = url
        self._opens = True
        close = self.leave_desk()

        def work() -> Session:
            close()
            if url == self._demo_url and self.context.make_demo is not None:
                self.context.make_demo(self._demo_grows)
            return self.context.open(full or url)

        self.background.write(work, self._opened, partial(self._refused, url))

    def _demo_grows(self, done: int, total: int) -> None:
        if self._ending:
            raise Unavailable(tr("The program ended before the demo desk was made."))
        self.demo_grew.emit(done, total)

    def end(self) -> None:
        """Finish what was begun and close the desk; the last thing before the program ends."""
        self._ending = True
        close = self.leave_desk()
        if self._background is not None:
            self._background.write(close)
            self._background.close()
        self._circles.end()
        _wait_for_processes(self)

    def leave_desk(self) -> Callable[[], None]:
        """Forget the open desk; what is returned ends its threads and closes it, and belongs on a lane."""
        session, self.session = self.session, None
        self.doors.leave_desk()
        timers, live, self._timers, self._live = self._timers, self._live, None, None
        self._timers_wait.stop()
        if self._learner is not None:
            self._learner.stop()
            self._learner = None
        if self._window is not None:
            self._window.context.jobs.stop_all()
        background = self._background

        def close() -> None:
            if background is not None:
                background.after_long()
            for each in (timers, live):
                if each is not None:
                    each.stop()
            if session is not None:
                session.desk.close()

        return close

    def _start_timers(self) -> None:
        if self.session is None:
            return
        if self._timers is None and self.context.timers is not None:
            self._timers = self.context.timers(self.session, "window")
            self._timers.start()
        if self._learner is None:
            from app.views.learner import Learner

            self._learner = Learner(self.window.context, self.session, self.url, self)
        if self._live is None and self.context.live is not None:
            self.window.context.live = self._live = self.context.live(self.session)
            self._live.start()

    def _first_rows(self) -> None:
        if self._timers is None and self.session is not None and not self._timers_wait.isActive():
            self._timers_wait.start()

    def _build(self) -> "MainWindow":
        from app.views.error_hook import ErrorHook, log_qt_messages
        from app.views.main_window import MainWindow, Parts
        from app.views.outbox.keeper import HELD_MS
        from app.views.toolkit.live_scale import scale_to

        theme = theme_of(self._application)
        theme.wear()
        ErrorHook(self.context.paths.logs / "mainstay.log", self).install()
        log_qt_messages()
        parts = Parts(
            background=self.background,
            state=WindowState(self._state_file, self.background, self),
            theme=theme,
            clock=self.context.clock,
            last=self._last,
            keep=self._keep_rows,
            drafts_folder=self.context.paths.drafts,
        )
        window = MainWindow(parts)
        window.theme_chosen.connect(self._theme_chosen)
        self.doors.serve(window)
        window.restore_wanted.connect(lambda path, phrase: self.safekeeping.restore(backup=path, phrase=phrase))
        window.context.own, window.context.keep_own = lambda: self.settings, self.keep_settings
        window.context.use_theme, window.context.start_anew = self._use_theme, partial(start_anew, self.frame)
        window.context.use_size, window.context.held_for = scale_to, HELD_MS
        window.context.ask_who = lambda on: self.doors.gate.switch(on=on)
        window.queue.answered.connect(self._first_rows)
        self.frame.hold(window, partial(may_stay, self))
        return window

    def _frame_closes(self) -> None:
        if self._window is not None:
            self._window.close()

    def ask_first(self) -> "FirstRun":
        """Show the page on which one says which desk is opened."""
        self._circles.begin()
        from app.views.first_run.page import FirstRun

        page = FirstRun(str(self.context.paths.data))
        page.own_chosen.connect(lambda: self.open(self.context.url))
        page.team_chosen.connect(self.doors.join_team)
        page.demo_chosen.connect(lambda: self.open(self._demo_url))
        self.demo_grew.connect(page.show_progress)
        self.first_run = page
        self.window.show_instead(page)
        return page

    def _opened(self, session: Session) -> None:
        self._circles.begin_with_desk()
        load_substitutes()
        if session.asks:
            self.session = session
            self.doors.gate.ask(session)
        else:
            self.show_desk(session)

    def show_desk(self, session: Session) -> None:
        """Show a desk that is open with somebody at it."""
        self.session = session
        self.doors.opened()
        if self.first_run is not None:
            self.first_run.deleteLater()
            self.first_run = None
        is_demo = self.url == self._demo_url
        self.window.desk_opened(session, *self._names(is_demo=is_demo), is_demo=is_demo)
        self.doors.shown(session)
        if session.asks:
            self.doors.gate.watch(session)
        self.safekeeping.begin(sqlite_file(self.url), is_demo=is_demo)

    def _refused(self, url: str, error: DeskError) -> None:
        self._circles.begin()
        level = logging.INFO if isinstance(error, _ASKING) else logging.WARNING
        _log.log(level, "The desk could not be opened: %s", error)
        if self.doors.refused(url, error):
            return
        if self.first_run is not None:
            self.first_run.show_problem(str(error))
        else:
            self.window.show_problem(str(error), self.safekeeping.rescue.ways_out(url, error))

    def _names(self, *, is_demo: bool) -> tuple[str, str]:
        if is_demo:
            return tr("Demo desk"), tr("Demo data")
        if self.url.startswith("sqlite"):
            return "Mainstay", tr("This computer")
        parts = urlsplit(self.url)
        return "Mainstay", _place(parts.path.strip("/"), parts.hostname)

    def _use_theme(self, mode: str) -> None:
        theme_of(self._application).use(mode, at_once=False)
        self._theme_chosen(mode)

    def _theme_chosen(self, mode: str) -> None:
        self.keep_settings(self.settings._replace(theme=mode))

    def keep_settings(self, settings: LocalSettings) -> None:
        """Have the settings of this computer written."""
        before, self.settings = self.settings, settings
        self.background.file(partial(change_settings, self.context.paths.config, before, settings))

    def _rows_file(self, url: str) -> Path:
        return last_rows_path(self.context.paths.cache, url)

    def forget_rows(self) -> None:
        """Nothing of this desk may be on the screen before somebody has signed in."""
        self.background.file(partial(self._rows_file(self.url).unlink, missing_ok=True))

    def _keep_rows(self, last: LastRows) -> None:
        if self.session is None or not self.session.asks:
            self.background.file(partial(save_last_rows, self._rows_file(self.url), last))
