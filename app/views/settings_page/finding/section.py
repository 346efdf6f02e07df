"""The section of the search: the languages whose words it knows, and the index by which it finds."""

from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.errors import DeskError
from app.domain.events import Event, MuchChanged, ReferenceDataChanged
from app.domain.imports import Progress
from app.domain.permissions import Permission, may
from app.domain.search.forms import Language, languages_of
from app.domain.wording import tr, trn
from app.services.catalogue.dto import PastChange
from app.services.getting_on import telling
from app.views.context import ViewContext
from app.views.long_jobs.jobs import Job, JobState, Outcome
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.story import HistoryCard
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.taking_back import undo_of
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choices import CheckBox
from app.views.widgets.labels import Label
from app.views.widgets.strips import InfoStrip

_KEY: Final = "search_languages"
_NONE: Final = "none"


class _Known(NamedTuple):
    languages: tuple[Language, ...]
    history: tuple[PastChange, ...]


class SearchSection(SettingsSection):
    """A language is ticked or not, which is saved at once; the index is made anew beside all other work."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._known: _Known | None = None
        self._job: Job | None = None
        self.frame = EditorFrame(SectionHead(tr("Search")))
        self.boxes = {language: CheckBox(name) for language, name in _names().items()}
        self.note = Label("", tokens.META, "text3", wrap=True)
        self.renew = Button(tr("Make the index anew"), icon="refresh-cw", height=Size.BUTTON_PAGE)
        self.stop = Button(tr("Cancel"), kind="ghost", height=Size.BUTTON_PAGE)
        self.far = Label("", tokens.UI, "text2")
        self.result = InfoStrip("", "green")
        self.history = HistoryCard(context)
        self._lay_out()
        for box in self.boxes.values():
            box.clicked.connect(lambda _checked=False: self._picked())
        self.renew.clicked.connect(lambda _checked=False: self.make_anew())
        self.stop.clicked.connect(lambda _checked=False: self._stop())
        context.jobs.changed.connect(self._tell_how_far)

    def _lay_out(self) -> None:
        languages = Card(
            tr("Languages"),
            tr(
                "“printing” then finds “printed” too, and “Häuser” finds “Haus”. It holds at once, for every search and"
                " on every computer: words are stored as they are, so a change of languages needs no new index."
            ),
        )
        for box in self.boxes.values():
            languages.body.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        languages.body.addWidget(self.note)
        index = Card(
            tr("Index"),
            tr(
                "It is kept with every save and needs no care. Should a search ever miss what is there, such as after"
                " a disk was mended, it is made anew from the texts; until that is done, searches go by the old one."
            ),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.renew, self.stop, self.far):
            row.addWidget(widget)
        row.addStretch(1)
        index.body.addLayout(row)
        index.body.addWidget(self.result)
        self.stop.hide()
        self.result.hide()
        for card in (languages, index, self.history):
            self.frame.page.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def title(self) -> str:
        """The section."""
        return tr("Search")

    def open(self, _argument: str) -> None:
        """Read the languages."""
        self.refresh()

    def focus_start(self) -> None:
        """The first language, or what can be read."""
        first = next(iter(self.boxes.values()))
        (first if first.isEnabled() else self.frame.area).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [next(iter(self.boxes.values())), self.renew]

    def hear(self, event: Event) -> None:
        """Settings changed."""
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self.refresh()

    def refresh(self) -> None:
        """Read again."""
        desk, actor = self.context.desk, self.context.actor
        self.frame.loading.start()

        def work() -> _Known:
            return _Known(languages_of(desk.settings.text(actor, _KEY)), desk.settings.history(actor, (_KEY,)))

        self.context.background.read(work, self._show, self._lost, key=f"search-settings-{id(self)}")

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("The settings of the search cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self.refresh, kind="primary")

    def _show(self, known: _Known) -> None:
        self._known = known
        self.frame.show_page()
        may_edit = may(self.context.actor, Permission.SETTINGS_EDIT)
        for language, box in self.boxes.items():
            box.setChecked(language in known.languages)
            box.setEnabled(may_edit)
        self.renew.setEnabled(may(self.context.actor, Permission.AUDIT_VERIFY) and not self._is_at_work())
        none = tr("Without a language only the words themselves are found, and their beginnings while you type.")
        self.note.setText(none)
        self.note.setVisible(not known.languages)
        self.history.show_changes(known.history)
        if not may_edit:
            self.frame.say(tr("You may read these settings; administrators change them."))

    # Languages

    def _picked(self) -> None:
        ticked = tuple(language for language, box in self.boxes.items() if box.isChecked())
        if self._known is not None and ticked != self._known.languages:
            self._save(ticked, self._known.languages)

    def _save(self, languages: tuple[Language, ...], before: tuple[Language, ...] | None) -> None:
        admin, actor = self.context.desk.settings_admin, self.context.actor
        stored = " ".join(languages) or _NONE

        def done(_result: None) -> None:
            self.frame.say("")
            if before is None:
                self.context.toasts.show(tr("Languages of the search: undone"))
            else:
                said = tr("Languages of the search are saved")
                self.context.toasts.show(said, undo_of(self.context, said, partial(self._save, before, None)))
            self.refresh()

        self.context.background.write(lambda: admin.set_text(actor, _KEY, stored), done, self._refused)

    def _refused(self, error: DeskError) -> None:
        self.frame.refuse(str(error))
        if self._known is not None:
            self._show(self._known)

    # Index

    def _is_at_work(self) -> bool:
        return self._job is not None and not self._job.state.is_over

    def make_anew(self) -> None:
        """Index every text anew; stopped, the old index stays."""
        if self._is_at_work():
            return
        admin, actor = self.context.desk.search_admin, self.context.actor
        self.result.hide()

        def work(progress: Progress) -> int:
            with telling(progress):
                return admin.rebuild(actor)

        name = tr("Make the index of the search anew")
        # A file takes one writer at a time, so saves of this window wait; on a server they go on meanwhile.
        waits = self.context.desk.link is None
        self._job = self.context.jobs.start(name, work, self._made, self._refused, icon="refresh-cw", writes=waits)
        self._tell_how_far()

    def _made(self, rows: int) -> Outcome:
        said = trn("The index was made anew from {n} text.", "The index was made anew from {n} texts.", rows)
        if isValid(self):
            self.result.set_text(said, "green")
            self.result.show()
        return Outcome(said)

    def _stop(self) -> None:
        if self._job is not None:
            self.context.jobs.stop(self._job)

    def _tell_how_far(self) -> None:
        job, at_work = self._job, self._is_at_work()
        self.renew.setEnabled(may(self.context.actor, Permission.AUDIT_VERIFY) and not at_work)
        self.stop.setVisible(at_work)
        self.stop.setEnabled(job is not None and job.state is not JobState.STOPPING)
        self.far.setText(job.words() if job is not None and at_work else "")
        if job is not None and job.state is JobState.STOPPED:
            self.result.set_text(tr("Stopped. The index is as it was."), "blue")
            self.result.show()
            self._job = None


def _names() -> dict[Language, str]:
    return {Language.ENGLISH: tr("English"), Language.GERMAN: tr("German")}
