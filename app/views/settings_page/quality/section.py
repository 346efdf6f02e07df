"""The section "How good are the suggestions": hit rates, calibration, what people did, and the versions."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.errors import DeskError
from app.domain.field_names import field_name
from app.domain.suggestion import Figure, Judged, calibration, figures_of
from app.domain.wording import inside, number, tr
from app.infra.files import write_whole
from app.services.catalogue.dto import PastChange
from app.services.suggestions.dto import FILLING, LEAST, Filled, Standing, Version
from app.views.context import ViewContext
from app.views.long_jobs.jobs import Job, JobState
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.story import HistoryCard
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.quality.filling_card import FillingCard
from app.views.settings_page.quality.wording import HEAD, as_csv, calibration_line, cells, version_line
from app.views.settings_page.section import SettingsSection
from app.views.taking_back import undo_of
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.toolkit.where_files_go import ask_where_to_save
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label

_HITS: Final = tr(
    "Of suggestions that people saw, judged by what the incident ended with. Only what was shown before it was "
    "resolved counts, so nothing is judged that the desk could have learned from."
)
_SURE: Final = tr("Where suggestions say 70 %, seven of ten should be right.")
_VERSIONS: Final = tr(
    "The newest holds. What is learned anew is tried on incidents it has not seen, and kept only where it is no "
    "worse. Going back makes an older version hold again; nothing is lost."
)
_MOST_MONTHS: Final = 12


class _Known(NamedTuple):
    judged: list[Judged]
    versions: tuple[Version, ...]
    standing: Standing
    thresholds: Mapping[str, float]
    filled: tuple[Filled, ...]
    history: tuple[PastChange, ...]


class QualitySection(SettingsSection):
    """Supervisors read it; the numbers of the page are those of the file."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.frame = EditorFrame(SectionHead(tr("How good are the suggestions")))
        self.export = Button(tr("Export CSV…"), icon="download", height=Size.BUTTON)
        self.export.clicked.connect(lambda _checked=False: self._ask())
        self.frame.head.row.addWidget(self.export)
        self.figures: tuple[Figure, ...] = ()
        self.back: list[Button] = []
        self.filling: FillingCard | None = None
        self.learn = Button(tr("Learn now"), icon="refresh-cw", height=Size.BUTTON)
        self.learn.clicked.connect(lambda _checked=False: self.learn_now())
        self.frame.head.row.addWidget(self.learn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def title(self) -> str:
        """The section."""
        return tr("Suggestions")

    def open(self, _argument: str) -> None:
        """Read the figures."""
        self.refresh()

    def focus_start(self) -> None:
        """The page, to be scrolled by keys."""
        self.frame.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.learn, self.export, self.frame.area]

    def refresh(self) -> None:
        """Read again."""
        desk, actor = self.context.desk, self.context.actor
        suggestions = desk.suggestions

        def read() -> _Known:
            return _Known(
                suggestions.judged(actor),
                suggestions.versions(actor),
                suggestions.standing(actor),
                suggestions.filling(actor),
                suggestions.filled(actor),
                desk.settings.history(actor, [FILLING]),
            )

        self.frame.loading.start()
        self.context.background.read(read, self._show, self._lost, key=f"quality-{id(self)}")

    def _lost(self, error: DeskError) -> None:
        self.export.setEnabled(False)
        empty = self.frame.fail(tr("The figures cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self.refresh, kind="primary")

    def _show(self, known: _Known) -> None:
        self.figures = figures_of(known.judged)
        self.export.setEnabled(bool(known.judged))
        self.learn.setEnabled(known.standing.resolved >= LEAST)
        if not known.versions and not known.judged:
            self.frame.loading.stop()
            hint = tr("It learns by itself from {least} resolved incidents on. Nothing is made up before.", least=LEAST)
            self.frame.empty.set_text("trending-up", known.standing.sentence(), hint)
            self.frame.stack.setCurrentIndex(1)
            return
        self.frame.show_page()
        while (item := self.frame.page.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.filling = FillingCard(known.thresholds, known.filled)
        self.filling.changed.connect(partial(self._fill, known.thresholds))
        story = HistoryCard(self.context)
        story.show_changes(known.history)
        cards = (*self._hit_cards(), self._sure_card(known.judged), self.filling, self._versions_card(known), story)
        for card in cards:
            self.frame.page.addWidget(card)

    def _hit_cards(self) -> list[Card]:
        by_field = [each for each in self.figures if not each.month]
        by_month = [each for each in self.figures if each.month and not each.field][:_MOST_MONTHS]
        fields, months = (
            Card(tr("By field"), _HITS),
            Card(tr("Over time"), tr("By the month in which they were shown, in UTC.")),
        )
        if not by_month:
            fields.body.addWidget(
                Label(tr("Nobody has saved an incident beside a suggestion yet."), tokens.UI, "text2")
            )
            return [fields]
        names = [tr("All fields") if not each.field else field_name(each.field) for each in by_field]
        fields.body.addWidget(_table(names, by_field))
        months.body.addWidget(_table([each.month for each in by_month], by_month))
        return [fields, months]

    def _sure_card(self, judged: list[Judged]) -> Card:
        card = Card(tr("Can its confidence be believed"), _SURE)
        bins = calibration(judged)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for row, told in enumerate(bins):
            said, came, counted = calibration_line(told)
            grid.addWidget(Label(said, tokens.UI, wrap=True), row, 0)
            grid.addWidget(Label(came, tokens.UI_STRONG), row, 1)
            grid.addWidget(Label(counted, tokens.META, "text2"), row, 2)
        grid.setColumnStretch(3, 1)
        card.body.addLayout(grid)
        if not bins:
            card.body.addWidget(
                Label(tr("No incident with a suggestion was resolved yet."), tokens.UI, "text2", wrap=True)
            )
        return card

    def _versions_card(self, known: _Known) -> Card:
        card = Card(tr("Versions"), _VERSIONS)
        card.note.setText(known.standing.sentence())
        self.back = []
        for place, version in enumerate(known.versions):
            card.body.addLayout(self._version_row(version, holds=place == 0))
        return card

    def _version_row(self, version: Version, *, holds: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        moment = self.context.formats.moment(version.learned_at, self.context.clock.now())
        about = tr("{moment}, from {incidents} incidents", moment=moment, incidents=number(version.incidents))
        if version.has_stayed:
            about = tr(
                "{moment}, learned anew and worse: version {copy_of} stays", moment=moment, copy_of=version.copy_of
            )
        elif version.copy_of is not None:
            about = tr("{moment}, went back to version {copy_of}", moment=moment, copy_of=version.copy_of)
        name = Label(tr("Version {number}", number=version.number), tokens.UI_STRONG)
        name.setMinimumWidth(84)
        row.addWidget(name)
        row.addWidget(Label(about, tokens.UI, "text2"))
        tried = tr("First right on unseen incidents: {version_line}", version_line=version_line(version.figures))
        row.addWidget(ElidedLabel(tried, tokens.META, "text2"), 1)
        if holds:
            row.addWidget(Label(tr("Holds"), tokens.META_STRONG, "green"))
        else:
            button = Button(tr("Go back to it"), height=Size.BUTTON_SMALL)
            button.setAccessibleName(tr("Go back to version {number}", number=version.number))
            button.clicked.connect(partial(self.go_back, version.number))
            self.back.append(button)
            row.addWidget(button)
        return row

    def learn_now(self) -> None:
        """Have the desk learn in a program beside this one; how far it is stands among the long jobs."""
        learner = self.context.learner
        job = None if learner is None else learner.learn(now=True)
        if learner is None:
            self.frame.refuse(tr("The desk is still being opened. Try again in a moment."))
        if job is not None:
            job.over = partial(self._learned, job)
            self.context.toasts.show(tr("The desk learns. How far it is stands below, where it can be canceled."))

    def _learned(self, job: Job) -> None:
        if not isValid(self):
            return
        self.refresh()
        if job.state is JobState.FAILED:
            self.frame.refuse(job.outcome.said)
        else:
            self.context.toasts.show(job.outcome.said, icon="trending-up")

    def _fill(self, before: Mapping[str, float], field: str, least: float) -> None:
        wanted = {name: share for name, share in {**before, field: least}.items() if share}
        self._keep_rule(wanted, before)

    def _keep_rule(self, wanted: Mapping[str, float], before: Mapping[str, float] | None) -> None:
        """Keep the rule; with what was there before it can be taken back."""
        desk, actor = self.context.desk, self.context.actor

        def done(_nothing: None) -> None:
            said = tr("Saved")
            undo = [] if before is None else [undo_of(self.context, said, partial(self._keep_rule, before, None))]
            self.context.toasts.show(said, *undo)
            self.refresh()

        self.context.background.write(partial(desk.suggestion_work.set_filling, actor, wanted), done, self._refused)

    def go_back(self, number: int, _checked: bool = False) -> None:
        """Have an older version hold again."""
        desk, actor = self.context.desk, self.context.actor

        def done(made: int) -> None:
            self.context.toasts.show(
                tr("Version {made} holds now; it is version {number} again", made=made, number=number), icon="history"
            )
            self.refresh()

        work, refused = partial(desk.suggestion_work.go_back, actor, number), self._refused
        self.context.background.write(work, done, refused)

    def _refused(self, error: DeskError) -> None:
        self.frame.refuse(str(error))

    def _ask(self) -> None:
        ask_where_to_save(
            self, self.context.state, tr("Export the figures"), "suggestions.csv", tr("CSV (*.csv)"), self.save
        )

    def save(self, path: Path) -> None:
        """Write the figures that are shown into a file."""
        content = as_csv(self.figures)

        def done(_nothing: None) -> None:
            self.context.toasts.show(tr("Saved {path}", path=path.name), icon="download")

        self.context.background.read(
            lambda: write_whole(path, content), done, self._refused, key=f"quality-file-{id(self)}"
        )


def _table(names: list[str], figures: list[Figure]) -> QWidget:
    """A line for each name: each figure with its count under it."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 2)
    for column, head in enumerate(HEAD, 1):
        grid.addWidget(Label(head, tokens.META, "text3", wrap=True), 0, column)
        grid.setColumnStretch(column, 1)
    for place, (name, each) in enumerate(zip(names, figures, strict=True)):
        row = 1 + 2 * place
        grid.setRowMinimumHeight(row + 1, 24)
        grid.addWidget(Label(name, tokens.UI_MEDIUM, wrap=True), row, 0)
        shown = Label(tr("{shown} shown", shown=number(each.quality.shown)), tokens.META, "text3")
        grid.addWidget(shown, row + 1, 0, Qt.AlignmentFlag.AlignTop)
        for column, (figure, counted) in enumerate(cells(each.quality), 1):
            told = Label(figure, tokens.UI_STRONG)
            told.setAccessibleName(f"{name}, {inside(HEAD[column - 1])}: {figure}, {counted}")
            grid.addWidget(told, row, column)
            grid.addWidget(Label(counted, tokens.META, "text3"), row + 1, column, Qt.AlignmentFlag.AlignTop)
    return holder
