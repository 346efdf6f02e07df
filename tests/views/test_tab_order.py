"""Tab goes through the window as it is read, whatever was made first."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.toolkit.tab_order import move_focus
from tests.support.fake_desk import FakeDesk
from tests.views.window import MakeWindow


class Form(QWidget):
    """Three rows in a scrolling area, made from the last one to the first."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {name: QPushButton(name) for name in ("e", "d", "c", "b", "a")}
        inner = QWidget()
        column = QVBoxLayout(inner)
        line = QHBoxLayout()
        line.addWidget(self.buttons["b"])
        line.addWidget(self.buttons["c"])
        column.addLayout(line)
        column.addSpacing(2000)
        column.addWidget(self.buttons["d"])
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.addWidget(self.buttons["a"])
        outer.addWidget(self.area)
        outer.addWidget(self.buttons["e"])

    def walk(self, count: int, *, forward: bool = True) -> str:
        """Where so many presses lead, one letter each."""
        path = ""
        for _ in range(count):
            assert move_focus([self], QApplication.focusWidget(), forward=forward)
            focused = QApplication.focusWidget()
            assert isinstance(focused, QPushButton)
            path += focused.text()
        return path


def test_the_order_is_that_of_reading(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    form.resize(300, 300)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.buttons["a"].setFocus()
    assert form.walk(5) == "bcdea"
    assert form.walk(5, forward=False) == "edcba"
    form.buttons["c"].hide()
    form.buttons["e"].setEnabled(False)
    assert form.walk(3) == "bda"
    form.walk(2)
    assert form.area.verticalScrollBar().value() > 0, "what has the keyboard is in view"
    assert not move_focus([form], None, forward=True)


def test_tab_walks_round_the_whole_window(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    window.page.focus_start()
    start = QApplication.focusWidget()
    assert start is not None
    seen: list[QWidget] = []
    while len(seen) < 200:
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            break
    assert len(set(seen)) == len(seen)
    assert set(window.sidebar.findChildren(QWidget)) & set(seen)
    assert seen.index(window.top.filter.field) < seen.index(window.top.commands)
    QTest.keyClick(start, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is seen[-1]
