"""A desk whose file is damaged does not open: a backup is put in its place from here, after it was proved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import Damaged, DeskError
from app.domain.wording import tr
from app.infra.settings import sqlite_file
from app.views.settings_page.backups.phrase_card import PhraseAsk
from app.views.toolkit import tokens
from app.views.toolkit.formats import Formats
from app.views.toolkit.tokens import Size
from app.views.toolkit.where_files_go import ask_for_file
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.middle import put_in_middle
from app.views.widgets.strips import InfoStrip

if TYPE_CHECKING:
    from app.services.backups.compare import Opened
    from app.views.application import Program

Offers = list[tuple[str, Callable[[], None]]]


class Rescue(QObject):
    """Belongs to the program. Nobody is signed in at a desk that does not open: whoever may write its file may do this.

    `restore` is called with the file of the desk, the backup and the phrase that opens it.
    """

    def __init__(self, program: "Program", restore: Callable[[Path, Path, str], None]) -> None:
        super().__init__(program)
        self._program, self._restore = program, restore
        self.page: RescuePage | None = None

    def ways_out(self, url: str, error: DeskError) -> Offers:
        """What can be done where a desk did not open."""
        again, database = (tr("Try again"), partial(self._program.open, url)), sqlite_file(url)
        if database is None or not isinstance(error, Damaged):
            return [again]
        return [(tr("Restore a backup…"), partial(self.ask, database)), again]

    def ask(self, database: Path) -> None:
        """Show the newest backup of a desk, or let another one be chosen."""
        page = self.page = RescuePage(database, self._program.window.context.formats)
        page.wanted.connect(partial(self._look_at, page))
        page.elsewhere.connect(partial(self._choose, page))
        page.agreed.connect(partial(self._agreed, database))
        page.left.connect(self._leave)
        self._program.window.show_instead(page)
        own = self._program.settings.backup_folder
        folders = [Path(own)] if own else []
        self._program.background.read(
            partial(_newest, database, folders), partial(self._found_newest, page), page.show_problem
        )

    def _found_newest(self, page: "RescuePage", newest: Path | None) -> None:
        if newest is None:
            page.say(tr("There is no backup of this desk where this computer keeps them. Choose one elsewhere."))
        else:
            self._look_at(page, newest, "")

    def _choose(self, page: "RescuePage") -> None:
        kinds, state = tr("Backups (*.sqlite *.sealed)"), self._program.window.context.state
        ask_for_file(page, state, tr("A backup of a desk"), kinds, lambda path: self._look_at(page, path, ""))

    def _look_at(self, page: "RescuePage", backup: Path, phrase: str) -> None:
        page.say(tr("Proving {backup}…", backup=backup.name))
        self._program.background.read(
            partial(_opened, page.database, backup, phrase),
            partial(page.show_found, backup),
            partial(page.show_refused, backup),
            key="rescue",
        )

    def _agreed(self, database: Path, backup: Path, phrase: str) -> None:
        self._put_away()
        self._restore(database, backup, phrase)

    def _leave(self) -> None:
        self._put_away()
        self._program.window.show_desk()

    def _put_away(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            page.deleteLater()


def _newest(database: Path, folders: list[Path]) -> Path | None:
    from app.infra.backup import folder_of, list_backups

    found = [each for folder in (folder_of(database), *folders) for each in list_backups(folder, database)]
    return max(found, key=lambda backup: backup.made_at).path if found else None


def _opened(database: Path, backup: Path, phrase: str) -> "Opened":
    from app.infra.sealing import is_sealed
    from app.services.backups.compare import Opened, compare
    from app.services.backups.phrase import kept_phrase

    phrase = phrase or (kept_phrase() if is_sealed(backup) else "")
    return Opened(compare(backup, database, phrase), phrase)


class RescuePage(QWidget):
    """Stands in place of the desk. `wanted` carries a backup and a phrase to look with, `agreed` what is restored."""

    wanted = Signal(object, str)
    agreed = Signal(object, str)
    elsewhere = Signal()
    left = Signal()

    def __init__(self, database: Path, formats: Formats) -> None:
        super().__init__()
        self.database, self._formats = database, formats
        self._chosen, self._phrase = Path(), ""
        self.setProperty("surface", "surface")
        self.setAccessibleName(tr("Restoring a backup"))
        self.words = Label("", tokens.READING, "text2", wrap=True, selectable=True)
        self.strip = InfoStrip("", "red")
        self.ask = PhraseAsk()
        self.restore = Button(tr("Restore this backup"), kind="primary", height=Size.BUTTON_PAGE)
        self.other = Button(tr("Another backup…"), height=Size.BUTTON_PAGE)
        self.later = Button(tr("Not now"), kind="ghost", height=Size.BUTTON_PAGE)
        for each in (self.strip, self.restore):
            each.hide()
        self.ask.given.connect(lambda phrase: self.wanted.emit(self._chosen, phrase))
        self.restore.clicked.connect(lambda _checked=False: self.agreed.emit(self._chosen, self._phrase))
        self.other.clicked.connect(lambda _checked=False: self.elsewhere.emit())
        self.later.clicked.connect(lambda _checked=False: self.left.emit())
        self._lay_out()
        self.setFocusProxy(self.other)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setFixedWidth(600)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.restore, self.other, self.later):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addWidget(Label(tr("Restoring a backup"), tokens.INCIDENT_TITLE))
        for widget in (self.words, self.strip, self.ask):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        put_in_middle(self, inner)

    def say(self, text: str) -> None:
        """What is done, or can be; nothing can be restored yet."""
        self.words.setText(text)
        for each in (self.strip, self.ask, self.restore):
            each.hide()

    def show_found(self, backup: Path, found: "Opened") -> None:
        """A backup that is whole: what it holds, and what becomes of the damaged file."""
        self._chosen, self._phrase = backup, found.phrase
        self.say("\n".join([backup.name, *found.compared.sentences(self._formats.full)]))
        self.restore.show()
        self.restore.setFocus()

    def show_refused(self, backup: Path, error: DeskError) -> None:
        """It is not whole, or needs a phrase."""
        from app.infra.restoring import PhraseWanted
        from app.infra.sealing import WrongPhrase

        self._chosen = backup
        if isinstance(error, PhraseWanted | WrongPhrase):
            self.say(str(error) if isinstance(error, PhraseWanted) else backup.name)
            self.ask.ask(str(error) if isinstance(error, WrongPhrase) else "")
            return
        self.show_problem(error)

    def show_problem(self, error: DeskError) -> None:
        """Why nothing is restored."""
        self.say("")
        self.strip.set_text(str(error), "red")
        self.strip.show()
        self.other.setFocus()
