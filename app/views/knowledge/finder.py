"""The pane at the left: what to look for, which articles, and the list of them with its empty and error states."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.knowledge import ArticleState
from app.domain.permissions import Permission, may
from app.domain.wording import tr, trn
from app.services.knowledge.dto import ArticleFilter, ArticleRow
from app.services.people.dto import Choice
from app.services.search.dto import Attempt, Kind, SearchQuery, SearchResult
from app.views.context import ViewContext
from app.views.knowledge.articles_list import ROW, ArticleList
from app.views.search.rows import notice_of
from app.views.search.unfound import Unfound
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choices import Select
from app.views.widgets.labels import Label
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import EmptyState, InfoStrip

_PAUSE_MS: Final = 120
_SHOWN: Final = {
    "all": (tr("All articles"), ArticleFilter()),
    "draft": (tr("Drafts"), ArticleFilter((ArticleState.DRAFT,))),
    "in_review": (tr("In review"), ArticleFilter((ArticleState.IN_REVIEW,))),
    "published": (tr("Published"), ArticleFilter((ArticleState.PUBLISHED,))),
    "stale": (tr("Review is due"), ArticleFilter(stale=True)),
    "mine": (tr("Mine"), ArticleFilter(mine=True)),
    "retired": (tr("Retired"), ArticleFilter((ArticleState.RETIRED,))),
}
_EXPLAINED: Final = {
    "draft": (tr("No drafts"), tr("Whatever is written and not yet sent to review stands here.")),
    "in_review": (
        tr("Nothing waits for a reader"),
        tr("What is sent to review stands here until somebody approves it."),
    ),
    "stale": (tr("Nothing is due"), tr("Articles whose day to be looked at again has come stand here.")),
    "mine": (
        tr("None of the articles is yours"),
        tr("Who owns an article looks after it. The owner is set beside the article."),
    ),
    "retired": (tr("Nothing is retired"), tr("What is no longer true is retired, and can be restored.")),
}


class Found(NamedTuple):
    """What the desk answered: the rows of the filter, and what words found among them, best first."""

    rows: tuple[ArticleRow, ...]
    hits: SearchResult | None
    categories: tuple[Choice, ...]
    services: tuple[Choice, ...]


class Finder(QWidget):
    """`moved` carries the row that is chosen, `entered` one that is to be read."""

    moved = Signal(object)
    entered = Signal(object)
    new_wanted = Signal()
    loaded = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._wanted = ""
        self.is_new_desk = False
        """Whether there is no article at all that could be shown."""
        self.setProperty("edge", "right")
        self.setFixedWidth(348)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Search knowledge"))
        self.field.setAccessibleName(tr("Search knowledge"))
        self.field.setClearButtonEnabled(True)
        self.field.setFixedHeight(Size.FILTER)
        self.which = Select(tr("Which articles"))
        for key, (label, _) in _SHOWN.items():
            self.which.addItem(label, key)
        self.category, self.service = Select(tr("Category")), Select(tr("Service"))
        for select, name in ((self.category, tr("Any category")), (self.service, tr("Any service"))):
            select.addItem(name, None)
        # The article beside it has the button in colour: what it waits for.
        self.new = Button(tr("New article"), icon="plus", keys="N", height=Size.FILTER)
        self.figures = Button(tr("Figures"), kind="link", icon="trending-up", keys="W", height=Size.BUTTON_SMALL)
        self.figures.setAccessibleName(tr("What knowledge is worth, in figures"))
        self.count = Label("", tokens.META, "text2")
        self.notice = InfoStrip("", "amber", icon="info")
        self.list = ArticleList()
        self.empty = EmptyState("book-open", tr("Reading the articles"))
        self.loading = LoadingLine()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.load)
        self._unfound = Unfound(context, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        selects = QGridLayout()
        selects.setSpacing(6)
        selects.addWidget(self.which, 0, 0)
        selects.addWidget(self.new, 0, 1)
        selects.addWidget(self.category, 1, 0)
        selects.addWidget(self.service, 1, 1)
        selects.setColumnStretch(0, 1)
        selects.setColumnStretch(1, 1)
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 14, 8)
        head.setSpacing(8)
        head.addWidget(self.field)
        head.addLayout(selects)
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.figures)
        head.addLayout(row)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.loading)
        beside = QVBoxLayout()
        beside.setContentsMargins(6, 0, 6, 4)
        beside.addWidget(self.notice)
        whole.addLayout(beside)
        whole.addWidget(self.stack, 1)
        self.notice.hide()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typed)
        self.field.editingFinished.connect(self._unfound.settle)
        self.field.returnPressed.connect(self._to_list)
        for select in (self.which, self.category, self.service):
            select.activated.connect(lambda _index: self.load())
        self.new.clicked.connect(lambda _checked=False: self.new_wanted.emit())
        self.list.moved.connect(self.moved)
        self.list.entered.connect(self.entered)
        self.list.clicked.connect(lambda index: self.moved.emit(index.data(ROW)))

    def _typed(self, _text: str) -> None:
        self._unfound.typed()
        self._timer.start()

    @property
    def filter(self) -> ArticleFilter:
        """What is chosen above the list."""
        chosen = _SHOWN[self.which.currentData()][1]
        return ArticleFilter(
            chosen.states, stale=chosen.stale, mine=chosen.mine,
            category_id=self.category.currentData(), service_id=self.service.currentData(),
        )  # fmt: skip

    def choose_which(self, key: str) -> None:
        """Show other articles: `all`, the name of a state, `stale` or `mine`."""
        self.which.setCurrentIndex(max(0, self.which.findData(key)))
        self.load()

    def load(self, choose: str = "") -> None:
        """Read the articles; `choose` is the one that is to be chosen when they are there."""
        self._timer.stop()
        self._wanted = choose or self._wanted
        desk, actor, wanted, words = self._context.desk, self._context.actor, self.filter, self.field.text().strip()
        for button in (self.new, self.figures):
            button.setVisible(may(actor, Permission.KNOWLEDGE_EDIT))
        self.loading.start()

        def read() -> Found:
            asked = SearchQuery(words, limit=100, kinds=frozenset({Kind.ARTICLE}))
            return Found(
                desk.knowledge.list(actor, wanted),
                desk.search.find(actor, asked) if words else None,
                desk.people.categories(actor),
                desk.people.services(actor),
            )

        self._context.background.read(read, self._show, self._failed, key=f"knowledge-{id(self)}")

    def chosen_id(self) -> str:
        """The article that is chosen; empty for none."""
        row = self.list.current()
        return row.id if row is not None else ""

    def _show(self, found: Found) -> None:
        self.loading.stop()
        if found.hits is not None:
            self._unfound.answered(found.hits.text, found=bool(found.hits.groups) or not found.hits.has_words)
        self._fill(self.category, found.categories)
        self._fill(self.service, found.services)
        hits = {} if found.hits is None else {hit.id: hit for group in found.hits.groups for hit in group.hits}
        rows = found.rows if found.hits is None else _among(found.rows, hits)
        chosen = self._wanted or self.chosen_id()
        self._wanted = ""
        self.list.show_rows(rows, chosen, hits)
        self.stack.setCurrentIndex(1 if rows else 0)
        self.count.setText(trn("{n} article", "{n} articles", len(rows)))
        self.notice.setVisible(found.hits is not None and found.hits.attempt is Attempt.MISSPELT and bool(rows))
        self.notice.set_text("" if found.hits is None else notice_of(found.hits), "amber")
        self.is_new_desk = not found.rows and self.filter == ArticleFilter() and found.hits is None
        if not rows:
            self._explain()
        self.loaded.emit()

    @staticmethod
    def _fill(select: Select, choices: tuple[Choice, ...]) -> None:
        chosen = select.currentData()
        if [select.itemData(place) for place in range(1, select.count())] == [choice.id for choice in choices]:
            return
        while select.count() > 1:
            select.removeItem(1)
        for choice in choices:
            select.addItem(choice.label, choice.id)
        select.setCurrentIndex(max(0, select.findData(chosen)))

    def _explain(self) -> None:
        may_write = may(self._context.actor, Permission.KNOWLEDGE_EDIT)
        key = str(self.which.currentData())
        if self.is_new_desk:
            hint = tr("Begin with a template, or resolve an incident and make an article from it.") if may_write else ""
            self.empty.set_text("book-open", tr("No articles yet"), hint)
            return
        if self.field.text().strip():
            self.empty.set_text("search", tr("Nothing was found"), tr("Try fewer words, or another choice above."))
        else:
            self.empty.set_text(
                "circle-check", *_EXPLAINED.get(key, (tr("No articles here"), tr("Choose something else above.")))
            )
        self.empty.add_button(tr("Show all"), self._show_all)

    def show_all(self) -> None:
        """Leave nothing out any more; the next reading shows all."""
        for select in (self.which, self.category, self.service):
            select.setCurrentIndex(0)
        self.field.clear()

    def _show_all(self) -> None:
        self.show_all()
        self.load()

    def _failed(self, error: DeskError) -> None:
        self.loading.stop()
        self.stack.setCurrentIndex(0)
        self.count.setText("")
        self.empty.set_text("circle-alert", tr("The articles cannot be shown"), str(error))
        self.empty.add_button(tr("Try again"), self.load, kind="primary")

    def _to_list(self) -> None:
        self._timer.stop()
        self.load()
        self.list.setFocus()


def _among(rows: tuple[ArticleRow, ...], found: Iterable[str]) -> tuple[ArticleRow, ...]:
    """The rows that words found, best first."""
    by_id = {row.id: row for row in rows}
    return tuple(by_id[article_id] for article_id in found if article_id in by_id)
