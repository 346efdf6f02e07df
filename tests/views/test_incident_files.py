"""Attachments on the page: chosen, pasted, too large, dangerous, saved."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from app.services.incidents.dto import NewFile, Post
from app.views.incident import attach_bar
from app.views.incident.dropping import _dropped
from app.views.incident.entries import FileChip, Thumbnail
from app.views.incident.files import is_program, size_shown, thumbnail
from app.views.incident.page import IncidentPage
from app.views.widgets.buttons import Button
from app.views.widgets.drop_target import DropTarget
from tests.views.desks import Stage


def opened(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    return page


def picture() -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


def test_a_pasted_picture_becomes_a_png_named_after_the_time_and_is_shown(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    data = QMimeData()
    data.setImageData(picture())
    page.writing.composer.choose("note")
    page.writing.composer.edit.insertFromMimeData(data)
    on_stage.settle()
    local = desk.clock.now().astimezone(on_stage.context.formats.zone)
    name = f"screenshot-{local:%Y-%m-%d-%H%M}.png"
    assert [file.file_name for file in page.writing.composer.attachments.files()] == [name]
    page.writing.composer.send(resolve=False)
    on_stage.settle()
    entry = desk.read(incident).journal[-1]
    assert (entry.visibility, entry.attachments[0].file_name) == ("internal", name)
    assert page.writing.composer.attachments.files() == ()
    on_stage.wait_for(lambda: any(thumb._pixmap is not None for thumb in page.findChildren(Thumbnail)))


def test_files_that_were_not_sent_wait_with_their_incident(on_stage: Stage) -> None:
    first, second = on_stage.desk.log(), on_stage.desk.log("Another one")
    page = opened(on_stage, first)
    bar = page.writing.composer.attachments
    files = [NewFile("a.txt", "text/plain", b"a"), NewFile("b.txt", "text/plain", b"b")]
    bar.add_files(files)
    page.open(second)
    on_stage.settle()
    assert bar.files() == ()
    page.open(first)
    on_stage.settle()
    assert list(bar.files()) == files
    chip = bar._chips[0]
    assert isinstance(chip, Button)
    chip.click()
    page.open(second)
    on_stage.settle()
    page.open(first)
    on_stage.settle()
    assert list(bar.files()) == files[1:]
    page.writing.composer.send(resolve=False)
    on_stage.settle()
    page.open(second)
    on_stage.settle()
    page.open(first)
    on_stage.settle()
    assert bar.files() == ()
    folder = on_stage.context.drafts_folder
    assert folder is not None
    assert not list(folder.rglob("*.file"))


def test_a_file_that_is_read_too_late_waits_with_the_incident_it_was_meant_for(
    on_stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = on_stage.desk.log(), on_stage.desk.log("Another one")
    page = opened(on_stage, first)
    composer, may_go_on = page.writing.composer, threading.Event()

    def read(names: Sequence[str], _limit: int) -> tuple[NewFile, ...]:
        assert may_go_on.wait(20)
        return tuple(NewFile(name, "text/plain", name.encode()) for name in names)

    monkeypatch.setattr(attach_bar, "read_files", read)
    composer.attachments.add_files([NewFile("before.txt", "text/plain", b"b")])
    for name in ("one.txt", "two.txt"):
        composer.attachments.add_names([name])
    page.open(second)
    on_stage.wait_for(lambda: composer.key("reply").split(":")[1] == second)
    assert not composer.attachments.loading, "what another incident waits for does not hold this one up"
    may_go_on.set()
    on_stage.settle()
    on_stage.settle()
    assert composer.attachments.files() == ()
    page.open(first)
    on_stage.settle()
    assert [file.file_name for file in composer.attachments.files()] == ["before.txt", "one.txt", "two.txt"]
    may_go_on.clear()
    composer.attachments.add_names(["unwanted.txt"])
    composer.throw_away()
    may_go_on.set()
    on_stage.settle()
    assert composer.attachments.files() == ()


def test_a_file_that_came_late_stays_when_the_message_before_it_is_told_to_be_sent(
    on_stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = on_stage.desk.log(), on_stage.desk.log("Another one")
    page = opened(on_stage, first)
    composer, may_go_on = page.writing.composer, threading.Event()

    def read(names: Sequence[str], _limit: int) -> tuple[NewFile, ...]:
        assert may_go_on.wait(20)
        return tuple(NewFile(name, "text/plain", name.encode()) for name in names)

    monkeypatch.setattr(attach_bar, "read_files", read)
    composer.attachments.add_files([NewFile("sent.txt", "text/plain", b"s")])
    sent = Post("1", "As attached.", public=True, files=composer.attachments.files())
    composer.attachments.add_names(["late.txt"])
    page.open(second)
    may_go_on.set()
    on_stage.settle()
    on_stage.settle()
    composer.sent(sent, first)
    on_stage.settle()
    page.open(first)
    on_stage.settle()
    assert [file.file_name for file in composer.attachments.files()] == ["late.txt"]


def test_dropped_files_are_read_and_a_folder_or_a_large_one_is_refused_in_words(
    on_stage: Stage, tmp_path: Path
) -> None:
    page = opened(on_stage, on_stage.desk.log())
    (tmp_path / "dock.log").write_text("no network")
    (tmp_path / "huge.iso").write_bytes(b"x" * 2_000)
    composer = page.writing.composer
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "dock.log"))])
    _dropped(page, "reply", data)
    on_stage.settle()
    assert [file.data for file in composer.attachments.files()] == [b"no network"]
    composer.attachments.limit = 1_000
    composer.attachments.add_names([str(tmp_path / "huge.iso")])
    on_stage.settle()
    assert "huge.iso has 0.0 MB, the limit is 0.001 MB" in composer.problem()
    composer.attachments.add_names([str(tmp_path)])
    on_stage.settle()
    assert "is a folder" in composer.problem()
    composer.attachments.add_names([str(tmp_path / "gone.txt")])
    on_stage.settle()
    assert "cannot be read" in composer.problem()
    assert len(composer.attachments.files()) == 1
    chip = composer.attachments._chips[0]
    assert isinstance(chip, Button)
    chip.click()
    assert composer.attachments.files() == ()


@pytest.mark.parametrize(("at", "opened_first"), [("reply", "note"), ("note", "reply")])
def test_a_file_goes_where_it_is_dropped_whatever_is_open(
    on_stage: Stage, tmp_path: Path, at: str, opened_first: str
) -> None:
    page = opened(on_stage, on_stage.desk.log())
    page.writing.composer.choose(opened_first)
    (tmp_path / "dock.log").write_text("no network")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "dock.log"))])
    target = held_over(page, data)
    assert target.captions() == ["Drop to attach to the reply", "Drop to attach to the note"]
    point = target.place_of(["reply", "note"].index(at)).center()
    move, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragLeaveEvent())
    QApplication.sendEvent(target, QDragEnterEvent(point.toPoint(), move, data, left, none))
    on_stage.settle()
    assert target.isVisible(), "the page is left for its cover"
    QApplication.sendEvent(target, QDropEvent(QPointF(point), move, data, left, none))
    on_stage.settle()
    assert not target.isVisible()
    assert page.writing.composer.mode == at
    assert [file.file_name for file in page.writing.composer.attachments.files()] == ["dock.log"]


def test_files_that_go_away_again_uncover_the_page(on_stage: Stage) -> None:
    page = opened(on_stage, on_stage.desk.log())
    data = QMimeData()
    data.setImageData(picture())
    target = held_over(page, data)
    QApplication.sendEvent(page, QDragLeaveEvent())
    on_stage.wait_for(lambda: not target.isVisible())
    data.clear()
    data.setText("no file")
    assert held_over(page, data).captions() == []


def held_over(page: IncidentPage, data: QMimeData) -> DropTarget:
    """What covers the page while this is held over it."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none))
    target = page.findChild(DropTarget)
    assert target is not None
    return target


def test_a_file_that_is_read_while_others_are_sent_stays(on_stage: Stage, tmp_path: Path) -> None:
    page = opened(on_stage, on_stage.desk.log())
    bar = page.writing.composer.attachments
    sent = NewFile("map.png", "image/png", b"x")
    bar.add_files([sent])
    (tmp_path / "log.txt").write_text("A line")
    bar.add_names([str(tmp_path / "log.txt")])
    bar.remove([sent])
    on_stage.settle()
    assert [file.file_name for file in bar.files()] == ["log.txt"]


def test_a_program_is_warned_of_and_saved_only_where_the_person_says(on_stage: Stage, tmp_path: Path) -> None:
    desk = on_stage.desk
    incident = desk.log(files=(NewFile("setup.exe", "application/octet-stream", b"MZ"), NewFile("a.txt", "", b"hello")))
    page = opened(on_stage, incident)
    chips = {chip.text().split("  ")[0]: chip for chip in page.findChildren(FileChip)}
    assert "can run programs" in chips["setup.exe"].accessibleName()
    chips["setup.exe"].click()
    assert "setup.exe can run programs" in page.notices.file.text()
    info = next(file for file in desk.read(incident).journal[0].attachments if file.file_name == "a.txt")
    page._saving.save_to(info, str(tmp_path / "copy.txt"))
    on_stage.wait_for(lambda: on_stage.context.toasts.text == "Saved copy.txt")
    assert (tmp_path / "copy.txt").read_bytes() == b"hello"
    page._saving.save_to(info, str(tmp_path / "no" / "such" / "folder.txt"))
    on_stage.wait_for(lambda: "cannot be written" in on_stage.context.toasts.text)


def test_what_is_no_picture_gets_no_thumbnail() -> None:
    assert thumbnail(b"not a picture").isNull()
    assert thumbnail(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>").isNull()


def test_names_and_sizes() -> None:
    assert is_program("Invoice.pdf.EXE")
    assert is_program("run.sh ")
    assert not is_program("report.pdf")
    assert [size_shown(size) for size in (12, 212_400, 3_400_000)] == ["12 B", "212 KB", "3.4 MB"]
