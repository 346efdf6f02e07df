"""A step of a checklist as a row: the box that is ticked, what is to be done, by whom and until when."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.checklists import StepState
from app.domain.wording import inside, tr
from app.services.checklists.dto import ChecklistStep
from app.views.toolkit import tokens
from app.views.toolkit.formats import Formats
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import paint_check_box, paint_focus_ring
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.spans import isolated

TICK, SKIP, EDIT, REMOVE, UP, DOWN, NEXT, PREVIOUS = (
    "tick", "skip", "edit", "remove", "up", "down", "next", "previous",
)  # fmt: skip
"""What is asked of a step: by its keys, by the mouse, or by the buttons of its form."""

_PLAIN: Final = {
    Qt.Key.Key_Space: TICK,
    Qt.Key.Key_Minus: SKIP,
    Qt.Key.Key_Return: EDIT,
    Qt.Key.Key_Enter: EDIT,
    Qt.Key.Key_Delete: REMOVE,
    Qt.Key.Key_Backspace: REMOVE,
    Qt.Key.Key_Down: NEXT,
    Qt.Key.Key_Up: PREVIOUS,
}
_WITH_ALT: Final = {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN}


class StepBox(QAbstractButton):
    """The box of a step, which has the keyboard; `wanted` carries what is asked."""

    wanted = Signal(str)

    def __init__(self, step: ChecklistStep, spoken: str) -> None:
        super().__init__()
        self._state = step.state
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(
            tr("Space ticks, minus skips, Enter changes, Delete removes, Alt with arrows moves")
        )
        self.setToolTip(tr("Space ticks · − skips · Enter changes · Del removes · Alt ↑ ↓ moves"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(Size.TARGET_LEAST, Size.TARGET_LEAST)
        self.clicked.connect(lambda _checked=False: self.wanted.emit(TICK))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a step."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        table = {Qt.KeyboardModifier.NoModifier: _PLAIN, Qt.KeyboardModifier.AltModifier: _WITH_ALT}.get(modifiers, {})
        act = table.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            self.wanted.emit(act)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box; a step that was skipped has a stroke in it."""
        painter = painter_on(self)
        middle = self.height() / 2
        ticked = Qt.CheckState.Checked if self._state == StepState.DONE else Qt.CheckState.Unchecked
        paint_check_box(painter, 5, middle, ticked, live=self.isEnabled())
        if self._state == StepState.SKIPPED:
            paint_icon(painter, "minus", colour("text2"), 6, middle - 6, 12)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(1, middle - 11, 22, 22), Size.RADIUS_BADGE)


class StepRow(QWidget):
    """`wanted` carries what is asked of the step."""

    wanted = Signal(str)

    def __init__(self, step: ChecklistStep, formats: Formats, now: datetime, *, editable: bool) -> None:
        super().__init__()
        self.step = step
        about, ink = about_step(step, formats, now)
        self.box = StepBox(step, ", ".join(filter(None, (step.text, inside(StepState(step.state).label), about))))
        self.box.setEnabled(editable)
        self.box.wanted.connect(self.wanted)
        self._editable = editable
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(4)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setContentsMargins(0, 3, 0, 3)
        texts.setSpacing(0)
        is_open = step.state == StepState.OPEN
        self.text = Label(isolated(step.text), tokens.UI, "text" if is_open else "text3", wrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        texts.addWidget(self.text)
        self.about = ElidedLabel(about, tokens.META, ink)
        if not about:
            self.about.hide()
        texts.addWidget(self.about)
        row.addLayout(texts, 1)
        if editable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def minimumSizeHint(self) -> QSize:
        """May be as narrow as the panel; the text wraps."""
        return QSize(120, super().minimumSizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the text opens the form of the step."""
        if self._editable and self.rect().contains(event.position().toPoint()):
            self.wanted.emit(EDIT)
        super().mouseReleaseEvent(event)


def about_step(step: ChecklistStep, formats: Formats, now: datetime) -> tuple[str, str]:
    """Who did it and when, or who is to do it and until when; and the ink it is written in."""
    if step.ended_at is not None:
        done = tr("Done") if step.state == StepState.DONE else tr("Skipped")
        by = tr(" by {ended_by_name}", ended_by_name=isolated(step.ended_by_name)) if step.ended_by_name else ""
        return f"{done}{by} · {formats.moment(step.ended_at, now)}", "text3"
    late = step.due_at is not None and step.due_at < now
    due = (
        ""
        if step.due_at is None
        else (
            tr("was due {when}", when=formats.moment(step.due_at, now))
            if late
            else tr("due {when}", when=formats.moment(step.due_at, now))
        )
    )
    whom = isolated(step.assignee_name or step.group_name or "")
    parts = (tr("Required") if step.required else "", whom, due)
    return " · ".join(part for part in parts if part), "red" if late else "amber" if step.required else "text2"
