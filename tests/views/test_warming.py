"""What the window loads beforehand is there, and is loaded without the window waiting."""

import importlib.util

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.views import warming
from app.views.toolkit.background import Background


@pytest.mark.parametrize("name", warming.PAGES)
def test_every_module_that_is_named_exists(name: str) -> None:
    assert importlib.util.find_spec(name) is not None


def test_all_are_loaded_one_after_another(
    background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(importlib, "import_module", asked.append)
    monkeypatch.setattr(warming, "FIRST_MS", 0)
    monkeypatch.setattr(warming, "_REST_MS", 0)
    owner = QObject()
    warm = warming.Warming(background, owner)
    warm.begin()
    qtbot.waitUntil(lambda: warm.is_done and not background.busy)
    assert tuple(asked) == warming.PAGES
    warm.begin()
    assert len(asked) == len(warming.PAGES)
