"""What is in a layout: in its order, and without a trace that ends the program later."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.toolkit.laid_out import widgets_in
from app.views.widgets.flow import FlowLayout

VIEWS = Path(__file__).parents[2] / "app" / "views"

_LOOKED_AT = """
import os
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from app.views.toolkit.laid_out import widgets_in

class Label(QLabel):
    pass

application = QApplication([])
host = QWidget()
column = QVBoxLayout(host)

def forget():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

for _ in range(1000):
    for _ in range(5):
        column.addWidget(Label("stays"))
    for gone in list(widgets_in(column))[:5]:
        gone.deleteLater()
    forget()
    box = QWidget(host)
    others = QVBoxLayout(box)
    for _ in range(20):
        others.addWidget(Label("comes and goes"))
    box.deleteLater()
    del box, others
    forget()
os._exit(0)
"""
"""Widgets that are looked at, and others in the place where their items were."""


def test_widgets_come_in_the_order_of_the_layout(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    names = [QLabel(name, host) for name in ("last", "third", "first", "second", "loose")]
    last, third, first, second, _loose = names
    column, line, flow = QVBoxLayout(host), QHBoxLayout(), FlowLayout()
    column.addWidget(first)
    column.addSpacing(8)
    column.addLayout(line)
    column.addLayout(flow)
    column.addWidget(last, 0, Qt.AlignmentFlag.AlignRight)
    line.addStretch(1)
    line.addWidget(second)
    flow.addWidget(third)
    assert list(widgets_in(column)) == [first, second, third, last]
    second.setParent(None)
    second.deleteLater()
    assert list(widgets_in(column)) == [first, third, last]
    assert not list(widgets_in(QVBoxLayout()))


def test_a_look_at_a_layout_leaves_nothing_that_ends_the_program() -> None:
    """In a program of its own: with items of the layout held by Python it ends in the middle of the memory of Qt."""
    ran = subprocess.run([sys.executable, "-c", _LOOKED_AT], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_nobody_asks_a_layout_of_qt_for_its_items() -> None:
    """The flow layout keeps its own items, and a list has items of another kind."""
    asking = {path.name for path in VIEWS.rglob("*.py") if ".itemAt(" in path.read_text(encoding="utf-8")}
    assert asking == {"journal_list.py"}
