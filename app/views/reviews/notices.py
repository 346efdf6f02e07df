"""What the desk refused or somebody else changed, in strips above the review; nothing is lost and nothing covers it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import DeskError, Refused, StaleEdit
from app.domain.wording import tr
from app.views.reviews.editors import Editor
from app.views.widgets.strips import InfoStrip


class ReviewNotices(QWidget):
    """One strip for a refusal, one for a collision."""

    def __init__(self) -> None:
        super().__init__()
        self.refusal = InfoStrip("", "red", closable=True)
        self.collision = InfoStrip("", "amber", closable=True)
        self.restored = InfoStrip("", "blue", closable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 0)
        column.setSpacing(0)
        for strip in (self.refusal, self.collision, self.restored):
            strip.hide()
            strip.installEventFilter(self)
            column.addWidget(strip)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Room above and between the strips only while there are any."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            shown = any(not strip.isHidden() for strip in (self.refusal, self.collision, self.restored))
            column = self.layout()
            if column is not None:
                column.setContentsMargins(24, 10 if shown else 0, 24, 0)
                column.setSpacing(6 if shown else 0)
        return super().eventFilter(watched, event)

    def clear(self) -> None:
        """Say nothing."""
        for strip in (self.refusal, self.collision, self.restored):
            strip.hide()

    def refuse(self, error: DeskError, go: Callable[[str], None]) -> None:
        """Say why it was not done; each thing that is missing on a line, and the way to the first of them."""
        self.refusal.clear_buttons()
        missing = error.missing if isinstance(error, Refused) else ()
        if missing:
            lines = "\n".join(f"•  {item.sentence}" for item in missing)
            self.refusal.set_text(tr("Not yet. This is missing:\n{lines}", lines=lines), "red")
            self.refusal.add_button(tr("Show the first"), lambda: go(missing[0].field))
        elif isinstance(error, StaleEdit):
            self.refusal.set_text(
                tr("Somebody changed the review since you read it. It is shown anew: look again."), "red"
            )
        else:
            self.refusal.set_text(str(error), "red")
        self.refusal.show()

    def say(self, sentence: str) -> None:
        """One sentence about something that was typed."""
        self.refusal.clear_buttons()
        self.refusal.set_text(sentence, "red")
        self.refusal.show()

    def collide(self, editor: Editor, error: StaleEdit, theirs: Any) -> None:
        """Two people changed the same field: show theirs, keep what was typed, and let the person choose."""
        conflict = error.conflicts[0]
        shown = (conflict.theirs or tr("nothing")).replace("\n", " ")
        text = tr(
            "Somebody else changed “{editor}” to: {shown}. What you typed is still in the field.",
            editor=editor.name,
            shown=shown[:200],
        )
        self.collision.clear_buttons()
        self.collision.set_text(text, "amber")
        self.collision.add_button(tr("Keep mine"), lambda: self._settle(lambda: editor.insist(theirs)))
        self.collision.add_button(tr("Take theirs"), lambda: self._settle(lambda: editor.take(theirs)))
        self.collision.show()

    def _settle(self, act: Callable[[], None]) -> None:
        self.collision.hide()
        act()
