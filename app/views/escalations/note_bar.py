"""The note that handing back or ending asks for, inline below the board; a draft until it is sent."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.numbers import incident_number
from app.domain.text import is_blank
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.escalations.board_table import Line
from app.views.kept_answers import Answers, KeptAnswers, below
from app.views.toolkit import tokens
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.finishing_keys import claims_finishing_key, is_finishing_key
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.text_box import TextBox

HAND_BACK, END = "hand_back", "end"
_WORDS: Final = {
    HAND_BACK: (tr("Hand back"), tr("Why it goes back, and what was found out"), "undo-2"),
    END: (tr("End the escalation"), tr("Why the escalation is over"), "check"),
}


def draft_of(escalation_id: str, act: str) -> str:
    """The key under which the note of an act is kept until the desk has it, and again once the act is taken back."""
    return f"escalation:{escalation_id}:{act}"


class NoteBar(QWidget):
    """`submitted` carries the act, the row and the note; `left` is Esc."""

    submitted = Signal(str, object, str)
    left = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._kept = KeptAnswers(context, lambda: {"text": self.box.toPlainText()}, self._restore)
        self._row: Line | None = None
        self._act = HAND_BACK
        self._title = Label("", tokens.SHEET_TITLE)
        self._about = ElidedLabel("", tokens.META, "text2")
        self.box = TextBox(tr("Note"), rows=2, most_rows=6)
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.finish = Button("", kind="primary", keys="Ctrl+Return")
        self.setProperty("edge", "top")
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()
        self.box.submitted.connect(self.submit)
        self.box.left.connect(self.left)
        self.box.textChanged.connect(self._kept.keep)
        self.finish.clicked.connect(lambda _checked=False: self.submit())
        self.hide()

    def _lay_out(self) -> None:
        cross = IconButton("x", tr("Back to the list (Esc)"), size=28)
        cross.clicked.connect(lambda _checked=False: self.left.emit())
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._about, 1)
        head.addWidget(cross)
        foot = QHBoxLayout()
        foot.addWidget(self.problem, 1)
        foot.addStretch(0)
        foot.addWidget(self.finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.box)
        column.addLayout(foot)

    def ask(self, act: str, row: Line) -> None:
        """Ask for the note of this act."""
        title, hint, icon = _WORDS[act]
        self._kept.put_away()
        self._row, self._act = row, act
        self._title.setText(title)
        self._about.set_text(f"{incident_number(row.number)} {row.short_description}")
        self.box.setPlaceholderText(hint)
        self.box.setAccessibleName(hint)
        self.box.setPlainText("")
        self.finish.setText(title)
        self.finish.set_icon(icon)
        self.finish.setEnabled(True)
        self.problem.setText("")
        self.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._kept.begin(draft_of(row.id, act))

    def done(self) -> None:
        """The desk took it: the draft is not needed any more."""
        self._kept.done()
        self._row = None
        self.hide()

    def put_away(self) -> None:
        """Ask no more; what was typed stays as a draft."""
        self._kept.put_away()
        self._row = None
        self.hide()

    def submit(self) -> None:
        """Send it, if there is something to send."""
        if self._row is None or not self.finish.isEnabled():
            return
        note = self.box.toPlainText()
        if is_blank(note):
            self.problem.setText(tr("{word}: write it in a sentence.", word=_WORDS[self._act][1]))
            return
        self.submitted.emit(self._act, self._row, note)

    def event(self, event: QEvent) -> bool:
        """Enter with Ctrl and Esc belong to the bar, not to the window."""
        return claims_finishing_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter finishes, Esc leaves."""
        if not is_finishing_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.submit()

    def _restore(self, answers: Answers) -> None:
        self.box.setPlainText(below(answers.get("text", ""), self.box.toPlainText()))
