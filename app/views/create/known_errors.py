"""Beside a new incident: the known error that may lie behind the call, with what helps meanwhile."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import Unavailable
from app.domain.wording import tr
from app.services.problems.dto import SuggestedProblem
from app.views.context import ViewContext
from app.views.problems.looks import state_name, workaround_name
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Symbol
from app.views.widgets.spans import isolated

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk
    from app.views.create.sheet import CreateSheet

LINK_KEY: Final = "Alt+5"
USE_KEY: Final = "Alt+6"
_LEAST_BUTTON: Final = 120
"""Pixels; a longer text is cut rather than wider than the side, and told whole by the tool tip."""
_LINK, _USE = "link:", "workaround:"
"""Before the id of a problem: the new incident belongs to it, or is resolved with its workaround."""


def is_of_problem(answer: str) -> bool:
    """Whether a call is answered by a problem rather than by an article."""
    return answer.startswith((_LINK, _USE))


def answer_by_problem(desk: "Desk", actor: "Actor", answer: str, incident_id: str) -> None:
    """Have the new incident belong to the problem, and resolve it where that was asked for."""
    if answer.startswith(_USE):
        desk.problem_work.resolve_with(actor, answer.removeprefix(_USE), incident_id)
    else:
        desk.problem_work.link(actor, answer.removeprefix(_LINK), (incident_id,))


def _answer(sheet: "CreateSheet", context: ViewContext, answer: str) -> None:
    """Log the call with its answer; what is written down meanwhile for a server that is away can have none."""
    if context.is_away():
        sheet.refuse(
            Unavailable(tr("The server is away, and this needs it. Write the call down, and answer it afterwards."))
        )
    else:
        sheet.log_it(and_open=False, answer=answer)


def join_to_sheet(sheet: "CreateSheet", context: ViewContext) -> None:
    """Have what stands beside a new incident do what it offers: open, answer with a problem, take a level."""
    side, form = sheet.side, sheet.form
    side.open_wanted.connect(lambda found: sheet.open_wanted.emit(found.id))
    for answering in (side.articles, side.known_error):
        answering.answered.connect(partial(_answer, sheet, context))
    side.articles.open_wanted.connect(sheet.article_wanted)
    side.levels = lambda: dict(zip(("impact", "urgency"), form.levels(), strict=True))
    side.hints.taken.connect(lambda field, level, name: form.suggested.taken.emit(field, str(level), name))
    form.changed.connect(side.dress_hints)
    side.ended_found.connect(form.suggested.show_ended)
    for keys, run in ((LINK_KEY, side.known_error.link), (USE_KEY, side.known_error.use)):
        shortcut = QShortcut(QKeySequence(keys), sheet)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)


class KnownErrorCard(QWidget):
    """`open_wanted` carries a problem's id, `answered` how the call is to be answered by it."""

    open_wanted = Signal(str)
    answered = Signal(str)
    changed = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.shown: SuggestedProblem | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._card: QWidget | None = None

    def link(self) -> None:
        """Log the call as one of this problem."""
        if self.shown is not None:
            self.answered.emit(f"{_LINK}{self.shown.id}")

    def use(self) -> None:
        """Log the call, and resolve it with the workaround."""
        if self.shown is not None and self.shown.workaround:
            self.answered.emit(f"{_USE}{self.shown.id}")

    def show_found(self, found: tuple[SuggestedProblem, ...]) -> None:
        """Show the problem that may lie behind the call, the first of these; none where there is none."""
        first = found[0] if found else None
        if first == self.shown:
            return
        self.shown = first
        if self._card is not None:
            self._column.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = None if first is None else self._make(first)
        if self._card is not None:
            self._column.addWidget(self._card)
        self.changed.emit()

    def _make(self, each: SuggestedProblem) -> QWidget:
        card = QFrame()
        card.setProperty("card", "true")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 9, 8, 9)
        column.setSpacing(3)
        top = QHBoxLayout()
        top.setSpacing(7)
        top.addWidget(Symbol("circle-alert", tr("Problem")))
        top.addWidget(Label(each.shown_number, tokens.UI_STRONG, "accent"))
        top.addWidget(ElidedLabel(state_name(each.state), tokens.META, "amber"), 1)
        opener = Button(tr("Open"), kind="ghost", height=Size.TARGET_LEAST)
        opener.setAccessibleName(tr("Open {number}", number=each.shown_number))
        opener.clicked.connect(lambda _checked=False: self.open_wanted.emit(each.id))
        top.addWidget(opener)
        column.addLayout(top)
        column.addWidget(ElidedLabel(isolated(each.title), tokens.UI_MEDIUM))
        said = workaround_name(each.workaround_state)
        if each.workaround:
            line = " ".join(each.workaround.split())
            said = tr("{state}: {text}", state=said, text=isolated(line[:300]))
        column.addWidget(Label(said, tokens.META, "text2", wrap=True))
        link = Button(tr("Log as one of it"), kind="ghost", keys=LINK_KEY, height=Size.TARGET_LEAST)
        link.clicked.connect(lambda _checked=False: self.link())
        link.setMinimumWidth(_LEAST_BUTTON)
        column.addWidget(link)
        if each.workaround:
            use = Button(tr("Resolve now with the workaround"), kind="ghost", keys=USE_KEY, height=Size.TARGET_LEAST)
            use.clicked.connect(lambda _checked=False: self.use())
            use.setMinimumWidth(_LEAST_BUTTON)
            column.addWidget(use)
        return card
