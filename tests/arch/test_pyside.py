"""Guards against the release of PySide6 that aborts the process, and against its like.

PySide6 6.12.0 on CPython 3.11 gives back one reference to None too many on every call that returns nothing; after some
thousand calls the interpreter dies with "Fatal Python error: none_dealloc".
"""

import importlib.metadata
import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

CALLS = 200
EMITS = 5_000
TOLERANCE = 50  # other code of the process may take or drop a few references meanwhile


class Source(QObject):
    """Has a signal with a value that is a singleton too."""

    said = Signal(bool)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal from Python 3.12 on")
def test_void_calls_keep_the_references_to_none(qtbot: QtBot) -> None:
    font = QFont()
    before = sys.getrefcount(None)
    for size in range(CALLS):
        font.setPixelSize(size % 40 + 1)
    assert abs(sys.getrefcount(None) - before) < TOLERANCE


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal from Python 3.12 on")
def test_signals_keep_the_references_to_true(qtbot: QtBot) -> None:
    source = Source()
    heard: list[int] = []
    source.said.connect(lambda value: heard.append(1))
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(EMITS):
        source.said.emit(True)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert len(heard) == EMITS
    assert [abs(now - then) < TOLERANCE for then, now in zip(before, after, strict=True)] == [True, True]


def test_the_installed_release_suits_this_python() -> None:
    release = tuple(int(part) for part in importlib.metadata.version("PySide6-Essentials").split(".")[:2])
    if sys.version_info < (3, 12):
        assert release == (6, 11), "only PySide6 6.11 is sound on Python 3.11"
    else:
        assert release >= (6, 12)
