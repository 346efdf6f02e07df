"""The ways into a desk beside the usual start: joining a team's, signing in again, taking a file over, going home."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.errors import DeskError, FirstPassword, SignInRefused
from app.domain.wording import tr
from app.infra.settings import sqlite_file, sqlite_url
from app.services.session import Session

if TYPE_CHECKING:
    from app.views.application import Program
    from app.views.connect.joining import Joining
    from app.views.gate.gate import Gate
    from app.views.main_window import MainWindow

_SURE = tr("If that computer is only cut off or asleep, what it has not saved is lost to it. Take over all the same?")


class Doors(QObject):
    """Belongs to the program, and opens desks by it."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._joining: Joining | None = None

    @property
    def joining(self) -> "Joining":
        """What connects to the desks of teams."""
        if self._joining is None:
            from app.views.connect.joining import Joining

            program = self._program
            folder = program.context.paths.config
            self._joining = Joining(self, program.background, program.window.show_instead, folder)
            self._joining.open_wanted.connect(lambda wanted: program.open(wanted.url, wanted.full))
            self._joining.left.connect(self._left)
        return self._joining

    @cached_property
    def gate(self) -> "Gate":
        """What asks who it is, at a desk that wants to know."""
        from app.views.gate.gate import Gate

        return Gate(self._program)

    def leave_desk(self) -> None:
        """The desk is left; nothing of it is watched any more, and one that is being made is not made."""
        if "gate" in self.__dict__:
            self.gate.leave()
        if self._joining is not None:
            self._joining.setting_up.forget()

    def serve(self, window: "MainWindow") -> None:
        """Open when the window asks for it."""
        window.team_wanted.connect(self.join_team)
        window.own_wanted.connect(self._use_own_desk)
        window.password_wanted.connect(self._change_password)
        window.link.sign_in_wanted.connect(self._sign_in_again)
        window.demo_left.connect(lambda: self._program.open(self._program.context.url))
        window.demo_wanted.connect(self._look_around)
        window.context.actions.bind("window.lock", self._lock, unavailable=self._why_no_lock)

    def _look_around(self) -> None:
        # That page says how far the demo desk is made, and what went wrong.
        self._program.ask_first().demo.click()

    def _lock(self) -> None:
        # What asks who it is, is made when it is first wanted.
        self.gate.lock()

    def _why_no_lock(self) -> str | None:
        session = self._program.session
        if session is None:
            return tr("No desk is open")
        return None if session.asks else tr("No sign-in is set: Settings › Sign-in and lock")

    def join_team(self) -> None:
        """Show the form that connects to a server, filled where one is connected to."""
        session = self._program.session
        on_server = session is not None and session.desk.link is not None
        self.joining.ask(self._program.url if on_server else "")

    def opened(self) -> None:
        """A desk is open: if it was joined just now, the next start opens it too."""
        wanted = None if self._joining is None else self._joining.finish()
        if wanted is not None and wanted.url == self._program.url:
            self._program.keep_settings(self._program.settings._replace(database=wanted.url))

    def shown(self, session: Session) -> None:
        """The window shows the desk: say where nothing can be changed in it."""
        hold = session.desk.hold
        if hold is None or not hold.is_read_only:
            return
        window, url = self._program.window, self._program.url
        offers: list[tuple[str, Callable[[], None]]] = [(tr("Try again"), partial(self._program.open, url))]
        if hold.can_take_over:
            sure = partial(window.show_read_only, _SURE, [(tr("Take over now"), self._take_over), *offers])
            offers = [(tr("Take over"), sure), *offers]
        window.show_read_only(hold.why(), offers)

    def refused(self, url: str, error: DeskError) -> bool:
        """A desk did not open: ask for what is missing; whether there was something to ask for."""
        if isinstance(error, FirstPassword):
            self.joining.choose_password(url, str(error))
        elif self._joining is not None and self._joining.page is not None:
            self._joining.refused(error)
        elif isinstance(error, SignInRefused):
            self.joining.sign_in(url, str(error))
        else:
            return False
        return True

    def _left(self) -> None:
        program = self._program
        if program.session is None and program.first_run is not None:
            program.window.show_instead(program.first_run)
            program.first_run.set_busy(busy=False)
            return
        program.window.show_desk()
        if program.session is None:
            program.open(program.context.url)

    def _sign_in_again(self) -> None:
        session = self._program.session
        if session is not None and session.desk.link is not None:
            self.joining.sign_in(self._program.url, session.desk.link.state.why, session.desk.sign_in_again)

    def _change_password(self) -> None:
        self.joining.choose_password(self._program.url)

    def _use_own_desk(self) -> None:
        self._program.keep_settings(self._program.settings._replace(database=""))
        self._program.open(sqlite_url(self._program.context.paths.database))

    def _take_over(self) -> None:
        from app.infra.sharing import take_over

        program, url = self._program, self._program.url
        path = sqlite_file(url)
        if path is not None:
            again = partial(program.open, url)
            program.background.file(partial(take_over, path), lambda _done: again(), partial(self._not_taken, again))

    def _not_taken(self, again: Callable[[], None], error: DeskError) -> None:
        self._program.window.show_read_only(str(error), [(tr("Try again"), again)])
