"""The head of a problem: number, status, the steps that are possible, and the strips that say what is missing."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError, Refused, StaleEdit
from app.domain.problems import ProblemState, steps_from
from app.domain.wording import tr, trn
from app.services.problems.dto import ProblemDetail
from app.views.problems.looks import ICONS, TONES, state_name
from app.views.reviews.editors import Editor
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.labels import Label
from app.views.widgets.marks import Pill
from app.views.widgets.strips import InfoStrip


def step_name(state: ProblemState) -> str:
    """What the step to a state is called."""
    return {
        ProblemState.NEW: tr("Back to new"),
        ProblemState.INVESTIGATING: tr("Investigate"),
        ProblemState.KNOWN_ERROR: tr("Known error"),
        ProblemState.RESOLVED: tr("Resolve"),
        ProblemState.CLOSED: tr("Close"),
    }[state]


class ProblemHead(QWidget):
    """`step_wanted` carries a state and the button that asked for it; `left` goes back to the list."""

    step_wanted = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        back = IconButton("arrow-left", tr("Back to all problems"), size=Size.BUTTON)
        back.clicked.connect(lambda _checked=False: self.left.emit())
        self.number = Label("", tokens.VIEW_TITLE)
        self.state = Pill("", "slate")
        self._steps = QHBoxLayout()
        self._steps.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        row.addWidget(back)
        row.addWidget(self.number)
        row.addWidget(self.state)
        row.addStretch(1)
        row.addLayout(self._steps)
        self.buttons: dict[ProblemState, Button] = {}

    def show_problem(self, detail: ProblemDetail, *, may_work: bool) -> None:
        """Show where it stands and where it can go."""
        self.number.setText(detail.row.shown_number)
        state = detail.row.state
        self.state.set_text(state_name(state), TONES[state], ICONS[state])
        ways = tuple(reversed(steps_from(state))) if may_work else ()
        if tuple(self.buttons) == ways:
            return
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for to in ways:
            kind = "primary" if to is _next(state) else "secondary" if to is not ProblemState.NEW else "ghost"
            button = Button(step_name(to), kind=kind, icon=ICONS[to])
            button.clicked.connect(partial(self._asked, to, button))
            self._steps.addWidget(button)
            self.buttons[to] = button

    def _asked(self, to: ProblemState, button: Button, _checked: bool = False) -> None:
        self.step_wanted.emit(to, button)


def _next(state: ProblemState) -> ProblemState:
    """The step that is usually next."""
    return {
        ProblemState.NEW: ProblemState.INVESTIGATING,
        ProblemState.INVESTIGATING: ProblemState.KNOWN_ERROR,
        ProblemState.KNOWN_ERROR: ProblemState.RESOLVED,
        ProblemState.RESOLVED: ProblemState.CLOSED,
        ProblemState.CLOSED: ProblemState.INVESTIGATING,
    }[state]


class ProblemNotices(QWidget):
    """What was refused, what somebody else changed, and what is offered once a problem is resolved."""

    def __init__(self) -> None:
        super().__init__()
        self.refusal = InfoStrip("", "red", closable=True)
        self.collision = InfoStrip("", "amber", closable=True)
        self.offer = InfoStrip("", "blue", icon="circle-check", closable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(6)
        for strip in (self.refusal, self.collision, self.offer):
            strip.hide()
            column.addWidget(strip)

    def clear(self) -> None:
        """Say nothing."""
        for strip in (self.refusal, self.collision, self.offer):
            strip.hide()

    def refuse(self, error: DeskError, go: Callable[[str], None]) -> None:
        """Say why it was not done; the keyboard goes to the first thing that is missing."""
        self.refusal.clear_buttons()
        missing = error.missing if isinstance(error, Refused) else ()
        if missing:
            self.refusal.set_text(tr("Not yet. {what}", what=" ".join(item.sentence for item in missing)), "red")
            go(missing[0].field)
        elif isinstance(error, StaleEdit):
            who = error.conflicts[0].by or tr("Somebody else")
            self.refusal.set_text(tr("{name} was faster. The problem is shown anew: look again.", name=who), "red")
        else:
            self.refusal.set_text(str(error), "red")
        self.refusal.show()

    def collide(self, editor: Editor, error: StaleEdit) -> None:
        """Two people changed the same field: show theirs, keep what was typed, and let the person choose."""
        conflict = error.conflicts[0]
        shown = (conflict.theirs or tr("nothing")).replace("\n", " ")
        who = conflict.by or tr("Somebody else")
        self.collision.clear_buttons()
        self.collision.set_text(
            tr(
                "{name} changed “{field}” to: {value}. What you typed is still in the field.",
                name=who, field=editor.name, value=shown[:200],
            ),
            "amber",
        )  # fmt: skip
        theirs = conflict.theirs
        self.collision.add_button(tr("Keep mine"), lambda: self._settle(lambda: editor.insist(theirs)))
        self.collision.add_button(tr("Take theirs"), lambda: self._settle(lambda: editor.take(theirs)))
        self.collision.show()

    def offer_resolving(self, count: int, ask: Callable[[QWidget], object]) -> None:
        """Offer to resolve the incidents that are still open."""
        self.offer.clear_buttons()
        self.offer.set_text(trn("{n} incident is still open.", "{n} incidents are still open.", count), "blue")
        text = trn("Resolve it and tell its caller…", "Resolve them and tell their callers…", count)
        button = self.offer.add_button(text, lambda: ask(button), kind="primary")
        self.offer.add_button(tr("Not now"), self.offer.hide)
        self.offer.show()

    def _settle(self, act: Callable[[], None]) -> None:
        self.collision.hide()
        act()
