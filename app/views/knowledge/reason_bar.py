"""The reason that sending back and retiring ask for, inline below the article; a draft until it is sent."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.knowledge import ArticleStep
from app.domain.text import is_blank
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.kept_answers import Answers, KeptAnswers, below
from app.views.toolkit import tokens
from app.views.toolkit.mirror import set_margins
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.labels import Label
from app.views.widgets.text_box import TextBox

_WORDS: Final = {
    ArticleStep.SEND_BACK: (tr("Send back to draft"), tr("What is missing or wrong, for whoever wrote it")),
    ArticleStep.RETIRE: (tr("Retire the article"), tr("Why nobody should follow it any more")),
}


class ReasonBar(QWidget):
    """`submitted` carries the step and the reason; `left` is Esc."""

    submitted = Signal(object, str)
    left = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._step = ArticleStep.SEND_BACK
        self._kept = KeptAnswers(context, lambda: {"text": self.box.toPlainText()}, self._restore)
        self.title = Label("", tokens.SHEET_TITLE)
        self.box = TextBox(tr("Reason"), rows=2, most_rows=6)
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.finish = Button("", kind="primary", keys="Ctrl+Return")
        self.setProperty("edge", "top")
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        cross = IconButton("x", tr("Back to the article (Esc)"), size=28)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(cross)
        foot.addWidget(self.problem, 1)
        foot.addWidget(self.finish)
        column = QVBoxLayout(self)
        set_margins(column, 28, 10, 20, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.box)
        column.addLayout(foot)
        cross.clicked.connect(lambda _checked=False: self.left.emit())
        self.box.submitted.connect(self.submit)
        self.box.left.connect(self.left)
        self.box.textChanged.connect(self._kept.keep)
        self.finish.clicked.connect(lambda _checked=False: self.submit())
        self.hide()

    def ask(self, step: ArticleStep, article_id: str) -> None:
        """Ask for the reason of this step."""
        self._kept.put_away()
        self._step = step
        title, hint = _WORDS[step]
        self.title.setText(title)
        self.finish.setText(title)
        self.box.setPlaceholderText(hint)
        self.box.setAccessibleName(hint)
        self.box.setPlainText("")
        self.problem.setText("")
        self.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._kept.begin(f"article:{article_id}:{step.value}")

    def submit(self) -> None:
        """Send it, if there is something to send."""
        reason = self.box.toPlainText()
        if is_blank(reason):
            self.problem.setText(tr("{word}: write it in a sentence.", word=_WORDS[self._step][1]))
            return
        self.submitted.emit(self._step, reason)

    @property
    def key(self) -> str:
        """Under which key the reason is kept."""
        return self._kept.key

    def done(self, key: str) -> None:
        """The desk took the reason of this key."""
        self._kept.done(key)

    def put_away(self) -> None:
        """Ask no more; what was typed stays as a draft."""
        self._kept.put_away()
        self.hide()

    def _restore(self, answers: Answers) -> None:
        self.box.setPlainText(below(answers.get("text", ""), self.box.toPlainText()))
