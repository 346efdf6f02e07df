"""What counts only when a program starts, as another language: the window is opened again, with all that was typed."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views import opening_anew
from app.views.opening_anew import open_again, start_anew


def test_the_window_is_opened_again_where_somebody_wants_it(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda program, arguments: started.append((program, arguments)))
    monkeypatch.setattr(sys, "orig_argv", ["python", "main.py", "window"])
    monkeypatch.setattr(opening_anew, "_wanted", [])
    monkeypatch.setattr(QCoreApplication, "quit", lambda: None)
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.show()
    open_again()
    assert not started, "nobody wanted it"
    start_anew(frame)
    assert not frame.isVisible()
    open_again()
    assert started == [(sys.executable, ["main.py", "window"])]
