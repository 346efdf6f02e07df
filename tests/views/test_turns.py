"""Work in turns of the window: a piece in each, the newest work alone, and who is replaced clears away after itself."""

from itertools import pairwise

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from app.views.toolkit.turns import Pieces, Turns


def work(name: str, done: list[str], pieces: int = 3) -> Pieces:
    try:
        for number in range(pieces):
            done.append(f"{name}{number}")
            yield
        done.append(f"{name} whole")
    finally:
        done.append(f"{name} over")


def test_each_piece_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    other = QTimer(owner, interval=0)
    other.timeout.connect(lambda: done.append("another"))
    other.start()
    Turns(owner).begin(work("a", done))
    assert done == ["a0"], "the first piece at once"
    qtbot.waitUntil(lambda: "a over" in done)
    other.stop()
    pieces = [done.index(name) for name in ("a0", "a1", "a2", "a whole")]
    assert all("another" in done[left:right] for left, right in pairwise(pieces))


def test_what_is_replaced_or_stopped_ends_where_it_is(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    turns = Turns(owner)
    turns.begin(work("a", done))
    turns.begin(work("b", done, 1))
    assert done == ["a0", "a over", "b0"]
    qtbot.waitUntil(lambda: "b over" in done)
    turns.begin(work("c", done))
    turns.stop()
    assert done[3:] == ["b whole", "b over", "c0", "c over"]


def test_a_piece_may_begin_other_work(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    turns = Turns(owner)

    def first() -> Pieces:
        yield
        turns.begin(work("b", done, 1))

    turns.begin(first())
    qtbot.waitUntil(lambda: "b over" in done)
    assert done == ["b0", "b whole", "b over"]
