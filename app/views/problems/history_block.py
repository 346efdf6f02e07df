"""What was said and changed about a problem, the newest first, and the box to write something down."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.permissions import Permission, may
from app.domain.problems import ProblemEntry
from app.domain.text import is_blank
from app.domain.wording import tr
from app.services.problems.dto import HistoryRow, ProblemDetail
from app.views.context import ViewContext
from app.views.incident.modes import NOTE
from app.views.incident.post_ids import PostIds
from app.views.kept_answers import Answers, KeptAnswers, below
from app.views.outbox.holding import say
from app.views.problems.noting import note_key, waiting_note
from app.views.reviews.section import Section
from app.views.toolkit import tokens
from app.views.toolkit.kept_clear import keep_clear
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.spans import isolated
from app.views.widgets.text_box import TextBox

if TYPE_CHECKING:
    from app.views.toolkit.draft_keeper import DraftKeeper

_LONGEST: Final = 160


class HistoryBlock(Section):
    """A note is kept as a draft until the desk has it."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__("history", tr("History"))
        self._context = context
        self._problem_id = self._number = ""
        self._ids, self._is_saving = PostIds(), False
        self._drafts: DraftKeeper | None = None
        self._kept = KeptAnswers(context, self._answers, self._restore)
        self.box = TextBox(tr("Write down what was found out"), rows=2, most_rows=9)
        self.box.setPlaceholderText(tr("Write down what was found out"))
        # What tells that a note is held stands beside where the next one is written.
        keep_clear(self.box)
        self.box.submitted.connect(self.save)
        self.box.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.box.textChanged.connect(self._kept.keep)
        self.add = Button(tr("Add note"), keys="Ctrl+Return", height=Size.BUTTON_SMALL)
        self.add.clicked.connect(lambda _checked=False: self.save())
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.problem, 1)
        self.column.addWidget(self.box)
        self.column.addLayout(foot)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.column.addLayout(self._rows)

    def show_problem(self, detail: ProblemDetail) -> None:
        """Show the history of this problem."""
        if detail.row.id != self._problem_id:
            self.put_away()
            self._problem_id, self._number = detail.row.id, detail.row.shown_number
            self._is_saving = False
            self._begin_anew()
            self._follow_drafts()
            self._kept.begin(note_key(self._problem_id))
        for written in (self.box, self.add):
            written.setVisible(may(self._context.actor, Permission.PROBLEM_WORK))
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in detail.history:
            self._rows.addWidget(self._line(row))

    def put_away(self) -> None:
        """Another problem or page is shown; what was typed stays as a draft."""
        self._kept.put_away()
        self._problem_id = ""

    def brought_back(self, key: str) -> None:
        """A note of this problem was taken back, and stands in its draft above what is typed now."""
        if key == self._kept.key:
            self._kept.put_away()
            self._begin_anew()
            self._kept.begin(key)

    def _follow_drafts(self) -> None:
        # Another desk has other drafts.
        if self._drafts is not self._context.drafts:
            self._drafts = self._context.drafts
            self._drafts.brought_back.connect(self.brought_back)

    def save(self) -> None:
        """Have the desk keep the note, after the seconds in which it can be taken back."""
        body, problem_id = self.box.toPlainText(), self._problem_id
        if is_blank(body):
            self.problem.setText(tr("There is nothing to write down yet."))
        if is_blank(body) or self._is_saving:
            return
        self._is_saving = True
        entry_id = self._ids.id_for(NOTE, body, (), self._context.desk.new_id)
        # With its id, so that it is not saved twice by whoever finds it after a crash.
        self._kept.keep()

        def done() -> None:
            self._kept.done(note_key(problem_id))
            if problem_id == self._problem_id:
                self._is_saving = False
                rest = self.box.toPlainText().removeprefix(body).lstrip("\n")
                self._begin_anew()
                self._kept.begin(note_key(problem_id), bring_back=False)
                self.box.setPlainText(rest)

        def failed(error: DeskError) -> None:
            self._is_saving = False
            self.problem.setText(str(error))

        say(self._context, waiting_note(self._context, entry_id, problem_id, self._number, body), done, failed)

    def _begin_anew(self) -> None:
        self._ids.forget(NOTE)
        self.box.setPlainText("")
        self.problem.setText("")

    def _line(self, row: HistoryRow) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        when = self._context.formats.moment(row.at, self._context.clock.now())
        who = isolated(row.author_name or tr("the program"))
        column.addWidget(Label(tr("{name}, {when}", name=who, when=when), tokens.META, "text3"))
        if row.kind is ProblemEntry.OPENED:
            column.addWidget(Label(tr("Opened the problem"), tokens.UI, "text2"))
        for change in row.changes:
            text = tr("{field}: {old} → {new}", field=change.field, old=_short(change.old), new=_short(change.new))
            column.addWidget(Label(text, tokens.UI, "text2", wrap=True))
        if row.body:
            column.addWidget(Label(isolated(row.body), tokens.READING, "text", wrap=True, selectable=True))
        return holder

    def _answers(self) -> Answers:
        return {"text": self.box.toPlainText()} | self._ids.fields(NOTE)

    def _restore(self, answers: Answers) -> None:
        self._ids.restore(NOTE, answers)
        self.box.setPlainText(below(answers.get("text", ""), self.box.toPlainText()))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return isolated(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…") or "–"
