"""What a screen reader is told and a finger can hit, on every page of the real window over a desk with work on it.

Goals U13 to U16 and U25 of the desktop research: no interactive widget without a name, no cell without text, no target
that is smaller than 24 by 24 (WCAG 2.2, 4.1.2 and 2.5.8), no trap for the keyboard, and always seen where it is.
"""

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from app.domain.errors import Unavailable
from app.services.incidents.dto import NewIncident
from app.views.toolkit.tokens import Size
from app.views.tour import Tour
from app.views.widgets.choice_popup import ChoicePopup
from app.views.windows.desk_window import DeskWindow
from tests.journeys.every_view import VIEWS

FIRST_ROWS = 40
MOST_STOPS = 400
"""More than any view has; who has not come round by then never does."""

_AROUND = 6
_NARROW = (800, 696)
_HIT = QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit


def shown(root: QWidget) -> list[QWidget]:
    """What can be used now, but for parts that Qt makes for itself."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and not isinstance(widget, QScrollBar) and not widget.objectName().startswith("qt_")
    ]


def is_interactive(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton | QLineEdit)


def spoken(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return "" if found is None else found.text(QAccessible.Text.Name).strip()


def told(widget: QWidget) -> str:
    chain, above = [type(widget).__name__], widget.parentWidget()
    while above is not None and len(chain) < 5:
        chain.append(type(above).__name__)
        above = above.parentWidget()
    return " in ".join(chain)


def nameless(root: QWidget) -> set[str]:
    """Interactive widgets that a screen reader has no word for; an empty text says nothing and needs none."""
    return {
        told(widget)
        for widget in shown(root)
        if is_interactive(widget)
        and not spoken(widget)
        and not (isinstance(widget, QLabel) and not widget.text() and widget.pixmap().isNull())
    }


def too_small(root: QWidget) -> set[str]:
    """Buttons that are hard to hit, and fields with no room left; where a field lies in a box, the box is hit."""
    return {
        f"{widget.width()} x {widget.height()}: {spoken(widget)}, {told(widget)}"
        for widget in shown(root)
        if (isinstance(widget, QAbstractButton | QComboBox) and widget.height() < Size.TARGET_LEAST)
        or (isinstance(widget, _HIT) and widget.width() < Size.TARGET_LEAST)
    }


def silent_cells(root: QWidget) -> set[str]:
    """Cells without text, by their place."""
    found = set()
    for view in shown(root):
        model = view.model() if isinstance(view, QAbstractItemView) else None
        if model is None:
            continue
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
        for row in range(min(model.rowCount(QModelIndex()), FIRST_ROWS)):
            for column in range(columns):
                cell = model.index(row, column)
                text = cell.data(Qt.ItemDataRole.AccessibleTextRole) or cell.data(Qt.ItemDataRole.DisplayRole)
                if not str(text or "").strip():
                    found.add(f"row {row}, column {column}: {told(view)}")
    return found


def faults(root: QWidget) -> set[str]:
    return nameless(root) | too_small(root) | silent_cells(root)


def looked_at(walk: Tour) -> QWidget:
    """The window beside the first one that has the keyboard, or the first one in its frame."""
    active = QApplication.activeWindow()
    return active if isinstance(active, DeskWindow) else walk.program.frame


@pytest.mark.parametrize("where", VIEWS)
def test_nothing_is_without_a_name_or_too_small(demo_walk: Tour, where: str) -> None:
    found = {view: what for view in VIEWS[where](demo_walk) if (what := faults(looked_at(demo_walk)))}
    assert found == {}


@pytest.mark.parametrize("where", VIEWS)
def test_a_narrow_window_squeezes_nothing_away(demo_walk: Tour, where: str) -> None:
    """As on half a screen, or a small one with large text (WCAG 2.2, 1.4.10)."""
    demo_walk.program.frame.resize(*_NARROW)
    demo_walk.settle()
    found = {view: what for view in VIEWS[where](demo_walk) if (what := too_small(looked_at(demo_walk)))}
    assert found == {}


@pytest.mark.parametrize("where", VIEWS)
def test_tab_and_f6_go_round_every_view_and_are_seen(demo_walk: Tour, where: str) -> None:
    """From wherever the keyboard is one comes back there, by way of all else, and each stop shows it (U13, U14).

    Not from a list that pops up, where Tab takes what is chosen, nor from what this walk lays over a page by hand.
    """
    found: dict[str, object] = {}
    for view in VIEWS[where](demo_walk):
        if isinstance(QApplication.activePopupWidget(), ChoicePopup) or view == "conflict":
            continue
        unseen, stops = walked_round(demo_walk)
        if unseen or stops >= MOST_STOPS:
            found[view] = (stops, unseen)
        for pane in unreached(demo_walk):
            found[f"{view}, F6"] = pane
    assert found == {}


def walked_round(walk: Tour) -> tuple[set[str], int]:
    """What looks the same with the keyboard on it and without, and after how many steps of Tab one is back.

    Begins a step further: an empty page has the keyboard as a whole, so that letters do something, and is no stop.
    """
    QTest.keyClick(QApplication.focusWidget() or walk.program.window, Qt.Key.Key_Tab)
    start = before = QApplication.focusWidget()
    unseen: set[str] = set()
    assert before is not None
    for stops in range(1, MOST_STOPS):
        with_focus = picture_of(before)
        QTest.keyClick(before, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None:
            return {f"nothing has the keyboard after {told(before)}"}, stops
        if now is not before and picture_of(before) == with_focus:
            unseen.add(f"{spoken(before)}: {told(before)}")
        if now is start:
            return unseen, stops
        before = now
    walk.settle()
    return unseen, MOST_STOPS


def picture_of(widget: QWidget) -> QImage:
    """A widget with what stands close around it, since the ring of a box may be painted by its parent."""
    box = widget.geometry().adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    return (widget.parentWidget() or widget).grab(box).toImage()


def unreached(walk: Tour) -> list[str]:
    """Panes of the page that F6 does not lead to."""
    window = looked_at(walk)
    panes = (window if isinstance(window, DeskWindow) else walk.program.window).panes()
    reached: set[QWidget] = set()
    for _ in range(len(panes) + 1):  # the first one may leave what lies over the page
        QTest.keyClick(QApplication.focusWidget() or walk.program.window, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        reached |= {pane for pane in panes if focused is not None and (pane is focused or pane.isAncestorOf(focused))}
    return [told(pane) for pane in panes if pane not in reached]


def test_what_was_sent_and_what_went_wrong_is_announced(walk: Tour, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Qt hands it to a screen reader (U25); a new breach has its own test beside the clocks of the queue."""
    said: list[str] = []
    monkeypatch.setattr(
        "app.views.toolkit.toast.QAccessible.updateAccessibility", lambda event: said.append(event.message())
    )
    desk, actor = walk.session.desk, walk.session.actor
    caller = walk.ask(lambda: desk.people.search(actor, "nadia"))[0]
    ref = walk.ask(lambda: desk.incidents.create(actor, NewIncident(desk.new_id(), "Badge reader beeps", caller.id)))
    walk.visit("incident", ref.id)
    walk.act("incident.reply")
    walk.type("We look at it.")
    walk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    walk.act("window.outbox")
    walk.press("Send now")
    walk.wait(lambda: any(text.startswith("Sent to Nadia") for text in said))
    walk.program.window.context.toasts.say_error(Unavailable("The server does not answer."))
    assert any("The server does not answer." in text for text in said)


def test_the_walk_notices_what_is_missing(qapp: QApplication) -> None:
    root = QWidget()
    button = QAbstractButtonStub(root)
    button.setFixedSize(20, 30)
    root.show()
    assert nameless(root) == {"QAbstractButtonStub in QWidget"}
    assert too_small(root) == {"20 x 30: , QAbstractButtonStub in QWidget"}
    button.setAccessibleName("Close")
    assert nameless(root) == set()
    root.close()
    root.deleteLater()


class QAbstractButtonStub(QAbstractButton):
    """A button that says nothing."""

    def paintEvent(self, _event: object) -> None:
        """Nothing is seen of it."""
