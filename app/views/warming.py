"""Loads the pages of the window beforehand, on a lane, so that the first visit to one only has to make its widgets.

Reading and running their modules takes up to a tenth of a second for each, which is no time when nobody waits for it.
Of the pages that are visited most the widgets are made as well, a piece at a time, so that no turn of the window takes
long.
"""

import importlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer

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
_PIECE_MS: Final = 50
_FOR_PIECES: Final = 2
"""So many modules are needed for what is made ahead, which comes before the rest is loaded: it is visited first."""


class Warming(QObject):
    """Belongs to the window; `begin` when the desk is open, `stop` when the window closes."""

    def __init__(self, background: Background, make: Callable[[], Iterator[None]], parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._make = background, make
        self._left = list(PAGES)
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
        self._pieces = iter(())

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return not self._left

    def _next(self) -> None:
        if len(self._left) <= len(PAGES) - _FOR_PIECES and next(self._pieces, self) is None:
            self._timer.start(_PIECE_MS)
        elif self._left:
            name = self._left.pop(0)
            self._background.read(partial(importlib.import_module, name), self._came, key="warming")

    def _came(self, _module: object) -> None:
        self._timer.start(_REST_MS)
