"""Goes through the window in a language and tells where a text has no room: `python -m tests.words.fit longer FOLDER`.

Themes and sizes to look in may follow: `de FOLDER dark@1366x696 high_light@1920x1080`. `QT_SCALE_FACTOR=1.5` before it
is the text of somebody who needs it large, `2` with `light@3840x2160` a large screen. With `--more` before the language
it looks at all sheets, panels and settings instead of what the tour leads through.

A program of its own, because a language is chosen before the views are imported. Prints what is wrong as JSON, and
leaves pictures of what it looked at in the folder.
"""

import json
import os
import sys
import tempfile
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.wording import speak, tr
from app.views.toolkit.tongue import speak_language
from tests.words.pseudo import pseudo_tongue
from tests.words.room import Fault, faults_of, seen_in

SMALL_LAPTOP = "light@1366x696"
"""What the bars of the system leave of 1366x768."""

MORE = "--more"
_PATIENCE_MS = 2_000
_BEGIN = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
"""An afternoon of a working day, so that the demo desk has something of everything, whenever this runs."""


class Look(NamedTuple):
    """How the window is looked at: its theme, and its width and height in pixels of the screen."""

    theme: str
    width: int
    height: int

    @classmethod
    def read(cls, text: str) -> "Look":
        """From `dark@1366x768`."""
        theme, _at, size = text.partition("@")
        width, _by, height = size.partition("x")
        return cls(theme, int(width), int(height))

    def name(self) -> str:
        """For files."""
        return f"{self.theme}_{self.width}x{self.height}"

    def sides(self) -> tuple[int, int]:
        """Width and height in the pixels that Qt counts in, which are larger where everything is."""
        factor = float(os.environ.get("QT_SCALE_FACTOR", "1"))
        return int(self.width / factor), int(self.height / factor)


def main(arguments: list[str]) -> int:
    """Speak the language and look at everything; the exit code says whether anything is wrong."""
    is_tour = arguments[0] != MORE
    language, name, *rest = arguments if is_tour else arguments[1:]
    looks = [Look.read(each) for each in rest or [SMALL_LAPTOP]]
    folder = Path(name)
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if language in {"longer", "mirrored"}:
        tongue = pseudo_tongue(right_to_left=language == "mirrored")
        QLocale.setDefault(tongue.locale)
        speak(tongue)
    else:
        speak_language(language)
    faults = _looked_through(folder, language, looks, is_tour=is_tour)
    sys.stdout.write(json.dumps(faults, ensure_ascii=False, indent=1) + "\n")
    return 1 if faults else 0


def _looked_through(folder: Path, language: str, looks: list[Look], *, is_tour: bool) -> list[Fault]:
    # Imported here, because every view says what it says when it is imported in the language that is spoken then.
    from app.bootstrap import make_context
    from app.infra.clock import Clock, SystemClock
    from app.infra.paths import Paths
    from app.infra.settings import LocalSettings, sqlite_url
    from app.services.demo.build import build_demo
    from app.views.application import Program, make_application
    from app.views.tour import Tour
    from app.views.tour_manual import show_the_rest
    from tests.journeys.every_view import VIEWS
    from tests.words.source import texts

    # Some words are the same in another language, or are what that says for another English word.
    said = {tr(text.source) for text in texts()}
    english = {text.source for text in texts() if not language.startswith("en")} - said
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
            """Look at the window as it is now, in each theme and size."""
            frame = of or self.program.frame
            self.program.window.context.toasts.dismiss()
            for seen in looks:
                self._theme.use(seen.theme)
                if of is None:
                    frame.resize(*seen.sides())
                self.settle()
                for fault in self._lasting(frame, f"{name}, {seen.name()}"):
                    found.setdefault((fault.kind, fault.text, fault.why[:7]), fault)
                with (folder / f"{language}_as_written.txt").open("a", encoding="utf-8") as file:
                    file.writelines(f"{name}\t{text}\n" for text in sorted(seen_in(frame)))
                frame.grab().toImage().save(str(folder / f"{language}_{name}_{seen.name()}.png"))

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
        tour = Looking(program, application, folder, (looks[0].sides(),))
        try:
            tour.open()
            if is_tour:
                tour.go()
                show_the_rest(tour)
            else:
                for view in chain.from_iterable(views(tour) for views in VIEWS.values()):
                    tour.picture(view.replace(" ", "_").replace("/", "_"))
        finally:
            program.frame.close()
            program.end()
    return list(found.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
