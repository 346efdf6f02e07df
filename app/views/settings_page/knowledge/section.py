"""The section "What knowledge is worth": deflection, reuse, helpfulness, and gaps to write an article about."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.wording import number, tr
from app.infra.files import write_whole
from app.services.knowledge.dto import KnowledgeFigures
from app.services.knowledge.telling import as_csv, gap_name, tell
from app.views.context import ViewContext
from app.views.knowledge.beginning import Beginning
from app.views.pages import Location
from app.views.settings_page.cards import Card
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.toolkit.where_files_go import ask_where_to_save
from app.views.widgets.buttons import Button
from app.views.widgets.choices import Select
from app.views.widgets.labels import ElidedLabel, Label

_PERIODS: Final = (7, 30, 90, 365)
_USUAL: Final = 30
_UNFOUND: Final = tr(
    "Words that were looked for at least twice, by anybody, and are in no article yet. Kept are words and how often "
    "on which day, never who looked; what has an address or four digits in a row is not kept at all."
)
_RESOLVED: Final = tr("What was resolved most often without an article, by service and category.")


class KnowledgeSection(SettingsSection):
    """Whoever writes articles reads it; the numbers of the page are those of the file and of the command line."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.frame = EditorFrame(SectionHead(tr("What knowledge is worth")))
        self.period = Select(tr("Time that is counted"), height=Size.BUTTON)
        for days in _PERIODS:
            self.period.addItem(tr("Last {days} days", days=days), days)
        self.period.setCurrentIndex(_PERIODS.index(_USUAL))
        self.period.activated.connect(lambda _index: self.refresh())
        self.export = Button(tr("Export CSV…"), icon="download", height=Size.BUTTON)
        self.export.clicked.connect(lambda _checked=False: self._ask())
        self.export.setEnabled(False)
        self.frame.head.row.addWidget(self.period)
        self.frame.head.row.addWidget(self.export)
        self.figures: KnowledgeFigures | None = None
        self.write: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def title(self) -> str:
        """The section."""
        return tr("Knowledge")

    def open(self, _argument: str) -> None:
        """Read the figures."""
        self.refresh()

    def focus_start(self) -> None:
        """The page, to be scrolled by keys."""
        self.frame.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.period, self.frame.area, *self.write[:1]]

    def refresh(self) -> None:
        """Read again."""
        knowledge, actor, days = self.context.desk.knowledge, self.context.actor, self.period.currentData()
        self.frame.loading.start()
        key = f"knowledge-figures-{id(self)}"
        self.context.background.read(lambda: knowledge.figures(actor, days), self._show, self._lost, key=key)

    def _lost(self, error: DeskError) -> None:
        self.figures = None
        self.export.setEnabled(False)
        empty = self.frame.fail(tr("The figures cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self.refresh, kind="primary")

    def _show(self, found: KnowledgeFigures) -> None:
        self.figures = found
        self.export.setEnabled(True)
        self.write = []
        if not (found.published or found.resolved or found.uses or found.unfound):
            self.frame.loading.stop()
            hint = tr(
                "It is counted from the first article and the first resolved incident on. Nothing is made up before."
            )
            self.frame.empty.set_text("book-open", tr("There is nothing to count in this time"), hint)
            self.frame.empty.add_button(tr("Go to the articles"), partial(self.context.go, Location("knowledge", "")))
            self.frame.stack.setCurrentIndex(1)
            return
        self.frame.show_page()
        while (item := self.frame.page.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for card in (self._figures_card(found), self._unfound_card(found), self._resolved_card(found)):
            self.frame.page.addWidget(card)

    def _figures_card(self, found: KnowledgeFigures) -> Card:
        since = self.context.formats.moment(found.since, found.until)
        days = (found.until - found.since).days
        card = Card(
            tr("Figures"), tr("Of the last {days} days, since {since}, over what you may see.", days=days, since=since)
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        for place, told in enumerate(tell(found)):
            row = 2 * place
            grid.setRowMinimumHeight(row + 1, 24)
            grid.addWidget(Label(told.name, tokens.UI_MEDIUM), row, 0)
            figure = Label(told.figure, tokens.UI_STRONG)
            figure.setAccessibleName(f"{told.name}: {told.figure}, {told.counted}")
            grid.addWidget(figure, row, 1)
            grid.addWidget(ElidedLabel(told.counted, tokens.UI, "text2"), row, 2)
            meaning = Label(told.meaning, tokens.META, "text3", wrap=True)
            grid.addWidget(meaning, row + 1, 1, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(2, 1)
        card.body.addLayout(grid)
        return card

    def _resolved_card(self, found: KnowledgeFigures) -> Card:
        card = Card(tr("Resolved without an article"), _RESOLVED)
        rows = [
            (
                gap_name(gap),
                tr("{resolved} resolved", resolved=number(gap.resolved)),
                Beginning("", gap.service_id or "", gap.category_id or ""),
            )
            for gap in found.gaps
        ]
        card.body.addLayout(self._gaps(rows))
        if not rows:
            card.body.addWidget(Label(tr("Nothing was resolved without an article in this time."), tokens.UI, "text2"))
        return card

    def _unfound_card(self, found: KnowledgeFigures) -> Card:
        card = Card(tr("Looked for and not found"), _UNFOUND)
        rows = [
            (each.words, tr("{searches} searches", searches=number(each.searches)), Beginning(each.words))
            for each in found.unfound
        ]
        card.body.addLayout(self._gaps(rows))
        if not rows:
            card.body.addWidget(Label(tr("Whatever was looked for more than once was found."), tokens.UI, "text2"))
        return card

    def _gaps(self, rows: list[tuple[str, str, Beginning]]) -> QGridLayout:
        """A line for each gap, with the button that begins an article about it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, (name, counted, begin) in enumerate(rows):
            grid.addWidget(ElidedLabel(name, tokens.UI), row, 0)
            grid.addWidget(Label(counted, tokens.UI, "text2"), row, 1)
            button = Button(tr("Write an article"), icon="file-plus", height=Size.BUTTON_SMALL)
            button.setAccessibleName(tr("Write an article: {name}, {counted}", name=name, counted=counted))
            button.clicked.connect(_quietly(partial(self.context.go, Location("knowledge", begin.argument))))
            self.write.append(button)
            grid.addWidget(button, row, 2)
        return grid

    def _ask(self) -> None:
        ask_where_to_save(
            self, self.context.state, tr("Export the figures"), "knowledge.csv", tr("CSV (*.csv)"), self.save
        )

    def save(self, path: Path) -> None:
        """Write the figures that are shown into a file."""
        if self.figures is None:
            return
        content = as_csv(self.figures)

        def done(_nothing: None) -> None:
            self.context.toasts.show(tr("Saved {path}", path=path.name), icon="download")

        key = f"knowledge-file-{id(self)}"
        self.context.background.read(lambda: write_whole(path, content), done, self._refused, key=key)

    def _refused(self, error: DeskError) -> None:
        self.frame.refuse(str(error))


def _quietly(run: Callable[[], object]) -> Callable[[bool], None]:
    """The same as a slot: a button says whether it is checked, which nobody asks."""

    def clicked(_checked: bool = False) -> None:
        run()

    return clicked
