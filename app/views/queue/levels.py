"""`P` in the list: the impact by a digit and then the urgency by another, with the priority that each would make.

Both are one change with one way back, and nobody is paged for a priority that only stood between two digits.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.domain.field_names import field_name
from app.domain.priority import PriorityMatrix
from app.domain.wording import tr
from app.services.incidents.queue_dto import QueueRow
from app.views.incident.pick_lists import PickLists
from app.views.queue.acts import words_for
from app.views.widgets.choice_popup import Answer, ChoicePopup, Option, listed, narrowed

Set = Callable[[dict[str, int], str], None]
"""Gives these levels to what is selected; the words say what was done."""

_HELD: Final = frozenset({
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
})  # fmt: skip
_MOVES: Final = frozenset({
    Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Return, Qt.Key.Key_Enter,
    Qt.Key.Key_Tab,
})  # fmt: skip


def ask_levels(
    lists: PickLists, rows: Sequence[QueueRow], counted: str, parent: QWidget, anchor: QWidget, set_levels: Set
) -> ChoicePopup:
    """Ask for the impact and then for the urgency of what is selected, which is called `counted`.

    `rows` are those of it that are known here: where they agree, what they have now is chosen when a list opens.
    """

    def options(text: str, answer: Answer) -> None:
        labels = enumerate(lists.matrix.impact_labels, 1)
        answer(narrowed([Option(n, label, _made(lists.matrix, rows, impact=n)) for n, label in labels], text))

    name = tr("{field_name} of {counted}", field_name=field_name("impact"), counted=counted)
    popup = ChoicePopup(name, options, parent, digits=True)
    popup.chosen.connect(partial(_ask_urgency, lists, rows, counted, parent, anchor, set_levels))
    popup.open_at(anchor)
    _stand_at(popup, {row.impact for row in rows})
    return popup


def _ask_urgency(
    lists: PickLists,
    rows: Sequence[QueueRow],
    counted: str,
    parent: QWidget,
    anchor: QWidget,
    set_levels: Set,
    impact: Option,
) -> None:
    level: Any = impact.value
    of_impact = words_for("impact", impact.label)

    def both(urgency: Option) -> None:
        chosen: Any = urgency.value
        words = tr("{impact}, {urgency}", impact=of_impact, urgency=words_for("urgency", urgency.label))
        set_levels({"impact": level, "urgency": chosen}, words)

    options = [
        Option(n, label, _made(lists.matrix, rows, impact=level, urgency=n))
        for n, label in enumerate(lists.matrix.urgency_labels, 1)
    ]
    name = tr("{field_name} of {counted}", field_name=field_name("urgency"), counted=counted)
    popup = UrgencyPopup(name, options, parent)
    popup.chosen.connect(both)
    popup.left_alone.connect(lambda: set_levels({"impact": level}, of_impact))
    popup.open_at(anchor)
    _stand_at(popup, {row.urgency for row in rows})


class UrgencyPopup(ChoicePopup):
    """The second list: `left_alone` says that the urgency stays, because something else was done than to choose one.

    A key that means nothing here is meant for the window, as it is at an incident: it closes the list and goes there.
    Esc and Ctrl+Z leave all as it was.
    """

    left_alone = Signal()

    def __init__(self, name: str, options: Sequence[Option], parent: QWidget) -> None:
        super().__init__(name, listed(options), parent, digits=True)
        self._is_answered = False
        self._window = parent.window()
        self.field.setReadOnly(True)
        # Which of the windows is asked first about a key differs between window systems.
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close before the window looks for what the key does; while a popup is open it does not look."""
        if isinstance(event, QKeyEvent) and self.isVisible():
            if event.type() == QEvent.Type.ShortcutOverride:
                return self._asked_first(event)
            if event.type() == QEvent.Type.KeyPress and _takes_back(event):
                self._is_answered = True
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _asked_first(self, event: QKeyEvent) -> bool:
        if Qt.Key(event.key()) in _HELD:
            return False
        if _takes_back(event) or Qt.Key(event.key()) in _MOVES or _is_digit(event):
            event.accept()
            return True
        self.close()
        return False

    def _take(self, *, further: bool = False) -> None:
        self._is_answered = self.rows.currentItem() is not None
        super()._take(further=further)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so where it closes without an answer, by a click beside it or by a key for the window."""
        super().closeEvent(event)
        self._window.removeEventFilter(self)
        if not self._is_answered:
            self._is_answered = True
            self.left_alone.emit()


def _takes_back(event: QKeyEvent) -> bool:
    return Qt.Key(event.key()) == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Undo)


def _is_digit(event: QKeyEvent) -> bool:
    plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return event.text().isdecimal() and not event.modifiers() & ~plain


def _stand_at(popup: ChoicePopup, levels: set[int]) -> None:
    """Choose what all have now, so that Enter leaves it; where they differ Enter has nothing to take in the second."""
    if len(levels) == 1 and 1 <= (level := next(iter(levels))) <= popup.rows.count():
        popup.rows.setCurrentRow(level - 1)
    elif isinstance(popup, UrgencyPopup):
        popup.rows.setCurrentRow(-1)


def _made(matrix: PriorityMatrix, rows: Sequence[QueueRow], *, impact: int, urgency: int | None = None) -> str:
    """The priority that these levels would make of the rows, or from which to which: `P2`, `P1 to P3`."""
    made = sorted({_priority(matrix, row, impact, row.urgency if urgency is None else urgency) for row in rows})
    if len(made) > 1:
        return tr("P{first} to P{last}", first=made[0], last=made[-1])
    return f"P{made[0]}" if made else ""


def _priority(matrix: PriorityMatrix, row: QueueRow, impact: int, urgency: int) -> int:
    now = _by_matrix(matrix, row.impact, row.urgency)
    # One that was set by hand stays until somebody takes that back.
    return row.priority if now and row.priority != now else _by_matrix(matrix, impact, urgency) or row.priority


def _by_matrix(matrix: PriorityMatrix, impact: int, urgency: int) -> int:
    """0 where an import brought a level that is on no scale."""
    known = 1 <= impact <= len(matrix.impact_labels) and 1 <= urgency <= len(matrix.urgency_labels)
    return matrix.priority(impact, urgency) if known else 0
