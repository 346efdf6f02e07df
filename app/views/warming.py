"""Loads the pages of the window beforehand, so that the first visit to one only has to make its widgets.

Running the modules that a page needs takes up to half a second, and they make classes of Qt, which only the window's
thread may do (decision 0035): so a lane finds out which these are and loads whatever else they need, and the window
loads a few of them in a turn. Of the pages that are visited most the widgets are made as well, a piece at a time, so
that no turn of the window takes long.
"""

import importlib
import re
import sys
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from app.views.toolkit.background import Background

PAGES: Final = (
    "app.views.queue.preview_content", "app.views.incident.page", "app.views.create.sheet",
    "app.views.shell.palette_sources", "app.views.knowledge.page", "app.views.escalations.page",
    "app.views.search.panel", "app.views.reviews.page", "app.views.settings_page.page",
    "app.views.notifications.panel", "app.views.settings_page.people.section",
    "app.views.settings_page.calendars.section", "app.views.settings_page.policies.section",
    "app.views.settings_page.rules.section", "app.views.macros.sheet", "app.views.reviews.review_view",
    "app.views.problems.page", "app.views.dashboard.page", "app.views.triage.page", "markdown_it",
    "app.views.incident.why_sheet", "app.views.escalations.sheet", "app.views.handover.page",
    "app.views.settings_page.templates.section", "app.views.settings_page.catalogue.services",
    "app.views.settings_page.teams.section", "app.views.settings_page.keys.section",
    "app.views.settings_page.backups.section", "app.views.settings_page.log.section",
)  # fmt: skip
"""What is visited most comes first."""

FIRST_MS: Final = 2_000
"""The first rows have come by then, and the timers have begun."""
_REST_MS: Final = 300
"""Between two of them the window has the interpreter to itself."""
_TURN_MS: Final = 8
"""A turn loads no further module after so long; one takes 4 ms, and 17 at most."""
_BETWEEN_MS: Final = 15
_PIECE_MS: Final = 50
_FOR_PIECES: Final = 2
"""So many of them are needed for what is made ahead, which comes before the rest is loaded: it is visited first."""

_ROOT: Final = Path(__file__).resolve().parents[2]
_WINDOW: Final = "app.views"
_IMPORTS: Final = re.compile(r"^from (app\.[\w.]+) import ([\w, ]*)", re.MULTILINE)
"""What of this program a module loads as soon as it is loaded itself: it stands at the beginning of a line."""
_NAME: Final = re.compile(r"\w+")


def modules_of(page: str) -> tuple[str, ...]:
    """The modules of the window that a page needs and that are not loaded yet, each after those that it needs itself.

    For a lane: what they need that is not the window's knows nothing of Qt, and is loaded on the way.
    """
    return tuple(_in_order(page, set()))


def _in_order(name: str, seen: set[str]) -> Iterator[str]:
    if name in seen or name in sys.modules:
        return
    seen.add(name)
    if not _is_in(name, _WINDOW):
        importlib.import_module(name)
        return
    for needed in _needed_by(name):
        yield from _in_order(needed, seen)
    yield name


def _needed_by(name: str) -> Iterator[str]:
    source = _source_of(name)
    for package, names in [] if source is None else _IMPORTS.findall(source.read_text(encoding="utf-8")):
        yield package
        if _is_in(package, _WINDOW):
            inside = (f"{package}.{each}" for each in _NAME.findall(names))
            yield from (each for each in inside if _source_of(each) is not None)


def _source_of(name: str) -> Path | None:
    """The file of a module of this program, as far as there is one to be read: without, all of it is loaded at once."""
    place = _ROOT.joinpath(*name.split("."))
    return next((each for each in (place.with_suffix(".py"), place / "__init__.py") if each.is_file()), None)


def _is_in(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


class Warming(QObject):
    """Belongs to the window; `begin` when the desk is open, `stop` when the window closes."""

    def __init__(self, background: Background, make: Callable[[], Iterator[None]], parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._make = background, make
        self._left = list(PAGES)
        self._modules: deque[str] = deque()
        self._pieces: Iterator[None] = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._next)

    def begin(self) -> None:
        """Load and make one after another from now on; another time there is nothing left to load."""
        self._pieces = self._make()
        self._timer.start(FIRST_MS)

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()
        self._background.forget("warming")
        self._pieces = iter(())

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return not self._left and not self._modules

    def _next(self) -> None:
        if self._modules:
            self._load()
        elif len(self._left) <= len(PAGES) - _FOR_PIECES and next(self._pieces, self) is None:
            self._timer.start(_PIECE_MS)
        elif self._left:
            self._background.read(partial(modules_of, self._left.pop(0)), self._came, key="warming")

    def _came(self, modules: tuple[str, ...]) -> None:
        self._modules.extend(modules)
        self._timer.start(_BETWEEN_MS if modules else _REST_MS)

    def _load(self) -> None:
        turn = QElapsedTimer()
        turn.start()
        while self._modules:
            importlib.import_module(self._modules.popleft())
            if turn.elapsed() >= _TURN_MS:
                break
        self._timer.start(_BETWEEN_MS if self._modules else _REST_MS)
