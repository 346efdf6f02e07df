"""What a screen reader is told and a finger can hit, on every page of the real window over a desk with work on it.

Goals U15 and U16 of the desktop research: no interactive widget without a name, no cell without text, no target that is
smaller than 24 by 24 (WCAG 2.2, 4.1.2 and 2.5.8).
"""

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from app.views.settings_page.registry import SECTIONS
from app.views.toolkit.tokens import Size
from app.views.tour import Tour

FIRST_ROWS = 40
PANELS = ("incident.reply", "incident.note", "incident.why", "incident.escalate", "incident.resolve", "incident.hold")
SHEETS = (
    "incident.new", "window.notifications", "window.outbox", "window.jobs", "window.palette", "window.search",
    "window.shortcuts",
)  # fmt: skip


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
    """Buttons and pick fields that are hard to hit."""
    return {
        f"{widget.width()} x {widget.height()}: {spoken(widget)}, {told(widget)}"
        for widget in shown(root)
        if isinstance(widget, QAbstractButton | QComboBox) and min(widget.width(), widget.height()) < Size.TARGET_LEAST
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


def test_nothing_is_without_a_name_or_too_small(demo_walk: Tour) -> None:
    walk = demo_walk
    frame = walk.program.frame
    found = {"queue": faults(frame)}
    for action in SHEETS:
        walk.act(action)
        found[action] = faults(frame)
        walk.key(Qt.Key.Key_Escape)
    walk.visit("incident", walk.liveliest().id)
    found["incident"] = faults(frame)
    for action in PANELS:
        walk.act(action)
        found[action] = faults(frame)
        walk.key(Qt.Key.Key_Escape)
    places = [("triage", ""), ("escalations", "waiting"), ("reviews", ""), ("reviews", walk.newest("unreachable").id)]
    places.append(("knowledge", ""))
    places += [("settings", section.key) for section in SECTIONS]
    for page, argument in places:
        walk.visit(page, argument)
        found[f"{page} {argument}"] = faults(frame)
    walk.visit("knowledge", "")
    walk.act("knowledge.edit")
    found["knowledge.edit"] = faults(frame)
    assert {place: what for place, what in found.items() if what} == {}


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
