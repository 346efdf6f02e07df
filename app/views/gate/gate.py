"""Keeps the desk behind a password where it asks for one: at the start, by a key, and when nobody was there."""

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.actor import Actor
from app.domain.errors import DeskError
from app.services.gate.dto import GateState
from app.services.session import Session
from app.views.gate.page import GatePage

if TYPE_CHECKING:
    from app.views.application import Program

_LOOK_EVERY_MS: Final = 15_000
"""How late a window may lock at most."""

_HANDS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Gate(QObject):
    """Belongs to the program. `ask` before a desk is shown, `watch` once it is."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._session: Session | None = None
        self._is_shown = False
        self.page: GatePage | None = None
        # By the clock, and not one long timer: those stand still while the computer sleeps.
        self._idle, self._seen_at = QTimer(self, interval=_LOOK_EVERY_MS), self._now()
        self._idle.timeout.connect(self._look)

    def ask(self, session: Session) -> None:
        """Ask who it is before the desk of this session is shown."""
        self._session, self._is_shown = session, False
        self._program.forget_rows()
        self._read(session, locked=False)

    def watch(self, session: Session) -> None:
        """The desk is shown: lock it by its key, and when nobody was there for long."""
        self._session, self._is_shown = session, True
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            application.installEventFilter(self)
        self.be_awake()

    def switch(self, *, on: bool) -> None:
        """The desk that is open asks who it is from now on, or no longer."""
        session = self._program.session
        if session is not None:
            self._program.session = changed = session._replace(asks=on)
            self._program.forget_rows()
            if on:
                self.watch(changed)
            else:
                self.leave()
            self._program.window.context.actions.refresh()

    def be_awake(self) -> None:
        """Somebody is there, or the time after which the window locks was changed."""
        self._seen_at = self._now()
        if self.page is not None or not self._longest():
            self._idle.stop()
        elif not self._idle.isActive():
            self._idle.start()

    def _now(self) -> datetime:
        return self._program.context.clock.now()

    def _longest(self) -> timedelta:
        minutes = self._program.settings.lock_minutes
        return timedelta(minutes=int(minutes) if minutes.isdecimal() else 0)

    def _look(self) -> None:
        """Lock where nobody was there for so long."""
        if self._longest() and self._now() - self._seen_at >= self._longest():
            self.lock()

    def lock(self) -> None:
        """Hide the desk until somebody signs in."""
        if self._session is not None and self.page is None and self._is_shown:
            self._idle.stop()
            self._program.window.context.actions.rest(resting=True)
            self._read(self._session, locked=True)

    def leave(self) -> None:
        """Another desk is opened, or this one no longer asks: nothing is watched any more."""
        self._session, self._is_shown = None, False
        self._idle.stop()
        self._put_away()

    def _read(self, session: Session, *, locked: bool) -> None:
        window = self._program.window
        # Put up at once, so that nothing is seen while it is read who could come in.
        page = self.page = GatePage((), session.actor.person_id, locked=locked)
        window.show_instead(page)
        _close_others(self._program.frame)
        self._program.background.read(
            lambda: session.desk.gate.state(session.actor), partial(self._show, session, locked), self._problem
        )

    def _show(self, session: Session, locked: bool, state: GateState) -> None:
        if self.page is None:
            return
        self._put_away()
        entrants = [each for each in state.entrants if each.has_password]
        page = self.page = GatePage(entrants, session.actor.person_id, locked=locked)
        page.entered.connect(partial(self._enter, session))
        self._program.window.show_instead(page)

    def _problem(self, error: DeskError) -> None:
        if self.page is not None:
            self.page.show_problem(str(error))

    def _enter(self, session: Session, person_id: str, password: str) -> None:
        desk, actor = session.desk, session.actor
        self._program.background.write(
            lambda: desk.gate.enter(actor, person_id, password), partial(self._entered, session), self._problem
        )

    def _entered(self, session: Session, actor: Actor) -> None:
        window = self._program.window
        window.context.actions.rest(resting=False)
        self._put_away()
        if self._is_shown and session.actor.person_id == actor.person_id:
            window.show_desk()
            self.be_awake()
        else:
            self._program.show_desk(session._replace(actor=actor))

    def _put_away(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            page.hide()
            page.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Every key and every move of a hand says that somebody is there; after too long it only shows who comes in."""
        if event.type() in _HANDS and self._session is not None and self.page is None:
            self._look()
            self.be_awake()
            return self.page is not None
        return False


def _close_others(frame: QWidget) -> None:
    """Lists and menus, what asks for a file, the dashboard on the wall: they would lie above the page that asks."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    for window in QApplication.topLevelWidgets():
        if window is not frame and window.isVisible():
            window.close()
