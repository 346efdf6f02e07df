"""The guards against forgotten threads and windows see what they are there for."""

import threading

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support import leaks


def test_a_thread_left_running_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "GRACE_SECONDS", 0.01)
    before = set(threading.enumerate())
    release = threading.Event()
    thread = threading.Thread(target=release.wait, name="forgotten")
    thread.start()
    try:
        assert leaks.stray_threads(before) == ["forgotten"]
    finally:
        release.set()
        thread.join()
    assert leaks.stray_threads(before) == []


def test_a_window_left_open_is_named(qtbot: QtBot) -> None:
    before = {leaks.identity(widget) for widget in leaks.top_level_widgets()}
    window = QWidget()
    window.setObjectName("forgotten")
    assert leaks.stray_windows(before) == ["QWidget 'forgotten'"]
    window.deleteLater()
    assert leaks.stray_windows(before) == []


def test_a_window_in_a_reference_cycle_is_collected(qtbot: QtBot) -> None:
    before = {leaks.identity(widget) for widget in leaks.top_level_widgets()}
    window = QWidget()
    holder = [window]
    window.__dict__["holder"] = holder
    del window, holder
    assert leaks.stray_windows(before) == []
