"""Finding and reading: the list, the article and the facts beside it, in three panes."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.knowledge import ArticleKind, ArticleStep
from app.domain.numbers import article_number
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.knowledge.dto import ArticleDetail, ArticleFacts, ArticleRow
from app.views.context import ViewContext
from app.views.incident.pick_lists import PickLists
from app.views.knowledge.finder import Finder
from app.views.knowledge.reading import ReadingPane
from app.views.knowledge.reason_bar import ReasonBar
from app.views.knowledge.rendering import INCIDENT_LINK, KNOWLEDGE_LINK
from app.views.knowledge.side import ArticleSide
from app.views.knowledge.steps import ArticleSteps
from app.views.pages import Location
from app.views.widgets.strips import InfoStrip

PAGE_ID: Final = "knowledge"
_SIDE_BELOW: Final = 980
"""Pixels below which the facts go, so that the text can be read."""


class Browse(QWidget):
    """`new_wanted` carries the kind of an article that somebody wants to write, None where they have not chosen."""

    new_wanted = Signal(object)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self.context = context
        self.article_id = ""
        self._version: int | None = None
        self.lists = PickLists(context)
        self.finder = Finder(context)
        self.reading = ReadingPane(context)
        self.side = ArticleSide(context, self.lists)
        self.reason = ReasonBar(context)
        self.unfinished = InfoStrip("", "blue", icon="pencil", closable=True)
        self.steps = ArticleSteps(context, lambda: self.reading.detail, self._ask_why, self.load, self.refused)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.unfinished)
        middle.addWidget(self.reading, 1)
        middle.addWidget(self.reason)
        self.unfinished.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.finder)
        row.addLayout(middle, 1)
        row.addWidget(self.side)
        self.side.hide()

    def _connect(self) -> None:
        self.finder.moved.connect(self._moved)
        self.finder.entered.connect(lambda _row: self.reading.focus_text())
        self.finder.new_wanted.connect(lambda: self.new_wanted.emit(None))
        self.finder.loaded.connect(self._listed)
        self.reading.link_wanted.connect(self._follow)
        self.side.changed.connect(self._describe)
        self.side.refused.connect(lambda text: self.context.toasts.show(text, icon="triangle-alert"))
        self.side.version_wanted.connect(self.show_version)
        self.side.incident_wanted.connect(lambda incident_id: self.context.go(Location("incident", incident_id)))
        self.side.problem_wanted.connect(lambda problem_id: self.context.go(Location("problems", problem_id)))
        self.reason.submitted.connect(self._reasoned)
        self.reason.left.connect(self._leave_reason)

    def show_article(self, article_id: str, version: int | None = None) -> None:
        """Show this article from now on; an empty id shows the first of the list."""
        self.article_id, self._version = article_id, version

    def load(self) -> None:
        """Read the list and the article anew."""
        self.finder.load(self.article_id)
        if self.article_id:
            self._read(self.article_id, self._version)

    def _listed(self) -> None:
        rows = self.finder.list.articles.rows
        if rows and not self.article_id:
            self.finder.list.choose(rows[0].id)
            self._moved(rows[0])
        elif not rows and self.finder.is_new_desk and not self.article_id:
            self._show_start()

    def _show_start(self) -> None:
        """No article is there: begin with one of the templates."""
        self.side.hide()
        if not may(self.context.actor, Permission.KNOWLEDGE_EDIT):
            self.reading.show_nothing("book-open", tr("Nothing is published for you yet"))
            return
        self.reading.show_nothing(
            "book-open",
            tr("Write down what solved something"),
            tr("A third of what a desk hears it has heard before. Begin with a template."),
        )
        for kind in ArticleKind:
            self.reading.empty.add_button(kind.label, partial(self.new_wanted.emit, kind))

    def _moved(self, row: ArticleRow) -> None:
        if row.id != self.article_id or self.reading.detail is None:
            self.show_article(row.id)
            self._read(row.id, None)

    def _read(self, article_id: str, version: int | None) -> None:
        desk, actor = self.context.desk, self.context.actor
        self.reading.loading.start()
        self.context.background.read(
            lambda: desk.knowledge.detail(actor, article_id, version),
            self._show,
            self._not_read,
            key=f"article-{id(self)}",
        )

    def _show(self, detail: ArticleDetail) -> None:
        if detail.row.id != self.article_id:
            return
        if self.reading.detail is None or self.reading.detail.row.id != detail.row.id:
            self.reason.put_away()
            self.side.forget()
        self.reading.show_detail(detail)
        self.side.show_detail(detail)
        self._fit()
        self.context.actions.refresh()

    def _not_read(self, error: DeskError) -> None:
        self.show_article("")
        self.side.hide()
        self.reading.show_nothing("circle-alert", tr("The article cannot be shown"), str(error))
        self.reading.empty.add_button(tr("Try again"), self.load)
        self.context.actions.refresh()

    def show_version(self, number: int) -> None:
        """Show another version of the article."""
        self.show_article(self.article_id, number)
        self._read(self.article_id, number)

    def step_version(self, by: int) -> None:
        """Show the version after or before the one that is shown."""
        detail = self.reading.detail
        numbers = sorted(version.number for version in detail.versions) if detail is not None else []
        if detail is not None and detail.shown_version in numbers:
            place = numbers.index(detail.shown_version) + by
            if 0 <= place < len(numbers):
                self.show_version(numbers[place])

    def compare(self) -> None:
        """Show what changed since the version before, or the text again."""
        detail = self.reading.detail
        if detail is None:
            return
        if self.reading.shows_changes:
            self.reading.show_detail(detail)
            return
        newer = detail.shown_version
        if newer == 1:
            self.context.toasts.show(tr("This is the first version."), icon="info")
            return
        desk, actor, article_id = self.context.desk, self.context.actor, detail.row.id
        self.context.background.read(
            lambda: desk.knowledge.diff(actor, article_id, newer - 1, newer),
            lambda lines: self.reading.show_changes(lines, newer - 1, newer),
            self.refused,
        )

    def copy_number(self) -> None:
        """Put the number of the article on the clipboard."""
        detail = self.reading.detail
        if detail is not None:
            number = article_number(detail.row.number)
            QGuiApplication.clipboard().setText(number)
            self.context.toasts.show(tr("{number} is copied.", number=number))

    def refused(self, error: DeskError) -> None:
        """Say why something was not done, and show what stands."""
        self.load()
        self.reading.refuse(error)

    def _describe(self, facts: ArticleFacts) -> None:
        detail = self.reading.detail
        if detail is None:
            return
        desk, actor = self.context.desk.knowledge_work, self.context.actor
        self.context.background.write(
            lambda: desk.describe(actor, detail.row.id, facts, seen=detail.edit),
            lambda _ref: self.load(),
            self.refused,
        )

    def _ask_why(self, step: ArticleStep) -> None:
        self.reason.ask(step, self.article_id)

    def _reasoned(self, step: ArticleStep, reason: str) -> None:
        # What was written is kept until the desk has it: where it is refused, it stands there to be sent again.
        article_id, key = self.article_id, self.reason.key
        self._leave_reason()
        self.steps.take(step, reason, partial(self.reason.done, key), partial(self._ask_again, step, article_id))

    def _ask_again(self, step: ArticleStep, article_id: str) -> None:
        if article_id == self.article_id and self.reason.isHidden():
            self._ask_why(step)

    def _leave_reason(self) -> None:
        self.reason.put_away()
        self.finder.list.setFocus()

    def _follow(self, address: str) -> None:
        kind, _, rest = address.partition(":")
        if kind not in {KNOWLEDGE_LINK, INCIDENT_LINK}:
            # A text could lure somebody to a page, so it is said where it leads; the browser opens it, never the desk.
            self.context.toasts.show(
                tr("Opening {address} in the browser.", address=address[:80]), icon="external-link"
            )
            QDesktopServices.openUrl(QUrl(address))
            return
        desk, actor, number = self.context.desk, self.context.actor, int(rest)

        def find() -> str | None:
            if kind == KNOWLEDGE_LINK:
                return desk.knowledge.by_number(actor, number)
            found = desk.incident.find_number(actor, number)
            return None if found is None else found.id

        def go(subject_id: str | None) -> None:
            if subject_id is None:
                self.context.toasts.show(tr("There is nothing with this number, or you may not see it."), icon="info")
            else:
                self.context.go(Location(PAGE_ID if kind == KNOWLEDGE_LINK else "incident", subject_id))

        self.context.background.read(find, go)

    def minimumSizeHint(self) -> QSize:
        """Narrower than all panes together: the facts go before the window stops shrinking."""
        return QSize(620, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short the facts go."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.side.setVisible(self.width() >= _SIDE_BELOW and self.reading.detail is not None)
