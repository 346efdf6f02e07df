"""What a stakeholder update needs beside its words: the template to begin with, and by when the next one comes."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wording import tr
from app.services.incidents.dto import Post
from app.views.context import ViewContext
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choices import CheckBox
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.moment_field import MomentField
from app.views.widgets.text_box import TextBox

USUAL: Final = timedelta(hours=1)
"""By then the next update is promised, unless another time is chosen."""

_ROUNDED: Final = 5
"""The usual time is a round one, in minutes, and never sooner."""


_QUESTIONS: Final = (tr("What happened:"), tr("Who is affected:"), tr("What we are doing:"))
"""What an update answers; by when the next one comes stands below it."""


def put_template(edit: TextBox) -> None:
    """Put the questions before what is written, and the cursor to the first answer."""
    begun = edit.toPlainText()
    template = "\n".join(f"{question} " for question in _QUESTIONS)
    cursor = edit.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    cursor.insertText(f"{template}\n" if begun.strip() else template)
    cursor.movePosition(cursor.MoveOperation.Start)
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    edit.setTextCursor(cursor)


def unanswered(post: Post) -> str:
    """What is to be done before an update is sent in which a question of the template has no answer; empty for none."""
    lines = [line.strip() for line in post.body.splitlines() if line.strip()]
    asked = {_bare(question): question for question in _QUESTIONS}
    for place, line in enumerate(lines):
        # Some write the answer below the question.
        below = lines[place + 1] if place + 1 < len(lines) else ""
        has_answer = below and not any(_bare(below).startswith(each) for each in asked)
        if post.to_stakeholders and _bare(line) in asked and not has_answer:
            question = asked[_bare(line)].rstrip(":")
            return tr("“{question}” has no answer yet. Write one, or delete the line.", question=question)
    return ""


def _bare(line: str) -> str:
    return line.casefold().rstrip(" :")


class UpdateRow(QWidget):
    """`changed` tells that the promise became another one, `template_wanted` that the template is to be put in."""

    changed = Signal()
    template_wanted = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._quiet = self._is_chosen = self._is_begun = False
        self._promised: datetime | None = None
        self.wanted = CheckBox(tr("Next update by"))
        self.field = MomentField(
            tr("Next update by"),
            tr("ddd d MMM yyyy  HH:mm"),
            context.now,
            lambda: context.formats,
            height=Size.BUTTON_SMALL,
        )
        self.due = ElidedLabel("", tokens.META_MEDIUM, "text2")
        self.template = Button(tr("Use the template"), kind="ghost", icon="clipboard-list", height=Size.BUTTON_SMALL)
        # With large text in a small window they go on in the next line.
        column, row = QVBoxLayout(self), FlowLayout(8)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        for part in (self.wanted, self.field, self.due, self.template):
            part.setFixedHeight(Size.BUTTON_SMALL)
            row.addWidget(part)
        self.wanted.toggled.connect(self._tell)
        self.field.dateTimeChanged.connect(self._tell)
        self.template.clicked.connect(lambda _checked=False: self.template_wanted.emit())
        self.begin()
        context.ticker.watch(self, self.move_on)

    def begin(self) -> None:
        """Nothing was chosen yet."""
        now = self._context.now()
        whole = now.replace(second=0, microsecond=0) - timedelta(minutes=now.minute % _ROUNDED)
        self._set(whole + USUAL + timedelta(minutes=_ROUNDED))
        self._is_chosen = False

    def follow(self, *, is_open: bool, is_begun: bool) -> None:
        """While nothing is written, the usual time goes on with the clock: an hour from when somebody begins."""
        self.setVisible(is_open)
        if is_open and not self._is_chosen and not (is_begun and self._is_begun):
            self.begin()
        self._is_begun = is_begun

    def move_on(self) -> bool:
        """The minutes pass; it never goes by seconds."""
        self.follow(is_open=True, is_begun=self._is_begun)
        self.show_due(self._promised)
        return False

    def moment(self) -> datetime | None:
        """By when the next one is promised; None for no promise."""
        return self.field.moment() if self.wanted.isChecked() else None

    def fields(self) -> dict[str, str]:
        """What a draft keeps of it."""
        due = self.moment()
        return {"next_update": "" if due is None else due.isoformat()}

    def restore(self, kept: str) -> None:
        """Go on with what a draft has kept."""
        self._is_chosen = True
        self._set(datetime.fromisoformat(kept) if kept else None)

    def show_due(self, due: datetime | None) -> None:
        """Say when the update that is written now was promised for."""
        self._promised = due
        self.due.setVisible(due is not None)
        if due is None:
            return
        now = self._context.now()
        when = self._context.formats.within(due, now)
        is_late = due <= now
        said = tr("This one was due {when}", when=when) if is_late else tr("This one is due {when}", when=when)
        self.due.set_text(said)
        self.due.set_ink("red" if is_late else "text2")

    def _set(self, due: datetime | None) -> None:
        self._quiet = True
        self.wanted.setChecked(due is not None)
        if due is not None:
            self.field.show_moment(due)
        self.field.setEnabled(due is not None)
        self._quiet = False

    def _tell(self) -> None:
        self.field.setEnabled(self.wanted.isChecked())
        if not self._quiet:
            self._is_chosen = True
            self.changed.emit()
