"""The program around the window: what is loaded before the first picture, the first start, and what goes wrong."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import open_session
from app.domain.errors import Unavailable, Unfit
from app.infra.backup import Reason, folder_of, list_backups
from app.infra.lease import Held, Holder
from app.infra.migrate import upgrade
from app.infra.paths import Paths
from app.infra.settings import LocalSettings, read_settings, sqlite_url
from app.infra.sharing import Hold
from app.services.incidents.queue_dto import GroupCount, QueueQuery, QueueSummary
from app.services.session import Context, Progress, Session, Timers
from app.views.application import Program, make_application
from app.views.first_picture import FirstPicture, remembered
from app.views.learner import Learner
from app.views.queue.last_rows import LastRows, last_rows_path, load_last_rows, save_last_rows
from app.views.safekeeping import RestorePage
from app.views.toolkit.theme import Theme, colour
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from tests.arch.source import ROOT
from tests.support.clock import FrozenClock
from tests.support.fake_desk import NOW, FakeDesk, make_rows
from tests.views.desks import small_desk

Start = Callable[..., Program]

FIRST_PICTURE = """
import sys
from pathlib import Path
from app.domain.errors import Unavailable
from app.infra.lease import Held, Holder
from app.infra.paths import Paths
from app.infra.settings import LocalSettings
from app.services.session import Context
from app.views.application import Program, make_application
from app.views.first_picture import FirstPicture, remembered
from app.infra.clock import SystemClock
from PySide6 import QtGui, QtWidgets

home = Path(sys.argv[1])
paths = Paths(*(home / name for name in ("config", "data", "state", "cache", "logs"))).create()
found = []

def open_desk(url):
    raise Unavailable("Not in this test.")

context = Context(paths, LocalSettings(), "sqlite:///desk", False, SystemClock(), open_desk)
paint, painted = FirstPicture.paintEvent, []
FirstPicture.paintEvent = lambda picture, event: (paint(picture, event), painted.append(event.rect()))
program = Program(context, make_application())
assert program.show_picture()
assert painted, "the window system has put the picture up before anything else is begun"
loaded = {name.split(".")[0] for name in sys.modules}
heavy = {"sqlalchemy", "alembic", "psycopg", "reportlab", "keyring", "sqlite3"} & loaded
assert not heavy, heavy
later = {"app.views.main_window", "app.domain.events", "app.views.toolkit.style_sheet", "platformdirs", "tomllib"}
assert not later & set(sys.modules), later & set(sys.modules)
# PySide makes a class with all its lists of names when it is first looked at.
made = [name for module in (QtGui, QtWidgets) for name in ("QIcon", "QStyle", "QGradient") if name in vars(module)]
assert not made, made
program.start()
assert program.window.queue.table.rowCount() == 60, program.window.queue.table.rowCount()
assert program.window.queue.table.row_at(0).number == 10493
program.frame.close()
program.end()
"""


def test_the_first_picture_shows_the_last_rows_without_any_database_library(tmp_path: Path) -> None:
    last = LastRows(QueueQuery(group_by="none"), QueueSummary(60), tuple(make_rows(60)))
    save_last_rows(last_rows_path(tmp_path / "cache", "sqlite:///desk"), last)
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE, str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr


LIVE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.domain.errors import Unavailable
from app.infra.clock import SystemClock
from app.infra.lease import Held, Holder
from app.infra.paths import Paths
from app.infra.settings import LocalSettings, sqlite_url
from app.services.session import Context
from app.views.application import Program, make_application

home, person_id = Path(sys.argv[1]), sys.argv[2]
paths = Paths(*(home / name for name in ("config", "data", "state", "cache", "logs"))).create()
opened = []

def open_desk(url):
    opened.append([row.short_description for row in program.window.queue.table.first_rows(9)])
    raise Unavailable("Not in this test.")

url = sqlite_url(home / "desk.sqlite")
context = Context(paths, LocalSettings(person_id=person_id), url, False, SystemClock(), open_desk)
application = make_application()
program = Program(context, application)
answers = []
program.start()
program.window.queue.answered.connect(answers.append)
while not opened:
    application.processEvents()
heavy = {"sqlalchemy", "alembic", "psycopg", "reportlab", "keyring", "app.views.incident.page", "app.services.desk"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
print(len(answers), *opened[0], sep="|")
program.frame.close()
program.end()
"""


@pytest.mark.parametrize("is_the_same_person", [True, False])
def test_rows_are_true_before_the_database_library_is_loaded(
    is_the_same_person: bool, tmp_path: Path, clock: FrozenClock
) -> None:
    url = sqlite_url(tmp_path / "desk.sqlite")
    desk = small_desk(url, clock)
    queue, wanted = desk.session.desk.queue, QueueQuery()
    desk.log("Logged before")
    rows = queue.page(desk.me, wanted).rows
    kept = queue.kept(desk.me, wanted)
    last = LastRows(wanted, queue.summary(desk.me, wanted), rows, queue.counts(desk.me), kept)
    save_last_rows(last_rows_path(tmp_path / "cache", url), last)
    desk.log("Logged since")
    desk.session.desk.close()
    ran = subprocess.run(
        [sys.executable, "-c", LIVE, str(tmp_path), desk.me.person_id if is_the_same_person else "somebody else"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    expected = "1|Logged since|Logged before" if is_the_same_person else "0|Logged before"
    assert ran.stdout.strip() == expected


def _open(desk: FakeDesk, _url: str) -> Session:
    return desk.as_session()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    names = ("config", "data", "state", "cache", "logs")
    return Paths(*(tmp_path / name for name in names)).create()


@pytest.fixture
def start(theme: Theme, paths: Paths, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program over a function that opens desks; ends it with the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("app.views.error_hook.log_qt_messages", lambda: None)
    programs: list[Program] = []

    def run(
        open_desk: Callable[[str], Session],
        *,
        first: bool = False,
        timers: Callable[[Session, str], Timers] | None = None,
        make_demo: Callable[[Progress], None] | None = None,
    ) -> Program:
        url, clock = sqlite_url(paths.database), FrozenClock(NOW)
        settings = LocalSettings(theme="light")
        context = Context(paths, settings, url, first, clock, open_desk, timers, make_demo=make_demo)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        program = Program(context, application)
        programs.append(program)
        program.start()
        return program

    yield run
    for program in programs:
        program.frame.close()
        program.end()
        program.frame.deleteLater()
        program.deleteLater()


def test_the_desk_is_opened_and_its_rows_are_kept_for_the_next_start(start: Start, paths: Paths, qtbot: QtBot) -> None:
    desk = FakeDesk()
    program = start(partial(_open, desk))
    with qtbot.waitSignal(program.window.queue.answered):
        pass
    qtbot.waitUntil(lambda: not program.background.busy)
    last = load_last_rows(last_rows_path(paths.cache, sqlite_url(paths.database)))
    assert last is not None
    assert last.summary.total == 38
    program.end()
    assert desk.closed


def test_the_program_ends_after_the_one_that_learns(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(partial(_open, FakeDesk()))
    qtbot.waitUntil(lambda: program.session is not None)
    assert program.session is not None
    main = tmp_path / "main.py"
    main.write_text("import threading; threading.Event().wait()", "utf-8")
    learner = Learner(program.window.context, program.session, "the-desk", program, main)
    learner.learn()
    (other,) = learner.findChildren(QProcess)
    learner.stop()
    assert other.state() != QProcess.ProcessState.NotRunning, "a window does not wait for it"
    program.end()
    assert other.state() == QProcess.ProcessState.NotRunning


class FakeTimers:
    """Writes down what the program asks of its timers."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def make(self, _session: Session, program: str) -> Timers:
        """What the context does."""
        self.asked.append(program)
        return cast("Timers", self)

    def start(self) -> None:
        self.asked.append("start")

    def stop(self) -> None:
        self.asked.append("stop")


def test_timers_begin_after_the_first_live_rows_and_end_before_the_desk_is_closed(start: Start, qtbot: QtBot) -> None:
    desk, timers = FakeDesk(), FakeTimers()
    program = start(partial(_open, desk), timers=timers.make)
    assert not timers.asked
    with qtbot.waitSignal(program.window.queue.answered):
        pass
    assert not timers.asked, "the first rows are painted before"
    qtbot.waitUntil(lambda: timers.asked == ["window", "start"])
    program.open("sqlite:///another")
    with qtbot.waitSignal(program.window.queue.answered):
        pass
    assert timers.asked == ["window", "start", "stop"]
    qtbot.waitUntil(lambda: timers.asked[3:] == ["window", "start"])
    program.end()
    assert timers.asked[5:] == ["stop"]
    assert desk.closed


def test_the_window_takes_the_place_of_the_first_picture(start: Start, paths: Paths, qtbot: QtBot) -> None:
    last = LastRows(QueueQuery(), QueueSummary(8), tuple(make_rows(8)))
    save_last_rows(last_rows_path(paths.cache, sqlite_url(paths.database)), last)
    desk = FakeDesk()
    program = start(partial(_open, desk))
    with qtbot.waitSignal(program.window.queue.answered):
        pass
    assert program.frame.centralWidget() is program.window
    assert program.window.isVisible()
    assert not program.show_picture(), "never again once the window stands"
    assert program.frame.windowTitle() == "Queue – Mainstay"
    view = program.window.queue.view
    view.setFocus()
    before = view.currentIndex().row()
    QTest.keyClicks(view, "j")
    assert view.currentIndex().row() > before, "keys of the window work inside the frame"
    program.window.context.actions.run("window.close")
    assert not program.frame.isVisible()


@pytest.mark.parametrize(("rail", "preview"), [(True, True), (False, False)])
def test_the_first_picture_has_rows_where_the_window_will_have_them(
    rail: bool, preview: bool, theme: Theme, qtbot: QtBot
) -> None:
    groups = (GroupCount("1", "P1 Critical", 2), GroupCount("2", "P2 High", 6))
    last = LastRows(QueueQuery(), QueueSummary(8, groups), tuple(make_rows(8)))
    shape = remembered({"window.rail": rail, "queue.preview": preview, "window.size": "torn"})
    picture = FirstPicture(last, shape, NOW)
    qtbot.addWidget(picture)
    picture.resize(1440, 900)
    image = picture.grab().toImage()
    left = 60 if rail else 236
    top = Size.TOP_BAR + Size.VIEW_HEADER + 2 + Size.COLUMN_HEAD
    head = image.pixelColor(left + 400, top + 5).name()
    row = image.pixelColor(left + 2, top + Size.GROUP_HEAD + 5).name()
    assert head == colour("raised").name()
    assert row == colour("surface").name()
    assert image.pixelColor(5, 5).name() == colour("chrome").name()


def test_a_desk_that_does_not_open_can_be_tried_again(
    start: Start, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    tries: list[str] = []

    def open_desk(url: str) -> Session:
        tries.append(url)
        if len(tries) == 1:
            raise Unavailable("The database file is locked by another program.")
        return FakeDesk().as_session()

    program = start(open_desk)
    window = program.window
    qtbot.waitUntil(window.problem.isVisible)
    assert "locked by another program" in window.problem.text()
    assert "could not be opened" in caplog.text
    with qtbot.waitSignal(window.queue.answered):
        window.problem._buttons[0].click()
    assert not window.problem.isVisible()


def test_the_first_start_asks_once_and_goes_to_the_queue(start: Start, qtbot: QtBot) -> None:
    opened: list[str] = []

    def open_desk(url: str) -> Session:
        opened.append(url)
        return FakeDesk([]).as_session()

    program = start(open_desk, first=True)
    assert opened == [], "nothing is made before somebody chose"
    page = program.first_run
    assert page is not None
    assert page.isVisible()
    assert program.frame.windowTitle() == "Mainstay", "there is no queue yet"
    with qtbot.waitSignal(program.window.queue.answered):
        QTest.keyClick(page.own, Qt.Key.Key_Return)
    assert program.window.ground.isVisible()
    assert program.frame.windowTitle() == "Queue – Mainstay"
    assert program.window.queue.empty.title() == "No incidents yet"


def test_trouble_on_the_first_page_stays_on_the_first_page(
    start: Start, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def open_desk(_url: str) -> Session:
        raise Unavailable("There is no room on the disk.")

    program = start(open_desk, first=True)
    page = program.first_run
    assert page is not None
    page.own.click()
    qtbot.waitUntil(page.strip.isVisible)
    assert page.strip.text() == "There is no room on the disk."
    assert "no room" in caplog.text


def test_the_demo_desk_is_another_database_and_can_be_left(start: Start, paths: Paths, qtbot: QtBot) -> None:
    opened: list[str] = []

    def open_desk(url: str) -> Session:
        opened.append(url)
        return FakeDesk().as_session()

    program = start(open_desk, first=True)
    assert program.first_run is not None
    with qtbot.waitSignal(program.window.queue.answered):
        program.first_run.demo.click()
    assert program.window.demo.isVisible()
    with qtbot.waitSignal(program.window.queue.answered):
        program.window.context.actions.run("window.leave_demo")
    assert opened == [sqlite_url(paths.demo_database), sqlite_url(paths.database)]
    assert not program.window.demo.isVisible()


def test_an_empty_desk_offers_to_look_around_and_the_demo_desk_to_leave(
    start: Start, paths: Paths, qtbot: QtBot
) -> None:
    opened: list[str] = []

    def open_desk(url: str) -> Session:
        opened.append(url)
        return FakeDesk([]).as_session()

    program = start(open_desk)
    empty, actions = program.window.queue.empty, program.window.context.actions
    qtbot.waitUntil(lambda: empty.title() == "No incidents yet")
    with qtbot.waitSignal(program.window.queue.answered):
        next(button for button in empty.findChildren(Button) if "demo data" in button.text()).click()
    assert opened == [sqlite_url(paths.database), sqlite_url(paths.demo_database)]
    assert program.window.demo.isVisible()
    assert program.window.ground.isVisible()
    assert not any("demo data" in button.text() for button in empty.findChildren(Button) if button.isVisible())
    actions.run("window.leave_demo")
    qtbot.waitUntil(lambda: len(opened) == 3 and not program.window.demo.isVisible())
    assert {offer.spec.id for offer in actions.offers()} & {"window.look_around", "window.leave_demo"} == {
        "window.look_around"
    }


def test_the_first_page_shows_how_far_the_demo_desk_is(start: Start, qtbot: QtBot) -> None:
    seen, go_on = Event(), Event()

    def make_demo(progress: Progress) -> None:
        progress(120, 300)
        seen.set()
        assert go_on.wait(30)

    program = start(lambda _url: FakeDesk().as_session(), first=True, make_demo=make_demo)
    page = program.first_run
    assert page is not None
    assert not page.growth.isVisible()
    page.demo.click()
    assert seen.wait(30)
    qtbot.waitUntil(page.growth.isVisible)
    assert (page.growth.bar.value(), page.growth.bar.maximum()) == (120, 300)
    assert page.growth.words.text() == "Logging the last 90 days of a made-up company: 120 of 300 incidents"
    with qtbot.waitSignal(program.window.queue.answered):
        go_on.set()
    assert program.window.demo.isVisible()


def test_a_program_that_ends_does_not_finish_the_demo_desk(start: Start) -> None:
    begun, never, told = Event(), Event(), []

    def make_demo(progress: Progress) -> None:
        begun.set()
        for done in range(6000):
            try:
                progress(done, 6000)
            except Unavailable as error:
                told.append(str(error))
                raise
            never.wait(0.005)

    def open_desk(_url: str) -> Session:
        raise AssertionError("There is nothing to be opened.")

    program = start(open_desk, first=True, make_demo=make_demo)
    assert program.first_run is not None
    program.first_run.demo.click()
    assert begun.wait(30)
    program.end()
    assert told == ["The program ended before the demo desk was made."]


def test_the_chosen_theme_is_kept(start: Start, paths: Paths, qtbot: QtBot) -> None:
    desk = FakeDesk()
    program = start(partial(_open, desk))
    program.window.context.actions.run("window.theme")
    qtbot.waitUntil((paths.config / "settings.toml").exists)
    assert read_settings(paths.config).theme == "dark"


def test_the_application_is_dressed_once(theme: Theme) -> None:
    assert make_application("dark").findChildren(Theme) == [theme]


def test_a_desk_that_somebody_else_writes_is_read_and_can_be_taken_over(
    start: Start, paths: Paths, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = Holder("f" * 32, "harbour-pc-3", "dana", 4711, "2026-11-23T09:12:00+00:00")
    taken: list[Path] = []
    monkeypatch.setattr("app.infra.sharing.take_over", taken.append)

    def open_desk(_url: str) -> Session:
        silent = Hold("a share", held=Held(holder, timedelta(minutes=9)))
        return FakeDesk(hold=None if taken else silent).as_session()

    window = start(open_desk).window
    with qtbot.waitSignal(window.queue.answered):
        pass
    assert window.problem.text() == (
        "This desk lies on a share and is open for changes by dana on harbour-pc-3. You can read it."
        " Nothing was heard from there for 9 minutes."
    )
    assert [button.text() for button in window.problem._buttons] == ["Take over", "Try again"]
    window.problem._buttons[0].click()
    assert window.problem.text().endswith("Take over all the same?")
    assert taken == []
    with qtbot.waitSignal(window.queue.answered):
        window.problem._buttons[0].click()
    assert taken == [paths.database]
    assert not window.problem.isVisible()


def test_a_damaged_desk_says_so_and_makes_no_backup(start: Start, paths: Paths, qtbot: QtBot) -> None:
    class Damaged(FakeDesk):
        def look_for_damage(self) -> None:
            raise Unfit(f"{paths.database} is damaged (row 7 missing). Restore a backup. There is no backup yet.")

    upgrade(sqlite_url(paths.database))
    window = start(partial(_open, Damaged())).window
    qtbot.waitUntil(window.problem.isVisible)
    assert "is damaged (row 7 missing). Restore a backup." in window.problem.text()
    assert not folder_of(paths.database).exists()


def _begin_with_two_backups(paths: Paths) -> tuple[str, Path]:
    """A desk with one incident, a backup of before it, and the address of the desk."""
    url, clock = sqlite_url(paths.database), FrozenClock(NOW)
    desk = small_desk(url, clock)
    backup = desk.session.desk.backups.make(desk.me, None, lambda _done, _total: None)
    desk.log("Logged after the backup")
    desk.session.desk.close()
    return url, backup.path


def test_a_backup_is_restored_and_the_desk_opens_again(start: Start, paths: Paths, qtbot: QtBot) -> None:
    _, backup = _begin_with_two_backups(paths)
    program = start(lambda url: open_session(url, clock=FrozenClock(NOW)))
    window = program.window
    qtbot.waitUntil(lambda: program.session is not None, timeout=20_000)
    assert program.session is not None
    before = program.session
    assert before.desk.queue.summary(before.actor, QueueQuery()).total == 1
    window.context.restore_desk(backup, "")
    qtbot.waitUntil(lambda: program.session not in {None, before}, timeout=20_000)
    assert program.session is not None
    assert program.session.desk.queue.summary(program.session.actor, QueueQuery()).total == 0
    (safety,) = (
        each for each in list_backups(folder_of(paths.database), paths.database) if each.reason is Reason.RESTORE
    )
    assert safety.counts["incident"] == 1
    window.context.toasts.show("Something else happened")
    qtbot.waitUntil(window.report.isVisible, timeout=20_000)
    said = f"The desk is as it was in {backup.name}. What the desk held before is kept in {safety.path.name}."
    assert window.report.text() == said
    window.report.findChildren(IconButton)[0].click()
    assert not window.report.isVisible()


def test_a_backup_that_cannot_be_restored_leaves_the_desk_as_it_was(start: Start, paths: Paths, qtbot: QtBot) -> None:
    _, backup = _begin_with_two_backups(paths)
    program = start(lambda url: open_session(url, clock=FrozenClock(NOW)))
    qtbot.waitUntil(lambda: program.session is not None, timeout=20_000)
    backup.write_bytes(backup.read_bytes()[:-1] + b"x")
    program.window.context.restore_desk(backup, "")
    qtbot.waitUntil(lambda: bool(program.window.findChildren(RestorePage)), timeout=20_000)
    (page,) = program.window.findChildren(RestorePage)
    qtbot.waitUntil(page.again.isVisible, timeout=20_000)
    assert "is not as it was written" in page.strip.text()
    page.again.click()
    qtbot.waitUntil(lambda: program.session is not None, timeout=20_000)
    assert program.session is not None
    assert program.session.desk.queue.summary(program.session.actor, QueueQuery()).total == 1


def test_the_backup_of_the_day_is_made_when_the_desk_is_opened(start: Start, paths: Paths, qtbot: QtBot) -> None:
    program = start(lambda url: open_session(url, clock=FrozenClock(NOW)))
    qtbot.waitUntil(lambda: bool(list_backups(folder_of(paths.database), paths.database)), timeout=20_000)
    program.safekeeping.look()
    jobs = program.window.context.jobs
    qtbot.waitUntil(lambda: not jobs.running(), timeout=20_000)
    assert jobs.jobs[0].words() == "The backup of the day was there already."
    assert [backup.reason for backup in list_backups(folder_of(paths.database), paths.database)] == [Reason.DAILY]


def test_no_backup_is_made_where_nobody_wants_one(start: Start, paths: Paths, qtbot: QtBot) -> None:
    program = start(lambda url: open_session(url, clock=FrozenClock(NOW)))
    program.settings = program.settings._replace(backup_daily="no")
    qtbot.waitUntil(lambda: program.session is not None, timeout=20_000)
    assert program.window.context.jobs.jobs == []
    assert not folder_of(paths.database).exists()


def test_new_anchors_are_sent_outside_by_an_open_window(
    start: Start, paths: Paths, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start(lambda url: open_session(url, clock=FrozenClock(NOW)))
    qtbot.waitUntil(lambda: program.session is not None, timeout=20_000)
    assert program.session is not None
    program.settings = program.settings._replace(anchor_folder=str(tmp_path / "outside"), backup_daily="no")
    (tmp_path / "outside").mkdir()
    program.safekeeping.look()
    qtbot.waitUntil(lambda: not program.background.busy, timeout=20_000)
    assert list((tmp_path / "outside").iterdir()) == []
    anchor = program.session.desk.audit_admin.take_anchor(program.session.actor)
    program.safekeeping.look()

    def sent() -> str:
        return "".join(file.read_text() for file in (tmp_path / "outside").iterdir())

    qtbot.waitUntil(lambda: f"sha256:{anchor.digest}" in sent(), timeout=20_000)
    assert len(list((tmp_path / "outside").iterdir())) == 1
