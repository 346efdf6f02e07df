"""Runs what the pages that connect ask for: tests on a lane, the certificate kept, the password into the keyring."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import BadInput, DeskError
from app.infra.server_address import ServerAddress
from app.services.joining.dto import Outcome
from app.services.server.dto import Outcome as SetUpOutcome
from app.services.server.dto import Wanted as SetUp
from app.views.connect.new_password import NewPasswordPage
from app.views.connect.page import ConnectPage
from app.views.connect.setting_up import SettingUp, Tell
from app.views.connect.sign_in import SignInPage
from app.views.toolkit.background import Background, Ticket


class Wanted(NamedTuple):
    """A desk that is to be opened: its address to be stored, and with the password; whether to keep that."""

    url: str
    full: str
    password: str
    keep: bool


class Joining(QObject):
    """Shows the pages in the place of the window's content and takes them away.

    `open_wanted` carries a Wanted whenever a desk is to be opened; `left` tells that the person went back.
    """

    open_wanted = Signal(object)
    left = Signal()
    _told = Signal(int, object)

    def __init__(self, parent: QObject, background: Background, show: Callable[[QWidget], None], folder: Path) -> None:
        super().__init__(parent)
        self._background, self._show, self._folder = background, show, folder
        self.page: ConnectPage | SignInPage | NewPasswordPage | None = None
        self.wanted: Wanted | None = None
        self.setting_up = SettingUp(background, self)
        self._test = 0
        self._ticket: Ticket | None = None
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def ask(self, known: str = "") -> None:
        """Show the form, filled with an address where one is known."""
        page = ConnectPage()
        page.test_wanted.connect(self._try_out)
        page.stopped.connect(self._stop)
        page.connect_wanted.connect(self._connect_to)
        page.pasted.connect(self._take_apart)
        page.set_up_wanted.connect(self._set_up)
        page.set_up_stopped.connect(self.setting_up.stop)
        self.setting_up.told.connect(page.set_up.go_on)
        self.setting_up.done.connect(page.show_set_up)
        self.setting_up.failed.connect(page.show_not_set_up)
        page.left.connect(self._leave)
        self._put(page)
        if known:
            self._take_apart(known)

    def sign_in(self, url: str, why: str, again: Callable[[str], None] | None = None) -> None:
        """Ask for the password of a desk; `again` signs in to the one that is open, otherwise it is opened."""

        def known(address: ServerAddress) -> None:
            page = SignInPage(address, why, can_leave=again is not None)
            page.sign_in_wanted.connect(lambda password: self._sign_in(page, url, password, again))
            page.change_wanted.connect(lambda: self.ask(url))
            page.left.connect(self._leave)
            self._put(page)

        self._background.file(lambda: _address(url)[0], known)

    def choose_password(self, url: str, why: str = "") -> None:
        """Ask for a password of the person's own, and open the desk with it."""
        # With the password that was typed just now, where one was; otherwise the one in the keyring is taken.
        full = self.wanted.full if self.wanted is not None and self.wanted.full else url
        page = NewPasswordPage(why)
        page.left.connect(self._leave)

        def change(password: str, again: str) -> None:
            keep = page.keep.wanted()
            work = partial(_change, url, full, password, again, keep=keep)
            self._background.probe(work, self._open, self._say)

        page.wanted.connect(change)
        self._put(page)

    def refused(self, error: DeskError) -> None:
        """The desk could not be opened."""
        if self.page is not None:
            self.page.show_problem(str(error))

    def finish(self) -> Wanted | None:
        """The desk is open: take the page away and keep the password where that is wanted; gives what was wanted."""
        wanted, self.wanted = self.wanted, None
        if self.page is not None and wanted is not None:
            self._background.file(lambda: _keep(wanted.url, wanted.password if wanted.keep else ""))
        self.close()
        return wanted

    def close(self) -> None:
        """Take the page away."""
        self._stop()
        self.setting_up.forget()
        page, self.page = self.page, None
        if page is not None:
            page.hide()
            page.deleteLater()

    def _put(self, page: ConnectPage | SignInPage | NewPasswordPage) -> None:
        self.close()
        self.page = page
        keep = page.form.keep if isinstance(page, ConnectPage) else page.keep
        self._show(page)
        page.setFocus()

        def known(possible: bool) -> None:
            if self.page is page:
                keep.set_possible(possible)

        self._background.file(_has_keyring, known)

    def _leave(self) -> None:
        self.close()
        self.left.emit()

    # The test

    def _try_out(self, address: ServerAddress, password: str) -> None:
        self._stop()
        self._test += 1
        number = self._test

        def work() -> None:
            # Imported here, because the driver of the server is loaded where a server is wanted only.
            from app.services.joining.password import with_password
            from app.services.joining.steps import try_out

            full = with_password(address.url, password)
            try_out(full, lambda outcome: self._told.emit(number, outcome), lambda: self._test != number)

        self._ticket = self._background.read(work, lambda _done: self._ended(number), self._not_begun)

    def _hear(self, number: int, outcome: Outcome) -> None:
        if number == self._test and isinstance(self.page, ConnectPage):
            self.page.show_outcome(outcome)

    def _ended(self, number: int) -> None:
        if number == self._test and isinstance(self.page, ConnectPage):
            self.page.test_ended()

    def _not_begun(self, error: DeskError) -> None:
        if isinstance(self.page, ConnectPage):
            self.page.test_ended()
            self._say(error)

    def _stop(self) -> None:
        self._test += 1
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _say(self, error: DeskError) -> None:
        if isinstance(self.page, NewPasswordPage) and isinstance(error, BadInput):
            self.page.say(error)
        elif isinstance(self.page, ConnectPage) and isinstance(error, BadInput) and error.field:
            self.page.set_opening(opening=False)
            self.page.form.say(error)
        elif self.page is not None:
            self.page.show_problem(str(error))

    # Opening

    def _connect_to(self, address: ServerAddress, password: str) -> None:
        page = self.page
        keep = isinstance(page, ConnectPage) and page.form.keep.wanted()
        self._background.file(lambda: _prepare(address, password, self._folder, keep=keep), self._open, self._say)

    def _sign_in(self, page: SignInPage, url: str, password: str, again: Callable[[str], None] | None) -> None:
        keep = page.keep.wanted()
        if again is None:
            self._background.file(lambda: _whole(url, password, keep=keep), self._open, self._say)
            return
        self.wanted = Wanted(url, "", password, keep)
        self._background.probe(lambda: again(password), lambda _done: self._leave_signed_in(), self.refused)

    def _leave_signed_in(self) -> None:
        self.finish()
        self.left.emit()

    def _open(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.open_wanted.emit(wanted)

    def _set_up(self, address: ServerAddress, password: str, wanted: SetUp) -> None:
        self.setting_up.begin(partial(_make_desk, address, password, wanted))

    def _take_apart(self, text: str) -> None:
        self._background.file(lambda: _address(text), self._show_parts, self._say)

    def _show_parts(self, parts: tuple[ServerAddress, str]) -> None:
        if isinstance(self.page, ConnectPage):
            self.page.show_address(*parts)


# What runs on a lane; the libraries of the database are loaded there.


def _prepare(address: ServerAddress, password: str, folder: Path, *, keep: bool) -> Wanted:
    from app.services.joining.authority import pin_authority

    return _whole(pin_authority(address, folder).url, password, keep=keep)


def _make_desk(
    address: ServerAddress, password: str, wanted: SetUp, tell: Tell, canceled: Callable[[], bool]
) -> SetUpOutcome:
    from app.services.joining.password import with_password
    from app.services.server.setup import set_up

    return set_up(with_password(address.url, password), wanted, tell, canceled=canceled)


def _whole(url: str, password: str, *, keep: bool) -> Wanted:
    from app.services.joining.password import with_password

    return Wanted(url, with_password(url, password), password, keep)


def _change(url: str, full: str, password: str, again: str, *, keep: bool) -> Wanted:
    from app.services.joining.new_password import choose_password

    return Wanted(url, choose_password(full, password, again), password, keep)


def _address(text: str) -> tuple[ServerAddress, str]:
    from app.services.joining.password import take_apart

    return take_apart(text)


def _keep(url: str, password: str) -> bool:
    from app.services.joining.password import keep

    return keep(url, password)


def _has_keyring() -> bool:
    from app.infra.passwords import has_keyring

    return has_keyring()
