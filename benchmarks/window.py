"""How soon the window shows what a hand did: 500,000 incidents at the desk, 50,000 of them in the list.

Keys are real key events, and a time ends with the paint that shows what came of them. What is promised is absolute,
because it is about people: so the floor of each figure is the time that is promised, and it is kept at 1.00. Beside it
stands how many times it is what a bare Qt table takes from a key to its paint in the same run, and how much of it the
window's thread computed, which neighbours on the computer change least.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.harness import Result, percentile
from benchmarks.large_desk import BOTH
from benchmarks.seat import OPEN, RARE, SELDOM, Seat, seat

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KEY, SWITCH, FILTER, PALETTE, LETTER, FRAME = 0.05, 0.1, 0.1, 0.05, 0.016, 0.016
HAND = 0.2
"""Seconds between two keys of somebody who looks at what they show."""
PATIENCE = 60.0
_FILTERS = (
    "priority:1 ", f"{RARE} ", "is:waiting ", "assignee:none ", "sla:0..4h ", "priority:2,3 ", f"{SELDOM} ",
    "updated:<-1d ", "is:breached ", "assignee:me ", f"priority:1 {SELDOM} ", "-priority:3 ", "is:new ",
    f"assignee:none {SELDOM} ",
)  # fmt: skip
"""What people type to find some among the 50,000."""
_COMMANDS = ("reassign", "group by", "resolve", "know", "time left", "theme")

Fact = Callable[[], bool]


@dataclass(slots=True)
class Times:
    """What one thing took each time: on the wall, and of the window's thread; what is only shown promises nothing."""

    name: str
    promised: float
    is_promised: bool = True
    walls: list[float] = field(default_factory=list)
    computed: list[float] = field(default_factory=list)

    def add(self, wall: float, computed: float) -> None:
        """Once more."""
        self.walls.append(wall)
        self.computed.append(computed)

    @property
    def most_of_them(self) -> float:
        """What 95 of 100 do not exceed."""
        return percentile(self.walls, 0.95)

    def result(self, kind: str) -> Result:
        """That over what is promised, on a kind of database."""
        promised = 1.0 if self.is_promised else None
        return Result(f"{kind}, {self.name}, 95 of 100", self.most_of_them, self.promised, promised)

    def told(self, floor: float) -> str:
        """What stands beside it."""
        computed = percentile(self.computed, 0.95)
        return (
            f"  {self.name:<46} {len(self.walls):>4} times: median {statistics.median(self.walls) * 1e3:6.1f} ms,"
            f" 95 of 100 {self.most_of_them * 1e3:6.1f} ms (computed {computed * 1e3:5.1f}),"
            f" most {max(self.walls) * 1e3:6.1f} ms; {self.most_of_them / floor:4.1f} x a bare table"
        )


class Stopwatch:
    """Times from an act to the end of the paint in which what came of it is shown."""

    def __init__(self, at: Seat) -> None:
        self._at = at
        self._begin = self._computed = 0.0

    def start(self) -> None:
        """From now on."""
        self._begin, self._computed = time.perf_counter(), time.thread_time()

    def stop(self, into: Times, shown: Fact, window: "QWidget | None" = None) -> None:
        """Until it is shown: the turn of the event loop that painted is over."""
        from PySide6.QtCore import QEvent, QObject

        class Painted(QObject):
            """Whether the window painted after there was something to show."""

            done = False

            def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
                self.done = self.done or (event.type() == QEvent.Type.UpdateRequest and shown())
                return False

        painted, watched = Painted(), window or self._at.program.frame
        watched.installEventFilter(painted)
        while not painted.done:
            self._at.turn()
            if time.perf_counter() - self._begin > PATIENCE:
                raise SystemExit(f"Waited in vain: {into.name}")
        into.add(time.perf_counter() - self._begin, time.thread_time() - self._computed)
        watched.removeEventFilter(painted)

    def time(self, into: Times, act: Callable[[], object], shown: Fact) -> None:
        """The whole of an act."""
        self.start()
        act()
        self.stop(into, shown)


def run(folder: Path) -> list[Result]:
    """All figures, on each database."""
    return [times.result(kind) for kind in BOTH for times in _figures(folder, kind)]


def _figures(folder: Path, kind: str) -> list[Times]:
    with seat(folder, kind) as at:
        watch = Stopwatch(at)
        at.live(3)
        if at.program.window.queue.table.layout_of_lines.rows < OPEN * 0.95:
            raise RuntimeError("The list is shorter than it is said to be.")
        floor = _bare_table(at)
        print(f"  {kind}; a bare table of 50,000 rows takes {floor * 1e3:.1f} ms from a key to its paint, 95 of 100.")
        found: list[Times] = []
        for part in (_through_the_list, _through_incidents, _typing, _filters, _palette, _scrolls):
            for times in part(at, watch):
                print(times.told(floor), flush=True)
                found.append(times)
    return found


def _bare_table(at: Seat) -> float:
    """A key in a table of Qt's own with 50,000 rows: down, and painted."""
    from PySide6.QtCore import QStringListModel, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QTableView

    table = QTableView()
    table.setModel(QStringListModel([f"Printer {number} jams" for number in range(50_000)], table))
    table.resize(1000, 800)
    table.show()
    at.live(0.2)
    times, watch = Times("a bare table", KEY), Stopwatch(at)
    for _ in range(60):
        before = table.currentIndex().row()
        watch.start()
        QTest.keyClick(table, Qt.Key.Key_Down)
        watch.stop(times, partial(lambda before: table.currentIndex().row() > before, before), table)
    table.close()
    table.deleteLater()
    at.program.frame.activateWindow()
    at.live(0.2)
    return times.most_of_them


def _through_the_list(at: Seat, watch: Stopwatch) -> list[Times]:
    """J and X in the list, at the pace of somebody who looks, and the preview that follows."""
    key, mark = Times("a key in the list", KEY), Times("a key that selects for several", KEY)
    preview = Times("another incident in the preview", SWITCH)
    queue = at.program.window.queue
    queue.focus_start()
    for number in range(120):
        before = queue.view.current_id()
        watch.start()
        at.press("J")
        watch.stop(key, partial(lambda before: queue.view.current_id() not in {before, None}, before))
        wanted = queue.view.current_id()
        watch.stop(
            preview, partial(lambda wanted: getattr(queue.preview.focus_target(), "incident_id", "") == wanted, wanted)
        )
        at.live(HAND)
        if number % 4 == 0:
            marked = len(queue.table.marked)
            watch.time(mark, lambda: at.press("X"), partial(lambda marked: len(queue.table.marked) != marked, marked))
            at.live(HAND)
    at.press("Escape")
    at.live(HAND)
    return [key, mark, preview]


def _through_incidents(at: Seat, watch: Stopwatch) -> list[Times]:
    """J on the page of an incident: the next one, whole."""
    times = Times("another incident on its page", SWITCH)
    window = at.program.window
    at.press("Return")
    at.until(lambda: getattr(window.page, "detail", None) is not None, "an incident")
    for _ in range(60):
        at.live(HAND)
        before = window.page.title()
        watch.time(
            times,
            lambda: at.press("J"),
            partial(lambda before: window.page.title() not in {before, "Incident"}, before),
        )
    return [times]


def _typing(at: Seat, watch: Stopwatch) -> list[Times]:
    """Letters of a reply."""
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

    times = Times("a letter of a reply", KEY)
    at.press("R")
    at.live(HAND)
    edit = at.application.focusWidget()
    assert isinstance(edit, QTextEdit | QPlainTextEdit)
    for letter in "We look at it and come back to you within the hour. ":
        before = edit.toPlainText()
        watch.time(
            times,
            partial(lambda letter: _type(at, letter), letter),
            partial(lambda before: edit.toPlainText() != before, before),
        )
        at.live(0.06)
    at.press("Ctrl+A")
    at.press("Delete")
    at.press("Escape")
    at.press("G")
    at.press("Q")
    at.live(HAND)
    return [times]


def _filters(at: Seat, watch: Stopwatch) -> list[Times]:
    """From the end of the pause after typing to the rows: three times every filter, typed behind `is:open`."""
    times = Times("another filter, from the end of the pause", FILTER)
    whole = Times("back to the whole list", FILTER, is_promised=False)
    window = at.program.window
    field = window.top.filter
    answers: list[Any] = []
    field.changed.connect(lambda _text: watch.start())
    window.queue.answered.connect(answers.append)
    each: dict[str, list[float]] = {}
    for text in _FILTERS * 3:
        at.press("G")
        at.press("Q")
        at.live(1.0)
        at.press("/")
        # Between the last letter and the blank behind it no time passes: the hand must not be taken to rest there.
        for letter in text[:-2]:
            _type(at, letter)
            at.live(0.03)
        for letter in text[-2:]:
            _type(at, letter)
        wanted = " ".join(f"is:open {text}".split())
        # The watch starts anew when the field tells that the hand rests.
        watch.start()
        answers.clear()
        watch.stop(times, partial(lambda wanted: bool(answers) and answers[-1].query.filter_text == wanted, wanted))
        each.setdefault(text, []).append(times.walls[-1])
        at.press("Return")
        at.live(0.3)
    for text, walls in each.items():
        print(f"    {text:<36} {', '.join(f'{wall * 1e3:.0f}' for wall in walls)} ms")
    for _ in range(10):
        at.press("G")
        at.press("A")  # Another list: back from another page to the same one nothing would be asked.
        at.live(1.0)
        answers.clear()
        at.press("G")
        watch.time(whole, lambda: at.press("Q"), lambda: bool(answers) and answers[-1].query.filter_text == "is:open")
    at.live(1.0)
    return [times, whole]


def _palette(at: Seat, watch: Stopwatch) -> list[Times]:
    """Ctrl K, and every letter typed into it."""
    from app.views.palette.palette import Palette

    opened, letters = Times("the palette opens", PALETTE), Times("a letter in the palette", LETTER)
    window = at.program.window

    def typed() -> str | None:
        shown = [each for each in window.ground.findChildren(Palette) if each.isVisible()]
        return shown[0].field.text() if shown else None

    for text in _COMMANDS * 5:
        watch.time(opened, lambda: at.press("Ctrl+K"), lambda: typed() is not None)
        at.live(0.1)
        for letter in text:
            before = typed()
            watch.time(
                letters,
                partial(lambda letter: _type(at, letter), letter),
                partial(lambda before: typed() != before, before),
            )
            at.live(0.05)
        at.press("Escape")
        at.live(0.1)
    return [opened, letters]


def _scrolls(at: Seat, _watch: Stopwatch) -> list[Times]:
    """Frames while the list is scrolled by the wheel, by pages, and dragged by its bar through all of it."""
    queue = at.program.window.queue
    bar = queue.view.verticalScrollBar()
    found = []
    steps = {"wheel": 3 * max(1, bar.singleStep()), "page": bar.pageStep(), "drag of the bar": bar.maximum() // 400}
    for name, step in steps.items():
        times = Times(f"a frame of a scroll, {name}", FRAME)
        bar.setValue(0)
        at.live(0.5)
        for _ in range(380):
            begin, computed = time.perf_counter(), time.thread_time()
            bar.setValue(bar.value() + step)
            at.application.processEvents()
            times.add(time.perf_counter() - begin, time.thread_time() - computed)
        if bar.value() == 0:
            raise RuntimeError("The list did not scroll, so nothing was measured.")
        found.append(times)
    bar.setValue(0)
    return found


def _type(at: Seat, letter: str) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClicks(at.application.focusWidget() or at.program.window, letter)
