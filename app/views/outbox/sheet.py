"""The list of what waits to be sent: what it is, when it was written down, and why the desk did not take it."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.infra.outbox import Kind, Waiting
from app.views.context import ViewContext
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Symbol

_WIDTH, _HEIGHT = 620, 420
_WORDS: Final = {
    Kind.NOTE: tr("Note"),
    Kind.PROBLEM_NOTE: tr("Note"),
    Kind.UPDATE: tr("Stakeholder update"),
    Kind.REPLY: tr("Reply"),
}
_ICONS: Final = {
    Kind.NOTE: "lock",
    Kind.PROBLEM_NOTE: "lock",
    Kind.UPDATE: "megaphone",
    Kind.REPLY: "reply",
    Kind.INCIDENT: "plus",
}


class _Row(QWidget):
    """One thing that waits."""

    edit_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, item: Waiting, when: str) -> None:
        super().__init__()
        note = item.kind is not Kind.INCIDENT
        text = item.fields.get("body" if note else "summary", "").strip().partition("\n")[0] or tr("Without words")
        word = _WORDS.get(item.kind, "")
        what = (
            tr("{word} on {number}", word=word, number=item.fields.get("number", tr("an incident")))
            if note
            else tr("New incident")
        )
        caller = item.fields.get("caller_name") or item.fields.get("typed") or ""
        about = " · ".join(part for part in (what, caller, tr("written down {when}", when=when)) if part)
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(". ".join(part for part in (text, about, item.problem) if part))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(text, tokens.UI_STRONG))
        words.addWidget(ElidedLabel(about, tokens.META, "text2"))
        if item.problem:
            words.addWidget(Label(item.problem, tokens.META_MEDIUM, "red", wrap=True))
        edit = Button(tr("Edit"), height=Size.BUTTON_SMALL)
        edit.clicked.connect(lambda _checked=False: self.edit_wanted.emit())
        discard = IconButton("trash-2", tr("Discard {text}", text=text), size=28)
        discard.clicked.connect(lambda _checked=False: self.discard_wanted.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(10)
        tone = "red" if item.problem else "accent"
        row.addWidget(Symbol(_ICONS[item.kind], what, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(edit)
        row.addWidget(discard)


class OutboxSheet(FloatingSheet):
    """Shows what waits; empty, it says that nothing does."""

    def __init__(self, host: QWidget, context: ViewContext) -> None:
        super().__init__(host)
        self._card_size = QSize(_WIDTH, _HEIGHT)
        self._context = context
        self.setAccessibleName(tr("Waiting to be sent"))
        self._cross = IconButton("x", tr("Close (Esc)"), size=28)
        self._cross.clicked.connect(lambda _checked=False: self.put_away())
        self.send = Button(tr("Send now"), icon="send", height=Size.BUTTON_SMALL)
        self.send.clicked.connect(lambda _checked=False: context.outbox.release_all())
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.rows: list[_Row] = []
        self._build()
        context.outbox.changed.connect(self._changed)
        self.hide()

    def _build(self) -> None:
        head = QWidget()
        head.setFixedHeight(48)
        head.setProperty("edge", "bottom")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(9)
        row.addWidget(Symbol("upload", tr("Waiting to be sent"), "accent"))
        row.addWidget(Label(tr("Waiting to be sent"), tokens.SHEET_TITLE), 1)
        row.addWidget(self.send)
        row.addWidget(self._cross)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        inner = QVBoxLayout(canvas)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self._hint = Label("", tokens.UI, "text2", wrap=True)
        self._hint.setContentsMargins(16, 12, 16, 12)
        inner.addWidget(self._hint)
        inner.addLayout(self._list)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(canvas)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(area, 1)

    def show_items(self, items: list[Waiting]) -> None:
        """Show these; a list that became empty goes away by itself."""
        self._show_rows(items)
        self._hint.setText(_HINT if items else tr("Nothing waits. Everything that was written down is at the desk."))
        self.send.setEnabled(bool(items) and not self._context.is_away())
        if not items and self.isVisible():
            self.put_away()

    def _show_rows(self, items: list[Waiting]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(item) for item in items]
        for row in self.rows:
            self._list.addWidget(row)

    def _row(self, item: Waiting) -> _Row:
        row = _Row(item, self._context.formats.time(item.written_at))
        row.edit_wanted.connect(partial(self._edit, item))
        row.discard_wanted.connect(partial(self._context.outbox.discard, item))
        return row

    def _edit(self, item: Waiting) -> None:
        self.put_away()
        self._context.outbox.edit(item)

    def bring(self) -> None:
        """Show it in the middle of the window."""
        self.show_items(self._context.outbox.items)
        self.place()
        self.show()
        self.raise_()
        (self.rows[0].findChildren(Button)[0] if self.rows else self._cross).setFocus()

    def put_away(self) -> None:
        """Hide it; the rows are made anew when it is brought again."""
        self.hide()
        self._show_rows([])

    def _changed(self, items: list[Waiting]) -> None:
        if self.isVisible():
            self.show_items(items)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)


_HINT = tr(
    "These lie on this computer and are sent by themselves: messages and notes some seconds after they were written, "
    "and what was written down while the desk was away when it is back, incidents with the time at which they were "
    "written down."
)
