"""The section of backups of a desk in a file: the last one, the schedule, and putting one back after looking at it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.errors import DeskError
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.infra.backup import Backup
from app.infra.restoring import PhraseWanted
from app.infra.sealing import WrongPhrase
from app.services.backups.compare import Opened
from app.views.context import ViewContext
from app.views.long_jobs.jobs import Outcome
from app.views.settings_page.backups.phrase_card import PhraseAsk, PhraseCard
from app.views.settings_page.backups.wording import entry_of, last_words
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.rows import EntryList
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.toolkit import tokens
from app.views.toolkit.kept_clear import keep_clear
from app.views.toolkit.tokens import Size
from app.views.toolkit.where_files_go import ask_for_file, ask_for_folder
from app.views.widgets.buttons import Button
from app.views.widgets.choices import CheckBox, Select
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.strips import InfoStrip

KEPT: Final = (7, 14, 30, 90)
_ON_A_SERVER: Final = tr(
    "This desk is a PostgreSQL database that the team shares. Its administrator backs it up with pg_dump -Fc, or "
    "with the continuous archive of the server, and restores it with pg_restore. Afterwards main.py audit verify "
    "with an anchor that was kept outside tells whether all of it came back."
)
_OPEN_TO_ALL: Final = tr(
    "A copy holds everything the desk holds, and whoever has the file can read it: keep it where only you can. A "
    "copy on the same disk does not survive the disk."
)


class BackupsSection(SettingsSection):
    """Making is a long job; restoring closes the desk, which the window does."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.on_server = context.desk.link is not None
        self.may_make = may(context.actor, Permission.DATA_BACKUP)
        self.may_restore = may(context.actor, Permission.DATA_RESTORE)
        self.frame = EditorFrame(SectionHead(tr("Backups")))
        self.last = InfoStrip("", "blue", icon="database")
        self.make = Button(tr("Back up now"), kind="primary", icon="database", height=Size.BUTTON_PAGE)
        self.elsewhere = Button(tr("To another folder…"), height=Size.BUTTON_PAGE)
        self.daily = CheckBox(tr("Once a day by itself, while the desk is open"))
        self.kept = Select(tr("How many daily backups are kept"))
        self.folder = ElidedLabel("", tokens.UI_MEDIUM)
        self.choose = Button(tr("Choose…"), height=Size.BUTTON_SMALL)
        self.beside = Button(tr("Beside the desk"), kind="ghost", height=Size.BUTTON_SMALL)
        self.list = EntryList(tr("Backups, newest first"))
        self.none = Label(tr("None yet."), tokens.UI, "text3")
        self.from_file = Button(tr("Look at a backup elsewhere…"), height=Size.BUTTON_SMALL)
        self.compared = Card(tr("Before it is restored"))
        self.words = Label("", tokens.UI, wrap=True, selectable=True)
        keep_clear(self.words)
        self.restore = Button(tr("Restore this backup"), kind="danger", height=Size.BUTTON_PAGE)
        self.keep = Button(tr("Keep the desk as it is"), height=Size.BUTTON_PAGE)
        self._chosen: Path | None = None
        self._phrase = ""
        self.encryption, self.ask = PhraseCard(context), PhraseAsk()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        if self.on_server:
            card = Card(tr("On the server"))
            card.body.addWidget(Label(_ON_A_SERVER, tokens.UI, wrap=True, selectable=True))
            self.frame.page.addWidget(card)
            return
        cards = (self._last_card(), self._schedule_card(), self.encryption, self._list_card(), self._compared_card())
        for card in cards:
            self.frame.page.addWidget(card)

    def _last_card(self) -> Card:
        card = Card(tr("Last backup"), _OPEN_TO_ALL)
        card.body.addWidget(self.last)
        card.body.addLayout(_row(self.make, self.elsewhere))
        for button in (self.make, self.elsewhere):
            button.setEnabled(self.may_make)
        return card

    def _schedule_card(self) -> Card:
        card = Card(
            tr("By itself"),
            tr("Each copy is checked whole before it gets its name. These are settings of this computer."),
        )
        for count in KEPT:
            self.kept.addItem(tr("The last {count} days", count=count), count)
        keep = FlowLayout(8)
        keep.addWidget(Label(tr("Kept are"), tokens.UI_MEDIUM, "text2"))
        keep.addWidget(self.kept)
        rest = tr("and 4 weekly and 12 monthly ones. Others stay until somebody deletes them.")
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(Label(tr("In"), tokens.UI_MEDIUM, "text2"))
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose)
        place.addWidget(self.beside)
        card.body.addWidget(self.daily, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addLayout(keep)
        card.body.addWidget(Label(rest, tokens.UI, "text2", wrap=True))
        card.body.addLayout(place)
        return card

    def _list_card(self) -> Card:
        card = Card(
            tr("Backups there are"), tr("Enter or a click proves one byte by byte and compares it with the desk.")
        )
        card.body.addWidget(self.list)
        card.body.addWidget(self.none)
        card.body.addWidget(self.from_file, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _compared_card(self) -> Card:
        self.compared.body.addWidget(self.words)
        self.compared.body.addWidget(self.ask)
        self.compared.body.addLayout(_row(self.restore, self.keep))
        self.compared.hide()
        return self.compared

    def _connect(self) -> None:
        self.make.clicked.connect(lambda _checked=False: self.back_up(self._folder()))
        self.elsewhere.clicked.connect(lambda _checked=False: self._ask_folder(tr("Back up to"), self.back_up))
        self.daily.toggled.connect(lambda daily: self._keep_own(backup_daily="yes" if daily else "no"))
        self.kept.activated.connect(lambda _index: self._keep_own(backup_keep=str(self.kept.currentData())))
        self.choose.clicked.connect(
            lambda _checked=False: self._ask_folder(tr("Daily backups go to"), self._use_folder)
        )
        self.beside.clicked.connect(lambda _checked=False: self._keep_own(backup_folder=""))
        self.list.opened.connect(lambda path: self.look_at(Path(path)))
        self.from_file.clicked.connect(lambda _checked=False: self._ask_file())
        self.restore.clicked.connect(lambda _checked=False: self._restore())
        self.keep.clicked.connect(lambda _checked=False: self._keep_desk())
        self.ask.given.connect(self._open_with)

    # Where it is

    def title(self) -> str:
        """The section."""
        return tr("Backups")

    def open(self, _argument: str) -> None:
        """Read the folder."""
        self.refresh()

    def focus_start(self) -> None:
        """The button, or the list."""
        (self.make if self.make.isEnabled() and not self.on_server else self.frame).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.frame] if self.on_server else [self.make, self.daily, self.list]

    def refresh(self) -> None:
        """Read again."""
        if self.on_server:
            self.frame.show_page()
            return
        own = self.context.own()
        self.daily.blockSignals(True)
        self.daily.setChecked(own.backup_daily != "no")
        self.daily.blockSignals(False)
        self.kept.setCurrentIndex(max(0, self.kept.findData(int(own.backup_keep))))
        self.beside.setEnabled(bool(own.backup_folder))
        self.encryption.refresh()
        desk, actor, folder = self.context.desk, self.context.actor, self._folder()
        self.folder.set_text(own.backup_folder or tr("the folder backups beside the desk"))
        self.frame.loading.start()
        self.context.background.read(
            lambda: desk.backups.all(actor, folder), self._show, self._lost, key=f"backups-{id(self)}"
        )

    def _folder(self) -> Path | None:
        own = self.context.own().backup_folder
        return Path(own) if own else None

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("The backups cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self.refresh, kind="primary")

    def _show(self, backups: tuple[Backup, ...]) -> None:
        self.frame.show_page()
        said, tone = last_words(self.context, backups)
        self.last.set_text(said, tone)
        self.list.show_entries([entry_of(self.context, backup) for backup in backups])
        self.list.setFixedHeight(56 * max(1, min(6, len(backups))) + 4)
        self.list.setVisible(bool(backups))
        self.none.setVisible(not backups)

    # Making

    def back_up(self, folder: Path | None) -> None:
        """Make a backup now."""
        desk, actor = self.context.desk, self.context.actor
        self.make.setEnabled(False)

        def done(made: Backup) -> Outcome:
            if isValid(self):
                self.refresh()
            return Outcome(tr("Backed up and proved: {path}", path=made.path.name), made.path)

        self.context.jobs.start(
            tr("Backup"),
            partial(desk.backups.make, actor, folder, sealed=self.encryption.is_on),
            done,
            lambda error: self.frame.refuse(str(error)),
            icon="database",
            over=partial(self.make.setEnabled, True),
        )

    def _keep_own(self, **values: str) -> None:
        self.context.keep_own(self.context.own()._replace(**values))
        self.refresh()

    def _use_folder(self, folder: Path) -> None:
        self._keep_own(backup_folder=str(folder))

    def _ask_folder(self, title: str, use: Callable[[Path], None]) -> None:
        ask_for_folder(self, self.context.state, title, use)

    def _ask_file(self) -> None:
        kinds = tr("Backups (*.sqlite *.sealed)")
        ask_for_file(self, self.context.state, tr("A backup of a desk"), kinds, self.look_at)

    # Restoring

    def look_at(self, backup: Path, phrase: str = "") -> None:
        """Prove a backup and show what restoring it would mean; of a sealed one the pass phrase is asked for."""
        desk, actor = self.context.desk, self.context.actor
        self.frame.loading.start()
        self.context.background.read(
            lambda: desk.backups.compare(actor, backup, phrase),
            partial(self._show_compared, backup),
            partial(self._not_proved, backup),
            key=f"compare-{id(self)}",
        )

    def _open_with(self, phrase: str) -> None:
        if self._chosen is not None:
            self.look_at(self._chosen, phrase)

    def _not_proved(self, backup: Path, error: DeskError) -> None:
        self.frame.loading.stop()
        if isinstance(error, PhraseWanted | WrongPhrase):
            self._choose(backup, str(error) if isinstance(error, PhraseWanted) else "")
            self.restore.hide()
            self.ask.ask(str(error) if isinstance(error, WrongPhrase) else "")
            return
        self.compared.hide()
        self.frame.refuse(str(error))

    def _choose(self, backup: Path, said: str) -> None:
        self.frame.say("")
        self._chosen = backup
        self.words.setText(said)
        self.words.setVisible(bool(said))
        self.compared.note.setText(backup.name)
        self.compared.show()
        self.frame.go_to(self.compared)

    def _show_compared(self, backup: Path, found: Opened) -> None:
        self.frame.loading.stop()
        self._phrase = found.phrase
        safety = tr("The desk as it is now is kept as a backup of its own before anything is changed.")
        self._choose(backup, "\n".join([*found.compared.sentences(self.context.formats.full), safety]))
        self.ask.hide()
        self.restore.show()
        self.keep.setFocus()

    def _keep_desk(self) -> None:
        self._chosen, self._phrase = None, ""
        self.compared.hide()
        self.list.setFocus()

    def _restore(self) -> None:
        if self._chosen is not None and self.may_restore:
            self.context.restore_desk(self._chosen, self._phrase)


def _row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
