"""Another size or language: the window is opened again, with all that was typed."""

import os
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views import opening_anew
from app.views.opening_anew import open_again, scale_by, start_anew


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    calls: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda program, arguments: calls.append((program, arguments)))
    monkeypatch.setattr(sys, "orig_argv", ["python", "main.py", "window"])
    monkeypatch.setattr(opening_anew, "_asked", [])
    monkeypatch.setattr(opening_anew, "_wanted", [])
    monkeypatch.setattr(QCoreApplication, "quit", lambda: None)
    return calls


def test_the_new_program_chooses_its_own_size(
    started: list[tuple[str, list[str]]], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.show()
    monkeypatch.setenv("QT_SCALE_FACTOR", "")
    monkeypatch.delenv("QT_SCALE_FACTOR")
    scale_by(125)
    assert os.environ["QT_SCALE_FACTOR"] == "1.25"
    open_again()
    assert not started, "nobody wanted it"
    start_anew(frame)
    assert not frame.isVisible()
    open_again()
    assert started == [(sys.executable, ["main.py", "window"])]
    assert "QT_SCALE_FACTOR" not in os.environ


def test_a_size_from_outside_stays(
    started: list[tuple[str, list[str]]], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    scale_by(125)
    start_anew(frame)
    open_again()
    assert os.environ["QT_SCALE_FACTOR"] == "2"
    assert len(started) == 1
