"""The program over a small desk, begun at one size of text and changed to another: pictures at both, for a test.

`python -m tests.views.sized_window FOLDER PERSON BEGUN ANOTHER` writes `100-queue-begun-light.png` and its like into
the folder, where the desk is. The window has the same pixels of the screen at either size.
"""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.bootstrap import open_session
from app.infra.paths import Paths
from app.infra.settings import LocalSettings, sqlite_url
from app.services.incidents.queue_dto import QueueQuery
from app.services.session import Context
from app.views.application import Program, make_application, theme_of
from app.views.toolkit.live_scale import scale_to
from app.views.tour import Tour
from tests.support.clock import FrozenClock

_WIDTH, _HEIGHT = 1200, 720
"""Of the window, in pixels of the screen."""


class Pictures:
    """Goes from page to page; on each, everything is shown in the size at the start, in the other one, and back."""

    def __init__(self, tour: Tour, begun: int, another: int) -> None:
        self._tour, self._begun, self._another = tour, begun, another

    def take(self) -> None:
        """The queue, an incident, the settings of the size, and the sheet of a new incident."""
        tour = self._tour
        row = tour._rows(QueueQuery("is:any", sort="number", group_by="none", limit=1))[0]
        for name, argument in (("queue", ""), ("incident", row.id), ("settings", "rules"), ("create", "")):
            tour.visit("queue" if name == "create" else name, argument)
            if name == "create":
                tour.act("incident.new")
            self._keep(f"{self._begun}-{name}-begun")
            for size, how in ((self._another, "changed"), (self._begun, "back")):
                assert scale_to(size)
                tour.settle()
                self._keep(f"{size}-{name}-{how}")

    def _keep(self, name: str) -> None:
        for mode in ("light", "dark"):
            theme_of(make_application()).use(mode)
            self._tour.settle()
            self._tour.program.frame.grab().save(str(self._tour.output / f"{name}-{mode}.png"))


def main(folder: Path, person_id: str, begun: int, another: int) -> None:
    """Show everything in the size that the program is begun in, then in another one."""
    application = make_application("light", begun)
    QApplication.setCursorFlashTime(0)
    paths = Paths(*(folder / name for name in ("config", "data", "state", "cache", "logs"))).create()
    clock, url = FrozenClock(), sqlite_url(folder / "desk.sqlite")
    settings = LocalSettings(theme="light", person_id=person_id, text_size=str(begun))
    program = Program(
        Context(paths, settings, url, False, clock, partial(open_session, person_id=person_id, clock=clock)),
        application,
    )
    tour = Tour(program, application, folder)
    program.start()
    tour.wait(lambda: program.window.context.session is not None)
    program.frame.resize(round(_WIDTH * 100 / begun), round(_HEIGHT * 100 / begun))
    tour.settle()
    # It would say after a while that there are none, as indeed nothing here lets time pass.
    program.window.timers.stop()
    # They are said seconds after the start, between two of the pictures.
    program.window.hours.stop()
    Pictures(tour, begun, another).take()
    program.frame.close()
    program.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
