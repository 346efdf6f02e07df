"""A desk whose file is damaged: a backup is put in its place from the window, which knows nobody at it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from app.bootstrap import open_session
from app.domain.errors import Damaged, Unfit
from app.infra.backup import back_up, folder_of
from app.infra.settings import LocalSettings
from app.services.incidents.queue_dto import QueueQuery
from app.services.session import Context
from app.views.application import Program
from app.views.rescue import RescuePage
from tests.views.program import Desk

pytestmark = pytest.mark.usefixtures("caplog")
"""That the desk could not be opened is written to the log."""


def cut(path: Path) -> None:
    for log in (f"{path}-wal", f"{path}-shm"):
        Path(log).unlink(missing_ok=True)
    path.write_bytes(path.read_bytes()[:50_000])


def open_damaged(at: Desk) -> Program:
    """Close the desk, cut its file off, and start the program anew."""
    at.end()
    cut(at.paths.database)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = LocalSettings(theme="light", backup_daily="no", tray="no")
    at.program = Program(
        Context(at.paths, settings, at.url, False, at.clock, lambda url: open_session(url, clock=at.clock)), application
    )
    at.program.start()
    at.until(at.main.problem.isVisible)
    return at.program


def offered(at: Desk) -> dict[str, QPushButton]:
    return {button.text(): button for button in at.main.problem._buttons}


def ask(at: Desk) -> RescuePage:
    """Press what the strip offers, and wait until the page has looked."""
    offered(at)["Restore a backup…"].click()
    page = at.program.safekeeping.rescue.page
    assert page is not None
    at.until(page.isVisible)
    at.settle()
    return page


def test_the_newest_backup_is_proved_and_put_in_the_place_of_a_damaged_desk(at: Desk) -> None:
    for _ in range(2):
        at.clock.advance(hours=1)
        made = back_up(at.paths.database, folder_of(at.paths.database), at.clock.now())
    program = open_damaged(at)
    page = ask(at)
    for said in (made.path.name, "proved whole", "It holds 3 incidents", "will be moved aside, not deleted"):
        assert said in page.words.text()
    when = at.main.context.formats.full(at.clock.now())
    assert f"Backup of {when}, proved whole." in page.words.text(), "in the zone of the reader"
    assert page.restore.hasFocus()
    page.restore.click()
    at.until(lambda: program.session is not None)
    assert program.session is not None
    assert program.session.desk.queue.summary(program.session.actor, QueueQuery()).total == 3
    at.until(at.main.report.isVisible)
    assert made.path.name in at.main.report.text()
    assert not at.main.problem.isVisible()
    assert list(at.paths.database.parent.glob("*.damaged-*"))


def test_not_now_leaves_everything_as_it_was(at: Desk) -> None:
    back_up(at.paths.database, folder_of(at.paths.database), at.clock.now())
    open_damaged(at)
    before = at.paths.database.read_bytes()
    ask(at).later.click()
    assert at.main.problem.isVisible()
    assert at.paths.database.read_bytes() == before


def test_without_a_backup_one_is_chosen_and_a_wrong_file_is_refused(at: Desk, tmp_path: Path) -> None:
    elsewhere = back_up(at.paths.database, tmp_path / "stick", at.clock.now(), phrase="seven old ferries at noon")
    open_damaged(at)
    page = ask(at)
    assert "There is no backup of this desk" in page.words.text()
    assert page.restore.isHidden()
    wrong = tmp_path / "photo.sqlite"
    wrong.write_bytes(b"no desk at all")
    page.wanted.emit(wrong, "")
    at.settle()
    assert page.strip.text() == f"{wrong} is cut off, damaged or no backup of a desk. Choose another one."
    assert page.restore.isHidden()
    page.wanted.emit(elsewhere.path, "")
    at.settle()
    assert "is encrypted: type the pass phrase" in page.words.text()
    page.ask.given.emit("seven old ferries at noon")
    at.settle()
    assert not page.restore.isHidden()
    page.restore.click()
    at.until(lambda: at.program.session is not None)


@pytest.mark.parametrize("error", [Unfit("It was made by a newer Mainstay."), Damaged("Cut off.")])
def test_only_a_damaged_file_is_offered_to_be_replaced(at: Desk, error: Unfit) -> None:
    offers = [text for text, _run in at.program.safekeeping.rescue.ways_out(at.url, error)]
    assert offers == (["Restore a backup…", "Try again"] if isinstance(error, Damaged) else ["Try again"])
    assert len(at.program.safekeeping.rescue.ways_out("postgresql://somewhere/desk", error)) == 1
