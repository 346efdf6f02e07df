"""Long jobs: shown in one place, one after another, and stopped there."""

import sys
from pathlib import Path
from threading import Event

import keyring
import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.domain.errors import Unavailable
from app.domain.imports import Progress
from app.views.long_jobs.jobs import Job, JobState, Outcome
from app.views.long_jobs.watch import JobsWatch, install
from app.views.settings_page.backups.section import BackupsSection
from app.views.settings_page.exporting.section import ExportSection
from app.views.settings_page.page import SettingsPage
from app.views.shell.documents import Making
from app.views.toolkit.toast import Toast
from tests.views.desks import Stage


class Slow:
    """Work that goes on when the test says so."""

    def __init__(self) -> None:
        self.begun, self.may_go_on = Event(), Event()
        self.undone = False

    def __call__(self, progress: Progress) -> int:
        """One step, a wait, a second one."""
        progress(1, 4)
        self.begun.set()
        assert self.may_go_on.wait(10)
        try:
            progress(2, 4)
        except Exception:
            self.undone = True
            raise
        return 42


def outcome(result: int) -> Outcome:
    """What the slow work came to."""
    return Outcome(f"It is {result}")


def begin(stage: Stage, slow: Slow, name: str = "Counting") -> Job:
    """Start it, and wait until it is at its first step."""
    job = stage.context.jobs.start(name, slow, outcome)
    stage.wait_for(slow.begun.is_set)
    return job


@pytest.mark.parametrize("writes", [False, True])
def test_a_bug_ends_a_job(on_stage: Stage, monkeypatch: pytest.MonkeyPatch, *, writes: bool) -> None:
    shown: list[type[BaseException]] = []
    over: list[bool] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: shown.append(kind))

    def broken(_progress: Progress) -> int:
        return 1 // 0

    job = on_stage.context.jobs.start("Counting", broken, outcome, over=lambda: over.append(True), writes=writes)
    on_stage.settle()
    assert shown == [ZeroDivisionError]
    assert (job.state, over, on_stage.context.jobs.running()) == (JobState.FAILED, [True], [])


def test_a_job_says_how_far_it_is_and_what_it_came_to(on_stage: Stage) -> None:
    slow = Slow()
    job = begin(on_stage, slow)
    assert (job.state, job.percent(), job.words()) == (JobState.RUNNING, 25, "25 %")
    slow.may_go_on.set()
    on_stage.settle()
    assert (job.state, job.words()) == (JobState.DONE, "It is 42")
    assert on_stage.context.toasts.text == "It is 42"
    assert on_stage.context.jobs.running() == []


def test_a_stopped_job_puts_everything_back_and_says_so(on_stage: Stage) -> None:
    slow = Slow()
    job = begin(on_stage, slow)
    on_stage.context.jobs.stop(job)
    assert job.words() == "Stopping"
    slow.may_go_on.set()
    on_stage.settle()
    assert slow.undone
    assert (job.state, job.words()) == (JobState.STOPPED, "Stopped. Nothing of it is left behind.")
    assert on_stage.context.toasts.text == ""


def test_the_second_waits_for_the_first_and_can_be_stopped_before_it_begins(on_stage: Stage) -> None:
    first, second = Slow(), Slow()
    begin(on_stage, first)
    waiting = on_stage.context.jobs.start("Second", second, outcome)
    assert waiting.words() == "Waits for its turn"
    on_stage.context.jobs.stop(waiting)
    first.may_go_on.set()
    on_stage.settle()
    assert waiting.state is JobState.STOPPED
    assert not second.begun.is_set()


def test_a_failure_is_said_and_stays_in_the_list(on_stage: Stage) -> None:
    def work(_progress: Progress) -> int:
        raise Unavailable("The disk is full.")

    job = on_stage.context.jobs.start("Export", work, outcome)
    on_stage.settle()
    assert (job.state, job.words()) == (JobState.FAILED, "The disk is full.")
    assert on_stage.context.toasts.text == "The disk is full."


def test_the_list_is_opened_by_its_keys_and_cancels(on_stage: Stage) -> None:
    install(on_stage.window, on_stage.context)
    watch = on_stage.window.findChild(JobsWatch)
    assert watch is not None
    slow = Slow()
    job = begin(on_stage, slow)
    on_stage.window.show()
    with on_stage.qtbot.waitActive(on_stage.window):
        on_stage.window.activateWindow()
    on_stage.context.actions.run("window.jobs")
    assert watch.panel is not None
    QLineEdit(on_stage.window).show()  # a page that could have the keyboard
    line = watch.panel.lines[job]
    assert line.accessibleName() == "Counting, 25 %"
    assert line.cancel.hasFocus()
    line.cancel.click()
    assert not line.cancel.isEnabled()
    assert watch.panel.cross.hasFocus(), "not the page behind, where Esc would close nothing"
    slow.may_go_on.set()
    on_stage.settle()
    assert line.cancel.isHidden()
    QTest.keyClick(watch.panel, Qt.Key.Key_Escape)
    assert watch.panel is None


def test_a_document_gets_on_from_what_is_read_to_what_is_made() -> None:
    told = list[tuple[int, int]]()
    making = Making(lambda done, total: told.append((done, total)))
    making.read(1, 2)
    making.read(2, 2)
    for share in (0.0, 0.5, 1.0):
        making.share(share)
    assert told == [(50, 1_000), (100, 1_000), (100, 1_000), (550, 1_000), (1_000, 1_000)]


@pytest.fixture
def backups(on_stage: Stage) -> BackupsSection:
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("backups")
    on_stage.settle()
    assert isinstance(page.section, BackupsSection)
    return page.section


def test_a_backup_is_made_listed_and_compared(on_stage: Stage, backups: BackupsSection) -> None:
    assert backups.last.text() == "There is no backup yet."
    backups.make.click()
    on_stage.settle()
    (row,) = backups.list.entries
    assert row.line.startswith("0 incidents, ")
    assert row.end_line == "Asked for"
    assert "just now, asked for" in backups.last.text()
    on_stage.desk.log()
    backups.list.setFocus()
    QTest.keyClick(backups.list, Qt.Key.Key_Return)
    on_stage.settle()
    assert backups.compared.isVisible()
    assert "1 incident is newer than the backup: 1 now, 0 in it." in backups.words.text()
    asked: list[tuple[Path, str]] = []
    on_stage.context.restore_desk = lambda path, phrase: asked.append((path, phrase))
    backups.restore.click()
    assert asked == [(Path(row.key), "")]


def with_own_settings(stage: Stage) -> None:
    kept = [stage.context.own()]
    stage.context.own = lambda: kept[-1]
    stage.context.keep_own = kept.append


PHRASE = "seven old ferries at noon"


def set_phrase(stage: Stage, backups: BackupsSection, phrase: str = PHRASE, again: str = PHRASE) -> None:
    card = backups.encryption
    if card.form.isHidden():
        card.set.click()
    card.phrase.set_text(phrase)
    card.again.set_text(again)
    card.save.click()
    stage.settle()


def test_a_pass_phrase_is_set_and_backups_are_encrypted_with_it(on_stage: Stage, backups: BackupsSection) -> None:
    with_own_settings(on_stage)
    card = backups.encryption
    assert card.state.text().startswith("Backups are not encrypted")
    set_phrase(on_stage, backups, "short", "short")
    assert "fewer than 12 characters" in card.phrase.problem()
    set_phrase(on_stage, backups, again="seven old ferries at Noon")
    assert card.again.problem() == "The two differ. Type the pass phrase again."
    set_phrase(on_stage, backups)
    assert card.form.isHidden()
    assert on_stage.context.own().backup_sealed == "yes"
    assert card.state.text() == "Backups are encrypted. The pass phrase lies in the keyring of this computer."
    backups.make.click()
    on_stage.settle()
    (row,) = backups.list.entries
    assert row.key.endswith(".sqlite.sealed")
    assert row.end_line == "Asked for · encrypted"
    backups.look_at(Path(row.key))
    on_stage.settle()
    assert "proved whole" in backups.words.text(), "the keyring knows the phrase"
    card.stop.click()
    assert on_stage.context.own().backup_sealed == "no"
    assert not card.stop.isVisible()


def test_whoever_leaves_before_the_keyring_answers_has_encrypted_backups_all_the_same(
    on_stage: Stage, backups: BackupsSection
) -> None:
    with_own_settings(on_stage)
    card = backups.encryption
    card.set.click()
    card.phrase.set_text(PHRASE)
    card.again.set_text(PHRASE)
    card.save.click()
    shiboken6.delete(backups)
    on_stage.settle()
    assert on_stage.context.own().backup_sealed == "yes"


def test_of_a_backup_from_elsewhere_the_phrase_is_asked_for(on_stage: Stage, backups: BackupsSection) -> None:
    with_own_settings(on_stage)
    set_phrase(on_stage, backups)
    backups.make.click()
    on_stage.settle()
    path = Path(backups.list.entries[0].key)
    keyring.get_keyring().forget()  # type: ignore[attr-defined]  # the keyring of the tests
    backups.look_at(path)
    on_stage.settle()
    assert "is encrypted: type the pass phrase" in backups.words.text()
    assert backups.ask.isVisible()
    assert not backups.restore.isVisible()
    for phrase in ("another one altogether", PHRASE):
        backups.ask.field.set_text(phrase)
        backups.ask.open.click()
        on_stage.settle()
        assert (backups.ask.field.problem() == "") is (phrase == PHRASE)
    asked: list[tuple[Path, str]] = []
    on_stage.context.restore_desk = lambda path, phrase: asked.append((path, phrase))
    backups.restore.click()
    assert asked == [(path, PHRASE)]


def test_without_a_phrase_in_the_keyring_no_backup_is_made_in_the_clear(
    on_stage: Stage, backups: BackupsSection
) -> None:
    with_own_settings(on_stage)
    on_stage.context.keep_own(on_stage.context.own()._replace(backup_sealed="yes"))
    backups.refresh()
    on_stage.settle()
    assert "the keyring has no pass phrase" in backups.encryption.state.text()
    backups.make.click()
    on_stage.settle()
    assert "set the pass phrase again in Settings › Backups" in backups.frame.strip.text()
    assert not backups.list.entries


def test_a_computer_without_a_keyring_says_what_can_be_done(
    on_stage: Stage, backups: BackupsSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.backups.phrase.keep_password", lambda _key, _phrase: False)
    set_phrase(on_stage, backups)
    assert "main.py backup --encrypt" in backups.encryption.phrase.problem()
    assert on_stage.context.own().backup_sealed == "no"


def test_a_toast_leaves_the_lines_of_the_comparison_free(on_stage: Stage, backups: BackupsSection) -> None:
    backups.make.click()
    on_stage.settle()
    backups.look_at(Path(backups.list.entries[0].key))
    on_stage.settle()
    toasts = on_stage.context.toasts
    toasts.show("Look, a note", icon="database")
    before = next(each for each in toasts.host.findChildren(Toast) if each.accessibleName() == "Look, a note")
    lines = QRect(backups.words.mapTo(toasts.host, QPoint()), backups.words.size())
    bar = backups.frame.area.verticalScrollBar()
    bar.setValue(bar.value() - before.y() + lines.y())
    toasts.show("Look, another note", icon="database")
    toast = next(each for each in toasts.host.findChildren(Toast) if each.accessibleName() == "Look, another note")
    lines = QRect(backups.words.mapTo(toasts.host, QPoint()), backups.words.size())
    assert toast.isVisible()
    assert not lines.intersects(toast.geometry())


def test_a_backup_that_is_not_as_it_was_written_cannot_be_restored(on_stage: Stage, backups: BackupsSection) -> None:
    backups.make.click()
    on_stage.settle()
    path = Path(backups.list.entries[0].key)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    backups.look_at(path)
    on_stage.settle()
    assert "is not as it was written" in backups.frame.strip.text()
    assert backups.compared.isHidden()


def test_a_folder_that_cannot_be_written_is_said_in_place(
    on_stage: Stage, backups: BackupsSection, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    backups.back_up(tmp_path / "file" / "below")
    on_stage.settle()
    assert "No backup was made" in backups.frame.strip.text()
    assert backups.make.isEnabled()


def test_why_a_backup_failed_is_said_to_whoever_went_to_another_page_meanwhile(
    on_stage: Stage, backups: BackupsSection, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    page = backups.window().findChild(SettingsPage)
    assert page is not None
    page.hide()
    backups.back_up(tmp_path / "file" / "below")
    on_stage.settle()
    assert "No backup was made" in on_stage.context.toasts.text
    assert "No backup was made" in backups.frame.strip.text()


def test_a_job_ends_also_after_the_page_that_began_it_is_gone(on_stage: Stage, backups: BackupsSection) -> None:
    """As when somebody else signs in meanwhile."""
    slow = Slow()
    begin(on_stage, slow)
    backups.back_up(None)
    job = on_stage.context.jobs.jobs[0]
    shiboken6.delete(backups)
    slow.may_go_on.set()
    on_stage.settle()
    assert job.state is JobState.DONE
    assert job.words().startswith("Backed up and proved")
    assert on_stage.context.jobs.running() == []


def test_a_mistake_in_what_a_page_makes_of_it_ends_a_job_all_the_same(on_stage: Stage) -> None:
    def broken(_result: int) -> Outcome:
        raise ZeroDivisionError

    job = on_stage.context.jobs.start("Counting", lambda _progress: 1, broken)
    with on_stage.qtbot.captureExceptions() as caught:
        on_stage.settle()
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]
    assert job.state.is_over


def test_the_schedule_is_kept_for_this_computer(on_stage: Stage, backups: BackupsSection) -> None:
    kept = [on_stage.context.own()]
    on_stage.context.own = lambda: kept[-1]
    on_stage.context.keep_own = kept.append
    backups.daily.click()
    backups.kept.setCurrentIndex(backups.kept.findData(30))
    backups.kept.activated.emit(backups.kept.currentIndex())
    on_stage.settle()
    assert (kept[-1].backup_daily, kept[-1].backup_keep, kept[-1].backup_folder) == ("no", "30", "")


def test_everything_is_exported_from_the_settings(on_stage: Stage, tmp_path: Path) -> None:
    on_stage.desk.log()
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("export")
    on_stage.settle()
    section = page.section
    assert isinstance(section, ExportSection)
    section.csv.click()
    section.export_into(tmp_path / "out")
    on_stage.settle()
    (folder,) = (tmp_path / "out").iterdir()
    assert sorted(path.name for path in folder.iterdir()) == ["README.txt", "jsonl", "manifest.json"]
    assert on_stage.context.jobs.jobs[0].outcome.path == folder
    section.jsonl.click()
    assert not section.export.isEnabled()
