"""Goes through the window in a language and tells where a text has no room: `python -m tests.words.fit longer FOLDER`.

A program of its own, because a language is chosen before the views are imported. Prints what is wrong as JSON, and
leaves pictures of what it looked at in the folder.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QWidget

from app.domain.wording import speak
from app.views.toolkit.tongue import speak_language
from tests.words.pseudo import pseudo_tongue

SIZE = (1366, 768)
_SLACK = 1
_PATIENCE_MS = 2_000
"""Pixels that rounding may take."""

_DATA = {"Critical", "High", "Low", "Moderate", "Network", "Planning", "Sign-in"}
"""Words of the demo desk that are words of the window too: data is shown as people wrote it."""


_BEGIN = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
"""An afternoon of a working day, so that the demo desk has something of everything, whenever this runs."""


class Fault(NamedTuple):
    """Where something is cut off, or was not said in the language: in which picture, what, and how much is missing."""

    picture: str
    kind: str
    text: str
    why: str


def main(arguments: list[str]) -> int:
    """Speak the language and look at everything; the exit code says whether anything is wrong."""
    language, folder = arguments[0], Path(arguments[1])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if language in {"longer", "mirrored"}:
        tongue = pseudo_tongue(right_to_left=language == "mirrored")
        QLocale.setDefault(tongue.locale)
        speak(tongue)
    else:
        speak_language(language)
    faults = _looked_through(folder, language)
    sys.stdout.write(json.dumps(faults, ensure_ascii=False, indent=1) + "\n")
    return 1 if faults else 0


def _looked_through(folder: Path, language: str) -> list[Fault]:
    # Imported here, because every view says what it says when it is imported in the language that is spoken then.
    from app.bootstrap import make_context
    from app.infra.clock import Clock, SystemClock
    from app.infra.paths import Paths
    from app.infra.settings import LocalSettings, sqlite_url
    from app.services.demo.build import build_demo
    from app.views.application import Program, make_application
    from app.views.tour import Tour
    from app.views.tour_manual import show_the_rest
    from tests.words.source import texts

    english = {text.source for text in texts() if not language.startswith("en")}
    found: dict[tuple[str, str, str], Fault] = {}

    class Afternoon(Clock):
        """Goes on from the afternoon by the real clock."""

        def __init__(self) -> None:
            self._ahead = _BEGIN - SystemClock().now()

        def now(self) -> datetime:
            """The moment, so much earlier or later."""
            return SystemClock().now() + self._ahead

    clock = Afternoon()

    class Looking(Tour):
        """The tour, looking where it would make pictures."""

        def picture(
            self, name: str, sizes: tuple[tuple[int, int], ...] = (), of: QWidget | None = None, look: str = "{}"
        ) -> None:
            """Look at the window as it is now."""
            frame = of or self.program.frame
            if of is None:
                frame.resize(*SIZE)
            self.settle()
            for fault in self._lasting(frame, name):
                found.setdefault((fault.kind, fault.text, fault.why[:7]), fault)
            with (folder / f"{language}_as_written.txt").open("a", encoding="utf-8") as file:
                file.writelines(f"{name}\t{text}\n" for text in sorted(seen_in(frame)))
            frame.grab().toImage().save(str(folder / f"{language}_{name}.png"))

        def _lasting(self, frame: QWidget, name: str) -> list[Fault]:
            """What is still wrong when the places of texts that just came have been worked out."""
            patience = QDeadlineTimer(_PATIENCE_MS)
            faults = list(faults_of(frame, name, english))
            while faults and not patience.hasExpired():
                self.settle()
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
                faults = list(faults_of(frame, name, english))
            return faults

    with tempfile.TemporaryDirectory(prefix="mainstay-fit-") as home:
        root = Path(home)
        paths = Paths(*(root / name for name in ("config", "data", "state", "cache", "logs"))).create()
        build_demo(paths.demo_database, clock.now())
        context = make_context(sqlite_url(paths.demo_database), clock)._replace(
            paths=paths, settings=LocalSettings(theme="light"), is_first_run=False
        )
        application = make_application("light")
        program = Program(context, application, sqlite_url(paths.demo_database))
        tour = Looking(program, application, folder, (SIZE,))
        try:
            tour.open()
            tour.go()
            show_the_rest(tour)
        finally:
            program.frame.close()
            program.end()
    return list(found.values())


def faults_of(window: QWidget, picture: str, english: set[str]) -> Iterator[Fault]:
    """What is wrong with the texts that are seen in a window."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        text = _text_of(widget)
        if not text:
            continue
        kind = type(widget).__name__
        if text in english - _DATA:
            yield Fault(picture, kind, text, "not said in the language")
        needed, has = _room(widget, text)
        if needed > has + _SLACK:
            yield Fault(picture, kind, text, f"needs {needed}, has {has}")


def seen_in(window: QWidget) -> set[str]:
    """What is seen in a window as people wrote it: in English letters only."""
    texts = {_text_of(each) for each in window.findChildren(QWidget) if not each.visibleRegion().isEmpty()}
    return {text for text in texts if text.isascii() and any(letter.isalpha() for letter in text)}


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) and type(widget).__module__.startswith("app.views.widgets") else ""


def _room(widget: QWidget, text: str) -> tuple[int, int]:
    """How many pixels the text needs, and how many it has: of width, or of height where it is broken into lines."""
    # One that cuts its text itself tells the whole of it.
    if widget.toolTip() and text.strip() in widget.toolTip():
        return 0, 0
    seen = _seen_width(widget)
    if isinstance(widget, QLabel):
        if widget.textFormat() == Qt.TextFormat.RichText or not widget.pixmap().isNull():
            return 0, 0
        if widget.wordWrap():
            inside = widget.contentsRect()
            flags = int(Qt.TextFlag.TextWordWrap)
            box = widget.fontMetrics().boundingRect(0, 0, inside.width(), 10_000, flags, text)
            return box.height(), inside.height()
        lines = text.split("\n")
        wide = max(widget.fontMetrics().horizontalAdvance(line) for line in lines)
        return wide, min(widget.contentsRect().width(), seen)
    if isinstance(widget, QAbstractButton):
        return widget.minimumSizeHint().width(), min(widget.width(), seen)
    return 0, 0


def _seen_width(widget: QWidget) -> int:
    """Its width without what lies outside of what it stands in; what can be scrolled sideways counts as seen."""
    left, right = 0, widget.width()
    inner, outer = widget, widget.parentWidget()
    while outer is not None and not inner.isWindow():
        if isinstance(outer, QAbstractScrollArea) and _scrolls_sideways(outer):
            return widget.width()
        corner = widget.mapTo(outer, widget.rect().topLeft()).x()
        left, right = max(left, -corner), min(right, outer.width() - corner)
        inner, outer = outer, outer.parentWidget()
    return max(0, right - left)


def _scrolls_sideways(area: QAbstractScrollArea) -> bool:
    hidden = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return not hidden and area.horizontalScrollBar().maximum() > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
