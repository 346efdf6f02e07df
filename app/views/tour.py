"""A desk's day in the real window without a screen: log, work, resolve, review; pictures and the PDF are kept.

`make run` does this where there is no display, and the pictures of the manual are made by it too.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.domain.errors import Unavailable
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.infra.files import write_whole
from app.infra.paths import Paths
from app.infra.settings import LocalSettings, sqlite_url
from app.services.incidents.dto import IncidentRef
from app.services.incidents.queue_dto import QueueQuery, QueueRow
from app.services.session import Context, Session
from app.views.application import Program, make_application, theme_of
from app.views.pages import Location
from app.views.palette.palette import Palette
from app.views.tour_knowledge import show_handover, show_knowledge, show_problems
from app.views.tour_pictures import MANUAL, PAPERS, WINDOW, picture_file, write_small
from app.views.tour_together import show_colleagues

T = TypeVar("T")

SIZES = (WINDOW, (1366, 696))
_PATIENCE_MS = 180_000
_POLL_MS = 20
_LONGEST_WAY = 200
"""How often Tab is pressed at most to reach something."""
_ENTER = Qt.Key.Key_Return
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def run_tour(context: Context, output: Path, *, whole: bool = False) -> int:
    """Go through the day on a fresh demo desk and leave pictures and the PDF in the folder; returns the exit code.

    The whole tour shows every view that the manual describes, each in one size.
    """
    # Pictures are grabbed, nothing is shown: the tour needs no screen even where there is one.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="mainstay-tour-") as home:
        root = Path(home)
        paths = Paths(*(root / name for name in ("config", "data", "state", "cache", "logs"))).create()
        _build(paths, context)
        own = context._replace(paths=paths, settings=LocalSettings(theme="light"), is_first_run=False)
        application = make_application("light")
        program = Program(own, application, sqlite_url(paths.demo_database))
        tour = Tour(program, application, output, SIZES[:1] if whole else SIZES)
        try:
            tour.open()
            if whole:
                # Most tours show the day alone.
                from app.views.tour_manual import learn, show_the_rest

                # Before the first call is typed, because a window remembers for a while that nothing was learned.
                learn(tour)
            tour.go()
            if whole:
                show_the_rest(tour)
        finally:
            program.frame.close()
            program.end()
    for path in tour.written:
        sys.stdout.write(f"{path}\n")
    return 0


def _build(paths: Paths, context: Context) -> None:
    # The database library is only loaded when the tour is really taken.
    from app.services.demo.build import build_demo

    build_demo(paths.demo_database, context.clock.now())


class Tour:
    """One walk through the window; `written` lists the files it leaves."""

    def __init__(
        self, program: Program, application: QApplication, output: Path, sizes: tuple[tuple[int, int], ...] = SIZES
    ) -> None:
        self.program = program
        self.output = output
        self._sizes = sizes
        self.written: list[Path] = []
        self._theme = theme_of(application, "light")

    @property
    def session(self) -> Session:
        """The demo desk with the person at it; `Unavailable` while it is not open."""
        found = self.program.window.context.session
        if found is None:
            raise Unavailable("The demo desk is not open, so the tour cannot go on.")
        return found

    def open(self) -> None:
        """Open the desk."""
        self._theme.use("light")
        self.program.start()
        self.program.frame.resize(*SIZES[0])
        window = self.program.window
        self.wait(lambda: window.context.session is not None)
        self.settle()

    def go(self) -> None:
        """Log a call, work on it, resolve it, review it, print the review, and look around."""
        self.picture("queue")
        logged = self.log()
        self.work(logged)
        self.resolve()
        self.write_review(logged)
        self.written.append(self.ask(lambda: self.print_review(logged, PAPERS[0])))
        self.look_around()

    def log(self) -> IncidentRef:
        """Log a call by keys alone; the picture is taken before it is saved."""
        self.act("incident.new")
        self.type("nadia")
        self.key(_ENTER)
        self.type("VPN drops after two minutes in the control room")
        self.settle()
        self.picture("create")
        self.key(_ENTER, _CTRL)
        self.settle()
        return self.newest("")

    def work(self, logged: IncidentRef) -> None:
        """Open what was logged, take it, start, and answer the caller."""
        self.visit("incident", logged.id)
        self.act("incident.take")
        self.act("incident.start")
        self.act("incident.reply")
        self.type("Thank you, Nadia. We look at the gateway of the control room first.")
        self.key(_ENTER, _CTRL)
        self.settle()

    def resolve(self) -> None:
        """Resolve it with code and notes."""
        self.act("incident.resolve")
        self.type("1")
        self.key(Qt.Key.Key_Tab)
        self.type("Installed client 5.1.6 remotely. The tunnel has been up for an hour.")
        self.settle()
        self.picture("resolve", sizes=SIZES[:1])
        self.key(_ENTER, _CTRL)
        self.settle()

    def write_review(self, incident: IncidentRef) -> None:
        """Write the review of a resolved incident and publish it."""
        self.visit("incident", incident.id)
        self.write_review_here()

    def write_review_here(self) -> None:
        """Write the review of the incident that is shown and publish it, all by keys."""
        self.command("incident.review")
        self.command("review.begin")
        self.press(tr("Start from the facts"))
        self.press(tr("Add cause"))
        self.type("The client updates itself at half past eight, when everybody signs in.")
        self.key(Qt.Key.Key_Tab)
        self.type("Update log of 40 computers")
        self.press(tr("Add action"))
        self.type("Let the client update itself at night")
        self.tab_to(tr("Person"))
        self.key(Qt.Key.Key_Down)
        self.tab_to(tr("Due"))
        self.type(f"{self.program.window.context.clock.now() + timedelta(days=14):%Y-%m-%d}")
        self.key(Qt.Key.Key_Tab)
        for step in ("review.send", "review.approve", "review.publish"):
            self.command(step)

    def look_around(self) -> None:
        """Show an incident with a long story, and the published review of the outage; print that too."""
        self.visit("incident", self.liveliest().id)
        self.picture("incident")
        for act, name in (("incident.why", "why"), ("incident.escalate", "escalate"), ("incident.macro", "macro")):
            self.act(act)
            self.picture(name, sizes=SIZES[:1])
            self.key(Qt.Key.Key_Escape)
        show_colleagues(self, self.liveliest().id)
        self.visit("dashboard", "")
        self.picture("dashboard")
        self.visit("escalations", "waiting")
        self.picture("escalations")
        show_knowledge(self)
        show_problems(self)
        show_handover(self)
        outage = self.newest("unreachable")
        self.visit("reviews", outage.id)
        self.picture("review")
        self.written.append(self.ask(lambda: self.print_review(outage, PAPERS[1])))
        for name, section, sizes in (
            ("calendar", f"calendars/{self.office_calendar()}", SIZES),
            ("policies", "policies", SIZES[:1]),
            ("rules", "rules", SIZES[:1]),
            ("services", "services", SIZES[:1]),
            ("backups", "backups", SIZES[:1]),
        ):
            self.visit("settings", section)
            self.picture(name, sizes=sizes)

    def command(self, action: str) -> None:
        """Choose an action in the palette by what it is called in the language of the window.

        Two names may be alike in one language and not in another, so Down goes on to the one that is meant.
        """
        name = self.program.window.context.actions.offer(action).spec.text
        self.key(Qt.Key.Key_K, _CTRL)
        self.type(name)
        palette = self.program.window.findChild(Palette)
        for _ in [] if palette is None else palette.shown():
            entry = None if palette is None else palette.current()
            if entry is not None and entry.text == name:
                self.key(_ENTER)
                return
            self.key(Qt.Key.Key_Down)
        raise Unavailable(f"The palette does not offer {name}, so the tour cannot go on.")

    def press(self, button: str) -> None:
        """Go to a button with Tab and press it."""
        self.tab_to(button)
        self.key(Qt.Key.Key_Space)

    def tab_to(self, name: str) -> None:
        """Press Tab until the keyboard is on what is called so; `Unavailable` when it never is."""
        for _ in range(_LONGEST_WAY):
            QTest.keyClick(self._focused(), Qt.Key.Key_Tab)
            if _name(self._focused()) == name:
                self.settle()
                return
        raise Unavailable(f"The keyboard does not reach {name}, so the tour cannot go on.")

    def visit(self, page: str, argument: str) -> None:
        """Go to a page and wait until it stands."""
        # Without a screen nobody gives the keyboard back to the window when a list that was open over it is closed.
        self.program.frame.activateWindow()
        self.program.window.go(Location(page, argument))
        self.settle()

    def act(self, action: str) -> None:
        """Run an action as its key would."""
        self.program.window.context.actions.run(action)
        self.settle()

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._focused(), letter)
            else:
                # Qt's test library knows only the keys of ASCII.
                pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._focused(), pressed)
        self.settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on whatever has the keyboard."""
        QTest.keyClick(self._focused(), key, modifiers)
        self.settle()

    def newest(self, words: str) -> IncidentRef:
        """The newest incident that a filter finds."""
        row = self._rows(QueueQuery(f"{words} is:any", sort="number", group_by="none", limit=1))[0]
        return IncidentRef(row.id, row.number)

    def liveliest(self) -> IncidentRef:
        """The open incident with the most messages among those that clocks run for."""
        rows = self._rows(QueueQuery("is:open priority:1-3", limit=200))
        row = max(rows, key=lambda each: (each.messages, -each.priority, each.number))
        return IncidentRef(row.id, row.number)

    def office_calendar(self) -> str:
        """The id of the calendar by which most of the desk counts."""
        session = self.session
        found = self.ask(lambda: session.desk.sla_settings.calendars(session.actor))
        return max(found, key=lambda each: (each.is_default, len(each.used_by))).id

    def _rows(self, query: QueueQuery) -> tuple[QueueRow, ...]:
        session = self.session
        return self.ask(lambda: session.desk.queue.page(session.actor, query).rows)

    def picture(
        self, name: str, sizes: tuple[tuple[int, int], ...] = SIZES, of: QWidget | None = None, look: str = "{}"
    ) -> None:
        """Keep the window as it is now, or another one, light and dark, in each size; the name is of the list."""
        self.program.window.context.toasts.dismiss()
        for width, height in [MANUAL[name]] if of is not None else [size for size in sizes if size in self._sizes]:
            (of or self.program.frame).resize(width, height)
            for mode in ("light", "dark"):
                self._theme.use(look.format(mode))
                self.settle()
                path = self.output / picture_file(name, mode, (width, height))
                if not write_small((of or self.program.frame).grab().toImage(), path):
                    raise Unavailable(f"{path} cannot be written. Check the rights of the folder.")
                self.written.append(path)
        self._theme.use("light")
        self.program.frame.resize(*SIZES[0])
        self.settle()

    def settle(self) -> None:
        """Until nothing is awaited any more and what was queued has been painted."""
        for _ in range(3):
            self.wait(lambda: not self.program.background.busy)
            self._turn(_POLL_MS)

    def wait(self, fact: Callable[[], bool]) -> None:
        """Until something is so; `Unavailable` when it takes unreasonably long."""
        for _ in range(_PATIENCE_MS // _POLL_MS):
            if fact():
                return
            self._turn(_POLL_MS)
        raise Unavailable("The tour waited three minutes in vain. The log says what happened.")

    def rest(self, milliseconds: int) -> None:
        """Let time pass, as a hand that rests does, and wait for what that sets off."""
        self._turn(milliseconds)
        self.settle()

    def _turn(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def ask(self, work: Callable[[], T]) -> T:
        """Read from the desk as a page does, and wait for the answer."""
        answers: list[T] = []
        self.program.background.read(work, answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]

    def _focused(self) -> QWidget:
        focused: QWidget | None = QApplication.focusWidget()
        return self.program.window if focused is None else focused

    def print_review(self, incident: IncidentRef, name: str) -> Path:
        """Write the review of an incident as a PDF; to be run on a lane."""
        from app.reports.review.from_desk import document_of
        from app.reports.review.pdf import build_review_pdf

        session = self.session
        detail = session.desk.reviews.of_incident(session.actor, incident.id)
        if detail is None:
            raise Unavailable(f"{incident_number(incident.number)} has no review to print.")
        path = self.output / name
        write_whole(path, build_review_pdf(document_of(detail, session.desk.audit.last_anchor(session.actor))))
        return path


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
