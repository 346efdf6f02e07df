"""Help with writing an article: a draft from the incident that it is made from, marked until it is checked."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from app.domain.knowledge import Audience
from app.domain.wording import tr
from app.domain.writing_help.prompts import Help
from app.views.context import ViewContext
from app.views.widgets.buttons import Button
from app.views.writing_help.marks import MarkStrip, fields_of, still_unchecked, written_of
from app.views.writing_help.sheet import Wanted, Written, open_help

if TYPE_CHECKING:
    from app.views.knowledge.editor import ArticleEditor


class ArticleHelp:
    """The button and the mark of the editor. The mark holds while the text of the model stands there unchanged."""

    def __init__(self, context: ViewContext, editor: "ArticleEditor") -> None:
        self._context, self._editor = context, editor
        self._written: Written | None = None
        self._is_offered = False
        self.mark = MarkStrip(self._accept)
        self.button = Button(tr("Draft from this incident…"), kind="ghost", icon="text-quote")
        self.button.hide()
        self.button.clicked.connect(lambda _checked=False: self.ask())
        editor.body.textChanged.connect(self.show)

    def offer(self, is_on: bool) -> None:
        """Whether the desk has help."""
        self._is_offered = is_on
        self.show()

    def why_not(self) -> str | None:
        """Why nothing can be drafted now."""
        writing = self._editor.writing
        if writing is None:
            return tr("No article is being written")
        return None if writing.incident_id else tr("The article is not made from an incident")

    def begin(self) -> None:
        """Another article is written."""
        self._written = None
        self.show()

    def show(self) -> None:
        """Say what nobody has checked, and offer what there is."""
        self.mark.show_model(self.model())
        self.button.setVisible(self._is_offered and self.why_not() is None)

    def model(self) -> str:
        """The model that wrote what stands in the text and nobody has checked; empty where there is none."""
        return still_unchecked(self._editor.body.toPlainText(), self._written)

    def fields(self) -> dict[str, str]:
        """What is kept with the draft."""
        return fields_of(self._written)

    def restore(self, fields: Mapping[str, str]) -> None:
        """What was kept with the draft."""
        self._written = written_of(fields)
        self.show()

    def ask(self) -> None:
        """Show what would be sent."""
        writing = self._editor.writing
        if writing is None or self.why_not() is not None:
            return
        desk, actor, incident_id, article_id = (
            self._context.desk, self._context.actor, writing.incident_id, writing.article_id,
        )  # fmt: skip
        everyone = self._editor.text().audience is Audience.EVERYONE

        def insert(written: Written) -> str:
            now = self._editor.writing
            if now is None or now.article_id != article_id or not self._editor.isVisible():
                return tr("Open the article again to insert it.")
            self._insert(written)
            return ""

        open_help(
            self._context,
            Wanted(
                Help.ARTICLE,
                tr("Draft an article for everyone") if everyone else tr("Draft an internal article"),
                incident_id,
                lambda: desk.writing_help.about_incident(actor, incident_id, Help.ARTICLE, everyone=everyone),
                insert,
                tr("Insert into the article"),
            ),
        )

    def _insert(self, written: Written) -> None:
        editor = self._editor
        self._written = written
        cursor = editor.body.textCursor()
        if editor.writing is not None and editor.body.toPlainText() == editor.writing.text.body:
            # What stands there was put together by the program: the draft takes its place, and Ctrl+Z brings it back.
            cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(written.text)
        editor.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        self._written = None
        # As if it had been typed: the draft is kept without the mark.
        self._editor.body.textChanged.emit()
        self._editor.body.setFocus(Qt.FocusReason.OtherFocusReason)
