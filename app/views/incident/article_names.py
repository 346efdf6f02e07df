"""`[[` in a reply or a note: completes the number or the title of an article, and puts in its name or its text."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from app.domain.knowledge import Audience
from app.domain.numbers import article_number
from app.domain.permissions import Permission, may
from app.domain.without_markup import as_plain
from app.domain.wording import quoted, tr
from app.services.knowledge.dto import ArticleDetail
from app.services.search.dto import Kind, SearchQuery
from app.views.context import ViewContext
from app.views.incident.composer import Composer
from app.views.incident.modes import NOTE
from app.views.widgets.choice_popup import Answer, ChoicePopup, Option

_SIGN: Final = "[["
_MOST: Final = 8
_KINDS: Final = frozenset({Kind.ARTICLE})


class ArticleNames(QObject):
    """Enter puts in the number and the title, Shift+Enter the text; `named` is told the article and whether its text.

    What callers may not read is not put into a reply.
    """

    def __init__(self, context: ViewContext, composer: Composer, named: Callable[[ArticleDetail, bool], None]) -> None:
        super().__init__(composer)
        self._context, self._composer, self._named = context, composer, named
        self.popup: ChoicePopup | None = None
        composer.typed.connect(self._look)

    def _look(self) -> None:
        cursor = self._composer.edit.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        is_open = self.popup is not None and self.popup.isVisible()
        if before.endswith(_SIGN) and not is_open and may(self._context.actor, Permission.KNOWLEDGE_READ):
            self._open()

    def _open(self) -> None:
        popup = ChoicePopup(
            tr("Article: Enter names it, Shift+Enter puts its text in"), self._ask, self._composer, further=True
        )
        popup.chosen.connect(lambda option: self._chosen(option, with_text=False))
        popup.chosen_further.connect(lambda option: self._chosen(option, with_text=True))
        popup.destroyed.connect(lambda _gone=None: self._closed())
        self.popup = popup
        popup.open_at(self._composer.edit)

    def _closed(self) -> None:
        self.popup = None

    def _ask(self, text: str, answer: Answer) -> None:
        desk, actor = self._context.desk, self._context.actor

        def read() -> list[Option]:
            if not text.strip():
                rows = desk.knowledge.list(actor)[:_MOST]
                return [Option(row.id, article_number(row.number), row.title) for row in rows]
            found = desk.search.find(actor, SearchQuery(text, _MOST, _KINDS))
            hits = [hit for group in found.groups for hit in group.hits]
            return [Option(hit.id, article_number(hit.number or 0), hit.title.text) for hit in hits]

        self._context.background.read(read, answer, lambda _error: answer([]), key=f"article-names-{id(self)}")

    def _chosen(self, option: Option, *, with_text: bool) -> None:
        desk, actor = self._context.desk, self._context.actor
        article_id, mode = str(option.value), self._composer.mode
        self._composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)

        def put(detail: ArticleDetail) -> None:
            if self._composer.mode == mode and self._take_sign_away():
                self._put(detail, with_text=with_text)

        self._context.background.read(
            lambda: desk.knowledge.detail(actor, article_id), put, lambda error: self._composer.say_problem(str(error))
        )

    def _take_sign_away(self) -> bool:
        """Whether what asked for it still stands before the cursor."""
        cursor = self._composer.edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(_SIGN))
        if cursor.selectedText() != _SIGN:
            return False
        cursor.removeSelectedText()
        return True

    def _put(self, detail: ArticleDetail, *, with_text: bool) -> None:
        number = article_number(detail.row.number)
        is_public = detail.row.published_version is not None and detail.row.audience is Audience.EVERYONE
        if self._composer.mode != NOTE and not is_public:
            self._composer.say_problem(
                tr("{number} is not for callers, so nothing of it goes into a reply. Write a note.", number=number)
            )
            return
        said = as_plain(detail.text.body) if with_text else f"{number} {quoted(detail.text.title)}"
        self._composer.edit.insertPlainText(said)
        self._named(detail, with_text)
