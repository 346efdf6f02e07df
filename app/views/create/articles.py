"""Beside a new incident: articles that may answer the call before it is logged."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.knowledge import ArticleKind, ArticleUse
from app.domain.numbers import article_number
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.knowledge.dto import SuggestedArticle
from app.views.context import ViewContext
from app.views.problems.looks import state_name
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Symbol
from app.views.widgets.spans import isolated

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

RESOLVE_KEY, LINK_KEY = "Alt+2", "Alt+7"
_LINK: Final = "article:"
"""Before the id of an article: the new incident is linked to it, and stays open."""
_SHOWN: Final = 2
"""More have no room beside what the caller has open and what sounds the same."""


class ArticleCards(QWidget):
    """`open_wanted` carries an article's id, `answered` how the call is to be answered by one."""

    open_wanted = Signal(str)
    answered = Signal(str)
    changed = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.shown: tuple[SuggestedArticle, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._body = QWidget(self)
        self._column.addWidget(self._body)

    def resolve_first(self) -> None:
        """Answer the call with the first article, if there is one."""
        if self.shown and self._can_work:
            self._resolve(self.shown[0])

    def link_first(self) -> None:
        """Log the call with the first article linked, if there is one."""
        if self.shown and self._can_work:
            self._link(self.shown[0])

    @property
    def _can_work(self) -> bool:
        return may(self._context.actor, Permission.INCIDENT_WORK)

    def show_found(self, found: tuple[SuggestedArticle, ...]) -> None:
        """Show the articles that may answer the call, the first two of these."""
        found = found[:_SHOWN]
        if found == self.shown:
            return
        self.shown = found
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if found:
            head = QHBoxLayout()
            head.setSpacing(7)
            head.addWidget(Symbol("book-open", tr("Knowledge")))
            head.addWidget(Label(tr("Maybe answered already"), tokens.UI_STRONG), 1)
            column.addLayout(head)
        for place, each in enumerate(found):
            column.addWidget(self._card(each, is_first=place == 0))
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self.changed.emit()

    def _card(self, each: SuggestedArticle, *, is_first: bool) -> QFrame:
        card = QFrame()
        card.setProperty("card", "true")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 9, 8, 9)
        column.setSpacing(3)
        number = article_number(each.number)
        top = QHBoxLayout()
        top.setSpacing(7)
        top.addWidget(Label(number, tokens.UI_STRONG, "accent"))
        about = " · ".join(filter(None, (_known(each), tr("review due") if each.is_stale else "")))
        top.addWidget(ElidedLabel(about, tokens.META, "amber"), 1)
        opener = Button(tr("Open"), kind="ghost", height=Size.TARGET_LEAST)
        opener.setAccessibleName(tr("Open {number}", number=number))
        opener.clicked.connect(lambda _checked=False: self.open_wanted.emit(each.id))
        top.addWidget(opener)
        column.addLayout(top)
        column.addWidget(ElidedLabel(isolated(each.title), tokens.UI_MEDIUM))
        foot = QHBoxLayout()
        foot.addWidget(ElidedLabel(isolated(each.summary or each.why), tokens.META, "text2"), 1)
        column.addLayout(foot)
        if self._can_work:
            keys = RESOLVE_KEY if is_first else ""
            resolve = Button(tr("Resolve now with it"), kind="ghost", keys=keys, height=Size.TARGET_LEAST)
            resolve.setAccessibleName(tr("Create the incident and resolve it with {number}", number=number))
            resolve.clicked.connect(partial(self._resolve, each))
            column.addWidget(resolve)
            link = Button(tr("Log with it linked"), kind="ghost", keys=LINK_KEY * is_first, height=Size.TARGET_LEAST)
            link.setAccessibleName(tr("Create the incident with {number} linked", number=number))
            link.clicked.connect(partial(self._link, each))
            column.addWidget(link)
        return card

    def _resolve(self, each: SuggestedArticle, _checked: bool = False) -> None:
        self.answered.emit(each.id)

    def _link(self, each: SuggestedArticle, _checked: bool = False) -> None:
        self.answered.emit(f"{_LINK}{each.id}")


def answer_by_article(desk: "Desk", actor: "Actor", answer: str, incident_id: str) -> None:
    """Link the new incident to the article, or resolve it with it.

    The use has the id of the incident, so that a second attempt counts it once.
    """
    if answer.startswith(_LINK):
        article_id = answer.removeprefix(_LINK)
        desk.knowledge_work.use(actor, incident_id, article_id, ArticleUse.LINKED, incident_id)
    else:
        desk.knowledge_work.resolve_with(actor, incident_id, answer, incident_id)


def _known(each: SuggestedArticle) -> str:
    if each.problem is not None:
        return tr("{number}: {state}", number=each.problem.shown_number, state=state_name(each.problem.state))
    return tr("Known error") if each.kind is ArticleKind.KNOWN_ERROR else ""
