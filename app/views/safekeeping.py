"""What an open desk is kept safe by: the backup of the day, anchors sent outside, and putting a backup in its place."""

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.domain.actor import PROGRAM
from app.domain.errors import DeskError, NotAllowed, Unfit
from app.domain.imports import Progress
from app.domain.permissions import Permission, demand
from app.domain.wording import tr
from app.infra.settings import sqlite_file
from app.views.long_jobs.jobs import Outcome
from app.views.pages import Location
from app.views.rescue import Rescue
from app.views.toolkit import tokens
from app.views.toolkit.toast import ToastAction
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.middle import put_in_middle
from app.views.widgets.strips import InfoStrip

if TYPE_CHECKING:
    from app.infra.backup import Backup
    from app.views.application import Program

LOOK_EVERY_MS = 3_600_000
"""How often a window that stays open asks whether the backup of the day is due."""
_FIRST_LOOK_MS = 2_000
"""The first look is taken when the desk has answered: proving a file takes the disk and a core for itself."""
_LONG_MS = 30_000
"""How long it is said that there is no backup."""

_log = logging.getLogger(__name__)


class Safekeeping(QObject):
    """Belongs to the program. `begin` when a desk of a file is shown; `restore` closes it and opens it again."""

    _reached = Signal(int, int)

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._database: Path | None = None
        self._page: RestorePage | None = None
        self._told, self._said = False, ""
        self.rescue = Rescue(program, self._put_back)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._first = QTimer(self, interval=_FIRST_LOOK_MS, singleShot=True)
        self._first.timeout.connect(self.look)
        self._reached.connect(self._show_progress)

    def begin(self, database: Path | None, *, is_demo: bool) -> None:
        """Take care of the desk that is open from now on; `database` is None on a server. A demo needs no care."""
        self._database = database
        self._told = False
        if self._said:
            self._program.window.report.tell(self._said)
            self._said = ""
        if is_demo:
            self._timer.stop()
            self._first.stop()
            return
        self._timer.start()
        self._first.start()

    def look(self) -> None:
        """Do what is due."""
        self.send_anchors()
        self.back_up()

    def send_anchors(self) -> None:
        """Add the anchors that the folder outside lacks; that it failed is said once."""
        folder, session = self._program.settings.anchor_folder, self._program.session
        if not folder or session is None:
            return
        desk = session.desk

        def work() -> tuple[Path, int] | None:
            # The program does it whoever sits there: the anchor stands on every PDF as it is.
            if desk.audit.last_anchor(PROGRAM) is None:
                return None
            return desk.audit_admin.send_anchors(PROGRAM, Path(folder))

        self._program.background.read(work, _log_anchors, self._not_sent, key="anchors")

    def _not_sent(self, error: DeskError) -> None:
        self._tell(tr("The anchors were not sent outside. {error}", error=error), "trail")

    def back_up(self) -> None:
        """Make the backup of the day if it is due and wanted; that it failed is said once."""
        settings, database, session = self._program.settings, self._database, self._program.session
        if database is None or session is None or settings.backup_daily == "no":
            return

        def work(progress: Progress) -> "Backup | None":
            from app.infra.backup import back_up_daily
            from app.services.backups.phrase import wanted_phrase

            # First, so that no damaged copy ever pushes a good one out.
            session.desk.look_for_damage()
            folder = Path(settings.backup_folder) if settings.backup_folder else None
            keep = int(settings.backup_keep)
            phrase = wanted_phrase() if settings.backup_sealed == "yes" else ""
            now = self._program.context.clock.now()
            return back_up_daily(database, now, progress, folder=folder, keep=keep, phrase=phrase)

        def done(made: "Backup | None") -> Outcome:
            self._told = False
            if made is None:
                return Outcome(tr("The backup of the day was there already."))
            _log.info("The daily backup is %s.", made.path)
            return Outcome(tr("Backed up and proved: {path}", path=made.path.name), made.path)

        jobs = self._program.window.context.jobs
        jobs.start(tr("Backup of the day"), work, done, self._daily_failed, icon="database", quiet=True)

    def _daily_failed(self, error: DeskError) -> None:
        _log.info("The backup of the day was not made: %s", error)
        window = self._program.window
        if isinstance(error, Unfit):
            window.show_read_only(str(error), [(tr("Backups"), partial(window.go, Location("settings", "backups")))])
        else:
            self._tell(tr("No backup was made today. {error}", error=error), "backups")

    def _tell(self, said: str, section: str) -> None:
        window = self._program.window
        if not self._told:
            self._told = True
            show = ToastAction(tr("Settings"), partial(window.go, Location("settings", section)))
            window.context.toasts.show(said, show, icon="triangle-alert", shown_ms=_LONG_MS)

    def restore(self, backup: Path, phrase: str = "") -> None:
        """Close the desk, put the backup in its place, and open it again; what was there is kept as a backup.

        `phrase` opens a sealed one.
        """
        program = self._program
        session, database = program.session, sqlite_file(program.url)
        if session is None or database is None:
            return
        try:
            demand(session.actor, Permission.DATA_RESTORE)
        except NotAllowed as error:
            program.window.context.toasts.say_error(error)
            return
        self._put_back(database, backup, phrase)

    def _put_back(self, database: Path, backup: Path, phrase: str) -> None:
        program = self._program
        page = self._page = RestorePage(backup)
        page.left.connect(self._open_again)
        program.window.show_instead(page)
        close = program.leave_desk()

        def work() -> "Backup | None":
            from app.infra.restoring import restore

            close()
            return restore(backup, database, program.context.clock.now(), self._reached.emit, phrase)

        program.background.write(work, self._restored, page.show_problem)

    def _show_progress(self, done: int, total: int) -> None:
        if self._page is not None:
            self._page.show_progress(done, total)

    def _restored(self, safety: "Backup | None") -> None:
        if self._page is None:
            return
        name = self._page.backup.name
        self._open_again()
        kept = tr(" What the desk held before is kept in {path}.", path=safety.path.name) if safety is not None else ""
        # Said once the desk is open again: the window that is shown then is another.
        self._said = tr("The desk is as it was in {name}.{kept}", name=name, kept=kept)

    def _open_again(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            page.deleteLater()
        self._program.open(self._program.url)


def _log_anchors(sent: tuple[Path, int] | None) -> None:
    if sent is not None and sent[1]:
        _log.info("%s anchors were added to %s.", sent[1], sent[0])


class RestorePage(QWidget):
    """Stands in place of the desk while it is closed. `left` is for opening the desk as it is, where that failed."""

    left = Signal()

    def __init__(self, backup: Path) -> None:
        super().__init__()
        self.backup = backup
        self.setProperty("surface", "surface")
        self.setAccessibleName(tr("Restoring a backup"))
        self.words = Label(
            tr("Putting {backup} in the place of the desk.", backup=backup.name), tokens.READING, "text2", wrap=True
        )
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the restore"))
        self.strip = InfoStrip("", "red")
        self.strip.hide()
        self.again = Button(tr("Open the desk as it is"), kind="primary")
        self.again.clicked.connect(lambda _checked=False: self.left.emit())
        self.again.hide()
        inner = QWidget()
        inner.setFixedWidth(560)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addWidget(Label(tr("Restoring a backup"), tokens.INCIDENT_TITLE))
        for widget in (self.words, self.bar, self.strip, self.again):
            column.addWidget(widget)
        put_in_middle(self, inner)
        self.setFocusProxy(self.again)

    def show_progress(self, done: int, total: int) -> None:
        """How many pages are in place."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def show_problem(self, error: DeskError) -> None:
        """It was not restored; the desk is as it was."""
        self.bar.hide()
        self.strip.set_text(str(error), "red")
        self.strip.show()
        self.again.show()
        self.again.setFocus()
